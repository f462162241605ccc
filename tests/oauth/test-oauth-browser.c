/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-oauth-browser.h"
#include "convene-oauth-callback.h"
#include "convene-oauth-pkce.h"
#include "convene-oauth-revoke.h"
#include "oauth-fixture.h"
#include "visit.h"

#define GOOD 200, "{\"access_token\":\"access-#\",\"refresh_token\":\"refresh-#\",\"scope\":\"user:read:user\"}"
#define REVOKED 200, "{\"status\":\"success\"}"

/* What a browser's attempt came to */
typedef struct
{
  ConveneOauthTokens *tokens;
  GError             *error;
  gboolean            done;
} Result;

static void
result_clear (Result *self)
{
  g_clear_pointer (&self->tokens, convene_oauth_tokens_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Result *self = user_data;

  self->tokens = convene_oauth_browser_run_finish (CONVENE_OAUTH_BROWSER (object), result, &self->error);
  g_assert_true ((self->tokens == NULL) != (self->error == NULL));
  self->done = TRUE;
}

static void
result_wait (Result *self)
{
  while (!self->done)
    g_main_context_iteration (NULL, TRUE);
}

static ConveneOauthBrowser *
create_browser (Fixture    *self,
                const char *client_id,
                const char *secret)
{
  g_autoptr(ConveneSecret) client_secret = secret != NULL ? convene_secret_new (secret) : NULL;
  ConveneOauthApp app = fixture_get_app (self, client_secret);
  g_autoptr(GError) error = NULL;
  ConveneOauthBrowser *browser;

  app.client_id = client_id;
  browser = convene_oauth_browser_new (&app, &error);
  g_assert_no_error (error);
  return browser;
}

/* What the sign-in page does in the end */
static char *
come_back (ConveneOauthBrowser *browser,
           const char          *answer)
{
  g_autofree char *state = get_parameter (convene_oauth_browser_get_address (browser), "state");
  g_autofree char *target = g_strdup_printf ("/oauth/callback?%s&state=%s", answer, state);

  return visit_target (get_port (convene_oauth_browser_get_redirect_uri (browser)), target);
}

static void
run (ConveneOauthBrowser *browser,
     const char          *answer,
     Result              *result)
{
  g_autofree char *page = NULL;

  convene_oauth_browser_run_async (browser, NULL, ran_cb, result);
  page = come_back (browser, answer);
  g_assert_true (g_str_has_prefix (page, "HTTP/1.1 200 "));
  result_wait (result);
}

/* RFC 6749 §4.1.1, RFC 7636 §4.3: and nothing else is in it. */
static void
test_address (Fixture      *self,
              gconstpointer data)
{
  static const char *const names[] = { "response_type", "client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method" };
  ConveneOauthBrowser     *browser = create_browser (self, "client", "top-secret");
  ConveneOauthBrowser     *other = create_browser (self, "client", NULL);
  const char              *address = convene_oauth_browser_get_address (browser);
  g_autofree char         *begin = g_strconcat (convene_account_get_oauth_url (self->account), "/authorize?", NULL);
  g_autoptr(GHashTable) parameters = NULL;
  g_autofree char *state = get_parameter (address, "state");
  g_autofree char *other_state = get_parameter (convene_oauth_browser_get_address (other), "state");

  g_assert_true (g_str_has_prefix (address, begin));
  parameters = g_uri_parse_params (address + strlen (begin), -1, "&", G_URI_PARAMS_NONE, NULL);
  g_assert_cmpuint (g_hash_table_size (parameters), ==, G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (g_hash_table_lookup (parameters, names[i]));
  g_assert_cmpstr (g_hash_table_lookup (parameters, "response_type"), ==, "code");
  g_assert_cmpstr (g_hash_table_lookup (parameters, "client_id"), ==, "client");
  g_assert_cmpstr (g_hash_table_lookup (parameters, "code_challenge_method"), ==, "S256");
  g_assert_cmpstr (g_hash_table_lookup (parameters, "redirect_uri"), ==, convene_oauth_browser_get_redirect_uri (browser));
  g_assert_cmpuint (strlen (state), ==, 43);
  g_assert_cmpstr (state, !=, other_state);
  g_assert_null (strstr (address, "top-secret"));
  g_assert_finalize_object (browser);
  g_assert_finalize_object (other);
}

/* The whole way of a public client: the verifier is the one of the challenge, and the redirect address the very same. */
static void
test_exchange (Fixture      *self,
               gconstpointer data)
{
  static const Answer  answer = { GOOD };
  ConveneOauthBrowser *browser = create_browser (self, "client", NULL);
  g_auto(Result) result = { NULL };
  g_autofree char *challenge = get_parameter (convene_oauth_browser_get_address (browser), "code_challenge");
  g_autofree char *redirect = get_parameter (convene_oauth_browser_get_address (browser), "redirect_uri");
  g_autofree char *form = NULL;
  g_autofree char *sent_redirect = NULL;
  g_autofree char *sent_verifier = NULL;
  g_autofree char *sent_challenge = NULL;
  g_autofree char *client = NULL;
  g_autoptr(ConveneSecret) verifier = NULL;

  fixture_set_answers (self, &answer, 1);
  run (browser, "code=c-1", &result);
  g_assert_no_error (result.error);
  g_assert_cmpstr (convene_secret_peek (result.tokens->access), ==, "access-1");
  g_assert_cmpstr (convene_secret_peek (result.tokens->refresh), ==, "refresh-1");
  g_assert_cmpstr (result.tokens->scopes, ==, "user:read:user");

  g_assert_cmpuint (self->requests->len, ==, 1);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (self->requests, 0), "/oauth/token - grant_type=authorization_code&code=c-1&"));
  form = g_strconcat ("?", strrchr (g_ptr_array_index (self->requests, 0), ' ') + 1, NULL);
  sent_redirect = get_parameter (form, "redirect_uri");
  sent_verifier = get_parameter (form, "code_verifier");
  client = get_parameter (form, "client_id");
  verifier = convene_secret_new (sent_verifier);
  sent_challenge = convene_oauth_pkce_challenge (verifier);
  g_assert_cmpstr (sent_redirect, ==, redirect);
  g_assert_cmpstr (sent_challenge, ==, challenge);
  g_assert_cmpstr (client, ==, "client");
  g_assert_finalize_object (browser);
}

static void
test_confidential (Fixture      *self,
                   gconstpointer data)
{
  static const Answer  answer = { GOOD };
  ConveneOauthBrowser *browser = create_browser (self, "client", "secret");
  g_auto(Result) result = { NULL };

  fixture_set_answers (self, &answer, 1);
  run (browser, "code=c-1", &result);
  g_assert_no_error (result.error);
  g_assert_true (g_str_has_prefix (g_ptr_array_index (self->requests, 0), "/oauth/token " BASIC " grant_type=authorization_code&code=c-1&"));
  g_assert_null (strstr (g_ptr_array_index (self->requests, 0), "client_id"));
  g_assert_finalize_object (browser);
}

static void
test_declined (Fixture      *self,
               gconstpointer data)
{
  ConveneOauthBrowser *browser = create_browser (self, "client", NULL);
  g_auto(Result) result = { NULL };

  run (browser, "error=access_denied", &result);
  g_assert_error (result.error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_assert_cmpstr (convene_error_get_field (result.error), ==, "declined");
  g_assert_cmpuint (self->requests->len, ==, 0);
  g_assert_finalize_object (browser);
}

static void
refused_cb (int *last,
            int  kind)
{
  *last = kind;
}

static void
test_state (Fixture      *self,
            gconstpointer data)
{
  static const Answer  answer = { GOOD };
  ConveneOauthBrowser *browser = create_browser (self, "client", NULL);
  g_auto(Result) result = { NULL };
  g_autofree char *refused = NULL;
  g_autofree char *page = NULL;
  int              last = -1;

  fixture_set_answers (self, &answer, 1);
  g_signal_connect_swapped (browser, "refused", G_CALLBACK (refused_cb), &last);
  convene_oauth_browser_run_async (browser, NULL, ran_cb, &result);
  refused = visit_target (get_port (convene_oauth_browser_get_redirect_uri (browser)), "/oauth/callback?code=c-2&state=other");
  g_assert_true (g_str_has_prefix (refused, "HTTP/1.1 403 "));
  g_assert_cmpint (last, ==, CONVENE_OAUTH_CALLBACK_WRONG_STATE);
  g_assert_false (result.done);
  page = come_back (browser, "code=c-1");
  result_wait (&result);
  g_assert_no_error (result.error);
  g_assert_cmpuint (self->requests->len, ==, 1);
  g_assert_finalize_object (browser);
}

/* Ten minutes by the clock, and not sooner */
static void
test_timeout (Fixture      *self,
              gconstpointer data)
{
  ConveneOauthBrowser *browser = create_browser (self, "client", NULL);
  g_auto(Result) result = { NULL };

  convene_oauth_browser_run_async (browser, NULL, ran_cb, &result);
  stub_clock_advance (self->clock, 10 * CONVENE_MINUTE - 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (result.done);
  stub_clock_advance (self->clock, 1);
  result_wait (&result);
  g_assert_error (result.error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);
  g_assert_cmpstr (convene_error_get_field (result.error), ==, "timeout");
  g_assert_nonnull (strstr (result.error->message, "administrator"));
  g_assert_finalize_object (browser);
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  ConveneOauthBrowser *browser = create_browser (self, "client", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_auto(Result) result = { NULL };

  convene_oauth_browser_run_async (browser, cancellable, ran_cb, &result);
  g_cancellable_cancel (cancellable);
  result_wait (&result);
  g_assert_error (result.error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_cmpuint (self->requests->len, ==, 0);
  g_assert_finalize_object (browser);
}

static void
wait_for_requests (Fixture *self,
                   guint    count)
{
  while (self->requests->len < count)
    g_main_context_iteration (NULL, TRUE);
}

/* Cancelled while the code is on its way: whoever waits hears it at once, and what comes all the same is revoked. */
static void
test_cancel_late (Fixture      *self,
                  gconstpointer data)
{
  static const Answer  answers[] = { { GOOD }, { REVOKED } };
  ConveneOauthBrowser *browser = create_browser (self, "client", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_auto(Result) result = { NULL };
  g_autofree char *page = NULL;
  guint            references = G_OBJECT (self->http)->ref_count - 1;

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  convene_oauth_browser_run_async (browser, cancellable, ran_cb, &result);
  page = come_back (browser, "code=c-1");
  wait_for_requests (self, 1);
  g_cancellable_cancel (cancellable);
  result_wait (&result);
  g_assert_error (result.error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  wait_for_requests (self, 2);
  assert_request (self, 1, "/oauth/revoke - token=access-1&client_id=client");
  g_assert_finalize_object (browser);

  /* The request for it is the last that knows the session. */
  while (G_OBJECT (self->http)->ref_count > references)
    g_main_context_iteration (NULL, TRUE);
}

/* What Zoom says of the code → what we say. It is sent once whatever comes. */
static void
test_failures (Fixture      *self,
               gconstpointer data)
{
  static const struct
  {
    Answer       answers[2];
    ConveneError code;
    const char  *field;
    gboolean     doubtful;
    const char  *says;
    guint        requests; /* the second one revokes */
  } rows[] = {
    { { { LOST } }, CONVENE_ERROR_UNREACHABLE, NULL, TRUE, "Start again", 1 },
    { { { TRUNCATED } }, CONVENE_ERROR_UNREACHABLE, NULL, TRUE, "Start again", 1 },
    { { { 2, "{\"access_token\":\"access-#\",\"refresh_token\":\"refresh-#\"}" } }, CONVENE_ERROR_UNREACHABLE, NULL, TRUE, "Start again", 1 },
    { { { SLOW } }, CONVENE_ERROR_UNREACHABLE, NULL, TRUE, "Start again", 1 },
    { { { HUGE_BODY } }, CONVENE_ERROR_BAD_ANSWER, NULL, TRUE, NULL, 1 },
    { { { HTML } }, CONVENE_ERROR_UNREACHABLE, NULL, FALSE, "502", 1 },
    { { { 200, "<html></html>" } }, CONVENE_ERROR_BAD_ANSWER, NULL, FALSE, NULL, 1 },
    { { { ELSEWHERE } }, CONVENE_ERROR_BAD_ANSWER, NULL, FALSE, NULL, 1 },
    { { { 429, "{}" } }, CONVENE_ERROR_RATE_LIMITED, NULL, FALSE, NULL, 1 },
    { { { BAD_GRANT } }, CONVENE_ERROR_REFUSED, NULL, FALSE, "Start again", 1 },
    { { { 400, "{\"errorCode\":4733}" } }, CONVENE_ERROR_REFUSED, NULL, FALSE, "Start again", 1 },
    { { { BAD_CLIENT } }, CONVENE_ERROR_SIGNED_OUT, "client", FALSE, "client ID", 1 },
    { { { 400, "{\"errorCode\":4702}" } }, CONVENE_ERROR_SIGNED_OUT, "client", FALSE, "client ID", 1 },
    { { { 400, "{\"errorCode\":4709}" } }, CONVENE_ERROR_REFUSED, "redirect", FALSE, "http://127.0.0.1/oauth/callback", 1 },
    { { { 400, "{\"errorCode\":4717}" } }, CONVENE_ERROR_REFUSED, "approval", FALSE, "switched off", 1 },
    { { { 400, "{\"errorCode\":4738}" } }, CONVENE_ERROR_REFUSED, "approval", FALSE, "not approved", 1 },
    { { { 400, "{\"errorCode\":4711}" } }, CONVENE_ERROR_MISSING_SCOPES, NULL, FALSE, NULL, 1 },
    { { { 200, "{\"access_token\":7,\"refresh_token\":[]}" } }, CONVENE_ERROR_BAD_ANSWER, NULL, FALSE, NULL, 1 },
    /* what came and cannot be used must not live on */
    { { { 200, "{\"access_token\":\"access-#\",\"refresh_token\":\"r\",\"api_url\":\"https://example.com\"}" }, { REVOKED } },
      CONVENE_ERROR_BAD_ANSWER,
      "api_url",
      FALSE,
      "outside zoom.us",
      2 },
    { { { 200, "{\"access_token\":\"access-#\"}" }, { REVOKED } }, CONVENE_ERROR_BAD_ANSWER, NULL, FALSE, "hour", 2 },
    { { { 200, "{\"access_token\":\"access-#\",\"token_type\":\"mac\",\"refresh_token\":\"r\"}" }, { LOST } },
      CONVENE_ERROR_BAD_ANSWER,
      NULL,
      FALSE,
      NULL,
      2 },
  };

  g_object_set (self->http, "timeout", 300, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ConveneOauthBrowser *browser = create_browser (self, "client", NULL);
      g_auto(Result) result = { NULL };

      fixture_set_answers (self, rows[i].answers, 2);
      run (browser, "code=c-1", &result);
      g_test_message ("row %d: %s", (int) i, result.error->message);
      g_assert_error (result.error, CONVENE_ERROR, (int) rows[i].code);
      g_assert_cmpstr (convene_error_get_field (result.error), ==, rows[i].field);
      g_assert_cmpint (convene_error_is_doubtful (result.error), ==, rows[i].doubtful);
      if (rows[i].says != NULL)
        g_assert_nonnull (strstr (result.error->message, rows[i].says));
      g_assert_cmpuint (self->requests->len, ==, rows[i].requests);
      if (rows[i].requests == 2)
        assert_request (self, 1, "/oauth/revoke - token=access-1&client_id=client");
      g_assert_finalize_object (browser);
    }
}

static void
test_swapped (Fixture      *self,
              gconstpointer data)
{
  static const Answer  answer = { BAD_CLIENT };
  ConveneOauthBrowser *browser = create_browser (self, "abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuv");
  g_auto(Result) result = { NULL };

  fixture_set_answers (self, &answer, 1);
  run (browser, "code=c-1", &result);
  g_assert_error (result.error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT);
  g_assert_nonnull (strstr (result.error->message, "each other’s place"));
  g_assert_finalize_object (browser);
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

  add ("/oauth/browser/address", test_address);
  add ("/oauth/browser/SH-14/exchange", test_exchange);
  add ("/oauth/browser/confidential", test_confidential);
  add ("/oauth/browser/TH-9/declined", test_declined);
  add ("/oauth/browser/SH-54/state", test_state);
  add ("/oauth/browser/TH-4/timeout", test_timeout);
  add ("/oauth/browser/cancel", test_cancel);
  add ("/oauth/browser/cancel-late", test_cancel_late);
  add ("/oauth/browser/failures", test_failures);
  add ("/oauth/browser/VC-37/swapped", test_swapped);

  return g_test_run ();
}
