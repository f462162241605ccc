/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-device.h"

#include "convene-error.h"
#include "convene-oauth-client.h"
#include "convene-oauth-exchange.h"
#include "convene-oauth-parse.h"

#include <glib/gi18n-lib.h>

#define DEVICE_GRANT "urn:ietf:params:oauth:grant-type:device_code"
#define SLOWER (5 * CONVENE_SECOND)

struct _ConveneOauthDevice
{
  GObject parent_instance;

  /* inputs */
  ConveneOauthApp *app;

  /* progress */
  ConveneSecret *device_code;
  gint64         interval;
  gint64         next;
  gboolean       backed_off; /* once is enough for a network that is not there */
  GSource       *timer;
  gboolean       started;

  /* what a person is shown */
  char  *user_code;
  char  *verification_uri;
  gint64 expires_at;
};

G_DEFINE_FINAL_TYPE (ConveneOauthDevice, convene_oauth_device, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_USER_CODE,
  PROP_VERIFICATION_URI,
  PROP_EXPIRES_AT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
clear_timer (ConveneOauthDevice *self)
{
  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
}

static GError *
new_expired (void)
{
  return convene_error_new_field (CONVENE_ERROR_UNREACHABLE, "expired", _("Nobody typed the code in time. Start again for another one."));
}

/* Sets a timer for the next poll, or for the end where that comes first; it also fires when it is cancelled, or the machine's clock is set. */
static void
wait_for (ConveneOauthDevice *self,
          GTask              *task,
          gint64              at,
          GSourceFunc         callback)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  clear_timer (self);
  self->next = at;
  self->timer = convene_clock_create_source (self->app->clock, MIN (at, self->expires_at));
  if (cancellable != NULL)
    {
      g_autoptr(GSource) cancelled = g_cancellable_source_new (cancellable);

      g_source_set_dummy_callback (cancelled);
      g_source_add_child_source (self->timer, cancelled);
    }
  g_source_set_callback (self->timer, callback, task, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

/* What an answer without tokens means for the next one (RFC 8628 §3.5); FALSE where there is none, and *error says why. */
static gboolean
may_go_on (ConveneOauthDevice *self,
           ConveneOauthPoll    poll,
           gint64             *at,
           GError            **error)
{
  *at = convene_clock_now (self->app->clock);

  if (poll == CONVENE_OAUTH_POLL_SLOW_DOWN)
    self->interval += SLOWER;
  else if (g_error_matches (*error, CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED))
    *at = MAX (*at, convene_error_get_retry_at (*error));
  else if (g_error_matches (*error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE))
    {
      self->interval *= self->backed_off ? 1 : 2;
      self->backed_off = TRUE;
    }
  else if (poll != CONVENE_OAUTH_POLL_PENDING)
    return FALSE;

  *at += self->interval;
  return TRUE;
}

static void
return_poll_error (GTask           *task,
                   ConveneOauthPoll poll,
                   GError          *error)
{
  if (poll == CONVENE_OAUTH_POLL_DECLINED)
    g_task_return_error (task, convene_error_new_field (CONVENE_ERROR_REFUSED, "declined", _("You declined, so nothing has changed.")));
  else if (poll == CONVENE_OAUTH_POLL_EXPIRED)
    g_task_return_error (task, new_expired ());
  else
    g_task_return_error (task, g_error_copy (error));
}

/* The other step, again and again: the timer's callback is kept in the task. */
static void
polled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneOauthDevice *self = g_task_get_source_object (task);
  ConveneOauthTokens *tokens;
  ConveneOauthPoll    poll;
  gint64              at;

  tokens = convene_oauth_exchange_finish (result, &poll, &error);
  if (tokens != NULL)
    g_task_return_pointer (task, tokens, (GDestroyNotify) convene_oauth_tokens_free);
  else if (may_go_on (self, poll, &at, &error))
    {
      GSourceFunc poll_cb = g_task_get_task_data (task);

      wait_for (self, g_steal_pointer (&task), at, poll_cb);
    }
  else
    return_poll_error (task, poll, error);
}

/* The step of each poll. After a sleep of the machine there may be nothing left to ask for. */
static gboolean
poll_cb (gpointer user_data)
{
  GTask              *task = user_data;
  ConveneOauthDevice *self = g_task_get_source_object (task);
  gint64              now = convene_clock_now (self->app->clock);
  const char *const   fields[] = { "grant_type", DEVICE_GRANT, "device_code", convene_secret_peek (self->device_code), NULL };

  clear_timer (self);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("The request was cancelled."));
  else if (now >= self->expires_at)
    g_task_return_error (task, new_expired ());
  else if (now < self->next)
    {
      wait_for (self, task, self->next, poll_cb);
      return G_SOURCE_REMOVE;
    }
  else
    {
      convene_oauth_exchange_async (self->app, fields, g_task_get_cancellable (task), polled_cb, task);
      return G_SOURCE_REMOVE;
    }

  g_object_unref (task);
  return G_SOURCE_REMOVE;
}

static void
take_code (ConveneOauthDevice     *self,
           ConveneOauthDeviceCode *code)
{
  self->device_code = g_steal_pointer (&code->device_code);
  self->user_code = g_steal_pointer (&code->user_code);
  self->verification_uri = g_steal_pointer (&code->verification_uri);
  self->interval = code->interval;
  self->expires_at = convene_clock_now (self->app->clock) + code->life;

  for (guint i = PROP_USER_CODE; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

/* First step */
static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneHttpReply) reply = NULL;
  g_autoptr(ConveneOauthDeviceCode) code = NULL;
  ConveneOauthDevice *self = g_task_get_source_object (task);
  ConveneOauthAnswer  answer;
  GError             *error = NULL;

  reply = convene_http_session_send_form_finish (CONVENE_HTTP_SESSION (object), result, &error);
  if (reply != NULL)
    {
      answer = convene_oauth_client_read (reply, convene_clock_now (self->app->clock));
      code = convene_oauth_parse_device_code (&answer, self->app->provider, convene_oauth_app_get_url (self->app), &error);
    }
  if (code == NULL)
    {
      convene_error_set_doubtful (error, FALSE);
      g_task_return_error (task, error);
      return;
    }

  take_code (self, code);
  wait_for (self, g_steal_pointer (&task), convene_clock_now (self->app->clock) + self->interval, poll_cb);
}

static void
convene_oauth_device_dispose (GObject *object)
{
  clear_timer (CONVENE_OAUTH_DEVICE (object));

  G_OBJECT_CLASS (convene_oauth_device_parent_class)->dispose (object);
}

static void
convene_oauth_device_finalize (GObject *object)
{
  ConveneOauthDevice *self = CONVENE_OAUTH_DEVICE (object);

  g_clear_pointer (&self->app, convene_oauth_app_free);
  g_clear_pointer (&self->device_code, convene_secret_unref);
  g_clear_pointer (&self->user_code, g_free);
  g_clear_pointer (&self->verification_uri, g_free);

  G_OBJECT_CLASS (convene_oauth_device_parent_class)->finalize (object);
}

static void
convene_oauth_device_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ConveneOauthDevice *self = CONVENE_OAUTH_DEVICE (object);

  switch (prop_id)
    {
    case PROP_USER_CODE:
      g_value_set_string (value, self->user_code);
      break;
    case PROP_VERIFICATION_URI:
      g_value_set_string (value, self->verification_uri);
      break;
    case PROP_EXPIRES_AT:
      g_value_set_int64 (value, self->expires_at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_oauth_device_class_init (ConveneOauthDeviceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_oauth_device_dispose;
  object_class->finalize = convene_oauth_device_finalize;
  object_class->get_property = convene_oauth_device_get_property;

  properties[PROP_USER_CODE] = g_param_spec_string ("user-code", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_VERIFICATION_URI] = g_param_spec_string ("verification-uri", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPIRES_AT] = g_param_spec_int64 ("expires-at", NULL, NULL, 0, G_MAXINT64, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
convene_oauth_device_init (ConveneOauthDevice *self)
{
}

ConveneOauthDevice *
convene_oauth_device_new (const ConveneOauthApp *app)
{
  ConveneOauthDevice *self;

  g_return_val_if_fail (app != NULL, NULL);
  g_return_val_if_fail (app->client_id != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_OAUTH_DEVICE, NULL);
  self->app = convene_oauth_app_copy (app);
  return self;
}

const char *
convene_oauth_device_get_user_code (ConveneOauthDevice *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_DEVICE (self), NULL);

  return self->user_code;
}

const char *
convene_oauth_device_get_verification_uri (ConveneOauthDevice *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_DEVICE (self), NULL);

  return self->verification_uri;
}

gint64
convene_oauth_device_get_expires_at (ConveneOauthDevice *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_DEVICE (self), 0);

  return self->expires_at;
}

void
convene_oauth_device_run_async (ConveneOauthDevice *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_OAUTH_DEVICE (self));
  g_return_if_fail (!self->started);

  self->started = TRUE;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_oauth_device_run_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, poll_cb, NULL);

  /* Zoom wants the id in the form, with a secret too; a public client's is there already. */
  if (self->app->client_secret != NULL)
    convene_oauth_client_post_async (self->app, self->app->provider->device_path, (const char *const[]){ "client_id", self->app->client_id, NULL },
                                     cancellable, answered_cb, task);
  else
    convene_oauth_client_post_async (self->app, self->app->provider->device_path, (const char *const[]){ NULL }, cancellable, answered_cb, task);
}

ConveneOauthTokens *
convene_oauth_device_run_finish (ConveneOauthDevice *self,
                                 GAsyncResult       *result,
                                 GError            **error)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_DEVICE (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_device_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
