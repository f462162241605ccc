/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-revoke.h"

typedef struct
{
  /* inputs */
  ConveneAccount             *account;
  const ConveneOauthProvider *provider;
  ConveneHttpSession         *http;
  ConveneVault               *vault;
  ConveneClock               *clock;

  /* progress */
  ConveneSecret *token;
} Revoke;

static void
revoke_free (Revoke *self)
{
  g_clear_object (&self->account);
  g_clear_object (&self->http);
  g_clear_object (&self->vault);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->token, convene_secret_unref);
  g_free (self);
}

/* Third step */
static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  Revoke            *self = g_task_get_task_data (task);
  ConveneOauthAnswer answer;
  GError            *error = NULL;

  reply = convene_http_session_send_form_finish (CONVENE_HTTP_SESSION (object), result, &error);
  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  answer = convene_oauth_client_read (reply, convene_clock_now (self->clock));
  if (convene_oauth_parse_success (&answer, self->provider, &error))
    g_task_return_pointer (task, convene_secret_ref (self->token), (GDestroyNotify) convene_secret_unref);
  else
    g_task_return_error (task, error);
}

/* Second step */
static void
client_secret_read_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneSecret) client_secret = NULL;
  Revoke           *self = g_task_get_task_data (task);
  GCancellable     *cancellable = g_task_get_cancellable (task);
  const char *const fields[] = { "token", convene_secret_peek (self->token), NULL };
  GError           *error = NULL;

  client_secret = convene_vault_get_finish (CONVENE_VAULT (object), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    convene_oauth_client_post_async (self->http, self->account, self->provider, self->provider->revoke_path, fields, client_secret, cancellable,
                                     answered_cb, g_steal_pointer (&task));
}

/* First step */
static void
token_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Revoke       *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  self->token = convene_token_source_get_finish (CONVENE_TOKEN_SOURCE (object), result, &error);
  if (self->token == NULL)
    g_task_return_error (task, error);
  else
    convene_vault_get_async (self->vault, convene_account_get_id (self->account), CONVENE_VAULT_CLIENT_SECRET, cancellable, client_secret_read_cb,
                             g_steal_pointer (&task));
}

void
convene_oauth_revoke_async (const ConveneOauthContext *context,
                            ConveneTokenSource        *source,
                            GCancellable              *cancellable,
                            GAsyncReadyCallback        callback,
                            gpointer                   user_data)
{
  GTask  *task = g_task_new (NULL, cancellable, callback, user_data);
  Revoke *self = g_new0 (Revoke, 1);

  self->account = g_object_ref (context->account);
  self->provider = context->provider;
  self->http = g_object_ref (context->http);
  self->vault = g_object_ref (context->vault);
  self->clock = g_object_ref (context->clock);
  g_task_set_source_tag (task, convene_oauth_revoke_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, self, (GDestroyNotify) revoke_free);
  convene_token_source_get_async (source, cancellable, token_cb, task);
}

ConveneSecret *
convene_oauth_revoke_finish (GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_revoke_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
