/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-calendar.h"
#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DAY_VIEW (convene_day_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDayView, convene_day_view, CONVENE, DAY_VIEW, GtkWidget)

/* The chosen day's interviews as a list beside the month: its heading, a row for each with time, candidate, job, platform, answer, length and Join; empty, it says
 * so and offers Schedule Interview on that day. Properties: "calendar" (a ConveneCalendar that holds the day, or NULL), "date", "engine" (NULL: the
 * machine's clock), "colors" ("job" or "state"). What began on the day before and lasts is there, too. Signal "entry-activated" (s: uid). It uses the actions app.schedule-on (s: date), app.join (s: uid), and, of the row
 * that has the focus, by Ctrl+R, Ctrl+E and Delete, app.reschedule (s: uid), app.edit (s) and app.cancel-interview (s). */
GtkWidget *convene_day_view_new (ConveneEngine *engine);

void convene_day_view_set_engine (ConveneDayView *self,
                                  ConveneEngine  *engine);
void convene_day_view_set_calendar (ConveneDayView  *self,
                                    ConveneCalendar *calendar);

/* What is no day of the years 1970 to 2100 changes nothing. */
const char *convene_day_view_get_date (ConveneDayView *self);
void        convene_day_view_set_date (ConveneDayView *self,
                                       const char     *date);

G_END_DECLS
