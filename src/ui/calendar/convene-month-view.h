/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-calendar.h"
#include "convene-day-view.h"
#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MONTH_VIEW (convene_month_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMonthView, convene_month_view, CONVENE, MONTH_VIEW, GtkWidget)

/* A month: six weeks from the locale's first weekday, each day a cell with its interviews. Properties: "engine" (NULL: no interviews yet), "date" (the
 * chosen day, "2026-12-01", at first today; its month is the one shown), "narrow" (dots instead of lines), "filter" (a ConveneFilter or NULL), "colors"
 * ("job" or "state"), "calendar" (read-only: a ConveneCalendar that holds the days shown, and, once there was time, the months before and after; NULL without
 * an engine), "title" (read-only: "December 2026").
 * Arrows move the chosen day, Page Up and Page Down turn the month, Home and End go to the week's ends, T to today.
 * Signals: "day-activated" (s: the date; Enter on a day), "entry-activated" (s: uid), "slot-activated" (s: the date; a double click on a free part of a day),
 * "entry-moved" (s: uid, x: start, x: end; one was dragged to another day, and keeps its time of day: microseconds since 1970 UTC). */
GtkWidget *convene_month_view_new (ConveneEngine *engine);

void convene_month_view_set_engine (ConveneMonthView *self,
                                    ConveneEngine    *engine);

/* What is no day of the years 1970 to 2100 changes nothing. */
const char      *convene_month_view_get_date (ConveneMonthView *self);
void             convene_month_view_set_date (ConveneMonthView *self,
                                              const char       *date);
ConveneCalendar *convene_month_view_get_calendar (ConveneMonthView *self);

gboolean convene_month_view_get_narrow (ConveneMonthView *self);
void     convene_month_view_set_narrow (ConveneMonthView *self,
                                        gboolean          narrow);

/* Another month, `months` further; the day of the month stays, or is the last one there is. */
void convene_month_view_turn (ConveneMonthView *self,
                              int               months);
void convene_month_view_go_to_today (ConveneMonthView *self);

G_END_DECLS
