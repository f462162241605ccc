/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Invitations of every zone, read back by its name and by nothing but the VTIMEZONE in it, and libical's own VTIMEZONEs with all of their history. */

#include <string.h>

#include "convene-invite-reader.h"
#include "convene-zone.h"
#include "sample.h"

static const char *const starts[] = { "2026-01-15 10:00", "2027-07-15 23:30" };

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_auto (GStrv) pieces = g_strsplit (text, old, -1);

  return g_strjoinv (new, pieces);
}

static void
assert_start (const char       *text,
              ConveneInterview *interview,
              const char       *zone)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) claims = convene_invite_read (bytes, NULL, &error);
  ConveneClaim *claim;

  g_assert_no_error (error);
  claim = g_ptr_array_index (claims, 0);
  if (convene_claim_get_start (claim) != convene_moment_get_instant (convene_interview_get_start (interview)) ||
      convene_claim_get_end (claim) != convene_interview_get_end (interview) || convene_claim_get_doubts (claim)[0] != NULL)
    g_test_message ("%s", text);
  g_assert_cmpint (convene_claim_get_start (claim), ==, convene_moment_get_instant (convene_interview_get_start (interview)));
  g_assert_cmpint (convene_claim_get_end (claim), ==, convene_interview_get_end (interview));
  g_assert_cmpstr (convene_claim_get_zone (claim), ==, zone);
  g_assert_null (convene_claim_get_doubts (claim)[0]);
}

static void
check_zone (const char *zone,
            const char *start)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new (start, zone);
  g_autofree char *text = sample_write (interview, CONVENE_INVITE_REQUEST);
  g_autofree char *property = g_strdup_printf ("TZID:%s\r\n", zone);
  g_autofree char *parameter = g_strdup_printf (";TZID=%s:", zone);
  g_autofree char *renamed = replace (text, property, "TZID:Custom\r\n");
  g_autofree char *custom = replace (renamed, parameter, ";TZID=Custom:");
  gboolean         is_utc = strstr (text, "VTIMEZONE") == NULL;

  assert_start (text, interview, is_utc ? "UTC" : zone);
  assert_start (custom, interview, is_utc ? "UTC" : NULL);
}

static void
for_each_zone (void (*check) (icaltimezone *zone, const char *name))
{
  icalarray *zones = icaltimezone_get_builtin_timezones ();
  guint      known = 0;

  for (size_t i = 0; i < zones->num_elements; i++)
    {
      icaltimezone    *zone = icalarray_element_at (zones, i);
      g_autofree char *name = g_strdup (icaltimezone_get_location (zone));
      g_autoptr(GTimeZone) here = convene_zone_new (name, "zone", NULL);

      if (here == NULL)
        continue;
      known++;
      check (zone, name);
    }

  g_assert_cmpuint (known, >, 300);
}

static void
check_starts (icaltimezone *zone,
              const char   *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    check_zone (name, starts[i]);
}

static void
test_written (void)
{
  for_each_zone (check_starts);
}

/* An event in the middle of some months, by a VTIMEZONE whose name says nothing. */
static void
check_history (icaltimezone *zone,
               const char   *name)
{
  g_autofree char *vtimezone = icalcomponent_as_ical_string_r (icaltimezone_get_component (zone));
  g_autofree char *tzid = g_strdup_printf ("TZID:%s", icaltimezone_get_tzid (zone));
  g_autofree char *unfolded = replace (vtimezone, "\r\n ", "");
  g_autofree char *custom = replace (unfolded, tzid, "TZID:Custom");
  g_autoptr(GTimeZone) here = convene_zone_new (name, "zone", NULL);

  for (int month = 1; month <= 12; month += 4)
    {
      int              year = 2023 + month; /* libical makes wrong rules of some earlier years */
      g_autofree char *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sBEGIN:VEVENT\r\nUID:a@example.com\r\nDTSTART;TZID=Custom:%04d%02d15T120000\r\n"
                                               "END:VEVENT\r\nEND:VCALENDAR\r\n",
                                               custom, year, month);
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GPtrArray) claims = convene_invite_read (bytes, NULL, NULL);
      g_autoptr(GDateTime) expected = g_date_time_new (here, year, month, 15, 12, 0, 0);
      ConveneClaim *claim = claims != NULL ? g_ptr_array_index (claims, 0) : NULL;

      if (claim == NULL || convene_claim_get_start (claim) != g_date_time_to_unix (expected) * G_USEC_PER_SEC)
        g_test_message ("%s", text);
      g_assert_nonnull (claim);
      g_assert_cmpint (convene_claim_get_time_kind (claim), ==, CONVENE_CLAIM_TIME_KNOWN);
      g_assert_cmpint (convene_claim_get_start (claim), ==, g_date_time_to_unix (expected) * G_USEC_PER_SEC);
    }
}

static void
test_history (void)
{
  for_each_zone (check_history);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invite/O-8/zones/written", test_written);
  g_test_add_func ("/invite/O-8/zones/history", test_history);

  return g_test_run ();
}
