/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-alarm.h"
#include "convene-month.h"
#include "convene-palette.h"
#include "scaled-clock.h"

#define SECOND (G_GINT64_CONSTANT (1000000))

static GDate
parse (const char *text)
{
  GDate day;

  g_assert_true (convene_month_parse_day (text, &day));
  return day;
}

static void
assert_day (const GDate *day,
            const char  *expected)
{
  g_autofree char *text = convene_month_format_day (day);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parse (void)
{
  static const char *const good[] = { "1970-01-01", "2026-12-01", "2024-02-29", "2000-02-29", "2100-12-31" };
  static const char *const bad[] = { NULL, "", "2026", "2026-12", "2026-12-1", "2026-12-01 ", " 2026-12-01", "2026/12/01", "2026-12-01T10:00",
                                     "2026-13-01", "2026-00-10", "2026-02-30", "2025-02-29", "2100-02-29", "2026-04-31", "2026-01-00", "0000-00-00", "1969-12-31",
                                     "2101-01-01", "-026-12-01", "2026-+1-01", "2026-1a-01", "２026-12-01", "9999-12-31" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      GDate day = parse (good[i]);

      assert_day (&day, good[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      GDate day = parse ("2026-12-01");

      g_test_message ("%s", bad[i]);
      g_assert_false (convene_month_parse_day (bad[i], &day));
      assert_day (&day, "2026-12-01");
    }
}

/* The day, the week's first, and what the month is shown from and to. */
static void
test_shown (void)
{
  static const struct
  {
    const char *day;
    int         first_weekday;
    const char *first;
    const char *last;
  } rows[] = {
    { "2026-12-01", 1, "2026-11-30", "2027-01-10" }, /* a Tuesday */
    { "2026-12-31", 1, "2026-11-30", "2027-01-10" },
    { "2026-12-31", 7, "2026-11-29", "2027-01-09" },
    { "2026-12-31", 6, "2026-11-28", "2027-01-08" },
    { "2026-12-01", 2, "2026-12-01", "2027-01-11" },
    { "2026-12-01", 3, "2026-11-25", "2027-01-05" },
    { "2027-01-01", 1, "2026-12-28", "2027-02-07" },
    { "2027-02-14", 1, "2027-02-01", "2027-03-14" }, /* four weeks from Monday on */
    { "2027-02-28", 7, "2027-01-31", "2027-03-13" },
    { "2026-11-15", 7, "2026-11-01", "2026-12-12" },
    { "2026-11-01", 1, "2026-10-26", "2026-12-06" },
    { "2024-02-29", 1, "2024-01-29", "2024-03-10" },
    { "1970-01-01", 1, "1969-12-29", "1970-02-08" },
    { "2100-12-31", 7, "2100-11-28", "2101-01-08" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate day = parse (rows[i].day), shown;

      g_test_message ("%s, weeks from %d", rows[i].day, rows[i].first_weekday);
      convene_month_first_shown (&day, rows[i].first_weekday, &shown);
      assert_day (&shown, rows[i].first);
      g_date_add_days (&shown, CONVENE_MONTH_DAYS - 1);
      assert_day (&shown, rows[i].last);
    }
}

static void
test_week (void)
{
  static const struct
  {
    const char *day;
    int         first_weekday;
    const char *first;
    const char *last;
  } rows[] = {
    { "2026-12-01", 1, "2026-11-30", "2026-12-06" },
    { "2026-12-06", 1, "2026-11-30", "2026-12-06" },
    { "2026-12-06", 7, "2026-12-06", "2026-12-12" },
    { "2026-12-05", 7, "2026-11-29", "2026-12-05" },
    { "2026-12-05", 6, "2026-12-05", "2026-12-11" },
    { "2027-01-01", 1, "2026-12-28", "2027-01-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate day = parse (rows[i].day), first, last;

      g_test_message ("%s, weeks from %d", rows[i].day, rows[i].first_weekday);
      convene_month_week (&day, rows[i].first_weekday, &first, &last);
      assert_day (&first, rows[i].first);
      assert_day (&last, rows[i].last);
    }
}

/* NULL: it stays. */
static void
test_months (void)
{
  static const struct
  {
    const char *day;
    int         months;
    const char *moved;
  } rows[] = {
    { "2026-12-01", 1, "2027-01-01" },
    { "2026-12-01", -1, "2026-11-01" },
    { "2027-01-31", 1, "2027-02-28" },
    { "2024-01-31", 1, "2024-02-29" },
    { "2027-03-31", -1, "2027-02-28" },
    { "2026-12-31", -1, "2026-11-30" },
    { "2027-01-15", -1, "2026-12-15" },
    { "2024-02-29", 12, "2025-02-28" },
    { "2026-12-31", 0, "2026-12-31" },
    { "2026-05-31", 13, "2027-06-30" },
    { "2026-05-31", -17, "2024-12-31" },
    { "1970-01-31", -1, NULL },
    { "2100-12-01", 1, NULL },
    { "2100-11-30", 1, "2100-12-30" },
    { "2026-12-01", 1200, NULL },
    { "2026-12-01", -1200, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate day = parse (rows[i].day);

      g_test_message ("%s and %d months", rows[i].day, rows[i].months);
      g_assert_cmpint (convene_month_add_months (&day, rows[i].months), ==, rows[i].moved != NULL);
      assert_day (&day, rows[i].moved != NULL ? rows[i].moved : rows[i].day);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *day;
    int         days;
    const char *moved;
  } rows[] = {
    { "2026-12-01", -1, "2026-11-30" },
    { "2026-12-31", 1, "2027-01-01" },
    { "2024-02-28", 1, "2024-02-29" },
    { "2025-02-28", 1, "2025-03-01" },
    { "2027-01-03", -7, "2026-12-27" },
    { "2026-12-28", 7, "2027-01-04" },
    { "1970-01-01", -1, NULL },
    { "2100-12-31", 1, NULL },
    { "1970-01-05", -7, NULL },
    { "2026-12-01", 0, "2026-12-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate day = parse (rows[i].day);

      g_test_message ("%s and %d days", rows[i].day, rows[i].days);
      g_assert_cmpint (convene_month_add_days (&day, rows[i].days), ==, rows[i].moved != NULL);
      assert_day (&day, rows[i].moved != NULL ? rows[i].moved : rows[i].day);
    }
}

/* Midnights, among them such as a zone skips or has twice. */
static void
test_start (void)
{
  static const struct
  {
    const char *day;
    const char *zone;
    const char *start;
  } rows[] = {
    { "2026-12-01", "UTC", "2026-12-01T00:00:00Z" },
    { "2026-12-01", "Europe/Berlin", "2026-11-30T23:00:00Z" },
    { "2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z" },
    { "2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z" },
    { "2026-12-01", "America/Mexico_City", "2026-12-01T06:00:00Z" },
    { "2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z" }, /* from 00:00 to 01:00 */
    { "2018-11-04", "America/Havana", "2018-11-04T04:00:00Z" },    /* from 01:00 back to 00:00 */
    { "2018-11-03", "America/Havana", "2018-11-03T04:00:00Z" },
    { "2018-11-05", "America/Havana", "2018-11-05T05:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      g_autoptr(GDateTime) expected = g_date_time_new_from_iso8601 (rows[i].start, NULL);
      GDate  day = parse (rows[i].day), back;
      gint64 start = convene_month_day_start (&day, zone);

      g_test_message ("%s in %s", rows[i].day, rows[i].zone);
      g_assert_cmpint (start, ==, g_date_time_to_unix (expected) * SECOND);
      convene_month_day_at (start, zone, &back);
      assert_day (&back, rows[i].day);
      convene_month_day_at (start - SECOND, zone, &back);
      g_assert_cmpint (g_date_days_between (&back, &day), ==, 1);
    }
}

/* Colours stay what they are, and differ. */
static void
test_jobs (void)
{
  static const char *const titles[] = { "Staff Engineer", "Designer", "Data Scientist", "Product Manager", "Nurse", "Accountant", "Recruiter", "Translator", "Art Director", "Chef" };
  gboolean                 used[CONVENE_PALETTE_JOBS] = { FALSE };
  guint                    colors = 0;

  g_assert_cmpuint (convene_palette_job (NULL), ==, convene_palette_job (""));
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      guint color = convene_palette_job (titles[i]);

      g_assert_cmpuint (color, <, CONVENE_PALETTE_JOBS);
      colors += !used[color];
      used[color] = TRUE;
    }
  g_assert_cmpuint (colors, >=, 5);

  /* FNV-1a of the title: who changes this repaints everybody's calendar. */
  g_assert_cmpuint (convene_palette_job ("Staff Engineer"), ==, 4);
}

static void
ring_cb (gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
test_alarm (void)
{
  ConveneClock *clock = convene_scaled_clock_new (0, 100 * SECOND, 0);
  guint         rung = 0;
  ConveneAlarm *alarm = convene_alarm_new (ring_cb, &rung);

  convene_alarm_set (alarm, clock, 110 * SECOND);
  convene_alarm_set (alarm, clock, 120 * SECOND);
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (clock), 15 * SECOND);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (rung, ==, 0);

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (clock), 15 * SECOND);
  while (rung == 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (rung, ==, 1);

  convene_alarm_set (alarm, clock, 200 * SECOND);
  convene_alarm_free (alarm);
  g_assert_finalize_object (clock);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/calendar/month/parse", test_parse);
  g_test_add_func ("/ui/calendar/month/shown", test_shown);
  g_test_add_func ("/ui/calendar/month/week", test_week);
  g_test_add_func ("/ui/calendar/month/add-months", test_months);
  g_test_add_func ("/ui/calendar/month/add-days", test_days);
  g_test_add_func ("/ui/calendar/month/day-start", test_start);
  g_test_add_func ("/ui/calendar/palette/jobs", test_jobs);
  g_test_add_func ("/ui/calendar/alarm", test_alarm);

  return g_test_run ();
}
