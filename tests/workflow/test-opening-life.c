/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-opening.h"
#include "workflow-fixture.h"

/* Answers to an invitation that left, with practice as Zoom and mail server: what they make everybody else hear. */

static char *
format_instant (gint64 instant)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);

  return g_date_time_format (time, "%Y%m%dT%H%M%SZ");
}

static GBytes *
make_file (const char       *method,
           ConveneInterview *interview,
           int               sequence,
           gint64            made_at,
           gint64            start,
           const char       *attendee)
{
  g_autofree char *stamp = format_instant (made_at);
  g_autofree char *begins = format_instant (start);
  g_autofree char *ends = format_instant (start + 30 * CONVENE_MINUTE);
  char            *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:%s\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:%s\r\nSEQUENCE:%d\r\n"
                                                      "DTSTART:%s\r\nDTEND:%s\r\nSUMMARY:x\r\nATTENDEE;%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                                           method, convene_interview_get_uid (interview), stamp, sequence, begins, ends, attendee);

  return g_bytes_new_take (text, strlen (text));
}

/* Takes the octets. */
static ConveneOpening *
open_one (Fixture *fixture,
          GBytes  *bytes)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) openings = NULL;
  ConveneOpening *opening;

  convene_engine_open_bytes_async (fixture->engine, bytes, NULL, fixture_result_cb, &result);
  g_bytes_unref (bytes);
  openings = convene_engine_open_bytes_finish (fixture->engine, fixture_await (&result), &error);
  g_assert_no_error (error);
  opening = g_list_model_get_item (openings, 0);
  g_test_message ("%s | %s | %s", convene_opening_get_claims (opening), convene_opening_get_effect (opening), convene_opening_get_warning (opening));
  return opening;
}

static void
apply (Fixture        *fixture,
       ConveneOpening *opening,
       ConveneVerdict  verdict)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  g_assert_cmpint (convene_opening_get_verdict (opening), ==, verdict);
  convene_engine_apply_opening_async (fixture->engine, opening, NULL, NULL, fixture_result_cb, &result);
  interview = convene_engine_apply_opening_finish (fixture->engine, fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (interview);
}

static void
assert_candidate (ConveneInterview *interview,
                  ConveneResponse   response)
{
  g_assert_cmpint (convene_participant_get_response (convene_interview_get_candidate (interview)), ==, response);
}

/* She accepts, proposes another time, which everybody is told and Zoom gets; another answer of hers comes late, and is of the old time; then she accepts again. */
static void
test_proposal (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) invited = NULL;
  g_autoptr(ConveneInterview) accepted = NULL;
  g_autoptr(ConveneInterview) moved = NULL;
  g_autoptr(ConveneInterview) again = NULL;
  g_autoptr(ConveneOpening) yes = NULL;
  g_autoptr(ConveneOpening) counter = NULL;
  g_autoptr(ConveneOpening) late = NULL;
  g_autoptr(ConveneOpening) anew = NULL;
  g_autofree char *uid = NULL;
  const char      *ada = "PARTSTAT=ACCEPTED:mailto:ada@example.com";
  gint64           start, now;

  fixture_provide (fixture, TRUE, TRUE);
  uid = fixture_schedule (fixture, interview);
  invited = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (invited, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  start = convene_moment_get_instant (convene_interview_get_start (invited));
  now = convene_clock_now (fixture->clock);

  yes = open_one (fixture, make_file ("REPLY", invited, 0, now - 10 * CONVENE_SECOND, start, ada));
  apply (fixture, yes, CONVENE_VERDICT_ANSWER);
  accepted = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_candidate (accepted, CONVENE_RESPONSE_ACCEPTED);
  g_assert_cmpuint (fixture_count_calls (fixture, "update"), ==, 0);

  counter = open_one (fixture, make_file ("COUNTER", invited, 0, now - 5 * CONVENE_SECOND, start + CONVENE_DAY, "PARTSTAT=TENTATIVE:mailto:ada@example.com"));
  apply (fixture, counter, CONVENE_VERDICT_PROPOSAL);
  moved = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (moved, CONVENE_OPERATION_KIND_MEETING_UPDATE, "done");
  fixture_assert_operation (moved, CONVENE_OPERATION_KIND_MAIL_UPDATE, "done");
  assert_candidate (moved, CONVENE_RESPONSE_NEEDS_ACTION);
  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (moved)), ==, start + CONVENE_DAY);
  g_assert_cmpint (convene_interview_get_duration (moved), ==, 30);
  g_assert_cmpint (convene_interview_get_time_sequence (moved), ==, 1);

  late = open_one (fixture, make_file ("REPLY", invited, 0, now - 8 * CONVENE_SECOND, start, ada));
  apply (fixture, late, CONVENE_VERDICT_ANSWER_EARLIER);
  anew = open_one (fixture, make_file ("REPLY", invited, 1, now - CONVENE_SECOND, start + CONVENE_DAY, ada));
  apply (fixture, anew, CONVENE_VERDICT_ANSWER);
  again = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_candidate (again, CONVENE_RESPONSE_ACCEPTED);
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_answers (again)), ==, 4);
  g_assert_cmpint (convene_interview_get_sequence (again), ==, 1);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/O-8/life/proposal", test_proposal);
  return g_test_run ();
}
