/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-tokens.h"

#include "convene-clock.h"

/* in the place of an access token that is not to be used */
#define NO_TOKEN "-"

/* Zoom's tokens live an hour. */
#define MARGIN (5 * CONVENE_MINUTE)

/* First line "1 EXPIRY TOKEN", then what for and what else was said; an empty line where nothing was. */
enum
{
  LINE_TOKEN,
  LINE_OWNER,
  LINE_API_URL,
  LINE_SCOPES,
  N_LINES
};

static ConveneSecret *
ref_or_null (ConveneSecret *secret)
{
  return secret != NULL ? convene_secret_ref (secret) : NULL;
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static char *
dup_or_null (const char *text)
{
  return *text != '\0' ? g_strdup (text) : NULL;
}

static void
free_lines (char **lines)
{
  for (char **line = lines; *line != NULL; line++)
    convene_secret_free_text (*line);
  g_free (lines);
}

static char *
format_owner (ConveneAccount *account)
{
  return g_strdup_printf ("%s %s %s", or_empty (convene_account_get_client_id (account)),
                          or_empty (convene_account_get_account_number (account)), or_empty (convene_account_get_oauth_url (account)));
}

ConveneOauthTokens *
convene_oauth_tokens_copy (const ConveneOauthTokens *self)
{
  ConveneOauthTokens *copy = g_new0 (ConveneOauthTokens, 1);

  copy->access = ref_or_null (self->access);
  copy->expiry = self->expiry;
  copy->refresh = ref_or_null (self->refresh);
  copy->scopes = g_strdup (self->scopes);
  copy->api_url = g_strdup (self->api_url);
  copy->tls = self->tls;
  return copy;
}

void
convene_oauth_tokens_free (ConveneOauthTokens *self)
{
  g_clear_pointer (&self->access, convene_secret_unref);
  g_clear_pointer (&self->refresh, convene_secret_unref);
  g_clear_pointer (&self->scopes, g_free);
  g_clear_pointer (&self->api_url, g_free);
  g_free (self);
}

gboolean
convene_oauth_tokens_are_fresh (const ConveneOauthTokens *self,
                                gint64                    now)
{
  return self->expiry - MARGIN > now;
}

ConveneSecret *
convene_oauth_tokens_to_secret (const ConveneOauthTokens *self,
                                ConveneAccount           *account)
{
  g_autofree char *owner = format_owner (account);

  return convene_secret_new_take (g_strdup_printf ("1 %" G_GINT64_FORMAT " %s\n%s\n%s\n%s", self->expiry, convene_secret_peek (self->access), owner,
                                                   or_empty (self->api_url), or_empty (self->scopes)));
}

/* "1 EXPIRY TOKEN" */
static gboolean
parse_token_line (char        *line,
                  gint64      *expiry,
                  const char **token)
{
  char *end;

  if (!g_str_has_prefix (line, "1 "))
    return FALSE;

  end = strchr (line + 2, ' ');
  if (end == NULL || end[1] == '\0')
    return FALSE;

  *end = '\0';
  *token = end + 1;
  return g_ascii_string_to_signed (line + 2, 10, 0, G_MAXINT64 / 2, expiry, NULL);
}

ConveneOauthTokens *
convene_oauth_tokens_from_secret (ConveneSecret  *secret,
                                  ConveneAccount *account)
{
  g_autofree char    *owner = format_owner (account);
  ConveneOauthTokens *self = NULL;
  char              **lines = g_strsplit (convene_secret_peek (secret), "\n", -1);
  const char         *token;
  gint64              expiry;

  if (g_strv_length (lines) == N_LINES && g_str_equal (lines[LINE_OWNER], owner) && parse_token_line (lines[LINE_TOKEN], &expiry, &token))
    {
      self = g_new0 (ConveneOauthTokens, 1);
      self->access = convene_secret_new (token);
      self->expiry = expiry;
      self->api_url = dup_or_null (lines[LINE_API_URL]);
      self->scopes = dup_or_null (lines[LINE_SCOPES]);
    }

  free_lines (lines);
  return self;
}

/* Keeping them, as a flow of two steps */
typedef struct
{
  ConveneOauthTokens *tokens;
  ConveneAccount     *account;
} Keep;

static void
keep_free (Keep *self)
{
  g_clear_pointer (&self->tokens, convene_oauth_tokens_free);
  g_clear_object (&self->account);
  g_free (self);
}

static void
access_stored_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_vault_put_finish (CONVENE_VAULT (object), result, &error))
    g_info ("The access token is not stored: %s", error->message);

  g_task_return_boolean (task, TRUE);
}

/* Takes the task. */
static void
store_access (GTask        *task,
              ConveneVault *vault)
{
  Keep *self = g_task_get_task_data (task);
  g_autoptr(ConveneSecret) text = NULL;

  text = self->tokens->access != NULL ? convene_oauth_tokens_to_secret (self->tokens, self->account) : convene_secret_new (NO_TOKEN);
  convene_vault_put_async (vault, convene_account_get_secret_id (self->account), CONVENE_VAULT_ACCESS_TOKEN, text, g_task_get_cancellable (task),
                           access_stored_cb, task);
}

static void
refresh_stored_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_vault_put_finish (CONVENE_VAULT (object), result, &error))
    store_access (g_steal_pointer (&task), CONVENE_VAULT (object));
  else
    g_task_return_error (task, error);
}

void
convene_oauth_tokens_keep_async (const ConveneOauthTokens *tokens,
                                 ConveneAccount           *account,
                                 ConveneVault             *vault,
                                 GCancellable             *cancellable,
                                 GAsyncReadyCallback       callback,
                                 gpointer                  user_data)
{
  GTask *task;
  Keep  *self;

  g_return_if_fail (tokens != NULL);
  g_return_if_fail (CONVENE_IS_ACCOUNT (account));
  g_return_if_fail (CONVENE_IS_VAULT (vault));

  self = g_new0 (Keep, 1);
  self->tokens = convene_oauth_tokens_copy (tokens);
  self->account = g_object_ref (account);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_oauth_tokens_keep_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, (GDestroyNotify) keep_free);
  if (tokens->refresh != NULL)
    convene_vault_put_async (vault, convene_account_get_secret_id (account), CONVENE_VAULT_REFRESH_TOKEN, tokens->refresh, cancellable,
                             refresh_stored_cb, task);
  else
    store_access (task, vault);
}

gboolean
convene_oauth_tokens_keep_finish (GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_tokens_keep_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
