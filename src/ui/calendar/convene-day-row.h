/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-calendar-entry.h"
#include "convene-palette.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DAY_ROW (convene_day_row_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDayRow, convene_day_row, CONVENE, DAY_ROW, GtkListBoxRow)

/* An interview of the chosen day. Properties: "entry" (NULL: hidden), "joinable" (it is time: there is a Join button instead of the chip). It is used again
 * for other entries. */
GtkWidget *convene_day_row_new (void);

void convene_day_row_set_entry (ConveneDayRow        *self,
                                ConveneCalendarEntry *entry);

ConveneCalendarEntry *convene_day_row_get_entry (ConveneDayRow *self);

/* When the day begins that it is shown on, in microseconds since 1970 UTC: what began before says when. */
void convene_day_row_set_day (ConveneDayRow *self,
                              gint64         from);

void convene_day_row_set_colors (ConveneDayRow *self,
                                 ConveneColors  colors);

/* As it is at `now`, in microseconds since 1970 UTC; answers the next instant at which that changes, G_MAXINT64 for none. */
gint64 convene_day_row_set_now (ConveneDayRow *self,
                                gint64         now);

G_END_DECLS
