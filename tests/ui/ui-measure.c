/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-measure.h"

#include <time.h>

/* Milliseconds: a frame of a screen that shows sixty a second, and two. */
#define FRAME (1000.0 / 60)

/* Milliseconds. */
typedef struct
{
  double wall;
  double processor; /* of this thread */
} Moment;

struct _UiMeasure
{
  GdkFrameClock *clock;
  Moment         begun;   /* the frame */
  gboolean       stepped; /* and no frame since */
  GArray        *steps;   /* of Moment: how long it took */
  GArray        *later;
};

static Moment
get_moment (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (Moment){ g_get_monotonic_time () / 1e3, time.tv_sec * 1e3 + time.tv_nsec / 1e6 };
}

static void
before_paint_cb (GdkFrameClock *clock,
                 UiMeasure     *self)
{
  self->begun = get_moment ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                UiMeasure     *self)
{
  Moment now = get_moment ();
  Moment took = { now.wall - self->begun.wall, now.processor - self->begun.processor };

  g_array_append_val (self->stepped ? self->steps : self->later, took);
  self->stepped = FALSE;
}

UiMeasure *
ui_measure_new (GtkWidget *widget)
{
  UiMeasure *self = g_new0 (UiMeasure, 1);

  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->steps = g_array_new (FALSE, FALSE, sizeof (Moment));
  self->later = g_array_new (FALSE, FALSE, sizeof (Moment));
  g_signal_connect (self->clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  return self;
}

void
ui_measure_free (UiMeasure *self)
{
  g_signal_handlers_disconnect_by_data (self->clock, self);
  g_object_unref (self->clock);
  g_array_unref (self->steps);
  g_array_unref (self->later);
  g_free (self);
}

void
ui_measure_step (UiMeasure *self)
{
  self->stepped = TRUE;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
print_times (const char *name,
             GArray     *moments,
             gsize       field)
{
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  guint over = 0, twice = 0;

  for (guint i = 0; i < moments->len; i++)
    {
      double value = G_STRUCT_MEMBER (double, &g_array_index (moments, Moment, i), field);

      over += value > FRAME;
      twice += value > 2 * FRAME;
      g_array_append_val (values, value);
    }
  g_array_sort (values, compare);
  g_print ("  %-10s n %4u  p50 %6.2f ms  p95 %6.2f ms  max %6.2f ms, over a frame %3u, over two %3u\n", name, values->len, g_array_index (values, double, values->len / 2),
           g_array_index (values, double, (values->len - 1) * 95 / 100), g_array_index (values, double, values->len - 1), over, twice);
}

static void
print_frames (const char *name,
              const char *which,
              GArray     *moments)
{
  if (moments->len == 0)
    return;

  g_print ("%s, %s\n", name, which);
  print_times ("wall", moments, G_STRUCT_OFFSET (Moment, wall));
  print_times ("processor", moments, G_STRUCT_OFFSET (Moment, processor));
  g_array_set_size (moments, 0);
}

void
ui_measure_report (UiMeasure  *self,
                   const char *name)
{
  print_frames (name, "its frame", self->steps);
  print_frames (name, "frames after it", self->later);
}
