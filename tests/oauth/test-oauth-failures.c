/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "oauth-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define ANY_TOKEN ((ConveneError) -1)

typedef struct
{
  Answer       answers[3];
  ConveneError code; /* -1: a token */
  guint        requests;
  const char  *refresh; /* in the vault afterwards */
} Outcome;

static void
check_outcomes (Fixture       *self,
                const Outcome *rows,
                gsize          n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      gsize n = 0;

      while (n < 3 && (rows[i].answers[n].status != 0 || rows[i].answers[n].body != NULL))
        n++;
      fixture_set_answers (self, rows[i].answers, n);
      convene_oauth_session_retry (self->session);
      if (convene_account_get_method (self->account) == CONVENE_ACCOUNT_METHOD_BROWSER)
        stub_vault_set (self->vault, ID, "refresh-token", "refresh-0");
      fixture_get (self);
      g_test_message ("row %d: %s", (int) i, self->error != NULL ? self->error->message : "a token");
      if (rows[i].code == (ConveneError) -1)
        g_assert_nonnull (self->token);
      else
        assert_error (self, rows[i].code);
      g_assert_cmpuint (self->requests->len, ==, rows[i].requests);
      g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, rows[i].refresh);
      /* the next row begins without a token */
      stub_clock_advance (self->clock, CONVENE_DAY);
    }
}

static void
test_server_failures (Fixture      *self,
                      gconstpointer data)
{
  static const Outcome rows[] = {
    { { { LOST }, { SINGLE } }, CONVENE_ERROR_UNREACHABLE, 1, NULL },
    { { { HTML }, { SINGLE } }, CONVENE_ERROR_UNREACHABLE, 1, NULL },
    { { { BAD_GRANT }, { SINGLE } }, CONVENE_ERROR_SIGNED_OUT, 1, NULL },
    { { { BAD_CLIENT }, { SINGLE } }, CONVENE_ERROR_SIGNED_OUT, 1, NULL },
    { { { 400, "{\"errorCode\":4717}" }, { SINGLE } }, CONVENE_ERROR_SIGNED_OUT, 1, NULL },
    { { { 400, "{\"reason\":\"Bad Request\"}" }, { SINGLE } }, CONVENE_ERROR_REFUSED, 1, NULL },
    { { { 429, "{}" }, { SINGLE } }, CONVENE_ERROR_RATE_LIMITED, 1, NULL },
    { { { 302, "{}" }, { SINGLE } }, CONVENE_ERROR_BAD_ANSWER, 1, NULL },
    { { { 200, "{}" }, { SINGLE } }, CONVENE_ERROR_BAD_ANSWER, 1, NULL },
    { { { SINGLE } }, ANY_TOKEN, 1, NULL },
  };

  check_outcomes (self, rows, G_N_ELEMENTS (rows));

  /* VC-4: of the two things that were given Zoom says of one alone that it is wrong */
  fixture_set_answers (self, (const Answer[]){ { 400, "{\"reason\":\"Bad Request\",\"error\":\"invalid_request\"}" } }, 1);
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_REFUSED);
  g_assert_cmpstr (convene_error_get_field (self->error), ==, "account_id");
  g_assert_nonnull (strstr (self->error->message, "check the account ID"));
}

static void
test_refresh_failures (Fixture      *self,
                       gconstpointer data)
{
  static const Outcome rows[] = {
    { { { PAIR } }, ANY_TOKEN, 1, "refresh-1" },
    { { { LOST }, { PAIR } }, ANY_TOKEN, 2, "refresh-2" },
    { { { LOST }, { LOST }, { PAIR } }, CONVENE_ERROR_UNREACHABLE, 2, "refresh-0" },
    { { { LOST }, { BAD_GRANT }, { PAIR } }, CONVENE_ERROR_SIGNED_OUT, 2, "refresh-0" },
    { { { LOST }, { HTML }, { PAIR } }, CONVENE_ERROR_UNREACHABLE, 2, "refresh-0" },
    { { { HTML }, { PAIR } }, CONVENE_ERROR_UNREACHABLE, 1, "refresh-0" },
    { { { BAD_GRANT }, { PAIR } }, CONVENE_ERROR_SIGNED_OUT, 1, "refresh-0" },
    { { { BAD_CLIENT }, { PAIR } }, CONVENE_ERROR_SIGNED_OUT, 1, "refresh-0" },
    /* an administrator's passing change: what waits goes on waiting */
    { { { 400, "{\"errorCode\":4717}" }, { PAIR } }, CONVENE_ERROR_SIGNED_OUT, 1, "refresh-0" },
    { { { 400, "{\"errorCode\":4738}" }, { PAIR } }, CONVENE_ERROR_SIGNED_OUT, 1, "refresh-0" },
    { { { 400, "{\"reason\":\"Bad Request\"}" }, { PAIR } }, CONVENE_ERROR_SIGNED_OUT, 1, "refresh-0" },
    { { { 400, "{\"errorCode\":4711}" }, { PAIR } }, CONVENE_ERROR_MISSING_SCOPES, 1, "refresh-0" },
    /* the old refresh token is dead, whatever else the answer says */
    { { { 200, "{\"access_token\":\"a\",\"refresh_token\":\"refresh-#\",\"api_url\":\"https://example.com\"}" }, { PAIR } },
      CONVENE_ERROR_BAD_ANSWER,
      1,
      "refresh-1" },
    { { { 200, "{\"access_token\":7,\"refresh_token\":\"refresh-#\"}" }, { PAIR } }, CONVENE_ERROR_BAD_ANSWER, 1, "refresh-1" },
    { { { ELSEWHERE }, { PAIR } }, CONVENE_ERROR_BAD_ANSWER, 1, "refresh-0" },
    { { { TRUNCATED }, { PAIR } }, ANY_TOKEN, 2, "refresh-2" },
    { { { 2, "{\"access_token\":\"a\",\"refresh_token\":\"b\"}" }, { PAIR } }, ANY_TOKEN, 2, "refresh-2" },
    { { { SLOW }, { PAIR } }, ANY_TOKEN, 2, "refresh-2" },
    { { { HUGE_BODY }, { HUGE_BODY }, { PAIR } }, CONVENE_ERROR_BAD_ANSWER, 2, "refresh-0" },
    { { { 200, "<html></html>" }, { PAIR } }, CONVENE_ERROR_BAD_ANSWER, 1, "refresh-0" },
    /* the last one counts, as it does everywhere in JSON */
    { { { 200, "{\"access_token\":\"a\",\"access_token\":\"b\",\"refresh_token\":\"x\",\"refresh_token\":\"refresh-#\"}" } }, ANY_TOKEN, 1, "refresh-1" },
    { { { 200, "{\"access_token\":\"a\",\"access_token\":[],\"refresh_token\":\"refresh-#\"}" } }, CONVENE_ERROR_BAD_ANSWER, 1, "refresh-1" },
    { { { 429, "{}" }, { PAIR } }, CONVENE_ERROR_RATE_LIMITED, 1, "refresh-0" },
  };

  g_object_set (self->http, "timeout", 300, NULL);
  check_outcomes (self, rows, G_N_ELEMENTS (rows));
}

/* Why a sign-in ended, in words, and as the field that says what the account is then */
static void
test_causes (Fixture      *self,
             gconstpointer data)
{
  static const struct
  {
    Answer      answers[2];
    const char *field;
    const char *says;
  } rows[] = {
    { { { BAD_GRANT } }, "revoked", "withdrawn" },
    { { { 400, "{\"errorCode\":4700}" } }, "revoked", "withdrawn" },
    { { { 400, "{\"errorCode\":4733}" } }, "expired", "run out" },
    { { { 400, "{\"errorCode\":4741}" } }, "newer", "another computer" },
    { { { 400, "{\"errorCode\":4740}" } }, "newer", "another computer" },
    { { { 200, "{\"status\":false,\"errorCode\":4741,\"errorMessage\":\"x\"}" } }, "newer", "another computer" },
    { { { 400, "{\"errorCode\":4735}" } }, "revoked", "user" },
    { { { 400, "{\"errorCode\":4738}" } }, "revoked", "administrator" },
    { { { BAD_CLIENT } }, "client", "client ID" },
    { { { LOST }, { BAD_GRANT } }, "expired", "lost on the way" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_set_answers (self, rows[i].answers, 2);
      convene_oauth_session_retry (self->session);
      fixture_get (self);
      assert_error (self, CONVENE_ERROR_SIGNED_OUT);
      g_test_message ("row %d: %s", (int) i, self->error->message);
      g_assert_cmpstr (convene_error_get_field (self->error), ==, rows[i].field);
      g_assert_nonnull (strstr (self->error->message, rows[i].says));
      /* to disconnect would be to lose hold of the meetings */
      g_assert_null (strcasestr (self->error->message, "disconnect"));
    }
}

/* A refresh token that was refused is not asked with again, until there is another, or a person wants to know. */
static void
test_dead (Fixture      *self,
           gconstpointer data)
{
  static const Answer dead[] = { { 400, "{\"errorCode\":4741}" } };
  static const Answer pair[] = { { PAIR } };

  fixture_set_answers (self, dead, 1);
  for (int i = 0; i < 5; i++)
    {
      fixture_get (self);
      assert_error (self, CONVENE_ERROR_SIGNED_OUT);
      g_assert_cmpstr (convene_error_get_field (self->error), ==, "newer");
      stub_clock_advance (self->clock, CONVENE_DAY);
    }
  g_assert_cmpuint (self->requests->len, ==, 1);

  convene_oauth_session_retry (self->session);
  fixture_get (self);
  fixture_get (self);
  g_assert_cmpuint (self->requests->len, ==, 2);

  stub_vault_set (self->vault, ID, "refresh-token", "another");
  fixture_set_answers (self, pair, 1);
  fixture_get (self);
  assert_token (self, "access-1");
  stub_clock_advance (self->clock, CONVENE_HOUR);
  fixture_get (self);
  assert_token (self, "access-2");
}

/* What is wrong with the app may be mended by an administrator, without a word to us. */
static void
test_dead_app (Fixture      *self,
               gconstpointer data)
{
  static const Answer answers[] = { { 400, "{\"errorCode\":4717}" }, { PAIR } };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_SIGNED_OUT);
  stub_clock_advance (self->clock, CONVENE_HOUR - 1);
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_SIGNED_OUT);
  g_assert_cmpuint (self->requests->len, ==, 1);
  stub_clock_advance (self->clock, 1);
  fixture_get (self);
  assert_token (self, "access-2");
}

/* Somebody else rotated the refresh token while ours was on its way: theirs is used, once. */
static void
test_rotated (Fixture      *self,
              gconstpointer data)
{
  static const Answer good[] = { { BAD_GRANT }, { PAIR } };
  static const Answer bad[] = { { BAD_GRANT }, { BAD_GRANT }, { PAIR } };

  fixture_set_answers (self, good, G_N_ELEMENTS (good));
  stub_vault_replace_later (self->vault, "refresh-token", 1, "theirs");
  fixture_get (self);
  assert_token (self, "access-2");
  assert_request (self, 1, "/oauth/token - grant_type=refresh_token&refresh_token=theirs&client_id=client");
  g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-2");

  stub_clock_advance (self->clock, CONVENE_HOUR);
  fixture_set_answers (self, bad, G_N_ELEMENTS (bad));
  stub_vault_replace_later (self->vault, "refresh-token", 1, "theirs too");
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_SIGNED_OUT);
  g_assert_cmpuint (self->requests->len, ==, 2);
}

static void
test_retry_at (Fixture      *self,
               gconstpointer data)
{
  static const Answer answer = { 429, "{}" };

  fixture_set_answers (self, &answer, 1);
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_RATE_LIMITED);
  g_assert_cmpint (convene_error_get_retry_at (self->error), ==, convene_clock_now (CONVENE_CLOCK (self->clock)) + 30 * CONVENE_SECOND);
}

static void
test_vault_unreadable (Fixture      *self,
                       gconstpointer data)
{
  static const char *const kinds[] = { "access-token", "client-secret", "refresh-token" };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      stub_vault_fail (self->vault, kinds[i], NULL);
      fixture_get (self);
      assert_error (self, CONVENE_ERROR_KEYRING_LOCKED);
      g_assert_cmpuint (self->requests->len, ==, 0);
    }

  stub_vault_fail (self->vault, NULL, NULL);
  fixture_get (self);
  assert_token (self, "access-1");
}

/* A rotated refresh token that cannot be stored is not used, and not lost: it is stored when the vault opens. */
static void
test_vault_refresh_unwritable (Fixture      *self,
                               gconstpointer data)
{
  stub_vault_fail (self->vault, NULL, "refresh-token");
  for (int i = 0; i < 2; i++)
    {
      fixture_get (self);
      assert_error (self, CONVENE_ERROR_KEYRING_LOCKED);
      g_assert_cmpuint (self->requests->len, ==, 1);
      g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-0");
      g_assert_null (stub_vault_get (self->vault, ID, "access-token"));
    }

  stub_vault_fail (self->vault, NULL, NULL);
  fixture_get (self);
  assert_token (self, "access-1");
  g_assert_cmpuint (self->requests->len, ==, 1);
  g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-1");
}

/* Nobody has to ask: it is tried again each minute. */
static void
test_vault_later (Fixture      *self,
                  gconstpointer data)
{
  g_assert_false (convene_oauth_session_is_busy (self->session));
  stub_vault_fail (self->vault, NULL, "refresh-token");
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_KEYRING_LOCKED);
  g_assert_true (convene_oauth_session_is_busy (self->session));
  g_assert_cmpint (stub_clock_get_next (self->clock), ==, convene_clock_now (CONVENE_CLOCK (self->clock)) + CONVENE_MINUTE);

  stub_vault_fail (self->vault, NULL, NULL);
  stub_clock_advance (self->clock, CONVENE_MINUTE);
  while (convene_oauth_session_is_busy (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (stub_vault_get (self->vault, ID, "refresh-token"), ==, "refresh-1");
  g_assert_cmpuint (self->requests->len, ==, 1);
  g_assert_cmpint (stub_clock_get_next (self->clock), ==, 0);
}

/* Of an answer that is otherwise none too: kept, and asked with when the keyring opens. */
static void
test_vault_kept_unwritable (Fixture      *self,
                            gconstpointer data)
{
  static const Answer answers[] = { { 200, "{\"access_token\":\"a\",\"refresh_token\":\"refresh-#\",\"api_url\":7}" }, { PAIR } };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  stub_vault_fail (self->vault, NULL, "refresh-token");
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_BAD_ANSWER);
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_KEYRING_LOCKED);
  g_assert_cmpuint (self->requests->len, ==, 1);

  stub_vault_fail (self->vault, NULL, NULL);
  fixture_get (self);
  assert_token (self, "access-2");
  assert_request (self, 1, "/oauth/token - grant_type=refresh_token&refresh_token=refresh-1&client_id=client");
}

/* An access token that cannot be stored serves this process. */
static void
test_vault_access_unwritable (Fixture      *self,
                              gconstpointer data)
{
  stub_vault_fail (self->vault, NULL, "access-token");
  fixture_get (self);
  assert_token (self, "access-1");
  fixture_get (self);
  assert_token (self, "access-1");
  g_assert_cmpuint (self->requests->len, ==, 1);
}

static void
test_incomplete_server (Fixture      *self,
                        gconstpointer data)
{
  convene_account_set_account_number (self->account, NULL);
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_SIGNED_OUT);

  convene_account_set_account_number (self->account, "number/1");
  convene_account_set_client_id (self->account, "");
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_SIGNED_OUT);

  convene_account_set_client_id (self->account, "client");
  convene_account_set_id (self->account, "a/../unknown");
  g_assert_finalize_object (self->session);
  self->session = create_session (self);
  fixture_get (self);
  assert_error (self, CONVENE_ERROR_SIGNED_OUT);
  g_assert_cmpuint (self->requests->len, ==, 0);
}

static void
test_no_folder (Fixture      *self,
                gconstpointer data)
{
  g_autofree char     *nowhere = g_build_filename (self->folder, "nowhere", NULL);
  ConveneOauthSession *session = convene_oauth_session_new (self->account, self->http, CONVENE_VAULT (self->vault), CONVENE_CLOCK (self->clock), nowhere);

  fixture_get_from (self, session);
  assert_error (self, CONVENE_ERROR_REFUSED);
  g_assert_finalize_object (session);
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

  add_server ("/oauth/SH-41/server", test_server_failures);
  add_browser ("/oauth/SH-41/refresh", test_refresh_failures);
  add_browser ("/oauth/SH-41/causes", test_causes);
  add_browser ("/oauth/SH-41/dead", test_dead);
  add_browser ("/oauth/SH-41/dead-app", test_dead_app);
  add_browser ("/oauth/SH-41/rotated", test_rotated);
  add_server ("/oauth/SH-42/retry-at", test_retry_at);
  add_browser ("/oauth/vault/unreadable", test_vault_unreadable);
  add_browser ("/oauth/vault/refresh-unwritable", test_vault_refresh_unwritable);
  add_browser ("/oauth/vault/later", test_vault_later);
  add_browser ("/oauth/vault/kept-unwritable", test_vault_kept_unwritable);
  add_server ("/oauth/vault/access-unwritable", test_vault_access_unwritable);
  add_server ("/oauth/vault/incomplete", test_incomplete_server);
  add_server ("/oauth/lock/no-folder", test_no_folder);

  return g_test_run ();
}
