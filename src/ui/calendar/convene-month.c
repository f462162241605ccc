/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-month.h"

#define MICROSECONDS (G_GINT64_CONSTANT (1000000))

static gboolean
is_shown_year (int year)
{
  return year >= CONVENE_MONTH_FIRST_YEAR && year <= CONVENE_MONTH_LAST_YEAR;
}

/* `length` digits, or -1. */
static int
read_digits (const char *text,
             guint       length)
{
  int number = 0;

  for (guint i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + g_ascii_digit_value (text[i]);
    }

  return number;
}

gboolean
convene_month_parse_day (const char *text,
                         GDate      *day)
{
  int year, month, number;

  g_return_val_if_fail (day != NULL, FALSE);

  if (text == NULL || strlen (text) != strlen ("2026-12-01") || text[4] != '-' || text[7] != '-')
    return FALSE;

  year = read_digits (text, 4);
  month = read_digits (text + 5, 2);
  number = read_digits (text + 8, 2);
  if (!is_shown_year (year) || month < 1 || number < 1 || !g_date_valid_dmy (number, month, year))
    return FALSE;

  g_date_clear (day, 1);
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

char *
convene_month_format_day (const GDate *day)
{
  g_return_val_if_fail (day != NULL && g_date_valid (day), NULL);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (day), g_date_get_month (day), g_date_get_day (day));
}

/* How many days of its week lie before it. */
static guint
days_into_week (const GDate *day,
                int          first_weekday)
{
  return (g_date_get_weekday (day) - first_weekday + 7) % 7;
}

void
convene_month_first_shown (const GDate *day,
                           int          first_weekday,
                           GDate       *first)
{
  g_return_if_fail (day != NULL && g_date_valid (day));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  *first = *day;
  g_date_set_day (first, 1);
  g_date_subtract_days (first, days_into_week (first, first_weekday));
}

void
convene_month_week (const GDate *day,
                    int          first_weekday,
                    GDate       *first,
                    GDate       *last)
{
  g_return_if_fail (day != NULL && g_date_valid (day));
  g_return_if_fail (first_weekday >= 1 && first_weekday <= 7);

  *first = *day;
  g_date_subtract_days (first, days_into_week (day, first_weekday));
  *last = *first;
  g_date_add_days (last, 6);
}

gboolean
convene_month_add_days (GDate *day,
                        int    days)
{
  GDate moved;

  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  moved = *day;
  if (days >= 0)
    g_date_add_days (&moved, (guint) days);
  else
    g_date_subtract_days (&moved, (guint) -days);
  if (!is_shown_year (g_date_get_year (&moved)))
    return FALSE;

  *day = moved;
  return TRUE;
}

gboolean
convene_month_add_months (GDate *day,
                          int    months)
{
  int month, year;

  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);
  g_return_val_if_fail (ABS (months) <= 12 * (CONVENE_MONTH_LAST_YEAR - CONVENE_MONTH_FIRST_YEAR + 1), FALSE);

  month = g_date_get_year (day) * 12 + g_date_get_month (day) - 1 + months;
  year = month / 12;
  month = month % 12 + 1;
  if (!is_shown_year (year))
    return FALSE;

  g_date_set_dmy (day, MIN (g_date_get_day (day), g_date_get_days_in_month (month, year)), month, year);
  return TRUE;
}

gboolean
convene_month_is_same (const GDate *a,
                       const GDate *b)
{
  return g_date_get_month (a) == g_date_get_month (b) && g_date_get_year (a) == g_date_get_year (b);
}

gint64
convene_month_day_start (const GDate *day,
                         GTimeZone   *zone)
{
  g_autoptr(GDateTime) midnight = NULL;
  g_autoptr(GDateTime) earlier = NULL;

  g_return_val_if_fail (day != NULL && g_date_valid (day), 0);

  midnight = g_date_time_new (zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), 0, 0, 0);
  g_return_val_if_fail (midnight != NULL, 0);

  /* Where the clock goes back over midnight there are two, and GLib names either. */
  earlier = g_date_time_add_hours (midnight, -1);
  if (g_date_time_get_day_of_month (earlier) == g_date_get_day (day))
    return g_date_time_to_unix (earlier) * MICROSECONDS;

  return g_date_time_to_unix (midnight) * MICROSECONDS;
}

void
convene_month_day_at (gint64     instant,
                      GTimeZone *zone,
                      GDate     *day)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / MICROSECONDS);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, zone);
  int year, month, number;

  g_date_time_get_ymd (local, &year, &month, &number);
  g_date_clear (day, 1);
  g_date_set_dmy (day, number, month, year);
}

void
convene_month_extend (const GDate *day,
                      int          months,
                      int          first_weekday,
                      gint64      *from,
                      gint64      *to)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_local ();
  GDate other, first;

  g_return_if_fail (day != NULL && g_date_valid (day));

  other = *day;
  if (!convene_month_add_months (&other, months))
    return;

  convene_month_first_shown (&other, first_weekday, &first);
  *from = MIN (*from, convene_month_day_start (&first, zone));
  g_date_add_days (&first, CONVENE_MONTH_DAYS);
  *to = MAX (*to, convene_month_day_start (&first, zone));
}
