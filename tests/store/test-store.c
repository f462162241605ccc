/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#define UID "3f2c9a10-5f7e-4b7a-9d7a-6f0f6f1c2b3d"
#define DAY G_GINT64_CONSTANT (86400000000)

/* Everything that an interview can have, with all that hangs on it. */
static ConveneInterview *
make_full_interview (void)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(ConveneMoment) start = convene_moment_restore ("2026-11-01T01:30", "America/New_York", G_GINT64_CONSTANT (1793514600000000), "2026b");

  fill_object (interview, 10);
  convene_interview_set_uid (interview, UID);
  convene_interview_set_start (interview, start);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(ConveneParticipant) participant = convene_participant_new ();

      fill_object (participant, 100 * i);
      convene_participant_set_role (participant, MIN (i, CONVENE_ROLE_OPTIONAL));
      convene_interview_add_participant (interview, participant);
    }

  return interview;
}

static ConveneMeeting *
make_full_meeting (const char *id)
{
  ConveneMeeting *meeting = convene_meeting_new ();

  fill_object (meeting, 30);
  convene_meeting_set_id (meeting, id);
  return meeting;
}

static void
assert_lists_equal (GListModel *a,
                    GListModel *b)
{
  g_assert_cmpuint (g_list_model_get_n_items (a), ==, g_list_model_get_n_items (b));
  for (guint i = 0; i < g_list_model_get_n_items (a); i++)
    {
      g_autoptr(GObject) item_a = g_list_model_get_item (a, i);
      g_autoptr(GObject) item_b = g_list_model_get_item (b, i);

      assert_objects_equal (item_a, item_b);
    }
}

static void
test_interview (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_full_interview ();
  g_autoptr(ConveneMeeting) meeting = make_full_meeting ("m");
  g_autoptr(ConveneOperation) first = convene_operation_new ();
  g_autoptr(ConveneOperation) second = convene_operation_new ();
  g_autoptr(ConveneInterview) found = NULL;

  fill_object (first, 40);
  convene_operation_set_interview_uid (first, UID);
  convene_operation_set_meeting_id (first, "m");
  fill_object (second, 70);
  convene_operation_set_interview_uid (second, UID);
  convene_operation_set_meeting_id (second, NULL);

  /* in an order in which nothing is there yet that is referred to */
  convene_change_add_operation (change, first);
  convene_change_add_interview (change, interview);
  convene_change_add_operation (change, second);
  convene_change_attach_meeting (change, UID, "m");
  convene_change_put_meeting (change, meeting);
  commit_ok (fixture->store, change);

  convene_interview_set_meeting (interview, meeting);
  convene_interview_add_operation (interview, first);
  convene_interview_add_operation (interview, second);

  store_fixture_reopen (fixture);
  found = store_find (fixture->store, UID, &error);
  g_assert_no_error (error);
  assert_objects_equal (found, interview);
  assert_lists_equal (convene_interview_get_participants (found), convene_interview_get_participants (interview));
  assert_lists_equal (convene_interview_get_operations (found), convene_interview_get_operations (interview));
}

/* What is not there comes back as not there. */
static void
test_bare_interview (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autoptr(ConveneInterview) found = NULL;
  const char *none[] = { NULL };

  convene_interview_set_uid (interview, UID);
  convene_interview_set_agenda (interview, "");
  convene_interview_set_alternative_hosts (interview, none);
  convene_change_add_interview (change, interview);
  commit_ok (fixture->store, change);

  found = store_find (fixture->store, UID, &error);
  g_assert_no_error (error);
  assert_objects_equal (found, interview);
}

static void
test_update_interview (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) update = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_full_interview ();
  g_autoptr(ConveneInterview) changed = make_interview (UID, 5000, 30);
  g_autoptr(ConveneMeeting) meeting = make_full_meeting ("m");
  g_autoptr(ConveneInterview) found = NULL;

  convene_change_add_interview (change, interview);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, UID, "m");
  commit_ok (fixture->store, change);

  add_person (changed, "Ana", "ana@example.com", CONVENE_ROLE_CANDIDATE);
  convene_interview_set_sequence (changed, 77);
  convene_interview_set_revision (changed, convene_interview_get_revision (interview));
  convene_change_update_interview (update, changed);
  commit_ok (fixture->store, update);

  /* the meeting stays: it is attached and detached by itself */
  convene_interview_set_meeting (changed, meeting);
  convene_interview_set_revision (changed, convene_interview_get_revision (changed) + 1);
  found = store_find (fixture->store, UID, &error);
  g_assert_no_error (error);
  assert_objects_equal (found, changed);
  assert_lists_equal (convene_interview_get_participants (found), convene_interview_get_participants (changed));
}

static void
test_detach_meeting (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) detach = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (UID, 1000, 60);
  g_autoptr(ConveneMeeting) meeting = make_full_meeting ("m");
  g_autoptr(ConveneInterview) found = NULL;

  convene_change_add_interview (change, interview);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, UID, "m");
  convene_change_put_meeting (change, meeting);
  commit_ok (fixture->store, change);
  convene_change_attach_meeting (detach, UID, NULL);
  commit_ok (fixture->store, detach);

  found = store_find (fixture->store, UID, &error);
  g_assert_no_error (error);
  g_assert_null (convene_interview_get_meeting (found));
}

static void
test_letter (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (UID, 1000, 60);
  g_autoptr(ConveneOperation) operation = make_operation ("o", UID, CONVENE_OPERATION_STATE_WAITING);
  g_autoptr(ConveneOperation) bare_operation = make_operation ("p", UID, CONVENE_OPERATION_STATE_WAITING);
  g_autoptr(ConveneLetter) letter = convene_letter_new ();
  g_autoptr(ConveneLetter) bare = convene_letter_new ();
  g_autoptr(ConveneLetter) found = NULL;
  g_autoptr(ConveneLetter) found_bare = NULL;
  g_autoptr(GBytes) empty = g_bytes_new (NULL, 0);

  fill_object (letter, 3);
  convene_letter_set_operation_id (letter, "o");
  convene_letter_set_interview_uid (letter, UID);
  convene_letter_set_operation_id (bare, "p");
  convene_letter_set_bytes (bare, empty);

  convene_change_add_interview (change, interview);
  convene_change_add_operation (change, operation);
  convene_change_add_operation (change, bare_operation);
  convene_change_put_letter (change, bare);
  convene_change_put_letter (change, bare);
  convene_change_put_letter (change, letter);
  commit_ok (fixture->store, change);

  store_fixture_reopen (fixture);
  found = store_get_letter (fixture->store, "o", &error);
  g_assert_no_error (error);
  assert_objects_equal (found, letter);
  found_bare = store_get_letter (fixture->store, "p", &error);
  g_assert_no_error (error);
  assert_objects_equal (found_bare, bare);
  g_assert_null (store_get_letter (fixture->store, "q", &error));
  g_assert_no_error (error);
}

typedef struct
{
  const char           *id;
  ConveneOperationState state;
  gint64                made_at;
  gboolean              has_calendar;
} CalendarRow;

static void
test_last_calendar (StoreFixture *fixture,
                    gconstpointer data)
{
  const CalendarRow rows[] = {
    { "old", CONVENE_OPERATION_STATE_DONE, 10, TRUE },
    { "given", CONVENE_OPERATION_STATE_HANDED_OVER, 30, TRUE },
    { "done", CONVENE_OPERATION_STATE_DONE, 20, TRUE },
    { "plain", CONVENE_OPERATION_STATE_DONE, 40, FALSE },
    { "failed", CONVENE_OPERATION_STATE_FAILED, 50, TRUE },
    { "waiting", CONVENE_OPERATION_STATE_WAITING, 60, TRUE },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (UID, 1000, 60);
  g_autoptr(ConveneLetter) found = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new ("x", 1);

  convene_change_add_interview (change, interview);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneOperation) operation = make_operation (rows[i].id, UID, rows[i].state);
      g_autoptr(ConveneLetter) letter = convene_letter_new ();

      convene_letter_set_operation_id (letter, rows[i].id);
      convene_letter_set_interview_uid (letter, UID);
      convene_letter_set_made_at (letter, rows[i].made_at);
      convene_letter_set_calendar (letter, rows[i].has_calendar ? bytes : NULL);
      convene_change_add_operation (change, operation);
      convene_change_put_letter (change, letter);
    }
  commit_ok (fixture->store, change);

  found = store_get_last_calendar (fixture->store, UID, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_letter_get_operation_id (found), ==, "given");
  g_assert_null (store_get_last_calendar (fixture->store, "another", &error));
  g_assert_no_error (error);
}

typedef struct
{
  gint64   at;
  gboolean raise;
  int      number;
  int      expected; /* of that day, afterwards */
} QuotaRow;

static void
test_quota (StoreFixture *fixture,
            gconstpointer data)
{
  const QuotaRow rows[] = {
    { 0, FALSE, 2, 2 },
    { DAY - 1, FALSE, 3, 5 },
    { DAY, FALSE, 1, 1 },
    { 5, TRUE, 4, 5 },
    { 5, TRUE, 100, 100 },
    { DAY + 5, TRUE, 0, 1 },
    { 20000 * DAY, TRUE, 7, 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneChange) change = convene_change_new ();

      if (rows[i].raise)
        convene_change_raise_requests (change, "host@example.com", rows[i].at, rows[i].number);
      else
        convene_change_count_requests (change, "HOST@example.com", rows[i].at, rows[i].number);
      commit_ok (fixture->store, change);
      g_assert_cmpint (store_get_requests (fixture->store, "Host@Example.com", rows[i].at, &error), ==, rows[i].expected);
      g_assert_no_error (error);
      g_assert_cmpint (store_get_requests (fixture->store, "other@example.com", rows[i].at, &error), ==, 0);
    }
}

static void
test_preference (StoreFixture *fixture,
                 gconstpointer data)
{
  const char *const values[] = { "one", "two", "", NULL, "é日" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneChange) change = convene_change_new ();
      g_autofree char *value = NULL;

      convene_change_set_preference (change, "key", values[i]);
      commit_ok (fixture->store, change);
      value = store_get_preference (fixture->store, "key", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (value, ==, values[i]);
    }
}

static void
schedule_for_job (ConveneStore   *store,
                  const char     *uid,
                  ConvenePlatform platform,
                  const char     *manager,
                  const char     *location)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (uid, 1000, 60);

  convene_interview_set_platform (interview, platform);
  convene_interview_set_location (interview, location);
  add_person (interview, "Ana", "ana@example.com", CONVENE_ROLE_CANDIDATE);
  if (manager != NULL)
    add_person (interview, "Manager", manager, CONVENE_ROLE_HIRING_MANAGER);
  convene_change_add_interview (change, interview);
  commit_ok (store, change);
}

static void
test_job (StoreFixture *fixture,
          gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneJob) job = NULL;

  g_assert_null (store_get_job (fixture->store, "Staff Engineer", &error));
  g_assert_no_error (error);
  schedule_for_job (fixture->store, "uid-one", CONVENE_PLATFORM_IN_PERSON, "m@example.com", "Room 1");
  schedule_for_job (fixture->store, "uid-two", CONVENE_PLATFORM_ZOOM, NULL, NULL);

  job = store_get_job (fixture->store, "Staff Engineer", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_job_get_title (job), ==, "Staff Engineer");
  g_assert_cmpint (convene_job_get_platform (job), ==, CONVENE_PLATFORM_ZOOM);
  g_assert_cmpstr (convene_job_get_hiring_manager_name (job), ==, "Manager");
  g_assert_cmpstr (convene_job_get_hiring_manager_address (job), ==, "m@example.com");
  g_assert_cmpstr (convene_job_get_location (job), ==, "Room 1");
}

/* SH-39: what happened is kept with the interview. */
static void
test_activity (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (UID, 1000, 60);

  convene_change_add_interview (change, interview);
  convene_change_add_activity (change, UID, 5, "It's scheduled");
  commit_ok (fixture->store, change);

  store_fixture_execute (fixture, "CREATE TEMP TABLE t (n INTEGER CHECK (n = 1));"
                                  "INSERT INTO t SELECT count(*) FROM activity WHERE interview_uid = '" UID "' AND at = 5 AND text = 'It''s scheduled'");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, StoreFixture, NULL, store_fixture_set_up_open, func, store_fixture_tear_down)
  ADD ("/store/SH-26/interview", test_interview);
  ADD ("/store/interview/bare", test_bare_interview);
  ADD ("/store/interview/update", test_update_interview);
  ADD ("/store/interview/detach-meeting", test_detach_meeting);
  ADD ("/store/letter", test_letter);
  ADD ("/store/letter/last-calendar", test_last_calendar);
  ADD ("/store/TH-18/quota", test_quota);
  ADD ("/store/preference", test_preference);
  ADD ("/store/job", test_job);
  ADD ("/store/SH-39/activity", test_activity);
#undef ADD

  return g_test_run ();
}
