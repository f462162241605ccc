/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-oauth-revoke.h"
#include "oauth-fixture.h"

#define REVOKED 200, "{\"status\":\"success\"}"

static void
revoked_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Fixture *self = user_data;

  g_clear_error (&self->error);
  g_assert_cmpint (convene_oauth_revoke_tokens_finish (result, &self->error), ==, self->error == NULL);
  self->done++;
}

static void
revoke_tokens (Fixture    *self,
               const char *access,
               const char *refresh,
               const char *secret)
{
  g_autoptr(ConveneSecret) client_secret = secret != NULL ? convene_secret_new (secret) : NULL;
  ConveneOauthTokens *tokens = g_new0 (ConveneOauthTokens, 1);
  ConveneOauthApp     app = fixture_get_app (self, client_secret);

  tokens->access = access != NULL ? convene_secret_new (access) : NULL;
  tokens->refresh = refresh != NULL ? convene_secret_new (refresh) : NULL;
  self->done = 0;
  convene_oauth_revoke_tokens_async (&app, tokens, NULL, revoked_cb, self);
  convene_oauth_tokens_free (tokens);
  fixture_wait (self, 1);
}

static void
test_which (Fixture      *self,
            gconstpointer data)
{
  static const Answer answer = { REVOKED };

  fixture_set_answers (self, &answer, 1);
  revoke_tokens (self, "access", "refresh", NULL);
  g_assert_no_error (self->error);
  assert_request (self, 0, "/oauth/revoke - token=access&client_id=client");
  revoke_tokens (self, NULL, "refresh", NULL);
  assert_request (self, 1, "/oauth/revoke - token=refresh&client_id=client");
  revoke_tokens (self, "access", NULL, "secret");
  assert_request (self, 2, "/oauth/revoke " BASIC " token=access");
}

/* A token that is no longer good is as revoked as can be. Nothing is asked twice. */
static void
test_failures (Fixture      *self,
               gconstpointer data)
{
  static const struct
  {
    Answer      answer;
    int         code; /* -1: revoked */
    const char *says;
  } rows[] = {
    { { REVOKED }, -1, NULL },
    { { 204, "" }, -1, NULL },
    { { 200, "<html></html>" }, -1, NULL },
    { { 200, "{\"status\":7,\"status\":[]}" }, -1, NULL },
    { { BAD_GRANT }, -1, NULL },
    { { 400, "{\"reason\":\"Invalid token\",\"error\":\"invalid_request\"}" }, -1, NULL },
    { { 400, "{\"errorCode\":4741}" }, -1, NULL },
    { { 400, "{\"reason\":\"Too many concurrent requests. A request to disassociate this user has already been made.\"}" },
      CONVENE_ERROR_RATE_LIMITED,
      "Too many concurrent requests" },
    { { 429, "{\"reason\":\"Too many concurrent requests. A request to disassociate this user has already been made.\"}" },
      CONVENE_ERROR_RATE_LIMITED,
      "Too many concurrent requests" },
    { { 429, "" }, CONVENE_ERROR_RATE_LIMITED, NULL },
    { { BAD_CLIENT }, CONVENE_ERROR_SIGNED_OUT, NULL },
    { { 404, "" }, CONVENE_ERROR_REFUSED, NULL },
    { { ELSEWHERE }, CONVENE_ERROR_BAD_ANSWER, NULL },
    { { HTML }, CONVENE_ERROR_UNREACHABLE, NULL },
    { { LOST }, CONVENE_ERROR_UNREACHABLE, NULL },
    { { TRUNCATED }, CONVENE_ERROR_UNREACHABLE, NULL },
    { { SLOW }, CONVENE_ERROR_UNREACHABLE, NULL },
    { { HUGE_BODY }, CONVENE_ERROR_BAD_ANSWER, NULL },
  };

  g_object_set (self->http, "timeout", 300, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_set_answers (self, &rows[i].answer, 1);
      revoke_tokens (self, "access", NULL, NULL);
      g_test_message ("row %d: %s", (int) i, self->error != NULL ? self->error->message : "revoked");
      if (rows[i].code < 0)
        g_assert_no_error (self->error);
      else
        g_assert_error (self->error, CONVENE_ERROR, rows[i].code);
      if (rows[i].says != NULL)
        g_assert_nonnull (strstr (self->error->message, rows[i].says));
      g_assert_cmpuint (self->requests->len, ==, 1);
    }
}

static void
kept_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Fixture *self = user_data;

  g_clear_error (&self->error);
  g_assert_cmpint (convene_oauth_tokens_keep_finish (result, &self->error), ==, self->error == NULL);
  self->done++;
}

static void
keep (Fixture *self)
{
  ConveneOauthTokens *tokens = g_new0 (ConveneOauthTokens, 1);

  tokens->access = convene_secret_new ("access");
  tokens->refresh = convene_secret_new ("refresh");
  tokens->expiry = convene_clock_now (CONVENE_CLOCK (self->clock)) + CONVENE_HOUR;
  self->done = 0;
  convene_oauth_tokens_keep_async (tokens, self->account, CONVENE_VAULT (self->vault), NULL, kept_cb, self);
  convene_oauth_tokens_free (tokens);
  fixture_wait (self, 1);
}

/* Under the key of this connection, and nothing of an older one is touched; then a session works with it and asks for nothing. */
static void
test_keep (Fixture      *self,
           gconstpointer data)
{
  convene_account_set_secret_id (self->account, "new");
  keep (self);
  g_assert_no_error (self->error);
  g_assert_cmpstr (stub_vault_get (self->vault, "new", "refresh-token"), ==, "refresh");
  g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-0");
  fixture_get (self);
  assert_token (self, "access");
  g_assert_cmpuint (self->requests->len, ==, 0);

  stub_clock_advance (self->clock, CONVENE_HOUR);
  fixture_get (self);
  assert_request (self, 0, "/oauth/token - grant_type=refresh_token&refresh_token=refresh&client_id=client");
  g_assert_cmpstr (stub_vault_get (self->vault, "new", "refresh-token"), ==, "refresh-1");
  g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-0");
}

static void
test_keep_failures (Fixture      *self,
                    gconstpointer data)
{
  convene_account_set_secret_id (self->account, "new");
  stub_vault_fail (self->vault, NULL, "refresh-token");
  keep (self);
  g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_KEYRING_LOCKED);
  g_assert_null (stub_vault_get (self->vault, "new", "access-token"));

  stub_vault_fail (self->vault, NULL, "access-token");
  keep (self);
  g_assert_no_error (self->error);
  g_assert_cmpstr (stub_vault_get (self->vault, "new", "refresh-token"), ==, "refresh");
}

typedef void (*Test) (Fixture *self, gconstpointer data);

static void
add (const char *path,
     Test        test)
{
  g_test_add (path, Fixture, GINT_TO_POINTER (CONVENE_ACCOUNT_METHOD_BROWSER), fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/oauth/revoke/which", test_which);
  add ("/oauth/revoke/TH-20/failures", test_failures);
  add ("/oauth/keep/secret-id", test_keep);
  add ("/oauth/keep/failures", test_keep_failures);

  return g_test_run ();
}
