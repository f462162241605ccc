/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-invite-rule.h"
#include "convene-zone.h"
#include "sample.h"

#define MINUTE G_GINT64_CONSTANT (60)
#define DAY (24 * 60 * MINUTE)
#define START_OF_2026 G_GINT64_CONSTANT (1767225600)
#define START_OF_2029 G_GINT64_CONSTANT (1861920000)

/* How a zone's times are written. */
typedef struct
{
  const char *zone;
  const char *start;
  const char *times[2]; /* DTSTART and DTEND */
  guint       standards, daylights;
  const char *observances[4]; /* lines that must be there */
} Shape;

static const Shape shapes[] = {
  { "Europe/Berlin", "2026-07-01 10:00", { "DTSTART;TZID=Europe/Berlin:20260701T100000", "DTEND;TZID=Europe/Berlin:20260701T110000" }, 1, 1, { "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "TZNAME:CEST" } },
  { "America/New_York", "2026-12-01 10:00", { "DTSTART;TZID=America/New_York:20261201T100000", "DTEND;TZID=America/New_York:20261201T110000" }, 1, 1, { "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "DTSTART:20251102T020000" } },
  { "Asia/Jerusalem", "2026-12-01 10:00", { "DTSTART;TZID=Asia/Jerusalem:20261201T100000", "DTEND;TZID=Asia/Jerusalem:20261201T110000" }, 1, 1, { "RRULE:FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29;BYMONTH=3", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" } },
  { "Australia/Lord_Howe", "2026-12-01 10:00", { "DTSTART;TZID=Australia/Lord_Howe:20261201T100000", "DTEND;TZID=Australia/Lord_Howe:20261201T110000" }, 1, 1, { "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=10", "TZOFFSETFROM:+1030" } },
  { "Pacific/Chatham", "2026-12-01 23:30", { "DTSTART;TZID=Pacific/Chatham:20261201T233000", "DTEND;TZID=Pacific/Chatham:20261202T003000" }, 1, 1, { "DTSTART:20250406T034500", "DTSTART:20250928T024500", "TZOFFSETFROM:+1245" } },
  { "Europe/Dublin", "2026-07-01 10:00", { "DTSTART;TZID=Europe/Dublin:20260701T100000", "DTEND;TZID=Europe/Dublin:20260701T110000" }, 1, 1, { "TZNAME:IST", "TZNAME:GMT" } },
  /* No changes: a STANDARD alone. */
  { "Asia/Kolkata", "2026-07-01 10:00", { "DTSTART;TZID=Asia/Kolkata:20260701T100000", "DTEND;TZID=Asia/Kolkata:20260701T110000" }, 1, 0, { "DTSTART:19700101T000000", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530", "TZNAME:IST" } },
  { "America/Mexico_City", "2026-12-01 10:00", { "DTSTART;TZID=America/Mexico_City:20261201T100000", "DTEND;TZID=America/Mexico_City:20261201T110000" }, 1, 0, { "TZOFFSETTO:-0600" } },
  /* The last year with a rule. */
  { "America/Mexico_City", "2022-07-01 10:00", { "DTSTART;TZID=America/Mexico_City:20220701T100000", "DTEND;TZID=America/Mexico_City:20220701T110000" }, 1, 0, { "DTSTART:20220403T020000", "TZOFFSETFROM:-0600", "TZOFFSETTO:-0500" } },
  { "America/Sao_Paulo", "2019-01-15 10:00", { "DTSTART;TZID=America/Sao_Paulo:20190115T100000", "DTEND;TZID=America/Sao_Paulo:20190115T110000" }, 1, 0, { "DTSTART:20181104T000000", "TZOFFSETFROM:-0300", "TZOFFSETTO:-0200" } },
  /* The last Thursday at 24:00 is Friday, in one month or the next: no rule that readers share. */
  { "Africa/Cairo", "2026-12-01 10:00", { "DTSTART;TZID=Africa/Cairo:20261201T100000", "DTEND;TZID=Africa/Cairo:20261201T110000" }, 1, 0, { "DTSTART:20261030T000000", "TZOFFSETTO:+0200" } },
  /* UTC by any name. */
  { "UTC", "2026-12-01 10:00", { "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z" }, 0, 0, { NULL } },
  { "Etc/Zulu", "2026-12-01 10:00", { "DTSTART:20261201T100000Z", "DTEND:20261201T110000Z" }, 0, 0, { NULL } },
  /* Twice that night, and an end that comes twice. */
  { "Europe/Berlin", "2026-10-25 02:30+02:00", { "DTSTART:20261025T003000Z", "DTEND:20261025T013000Z" }, 0, 0, { NULL } },
  { "Europe/Berlin", "2026-10-25 02:30+01:00", { "DTSTART:20261025T013000Z", "DTEND:20261025T023000Z" }, 0, 0, { NULL } },
  { "Europe/Berlin", "2026-10-25 01:30", { "DTSTART:20261024T233000Z", "DTEND:20261025T003000Z" }, 0, 0, { NULL } },
  { "Europe/Berlin", "2026-03-29 01:30", { "DTSTART;TZID=Europe/Berlin:20260329T013000", "DTEND;TZID=Europe/Berlin:20260329T033000" }, 1, 1, { NULL } },
};

static void
test_shape (gconstpointer data)
{
  const Shape *shape = data;
  g_autoptr(ConveneInterview) interview = sample_interview_new (shape->start, shape->zone);
  g_autofree char *text = sample_write (interview, CONVENE_INVITE_REQUEST);
  g_auto (GStrv) lines = sample_unfold (text);

  g_assert_true (g_strv_contains ((const char *const *) lines, shape->times[0]));
  g_assert_true (g_strv_contains ((const char *const *) lines, shape->times[1]));
  g_assert_cmpuint (sample_count (lines, "BEGIN:STANDARD"), ==, shape->standards);
  g_assert_cmpuint (sample_count (lines, "BEGIN:DAYLIGHT"), ==, shape->daylights);
  g_assert_cmpuint (sample_count (lines, "BEGIN:VTIMEZONE"), ==, shape->standards > 0);
  for (guint i = 0; i < G_N_ELEMENTS (shape->observances) && shape->observances[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) lines, shape->observances[i]));

  g_assert_finalize_object (g_steal_pointer (&interview));
}

/* A zone of a newer tzdata than this machine's. */
static void
test_unknown_zone (void)
{
  static const char *const names[] = { "Mars/Olympus_Mons", "../../etc/passwd", "Europe/Berlin\r\nX-EVIL:1", "", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
      g_autoptr(ConveneMoment) start = convene_moment_restore ("2026-12-01T10:00", names[i], G_GINT64_CONSTANT (1796115600) * G_USEC_PER_SEC, "2031z");
      g_autofree char *text = NULL;

      convene_interview_set_start (interview, start);
      text = sample_write (interview, CONVENE_INVITE_REQUEST);
      g_assert_nonnull (strstr (text, "\r\nDTSTART:20261201T090000Z\r\n"));
      g_assert_null (strstr (text, "TZID"));
      g_assert_null (strstr (text, "X-EVIL"));
    }
}

static time_t
read_time (icalcomponent    *calendar,
           icalproperty_kind kind,
           gboolean         *is_utc)
{
  icalcomponent      *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  icalproperty       *property = icalcomponent_get_first_property (event, kind);
  struct icaltimetype time = kind == ICAL_DTSTART_PROPERTY ? icalcomponent_get_dtstart (event) : icalcomponent_get_dtend (event);

  *is_utc = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER) == NULL;
  g_assert_nonnull (time.zone);
  g_assert_true (*is_utc == icaltime_is_utc (time));
  if (!*is_utc)
    g_assert_true (icaltimezone_get_component ((icaltimezone *) time.zone) != NULL);
  return icaltime_as_timet_with_zone (time, time.zone);
}

/* Whether a time comes twice, or is the first one after such times, which some readers take for one of them. */
static gboolean
is_unclear (const char *zone,
            gint64      seconds)
{
  g_autoptr(ConveneMoment) at = convene_moment_new_at (seconds * G_USEC_PER_SEC, zone, NULL);
  g_autoptr(ConveneMoment) before = convene_moment_new_at ((seconds - MINUTE) * G_USEC_PER_SEC, zone, NULL);

  return convene_moment_is_doubled (at) || convene_moment_is_doubled (before);
}

/* An event at this second, written and read again: both its times mean the same instants, and only times that come twice, and UTC, lose the zone. */
static void
assert_instant (ConveneInterview *interview,
                const char       *zone,
                gint64            seconds,
                gboolean          is_utc_zone)
{
  g_autoptr(ConveneMoment) start = convene_moment_new_at (seconds * G_USEC_PER_SEC, zone, NULL);
  g_autofree char *text = NULL;
  g_autoptr(icalcomponent) calendar = NULL;
  gboolean may_be_utc = is_utc_zone || is_unclear (zone, seconds) || is_unclear (zone, seconds + 60 * MINUTE);
  gboolean is_utc;

  convene_interview_set_start (interview, start);
  text = sample_write (interview, CONVENE_INVITE_REQUEST);
  calendar = sample_parse (text);

  if (read_time (calendar, ICAL_DTSTART_PROPERTY, &is_utc) != seconds || is_utc != may_be_utc ||
      read_time (calendar, ICAL_DTEND_PROPERTY, &is_utc) != seconds + 60 * MINUTE || is_utc != may_be_utc)
    g_error ("%s is wrong at %" G_GINT64_FORMAT ":\n%s", zone, seconds, text);
}

/* The names in lines "Z NAME …", zones, or "L TARGET NAME", their other names. */
static GStrv
list_zones (char kind)
{
  g_autoptr(GStrvBuilder) names = g_strv_builder_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents ("/usr/share/zoneinfo/tzdata.zi", &text, NULL, NULL))
    return g_strv_builder_end (names);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", 4);

      if (lines[i][0] == kind)
        g_strv_builder_add (names, words[kind == 'L' ? 2 : 1]);
    }

  return g_strv_builder_end (names);
}

/* Whether the zone's changes are those of none before it: many zones differ in their past alone. */
static gboolean
is_new (GHashTable   *seen,
        const GArray *changes)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (changes, ConveneInviteChange, i);

      g_string_append_printf (key, "%" G_GINT64_FORMAT " %d %d\n", change->at, change->from, change->to);
    }

  return g_hash_table_add (seen, g_string_free (key, FALSE));
}

/* "MET", "EST5EDT": there are readers that know them as abbreviations of one offset. */
static gboolean
is_abbreviation (const char *name)
{
  g_autofree char *upper = g_ascii_strup (name, -1);

  return strchr (name, '/') == NULL && g_str_equal (name, upper);
}

/* How many zones were looked at: one or none, since tzdata.zi names some that are another package's on some systems. */
static guint
assert_zone (ConveneInterview *interview,
             const char       *name,
             GHashTable       *seen)
{
  static const gint64 around[] = { -2 * DAY, -90 * MINUTE, -60 * MINUTE, -30 * MINUTE, 0, 30 * MINUTE, 60 * MINUTE, 2 * DAY };
  g_autoptr(GTimeZone) zone = convene_zone_new (name, NULL, NULL);
  g_autoptr(GArray) changes = NULL;
  gboolean is_utc;

  if (zone == NULL)
    return 0;

  is_utc = is_abbreviation (name) || g_str_equal (g_time_zone_get_abbreviation (zone, 0), "UTC");
  changes = convene_invite_rule_list_changes (zone, START_OF_2026, START_OF_2029);
  assert_instant (interview, name, START_OF_2026 + 14 * DAY, is_utc);
  assert_instant (interview, name, START_OF_2026 + 190 * DAY, is_utc);
  if (is_new (seen, changes))
    for (guint c = 0; c < changes->len; c++)
      for (guint a = 0; a < G_N_ELEMENTS (around); a++)
        assert_instant (interview, name, g_array_index (changes, ConveneInviteChange, c).at + around[a], is_utc);

  return 1;
}

static void
test_all_zones (void)
{
  g_auto (GStrv) zones = list_zones ('Z');
  g_auto (GStrv) links = list_zones ('L');
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "UTC");
  guint known = 0;

  if (zones[0] == NULL)
    {
      g_test_skip ("this machine's tzdata has no tzdata.zi");
      return;
    }

  for (guint i = 0; zones[i] != NULL; i++)
    known += assert_zone (interview, zones[i], seen);
  for (guint i = 0; links[i] != NULL; i++)
    known += assert_zone (interview, links[i], seen);

  g_test_message ("%u zones, %u ways to change", known, g_hash_table_size (seen));
  g_assert_cmpuint (known, >, 300);
  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
write_years (GPtrArray *texts,
             gboolean   is_backwards)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Africa/Casablanca", "Asia/Kolkata", "Asia/Gaza" };
  guint                    n = 16 * 12 * G_N_ELEMENTS (zones);

  for (guint i = 0; i < n; i++)
    {
      guint            number = is_backwards ? n - 1 - i : i;
      guint            month = number / G_N_ELEMENTS (zones);
      g_autofree char *start = g_strdup_printf ("%u-%02u-20 10:00", 2020 + month / 12, 1 + month % 12);
      g_autoptr(ConveneInterview) interview = sample_interview_new (start, zones[number % G_N_ELEMENTS (zones)]);

      g_ptr_array_add (texts, sample_write (interview, CONVENE_INVITE_REQUEST));
    }
}

/* What was written before, and what is kept of it, makes no difference to the octets. */
static void
test_kept (void)
{
  g_autoptr(GPtrArray) forwards = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) backwards = g_ptr_array_new_with_free_func (g_free);

  write_years (forwards, FALSE);
  write_years (backwards, TRUE);
  for (guint i = 0; i < forwards->len; i++)
    g_assert_cmpstr (g_ptr_array_index (forwards, i), ==, g_ptr_array_index (backwards, forwards->len - 1 - i));
}

/* Years that GLib has no changes for, and the past that an export holds. */
static void
test_other_years (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Africa/Casablanca", "Asia/Kolkata", "Asia/Pyongyang",
                                       "Europe/Istanbul", "Pacific/Apia", "America/Caracas" };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "UTC");

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    for (int year = 1971; year <= 2100; year += year < 2005 || year > 2040 ? 7 : 1)
      {
        g_autoptr(GDateTime) winter = g_date_time_new_utc (year, 1, 15, 12, 0, 0);
        g_autoptr(GDateTime) summer = g_date_time_new_utc (year, 7, 15, 12, 0, 0);

        assert_instant (interview, zones[i], g_date_time_to_unix (winter), FALSE);
        assert_instant (interview, zones[i], g_date_time_to_unix (summer), FALSE);
      }

  g_assert_finalize_object (g_steal_pointer (&interview));
}

/* One VTIMEZONE for all events of a zone, across years in which its rules were others. */
static void
test_export (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/Mexico_City", "Africa/Casablanca", "Africa/Cairo", "America/Sao_Paulo" };
  g_autoptr(GPtrArray) interviews = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autoptr(icalcomponent) calendar = NULL;
  guint next = 0;

  for (gint64 day = 18000; day < 22000; day += 13)
    {
      ConveneInterview *interview = sample_interview_new ("2026-12-01 10:00", "UTC");
      g_autoptr(ConveneMoment) start = convene_moment_new_at ((day * DAY + 15 * 60 * MINUTE) * G_USEC_PER_SEC, zones[day % G_N_ELEMENTS (zones)], NULL);

      convene_interview_set_start (interview, start);
      g_ptr_array_add (interviews, interview);
    }

  bytes = sample_write_all (interviews);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  calendar = sample_parse (text);
  g_assert_cmpint (icalcomponent_count_components (calendar, ICAL_VTIMEZONE_COMPONENT), ==, G_N_ELEMENTS (zones));
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT); event != NULL;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    {
      ConveneInterview   *interview = g_ptr_array_index (interviews, next++);
      struct icaltimetype start = icalcomponent_get_dtstart (event);
      struct icaltimetype end = icalcomponent_get_dtend (event);

      g_assert_false (icaltime_is_utc (start));
      g_assert_cmpint (icaltime_as_timet_with_zone (start, start.zone), ==,
                       convene_moment_get_instant (convene_interview_get_start (interview)) / G_USEC_PER_SEC);
      g_assert_cmpint (icaltime_as_timet_with_zone (end, end.zone), ==, convene_interview_get_end (interview) / G_USEC_PER_SEC);
    }
  g_assert_cmpuint (next, ==, interviews->len);
}

static void
add_change (GArray     *changes,
            const char *wall,
            int         from,
            int         to)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (wall, utc);
  ConveneInviteChange change = { .at = g_date_time_to_unix (time) - from, .from = from, .to = to, .name = "X" };

  g_array_append_val (changes, change);
}

static void
test_rules (void)
{
  static const struct
  {
    const char *walls[4];
    const char *rule;
  } cases[] = {
    { { "2025-03-30T02:00:00", "2026-03-29T02:00:00", "2027-03-28T02:00:00" }, "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" },
    { { "2025-03-09T02:00:00", "2026-03-08T02:00:00", "2027-03-14T02:00:00" }, "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" },
    { { "2025-03-28T02:00:00", "2026-03-27T02:00:00", "2027-03-26T02:00:00", "2029-03-23T02:00:00" }, NULL },
    { { "2028-03-24T02:00:00", "2029-03-23T02:00:00", "2030-03-29T02:00:00", "2031-03-28T02:00:00" },
      "FREQ=YEARLY;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29;BYMONTH=3" },
    { { "2025-09-21T00:00:00", "2026-09-21T00:00:00", "2027-09-21T00:00:00" }, "FREQ=YEARLY;BYMONTHDAY=21;BYMONTH=9" },
    /* once; another hour; another month; a year without; no weekday; two weeks apart */
    { { "2025-03-30T02:00:00" }, NULL },
    { { "2025-03-30T02:00:00", "2026-03-29T03:00:00" }, NULL },
    { { "2025-10-31T00:00:00", "2026-10-30T00:00:00", "2024-11-01T00:00:00" }, NULL },
    { { "2025-03-30T02:00:00", "2027-03-28T02:00:00" }, NULL },
    { { "2025-03-23T02:00:00", "2026-03-11T02:00:00" }, NULL },
    { { "2025-03-02T02:00:00", "2026-03-15T02:00:00" }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (ConveneInviteChange));
      g_autofree char *rule = NULL;

      for (guint n = 0; n < G_N_ELEMENTS (cases[i].walls) && cases[i].walls[n] != NULL; n++)
        add_change (changes, cases[i].walls[n], 3600, 7200);
      rule = convene_invite_rule_find (changes);
      g_assert_cmpstr (rule, ==, cases[i].rule);
    }
}

static void
test_rule_offsets (void)
{
  g_autoptr(GArray) changes = g_array_new (FALSE, FALSE, sizeof (ConveneInviteChange));

  add_change (changes, "2025-03-30T02:00:00", 3600, 7200);
  add_change (changes, "2026-03-29T02:00:00", 3600, 9000);
  g_assert_null (convene_invite_rule_find (changes));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/invite/O-7/shape/%s/%s", shapes[i].zone, shapes[i].start);

      g_test_add_data_func (path, &shapes[i], test_shape);
    }
  g_test_add_func ("/invite/SH-27/kept-zones", test_kept);
  g_test_add_func ("/invite/O-7/rules", test_rules);
  g_test_add_func ("/invite/O-7/rule-offsets", test_rule_offsets);
  g_test_add_func ("/invite/O-7/all-zones", test_all_zones);
  g_test_add_func ("/invite/O-7/other-years", test_other_years);
  g_test_add_func ("/invite/O-7/export", test_export);
  g_test_add_func ("/invite/O-7/unknown-zone", test_unknown_zone);

  return g_test_run ();
}
