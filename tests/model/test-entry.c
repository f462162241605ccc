/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-activity.h"
#include "convene-clash.h"
#include "convene-copy.h"

/* Every value of an entry, so that each can be another one in turn. */
typedef struct
{
  const char     *uid;
  gint64          start;
  gint64          end;
  const char     *candidate;
  const char     *timezone;
  const char     *job;
  ConvenePlatform platform;
  ConveneStatus   status;
  ConveneResponse response;
  gboolean        has_link;
  const char     *host;
  const char     *manager;
  gboolean        attention;
} Values;

#define BASE "uid", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE

static const Values base = { BASE };

static const Values others[] = {
  { "uid-2", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 11, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 10, 21, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 10, 20, NULL, "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 10, 20, "Ada", NULL, "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 10, 20, "Ada", "Europe/Berlin", "job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_CANCELLED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_DECLINED, TRUE, "host@example.com", "Max", TRUE },
  { "uid", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, FALSE, "host@example.com", "Max", TRUE },
  { "uid", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, NULL, "Max", TRUE },
  { "uid", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Grace", TRUE },
  { "uid", 10, 20, "Ada", "Europe/Berlin", "Job", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, TRUE, "host@example.com", "Max", FALSE },
};

static ConveneCalendarEntry *
entry_new (const Values *values)
{
  return convene_calendar_entry_new (values->uid, values->start, values->end, values->candidate, values->timezone, values->job, values->platform,
                                     values->status, values->response, values->has_link, values->host, values->manager, values->attention);
}

static void
test_equal (void)
{
  g_autoptr(ConveneCalendarEntry) entry = entry_new (&base);
  g_autoptr(ConveneCalendarEntry) same = entry_new (&base);

  g_assert_true (convene_calendar_entry_equal (entry, entry));
  g_assert_true (convene_calendar_entry_equal (entry, same));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr(ConveneCalendarEntry) other = entry_new (&others[i]);

      g_test_message ("%u", i);
      g_assert_false (convene_calendar_entry_equal (entry, other));
      g_assert_false (convene_calendar_entry_equal (other, entry));
    }
}

/* What bindings read is what the getters say. */
/* What many have is kept once, for as long as one of them has it. */
static void
test_share (void)
{
  Values other = base;
  g_autoptr(GHashTable) texts = convene_calendar_entry_create_texts ();
  g_autoptr(ConveneCalendarEntry) first = entry_new (&base);
  g_autoptr(ConveneCalendarEntry) second = NULL;
  g_autoptr(ConveneCalendarEntry) same = entry_new (&base);

  other.uid = "uid-2";
  other.timezone = NULL;
  other.manager = "Grace";
  second = entry_new (&other);
  g_assert_true (convene_calendar_entry_get_job (first) != convene_calendar_entry_get_job (second));
  convene_calendar_entry_share (first, texts);
  convene_calendar_entry_share (second, texts);
  g_assert_true (convene_calendar_entry_get_job (first) == convene_calendar_entry_get_job (second));
  g_assert_true (convene_calendar_entry_get_host (first) == convene_calendar_entry_get_host (second));
  g_assert_true (convene_calendar_entry_equal (first, same));

  g_clear_pointer (&texts, g_hash_table_unref);
  g_clear_object (&first);
  g_assert_cmpstr (convene_calendar_entry_get_job (second), ==, "Job");
  g_assert_cmpstr (convene_calendar_entry_get_host (second), ==, "host@example.com");
  g_assert_cmpstr (convene_calendar_entry_get_manager (second), ==, "Grace");
  g_assert_null (convene_calendar_entry_get_candidate_timezone (second));
}

static void
test_properties (void)
{
  ConveneCalendarEntry *entry = entry_new (&base);
  g_autofree char      *uid = NULL;
  g_autofree char      *candidate = NULL;
  g_autofree char      *timezone = NULL;
  g_autofree char      *job = NULL;
  g_autofree char      *host = NULL;
  g_autofree char      *manager = NULL;
  gint64                start, end;
  ConvenePlatform       platform;
  ConveneStatus         status;
  ConveneResponse       response;
  gboolean              has_link, attention;

  g_object_get (entry, "uid", &uid, "start", &start, "end", &end, "candidate", &candidate, "candidate-timezone", &timezone, "job", &job, "platform", &platform,
                "status", &status, "response", &response, "has-link", &has_link, "host", &host, "manager", &manager, "attention", &attention, NULL);
  g_assert_cmpstr (uid, ==, convene_calendar_entry_get_uid (entry));
  g_assert_cmpint (start, ==, convene_calendar_entry_get_start (entry));
  g_assert_cmpint (end, ==, convene_calendar_entry_get_end (entry));
  g_assert_cmpstr (candidate, ==, convene_calendar_entry_get_candidate (entry));
  g_assert_cmpstr (timezone, ==, convene_calendar_entry_get_candidate_timezone (entry));
  g_assert_cmpstr (job, ==, convene_calendar_entry_get_job (entry));
  g_assert_cmpint (platform, ==, convene_calendar_entry_get_platform (entry));
  g_assert_cmpint (status, ==, convene_calendar_entry_get_status (entry));
  g_assert_cmpint (response, ==, convene_calendar_entry_get_response (entry));
  g_assert_cmpint (has_link, ==, convene_calendar_entry_get_has_link (entry));
  g_assert_cmpstr (host, ==, convene_calendar_entry_get_host (entry));
  g_assert_cmpstr (manager, ==, convene_calendar_entry_get_manager (entry));
  g_assert_cmpint (attention, ==, convene_calendar_entry_get_attention (entry));
  g_assert_cmpint (platform, ==, CONVENE_PLATFORM_PHONE);
  g_assert_finalize_object (entry);
}

static void
test_activity (void)
{
  ConveneActivity *activity = convene_activity_new (5, "It was sent");
  g_autofree char *text = NULL;
  gint64           at;

  g_object_get (activity, "at", &at, "text", &text, NULL);
  g_assert_cmpint (at, ==, 5);
  g_assert_cmpint (convene_activity_get_at (activity), ==, 5);
  g_assert_cmpstr (text, ==, "It was sent");
  g_assert_cmpstr (convene_activity_get_text (activity), ==, "It was sent");
  g_assert_finalize_object (activity);
}

static void
test_clash (void)
{
  ConveneCalendarEntry *entry = entry_new (&base);
  ConveneClash         *clash = convene_clash_new ("ada@example.com", entry);

  g_assert_true (clash->entry == entry);
  g_assert_cmpstr (clash->address, ==, "ada@example.com");
  convene_clash_free (clash);
  g_assert_finalize_object (entry);
}

/* The copy has people of its own, and nothing that the other will get. */
static void
test_copy (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();
  g_autoptr(ConveneOperation) operation = convene_operation_new ();
  g_autoptr(ConveneParticipant) candidate = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_CANDIDATE, "name", "Ada", "address", "ada@example.com", NULL);
  g_autoptr(ConveneInterview) copy = NULL;

  convene_interview_set_uid (interview, "uid");
  convene_interview_set_notes (interview, "notes");
  convene_interview_set_meeting (interview, meeting);
  convene_interview_add_participant (interview, candidate);
  convene_interview_add_operation (interview, operation);
  copy = convene_copy_interview (interview);
  convene_participant_set_name (candidate, "Bo");

  g_assert_cmpstr (convene_interview_get_uid (copy), ==, "uid");
  g_assert_cmpstr (convene_interview_get_notes (copy), ==, "notes");
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (copy)), ==, "Ada");
  g_assert_null (convene_interview_get_meeting (copy));
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_operations (copy)), ==, 0);
}

/* One to be changed: people of its own, the meeting and operations that it has. */
static void
test_copy_to_change (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();
  g_autoptr(ConveneOperation) operation = convene_operation_new ();
  g_autoptr(ConveneParticipant) candidate = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_CANDIDATE, "name", "Ada", "address", "ada@example.com", NULL);
  g_autoptr(ConveneInterview) copy = NULL;
  g_autoptr(ConveneOperation) shared = NULL;

  convene_interview_set_revision (interview, 3);
  convene_interview_set_link_policy (interview, CONVENE_LINK_POLICY_SHARE);
  convene_interview_set_told (interview, "{}");
  convene_interview_set_told_sequence (interview, 2);
  convene_interview_set_meeting (interview, meeting);
  convene_interview_add_participant (interview, candidate);
  convene_interview_add_operation (interview, operation);
  copy = convene_interview_copy (interview);
  convene_participant_set_name (convene_interview_get_candidate (copy), "Bo");

  g_assert_cmpint (convene_interview_get_revision (copy), ==, 3);
  g_assert_cmpint (convene_interview_get_link_policy (copy), ==, CONVENE_LINK_POLICY_SHARE);
  g_assert_cmpstr (convene_interview_get_told (copy), ==, "{}");
  g_assert_cmpint (convene_interview_get_told_sequence (copy), ==, 2);
  g_assert_cmpstr (convene_participant_get_name (candidate), ==, "Ada");
  g_assert_true (convene_interview_get_meeting (copy) == meeting);
  shared = g_list_model_get_item (convene_interview_get_operations (copy), 0);
  g_assert_true (shared == operation);
}

static void
test_remove_participant (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autoptr(ConveneParticipant) candidate = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_CANDIDATE, "address", "ada@example.com", NULL);
  g_autoptr(ConveneParticipant) nobody = convene_participant_new ();
  g_autoptr(ConveneParticipant) alike = g_object_new (CONVENE_TYPE_PARTICIPANT, "address", "ADA@example.com", NULL);

  convene_interview_add_participant (interview, candidate);
  convene_interview_add_participant (interview, nobody);
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_participants (interview)), ==, 2);
  g_assert_true (convene_interview_remove_participant (interview, alike));
  g_assert_false (convene_interview_remove_participant (interview, alike));
  g_assert_true (convene_interview_remove_participant (interview, nobody));
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_participants (interview)), ==, 0);
}

typedef struct
{
  ConveneMeetingState state;
  ConvenePlatform     platform;
  const char         *link;
  const char         *password;
} JoinRow;

/* The account may be gone, the meeting is not. */
static void
test_join (void)
{
  const JoinRow rows[] = {
    { CONVENE_MEETING_STATE_PENDING, CONVENE_PLATFORM_ZOOM, NULL, NULL },
    { CONVENE_MEETING_STATE_LIVE, CONVENE_PLATFORM_ZOOM, "https://zoom.example.com/j/1", "made" },
    { CONVENE_MEETING_STATE_UNMANAGED, CONVENE_PLATFORM_ZOOM, "https://zoom.example.com/j/1", "made" },
    { CONVENE_MEETING_STATE_MISSING, CONVENE_PLATFORM_ZOOM, NULL, NULL },
    { CONVENE_MEETING_STATE_DELETED, CONVENE_PLATFORM_ZOOM, NULL, NULL },
    { CONVENE_MEETING_STATE_LIVE, CONVENE_PLATFORM_LINK, "https://meet.example.com/x", "asked" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneInterview) interview = convene_interview_new ();
      g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "state", rows[i].state, "join-url", "https://zoom.example.com/j/1", "password", "made", NULL);

      convene_interview_set_platform (interview, rows[i].platform);
      convene_interview_set_link (interview, "https://meet.example.com/x");
      convene_interview_set_password (interview, "asked");
      convene_interview_set_meeting (interview, meeting);
      g_assert_cmpstr (convene_interview_get_join_link (interview), ==, rows[i].link);
      g_assert_cmpstr (convene_interview_get_join_password (interview), ==, rows[i].password);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/SH-26/entry/equal", test_equal);
  g_test_add_func ("/model/SH-26/entry/properties", test_properties);
  g_test_add_func ("/model/SH-26/entry/share", test_share);
  g_test_add_func ("/model/SH-39/activity", test_activity);
  g_test_add_func ("/model/clash", test_clash);
  g_test_add_func ("/model/copy", test_copy);
  g_test_add_func ("/model/SH-45/copy", test_copy_to_change);
  g_test_add_func ("/model/SH-45/remove-participant", test_remove_participant);
  g_test_add_func ("/model/TA-27/join", test_join);
  return g_test_run ();
}
