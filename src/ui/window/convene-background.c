/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-background.h"

#include "convene-autostart.h"
#include "convene-bell.h"
#include "convene-health.h"
#include "convene-preferences.h"
#include "convene-reload.h"

/* How long what was written may wait until it is asked what is due now: several times a second it is written while interviews are scheduled. */
#define PATIENCE (3 * CONVENE_SECOND)

/* What was due by then has left, or says when it is due instead. */
#define LOOK_AGAIN CONVENE_MINUTE

/* A window that is being asked for is drawn first: what it waits for is read by the same thread. */
#define DRAWN_S (1)

typedef enum
{
  AUTOSTART_UNKNOWN,
  AUTOSTART_OFF,
  AUTOSTART_ON,
} Autostart;

struct _ConveneBackground
{
  GObject parent_instance;

  const ConveneFace *face;
  ConveneNotifier   *notifier;
  gboolean           visible;
  Autostart          autostart; /* as it was asked for */

  /* While there is an engine. */
  ConveneEngine *engine;
  ConveneHealth *health;
  ConveneBell   *bell;
  ConveneReload *reload;
  gint64         next_look; /* G_MAXINT64: none is planned */
  guint          watch_source;
};

G_DEFINE_FINAL_TYPE (ConveneBackground, convene_background, G_TYPE_OBJECT)

static guint idle_signal;

/* A reading: may it stay, and until when. */
typedef struct
{
  ConveneReloadTicket *ticket;
  ConveneEngine       *engine;
  GCancellable        *cancellable;
  gboolean             allowed;
} Look;

static void
look_free (Look *self)
{
  g_object_unref (self->engine);
  g_object_unref (self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
look_before (ConveneBackground *self,
             gint64             at)
{
  if (self->next_look <= at)
    return;

  self->next_look = at;
  convene_reload_ask_at (self->reload, convene_engine_get_clock (self->engine), at);
}

static gint64
get_now (ConveneBackground *self)
{
  return convene_clock_now (convene_engine_get_clock (self->engine));
}

static void
autostart_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!convene_autostart_set_finish (result, &error))
    g_message ("Starting with the desktop: %s", error->message);
}

static void
set_autostart (ConveneBackground *self,
               Autostart          autostart)
{
  if (self->face->practice || self->autostart == autostart)
    return;

  self->autostart = autostart;
  convene_autostart_set_async (self->face->application_id, autostart == AUTOSTART_ON, NULL, autostart_cb, NULL);
}

/* `due` as convene_engine_get_next_due_async () has it. */
static void
decide (ConveneBackground *self,
        gboolean           allowed,
        gint64             due)
{
  gboolean stays = allowed && due != G_MAXINT64;

  set_autostart (self, stays ? AUTOSTART_ON : AUTOSTART_OFF);
  if (stays)
    look_before (self, MAX (due, get_now (self)) + LOOK_AGAIN);
  else if (!self->visible)
    g_signal_emit (self, idle_signal, 0);
}

static void
due_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(Look) look = user_data;
  g_autoptr(ConveneBackground) self = convene_reload_finish (look->ticket);
  g_autoptr(GError) error = NULL;
  gint64 due = convene_engine_get_next_due_finish (CONVENE_ENGINE (source), result, &error);

  if (self == NULL)
    return;

  if (error != NULL)
    g_message ("What is due could not be read: %s", error->message);
  decide (self, look->allowed, due);
}

/* What cannot be read is as it is at first, and a damaged database has nothing due. */
static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  Look *look = user_data;
  g_autoptr(ConvenePreferences) preferences = convene_engine_read_preferences_finish (CONVENE_ENGINE (source), result, NULL);

  look->allowed = look->allowed && preferences != NULL && preferences->background;
  convene_engine_get_next_due_async (look->engine, look->cancellable, due_cb, look);
}

static void
look_around (gpointer      owner,
             GCancellable *cancellable)
{
  ConveneBackground *self = owner;
  Look              *look = g_new0 (Look, 1);

  self->next_look = G_MAXINT64;
  look->ticket = convene_reload_get_ticket (self->reload);
  look->engine = g_object_ref (self->engine);
  look->cancellable = g_object_ref (cancellable);
  look->allowed = !self->face->practice;
  convene_engine_read_preferences_async (self->engine, cancellable, preferences_cb, look);
}

static void
changed_cb (ConveneBackground *self)
{
  if (self->reload != NULL)
    look_before (self, get_now (self) + PATIENCE);
}

/* Practice's people are invented: no letter to them leaves practice. */
static void
follow_visible (ConveneBackground *self)
{
  convene_accounts_set_hand_over (convene_engine_get_accounts (self->engine), self->visible && !self->face->practice);
}

static void
stop (ConveneBackground *self)
{
  if (self->engine == NULL)
    return;

  g_clear_handle_id (&self->watch_source, g_source_remove);
  g_clear_pointer (&self->reload, convene_reload_free);
  convene_health_stop (self->health);
  convene_bell_stop (self->bell);
  g_clear_object (&self->health);
  g_clear_object (&self->bell);
  g_signal_handlers_disconnect_by_data (self->engine, self);
  g_clear_object (&self->engine);
}

static gboolean
watch_cb (gpointer user_data)
{
  ConveneBackground *self = user_data;

  self->watch_source = 0;
  convene_health_start (self->health);
  convene_bell_start (self->bell);
  return G_SOURCE_REMOVE;
}

static void
start (ConveneBackground *self)
{
  self->health = convene_health_new (self->engine, self->notifier);
  self->bell = convene_bell_new (self->engine, self->notifier);
  self->reload = convene_reload_new (self, look_around);
  self->next_look = G_MAXINT64;
  g_signal_connect_object (self->engine, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  follow_visible (self);
  convene_inspector_start (convene_engine_get_inspector (self->engine));
  self->watch_source = g_timeout_add_seconds (DRAWN_S, watch_cb, self);
  look_before (self, get_now (self) + PATIENCE);
}

static void
convene_background_dispose (GObject *object)
{
  ConveneBackground *self = CONVENE_BACKGROUND (object);

  stop (self);
  g_clear_object (&self->notifier);

  G_OBJECT_CLASS (convene_background_parent_class)->dispose (object);
}

static void
convene_background_class_init (ConveneBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_background_dispose;

  idle_signal = g_signal_new ("idle", CONVENE_TYPE_BACKGROUND, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_background_init (ConveneBackground *self)
{
}

ConveneBackground *
convene_background_new (const ConveneFace *face,
                        ConveneNotifier   *notifier)
{
  ConveneBackground *self;

  g_return_val_if_fail (face != NULL, NULL);
  g_return_val_if_fail (CONVENE_IS_NOTIFIER (notifier), NULL);

  self = g_object_new (CONVENE_TYPE_BACKGROUND, NULL);
  self->face = face;
  self->notifier = g_object_ref (notifier);
  return self;
}

void
convene_background_set_engine (ConveneBackground *self,
                               ConveneEngine     *engine)
{
  g_return_if_fail (CONVENE_IS_BACKGROUND (self));
  g_return_if_fail (engine == NULL || CONVENE_IS_ENGINE (engine));

  if (self->engine == engine)
    return;

  stop (self);
  self->engine = engine != NULL ? g_object_ref (engine) : NULL;
  if (engine != NULL)
    start (self);
}

static void
hastened_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!convene_scheduler_hasten_finish (CONVENE_SCHEDULER (source), result, &error))
    g_message ("What could be taken back is done at its time: %s", error->message);
}

void
convene_background_set_visible (ConveneBackground *self,
                                gboolean           visible)
{
  g_return_if_fail (CONVENE_IS_BACKGROUND (self));

  if (self->visible == visible)
    return;

  self->visible = visible;
  if (self->engine == NULL)
    return;

  follow_visible (self);
  if (visible)
    return;

  convene_scheduler_hasten_async (convene_engine_get_scheduler (self->engine), NULL, hastened_cb, NULL);
  convene_reload_ask (self->reload);
}

void
convene_background_look (ConveneBackground *self)
{
  g_return_if_fail (CONVENE_IS_BACKGROUND (self));

  if (self->reload != NULL)
    convene_reload_ask (self->reload);
}
