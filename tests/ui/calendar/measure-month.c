/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* measure-month [EACH [month|week]]: how long the main thread is busy when a month or a week is turned, with EACH interviews (20) on every day, from before-paint to after-paint of the
 * frame that shows it, and what else the main thread does for a turn. Figures, no verdict. */

#include <stdlib.h>
#include <time.h>

#include "busy-month.h"
#include "convene-month-view.h"
#include "convene-time-view.h"
#include "ui-window.h"

#define TURNS (60)

typedef struct
{
  GtkWidget       *view;
  gboolean         weeks;
  ConveneCalendar *calendar;
  double           begun;
  double           frame_cpu;
  GArray          *frames; /* of double: milliseconds, since the turn */
} Measure;

static double
get_cpu (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static double
get_wall (void)
{
  return g_get_monotonic_time () / 1e3;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Measure       *self)
{
  self->begun = get_wall ();
  self->frame_cpu = get_cpu ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Measure       *self)
{
  double took = get_wall () - self->begun;

  g_array_append_val (self->frames, took);
  took = get_cpu () - self->frame_cpu;
  g_array_append_val (self->frames, took);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
report (const char *name,
        GArray     *values)
{
  g_array_sort (values, compare);
  g_print ("%-44s n %3u  p50 %6.2f ms  p95 %6.2f ms  max %6.2f ms\n", name, values->len, g_array_index (values, double, values->len / 2),
           g_array_index (values, double, (values->len - 1) * 95 / 100), g_array_index (values, double, values->len - 1));
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

/* As somebody who looks at a month for a moment. */
static void
rest (Measure *self)
{
  gboolean over = FALSE;

  g_timeout_add (400, over_cb, &over);
  while (!over || !convene_calendar_get_loaded (self->calendar))
    g_main_context_iteration (NULL, TRUE);
}

static void
measure (Measure *self)
{
  g_autoptr(GArray) calls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) first_cpu = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) later = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) whole = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < TURNS; i++)
    {
      double begun, took, cpu;

      rest (self);
      g_array_set_size (self->frames, 0);
      cpu = get_cpu ();
      begun = get_wall ();
      if (self->weeks)
        convene_time_view_turn (CONVENE_TIME_VIEW (self->view), i / 12 % 2 == 0 ? 1 : -1);
      else
        convene_month_view_turn (CONVENE_MONTH_VIEW (self->view), i / 12 % 2 == 0 ? 1 : -1);
      took = get_wall () - begun;
      g_array_append_val (calls, took);
      rest (self);

      took = get_cpu () - cpu;
      g_array_append_val (whole, took);
      g_assert_cmpuint (self->frames->len, >=, 2);
      g_array_append_val (first, g_array_index (self->frames, double, 0));
      g_array_append_val (first_cpu, g_array_index (self->frames, double, 1));
      for (guint j = 2; j < self->frames->len; j += 2)
        g_array_append_val (later, g_array_index (self->frames, double, j));
    }

  report ("the call", calls);
  report ("before-paint to after-paint", first);
  report ("the same, processor time", first_cpu);
  if (later->len > 0)
    report ("later frames", later);
  report ("all of the main thread, processor time", whole);
}

static GtkWidget *
make_content (UiFixture *fixture,
              Measure   *self,
              gboolean   beside)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *month = self->weeks ? convene_time_view_new () : convene_month_view_new (NULL);
  g_autoptr(ConveneCalendar) calendar = NULL;

  g_object_set (month, "engine", fixture->engine, NULL);
  g_object_get (month, "calendar", &calendar, NULL);
  self->view = month;
  self->calendar = calendar;
  gtk_widget_set_hexpand (month, TRUE);
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), month);
  if (beside)
    {
      GtkWidget *day = convene_day_view_new (fixture->engine);

      convene_day_view_set_calendar (CONVENE_DAY_VIEW (day), self->calendar);
      g_object_bind_property (month, "date", day, "date", G_BINDING_SYNC_CREATE);
      gtk_widget_set_size_request (day, 340, -1);
      gtk_box_append (GTK_BOX (box), day);
    }
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), box);
  return outer;
}

static void
run (UiFixture *fixture,
     gboolean   weeks,
     gboolean   beside)
{
  Measure        self = { .weeks = weeks, .frames = g_array_new (FALSE, FALSE, sizeof (double)) };
  GtkWidget     *content = make_content (fixture, &self, beside);
  GtkWindow     *window = ui_present (content, 1180, 760);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_print ("%s\n", weeks ? "The week" : beside ? "The month, with the chosen day beside it"
                                               : "The month alone");
  rest (&self);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &self);
  measure (&self);
  ui_show (GTK_WIDGET (window), weeks ? "busy-week" : beside ? "busy-beside"
                                                             : "busy");
  g_signal_handlers_disconnect_by_data (clock, &self);
  ui_destroy (window, content);
  g_array_unref (self.frames);
}

int
main (int   argc,
      char *argv[])
{
  UiFixture *fixture;
  guint      each = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 20;

  ui_test_init (&argc, &argv);
  fixture = ui_fixture_new ();
  busy_month_fill (fixture, "2026-10-15", 520, each);
  if (argc < 3 || g_str_equal (argv[2], "month"))
    {
      run (fixture, FALSE, FALSE);
      run (fixture, FALSE, TRUE);
    }
  if (argc < 3 || g_str_equal (argv[2], "week"))
    run (fixture, TRUE, FALSE);
  ui_fixture_free (fixture);
  return EXIT_SUCCESS;
}
