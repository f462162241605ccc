/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-http-retry.h"
#include "convene-http-session.h"

/* 2026-12-01T10:00:00Z */
#define NOW (G_GINT64_CONSTANT (1796119200) * CONVENE_SECOND)

static void
test_retry_after (void)
{
  static const struct
  {
    const char *value;
    gint64      wait; /* seconds from NOW, -1 where nothing is said */
  } rows[] = {
    { "0", 0 },
    { "30", 30 },
    { " 30 ", 30 },
    { "86400", 86400 },
    { "93600", 93600 },
    { "93601", 93600 },
    { "99999999999999999999999", 93600 },
    { "20261201", 93600 },
    { "2026-12-01T10:05:00Z", 300 },
    { "2026-12-02T00:00:00Z", 14 * 3600 },
    { "2026-12-01T10:05:00", 300 },
    { "2026-12-01T12:05:00+02:00", 300 },
    { "2020-05-31T00:00:00Z", 0 },
    { "2036-05-31T00:00:00Z", 93600 },
    { "Tue, 01 Dec 2026 10:05:00 GMT", 300 },
    { "Sun, 31 May 2020 00:00:00 GMT", 0 },
    { "Tue, 01 Dec 2099 10:05:00 GMT", 93600 },
    { NULL, -1 },
    { "", -1 },
    { "  ", -1 },
    { "soon", -1 },
    { "-5", -1 },
    { "1.5", -1 },
    { "30 seconds", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 at = convene_http_parse_retry_after (rows[i].value, NOW, NOW);

      g_test_message ("“%s”", rows[i].value);
      g_assert_cmpint (at, ==, rows[i].wait < 0 ? 0 : NOW + rows[i].wait * CONVENE_SECOND);
    }
}

/* Seconds count from the answer's arrival, and what has passed since is over. */
static void
test_retry_later (void)
{
  g_assert_cmpint (convene_http_parse_retry_after ("30", NOW - 10 * CONVENE_SECOND, NOW), ==, NOW + 20 * CONVENE_SECOND);
  g_assert_cmpint (convene_http_parse_retry_after ("30", NOW - CONVENE_HOUR, NOW), ==, NOW);
}

static void
test_uri (void)
{
  static const struct
  {
    const char *uri;
    gboolean    good;
  } rows[] = {
    { "https://api.example.com", TRUE },
    { "https://api.example.com:8443/v2?a=b", TRUE },
    { "HTTPS://api.example.com/v2", TRUE },
    { "http://127.0.0.1:1234/v2", TRUE },
    { "http://127.9.9.9/", TRUE },
    { "http://[::1]:1234/v2", TRUE },
    { "http://localhost:1234/", TRUE },
    { "http://LocalHost/", TRUE },
    { "http://api.example.com/v2", FALSE },
    { "http://localhost.example.com/", FALSE },
    { "http://127.0.0.1.example.com/", FALSE },
    { "http://128.0.0.1/", FALSE },
    { "http://[::2]/", FALSE },
    { "http://[::ffff:10.0.0.1]/", FALSE },
    { "http://0.0.0.0/", FALSE },
    { "https://user@api.example.com/", FALSE },
    { "https://user:pass@api.example.com/", FALSE },
    { "http://api.example.com@127.0.0.1/", FALSE },
    { "https://", FALSE },
    { "https:///v2", FALSE },
    { "https:api.example.com", FALSE },
    { "ftp://api.example.com/", FALSE },
    { "file:///etc/passwd", FALSE },
    { "api.example.com", FALSE },
    { "https://api.example.com:99999/", FALSE },
    { "https://api.exa mple.com/", FALSE },
    { "https://api.example.com/\r\nX: y", FALSE },
    { "\xff", FALSE },
    { "", FALSE },
    { NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *shown = g_strescape (rows[i].uri != NULL ? rows[i].uri : "NULL", NULL);

      g_test_message ("%s", shown);
      g_assert_cmpint (convene_http_check_uri (rows[i].uri, "api-url", &error), ==, rows[i].good);
      if (rows[i].good)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "api-url");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http/SH-42/retry-after", test_retry_after);
  g_test_add_func ("/http/SH-42/retry-after-later", test_retry_later);
  g_test_add_func ("/http/check-uri", test_uri);

  return g_test_run ();
}
