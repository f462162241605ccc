/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days, weeks and months without a screen. Weekdays are 1 (Monday) to 7 (Sunday). */

#define CONVENE_MONTH_WEEKS (6)
#define CONVENE_MONTH_DAYS (CONVENE_MONTH_WEEKS * 7)

/* The years that an interview may lie in: see convene_moment_parse (). */
#define CONVENE_MONTH_FIRST_YEAR (1970)
#define CONVENE_MONTH_LAST_YEAR (2100)

/* Reads "2026-12-01" and nothing else; FALSE, and *day untouched, for what is no day of those years. */
gboolean convene_month_parse_day (const char *text,
                                  GDate      *day);
char    *convene_month_format_day (const GDate *day);

/* The first of the 42 days that show the month of `day`: the last `first_weekday` that is not after the month's first day. */
void convene_month_first_shown (const GDate *day,
                                int          first_weekday,
                                GDate       *first);

/* The first and the last day of its week. */
void convene_month_week (const GDate *day,
                         int          first_weekday,
                         GDate       *first,
                         GDate       *last);

/* FALSE, and `day` untouched, where it would leave the years above. The day of the month stays, or is the last one there is. */
gboolean convene_month_add_days (GDate *day,
                                 int    days);
gboolean convene_month_add_months (GDate *day,
                                   int    months);

gboolean convene_month_is_same (const GDate *a,
                                const GDate *b);

/* The first instant of a day, in microseconds since 1970 UTC: the earlier of two midnights, and the time after midnight where the clock skips it. */
gint64 convene_month_day_start (const GDate *day,
                                GTimeZone   *zone);

/* Widens [*from, *to) by the six weeks that show the month `months` after that of `day`; the months at the ends of time have no neighbours. */
void convene_month_extend (const GDate *day,
                           int          months,
                           int          first_weekday,
                           gint64      *from,
                           gint64      *to);

/* The day that an instant lies in. */
void convene_month_day_at (gint64     instant,
                           GTimeZone *zone,
                           GDate     *day);

G_END_DECLS
