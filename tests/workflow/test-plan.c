/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-backoff.h"
#include "convene-clock.h"
#include "convene-delegation.h"
#include "convene-scheduler-private.h"
#include "workflow-fixture.h"

static ConveneAccount *
account_new (ConveneAccountKind  kind,
             const char         *address,
             ConveneAccountState state,
             int                 requests)
{
  return g_object_new (CONVENE_TYPE_ACCOUNT, "id", address, "kind", kind, "address", address, "state", state, "requests-today", requests, NULL);
}

static GPtrArray *
accounts_new (void)
{
  return g_ptr_array_new_with_free_func (g_object_unref);
}

static guint
count (ConvenePlan         *plan,
       ConveneOperationKind kind)
{
  GListModel *operations = convene_plan_get_operations (plan);
  guint       found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      found += convene_operation_get_kind (operation) == kind;
    }

  return found;
}

static ConvenePlanFacts *
facts_new (GPtrArray *accounts,
           gint64     now)
{
  ConvenePlanFacts *facts = g_new0 (ConvenePlanFacts, 1);

  facts->hosts = convene_host_facts_new (accounts, NULL, NULL, NULL, NULL);
  facts->preferences = convene_preferences_new ();
  facts->now = now;
  return facts;
}

static ConvenePlan *
plan_new (ConveneInterview *interview,
          GPtrArray        *accounts,
          gboolean          mail,
          gint64            before_start)
{
  gint64 start = convene_moment_get_instant (convene_interview_get_start (interview));
  g_autoptr(ConvenePlanFacts) facts = facts_new (accounts, start - before_start);

  convene_interview_set_uid (interview, "00000000-0000-4000-8000-000000000000");
  g_set_object (&facts->sender, convene_accounts_find_mail (accounts));
  return convene_plan_schedule (interview, facts, mail);
}

static void
test_hosts (void)
{
  static const struct
  {
    const char         *first;
    ConveneAccountState first_state;
    const char         *second;
    ConveneAccountState second_state;
    const char         *host;
  } cases[] = {
    { "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL, 0, "recruiter@example.com" },
    { "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "HAL@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "HAL@example.com" },
    { "recruiter@example.com", CONVENE_ACCOUNT_STATE_EXPIRED, "other@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "other@example.com" },
    { "recruiter@example.com", CONVENE_ACCOUNT_STATE_EXPIRED, NULL, 0, "recruiter@example.com" },
    { NULL, 0, NULL, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
      g_autoptr(GPtrArray) accounts = accounts_new ();
      g_autoptr(ConvenePlan) plan = NULL;

      g_ptr_array_add (accounts, account_new (CONVENE_ACCOUNT_KIND_MAIL, "mail@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, 0));
      if (cases[i].first != NULL)
        g_ptr_array_add (accounts, account_new (CONVENE_ACCOUNT_KIND_ZOOM, cases[i].first, cases[i].first_state, 0));
      if (cases[i].second != NULL)
        g_ptr_array_add (accounts, account_new (CONVENE_ACCOUNT_KIND_ZOOM, cases[i].second, cases[i].second_state, 0));

      plan = plan_new (interview, accounts, TRUE, 7 * CONVENE_DAY);
      g_assert_cmpstr (convene_plan_get_host (plan), ==, cases[i].host);
      g_assert_nonnull (convene_plan_get_host_reason (plan));
      g_assert_nonnull (convene_plan_get_link (plan));
      g_assert_cmpuint (count (plan, CONVENE_OPERATION_KIND_MEETING_CREATE), ==, 1);
      g_assert_cmpuint (count (plan, CONVENE_OPERATION_KIND_MAIL_URGENT), ==, cases[i].host == NULL);
      g_assert_cmpuint (convene_plan_get_letters (plan)->len, ==, cases[i].host == NULL ? 2 : 1);
    }
}

static void
test_reminders (void)
{
  static const struct
  {
    gint64 before_start;
    guint  reminders;
  } cases[] = {
    { 7 * CONVENE_DAY, 2 },
    { 26 * CONVENE_HOUR, 2 },
    { 26 * CONVENE_HOUR - 1, 1 },
    { 3 * CONVENE_HOUR, 1 },
    { 3 * CONVENE_HOUR - 1, 0 },
    { CONVENE_MINUTE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
      g_autoptr(GPtrArray) accounts = accounts_new ();
      g_autoptr(ConvenePlan) plan = plan_new (interview, accounts, TRUE, cases[i].before_start);

      g_assert_cmpuint (count (plan, CONVENE_OPERATION_KIND_MAIL_REMINDER), ==, cases[i].reminders);
    }
}

static void
test_quota (void)
{
  static const struct
  {
    int used;
    int left;
  } cases[] = { { 0, 99 }, { 99, 0 }, { 100, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
      g_autoptr(GPtrArray) accounts = accounts_new ();
      g_autoptr(ConvenePlan) plan = NULL;

      g_ptr_array_add (accounts, account_new (CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, cases[i].used));
      plan = plan_new (interview, accounts, TRUE, 7 * CONVENE_DAY);
      g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, 1);
      g_assert_cmpint (convene_plan_get_quota_left (plan), ==, cases[i].left);
    }
}

/* what becomes of the invitation is said beforehand, also where it cannot wait. */
static void
test_quota_link (void)
{
  static const struct
  {
    gint64      before_start;
    const char *words;
  } cases[] = { { 7 * CONVENE_DAY, "waits for its link" }, { CONVENE_MINUTE, "without a link" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
      g_autoptr(GPtrArray) accounts = accounts_new ();
      g_autoptr(ConvenePlan) plan = NULL;

      g_ptr_array_add (accounts, account_new (CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, 100));
      plan = plan_new (interview, accounts, TRUE, cases[i].before_start);
      g_assert_nonnull (strstr (convene_plan_get_link (plan), cases[i].words));
    }
}

/* VC-29, TH-18: what is planned is for the host, not for the account that makes it. */
static void
test_other_host (void)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  gint64 start = convene_moment_get_instant (convene_interview_get_start (interview));
  g_autoptr(GPtrArray) accounts = accounts_new ();
  g_autoptr(GPtrArray) delegations = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_delegation_free);
  g_autoptr(GHashTable) requests = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(ConvenePlanFacts) facts = NULL;
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(ConveneOperation) create = NULL;

  g_ptr_array_add (accounts, account_new (CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, 100));
  convene_account_set_method (g_ptr_array_index (accounts, 0), CONVENE_ACCOUNT_METHOD_BROWSER);
  convene_account_set_user_id (g_ptr_array_index (accounts, 0), "KDcu");
  g_ptr_array_add (delegations, convene_delegation_new ("recruiter@example.com", "hal@example.com", TRUE, start));
  g_hash_table_insert (requests, (char *) "recruiter@example.com", GINT_TO_POINTER (100));
  g_hash_table_insert (requests, (char *) "hal@example.com", GINT_TO_POINTER (2));
  facts = facts_new (accounts, start - 7 * CONVENE_DAY);
  g_clear_pointer (&facts->hosts, convene_host_facts_free);
  facts->hosts = convene_host_facts_new (accounts, delegations, requests, NULL, NULL);
  convene_interview_set_uid (interview, "00000000-0000-4000-8000-000000000000");
  plan = convene_plan_schedule (interview, facts, FALSE);

  create = g_list_model_get_item (convene_plan_get_operations (plan), 0);
  g_assert_cmpstr (convene_plan_get_host (plan), ==, "hal@example.com");
  g_assert_cmpint (convene_plan_get_host_way (plan), ==, CONVENE_HOST_SCHEDULED_FOR);
  g_assert_cmpstr (convene_plan_get_made_by (plan), ==, "user:KDcu");
  g_assert_cmpint (convene_plan_get_quota_left (plan), ==, 97);
  g_assert_true (convene_plan_get_expects_link (plan));
  g_assert_cmpstr (convene_operation_get_account_id (create), ==, "recruiter@example.com");
  g_assert_cmpstr (convene_operation_get_host (create), ==, "hal@example.com");
}

static void
test_without_mail (void)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(GPtrArray) accounts = accounts_new ();
  g_autoptr(ConvenePlan) plan = plan_new (interview, accounts, FALSE, 7 * CONVENE_DAY);

  g_assert_cmpuint (g_list_model_get_n_items (convene_plan_get_operations (plan)), ==, 1);
  g_assert_cmpuint (convene_plan_get_letters (plan)->len, ==, 0);
}

static void
test_link (void)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(GPtrArray) accounts = accounts_new ();
  g_autoptr(ConvenePlan) plan = NULL;

  convene_interview_set_platform (interview, CONVENE_PLATFORM_LINK);
  convene_interview_set_link (interview, "https://example.com/room");
  plan = plan_new (interview, accounts, TRUE, 7 * CONVENE_DAY);
  g_assert_cmpuint (count (plan, CONVENE_OPERATION_KIND_MEETING_CREATE), ==, 0);
  g_assert_cmpuint (count (plan, CONVENE_OPERATION_KIND_MAIL_INVITATION), ==, 1);
  g_assert_null (convene_plan_get_host (plan));
  g_assert_cmpint (convene_plan_get_quota_left (plan), ==, -1);
}

static void
test_backoff (void)
{
  static const int seconds[] = { 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900 };

  for (guint i = 0; i < G_N_ELEMENTS (seconds); i++)
    g_assert_cmpint (convene_backoff_delay ((int) i + 1), ==, seconds[i] * CONVENE_SECOND);

  g_assert_cmpint (convene_next_utc_midnight (0), ==, CONVENE_DAY);
  g_assert_cmpint (convene_next_utc_midnight (CONVENE_DAY - 1), ==, CONVENE_DAY);
  g_assert_cmpint (convene_next_utc_midnight (CONVENE_DAY), ==, 2 * CONVENE_DAY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/plan/SH-13/hosts", test_hosts);
  g_test_add_func ("/workflow/plan/SH-28/reminders", test_reminders);
  g_test_add_func ("/workflow/plan/X-3/quota", test_quota);
  g_test_add_func ("/workflow/plan/X-3/link", test_quota_link);
  g_test_add_func ("/workflow/plan/VC-29/other-host", test_other_host);
  g_test_add_func ("/workflow/plan/without-mail", test_without_mail);
  g_test_add_func ("/workflow/plan/SH-49/TH-15/link", test_link);
  g_test_add_func ("/workflow/backoff", test_backoff);

  return g_test_run ();
}
