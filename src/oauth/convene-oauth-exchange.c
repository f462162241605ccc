/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-exchange.h"

#include "convene-error.h"
#include "convene-oauth-client.h"
#include "convene-oauth-revoke.h"

#include <glib/gi18n-lib.h>

/* The request goes on when whoever wanted it has left: its answer may be tokens, and those are to be revoked then. So it owns itself, and has the task only
 * as long as somebody waits. */
typedef struct
{
  ConveneOauthApp *app;
  GTask           *task; /* NULL once it was answered */
  GSource         *cancelled;
  ConveneOauthPoll poll;
  GError          *error; /* what is answered when the revocation is over */
} Exchange;

static void
exchange_free (Exchange *self)
{
  g_clear_pointer (&self->app, convene_oauth_app_free);
  g_clear_error (&self->error);
  g_free (self);
}

/* The task, for its one answer; NULL where it had that. */
static GTask *
take_task (Exchange *self)
{
  if (self->cancelled != NULL)
    g_source_destroy (self->cancelled);
  g_clear_pointer (&self->cancelled, g_source_unref);
  if (self->task != NULL)
    g_task_set_task_data (self->task, GINT_TO_POINTER (self->poll), NULL);
  return g_steal_pointer (&self->task);
}

/* Takes the error. */
static void
return_error (Exchange *self,
              GError   *error)
{
  g_autoptr(GTask) task = take_task (self);

  if (task != NULL)
    g_task_return_error (task, error);
  else
    g_error_free (error);
}

static void
revoked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Exchange *self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_oauth_revoke_tokens_finish (result, &error))
    g_info ("What came of the sign-in is not revoked: %s", error->message);
  if (self->error != NULL)
    return_error (self, g_steal_pointer (&self->error));
  exchange_free (self);
}

/* Takes all three; there may be no error where nobody waits for one. */
static void
revoke_them (Exchange           *self,
             ConveneOauthTokens *tokens,
             GError             *error)
{
  self->error = error;
  convene_oauth_revoke_tokens_async (self->app, tokens, NULL, revoked_cb, self);
  convene_oauth_tokens_free (tokens);
}

/* What a person can do about it, where the parser does not know that this is the beginning of a sign-in. Takes the error. */
static GError *
explain (Exchange *self,
         GError   *error)
{
  const char      *name = self->app->provider->name;
  const char      *field = convene_error_get_field (error);
  g_autofree char *words = NULL;

  if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT))
    return error;
  if (g_strcmp0 (field, "client") != 0)
    {
      g_error_free (error);
      return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("%s no longer takes this sign-in: it took too long, or was used already. Start again."), name);
    }
  if (!convene_oauth_looks_swapped (self->app->client_id, self->app->client_secret))
    return error;

  words = g_strdup (error->message);
  g_error_free (error);
  return convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "client", _("%s It looks as if id and secret stand in each other’s place."), words);
}

static GError *
new_lost (Exchange     *self,
          const GError *cause)
{
  GError *error;

  if (!convene_error_is_doubtful (cause) || !g_error_matches (cause, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE))
    return g_error_copy (cause);

  error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _("The answer of %s to the sign-in was lost on the way. Start again."), self->app->provider->name);
  convene_error_set_doubtful (error, TRUE);
  return error;
}

/* Tokens without a refresh token would be the sign-in's end in an hour. */
static ConveneOauthTokens *
parse (Exchange                 *self,
       const ConveneOauthAnswer *answer,
       gint64                    now,
       GError                  **error)
{
  g_autoptr(ConveneOauthTokens) tokens = NULL;

  tokens = convene_oauth_parse_tokens (answer, self->app->provider, convene_oauth_app_get_url (self->app), now, NULL, error);
  if (tokens == NULL || tokens->refresh != NULL)
    return g_steal_pointer (&tokens);

  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _("%s gave a sign-in that ends within the hour. Try again later."), self->app->provider->name);
  return NULL;
}

/* Takes the exchange. */
static void
take_answer (Exchange         *self,
             ConveneHttpReply *reply)
{
  gint64             now = convene_clock_now (self->app->clock);
  ConveneOauthAnswer answer = convene_oauth_client_read (reply, now);
  g_autoptr(ConveneOauthTokens) tokens = NULL;
  g_autoptr(ConveneOauthTokens) salvaged = NULL;
  g_autoptr(GTask) task = NULL;
  GError *error = NULL;

  self->poll = convene_oauth_judge_poll (&answer);
  tokens = parse (self, &answer, now, &error);
  salvaged = tokens != NULL ? convene_oauth_tokens_copy (tokens) : convene_oauth_salvage_tokens (&answer);
  if (error != NULL)
    error = explain (self, error);

  if (salvaged != NULL && (tokens == NULL || self->task == NULL))
    {
      revoke_them (self, g_steal_pointer (&salvaged), error);
      return;
    }
  if (error != NULL)
    return_error (self, error);
  else if ((task = take_task (self)) != NULL)
    g_task_return_pointer (task, g_steal_pointer (&tokens), (GDestroyNotify) convene_oauth_tokens_free);
  exchange_free (self);
}

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Exchange *self = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  g_autoptr(GError) error = NULL;

  reply = convene_http_session_send_form_finish (CONVENE_HTTP_SESSION (object), result, &error);
  if (reply != NULL)
    {
      take_answer (self, reply);
      return;
    }

  return_error (self, new_lost (self, error));
  exchange_free (self);
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  GError *error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("The request was cancelled."));

  convene_error_set_doubtful (error, TRUE);
  return_error (user_data, error);
  return G_SOURCE_REMOVE;
}

void
convene_oauth_exchange_async (const ConveneOauthApp *app,
                              const char *const     *fields,
                              GCancellable          *cancellable,
                              GAsyncReadyCallback    callback,
                              gpointer               user_data)
{
  Exchange *self = g_new0 (Exchange, 1);

  self->app = convene_oauth_app_copy (app);
  self->poll = CONVENE_OAUTH_POLL_FAILED;
  self->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, convene_oauth_exchange_async);
  g_task_set_check_cancellable (self->task, FALSE);
  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (self->cancelled, g_main_context_get_thread_default ());
    }
  convene_oauth_client_post_async (self->app, self->app->provider->token_path, fields, NULL, answered_cb, self);
}

ConveneOauthTokens *
convene_oauth_exchange_finish (GAsyncResult     *result,
                               ConveneOauthPoll *poll,
                               GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_exchange_async), NULL);

  if (poll != NULL)
    *poll = GPOINTER_TO_INT (g_task_get_task_data (G_TASK (result)));
  return g_task_propagate_pointer (G_TASK (result), error);
}
