/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-calendar.h"
#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_TIME_VIEW (convene_time_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneTimeView, convene_time_view, CONVENE, TIME_VIEW, GtkWidget)

/* Days side by side under each other's hours: the week, or a day. Properties, read-write where nothing else is said:
 * "engine" (NULL: no interviews yet), "date" (the chosen day, "2026-12-01", at first today), "days" (1 or 7; 7 is the week of the date from the locale's first
 * weekday), "narrow" (7 becomes 3), "filter" (a ConveneFilter or NULL), "colors" ("job" or "state"), "second-zone" (an IANA name, "" for none: a second ruler),
 * "calendar" (read-only: a ConveneCalendar that holds the days shown, NULL without an engine), "title" (read-only: "30 November – 6 December 2026").
 *
 * Arrows move through half hours and days, Tab through the interviews of the day, Page Up and Page Down turn, Home and End go to the first and the last
 * day, T to today. The interview that has the focus: Enter, and Ctrl+R, Ctrl+E and Delete for app.reschedule, app.edit and app.cancel-interview (s: uid).
 *
 * Signals: "entry-activated" (s: uid); "slot-activated" (s: "2026-12-01T10:00", local time; Enter or a double click on free time); "entry-moved" (s: uid,
 * x: start, x: end, in microseconds since 1970 UTC; after a drag, the view goes on showing the old time). */
GtkWidget *convene_time_view_new (void);

/* The days shown; the last one does not belong to them. */
void convene_time_view_get_days (ConveneTimeView *self,
                                 GDate           *first,
                                 GDate           *after);

/* Other days, `n` times as many further as are shown. */
void convene_time_view_turn (ConveneTimeView *self,
                             int              n);

/* Shows now, too. */
void convene_time_view_go_to_today (ConveneTimeView *self);

G_END_DECLS
