/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who hosts, against a Zoom: what is asked of it, and what becomes of a choice that it does not accept. */

#include <libsoup/soup.h>

#include "convene-delegation.h"
#include "convene-engine-directory.h"
#include "convene-engine-private.h"
#include "convene-hosts-private.h"
#include "convene-places.h"
#include "convene-store-directory.h"
#include "workflow-fixture.h"

/* How fast the clock goes: 3 seconds of patience must outlast what a busy machine takes for a request. */
#define SCALE "5"

#define ME CONVENE_PRACTICE_HOST
#define MY_ID "Ur5bVt1nQ2eLrGc0aWk7Rg"
#define MANAGER "hiring.manager@example.com"
#define STRANGER "gone@example.com" /* nobody whom Zoom knows */
#define DELEGATE "{'delegate': {'host': '" MANAGER "', 'to': '" ME "'}}"
#define SERVER_ID "test-server"
#define BROWSER_ID "test-browser"
#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE

/* A recruiter signs in with a browser; the refresh token is the caller's. */
static ConveneSecret *
sign_in (Fixture *fixture)
{
  static const char body[] = "{\"user\": \"" ME "\", \"client\": \"" CONVENE_PRACTICE_CLIENT_ID "\"}";
  g_autoptr(SoupSession) session = soup_session_new ();
  g_autofree char *uri = g_strconcat (fixture->endpoints->api_url, "/../practice/login", NULL);
  g_autoptr(SoupMessage) message = soup_message_new ("POST", uri);
  g_autoptr(GBytes) sent = g_bytes_new_static (body, strlen (body));
  g_autoptr(GBytes) answer = NULL;
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  gsize       size;
  const char *text;

  soup_message_set_request_body_from_bytes (message, "application/json", sent);
  answer = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  text = g_bytes_get_data (answer, &size);
  g_assert_true (json_parser_load_from_data (parser, text, size, NULL));
  return convene_secret_new (json_object_get_string_member (json_node_get_object (json_parser_get_root (parser)), "refresh_token"));
}

static void
provide (Fixture             *fixture,
         const char          *id,
         ConveneAccountMethod method)
{
  ConveneAccounts *all = convene_engine_get_accounts (fixture->engine);
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (accounts, g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", CONVENE_ACCOUNT_KIND_ZOOM, "method", method, "address", ME, "user-id", MY_ID,
                                           "account-number", CONVENE_PRACTICE_ACCOUNT_NUMBER, "client-id", CONVENE_PRACTICE_CLIENT_ID,
                                           "oauth-url", fixture->endpoints->oauth_url, NULL));
  convene_accounts_provide_async (all, accounts, NULL, fixture_result_cb, &result);
  convene_accounts_provide_finish (all, fixture_await (&result), &error);
  g_assert_no_error (error);
}

static void
provide_server (Fixture *fixture)
{
  provide (fixture, SERVER_ID, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER);
}

static void
provide_browser (Fixture *fixture)
{
  g_autoptr(ConveneSecret) refresh = sign_in (fixture);
  g_autoptr(GAsyncResult) result = NULL;

  convene_vault_put_async (fixture->vault, BROWSER_ID, "refresh-token", refresh, NULL, fixture_result_cb, &result);
  g_assert_true (convene_vault_put_finish (fixture->vault, fixture_await (&result), NULL));
  provide (fixture, BROWSER_ID, CONVENE_ACCOUNT_METHOD_BROWSER);
}

/* What Zoom is taken to have said some time ago. */
static void
know (Fixture    *fixture,
      const char *account_id,
      const char *address,
      gboolean    allowed,
      gint64      ago)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GAsyncResult) result = NULL;

  convene_change_put_delegation (change, account_id, address, allowed, convene_clock_now (fixture->clock) - ago);
  convene_store_commit_async (convene_engine_get_store (fixture->engine), change, NULL, fixture_result_cb, &result);
  g_assert_true (convene_store_commit_finish (convene_engine_get_store (fixture->engine), fixture_await (&result), NULL));
}

static gboolean
is_known_to_refuse (Fixture    *fixture,
                    const char *address)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) delegations = NULL;

  convene_store_list_delegations_async (convene_engine_get_store (fixture->engine), NULL, fixture_result_cb, &result);
  delegations = convene_store_list_delegations_finish (convene_engine_get_store (fixture->engine), fixture_await (&result), NULL);
  for (guint i = 0; i < delegations->len; i++)
    {
      const ConveneDelegation *delegation = g_ptr_array_index (delegations, i);

      if (g_str_equal (delegation->address, address))
        return !delegation->allowed;
    }

  return FALSE;
}

static int
count_requests (Fixture    *fixture,
                const char *host)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GHashTable) requests = NULL;
  ConveneStore *store = convene_engine_get_store (fixture->engine);

  convene_store_list_host_requests_async (store, convene_clock_now (fixture->clock), NULL, fixture_result_cb, &result);
  requests = convene_store_list_host_requests_finish (store, fixture_await (&result), NULL);
  return GPOINTER_TO_INT (g_hash_table_lookup (requests, host));
}

static gboolean
has_note (Fixture    *fixture,
          const char *uid,
          const char *words)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) activities = NULL;

  convene_engine_list_activity_async (fixture->engine, uid, NULL, fixture_result_cb, &result);
  activities = convene_engine_list_activity_finish (fixture->engine, fixture_await (&result), NULL);
  for (guint i = 0; i < activities->len; i++)
    if (strstr (convene_activity_get_text (g_ptr_array_index (activities, i)), words) != NULL)
      return TRUE;

  return FALSE;
}

static ConveneInterview *
make_interview (const char *manager)
{
  ConveneInterview *interview = fixture_interview ("Staff Engineer");

  convene_participant_set_address (convene_interview_get_hiring_manager (interview), manager);
  return interview;
}

static ConvenePlan *
plan (Fixture    *fixture,
      const char *manager)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(ConveneInterview) interview = make_interview (manager);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConvenePlan *planned;

  convene_scheduler_plan_async (scheduler, interview, FALSE, NULL, fixture_result_cb, &result);
  planned = convene_scheduler_plan_finish (scheduler, fixture_await (&result), &error);
  g_assert_no_error (error);
  return planned;
}

static void
assert_plan (Fixture       *fixture,
             const char    *manager,
             const char    *host,
             ConveneHostWay way)
{
  g_autoptr(ConvenePlan) planned = plan (fixture, manager);

  g_assert_cmpstr (convene_plan_get_host (planned), ==, host);
  g_assert_cmpint (convene_plan_get_host_way (planned), ==, way);
}

static char *
schedule (Fixture    *fixture,
          const char *manager)
{
  g_autoptr(ConveneInterview) interview = make_interview (manager);

  return fixture_schedule (fixture, interview);
}

static ConveneOperation *
get_create (ConveneInterview *interview)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == CREATE)
        return operation;
    }

  return NULL;
}

static void
assert_made (ConveneInterview *interview,
             const char       *host,
             const char       *account_id)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  fixture_assert_operation (interview, CREATE, "done");
  g_assert_nonnull (convene_meeting_get_join_url (meeting));
  g_assert_cmpstr (convene_meeting_get_host (meeting), ==, host);
  g_assert_nonnull (convene_meeting_get_made_by (meeting));
  if (account_id != NULL)
    g_assert_cmpstr (convene_meeting_get_account_id (meeting), ==, account_id);
  g_assert_cmpstr (convene_operation_get_host (get_create (interview)), ==, host);
}

/* The organization's account makes meetings for everybody whom Zoom knows; it is asked once. */
static void
test_server (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  provide_server (fixture);
  assert_plan (fixture, MANAGER, MANAGER, CONVENE_HOST_SERVER);
  assert_plan (fixture, MANAGER, MANAGER, CONVENE_HOST_SERVER);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), ==, 1);
  assert_plan (fixture, STRANGER, ME, CONVENE_HOST_SCHEDULER);
  assert_plan (fixture, STRANGER, ME, CONVENE_HOST_SCHEDULER);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), ==, 2);

  uid = schedule (fixture, MANAGER);
  interview = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_made (interview, MANAGER, SERVER_ID);
  g_assert_cmpstr (convene_meeting_get_made_by (convene_interview_get_meeting (interview)), ==, "number:" CONVENE_PRACTICE_ACCOUNT_NUMBER);
  g_assert_cmpint (count_requests (fixture, MANAGER), ==, 1);
  g_assert_cmpint (count_requests (fixture, ME), ==, 0);
  g_clear_object (&interview);
  fixture_free (fixture);
}

/* What is older than a day, or than the connection, is asked again. */
static void
test_asked_again (void)
{
  Fixture *fixture = fixture_new ();

  provide_server (fixture);
  know (fixture, SERVER_ID, MANAGER, FALSE, 4 * CONVENE_MINUTE);
  assert_plan (fixture, MANAGER, ME, CONVENE_HOST_SCHEDULER);
  know (fixture, SERVER_ID, MANAGER, TRUE, CONVENE_DAY - CONVENE_HOUR);
  assert_plan (fixture, MANAGER, MANAGER, CONVENE_HOST_SERVER);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), ==, 0);
  /* who has been told no asks for the privilege, and does not wait a day */
  know (fixture, SERVER_ID, MANAGER, FALSE, 6 * CONVENE_MINUTE);
  assert_plan (fixture, MANAGER, MANAGER, CONVENE_HOST_SERVER);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), ==, 1);
  fixture_free (fixture);
}

static void
test_scheduled_for (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  provide_browser (fixture);
  fixture_order (fixture, DELEGATE);
  assert_plan (fixture, STRANGER, ME, CONVENE_HOST_SCHEDULER);
  uid = schedule (fixture, MANAGER);
  interview = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_made (interview, MANAGER, BROWSER_ID);
  g_assert_cmpint (count_requests (fixture, MANAGER), ==, 1);
  g_assert_cmpint (count_requests (fixture, ME), ==, 0);
  g_clear_object (&interview);
  fixture_free (fixture);
}

/* An app that may not ask whom one may schedule for schedules for nobody; nothing is wrong with the account. */
static void
test_may_not_ask (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = NULL;

  provide_browser (fixture);
  fixture_order (fixture, DELEGATE);
  fixture_order (fixture, "{'fault': '4711', 'on': 'schedulers', 'times': 9}");
  assert_plan (fixture, MANAGER, ME, CONVENE_HOST_SCHEDULER);
  assert_plan (fixture, MANAGER, ME, CONVENE_HOST_SCHEDULER);
  g_assert_cmpuint (fixture_count_calls (fixture, "schedulers"), ==, 1);
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_state (account), ==, CONVENE_ACCOUNT_STATE_CONNECTED);
  fixture_free (fixture);
}

static void
assert_edited (Fixture    *fixture,
               const char *uid,
               const char *required,
               const char *manager)
{
  g_autoptr(ConveneInterview) edited = fixture_find (fixture, uid);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConvenePlan) planned = NULL;

  if (required != NULL)
    {
      g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_REQUIRED, "address", required, NULL);

      convene_interview_add_participant (edited, person);
    }
  if (manager != NULL)
    convene_participant_set_address (convene_interview_get_hiring_manager (edited), manager);
  convene_scheduler_plan_edit_async (convene_engine_get_scheduler (fixture->engine), edited, FALSE, NULL, fixture_result_cb, &result);
  planned = convene_scheduler_plan_finish (convene_engine_get_scheduler (fixture->engine), fixture_await (&result), NULL);
  g_assert_nonnull (planned);
}

/* Who may host is asked again where another hiring manager comes, not for whoever else does. */
static void
test_not_asked (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  guint            asked;

  provide_server (fixture);
  uid = schedule (fixture, MANAGER);
  know (fixture, SERVER_ID, MANAGER, TRUE, 2 * CONVENE_DAY);
  asked = fixture_count_calls (fixture, "user");
  assert_edited (fixture, uid, "required@example.com", NULL);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), ==, asked);
  assert_edited (fixture, uid, NULL, STRANGER);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), >, asked);
  fixture_free (fixture);
}

/* Nobody waits for Zoom longer than 3 seconds, and nobody waits twice; what was known before holds. */
static void
test_no_answer (void)
{
  static const char *const faults[] = {
    "{'fault': 'hang', 'on': 'user', 'times': 9}",
    "{'fault': 'drop', 'on': 'user', 'times': 9}",
    "{'fault': '500', 'on': 'user', 'times': 9}",
    "{'fault': 'invalid-json', 'on': 'user', 'times': 9}",
    "{'fault': 'truncated', 'on': 'user', 'times': 9}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      Fixture *fixture = fixture_new ();
      gint64   before;

      provide_server (fixture);
      know (fixture, SERVER_ID, MANAGER, TRUE, 2 * CONVENE_DAY);
      fixture_order (fixture, faults[i]);
      assert_plan (fixture, MANAGER, MANAGER, CONVENE_HOST_SERVER);
      before = convene_clock_now (fixture->clock);
      assert_plan (fixture, STRANGER, ME, CONVENE_HOST_SCHEDULER);
      g_test_message ("%s: after %d ms", faults[i], (int) ((convene_clock_now (fixture->clock) - before) / 1000));
      assert_plan (fixture, MANAGER, MANAGER, CONVENE_HOST_SERVER);
      g_assert_cmpuint (fixture_count_calls (fixture, "user"), <=, 2);
      fixture_free (fixture);
    }
}

static void
cancel_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneHostFacts) facts = convene_host_facts_read_finish (result, &error);

  g_assert_null (facts);
  g_assert_true (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  *(gboolean *) user_data = TRUE;
}

/* Whoever types on asks anew: the question before is not waited for, and is not held against Zoom. */
static void
test_cancelled (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  gboolean over = FALSE;

  provide_server (fixture);
  fixture_order (fixture, "{'fault': 'hang', 'on': 'user', 'times': 1}");
  convene_host_facts_read_async (convene_engine_get_accounts (fixture->engine), MANAGER, cancellable, cancel_cb, &over);
  while (fixture_count_calls (fixture, "user") == 0 && !over)
    fixture_pass (fixture, CONVENE_SECOND / 10);
  g_cancellable_cancel (cancellable);
  while (!over)
    g_main_context_iteration (NULL, TRUE);

  assert_plan (fixture, MANAGER, MANAGER, CONVENE_HOST_SERVER);
  fixture_free (fixture);
}

/* SH-13: a person may have another address at Zoom. */
static void
test_mapped (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(GAsyncResult) result = NULL;

  provide_server (fixture);
  convene_engine_set_place_async (fixture->engine, "hal@example.com", CONVENE_PLATFORM_ZOOM, MANAGER, NULL, fixture_result_cb, &result);
  g_assert_true (convene_engine_set_place_finish (fixture->engine, fixture_await (&result), NULL));
  assert_plan (fixture, "Hal@example.com", MANAGER, CONVENE_HOST_SERVER);
  g_clear_object (&result);
  fixture_free (fixture);
}

/* Zoom does not know, or does not let, the planned host when the meeting is made: the next one is taken at once, and no attempt is counted. */
static void
test_chosen_again (gconstpointer data)
{
  gboolean         server = GPOINTER_TO_INT (data);
  const char      *id = server ? SERVER_ID : BROWSER_ID;
  const char      *host = server ? STRANGER : MANAGER;
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  if (server)
    provide_server (fixture);
  else
    provide_browser (fixture);
  know (fixture, id, host, TRUE, 0);
  uid = schedule (fixture, host);
  interview = fixture_find (fixture, uid);
  g_assert_cmpstr (convene_meeting_get_host (convene_interview_get_meeting (interview)), ==, host);
  g_clear_object (&interview);

  interview = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_made (interview, ME, id);
  g_assert_cmpint (convene_operation_get_attempts (get_create (interview)), ==, 1);
  g_assert_cmpint (convene_operation_get_posts (get_create (interview)), ==, 1);
  g_assert_true (has_note (fixture, uid, host));
  g_assert_true (is_known_to_refuse (fixture, host));
  g_assert_cmpint (count_requests (fixture, host), ==, 0);
  /* Zoom counts what it refused to whoever asked, where it does not know another host, and says so with the next answer. */
  g_assert_cmpint (count_requests (fixture, ME), ==, server ? 1 : 2);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  assert_plan (fixture, host, ME, CONVENE_HOST_SCHEDULER);
  g_clear_object (&interview);
  fixture_free (fixture);
}

/* Where it is in doubt whether the host's meeting was made, nobody else's is made instead. */
static void
test_no_choice_in_doubt (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  provide_server (fixture);
  fixture_order (fixture, "{'fault': 'commit-then-drop', 'times': 1}");
  uid = schedule (fixture, MANAGER);
  interview = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_made (interview, MANAGER, SERVER_ID);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  g_clear_object (&interview);
  fixture_free (fixture);
}

/* Nor where Zoom refuses the host later: the request before, which was given up for lost, may have made it all the same. */
static void
test_no_choice_after_doubt (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  provide_server (fixture);
  fixture_order (fixture, "{'fault': 'drop-before', 'on': 'create', 'times': 1}");
  fixture_order (fixture, "{'fault': '1001', 'on': 'create', 'times': 1}");
  uid = schedule (fixture, MANAGER);
  interview = fixture_settle (fixture, uid, 2 * CONVENE_MINUTE);
  fixture_assert_operation (interview, CREATE, "failed:refused");
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 2);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);
  g_clear_object (&interview);
  fixture_free (fixture);
}

/* Zoom does not show the host's meetings: whether one was made is the host's to say, and another is made only when a person wants it. */
static void
test_unseen (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneAccount) account = NULL;

  provide_browser (fixture);
  fixture_order (fixture, DELEGATE);
  fixture_order (fixture, "{'fault': 'commit-then-drop', 'times': 1}");
  uid = schedule (fixture, MANAGER);
  interview = fixture_settle (fixture, uid, 2 * CONVENE_MINUTE);
  fixture_assert_operation (interview, CREATE, "failed:refused");
  g_assert_true (has_note (fixture, uid, MANAGER));
  g_assert_cmpint (convene_meeting_get_state (convene_interview_get_meeting (interview)), ==, CONVENE_MEETING_STATE_FAILED);
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_state (account), ==, CONVENE_ACCOUNT_STATE_CONNECTED);
  g_clear_object (&interview);

  g_assert_cmpint (fixture_retry (fixture->engine, uid), >=, 1);
  interview = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_made (interview, MANAGER, BROWSER_ID);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 2);
  g_clear_object (&interview);
  fixture_free (fixture);
}

/* TH-18: the day of a host whose requests are used up begins anew at midnight, also where somebody else makes the meeting. */
static void
test_quota (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConvenePlan) theirs = NULL;
  g_autoptr(ConvenePlan) mine = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  ConveneStore *store = convene_engine_get_store (fixture->engine);

  provide_server (fixture);
  convene_change_raise_requests (change, MANAGER, convene_clock_now (fixture->clock), CONVENE_DAILY_REQUESTS);
  convene_store_commit_async (store, change, NULL, fixture_result_cb, &result);
  g_assert_true (convene_store_commit_finish (store, fixture_await (&result), NULL));

  theirs = plan (fixture, MANAGER);
  mine = plan (fixture, STRANGER);
  g_assert_cmpint (convene_plan_get_quota_left (theirs), ==, 0);
  g_assert_nonnull (strstr (convene_plan_get_link (theirs), "after 00:00 UTC"));
  g_assert_cmpint (convene_plan_get_quota_left (mine), ==, 99);

  uid = schedule (fixture, MANAGER);
  interview = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (interview, CREATE, "waiting:quota");
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 0);
  g_clear_object (&interview);
  g_clear_object (&result);
  fixture_free (fixture);
}

/* The organization's account is connected anew, under another id, before it has made anything: it still makes the meeting for the host. */
static void
test_connected_anew (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneAccount) account = NULL;

  fixture_connect (fixture);
  uid = schedule (fixture, MANAGER);
  fixture_disconnect (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  fixture_connect (fixture);
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  interview = fixture_settle (fixture, uid, CONVENE_MINUTE);
  assert_made (interview, MANAGER, convene_account_get_id (account));
  g_clear_object (&interview);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_setenv ("CONVENE_TEST_CLOCK_SCALE", SCALE, TRUE);
  g_test_add_func ("/workflow/hosting/SH-13/server", test_server);
  g_test_add_func ("/workflow/hosting/SH-13/asked-again", test_asked_again);
  g_test_add_func ("/workflow/hosting/VC-29/scheduled-for", test_scheduled_for);
  g_test_add_func ("/workflow/hosting/VC-29/may-not-ask", test_may_not_ask);
  g_test_add_func ("/workflow/hosting/SH-13/not-asked", test_not_asked);
  g_test_add_func ("/workflow/hosting/SH-33/no-answer", test_no_answer);
  g_test_add_func ("/workflow/hosting/SH-33/cancelled", test_cancelled);
  g_test_add_func ("/workflow/hosting/SH-13/mapped", test_mapped);
  g_test_add_data_func ("/workflow/hosting/SH-33/chosen-again/server", GINT_TO_POINTER (TRUE), test_chosen_again);
  g_test_add_data_func ("/workflow/hosting/SH-33/chosen-again/scheduled-for", GINT_TO_POINTER (FALSE), test_chosen_again);
  g_test_add_func ("/workflow/hosting/SH-36/no-choice-in-doubt", test_no_choice_in_doubt);
  g_test_add_func ("/workflow/hosting/SH-36/no-choice-after-doubt", test_no_choice_after_doubt);
  g_test_add_func ("/workflow/hosting/VC-29/unseen", test_unseen);
  g_test_add_func ("/workflow/hosting/TH-18/of-the-host", test_quota);
  g_test_add_func ("/workflow/hosting/TA-19/connected-anew", test_connected_anew);

  return g_test_run ();
}
