/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-view.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_TIME_VIEW (convene_time_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneTimeView, convene_time_view, CONVENE, TIME_VIEW, ConveneCalendarView)

/* Days side by side under each other's hours: the week, or a day. Properties, read-write: "days" (1 or 7; 7 is the week of the date from the locale's first
 * weekday, and where it is narrow three days), "second-zone" (an IANA name, "" for none: a second ruler).
 *
 * Arrows move through half hours and days, Tab through the interviews of the day, Page Up and Page Down turn, Home and End go to the first and the last
 * day. The interview that has the focus: Enter, and Ctrl+R, Ctrl+E and Delete for app.reschedule, app.edit and app.cancel-interview (s: uid).
 * "slot-activated" is Enter or a double click on free time. */
GtkWidget *convene_time_view_new (void);

G_END_DECLS
