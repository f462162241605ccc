/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "sample.h"

/* What a person or an old database may hold in texts: none of it begins a line of its own. */
static void
test_injection (void)
{
  static const char *const evil[] = {
    "a\r\nX-EVIL:1",
    "a\nX-EVIL:1",
    "a\rX-EVIL:1",
    "a\xe2\x80\xa8X-EVIL:1",
    "a\xc2\x85X-EVIL:1",
    "a\r\n X-EVIL:1",
    "a\"\r\nX-EVIL:1",
    "a^nX-EVIL:1",
    "a\x01\x02\x7fX-EVIL:1",
    "a\xe2\x80\xaeX-EVIL:1",
    "\":\";X-EVIL=1:mailto:x@example.com\r\nX-EVIL:1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (evil); i++)
    {
      g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      g_autoptr(icalcomponent) calendar = NULL;

      convene_interview_set_job (interview, evil[i]);
      convene_interview_set_agenda (interview, evil[i]);
      convene_interview_set_details (interview, evil[i]);
      convene_interview_set_platform (interview, i % 2 == 0 ? CONVENE_PLATFORM_PHONE : CONVENE_PLATFORM_ZOOM);
      convene_interview_set_location (interview, evil[i]);
      convene_meeting_set_password (convene_interview_get_meeting (interview), evil[i]);
      convene_participant_set_name (convene_interview_get_candidate (interview), evil[i]);
      text = sample_write (interview, CONVENE_INVITE_REQUEST);
      lines = sample_unfold (text);

      sample_assert_lines (text);
      g_assert_cmpuint (sample_count (lines, "X-EVIL"), ==, 0);
      g_assert_cmpuint (sample_count (lines, "ATTENDEE"), ==, 5);
      g_assert_null (strchr (sample_find (lines, "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR"), '^'));
      g_assert_null (strstr (text, "\xe2\x80\xae"));
      calendar = sample_parse (text);
      g_assert_cmpint (icalcomponent_count_properties (icalcomponent_get_inner (calendar), ICAL_X_PROPERTY), ==, 0);
    }
}

typedef void (*Spoil) (ConveneInterview *interview, const char *value);

static void
spoil_candidate_address (ConveneInterview *interview,
                         const char       *value)
{
  convene_participant_set_address (convene_interview_get_candidate (interview), value);
}

static void
spoil_candidate_name (ConveneInterview *interview,
                      const char       *value)
{
  convene_participant_set_name (convene_interview_get_candidate (interview), value);
}

static void
spoil_manager_address (ConveneInterview *interview,
                       const char       *value)
{
  convene_participant_set_address (convene_interview_get_hiring_manager (interview), value);
}

static void
spoil_join_link (ConveneInterview *interview,
                 const char       *value)
{
  convene_meeting_set_join_url (convene_interview_get_meeting (interview), value);
}

static void
spoil_password (ConveneInterview *interview,
                const char       *value)
{
  convene_meeting_set_password (convene_interview_get_meeting (interview), value);
}

static void
spoil_start (ConveneInterview *interview,
             const char       *value)
{
  g_autoptr(ConveneMoment) start = NULL;

  if (value != NULL)
    start = convene_moment_restore ("2026-12-01T10:00", "Europe/Berlin", g_ascii_strtoll (value, NULL, 10), "");
  convene_interview_set_start (interview, start);
}

static void
spoil_duration (ConveneInterview *interview,
                const char       *value)
{
  convene_interview_set_duration (interview, (int) g_ascii_strtoll (value, NULL, 10));
}

static void
test_refused (void)
{
  static const struct
  {
    Spoil       spoil;
    const char *value;
    const char *field;
  } cases[] = {
    { convene_interview_set_uid, NULL, "uid" },
    { convene_interview_set_uid, "", "uid" },
    { convene_interview_set_uid, "a b", "uid" },
    { convene_interview_set_uid, "a\r\nX-EVIL:1", "uid" },
    { convene_interview_set_uid, "ü", "uid" },
    { convene_interview_set_job, NULL, "job" },
    { convene_interview_set_job, " \t\r\n", "job" },
    { convene_interview_set_job, "\xff", "job" },
    { convene_interview_set_agenda, "a\xc3", "agenda" },
    { convene_interview_set_details, "\xed\xa0\x80", "details" },
    { convene_interview_set_location, "\xc0\x80", "location" },
    { convene_interview_set_password, "\xff", "password" },
    { spoil_password, "\xff", "password" },
    { spoil_start, NULL, "start" },
    { spoil_start, "9223372036854775807", "start" },
    { spoil_start, "-9223372036854775807", "start" },
    { spoil_duration, "0", "duration" },
    { spoil_duration, "1441", "duration" },
    { spoil_candidate_name, "\xff", "candidate" },
    { spoil_candidate_address, NULL, "candidate" },
    { spoil_candidate_address, "ada", "candidate" },
    { spoil_candidate_address, "ada@example.com\r\nX-EVIL:1", "candidate" },
    { spoil_candidate_address, "ada@example.com?subject=x", "candidate" },
    { spoil_manager_address, "a@b\r\nX-EVIL:1", "attendees" },
    { spoil_join_link, "https://example.com/\r\nX-EVIL:1", "link" },
    { spoil_join_link, "https://example.com/\nX-EVIL:1", "link" },
    { spoil_join_link, "http://example.com/", "link" },
    { spoil_join_link, "javascript:alert(1)", "link" },
    { spoil_join_link, "https://example.com/\xff", "link" },
    { spoil_join_link, "", "link" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;

      cases[i].spoil (interview, cases[i].value);
      bytes = convene_invite_write (interview, &(const ConveneInviteOptions){ CONVENE_INVITE_REQUEST, NULL, "robin@example.org", SAMPLE_MADE_AT }, &error);
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, cases[i].field);
      g_assert_null (bytes);
    }
}

static void
test_refused_organizer (void)
{
  static const struct
  {
    const char *name;
    const char *address;
    gint64      made_at;
    const char *field;
  } cases[] = {
    { NULL, NULL, SAMPLE_MADE_AT, "organizer" },
    { NULL, "robin@example.org\r\nX-EVIL:1", SAMPLE_MADE_AT, "organizer" },
    { "\xff", "robin@example.org", SAMPLE_MADE_AT, "organizer" },
    { NULL, "robin@example.org", G_MAXINT64, "made_at" },
  };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (convene_invite_write (interview, &(const ConveneInviteOptions){ CONVENE_INVITE_CANCEL, cases[i].name, cases[i].address, cases[i].made_at }, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, cases[i].field);
    }

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_refused_options (void)
{
  static const struct
  {
    const char *description, *language, *only, *field;
  } cases[] = {
    { "\xff", NULL, NULL, "description" },
    { "Text", "es:X-EVIL", NULL, "language" },
    { "Text", "es\r\nX-EVIL:1", NULL, "language" },
    { NULL, NULL, "stranger@example.com", "only" },
    { NULL, NULL, "", "only" },
  };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ConveneInviteOptions options = { CONVENE_INVITE_REQUEST, NULL, "robin@example.org", SAMPLE_MADE_AT, cases[i].description, cases[i].language, cases[i].only };
      g_autoptr(GError) error = NULL;

      g_assert_null (convene_invite_write (interview, &options, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, cases[i].field);
    }

  g_assert_finalize_object (g_steal_pointer (&interview));
}

/* The people of a partial cancellation come as texts out of the database. */
static void
test_refused_people (void)
{
  static const char *const evil[] = { "Eve <eve@example.org\r\nX-EVIL:1>", "Eve\r\nX-EVIL:1 <eve@example.org>", "Eve", "", NULL };
  g_autoptr(ConveneInterview) interview = sample_interview_new ("2026-12-01 10:00", "Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (evil); i++)
    {
      const char *const people[] = { evil[i], NULL };
      g_autoptr(GError) error = NULL;

      g_assert_null (convene_invite_write_partial_cancel (interview, NULL, people, &(const ConveneInviteOptions){ CONVENE_INVITE_CANCEL, NULL, "robin@example.org", SAMPLE_MADE_AT }, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "recipients");
    }

  g_assert_finalize_object (g_steal_pointer (&interview));
}

static void
test_no_candidate (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autoptr(ConveneMoment) start = convene_moment_parse ("2026-12-01 10:00", "Europe/Berlin", NULL);
  g_autoptr(GError) error = NULL;

  convene_interview_set_uid (interview, SAMPLE_UID);
  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 45);
  g_assert_null (convene_invite_write (interview, &(const ConveneInviteOptions){ CONVENE_INVITE_REQUEST, NULL, "robin@example.org", SAMPLE_MADE_AT }, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "candidate");

  g_assert_finalize_object (g_steal_pointer (&interview));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invite/injection", test_injection);
  g_test_add_func ("/invite/refused/fields", test_refused);
  g_test_add_func ("/invite/refused/organizer", test_refused_organizer);
  g_test_add_func ("/invite/X-12/refused-options", test_refused_options);
  g_test_add_func ("/invite/refused/people", test_refused_people);
  g_test_add_func ("/invite/refused/no-candidate", test_no_candidate);

  return g_test_run ();
}
