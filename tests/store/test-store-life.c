/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock.h"
#include "convene-error.h"
#include "directory-calls.h"
#include "life-calls.h"
#include "store-fixture.h"

#define HOST "host@example.com"

/* An interview at `hour` with a meeting of its own name, linked, live and made. */
static ConveneInterview *
make_met (const char *uid,
          int         hour,
          const char *meeting_id)
{
  ConveneInterview *interview = make_interview (uid, (gint64) hour * 3600, 60);
  g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "id", meeting_id, "number", G_GINT64_CONSTANT (11), "host", HOST,
                                                     "state", CONVENE_MEETING_STATE_LIVE, "start", hour * CONVENE_HOUR, "duration", 60,
                                                     "join-url", "https://zoom.example.com/j/11", NULL);

  add_person (interview, "Ada", "ada@example.com", CONVENE_ROLE_CANDIDATE);
  convene_interview_set_meeting (interview, meeting);
  return interview;
}

static void
put (StoreFixture     *fixture,
     ConveneInterview *interview)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  convene_change_add_interview (change, interview);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, convene_interview_get_uid (interview), convene_meeting_get_id (meeting));
  commit_ok (fixture->store, change);
}

static void
put_met (StoreFixture *fixture,
         const char   *uid,
         int           hour,
         const char   *meeting_id)
{
  g_autoptr(ConveneInterview) interview = make_met (uid, hour, meeting_id);

  put (fixture, interview);
}

static void
put_operation (StoreFixture         *fixture,
               const char           *id,
               ConveneOperationKind  kind,
               ConveneOperationState state,
               const char           *meeting_id)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneOperation) operation = make_operation (id, NULL, state);

  convene_operation_set_kind (operation, kind);
  convene_operation_set_meeting_id (operation, meeting_id);
  convene_change_add_operation (change, operation);
  commit_ok (fixture->store, change);
}

static void
assert_stale (StoreFixture  *fixture,
              ConveneChange *change)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (store_commit (fixture->store, change, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
}

static ConveneInterview *
find (StoreFixture *fixture,
      const char   *uid)
{
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview = store_find (fixture->store, uid, &error);

  g_assert_no_error (error);
  return interview;
}

/* "uid-two uid-one" */
static void
assert_uids (GPtrArray  *interviews,
             const char *expected)
{
  g_autoptr(GString) uids = g_string_new (NULL);

  g_assert_nonnull (interviews);
  for (guint i = 0; i < interviews->len; i++)
    g_string_append_printf (uids, "%s%s", i > 0 ? " " : "", convene_interview_get_uid (interviews->pdata[i]));
  g_assert_cmpstr (uids->str, ==, expected);
}

/* Every write counts, and what was read before it is not written over it. */
static void
test_revision (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr(ConveneChange) notes = convene_change_new ();
  g_autoptr(ConveneChange) late = convene_change_new ();
  g_autoptr(ConveneChange) edit = convene_change_new ();
  g_autoptr(ConveneInterview) first = NULL;
  g_autoptr(ConveneInterview) second = NULL;
  g_autoptr(ConveneInterview) third = NULL;

  put_met (fixture, "uid-one", 10, "m");
  first = find (fixture, "uid-one");
  g_assert_cmpint (convene_interview_get_revision (first), ==, 0);

  convene_change_set_notes (notes, "uid-one", "Notes");
  commit_ok (fixture->store, notes);
  convene_interview_set_agenda (first, "Written by somebody who had not seen the notes");
  convene_change_update_interview (late, first);
  assert_stale (fixture, late);

  second = find (fixture, "uid-one");
  g_assert_cmpint (convene_interview_get_revision (second), ==, 1);
  convene_interview_set_link_policy (second, CONVENE_LINK_POLICY_NEW);
  convene_interview_set_cancel_reason (second, "Ill");
  convene_change_update_interview (edit, second);
  commit_ok (fixture->store, edit);
  g_assert_cmpint (convene_interview_get_revision (second), ==, 1);

  third = find (fixture, "uid-one");
  g_assert_cmpint (convene_interview_get_revision (third), ==, 2);
  g_assert_cmpint (convene_interview_get_link_policy (third), ==, CONVENE_LINK_POLICY_NEW);
  g_assert_cmpstr (convene_interview_get_cancel_reason (third), ==, "Ill");
  g_assert_cmpstr (convene_interview_get_notes (third), ==, "Notes");
  g_assert_nonnull (convene_interview_get_meeting (third));
}

/* Who comes in by an edit is known from then on; who was there already is not the one used last because of it. */
static void
test_remember (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) other = convene_change_new ();
  g_autoptr(ConveneChange) edit = convene_change_new ();
  g_autoptr(ConveneChange) policy = convene_change_new ();
  g_autoptr(ConveneInterview) bo = make_interview ("uid-bo", 5000, 60);
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(ConveneJob) job = NULL;

  put_met (fixture, "uid-one", 10, "m");
  add_person (bo, "Bo", "bo@example.com", CONVENE_ROLE_CANDIDATE);
  convene_change_add_interview (other, bo);
  commit_ok (fixture->store, other);

  interview = find (fixture, "uid-one");
  add_person (interview, "Cleo", "cleo@example.com", CONVENE_ROLE_REQUIRED);
  convene_interview_set_job (interview, "Designer");
  convene_change_update_interview (edit, interview);
  convene_change_set_job_link_policy (policy, "Designer", CONVENE_LINK_POLICY_SHARE);
  commit_ok (fixture->store, edit);
  commit_ok (fixture->store, policy);

  people = store_list_people (fixture->store, "", 8, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 3);
  g_assert_cmpstr (convene_participant_get_address (people->pdata[0]), ==, "cleo@example.com");
  g_assert_cmpstr (convene_participant_get_address (people->pdata[1]), ==, "bo@example.com");
  job = store_get_job (fixture->store, "Designer", &error);
  g_assert_no_error (error);
  g_assert_cmpint (convene_job_get_link_policy (job), ==, CONVENE_LINK_POLICY_SHARE);
}

static void
test_expect_meeting (StoreFixture *fixture,
                     gconstpointer data)
{
  const struct
  {
    ConveneMeetingState   state;
    ConveneOperationState deleting; /* a settled one is none */
    gboolean              expected;
  } rows[] = {
    { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DROPPED, TRUE },
    { CONVENE_MEETING_STATE_PENDING, CONVENE_OPERATION_STATE_FAILED, TRUE },
    { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_WAITING, FALSE },
    { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DOUBT, FALSE },
    { CONVENE_MEETING_STATE_FAILED, CONVENE_OPERATION_STATE_DROPPED, FALSE },
    { CONVENE_MEETING_STATE_DELETED, CONVENE_OPERATION_STATE_DONE, FALSE },
    { CONVENE_MEETING_STATE_MISSING, CONVENE_OPERATION_STATE_DROPPED, FALSE },
    { CONVENE_MEETING_STATE_UNMANAGED, CONVENE_OPERATION_STATE_DROPPED, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneChange) change = convene_change_new ();
      g_autoptr(ConveneChange) guard = convene_change_new ();
      g_autofree char *id = g_strdup_printf ("m-%u", i);
      g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "id", id, "state", rows[i].state, NULL);

      convene_change_put_meeting (change, meeting);
      commit_ok (fixture->store, change);
      put_operation (fixture, id, CONVENE_OPERATION_KIND_MEETING_DELETE, rows[i].deleting, id);

      convene_change_expect_meeting (guard, id);
      if (rows[i].expected)
        commit_ok (fixture->store, guard);
      else
        assert_stale (fixture, guard);
    }
}

static void
guard_unused (StoreFixture *fixture,
              const char   *except,
              gboolean      expected)
{
  g_autoptr(ConveneChange) guard = convene_change_new ();

  convene_change_expect_unused (guard, "m", except);
  if (expected)
    commit_ok (fixture->store, guard);
  else
    assert_stale (fixture, guard);
}

static void
test_expect_unused (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) second = NULL;

  put_met (fixture, "uid-one", 10, "m");
  guard_unused (fixture, NULL, FALSE);
  guard_unused (fixture, "UID-ONE", TRUE);

  put_met (fixture, "uid-two", 10, "m");
  guard_unused (fixture, "uid-one", FALSE);
  second = find (fixture, "uid-two");
  convene_interview_set_status (second, CONVENE_STATUS_CANCELLED);
  convene_change_update_interview (change, second);
  commit_ok (fixture->store, change);
  guard_unused (fixture, "uid-one", TRUE);
}

static void
guard_operation (StoreFixture         *fixture,
                 ConveneOperationState state,
                 int                   attempts,
                 int                   posts,
                 gboolean              expected)
{
  g_autoptr(ConveneChange) guard = convene_change_new ();
  g_autoptr(ConveneOperation) operation = make_operation ("o", NULL, state);

  convene_operation_set_attempts (operation, attempts);
  convene_operation_set_posts (operation, posts);
  convene_change_expect_operation (guard, operation);
  if (expected)
    commit_ok (fixture->store, guard);
  else
    assert_stale (fixture, guard);
}

static void
test_expect_operation (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneOperation) operation = make_operation ("o", NULL, CONVENE_OPERATION_STATE_WAITING);

  guard_operation (fixture, CONVENE_OPERATION_STATE_WAITING, 0, 0, FALSE);
  convene_operation_set_attempts (operation, 2);
  convene_operation_set_posts (operation, 1);
  convene_change_add_operation (change, operation);
  commit_ok (fixture->store, change);

  guard_operation (fixture, CONVENE_OPERATION_STATE_WAITING, 2, 1, TRUE);
  guard_operation (fixture, CONVENE_OPERATION_STATE_RUNNING, 2, 1, FALSE);
  guard_operation (fixture, CONVENE_OPERATION_STATE_WAITING, 1, 1, FALSE);
  guard_operation (fixture, CONVENE_OPERATION_STATE_WAITING, 2, 0, FALSE);
}

/* It goes with its letter, or stays with it. */
static void
test_remove_operation (StoreFixture *fixture,
                       gconstpointer data)
{
  const char *const ids[] = { "o", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) stale = convene_change_new ();
  g_autoptr(ConveneChange) gone = convene_change_new ();
  g_autoptr(ConveneChange) again = convene_change_new ();
  g_autoptr(ConveneLetter) letter = g_object_new (CONVENE_TYPE_LETTER, "operation-id", "o", "told", "{}", NULL);
  g_autoptr(ConveneLetter) kept = NULL;
  g_autoptr(GPtrArray) left = NULL;

  put_operation (fixture, "o", CONVENE_OPERATION_KIND_MAIL_UPDATE, CONVENE_OPERATION_STATE_WAITING, NULL);
  convene_change_put_letter (change, letter);
  commit_ok (fixture->store, change);

  convene_change_remove_operation (stale, "o", CONVENE_OPERATION_STATE_RUNNING);
  assert_stale (fixture, stale);
  kept = store_get_letter (fixture->store, "o", &error);
  g_assert_cmpstr (convene_letter_get_told (kept), ==, "{}");

  convene_change_remove_operation (gone, "o", CONVENE_OPERATION_STATE_WAITING);
  commit_ok (fixture->store, gone);
  left = store_get_operations (fixture->store, ids, &error);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_null (store_get_letter (fixture->store, "o", &error));
  convene_change_remove_operation (again, "o", CONVENE_OPERATION_STATE_WAITING);
  assert_stale (fixture, again);
}

static void
test_hasten (StoreFixture *fixture,
             gconstpointer data)
{
  const struct
  {
    const char           *id;
    ConveneOperationState state;
    gboolean              held;
    gint64                due;
    gint64                expected;
  } rows[] = {
    { "held", CONVENE_OPERATION_STATE_WAITING, TRUE, 100, 50 },
    { "held-due", CONVENE_OPERATION_STATE_WAITING, TRUE, 40, 40 },
    { "later", CONVENE_OPERATION_STATE_WAITING, FALSE, 100, 100 },
    { "held-done", CONVENE_OPERATION_STATE_DONE, TRUE, 100, 100 },
  };
  const char *ids[G_N_ELEMENTS (rows) + 1] = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) hasten = convene_change_new ();
  g_autoptr(GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneOperation) operation = make_operation (rows[i].id, NULL, rows[i].state);

      ids[i] = rows[i].id;
      convene_operation_set_held (operation, rows[i].held);
      convene_operation_set_due (operation, rows[i].due);
      convene_change_add_operation (change, operation);
    }
  commit_ok (fixture->store, change);
  convene_change_hasten (hasten, 50);
  commit_ok (fixture->store, hasten);

  found = store_get_operations (fixture->store, ids, &error);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpint (convene_operation_get_due (found->pdata[i]), ==, rows[i].expected);
      g_assert_cmpint (convene_operation_get_held (found->pdata[i]), ==, g_str_equal (rows[i].id, "held-done"));
    }
}

static void
look (StoreFixture *fixture,
      gint64        number,
      const char   *join_url,
      gboolean      expected)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "id", "m", "number", number, "state", CONVENE_MEETING_STATE_LIVE, "topic", "Not written",
                                                     "start", 10 * CONVENE_HOUR, "duration", 60, "join-url", join_url, "checked-at", G_GINT64_CONSTANT (7),
                                                     "seen-at", G_GINT64_CONSTANT (8), "seen-start", G_GINT64_CONSTANT (9), "seen-duration", 10, "seen-timezone", "UTC",
                                                     "seen-join-url", "https://zoom.example.com/j/12", "seen-password", "q", "entry", CONVENE_ENTRY_SIGN_IN, NULL);

  convene_change_set_meeting_seen (change, meeting);
  if (expected)
    commit_ok (fixture->store, change);
  else
    assert_stale (fixture, change);
}

/* What a look showed is trouble, and is not written over what was learnt meanwhile. */
static void
test_seen (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMeeting) meeting = NULL;
  g_autoptr(ConveneChange) deleted = convene_change_new ();
  g_autoptr(ConveneNeeds) needs = NULL;

  put_met (fixture, "uid-one", 10, "m");
  look (fixture, 12, "https://zoom.example.com/j/11", FALSE);
  look (fixture, 11, "https://zoom.example.com/j/10", FALSE);
  look (fixture, 11, "https://zoom.example.com/j/11", TRUE);

  meeting = store_get_meeting (fixture->store, "m", &error);
  g_assert_no_error (error);
  g_assert_null (convene_meeting_get_topic (meeting));
  g_assert_cmpint (convene_meeting_get_checked_at (meeting), ==, 7);
  g_assert_cmpint (convene_meeting_get_seen_start (meeting), ==, 9);
  g_assert_cmpint (convene_meeting_get_seen_duration (meeting), ==, 10);
  g_assert_cmpstr (convene_meeting_get_seen_timezone (meeting), ==, "UTC");
  g_assert_cmpstr (convene_meeting_get_seen_join_url (meeting), ==, "https://zoom.example.com/j/12");
  g_assert_cmpstr (convene_meeting_get_seen_password (meeting), ==, "q");
  g_assert_cmpint (convene_meeting_get_entry (meeting), ==, CONVENE_ENTRY_SIGN_IN);
  g_assert_cmpuint (convene_meeting_get_drift (meeting), ==, CONVENE_MEETING_DRIFT_MOVED | CONVENE_MEETING_DRIFT_LINK);
  store_fixture_execute (fixture, "CREATE TEMP TABLE found (trouble INTEGER CHECK (trouble = 1)); INSERT INTO found SELECT trouble FROM entry");
  needs = store_get_needs (fixture->store, 0, &error);
  g_assert_cmpuint (needs->astray, ==, 1);

  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_DELETED);
  convene_change_put_meeting (deleted, meeting);
  commit_ok (fixture->store, deleted);
  look (fixture, 11, "https://zoom.example.com/j/11", FALSE);
  g_assert_null (store_get_meeting (fixture->store, "unknown", &error));
  g_assert_no_error (error);
}

/* What a person has to hear of meetings: of interviews to come alone, and of the first of them. */
static void
test_astray (StoreFixture *fixture,
             gconstpointer data)
{
  const struct
  {
    const char         *uid;
    int                 hour;
    ConveneStatus       status;
    ConveneMeetingState state;
    gint64              seen_at;
  } rows[] = {
    { "uid-over", 1, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_MISSING, 0 },
    { "uid-fine", 10, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, 0 },
    { "uid-unmanaged", 11, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_UNMANAGED, 0 },
    { "uid-cancelled", 12, CONVENE_STATUS_CANCELLED, CONVENE_MEETING_STATE_MISSING, 0 },
    { "uid-missing", 14, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_MISSING, 0 },
    { "uid-moved", 13, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, 5 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneNeeds) needs = NULL;
  g_autoptr(ConveneNeeds) later = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneInterview) interview = make_met (rows[i].uid, rows[i].hour, rows[i].uid);
      ConveneMeeting *meeting = convene_interview_get_meeting (interview);

      convene_interview_set_status (interview, rows[i].status);
      convene_meeting_set_state (meeting, rows[i].state);
      convene_meeting_set_seen_at (meeting, rows[i].seen_at);
      put (fixture, interview);
    }

  needs = store_get_needs (fixture->store, 5 * CONVENE_HOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (needs->astray, ==, 2);
  g_assert_cmpstr (needs->astray_uid, ==, "uid-moved");
  g_assert_cmpstr (needs->astray_candidate, ==, "Ada");
  g_assert_cmpint (needs->astray_state, ==, CONVENE_MEETING_STATE_LIVE);
  g_assert_cmpuint (needs->astray_drift, ==, CONVENE_MEETING_DRIFT_MOVED | CONVENE_MEETING_DRIFT_LINK);
  g_assert_cmpint (needs->until, ==, 14 * CONVENE_HOUR);

  later = store_get_needs (fixture->store, 14 * CONVENE_HOUR, &error);
  g_assert_cmpuint (later->astray, ==, 1);
  g_assert_cmpstr (later->astray_uid, ==, "uid-missing");
  g_assert_cmpint (later->astray_state, ==, CONVENE_MEETING_STATE_MISSING);
}

static void
test_users (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) cancelled = make_met ("uid-0", 10, "m");
  g_autoptr(GPtrArray) users = NULL;
  g_autoptr(GPtrArray) none = NULL;

  convene_interview_set_status (cancelled, CONVENE_STATUS_CANCELLED);
  put (fixture, cancelled);
  put_met (fixture, "uid-two", 10, "m");
  put_met (fixture, "uid-one", 10, "m");
  put_met (fixture, "uid-three", 10, "other");

  users = store_list_meeting_users (fixture->store, "m", &error);
  g_assert_no_error (error);
  assert_uids (users, "uid-two uid-one");
  g_assert_nonnull (convene_interview_get_candidate (users->pdata[0]));
  g_assert_true (convene_interview_get_meeting (users->pdata[0]) == convene_interview_get_meeting (users->pdata[1]));
  none = store_list_meeting_users (fixture->store, "unknown", &error);
  assert_uids (none, "");
}

typedef struct
{
  const char *name;
  const char *job;
  const char *host;
  int         hour;
  int         duration;
  const char *except;
  const char *expected;
} SlotRow;

static const SlotRow slot_rows[] = {
  { "first", "Staff Engineer", HOST, 10, 60, NULL, "uid-one" },
  { "case", "staff engineer", "Host@Example.com", 10, 60, NULL, "uid-one" },
  { "any-host", "Staff Engineer", NULL, 10, 60, NULL, "uid-one" },
  { "except", "Staff Engineer", HOST, 10, 60, "uid-one", "uid-two" },
  { "pending", "Staff Engineer", HOST, 11, 60, NULL, "uid-pending" },
  { "other-job", "Designer", HOST, 10, 60, NULL, NULL },
  { "other-host", "Staff Engineer", "other@example.com", 10, 60, NULL, NULL },
  { "other-time", "Staff Engineer", HOST, 9, 60, NULL, NULL },
  { "other-duration", "Staff Engineer", HOST, 10, 45, NULL, NULL },
  { "cancelled", "Staff Engineer", HOST, 12, 60, NULL, NULL },
  { "being-deleted", "Staff Engineer", HOST, 13, 60, NULL, NULL },
  { "create-failed", "Staff Engineer", HOST, 14, 60, NULL, NULL },
  { "missing", "Staff Engineer", HOST, 15, 60, NULL, NULL },
};

static void
put_pending (StoreFixture         *fixture,
             const char           *uid,
             int                   hour,
             ConveneOperationState create)
{
  g_autoptr(ConveneInterview) interview = make_met (uid, hour, uid);
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneOperation) operation = make_operation (uid, uid, create);

  convene_meeting_set_state (convene_interview_get_meeting (interview), CONVENE_MEETING_STATE_PENDING);
  convene_meeting_set_host (convene_interview_get_meeting (interview), NULL);
  put (fixture, interview);
  convene_operation_set_meeting_id (operation, uid);
  convene_operation_set_host (operation, HOST);
  convene_change_add_operation (change, operation);
  commit_ok (fixture->store, change);
}

static void
put_slots (StoreFixture *fixture)
{
  g_autoptr(ConveneInterview) cancelled = make_met ("uid-cancelled", 12, "cancelled");
  g_autoptr(ConveneInterview) missing = make_met ("uid-missing", 15, "missing");

  put_met (fixture, "uid-one", 10, "m-1");
  put_met (fixture, "uid-two", 10, "m-2");
  put_pending (fixture, "uid-pending", 11, CONVENE_OPERATION_STATE_WAITING);
  convene_interview_set_status (cancelled, CONVENE_STATUS_CANCELLED);
  put (fixture, cancelled);
  put_met (fixture, "uid-deleted", 13, "deleted");
  put_operation (fixture, "delete", CONVENE_OPERATION_KIND_MEETING_DELETE, CONVENE_OPERATION_STATE_WAITING, "deleted");
  put_pending (fixture, "uid-failed", 14, CONVENE_OPERATION_STATE_FAILED);
  convene_meeting_set_state (convene_interview_get_meeting (missing), CONVENE_MEETING_STATE_MISSING);
  put (fixture, missing);
}

/* Who may share a meeting: the same job, host, start and duration, and a meeting that is or will be there. */
static void
test_slot (StoreFixture *fixture,
           gconstpointer data)
{
  put_slots (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (slot_rows); i++)
    {
      const SlotRow *row = &slot_rows[i];
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneInterview) found = NULL;

      g_test_message ("%s", row->name);
      found = store_find_slot (fixture->store, row->job, row->host, row->hour * CONVENE_HOUR, row->duration, row->except, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (found != NULL ? convene_interview_get_uid (found) : NULL, ==, row->expected);
      g_assert_true (found == NULL || convene_interview_get_meeting (found) != NULL);
    }
}

static void
test_to_check (StoreFixture *fixture,
               gconstpointer data)
{
  const struct
  {
    const char         *uid;
    int                 hour;
    ConveneStatus       status;
    ConveneMeetingState state;
    gint64              number;
    gint64              checked_at;
  } rows[] = {
    { "uid-late", 12, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, 1, 0 },
    { "uid-first", 10, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_MISSING, 2, 99 },
    { "uid-before", 9, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, 3, 0 },
    { "uid-after", 13, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, 4, 0 },
    { "uid-checked", 11, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, 5, 100 },
    { "uid-cancelled", 11, CONVENE_STATUS_CANCELLED, CONVENE_MEETING_STATE_LIVE, 6, 0 },
    { "uid-pending", 11, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_PENDING, 7, 0 },
    { "uid-unmade", 11, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, 0, 0 },
    { "uid-unmanaged", 11, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_UNMANAGED, 8, 0 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneInterview) interview = make_met (rows[i].uid, rows[i].hour, rows[i].uid);
      ConveneMeeting *meeting = convene_interview_get_meeting (interview);

      convene_interview_set_status (interview, rows[i].status);
      convene_meeting_set_state (meeting, rows[i].state);
      convene_meeting_set_number (meeting, rows[i].number);
      convene_meeting_set_checked_at (meeting, rows[i].checked_at);
      put (fixture, interview);
    }

  found = store_list_meetings_to_check (fixture->store, 10 * CONVENE_HOUR, 13 * CONVENE_HOUR, 100, &error);
  g_assert_no_error (error);
  assert_uids (found, "uid-first uid-late");
}

static void
test_doubtful (StoreFixture *fixture,
               gconstpointer data)
{
  const struct
  {
    const char           *id;
    ConveneOperationKind  kind;
    ConveneOperationState state;
    int                   posts;
    gint64                settled;
  } rows[] = {
    { "twice", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, 2, 100 },
    { "once", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, 1, 100 },
    { "before", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, 2, 99 },
    { "letter", CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_DONE, 2, 100 },
    { "failed", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_FAILED, 2, 100 },
    { "dropped", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DROPPED, 1, 100 },
    { "dropped-untouched", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DROPPED, 0, 100 },
    { "thrice", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, 3, 101 },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneOperation) operation = make_operation (rows[i].id, NULL, rows[i].state);

      convene_operation_set_kind (operation, rows[i].kind);
      convene_operation_set_posts (operation, rows[i].posts);
      convene_operation_set_settled (operation, rows[i].settled);
      convene_change_add_operation (change, operation);
    }
  commit_ok (fixture->store, change);

  found = store_list_doubtful_creates (fixture->store, 100, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (convene_operation_get_id (found->pdata[0]), ==, "twice");
  g_assert_cmpstr (convene_operation_get_id (found->pdata[1]), ==, "dropped");
  g_assert_cmpstr (convene_operation_get_id (found->pdata[2]), ==, "thrice");
}

static void
test_preferences (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GHashTable) none = store_list_preferences (fixture->store, &error);
  g_autoptr(GHashTable) found = NULL;

  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  convene_change_set_preference (change, "link-policy", "new");
  convene_change_set_preference (change, "reminders", "");
  commit_ok (fixture->store, change);

  found = store_list_preferences (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (found), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (found, "link-policy"), ==, "new");
  g_assert_cmpstr (g_hash_table_lookup (found, "reminders"), ==, "");
}

static void
assert_next_notice (StoreFixture *fixture,
                    const char   *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = store_find_next_notice (fixture->store, 10 * CONVENE_HOUR, 13 * CONVENE_HOUR, &error);

  g_assert_no_error (error);
  assert_uids (found, expected);
}

/* Whoever was told may come back until it is over. */
static void
assert_way_back (StoreFixture     *fixture,
                 ConveneInterview *interview)
{
  g_autoptr(GError) error = NULL;
  gint64 end = convene_interview_get_end (interview);

  g_assert_cmpint (store_get_next_open (fixture->store, end - CONVENE_HOUR / 2, &error), ==, end);
  g_assert_no_error (error);
  g_assert_cmpint (store_get_next_open (fixture->store, end, &error), ==, G_MAXINT64);
  g_assert_no_error (error);
}

/* Once for each start: one that is moved is told of again, one that is gone is forgotten. */
static void
test_notice (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(ConveneChange) notice = convene_change_new ();
  g_autoptr(ConveneChange) again = convene_change_new ();
  g_autoptr(ConveneChange) moved = convene_change_new ();
  g_autoptr(ConveneInterview) cancelled = make_met ("uid-cancelled", 10, "cancelled");
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneMoment) start = convene_moment_restore ("2026-12-01T10:00", "UTC", 12 * CONVENE_HOUR + 1, NULL);

  convene_interview_set_status (cancelled, CONVENE_STATUS_CANCELLED);
  put (fixture, cancelled);
  put_met (fixture, "uid-12", 12, "m-12");
  put_met (fixture, "uid-10", 10, "m-10");
  put_met (fixture, "uid-13", 13, "m-13");
  assert_next_notice (fixture, "uid-10 uid-12");

  convene_change_put_notice (notice, "UID-10", 10 * CONVENE_HOUR);
  convene_change_put_notice (notice, "unknown", 10 * CONVENE_HOUR);
  commit_ok (fixture->store, notice);
  assert_next_notice (fixture, "uid-12");

  interview = find (fixture, "uid-10");
  assert_way_back (fixture, interview);
  convene_interview_set_start (interview, start);
  convene_change_update_interview (moved, interview);
  commit_ok (fixture->store, moved);
  assert_next_notice (fixture, "uid-12 uid-10");

  convene_change_put_notice (again, "uid-10", 12 * CONVENE_HOUR + 1);
  commit_ok (fixture->store, again);
  assert_next_notice (fixture, "uid-12");
  store_fixture_execute (fixture, "PRAGMA foreign_keys = ON; DELETE FROM interview WHERE uid = 'uid-10';"
                                  "CREATE TEMP TABLE found (notices INTEGER CHECK (notices = 0)); INSERT INTO found SELECT count(*) FROM notice");
}

static void
add (const char *path,
     void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up_open, test, store_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/SH-45/revision", test_revision);
  add ("/store/SH-45/remember", test_remember);
  add ("/store/HL-14/expect-meeting", test_expect_meeting);
  add ("/store/SH-46/expect-unused", test_expect_unused);
  add ("/store/SH-45/expect-operation", test_expect_operation);
  add ("/store/SH-45/remove-operation", test_remove_operation);
  add ("/store/SH-45/hasten", test_hasten);
  add ("/store/TA-26/seen", test_seen);
  add ("/store/TA-26/astray", test_astray);
  add ("/store/HL-14/users", test_users);
  add ("/store/HL-14/slot", test_slot);
  add ("/store/TA-26/to-check", test_to_check);
  add ("/store/SH-56/doubtful-creates", test_doubtful);
  add ("/store/X-1/preferences", test_preferences);
  add ("/store/VC-38/notice", test_notice);
  return g_test_run ();
}
