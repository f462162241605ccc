/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Accounts that are disconnected: here at once, at Zoom as soon as it can be reached. */

#include <string.h>

#include "browser-person.h"
#include "convene-engine-directory.h"
#include "convene-engine-private.h"
#include "convene-store-directory.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE

static ConveneRevocation
disconnect (Fixture        *fixture,
            ConveneAccount *account)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char  *address = NULL;
  ConveneRevocation revocation;

  convene_accounts_disconnect_async (accounts, convene_account_get_id (account), NULL, fixture_result_cb, &result);
  address = convene_accounts_disconnect_finish (accounts, fixture_await (&result), &revocation, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (address, ==, convene_account_get_address (account));
  g_assert_cmpuint (person_count_accounts (fixture, CONVENE_ACCOUNT_KIND_ZOOM), ==, 0);
  return revocation;
}

/* What is kept of an account, also of one that is leaving. */
static gboolean
is_kept (Fixture    *fixture,
         const char *id)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;
  ConveneStore *store = convene_engine_get_store (fixture->engine);

  convene_store_get_account_async (store, id, NULL, fixture_result_cb, &result);
  account = convene_store_get_account_finish (store, fixture_await (&result), &error);
  g_assert_no_error (error);
  return account != NULL;
}

/* Runs the outbox until nothing of an account is left, here and in the keyring. */
static void
await_end (Fixture        *fixture,
           ConveneAccount *account)
{
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));
  while (is_kept (fixture, convene_account_get_id (account)) || person_has_secret (fixture, convene_account_get_secret_id (account), "refresh-token"))
    g_main_context_iteration (NULL, FALSE);
}

/* TA-15, TA-16: revoked, and gone. */
static void
test_done (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);

  g_assert_cmpint (disconnect (fixture, account), ==, CONVENE_REVOCATION_DONE);
  g_assert_cmpuint (person_count_tokens (fixture, "refresh"), ==, 0);
  g_assert_cmpuint (person_count_tokens (fixture, "access"), ==, 0);
  await_end (fixture, account);
  fixture_free (fixture);
}

/* TA-17: Zoom cannot be reached. It is gone here all the same, and revoked when Zoom is back, also by the program's next run. */
static void
test_queued (gconstpointer order)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);

  fixture_order (fixture, order);
  g_assert_cmpint (disconnect (fixture, account), ==, CONVENE_REVOCATION_WAITING);
  g_assert_true (is_kept (fixture, convene_account_get_id (account)));
  g_assert_true (person_has_secret (fixture, convene_account_get_secret_id (account), "refresh-token"));
  g_assert_cmpuint (person_count_tokens (fixture, "refresh"), ==, 1);

  fixture_restart (fixture);
  await_end (fixture, account);
  g_assert_cmpuint (person_count_tokens (fixture, "refresh"), ==, 0);
  fixture_free (fixture);
}

/* TH-20: "too many" is no reason to hurry. */
static void
test_backoff (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);

  fixture_order (fixture, "{'fault':'answer','on':'revoke','times':2,'status':429,'message':'You have exceeded the rate limit'}");
  disconnect (fixture, account);
  await_end (fixture, account);
  g_assert_cmpuint (fixture_count_calls (fixture, "revoke"), ==, 3);
  fixture_free (fixture);
}

/* TH-21: what was removed at Zoom already is not asked for again and again. */
static void
test_dead (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);

  fixture_order (fixture, "{'revoke':{'user':'recruiter@example.com'}}");
  g_assert_cmpint (disconnect (fixture, account), ==, CONVENE_REVOCATION_DONE);
  await_end (fixture, account);
  fixture_free (fixture);
}

static ConveneMeetingState
get_meeting_state (Fixture    *fixture,
                   const char *uid)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);

  return convene_meeting_get_state (convene_interview_get_meeting (interview));
}

static gboolean
has_history (Fixture    *fixture,
             const char *uid,
             const char *part)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) history = NULL;
  gboolean has = FALSE;

  convene_engine_list_activity_async (fixture->engine, uid, NULL, fixture_result_cb, &result);
  history = convene_engine_list_activity_finish (fixture->engine, fixture_await (&result), NULL);
  for (guint i = 0; i < history->len; i++)
    has = has || strstr (convene_activity_get_text (g_ptr_array_index (history, i)), part) != NULL;

  return has;
}

/* TA-18, TA-19: the link stays, unmanaged and said so; the same person again, under a new id, manages it again. */
static void
test_adopt (gconstpointer order)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);
  g_autoptr(ConveneAccount) again = NULL;
  g_autoptr(ConveneInterview) planned = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = fixture_schedule (fixture, planned);

  after = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (after, CREATE, "done");
  if (order != NULL)
    fixture_order (fixture, order);
  disconnect (fixture, account);
  g_assert_cmpint (get_meeting_state (fixture, uid), ==, CONVENE_MEETING_STATE_UNMANAGED);
  g_assert_true (has_history (fixture, uid, "recruiter@example.com"));

  again = person_connect (fixture);
  g_assert_cmpstr (convene_account_get_id (again), !=, convene_account_get_id (account));
  g_assert_cmpint (get_meeting_state (fixture, uid), ==, CONVENE_MEETING_STATE_LIVE);

  /* What is still to be revoked takes nothing from the new sign-in. */
  await_end (fixture, account);
  person_assert_works (fixture, "Designer");
  fixture_free (fixture);
}

/* TA-18, TA-19: what is moved meanwhile is told to people at once, and to Zoom as soon as somebody can. */
static void
test_move_meanwhile (void)
{
  Fixture          *fixture = fixture_new ();
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(ConveneAccount) account = person_connect (fixture);
  g_autoptr(ConveneAccount) again = NULL;
  g_autoptr(ConveneInterview) planned = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) moved = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = fixture_schedule (fixture, planned);
  gint64           start = convene_moment_get_instant (convene_interview_get_start (planned)) + CONVENE_DAY;
  g_autoptr(ConveneMoment) later = convene_moment_new_at (start, "America/Mexico_City", NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(ConvenePlan) plan = NULL;

  fixture_until (fixture, uid, CREATE, "done");
  disconnect (fixture, account);
  moved = fixture_find (fixture, uid);
  convene_interview_set_start (moved, later);
  convene_scheduler_plan_edit_async (scheduler, moved, TRUE, NULL, fixture_result_cb, &result);
  plan = convene_scheduler_plan_finish (scheduler, fixture_await (&result), NULL);
  g_assert_nonnull (strstr (convene_plan_get_summary (plan), "once the account that made it is connected again"));
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, fixture_result_cb, &committed);
  g_assert_true (convene_scheduler_commit_finish (scheduler, fixture_await (&committed), NULL));
  fixture_until (fixture, uid, CONVENE_OPERATION_KIND_MEETING_UPDATE, "waiting:no-account");

  again = person_connect (fixture);
  fixture_until (fixture, uid, CONVENE_OPERATION_KIND_MEETING_UPDATE, "done");
  after = fixture_find (fixture, uid);
  g_assert_cmpint (convene_meeting_get_start (convene_interview_get_meeting (after)), ==, start);
  g_clear_object (&result);
  g_clear_object (&committed);
  fixture_free (fixture);
}

/* TA-18: what the question says beforehand. */
static void
test_farewell (void)
{
  Fixture         *fixture = fixture_new ();
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(ConveneAccount) account = person_connect (fixture);
  g_autoptr(ConveneInterview) planned = fixture_interview ("Designer");
  g_autoptr(ConveneInterview) waiting = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneFarewell) farewell = NULL;
  g_autofree char *uid = NULL;

  person_assert_works (fixture, "Staff Engineer");
  fixture_order (fixture, "{'fault':'401','on':'create','times':2}");
  uid = fixture_schedule (fixture, planned);
  waiting = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (waiting, CREATE, "waiting:signed-out");

  convene_accounts_preview_disconnect_async (accounts, "recruiter@example.com", NULL, fixture_result_cb, &result);
  farewell = convene_accounts_preview_disconnect_finish (accounts, fixture_await (&result), NULL);
  g_assert_nonnull (farewell);
  g_assert_cmpint (farewell->live, ==, 1);
  g_assert_cmpint (farewell->waiting, ==, 1);
  g_assert_true (farewell->last_zoom);
  g_assert_cmpint (farewell->platform, ==, CONVENE_PLATFORM_ZOOM);
  g_clear_object (&result);
  fixture_free (fixture);
}

/* An app's sign-in ends within the hour by itself: nothing of it waits, and nothing is left. */
static void
test_server_to_server (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = NULL;

  fixture_connect (fixture);
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  fixture_order (fixture, "{'fault':'503','on':'revoke','times':100}");
  g_assert_cmpint (disconnect (fixture, account), ==, CONVENE_REVOCATION_NONE);
  g_assert_false (is_kept (fixture, convene_account_get_id (account)));
  g_assert_false (person_has_secret (fixture, convene_account_get_secret_id (account), "access-token"));
  fixture_free (fixture);
}

/* A host's meetings do not wait for another account's revocation. */
static void
test_blocks_nobody (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);

  fixture_order (fixture, "{'fault':'hang','on':'revoke'}");
  disconnect (fixture, account);
  fixture_connect (fixture);
  person_assert_works (fixture, "Staff Engineer");
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/disconnect/TA-16/done", test_done);
  g_test_add_data_func ("/workflow/disconnect/TA-17/queued", "{'fault':'503','on':'revoke','times':9}", test_queued);
  g_test_add_data_func ("/workflow/disconnect/TA-17/cut-off", "{'fault':'hang','on':'revoke'}", test_queued);
  g_test_add_func ("/workflow/disconnect/TH-20/backoff", test_backoff);
  g_test_add_func ("/workflow/disconnect/TH-21/dead", test_dead);
  g_test_add_data_func ("/workflow/disconnect/TA-19/adopt", NULL, test_adopt);
  g_test_add_data_func ("/workflow/disconnect/TA-19/adopt-while-leaving", "[{'fault':'503','on':'revoke','times':9},{'set':{'second_login_revokes':0}}]", test_adopt);
  g_test_add_func ("/workflow/disconnect/TA-19/move-meanwhile", test_move_meanwhile);
  g_test_add_func ("/workflow/disconnect/TA-18/farewell", test_farewell);
  g_test_add_func ("/workflow/disconnect/server-to-server", test_server_to_server);
  g_test_add_func ("/workflow/disconnect/blocks-nobody", test_blocks_nobody);

  return g_test_run ();
}
