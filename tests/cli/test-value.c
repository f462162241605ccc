/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "convene-cli-secret.h"
#include "convene-cli-value.h"
#include "convene-enums.h"
#include "convene-error.h"
#include "convene-moment.h"

typedef struct
{
  const char *text;
  const char *from; /* NULL where it is refused */
  const char *to;
} Day;

static const Day days[] = {
  { "2026-12-01", "2026-11-30T23:00:00Z", "2026-12-01T23:00:00Z" },
  { "2026-12-31", "2026-12-30T23:00:00Z", "2026-12-31T23:00:00Z" },
  { "2026-03-29", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z" }, /* a day of 23 hours */
  { "2026-12-01 10:00", "2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z" },
  { "2026-12-01T10:00", "2026-12-01T09:00:00Z", "2026-12-01T09:00:00Z" },
  { "2026-10-25T02:30+02:00", "2026-10-25T00:30:00Z", "2026-10-25T00:30:00Z" },
  { "2026-10-25T02:30", NULL },
  { "2026-02-30", NULL },
  { "2026-1-1", NULL },
  { "1. 12.2026", NULL },
  { "12/01/2026", NULL },
  { "2026-12-1x", NULL },
  { "today", NULL },
  { "", NULL },
  { "\xff\xff\xff\xff-12-01", NULL },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      gint64 from = 0, to = 0;
      g_autoptr(GError) error = NULL;
      g_autofree char *from_text = NULL;
      g_autofree char *to_text = NULL;

      g_test_message ("day %u", i);
      if (days[i].from == NULL)
        {
          g_assert_false (convene_cli_value_parse_from (days[i].text, "from", "Europe/Berlin", &from, &error));
          g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
          g_assert_cmpstr (convene_error_get_field (error), ==, "from");
          g_assert_true (from == 0);
          continue;
        }

      g_assert_true (convene_cli_value_parse_from (days[i].text, "from", "Europe/Berlin", &from, &error));
      g_assert_true (convene_cli_value_parse_to (days[i].text, "to", "Europe/Berlin", &to, &error));
      g_assert_no_error (error);
      from_text = convene_instant_to_string (from);
      to_text = convene_instant_to_string (to);
      g_assert_cmpstr (from_text, ==, days[i].from);
      g_assert_cmpstr (to_text, ==, days[i].to);
    }
}

typedef struct
{
  const char *text;
  const char *host; /* NULL where it is refused */
  int         port;
  const char *field;
} Server;

static const Server servers[] = {
  { "mail.example.com", "mail.example.com", 0 },
  { "mail.example.com:587", "mail.example.com", 587 },
  { "localhost:65535", "localhost", 65535 },
  { "127.0.0.1:25", "127.0.0.1", 25 },
  { "[::1]", "::1", 0 },
  { "[::1]:25", "::1", 25 },
  { "", NULL, 0, "server" },
  { ":25", NULL, 0, "server" },
  { "::1", NULL, 0, "server" },
  { "[::1", NULL, 0, "server" },
  { "[::1]25", NULL, 0, "server" },
  { "[localhost]:25", NULL, 0, "server" },
  { "[127.0.0.1]", NULL, 0, "server" },
  { "mail example.com", NULL, 0, "server" },
  { "smtp://mail.example.com", NULL, 0, "port" },
  { "robin@mail.example.com", NULL, 0, "server" },
  { "mail.example.com/x", NULL, 0, "server" },
  { "-mail.example.com", NULL, 0, "server" },
  { "mail.example.com:25:25", NULL, 0, "server" },
  { "mail.example.com\r\n", NULL, 0, "server" },
  { "mail\xff", NULL, 0, "server" },
  { "mail.example.com:", NULL, 0, "port" },
  { "mail.example.com:0", NULL, 0, "port" },
  { "mail.example.com:65536", NULL, 0, "port" },
  { "mail.example.com:smtp", NULL, 0, "port" },
};

static void
test_servers (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (servers); i++)
    {
      g_autofree char *host = NULL;
      g_autoptr(GError) error = NULL;
      int port = -1;

      g_test_message ("server %u", i);
      if (servers[i].host == NULL)
        {
          g_assert_false (convene_cli_value_parse_server (servers[i].text, &host, &port, &error));
          g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
          g_assert_cmpstr (convene_error_get_field (error), ==, servers[i].field);
          g_assert_null (host);
          continue;
        }

      g_assert_true (convene_cli_value_parse_server (servers[i].text, &host, &port, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (host, ==, servers[i].host);
      g_assert_cmpint (port, ==, servers[i].port);
    }
}

static const char *const wrong_numbers[] = { "", " 5", "5 ", "0", "11", "-1", "0x5", "5.0", "five", "99999999999999999999", "\xff" };

static void
test_numbers (void)
{
  g_autoptr(GError) good = NULL;
  int value = 0;

  g_assert_true (convene_cli_value_parse_number ("10", "limit", 1, 10, &value, &good));
  g_assert_no_error (good);
  g_assert_cmpint (value, ==, 10);

  for (guint i = 0; i < G_N_ELEMENTS (wrong_numbers); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (convene_cli_value_parse_number (wrong_numbers[i], "limit", 1, 10, &value, &error));
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "limit");
      g_assert_cmpint (value, ==, 10);
    }
}

/* The words that would have been right are named. */
static void
test_words (void)
{
  g_autoptr(GError) error = NULL;
  int value = -1;

  g_assert_true (convene_cli_value_parse_word ("in-person", "platform", CONVENE_TYPE_PLATFORM, &value, NULL));
  g_assert_cmpint (value, ==, CONVENE_PLATFORM_IN_PERSON);
  g_assert_false (convene_cli_value_parse_word ("skype", "platform", CONVENE_TYPE_PLATFORM, &value, &error));
  g_assert_nonnull (strstr (error->message, "skype"));
  g_assert_nonnull (strstr (error->message, "zoom, google-meet, teams, link, phone, in-person"));
}

static ConveneSecret *
read_from (const char *bytes,
           gssize      length,
           GError    **error)
{
  FILE          *file = tmpfile ();
  ConveneSecret *secret;

  g_assert_nonnull (file);
  g_assert_cmpint (write (fileno (file), bytes, length), ==, length);
  lseek (fileno (file), 0, SEEK_SET);
  secret = convene_cli_secret_read_line (fileno (file), "client_secret", error);
  fclose (file);
  return secret;
}

static void
test_secret_good (void)
{
  static const char *const texts[] = { "s3cret", "s3cret\n", "s3cret\r\n", "s3cret\nsecond line\n" };
  g_autofree char         *longest = g_strnfill (4096, 'x');
  g_autofree char         *longest_line = g_strconcat (longest, "\r\n", NULL);
  g_autoptr(ConveneSecret) long_secret = read_from (longest_line, strlen (longest_line), NULL);
  g_autoptr(ConveneSecret) spaced = read_from (" pass word \n", 12, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(ConveneSecret) secret = read_from (texts[i], strlen (texts[i]), NULL);

      g_assert_cmpstr (convene_secret_peek (secret), ==, "s3cret");
    }

  g_assert_cmpstr (convene_secret_peek (long_secret), ==, longest);
  g_assert_cmpstr (convene_secret_peek (spaced), ==, " pass word ");
}

static void
assert_no_secret (const char *bytes,
                  gssize      length)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (read_from (bytes, length, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "client_secret");
  g_assert_null (strstr (error->message, "s3cret"));
}

static void
test_secret_bad (void)
{
  g_autofree char *long_text = g_strnfill (4097, 'x');
  g_autofree char *far_too_long = g_strnfill (100000, 'x');

  assert_no_secret ("", 0);
  assert_no_secret ("\n", 1);
  assert_no_secret ("\r\n", 2);
  assert_no_secret ("s3cret\0x\n", 9);
  assert_no_secret ("s3cret\x1b\n", 8);
  assert_no_secret ("s3cret\xff\n", 8);
  assert_no_secret (long_text, 4097);
  assert_no_secret (far_too_long, 100000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/value/days", test_days);
  g_test_add_func ("/cli/value/servers", test_servers);
  g_test_add_func ("/cli/value/numbers", test_numbers);
  g_test_add_func ("/cli/value/words", test_words);
  g_test_add_func ("/cli/secret/good", test_secret_good);
  g_test_add_func ("/cli/secret/bad", test_secret_bad);

  return g_test_run ();
}
