/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-session.h"

#include "convene-error.h"
#include "convene-oauth-grant.h"
#include "convene-oauth-revoke.h"

#include <glib/gi18n-lib.h>

/* Between two attempts to store what a locked keyring did not take */
#define SAVING_INTERVAL CONVENE_MINUTE

/* How long an app that is not accepted is taken to stay so; somebody else may mend it. */
#define APP_INTERVAL CONVENE_HOUR

struct _ConveneOauthSession
{
  GObject parent_instance;

  ConveneAccount     *account;
  ConveneHttpSession *http;
  ConveneVault       *vault;
  ConveneClock       *clock;
  char               *lock_folder;

  ConveneOauthTokens *current;    /* NULL before the first, and once refused */
  ConveneOauthTokens *unsaved;    /* came, and are nowhere but here */
  ConveneSecret      *refused;    /* the last token that the other side did not take */
  ConveneSecret      *dead;       /* the last refresh token that the other side did not take, */
  GError             *reason;     /* what it said, */
  gint64              dead_until; /* and how long that is taken for granted */
  char               *scopes;
  char               *api_url;
  const char         *tls;
  GSource            *saving;
  GSourceFunc         save; /* of that one */

  GQueue   waiters; /* of Waiter */
  gboolean in_flight;
};

/* Somebody who waits for the one request that is in flight. Cancelling is leaving; the request goes on for the others, and for the sake of its answer. */
typedef struct
{
  ConveneOauthSession *self; /* not a reference: the task has one */
  GTask               *task;
  GSource             *cancelled;
} Waiter;

static void
waiter_free (Waiter *waiter)
{
  if (waiter->cancelled != NULL)
    g_source_destroy (waiter->cancelled);
  g_clear_pointer (&waiter->cancelled, g_source_unref);
  g_clear_object (&waiter->task);
  g_free (waiter);
}

static void
return_cancelled (GTask *task)
{
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("The request was cancelled."));
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Waiter *waiter = user_data;
  g_autoptr(GTask) task = g_object_ref (waiter->task);

  g_queue_remove (&waiter->self->waiters, waiter);
  waiter_free (waiter);
  return_cancelled (task);
  return G_SOURCE_REMOVE;
}

static void
add_waiter (ConveneOauthSession *self,
            GTask               *task)
{
  Waiter       *waiter = g_new0 (Waiter, 1);
  GCancellable *cancellable = g_task_get_cancellable (task);

  waiter->self = self;
  waiter->task = g_object_ref (task);
  g_queue_push_tail (&self->waiters, waiter);
  if (cancellable == NULL)
    return;

  waiter->cancelled = g_cancellable_source_new (cancellable);
  g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (cancelled_cb), waiter, NULL);
  g_source_attach (waiter->cancelled, g_task_get_context (task));
}

static void
return_token (GTask              *task,
              ConveneOauthTokens *tokens)
{
  g_task_return_pointer (task, convene_secret_ref (tokens->access), (GDestroyNotify) convene_secret_unref);
}

/* Each waiter gets the same: one of tokens and error is NULL. Who asks again from its callback waits for the next flight. */
static void
answer_waiters (ConveneOauthSession *self,
                ConveneOauthTokens  *tokens,
                const GError        *error)
{
  GQueue  waiters = self->waiters;
  Waiter *waiter;

  g_queue_init (&self->waiters);
  /* Nobody may leave a queue that is being emptied. */
  for (GList *link = waiters.head; link != NULL; link = link->next)
    {
      waiter = link->data;
      if (waiter->cancelled != NULL)
        g_source_destroy (waiter->cancelled);
    }
  while ((waiter = g_queue_pop_head (&waiters)) != NULL)
    {
      if (tokens != NULL)
        return_token (waiter->task, tokens);
      else
        g_task_return_error (waiter->task, g_error_copy (error));
      waiter_free (waiter);
    }
}

static void
set_current (ConveneOauthSession *self,
             ConveneOauthTokens  *tokens)
{
  g_clear_pointer (&self->current, convene_oauth_tokens_free);
  self->current = convene_oauth_tokens_copy (tokens);
  g_free (self->scopes);
  self->scopes = g_strdup (tokens->scopes);
  g_free (self->api_url);
  self->api_url = g_strdup (tokens->api_url);
  g_clear_pointer (&self->refused, convene_secret_unref);
}

static void
forget_dead (ConveneOauthSession *self)
{
  g_clear_pointer (&self->dead, convene_secret_unref);
  g_clear_error (&self->reason);
}

static void
remember_dead (ConveneOauthSession *self,
               ConveneOauthOutcome *outcome,
               const GError        *error)
{
  ConveneSecret *dead = outcome->dead;

  if (self->dead != NULL && convene_secret_equal (self->dead, dead) && self->dead_until > convene_clock_now (self->clock))
    return;

  forget_dead (self);
  self->dead = convene_secret_ref (dead);
  self->reason = g_error_copy (error);
  self->dead_until = outcome->ended ? G_MAXINT64 : convene_clock_now (self->clock) + APP_INTERVAL;
}

static void
clear_saving (ConveneOauthSession *self)
{
  if (self->saving != NULL)
    g_source_destroy (self->saving);
  g_clear_pointer (&self->saving, g_source_unref);
}

static void
take_outcome (ConveneOauthSession *self,
              ConveneOauthOutcome *outcome,
              const GError        *error)
{
  g_clear_pointer (&self->unsaved, convene_oauth_tokens_free);
  self->unsaved = outcome->unsaved;
  if (outcome->tls != NULL)
    self->tls = outcome->tls;
  if (error == NULL)
    forget_dead (self);
  else if (outcome->dead != NULL)
    remember_dead (self, outcome, error);
  g_clear_pointer (&outcome->dead, convene_secret_unref);
}

static void
save_later (ConveneOauthSession *self)
{
  clear_saving (self);
  if (self->unsaved == NULL)
    return;

  self->saving = convene_clock_create_source (self->clock, convene_clock_now (self->clock) + SAVING_INTERVAL);
  g_source_set_callback (self->saving, self->save, self, NULL);
  g_source_attach (self->saving, g_main_context_get_thread_default ());
}

static void
granted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneOauthSession) self = user_data;
  g_autoptr(ConveneOauthTokens) tokens = NULL;
  g_autoptr(GError) error = NULL;
  ConveneOauthOutcome outcome;

  tokens = convene_oauth_grant_finish (result, &outcome, &error);
  take_outcome (self, &outcome, error);
  save_later (self);
  self->in_flight = FALSE;
  if (tokens != NULL)
    set_current (self, tokens);
  answer_waiters (self, tokens, error);
}

static ConveneOauthContext
get_context (ConveneOauthSession *self)
{
  ConveneOauthContext context = {
    .account = self->account,
    .provider = convene_oauth_provider_get_zoom (),
    .http = self->http,
    .vault = self->vault,
    .clock = self->clock,
    .lock_folder = self->lock_folder,
  };

  return context;
}

/* Nobody's cancellable ends it: an answer that nobody reads would be a refresh token lost. */
static void
take_off (ConveneOauthSession *self)
{
  ConveneOauthContext context = get_context (self);
  ConveneOauthPast    past = { .refused = self->refused, .unsaved = self->unsaved };

  if (self->in_flight)
    return;

  if (self->dead != NULL && convene_clock_now (self->clock) < self->dead_until)
    {
      past.dead = self->dead;
      past.reason = self->reason;
    }
  self->in_flight = TRUE;
  convene_oauth_grant_async (&context, &past, NULL, granted_cb, g_object_ref (self));
}

static gboolean
save_cb (gpointer user_data)
{
  take_off (user_data);
  return G_SOURCE_REMOVE;
}

static void
convene_oauth_session_get_async (ConveneTokenSource *source,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  ConveneOauthSession *self = CONVENE_OAUTH_SESSION (source);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, convene_oauth_session_get_async);
  g_task_set_check_cancellable (task, FALSE);

  if (g_cancellable_is_cancelled (cancellable))
    return_cancelled (task);
  else if (self->current != NULL && convene_oauth_tokens_are_fresh (self->current, convene_clock_now (self->clock)))
    return_token (task, self->current);
  else
    {
      add_waiter (self, task);
      take_off (self);
    }
}

static ConveneSecret *
convene_oauth_session_get_finish (ConveneTokenSource *source,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_session_get_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
convene_oauth_session_invalidate (ConveneTokenSource *source,
                                  ConveneSecret      *token)
{
  ConveneOauthSession *self = CONVENE_OAUTH_SESSION (source);

  if (self->current == NULL || !convene_secret_equal (self->current->access, token))
    return;

  g_clear_pointer (&self->refused, convene_secret_unref);
  self->refused = convene_secret_ref (token);
  g_clear_pointer (&self->current, convene_oauth_tokens_free);
}

static void
token_source_iface_init (ConveneTokenSourceInterface *iface)
{
  iface->get_async = convene_oauth_session_get_async;
  iface->get_finish = convene_oauth_session_get_finish;
  iface->invalidate = convene_oauth_session_invalidate;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneOauthSession, convene_oauth_session, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_TOKEN_SOURCE, token_source_iface_init))

static void
convene_oauth_session_dispose (GObject *object)
{
  ConveneOauthSession *self = CONVENE_OAUTH_SESSION (object);

  clear_saving (self);
  g_clear_object (&self->account);
  g_clear_object (&self->http);
  g_clear_object (&self->vault);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (convene_oauth_session_parent_class)->dispose (object);
}

static void
convene_oauth_session_finalize (GObject *object)
{
  ConveneOauthSession *self = CONVENE_OAUTH_SESSION (object);

  /* A waiter's task, and a flight, hold a reference each. */
  g_assert (g_queue_is_empty (&self->waiters));
  g_clear_pointer (&self->lock_folder, g_free);
  g_clear_pointer (&self->current, convene_oauth_tokens_free);
  g_clear_pointer (&self->unsaved, convene_oauth_tokens_free);
  g_clear_pointer (&self->refused, convene_secret_unref);
  forget_dead (self);
  g_clear_pointer (&self->scopes, g_free);
  g_clear_pointer (&self->api_url, g_free);

  G_OBJECT_CLASS (convene_oauth_session_parent_class)->finalize (object);
}

static void
convene_oauth_session_class_init (ConveneOauthSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_oauth_session_dispose;
  object_class->finalize = convene_oauth_session_finalize;
}

static void
convene_oauth_session_init (ConveneOauthSession *self)
{
  self->save = save_cb;
  g_queue_init (&self->waiters);
}

ConveneOauthSession *
convene_oauth_session_new (ConveneAccount     *account,
                           ConveneHttpSession *http,
                           ConveneVault       *vault,
                           ConveneClock       *clock,
                           const char         *lock_folder)
{
  ConveneOauthSession *self;

  g_return_val_if_fail (CONVENE_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (convene_account_get_id (account) != NULL, NULL);
  g_return_val_if_fail (CONVENE_IS_HTTP_SESSION (http), NULL);
  g_return_val_if_fail (CONVENE_IS_VAULT (vault), NULL);
  g_return_val_if_fail (CONVENE_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (lock_folder != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_OAUTH_SESSION, NULL);
  self->account = g_object_ref (account);
  self->http = g_object_ref (http);
  self->vault = g_object_ref (vault);
  self->clock = g_object_ref (clock);
  self->lock_folder = g_strdup (lock_folder);
  return self;
}

const char *
convene_oauth_session_get_scopes (ConveneOauthSession *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_SESSION (self), NULL);

  return self->scopes;
}

const char *
convene_oauth_session_get_api_url (ConveneOauthSession *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_SESSION (self), NULL);

  return self->api_url;
}

const char *
convene_oauth_session_get_tls (ConveneOauthSession *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_SESSION (self), NULL);

  return self->tls;
}

void
convene_oauth_session_retry (ConveneOauthSession *self)
{
  g_return_if_fail (CONVENE_IS_OAUTH_SESSION (self));

  forget_dead (self);
}

gboolean
convene_oauth_session_is_busy (ConveneOauthSession *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_SESSION (self), FALSE);

  return self->in_flight || self->unsaved != NULL;
}

static void
revoked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneSecret) token = NULL;
  GError *error = NULL;

  token = convene_oauth_revoke_finish (result, &error);
  if (token == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  convene_oauth_session_invalidate (g_task_get_source_object (task), token);
  g_task_return_boolean (task, TRUE);
}

void
convene_oauth_session_revoke_async (ConveneOauthSession *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask              *task;
  ConveneOauthContext context;

  g_return_if_fail (CONVENE_IS_OAUTH_SESSION (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_oauth_session_revoke_async);
  g_task_set_check_cancellable (task, FALSE);
  context = get_context (self);
  convene_oauth_revoke_async (&context, CONVENE_TOKEN_SOURCE (self), cancellable, revoked_cb, task);
}

gboolean
convene_oauth_session_revoke_finish (ConveneOauthSession *self,
                                     GAsyncResult        *result,
                                     GError             **error)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_session_revoke_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
