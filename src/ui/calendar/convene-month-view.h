/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-view.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_MONTH_VIEW (convene_month_view_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMonthView, convene_month_view, CONVENE, MONTH_VIEW, ConveneCalendarView)

/* A month: six weeks from the locale's first weekday, each day a cell with its interviews; where it is narrow, with dots instead of lines.
 * Arrows move the chosen day, Page Up and Page Down turn the month (the day of the month stays, or is the last one there is), Home and End go to the week's
 * ends. "slot-activated" is a double click on a free part of a day; who is dragged to another day keeps the time of day.
 * Signal: "day-activated" (s: the date; Enter on a day). */
GtkWidget *convene_month_view_new (ConveneEngine *engine);

G_END_DECLS
