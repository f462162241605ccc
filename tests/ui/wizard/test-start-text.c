/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <locale.h>
#include <string.h>

#include <glib.h>

#include "convene-clock-change-words.h"
#include "convene-clock-change.h"
#include "convene-clock.h"
#include "convene-day-gaps.h"
#include "convene-day-grid.h"
#include "convene-error.h"
#include "convene-start-text.h"
#include "convene-time-words.h"
#include "convene-zone-list.h"
#include "convene-zone.h"

#define NOW (G_GINT64_CONSTANT (1796116800000000)) /* 2026-12-01T09:20:00Z */

static void
test_times (void)
{
  static const struct
  {
    const char *text;
    int         hour; /* -1: refused */
    int         minute;
  } cases[] = {
    { "10", 10, 0 },
    { "10:00", 10, 0 },
    { " 9:05 ", 9, 5 },
    { "09:05", 9, 5 },
    { "9.30", 9, 30 },
    { "9h30", 9, 30 },
    { "14h", 14, 0 },
    { "930", 9, 30 },
    { "0930", 9, 30 },
    { "1745", 17, 45 },
    { "9:30 pm", 21, 30 },
    { "9:30PM", 21, 30 },
    { "9:30 p.m.", 21, 30 },
    { "9p", 21, 0 },
    { "9 am", 9, 0 },
    { "12 am", 0, 0 },
    { "12:15 pm", 12, 15 },
    { "0:00", 0, 0 },
    { "23:59", 23, 59 },
    { "١٠:٣٠", 10, 30 },
    { "10：30", 10, 30 },
    { "10:", 10, 0 },
    { "", -1, 0 },
    { " ", -1, 0 },
    { "ten", -1, 0 },
    { "24:00", -1, 0 },
    { "10:60", -1, 0 },
    { "10:3", -1, 0 },
    { "13 pm", -1, 0 },
    { "0 am", -1, 0 },
    { "10:00:00", -1, 0 },
    { "10:00-05:00", -1, 0 },
    { "-9:00", -1, 0 },
    { "10 or 11", -1, 0 },
    { "100:00", -1, 0 },
    { "99999", -1, 0 },
    { "10:00 xm", -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int hour = -1, minute = 0;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (convene_start_text_parse_time (cases[i].text, &hour, &minute), ==, cases[i].hour >= 0);
      g_assert_cmpint (hour, ==, cases[i].hour);
      g_assert_cmpint (minute, ==, cases[i].minute);
    }
}

/* Whatever the language calls the halves of the day: what is written is read as the same. */
static void
test_times_return (void)
{
  for (int quarter = 0; quarter < 96; quarter++)
    for (int twelve = 0; twelve < 2; twelve++)
      {
        g_autofree char *text = convene_start_text_format_time (quarter / 4, quarter % 4 * 15, twelve);
        int              hour = -1, minute = -1;

        g_test_message ("“%s”", text);
        g_assert_true (convene_start_text_parse_time (text, &hour, &minute));
        g_assert_cmpint (hour * 4 + minute / 15, ==, quarter);
      }
}

static void
test_dates (void)
{
  static const char *const cases[][2] = {
    { "2026-12-01", "2026-12-01" },
    { " 2026-12-01 ", "2026-12-01" },
    { "2028-02-29", "2028-02-29" },
    { "2026-02-29", NULL },
    { "2026-13-01", NULL },
    { "2026-12", NULL },
    { "December", NULL },
    { "5", NULL },
    { "", NULL },
    { "tomorrow", NULL },
    { "1812-12-01", NULL },
    { "1.12.2026", "2026-12-01" },
    { "01.12.2026", "2026-12-01" },
    { "12.13.2026", NULL },
    { "-1.12.2026", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *date = convene_start_text_parse_date (cases[i][0]);

      g_test_message ("“%s”", cases[i][0]);
      g_assert_cmpstr (date, ==, cases[i][1]);
    }
}

/* What the locale itself writes for a date is read. */
static void
test_dates_of_locale (void)
{
  g_autoptr(GDate) date = g_date_new_dmy (25, G_DATE_NOVEMBER, 2026);
  g_autofree char *parsed = NULL;
  char             text[100];

  g_date_strftime (text, sizeof text, "%x", date);
  g_test_message ("%s", text);
  parsed = convene_start_text_parse_date (text);
  g_assert_cmpstr (parsed, ==, "2026-11-25");
}

static void
test_clock_changes_refused (void)
{
  static const struct
  {
    const char *date, *time, *zone;
    const char *before, *after; /* offsets of the two readings; NULL: the time comes once or never */
    gboolean    skipped;
  } cases[] = {
    { "2026-11-01", "1:30 am", "America/New_York", "-04:00", "-05:00", FALSE },
    { "2026-11-01", "01:00", "America/New_York", "-04:00", "-05:00", FALSE },
    { "2026-11-01", "02:00", "America/New_York", NULL, NULL, FALSE },
    { "2027-03-14", "02:30", "America/New_York", NULL, NULL, TRUE },
    { "2027-03-14", "3", "America/New_York", NULL, NULL, FALSE },
    { "2027-10-31", "02:30", "Europe/Berlin", "+02:00", "+01:00", FALSE },
    { "2027-10-31", "03:00", "Europe/Berlin", NULL, NULL, FALSE },
    { "2027-03-28", "02:00", "Europe/Berlin", NULL, NULL, TRUE },
    { "2027-03-28", "03:00", "Europe/Berlin", NULL, NULL, FALSE },
    { "2026-12-01", "10:00", "UTC", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr(ConveneMoment) moment = convene_start_text_to_moment (cases[i].date, cases[i].time, "", cases[i].zone, &error);
      g_autoptr(ConveneMoment) first = NULL;
      gboolean doubled = convene_start_text_find_readings (cases[i].date, cases[i].time, cases[i].zone, &before, &after);

      g_test_message ("%s %s %s", cases[i].date, cases[i].time, cases[i].zone);
      g_assert_cmpint (doubled, ==, cases[i].before != NULL);
      g_assert_cmpstr (before, ==, cases[i].before);
      g_assert_cmpstr (after, ==, cases[i].after);
      g_assert_cmpint (moment == NULL, ==, doubled || cases[i].skipped);
      if (moment == NULL)
        {
          g_assert_cmpstr (convene_error_get_field (error), ==, "start");
          g_assert_nonnull (strstr (error->message, doubled ? "choose which one is meant" : "choose another one"));
        }
      if (!doubled)
        continue;
      first = convene_start_text_to_moment (cases[i].date, cases[i].time, before, cases[i].zone, NULL);
      moment = convene_start_text_to_moment (cases[i].date, cases[i].time, after, cases[i].zone, NULL);
      g_assert_cmpint (convene_moment_get_instant (moment) - convene_moment_get_instant (first), ==, CONVENE_HOUR);
    }
}

static gint64
instant_of (const char *text,
            const char *zone)
{
  g_autoptr(ConveneMoment) moment = convene_moment_parse (text, zone, NULL);

  g_assert_nonnull (moment);
  return convene_moment_get_instant (moment);
}

static void
test_both_times (void)
{
  static const struct
  {
    const char *start, *own, *interview, *candidate, *expected;
  } cases[] = {
    { "2026-12-01 10:00", "Europe/Berlin", "Europe/Berlin", "Europe/Berlin", "Tuesday 1 December, 10:00" },
    { "2026-12-01 17:00", "Europe/Berlin", "Europe/Berlin", "America/Mexico_City", "Tuesday 1 December, 17:00 for you · 10:00 for Ada (Mexico City)" },
    { "2026-12-01 10:00", "Europe/Berlin", "America/Mexico_City", "America/Mexico_City", "Tuesday 1 December, 17:00 for you · 10:00 for Ada (Mexico City)" },
    { "2026-12-01 12:00", "Europe/Berlin", "America/New_York", "America/Mexico_City",
      "Tuesday 1 December, 18:00 for you · 11:00 for Ada (Mexico City) · Tue 1 Dec, 12:00 in New York" },
  };

  if (g_strcmp0 (setlocale (LC_TIME, NULL), "C.UTF-8") != 0)
    {
      g_test_skip ("the words of this table are English");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = convene_time_words_both (instant_of (cases[i].start, cases[i].interview), cases[i].own, cases[i].interview, cases[i].candidate, "Ada Example", NOW);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

static void
test_usual_hours (void)
{
  static const struct
  {
    const char *start;
    int         minutes;
    gboolean    noted;
  } cases[] = {
    { "2026-12-02 08:00", 45, FALSE },
    { "2026-12-02 07:59", 45, TRUE },
    { "2026-12-02 19:15", 45, FALSE },
    { "2026-12-02 19:16", 45, TRUE },
    { "2026-12-02 03:00", 30, TRUE },
    { "2026-12-02 10:00", 1440, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = convene_time_words_hours (instant_of (cases[i].start, "America/Mexico_City"), cases[i].minutes, "America/Mexico_City", "Ada Example");

      g_test_message ("%s: %s", cases[i].start, words);
      g_assert_cmpint (*words != '\0', ==, cases[i].noted);
    }
}

static void
test_clock_change_words (void)
{
  static const struct
  {
    const char *now, *start, *zone, *candidate;
    const char *expected[2]; /* cities that are named */
  } cases[] = {
    { "2026-12-01 09:20", "2026-12-20 10:00", "Europe/Berlin", "America/New_York", { NULL, NULL } },
    { "2026-10-20 09:00", "2026-10-28 10:00", "Europe/Berlin", "America/New_York", { "Berlin", NULL } },
    { "2026-10-20 09:00", "2026-11-03 10:00", "Europe/Berlin", "America/New_York", { "Berlin", "New York" } },
    { "2026-10-30 09:00", "2026-11-03 10:00", "Europe/Berlin", "America/New_York", { "New York", NULL } },
    { "2026-10-20 09:00", "2026-11-03 10:00", "UTC", "America/Mexico_City", { NULL, NULL } },
    { "2026-10-25 00:59", "2026-10-25 01:01", "Europe/Berlin", "Europe/Berlin", { "Berlin", NULL } },
    { "2026-10-25 01:01", "2026-10-26 10:00", "Europe/Berlin", "Europe/Berlin", { NULL, NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *const zones[] = { cases[i].zone, cases[i].candidate, cases[i].zone, NULL, "" };
      g_autofree char  *words = convene_clock_change_words (zones, G_N_ELEMENTS (zones), instant_of (cases[i].now, "UTC"), instant_of (cases[i].start, "UTC"));
      guint             named = 0;

      g_test_message ("%s: %s", cases[i].now, words);
      for (const char *p = words; (p = strstr (p, "The clocks")) != NULL; p++)
        named++;
      g_assert_cmpuint (named, ==, (cases[i].expected[0] != NULL) + (cases[i].expected[1] != NULL));
      for (guint city = 0; city < 2; city++)
        if (cases[i].expected[city] != NULL)
          g_assert_nonnull (strstr (words, cases[i].expected[city]));
    }
}

/* The instant of each change is the one in tzdata, for every change from 2024 to 2030. */
static void
test_clock_change_instants (void)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  gint64 from = instant_of ("2024-01-01 00:00", "UTC");
  gint64 to = instant_of ("2031-01-01 00:00", "UTC");
  guint  changes = 0;

  for (gint64 end = to, change; end > from && (change = convene_clock_change_find (zone, from, end)) != 0; end = change - CONVENE_SECOND)
    {
      int before = g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, change / CONVENE_SECOND - 1));
      int after = g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, change / CONVENE_SECOND));

      g_assert_cmpint (before, !=, after);
      changes++;
    }

  g_assert_cmpuint (changes, ==, 14);
}

static void
test_gaps (void)
{
  /* Minutes of the day: pairs of what is busy, the window, the length, and the starts that are offered. */
  static const struct
  {
    int busy[8];
    int n_busy;
    int from, to, length;
    int most;
    int expected[8];
    int n_expected;
  } cases[] = {
    { { 0 }, 0, 540, 1080, 45, 6, { 540, 660, 780, 900, 1020 }, 5 },
    { { 600, 645 }, 1, 540, 1080, 45, 6, { 540, 660, 780, 900, 1020 }, 5 },
    { { 540, 600 }, 1, 540, 1080, 45, 6, { 600, 720, 840, 960 }, 4 },
    { { 540, 690, 720, 1080 }, 2, 540, 1080, 30, 6, { 690 }, 1 },
    { { 540, 690, 720, 1080 }, 2, 540, 1080, 45, 6, { 0 }, 0 },
    { { 720, 1080, 540, 690 }, 2, 540, 1080, 30, 6, { 690 }, 1 },
    { { 540, 1080, 600, 630 }, 2, 540, 1080, 30, 6, { 0 }, 0 },
    { { 0 }, 0, 575, 1080, 60, 2, { 600, 720 }, 2 },
    { { 600, 615, 660, 675 }, 2, 540, 1080, 30, 3, { 540, 630, 690 }, 3 },
    { { 0 }, 0, 540, 560, 45, 6, { 0 }, 0 },
    { { 0, 1440 }, 1, 540, 1080, 45, 6, { 0 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ConveneSpan busy[4];
      ConveneSpan within = { NOW + cases[i].from * CONVENE_MINUTE, NOW + cases[i].to * CONVENE_MINUTE };
      g_autoptr(GArray) starts = NULL;

      for (int j = 0; j < cases[i].n_busy; j++)
        busy[j] = (ConveneSpan){ NOW + cases[i].busy[2 * j] * CONVENE_MINUTE, NOW + cases[i].busy[2 * j + 1] * CONVENE_MINUTE };
      starts = convene_day_gaps_find (busy, cases[i].n_busy, within, NOW, cases[i].length * CONVENE_MINUTE, cases[i].most);

      g_test_message ("case %u", i);
      g_assert_cmpuint (starts->len, ==, cases[i].n_expected);
      for (guint j = 0; j < starts->len; j++)
        g_assert_cmpint ((g_array_index (starts, gint64, j) - NOW) / CONVENE_MINUTE, ==, cases[i].expected[j]);
    }
}

static void
test_columns (void)
{
  const ConveneSpan spans[] = { { 0, 10 }, { 5, 15 }, { 10, 20 }, { 30, 40 } };
  const guint       expected[] = { 0, 1, 0, 0 };
  const guint       expected_counts[] = { 2, 2, 2, 1 };
  guint             columns[4], counts[4];

  convene_day_grid_find_columns (spans, 4, columns, counts);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpuint (columns[i], ==, expected[i]);
      g_assert_cmpuint (counts[i], ==, expected_counts[i]);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *date, *zone;
    int         hours; /* 0: none */
  } cases[] = {
    { "2026-12-01", "Europe/Berlin", 24 },
    { "2027-03-28", "Europe/Berlin", 23 },
    { "2026-10-25", "Europe/Berlin", 25 },
    { "2026-02-30", "Europe/Berlin", 0 },
    { "", "Europe/Berlin", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
      ConveneSpan span = { 0, 0 };

      g_assert_cmpint (convene_day_find_span (cases[i].date, zone, &span), ==, cases[i].hours > 0);
      g_assert_cmpint (span.end - span.start, ==, cases[i].hours * CONVENE_HOUR);
    }
}

static void
test_zones (void)
{
  static const char *const cases[][2] = {
    { "mex", "America/Mexico_City" },
    { "mexico city", "America/Mexico_City" },
    { "México", "America/Mexico_City" },
    { "america/mexico_city", "America/Mexico_City" },
    { "york", "America/New_York" },
    { "ber", "Europe/Berlin" },
    { "europe b", "Europe/Berlin" },
    { "utc", "UTC" },
    { "nowhere", NULL },
    { "", NULL },
  };
  g_auto(GStrv) names = convene_zone_list_parse ("# comment\nDE\t+5230+01322\tEurope/Berlin\tmost\nMX\t+1924-09909\tAmerica/Mexico_City\tCentral\n"
                                                  "US\t+404251-0740023\tAmerica/New_York\nbroken line\n");

  g_assert_cmpuint (g_strv_length (names), ==, 4);
  g_assert_cmpstr (names[3], ==, "UTC");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(GStrv) found = convene_zone_list_find ((const char *const *) names, cases[i][0], 8);

      g_test_message ("“%s”", cases[i][0]);
      g_assert_cmpstr (found[0], ==, cases[i][1]);
    }
}

static void
test_zone_words (void)
{
  static const char *const cases[][2] = {
    { "America/Mexico_City", "Mexico City, UTC−06:00" },
    { "Asia/Kathmandu", "Kathmandu, UTC+05:45" },
    { "Europe/Berlin", "Berlin, UTC+01:00" },
    { "Nowhere/City", "" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = convene_zone_list_describe (cases[i][0], NOW);

      g_assert_cmpstr (words, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wizard/SH-23/time/typed", test_times);
  g_test_add_func ("/wizard/SH-23/time/returns", test_times_return);
  g_test_add_func ("/wizard/SH-23/time/dates", test_dates);
  g_test_add_func ("/wizard/SH-23/time/dates-of-locale", test_dates_of_locale);
  g_test_add_func ("/wizard/SH-23/time/skipped-and-doubled", test_clock_changes_refused);
  g_test_add_func ("/wizard/SH-23/time/both-times", test_both_times);
  g_test_add_func ("/wizard/SH-23/time/usual-hours", test_usual_hours);
  g_test_add_func ("/wizard/O-6/words", test_clock_change_words);
  g_test_add_func ("/wizard/O-6/instants", test_clock_change_instants);
  g_test_add_func ("/wizard/SH-23/time/gaps", test_gaps);
  g_test_add_func ("/wizard/SH-23/time/columns", test_columns);
  g_test_add_func ("/wizard/SH-23/time/days", test_days);
  g_test_add_func ("/wizard/SH-23/time/zones", test_zones);
  g_test_add_func ("/wizard/SH-23/time/zone-words", test_zone_words);
  return g_test_run ();
}
