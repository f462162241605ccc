/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar.h"
#include "convene-clock.h"
#include "convene-palette.h"
#include "convene-time-block.h"
#include "convene-time-scale.h"

G_BEGIN_DECLS

/* When the day's work begins, after midnight. */
#define CONVENE_TIME_MORNING (8 * CONVENE_HOUR)

#define CONVENE_TYPE_TIME_GRID (convene_time_grid_get_type ())

G_DECLARE_FINAL_TYPE (ConveneTimeGrid, convene_time_grid, CONVENE, TIME_GRID, GtkWidget)

/* The hours of some days under each other, with their interviews laid over them: what is inside of a ConveneTimeView's scrolled window. Its blocks are made
 * once and used again for other days. One half hour is chosen: it has the keyboard, and Tab goes on through the interviews of its day.
 *
 * Signals: "entry-activated" (s: uid), "slot-activated" (s: "2026-12-01T10:00"), "entry-moved" (s: uid, x: start, x: end), "day-wanted" (i: so many days
 * further than the chosen one), "turn-wanted" (i: so many times as many days as are shown). */
GtkWidget *convene_time_grid_new (void);

/* Shows `n_days` days from `first` on, of which the one at `chosen` has the keyboard. */
void convene_time_grid_show (ConveneTimeGrid *self,
                             const GDate     *first,
                             guint            n_days,
                             guint            chosen);

/* Puts the entries of the days that are shown beside their hours. */
void convene_time_grid_fill (ConveneTimeGrid *self,
                             ConveneCalendar *calendar);

void convene_time_grid_set_clock (ConveneTimeGrid *self,
                                  ConveneClock    *clock);
void convene_time_grid_set_colors (ConveneTimeGrid *self,
                                   ConveneColors    colors);

/* A second ruler, of that zone; NULL for none. */
void convene_time_grid_set_second_zone (ConveneTimeGrid *self,
                                        const char      *zone);

const ConveneTimeScale *convene_time_grid_get_scale (ConveneTimeGrid *self);

/* Pixels: of both rulers; from the top to an instant of a day. */
int convene_time_grid_get_ruler_width (ConveneTimeGrid *self);
int convene_time_grid_get_y (ConveneTimeGrid *self,
                             guint            day,
                             gint64           instant);

/* The chosen half hour. */
gint64     convene_time_grid_get_slot (ConveneTimeGrid *self);
void       convene_time_grid_set_slot (ConveneTimeGrid *self,
                                       gint64           instant);
GtkWidget *convene_time_grid_get_slot_widget (ConveneTimeGrid *self);

/* Blocks that show an interview, in the order of days and times: NULL after the last one. Owned by the grid. */
ConveneTimeBlock *convene_time_grid_get_block (ConveneTimeGrid *self,
                                               guint            place);

/* What is being dragged: the time that it would have; FALSE where nothing is. */
gboolean convene_time_grid_get_dragged (ConveneTimeGrid *self,
                                        gint64          *start,
                                        gint64          *end);

/* What of it is in view: only that is drawn, and a drag to its edge scrolls it. Kept. */
void convene_time_grid_set_adjustment (ConveneTimeGrid *self,
                                       GtkAdjustment   *adjustment);

/* Where there are interviews, none of which is in view, the first of them comes into view, and its half hour is the chosen one of the chosen day. Where now is
 * shown, those that are over do not count. */
void convene_time_grid_show_missed (ConveneTimeGrid *self);

/* Now is another minute. */
void convene_time_grid_tick (ConveneTimeGrid *self);

G_END_DECLS
