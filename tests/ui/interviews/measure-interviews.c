/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* measure-interviews [COUNT]: how long the main thread is busy while the list of COUNT interviews (100000) is scrolled and paged, from before-paint to after-paint.
 * Figures, no verdict. */

#include <stdlib.h>
#include <time.h>

#include "busy-month.h"
#include "interviews-fixture.h"

typedef struct
{
  double  begun;
  GArray *frames; /* of double: milliseconds */
} Measure;

static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Measure       *self)
{
  self->begun = get_cpu ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Measure       *self)
{
  double took = get_cpu () - self->begun;

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
report (Measure    *self,
        const char *name,
        double      whole)
{
  g_array_sort (self->frames, compare);
  g_print ("%-32s n %3u  p50 %6.2f ms  p95 %6.2f ms  max %6.2f ms, all of the main thread %8.2f ms\n", name, self->frames->len,
           g_array_index (self->frames, double, self->frames->len / 2), g_array_index (self->frames, double, (self->frames->len - 1) * 95 / 100),
           g_array_index (self->frames, double, self->frames->len - 1), whole);
  g_array_set_size (self->frames, 0);
}

static gboolean
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest (int milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
scroll (Measure       *self,
        GtkAdjustment *adjustment,
        const char    *name,
        int            turns,
        double         step)
{
  double cpu = get_cpu ();

  for (int i = 0; i < turns; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      rest (80);
    }
  report (self, name, (get_cpu () - cpu) / turns);
}

int
main (int   argc,
      char *argv[])
{
  guint          count = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 100000;
  Measure        self = { .frames = g_array_new (FALSE, FALSE, sizeof (double)) };
  Interviews    *page;
  GdkFrameClock *clock;
  GtkAdjustment *adjustment;

  ui_test_init (&argc, &argv);
  page = interviews_new_empty ();
  busy_month_fill (page->ui, "2026-10-15", count / 200, 200);
  interviews_show (page, 1180, 760);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (page->window));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (GTK_WIDGET (interviews_list (page)), GTK_TYPE_SCROLLED_WINDOW)));
  rest (1000);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), &self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), &self);
  scroll (&self, adjustment, "a wheel", 100, 60);
  scroll (&self, adjustment, "a page", 100, gtk_adjustment_get_page_size (adjustment));
  scroll (&self, adjustment, "far", 20, gtk_adjustment_get_upper (adjustment) / 25);
  g_signal_handlers_disconnect_by_data (clock, &self);
  g_array_unref (self.frames);
  interviews_free (page);
  return EXIT_SUCCESS;
}
