/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* From `start` to the first instant after: microseconds since 1970 UTC. */
typedef struct
{
  gint64 start;
  gint64 end;
} ConveneSpan;

/* Where something of `length` microseconds fits into `within` beside what is `busy` (in any order, overlapping or not): an array of gint64, at most
 * `most` of them. Each free stretch offers its beginning and, where it is long, further starts two hours apart; all are whole half hours
 * counted from `anchor`, the day's midnight. */
GArray *convene_day_gaps_find (const ConveneSpan *busy,
                               guint              n_busy,
                               ConveneSpan        within,
                               gint64             anchor,
                               gint64             length,
                               guint              most);

/* The first instant of a day ("2026-12-01") in a zone and the first one after it. FALSE where the date cannot be read. */
gboolean convene_day_find_span (const char  *date,
                                GTimeZone   *zone,
                                ConveneSpan *span);

/* The same for hours of that day, 0 to 24, by the zone's wall clock. */
gboolean convene_day_find_hours (const char  *date,
                                 GTimeZone   *zone,
                                 int          from_hour,
                                 int          to_hour,
                                 ConveneSpan *span);

/* Those of a list of ConveneCalendarEntry that are held (not cancelled) and overlap a span, but for the one of the uid `except` (or NULL): an array of
 * ConveneCalendarEntry. */
GPtrArray *convene_day_find_overlapping (GListModel *entries,
                                         ConveneSpan span,
                                         const char *except);

G_END_DECLS
