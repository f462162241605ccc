/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-grant.h"

#include "convene-error.h"
#include "convene-oauth-client.h"
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
  ConveneSecret              *dead;
  GError                     *reason;

  /* progress */
  ConveneOauthLock *lock;
  ConveneSecret    *client_secret;
  ConveneSecret    *refresh;
  gboolean          lost;  /* an answer was */
  ConveneOauthCause cause; /* of the last refusal */

  /* result */
  ConveneOauthTokens *tokens; /* without an access token where only a new refresh token could be read */
  GError             *error;  /* of those; told once they are stored */
  ConveneSecret      *refused_refresh;
  const char         *tls;
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
  g_clear_pointer (&self->dead, convene_secret_unref);
  g_clear_error (&self->reason);
  g_clear_pointer (&self->lock, convene_oauth_lock_free);
  g_clear_pointer (&self->client_secret, convene_secret_unref);
  g_clear_pointer (&self->refresh, convene_secret_unref);
  g_clear_pointer (&self->tokens, convene_oauth_tokens_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->refused_refresh, convene_secret_unref);
  g_free (self);
}

static gboolean
is_server_to_server (Grant *self)
{
  return convene_account_get_method (self->account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER;
}

static const char *
get_secret_id (Grant *self)
{
  return convene_account_get_secret_id (self->account);
}

/* Takes the error. What became of a token request casts no doubt on the request that wanted the token. */
static void
return_error (GTask  *task,
              GError *error)
{
  Grant *self = g_task_get_task_data (task);

  if (error->domain == CONVENE_ERROR)
    convene_error_set_doubtful (error, FALSE);
  if (self->refresh != NULL && g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT))
    self->refused_refresh = convene_secret_ref (self->refresh);
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
                                   _("The keyring no longer has what signs in to %s. Reconnect the account."), self->provider->name));
}

/* Ask */

/* Takes the task. */
static void
ask (GTask              *task,
     GAsyncReadyCallback next)
{
  Grant            *self = g_task_get_task_data (task);
  ConveneOauthApp   app = convene_oauth_client_get_app (self->account, self->provider, self->http, self->clock, self->client_secret);
  const char *const server_fields[] = { "grant_type", "account_credentials", "account_id", convene_account_get_account_number (self->account), NULL };
  const char *const refresh_fields[] = { "grant_type", "refresh_token",
                                         "refresh_token", self->refresh != NULL ? convene_secret_peek (self->refresh) : NULL, NULL };

  convene_oauth_client_post_async (&app, self->provider->token_path, is_server_to_server (self) ? server_fields : refresh_fields,
                                   g_task_get_cancellable (task), next, task);
}

/* Store */

static void
stored_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Grant  *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (convene_oauth_tokens_keep_finish (result, &error) && self->error == NULL)
    {
      return_tokens (task);
      return;
    }
  if (error != NULL)
    {
      g_clear_pointer (&self->unsaved, convene_oauth_tokens_free);
      self->unsaved = g_steal_pointer (&self->tokens);
    }

  /* What is wrong with the answer is worth more than that its refresh token could not be kept, which is tried again. */
  if (self->error != NULL)
    {
      g_clear_error (&error);
      error = g_steal_pointer (&self->error);
    }
  return_error (task, error);
}

/* Takes the task. The old refresh token is dead from the moment of the answer, whatever else that says. */
static void
store_tokens (GTask *task)
{
  Grant *self = g_task_get_task_data (task);

  convene_oauth_tokens_keep_async (self->tokens, self->account, self->vault, g_task_get_cancellable (task), stored_cb, task);
}

/* A server-to-server app names two things of which Zoom refuses one without saying which: it is known when it is the client. Takes the error. */
static GError *
with_mend (GError *error)
{
  g_autofree char *words = g_strdup (error->message);

  if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) || convene_error_get_field (error) != NULL)
    return error;

  g_error_free (error);
  /* Translators: %s is a sentence that says who refused it and why */
  return convene_error_new_field (CONVENE_ERROR_REFUSED, "account_id", _("%s: check the account ID, and that the app belongs to that account"), words);
}

/* Once signed in, an app that is switched off, or refused for whatever reason, is a sign-in that does not work at present: what needs it waits, instead of
 * failing for good. Takes the error. */
static GError *
as_signed_out (Grant  *self,
               GError *error)
{
  g_autofree char *words = g_strdup (error->message);

  if (is_server_to_server (self) && g_strcmp0 (convene_error_get_field (error), "approval") != 0)
    return with_mend (error);
  if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED))
    return error;

  g_error_free (error);
  return convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "revoked", "%s", words);
}

/* Takes the task. */
static void
take_answer (GTask            *task,
             ConveneHttpReply *reply)
{
  g_autoptr(GTask) owned = task;
  g_autoptr(ConveneSecret) kept = NULL;
  Grant             *self = g_task_get_task_data (task);
  gint64             now = convene_clock_now (self->clock);
  ConveneOauthAnswer answer = convene_oauth_client_read (reply, now);
  ConveneOauthApp    app = convene_oauth_client_get_app (self->account, self->provider, self->http, self->clock, NULL);
  GError            *error = NULL;

  self->cause = convene_oauth_get_cause (&answer);
  self->tls = answer.tls;
  self->tokens = convene_oauth_parse_tokens (&answer, self->provider, convene_oauth_app_get_url (&app), now, &kept, &error);
  if (self->tokens == NULL && kept != NULL)
    {
      self->tokens = g_new0 (ConveneOauthTokens, 1);
      self->tokens->refresh = g_steal_pointer (&kept);
      self->error = error;
    }

  if (self->tokens == NULL)
    return_error (task, as_signed_out (self, error));
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

static GError *
new_signed_out (Grant *self)
{
  if (!self->lost)
    return convene_oauth_new_signed_out (self->provider, self->cause);

  return convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "expired",
                                  _("An answer of %s was lost on the way, and with it the sign-in. Reconnect the account."), self->provider->name);
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
      return_error (task, new_signed_out (self));
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

  self->cause = convene_oauth_get_cause (&answer);
  self->tls = convene_http_reply_get_tls (reply);
  if (self->refresh != NULL && convene_oauth_is_invalid_grant (&answer))
    convene_vault_get_async (self->vault, get_secret_id (self), CONVENE_VAULT_REFRESH_TOKEN, g_task_get_cancellable (task), reread_cb, task);
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
  self->lost = TRUE;
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
  else if (self->dead != NULL && convene_secret_equal (self->refresh, self->dead))
    return_error (task, g_error_copy (self->reason));
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
    convene_vault_get_async (self->vault, get_secret_id (self), CONVENE_VAULT_REFRESH_TOKEN, cancellable, refresh_read_cb, g_steal_pointer (&task));
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
refresh_stored_cb (GObject      *object,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Grant        *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  if (!convene_oauth_tokens_keep_finish (result, &error))
    {
      return_error (task, error);
      return;
    }

  g_clear_pointer (&self->unsaved, convene_oauth_tokens_free);
  convene_vault_get_async (self->vault, get_secret_id (self), CONVENE_VAULT_CLIENT_SECRET, cancellable, client_secret_read_cb,
                           g_steal_pointer (&task));
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
  else if (self->unsaved != NULL && self->unsaved->access == NULL)
    convene_oauth_tokens_keep_async (self->unsaved, self->account, self->vault, cancellable, refresh_stored_cb, g_steal_pointer (&task));
  else if (self->unsaved != NULL)
    {
      self->tokens = g_steal_pointer (&self->unsaved);
      store_tokens (g_steal_pointer (&task));
    }
  else
    convene_vault_get_async (self->vault, get_secret_id (self), CONVENE_VAULT_CLIENT_SECRET, cancellable, client_secret_read_cb, g_steal_pointer (&task));
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
    convene_vault_get_async (self->vault, get_secret_id (self), CONVENE_VAULT_ACCESS_TOKEN, cancellable, access_read_cb, g_steal_pointer (&task));
}

static Grant *
grant_new (const ConveneOauthContext *context,
           const ConveneOauthPast    *past)
{
  Grant *self = g_new0 (Grant, 1);

  self->account = g_object_ref (context->account);
  self->provider = context->provider;
  self->http = g_object_ref (context->http);
  self->vault = g_object_ref (context->vault);
  self->clock = g_object_ref (context->clock);
  self->lock_folder = g_strdup (context->lock_folder);
  self->refused = past->refused != NULL ? convene_secret_ref (past->refused) : NULL;
  self->unsaved = past->unsaved != NULL ? convene_oauth_tokens_copy (past->unsaved) : NULL;
  self->dead = past->dead != NULL ? convene_secret_ref (past->dead) : NULL;
  self->reason = past->reason != NULL ? g_error_copy (past->reason) : NULL;
  return self;
}

void
convene_oauth_grant_async (const ConveneOauthContext *context,
                           const ConveneOauthPast    *past,
                           GCancellable              *cancellable,
                           GAsyncReadyCallback        callback,
                           gpointer                   user_data)
{
  GTask           *task;
  g_autofree char *lock_name = NULL;

  g_return_if_fail (context != NULL);
  g_return_if_fail (past != NULL);

  lock_name = convene_account_dup_lock_name (context->account);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_oauth_grant_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, grant_new (context, past), (GDestroyNotify) grant_free);
  convene_oauth_lock_take_async (context->lock_folder, lock_name, cancellable, locked_cb, task);
}

ConveneOauthTokens *
convene_oauth_grant_finish (GAsyncResult        *result,
                            ConveneOauthOutcome *outcome,
                            GError             **error)
{
  Grant *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_grant_async), NULL);

  self = g_task_get_task_data (G_TASK (result));
  outcome->unsaved = g_steal_pointer (&self->unsaved);
  outcome->dead = g_steal_pointer (&self->refused_refresh);
  outcome->ended = convene_oauth_cause_is_final (self->cause);
  outcome->tls = self->tls;
  return g_task_propagate_pointer (G_TASK (result), error);
}
