/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-grid-private.h"

#include "convene-day-entries.h"

#define LEAST_HOUR (48)
#define LEAST_DAY (40)
#define GAP (2)             /* between blocks that stand side by side */
#define BLOCKS_AT_ONCE (64) /* that are made in one go; the others follow when there is time */

enum
{
  ENTRY_ACTIVATED,
  SLOT_ACTIVATED,
  ENTRY_MOVED,
  DAY_WANTED,
  TURN_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ConveneTimeGrid, convene_time_grid, GTK_TYPE_WIDGET)

/* Half an hour has room for a line of text, however large. */
int
convene_time_grid_get_hour_height (ConveneTimeGrid *self)
{
  return MAX (LEAST_HOUR, 3 * convene_palette_get_line_height (CONVENE_PALETTE (self->palette)));
}

double
convene_time_grid_to_y (ConveneTimeGrid *self,
                        gint64           position)
{
  return (double) position * convene_time_grid_get_hour_height (self) / CONVENE_HOUR;
}

double
convene_time_grid_get_day_width (ConveneTimeGrid *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - convene_time_grid_get_ruler_width (self), 0) / (double) self->scale.n_days;
}

gboolean
convene_time_grid_find (ConveneTimeGrid *self,
                        double           x,
                        double           y,
                        guint           *day,
                        gint64          *position)
{
  double start = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
  double width = convene_time_grid_get_day_width (self);

  start -= convene_time_grid_get_ruler_width (self);
  if (start < 0 || width <= 0)
    return FALSE;

  *day = MIN ((guint) (start / width), self->scale.n_days - 1);
  *position = CLAMP ((gint64) (y / convene_time_grid_get_hour_height (self) * CONVENE_HOUR), 0, self->scale.length);
  return TRUE;
}

GdkRectangle
convene_time_grid_place (ConveneTimeGrid *self,
                         guint            day,
                         double           start,
                         double           width,
                         gint64           top,
                         gint64           bottom)
{
  double from = convene_time_grid_get_ruler_width (self) + day * convene_time_grid_get_day_width (self) + start;
  double y = convene_time_grid_to_y (self, top);
  int    x = (int) from, right = (int) (from + width);
  int    above = (int) y, below = (int) convene_time_grid_to_y (self, bottom);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      int whole = gtk_widget_get_width (GTK_WIDGET (self));

      return (GdkRectangle){ whole - right, above, MAX (right - x, 1), MAX (below - above, 1) };
    }

  return (GdkRectangle){ x, above, MAX (right - x, 1), MAX (below - above, 1) };
}

static void
allocate (GtkWidget   *child,
          GdkRectangle area)
{
  int least_width = 0, least_height = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &least_height, NULL, NULL, NULL);
  area.width = MAX (area.width, least_width);
  area.height = MAX (area.height, least_height);
  gtk_widget_size_allocate (child, &area, -1);
}

static void
allocate_blocks (ConveneTimeGrid *self)
{
  double day_width = convene_time_grid_get_day_width (self) - 2 * GAP;

  for (guint i = 0; i < MIN (self->blocks->len, self->places->len); i++)
    {
      const ConveneTimePlace *place = &g_array_index (self->places, ConveneTimePlace, i);
      double                  column = day_width / place->columns;
      double                  width = MAX (column * place->width - (place->column + place->width < place->columns ? GAP : 0), 1);

      allocate (g_ptr_array_index (self->blocks, i), convene_time_grid_place (self, place->day, GAP + column * place->column, width, place->top, place->bottom));
    }
}

static void
convene_time_grid_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);

  allocate_blocks (self);
  for (guint i = 0; i < 2; i++)
    allocate (self->slots[i], convene_time_grid_place (self, self->chosen, 0, convene_time_grid_get_day_width (self), self->cursor, self->cursor + CONVENE_TIME_SLOT));
}

static void
convene_time_grid_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) convene_time_grid_to_y (self, self->scale.length);
  else
    *minimum = *natural = convene_time_grid_get_ruler_width (self) + (int) self->scale.n_days * LEAST_DAY;
}

static void
show_places (ConveneTimeGrid *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const ConveneTimePlace *place = i < self->places->len ? &g_array_index (self->places, ConveneTimePlace, i) : NULL;
      int                     part = place == NULL ? 0 : place->from_before ? (place->to_after ? 2 : -1)
                                                                            : (place->to_after ? 1 : 0);

      convene_time_block_set_entry (g_ptr_array_index (self->blocks, i), place != NULL ? g_ptr_array_index (self->entries, place->span) : NULL, part);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
  convene_time_grid_tell (self);
}

static void
make_blocks (ConveneTimeGrid *self)
{
  guint wanted = self->places->len - MIN (self->places->len, self->blocks->len);

  for (guint i = 0; i < MIN (wanted, BLOCKS_AT_ONCE); i++)
    {
      GtkWidget *block = convene_time_block_new (CONVENE_PALETTE (self->palette));

      convene_time_block_set_colors (CONVENE_TIME_BLOCK (block), self->colors);
      gtk_widget_set_child_visible (block, FALSE);
      gtk_widget_set_parent (block, GTK_WIDGET (self));
      g_ptr_array_add (self->blocks, block);
    }
}

static gboolean
grow_cb (gpointer user_data)
{
  ConveneTimeGrid *self = user_data;

  make_blocks (self);
  show_places (self);
  if (self->blocks->len < self->places->len)
    return G_SOURCE_CONTINUE;

  self->grow_source = 0;
  return G_SOURCE_REMOVE;
}

static void
lay_out (ConveneTimeGrid *self)
{
  g_autofree ConveneTimeSpan *spans = g_new (ConveneTimeSpan, self->entries->len);
  gint64                      least;

  for (guint i = 0; i < self->entries->len; i++)
    {
      ConveneCalendarEntry *entry = g_ptr_array_index (self->entries, i);

      spans[i] = (ConveneTimeSpan){ convene_calendar_entry_get_start (entry), convene_calendar_entry_get_end (entry) };
    }

  self->line_height = convene_palette_get_line_height (CONVENE_PALETTE (self->palette));
  least = (self->line_height + 2) * CONVENE_HOUR / convene_time_grid_get_hour_height (self);
  g_array_set_size (self->places, 0);
  convene_time_layout (&self->scale, spans, self->entries->len, least, self->places);
  make_blocks (self);
  show_places (self);
  if (self->blocks->len < self->places->len && self->grow_source == 0)
    self->grow_source = g_idle_add_full (G_PRIORITY_LOW, grow_cb, self, NULL);
}

static void
convene_time_grid_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);

  GTK_WIDGET_CLASS (convene_time_grid_parent_class)->css_changed (widget, change);
  convene_time_grid_forget_labels (self);
  if (self->line_height != 0 && self->line_height != convene_palette_get_line_height (CONVENE_PALETTE (self->palette)))
    lay_out (self);
  gtk_widget_queue_resize (widget);
}

static void
convene_time_grid_direction_changed (GtkWidget       *widget,
                                     GtkTextDirection previous)
{
  convene_time_grid_forget_labels (CONVENE_TIME_GRID (widget));
  GTK_WIDGET_CLASS (convene_time_grid_parent_class)->direction_changed (widget, previous);
}

void
convene_time_grid_set_adjustment (ConveneTimeGrid *self,
                                  GtkAdjustment   *adjustment)
{
  g_return_if_fail (CONVENE_IS_TIME_GRID (self));
  g_return_if_fail (adjustment == NULL || GTK_IS_ADJUSTMENT (adjustment));

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;

  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
}

static gboolean
convene_time_grid_grab_focus (GtkWidget *widget)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);

  return gtk_widget_grab_focus (self->slots[self->slot]);
}

static void
convene_time_grid_dispose (GObject *object)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (object);

  g_clear_handle_id (&self->grow_source, g_source_remove);
  g_clear_handle_id (&self->tell_source, g_source_remove);
  convene_time_grid_forget_labels (self);
  convene_time_grid_stop_scrolling (self);
  g_clear_object (&self->drag.entry);
  convene_time_grid_set_adjustment (self, NULL);
  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->blocks, i));
  g_ptr_array_set_size (self->blocks, 0);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->slots[i], gtk_widget_unparent);
  g_clear_pointer (&self->palette, gtk_widget_unparent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (convene_time_grid_parent_class)->dispose (object);
}

static void
convene_time_grid_finalize (GObject *object)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->places);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->second, g_time_zone_unref);

  G_OBJECT_CLASS (convene_time_grid_parent_class)->finalize (object);
}

static void
convene_time_grid_class_init (ConveneTimeGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GType           type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = convene_time_grid_dispose;
  object_class->finalize = convene_time_grid_finalize;
  widget_class->measure = convene_time_grid_measure;
  widget_class->size_allocate = convene_time_grid_size_allocate;
  widget_class->snapshot = convene_time_grid_snapshot;
  widget_class->css_changed = convene_time_grid_css_changed;
  widget_class->direction_changed = convene_time_grid_direction_changed;
  widget_class->focus = convene_time_grid_focus;
  widget_class->grab_focus = convene_time_grid_grab_focus;

  signals[ENTRY_ACTIVATED] = g_signal_new ("entry-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SLOT_ACTIVATED] = g_signal_new ("slot-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ENTRY_MOVED] = g_signal_new ("entry-moved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);
  signals[DAY_WANTED] = g_signal_new ("day-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[TURN_WANTED] = g_signal_new ("turn-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  convene_time_grid_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timegrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

/* Of the two only one is there, for a screen reader, too. */
static void
show_slot (GtkWidget *slot,
           gboolean   shown)
{
  gtk_widget_set_child_visible (slot, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (slot), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
convene_time_grid_init (ConveneTimeGrid *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  self->blocks = g_ptr_array_new ();
  self->places = g_array_new (FALSE, FALSE, sizeof (ConveneTimePlace));
  self->zone = g_time_zone_new_local ();
  self->scale.n_days = 1;
  self->palette = convene_palette_new ();
  gtk_widget_set_parent (self->palette, GTK_WIDGET (self));
  for (guint i = 0; i < 2; i++)
    {
      self->slots[i] = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, "css-name", "timeslot", "focusable", TRUE, "can-target", FALSE, NULL);
      gtk_widget_set_parent (self->slots[i], GTK_WIDGET (self));
      show_slot (self->slots[i], i == 0);
    }
  convene_time_grid_add_gestures (self);
}

GtkWidget *
convene_time_grid_new (void)
{
  return g_object_new (CONVENE_TYPE_TIME_GRID, NULL);
}

void
convene_time_grid_activate_slot (ConveneTimeGrid *self)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (convene_time_grid_get_slot (self) / CONVENE_SECOND);
  g_autoptr(GDateTime) wall = g_date_time_to_timezone (utc, self->zone);
  g_autofree char *text = g_date_time_format (wall, "%Y-%m-%dT%H:%M");

  g_signal_emit (self, signals[SLOT_ACTIVATED], 0, text);
}

void
convene_time_grid_activate_entry (ConveneTimeGrid      *self,
                                  ConveneCalendarEntry *entry)
{
  g_signal_emit (self, signals[ENTRY_ACTIVATED], 0, convene_calendar_entry_get_uid (entry));
}

void
convene_time_grid_move_entry (ConveneTimeGrid      *self,
                              ConveneCalendarEntry *entry,
                              gint64                start,
                              gint64                end)
{
  g_signal_emit (self, signals[ENTRY_MOVED], 0, convene_calendar_entry_get_uid (entry), start, end);
}

void
convene_time_grid_want_day (ConveneTimeGrid *self,
                            int              further)
{
  g_signal_emit (self, signals[DAY_WANTED], 0, further);
}

void
convene_time_grid_want_turn (ConveneTimeGrid *self,
                             int              times)
{
  g_signal_emit (self, signals[TURN_WANTED], 0, times);
}

/* Scrolls to it: it is laid out later. */
static void
show_cursor (ConveneTimeGrid *self)
{
  double y = convene_time_grid_to_y (self, self->cursor);

  if (self->adjustment != NULL)
    gtk_adjustment_clamp_page (self->adjustment, y, y + convene_time_grid_to_y (self, CONVENE_TIME_SLOT));
}

/* Who has the keyboard keeps it: the other of the two takes it, so that it is heard of. */
void
convene_time_grid_choose (ConveneTimeGrid *self,
                          guint            day,
                          gint64           position)
{
  GtkWidget *before = self->slots[self->slot];
  gboolean   had_focus = gtk_widget_has_focus (before);

  if (self->second != NULL && self->chosen != day)
    convene_time_grid_forget_labels (self);
  self->chosen = MIN (day, self->scale.n_days - 1);
  self->cursor = CLAMP (position, 0, MAX (self->scale.length - CONVENE_TIME_SLOT, 0));
  if (had_focus)
    {
      self->slot = 1 - self->slot;
      show_slot (self->slots[self->slot], TRUE);
    }
  convene_time_grid_tell_slot (self);
  if (had_focus)
    {
      gtk_widget_grab_focus (self->slots[self->slot]);
      show_slot (before, FALSE);
      show_cursor (self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
convene_time_grid_show (ConveneTimeGrid *self,
                        const GDate     *first,
                        guint            n_days,
                        guint            chosen)
{
  gint64 length = self->scale.length;
  gint64 wall;

  g_return_if_fail (CONVENE_IS_TIME_GRID (self));
  g_return_if_fail (first != NULL && g_date_valid (first));
  g_return_if_fail (chosen < n_days);

  wall = length > 0 ? convene_time_scale_to_wall (&self->scale, self->cursor) : CONVENE_TIME_MORNING;
  convene_time_grid_drop (self);
  convene_time_scale_init (&self->scale, first, n_days, self->zone);
  self->n_hours = convene_time_scale_get_hours (&self->scale, self->hours);
  if (length != self->scale.length || self->second != NULL)
    {
      convene_time_grid_forget_labels (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  convene_time_grid_choose (self, chosen, convene_time_scale_from_wall (&self->scale, wall));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
convene_time_grid_fill (ConveneTimeGrid *self,
                        ConveneCalendar *calendar)
{
  g_return_if_fail (CONVENE_IS_TIME_GRID (self));
  g_return_if_fail (calendar == NULL || CONVENE_IS_CALENDAR (calendar));

  g_ptr_array_unref (self->entries);
  self->entries = convene_day_entries_list (calendar, self->scale.days[0].from, self->scale.days[self->scale.n_days - 1].to);
  lay_out (self);
}

/* The first that is not over, if none of those is in view. */
static const ConveneTimePlace *
find_missed (ConveneTimeGrid *self)
{
  gint64                  now = self->clock != NULL ? convene_clock_now (self->clock) : 0;
  const ConveneTimePlace *first = NULL;
  guint                   today;
  gboolean                has_today = convene_time_scale_find_day (&self->scale, now, &today);

  for (guint i = 0; i < self->places->len; i++)
    {
      const ConveneTimePlace *place = &g_array_index (self->places, ConveneTimePlace, i);

      if (has_today && convene_calendar_entry_get_end (g_ptr_array_index (self->entries, place->span)) <= now)
        continue;
      if (convene_time_grid_is_in_view (self, place))
        return NULL;
      if (first == NULL)
        first = place;
    }
  return first;
}

void
convene_time_grid_show_missed (ConveneTimeGrid *self)
{
  const ConveneTimePlace *missed;

  g_return_if_fail (CONVENE_IS_TIME_GRID (self));

  missed = find_missed (self);
  if (missed == NULL)
    return;

  convene_time_grid_choose (self, self->chosen, missed->top - missed->top % CONVENE_TIME_SLOT);
  gtk_adjustment_set_value (self->adjustment, convene_time_grid_to_y (self, missed->top) - gtk_adjustment_get_page_size (self->adjustment) / 3);
}

void
convene_time_grid_set_clock (ConveneTimeGrid *self,
                             ConveneClock    *clock)
{
  g_return_if_fail (CONVENE_IS_TIME_GRID (self));

  g_set_object (&self->clock, clock);
  convene_time_grid_tick (self);
}

void
convene_time_grid_tick (ConveneTimeGrid *self)
{
  g_return_if_fail (CONVENE_IS_TIME_GRID (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
convene_time_grid_set_colors (ConveneTimeGrid *self,
                              ConveneColors    colors)
{
  g_return_if_fail (CONVENE_IS_TIME_GRID (self));

  self->colors = colors;
  for (guint i = 0; i < self->blocks->len; i++)
    convene_time_block_set_colors (g_ptr_array_index (self->blocks, i), colors);
}

void
convene_time_grid_set_second_zone (ConveneTimeGrid *self,
                                   const char      *zone)
{
  g_return_if_fail (CONVENE_IS_TIME_GRID (self));

  g_clear_pointer (&self->second, g_time_zone_unref);
  if (zone != NULL)
    self->second = g_time_zone_new_identifier (zone);
  convene_time_grid_forget_labels (self);
  convene_time_grid_tell_slot (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

const ConveneTimeScale *
convene_time_grid_get_scale (ConveneTimeGrid *self)
{
  g_return_val_if_fail (CONVENE_IS_TIME_GRID (self), NULL);

  return &self->scale;
}

int
convene_time_grid_get_y (ConveneTimeGrid *self,
                         guint            day,
                         gint64           instant)
{
  g_return_val_if_fail (CONVENE_IS_TIME_GRID (self), 0);

  return (int) convene_time_grid_to_y (self, convene_time_scale_get_position (&self->scale, day, instant, FALSE));
}

gint64
convene_time_grid_get_slot (ConveneTimeGrid *self)
{
  g_return_val_if_fail (CONVENE_IS_TIME_GRID (self), 0);

  return convene_time_scale_get_instant (&self->scale, self->chosen, self->cursor);
}

void
convene_time_grid_set_slot (ConveneTimeGrid *self,
                            gint64           instant)
{
  guint  day;
  gint64 position;

  g_return_if_fail (CONVENE_IS_TIME_GRID (self));

  if (!convene_time_scale_find_day (&self->scale, instant, &day))
    return;

  position = convene_time_scale_get_position (&self->scale, day, instant, FALSE);
  convene_time_grid_choose (self, day, position - position % CONVENE_TIME_SLOT);
}

GtkWidget *
convene_time_grid_get_slot_widget (ConveneTimeGrid *self)
{
  g_return_val_if_fail (CONVENE_IS_TIME_GRID (self), NULL);

  return self->slots[self->slot];
}

ConveneTimeBlock *
convene_time_grid_get_block (ConveneTimeGrid *self,
                             guint            place)
{
  g_return_val_if_fail (CONVENE_IS_TIME_GRID (self), NULL);

  return place < MIN (self->places->len, self->blocks->len) ? g_ptr_array_index (self->blocks, place) : NULL;
}

gboolean
convene_time_grid_get_dragged (ConveneTimeGrid *self,
                               gint64          *start,
                               gint64          *end)
{
  g_return_val_if_fail (CONVENE_IS_TIME_GRID (self), FALSE);

  if (!self->drag.begun)
    return FALSE;

  *start = self->drag.start;
  *end = self->drag.end;
  return TRUE;
}
