/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-moment.h"
#include "convene-zone.h"

typedef struct
{
  const char *text;
  const char *zone;
  const char *instant; /* NULL where it is refused */
  const char *wall;    /* what is kept */
  const char *says;    /* what a refusal names */
  const char *field;
} Case;

static const Case cases[] = {
  { "2026-12-01 10:00", "America/Mexico_City", "2026-12-01T16:00:00Z", "2026-12-01T10:00" },
  { "2026-12-01T10:00", "Europe/Berlin", "2026-12-01T09:00:00Z", "2026-12-01T10:00" },
  { "2026-07-01T10:00:00", "Europe/Berlin", "2026-07-01T08:00:00Z", "2026-07-01T10:00" },
  { "2026-12-01T10:00", "Asia/Kolkata", "2026-12-01T04:30:00Z", "2026-12-01T10:00" },
  { "2026-12-01T10:00", "Asia/Kathmandu", "2026-12-01T04:15:00Z", "2026-12-01T10:00" },
  { "2026-12-01T10:00", "UTC", "2026-12-01T10:00:00Z", "2026-12-01T10:00" },
  { "2026-12-01T10:00Z", "UTC", "2026-12-01T10:00:00Z", "2026-12-01T10:00" },
  { "2026-12-01T10:00+01:00", "Europe/Berlin", "2026-12-01T09:00:00Z", "2026-12-01T10:00" },
  { "2028-02-29 10:00", "UTC", "2028-02-29T10:00:00Z", "2028-02-29T10:00" },
  /* the night when clocks go forward: 02:00 to 03:00 does not exist */
  { "2027-03-14T01:59", "America/New_York", "2027-03-14T06:59:00Z", "2027-03-14T01:59" },
  { "2027-03-14T02:30", "America/New_York", NULL, NULL, "2027-03-14T02:30-05:00", "start" },
  { "2027-03-14T02:30", "America/New_York", NULL, NULL, "2027-03-14T02:30-04:00", "start" },
  { "2027-03-14T02:30-05:00", "America/New_York", "2027-03-14T07:30:00Z", "2027-03-14T03:30" },
  { "2027-03-14T02:30-04:00", "America/New_York", "2027-03-14T06:30:00Z", "2027-03-14T01:30" },
  { "2027-03-14T03:00", "America/New_York", "2027-03-14T07:00:00Z", "2027-03-14T03:00" },
  /* the night when they go back: 01:00 to 02:00 happens twice */
  { "2026-11-01T01:30", "America/New_York", NULL, NULL, "2026-11-01T01:30-04:00", "start" },
  { "2026-11-01T01:30", "America/New_York", NULL, NULL, "2026-11-01T01:30-05:00", "start" },
  { "2026-11-01T01:30-04:00", "America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T01:30" },
  { "2026-11-01T01:30-05:00", "America/New_York", "2026-11-01T06:30:00Z", "2026-11-01T01:30" },
  { "2026-11-01T02:00", "America/New_York", "2026-11-01T07:00:00Z", "2026-11-01T02:00" },
  /* half an hour of change, and none for a long time */
  { "2027-04-04T01:45", "Australia/Lord_Howe", NULL, NULL, "twice", "start" },
  { "2026-10-04T02:15", "Australia/Lord_Howe", NULL, NULL, "does not exist", "start" },
  { "2026-11-01T01:30", "America/Mexico_City", "2026-11-01T07:30:00Z", "2026-11-01T01:30" },
  /* an offset that the zone does not have then, also near a change */
  { "2026-12-01T10:00+02:00", "Europe/Berlin", NULL, NULL, "offset", "start" },
  { "2026-12-01T10:00Z", "Europe/Berlin", NULL, NULL, "offset", "start" },
  { "2026-10-31T10:00-05:00", "America/New_York", NULL, NULL, "offset", "start" },
  /* no date, no time, no zone */
  { "2026-02-29 10:00", "UTC", NULL, NULL, "no date", "start" },
  { "2026-12-01 24:00", "UTC", NULL, NULL, "no date", "start" },
  { "2026-12-01 10:60", "UTC", NULL, NULL, "no date", "start" },
  { "2026-12-01", "UTC", NULL, NULL, "no date", "start" },
  { "2026-12-01 10:00:30", "UTC", NULL, NULL, "no date", "start" },
  { "tomorrow", "UTC", NULL, NULL, "no date", "start" },
  { "", "UTC", NULL, NULL, "no date", "start" },
  { "1969-12-31 23:00", "UTC", NULL, NULL, "no date", "start" },
  { "2101-01-01 00:00", "UTC", NULL, NULL, "no date", "start" },
  { "2026-12-01 10:00x", "UTC", NULL, NULL, "no date", "start" },
  { "2026-12-01 10:00", "Europe/Atlantis", NULL, NULL, "Europe/Atlantis", "timezone" },
  { "2026-12-01 10:00", "", NULL, NULL, "no time zone", "timezone" },
  { "2026-12-01 10:00", "+05:00", NULL, NULL, "no time zone", "timezone" },
  { "2026-12-01 10:00", "EST5EDT4", NULL, NULL, "no time zone", "timezone" },
  { "2026-12-01 10:00", "../../../etc/localtime", NULL, NULL, "no time zone", "timezone" },
  { "2026-12-01 10:00", "posix/Europe/Berlin", NULL, NULL, "no time zone", "timezone" },
  { "2026-12-01 10:00", "Europe", NULL, NULL, "no time zone", "timezone" },
};

static void
test_parse (gconstpointer data)
{
  const Case *one = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) moment = convene_moment_parse (one->text, one->zone, &error);
  g_autofree char *instant = NULL;

  if (one->instant == NULL)
    {
      g_assert_null (moment);
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, one->field);
      g_assert_nonnull (strstr (error->message, one->says));
      return;
    }

  g_assert_no_error (error);
  instant = convene_instant_to_string (convene_moment_get_instant (moment));
  g_assert_cmpstr (instant, ==, one->instant);
  g_assert_cmpstr (convene_moment_get_wall (moment), ==, one->wall);
  g_assert_cmpstr (convene_moment_get_zone (moment), ==, one->zone);
}

static void
test_doubled (void)
{
  g_autoptr(ConveneMoment) twice = convene_moment_parse ("2026-11-01T01:30-04:00", "America/New_York", NULL);
  g_autoptr(ConveneMoment) once = convene_moment_parse ("2026-11-01T03:30", "America/New_York", NULL);
  g_autoptr(ConveneMoment) after_gap = convene_moment_parse ("2027-03-14T03:30", "America/New_York", NULL);

  g_assert_true (convene_moment_is_doubled (twice));
  g_assert_false (convene_moment_is_doubled (once));
  g_assert_false (convene_moment_is_doubled (after_gap));
}

#define HALF_HOUR (30 * 60)
#define DAY (24 * 60 * 60)

static gint32
offset_at (GTimeZone *zone,
           gint64     seconds)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, seconds));
}

/* What is accepted reads back as the same wall clock and means the same instant; what the clock shows twice is refused. */
static void
assert_round_trip (const char *zone,
                   gint64      seconds)
{
  gint64 instant = seconds * G_USEC_PER_SEC;
  g_autoptr(ConveneMoment) at = convene_moment_new_at (instant, zone, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) again = convene_moment_parse (convene_moment_get_wall (at), zone, &error);

  if (convene_moment_is_doubled (at))
    {
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpint (convene_moment_get_instant (again), ==, instant);
}

/* Every half hour of the days around each change of clock. */
static void
test_round_trip (void)
{
  static const char *const zones[] = { "America/New_York", "Europe/Dublin", "Africa/Casablanca", "Australia/Lord_Howe", "Pacific/Chatham", "America/Santiago" };
  guint                    changes = 0;

  for (guint z = 0; z < G_N_ELEMENTS (zones); z++)
    {
      g_autoptr(GTimeZone) zone = convene_zone_new (zones[z], NULL, NULL);

      for (gint64 day = G_GINT64_CONSTANT (20700) * DAY; day < G_GINT64_CONSTANT (21430) * DAY; day += DAY)
        {
          if (offset_at (zone, day) == offset_at (zone, day + DAY))
            continue;

          changes++;
          for (gint64 seconds = day - DAY; seconds < day + 2 * DAY; seconds += HALF_HOUR)
            assert_round_trip (zones[z], seconds);
        }
    }

  g_assert_cmpuint (changes, >=, 20);
}

static void
test_kept (void)
{
  g_autoptr(ConveneMoment) moment = convene_moment_restore ("2026-12-01T10:00", "Europe/Berlin", 42, "2020a");
  g_autoptr(ConveneMoment) copy = convene_moment_copy (moment);

  g_assert_cmpint (convene_moment_get_instant (copy), ==, 42);
  g_assert_cmpstr (convene_moment_get_tzdata (copy), ==, "2020a");
  g_assert_cmpstr (convene_moment_get_zone (copy), ==, "Europe/Berlin");
}

static void
test_stamp (void)
{
  static const char *const none[] = { NULL, "", "Mars/Olympus_Mons", "../../etc/passwd", "posix/Europe/Berlin", "Europe", "EST5EDT4" };
  guint64                  berlin = convene_zone_get_stamp ("Europe/Berlin");

  g_assert_cmpuint (berlin, !=, 0);
  g_assert_cmpuint (berlin, ==, convene_zone_get_stamp ("Europe/Berlin"));
  g_assert_cmpuint (berlin, !=, convene_zone_get_stamp ("America/New_York"));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_cmpuint (convene_zone_get_stamp (none[i]), ==, 0);
}

static void
test_system_zone (void)
{
  g_autofree char *zone = convene_zone_dup_system ();
  g_autoptr(GTimeZone) found = convene_zone_new (zone, "timezone", NULL);

  g_assert_nonnull (found);
  g_assert_nonnull (convene_zone_get_version ());
}

static void
test_system_zone_names (void)
{
  static const struct
  {
    const char *set;
    const char *told;
  } zones[] = {
    { "Europe/Berlin", "Europe/Berlin" },
    { "Etc/UTC", "UTC" },
    { "Zulu", "UTC" },
    { "UTC", "UTC" },
    { ":Europe/Berlin", "Europe/Berlin" },
    { "/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin" },
    { ":/usr/share/zoneinfo/posix/Europe/Berlin", "Europe/Berlin" },
    { "EST5", NULL },
    { "CET-1CEST,M3.5.0,M10.5.0/3", NULL },
    { "+05:30", NULL },
  };
  g_autofree char *before = g_strdup (g_getenv ("TZ"));

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *told = NULL;
      g_autofree char *shown = NULL;

      /* Newer systems may have no second copy of their zones. */
      if (zones[i].set[0] == ':' && zones[i].set[1] == '/' && !g_file_test (zones[i].set + 1, G_FILE_TEST_EXISTS))
        continue;

      g_setenv ("TZ", zones[i].set, TRUE);
      told = convene_zone_find_system ("timezone", &error);
      g_assert_cmpstr (told, ==, zones[i].told);
      if (told == NULL)
        {
          g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
          g_assert_cmpstr (convene_error_get_field (error), ==, "timezone");
        }

      shown = convene_zone_dup_system ();
      g_assert_cmpstr (shown, ==, told != NULL ? told : "UTC");
    }

  if (before != NULL)
    g_setenv ("TZ", before, TRUE);
  else
    g_unsetenv ("TZ");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/moment/O-6/parse/%u", i);

      g_test_add_data_func (path, &cases[i], test_parse);
    }
  g_test_add_func ("/model/moment/O-6/doubled", test_doubled);
  g_test_add_func ("/model/moment/O-6/round-trip", test_round_trip);
  g_test_add_func ("/model/moment/kept-as-given", test_kept);
  g_test_add_func ("/model/zone/system", test_system_zone);
  g_test_add_func ("/model/zone/stamp", test_stamp);
  g_test_add_func ("/model/zone/system-names", test_system_zone_names);

  return g_test_run ();
}
