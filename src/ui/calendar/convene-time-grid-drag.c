/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-grid-private.h"

#include "convene-entry-move.h"

/* How much of a block's lower edge makes it longer: pixels, and no more than a third of it. */
#define EDGE (6)

/* The longest that an interview can be. */
#define LONGEST (24 * CONVENE_HOUR)

/* The place of the block at a point; FALSE for none. */
static gboolean
find_block (ConveneTimeGrid *self,
            double           x,
            double           y,
            guint           *place)
{
  GtkWidget *found = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (found != NULL && !CONVENE_IS_TIME_BLOCK (found) && found != GTK_WIDGET (self))
    found = gtk_widget_get_parent (found);
  return found != NULL && CONVENE_IS_TIME_BLOCK (found) && g_ptr_array_find (self->blocks, found, place) && *place < self->places->len;
}

static ConveneCalendarEntry *
get_entry (ConveneTimeGrid *self,
           guint            place)
{
  return g_ptr_array_index (self->entries, g_array_index (self->places, ConveneTimePlace, place).span);
}

static gboolean
can_move (ConveneTimeGrid *self,
          guint            place)
{
  return self->clock != NULL && convene_entry_can_move (get_entry (self, place), convene_clock_now (self->clock));
}

/* Whether a point of a block is at the edge that its interview ends at. */
static gboolean
is_at_edge (ConveneTimeGrid *self,
            guint            place,
            double           y)
{
  graphene_rect_t bounds;

  if (g_array_index (self->places, ConveneTimePlace, place).to_after || !gtk_widget_compute_bounds (g_ptr_array_index (self->blocks, place), GTK_WIDGET (self), &bounds))
    return FALSE;

  return y >= bounds.origin.y + bounds.size.height - MIN (EDGE, bounds.size.height / 3);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  user_data)
{
  ConveneTimeGrid *self = user_data;
  guint            place = 0;
  const char      *name = NULL;

  if (self->drag.begun)
    return;

  if (find_block (self, x, y, &place))
    name = can_move (self, place) && is_at_edge (self, place, y) ? "ns-resize" : "pointer";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

gboolean
convene_time_grid_drop (ConveneTimeGrid *self)
{
  gboolean begun = self->drag.begun;

  convene_time_grid_stop_scrolling (self);
  g_clear_object (&self->drag.entry);
  self->drag = (ConveneTimeDrag){ 0 };
  if (begun)
    {
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  return begun;
}

static gboolean
is_by_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

/* A finger scrolls. */
static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  ConveneTimeGrid *self = user_data;
  guint            place = 0, day = 0;
  gint64           position = 0;

  convene_time_grid_drop (self);
  if (is_by_touch (GTK_GESTURE (gesture)) || !find_block (self, x, y, &place) || !can_move (self, place) || !convene_time_grid_find (self, x, y, &day, &position))
    return;

  self->drag.entry = g_object_ref (get_entry (self, place));
  self->drag.x = x;
  self->drag.y = y;
  self->drag.lengthens = is_at_edge (self, place, y);
  self->drag.start = convene_calendar_entry_get_start (self->drag.entry);
  self->drag.end = convene_calendar_entry_get_end (self->drag.entry);
  self->drag.held = convene_time_scale_get_instant (&self->scale, day, position) - self->drag.start;
}

/* Where it would be if the pointer were let go at a point. */
void
convene_time_grid_aim (ConveneTimeGrid *self,
                       double           x,
                       double           y)
{
  ConveneTimeDrag *drag = &self->drag;
  gint64           start = convene_calendar_entry_get_start (drag->entry), length = MAX (convene_calendar_entry_get_end (drag->entry) - start, 0);
  gint64           position = 0, instant;
  guint            day = 0;

  drag->x_now = x;
  drag->y_now = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (!convene_time_grid_find (self, x, y, &day, &position))
    return;

  instant = convene_time_scale_get_instant (&self->scale, day, position);
  if (drag->lengthens)
    {
      drag->end = CLAMP (convene_move_snap (instant, self->zone), start + CONVENE_MOVE_STEP, start + LONGEST);
    }
  else
    {
      drag->start = convene_move_snap (instant - drag->held, self->zone);
      drag->end = drag->start + length;
    }
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                gpointer        user_data)
{
  ConveneTimeGrid *self = user_data;

  if (self->drag.entry == NULL || (!self->drag.begun && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y)))
    return;

  if (!self->drag.begun)
    {
      self->drag.begun = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), self->drag.lengthens ? "ns-resize" : "grabbing");
    }
  convene_time_grid_aim (self, self->drag.x + offset_x, self->drag.y + offset_y);
  convene_time_grid_scroll_at_edge (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             gpointer        user_data)
{
  ConveneTimeGrid *self = user_data;
  g_autoptr(ConveneCalendarEntry) entry = NULL;
  ConveneTimeDrag drag = self->drag;

  if (!drag.begun)
    return;

  entry = g_object_ref (drag.entry);
  convene_time_grid_drop (self);
  if (drag.start != convene_calendar_entry_get_start (entry) || drag.end != convene_calendar_entry_get_end (entry))
    convene_time_grid_move_entry (self, entry, drag.start, drag.end);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                gpointer          user_data)
{
  convene_time_grid_drop (user_data);
}

/* The pointer takes the keyboard along, so that Escape is heard while it drags. */
static void
pressed_cb (GtkGestureClick *gesture,
            int              presses,
            double           x,
            double           y,
            gpointer         user_data)
{
  ConveneTimeGrid *self = user_data;
  guint            place = 0, day = 0;
  gint64           position = 0;

  if (find_block (self, x, y, &place))
    {
      gtk_widget_grab_focus (g_ptr_array_index (self->blocks, place));
      return;
    }
  if (!convene_time_grid_find (self, x, y, &day, &position))
    return;

  if (presses == 1)
    {
      convene_time_grid_choose (self, self->chosen, position - position % CONVENE_TIME_SLOT);
      gtk_widget_grab_focus (self->slots[self->slot]);
      if (day != self->chosen)
        convene_time_grid_want_day (self, (int) day - (int) self->chosen);
    }
  else if (presses == 2)
    {
      convene_time_grid_activate_slot (self);
    }
}

static void
released_cb (GtkGestureClick *gesture,
             int              presses,
             double           x,
             double           y,
             gpointer         user_data)
{
  ConveneTimeGrid *self = user_data;
  guint            place = 0;

  if (presses == 1 && !self->drag.begun && find_block (self, x, y, &place))
    convene_time_grid_activate_entry (self, get_entry (self, place));
}

void
convene_time_grid_add_gestures (ConveneTimeGrid *self)
{
  GtkWidget          *widget = GTK_WIDGET (self);
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (widget, motion);
}
