/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-callback.h"

#include <string.h>

#define PORT 4711
#define STATE "s-1"
#define HOST "Host: 127.0.0.1:4711\r\n"
#define GOOD "GET /oauth/callback?code=c-1&state=s-1 HTTP/1.1\r\n"
#define END "\r\n"

typedef struct
{
  const char              *head;
  ConveneOauthCallbackKind kind;
  const char              *text; /* the code, or what is said of an error */
} Row;

static ConveneOauthCallback *
parse (const char *head,
       gsize       length)
{
  g_autoptr(ConveneSecret) state = convene_secret_new (STATE);

  return convene_oauth_callback_parse (head, length, PORT, state);
}

static void
check (const Row *rows,
       gsize      n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      g_autoptr(ConveneOauthCallback) callback = parse (rows[i].head, strlen (rows[i].head));
      g_autofree char *shown = g_strescape (rows[i].head, NULL);

      /* The results are XML, which has no control characters. */
      g_test_message ("%s", shown);
      g_assert_cmpint (callback->kind, ==, rows[i].kind);
      if (rows[i].kind == CONVENE_OAUTH_CALLBACK_CODE)
        g_assert_cmpstr (convene_secret_peek (callback->code), ==, rows[i].text);
      else
        {
          g_assert_null (callback->code);
          g_assert_cmpstr (callback->description != NULL ? callback->description : callback->error, ==, rows[i].text);
        }
    }
}

#define QUERY(query) "GET /oauth/callback?" query " HTTP/1.1\r\n" HOST END

static void
test_answers (void)
{
  static const Row rows[] = {
    { QUERY ("code=c-1&state=s-1"), CONVENE_OAUTH_CALLBACK_CODE, "c-1" },
    { QUERY ("state=s-1&code=c-1"), CONVENE_OAUTH_CALLBACK_CODE, "c-1" },
    { QUERY ("code=a%2Fb%3D&state=%73-1&scope=x+y&iss=https%3A%2F%2Fzoom.us"), CONVENE_OAUTH_CALLBACK_CODE, "a/b=" },
    { QUERY ("co%64e=c-1&state=s-1&&=&x"), CONVENE_OAUTH_CALLBACK_CODE, "c-1" },
    { "GET /oauth/callback?code=c-1&state=s-1 HTTP/1.0\r\n" HOST END, CONVENE_OAUTH_CALLBACK_CODE, "c-1" },
    { GOOD "host:127.0.0.1:4711\r\nUser-Agent: a\tb \xc3\xa9\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Site: cross-site\r\n" END, CONVENE_OAUTH_CALLBACK_CODE, "c-1" },
    { QUERY ("error=access_denied&state=s-1"), CONVENE_OAUTH_CALLBACK_DECLINED, NULL },
    { QUERY ("error=access_denied&error_description=no&state=s-1"), CONVENE_OAUTH_CALLBACK_DECLINED, NULL },
    { QUERY ("error=server_error&state=s-1"), CONVENE_OAUTH_CALLBACK_FAILED, "server_error" },
    { QUERY ("error=invalid_scope&error_description=Invalid+scope%21&state=s-1"), CONVENE_OAUTH_CALLBACK_FAILED, "Invalid scope!" },
    { QUERY ("error=a%0Ab&error_description=%E2%80%AEb&state=s-1"), CONVENE_OAUTH_CALLBACK_FAILED, NULL },
    { QUERY ("error=&state=s-1"), CONVENE_OAUTH_CALLBACK_FAILED, NULL },
    { QUERY ("error=%FF&state=s-1"), CONVENE_OAUTH_CALLBACK_FAILED, NULL },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_state (void)
{
  static const Row rows[] = {
    { QUERY ("code=c-1"), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { QUERY ("code=c-1&state="), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { QUERY ("code=c-1&state=s-2"), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { QUERY ("code=c-1&state=s-11"), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { QUERY ("code=c-1&state=s-"), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { QUERY ("code=c-1&State=s-1"), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { QUERY ("error=access_denied"), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { QUERY ("error=access_denied&state=x"), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { QUERY (""), CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
    { "GET /oauth/callback HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_WRONG_STATE, NULL },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_elsewhere (void)
{
  static const Row rows[] = {
    { "GET /favicon.ico HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "GET / HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "GET /oauth/callback/?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "GET /oauth/callback;x?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "GET /oauth/../oauth/callback?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "GET /oauth%2Fcallback?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "GET //oauth/callback?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "GET http://127.0.0.1:4711/oauth/callback?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "CONNECT 127.0.0.1:4711 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "OPTIONS * HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "POST /oauth/callback?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "HEAD /oauth/callback?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
    { "get /oauth/callback?code=c-1&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_ELSEWHERE, NULL },
  };

  check (rows, G_N_ELEMENTS (rows));
}

/* DNS rebinding, and pages that fetch instead of sending their reader here */
static void
test_host (void)
{
  static const Row rows[] = {
    { GOOD END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD "Host: localhost:4711\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD "Host: 127.0.0.1\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD "Host: 127.0.0.1:80\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD "Host: 127.0.0.1:47110\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD "Host: evil.example.com:4711\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD "Host: [::1]:4711\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD "Host:\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD "X-Forwarded-Host: 127.0.0.1:4711\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD HOST "Origin: null\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD HOST "origin: https://example.com\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD HOST "Sec-Fetch-Mode: no-cors\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
    { GOOD HOST "sec-fetch-mode: cors\r\n" END, CONVENE_OAUTH_CALLBACK_WRONG_HOST, NULL },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_malformed (void)
{
  static const Row rows[] = {
    { "", CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "\r\n", CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "\r\n\r\n", CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "\x16\x03\x01\x02\r\n\r\n", CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "GET\r\n\r\n", CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "GET /oauth/callback\r\n\r\n", CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "GET  HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "GET /oauth/callback?code=c-1&state=s-1 HTTP/2\r\n" HOST END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "GET /oauth/callback?code=c-1&state=s-1 x HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "GET /oauth/callback?code=\xc3\xa9&state=s-1 HTTP/1.1\r\n" HOST END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { GOOD HOST, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { "GET /oauth/callback?code=c-1&state=s-1 HTTP/1.1\nHost: 127.0.0.1:4711\n\n", CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { GOOD HOST HOST END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { GOOD HOST "Host: evil.example.com\r\n" END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { GOOD HOST " folded\r\n" END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { GOOD HOST "no colon\r\n" END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { GOOD "Host : 127.0.0.1:4711\r\n" END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { GOOD HOST ": x\r\n" END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { GOOD HOST "X: a\nOrigin: b\r\n" END, CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=c-1&state=s-1&code=c-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=c-1&state=s-1&state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=c-1&state=s-1&co%64e=x"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("error=a&error=b&state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=c-1&error=access_denied&state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=&state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=a+b&state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=a%0D%0Ab&state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=%00&state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=%zz&state=s-1"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
    { QUERY ("code=c-1&state=s-1%"), CONVENE_OAUTH_CALLBACK_MALFORMED, NULL },
  };

  check (rows, G_N_ELEMENTS (rows));
}

static void
test_length (void)
{
  g_autoptr(GString) head = g_string_new (GOOD HOST "X: ");
  g_autoptr(ConveneOauthCallback) longest = NULL;
  g_autoptr(ConveneOauthCallback) too_long = NULL;
  g_autoptr(ConveneOauthCallback) with_nul = NULL;

  while (head->len < CONVENE_OAUTH_CALLBACK_MAX_HEAD - strlen ("\r\n\r\n"))
    g_string_append_c (head, 'x');
  g_string_append (head, "\r\n\r\n");
  longest = parse (head->str, head->len);
  g_assert_cmpint (longest->kind, ==, CONVENE_OAUTH_CALLBACK_CODE);

  head->str[head->len - 10] = '\0';
  with_nul = parse (head->str, head->len);
  g_assert_cmpint (with_nul->kind, ==, CONVENE_OAUTH_CALLBACK_MALFORMED);

  head->str[head->len - 10] = 'x';
  g_string_insert (head, head->len - 4, "x");
  too_long = parse (head->str, head->len);
  g_assert_cmpint (too_long->kind, ==, CONVENE_OAUTH_CALLBACK_MALFORMED);
}

/* The page tells nobody anything, and is kept nowhere. */
static void
test_pages (void)
{
  static const struct
  {
    ConveneOauthCallbackKind kind;
    const char              *status;
    gboolean                 is_final;
  } rows[] = {
    { CONVENE_OAUTH_CALLBACK_CODE, "HTTP/1.1 200 ", TRUE },
    { CONVENE_OAUTH_CALLBACK_DECLINED, "HTTP/1.1 200 ", TRUE },
    { CONVENE_OAUTH_CALLBACK_FAILED, "HTTP/1.1 200 ", TRUE },
    { CONVENE_OAUTH_CALLBACK_WRONG_STATE, "HTTP/1.1 403 ", FALSE },
    { CONVENE_OAUTH_CALLBACK_ELSEWHERE, "HTTP/1.1 404 ", FALSE },
    { CONVENE_OAUTH_CALLBACK_WRONG_HOST, "HTTP/1.1 403 ", FALSE },
    { CONVENE_OAUTH_CALLBACK_MALFORMED, "HTTP/1.1 400 ", FALSE },
    { CONVENE_OAUTH_CALLBACK_LATE, "HTTP/1.1 409 ", FALSE },
  };
  static const char *const headers[] = { "\r\nConnection: close\r\n", "\r\nCache-Control: no-store\r\n", "\r\nReferrer-Policy: no-referrer\r\n",
                                         "\r\nContent-Security-Policy: default-src 'none'", "\r\nX-Content-Type-Options: nosniff\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *page = convene_oauth_callback_format (rows[i].kind);
      const char      *body = strstr (page, "\r\n\r\n") + 4;
      g_autofree char *length = g_strdup_printf ("\r\nContent-Length: %u\r\n", (guint) strlen (body));

      g_assert_true (g_str_has_prefix (page, rows[i].status));
      g_assert_nonnull (strstr (page, length));
      for (gsize j = 0; j < G_N_ELEMENTS (headers); j++)
        g_assert_nonnull (strstr (page, headers[j]));
      g_assert_cmpint (convene_oauth_callback_is_final (rows[i].kind), ==, rows[i].is_final);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/oauth/callback/TH-9/answers", test_answers);
  g_test_add_func ("/oauth/callback/SH-54/state", test_state);
  g_test_add_func ("/oauth/callback/elsewhere", test_elsewhere);
  g_test_add_func ("/oauth/callback/host", test_host);
  g_test_add_func ("/oauth/callback/malformed", test_malformed);
  g_test_add_func ("/oauth/callback/length", test_length);
  g_test_add_func ("/oauth/callback/pages", test_pages);

  return g_test_run ();
}
