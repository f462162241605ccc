/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-time-grid.h"
#include "convene-time-layout.h"

G_BEGIN_DECLS

#define CONVENE_TIME_SLOT (30 * CONVENE_MINUTE)

/* An interview that the pointer moves, or makes longer. */
typedef struct
{
  ConveneCalendarEntry *entry; /* NULL: none */
  gboolean              lengthens;
  gboolean              begun; /* it has moved far enough to be one */
  double                x;     /* where it was taken */
  double                y;
  gint64                held; /* from its start to where it was taken */
  double                x_now;
  double                y_now;
  gint64                start; /* that it would have */
  gint64                end;
  guint                 scroll; /* the tick callback that scrolls, while it is near an edge of what is in view */
  gint64                scrolled_at;
} ConveneTimeDrag;

struct _ConveneTimeGrid
{
  GtkWidget parent_instance;

  GtkWidget       *palette;
  GtkAdjustment   *adjustment; /* of what is in view; NULL for all */
  ConveneClock    *clock;
  GTimeZone       *zone;
  ConveneTimeScale scale;
  ConveneColors    colors;

  guint      chosen;   /* day */
  gint64     cursor;   /* position of the chosen half hour */
  GtkWidget *slots[2]; /* one of them stands there; with each move the other, so that a screen reader hears of it */
  guint      slot;

  GPtrArray *entries;     /* of ConveneCalendarEntry, that touch the days */
  GArray    *places;      /* of ConveneTimePlace, of the entries */
  GPtrArray *blocks;      /* of ConveneTimeBlock, one for each place, and unused ones after them */
  int        line_height; /* that the places were made with */

  ConveneTimeDrag drag;

  /* For drawing alone. */
  ConveneTimeHour hours[CONVENE_TIME_MOST_HOURS];
  guint           n_hours;
  GTimeZone      *second; /* NULL for no second ruler */
  PangoLayout    *labels[2][CONVENE_TIME_MOST_HOURS];
  int             label_widths[2];

  guint grow_source;
  guint tell_source;
  guint tell_place;
};

/* Pixels. */
int    convene_time_grid_get_hour_height (ConveneTimeGrid *self);
double convene_time_grid_to_y (ConveneTimeGrid *self, gint64 position);
double convene_time_grid_get_day_width (ConveneTimeGrid *self);

/* The day and the position at a point; FALSE where it is beside the days. */
gboolean convene_time_grid_find (ConveneTimeGrid *self, double x, double y, guint *day, gint64 *position);

/* Where in the widget something of a day is, in pixels. */
GdkRectangle convene_time_grid_place (ConveneTimeGrid *self, guint day, double start, double width, gint64 top, gint64 bottom);

/* Tells the screen reader what the chosen half hour is, and, when there is time, what the blocks show. */
void convene_time_grid_tell_slot (ConveneTimeGrid *self);
void convene_time_grid_tell (ConveneTimeGrid *self);

/* Whether something of it is. */
gboolean convene_time_grid_is_in_view (ConveneTimeGrid *self, const ConveneTimePlace *place);

void convene_time_grid_choose (ConveneTimeGrid *self, guint day, gint64 position);

void convene_time_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot);
void convene_time_grid_make_labels (ConveneTimeGrid *self);
void convene_time_grid_forget_labels (ConveneTimeGrid *self);

void     convene_time_grid_add_gestures (ConveneTimeGrid *self);
void     convene_time_grid_aim (ConveneTimeGrid *self, double x, double y);
gboolean convene_time_grid_drop (ConveneTimeGrid *self);

/* While something is dragged near the upper or lower edge of what is in view, more of it comes. */
void convene_time_grid_scroll_at_edge (ConveneTimeGrid *self);
void convene_time_grid_stop_scrolling (ConveneTimeGrid *self);

void     convene_time_grid_add_keys (GtkWidgetClass *klass);
gboolean convene_time_grid_focus (GtkWidget *widget, GtkDirectionType direction);

/* As the signals of the class. */
void convene_time_grid_activate_slot (ConveneTimeGrid *self);
void convene_time_grid_activate_entry (ConveneTimeGrid *self, ConveneCalendarEntry *entry);
void convene_time_grid_move_entry (ConveneTimeGrid *self, ConveneCalendarEntry *entry, gint64 start, gint64 end);
void convene_time_grid_want_turn (ConveneTimeGrid *self, int times);
void convene_time_grid_want_day (ConveneTimeGrid *self, int further);

G_END_DECLS
