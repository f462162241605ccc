/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-pace.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"

/* Zoom: rate limits, calls per second and account. */
#define MOST 30
static const guint basic_rates[CONVENE_ZOOM_N_CATEGORIES] = { [CONVENE_ZOOM_LIGHT] = 4, [CONVENE_ZOOM_MEDIUM] = 2 };
static const guint licensed_rates[CONVENE_ZOOM_N_CATEGORIES] = { [CONVENE_ZOOM_LIGHT] = MOST, [CONVENE_ZOOM_MEDIUM] = 20 };

/* What leaves within one of our seconds is to arrive within one of Zoom's, however unevenly it travels: ours are longer, and when that was not enough, longer
 * still for a while. */
#define SHORTEST_SECOND (CONVENE_SECOND * 108 / 100)
#define LONGEST_SECOND (CONVENE_SECOND * 130 / 100)
#define STEP_UP (CONVENE_SECOND * 2 / 100)
#define STEP_DOWN (CONVENE_SECOND / 20000) /* each call */

#define LONGEST_WAIT CONVENE_MINUTE
#define LONGEST_LAG (CONVENE_SECOND / 10) /* so far may one who was held up fall behind the even step, and make up for it */

/* The calls of one category. */
typedef struct
{
  GQueue   waiting; /* Wait */
  GSource *timer;   /* for the first of them */
  gint64   gone[MOST];
  guint    n_gone;
  gint64   second;
  gint64   even;       /* when the next would go, step by step */
  gint64   not_before; /* what Zoom asked for */
} Lane;

struct _ConveneZoomPace
{
  GObject parent_instance;

  ConveneClock *clock;
  const guint  *rates;
  Lane          lanes[CONVENE_ZOOM_N_CATEGORIES];
};

/* Each holds the pace by its task. */
typedef struct
{
  GTask   *task;
  Lane    *lane;
  GSource *cancelled; /* NULL where nobody can */
} Wait;

G_DEFINE_FINAL_TYPE (ConveneZoomPace, convene_zoom_pace, G_TYPE_OBJECT)

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
convene_zoom_pace_finalize (GObject *object)
{
  ConveneZoomPace *self = CONVENE_ZOOM_PACE (object);

  for (guint i = 0; i < CONVENE_ZOOM_N_CATEGORIES; i++)
    clear_source (&self->lanes[i].timer);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (convene_zoom_pace_parent_class)->finalize (object);
}

static void
convene_zoom_pace_class_init (ConveneZoomPaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_zoom_pace_finalize;
}

static void
convene_zoom_pace_init (ConveneZoomPace *self)
{
  self->rates = basic_rates;
  for (guint i = 0; i < CONVENE_ZOOM_N_CATEGORIES; i++)
    {
      g_queue_init (&self->lanes[i].waiting);
      self->lanes[i].second = SHORTEST_SECOND;
    }
}

ConveneZoomPace *
convene_zoom_pace_new (ConveneClock *clock)
{
  ConveneZoomPace *self;

  g_return_val_if_fail (CONVENE_IS_CLOCK (clock), NULL);

  self = g_object_new (CONVENE_TYPE_ZOOM_PACE, NULL);
  self->clock = g_object_ref (clock);
  return self;
}

void
convene_zoom_pace_set_plan (ConveneZoomPace *self,
                            const char      *plan)
{
  g_return_if_fail (CONVENE_IS_ZOOM_PACE (self));

  self->rates = g_strcmp0 (plan, "licensed") == 0 ? licensed_rates : basic_rates;
}

/* Evenly, never more than the rate in a second, and not while Zoom wants a pause. A clock that was set back must not make everybody wait until it shows the
 * same again. */
static gint64
get_turn (ConveneZoomPace *self,
          Lane            *lane)
{
  guint  rate = self->rates[lane - self->lanes];
  gint64 turn = MAX (lane->even, lane->not_before);

  if (lane->n_gone >= rate)
    turn = MAX (turn, lane->gone[(lane->n_gone - rate) % MOST] + lane->second);

  return turn > convene_clock_now (self->clock) + LONGEST_WAIT ? 0 : turn;
}

/* Who comes to an empty lane has not been held up: the next has to wait a whole step. */
static void
note_gone (ConveneZoomPace *self,
           Lane            *lane,
           gint64           lag)
{
  gint64 now = convene_clock_now (self->clock);

  lane->gone[lane->n_gone++ % MOST] = now;
  lane->even = CLAMP (lane->even, now - lag, now) + lane->second / self->rates[lane - self->lanes];
  lane->second = MAX (lane->second - STEP_DOWN, SHORTEST_SECOND);
}

static void
wait_free (Wait *wait)
{
  clear_source (&wait->cancelled);
  g_object_unref (wait->task);
  g_free (wait);
}

static void
set_timer (ConveneZoomPace *self,
           Lane            *lane,
           GSourceFunc      callback)
{
  clear_source (&lane->timer);
  if (g_queue_is_empty (&lane->waiting))
    return;

  lane->timer = convene_clock_create_source (self->clock, get_turn (self, lane));
  g_source_set_callback (lane->timer, callback, self, NULL);
  g_source_attach (lane->timer, g_main_context_get_thread_default ());
}

/* Lets go who may. */
static gboolean
turn_cb (gpointer user_data)
{
  g_autoptr(ConveneZoomPace) self = g_object_ref (user_data);

  for (guint i = 0; i < CONVENE_ZOOM_N_CATEGORIES; i++)
    {
      Lane *lane = &self->lanes[i];

      while (!g_queue_is_empty (&lane->waiting) && get_turn (self, lane) <= convene_clock_now (self->clock))
        {
          Wait *wait = g_queue_pop_head (&lane->waiting);

          note_gone (self, lane, LONGEST_LAG);
          g_task_return_boolean (wait->task, TRUE);
          wait_free (wait);
        }
      set_timer (self, lane, turn_cb);
    }

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Wait *wait = user_data;

  g_queue_remove (&wait->lane->waiting, wait);
  g_task_return_new_error (wait->task, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, _ ("The request was cancelled."));
  wait_free (wait);
  return G_SOURCE_REMOVE;
}

static void
wait_for_turn (ConveneZoomPace *self,
               Lane            *lane,
               GTask           *task)
{
  GCancellable *cancellable = g_task_get_cancellable (task);
  Wait         *wait = g_new0 (Wait, 1);

  wait->task = g_object_ref (task);
  wait->lane = lane;
  if (cancellable != NULL)
    {
      wait->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (wait->cancelled, G_SOURCE_FUNC (cancelled_cb), wait, NULL);
      g_source_attach (wait->cancelled, g_task_get_context (task));
    }

  g_queue_push_tail (&lane->waiting, wait);
  if (lane->timer == NULL)
    set_timer (self, lane, turn_cb);
}

void
convene_zoom_pace_wait_async (ConveneZoomPace    *self,
                              ConveneZoomCategory category,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Lane *lane;

  g_return_if_fail (CONVENE_IS_ZOOM_PACE (self));
  g_return_if_fail (category < CONVENE_ZOOM_N_CATEGORIES);

  lane = &self->lanes[category];
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_zoom_pace_wait_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!g_queue_is_empty (&lane->waiting) || get_turn (self, lane) > convene_clock_now (self->clock))
    {
      wait_for_turn (self, lane, task);
      return;
    }

  note_gone (self, lane, 0);
  g_task_return_boolean (task, TRUE);
}

gboolean
convene_zoom_pace_wait_finish (ConveneZoomPace *self,
                               GAsyncResult    *result,
                               GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ZOOM_PACE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
convene_zoom_pace_back_off (ConveneZoomPace    *self,
                            ConveneZoomCategory category,
                            gint64              until)
{
  Lane *lane;

  g_return_if_fail (CONVENE_IS_ZOOM_PACE (self));
  g_return_if_fail (category < CONVENE_ZOOM_N_CATEGORIES);

  lane = &self->lanes[category];
  lane->second = MIN (lane->second + STEP_UP, LONGEST_SECOND);
  lane->not_before = MAX (lane->not_before, MIN (until, convene_clock_now (self->clock) + LONGEST_WAIT));
  set_timer (self, lane, turn_cb);
}
