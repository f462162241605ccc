/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-days.h"

#include "convene-month.h"
#include "convene-words.h"

static void
follow (const GDate *day,
        GDate       *first)
{
  int into = g_date_valid (first) ? g_date_days_between (first, day) : -1;

  if (into < 0 || into >= CONVENE_TIME_NARROW_DAYS)
    *first = *day;
  if (into == CONVENE_TIME_NARROW_DAYS)
    g_date_subtract_days (first, CONVENE_TIME_NARROW_DAYS - 1);
}

void
convene_time_days_find_first (const GDate *day,
                              guint        n_days,
                              int          first_weekday,
                              GDate       *first)
{
  GDate last;

  g_return_if_fail (day != NULL && g_date_valid (day));
  g_return_if_fail (first != NULL);

  if (n_days == 1)
    *first = *day;
  else if (n_days == CONVENE_TIME_NARROW_DAYS)
    follow (day, first);
  else
    convene_month_week (day, first_weekday, first, &last);
}

char *
convene_time_days_write (const GDate *first,
                         guint        n_days)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate last = *first;

  /* Of no year that is now: with its year. */
  if (n_days == 1)
    return convene_words_day (convene_month_day_start (first, zone), NULL, 0);

  g_date_add_days (&last, n_days - 1);
  return convene_words_days (first, &last);
}

void
convene_time_days_read (const GDate        *first,
                        guint               n_days,
                        ConveneRangeReader *reader)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate days[] = { *first, *first, *first, *first };

  g_date_subtract_days (&days[0], n_days);
  g_date_add_days (&days[2], n_days);
  g_date_add_days (&days[3], 2 * n_days);
  convene_range_reader_look (reader, convene_month_day_start (&days[1], zone), convene_month_day_start (&days[2], zone), convene_month_day_start (&days[0], zone), convene_month_day_start (&days[3], zone));
}
