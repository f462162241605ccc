/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <glib/gi18n-lib.h>

#include "convene-oauth-provider.h"

/* What was granted, in words. */

static const struct
{
  const char *scope; /* by its granular name */
  const char *words;
} sentences[] = {
  { "user:read:user", N_ ("See your name, your address and your plan") },
    { "meeting:write:meeting", N_ ("Make meetings for the interviews that you schedule") },
      { "meeting:read:meeting", N_ ("See whether a meeting of an interview is still there, and as it was planned") },
        { "meeting:update:meeting", N_ ("Move and change meetings of interviews") },
          { "meeting:delete:meeting", N_ ("Delete meetings of interviews that are cancelled") },
            { "meeting:read:list_meetings", N_ ("Look for a meeting when an answer was lost, so that none is made twice") },
              { "user:read:list_schedulers", N_ ("See for whom you may schedule meetings") },
                { "user:read:settings", N_ ("See what your Zoom account allows") },
              };

const char *
convene_grant_to_words (const char *scope)
{
  g_return_val_if_fail (scope != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].scope, scope))
      return _ (sentences[i].words);

  return NULL;
}

char **
convene_accounts_list_needed_scopes (void)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();

  for (const ConveneOauthScope *scope = convene_oauth_provider_get_zoom ()->scopes; scope->granular != NULL; scope++)
    g_strv_builder_add (names, scope->granular);

  return g_strv_builder_end (names);
}

void
convene_grants_free (ConveneGrants *self)
{
  g_clear_pointer (&self->granted, g_strfreev);
  g_clear_pointer (&self->missing, g_strfreev);
  g_clear_pointer (&self->extra, g_strfreev);
  g_free (self);
}

static char **
split (const char *names)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) parts = g_strsplit_set (names != NULL ? names : "", " \t\r\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

ConveneGrants *
convene_accounts_describe_grants (ConveneAccounts *self,
                                  ConveneAccount  *account)
{
  ConveneGrants *grants;

  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (CONVENE_IS_ACCOUNT (account), NULL);

  grants = g_new0 (ConveneGrants, 1);
  grants->granted = split (convene_account_get_scopes (account));
  grants->missing = split (convene_account_get_missing_scopes (account));
  grants->extra = convene_account_get_kind (account) == CONVENE_ACCOUNT_KIND_ZOOM ? convene_oauth_provider_list_extra (convene_oauth_provider_get_zoom (), convene_account_get_scopes (account)) : split (NULL);
  return grants;
}
