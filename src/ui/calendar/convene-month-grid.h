/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar.h"
#include "convene-clock.h"
#include "convene-day-cell.h"
#include "convene-month.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MONTH_GRID (convene_month_grid_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMonthGrid, convene_month_grid, CONVENE, MONTH_GRID, GtkWidget)

/* Six weeks of cells, made once and used again for every month. Property "narrow".
 * Signals: "day-pressed" (a pointer to a GDate), "day-free" (a second click on a free part of the chosen day; where it is narrow "day-activated"),
 * "entry-activated" (s: uid), "entry-moved" (s: uid, x: start, x: end; after a drag). */
GtkWidget *convene_month_grid_new (void);

/* Shows the month of `chosen` from the day `first` on. `today` is marked. Answers whether that is another range than before. */
gboolean convene_month_grid_show (ConveneMonthGrid *self,
                                  const GDate      *first,
                                  const GDate      *chosen,
                                  const GDate      *today);

/* Puts the entries of the days that are shown into their cells. */
void convene_month_grid_fill (ConveneMonthGrid *self,
                              ConveneCalendar  *calendar);

void convene_month_grid_set_colors (ConveneMonthGrid *self,
                                    ConveneColors     colors);

/* Which interviews are not over, and can be dragged; none without a clock. */
void convene_month_grid_set_clock (ConveneMonthGrid *self,
                                   ConveneClock     *clock);

/* Lets go of what is being dragged; FALSE where nothing is. */
gboolean convene_month_grid_drop (ConveneMonthGrid *self);

void convene_month_grid_set_narrow (ConveneMonthGrid *self,
                                    gboolean          narrow);

/* The instants that the days shown begin and end at, in microseconds since 1970 UTC. */
gint64 convene_month_grid_get_from (ConveneMonthGrid *self);
gint64 convene_month_grid_get_to (ConveneMonthGrid *self);

/* The cell of the chosen day. Owned by the grid. */
ConveneDayCell *convene_month_grid_get_chosen (ConveneMonthGrid *self);

/* The cell at a place from 0 to CONVENE_MONTH_DAYS - 1. Owned by the grid. */
ConveneDayCell *convene_month_grid_get_cell (ConveneMonthGrid *self,
                                             guint             place);

/* Tells the screen reader what the days show: the chosen one at once, the others when there is time. `now`: see convene_day_cell_tell (). */
void convene_month_grid_tell (ConveneMonthGrid *self,
                              gint64            now);

G_END_DECLS
