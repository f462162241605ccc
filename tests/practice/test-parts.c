/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "convene-clock.h"
#include "convene-practice-answer.h"
#include "convene-practice-faults.h"
#include "convene-practice-journal.h"
#include "convene-practice-json.h"
#include "convene-practice-limits.h"
#include "convene-practice-mailbox.h"
#include "convene-practice-peer.h"
#include "convene-practice-random.h"
#include "convene-practice-request.h"
#include "convene-practice-validate.h"

#define NOW (G_GINT64_CONSTANT (1796137200) * CONVENE_SECOND)

static void
collect_cb (const char *line,
            gsize       length,
            gpointer    user_data)
{
  g_string_append_len (user_data, line, length);
  g_string_append_c (user_data, '|');
}

static char *
replay (const char *path)
{
  g_autoptr(GError) error = NULL;
  GString *seen = g_string_new (NULL);
  g_autoptr(ConvenePracticeJournal) journal = convene_practice_journal_open (path, collect_cb, seen, &error);

  g_assert_no_error (error);
  g_assert_nonnull (journal);
  return g_string_free (seen, FALSE);
}

static void
test_journal (void)
{
  g_autofree char *folder = g_dir_make_tmp ("convene-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "zoom.journal", NULL);
  static const struct
  {
    const char *file;
    const char *seen;
  } files[] = {
    { "", "" },
    { "a\n", "a|" },
    { "a\nbc\n", "a|bc|" },
    { "a\nb", "a|" },
    { "torn", "" },
    { "\n\na\n", "a|" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *seen = NULL;
      g_autofree char *again = NULL;
      g_autofree char *wanted = g_strconcat (files[i].seen, "new|", NULL);
      g_autoptr(ConvenePracticeJournal) journal = NULL;
      g_autoptr(GString) ignored = g_string_new (NULL);

      g_assert_true (g_file_set_contents (path, files[i].file, -1, NULL));
      seen = replay (path);
      g_assert_cmpstr (seen, ==, files[i].seen);

      journal = convene_practice_journal_open (path, collect_cb, ignored, NULL);
      g_assert_true (convene_practice_journal_append (journal, "new", NULL));
      again = replay (path);
      g_assert_cmpstr (again, ==, wanted);
    }

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_journal_clear (void)
{
  g_autofree char *folder = g_dir_make_tmp ("convene-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "zoom.journal", NULL);
  g_autoptr(GString) ignored = g_string_new (NULL);
  g_autoptr(ConvenePracticeJournal) journal = convene_practice_journal_open (path, collect_cb, ignored, NULL);
  g_autofree char *seen = NULL;

  g_assert_true (convene_practice_journal_append (journal, "old", NULL));
  g_assert_true (convene_practice_journal_clear (journal, NULL));
  g_assert_true (convene_practice_journal_append (journal, "new", NULL));
  seen = replay (path);
  g_assert_cmpstr (seen, ==, "new|");

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_journal_nowhere (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (convene_practice_journal_open ("/nonexistent/zoom.journal", collect_cb, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_start (void)
{
  static const struct
  {
    const char *text;
    const char *zone;
    gint64      seconds; /* -1: no time */
  } starts[] = {
    { "2026-12-01T15:00:00Z", "America/New_York", 1796137200 },
    { "2026-12-01T10:00:00", "America/New_York", 1796137200 },
    { "2026-12-01T16:00:00", "Europe/Berlin", 1796137200 },
    { "2026-07-01T16:00:00", "Europe/Berlin", 1782914400 },
    { "2026-12-01T15:00:00z", "UTC", -1 },
    { "2026-12-01T15:00:00.0Z", "UTC", -1 },
    { "2026-12-01T15:00:00+00:00", "UTC", -1 },
    { "2026-12-01T15:00:60Z", "UTC", -1 },
    { "2026-02-30T15:00:00Z", "UTC", -1 },
    { "2026-12-01T15:00", "UTC", -1 },
    { "", "UTC", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      g_autoptr(GTimeZone) zone = convene_practice_find_zone (starts[i].zone);
      gint64 instant = -1;

      g_test_message ("%s", starts[i].text);
      g_assert_cmpint (convene_practice_parse_start (starts[i].text, zone, &instant), ==, starts[i].seconds >= 0);
      g_assert_cmpint (instant, ==, starts[i].seconds >= 0 ? starts[i].seconds * CONVENE_SECOND : -1);
    }
}

static void
test_pace (void)
{
  g_autoptr(ConvenePracticeLimits) limits = convene_practice_limits_new ();

  for (int i = 0; i < 20; i++)
    g_assert_true (convene_practice_limits_take_pace (limits, CONVENE_PRACTICE_MEDIUM, NOW + i, 20));
  g_assert_false (convene_practice_limits_take_pace (limits, CONVENE_PRACTICE_MEDIUM, NOW + CONVENE_SECOND - 1, 20));
  g_assert_true (convene_practice_limits_take_pace (limits, CONVENE_PRACTICE_LIGHT, NOW, 20));
  g_assert_true (convene_practice_limits_take_pace (limits, CONVENE_PRACTICE_MEDIUM, NOW + CONVENE_SECOND, 20));
  g_assert_false (convene_practice_limits_take_pace (limits, CONVENE_PRACTICE_MEDIUM, NOW + CONVENE_SECOND, 20));

  /* The clock is set back. */
  g_assert_true (convene_practice_limits_take_pace (limits, CONVENE_PRACTICE_MEDIUM, NOW - CONVENE_DAY, 20));
  g_assert_cmpint (convene_practice_limits_get_pace_used (limits, CONVENE_PRACTICE_MEDIUM), ==, 1);
}

static void
test_one_write (void)
{
  g_autoptr(ConvenePracticeLimits) limits = convene_practice_limits_new ();

  g_assert_true (convene_practice_limits_begin_write (limits, "a@example.com"));
  g_assert_false (convene_practice_limits_begin_write (limits, "a@example.com"));
  g_assert_true (convene_practice_limits_begin_write (limits, "b@example.com"));
  convene_practice_limits_end_write (limits, "a@example.com");
  g_assert_true (convene_practice_limits_begin_write (limits, "a@example.com"));
}

static GPtrArray *
take (ConvenePracticeFaults *faults,
      const char            *on,
      const char            *when,
      const char            *text)
{
  g_autoptr(JsonArray) changes = json_array_new ();
  GPtrArray *taken = convene_practice_faults_take (faults, on, when, text, changes);

  for (guint i = 0; i < json_array_get_length (changes); i++)
    convene_practice_faults_apply (faults, json_array_get_object_element (changes, i));

  return taken;
}

static void
test_faults (void)
{
  g_autoptr(ConvenePracticeFaults) faults = convene_practice_faults_new ();
  static const struct
  {
    const char *on;
    const char *when;
    const char *text;
    guint       n_taken;
  } requests[] = {
    { "get", NULL, NULL, 0 },
    { "create", NULL, NULL, 2 }, /* the slowness and the first that ends it */
    { "create", NULL, NULL, 1 },
    { "create", NULL, NULL, 0 },
    { "smtp", "mail", "MAIL FROM:<a@example.com>", 0 },
    { "smtp", "rcpt", "RCPT TO:<b@example.com>", 0 },
    { "smtp", "rcpt", "RCPT TO:<a@example.com>", 1 },
  };
  static const char *const specs[] = {
    "{\"fault\": \"slow\", \"before_ms\": 1}",
    "{\"fault\": \"503\"}",
    "{\"fault\": \"commit-then-drop\"}",
    "{\"fault\": \"refuse-recipient\", \"on\": \"smtp\", \"match\": \"a@example.com\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autoptr(JsonObject) spec = convene_practice_json_parse_object (specs[i], -1);
      g_autoptr(JsonObject) change = convene_practice_faults_format_new (faults, spec, NULL);

      convene_practice_faults_apply (faults, change);
    }

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      g_autoptr(GPtrArray) taken = take (faults, requests[i].on, requests[i].when, requests[i].text);

      g_assert_cmpuint (taken->len, ==, requests[i].n_taken);
    }
}

static void
test_message_ids (void)
{
  static const struct
  {
    const char *letter;
    const char *id;
  } letters[] = {
    { "Message-ID: <a@example.com>\r\n\r\nx", "<a@example.com>" },
    { "Subject: x\r\nmessage-id:<a@example.com>\r\n\r\n", "<a@example.com>" },
    { "Message-ID:\r\n <a@example.com>\r\n\r\n", "<a@example.com>" },
    { "Subject: x\r\n\r\nMessage-ID: <a@example.com>\r\n", NULL },
    { "Message-ID:", "" },
    { "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (letters[i].letter, strlen (letters[i].letter));
      g_autofree char *id = convene_practice_find_message_id (bytes);

      g_assert_cmpstr (id, ==, letters[i].id);
    }
}

static void
test_paths (void)
{
  static const struct
  {
    const char *path;
    const char *segments; /* joined by a bar */
  } paths[] = {
    { "", "" },
    { "/", "" },
    { "/users/a%40example.com/meetings", "users|a@example.com|meetings" },
    { "/past_meetings/%252Fab%253D", "past_meetings|%2Fab%3D" },
    { "/meetings/", "meetings|" },
    { "/a/%ff", "a|" },
    { "/a/%00b", "a|" },
    { "//a", "|a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(ConvenePracticeRequest) request = convene_practice_request_new ("GET", paths[i].path);
      g_autofree char *joined = g_strjoinv ("|", request->path);

      g_assert_cmpstr (joined, ==, paths[i].segments);
    }
}

static void
test_answer_to_wire (void)
{
  g_autoptr(ConvenePracticeAnswer) answer = convene_practice_answer_new_error (404, 3001, "Meeting does not exist: %d.", 7);
  g_autoptr(GBytes) bytes = NULL;
  static const char wanted[] = "HTTP/1.1 404 Not Found\r\nX-Test: two\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: 62\r\n"
                               "Connection: close\r\n\r\n{\"code\":3001,\"message\":\"Meeting does not exist: 7.\"}";

  convene_practice_answer_set_header (answer, "X-Test", "one");
  convene_practice_answer_set_header (answer, "x-test", "two");
  g_assert_cmpstr (convene_practice_answer_get_header (answer, "X-TEST"), ==, "two");
  convene_practice_answer_set_header (answer, "X-Test", "two");
  bytes = convene_practice_answer_to_wire (answer, 10);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), wanted, strlen (wanted));
}

static void
test_peer (void)
{
  static const char table[] =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
      "   0: 0100007F:94BF 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 34077 1 00000000 100 0 0 10 0\n"
      "   1: 0100007F:94BF 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0 34078 1 00000000 20 4 30 10 -1\n"
      "   2: 0100007F:C350 0100007F:94BF 01 00000000:00000000 00:00000000 00000000  1001        0 34079 1 00000000 20 4 30 10 -1\n"
      "nonsense\n";
  guint32 user = 0;

  g_assert_true (convene_practice_peer_find_user (table, 0xc350, 0x94bf, &user));
  g_assert_cmpuint (user, ==, 1001);
  g_assert_true (convene_practice_peer_find_user (table, 0x94bf, 0xc350, &user));
  g_assert_cmpuint (user, ==, 1000);
  g_assert_false (convene_practice_peer_find_user (table, 0xc351, 0x94bf, &user));
  g_assert_false (convene_practice_peer_find_user ("", 0xc350, 0x94bf, &user));
}

static void
test_random (void)
{
  gboolean slashes[2] = { FALSE, FALSE };

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *uuid = convene_practice_random_uuid ();
      gint64           number = convene_practice_random_number ();

      g_assert_cmpuint (strlen (uuid), ==, 24);
      g_assert_true (number >= G_GINT64_CONSTANT (80000000000) && number < G_GINT64_CONSTANT (90000000000));
      slashes[*uuid == '/'] = TRUE;
    }

  g_assert_true (slashes[0] && slashes[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/practice/journal/lines", test_journal);
  g_test_add_func ("/practice/journal/clear", test_journal_clear);
  g_test_add_func ("/practice/journal/nowhere", test_journal_nowhere);
  g_test_add_func ("/practice/start-time", test_start);
  g_test_add_func ("/practice/limits/pace", test_pace);
  g_test_add_func ("/practice/limits/one-write", test_one_write);
  g_test_add_func ("/practice/faults", test_faults);
  g_test_add_func ("/practice/message-ids", test_message_ids);
  g_test_add_func ("/practice/paths", test_paths);
  g_test_add_func ("/practice/answer-to-wire", test_answer_to_wire);
  g_test_add_func ("/practice/peer", test_peer);
  g_test_add_func ("/practice/random", test_random);

  return g_test_run ();
}
