/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-json.h"
#include "http-fixture.h"

#include <string.h>

static void
test_get (Fixture      *self,
          gconstpointer data)
{
  fixture_send (self, "GET", "/v2/users/me?a=b%20c", NULL, NULL);

  g_assert_no_error (self->error);
  g_assert_cmpuint (convene_http_reply_get_status (self->reply), ==, 200);
  g_assert_false (convene_http_reply_is_empty (self->reply));
  g_assert_true (JSON_NODE_HOLDS_OBJECT (convene_http_reply_get_json (self->reply)));
  assert_has (self, 0, "GET ");
  assert_has (self, 0, "/v2/users/me?a=b%20c\n");
  assert_has (self, 0, "User-Agent: Convene/0.1.0\n");
  assert_has_not (self, 0, "Authorization");
  assert_has_not (self, 0, "Content-Type");
  assert_has_not (self, 0, "Accept-Language");
}

static void
test_post (Fixture      *self,
           gconstpointer data)
{
  fixture_send (self, "POST", "/v2/users/me/meetings", "{\"topic\":\"Entrevista: Ingeniería\"}", CONVENE_TOKEN_SOURCE (self->source));

  g_assert_no_error (self->error);
  assert_has (self, 0, "POST ");
  assert_has (self, 0, "Content-Type: application/json\n");
  assert_has (self, 0, "Authorization: Bearer token-1\n");
  assert_has (self, 0, "\n\n{\"topic\":\"Entrevista: Ingeniería\"}");
}

/* What a body is taken for. */
static void
test_bodies (Fixture      *self,
             gconstpointer data)
{
  static const struct
  {
    Answer   answer;
    gboolean empty;
    gboolean json;
  } rows[] = {
    { { 204, NULL, NULL }, TRUE, FALSE },
    { { 200, "", NULL }, TRUE, FALSE },
    { { 200, "{}", NULL }, FALSE, TRUE },
    { { 502, "<html><body>Bad gateway</body></html>", NULL }, FALSE, FALSE },
    { { 200, "{\"a\":\"\xff\"}", NULL }, FALSE, FALSE },
    { { 400, "{\"code\":300", NULL }, FALSE, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_set_answers (self, &rows[i].answer, 1);
      fixture_send (self, "GET", "/", NULL, NULL);
      g_assert_no_error (self->error);
      g_assert_cmpuint (convene_http_reply_get_status (self->reply), ==, rows[i].answer.status);
      g_assert_cmpint (convene_http_reply_is_empty (self->reply), ==, rows[i].empty);
      g_assert_cmpint (convene_http_reply_get_json (self->reply) != NULL, ==, rows[i].json);
    }
}

static void
test_headers (Fixture      *self,
              gconstpointer data)
{
  static const Answer answer = { 429, "{}", "retry-after: 2020-05-31T00:00:00Z" };
  gint64              now = convene_clock_now (self->clock);

  fixture_set_answers (self, &answer, 1);
  fixture_send (self, "GET", "/", NULL, NULL);
  g_assert_cmpstr (convene_http_reply_get_header (self->reply, "Retry-After"), ==, "2020-05-31T00:00:00Z");
  g_assert_null (convene_http_reply_get_header (self->reply, "X-Missing"));
  g_assert_cmpint (convene_http_reply_get_retry_at (self->reply, now), ==, now);
}

static void
test_redirect (Fixture      *self,
               gconstpointer data)
{
  static const Answer answers[] = { { 302, NULL, "Location: /elsewhere" }, { 200, "{}", NULL } };

  fixture_set_answers (self, answers, G_N_ELEMENTS (answers));
  fixture_send (self, "GET", "/", NULL, CONVENE_TOKEN_SOURCE (self->source));
  g_assert_cmpuint (convene_http_reply_get_status (self->reply), ==, 302);
  g_assert_cmpuint (self->requests->len, ==, 1);
}

static void
test_no_memory (Fixture      *self,
                gconstpointer data)
{
  static const Answer cookie = { 200, "{}", "Set-Cookie: a=b" };
  static const Answer cached = { 200, "{}", "Cache-Control: max-age=3600" };

  fixture_set_answers (self, &cookie, 1);
  fixture_send (self, "GET", "/", NULL, NULL);
  fixture_send (self, "GET", "/", NULL, NULL);
  assert_has_not (self, 1, "Cookie");

  fixture_set_answers (self, &cached, 1);
  fixture_send (self, "GET", "/", NULL, NULL);
  fixture_send (self, "GET", "/", NULL, NULL);
  g_assert_cmpuint (self->requests->len, ==, 2);
}

/* One replay after a refused token, and only then. */
static void
test_replay (Fixture      *self,
             gconstpointer data)
{
  static const struct
  {
    Answer answers[2];
    guint  requests;
    guint  status;
  } rows[] = {
    { { { 401, "{\"code\":124,\"message\":\"Invalid access token.\"}" }, { 200, "{}" } }, 2, 200 },
    { { { 400, "{\"code\":124,\"message\":\"Invalid access token.\"}" }, { 201, "{}" } }, 2, 201 },
    { { { 400, "{\"code\":\"124\"}" }, { 201, "{}" } }, 2, 201 },
    { { { 401, NULL }, { 200, "{}" } }, 2, 200 },
    { { { 401, NULL, "WWW-Authenticate: Basic realm=\"x\"" }, { 200, "{}" } }, 2, 200 },
    { { { 401, "{\"code\":124}" }, { 401, "{\"code\":124}" } }, 2, 401 },
    { { { 400, "{\"code\":124}" }, { 400, "{\"code\":124}" } }, 2, 400 },
    { { { 401, "{\"code\":124}" }, { 500, "" } }, 2, 500 },
    { { { 400, "{\"code\":300}" }, { 200, "{}" } }, 1, 400 },
    { { { 400, "[124]" }, { 200, "{}" } }, 1, 400 },
    { { { 400, "{\"code\":{}}" }, { 200, "{}" } }, 1, 400 },
    { { { 403, "{\"code\":124}" }, { 200, "{}" } }, 1, 403 },
    { { { 404, "{\"code\":124}" }, { 200, "{}" } }, 1, 404 },
    { { { 500, "{\"code\":124}" }, { 200, "{}" } }, 1, 500 },
    { { { 200, "{\"code\":124}" }, { 200, "{}" } }, 1, 200 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      fixture_set_answers (self, rows[i].answers, 2);
      self->source->number = 1;
      fixture_send (self, "POST", "/v2/users/me/meetings", "{}", CONVENE_TOKEN_SOURCE (self->source));
      g_assert_no_error (self->error);
      g_assert_cmpuint (convene_http_reply_get_status (self->reply), ==, rows[i].status);
      g_assert_cmpuint (self->requests->len, ==, rows[i].requests);
      assert_has (self, 0, "Authorization: Bearer token-1\n");
      if (rows[i].requests == 2)
        assert_has (self, 1, "Authorization: Bearer token-2\n");
      assert_has (self, rows[i].requests - 1, "\n\n{}");
    }
}

static void
test_replay_without_source (Fixture      *self,
                            gconstpointer data)
{
  static const Answer answer = { 401, "{\"code\":124}", "WWW-Authenticate: Basic realm=\"x\"" };

  fixture_set_answers (self, &answer, 1);
  fixture_send (self, "GET", "/", NULL, NULL);
  g_assert_cmpuint (convene_http_reply_get_status (self->reply), ==, 401);
  g_assert_cmpuint (self->requests->len, ==, 1);
}

/* A token that cannot be had: nothing is in doubt, whatever the source thinks of its own request. */
static void
test_no_token (Fixture      *self,
               gconstpointer data)
{
  static const Answer refused = { 401, "{}" };

  for (int fails_at = 1; fails_at <= 2; fails_at++)
    {
      fixture_set_answers (self, &refused, 1);
      self->source->number = 1;
      self->source->asked = 0;
      self->source->fails_at = fails_at;
      fixture_send (self, "POST", "/", "{}", CONVENE_TOKEN_SOURCE (self->source));
      g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT);
      g_assert_false (convene_error_is_doubtful (self->error));
      g_assert_cmpuint (self->requests->len, ==, (guint) fails_at - 1);
    }
}

static void
test_unclean_token (Fixture      *self,
                    gconstpointer data)
{
  static const char *const rows[] = { "", "a b", "a\r\nX-Evil: y", "a\n", "é", "\x7f" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      self->source->text = rows[i];
      fixture_send (self, "GET", "/", NULL, CONVENE_TOKEN_SOURCE (self->source));
      g_assert_error (self->error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
      g_assert_false (convene_error_is_doubtful (self->error));
      g_assert_cmpuint (self->requests->len, ==, 0);
    }
}

static void
test_form (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(ConveneSecret) form = convene_secret_new ("grant_type=account_credentials&account_id=abc");
  g_autoptr(ConveneSecret) password = convene_secret_new ("open sesame");
  g_autofree char *uri = g_strconcat (self->uri, "/oauth/token", NULL);

  convene_http_session_send_form_async (self->http, uri, form, "Aladdin", password, NULL, form_sent_cb, self);
  fixture_wait (self);
  g_assert_no_error (self->error);
  assert_has (self, 0, "POST ");
  assert_has (self, 0, "Content-Type: application/x-www-form-urlencoded\n");
  assert_has (self, 0, "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n"); /* RFC 7617 §2 */
  assert_has (self, 0, "\n\ngrant_type=account_credentials&account_id=abc");

  self->done = FALSE;
  g_clear_pointer (&self->reply, convene_http_reply_free);
  convene_http_session_send_form_async (self->http, uri, form, NULL, NULL, NULL, form_sent_cb, self);
  fixture_wait (self);
  assert_has_not (self, 1, "Authorization");
}

/* The log knows the method, the address and the outcome, and none of what must not be seen. */
static GString *logged;

static GLogWriterOutput
writer (GLogLevelFlags   level,
        const GLogField *fields,
        gsize            n_fields,
        gpointer         user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_string_append_printf (logged, "%s\n", (const char *) fields[i].value);

  return level & G_LOG_LEVEL_DEBUG ? G_LOG_WRITER_HANDLED : g_log_writer_default (level, fields, n_fields, user_data);
}

/* What a newer GLib's tests would keep from the writer. */
static void
handler (const char    *domain,
         GLogLevelFlags level,
         const char    *message,
         gpointer       user_data)
{
  if (level & G_LOG_LEVEL_DEBUG)
    g_string_append_printf (logged, "%s\n", message);
  else
    g_log_default_handler (domain, level, message, user_data);
}

static void
test_log (Fixture      *self,
          gconstpointer data)
{
  static const Answer answers[] = { { 401, "{\"secret-body\":1}", NULL }, { 200, "{\"secret-body\":1}", "x-zm-trackingid: WEB_abc" } };

  g_string_truncate (logged, 0);
  g_log_set_default_handler (handler, NULL);
  fixture_set_answers (self, answers, 2);
  fixture_send (self, "POST", "/v2/meetings/1?secret-query=1#secret-fragment", "{\"secret-request\":1}", CONVENE_TOKEN_SOURCE (self->source));
  fixture_send (self, "POST", "http://secret-user:secret-password@127.0.0.1/", NULL, NULL);

  g_assert_nonnull (strstr (logged->str, "POST http://127.0.0.1:"));
  g_assert_nonnull (strstr (logged->str, "/v2/meetings/1: 401 in "));
  g_assert_nonnull (strstr (logged->str, "/v2/meetings/1: 200 in "));
  g_assert_nonnull (strstr (logged->str, "tracking id WEB_abc"));
  g_assert_null (strstr (logged->str, "secret"));
  g_assert_null (strstr (logged->str, "token-"));
}

typedef void (*Test) (Fixture *self, gconstpointer data);

static void
add (const char *path,
     Test        test)
{
  g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  /* Loopback goes past any proxy: this one is not there. */
  g_setenv ("GIO_USE_PROXY_RESOLVER", "environment", TRUE);
  g_setenv ("http_proxy", "http://127.0.0.1:1", TRUE);
  g_test_init (&argc, &argv, NULL);
  logged = g_string_new (NULL);
  g_log_set_writer_func (writer, NULL, NULL);

  add ("/http/get", test_get);
  add ("/http/post", test_post);
  add ("/http/bodies", test_bodies);
  add ("/http/headers", test_headers);
  add ("/http/redirect", test_redirect);
  add ("/http/no-memory", test_no_memory);
  add ("/http/token/replay", test_replay);
  add ("/http/token/no-source", test_replay_without_source);
  add ("/http/token/none", test_no_token);
  add ("/http/token/unclean", test_unclean_token);
  add ("/http/form", test_form);
  add ("/http/log", test_log);

  return g_test_run ();
}
