/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-grid.h"

#include "convene-clock.h"
#include "convene-words.h"

#define QUARTER (15 * CONVENE_MINUTE)
#define GAP 2

typedef struct
{
  GtkWidget  *widget;
  ConveneSpan span;
} Block;

struct _ConveneDayGrid
{
  GtkWidget parent_instance;

  ConveneSpan day;
  GPtrArray  *hours; /* GtkLabel, one for each hour of the day */
  GPtrArray  *lines; /* GtkSeparator, above each hour */
  GArray     *blocks;
};

G_DEFINE_FINAL_TYPE (ConveneDayGrid, convene_day_grid, GTK_TYPE_WIDGET)

static guint picked_signal;

static int
measure (GtkWidget     *widget,
         GtkOrientation orientation)
{
  int natural = 0;

  gtk_widget_measure (widget, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* Twice as high as what is written beside it, so that half an hour has room for a line of text, however large. */
static int
hour_height (ConveneDayGrid *self)
{
  return self->hours->len > 0 ? MAX (2 * measure (g_ptr_array_index (self->hours, 0), GTK_ORIENTATION_VERTICAL), 28) : 28;
}

static int
hour_width (ConveneDayGrid *self)
{
  int width = 0;

  for (guint i = 0; i < self->hours->len; i++)
    width = MAX (width, measure (g_ptr_array_index (self->hours, i), GTK_ORIENTATION_HORIZONTAL));

  return width;
}

static void
pressed_cb (ConveneDayGrid *self,
            int             n_press,
            double          x,
            double          y)
{
  gint64 quarters = (gint64) (y * 4 / hour_height (self));

  if (self->hours->len > 0 && quarters >= 0 && quarters < self->hours->len * 4)
    g_signal_emit (self, picked_signal, 0, self->day.start + quarters * QUARTER);
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        y,
                int        width,
                int        height,
                int        whole_width)
{
  gboolean is_mirrored = gtk_widget_get_direction (gtk_widget_get_parent (child)) == GTK_TEXT_DIR_RTL;
  int      least = 0, least_width = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  width = MAX (width, least_width);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ is_mirrored ? whole_width - x - width : x, y, width, MAX (height, least) }, -1);
}

static void
allocate_blocks (ConveneDayGrid *self,
                 int             left,
                 int             width)
{
  guint                   n = self->blocks->len;
  g_autofree ConveneSpan *spans = g_new (ConveneSpan, n);
  g_autofree guint       *columns = g_new (guint, n);
  g_autofree guint       *counts = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    spans[i] = g_array_index (self->blocks, Block, i).span;
  convene_day_grid_find_columns (spans, n, columns, counts);

  for (guint i = 0; i < n; i++)
    {
      int top = convene_day_grid_get_position (self, spans[i].start);
      int bottom = convene_day_grid_get_position (self, spans[i].end);
      int column = (width - left) / (int) counts[i];

      allocate_child (g_array_index (self->blocks, Block, i).widget, left + (int) columns[i] * column, top + 1, column - GAP, bottom - top - 1, width);
    }
}

static void
convene_day_grid_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  ConveneDayGrid *self = CONVENE_DAY_GRID (widget);
  int             hour = hour_height (self);
  int             left = hour_width (self) + 4 * GAP;

  for (guint i = 0; i < self->hours->len; i++)
    {
      allocate_child (g_ptr_array_index (self->hours, i), GAP, (int) i * hour, left - 4 * GAP, hour / 2, width);
      allocate_child (g_ptr_array_index (self->lines, i), left, (int) i * hour, width - left, 1, width);
    }

  allocate_blocks (self, left, width);
}

static void
convene_day_grid_measure (GtkWidget     *widget,
                          GtkOrientation orientation,
                          int            for_size,
                          int           *minimum,
                          int           *natural,
                          int           *minimum_baseline,
                          int           *natural_baseline)
{
  ConveneDayGrid *self = CONVENE_DAY_GRID (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = (int) self->hours->len * hour_height (self);
  else
    *minimum = *natural = hour_width (self) + 100;
}

static void
add_hours (ConveneDayGrid *self,
           const char     *zone)
{
  for (gint64 hour = self->day.start; hour < self->day.end; hour += CONVENE_HOUR)
    {
      g_autofree char *text = convene_words_time (hour, zone);
      GtkWidget       *label = gtk_label_new (text);
      GtkWidget       *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_yalign (GTK_LABEL (label), 0);
      gtk_widget_set_parent (label, GTK_WIDGET (self));
      gtk_widget_set_parent (line, GTK_WIDGET (self));
      g_ptr_array_add (self->hours, label);
      g_ptr_array_add (self->lines, line);
    }
}

static void
remove_all (GPtrArray *widgets)
{
  for (guint i = 0; i < widgets->len; i++)
    gtk_widget_unparent (g_ptr_array_index (widgets, i));
  g_ptr_array_set_size (widgets, 0);
}

static void
convene_day_grid_dispose (GObject *object)
{
  ConveneDayGrid *self = CONVENE_DAY_GRID (object);

  convene_day_grid_clear (self);
  remove_all (self->hours);
  remove_all (self->lines);

  G_OBJECT_CLASS (convene_day_grid_parent_class)->dispose (object);
}

static void
convene_day_grid_finalize (GObject *object)
{
  ConveneDayGrid *self = CONVENE_DAY_GRID (object);

  g_clear_pointer (&self->hours, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_array_unref);

  G_OBJECT_CLASS (convene_day_grid_parent_class)->finalize (object);
}

static void
convene_day_grid_class_init (ConveneDayGridClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = convene_day_grid_dispose;
  object_class->finalize = convene_day_grid_finalize;
  widget_class->measure = convene_day_grid_measure;
  widget_class->size_allocate = convene_day_grid_size_allocate;

  picked_signal = g_signal_new ("picked", CONVENE_TYPE_DAY_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
convene_day_grid_init (ConveneDayGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->hours = g_ptr_array_new ();
  self->lines = g_ptr_array_new ();
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
convene_day_grid_new (void)
{
  return g_object_new (CONVENE_TYPE_DAY_GRID, NULL);
}

void
convene_day_grid_set_day (ConveneDayGrid *self,
                          ConveneSpan     day,
                          const char     *zone)
{
  g_return_if_fail (CONVENE_IS_DAY_GRID (self));

  convene_day_grid_clear (self);
  remove_all (self->hours);
  remove_all (self->lines);
  self->day = day;
  add_hours (self, zone);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
convene_day_grid_add_block (ConveneDayGrid *self,
                            GtkWidget      *block,
                            ConveneSpan     span)
{
  Block entry = { block, { MAX (span.start, self->day.start), MIN (span.end, self->day.end) } };

  g_return_if_fail (CONVENE_IS_DAY_GRID (self));
  g_return_if_fail (GTK_IS_WIDGET (block));

  g_array_append_val (self->blocks, entry);
  gtk_widget_set_parent (block, GTK_WIDGET (self));
}

void
convene_day_grid_clear (ConveneDayGrid *self)
{
  g_return_if_fail (CONVENE_IS_DAY_GRID (self));

  for (guint i = 0; i < self->blocks->len; i++)
    gtk_widget_unparent (g_array_index (self->blocks, Block, i).widget);
  g_array_set_size (self->blocks, 0);
}

int
convene_day_grid_get_position (ConveneDayGrid *self,
                               gint64          instant)
{
  g_return_val_if_fail (CONVENE_IS_DAY_GRID (self), 0);

  return (int) ((CLAMP (instant, self->day.start, self->day.end) - self->day.start) * hour_height (self) / CONVENE_HOUR);
}
