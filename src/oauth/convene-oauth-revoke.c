/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-revoke.h"

#include "convene-oauth-client.h"

/* Revoking what an account's source has: token, client secret, and the request that both ways have. */
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

/* Tokens without a session. A token that is no longer good is revoked as well as can be (RFC 7009 §2.2). */
static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  const ConveneOauthApp *app = g_task_get_task_data (task);
  ConveneOauthAnswer     answer;
  GError                *error = NULL;

  reply = convene_http_session_send_form_finish (CONVENE_HTTP_SESSION (object), result, &error);
  if (reply == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  answer = convene_oauth_client_read (reply, convene_clock_now (app->clock));
  if (convene_oauth_is_invalid_grant (&answer) || convene_oauth_parse_success (&answer, app->provider, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
convene_oauth_revoke_tokens_async (const ConveneOauthApp    *app,
                                   const ConveneOauthTokens *tokens,
                                   GCancellable             *cancellable,
                                   GAsyncReadyCallback       callback,
                                   gpointer                  user_data)
{
  GTask         *task;
  ConveneSecret *token;

  g_return_if_fail (app != NULL);
  g_return_if_fail (tokens != NULL);
  g_return_if_fail (tokens->access != NULL || tokens->refresh != NULL);

  /* Zoom wants the access token, and ends the refresh token with it. */
  token = tokens->access != NULL ? tokens->access : tokens->refresh;
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_oauth_revoke_tokens_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, convene_oauth_app_copy (app), (GDestroyNotify) convene_oauth_app_free);
  convene_oauth_client_post_async (app, app->provider->revoke_path, (const char *const[]){ "token", convene_secret_peek (token), NULL }, cancellable,
                                   answered_cb, task);
}

gboolean
convene_oauth_revoke_tokens_finish (GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_revoke_tokens_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Third step */
static void
revoked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Revoke *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (convene_oauth_revoke_tokens_finish (result, &error))
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
  Revoke            *self = g_task_get_task_data (task);
  GCancellable      *cancellable = g_task_get_cancellable (task);
  ConveneOauthTokens tokens = { .access = self->token };
  ConveneOauthApp    app;
  GError            *error = NULL;

  client_secret = convene_vault_get_finish (CONVENE_VAULT (object), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  app = convene_oauth_client_get_app (self->account, self->provider, self->http, self->clock, client_secret);
  convene_oauth_revoke_tokens_async (&app, &tokens, cancellable, revoked_cb, g_steal_pointer (&task));
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
    convene_vault_get_async (self->vault, convene_account_get_secret_id (self->account), CONVENE_VAULT_CLIENT_SECRET, cancellable, client_secret_read_cb,
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
