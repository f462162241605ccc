/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-session.h"

/* How long what is due may take once no window is left. Whatever is not done then is done at the next start, or by a terminal. */
#define FAREWELL (10 * CONVENE_SECOND)

typedef enum
{
  STATE_CLOSED,
  STATE_OPENING,
  STATE_OPEN,
  STATE_CLOSING,
} State;

struct _ConveneSession
{
  GObject parent_instance;

  const ConveneFace *face;
  gboolean           wanted;

  State          state;
  GCancellable  *cancellable; /* of the opening */
  ConveneEngine *engine;      /* also while it is being closed */
  GError        *error;
};

G_DEFINE_FINAL_TYPE (ConveneSession, convene_session, G_TYPE_OBJECT)

enum
{
  PROP_BUSY = 1,
  N_PROPS,
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

static void
set_state (ConveneSession *self,
           State           state)
{
  gboolean busy = convene_session_get_busy (self);

  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  if (busy != convene_session_get_busy (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* Nobody waited for the end but what was still to be written. */
static void
held_cb (ConveneSession *self)
{
  if (!self->wanted)
    convene_session_close (self);
}

/* Takes the engine, or the error of an opening that nobody called off. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneSession) self = user_data;
  g_autoptr(GError) error = NULL;

  self->engine = self->face->open_finish (result, &error);
  g_clear_object (&self->cancellable);
  if (self->engine == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_message ("The profile does not open: %s", error->message);
      self->error = g_steal_pointer (&error);
    }

  if (self->engine != NULL)
    g_signal_connect_object (self->engine, "notify::held", G_CALLBACK (held_cb), self, G_CONNECT_SWAPPED);
  if (self->engine != NULL && self->wanted)
    convene_outbox_start (convene_engine_get_outbox (self->engine));
  set_state (self, self->engine != NULL ? STATE_OPEN : STATE_CLOSED);

  /* Somebody may have changed their mind meanwhile. */
  if (self->wanted && self->engine == NULL && self->error == NULL)
    convene_session_open (self);
  else if (!self->wanted)
    convene_session_close (self);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneSession) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_engine_close_finish (CONVENE_ENGINE (source), result, &error))
    g_warning ("Closing the profile: %s", error->message);

  g_clear_object (&self->engine);
  set_state (self, STATE_CLOSED);
  if (self->wanted)
    convene_session_open (self);
}

static void
settled_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneSession) self = user_data;
  g_autoptr(ConveneOutboxReport) report = convene_outbox_settle_finish (CONVENE_OUTBOX (source), result, NULL);

  convene_engine_close_async (self->engine, NULL, closed_cb, g_object_ref (self));
}

/* What waited only so that it could be taken back no longer can. */
static void
hastened_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ConveneSession) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!convene_scheduler_hasten_finish (CONVENE_SCHEDULER (source), result, &error))
    g_warning ("What could be taken back is done at its time: %s", error->message);
  convene_outbox_settle_async (convene_engine_get_outbox (self->engine), NULL, FAREWELL, NULL, settled_cb, g_object_ref (self));
}

static void
convene_session_get_property (GObject    *object,
                              guint       id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, convene_session_get_busy (CONVENE_SESSION (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
convene_session_dispose (GObject *object)
{
  ConveneSession *self = CONVENE_SESSION (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->engine);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (convene_session_parent_class)->dispose (object);
}

static void
convene_session_class_init (ConveneSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = convene_session_get_property;
  object_class->dispose = convene_session_dispose;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", CONVENE_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_session_init (ConveneSession *self)
{
}

ConveneSession *
convene_session_new (const ConveneFace *face)
{
  ConveneSession *self;

  g_return_val_if_fail (face != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_SESSION, NULL);
  self->face = face;
  return self;
}

void
convene_session_open (ConveneSession *self)
{
  g_return_if_fail (CONVENE_IS_SESSION (self));

  self->wanted = TRUE;
  if (self->state != STATE_CLOSED)
    return;

  g_clear_error (&self->error);
  self->cancellable = g_cancellable_new ();
  set_state (self, STATE_OPENING);
  self->face->open (self->cancellable, opened_cb, g_object_ref (self), self->face->open_data);
}

void
convene_session_close (ConveneSession *self)
{
  g_return_if_fail (CONVENE_IS_SESSION (self));

  self->wanted = FALSE;
  if (self->state == STATE_OPENING)
    g_cancellable_cancel (self->cancellable);
  if (self->state != STATE_OPEN || convene_engine_get_held (self->engine))
    return;

  set_state (self, STATE_CLOSING);
  convene_scheduler_hasten_async (convene_engine_get_scheduler (self->engine), NULL, hastened_cb, g_object_ref (self));
}

ConveneEngine *
convene_session_get_engine (ConveneSession *self)
{
  g_return_val_if_fail (CONVENE_IS_SESSION (self), NULL);

  return self->state == STATE_OPEN ? self->engine : NULL;
}

const GError *
convene_session_get_error (ConveneSession *self)
{
  g_return_val_if_fail (CONVENE_IS_SESSION (self), NULL);

  return self->error;
}

gboolean
convene_session_get_busy (ConveneSession *self)
{
  g_return_val_if_fail (CONVENE_IS_SESSION (self), FALSE);

  return self->state != STATE_CLOSED;
}
