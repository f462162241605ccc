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

static const ConveneOauthProvider zoom = {
  .name = "Zoom",
  .oauth_url = "https://zoom.us/oauth",
  .token_path = "/token",
  .revoke_path = "/revoke",
  .api_domain = "zoom.us",
  .scopes = zoom_scopes,
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
