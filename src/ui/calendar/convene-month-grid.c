/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-month-grid.h"

#include "convene-day-entries.h"
#include "convene-entry-move.h"

struct _ConveneMonthGrid
{
  GtkWidget parent_instance;

  GtkWidget      *palette;
  GtkWidget      *weeks[CONVENE_MONTH_WEEKS];
  ConveneDayCell *cells[CONVENE_MONTH_DAYS]; /* children of the weeks */
  ConveneDayCell *chosen;                    /* one of them, or NULL */

  gint64 starts[CONVENE_MONTH_DAYS + 1]; /* of the days, and of the day after them */

  gboolean      narrow;
  ConveneClock *clock;

  /* What is dragged to another day, and the cell that it is over. */
  ConveneCalendarEntry *dragged;
  ConveneDayCell       *target;
  double                dragged_x; /* from where */
  double                dragged_y;

  guint  tell_source;
  guint  tell_place; /* the first cell that was not told yet */
  gint64 tell_now;
};

enum
{
  DAY_PRESSED,
  DAY_ACTIVATED,
  DAY_FREE,
  ENTRY_ACTIVATED,
  ENTRY_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ConveneMonthGrid, convene_month_grid, GTK_TYPE_WIDGET)

/* The cell at a point, and where that is in it. */
static ConveneDayCell *
find_cell (ConveneMonthGrid *self,
           double            x,
           double            y,
           double           *cell_y)
{
  GtkWidget       *found = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (found == NULL || !CONVENE_IS_DAY_CELL (found) || !gtk_widget_compute_point (GTK_WIDGET (self), found, &GRAPHENE_POINT_INIT (x, y), &point))
    return NULL;

  *cell_y = point.y;
  return CONVENE_DAY_CELL (found);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              presses,
            double           x,
            double           y,
            gpointer         user_data)
{
  ConveneMonthGrid *self = user_data;
  double            cell_y = 0;
  ConveneDayCell   *cell = find_cell (self, x, y, &cell_y);
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  if (cell == NULL)
    return;

  if (convene_day_cell_pick (cell, cell_y) != NULL)
    entry = g_object_ref (convene_day_cell_pick (cell, cell_y));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);

  /* The first press may have turned the month under the pointer: what is activated is the day that it chose. */
  if (presses > 1)
    {
      if (entry == NULL)
        g_signal_emit (self, signals[self->narrow ? DAY_ACTIVATED : DAY_FREE], 0);
      return;
    }

  g_signal_emit (self, signals[DAY_PRESSED], 0, convene_day_cell_get_day (cell));
  if (entry != NULL)
    g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, convene_calendar_entry_get_uid (entry));
}

static void
set_target (ConveneMonthGrid *self,
            ConveneDayCell   *cell)
{
  if (self->target == cell)
    return;

  if (self->target != NULL)
    convene_day_cell_set_target (self->target, FALSE);
  self->target = cell;
  if (cell != NULL)
    convene_day_cell_set_target (cell, TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cell != NULL ? "grabbing" : NULL);
}

static void
drop_drag (ConveneMonthGrid *self)
{
  set_target (self, NULL);
  g_clear_object (&self->dragged);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        user_data)
{
  ConveneMonthGrid     *self = user_data;
  double                cell_y = 0;
  ConveneDayCell       *cell = find_cell (self, x, y, &cell_y);
  ConveneCalendarEntry *entry = cell != NULL ? convene_day_cell_pick (cell, cell_y) : NULL;

  drop_drag (self);
  if (entry != NULL && self->clock != NULL && convene_entry_can_move (entry, convene_clock_now (self->clock)))
    self->dragged = g_object_ref (entry);
  self->dragged_x = x;
  self->dragged_y = y;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                gpointer        user_data)
{
  ConveneMonthGrid *self = user_data;
  double            cell_y = 0;
  ConveneDayCell   *cell;

  if (self->dragged == NULL || (self->target == NULL && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y)))
    return;

  cell = find_cell (self, self->dragged_x + offset_x, self->dragged_y + offset_y, &cell_y);
  if (cell != NULL)
    set_target (self, cell);
}

/* An interview keeps its time of day and its length. */
static void
drag_end_cb (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             gpointer        user_data)
{
  ConveneMonthGrid *self = user_data;
  g_autoptr(ConveneCalendarEntry) entry = g_steal_pointer (&self->dragged);
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  ConveneDayCell *target = self->target;
  gint64          before, start;

  drop_drag (self);
  if (entry == NULL || target == NULL)
    return;

  before = convene_calendar_entry_get_start (entry);
  start = convene_move_to_day (before, convene_day_cell_get_day (target), zone);
  if (start != before)
    g_signal_emit (self, signals[ENTRY_MOVED], 0, convene_calendar_entry_get_uid (entry), start, start + convene_calendar_entry_get_end (entry) - before);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                gpointer          user_data)
{
  drop_drag (user_data);
}

/* A week at a time, so that no frame waits. */
static gboolean
tell_cb (gpointer user_data)
{
  ConveneMonthGrid *self = user_data;

  for (guint i = 0; i < 7 && self->tell_place < CONVENE_MONTH_DAYS; i++)
    convene_day_cell_tell (self->cells[self->tell_place++], self->tell_now);
  if (self->tell_place < CONVENE_MONTH_DAYS)
    return G_SOURCE_CONTINUE;

  self->tell_source = 0;
  return G_SOURCE_REMOVE;
}

static void
convene_month_grid_dispose (GObject *object)
{
  ConveneMonthGrid *self = CONVENE_MONTH_GRID (object);

  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_clear_object (&self->dragged);
  g_clear_object (&self->clock);
  self->target = NULL;
  self->chosen = NULL;
  for (guint i = 0; i < CONVENE_MONTH_WEEKS; i++)
    g_clear_pointer (&self->weeks[i], gtk_widget_unparent);
  g_clear_pointer (&self->palette, gtk_widget_unparent);

  G_OBJECT_CLASS (convene_month_grid_parent_class)->dispose (object);
}

static void
convene_month_grid_class_init (ConveneMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = convene_month_grid_dispose;

  signals[DAY_PRESSED] = g_signal_new ("day-pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DATE);
  signals[DAY_ACTIVATED] = g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DAY_FREE] = g_signal_new ("day-free", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENTRY_MOVED] = g_signal_new ("entry-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);
  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
add_week (ConveneMonthGrid *self,
          guint             week)
{
  self->weeks[week] = g_object_new (GTK_TYPE_BOX, "homogeneous", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL);
  gtk_widget_set_parent (self->weeks[week], GTK_WIDGET (self));

  for (guint i = 0; i < 7; i++)
    {
      GtkWidget *cell = convene_day_cell_new (CONVENE_PALETTE (self->palette));

      gtk_widget_set_hexpand (cell, TRUE);
      gtk_box_append (GTK_BOX (self->weeks[week]), cell);
      self->cells[week * 7 + i] = CONVENE_DAY_CELL (cell);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->weeks[week]), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->cells[week * 7], NULL, -1);
}

static void
add_drag (ConveneMonthGrid *self,
          GtkGesture       *click)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (drag, click);
}

static void
convene_month_grid_init (ConveneMonthGrid *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGesture       *click = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);

  self->palette = convene_palette_new ();
  gtk_widget_set_parent (self->palette, GTK_WIDGET (self));
  for (guint i = 0; i < CONVENE_MONTH_WEEKS; i++)
    add_week (self, i);

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  add_drag (self, click);
}

GtkWidget *
convene_month_grid_new (void)
{
  return g_object_new (CONVENE_TYPE_MONTH_GRID, NULL);
}

static void
set_chosen (ConveneMonthGrid *self,
            ConveneDayCell   *cell)
{
  gboolean        had_focus = self->chosen != NULL && gtk_widget_has_focus (GTK_WIDGET (self->chosen));
  ConveneDayCell *before = self->chosen;

  if (before == cell)
    return;

  self->chosen = cell;
  convene_day_cell_set_chosen (cell, TRUE);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (before != NULL)
    convene_day_cell_set_chosen (before, FALSE);
}

gboolean
convene_month_grid_show (ConveneMonthGrid *self,
                         const GDate      *first,
                         const GDate      *chosen,
                         const GDate      *today)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate    day;
  gint64   from, to;
  gboolean other;

  g_return_val_if_fail (CONVENE_IS_MONTH_GRID (self), FALSE);

  from = self->starts[0];
  to = self->starts[CONVENE_MONTH_DAYS];
  day = *first;
  for (guint i = 0; i < CONVENE_MONTH_DAYS; i++)
    {
      convene_day_cell_set_day (self->cells[i], &day, !convene_month_is_same (&day, chosen), g_date_compare (&day, today) == 0);
      self->starts[i] = convene_month_day_start (&day, zone);
      g_date_add_days (&day, 1);
    }
  self->starts[CONVENE_MONTH_DAYS] = convene_month_day_start (&day, zone);
  set_chosen (self, self->cells[g_date_days_between (first, chosen)]);

  other = from != self->starts[0] || to != self->starts[CONVENE_MONTH_DAYS];
  return other;
}

void
convene_month_grid_fill (ConveneMonthGrid *self,
                         ConveneCalendar  *calendar)
{
  GPtrArray *days[CONVENE_MONTH_DAYS];

  g_return_if_fail (CONVENE_IS_MONTH_GRID (self));
  g_return_if_fail (calendar == NULL || CONVENE_IS_CALENDAR (calendar));

  for (guint i = 0; i < CONVENE_MONTH_DAYS; i++)
    days[i] = g_ptr_array_new_with_free_func (g_object_unref);
  convene_day_entries_share (calendar, self->starts, CONVENE_MONTH_DAYS, days);
  for (guint i = 0; i < CONVENE_MONTH_DAYS; i++)
    {
      convene_day_cell_set_entries (self->cells[i], days[i], self->starts[i]);
      g_ptr_array_unref (days[i]);
    }
}

void
convene_month_grid_set_colors (ConveneMonthGrid *self,
                               ConveneColors     colors)
{
  g_return_if_fail (CONVENE_IS_MONTH_GRID (self));

  for (guint i = 0; i < CONVENE_MONTH_DAYS; i++)
    convene_day_cell_set_colors (self->cells[i], colors);
}

void
convene_month_grid_set_clock (ConveneMonthGrid *self,
                              ConveneClock     *clock)
{
  g_return_if_fail (CONVENE_IS_MONTH_GRID (self));

  g_set_object (&self->clock, clock);
}

gboolean
convene_month_grid_drop (ConveneMonthGrid *self)
{
  gboolean dragged;

  g_return_val_if_fail (CONVENE_IS_MONTH_GRID (self), FALSE);

  dragged = self->target != NULL;
  drop_drag (self);
  return dragged;
}

void
convene_month_grid_set_narrow (ConveneMonthGrid *self,
                               gboolean          narrow)
{
  g_return_if_fail (CONVENE_IS_MONTH_GRID (self));

  self->narrow = narrow;
  for (guint i = 0; i < CONVENE_MONTH_DAYS; i++)
    convene_day_cell_set_narrow (self->cells[i], narrow);
}

gint64
convene_month_grid_get_from (ConveneMonthGrid *self)
{
  g_return_val_if_fail (CONVENE_IS_MONTH_GRID (self), 0);

  return self->starts[0];
}

gint64
convene_month_grid_get_to (ConveneMonthGrid *self)
{
  g_return_val_if_fail (CONVENE_IS_MONTH_GRID (self), 0);

  return self->starts[CONVENE_MONTH_DAYS];
}

ConveneDayCell *
convene_month_grid_get_chosen (ConveneMonthGrid *self)
{
  g_return_val_if_fail (CONVENE_IS_MONTH_GRID (self), NULL);

  return self->chosen;
}

ConveneDayCell *
convene_month_grid_get_cell (ConveneMonthGrid *self,
                             guint             place)
{
  g_return_val_if_fail (CONVENE_IS_MONTH_GRID (self), NULL);
  g_return_val_if_fail (place < CONVENE_MONTH_DAYS, NULL);

  return self->cells[place];
}

void
convene_month_grid_tell (ConveneMonthGrid *self,
                         gint64            now)
{
  g_return_if_fail (CONVENE_IS_MONTH_GRID (self));

  if (self->chosen != NULL)
    convene_day_cell_tell (self->chosen, now);
  self->tell_now = now;
  self->tell_place = 0;
  if (self->tell_source == 0)
    self->tell_source = g_idle_add_full (G_PRIORITY_LOW, tell_cb, self, NULL);
}
