/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-oauth-device.h"
#include "oauth-fixture.h"

#define DEVICE "\"device_code\":\"d-1\",\"user_code\":\"ABCD-1234\",\"verification_uri\":\"https://zoom.us/oauth_device\""
#define CODE 200, "{" DEVICE ",\"expires_in\":900,\"interval\":5}"
#define PENDING 400, "{\"reason\":\"pending\",\"error\":\"authorization_pending\"}"
#define SLOW_DOWN 400, "{\"error\":\"slow_down\"}"
#define EXPIRED 400, "{\"error\":\"expired_token\"}"
#define DENIED 400, "{\"error\":\"access_denied\"}"
#define REVOKED 200, "{\"status\":\"success\"}"
#define POLL "/oauth/token - grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=d-1&client_id=client"

typedef struct
{
  ConveneOauthDevice *device;
  ConveneOauthTokens *tokens;
  GError             *error;
  gboolean            done;
} Attempt;

static void
attempt_clear (Attempt *self)
{
  g_clear_pointer (&self->tokens, convene_oauth_tokens_free);
  g_clear_error (&self->error);
  g_assert_finalize_object (self->device);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Attempt, attempt_clear)

static void
ran_cb (GObject      *object,
        GAsyncResult *result,
        gpointer      user_data)
{
  Attempt *self = user_data;

  self->tokens = convene_oauth_device_run_finish (CONVENE_OAUTH_DEVICE (object), result, &self->error);
  g_assert_true ((self->tokens == NULL) != (self->error == NULL));
  self->done = TRUE;
}

static void
begin (Fixture      *self,
       Attempt      *attempt,
       const char   *secret,
       GCancellable *cancellable)
{
  g_autoptr(ConveneSecret) client_secret = secret != NULL ? convene_secret_new (secret) : NULL;
  ConveneOauthApp app = fixture_get_app (self, client_secret);

  attempt->device = convene_oauth_device_new (&app);
  convene_oauth_device_run_async (attempt->device, cancellable, ran_cb, attempt);
}

/* Lets time pass to where somebody waits for it, as often as that is. */
static void
run (Fixture *self,
     Attempt *attempt)
{
  while (!attempt->done)
    {
      gint64 next = stub_clock_get_next (self->clock);

      if (next != 0)
        stub_clock_advance (self->clock, MAX (next - convene_clock_now (CONVENE_CLOCK (self->clock)), 0));
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Seconds between the code and each poll */
static void
assert_times (Fixture    *self,
              const char *expected)
{
  g_autoptr(GString) times = g_string_new (NULL);

  for (guint i = 1; i < self->times->len; i++)
    g_string_append_printf (times, "%s%d", i > 1 ? " " : "", (int) ((g_array_index (self->times, gint64, i) - g_array_index (self->times, gint64, 0)) / CONVENE_SECOND));
  g_assert_cmpstr (times->str, ==, expected);
}

static void
test_typed (Fixture      *self,
            gconstpointer data)
{
  static const Answer answers[] = { { CODE }, { PENDING }, { PENDING }, { PENDING }, { PAIR } };
  g_auto(Attempt) attempt = { NULL };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  begin (self, &attempt, NULL, NULL);
  g_assert_null (convene_oauth_device_get_user_code (attempt.device));
  run (self, &attempt);
  g_assert_no_error (attempt.error);
  g_assert_cmpstr (convene_secret_peek (attempt.tokens->access), ==, "access-5");
  g_assert_cmpstr (convene_secret_peek (attempt.tokens->refresh), ==, "refresh-5");
  g_assert_cmpstr (convene_oauth_device_get_user_code (attempt.device), ==, "ABCD-1234");
  g_assert_cmpstr (convene_oauth_device_get_verification_uri (attempt.device), ==, "https://zoom.us/oauth_device");
  g_assert_cmpint (convene_oauth_device_get_expires_at (attempt.device), ==, g_array_index (self->times, gint64, 0) + 900 * CONVENE_SECOND);
  assert_request (self, 0, "/oauth/devicecode - client_id=client");
  assert_request (self, 1, POLL);
  assert_request (self, 4, POLL);
  assert_times (self, "5 10 15 20");
}

static void
test_confidential (Fixture      *self,
                   gconstpointer data)
{
  static const Answer answers[] = { { CODE }, { PAIR } };
  g_auto(Attempt) attempt = { NULL };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  begin (self, &attempt, "secret", NULL);
  run (self, &attempt);
  g_assert_no_error (attempt.error);
  assert_request (self, 0, "/oauth/devicecode " BASIC " client_id=client");
  assert_request (self, 1, "/oauth/token " BASIC " grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&device_code=d-1");
}

/* RFC 8628 §3.5, and how each answer to a poll ends */
static void
test_polls (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    Answer      answers[5];
    const char *times;
    int         code; /* -1: tokens */
    const char *field;
  } rows[] = {
    { { { CODE }, { SLOW_DOWN }, { PENDING }, { SLOW_DOWN }, { PAIR } }, "5 15 25 40", -1, NULL },
    /* a connection that is not there makes it twice as slow, once */
    { { { CODE }, { LOST }, { PENDING }, { LOST }, { PAIR } }, "5 15 25 35", -1, NULL },
    { { { CODE }, { TRUNCATED }, { PAIR } }, "5 15", -1, NULL },
    { { { CODE }, { HTML }, { PAIR } }, "5 15", -1, NULL },
    { { { CODE }, { 429, "{}" }, { PAIR } }, "5 40", -1, NULL },
    { { { CODE }, { PENDING }, { DENIED } }, "5 10", CONVENE_ERROR_REFUSED, "declined" },
    { { { CODE }, { EXPIRED } }, "5", CONVENE_ERROR_UNREACHABLE, "expired" },
    { { { CODE }, { BAD_GRANT } }, "5", CONVENE_ERROR_REFUSED, NULL },
    { { { CODE }, { BAD_CLIENT } }, "5", CONVENE_ERROR_SIGNED_OUT, "client" },
    { { { CODE }, { 400, "{\"errorCode\":4717}" } }, "5", CONVENE_ERROR_REFUSED, "approval" },
    { { { CODE }, { ELSEWHERE } }, "5", CONVENE_ERROR_BAD_ANSWER, NULL },
    { { { CODE }, { HUGE_BODY } }, "5", CONVENE_ERROR_BAD_ANSWER, NULL },
    { { { CODE }, { 200, "<html></html>" } }, "5", CONVENE_ERROR_BAD_ANSWER, NULL },
    { { { CODE }, { 200, "{\"access_token\":[]}" } }, "5", CONVENE_ERROR_BAD_ANSWER, NULL },
    { { { CODE }, { 200, "{\"access_token\":\"a\",\"refresh_token\":\"b\",\"api_url\":\"https://example.com\"}" }, { REVOKED } }, "5 5", CONVENE_ERROR_BAD_ANSWER, "api_url" },
    /* what the other side says of times is kept within reason */
    { { { 200, "{" DEVICE ",\"expires_in\":900,\"interval\":0}" }, { PAIR } }, "1", -1, NULL },
    { { { 200, "{" DEVICE ",\"expires_in\":900,\"interval\":100000}" }, { PAIR } }, "60", -1, NULL },
    { { { 200, "{" DEVICE ",\"expires_in\":900}" }, { PAIR } }, "5", -1, NULL },
    { { { 200, "{" DEVICE ",\"expires_in\":1,\"interval\":25}" }, { PENDING } }, "25 50", CONVENE_ERROR_UNREACHABLE, "expired" },
    { { { 200, "{" DEVICE ",\"expires_in\":90,\"interval\":\"50\"}" }, { PENDING } }, "50", CONVENE_ERROR_UNREACHABLE, "expired" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(Attempt) attempt = { NULL };
      gsize n = 0;

      while (n < G_N_ELEMENTS (rows[i].answers) && rows[i].answers[n].body != NULL)
        n++;
      fixture_set_answers (self, rows[i].answers, n);
      begin (self, &attempt, NULL, NULL);
      run (self, &attempt);
      g_test_message ("row %d: %s", (int) i, attempt.error != NULL ? attempt.error->message : "tokens");
      if (rows[i].code < 0)
        g_assert_no_error (attempt.error);
      else
        {
          g_assert_error (attempt.error, CONVENE_ERROR, rows[i].code);
          g_assert_cmpstr (convene_error_get_field (attempt.error), ==, rows[i].field);
        }
      assert_times (self, rows[i].times);
    }
}

/* What comes instead of a code */
static void
test_no_code (Fixture      *self,
              gconstpointer data)
{
  static const struct
  {
    Answer      answer;
    int         code;
    const char *field;
    const char *says;
  } rows[] = {
    { { LOST }, CONVENE_ERROR_UNREACHABLE, NULL, NULL },
    { { TRUNCATED }, CONVENE_ERROR_UNREACHABLE, NULL, NULL },
    { { SLOW }, CONVENE_ERROR_UNREACHABLE, NULL, NULL },
    { { HUGE_BODY }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { HTML }, CONVENE_ERROR_UNREACHABLE, NULL, NULL },
    { { ELSEWHERE }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 429, "{}" }, CONVENE_ERROR_RATE_LIMITED, NULL, NULL },
    { { BAD_CLIENT }, CONVENE_ERROR_SIGNED_OUT, "client", NULL },
    { { 400, "{\"errorCode\":4717}" }, CONVENE_ERROR_REFUSED, "approval", "administrator" },
    { { 400, "{\"reason\":\"Not enabled\",\"error\":\"unauthorized_client\"}" }, CONVENE_ERROR_REFUSED, NULL, "switched on" },
    { { 404, "<html></html>" }, CONVENE_ERROR_REFUSED, NULL, "switched on" },
    { { 200, "<html></html>" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "{}" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "[]" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "{" DEVICE "}" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "{" DEVICE ",\"expires_in\":\"soon\"}" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "{\"device_code\":7,\"user_code\":\"A\",\"verification_uri\":\"https://zoom.us/d\",\"expires_in\":900}" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "{\"device_code\":\"d\",\"user_code\":\"A\\nB\",\"verification_uri\":\"https://zoom.us/d\",\"expires_in\":900}" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "{\"device_code\":\"d\",\"user_code\":\"12345678901234567890123456789012345678901\",\"verification_uri\":\"https://zoom.us/d\",\"expires_in\":900}" },
      CONVENE_ERROR_BAD_ANSWER,
      NULL,
      NULL },
    { { 200, "{\"device_code\":\"d\",\"user_code\":\"A\",\"verification_uri\":\"https://example.com/d\",\"expires_in\":900}" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "{\"device_code\":\"d\",\"user_code\":\"A\",\"verification_uri\":\"http://zoom.us/d\",\"expires_in\":900}" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
    { { 200, "{\"device_code\":\"d\",\"user_code\":\"A\",\"verification_uri\":\"javascript:alert(1)\",\"expires_in\":900}" }, CONVENE_ERROR_BAD_ANSWER, NULL, NULL },
  };

  g_object_set (self->http, "timeout", 300, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto(Attempt) attempt = { NULL };

      fixture_set_answers (self, &rows[i].answer, 1);
      begin (self, &attempt, NULL, NULL);
      run (self, &attempt);
      g_test_message ("row %d: %s", (int) i, attempt.error->message);
      g_assert_error (attempt.error, CONVENE_ERROR, rows[i].code);
      g_assert_cmpstr (convene_error_get_field (attempt.error), ==, rows[i].field);
      if (rows[i].says != NULL)
        g_assert_nonnull (strstr (attempt.error->message, rows[i].says));
      g_assert_null (convene_oauth_device_get_user_code (attempt.device));
      g_assert_cmpuint (self->requests->len, ==, 1);
    }
}

/* Which of the two addresses is shown */
static void
test_pages (Fixture      *self,
            gconstpointer data)
{
  static const struct
  {
    const char *body;
    const char *address;
  } rows[] = {
    { "{" DEVICE ",\"expires_in\":900,\"verification_uri_complete\":\"https://zoom.us/oauth_device?user_code=ABCD-1234\"}",
      "https://zoom.us/oauth_device?user_code=ABCD-1234" },
    { "{" DEVICE ",\"expires_in\":900,\"verification_uri_complete\":\"https://example.com/oauth_device\"}", "https://zoom.us/oauth_device" },
    { "{" DEVICE ",\"expires_in\":900,\"verification_uri_complete\":7}", "https://zoom.us/oauth_device" },
    { "{\"device_code\":\"d-1\",\"user_code\":\"A\",\"verification_uri\":\"http://127.0.0.1:9/device\",\"expires_in\":900}", "http://127.0.0.1:9/device" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Answer answers[] = { { 200, rows[i].body }, { PAIR } };
      g_auto(Attempt) attempt = { NULL };

      fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
      begin (self, &attempt, NULL, NULL);
      run (self, &attempt);
      g_assert_no_error (attempt.error);
      g_assert_cmpstr (convene_oauth_device_get_verification_uri (attempt.device), ==, rows[i].address);
    }
}

/* A machine that slept beyond the end does not ask ten times at once, nor once. */
static void
test_slept (Fixture      *self,
            gconstpointer data)
{
  static const Answer answers[] = { { CODE }, { PAIR } };
  g_auto(Attempt) attempt = { NULL };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  begin (self, &attempt, NULL, NULL);
  while (stub_clock_get_next (self->clock) == 0)
    g_main_context_iteration (NULL, TRUE);
  stub_clock_advance (self->clock, CONVENE_DAY);
  run (self, &attempt);
  g_assert_error (attempt.error, CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE);
  g_assert_cmpstr (convene_error_get_field (attempt.error), ==, "expired");
  g_assert_cmpuint (self->requests->len, ==, 1);
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  static const Answer answers[] = { { CODE }, { PAIR } };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_auto(Attempt) attempt = { NULL };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  begin (self, &attempt, NULL, cancellable);
  while (stub_clock_get_next (self->clock) == 0)
    g_main_context_iteration (NULL, TRUE);
  g_cancellable_cancel (cancellable);
  while (!attempt.done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (attempt.error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_assert_cmpuint (self->requests->len, ==, 1);
}

typedef void (*Test) (Fixture *self, gconstpointer data);

static void
add (const char *path,
     Test        test)
{
  g_test_add (path, Fixture, GINT_TO_POINTER (CONVENE_ACCOUNT_METHOD_DEVICE), fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/oauth/device/X-14/typed", test_typed);
  add ("/oauth/device/confidential", test_confidential);
  add ("/oauth/device/polls", test_polls);
  add ("/oauth/device/no-code", test_no_code);
  add ("/oauth/device/pages", test_pages);
  add ("/oauth/device/slept", test_slept);
  add ("/oauth/device/cancel", test_cancel);

  return g_test_run ();
}
