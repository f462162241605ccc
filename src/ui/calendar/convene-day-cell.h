/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar-entry.h"
#include "convene-palette.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DAY_CELL (convene_day_cell_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDayCell, convene_day_cell, CONVENE, DAY_CELL, GtkWidget)

/* A day of the month: its number and as many of its interviews as fit, drawn by itself. The palette is that of the grid around it. */
GtkWidget *convene_day_cell_new (ConvenePalette *palette);

/* `outside`: it belongs to the month before or after. */
void convene_day_cell_set_day (ConveneDayCell *self,
                               const GDate    *day,
                               gboolean        outside,
                               gboolean        today);

const GDate *convene_day_cell_get_day (ConveneDayCell *self);

/* The interviews that touch the day, which begins at `from` (microseconds since 1970 UTC): an array of ConveneCalendarEntry. They are kept. */
void convene_day_cell_set_entries (ConveneDayCell *self,
                                   GPtrArray      *entries,
                                   gint64          from);

guint convene_day_cell_get_n_entries (ConveneDayCell *self);

void convene_day_cell_set_colors (ConveneDayCell *self,
                                  ConveneColors   colors);

/* What is being dragged would come to this day. */
void convene_day_cell_set_target (ConveneDayCell *self,
                                  gboolean        target);

/* Dots instead of lines. */
void convene_day_cell_set_narrow (ConveneDayCell *self,
                                  gboolean        narrow);

/* The chosen day is the one that has the keyboard. */
void     convene_day_cell_set_chosen (ConveneDayCell *self,
                                      gboolean        chosen);
gboolean convene_day_cell_get_chosen (ConveneDayCell *self);

/* The entry whose line is at a point of the cell, or NULL. */
ConveneCalendarEntry *convene_day_cell_pick (ConveneDayCell *self,
                                             double          y);

/* Tells the screen reader what it shows, where that changed since: a whole month of sentences takes longer than a frame, so the grid asks for it when
 * there is time. `now`: see convene_words_day (). */
void convene_day_cell_tell (ConveneDayCell *self,
                            gint64          now);

G_END_DECLS
