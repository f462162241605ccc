/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-zoom-pace.h"
#include "scaled-clock.h"

#define NOW (G_GINT64_CONSTANT (1795000000) * CONVENE_SECOND)
#define STEP (10 * CONVENE_SECOND / 1000)

typedef struct
{
  ConveneClock    *clock; /* stands still */
  ConveneZoomPace *pace;
  GArray          *times; /* when each call was let go */
  GError          *error; /* of the last that was not */
} Fixture;

static void
setup (Fixture      *self,
       gconstpointer data)
{
  self->clock = convene_scaled_clock_new (0, NOW, 0);
  self->pace = convene_zoom_pace_new (self->clock);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
run (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
teardown (Fixture      *self,
          gconstpointer data)
{
  run ();
  g_clear_error (&self->error);
  g_array_unref (self->times);
  g_assert_finalize_object (self->pace);
  g_assert_finalize_object (self->clock);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *self = user_data;
  gint64   now = convene_clock_now (self->clock);

  g_clear_error (&self->error);
  if (convene_zoom_pace_wait_finish (CONVENE_ZOOM_PACE (object), result, &self->error))
    g_array_append_val (self->times, now);
}

static void
ask (Fixture            *self,
     ConveneZoomCategory category,
     guint               n_calls)
{
  for (guint i = 0; i < n_calls; i++)
    convene_zoom_pace_wait_async (self->pace, category, NULL, done_cb, self);
}

/* Sources of this clock look every two milliseconds. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + 4000;

  while (g_get_monotonic_time () < end)
    run ();
}

static void
advance (Fixture *self,
         gint64   microseconds)
{
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (self->clock), microseconds);
  settle ();
}

static guint
count_window (GArray *times,
              guint   first)
{
  guint n = 0;

  for (guint i = first; i < times->len; i++)
    n += g_array_index (times, gint64, i) < g_array_index (times, gint64, first) + CONVENE_SECOND;

  return n;
}

/* Zoom: rate limits. In no second more than are allowed, and little less than that. */
static void
test_rates (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    const char         *plan;
    ConveneZoomCategory category;
    guint               rate;
    gboolean            is_held_up; /* now and then, for longer than a step */
  } table[] = {
    { "basic", CONVENE_ZOOM_LIGHT, 4, FALSE },
    { "basic", CONVENE_ZOOM_MEDIUM, 2, FALSE },
    { NULL, CONVENE_ZOOM_MEDIUM, 2, FALSE },
    { "licensed", CONVENE_ZOOM_LIGHT, 30, FALSE },
    { "licensed", CONVENE_ZOOM_MEDIUM, 20, FALSE },
    { "licensed", CONVENE_ZOOM_LIGHT, 30, TRUE },
    { "licensed", CONVENE_ZOOM_MEDIUM, 20, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      guint n_calls = 2 * table[i].rate;

      g_test_message ("%s %u", table[i].plan, table[i].category);
      convene_zoom_pace_set_plan (self->pace, table[i].plan);
      g_array_set_size (self->times, 0);
      ask (self, table[i].category, n_calls);
      run ();
      for (guint step = 0; step < 225; step++)
        advance (self, table[i].is_held_up && step % 16 == 0 ? 17 * STEP : table[i].is_held_up && step % 16 < 16 ? STEP / 2
                                                                                                                 : STEP);

      g_assert_cmpuint (self->times->len, ==, n_calls);
      for (guint j = 0; j < n_calls; j++)
        g_assert_cmpuint (count_window (self->times, j), <=, table[i].rate);
      advance (self, 5 * CONVENE_SECOND);
    }
}

/* Who comes after a pause does not wait, and one category not for the other. */
static void
test_first_at_once (Fixture      *self,
                    gconstpointer data)
{
  ask (self, CONVENE_ZOOM_MEDIUM, 1);
  ask (self, CONVENE_ZOOM_LIGHT, 1);
  run ();
  g_assert_cmpuint (self->times->len, ==, 2);
  advance (self, CONVENE_SECOND);
  ask (self, CONVENE_ZOOM_MEDIUM, 1);
  run ();
  g_assert_cmpuint (self->times->len, ==, 3);
}

static void
test_back_off (Fixture      *self,
               gconstpointer data)
{
  convene_zoom_pace_back_off (self->pace, CONVENE_ZOOM_LIGHT, NOW + 3 * CONVENE_SECOND);
  convene_zoom_pace_back_off (self->pace, CONVENE_ZOOM_LIGHT, NOW + CONVENE_SECOND);
  ask (self, CONVENE_ZOOM_LIGHT, 1);
  ask (self, CONVENE_ZOOM_MEDIUM, 1);
  settle ();
  g_assert_cmpuint (self->times->len, ==, 1);
  advance (self, 2 * CONVENE_SECOND);
  g_assert_cmpuint (self->times->len, ==, 1);
  advance (self, CONVENE_SECOND);
  g_assert_cmpuint (self->times->len, ==, 2);

  /* nobody is kept waiting for a day, whatever Zoom said */
  convene_zoom_pace_back_off (self->pace, CONVENE_ZOOM_LIGHT, NOW + CONVENE_DAY);
  ask (self, CONVENE_ZOOM_LIGHT, 1);
  advance (self, 2 * CONVENE_MINUTE);
  g_assert_cmpuint (self->times->len, ==, 3);
}

static gint64
measure (Fixture *self)
{
  g_array_set_size (self->times, 0);
  ask (self, CONVENE_ZOOM_LIGHT, 61);
  run ();
  while (self->times->len < 61)
    advance (self, STEP);

  return g_array_index (self->times, gint64, 60) - g_array_index (self->times, gint64, 0);
}

/* Who was too fast all the same goes slower for a while. */
static void
test_slower (Fixture      *self,
             gconstpointer data)
{
  gint64 first, second;

  convene_zoom_pace_set_plan (self->pace, "licensed");
  first = measure (self);
  advance (self, 5 * CONVENE_SECOND);
  for (guint i = 0; i < 5; i++)
    convene_zoom_pace_back_off (self->pace, CONVENE_ZOOM_LIGHT, NOW);
  second = measure (self);
  g_assert_cmpint (second, >, first + CONVENE_SECOND / 10);
}

/* Nothing has left: no doubt. */
static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  ask (self, CONVENE_ZOOM_MEDIUM, 1);
  convene_zoom_pace_wait_async (self->pace, CONVENE_ZOOM_MEDIUM, cancellable, done_cb, self);
  ask (self, CONVENE_ZOOM_MEDIUM, 1);
  settle ();
  g_cancellable_cancel (cancellable);
  settle ();
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_false (convene_error_is_doubtful (self->error));
  advance (self, 2 * CONVENE_SECOND);
  g_assert_cmpuint (self->times->len, ==, 2);
}

/* A clock that is set back holds nobody for longer than a minute. */
static void
test_clock_set_back (Fixture      *self,
                     gconstpointer data)
{
  ask (self, CONVENE_ZOOM_MEDIUM, 1);
  run ();
  advance (self, -CONVENE_DAY);
  ask (self, CONVENE_ZOOM_MEDIUM, 1);
  run ();
  g_assert_cmpuint (self->times->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/zoom/O-2/pace/rates", Fixture, NULL, setup, test_rates, teardown);
  g_test_add ("/zoom/O-2/pace/first-at-once", Fixture, NULL, setup, test_first_at_once, teardown);
  g_test_add ("/zoom/O-2/pace/back-off", Fixture, NULL, setup, test_back_off, teardown);
  g_test_add ("/zoom/O-2/pace/slower", Fixture, NULL, setup, test_slower, teardown);
  g_test_add ("/zoom/O-2/pace/cancel", Fixture, NULL, setup, test_cancel, teardown);
  g_test_add ("/zoom/O-2/pace/clock-set-back", Fixture, NULL, setup, test_clock_set_back, teardown);

  return g_test_run ();
}
