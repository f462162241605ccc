/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-provider.h"

/* Zoom: "Scopes", granular and classic. */
static const ConveneOauthScope zoom_scopes[] = {
  { "user:read:user", "user:read" },
  { "meeting:write:meeting", "meeting:write" },
  { "meeting:read:meeting", "meeting:read" },
  { "meeting:update:meeting", "meeting:write" },
  { "meeting:delete:meeting", "meeting:write" },
  { "meeting:read:list_meetings", "meeting:read" },
  { NULL, NULL },
};

/* Whom one may schedule for, and what an account's passcodes must be like. Nothing else: what an app can do beyond is named to the person. */
static const ConveneOauthScope zoom_optional[] = {
  { "user:read:list_schedulers", "user:read" },
  { "user:read:settings", "user:read" },
  { NULL, NULL },
};

static const ConveneOauthProvider zoom = {
  .name = "Zoom",
  .oauth_url = "https://zoom.us/oauth",
  .authorize_path = "/authorize",
  .token_path = "/token",
  .device_path = "/devicecode",
  .revoke_path = "/revoke",
  .api_domain = "zoom.us",
  .scopes = zoom_scopes,
  .optional = zoom_optional,
};

const ConveneOauthProvider *
convene_oauth_provider_get_zoom (void)
{
  return &zoom;
}

static gboolean
is_granted (const char *const *granted,
            const char        *name)
{
  g_autofree char *admin = g_strconcat (name, ":admin", NULL);
  g_autofree char *master = g_strconcat (name, ":master", NULL);

  return g_strv_contains (granted, name) || g_strv_contains (granted, admin) || g_strv_contains (granted, master);
}

char **
convene_oauth_provider_list_missing (const ConveneOauthProvider *provider,
                                     const char                 *granted)
{
  g_autoptr(GStrvBuilder) missing = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  g_return_val_if_fail (provider != NULL, NULL);

  if (granted == NULL)
    return g_strv_builder_end (missing);

  names = g_strsplit_set (granted, " \t\r\n", -1);
  for (const ConveneOauthScope *scope = provider->scopes; scope->granular != NULL; scope++)
    if (!is_granted ((const char *const *) names, scope->granular) && !is_granted ((const char *const *) names, scope->classic))
      g_strv_builder_add (missing, scope->granular);

  return g_strv_builder_end (missing);
}

/* Whether `granted` is one of a list's names, in any of their forms */
static gboolean
is_listed (const ConveneOauthScope *scopes,
           const char              *granted)
{
  const char *const names[] = { granted, NULL };

  for (; scopes->granular != NULL; scopes++)
    if (is_granted (names, scopes->granular) || is_granted (names, scopes->classic))
      return TRUE;

  return FALSE;
}

char **
convene_oauth_provider_list_extra (const ConveneOauthProvider *provider,
                                   const char                 *granted)
{
  g_autoptr(GStrvBuilder) extra = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;

  g_return_val_if_fail (provider != NULL, NULL);

  names = g_strsplit_set (granted != NULL ? granted : "", " \t\r\n", -1);
  for (char **name = names; *name != NULL; name++)
    if (**name != '\0' && !is_listed (provider->scopes, *name) && !is_listed (provider->optional, *name))
      g_strv_builder_add (extra, *name);

  return g_strv_builder_end (extra);
}
