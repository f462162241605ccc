/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "oauth-fixture.h"

#include <glib/gstdio.h>

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
      if (rows[i].refresh != NULL)
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
    { { { 429, "{}" }, { SINGLE } }, CONVENE_ERROR_RATE_LIMITED, 1, NULL },
    { { { 302, "{}" }, { SINGLE } }, CONVENE_ERROR_BAD_ANSWER, 1, NULL },
    { { { 200, "{}" }, { SINGLE } }, CONVENE_ERROR_BAD_ANSWER, 1, NULL },
    { { { SINGLE } }, ANY_TOKEN, 1, NULL },
  };

  check_outcomes (self, rows, G_N_ELEMENTS (rows));
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
    { { { 429, "{}" }, { PAIR } }, CONVENE_ERROR_RATE_LIMITED, 1, "refresh-0" },
  };

  check_outcomes (self, rows, G_N_ELEMENTS (rows));
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
  {
    g_autofree char *lock = g_build_filename (self->folder, "token-a%2F..%2Funknown.lock", NULL);

    g_assert_cmpint (g_remove (lock), ==, 0);
  }
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
  add_browser ("/oauth/SH-41/rotated", test_rotated);
  add_server ("/oauth/SH-42/retry-at", test_retry_at);
  add_browser ("/oauth/vault/unreadable", test_vault_unreadable);
  add_browser ("/oauth/vault/refresh-unwritable", test_vault_refresh_unwritable);
  add_server ("/oauth/vault/access-unwritable", test_vault_access_unwritable);
  add_server ("/oauth/vault/incomplete", test_incomplete_server);
  add_server ("/oauth/lock/no-folder", test_no_folder);

  return g_test_run ();
}
