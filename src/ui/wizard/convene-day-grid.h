/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-day-gaps.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DAY_GRID (convene_day_grid_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDayGrid, convene_day_grid, CONVENE, DAY_GRID, GtkWidget)

/* The hours of a day below one another, with blocks laid over them: what overlaps stands side by side. Signal "picked" (int64: the quarter of an hour
 * that was clicked, microseconds since 1970 UTC). */
GtkWidget *convene_day_grid_new (void);

/* Which day, by the wall clock of a zone; its blocks go. */
void convene_day_grid_set_day (ConveneDayGrid *self,
                               ConveneSpan     day,
                               const char     *zone);

/* Lays a widget over a part of the day; what lies outside of it is cut. */
void convene_day_grid_add_block (ConveneDayGrid *self,
                                 GtkWidget      *block,
                                 ConveneSpan     span);
void convene_day_grid_clear (ConveneDayGrid *self);

/* Pixels from the top to an instant, for scrolling. */
int convene_day_grid_get_position (ConveneDayGrid *self,
                                   gint64          instant);

/* Which column of how many each of some spans has, so that none lies over another: both arrays have n_spans places. */
void convene_day_grid_find_columns (const ConveneSpan *spans,
                                    guint              n_spans,
                                    guint             *columns,
                                    guint             *counts);

G_END_DECLS
