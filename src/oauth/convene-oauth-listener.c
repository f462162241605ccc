/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-listener.h"

#include "convene-error.h"
#include "convene-oauth-callback.h"
#include "convene-oauth-visitor.h"

#include <glib/gi18n-lib.h>

#define MAX_VISITORS 16
#define PATIENCE 10000 /* milliseconds that a head may take */
#define PAUSE 100      /* milliseconds before another attempt where nobody could be let in */

struct _ConveneOauthListener
{
  GObject parent_instance;

  ConveneSecret      *state;
  guint               patience;
  guint16             port;
  char               *redirect_uri;
  GSocketListener    *socket;
  GCancellable       *accepting;
  GSource            *pause;
  GAsyncReadyCallback accepted; /* what comes after a pause */
  GQueue              visitors; /* of ConveneOauthVisitor, the oldest first */

  /* the one answer that counts */
  ConveneOauthCallback *answer;
  ConveneOauthVisitor  *bringer;   /* to be answered before the answer is given on; NULL then */
  GTask                *task;      /* who waits, or NULL */
  GSource              *cancelled; /* of that one */
  gboolean              waited;
};

G_DEFINE_FINAL_TYPE (ConveneOauthListener, convene_oauth_listener, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_PATIENCE,
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

/* Lets nobody in any more; who is in stays. */
static void
close_port (ConveneOauthListener *self)
{
  clear_source (&self->pause);
  g_cancellable_cancel (self->accepting);
  if (self->socket != NULL)
    g_socket_listener_close (self->socket);
}

static GError *
new_refusal (const ConveneOauthCallback *answer)
{
  const char *reason = answer->description != NULL ? answer->description : answer->error;

  if (answer->kind == CONVENE_OAUTH_CALLBACK_DECLINED)
    return convene_error_new_field (CONVENE_ERROR_REFUSED, "declined", _("You declined in the browser, so nothing has changed."));
  if (reason != NULL)
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("The sign-in page sent you back with an error: %s"), reason);

  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("The sign-in page sent you back with an error."));
}

/* Once there is somebody who waits, and something to tell that the browser has its page for. */
static void
give_on (ConveneOauthListener *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->task == NULL || self->answer == NULL || self->bringer != NULL)
    return;

  task = g_steal_pointer (&self->task);
  clear_source (&self->cancelled);
  if (self->answer->code != NULL)
    g_task_return_pointer (task, g_steal_pointer (&self->answer->code), (GDestroyNotify) convene_secret_unref);
  else
    g_task_return_error (task, new_refusal (self->answer));
}

/* Visitors */

/* The first final answer is taken here and now, before anything else can run. */
static ConveneOauthCallbackKind
judge_cb (ConveneOauthVisitor *visitor,
          const char          *head,
          gsize                length,
          gpointer             user_data)
{
  ConveneOauthListener *self = user_data;
  g_autoptr(ConveneOauthCallback) callback = convene_oauth_callback_parse (head, length, self->port, self->state);
  ConveneOauthCallbackKind kind = callback->kind;

  if (convene_oauth_callback_is_final (kind))
    {
      if (self->answer != NULL)
        return CONVENE_OAUTH_CALLBACK_LATE;
      self->answer = g_steal_pointer (&callback);
      self->bringer = visitor;
      close_port (self);
    }
  else if (kind != CONVENE_OAUTH_CALLBACK_ELSEWHERE && self->answer == NULL)
    g_signal_emit (self, signals[REFUSED], 0, (int) kind);

  return kind;
}

static void
left_cb (ConveneOauthVisitor *visitor,
         gpointer             user_data)
{
  ConveneOauthListener *self = user_data;

  g_queue_remove (&self->visitors, visitor);
  if (self->bringer != visitor)
    return;

  self->bringer = NULL;
  give_on (self);
}

static const ConveneOauthVisitorHooks hooks = { judge_cb, left_cb };

static void
dismiss (ConveneOauthListener *self,
         ConveneOauthVisitor  *visitor)
{
  g_queue_remove (&self->visitors, visitor);
  convene_oauth_visitor_dismiss (visitor);
}

/* Whoever keeps silent goes first, the longest one before the others: a browser that has something to say says it at once. */
static void
make_room (ConveneOauthListener *self)
{
  GList *link = self->visitors.head;

  while (link != NULL && !convene_oauth_visitor_is_silent (link->data))
    link = link->next;

  if (self->visitors.length >= MAX_VISITORS)
    dismiss (self, link != NULL ? link->data : self->visitors.head->data);
}

/* Accepting: who is waited for keeps nobody alive. */

static GWeakRef *
create_weak_ref (ConveneOauthListener *self)
{
  GWeakRef *ref = g_new0 (GWeakRef, 1);

  g_weak_ref_init (ref, self);
  return ref;
}

static ConveneOauthListener *
resolve_weak_ref (GWeakRef *ref)
{
  ConveneOauthListener *self = g_weak_ref_get (ref);

  g_weak_ref_clear (ref);
  g_free (ref);
  return self;
}

static gboolean
pause_cb (gpointer user_data)
{
  ConveneOauthListener *self = user_data;

  g_socket_listener_accept_async (self->socket, self->accepting, self->accepted, create_weak_ref (self));
  return G_SOURCE_REMOVE;
}

/* The computer has no descriptor for it, or the visitor went at once: both pass. */
static void
pause_accepting (ConveneOauthListener *self)
{
  clear_source (&self->pause);
  self->pause = g_timeout_source_new (PAUSE);
  g_source_set_callback (self->pause, pause_cb, self, NULL);
  g_source_attach (self->pause, g_main_context_get_thread_default ());
}

static void
accepted_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ConveneOauthListener) self = resolve_weak_ref (user_data);
  g_autoptr(GSocketConnection) connection = NULL;

  connection = g_socket_listener_accept_finish (G_SOCKET_LISTENER (object), result, NULL, NULL);
  if (self == NULL || g_cancellable_is_cancelled (self->accepting))
    return;
  if (connection == NULL)
    {
      pause_accepting (self);
      return;
    }

  make_room (self);
  g_queue_push_tail (&self->visitors, convene_oauth_visitor_new (connection, self->patience, &hooks, self));
  g_socket_listener_accept_async (self->socket, self->accepting, accepted_cb, create_weak_ref (self));
}

static void
convene_oauth_listener_dispose (GObject *object)
{
  ConveneOauthListener *self = CONVENE_OAUTH_LISTENER (object);

  close_port (self);
  while (self->visitors.head != NULL)
    dismiss (self, self->visitors.head->data);
  g_clear_object (&self->socket);

  G_OBJECT_CLASS (convene_oauth_listener_parent_class)->dispose (object);
}

static void
convene_oauth_listener_finalize (GObject *object)
{
  ConveneOauthListener *self = CONVENE_OAUTH_LISTENER (object);

  /* A task holds a reference. */
  g_assert (self->task == NULL);
  g_clear_object (&self->accepting);
  g_clear_pointer (&self->state, convene_secret_unref);
  g_clear_pointer (&self->redirect_uri, g_free);
  g_clear_pointer (&self->answer, convene_oauth_callback_free);

  G_OBJECT_CLASS (convene_oauth_listener_parent_class)->finalize (object);
}

static void
convene_oauth_listener_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ConveneOauthListener *self = CONVENE_OAUTH_LISTENER (object);

  switch (prop_id)
    {
    case PROP_PATIENCE:
      g_value_set_uint (value, self->patience);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_oauth_listener_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ConveneOauthListener *self = CONVENE_OAUTH_LISTENER (object);

  switch (prop_id)
    {
    case PROP_PATIENCE:
      if (self->patience == g_value_get_uint (value))
        return;
      self->patience = g_value_get_uint (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_oauth_listener_class_init (ConveneOauthListenerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_oauth_listener_dispose;
  object_class->finalize = convene_oauth_listener_finalize;
  object_class->get_property = convene_oauth_listener_get_property;
  object_class->set_property = convene_oauth_listener_set_property;

  properties[PROP_PATIENCE] = g_param_spec_uint ("patience", NULL, NULL, 1, G_MAXUINT, PATIENCE,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[REFUSED] = g_signal_new ("refused", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
convene_oauth_listener_init (ConveneOauthListener *self)
{
  self->patience = PATIENCE;
  self->accepting = g_cancellable_new ();
  self->socket = g_socket_listener_new ();
  self->accepted = accepted_cb;
  g_queue_init (&self->visitors);
}

static gboolean
listen_locally (ConveneOauthListener *self,
                GError              **error)
{
  g_autoptr(GInetAddress) loopback = g_inet_address_new_from_string ("127.0.0.1");
  g_autoptr(GSocketAddress) wanted = g_inet_socket_address_new (loopback, 0);
  g_autoptr(GSocketAddress) bound = NULL;
  g_autoptr(GError) cause = NULL;

  if (!g_socket_listener_add_address (self->socket, wanted, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL, &bound, &cause))
    {
      g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _("Convene cannot wait for the browser on this computer: %s"), cause->message);
      return FALSE;
    }

  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  self->redirect_uri = g_strdup_printf ("http://127.0.0.1:%u" CONVENE_OAUTH_CALLBACK_PATH, self->port);
  return TRUE;
}

ConveneOauthListener *
convene_oauth_listener_new (ConveneSecret *state,
                            GError       **error)
{
  g_autoptr(ConveneOauthListener) self = NULL;

  g_return_val_if_fail (state != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_OAUTH_LISTENER, NULL);
  self->state = convene_secret_ref (state);
  if (!listen_locally (self, error))
    return NULL;

  pause_cb (self);
  return g_steal_pointer (&self);
}

const char *
convene_oauth_listener_get_redirect_uri (ConveneOauthListener *self)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_LISTENER (self), NULL);

  return self->redirect_uri;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  ConveneOauthListener *self = user_data;
  g_autoptr(GTask) task = g_steal_pointer (&self->task);

  clear_source (&self->cancelled);
  close_port (self);
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _("The request was cancelled."));
  return G_SOURCE_REMOVE;
}

void
convene_oauth_listener_wait_async (ConveneOauthListener *self,
                                   GCancellable         *cancellable,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data)
{
  g_return_if_fail (CONVENE_IS_OAUTH_LISTENER (self));
  g_return_if_fail (!self->waited);

  self->waited = TRUE;
  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, convene_oauth_listener_wait_async);
  g_task_set_check_cancellable (self->task, FALSE);
  if (cancellable != NULL)
    {
      self->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (self->cancelled, G_SOURCE_FUNC (cancelled_cb), self, NULL);
      g_source_attach (self->cancelled, g_main_context_get_thread_default ());
    }
  give_on (self);
}

ConveneSecret *
convene_oauth_listener_wait_finish (ConveneOauthListener *self,
                                    GAsyncResult         *result,
                                    GError              **error)
{
  g_return_val_if_fail (CONVENE_IS_OAUTH_LISTENER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_oauth_listener_wait_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
