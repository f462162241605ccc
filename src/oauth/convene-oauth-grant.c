/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-grant.h"

#include "convene-error.h"
#include "convene-oauth-lock.h"

#include <glib/gi18n-lib.h>

/* One token request as a flow, in the order of its steps from the end of the file: lock, look into the vault, read the client's secret and the
 * refresh token, ask, store, answer. A refresh token is asked with twice at most, and another one once: nothing here can go round. */
typedef struct
{
  /* inputs */
  ConveneAccount             *account;
  const ConveneOauthProvider *provider;
  ConveneHttpSession         *http;
  ConveneVault               *vault;
  ConveneClock               *clock;
  char                       *lock_folder;
  ConveneSecret              *refused;
  ConveneOauthTokens         *unsaved;

  /* progress */
  ConveneOauthLock *lock;
  ConveneSecret    *client_secret;
  ConveneSecret    *refresh;

  /* result */
  ConveneOauthTokens *tokens;
} Grant;

static void
grant_free (Grant *self)
{
  g_clear_object (&self->account);
  g_clear_object (&self->http);
  g_clear_object (&self->vault);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->lock_folder, g_free);
  g_clear_pointer (&self->refused, convene_secret_unref);
  g_clear_pointer (&self->unsaved, convene_oauth_tokens_free);
  g_clear_pointer (&self->lock, convene_oauth_lock_free);
  g_clear_pointer (&self->client_secret, convene_secret_unref);
  g_clear_pointer (&self->refresh, convene_secret_unref);
  g_clear_pointer (&self->tokens, convene_oauth_tokens_free);
  g_free (self);
}

static gboolean
is_server_to_server (Grant *self)
{
  return convene_account_get_method (self->account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;
}

static const char *
get_id (Grant *self)
{
  return convene_account_get_id (self->account);
}

/* Takes the error. What became of a token request casts no doubt on the request that wanted the token. */
static void
return_error (GTask  *task,
              GError *error)
{
  Grant *self = g_task_get_task_data (task);

  if (error->domain == CONVENE_ERROR)
    convene_error_set_doubtful (error, FALSE);
  g_clear_pointer (&self->lock, convene_oauth_lock_free);
  g_task_return_error (task, error);
}

static void
return_tokens (GTask *task)
{
  Grant *self = g_task_get_task_data (task);

  g_clear_pointer (&self->lock, convene_oauth_lock_free);
  g_task_return_pointer (task, convene_oauth_tokens_copy (self->tokens), (GDestroyNotify) convene_oauth_tokens_free);
}

static void
return_incomplete (GTask *task)
{
  Grant *self = g_task_get_task_data (task);

  return_error (task, g_error_new (CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT,
                                   _("The keyring no longer has what signs in to %s. Connect the account again."), self->provider->name));
}

/* Store */

/* Without it the next process asks for a token of its own: no loss that a person should hear of. */
static void
access_stored_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_vault_put_finish (CONVENE_VAULT (object), result, &error))
    g_info ("The access token is not stored: %s", error->message);

  return_tokens (task);
}

/* Takes the task. */
static void
store_access (GTask *task)
{
  Grant *self = g_task_get_task_data (task);
  g_autoptr(ConveneSecret) text = convene_oauth_tokens_to_secret (self->tokens, self->account);

  convene_vault_put_async (self->vault, get_id (self), CONVENE_VAULT_ACCESS_TOKEN, text, g_task_get_cancellable (task), access_stored_cb, task);
}

static void
refresh_stored_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Grant  *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (convene_vault_put_finish (CONVENE_VAULT (object), result, &error))
    {
      store_access (g_steal_pointer (&task));
      return;
    }

  g_clear_pointer (&self->unsaved, convene_oauth_tokens_free);
  self->unsaved = g_steal_pointer (&self->tokens);
  return_error (task, error);
}

/* Takes the task. The old refresh token is dead from the moment of the answer: the new one comes first. */
static void
store_tokens (GTask *task)
{
  Grant *self = g_task_get_task_data (task);

  if (self->tokens->refresh != NULL)
    convene_vault_put_async (self->vault, get_id (self), CONVENE_VAULT_REFRESH_TOKEN, self->tokens->refresh, g_task_get_cancellable (task),
                             refresh_stored_cb, task);
  else
    store_access (task);
}

/* Ask */

/* Takes the task. */
static void
ask (GTask              *task,
     GAsyncReadyCallback next)
{
  Grant            *self = g_task_get_task_data (task);
  const char *const server_fields[] = { "grant_type", "account_credentials", "account_id", convene_account_get_account_number (self->account), NULL };
  const char *const refresh_fields[] = { "grant_type", "refresh_token",
                                         "refresh_token", self->refresh != NULL ? convene_secret_peek (self->refresh) : NULL, NULL };

  convene_oauth_client_post_async (self->http, self->account, self->provider, self->provider->token_path,
                                   is_server_to_server (self) ? server_fields : refresh_fields, self->client_secret,
                                   g_task_get_cancellable (task), next, task);
}

/* Takes the task. */
static void
take_answer (GTask            *task,
             ConveneHttpReply *reply)
{
  g_autoptr(GTask) owned = task;
  Grant             *self = g_task_get_task_data (task);
  gint64             now = convene_clock_now (self->clock);
  ConveneOauthAnswer answer = convene_oauth_client_read (reply, now);
  GError            *error = NULL;

  self->tokens = convene_oauth_parse_tokens (&answer, self->provider, convene_oauth_client_get_url (self->account, self->provider), now, &error);
  if (self->tokens == NULL)
    return_error (task, error);
  else
    store_tokens (g_steal_pointer (&owned));
}

/* The answer to another refresh token than the first */
static void
last_answer_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  GError *error = NULL;

  reply = convene_http_session_send_form_finish (CONVENE_HTTP_SESSION (object), result, &error);
  if (reply == NULL)
    return_error (task, error);
  else
    take_answer (g_steal_pointer (&task), reply);
}

static void
reread_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneSecret) stored = NULL;
  Grant  *self = g_task_get_task_data (task);
  GError *error = NULL;

  stored = convene_vault_get_finish (CONVENE_VAULT (object), result, &error);
  if (error != NULL)
    {
      return_error (task, error);
      return;
    }
  if (stored == NULL || convene_secret_equal (stored, self->refresh))
    {
      return_error (task, convene_oauth_new_signed_out (self->provider));
      return;
    }

  convene_secret_unref (self->refresh);
  self->refresh = g_steal_pointer (&stored);
  ask (g_steal_pointer (&task), last_answer_cb);
}

/* Takes the task. Somebody who does not know our lock, another machine's home folder perhaps, may have been faster with the same refresh token. */
static void
judge_answer (GTask            *task,
              ConveneHttpReply *reply)
{
  Grant             *self = g_task_get_task_data (task);
  ConveneOauthAnswer answer = convene_oauth_client_read (reply, convene_clock_now (self->clock));

  if (self->refresh != NULL && convene_oauth_is_invalid_grant (&answer))
    convene_vault_get_async (self->vault, get_id (self), CONVENE_VAULT_REFRESH_TOKEN, g_task_get_cancellable (task), reread_cb, task);
  else
    take_answer (task, reply);
}

static void
second_answer_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  GError *error = NULL;

  reply = convene_http_session_send_form_finish (CONVENE_HTTP_SESSION (object), result, &error);
  if (reply == NULL)
    return_error (task, error);
  else
    judge_answer (g_steal_pointer (&task), reply);
}

/* A refresh whose answer was lost has retired the old token, or has not: only asking again tells. */
static void
first_answer_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  Grant  *self = g_task_get_task_data (task);
  GError *error = NULL;

  reply = convene_http_session_send_form_finish (CONVENE_HTTP_SESSION (object), result, &error);
  if (reply != NULL)
    {
      judge_answer (g_steal_pointer (&task), reply);
      return;
    }
  if (self->refresh == NULL || !convene_error_is_doubtful (error) || g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED))
    {
      return_error (task, error);
      return;
    }

  g_info ("The answer to a refresh was lost: asking once more");
  g_clear_error (&error);
  ask (g_steal_pointer (&task), second_answer_cb);
}

/* Read */

static void
refresh_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Grant  *self = g_task_get_task_data (task);
  GError *error = NULL;

  self->refresh = convene_vault_get_finish (CONVENE_VAULT (object), result, &error);
  if (error != NULL)
    return_error (task, error);
  else if (self->refresh == NULL)
    return_incomplete (task);
  else
    ask (g_steal_pointer (&task), first_answer_cb);
}

static gboolean
is_set (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
client_secret_read_cb (GObject      *object,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Grant        *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  self->client_secret = convene_vault_get_finish (CONVENE_VAULT (object), result, &error);
  if (error != NULL)
    return_error (task, error);
  else if (!is_set (convene_account_get_client_id (self->account)))
    return_incomplete (task);
  else if (!is_server_to_server (self))
    convene_vault_get_async (self->vault, get_id (self), CONVENE_VAULT_REFRESH_TOKEN, cancellable, refresh_read_cb, g_steal_pointer (&task));
  else if (self->client_secret == NULL || !is_set (convene_account_get_account_number (self->account)))
    return_incomplete (task);
  else
    ask (g_steal_pointer (&task), first_answer_cb);
}

/* What is in the vault is to be used: another process got it while this one waited for the lock, or an earlier run did. */
static gboolean
is_usable (Grant              *self,
           ConveneOauthTokens *tokens)
{
  return tokens != NULL && !convene_secret_equal (tokens->access, self->refused) &&
         convene_oauth_tokens_are_fresh (tokens, convene_clock_now (self->clock));
}

static void
access_read_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneSecret) stored = NULL;
  g_autoptr(ConveneOauthTokens) tokens = NULL;
  Grant        *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  stored = convene_vault_get_finish (CONVENE_VAULT (object), result, &error);
  if (error != NULL)
    {
      return_error (task, error);
      return;
    }

  tokens = stored != NULL ? convene_oauth_tokens_from_secret (stored, self->account) : NULL;
  if (is_usable (self, tokens))
    {
      self->tokens = g_steal_pointer (&tokens);
      return_tokens (task);
    }
  else if (self->unsaved != NULL)
    {
      self->tokens = g_steal_pointer (&self->unsaved);
      store_tokens (g_steal_pointer (&task));
    }
  else
    convene_vault_get_async (self->vault, get_id (self), CONVENE_VAULT_CLIENT_SECRET, cancellable, client_secret_read_cb, g_steal_pointer (&task));
}

/* Lock */

static void
locked_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Grant        *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  self->lock = convene_oauth_lock_take_finish (result, &error);
  if (self->lock == NULL)
    return_error (task, error);
  else
    convene_vault_get_async (self->vault, get_id (self), CONVENE_VAULT_ACCESS_TOKEN, cancellable, access_read_cb, g_steal_pointer (&task));
}

static Grant *
grant_new (const ConveneOauthContext *context,
           ConveneSecret             *refused,
           const ConveneOauthTokens  *unsaved)
{
  Grant *self = g_new0 (Grant, 1);

  self->account = g_object_ref (context->account);
  self->provider = context->provider;
  self->http = g_object_ref (context->http);
  self->vault = g_object_ref (context->vault);
  self->clock = g_object_ref (context->clock);
  self->lock_folder = g_strdup (context->lock_folder);
  self->refused = refused != NULL ? convene_secret_ref (refused) : NULL;
  self->unsaved = unsaved != NULL ? convene_oauth_tokens_copy (unsaved) : NULL;
  return self;
}

void
convene_oauth_grant_async (const ConveneOauthContext *context,
                           ConveneSecret             *refused,
                           const ConveneOauthTokens  *unsaved,
                           GCancellable              *cancellable,
                           GAsyncReadyCallback        callback,
                           gpointer                   user_data)
{
  GTask *task;

  g_return_if_fail (context != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_oauth_grant_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, grant_new (context, refused, unsaved), (GDestroyNotify) grant_free);
  convene_oauth_lock_take_async (context->lock_folder, convene_account_get_id (context->account), cancellable, locked_cb, task);
}

ConveneOauthTokens *
convene_oauth_grant_finish (GAsyncResult        *result,
                            ConveneOauthTokens **unsaved,
                            GError             **error)
{
  Grant *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_grant_async), NULL);

  self = g_task_get_task_data (G_TASK (result));
  *unsaved = g_steal_pointer (&self->unsaved);
  return g_task_propagate_pointer (G_TASK (result), error);
}
