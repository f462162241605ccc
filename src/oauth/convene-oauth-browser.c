/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-browser.h"

#include "convene-error.h"
#include "convene-oauth-exchange.h"
#include "convene-oauth-form.h"
#include "convene-oauth-listener.h"
#include "convene-oauth-pkce.h"
#include "convene-oauth-random.h"

#include <glib/gi18n-lib.h>

#define TIMEOUT (10 * CONVENE_MINUTE)

struct _ConveneOauthBrowser
{
  GObject parent_instance;

  /* inputs */
  ConveneOauthApp *app;
  gint64           timeout;

  /* this attempt's own */
  ConveneSecret        *verifier;
  ConveneOauthListener *listener;
  char                 *address;

  /* progress */
  GCancellable *waiting; /* what the listener is given: the caller's cancellation and the deadline both end here */
  GSource      *deadline;
  GSource      *cancelled;
  gint64        end;
  gboolean      timed_out;
  gboolean      started;
};

G_DEFINE_FINAL_TYPE (ConveneOauthBrowser, convene_oauth_browser, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TIMEOUT,
  N_PROPS
};

enum
{
  REFUSED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
clear_source (GSource **source)
{
  if (*source == NULL)
    return;

  g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
refused_cb (ConveneOauthBrowser *self,
            int                  kind)
{
  g_signal_emit (self, signals[REFUSED], 0, kind);
}

/* Second step */
static void
exchanged_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  ConveneOauthTokens *tokens;
  GError             *error = NULL;

  tokens = convene_oauth_exchange_finish (result, NULL, &error);
  if (tokens == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, tokens, (GDestroyNotify) convene_oauth_tokens_free);
}

/* Takes the task. RFC 6749 §4.1.3, RFC 7636 §4.5: the redirect address is the very one of the first request, with its port. */
static void
exchange (ConveneOauthBrowser *self,
          GTask               *task,
          ConveneSecret       *code)
{
  const char *const fields[] = {
    "grant_type", "authorization_code",
    "code", convene_secret_peek (code),
    "redirect_uri", convene_oauth_listener_get_redirect_uri (self->listener),
    "code_verifier", convene_secret_peek (self->verifier),
    NULL
  };

  convene_oauth_exchange_async (self->app, fields, g_task_get_cancellable (task), exchanged_cb, task);
}

/* First step */
static void
came_back_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneSecret) code = NULL;
  ConveneOauthBrowser *self = g_task_get_source_object (task);
  GError              *error = NULL;

  code = convene_oauth_listener_wait_finish (CONVENE_OAUTH_LISTENER (object), result, &error);
  clear_source (&self->deadline);
  clear_source (&self->cancelled);
  if (code != NULL)
    {
      exchange (self, g_steal_pointer (&task), code);
      return;
    }
  if (self->timed_out)
    {
      g_error_free (error);
      error = convene_error_new_field (CONVENE_ERROR_UNREACHABLE, "timeout",
                                       _("Nobody came back from the browser in time. If %s showed you a page that says you cannot add the app, "
                                         "ask your %s administrator to approve it; else start again."),
                                          self->app->provider->name, self->app->provider->name);
    }
  g_task_return_error (task, error);
}

/* A timer also fires when the machine's clock is set. */
static gboolean
deadline_cb (gpointer user_data)
{
  ConveneOauthBrowser *self = user_data;
  GSource             *again;

  if (convene_clock_now (self->app->clock) >= self->end)
    {
      self->timed_out = TRUE;
      g_cancellable_cancel (self->waiting);
      return G_SOURCE_REMOVE;
    }

  again = convene_clock_create_source (self->app->clock, self->end);
  g_source_set_callback (again, deadline_cb, self, NULL);
  g_source_attach (again, g_main_context_get_thread_default ());
  clear_source (&self->deadline);
  self->deadline = again;
  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  ConveneOauthBrowser *self = user_data;

  g_cancellable_cancel (self->waiting);
  return G_SOURCE_REMOVE;
}

static void
convene_oauth_browser_dispose (GObject *object)
{
  ConveneOauthBrowser *self = CONVENE_OAUTH_BROWSER (object);

  clear_source (&self->deadline);
  clear_source (&self->cancelled);
  g_clear_object (&self->listener);
  g_clear_object (&self->waiting);

  G_OBJECT_CLASS (convene_oauth_browser_parent_class)->dispose (object);
}

static void
convene_oauth_browser_finalize (GObject *object)
{
  ConveneOauthBrowser *self = CONVENE_OAUTH_BROWSER (object);

  g_clear_pointer (&self->app, convene_oauth_app_free);
  g_clear_pointer (&self->verifier, convene_secret_unref);
  g_clear_pointer (&self->address, g_free);

  G_OBJECT_CLASS (convene_oauth_browser_parent_class)->finalize (object);
}

static void
convene_oauth_browser_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ConveneOauthBrowser *self = CONVENE_OAUTH_BROWSER (object);

  switch (prop_id)
    {
    case PROP_TIMEOUT:
      g_value_set_int64 (value, self->timeout);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_oauth_browser_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ConveneOauthBrowser *self = CONVENE_OAUTH_BROWSER (object);

  switch (prop_id)
    {
    case PROP_TIMEOUT:
      if (self->timeout == g_value_get_int64 (value))
        return;
      self->timeout = g_value_get_int64 (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_oauth_browser_class_init (ConveneOauthBrowserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_oauth_browser_dispose;
  object_class->finalize = convene_oauth_browser_finalize;
  object_class->get_property = convene_oauth_browser_get_property;
  object_class->set_property = convene_oauth_browser_set_property;

  properties[PROP_TIMEOUT] = g_param_spec_int64 ("timeout", NULL, NULL, 0, CONVENE_DAY, TIMEOUT,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
convene_oauth_browser_init (ConveneOauthBrowser *self)
{
  self->timeout = TIMEOUT;
  self->waiting = g_cancellable_new ();
}

/* RFC 6749 §4.1.1 and RFC 7636 §4.3. No scope: Zoom takes the app's, and refuses a list that has one more. */
static char *
create_address (ConveneOauthBrowser *self,
                ConveneSecret       *state)
{
  g_autofree char  *challenge = convene_oauth_pkce_challenge (self->verifier);
  const char *const fields[] = {
    "response_type", "code",
    "client_id", self->app->client_id,
    "redirect_uri", convene_oauth_listener_get_redirect_uri (self->listener),
    "state", convene_secret_peek (state),
    "code_challenge", challenge,
    "code_challenge_method", "S256",
    NULL
  };
  g_autoptr(ConveneSecret) query = convene_oauth_form_new (fields);

  return g_strconcat (convene_oauth_app_get_url (self->app), self->app->provider->authorize_path, "?", convene_secret_peek (query), NULL);
}

ConveneOauthBrowser *
convene_oauth_browser_new (const ConveneOauthApp *app,
                           GError               **error)
{
  g_autoptr(ConveneOauthBrowser) self = NULL;
  g_autoptr(ConveneSecret) state = NULL;

  g_return_val_if_fail (app != NULL, NULL);
  g_return_val_if_fail (app->client_id != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_OAUTH_BROWSER, NULL);
  self->app = convene_oauth_app_copy (app);
  self->verifier = convene_oauth_random_new ();
  state = convene_oauth_random_new ();
  self->listener = convene_oauth_listener_new (state, error);
  if (self->listener == NULL)
    return NULL;

  g_signal_connect_object (self->listener, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  self->address = create_address (self, state);
  return g_steal_pointer (&self);
}

const char *
convene_oauth_browser_get_address (ConveneOauthBrowser *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_BROWSER (self), NULL);

  return self->address;
}

const char *
convene_oauth_browser_get_redirect_uri (ConveneOauthBrowser *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_BROWSER (self), NULL);

  return convene_oauth_listener_get_redirect_uri (self->listener);
}

void
convene_oauth_browser_run_async (ConveneOauthBrowser *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_OAUTH_BROWSER (self));
  g_return_if_fail (!self->started);

  self->started = TRUE;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_oauth_browser_run_async);
  g_task_set_check_cancellable (task, FALSE);

  self->end = convene_clock_now (self->app->clock) + self->timeout;
  self->deadline = convene_clock_create_source (self->app->clock, self->end);
  g_source_set_callback (self->deadline, deadline_cb, self, NULL);
  g_source_attach (self->deadline, g_main_context_get_thread_default ());
  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (self->cancelled, g_main_context_get_thread_default ());
    }
  convene_oauth_listener_wait_async (self->listener, self->waiting, came_back_cb, task);
}

ConveneOauthTokens *
convene_oauth_browser_run_finish (ConveneOauthBrowser *self,
                                  GAsyncResult        *result,
                                  GError             **error)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_BROWSER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_browser_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
