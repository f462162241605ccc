/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hosting-calls.h"

#include "convene-error.h"

#define UID "3f2c9a10-5f7e-4b7a-9d7a-6f0f6f1c2b3d"

/* One interview with one operation, both of which the tests then change. */
static void
set_up (StoreFixture *fixture,
        gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (UID, 1000, 60);
  g_autoptr(ConveneOperation) operation = make_operation ("o", UID, CONVENE_OPERATION_STATE_WAITING);

  store_fixture_set_up_open (fixture, data);
  convene_interview_set_sequence (interview, 4);
  convene_change_add_interview (change, interview);
  convene_change_add_operation (change, operation);
  commit_ok (fixture->store, change);
}

static void
add_again (ConveneChange *change)
{
  g_autoptr(ConveneInterview) interview = make_interview (UID, 9000, 60);

  convene_change_add_interview (change, interview);
}

static void
add_again_in_capitals (ConveneChange *change)
{
  g_autofree char *uid = g_ascii_strup (UID, -1);
  g_autoptr(ConveneInterview) interview = make_interview (uid, 9000, 60);

  convene_change_add_interview (change, interview);
}

static void
update_older (ConveneChange *change)
{
  g_autoptr(ConveneInterview) interview = make_interview (UID, 9000, 60);

  convene_interview_set_revision (interview, 3);
  convene_change_update_interview (change, interview);
}

static void
update_unknown (ConveneChange *change)
{
  g_autoptr(ConveneInterview) interview = make_interview ("unknown", 9000, 60);

  convene_change_update_interview (change, interview);
}

static void
attach_unknown (ConveneChange *change)
{
  convene_change_attach_meeting (change, "unknown", NULL);
}

static void
take_what_waits (ConveneChange *change)
{
  g_autoptr(ConveneOperation) operation = make_operation ("o", UID, CONVENE_OPERATION_STATE_DONE);

  convene_change_update_operation (change, operation, CONVENE_OPERATION_STATE_RUNNING);
}

static void
take_unknown (ConveneChange *change)
{
  g_autoptr(ConveneOperation) operation = make_operation ("unknown", UID, CONVENE_OPERATION_STATE_DONE);

  convene_change_update_operation (change, operation, CONVENE_OPERATION_STATE_WAITING);
}

static void
add_operation_again (ConveneChange *change)
{
  g_autoptr(ConveneOperation) operation = make_operation ("o", UID, CONVENE_OPERATION_STATE_DONE);

  convene_change_add_operation (change, operation);
}

/* What refers to nothing is found out when all else is written. */
static void
add_operation_for_nothing (ConveneChange *change)
{
  g_autoptr(ConveneOperation) operation = make_operation ("p", "unknown", CONVENE_OPERATION_STATE_DONE);

  convene_change_add_operation (change, operation);
}

static void
attach_to_nothing (ConveneChange *change)
{
  convene_change_attach_meeting (change, UID, "unknown");
}

static void
add_endless (ConveneChange *change)
{
  g_autoptr(ConveneInterview) interview = make_interview ("endless", 0, 1441);

  convene_change_add_interview (change, interview);
}

typedef struct
{
  const char *path;
  void (*fail) (ConveneChange *change);
  int code;
} FailureRow;

static const FailureRow failure_rows[] = {
  { "/store/stale/add-again", add_again, CONVENE_ERROR_STALE },
  { "/store/stale/add-again-in-capitals", add_again_in_capitals, CONVENE_ERROR_STALE },
  { "/store/stale/update-older", update_older, CONVENE_ERROR_STALE },
  { "/store/stale/update-unknown", update_unknown, CONVENE_ERROR_STALE },
  { "/store/stale/attach-unknown", attach_unknown, CONVENE_ERROR_STALE },
  { "/store/stale/operation-in-another-state", take_what_waits, CONVENE_ERROR_STALE },
  { "/store/stale/operation-unknown", take_unknown, CONVENE_ERROR_STALE },
  { "/store/refused/operation-again", add_operation_again, CONVENE_ERROR_DATABASE },
  { "/store/refused/operation-for-nothing", add_operation_for_nothing, CONVENE_ERROR_DATABASE },
  { "/store/refused/meeting-that-is-not", attach_to_nothing, CONVENE_ERROR_DATABASE },
  { "/store/refused/longer-than-a-day", add_endless, CONVENE_ERROR_DATABASE },
};

static void
add_much (ConveneChange *change)
{
  g_autoptr(ConveneInterview) interview = make_interview ("much-more", 3000, 60);
  g_autoptr(ConveneOperation) operation = make_operation ("n", "much-more", CONVENE_OPERATION_STATE_WAITING);
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();
  g_autoptr(ConveneAccount) account = convene_account_new ();

  convene_meeting_set_id (meeting, "m");
  convene_account_set_id (account, "a");
  add_person (interview, "Ana", "ana@example.com", CONVENE_ROLE_CANDIDATE);
  convene_interview_set_job (interview, "New Job");
  convene_change_add_interview (change, interview);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, "much-more", "m");
  convene_change_add_operation (change, operation);
  convene_change_put_account (change, account);
  convene_change_count_requests (change, "host@example.com", 0, 3);
  convene_change_set_preference (change, "key", "value");
  convene_change_add_activity (change, UID, 0, "text");
  convene_change_add_stale_secret (change, "key", 0);
  convene_change_put_delegation (change, "a", "host@example.com", TRUE, 1);
  convene_change_set_person_place (change, "host@example.com", "phone", NULL);
}

static guint
count_interviews (ConveneStore *store,
                  const char   *search)
{
  const ConveneInterviewFilter filter = { .all = TRUE, .search = search };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;
  guint total = 0;

  found = store_list (store, &filter, &total, &error);
  g_assert_no_error (error);
  return total;
}

static void
assert_untouched (StoreFixture *fixture)
{
  g_autoptr(ConveneInterview) found = store_find (fixture->store, UID, NULL);
  g_autoptr(ConveneOperation) operation = g_list_model_get_item (convene_interview_get_operations (found), 0);
  g_autoptr(GPtrArray) accounts = store_list_accounts (fixture->store, 0, NULL);
  g_autoptr(GPtrArray) delegations = store_list_delegations (fixture->store, NULL);
  g_auto(GStrv) stale = store_list_stale_secrets (fixture->store, G_MAXINT64, NULL);
  g_autofree char *platform = NULL;
  g_autofree char *host = NULL;

  g_assert_cmpint (convene_interview_get_sequence (found), ==, 4);
  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (found)), ==, 1000 * G_USEC_PER_SEC);
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_operations (found)), ==, 1);
  g_assert_cmpint (convene_operation_get_state (operation), ==, CONVENE_OPERATION_STATE_WAITING);
  g_assert_cmpuint (count_interviews (fixture->store, NULL), ==, 1);
  g_assert_cmpuint (count_interviews (fixture->store, "ana"), ==, 0);
  g_assert_cmpuint (accounts->len, ==, 0);
  g_assert_cmpint (store_get_requests (fixture->store, "host@example.com", 0, NULL), ==, 0);
  g_assert_null (store_get_preference (fixture->store, "key", NULL));
  g_assert_cmpuint (delegations->len, ==, 0);
  g_assert_cmpuint (g_strv_length (stale), ==, 0);
  g_assert_true (store_get_place (fixture->store, "host@example.com", &platform, &host, NULL));
  g_assert_null (platform);
  g_assert_null (store_get_job (fixture->store, "New Job", NULL));
}

/* SH-36: all of a change or nothing, wherever in it the failure is. */
static void
test_failure (StoreFixture *fixture,
              gconstpointer data)
{
  const FailureRow *row = data;

  for (guint first = 0; first < 2; first++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneChange) change = convene_change_new ();

      if (first)
        row->fail (change);
      add_much (change);
      if (!first)
        row->fail (change);

      g_assert_false (store_commit (fixture->store, change, &error));
      g_assert_error (error, CONVENE_ERROR, row->code);
      assert_untouched (fixture);
    }

  /* the connection is good for the next change */
  store_fixture_reopen (fixture);
  assert_untouched (fixture);
  {
    g_autoptr(ConveneChange) change = convene_change_new ();

    add_much (change);
    commit_ok (fixture->store, change);
    g_assert_cmpuint (count_interviews (fixture->store, "ana"), ==, 1);
  }
}

/* The caller goes on with its objects. */
static void
test_copies (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview ("copied", 3000, 60);
  g_autoptr(ConveneOperation) operation = make_operation ("n", "copied", CONVENE_OPERATION_STATE_WAITING);
  g_autoptr(ConveneInterview) found = NULL;
  g_autoptr(ConveneOperation) found_operation = NULL;

  add_person (interview, "Ana", "ana@example.com", CONVENE_ROLE_CANDIDATE);
  convene_change_add_interview (change, interview);
  convene_change_add_operation (change, operation);
  convene_interview_set_job (interview, "Another");
  convene_participant_set_name (convene_interview_get_candidate (interview), "Bob");
  convene_operation_set_attempts (operation, 9);
  commit_ok (fixture->store, change);

  found = store_find (fixture->store, "copied", &error);
  g_assert_no_error (error);
  found_operation = g_list_model_get_item (convene_interview_get_operations (found), 0);
  g_assert_cmpstr (convene_interview_get_job (found), ==, "Staff Engineer");
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (found)), ==, "Ana");
  g_assert_cmpint (convene_operation_get_attempts (found_operation), ==, 0);
}

static void
test_empty (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  g_assert_true (convene_change_is_empty (change));
  commit_ok (fixture->store, change);
  convene_change_set_preference (change, "a", "b");
  g_assert_false (convene_change_is_empty (change));
}

static void
test_update_operation (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneOperation) operation = convene_operation_new ();
  g_autoptr(GPtrArray) found = NULL;
  const char *const ids[] = { "unknown", "o", NULL };

  fill_object (operation, 5);
  convene_operation_set_id (operation, "o");
  convene_operation_set_interview_uid (operation, UID);
  convene_operation_set_meeting_id (operation, NULL);
  convene_change_update_operation (change, operation, CONVENE_OPERATION_STATE_WAITING);
  commit_ok (fixture->store, change);

  found = store_get_operations (fixture->store, ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  assert_objects_equal (found->pdata[0], operation);
}

typedef struct
{
  const char           *id;
  ConveneOperationState state;
  gint64                due;
  const char           *after;
  const char           *event;
  gboolean              released;
  ConveneOperationKind  kind;
} OperationSample;

#define REMINDER CONVENE_OPERATION_KIND_MAIL_REMINDER
#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION

static const OperationSample operation_samples[] = {
  { "waits", CONVENE_OPERATION_STATE_WAITING, 50, NULL, NULL, FALSE, REMINDER },
  { "now", CONVENE_OPERATION_STATE_WAITING, 100, NULL, NULL, FALSE, REMINDER },
  { "next", CONVENE_OPERATION_STATE_WAITING, 101, NULL, NULL, FALSE, REMINDER },
  { "reminder", CONVENE_OPERATION_STATE_WAITING, 5000, NULL, NULL, FALSE, REMINDER },
  { "runs", CONVENE_OPERATION_STATE_RUNNING, 5000, "waits", "mail", FALSE, REMINDER },
  { "doubtful", CONVENE_OPERATION_STATE_DOUBT, 10, NULL, NULL, FALSE, REMINDER },
  { "doubtful-later", CONVENE_OPERATION_STATE_DOUBT, 200, NULL, NULL, FALSE, REMINDER },
  { "no-mail", CONVENE_OPERATION_STATE_WAITING, 10, NULL, "mail", FALSE, REMINDER },
  { "no-mail-later", CONVENE_OPERATION_STATE_WAITING, 100, NULL, "mail", FALSE, INVITATION },
  { "done", CONVENE_OPERATION_STATE_DONE, 10, NULL, NULL, FALSE, REMINDER },
  { "failed", CONVENE_OPERATION_STATE_FAILED, 10, NULL, NULL, FALSE, REMINDER },
  { "dropped", CONVENE_OPERATION_STATE_DROPPED, 10, NULL, NULL, FALSE, REMINDER },
  { "handed-over", CONVENE_OPERATION_STATE_HANDED_OVER, 10, NULL, NULL, FALSE, REMINDER },
  { "freed", CONVENE_OPERATION_STATE_WAITING, 100, NULL, "account:a", TRUE, INVITATION },
  { "after-waiting", CONVENE_OPERATION_STATE_WAITING, 10, "waits", NULL, FALSE, REMINDER },
  { "after-running", CONVENE_OPERATION_STATE_WAITING, 10, "runs", NULL, FALSE, REMINDER },
  { "after-doubt", CONVENE_OPERATION_STATE_DOUBT, 10, "doubtful", NULL, FALSE, REMINDER },
  { "after-done", CONVENE_OPERATION_STATE_WAITING, 10, "done", NULL, FALSE, REMINDER },
  { "after-failed", CONVENE_OPERATION_STATE_WAITING, 10, "failed", NULL, FALSE, REMINDER },
  { "after-dropped", CONVENE_OPERATION_STATE_WAITING, 10, "dropped", NULL, FALSE, REMINDER },
  { "after-handed-over", CONVENE_OPERATION_STATE_WAITING, 10, "handed-over", NULL, FALSE, REMINDER },
  { "after-freed", CONVENE_OPERATION_STATE_WAITING, 10, "freed", NULL, FALSE, REMINDER },
  { "after-gone", CONVENE_OPERATION_STATE_WAITING, 10, "nothing", NULL, FALSE, REMINDER },
  { "after-done-later", CONVENE_OPERATION_STATE_WAITING, 300, "done", NULL, FALSE, REMINDER },
};

static void
add_operation_samples (ConveneStore *store)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (operation_samples); i++)
    {
      const OperationSample *sample = &operation_samples[i];
      g_autoptr(ConveneOperation) operation = make_operation (sample->id, NULL, sample->state);

      convene_operation_set_kind (operation, sample->kind);
      convene_operation_set_due (operation, sample->due);
      convene_operation_set_after (operation, sample->after);
      convene_operation_set_event (operation, sample->event);
      convene_operation_set_released (operation, sample->released);
      convene_change_add_operation (change, operation);
    }

  commit_ok (store, change);
}

static void
assert_ids (GPtrArray  *operations,
            const char *expected)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < operations->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", convene_operation_get_id (operations->pdata[i]));

  g_assert_cmpstr (ids->str, ==, expected);
}

typedef struct
{
  gint64      now;
  const char *due;
  gint64      next_due;
  const char *open;
} DueRow;

static const DueRow due_rows[] = {
  { 9, "runs", 10, "no-mail-later freed" },
  { 10, "runs doubtful after-done after-failed after-dropped after-handed-over after-freed after-gone", 50,
    "doubtful no-mail no-mail-later freed after-waiting after-running after-doubt after-done after-failed after-dropped after-handed-over after-freed after-gone" },
  { 100, "waits now runs doubtful after-done after-failed after-dropped after-handed-over after-freed after-gone", 101,
    "waits now doubtful no-mail no-mail-later freed after-waiting after-running after-doubt after-done after-failed after-dropped "
    "after-handed-over after-freed after-gone" },
  { 5000, "waits now next reminder runs doubtful doubtful-later after-done after-failed after-dropped after-handed-over after-freed after-gone after-done-later",
    G_MAXINT64,
    "waits now next reminder runs doubtful doubtful-later no-mail no-mail-later freed after-waiting after-running after-doubt after-done "
    "after-failed after-dropped after-handed-over after-freed after-gone after-done-later" },
};

static void
test_due (StoreFixture *fixture,
          gconstpointer data)
{
  add_operation_samples (fixture->store);

  for (guint i = 0; i < G_N_ELEMENTS (due_rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) due = NULL;
      g_autoptr(GPtrArray) open = NULL;
      gint64 next_due = -1;

      due = store_list_due (fixture->store, due_rows[i].now, &next_due, &error);
      g_assert_no_error (error);
      assert_ids (due, due_rows[i].due);
      g_assert_cmpint (next_due, ==, due_rows[i].next_due);

      open = store_list_open (fixture->store, due_rows[i].now, &error);
      g_assert_no_error (error);
      assert_ids (open, due_rows[i].open);
    }
}

static void
test_clear_event (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) found = NULL;
  const char *const ids[] = { "no-mail", "no-mail-later", "runs", "freed", NULL };

  add_operation_samples (fixture->store);
  convene_change_clear_event (change, "mail", 7);
  commit_ok (fixture->store, change);

  found = store_get_operations (fixture->store, ids, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 4);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_null (convene_operation_get_event (found->pdata[i]));
      g_assert_cmpint (convene_operation_get_due (found->pdata[i]), ==, 7);
    }
  g_assert_cmpstr (convene_operation_get_event (found->pdata[2]), ==, "mail");
  g_assert_cmpint (convene_operation_get_due (found->pdata[2]), ==, 5000);
  g_assert_cmpstr (convene_operation_get_event (found->pdata[3]), ==, "account:a");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (failure_rows); i++)
    g_test_add (failure_rows[i].path, StoreFixture, &failure_rows[i], set_up, test_failure, store_fixture_tear_down);
  g_test_add ("/store/change/copies", StoreFixture, NULL, set_up, test_copies, store_fixture_tear_down);
  g_test_add ("/store/change/empty", StoreFixture, NULL, set_up, test_empty, store_fixture_tear_down);
  g_test_add ("/store/operation/update", StoreFixture, NULL, set_up, test_update_operation, store_fixture_tear_down);
  g_test_add ("/store/operation/due", StoreFixture, NULL, store_fixture_set_up_open, test_due, store_fixture_tear_down);
  g_test_add ("/store/operation/clear-event", StoreFixture, NULL, store_fixture_set_up_open, test_clear_event, store_fixture_tear_down);

  return g_test_run ();
}
