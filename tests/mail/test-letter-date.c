/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-letter-date.h"
#include "convene-moment.h"

/* Microseconds since 1970 UTC of "2026-12-01T16:00Z". */
static gint64
instant (const char *utc)
{
  g_autoptr(ConveneMoment) moment = convene_moment_parse (utc, "UTC", NULL);

  g_assert_nonnull (moment);
  return convene_moment_get_instant (moment);
}

static void
test_range (void)
{
  static const struct
  {
    const char *zone;
    const char *from, *to;
    const char *expected;
  } rows[] = {
    { "America/Mexico_City", "2026-12-01 16:00", "2026-12-01 16:45", "Tuesday, 1 December 2026, 10:00–10:45" },
    /* Mexico gave up DST in 2022: ICU's own rules may not know it yet. */
    { "America/Mexico_City", "2027-07-01 16:00", "2027-07-01 16:45", "Thursday, 1 July 2027, 10:00–10:45" },
    { "Europe/Berlin", "2026-12-01 16:00", "2026-12-01 16:45", "Tuesday, 1 December 2026, 17:00–17:45" },
    /* The day and the minutes around both changes of clock. */
    { "Europe/Berlin", "2026-03-29 00:45", "2026-03-29 01:15", "Sunday, 29 March 2026, 01:45–03:15" },
    { "America/New_York", "2026-11-01 05:15", "2026-11-01 05:45", "Sunday, 1 November 2026, 01:15–01:45" },
    { "America/New_York", "2026-11-01 06:15", "2026-11-01 06:45", "Sunday, 1 November 2026, 01:15–01:45" },
    { "Asia/Kolkata", "2026-12-01 16:00", "2026-12-01 16:45", "Tuesday, 1 December 2026, 21:30–22:15" },
    { "Pacific/Kiritimati", "2026-12-01 16:00", "2026-12-01 16:45", "Wednesday, 2 December 2026, 06:00–06:45" },
    { "UTC", "2026-12-01 16:00", "2026-12-01 16:45", "Tuesday, 1 December 2026, 16:00–16:45" },
    { "Etc/GMT+5", "2026-12-01 16:00", "2026-12-01 16:45", "Tuesday, 1 December 2026, 11:00–11:45" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = convene_letter_date_range ("en_150", rows[i].zone, instant (rows[i].from), instant (rows[i].to), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

static void
test_midnight (void)
{
  g_autofree char *text = convene_letter_date_range ("en_150", "Europe/Berlin", instant ("2026-12-01 22:30"), instant ("2026-12-01 23:30"), NULL);

  g_assert_nonnull (strstr (text, "1 December"));
  g_assert_nonnull (strstr (text, "2 December"));
  g_assert_nonnull (strstr (text, "23:30"));
  g_assert_nonnull (strstr (text, "00:30"));
}

/* What each language must hold; the rest is ICU's and changes with it. */
static void
test_languages (void)
{
  static const struct
  {
    const char *locale;
    const char *words[3];
    const char *city;
  } rows[] = {
    { "en_US", { "Tuesday", "December 1, 2026", "10:45" }, "Mexico City" },
    { "es_MX", { "martes", "1 de diciembre", "10:45" }, "Ciudad de México" },
    { "de", { "Dienstag", "1. Dezember 2026", "10:45" }, "Mexiko-Stadt" },
    { "fr", { "mardi", "1 décembre 2026", "10:45" }, "Mexico" },
    { "ja", { "2026年12月1日", "火曜日", "45" }, "メキシコシティー" },
    { "he", { "1 בדצמבר 2026", "10:00", "10:45" }, "מקסיקו סיטי" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *city = convene_letter_date_city (rows[i].locale, "America/Mexico_City");
      g_autofree char *text = convene_letter_date_range (rows[i].locale, "America/Mexico_City", instant ("2026-12-01 16:00"),
                                                         instant ("2026-12-01 16:45"), NULL);

      g_assert_cmpstr (city, ==, rows[i].city);
      for (guint k = 0; k < G_N_ELEMENTS (rows[i].words); k++)
        g_assert_nonnull (strstr (text, rows[i].words[k]));
    }
}

static void
test_short (void)
{
  g_autofree char *text = convene_letter_date_short ("en_150", "America/Mexico_City", instant ("2026-12-01 16:00"), NULL);

  g_assert_cmpstr (text, ==, "Tue, 1 Dec 2026, 10:00");
}

static void
test_city (void)
{
  static const struct
  {
    const char *zone;
    const char *expected;
  } rows[] = {
    { "America/Argentina/Buenos_Aires", "Buenos Aires" },
    { "Asia/Kolkata", "Kolkata" },
    { "Europe/Kyiv", "Kyiv" },
    { "UTC", NULL },
    { "Etc/UTC", NULL },
    { "Etc/GMT+5", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *city = convene_letter_date_city ("en_150", rows[i].zone);

      g_assert_cmpstr (city, ==, rows[i].expected);
    }
}

/* A zone of 2022: made of its name where ICU does not know it yet, and as its people write it where it does. */
static void
test_new_city (void)
{
  g_autofree char *city = convene_letter_date_city ("en_150", "America/Ciudad_Juarez");

  g_assert_true (g_str_equal (city, "Ciudad Juarez") || g_str_equal (city, "Ciudad Juárez"));
}

static void
test_offset (void)
{
  static const struct
  {
    const char *zone;
    const char *at;
    const char *expected;
  } rows[] = {
    { "America/Mexico_City", "2026-12-01 16:00", "UTC−6" },
    { "Europe/Berlin", "2026-03-29 00:59", "UTC+1" },
    { "Europe/Berlin", "2026-03-29 01:00", "UTC+2" },
    { "Asia/Kolkata", "2026-12-01 16:00", "UTC+5:30" },
    { "America/St_Johns", "2026-12-01 16:00", "UTC−3:30" },
    { "Pacific/Kiritimati", "2026-12-01 16:00", "UTC+14" },
    { "Europe/London", "2026-12-01 16:00", "UTC" },
    { "UTC", "2026-12-01 16:00", "UTC" },
    { "Mars/Olympus", "2026-12-01 16:00", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *offset = convene_letter_date_offset (rows[i].zone, instant (rows[i].at));

      g_assert_cmpstr (offset, ==, rows[i].expected);
    }
}

static void
test_unknown_zone (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = convene_letter_date_range ("en_150", "Mars/Olympus", 0, 1, &error);

  g_assert_null (text);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "timezone");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/date/range", test_range);
  g_test_add_func ("/mail/date/midnight", test_midnight);
  g_test_add_func ("/mail/date/languages", test_languages);
  g_test_add_func ("/mail/date/short", test_short);
  g_test_add_func ("/mail/date/city", test_city);
  g_test_add_func ("/mail/date/new-city", test_new_city);
  g_test_add_func ("/mail/date/offset", test_offset);
  g_test_add_func ("/mail/date/unknown-zone", test_unknown_zone);

  return g_test_run ();
}
