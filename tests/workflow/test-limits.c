/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What Zoom's answers teach about its limits. */

#include "convene-engine-private.h"
#include "workflow-fixture.h"

#define USED(n) "{'quota': {'host': '" CONVENE_PRACTICE_HOST "', 'used': " #n "}}"

static int
read_requests (Fixture *fixture)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) hosts = NULL;
  g_autoptr(GError) error = NULL;

  convene_accounts_list_hosts_async (accounts, "test-zoom", NULL, fixture_result_cb, &result);
  hosts = convene_accounts_list_hosts_finish (accounts, fixture_await (&result), &error);
  g_assert_no_error (error);
  return ((ConveneHostUse *) g_ptr_array_index (hosts, 0))->requests;
}

static void
wait_for (Fixture *fixture,
          int      requests)
{
  while (read_requests (fixture) != requests)
    fixture_pass (fixture, CONVENE_SECOND);
}

static void
schedule (Fixture    *fixture,
          const char *job)
{
  g_autoptr(ConveneInterview) interview = fixture_interview (job);
  g_autofree char *uid = fixture_schedule (fixture, interview);

  fixture_until (fixture, uid, CONVENE_OPERATION_KIND_MEETING_CREATE, "done");
}

/* what other programs spent is known from the first answer on, and what they spend later from the next. */
static void
test_others (void)
{
  Fixture *fixture = fixture_new ();

  fixture_provide (fixture, TRUE, FALSE);
  fixture_order (fixture, USED (40));
  schedule (fixture, "First");
  wait_for (fixture, 41);
  schedule (fixture, "Second");
  wait_for (fixture, 42);
  fixture_order (fixture, USED (60));
  schedule (fixture, "Third");
  wait_for (fixture, 61);
  fixture_free (fixture);
}

/* Zoom's counting less is no reason to spend more. */
static void
test_fewer (void)
{
  Fixture *fixture = fixture_new ();

  fixture_provide (fixture, TRUE, FALSE);
  schedule (fixture, "First");
  schedule (fixture, "Second");
  fixture_order (fixture, USED (0));
  schedule (fixture, "Third");
  fixture_pass (fixture, 5 * CONVENE_SECOND);
  g_assert_cmpint (read_requests (fixture), ==, 3);
  fixture_free (fixture);
}

/* O-2: a refusal for the day says that all are used. */
static void
test_refusal (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) interview = fixture_interview ("First");
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, FALSE);
  fixture_order (fixture, USED (100));
  uid = fixture_schedule (fixture, interview);
  fixture_until (fixture, uid, CONVENE_OPERATION_KIND_MEETING_CREATE, "waiting:quota");
  while (read_requests (fixture) < 100)
    fixture_pass (fixture, CONVENE_SECOND);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/X-3/learnt/others", test_others);
  g_test_add_func ("/workflow/X-3/learnt/fewer", test_fewer);
  g_test_add_func ("/workflow/O-2/learnt/refusal", test_refusal);

  return g_test_run ();
}
