/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-scroll.h"

/* After the layout, which says how much there is to be scrolled. */
#define SCROLL_PRIORITY (GTK_PRIORITY_RESIZE + 5)

struct _ConveneTimeScroll
{
  GtkAdjustment   *adjustment;
  ConveneTimeGrid *grid;
  ConveneClock    *clock;
  gboolean         asked;
  gboolean         arrived; /* on days that nothing was seen of yet */
  guint            source;
};

static double
find_start (ConveneTimeScroll *self)
{
  const ConveneTimeScale *scale = convene_time_grid_get_scale (self->grid);
  gint64                  now = self->clock != NULL ? convene_clock_now (self->clock) : 0;
  guint                   day = 0;

  if (convene_time_scale_find_day (scale, now, &day))
    return convene_time_grid_get_y (self->grid, day, now) - gtk_adjustment_get_page_size (self->adjustment) / 3;

  return convene_time_grid_get_y (self->grid, 0, convene_time_scale_get_instant (scale, 0, convene_time_scale_from_wall (scale, CONVENE_TIME_MORNING)));
}

static gboolean
scroll_cb (gpointer user_data)
{
  ConveneTimeScroll *self = user_data;

  self->source = 0;
  if (self->asked)
    gtk_adjustment_set_value (self->adjustment, find_start (self));
  self->asked = FALSE;
  if (!self->arrived || gtk_adjustment_get_page_size (self->adjustment) <= 0 || convene_time_grid_get_block (self->grid, 0) == NULL)
    return G_SOURCE_REMOVE;

  self->arrived = FALSE;
  convene_time_grid_show_missed (self->grid);
  return G_SOURCE_REMOVE;
}

static void
scroll_later (ConveneTimeScroll *self)
{
  if (self->source == 0)
    self->source = g_idle_add_full (SCROLL_PRIORITY, scroll_cb, self, NULL);
}

static void
measured_cb (ConveneTimeScroll *self)
{
  double page = gtk_adjustment_get_page_size (self->adjustment);

  if (page <= 0 || gtk_adjustment_get_upper (self->adjustment) <= page)
    return;

  g_signal_handlers_disconnect_by_func (self->adjustment, measured_cb, self);
  convene_time_scroll_ask (self);
}

ConveneTimeScroll *
convene_time_scroll_new (GtkScrolledWindow *window,
                         ConveneTimeGrid   *grid)
{
  ConveneTimeScroll *self = g_new0 (ConveneTimeScroll, 1);

  self->adjustment = g_object_ref (gtk_scrolled_window_get_vadjustment (window));
  self->grid = grid;
  g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (measured_cb), self);
  return self;
}

void
convene_time_scroll_free (ConveneTimeScroll *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_object_unref (self->adjustment);
  g_clear_object (&self->clock);
  g_free (self);
}

void
convene_time_scroll_set_clock (ConveneTimeScroll *self,
                               ConveneClock      *clock)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->clock, clock);
}

void
convene_time_scroll_ask (ConveneTimeScroll *self)
{
  g_return_if_fail (self != NULL);

  self->asked = TRUE;
  scroll_later (self);
}

void
convene_time_scroll_arrive (ConveneTimeScroll *self)
{
  g_return_if_fail (self != NULL);

  self->arrived = TRUE;
}

void
convene_time_scroll_fill (ConveneTimeScroll *self)
{
  g_return_if_fail (self != NULL);

  if (self->arrived)
    scroll_later (self);
}
