/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "sample.h"

#define ORGANIZER "ORGANIZER;CN=Robin Recruiter:mailto:robin@example.org"
#define DESCRIPTION                                                                                      \
  "DESCRIPTION:Agenda:\\nIntroduction\\, experience\\nQuestions\\; answers\\n\\nBring a notebook.\\n\\n" \
  "Join the video call: https://video.example.com/j/81234567890?pwd=q.1\\,2\\;3\\nMeeting number: 81234567890\\nPassword: x1Y2_z"

static void
test_fields (void)
{
  static const char *const expected[] = {
    "BEGIN:VCALENDAR",
    "PRODID:-//Convene//Convene " CONVENE_VERSION "//EN",
    "VERSION:2.0",
    "CALSCALE:GREGORIAN",
    "METHOD:REQUEST",
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "BEGIN:STANDARD",
    "DTSTART:20251026T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:20250330T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    "UID:" SAMPLE_UID,
    "SEQUENCE:0",
    "DTSTAMP:20261101T090000Z",
    "DTSTART;TZID=Europe/Berlin:20261201T100000",
    "DTEND;TZID=Europe/Berlin:20261201T110000",
    "SUMMARY:Staff Engineer Interview",
    DESCRIPTION,
    "LOCATION:https://video.example.com/j/81234567890?pwd=q.1\\,2\\;3",
    "URL:" SAMPLE_LINK,
    "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join the video call:" SAMPLE_LINK,
    "STATUS:CONFIRMED",
    "TRANSP:OPAQUE",
    ORGANIZER,
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ada Lovelace:mailto:ada@example.com",
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Grace Hopper:mailto:grace@example.org",
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Barbara Liskov:mailto:barbara@example.org",
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:observer@example.org",
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=ACCEPTED;CN=Robin Recruiter:mailto:robin@example.org",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-PT15M",
    "DESCRIPTION:Staff Engineer Interview",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = sample_write (interview, CONVENE_INVITE_REQUEST);
  g_auto (GStrv) lines = sample_unfold (text);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (lines[i], ==, expected[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (expected));

  g_assert_finalize_object (g_steal_pointer (&interview));
}

/* What another program reads out of it, escapes undone. */
static void
test_read_back (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = NULL;
  g_autoptr(icalcomponent) calendar = NULL;
  icalcomponent      *event;
  struct icaltimetype start, end;

  convene_interview_set_job (interview, "C\\C++, \"Rust\"; and: Ünïcödé");
  convene_interview_set_agenda (interview, "one\r\ntwo\\n\tthree");
  convene_interview_set_sequence (interview, 7);
  text = sample_write (interview, CONVENE_INVITE_REQUEST);
  calendar = sample_parse (text);
  event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
  start = icalcomponent_get_dtstart (event);
  end = icalcomponent_get_dtend (event);

  g_assert_cmpint (icalcomponent_get_method (calendar), ==, ICAL_METHOD_REQUEST);
  g_assert_cmpstr (icalcomponent_get_summary (event), ==, "C\\C++, \"Rust\"; and: Ünïcödé Interview");
  g_assert_true (g_str_has_prefix (icalcomponent_get_description (event), "Agenda:\none\ntwo\\n three\n\nBring a notebook."));
  g_assert_cmpstr (icalcomponent_get_location (event), ==, SAMPLE_LINK);
  g_assert_cmpstr (icalcomponent_get_uid (event), ==, SAMPLE_UID);
  g_assert_cmpint (icalcomponent_get_sequence (event), ==, 7);
  g_assert_cmpint (icaltime_as_timet_with_zone (start, start.zone), ==, 1796115600);
  g_assert_cmpint (icaltime_as_timet_with_zone (end, end.zone), ==, 1796119200);

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_private (void)
{
  static const char *const secrets[] = { "salary", "Convene ref", "K7Q2", "asked4", "zak=", "freeassociation", "TZUNTIL", "X-LIC" };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");

  for (ConveneInviteMethod method = CONVENE_INVITE_REQUEST; method <= CONVENE_INVITE_PUBLISH; method++)
    {
      g_autofree char *text = sample_write (interview, method);
      g_auto (GStrv) lines = sample_unfold (text);
      g_autofree char *unfolded = g_strjoinv ("\n", lines);

      for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
        g_assert_null (strstr (unfolded, secrets[i]));
    }

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_attendees_once (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  sample_add_person (interview, CONVENE_ROLE_REQUIRED, "Ada again", "ADA@example.com");
  sample_add_person (interview, CONVENE_ROLE_REQUIRED, "Robin R.", "Robin@Example.org");
  text = sample_write (interview, CONVENE_INVITE_REQUEST);
  lines = sample_unfold (text);

  g_assert_cmpuint (sample_count (lines, "ATTENDEE"), ==, 5);
  g_assert_cmpstr (sample_find (lines, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED"), ==,
                   "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Robin R.:mailto:Robin@Example.org");
  g_assert_cmpuint (sample_count (lines, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR"), ==, 0);

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_answers (void)
{
  static const struct
  {
    ConveneResponse response;
    int             answered_sequence, time_sequence;
    const char     *partstat;
  } cases[] = {
    { CONVENE_RESPONSE_NEEDS_ACTION, 0, 0, "NEEDS-ACTION" },
    { CONVENE_RESPONSE_ACCEPTED, 0, 0, "ACCEPTED" },
    { CONVENE_RESPONSE_DECLINED, 0, 0, "DECLINED" },
    { CONVENE_RESPONSE_TENTATIVE, 0, 0, "TENTATIVE" },
    { CONVENE_RESPONSE_ACCEPTED, 2, 2, "ACCEPTED" },
    { CONVENE_RESPONSE_ACCEPTED, 3, 2, "ACCEPTED" },
    { CONVENE_RESPONSE_ACCEPTED, 1, 2, "NEEDS-ACTION" },
  };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *expected = g_strdup_printf ("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=%s;RSVP=TRUE;CN=Ada Lovelace:",
                                                   cases[i].partstat);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      convene_participant_set_response (candidate, cases[i].response);
      convene_participant_set_answered_sequence (candidate, cases[i].answered_sequence);
      convene_interview_set_time_sequence (interview, cases[i].time_sequence);
      text = sample_write (interview, CONVENE_INVITE_REQUEST);
      lines = sample_unfold (text);
      g_assert_nonnull (sample_find (lines, expected));
    }

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_cancel (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  convene_interview_set_sequence (interview, 3);
  text = sample_write (interview, CONVENE_INVITE_CANCEL);
  lines = sample_unfold (text);

  g_assert_nonnull (sample_find (lines, "METHOD:CANCEL"));
  g_assert_nonnull (sample_find (lines, "STATUS:CANCELLED"));
  g_assert_nonnull (sample_find (lines, "UID:" SAMPLE_UID));
  g_assert_nonnull (sample_find (lines, "SEQUENCE:3"));
  g_assert_nonnull (sample_find (lines, ORGANIZER));
  g_assert_nonnull (sample_find (lines, "DTSTART;TZID=Europe/Berlin:20261201T100000"));
  g_assert_nonnull (sample_find (lines, "DTEND;TZID=Europe/Berlin:20261201T110000"));
  g_assert_cmpuint (sample_count (lines, "ATTENDEE"), ==, 5);
  g_assert_cmpuint (sample_count (lines, "BEGIN:VALARM"), ==, 0);
  g_assert_null (strstr (text, "RSVP"));
  g_assert_null (strstr (text, "https:"));
  g_assert_nonnull (strstr (text, "This interview is cancelled."));

  g_assert_finalize_object (g_steal_pointer (&interview));
}

/* RFC 5546 §3.2.5: whoever was removed, and nobody else, is told that it is over for them; for the others it is not. */
static void
test_partial_cancel (void)
{
  static const char *const people[] = { "Otto Optional <otto@example.org>", "ines@example.org", "OTTO@example.org", NULL };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  convene_interview_set_sequence (interview, 4);
  text = sample_write_partial (interview, NULL, people);
  sample_assert_lines (text);
  lines = sample_unfold (text);

  g_assert_nonnull (sample_find (lines, "METHOD:CANCEL"));
  g_assert_nonnull (sample_find (lines, "UID:" SAMPLE_UID));
  g_assert_nonnull (sample_find (lines, "SEQUENCE:4"));
  g_assert_nonnull (sample_find (lines, ORGANIZER));
  g_assert_nonnull (sample_find (lines, "DTSTART;TZID=Europe/Berlin:20261201T100000"));
  g_assert_nonnull (sample_find (lines, "DESCRIPTION:This interview is cancelled for you."));
  g_assert_cmpuint (sample_count (lines, "ATTENDEE"), ==, 2);
  g_assert_nonnull (sample_find (lines, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=Otto Optional:mailto:otto@example.org"));
  g_assert_nonnull (sample_find (lines, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION:mailto:ines@example.org"));
  g_assert_cmpuint (sample_count (lines, "STATUS"), ==, 0);
  g_assert_cmpuint (sample_count (lines, "BEGIN:VALARM"), ==, 0);
  g_assert_null (strstr (text, "https:"));
  g_assert_null (strstr (text, "example.com"));

  g_assert_finalize_object (g_steal_pointer (&interview));
}

/* It calls off what they know, not what became of it without them. */
static void
test_partial_cancel_as_told (void)
{
  static const char *const people[] = { "Ada Lovelace <ada@example.com>", NULL };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autoptr(ConveneMoment) moved = convene_moment_parse ("2026-12-08 15:00", "America/New_York", NULL);
  g_autofree char *stored = convene_told_to_string (interview);
  g_autoptr(ConveneTold) told = convene_told_parse (stored);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (told);
  convene_interview_set_start (interview, moved);
  convene_interview_set_duration (interview, 30);
  convene_interview_set_job (interview, "Chief Engineer");
  text = sample_write_partial (interview, told, people);
  lines = sample_unfold (text);

  g_assert_nonnull (sample_find (lines, "DTSTART;TZID=Europe/Berlin:20261201T100000"));
  g_assert_nonnull (sample_find (lines, "DTEND;TZID=Europe/Berlin:20261201T110000"));
  g_assert_nonnull (sample_find (lines, "SUMMARY:Staff Engineer Interview"));
  g_assert_null (strstr (text, "Chief"));
  g_assert_null (strstr (text, "New_York"));

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static GStrv
write_lines (ConveneInterview           *interview,
             const ConveneInviteOptions *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = convene_invite_write (interview, options, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  sample_assert_lines (text);
  return sample_unfold (text);
}

/* a letter of one's own names nobody else. */
static void
test_only (void)
{
  static const struct
  {
    ConveneInviteMethod method;
    const char         *only, *attendee;
    guint               attendees;
  } cases[] = {
    { CONVENE_INVITE_REQUEST, "ada@example.com", "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ada Lovelace:mailto:ada@example.com", 2 },
    { CONVENE_INVITE_REQUEST, "Observer@Example.org", "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:observer@example.org", 2 },
    { CONVENE_INVITE_CANCEL, "grace@example.org", "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;CN=Grace Hopper:mailto:grace@example.org", 2 },
  };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ConveneInviteOptions options = { cases[i].method, NULL, "robin@example.org", SAMPLE_MADE_AT, .only = cases[i].only };
      g_auto (GStrv) lines = write_lines (interview, &options);

      g_assert_nonnull (sample_find (lines, cases[i].attendee));
      g_assert_nonnull (sample_find (lines, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=ACCEPTED:mailto:robin@example.org"));
      g_assert_cmpuint (sample_count (lines, "ATTENDEE"), ==, cases[i].attendees);
    }
}

static void
test_description (void)
{
  static const struct
  {
    const char *description, *language, *line;
  } cases[] = {
    { "Únase aquí:\r\nhttps://example.com/;a,b\\c", "es", "DESCRIPTION;LANGUAGE=es:Únase aquí:\\nhttps://example.com/\\;a\\,b\\\\c" },
    { "Nur Text", NULL, "DESCRIPTION:Nur Text" },
    { NULL, "es", DESCRIPTION },
  };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ConveneInviteOptions options = { CONVENE_INVITE_REQUEST, NULL, "robin@example.org", SAMPLE_MADE_AT, cases[i].description, cases[i].language };
      g_auto (GStrv) lines = write_lines (interview, &options);

      g_assert_cmpuint (sample_count (lines, cases[i].line), ==, 1);
      g_assert_cmpuint (sample_count (lines, "DESCRIPTION"), ==, 2);
    }
}

/* Somebody else's event has another organizer than we are. */
static void
test_publish_foreign (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  convene_interview_set_origin_uid (interview, "theirs@example.com");
  g_ptr_array_add (interviews, interview);
  bytes = sample_write_all (interviews);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_null (strstr (text, "ORGANIZER"));
  g_assert_nonnull (strstr (text, "BEGIN:VEVENT"));
}

#ifndef __SANITIZE_ADDRESS__
static gsize
get_resident_pages (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  words = g_strsplit (text, " ", 3);
  return g_ascii_strtoull (words[1], NULL, 10);
}
#endif

/* Ten thousand invitations in a hundred zones need no more memory than the first thousand. */
static void
test_flat_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("freed memory is kept aside here");
#else
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Africa/Casablanca", "Asia/Kolkata", "Australia/Lord_Howe", "UTC" };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "UTC");
  gsize first = 0, last;

  for (guint i = 0; i < 10000; i++)
    {
      gint64 instant = (G_GINT64_CONSTANT (1780000000) + i % 3000 * 86400) * G_USEC_PER_SEC;
      g_autoptr(ConveneMoment) start = convene_moment_new_at (instant, zones[i % G_N_ELEMENTS (zones)], NULL);
      g_autofree char *text = NULL;

      convene_interview_set_start (interview, start);
      text = sample_write (interview, CONVENE_INVITE_REQUEST);
      if (i == 3000)
        first = get_resident_pages ();
    }

  last = get_resident_pages ();
  g_test_message ("%zu pages, then %zu", first, last);
  g_assert_cmpuint (last, <=, first + 256);
#endif
}

/* */
static void
test_password_in_link (void)
{
  static const struct
  {
    const char *link;
    gboolean    unless, shown;
  } cases[] = {
    { "https://video.example.com/j/1?pwd=a", FALSE, TRUE },
    { "https://video.example.com/j/1?pwd=a", TRUE, FALSE },
    { "https://video.example.com/j/1", TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      const char *description;

      convene_meeting_set_join_url (convene_interview_get_meeting (interview), cases[i].link);
      bytes = convene_invite_write (interview, &(const ConveneInviteOptions){ CONVENE_INVITE_REQUEST, NULL, "robin@example.org", SAMPLE_MADE_AT, .password_unless_in_link = cases[i].unless }, &error);
      g_assert_no_error (error);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      lines = sample_unfold (text);
      description = sample_find (lines, "DESCRIPTION:Agenda");
      g_assert_nonnull (description);
      g_assert_true ((strstr (description, "Password: x1Y2_z") != NULL) == cases[i].shown);
    }
}

/* Before a mail account is connected nobody knows the organizer's address. */
static void
test_publish_nobody (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = convene_invite_write (interview, &(const ConveneInviteOptions){ CONVENE_INVITE_PUBLISH, NULL, NULL, SAMPLE_MADE_AT }, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_nonnull (strstr (text, "METHOD:PUBLISH"));
  g_assert_null (strstr (text, "ORGANIZER"));
  g_assert_null (strstr (text, "mailto:"));
}

static void
test_publish (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = sample_write (interview, CONVENE_INVITE_PUBLISH);
  g_auto (GStrv) lines = sample_unfold (text);

  g_assert_nonnull (sample_find (lines, "METHOD:PUBLISH"));
  g_assert_nonnull (sample_find (lines, "STATUS:CONFIRMED"));
  g_assert_nonnull (sample_find (lines, ORGANIZER));
  g_assert_nonnull (sample_find (lines, "DESCRIPTION:With: Ada Lovelace\\, Grace Hopper\\, Barbara Liskov\\, observer@example.org\\n\\nAgenda:"));
  g_assert_cmpuint (sample_count (lines, "ATTENDEE"), ==, 0);
  g_assert_cmpuint (sample_count (lines, "BEGIN:VALARM"), ==, 0);
  g_assert_null (strstr (text, "RSVP"));

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_publish_all (void)
{
  static const char *const zones[] = { "Europe/Berlin", "America/New_York", "Europe/Berlin", "UTC", "America/New_York" };
  g_autoptr(GPtrArray) interviews = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr(icalcomponent) calendar = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    g_ptr_array_add (interviews, sample_interview_new (i % 2 == 0 ? "2026-12-01 10:00" : "2024-06-03 08:30", zones[i]));
  convene_interview_set_status (g_ptr_array_index (interviews, 3), CONVENE_STATUS_CANCELLED);
  bytes = sample_write_all (interviews);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = sample_unfold (text);
  calendar = sample_parse (text);

  g_assert_cmpuint (sample_count (lines, "BEGIN:VEVENT"), ==, 5);
  g_assert_cmpuint (sample_count (lines, "BEGIN:VTIMEZONE"), ==, 2);
  g_assert_nonnull (sample_find (lines, "TZID:Europe/Berlin"));
  g_assert_nonnull (sample_find (lines, "TZID:America/New_York"));
  g_assert_nonnull (sample_find (lines, "DTSTART:20240603T083000Z"));
  g_assert_nonnull (sample_find (lines, "STATUS:CANCELLED"));
  g_assert_nonnull (sample_find (lines, "METHOD:PUBLISH"));
  g_assert_cmpuint (sample_count (lines, "ORGANIZER:mailto:robin@example.org"), ==, 5);
}

static void
test_publish_none (void)
{
  g_autoptr(GPtrArray) interviews = g_ptr_array_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = sample_write_all (interviews);

  g_assert_no_error (error);
  g_assert_true (g_str_has_suffix (g_bytes_get_data (bytes, NULL), "METHOD:PUBLISH\r\nEND:VCALENDAR\r\n"));
}

static void
test_folding (void)
{
  static const char *const characters[] = { "a", "ü", "日", "😀", "👩‍💻", "e\xcc\x81", ",", "\\", " ", "\n" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    for (guint shift = 0; shift < 8; shift++)
      {
        g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
        g_autoptr(GString) details = g_string_new ("........");
        g_autofree char *text = NULL;
        g_auto (GStrv) lines = NULL;
        g_autoptr(icalcomponent) calendar = NULL;

        g_string_truncate (details, shift);
        for (guint n = 0; n < 150; n++)
          g_string_append (details, characters[i]);
        g_string_append_c (details, '.');
        convene_interview_set_details (interview, details->str);
        convene_participant_set_name (convene_interview_get_candidate (interview), details->str);
        text = sample_write (interview, CONVENE_INVITE_REQUEST);

        sample_assert_lines (text);
        calendar = sample_parse (text);
        g_assert_nonnull (strstr (icalcomponent_get_description (icalcomponent_get_inner (calendar)), g_strchug (details->str)));
      }
}

/* What is one to the eye is not torn by a fold; but nobody makes lines of three octets for it. */
static void
test_folding_joined (void)
{
  static const char *const characters[] = { "👩‍💻", "e\xcc\x81", "👍🏽", "☎️" };
  g_autoptr(GString) marks = g_string_new ("a");
  g_autofree char *text = NULL;
  g_autoptr(ConveneInterview) endless = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    for (guint shift = 0; shift < 8; shift++)
      {
        g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
        g_autoptr(GString) details = g_string_new ("........");
        g_autofree char *written = NULL;
        g_auto (GStrv) lines = NULL;

        g_string_truncate (details, shift);
        for (guint n = 0; n < 150; n++)
          g_string_append (details, characters[i]);
        convene_interview_set_details (interview, details->str);
        written = sample_write (interview, CONVENE_INVITE_REQUEST);
        lines = g_strsplit (written, "\r\n", -1);
        for (guint n = 0; lines[n] != NULL; n++)
          if (g_str_has_prefix (lines[n], " ") && (guchar) lines[n][1] >= 0x80)
            g_assert_true (g_str_has_prefix (lines[n] + 1, characters[i]));
      }

  for (guint n = 0; n < 400; n++)
    g_string_append (marks, "\xcc\x81");
  convene_interview_set_details (endless, marks->str);
  text = sample_write (endless, CONVENE_INVITE_REQUEST);
  sample_assert_lines (text);
  g_assert_cmpuint (strlen (text), <, 4000);
}

/* A link of any length: its line may be full to the last octet before the line break. */
static void
test_full_lines (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  for (guint length = 1; length <= 200; length++)
    {
      g_autofree char *code = g_strnfill (length, 'x');
      g_autofree char *link = g_strconcat ("https://video.example.com/j/81234567890?pwd=", code, NULL);
      g_autofree char *url = g_strconcat ("URL:", link, NULL);
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;

      convene_meeting_set_join_url (meeting, link);
      text = sample_write (interview, CONVENE_INVITE_REQUEST);
      sample_assert_lines (text);
      lines = sample_unfold (text);
      g_assert_cmpstr (sample_find (lines, "URL:"), ==, url);
    }

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_long_texts (void)
{
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autoptr(GString) details = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr(icalcomponent) calendar = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (details, "%04uß", i);
  g_assert_cmpint (g_utf8_strlen (details->str, -1), ==, 10000);
  convene_interview_set_details (interview, details->str);
  text = sample_write (interview, CONVENE_INVITE_REQUEST);

  sample_assert_lines (text);
  calendar = sample_parse (text);
  g_assert_nonnull (strstr (icalcomponent_get_description (icalcomponent_get_inner (calendar)), details->str));

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_same_bytes (void)
{
  for (ConveneInviteMethod method = CONVENE_INVITE_REQUEST; method <= CONVENE_INVITE_PUBLISH; method++)
    {
      g_autoptr(ConveneInterview) one = sample_interview_new ("2026-12-01 10:00", "Africa/Casablanca");
      g_autoptr(ConveneInterview) other = sample_interview_new ("2026-12-01 10:00", "Africa/Casablanca");
      g_autofree char *first = sample_write (one, method);
      g_autofree char *second = sample_write (other, method);
      g_autofree char *third = sample_write (one, method);

      g_assert_cmpstr (first, ==, second);
      g_assert_cmpstr (first, ==, third);
    }
}

/* libical's table of what RFC 5546 asks for. The check writes into what it checks. */
static void
test_restrictions (void)
{
  static const ConvenePlatform platforms[] = { CONVENE_PLATFORM_ZOOM, CONVENE_PLATFORM_PHONE, CONVENE_PLATFORM_LINK };

  for (ConveneInviteMethod method = CONVENE_INVITE_REQUEST; method <= CONVENE_INVITE_PUBLISH; method++)
    for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
      {
        g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
        g_autofree char *text = NULL;
        g_autoptr(icalcomponent) calendar = NULL;

        convene_interview_set_platform (interview, platforms[i]);
        convene_interview_set_link (interview, "https://meet.example.com/abc");
        convene_interview_set_location (interview, "Room 1");
        text = sample_write (interview, method);
        calendar = sample_parse (text);
        g_assert_true (icalrestriction_check (calendar));
        g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
      }
}

static void
test_partial_restrictions (void)
{
  static const char *const people[] = { "Otto <otto@example.org>", NULL };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
  g_autofree char *text = sample_write_partial (interview, NULL, people);
  g_autoptr(icalcomponent) calendar = sample_parse (text);

  g_assert_true (icalrestriction_check (calendar));
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
}

static void
test_places (void)
{
  static const struct
  {
    ConvenePlatform     platform;
    ConveneMeetingState state;
    const char         *location;
    const char         *description;
    const char         *conference;
  } cases[] = {
    { CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE, "LOCATION:https://video.", "Join the video call: https://video.", "CONFERENCE;" },
    { CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_PENDING, NULL, "The link to join will follow.", NULL },
    { CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_DELETED, NULL, "The link to join will follow.", NULL },
    { CONVENE_PLATFORM_LINK, CONVENE_MEETING_STATE_PENDING, "LOCATION:https://meet.example.com/abc",
      "Join the video call: https://meet.example.com/abc\\nPassword: asked4", "CONFERENCE;" },
    { CONVENE_PLATFORM_PHONE, CONVENE_MEETING_STATE_LIVE, "LOCATION:+1 555 0100\\, ask for Ada", "Phone: +1 555 0100\\, ask for Ada", NULL },
    { CONVENE_PLATFORM_IN_PERSON, CONVENE_MEETING_STATE_LIVE, "LOCATION:+1 555 0100\\, ask", "Place: +1 555 0100\\, ask for Ada", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      const char *location;

      convene_interview_set_platform (interview, cases[i].platform);
      convene_meeting_set_state (convene_interview_get_meeting (interview), cases[i].state);
      convene_interview_set_link (interview, "https://meet.example.com/abc");
      convene_interview_set_location (interview, " +1 555 0100,\task\r\nfor Ada ");
      text = sample_write (interview, CONVENE_INVITE_REQUEST);
      lines = sample_unfold (text);
      location = sample_find (lines, "LOCATION");

      g_assert_true (cases[i].location == NULL ? location == NULL : g_str_has_prefix (location, cases[i].location));
      g_assert_nonnull (strstr (sample_find (lines, "DESCRIPTION:Agenda"), cases[i].description));
      g_assert_cmpuint (sample_count (lines, "CONFERENCE"), ==, cases[i].conference != NULL);
      g_assert_cmpuint (sample_count (lines, "URL"), ==, cases[i].conference != NULL);
    }
}

static void
test_methods (void)
{
  g_assert_cmpstr (convene_invite_method_to_string (CONVENE_INVITE_REQUEST), ==, "REQUEST");
  g_assert_cmpstr (convene_invite_method_to_string (CONVENE_INVITE_CANCEL), ==, "CANCEL");
  g_assert_cmpstr (convene_invite_method_to_string (CONVENE_INVITE_PUBLISH), ==, "PUBLISH");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invite/SH-27/fields", test_fields);
  g_test_add_func ("/invite/SH-50/publish-nobody", test_publish_nobody);
  g_test_add_func ("/invite/SH-27/read-back", test_read_back);
  g_test_add_func ("/invite/SH-27/nothing-private", test_private);
  g_test_add_func ("/invite/SH-27/places", test_places);
  g_test_add_func ("/invite/SH-29/X-12/attendees-once", test_attendees_once);
  g_test_add_func ("/invite/O-7/answers", test_answers);
  g_test_add_func ("/invite/O-7/cancel", test_cancel);
  g_test_add_func ("/invite/O-7/partial-cancel", test_partial_cancel);
  g_test_add_func ("/invite/O-7/partial-cancel-as-told", test_partial_cancel_as_told);
  g_test_add_func ("/invite/X-12/only", test_only);
  g_test_add_func ("/invite/SH-27/description", test_description);
  g_test_add_func ("/invite/SH-27/flat-memory", test_flat_memory);
  g_test_add_func ("/invite/O-7/publish-foreign", test_publish_foreign);
  g_test_add_func ("/invite/X-11/password-in-link", test_password_in_link);
  g_test_add_func ("/invite/O-7/publish", test_publish);
  g_test_add_func ("/invite/O-7/publish-all", test_publish_all);
  g_test_add_func ("/invite/O-7/publish-none", test_publish_none);
  g_test_add_func ("/invite/O-7/folding", test_folding);
  g_test_add_func ("/invite/O-7/folding-joined", test_folding_joined);
  g_test_add_func ("/invite/O-7/full-lines", test_full_lines);
  g_test_add_func ("/invite/O-7/long-texts", test_long_texts);
  g_test_add_func ("/invite/O-7/same-bytes", test_same_bytes);
  g_test_add_func ("/invite/O-7/restrictions", test_restrictions);
  g_test_add_func ("/invite/O-7/partial-restrictions", test_partial_restrictions);
  g_test_add_func ("/invite/methods", test_methods);

  return g_test_run ();
}
