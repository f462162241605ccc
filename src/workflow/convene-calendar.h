/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-calendar-entry.h"
#include "convene-engine.h"
#include "convene-filter.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CALENDAR (convene_calendar_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCalendar, convene_calendar, CONVENE, CALENDAR, GObject)

/* The interviews that touch a range of time, as a GListModel of ConveneCalendarEntry in the order of their start (then uid): it follows the
 * database, whoever writes it. What did not change keeps its object, and items-changed names only what did. A range that is asked for
 * while another one is being read takes its place: nobody sees the old one any more.
 *
 * Property "loaded": the items are those of the range. Property "error": the message of the last reading that failed, or NULL. */
ConveneCalendar *convene_calendar_new (ConveneEngine *engine);

/* Microseconds since 1970 UTC; `to` is the first instant after. An empty range (0, 0) has no items. `limit` keeps only the first ones; 0 for all. */
void convene_calendar_set_range (ConveneCalendar *self,
                                 gint64           from,
                                 gint64           to,
                                 guint            limit);

/* Of the interviews, those alone that a filter lets through; it is followed. NULL, as at first: all. Its text and period do not count here. */
void convene_calendar_set_filter (ConveneCalendar *self,
                                  ConveneFilter   *filter);

gint64   convene_calendar_get_from (ConveneCalendar *self);
gint64   convene_calendar_get_to (ConveneCalendar *self);
gboolean convene_calendar_get_loaded (ConveneCalendar *self);

/* The entries that touch [from, to) among the items: *first is the position of the first that starts in it or later, and the answer is how many start in it. */
guint convene_calendar_find (ConveneCalendar *self,
                             gint64           from,
                             gint64           to,
                             guint           *first);

G_END_DECLS
