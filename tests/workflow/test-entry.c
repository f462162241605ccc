/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* what is read of the account when it is connected and checked, and of each meeting when it is made. */

#include <string.h>

#include "browser-person.h"
#include "convene-error.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define ALL "user:read:user meeting:write:meeting meeting:read:meeting meeting:update:meeting meeting:delete:meeting meeting:read:list_meetings"

static ConvenePlan *
plan (Fixture          *fixture,
      ConveneInterview *interview,
      GError          **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &result);
  return convene_scheduler_plan_finish (scheduler, fixture_await (&result), error);
}

static void
assert_planned (Fixture    *fixture,
                const char *part)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) planned = plan (fixture, interview, &error);

  g_assert_no_error (error);
  g_test_message ("%s", convene_plan_get_entry (planned));
  g_assert_nonnull (strstr (convene_plan_get_entry (planned), part));
}

static void
check (Fixture *fixture)
{
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) checked = NULL;
  g_autoptr(GError) error = NULL;

  convene_accounts_check_async (accounts, NULL, NULL, fixture_result_cb, &result);
  checked = convene_accounts_check_finish (accounts, fixture_await (&result), &error);
  g_assert_no_error (error);
}

/* What the account is set to when it is connected, and what it is set to later. */
typedef struct
{
  const char  *path;
  const char  *order;
  ConveneEntry account;
  const char  *planned;
  ConveneEntry meeting;
} Row;

static const Row rows[] = {
  { "/workflow/X-4/account/open", "{'set':{'waiting_room':0}}", CONVENE_ENTRY_OPEN, "before the host, with the passcode.", CONVENE_ENTRY_OPEN },
  { "/workflow/X-4/account/waiting-room", "{'set':{'waiting_room':1}}", CONVENE_ENTRY_WAITING_ROOM, "waiting room", CONVENE_ENTRY_WAITING_ROOM },
  { "/workflow/X-4/account/host-first", "{'set':{'join_before_host':0}}", CONVENE_ENTRY_HOST_FIRST, "may have to wait", CONVENE_ENTRY_HOST_FIRST },
  { "/workflow/X-4/account/sign-in", "{'set':{'sign_in':1}}", CONVENE_ENTRY_SIGN_IN, "signed in", CONVENE_ENTRY_SIGN_IN },
};

static void
assert_account (Fixture     *fixture,
                ConveneEntry entry)
{
  g_autoptr(ConveneAccount) account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);

  g_assert_cmpint (convene_account_get_entry (account), ==, entry);
}

static void
test_connect (gconstpointer data)
{
  const Row *row = data;
  Fixture   *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) made = NULL;
  g_autofree char *uid = NULL;

  fixture_order (fixture, row->order);
  account = person_connect (fixture);
  assert_account (fixture, row->account);
  assert_planned (fixture, row->planned);

  uid = fixture_schedule (fixture, interview);
  made = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (made, CREATE, "done");
  g_assert_cmpint (convene_meeting_get_entry (convene_interview_get_meeting (made)), ==, row->meeting);
  fixture_free (fixture);
}

static void
test_check (gconstpointer data)
{
  const Row *row = data;
  Fixture   *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = person_connect (fixture);

  assert_account (fixture, CONVENE_ENTRY_OPEN);
  fixture_order (fixture, row->order);
  check (fixture);
  assert_account (fixture, row->account);
  fixture_free (fixture);
}

/* An app that may not read settings knows nothing, and is connected all the same. */
static void
test_unreadable (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = NULL;

  fixture_order (fixture, "[{'scopes':'" ALL "'},{'set':{'waiting_room':1}}]");
  account = person_connect (fixture);
  g_assert_cmpint (convene_account_get_state (account), ==, CONVENE_ACCOUNT_STATE_CONNECTED);
  assert_account (fixture, CONVENE_ENTRY_UNKNOWN);
  assert_planned (fixture, "unless");
  check (fixture);
  assert_account (fixture, CONVENE_ENTRY_UNKNOWN);
  fixture_free (fixture);
}

/* Where Zoom does not answer this time, what was known is still known. */
static void
test_no_answer (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = NULL;

  fixture_order (fixture, "{'set':{'waiting_room':1}}");
  account = person_connect (fixture);
  fixture_order (fixture, "{'fault':'503','on':'settings','times':100}");
  check (fixture);
  assert_account (fixture, CONVENE_ENTRY_WAITING_ROOM);
  account = (g_object_unref (account), fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM));
  g_assert_null (convene_account_get_problem (account));
  fixture_free (fixture);
}

/* A password that Zoom would refuse is refused before anything is written down. */
static void
test_password (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(ConvenePlan) refused = NULL;
  g_autoptr(ConvenePlan) planned = NULL;
  g_autoptr(GError) error = NULL;

  fixture_order (fixture, "{'set':{'password_length':8}}");
  account = person_connect (fixture);
  g_assert_cmpstr (convene_account_get_password_rules (account), ==, "length=8");
  convene_interview_set_password (interview, "seven77");
  refused = plan (fixture, interview, &error);
  g_assert_null (refused);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "password");
  g_clear_error (&error);

  convene_interview_set_password (interview, "eight888");
  planned = plan (fixture, interview, &error);
  g_assert_no_error (error);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *again = g_strconcat (rows[i].path, "-later", NULL);

      g_test_add_data_func (rows[i].path, &rows[i], test_connect);
      g_test_add_data_func (again, &rows[i], test_check);
    }
  g_test_add_func ("/workflow/X-4/account/unreadable", test_unreadable);
  g_test_add_func ("/workflow/X-4/account/no-answer", test_no_answer);
  g_test_add_func ("/workflow/SH-22/account/password", test_password);

  return g_test_run ();
}
