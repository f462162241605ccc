/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Accounts that come and go while the outbox works with them, in this process and in another one. */

#include <glib.h>

#include "workflow-fixture.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define LINK_READY CONVENE_OPERATION_KIND_MAIL_LINK_READY

typedef struct
{
  Fixture          *fixture;
  ConveneInterview *planned;
  char             *uid;
} Test;

static void
test_begin (Test       *test,
            gboolean    zoom,
            const char *order)
{
  test->fixture = fixture_new ();
  test->planned = fixture_interview ("Staff Engineer");
  fixture_provide (test->fixture, zoom, TRUE);
  fixture_order (test->fixture, order);
  test->uid = fixture_schedule (test->fixture, test->planned);
}

static void
test_end (Test *test)
{
  g_clear_object (&test->planned);
  g_clear_pointer (&test->uid, g_free);
  fixture_free (test->fixture);
}

/* Settles, and expects of the meeting. */
static void
expect (Test       *test,
        const char *create,
        guint       meetings)
{
  g_autoptr(ConveneInterview) interview = fixture_settle (test->fixture, test->uid, 5 * CONVENE_MINUTE);

  fixture_assert_operation (interview, CREATE, create);
  g_assert_cmpuint (fixture_count_meetings (test->fixture), ==, meetings);
}

static void
assert_account_state (Test               *test,
                      ConveneAccountState state)
{
  g_autoptr(ConveneAccount) account = fixture_account (test->fixture, CONVENE_ACCOUNT_KIND_ZOOM);

  g_assert_cmpint (convene_account_get_state (account), ==, state);
}

/* SH-41: what the message asks for makes the meeting, and the link follows. */
static void
test_reconnect (void)
{
  Test test;
  g_autoptr(ConveneInterview) after = NULL;

  test_begin (&test, TRUE, "{'fault':'401','on':'create','times':2}");
  expect (&test, "waiting:signed-out", 0);
  fixture_disconnect (test.fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  expect (&test, "waiting:no-account", 0);
  fixture_connect (test.fixture);
  expect (&test, "done", 1);

  after = fixture_find (test.fixture, test.uid);
  fixture_assert_operation (after, LINK_READY, "done");
  assert_account_state (&test, CONVENE_ACCOUNT_STATE_CONNECTED);
  test_end (&test);
}

/* The same account connected again, without being disconnected first. */
static void
test_connect_again (void)
{
  Test test;

  test_begin (&test, TRUE, "{'fault':'401','on':'create','times':2}");
  expect (&test, "waiting:signed-out", 0);
  fixture_connect (test.fixture);
  expect (&test, "done", 1);
  test_end (&test);
}

/* The meeting may be there, and the account is gone before anybody could look: who connects it again has it found, not made twice. */
static void
test_doubt_outlives_account (gconstpointer data)
{
  Test test;

  test_begin (&test, TRUE, data);
  expect (&test, "waiting:signed-out", 1);
  fixture_disconnect (test.fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  expect (&test, "waiting:no-account", 1);
  fixture_restart (test.fixture);
  fixture_connect (test.fixture);
  expect (&test, "done", 1);
  g_assert_cmpuint (fixture_count_calls (test.fixture, "create"), ==, 1);
  test_end (&test);
}

/* The same, but nobody has looked even once: the program ended in the middle of the request. */
static void
test_doubt_without_look (void)
{
  Test test;

  test_begin (&test, TRUE, "{'fault':'hang','on':'create','when':'after'}");
  fixture_until (test.fixture, test.uid, CREATE, "running");
  while (fixture_count_meetings (test.fixture) == 0)
    g_main_context_iteration (NULL, FALSE);
  fixture_restart (test.fixture);
  fixture_disconnect (test.fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  expect (&test, "waiting:no-account", 1);
  fixture_connect (test.fixture);
  expect (&test, "done", 1);
  g_assert_cmpuint (fixture_count_calls (test.fixture, "create"), ==, 1);
  test_end (&test);
}

/* An account that is removed while its meeting is being made stays removed, whatever its state was. */
static void
test_stays_removed (void)
{
  Test test;

  test_begin (&test, TRUE, "{'fault':'401','on':'create','times':2}");
  expect (&test, "waiting:signed-out", 0);
  fixture_order (test.fixture, "{'fault':'slow','on':'create','before_ms':300}");
  fixture_retry (test.fixture->engine, test.uid);
  fixture_until (test.fixture, test.uid, CREATE, "running:signed-out");
  fixture_disconnect (test.fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  expect (&test, "done", 1);
  g_assert_null (fixture_account (test.fixture, CONVENE_ACCOUNT_KIND_ZOOM));
  test_end (&test);
}

/* An account that is connected anew while its old sign-in is being refused is not thought expired, and its work does not wait for what has happened. */
static void
test_connected_meanwhile (void)
{
  Test test;

  test_begin (&test, TRUE, "[{'fault':'slow','on':'create','before_ms':300},{'fault':'401','on':'create','times':2}]");
  fixture_until (test.fixture, test.uid, CREATE, "running");
  fixture_connect (test.fixture);
  expect (&test, "done", 1);
  assert_account_state (&test, CONVENE_ACCOUNT_STATE_CONNECTED);
  test_end (&test);
}

/* The same, but it is disconnected meanwhile: it waits for any account then. */
static void
test_disconnected_meanwhile (void)
{
  Test test;

  test_begin (&test, TRUE, "[{'fault':'slow','on':'create','before_ms':300},{'fault':'401','on':'create','times':2}]");
  fixture_until (test.fixture, test.uid, CREATE, "running");
  fixture_disconnect (test.fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  expect (&test, "waiting:no-account", 0);
  fixture_connect (test.fixture);
  expect (&test, "done", 1);
  test_end (&test);
}

/* The account that is left wants its person as well: the work is not given to that one alone, but done with whichever account comes first. */
static void
test_two_signed_out (void)
{
  Test             test = { fixture_new (), fixture_interview ("Staff Engineer"), NULL };
  ConveneAccounts *accounts = convene_engine_get_accounts (test.fixture->engine);
  g_autoptr(GPtrArray) list = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) first = NULL;
  ConveneAccount *other;

  fixture_provide (test.fixture, TRUE, TRUE);
  first = fixture_account (test.fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  other = g_object_new (CONVENE_TYPE_ACCOUNT, "id", "other", "method", CONVENE_ACCOUNT_METHOD_BROWSER, "address", "other@example.com", "user-id", "other", "client-id",
                        "practice", "oauth-url", test.fixture->endpoints->oauth_url, "state", CONVENE_ACCOUNT_STATE_EXPIRED, NULL);
  list = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (list, g_object_ref (first));
  g_ptr_array_add (list, other);
  convene_accounts_provide_async (accounts, list, NULL, fixture_result_cb, &result);
  g_assert_true (convene_accounts_provide_finish (accounts, fixture_await (&result), NULL));
  g_clear_object (&result);

  fixture_order (test.fixture, "{'fault':'401','on':'create','times':2}");
  test.uid = fixture_schedule (test.fixture, test.planned);
  expect (&test, "waiting:signed-out", 0);
  convene_accounts_disconnect_async (accounts, convene_account_get_id (first), NULL, fixture_result_cb, &result);
  g_free (convene_accounts_disconnect_finish (accounts, fixture_await (&result), NULL, NULL));
  expect (&test, "waiting:no-account", 0);
  fixture_connect (test.fixture);
  expect (&test, "done", 1);
  g_clear_object (&result);
  test_end (&test);
}

/* Zoom refused a sign-in that turns out to be good: what waited for another one goes on. */
static void
test_works_after_all (void)
{
  Test test;
  g_autoptr(ConveneInterview) planned = fixture_interview ("Designer");
  g_autoptr(ConveneInterview) other = NULL;
  g_autofree char *uid = NULL;

  test_begin (&test, TRUE, "{'fault':'401','on':'create','times':2}");
  expect (&test, "waiting:signed-out", 0);
  uid = fixture_schedule (test.fixture, planned);
  other = fixture_settle (test.fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (other, CREATE, "done");
  expect (&test, "done", 2);
  assert_account_state (&test, CONVENE_ACCOUNT_STATE_CONNECTED);
  test_end (&test);
}

/* An account that another process connects between the plan and its commitment is used. */
static void
test_connected_after_plan (void)
{
  Test              test = { fixture_new (), fixture_interview ("Staff Engineer"), NULL };
  ConveneScheduler *scheduler = convene_engine_get_scheduler (test.fixture->engine);
  g_autoptr(GAsyncResult) planned = NULL;
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(ConvenePlan) plan = NULL;

  fixture_provide (test.fixture, FALSE, TRUE);
  convene_scheduler_plan_async (scheduler, test.planned, TRUE, NULL, fixture_result_cb, &planned);
  plan = convene_scheduler_plan_finish (scheduler, fixture_await (&planned), NULL);
  g_assert_null (convene_plan_get_host (plan));
  test.uid = g_strdup (convene_interview_get_uid (test.planned));

  fixture_connect (test.fixture);
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, fixture_result_cb, &committed);
  g_assert_true (convene_scheduler_commit_finish (scheduler, fixture_await (&committed), NULL));
  expect (&test, "done", 1);
  g_clear_object (&planned);
  g_clear_object (&committed);
  test_end (&test);
}

/* The process that runs the outbox works with an account as another process has connected it anew. */
static void
test_connected_elsewhere (void)
{
  Test test = { fixture_new (), fixture_interview ("Staff Engineer"), NULL };
  g_autoptr(ConveneAccount) wrong = NULL;
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  ConveneEngine *runner;

  wrong = g_object_new (CONVENE_TYPE_ACCOUNT, "id", "wrong-client", "method", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "address", CONVENE_PRACTICE_HOST,
                        "account-number", CONVENE_PRACTICE_ACCOUNT_NUMBER, "client-id", "wrong", "oauth-url", test.fixture->endpoints->oauth_url, NULL);
  g_ptr_array_add (accounts, g_object_ref (wrong));
  convene_accounts_provide_async (convene_engine_get_accounts (test.fixture->engine), accounts, NULL, fixture_result_cb, &result);
  g_assert_true (convene_accounts_provide_finish (convene_engine_get_accounts (test.fixture->engine), fixture_await (&result), NULL));
  test.uid = fixture_schedule (test.fixture, test.planned);
  expect (&test, "waiting:signed-out", 0);

  runner = test.fixture->engine;
  test.fixture->engine = fixture_open_engine (test.fixture);
  fixture_connect (test.fixture);
  expect (&test, "done", 1);
  fixture_close_engine (runner);
  g_clear_object (&result);
  test_end (&test);
}

/* Two processes: one asks again and again for what the other is doing, and then takes over. */
static void
test_retry_elsewhere (void)
{
  Test           test;
  ConveneEngine *other;
  g_autoptr(ConveneInterview) interview = NULL;

  test_begin (&test, TRUE, "[{'fault':'commit-then-drop','on':'create'},{'fault':'503','on':'list','times':5},{'fault':'later','on':'smtp','times':3}]");
  convene_outbox_start (convene_engine_get_outbox (test.fixture->engine));
  other = fixture_open_engine (test.fixture);
  convene_outbox_start (convene_engine_get_outbox (other));
  for (guint i = 0; i < 50; i++)
    fixture_retry (other, test.uid);

  fixture_close_engine (g_steal_pointer (&test.fixture->engine));
  test.fixture->engine = other;
  expect (&test, "done", 1);
  g_assert_cmpuint (fixture_count_calls (test.fixture, "create"), ==, 1);
  interview = fixture_find (test.fixture, test.uid);
  fixture_assert_operation (interview, INVITATION, "done");
  test_end (&test);
}

/* One write at a time for a host, also where some have no host yet: several interviews are scheduled without an account, then one comes. */
static void
test_one_at_a_time (void)
{
  Test test;
  g_autoptr(ConveneInterview) chef = fixture_interview ("Chef");
  g_autofree char *last = NULL;
  char            *uids[3] = { NULL };

  test_begin (&test, FALSE, "{'fault':'slow','on':'create','before_ms':50,'times':10}");
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      g_autoptr(ConveneInterview) planned = fixture_interview ("Designer");

      uids[i] = fixture_schedule (test.fixture, planned);
      fixture_until (test.fixture, uids[i], CREATE, "waiting:no-account");
    }
  expect (&test, "waiting:no-account", 0);

  fixture_connect (test.fixture);
  last = fixture_schedule (test.fixture, chef);
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    fixture_until (test.fixture, uids[i], CREATE, "done");
  fixture_until (test.fixture, last, CREATE, "done");
  expect (&test, "done", 5);
  g_assert_cmpuint (fixture_count_calls (test.fixture, "429-concurrent"), ==, 0);
  g_assert_cmpuint (fixture_count_calls (test.fixture, "create"), ==, 5);
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    g_free (uids[i]);
  test_end (&test);
}

/* The letters of a mail account that is removed wait for another one. */
static void
test_mail_account (void)
{
  Test test;
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;

  test_begin (&test, TRUE, "{'fault':'later','on':'smtp','times':1000}");
  fixture_until (test.fixture, test.uid, INVITATION, "waiting:rate-limited");
  fixture_disconnect (test.fixture, CONVENE_ACCOUNT_KIND_MAIL);
  before = fixture_settle (test.fixture, test.uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (before, INVITATION, "waiting:no-account");

  fixture_order (test.fixture, "{'set':{'latency_ms':0}}");
  fixture_connect_mail (test.fixture);
  fixture_until (test.fixture, test.uid, INVITATION, "waiting:rate-limited");
  after = fixture_find (test.fixture, test.uid);
  fixture_assert_operation (after, CREATE, "done");
  test_end (&test);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/accounts/SH-41/reconnect", test_reconnect);
  g_test_add_func ("/workflow/accounts/SH-41/connect-again", test_connect_again);
  g_test_add_data_func ("/workflow/accounts/O-1/doubt-outlives-account", "[{'fault':'commit-then-drop','on':'create'},{'fault':'401','on':'list','times':2}]", test_doubt_outlives_account);
  g_test_add_data_func ("/workflow/accounts/O-1/doubt-outlives-account-at-read", "[{'fault':'commit-then-drop','on':'create'},{'fault':'401','on':'get','times':2}]", test_doubt_outlives_account);
  g_test_add_func ("/workflow/accounts/O-1/doubt-without-look", test_doubt_without_look);
  g_test_add_func ("/workflow/accounts/stays-removed", test_stays_removed);
  g_test_add_func ("/workflow/accounts/connected-meanwhile", test_connected_meanwhile);
  g_test_add_func ("/workflow/accounts/disconnected-meanwhile", test_disconnected_meanwhile);
  g_test_add_func ("/workflow/accounts/SH-41/two-signed-out", test_two_signed_out);
  g_test_add_func ("/workflow/accounts/works-after-all", test_works_after_all);
  g_test_add_func ("/workflow/accounts/SH-34/connected-after-plan", test_connected_after_plan);
  g_test_add_func ("/workflow/accounts/connected-elsewhere", test_connected_elsewhere);
  g_test_add_func ("/workflow/accounts/retry-elsewhere", test_retry_elsewhere);
  g_test_add_func ("/workflow/accounts/TH-20/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/workflow/accounts/mail-account", test_mail_account);

  return g_test_run ();
}
