/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Zoom accounts connected by browser and by code, through the real listener. */

#include <glib.h>

#include <string.h>

#include "browser-person.h"
#include "convene-error.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE

/* TH-1, SH-7: the account is there, its secrets are under a key of its own, and it hosts. */
static void
test_connect (void)
{
  Fixture *fixture = fixture_new ();
  Person   person = { .client_id = CONVENE_PRACTICE_CLIENT_ID };
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneGrants) grants = NULL;
  g_autoptr(GError) error = NULL;

  fixture_order (fixture, "{'set':{'consent':1}}");
  account = person_sign_in (fixture, &person, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (person.stages->str, ==, "PBFO");
  g_assert_null (person.warning);
  g_assert_cmpint (convene_account_get_method (account), ==, CONVENE_ACCOUNT_METHOD_BROWSER);
  g_assert_cmpint (convene_account_get_state (account), ==, CONVENE_ACCOUNT_STATE_CONNECTED);
  g_assert_cmpstr (convene_account_get_address (account), ==, CONVENE_PRACTICE_HOST);
  g_assert_cmpstr (convene_account_get_name (account), ==, CONVENE_PRACTICE_HOST_NAME);
  g_assert_cmpint (convene_account_get_connected_at (account), ==, convene_account_get_checked_at (account));
  g_assert_cmpstr (convene_account_get_secret_id (account), !=, convene_account_get_id (account));
  g_assert_true (person_has_secret (fixture, convene_account_get_secret_id (account), "refresh-token"));
  g_assert_false (person_has_secret (fixture, convene_account_get_id (account), "refresh-token"));
  g_assert_false (person_has_secret (fixture, convene_account_get_secret_id (account), "probe"));
  grants = convene_accounts_describe_grants (convene_engine_get_accounts (fixture->engine), account);
  g_assert_cmpuint (g_strv_length (grants->granted), >, 0);
  g_assert_cmpuint (g_strv_length (grants->missing), ==, 0);
  for (guint i = 0; grants->granted[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const *) grants->extra, grants->granted[i]) || convene_grant_to_words (grants->granted[i]) != NULL);
  person_assert_works (fixture, "Staff Engineer");
  person_clear (&person);
  fixture_free (fixture);
}

/* SH-7: a program's app is used where no other is named, with its secret. */
static void
test_own_app (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneSecret) secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  Person person = { 0 };
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) none = NULL;
  g_autoptr(GError) error = NULL;
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);

  g_assert_false (convene_accounts_has_app (accounts));
  account = person_sign_in (fixture, &person, &none);
  g_assert_error (none, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (none), ==, "client_id");
  person_clear (&person);

  convene_accounts_set_app (accounts, CONVENE_PRACTICE_CLIENT_ID, secret);
  g_assert_true (convene_accounts_has_app (accounts));
  fixture_order (fixture, "{'set':{'consent':1}}");
  person = (Person){ 0 };
  account = person_sign_in (fixture, &person, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_account_get_client_id (account), ==, CONVENE_PRACTICE_CLIENT_ID);
  person_clear (&person);
  fixture_free (fixture);
}

/* SH-8, X-2: a free account says so. */
static void
test_basic (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = NULL;

  fixture_order (fixture, "{'set':{'consent_user':2}}");
  account = person_connect (fixture);
  g_assert_cmpstr (convene_account_get_plan (account), ==, "basic");
  g_assert_cmpstr (convene_account_get_address (account), ==, "basic@example.com");
  fixture_free (fixture);
}

/* What leaves nothing behind: order to practice, how the person behaves, what it is told. */
typedef struct
{
  const char  *name;
  const char  *order;
  PersonHabit  habit;
  const char  *client_secret;
  int          cancel_at;
  ConveneError code;
  const char  *field;
} Refusal;

static const Refusal refusals[] = {
  { "TH-9/declined", "{'set':{'consent':2}}", PERSON_FOLLOWS, NULL, 0, CONVENE_ERROR_REFUSED, "declined" },
  { "SH-43/client", "{'set':{'consent':1}}", PERSON_FOLLOWS, "wrong", 0, CONVENE_ERROR_SIGNED_OUT, "client" },
  { "TH-4/not-approved", "[{'set':{'consent':1}},{'fault':'4738'}]", PERSON_FOLLOWS, NULL, 0, CONVENE_ERROR_REFUSED, "approval" },
  { "VC-35/redirect", "[{'set':{'consent':1}},{'fault':'4709'}]", PERSON_FOLLOWS, NULL, 0, CONVENE_ERROR_REFUSED, "redirect" },
  { "cancelled/waiting", "{'set':{'consent':1}}", PERSON_WAITS, NULL, CONVENE_SIGN_IN_STAGE_BROWSER, CONVENE_ERROR_CANCELLED, NULL },
  { "cancelled/finishing", "{'set':{'consent':1}}", PERSON_FOLLOWS, NULL, CONVENE_SIGN_IN_STAGE_FINISHING, CONVENE_ERROR_CANCELLED, NULL },
  { "timeout", "{'set':{'consent':1}}", PERSON_WAITS, NULL, 0, CONVENE_ERROR_UNREACHABLE, "timeout" },
  { "bad-api-url", "[{'set':{'consent':1}},{'fault':'bad-api-url'}]", PERSON_FOLLOWS, NULL, 0, CONVENE_ERROR_BAD_ANSWER, "api_url" },
  { "html", "[{'set':{'consent':1}},{'fault':'html','on':'token'}]", PERSON_FOLLOWS, NULL, 0, CONVENE_ERROR_BAD_ANSWER, NULL },
  { "lost", "[{'set':{'consent':1}},{'fault':'commit-then-drop','on':'token'}]", PERSON_FOLLOWS, NULL, 0, CONVENE_ERROR_UNREACHABLE, NULL },
  { "user-html", "[{'set':{'consent':1}},{'fault':'html','on':'user'}]", PERSON_FOLLOWS, NULL, 0, CONVENE_ERROR_BAD_ANSWER, NULL },
  { "SH-44/missing", "[{'set':{'consent':1}},{'scopes':'user:read:user meeting:read:meeting'}]", PERSON_FOLLOWS, NULL, 0, CONVENE_ERROR_MISSING_SCOPES, NULL },
};

static void
test_refused (gconstpointer data)
{
  const Refusal *refusal = data;
  Fixture       *fixture = fixture_new ();
  Person         person = { .habit = refusal->habit, .client_id = CONVENE_PRACTICE_CLIENT_ID, .client_secret = refusal->client_secret, .cancel_at = refusal->cancel_at };
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;

  fixture_order (fixture, refusal->order);
  account = person_sign_in (fixture, &person, &error);
  g_assert_error (error, CONVENE_ERROR, (int) refusal->code);
  if (refusal->field != NULL)
    g_assert_cmpstr (convene_error_get_field (error), ==, refusal->field);
  g_assert_null (account);
  g_assert_cmpuint (person_count_accounts (fixture, CONVENE_ACCOUNT_KIND_ZOOM), ==, 0);
  if (!g_str_equal (refusal->name, "lost"))
    g_assert_cmpuint (person_count_tokens (fixture, "refresh"), ==, 0);
  g_assert_cmpint (person.stages->str[person.stages->len - 1], ==, 'O');
  person_clear (&person);
  fixture_free (fixture);
}

/* Nothing of what went wrong takes anything from what was connected before. */
static void
test_older_works_on (gconstpointer data)
{
  const Refusal *refusal = data;
  Fixture       *fixture = fixture_new ();
  g_autoptr(ConveneAccount) before = person_connect (fixture);
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneAccount) after = NULL;
  g_autoptr(GError) error = NULL;
  Person person = { .habit = refusal->habit, .client_id = CONVENE_PRACTICE_CLIENT_ID, .client_secret = refusal->client_secret, .cancel_at = refusal->cancel_at, .reconnect = convene_account_get_id (before) };

  fixture_order (fixture, "{'set':{'second_login_revokes':0}}");
  fixture_order (fixture, refusal->order);
  account = person_sign_in (fixture, &person, &error);
  g_assert_error (error, CONVENE_ERROR, (int) refusal->code);
  after = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpstr (convene_account_get_secret_id (after), ==, convene_account_get_secret_id (before));
  g_assert_cmpint (convene_account_get_connected_at (after), ==, convene_account_get_connected_at (before));
  g_assert_true (person_has_secret (fixture, convene_account_get_secret_id (before), "refresh-token"));
  person_clear (&person);
  fixture_free (fixture);
}

/* SH-54: an answer with another state is refused, is told, and does not end the attempt. */
static void
test_state (void)
{
  Fixture *fixture = fixture_new ();
  Person   person = { .habit = PERSON_IS_MISLED, .client_id = CONVENE_PRACTICE_CLIENT_ID };
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;

  fixture_order (fixture, "{'set':{'consent':1}}");
  account = person_sign_in (fixture, &person, &error);
  g_assert_no_error (error);
  g_assert_nonnull (account);
  g_assert_nonnull (person.warning);
  person_clear (&person);
  fixture_free (fixture);
}

/* VC-40: there is an address to copy, and it is still waited for. */
static void
test_no_browser (void)
{
  Fixture *fixture = fixture_new ();
  Person   person = { .habit = PERSON_HAS_NONE, .client_id = CONVENE_PRACTICE_CLIENT_ID };
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;

  account = person_sign_in (fixture, &person, &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);
  g_assert_nonnull (person.warning);
  g_assert_nonnull (strstr (person.address, "/oauth/authorize?"));
  person_clear (&person);
  fixture_free (fixture);
}

/* Reconnecting as somebody else is no reconnecting: both are named, and the new sign-in is not left at Zoom. */
static void
test_other_user (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) before = person_connect (fixture);
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;
  Person person = { .client_id = CONVENE_PRACTICE_CLIENT_ID, .reconnect = convene_account_get_id (before) };

  fixture_order (fixture, "{'set':{'consent_user':1}}");
  account = person_sign_in (fixture, &person, &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_assert_cmpstr (convene_error_get_field (error), ==, "user");
  g_assert_nonnull (strstr (error->message, "recruiter@example.com"));
  g_assert_nonnull (strstr (error->message, "hiring.manager@example.com"));
  g_assert_cmpuint (person_count_accounts (fixture, CONVENE_ACCOUNT_KIND_ZOOM), ==, 1);
  g_assert_cmpuint (person_count_tokens (fixture, "refresh"), ==, 1);
  person_assert_works (fixture, "Staff Engineer");
  person_clear (&person);
  fixture_free (fixture);
}

/* SH-53: without being meant as a reconnection it is another account. */
static void
test_second_user (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) first = person_connect (fixture);
  g_autoptr(ConveneAccount) second = NULL;

  fixture_order (fixture, "{'set':{'consent_user':1}}");
  second = person_connect (fixture);
  g_assert_cmpstr (convene_account_get_id (first), !=, convene_account_get_id (second));
  g_assert_cmpuint (person_count_accounts (fixture, CONVENE_ACCOUNT_KIND_ZOOM), ==, 2);
  fixture_free (fixture);
}

/* The same person again: the account stays, its sign-in is the new one, and nothing of the older is left. */
static void
test_again (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) before = person_connect (fixture);
  g_autoptr(ConveneAccount) after = person_connect (fixture);

  g_assert_cmpstr (convene_account_get_id (after), ==, convene_account_get_id (before));
  g_assert_cmpstr (convene_account_get_secret_id (after), !=, convene_account_get_secret_id (before));
  g_assert_cmpint (convene_account_get_connected_at (after), >, convene_account_get_connected_at (before));
  fixture_pass (fixture, CONVENE_MINUTE);
  g_assert_false (person_has_secret (fixture, convene_account_get_secret_id (before), "refresh-token"));
  g_assert_true (person_has_secret (fixture, convene_account_get_secret_id (after), "refresh-token"));
  person_assert_works (fixture, "Staff Engineer");
  fixture_free (fixture);
}

/* SH-44: what was connected may have ended at Zoom with the new sign-in, so the new one is kept, and says what it lacks. */
static void
test_missing_again (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) before = person_connect (fixture);
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneAccount) after = NULL;
  g_autoptr(GError) error = NULL;
  Person person = { .client_id = CONVENE_PRACTICE_CLIENT_ID, .reconnect = convene_account_get_id (before) };

  fixture_order (fixture, "{'scopes':'user:read:user meeting:write:meeting meeting:read:meeting meeting:update:meeting meeting:read:list_meetings'}");
  account = person_sign_in (fixture, &person, &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES);
  g_assert_nonnull (strstr (error->message, "meeting:delete:meeting"));
  after = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_state (after), ==, CONVENE_ACCOUNT_STATE_MISSING_SCOPES);
  g_assert_cmpstr (convene_account_get_missing_scopes (after), ==, "meeting:delete:meeting");
  g_assert_cmpstr (convene_account_get_secret_id (after), !=, convene_account_get_secret_id (before));
  person_clear (&person);
  fixture_free (fixture);
}

/* SH-40, SH-41: removed at Zoom, the work waits; after Reconnect it goes on by itself. */
static void
test_reconnect (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) before = person_connect (fixture);
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneInterview) planned = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) waiting = NULL;
  g_autoptr(ConveneInterview) done = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = NULL;
  Person           person = { .reconnect = convene_account_get_id (before) };

  fixture_order (fixture, "{'revoke':{'user':'recruiter@example.com'}}");
  uid = fixture_schedule (fixture, planned);
  waiting = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (waiting, CREATE, "waiting:signed-out");

  account = person_sign_in (fixture, &person, &error);
  g_assert_no_error (error);
  done = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
  fixture_assert_operation (done, CREATE, "done");
  person_clear (&person);
  fixture_free (fixture);
}

static void
code_cb (ConveneSignIn *sign_in,
         GParamSpec    *pspec,
         Fixture       *fixture)
{
  g_autofree char *order = NULL;

  if (convene_sign_in_get_stage (sign_in) != CONVENE_SIGN_IN_STAGE_CODE)
    return;

  g_assert_nonnull (convene_sign_in_get_address (sign_in));
  g_assert_cmpint (convene_sign_in_get_expires_at (sign_in), >, convene_clock_now (fixture->clock));
  order = g_strdup_printf ("{'device':{'user_code':'%s','user':'recruiter@example.com','allow':%s}}", convene_sign_in_get_user_code (sign_in),
                           g_object_get_data (G_OBJECT (sign_in), "decline") != NULL ? "false" : "true");
  fixture_order (fixture, order);
}

/* SH-7: with a code that is typed on another device; or declined there. */
static void
test_device (gconstpointer decline)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneSignIn) sign_in = convene_sign_in_new_device (convene_engine_get_accounts (fixture->engine), CONVENE_PRACTICE_CLIENT_ID, NULL, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;

  g_object_set_data (G_OBJECT (sign_in), "decline", (gpointer) decline);
  fixture_order (fixture, "{'set':{'device_interval_s':0}}");
  g_signal_connect (sign_in, "notify::stage", G_CALLBACK (code_cb), fixture);
  convene_sign_in_run_async (sign_in, NULL, fixture_result_cb, &result);
  account = convene_sign_in_run_finish (sign_in, fixture_await (&result), &error);
  if (decline != NULL)
    {
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
      g_assert_cmpstr (convene_error_get_field (error), ==, "declined");
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpint (convene_account_get_method (account), ==, CONVENE_ACCOUNT_METHOD_DEVICE);
      person_assert_works (fixture, "Staff Engineer");
    }
  g_clear_object (&result);
  g_clear_object (&sign_in);
  fixture_free (fixture);
}

/* VC-37: only once Zoom refused them. */
static void
test_swapped (void)
{
  Fixture         *fixture = fixture_new ();
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(ConveneSecret) secret = convene_secret_new ("AbCdEfGhIjKlMnOpQrStUv");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;

  convene_accounts_connect_server_to_server_async (accounts, CONVENE_PRACTICE_ACCOUNT_NUMBER, "AbCdEfGhIjKlMnOpQrStUvWxYz012345", secret, CONVENE_PRACTICE_HOST, NULL,
                                                   fixture_result_cb, &result);
  account = convene_accounts_connect_server_to_server_finish (accounts, fixture_await (&result), &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT);
  g_assert_nonnull (strstr (error->message, "place"));
  g_clear_object (&result);
  fixture_free (fixture);
}

/* VC-37: by browser it is Zoom's page that does not know the client, and it never comes back: so it is said beforehand. */
static void
test_swapped_in_browser (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GError) error = NULL;
  Person person = { .habit = PERSON_WAITS, .client_id = "AbCdEfGhIjKlMnOpQrStUvWxYz012345", .client_secret = "AbCdEfGhIjKlMnOpQrStUv", .cancel_at = CONVENE_SIGN_IN_STAGE_BROWSER };

  account = person_sign_in (fixture, &person, &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_nonnull (person.warning);
  g_assert_nonnull (strstr (person.warning, "other’s place"));
  person_clear (&person);
  fixture_free (fixture);
}

/* §3.9: one app of one Zoom account is one account here, whichever host it is connected for. */
static void
test_other_host (void)
{
  Fixture         *fixture = fixture_new ();
  ConveneAccounts *accounts = convene_engine_get_accounts (fixture->engine);
  g_autoptr(ConveneSecret) secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(ConveneAccount) before = NULL;

  fixture_connect (fixture);
  before = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  convene_accounts_connect_server_to_server_async (accounts, CONVENE_PRACTICE_ACCOUNT_NUMBER, CONVENE_PRACTICE_CLIENT_ID, secret, "hiring.manager@example.com", NULL,
                                                   fixture_result_cb, &result);
  account = convene_accounts_connect_server_to_server_finish (accounts, fixture_await (&result), NULL);
  g_assert_cmpstr (convene_account_get_id (account), ==, convene_account_get_id (before));
  g_assert_cmpstr (convene_account_get_address (account), ==, "hiring.manager@example.com");
  g_assert_cmpuint (person_count_accounts (fixture, CONVENE_ACCOUNT_KIND_ZOOM), ==, 1);
  g_clear_object (&result);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/sign-in/TH-1/connect", test_connect);
  g_test_add_func ("/workflow/sign-in/SH-7/own-app", test_own_app);
  g_test_add_func ("/workflow/sign-in/SH-8/basic", test_basic);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/sign-in/", refusals[i].name, NULL);
      g_autofree char *older = g_strconcat ("/workflow/sign-in/older-works-on/", refusals[i].name, NULL);

      g_test_add_data_func (path, &refusals[i], test_refused);
      if (refusals[i].code != CONVENE_ERROR_MISSING_SCOPES)
        g_test_add_data_func (older, &refusals[i], test_older_works_on);
    }
  g_test_add_func ("/workflow/sign-in/SH-54/state", test_state);
  g_test_add_func ("/workflow/sign-in/VC-40/no-browser", test_no_browser);
  g_test_add_func ("/workflow/sign-in/other-user", test_other_user);
  g_test_add_func ("/workflow/sign-in/SH-53/second-user", test_second_user);
  g_test_add_func ("/workflow/sign-in/again", test_again);
  g_test_add_func ("/workflow/sign-in/SH-44/missing-again", test_missing_again);
  g_test_add_func ("/workflow/sign-in/SH-40/reconnect", test_reconnect);
  g_test_add_data_func ("/workflow/sign-in/SH-7/device", NULL, test_device);
  g_test_add_data_func ("/workflow/sign-in/TH-9/device-declined", "yes", test_device);
  g_test_add_func ("/workflow/sign-in/VC-37/swapped", test_swapped);
  g_test_add_func ("/workflow/sign-in/VC-37/swapped-in-browser", test_swapped_in_browser);
  g_test_add_func ("/workflow/sign-in/other-host", test_other_host);

  return g_test_run ();
}
