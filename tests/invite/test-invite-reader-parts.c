/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-invite-clock.h"
#include "convene-invite-line.h"
#include "convene-invite-link.h"
#include "convene-invite-person.h"
#include "convene-invite-unfold.h"
#include "convene-invite-vtimezone.h"
#include "convene-invite-zone-name.h"

static void
test_unfold (void)
{
  static const struct
  {
    const char *octets;
    const char *lines;
  } cases[] = {
    { "", "" },
    { "\r\n", "" },
    { "A:b", "A:b\n" },
    { "A:b\r\n", "A:b\n" },
    { "A:b\nC:d\n", "A:b\nC:d\n" },
    { "A:b\rC:d\r", "A:b\nC:d\n" },
    { "A:b\r\r\nC:d\r\r\n", "A:b\nC:d\n" },
    { "A:b\r\n c\r\n\td\r\n", "A:bcd\n" },
    { "A:b\r\n  c\r\n", "A:b c\n" },
    { "A:b\r\n\r\n c\r\n", "A:bc\n" },
    { "A:b\r\n \r\n c\r\n", "A:bc\n" },
    { "A:b\r\n ", "A:b\n" },
    { " A:b\r\n", " A:b\n" },
    { "A:\xc3\r\n \xa4\r\n", "A:ä\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize            length;
      g_autofree char *lines = convene_invite_unfold (cases[i].octets, strlen (cases[i].octets), &length);

      g_assert_cmpstr (lines, ==, cases[i].lines);
      g_assert_cmpuint (length, ==, strlen (lines));
    }
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *name; /* NULL: it is none */
    const char *parameters;
    const char *value;
  } cases[] = {
    { "SUMMARY:a", "SUMMARY", "", "a" },
    { "summary : a : b ", "SUMMARY", "", "a : b" },
    { "SUMMARY:", "SUMMARY", "", "" },
    { " BEGIN:VEVENT", "BEGIN", "", "VEVENT" },
    { "ATTENDEE;CN=A:mailto:a", "ATTENDEE", "CN=A", "mailto:a" },
    { "ATTENDEE ;CN=\"A: B\";X=\"c\":mailto:a", "ATTENDEE", "CN=\"A: B\";X=\"c\"", "mailto:a" },
    { "ATTENDEE;CN=\"A:mailto:a", "ATTENDEE", "CN=\"A", "mailto:a" },
    { "X-A_B-9:c", "X-A_B-9", "", "c" },
    { "SUMMARY", NULL, NULL, NULL },
    { "SUMMARY;A=b", NULL, NULL, NULL },
    { "a sentence: with a colon", NULL, NULL, NULL },
    { ":a", NULL, NULL, NULL },
    { ";a:b", NULL, NULL, NULL },
    { "", NULL, NULL, NULL },
    { "Ä:b", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char  *text = g_strdup (cases[i].text);
      ConveneInviteLine line;

      g_assert_cmpint (convene_invite_line_split (text, &line), ==, cases[i].name != NULL);
      if (cases[i].name == NULL)
        continue;
      g_assert_cmpstr (line.name, ==, cases[i].name);
      g_assert_cmpstr (line.parameters, ==, cases[i].parameters);
      g_assert_cmpstr (line.value, ==, cases[i].value);
    }
}

static void
test_clock (void)
{
  static const struct
  {
    const char *text;
    const char *time; /* NULL: it is none */
  } cases[] = {
    { "19700101T000000", "1970-01-01T00:00:00" },
    { "20261201T100000", "2026-12-01T10:00:00" },
    { "20261201T100000Z", "2026-12-01T10:00:00" },
    { "20261201", "2026-12-01T00:00:00" },
    { "16010101T030000", "1601-01-01T03:00:00" },
    { "21001231T235959", "2100-12-31T23:59:59" },
    { "20280229T000000", "2028-02-29T00:00:00" },
    { "20161231T235960Z", "2016-12-31T23:59:59" },
    { "16001231T235959", NULL },
    { "21010101T000000", NULL },
    { "20270229T000000", NULL },
    { "20261301T000000", NULL },
    { "20260001T000000", NULL },
    { "20261200T000000", NULL },
    { "20261201T240000", NULL },
    { "20261201T106000", NULL },
    { "20261201T100061", NULL },
    { "20261201T1000", NULL },
    { "20261201T100000+01", NULL },
    { "2026-12-01T10:00:00", NULL },
    { "20261201 100000", NULL },
    { "2026120", NULL },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 wall;
      g_autoptr(GDateTime) time = NULL;
      g_autofree char *text = NULL;

      g_assert_cmpint (convene_invite_clock_parse (cases[i].text, &wall), ==, cases[i].time != NULL);
      if (cases[i].time == NULL)
        continue;
      time = g_date_time_new_from_unix_utc (wall);
      text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");
      g_assert_cmpstr (text, ==, cases[i].time);
      g_assert_cmpint (convene_invite_clock_get_year (wall), ==, g_date_time_get_year (time));
      g_assert_cmpint (convene_invite_clock_get_weekday (wall >= 0 ? wall / 86400 : (wall - 86399) / 86400), ==, g_date_time_get_day_of_week (time));
    }
}

static ConveneInviteVtimezone *
read_vtimezone (const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);
  ConveneInviteVtimezone *vtimezone = convene_invite_vtimezone_new ();

  for (guint i = 0; split[i] != NULL; i++)
    {
      ConveneInviteLine line;

      if (!convene_invite_line_split (split[i], &line))
        continue;
      if (g_str_equal (line.name, "BEGIN"))
        convene_invite_vtimezone_begin (vtimezone);
      else if (g_str_equal (line.name, "END"))
        convene_invite_vtimezone_end (vtimezone);
      else
        convene_invite_vtimezone_add_property (vtimezone, line.name, line.value);
    }

  return vtimezone;
}

#define OBSERVANCE(start, from, to, more) "BEGIN:STANDARD\nDTSTART:" start "\nTZOFFSETFROM:" from "\nTZOFFSETTO:" to "\n" more "\nEND:STANDARD\n"
#define BERLIN                                                                                \
  OBSERVANCE ("19701025T030000", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU") \
  OBSERVANCE ("19700329T020000", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")

static void
test_vtimezones (void)
{
  static const struct
  {
    const char *lines;
    const char *wall;
    const char *instant;
  } cases[] = {
    { BERLIN, "20261201T100000", "20261201T090000" },
    { BERLIN, "20260701T100000", "20260701T080000" },
    { BERLIN, "20260329T015959", "20260329T005959" },
    { BERLIN, "20260329T020000", "20260329T010000" }, /* left out: by the clock before */
    { BERLIN, "20260329T025959", "20260329T015959" },
    { BERLIN, "20260329T030000", "20260329T010000" },
    { BERLIN, "20261025T023000", "20261025T003000" }, /* twice: the first */
    { BERLIN, "20261025T030000", "20261025T020000" },
    { BERLIN, "19691201T100000", "19691201T090000" }, /* before all of it */
    { BERLIN, "21001231T235959", "21001231T225959" },
    { OBSERVANCE ("19700101T000000", "+0530", "+0530", ""), "20261201T100000", "20261201T043000" },
    { OBSERVANCE ("20200101T000000", "-033000", "-043015", ""), "20261201T100000", "20261201T143015" },
    /* A rule that has ended, by UNTIL in UTC or by COUNT, leaves what it made last. */
    { OBSERVANCE ("20001029T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z")
          OBSERVANCE ("20000402T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;COUNT=7"),
      "20261201T100000", "20261201T150000" },
    { OBSERVANCE ("20001029T020000", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z")
          OBSERVANCE ("20000402T020000", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;COUNT=7"),
      "20060701T100000", "20060701T140000" },
    /* Dates, a rule by the day of the month, one by the first weekday from a day on, and 29 February. */
    { OBSERVANCE ("20200101T000000", "+0000", "+0000", "") OBSERVANCE ("20250101T000000", "+0000", "+0100", "RDATE:20250601T000000,20260601T000000"),
      "20260701T100000", "20260701T090000" },
    { OBSERVANCE ("20200922T000000", "+0430", "+0330", "RRULE:FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=22")
          OBSERVANCE ("20200322T000000", "+0330", "+0430", "RRULE:FREQ=YEARLY"),
      "20260701T100000", "20260701T053000" },
    { OBSERVANCE ("20201025T020000", "+0300", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
          OBSERVANCE ("20200327T020000", "+0200", "+0300", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29"),
      "20260327T120000", "20260327T090000" },
    { OBSERVANCE ("20200101T000000", "+0000", "+0000", "RRULE:FREQ=YEARLY;UNTIL=20200601")
          OBSERVANCE ("20200229T000000", "+0000", "+0200", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
      "20270701T100000", "20270701T080000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInviteVtimezone) vtimezone = read_vtimezone (cases[i].lines);
      gint64 wall, instant;

      g_assert_true (convene_invite_vtimezone_is_usable (vtimezone));
      g_assert_true (convene_invite_clock_parse (cases[i].wall, &wall));
      g_assert_true (convene_invite_clock_parse (cases[i].instant, &instant));
      if (convene_invite_vtimezone_get_instant (vtimezone, wall) != instant)
        g_test_message ("case %u", i);
      g_assert_cmpint (convene_invite_vtimezone_get_instant (vtimezone, wall), ==, instant);
    }
}

/* What a zone has not: such a VTIMEZONE is none. */
static void
test_odd_vtimezones (void)
{
  static const char *const rules[] = {
    "FREQ=SECONDLY",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=-1SU",
    "FREQ=YEARLY;INTERVAL=0;BYMONTH=3;BYDAY=-1SU",
    "FREQ=YEARLY;INTERVAL=1001;BYMONTH=3;BYDAY=-1SU",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=SU",
    "FREQ=YEARLY;BYDAY=-1SU",
    "FREQ=YEARLY;BYMONTH=3,4;BYDAY=-1SU",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU,-1MO",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=6SU",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=0SU",
    "FREQ=YEARLY;BYMONTH=13;BYDAY=-1SU",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYSETPOS=1",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYHOUR=1,2,3",
    "FREQ=YEARLY;BYSECOND=0,1,2,3,4,5",
    "FREQ=YEARLY;BYYEARDAY=1",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1,3",
    "FREQ=YEARLY;UNTIL=tomorrow",
    "FREQ=YEARLY;COUNT=1000000000",
    "FREQ",
    "BYMONTH=3;BYDAY=-1SU",
    "",
  };
  static const char *const others[] = {
    "",
    "BEGIN:STANDARD\nEND:STANDARD\n",
    "BEGIN:STANDARD\nDTSTART:20200101T000000\nTZOFFSETFROM:+0100\nEND:STANDARD\n",
    "BEGIN:STANDARD\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\n",
    OBSERVANCE ("20201301T000000", "+0100", "+0100", ""),
    OBSERVANCE ("15000101T000000", "+0100", "+0100", ""),
    OBSERVANCE ("20200101T000000", "+5328", "+0100", ""),
    OBSERVANCE ("20200101T000000", "+01:00", "+0100", ""),
    OBSERVANCE ("20200101T000000", "0100", "+0100", ""),
    OBSERVANCE ("20200101T000000", "+", "+0100", ""),
    OBSERVANCE ("20200101T000000", "", "+0100", ""),
    OBSERVANCE ("20200101T000000", "+0100", "+0100", "RDATE:never"),
    OBSERVANCE ("20200101T000000", "+0100", "+0100", "RRULE:FREQ=YEARLY\nRRULE:FREQ=YEARLY"),
    OBSERVANCE ("20200101T000000", "+0100", "+0100", "EXRULE:FREQ=YEARLY"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules) + G_N_ELEMENTS (others); i++)
    {
      g_autofree char *lines = i < G_N_ELEMENTS (rules) ? g_strdup_printf (OBSERVANCE ("20200101T000000", "+0100", "+0200", "RRULE:%s"), rules[i])
                                                        : g_strdup (others[i - G_N_ELEMENTS (rules)]);
      g_autoptr(ConveneInviteVtimezone) vtimezone = read_vtimezone (lines);

      if (convene_invite_vtimezone_is_usable (vtimezone))
        g_test_message ("taken: %s", lines);
      g_assert_false (convene_invite_vtimezone_is_usable (vtimezone));
    }
}

static void
test_zone_names (void)
{
  static const struct
  {
    const char *tzid;
    const char *name;
  } cases[] = {
    { "Europe/Berlin", "Europe/Berlin" },
    { "America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires" },
    { "UTC", "UTC" },
    { "GMT", "UTC" },
    { "Etc/UTC", "UTC" },
    { "tzone://Microsoft/Utc", "UTC" },
    { "W. Europe Standard Time", "Europe/Berlin" },
    { "Eastern Standard Time", "America/New_York" },
    { "/mozilla.org/20050126_1/Europe/Berlin", "Europe/Berlin" },
    { "/freeassociation.sourceforge.net/America/New_York", "America/New_York" },
    { "/example.com/W. Europe Standard Time", "Europe/Berlin" },
    { "/example.com/1/Nowhere/Town", NULL },
    { "Customized Time Zone", NULL },
    { "(UTC+01:00) Amsterdam, Berlin, Bern, Rome", NULL },
    { "tzone://Microsoft/Custom", NULL },
    { "GMT+0100", NULL },
    { "Europe/../../etc/passwd", NULL },
    { "../../../etc/passwd", NULL },
    { "/etc/passwd", NULL },
    { "posix/Europe/Berlin", NULL },
    { "Mitteleuropäische Zeit", NULL },
    { "", NULL },
    { "/", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = convene_invite_zone_name_find (cases[i].tzid);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

/* Unicode's table has a name of the past, which not every system has beside today's. */
static void
test_old_zone_name (void)
{
  g_autofree char *name = convene_invite_zone_name_find ("India Standard Time");
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (name);

  g_assert_nonnull (name);
  g_assert_nonnull (zone);
  if (!g_str_equal (name, "Asia/Calcutta"))
    g_assert_cmpstr (name, ==, "Asia/Kolkata");
}

static void
test_links (void)
{
  static const struct
  {
    const char *text;
    const char *link;
    const char *any;
  } cases[] = {
    { NULL, NULL, NULL },
    { "", NULL, NULL },
    { "Room 4", NULL, NULL },
    { "https://zoom.us/j/98765432101?pwd=a.1", "https://zoom.us/j/98765432101?pwd=a.1", "https://zoom.us/j/98765432101?pwd=a.1" },
    { "Join: https://us02web.zoom.us/j/98765432101.", "https://us02web.zoom.us/j/98765432101", "https://us02web.zoom.us/j/98765432101" },
    { "(https://meet.google.com/abc-defg-hij)", "https://meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij" },
    { "<https://teams.microsoft.com/l/meetup-join/19%3a> or call", "https://teams.microsoft.com/l/meetup-join/19%3a", "https://teams.microsoft.com/l/meetup-join/19%3a" },
    { "See https://example.com/job and https://example.webex.com/meet/ada", "https://example.webex.com/meet/ada", "https://example.com/job" },
    { "HTTPS://example.com/Join/1", NULL, "HTTPS://example.com/Join/1" },
    { "https://video.example.com/j/1", "https://video.example.com/j/1", "https://video.example.com/j/1" },
    { "https://example.com", NULL, "https://example.com" },
    { "https://zoom.us", NULL, "https://zoom.us" },
    { "https://notzoom.us/x", NULL, "https://notzoom.us/x" },
    { "https://zoom.us.example.com/x", NULL, "https://zoom.us.example.com/x" },
    { "https://zoom.us@example.com/j/1", NULL, NULL },
    { "http://zoom.us/j/1", NULL, NULL },
    { "javascript:alert(1)//https://", NULL, NULL },
    { "https://", NULL, NULL },
    { "zoommtg://zoom.us/join?confno=1", NULL, NULL },
    { "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fzoom.us%2Fj%2F98765432101%3Fpwd%3Da.1&data=05", "https://zoom.us/j/98765432101?pwd=a.1",
      "https://zoom.us/j/98765432101?pwd=a.1" },
    { "https://www.google.com/url?q=https%3A%2F%2Fzoom.us%2Fj%2F1&sa=D", "https://zoom.us/j/1", "https://zoom.us/j/1" },
    { "https://www.google.com/url?q=file%3A%2F%2F%2Fetc&sa=D", NULL, "https://www.google.com/url?q=file%3A%2F%2F%2Fetc&sa=D" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *link = convene_invite_link_find (cases[i].text);
      g_autofree char *any = convene_invite_link_find_any (cases[i].text);

      g_assert_cmpstr (link, ==, cases[i].link);
      g_assert_cmpstr (any, ==, cases[i].any);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *link;
    const char *text;
    gint64      number;
    const char *password;
  } cases[] = {
    { "https://zoom.us/j/98765432101", NULL, G_GINT64_CONSTANT (98765432101), NULL },
    { "https://us02web.zoom.us/j/987654321?pwd=a.1", "Passcode: 483921", 987654321, "483921" },
    { "https://zoom.us/my/ada", "Meeting ID: 987 6543 2101\nPasscode: aB3", G_GINT64_CONSTANT (98765432101), "aB3" },
    { "https://zoom.us/my/ada", "  *Meeting ID*: 987-6543-2101\n  Kenncode: 1", G_GINT64_CONSTANT (98765432101), "1" },
    { "https://zoom.us/j/123", "Meeting ID: 12", 0, NULL },
    { "https://zoom.us/j/987654321012", NULL, 0, NULL },
    { "https://video.example.com/j/98765432101", "Password: x1Y2_z", 0, "x1Y2_z" },
    { NULL, "Meeting ID: 987 6543 2101", 0, NULL },
    { "https://zoom.us/my/ada", "The password: is said there\nPassword:\nPassword", 0, NULL },
    { "https://zoom.us/my/ada", "Password: https://example.com/reset", 0, NULL },
    { "https://zoom.us/my/ada", "Password: 012345678901234567890123456789012", 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *password = convene_invite_link_find_password (cases[i].text);

      g_assert_cmpint (convene_invite_link_find_number (cases[i].link, cases[i].text), ==, cases[i].number);
      g_assert_cmpstr (password, ==, cases[i].password);
    }
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *uri;
    const char *address;
  } cases[] = {
    { "mailto:ada@example.com", "ada@example.com" },
    { "MAILTO:Ada.B@Example.COM", "Ada.B@example.com" },
    { "mailto:ada%2Bjobs@example.com", "ada+jobs@example.com" },
    { "mailto:ada@example.com?subject=x", "ada@example.com" },
    { "\"mailto:ada@example.com\",\"mailto:other@example.com\"", "ada@example.com" },
    { "ada@example.com", "ada@example.com" },
    { " mailto: ada@example.com ", "ada@example.com" },
    { "mailto:ada%0d%0aBcc:x@example.com", NULL },
    { "mailto:ada%00@example.com", NULL },
    { "mailto:\xc3\xa4@example.com", NULL },
    { "mailto:<ada@example.com>", NULL },
    { "invalid:nomail", NULL },
    { "mailto:", NULL },
    { "urn:uuid:0f8b5c1e", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *address = convene_invite_person_read_address (cases[i].uri);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invite/parts/unfold", test_unfold);
  g_test_add_func ("/invite/parts/lines", test_lines);
  g_test_add_func ("/invite/parts/clock", test_clock);
  g_test_add_func ("/invite/parts/vtimezones", test_vtimezones);
  g_test_add_func ("/invite/parts/odd-vtimezones", test_odd_vtimezones);
  g_test_add_func ("/invite/parts/zone-names", test_zone_names);
  g_test_add_func ("/invite/parts/old-zone-name", test_old_zone_name);
  g_test_add_func ("/invite/parts/links", test_links);
  g_test_add_func ("/invite/parts/numbers", test_numbers);
  g_test_add_func ("/invite/parts/addresses", test_addresses);

  return g_test_run ();
}
