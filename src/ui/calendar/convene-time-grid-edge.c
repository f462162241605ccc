/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-grid-private.h"

#define EDGE (36)   /* pixels, in which it scrolls; the nearer to the edge, the faster */
#define SPEED (900) /* pixels a second, at the edge and beyond */

/* The longest that counts as the time between two frames, in microseconds: what stood still does not leap. */
#define LONGEST (100 * G_TIME_SPAN_MILLISECOND)

/* -1 to 1, upwards and down; 0 away from the edges. What was taken near an edge has to be drawn nearer first. */
static double
get_pull (ConveneTimeGrid *self)
{
  const ConveneTimeDrag *drag = &self->drag;
  double                 top = gtk_adjustment_get_value (self->adjustment) + EDGE;
  double                 bottom = top + gtk_adjustment_get_page_size (self->adjustment) - 2 * EDGE;

  if (drag->y_now < top && (drag->scrolled_at != 0 || drag->y_now < drag->y))
    return MAX ((drag->y_now - top) / EDGE, -1);
  if (drag->y_now > bottom && (drag->scrolled_at != 0 || drag->y_now > drag->y))
    return MIN ((drag->y_now - bottom) / EDGE, 1);
  return 0;
}

/* The pointer stays where it is in the window, and so comes to another time. */
static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);
  gint64           now = gdk_frame_clock_get_frame_time (clock);
  double           seconds = (double) CLAMP (now - self->drag.scrolled_at, 0, LONGEST) / G_TIME_SPAN_SECOND;
  double           before = gtk_adjustment_get_value (self->adjustment);
  double           pull = get_pull (self);

  if (pull == 0)
    {
      self->drag.scroll = 0;
      return G_SOURCE_REMOVE;
    }

  self->drag.scrolled_at = now;
  gtk_adjustment_set_value (self->adjustment, before + pull * SPEED * seconds);
  convene_time_grid_aim (self, self->drag.x_now, self->drag.y_now + gtk_adjustment_get_value (self->adjustment) - before);
  return G_SOURCE_CONTINUE;
}

void
convene_time_grid_scroll_at_edge (ConveneTimeGrid *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->adjustment == NULL || clock == NULL || self->drag.scroll != 0 || get_pull (self) == 0)
    return;

  self->drag.scrolled_at = gdk_frame_clock_get_frame_time (clock);
  self->drag.scroll = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

void
convene_time_grid_stop_scrolling (ConveneTimeGrid *self)
{
  if (self->drag.scroll != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->drag.scroll);
  self->drag.scroll = 0;
}
