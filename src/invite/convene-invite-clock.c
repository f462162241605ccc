/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-clock.h"

#include <string.h>

#define FIRST_YEAR 1601
#define LAST_YEAR 2100

/* GDate counts from the first day of the year 1. */
#define JULIAN_1970 719163

gint64
convene_invite_clock_count_days (int year,
                                 int month,
                                 int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  return (gint64) g_date_get_julian (&date) - JULIAN_1970;
}

int
convene_invite_clock_get_weekday (gint64 days)
{
  gint64 since_monday = (days + 3) % 7;

  return (int) (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

gint64
convene_invite_clock_get_days (gint64 wall)
{
  return wall / CONVENE_INVITE_CLOCK_DAY - (wall % CONVENE_INVITE_CLOCK_DAY < 0);
}

void
convene_invite_clock_split (gint64 days,
                            int   *year,
                            int   *month,
                            int   *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (days + JULIAN_1970, 1, G_MAXINT32));
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = g_date_get_month (&date);
  if (day != NULL)
    *day = g_date_get_day (&date);
}

int
convene_invite_clock_get_year (gint64 wall)
{
  int year;

  convene_invite_clock_split (convene_invite_clock_get_days (wall), &year, NULL, NULL);
  return year;
}

/* A number of so many digits, or -1. */
static int
parse_digits (const char *text,
              gsize       count)
{
  int number = 0;

  for (gsize i = 0; i < count; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }

  return number;
}

static gboolean
is_end (const char *text)
{
  return *text == '\0' || g_str_equal (text, "Z");
}

gboolean
convene_invite_clock_join (int     year,
                           int     month,
                           int     day,
                           int     hour,
                           int     minute,
                           int     second,
                           gint64 *wall)
{
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31 || !g_date_valid_dmy (day, month, year) ||
      hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60)
    return FALSE;

  *wall = convene_invite_clock_count_days (year, month, day) * CONVENE_INVITE_CLOCK_DAY + hour * 3600 + minute * 60 + MIN (second, 59);
  return TRUE;
}

gboolean
convene_invite_clock_parse (const char *text,
                            gint64     *wall)
{
  gsize length = strlen (text);
  int   year, month, day;

  if (length < strlen ("20261201"))
    return FALSE;

  year = parse_digits (text, 4);
  month = parse_digits (text + 4, 2);
  day = parse_digits (text + 6, 2);
  if (is_end (text + 8))
    return convene_invite_clock_join (year, month, day, 0, 0, 0, wall);
  if (length < strlen ("20261201T100000") || text[8] != 'T' || !is_end (text + 15))
    return FALSE;

  return convene_invite_clock_join (year, month, day, parse_digits (text + 9, 2), parse_digits (text + 11, 2), parse_digits (text + 13, 2), wall);
}
