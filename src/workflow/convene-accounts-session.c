/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <string.h>

#define REDIRECT_URI "http://127.0.0.1/oauth/callback"

/* Everybody who needs a token of an account gets it from the same session: only then is there one refresh at a time, and one memory of what was refused. */

/* Zoom may be slow, and a token that it gave in an answer that nobody read is lost. */
#define TOKEN_TIMEOUT 60000 /* milliseconds */

ConveneHttpSession *
convene_accounts_get_token_http (ConveneAccounts *self)
{
  if (self->token_http == NULL)
    {
      self->token_http = convene_http_session_new (self->clock);
      g_object_set (self->token_http, "timeout", TOKEN_TIMEOUT, NULL);
    }

  return self->token_http;
}

char *
convene_accounts_dup_key (ConveneAccount *account)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %s", convene_account_get_id (account), convene_account_get_connected_at (account),
                          convene_account_get_oauth_url (account));
}

static gboolean
is_of_account (gpointer key,
               gpointer value,
               gpointer account_id)
{
  gsize length = strlen (account_id);

  return strncmp (key, account_id, length) == 0 && ((const char *) key)[length] == ' ';
}

/* An earlier connection of the same account; who still works with it has a reference. */
static gboolean
is_older (gpointer key,
          gpointer value,
          gpointer user_data)
{
  ConveneAccount *account = CONVENE_ACCOUNT (user_data);
  const char     *id = convene_account_get_id (account);

  return is_of_account (key, value, (gpointer) id) &&
         g_ascii_strtoll ((const char *) key + strlen (id) + 1, NULL, 10) < convene_account_get_connected_at (account);
}

ConveneOauthSession *
convene_accounts_get_session (ConveneAccounts *self,
                              ConveneAccount  *account)
{
  g_autofree char     *key = convene_accounts_dup_key (account);
  ConveneOauthSession *session;

  if (self->sessions == NULL)
    self->sessions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  session = g_hash_table_lookup (self->sessions, key);
  if (session != NULL)
    return session;

  g_hash_table_foreach_remove (self->sessions, is_older, account);
  g_hash_table_foreach_remove (self->providers, is_older, account);
  session = convene_oauth_session_new (account, convene_accounts_get_token_http (self), self->vault, self->clock, convene_store_get_folder (self->store));
  g_hash_table_insert (self->sessions, g_steal_pointer (&key), session);
  return session;
}

void
convene_accounts_renew (ConveneAccounts *self,
                        const char      *account_id)
{
  g_hash_table_foreach_remove (self->providers, is_of_account, (gpointer) account_id);
  if (self->sessions != NULL)
    g_hash_table_foreach_remove (self->sessions, is_of_account, (gpointer) account_id);
}

void
convene_accounts_clear_sessions (ConveneAccounts *self)
{
  g_clear_pointer (&self->sessions, g_hash_table_unref);
  g_clear_object (&self->token_http);
  g_clear_object (&self->closing);
  g_clear_pointer (&self->app_id, g_free);
  g_clear_pointer (&self->app_secret, convene_secret_unref);
}

void
convene_accounts_set_app (ConveneAccounts *self,
                          const char      *client_id,
                          ConveneSecret   *client_secret)
{
  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));

  g_free (self->app_id);
  self->app_id = g_strdup (client_id != NULL && *client_id != '\0' ? client_id : NULL);
  g_clear_pointer (&self->app_secret, convene_secret_unref);
  if (self->app_id != NULL && client_secret != NULL)
    self->app_secret = convene_secret_ref (client_secret);
}

gboolean
convene_accounts_has_app (ConveneAccounts *self)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), FALSE);

  return self->app_id != NULL;
}

const char *
convene_accounts_get_redirect_uri (void)
{
  return REDIRECT_URI;
}
