/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-json.h"
#include "oauth-fixture.h"

static void
test_server (Fixture      *self,
             gconstpointer data)
{
  fixture_get (self);
  assert_token (self, "access-1");
  assert_request (self, 0, "/oauth/token " BASIC " " SERVER_FORM);
  g_assert_cmpstr (convene_oauth_session_get_scopes (self->session), ==, "user:read:user");
  g_assert_null (convene_oauth_session_get_api_url (self->session));

  fixture_get (self);
  assert_token (self, "access-1");
  g_assert_cmpuint (self->requests->len, ==, 1);
}

static void
test_refresh_public (Fixture      *self,
                     gconstpointer data)
{
  fixture_get (self);
  assert_token (self, "access-1");
  assert_request (self, 0, "/oauth/token - grant_type=refresh_token&refresh_token=refresh-0&client_id=client");
  g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-1");

  /* the one that came is the next one's */
  stub_clock_advance (self->clock, CONVENE_HOUR);
  fixture_get (self);
  assert_token (self, "access-2");
  assert_request (self, 1, "/oauth/token - grant_type=refresh_token&refresh_token=refresh-1&client_id=client");
}

static void
test_refresh_confidential (Fixture      *self,
                           gconstpointer data)
{
  stub_vault_set (self->vault, ID, "client-secret", "secret");
  fixture_get (self);
  assert_token (self, "access-1");
  assert_request (self, 0, "/oauth/token " BASIC " grant_type=refresh_token&refresh_token=refresh-0");
}

/* An answer without a refresh token leaves the old one in force (RFC 6749 §6). */
static void
test_refresh_kept (Fixture      *self,
                   gconstpointer data)
{
  static const Answer answer = { SINGLE };

  fixture_set_answers (self, &answer, 1);
  fixture_get (self);
  assert_token (self, "access-1");
  g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-0");
}

static void
test_api_url (Fixture      *self,
              gconstpointer data)
{
  static const Answer  answer = { 200, "{\"access_token\":\"a\",\"scope\":\"b c\",\"api_url\":\"http://127.0.0.1:99/\"}" };
  ConveneOauthSession *next;

  fixture_set_answers (self, &answer, 1);
  fixture_get (self);
  g_assert_cmpstr (convene_oauth_session_get_api_url (self->session), ==, "http://127.0.0.1:99");

  /* and is known to the next run, which asks for nothing */
  next = create_session (self);
  g_assert_null (convene_oauth_session_get_api_url (next));
  fixture_get_from (self, next);
  assert_token (self, "a");
  g_assert_cmpuint (self->requests->len, ==, 1);
  g_assert_cmpstr (convene_oauth_session_get_api_url (next), ==, "http://127.0.0.1:99");
  g_assert_cmpstr (convene_oauth_session_get_scopes (next), ==, "b c");
  g_assert_finalize_object (next);
}

/* Five minutes before its end a token is replaced, and not earlier. */
static void
test_expiry (Fixture      *self,
             gconstpointer data)
{
  fixture_get (self);
  stub_clock_advance (self->clock, 55 * CONVENE_MINUTE - 1);
  fixture_get (self);
  assert_token (self, "access-1");
  stub_clock_advance (self->clock, 1);
  fixture_get (self);
  assert_token (self, "access-2");
}

/* A token that ends at once is given to who waited for it. */
static void
test_short_life (Fixture      *self,
                 gconstpointer data)
{
  static const Answer answer = { 200, "{\"access_token\":\"access-#\",\"expires_in\":0}" };

  fixture_set_answers (self, &answer, 1);
  fixture_get (self);
  assert_token (self, "access-1");
  g_assert_cmpuint (self->requests->len, ==, 1);
}

static void
test_other_client (Fixture      *self,
                   gconstpointer data)
{
  fixture_get (self);
  convene_account_set_client_id (self->account, "another");
  g_assert_finalize_object (self->session);
  self->session = create_session (self);
  fixture_get (self);
  assert_token (self, "access-2");
}

static void
test_single_flight (Fixture      *self,
                    gconstpointer data)
{
  for (int i = 0; i < 50; i++)
    convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), NULL, got_cb, self);
  fixture_wait (self, 50);
  assert_token (self, "access-1");
  g_assert_cmpuint (self->requests->len, ==, 1);
}

static void
test_single_flight_error (Fixture      *self,
                          gconstpointer data)
{
  static const Answer answer = { 400, "{\"error\":\"invalid_grant\"}" };

  fixture_set_answers (self, &answer, 1);
  for (int i = 0; i < 50; i++)
    convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), NULL, got_cb, self);
  fixture_wait (self, 50);
  assert_error (self, CONVENE_ERROR_SIGNED_OUT);
  g_assert_cmpuint (self->requests->len, ==, 1);
}

/* Fifty that want to speak with Zoom when the hour is over: one refresh token is spent. */
static void
test_fifty (Fixture      *self,
            gconstpointer data)
{
  fixture_get (self);
  stub_clock_advance (self->clock, CONVENE_HOUR);
  self->done = 0;
  for (int i = 0; i < 50; i++)
    convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), NULL, got_cb, self);
  fixture_wait (self, 50);
  assert_token (self, "access-2");
  g_assert_cmpuint (self->requests->len, ==, 2);
  assert_request (self, 1, "/oauth/token - grant_type=refresh_token&refresh_token=refresh-1&client_id=client");
  g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-2");
}

/* One file for what takes turns: all that speak for the same Zoom account by the same app. */
static void
test_lock_name (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *name = convene_account_dup_lock_name (self->account);
  g_autofree char *file = g_strdup_printf ("token-%s.lock", name);
  g_autofree char *path = g_build_filename (self->folder, file, NULL);

  g_assert_null (strchr (name, '/'));
  fixture_get (self);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_null (convene_oauth_session_get_tls (self->session));
}

/* Two processes, as far as a lock and a vault can tell: one asks. */
static void
test_two_processes (Fixture      *self,
                    gconstpointer data)
{
  ConveneOauthSession *other = create_session (self);

  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), NULL, got_cb, self);
  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (other), NULL, got_cb, self);
  fixture_wait (self, 2);
  assert_token (self, "access-1");
  g_assert_cmpuint (self->requests->len, ==, 1);

  /* Both hold the token that is refused: again one asks, and the other takes what it got. */
  convene_token_source_invalidate (CONVENE_TOKEN_SOURCE (self->session), self->token);
  convene_token_source_invalidate (CONVENE_TOKEN_SOURCE (other), self->token);
  self->done = 0;
  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), NULL, got_cb, self);
  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (other), NULL, got_cb, self);
  fixture_wait (self, 2);
  assert_token (self, "access-2");
  g_assert_cmpuint (self->requests->len, ==, 2);
  g_assert_finalize_object (other);
}

static void
test_invalidate (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr(ConveneSecret) first = NULL;

  fixture_get (self);
  first = convene_secret_ref (self->token);
  convene_token_source_invalidate (CONVENE_TOKEN_SOURCE (self->session), first);
  fixture_get (self);
  assert_token (self, "access-2");

  /* late news of a token that was replaced */
  convene_token_source_invalidate (CONVENE_TOKEN_SOURCE (self->session), first);
  fixture_get (self);
  assert_token (self, "access-2");
  g_assert_cmpuint (self->requests->len, ==, 2);
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), cancellable, got_cb, self);
  g_cancellable_cancel (cancellable);
  fixture_wait (self, 1);
  assert_error (self, CONVENE_ERROR_CANCELLED);

  /* already cancelled */
  self->done = 0;
  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), cancellable, got_cb, self);
  fixture_wait (self, 1);
  assert_error (self, CONVENE_ERROR_CANCELLED);

  /* What the first one started went on without it. */
  fixture_get (self);
  assert_token (self, "access-1");
  g_assert_cmpuint (self->requests->len, ==, 1);
}

static void
test_cancel_one (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), cancellable, got_cb, self);
  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), NULL, got_cb, self);
  g_cancellable_cancel (cancellable);
  fixture_wait (self, 1);
  assert_error (self, CONVENE_ERROR_CANCELLED);
  fixture_wait (self, 2);
  assert_token (self, "access-1");
  g_assert_cmpuint (self->requests->len, ==, 1);
}

/* The whole way: a request whose token is refused is sent again with another. */
static void
replied_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneHttpReply) reply = convene_http_session_send_json_finish (CONVENE_HTTP_SESSION (object), result, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (convene_http_reply_get_status (reply), ==, 201);
  self->done++;
}

static void
test_replay (Fixture      *self,
             gconstpointer data)
{
  static const Answer answers[] = { { SINGLE }, { 401, "{\"code\":124,\"message\":\"Access token is expired.\"}" }, { SINGLE }, { 201, "{}" } };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  convene_http_session_send_json_async (self->http, "POST", convene_account_get_oauth_url (self->account), NULL, CONVENE_TOKEN_SOURCE (self->session),
                                        NULL, replied_cb, self);
  fixture_wait (self, 1);
  assert_request (self, 0, "/oauth/token " BASIC " " SERVER_FORM);
  assert_request (self, 1, "/oauth Bearer access-1 ");
  assert_request (self, 2, "/oauth/token " BASIC " " SERVER_FORM);
  assert_request (self, 3, "/oauth Bearer access-3 ");
}

static void
revoked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *self = user_data;

  g_clear_error (&self->error);
  g_assert_cmpint (convene_oauth_session_revoke_finish (CONVENE_OAUTH_SESSION (object), result, &self->error), ==, self->error == NULL);
  self->done++;
}

static void
fixture_revoke (Fixture *self)
{
  self->done = 0;
  convene_oauth_session_revoke_async (self->session, NULL, revoked_cb, self);
  fixture_wait (self, 1);
}

static void
test_revoke (Fixture      *self,
             gconstpointer data)
{
  static const Answer answers[] = { { SINGLE }, { 200, "{\"status\":\"success\"}" }, { SINGLE } };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  fixture_revoke (self);
  g_assert_no_error (self->error);
  assert_request (self, 1, "/oauth/revoke " BASIC " token=access-1");

  /* What was revoked is used no more, not even from the vault. */
  fixture_get (self);
  assert_token (self, "access-3");
}

static void
test_revoke_public (Fixture      *self,
                    gconstpointer data)
{
  static const Answer answers[] = { { PAIR }, { 200, "{\"status\":\"success\"}" } };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  fixture_revoke (self);
  g_assert_no_error (self->error);
  assert_request (self, 1, "/oauth/revoke - token=access-1&client_id=client");
}

static void
test_revoke_failure (Fixture      *self,
                     gconstpointer data)
{
  static const Answer answers[] = { { SINGLE }, { HTML } };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  fixture_revoke (self);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);
  fixture_get (self);
  assert_token (self, "access-1");
}

typedef void (*Test) (Fixture *self, gconstpointer data);

static void
add_server (const char *path,
            Test        test)
{
  g_test_add (path, Fixture, GINT_TO_POINTER (CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER), fixture_set_up, test, fixture_tear_down);
}

static void
add_browser (const char *path,
             Test        test)
{
  g_test_add (path, Fixture, GINT_TO_POINTER (CONVENE_ACCOUNT_METHOD_BROWSER), fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_server ("/oauth/grant/server", test_server);
  add_browser ("/oauth/grant/refresh-public", test_refresh_public);
  add_browser ("/oauth/grant/refresh-confidential", test_refresh_confidential);
  add_browser ("/oauth/grant/refresh-kept", test_refresh_kept);
  add_server ("/oauth/grant/api-url", test_api_url);
  add_server ("/oauth/expiry/margin", test_expiry);
  add_server ("/oauth/expiry/at-once", test_short_life);
  add_server ("/oauth/expiry/other-client", test_other_client);
  add_server ("/oauth/flight/single", test_single_flight);
  add_browser ("/oauth/flight/fifty", test_fifty);
  add_server ("/oauth/lock/name-server", test_lock_name);
  add_browser ("/oauth/lock/name-browser", test_lock_name);
  add_server ("/oauth/flight/error", test_single_flight_error);
  add_server ("/oauth/flight/two-processes", test_two_processes);
  add_browser ("/oauth/flight/two-processes-refresh", test_two_processes);
  add_server ("/oauth/flight/invalidate", test_invalidate);
  add_server ("/oauth/cancel/all", test_cancel);
  add_server ("/oauth/cancel/one", test_cancel_one);
  add_server ("/oauth/replay", test_replay);
  add_server ("/oauth/SH-52/revoke", test_revoke);
  add_browser ("/oauth/SH-52/revoke-public", test_revoke_public);
  add_server ("/oauth/SH-52/revoke-failure", test_revoke_failure);

  return g_test_run ();
}
