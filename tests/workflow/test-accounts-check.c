/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a check finds out, and what follows from it. */

#include <string.h>

#include "browser-person.h"
#include "convene-engine-private.h"
#include "convene-error.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE

static GPtrArray *
check (Fixture    *fixture,
       const char *name,
       GError    **error)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_accounts_check_async (accounts, name, NULL, fixture_result_cb, &result);
  return convene_accounts_check_finish (accounts, fixture_await (&result), error);
}

/* What is wrong with an account that works: order to practice before the check, the state that it is found in, and a part of what is said. */
typedef struct
{
  const char         *name;
  const char         *order;
  ConveneAccountState state;
  const char         *problem;
} Finding;

static const Finding findings[] = {
  { "well", "{'set':{'latency_ms':0}}", CONVENE_ACCOUNT_STATE_CONNECTED, NULL },
  { "TH-21/removed-at-zoom", "{'revoke':{'user':'recruiter@example.com'}}", CONVENE_ACCOUNT_STATE_REVOKED, "econnect" },
  { "SH-15/newer", "[{'fault':'401','on':'user'},{'fault':'4741','match':'refresh_token'}]", CONVENE_ACCOUNT_STATE_EXPIRED, "another computer" },
  { "TA-25/refused", "{'fault':'401','on':'user','times':2}", CONVENE_ACCOUNT_STATE_EXPIRED, "econnect" },
  { "SH-44/missing", "{'fault':'4711','on':'user'}", CONVENE_ACCOUNT_STATE_MISSING_SCOPES, "ermission" },
};

static void
test_finding (gconstpointer data)
{
  const Finding *finding = data;
  Fixture       *fixture = fixture_new ();
  g_autoptr(ConveneAccount) before = person_connect (fixture);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(ConveneAccount) kept = NULL;
  g_autoptr(GError) error = NULL;

  fixture_pass (fixture, CONVENE_MINUTE);
  fixture_order (fixture, finding->order);
  found = check (fixture, "recruiter@example.com", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  kept = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_state (kept), ==, finding->state);
  g_assert_cmpint (convene_account_get_state (g_ptr_array_index (found, 0)), ==, finding->state);
  g_assert_cmpint (convene_account_get_checked_at (kept), >, convene_account_get_checked_at (before));
  g_assert_cmpint (convene_account_get_connected_at (kept), ==, convene_account_get_connected_at (before));
  if (finding->problem == NULL)
    g_assert_null (convene_account_get_problem (kept));
  else
    {
      g_assert_nonnull (convene_account_get_problem (kept));
      g_assert_nonnull (strstr (convene_account_get_problem (kept), finding->problem));
    }
  fixture_free (fixture);
}

/* What was thought to want its person does not: the state goes back, and what waited for it goes on. */
static void
test_well_again (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);
  g_autoptr(ConveneInterview) planned = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) waiting = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneAccount) kept = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *uid = NULL;

  fixture_order (fixture, "{'fault':'401','on':'create','times':2}");
  uid = fixture_schedule (fixture, planned);
  waiting = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (waiting, CREATE, "waiting:signed-out");

  found = check (fixture, NULL, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  after = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (after, CREATE, "done");
  kept = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_state (kept), ==, CONVENE_ACCOUNT_STATE_CONNECTED);
  fixture_free (fixture);
}

/* Nobody answers: nothing is known, and nothing is written. */
static void
test_no_answer (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) before = person_connect (fixture);
  g_autoptr(ConveneAccount) kept = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GError) error = NULL;

  fixture_order (fixture, "{'fault':'503','on':'user','times':100}");
  none = check (fixture, convene_account_get_id (before), &error);
  g_assert_null (none);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);

  all = check (fixture, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_nonnull (convene_account_get_problem (g_ptr_array_index (all, 0)));
  kept = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_null (convene_account_get_problem (kept));
  g_assert_cmpint (convene_account_get_checked_at (kept), ==, convene_account_get_checked_at (before));
  fixture_free (fixture);
}

static void
count_cb (ConveneEngine *engine,
          guint         *count)
{
  (*count)++;
}

/* A check that finds nothing new a moment after another one is nobody's news. */
static void
test_quiet (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);
  g_autoptr(GPtrArray) first = NULL;
  guint count = 0;

  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_connect (fixture->engine, "changed", G_CALLBACK (count_cb), &count);
  first = check (fixture, NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (count, ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->engine, &count);
  fixture_free (fixture);
}

/* A sign-in that is dead costs one request, and what a person asks for one more. */
static void
test_no_loop (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);
  guint calls;

  fixture_order (fixture, "{'revoke':{'user':'recruiter@example.com'}}");
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr(GPtrArray) found = check (fixture, NULL, NULL);

      g_assert_cmpint (convene_account_get_state (g_ptr_array_index (found, 0)), ==, CONVENE_ACCOUNT_STATE_REVOKED);
      if (i == 0)
        calls = fixture_count_calls (fixture, "token");
      g_assert_cmpuint (fixture_count_calls (fixture, "token"), ==, calls);
    }
  fixture_free (fixture);
}

/* SH-15: how a sign-in ended is known from the first time; whoever asks again is told less. */
static void
test_stays_lost (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);
  g_autofree char *problem = NULL;

  fixture_order (fixture, "[{'fault':'401','on':'user'},{'fault':'lost-refresh'}]");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GPtrArray) found = check (fixture, "recruiter@example.com", NULL);
      ConveneAccount *now = g_ptr_array_index (found, 0);

      g_assert_cmpint (convene_account_get_state (now), ==, CONVENE_ACCOUNT_STATE_EXPIRED);
      if (problem == NULL)
        problem = g_strdup (convene_account_get_problem (now));
      g_assert_nonnull (strstr (problem, "lost on the way"));
      g_assert_cmpstr (convene_account_get_problem (now), ==, problem);
    }
  fixture_free (fixture);
}

/* An account of another Zoom is not asked, and does not look as if it had been. */
static void
test_elsewhere (void)
{
  Fixture         *fixture = fixture_new ();
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(ConveneAccount) kept = NULL;
  g_autoptr(GAsyncResult) result = NULL;

  g_ptr_array_add (list, g_object_new (CONVENE_TYPE_ACCOUNT, "id", "elsewhere", "method", CONVENE_ACCOUNT_METHOD_BROWSER, "address", "recruiter@example.com", "client-id",
                                       "practice", "oauth-url", "https://zoom.us/oauth", NULL));
  convene_accounts_provide_async (accounts, list, NULL, fixture_result_cb, &result);
  g_assert_true (convene_accounts_provide_finish (accounts, fixture_await (&result), NULL));
  found = check (fixture, NULL, NULL);
  g_assert_nonnull (strstr (convene_account_get_problem (g_ptr_array_index (found, 0)), "https://zoom.us/oauth"));
  g_assert_cmpuint (fixture_count_calls (fixture, "token"), ==, 0);
  kept = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_null (convene_account_get_problem (kept));
  g_clear_object (&result);
  fixture_free (fixture);
}

static void
test_mail (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) kept = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GError) error = NULL;

  fixture_connect_mail (fixture);
  found = check (fixture, "recruiter@example.com", &error);
  g_assert_no_error (error);
  kept = fixture_account (fixture, CONVENE_ACCOUNT_KIND_MAIL);
  g_assert_cmpint (convene_account_get_state (kept), ==, CONVENE_ACCOUNT_STATE_CONNECTED);
  g_assert_null (convene_account_get_problem (kept));
  fixture_free (fixture);
}

static void
test_unknown (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(GPtrArray) all = check (fixture, NULL, NULL);
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (all->len, ==, 0);
  none = check (fixture, "nobody@example.com", &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND);
  fixture_free (fixture);
}

/* the account's own host comes first, with what it has used. */
static void
test_hosts (void)
{
  Fixture         *fixture = fixture_new ();
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(ConveneAccount) account = person_connect (fixture);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) hosts = NULL;
  ConveneHostUse *use;

  person_assert_works (fixture, "Staff Engineer");
  convene_accounts_list_hosts_async (accounts, convene_account_get_id (account), NULL, fixture_result_cb, &result);
  hosts = convene_accounts_list_hosts_finish (accounts, fixture_await (&result), NULL);
  g_assert_cmpuint (hosts->len, ==, 1);
  use = g_ptr_array_index (hosts, 0);
  g_assert_cmpstr (use->address, ==, "recruiter@example.com");
  g_assert_cmpint (use->requests, ==, 1);
  g_clear_object (&result);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (findings); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/check/", findings[i].name, NULL);

      g_test_add_data_func (path, &findings[i], test_finding);
    }
  g_test_add_func ("/workflow/check/SH-41/well-again", test_well_again);
  g_test_add_func ("/workflow/check/no-answer", test_no_answer);
  g_test_add_func ("/workflow/check/quiet", test_quiet);
  g_test_add_func ("/workflow/check/no-loop", test_no_loop);
  g_test_add_func ("/workflow/check/SH-15/stays-lost", test_stays_lost);
  g_test_add_func ("/workflow/check/elsewhere", test_elsewhere);
  g_test_add_func ("/workflow/check/mail", test_mail);
  g_test_add_func ("/workflow/check/unknown", test_unknown);
  g_test_add_func ("/workflow/check/X-3/hosts", test_hosts);

  return g_test_run ();
}
