/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-details.h"
#include "convene-diagnostics.h"
#include "convene-activity.h"
#include "ui-fixture.h"

#define HOUR (G_GINT64_CONSTANT (3600000000))

/* ids 9 to 11 digits long, as Zoom's client writes them; others stay as they are */
static void
test_number (void)
{
  static const struct
  {
    gint64      number;
    const char *text;
  } cases[] = {
    { 861234567, "861 234 567" },
    { 8612345678, "861 234 5678" },
    { 86123456789, "861 2345 6789" },
    { 12345678, "12345678" },
    { 861234567890, "861234567890" },
    { 0, "0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = convene_details_format_number (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static ConveneInterview *
make_interview (ConvenePlatform platform)
{
  return ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-01 16:00", "UTC", 45, platform);
}

static void
add_meeting (ConveneInterview   *interview,
             ConveneMeetingState state)
{
  g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "id", "m1", "provider", "zoom", "state", state, "topic", "Interview: Staff Engineer", "host",
                                                     "recruiter@example.com", "number", G_GINT64_CONSTANT (81234567890), "join-url",
                                                     "https://zoom.example.com/j/81234567890?pwd=tokentoken", "password", "k7Q2secret", NULL);

  convene_interview_set_meeting (interview, meeting);
}

static void
add_operation (ConveneInterview     *interview,
               ConveneOperationKind  kind,
               ConveneOperationState state,
               const char           *message,
               const char           *event)
{
  g_autoptr(ConveneOperation) operation = g_object_new (CONVENE_TYPE_OPERATION, "id", "op", "kind", kind, "state", state, "interview-uid", convene_interview_get_uid (interview),
                                                         "error-code", message != NULL ? "refused" : NULL, "error-message", message, "event", event, "attempts", 2, NULL);

  convene_interview_add_operation (interview, operation);
}

static void
test_invitation (void)
{
  g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);
  g_autofree char *text = NULL;

  add_meeting (interview, CONVENE_MEETING_STATE_LIVE);
  text = convene_details_format_invitation (interview);
  g_assert_cmpstr (text, ==,
                   "Interview: Staff Engineer\n"
                   "Tuesday 1 December 2026, 16:00 – 16:45 (UTC)\n"
                   "Tuesday 1 December 2026, 10:00 – 10:45 (Mexico City)\n"
                   "\n"
                   "Join Zoom Meeting\n"
                   "https://zoom.example.com/j/81234567890?pwd=tokentoken\n"
                   "Meeting number: 812 3456 7890\n"
                   "Password: k7Q2secret\n");
}

static void
test_invitation_phone (void)
{
  g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_PHONE);
  g_autofree char *text = convene_details_format_invitation (interview);

  g_assert_cmpstr (text, ==,
                   "Staff Engineer\n"
                   "Tuesday 1 December 2026, 16:00 – 16:45 (UTC)\n"
                   "Tuesday 1 December 2026, 10:00 – 10:45 (Mexico City)\n"
                   "Phone: +1 555 0100\n");
}

static void
test_headings (void)
{
  static const struct
  {
    ConvenePlatform platform;
    const char     *heading;
  } cases[] = {
    { CONVENE_PLATFORM_ZOOM, "Join Zoom Meeting" },
    { CONVENE_PLATFORM_LINK, "Join Link" },
    { CONVENE_PLATFORM_PHONE, "Phone" },
    { CONVENE_PLATFORM_IN_PERSON, "Place" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (cases[i].platform);

      g_assert_cmpstr (convene_details_get_heading (interview), ==, cases[i].heading);
    }
}

/* what is there of a meeting that cannot be joined → words, advice, whether trying again helps */
static void
test_trouble (void)
{
  static const struct
  {
    ConveneMeetingState   meeting;
    ConveneOperationState create;
    const char           *message;
    const char           *event;
    ConveneOperationState urgent;
    const char           *trouble;
    const char           *advice;
    gboolean              can_retry;
  } cases[] = {
    { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DONE, NULL, NULL, CONVENE_OPERATION_STATE_DROPPED, "", "", FALSE },
    { CONVENE_MEETING_STATE_PENDING, CONVENE_OPERATION_STATE_RUNNING, NULL, NULL, CONVENE_OPERATION_STATE_DROPPED, "The meeting is being made", "", FALSE },
    { CONVENE_MEETING_STATE_PENDING, CONVENE_OPERATION_STATE_WAITING, "Zoom does not answer", NULL, CONVENE_OPERATION_STATE_DROPPED, "Waiting for the link",
      "Zoom does not answer.", TRUE },
    { CONVENE_MEETING_STATE_FAILED, CONVENE_OPERATION_STATE_FAILED, "Zoom refused the meeting.", NULL, CONVENE_OPERATION_STATE_DONE, "There is no link",
      "Zoom refused the meeting. The invitation was sent without a link. Hal Manager was asked by letter for another link.", TRUE },
    { CONVENE_MEETING_STATE_FAILED, CONVENE_OPERATION_STATE_FAILED, "Zoom refused the meeting.", NULL, CONVENE_OPERATION_STATE_WAITING, "There is no link",
      "Zoom refused the meeting. The invitation was sent without a link. A letter that asks for another link is on its way.", TRUE },
    { CONVENE_MEETING_STATE_FAILED, CONVENE_OPERATION_STATE_FAILED, "Zoom refused the meeting.", NULL, CONVENE_OPERATION_STATE_FAILED, "There is no link",
      "Zoom refused the meeting. The invitation was sent without a link. The letter that asks for another link could not be sent.", TRUE },
    { CONVENE_MEETING_STATE_DELETED, CONVENE_OPERATION_STATE_DONE, NULL, NULL, CONVENE_OPERATION_STATE_DROPPED, "The meeting was deleted", "", FALSE },
    { CONVENE_MEETING_STATE_MISSING, CONVENE_OPERATION_STATE_DONE, NULL, NULL, CONVENE_OPERATION_STATE_DROPPED, "The meeting no longer exists",
      "Somebody deleted it outside of Convene, so that its link leads nowhere.", FALSE },
    { CONVENE_MEETING_STATE_UNMANAGED, CONVENE_OPERATION_STATE_DONE, NULL, NULL, CONVENE_OPERATION_STATE_DROPPED, "Nobody looks after this meeting",
      "Its account was disconnected. The link still works, but Convene can no longer change or delete the meeting.", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);
      g_autofree char *trouble = NULL;
      g_autofree char *advice = NULL;

      add_meeting (interview, cases[i].meeting);
      add_operation (interview, CONVENE_OPERATION_KIND_MEETING_CREATE, cases[i].create, cases[i].message, cases[i].event);
      add_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_DONE, NULL, NULL);
      add_operation (interview, CONVENE_OPERATION_KIND_MAIL_URGENT, cases[i].urgent, NULL, NULL);
      trouble = convene_details_get_trouble (interview);
      advice = convene_details_get_advice (interview, UI_FIXTURE_NOW);
      g_assert_cmpstr (trouble, ==, cases[i].trouble);
      g_assert_cmpstr (advice, ==, cases[i].advice);
      g_assert_cmpint (convene_details_can_retry (interview), ==, cases[i].can_retry);
    }
}

/* The link of a meeting that nobody looks after goes on working; that of one that is gone does not. */
static void
test_link (void)
{
  static const ConveneMeetingState with[] = { CONVENE_MEETING_STATE_LIVE, CONVENE_MEETING_STATE_UNMANAGED };
  static const ConveneMeetingState without[] = { CONVENE_MEETING_STATE_PENDING, CONVENE_MEETING_STATE_FAILED, CONVENE_MEETING_STATE_DELETED, CONVENE_MEETING_STATE_MISSING };

  for (guint i = 0; i < G_N_ELEMENTS (with); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);

      add_meeting (interview, with[i]);
      g_assert_cmpstr (convene_details_get_link (interview), ==, "https://zoom.example.com/j/81234567890?pwd=tokentoken");
    }
  for (guint i = 0; i < G_N_ELEMENTS (without); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);

      add_meeting (interview, without[i]);
      g_assert_null (convene_details_get_link (interview));
    }
}

static void
test_redact (void)
{
  static const struct
  {
    const char *text;
    const char *redacted;
  } cases[] = {
    { "Zoom refused the meeting.", "Zoom refused the meeting." },
    { "Go to https://zoom.example.com/j/81234567890?pwd=tokentoken#x now", "Go to https://zoom.example.com/j/81234567890 now" },
    { "https://meet.example.com/secret-room/abc?key=1", "https://meet.example.com" },
    { "See <HTTPS://user.example.com?token=abc>.", "See <HTTPS://user.example.com>." },
    { "ada.example@example.com was refused", "[candidate] was refused" },
    { "Letter to Ada Example, Hal Manager <hal.manager@example.com>", "Letter to [candidate], [hiring-manager] <[hiring-manager]>" },
    { "550 someone.else+x@example.org: no such user", "550 [mailbox]: no such user" },
    { "The password k7Q2secret is too short", "The password [password] is too short" },
    { NULL, "" },
  };
  g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);

  add_meeting (interview, CONVENE_MEETING_STATE_LIVE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *redacted = convene_diagnostics_redact (cases[i].text, interview);

      g_assert_cmpstr (redacted, ==, cases[i].redacted);
    }
}

static ConveneInterview *
make_secretive (void)
{
  ConveneInterview *interview = make_interview (CONVENE_PLATFORM_ZOOM);

  add_meeting (interview, CONVENE_MEETING_STATE_LIVE);
  g_object_set (interview, "agenda", "secret agenda", "details", "secret message", "notes", "secret notes", "password", "other_pass", NULL);
  add_operation (interview, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_FAILED, "Zoom says no to ada.example@example.com at https://a.example.com/x?t=1", NULL);
  return interview;
}

/* SH-39: what helps is in it, and nothing that is anybody's business. */
static void
test_diagnostics (void)
{
  static const char *const absent[] = { "tokentoken", "k7Q2secret", "other_pass", "secret", "Ada", "Hal", "ada.example", "hal.manager", "@", "t=1", "Staff Engineer" };
  static const char *const present[] = { "meeting-create failed", "refused: Zoom says no to [candidate] at https://a.example.com", "Meeting m1: live", "number 81234567890",
                                         "2026-12-01T16:00:00Z", "scheduled, zoom", "attempts 2", "2026-12-01T08:20:00Z [candidate] got the link" };
  g_autoptr(ConveneInterview) interview = make_secretive ();
  g_autoptr(GListStore) history = g_list_store_new (CONVENE_TYPE_ACTIVITY);
  g_autoptr(ConveneActivity) activity = convene_activity_new (UI_FIXTURE_NOW - HOUR, "Ada Example got the link");
  g_autofree char *text = NULL;

  g_list_store_append (history, activity);
  text = convene_diagnostics_format (interview, G_LIST_MODEL (history), UI_FIXTURE_NOW);
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, convene_interview_get_uid (interview)));
  for (guint i = 0; i < G_N_ELEMENTS (present); i++)
    g_assert_nonnull (strstr (text, present[i]));
  for (guint i = 0; i < G_N_ELEMENTS (absent); i++)
    g_assert_null (strstr (text, absent[i]));
}

/* What somebody changed at Zoom → what is said of it (O-13) */
static void
test_drift (void)
{
  static const struct
  {
    const char *property;
    const char *seen;
    const char *trouble;
    const char *advice;
  } cases[] = {
    { "seen-join-url", "https://zoom.example.com/j/81234567890?pwd=other", "Zoom has another link", "The link that people were sent may lead nowhere." },
    { "seen-password", "another", "Zoom has another password", "The password that people were sent no longer fits." },
    { "seen-start", NULL, "Zoom has another time", "There the meeting is on Tuesday 1 December, 17:00 – 17:45." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);
      gint64           start = convene_moment_get_instant (convene_interview_get_start (interview));
      g_autofree char *before = NULL;
      g_autofree char *trouble = NULL;
      g_autofree char *advice = NULL;
      ConveneMeeting  *meeting;

      add_meeting (interview, CONVENE_MEETING_STATE_LIVE);
      meeting = convene_interview_get_meeting (interview);
      g_object_set (meeting, "start", start, "duration", 45, "seen-start", start, "seen-duration", 45, "seen-join-url", convene_meeting_get_join_url (meeting), "seen-password",
                    convene_meeting_get_password (meeting), "seen-timezone", convene_meeting_get_timezone (meeting), NULL);
      before = convene_details_get_trouble (interview);
      g_assert_cmpstr (before, ==, "");
      g_assert_false (convene_details_can_fix (interview, UI_FIXTURE_NOW));

      g_object_set (meeting, "seen-at", UI_FIXTURE_NOW, NULL);
      if (cases[i].seen != NULL)
        g_object_set (meeting, cases[i].property, cases[i].seen, NULL);
      else
        g_object_set (meeting, cases[i].property, start + HOUR, NULL);
      trouble = convene_details_get_trouble (interview);
      advice = convene_details_get_advice (interview, UI_FIXTURE_NOW);
      g_assert_cmpstr (trouble, ==, cases[i].trouble);
      g_assert_nonnull (strstr (advice, cases[i].advice));
      g_assert_nonnull (strstr (advice, "take over what Zoom has, or restore what was sent"));
      g_assert_true (convene_details_can_fix (interview, UI_FIXTURE_NOW));
    }
}

/* SH-31: the platform, and the link that was pasted → how it is held, and by whose means. */
static void
test_source (void)
{
  static const struct
  {
    ConvenePlatform platform;
    const char     *link;
    const char     *source;
  } cases[] = {
    { CONVENE_PLATFORM_ZOOM, NULL, "Video, through Zoom" },
    { CONVENE_PLATFORM_GOOGLE_MEET, NULL, "Video, through Google Meet" },
    { CONVENE_PLATFORM_TEAMS, NULL, "Video, through Microsoft Teams" },
    { CONVENE_PLATFORM_LINK, "https://meet.example.com/room?x=1", "Video, by a link at meet.example.com" },
    { CONVENE_PLATFORM_LINK, NULL, "Video, by another link" },
    { CONVENE_PLATFORM_PHONE, NULL, "Phone" },
    { CONVENE_PLATFORM_IN_PERSON, NULL, "In person" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (cases[i].platform);
      g_autofree char *source = NULL;

      convene_interview_set_link (interview, cases[i].link);
      source = convene_details_format_source (interview);
      g_assert_cmpstr (source, ==, cases[i].source);
    }
}

/* What became of the last change or deletion of a meeting → what is said, and whether trying again, and a fix, are offered */
static void
test_stuck (void)
{
  static const struct
  {
    ConveneOperationKind  kind;
    ConveneOperationState state;
    ConveneMeetingState   meeting;
    ConveneStatus         status;
    const char           *trouble;
    gboolean              retries;
    gboolean              fixes;
  } cases[] = {
    { CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_DONE, CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, "", FALSE, FALSE },
    { CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_FAILED, CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, "The change did not reach Zoom", TRUE, TRUE },
    { CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_WAITING, CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, "The change has not reached Zoom yet", TRUE, TRUE },
    { CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_FAILED, CONVENE_MEETING_STATE_UNMANAGED, CONVENE_STATUS_SCHEDULED, "Nobody looks after this meeting", TRUE, TRUE },
    { CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_FAILED, CONVENE_MEETING_STATE_MISSING, CONVENE_STATUS_SCHEDULED, "The meeting no longer exists", TRUE, TRUE },
    { CONVENE_OPERATION_KIND_MEETING_DELETE, CONVENE_OPERATION_STATE_DONE, CONVENE_MEETING_STATE_DELETED, CONVENE_STATUS_CANCELLED, "The interview was cancelled", FALSE, FALSE },
    { CONVENE_OPERATION_KIND_MEETING_DELETE, CONVENE_OPERATION_STATE_FAILED, CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_CANCELLED, "The meeting is still at Zoom", TRUE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_ZOOM);
      gboolean         failed = cases[i].state != CONVENE_OPERATION_STATE_DONE;
      g_autofree char *trouble = NULL;
      g_autofree char *advice = NULL;

      g_test_message ("%u", i);
      convene_interview_set_status (interview, cases[i].status);
      add_meeting (interview, cases[i].meeting);
      add_operation (interview, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, NULL, NULL);
      add_operation (interview, cases[i].kind, cases[i].state, failed ? "Only hal@example.com can change it" : NULL, NULL);
      trouble = convene_details_get_trouble (interview);
      advice = convene_details_get_advice (interview, UI_FIXTURE_NOW);
      g_assert_cmpstr (trouble, ==, cases[i].trouble);
      g_assert_cmpint (convene_details_can_retry (interview), ==, cases[i].retries);
      g_assert_cmpint (convene_details_can_fix (interview, UI_FIXTURE_NOW), ==, cases[i].fixes);
      if (cases[i].meeting == CONVENE_MEETING_STATE_UNMANAGED)
        g_assert_nonnull (strstr (advice, "Only hal@example.com can change it."));
    }
}

static void
test_can_change (void)
{
  g_autoptr(ConveneInterview) interview = make_interview (CONVENE_PLATFORM_PHONE);
  gint64 end = convene_interview_get_end (interview);

  g_assert_true (convene_details_can_change (interview, UI_FIXTURE_NOW));
  g_assert_true (convene_details_can_change (interview, end - 1));
  g_assert_false (convene_details_can_change (interview, end));
  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  g_assert_false (convene_details_can_change (interview, UI_FIXTURE_NOW));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/interview/SH-30/headings", test_headings);
  g_test_add_func ("/ui/interview/SH-30/number", test_number);
  g_test_add_func ("/ui/interview/SH-30/invitation", test_invitation);
  g_test_add_func ("/ui/interview/SH-30/invitation-phone", test_invitation_phone);
  g_test_add_func ("/ui/interview/SH-36/trouble", test_trouble);
  g_test_add_func ("/ui/interview/O-13/drift", test_drift);
  g_test_add_func ("/ui/interview/TA-27/stuck", test_stuck);
  g_test_add_func ("/ui/interview/SH-45/can-change", test_can_change);
  g_test_add_func ("/ui/interview/SH-30/link", test_link);
  g_test_add_func ("/ui/interview/SH-39/redact", test_redact);
  g_test_add_func ("/ui/interview/SH-39/diagnostics", test_diagnostics);
  g_test_add_func ("/ui/interview/details/SH-31/source", test_source);

  return g_test_run ();
}
