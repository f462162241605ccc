/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "convene-practice-dialogue.h"

/* A dialogue: lines of the client's, each with the start of the reply that it gets; "" is none, "=" a whole letter. */
typedef struct
{
  const char *name;
  gboolean    is_strict;
  const char *lines[24];
} Dialogue;

static const Dialogue dialogues[] = {
  { "whole", TRUE, { "EHLO client.example.com", "250-", "MAIL FROM:<a@example.com>", "250", "RCPT TO:<b@example.com>", "250", "DATA", "354", "Subject: x", "", ".", "=", "QUIT", "221" } },
  { "helo", TRUE, { "HELO x", "250 ", "mail from:<a@example.com>", "250", "rcpt to:<b@example.com>", "250", "data", "354", ".", "=" } },
  { "no-greeting", TRUE, { "MAIL FROM:<a@example.com>", "503", "RCPT TO:<b@example.com>", "503", "DATA", "503", "NOOP", "250", "QUIT", "221" } },
  { "greeting-without-a-name", TRUE, { "EHLO", "501", "HELO ", "501", "EHLO a b", "501", "EHLO [127.0.0.1]", "250-" } },
  { "no-sender", TRUE, { "EHLO x", "250", "RCPT TO:<b@example.com>", "503", "DATA", "503" } },
  { "no-recipient", TRUE, { "EHLO x", "250", "MAIL FROM:<a@example.com>", "250", "DATA", "503" } },
  { "two-senders", TRUE, { "EHLO x", "250", "MAIL FROM:<a@example.com>", "250", "MAIL FROM:<a@example.com>", "503" } },
  { "reset", TRUE, { "EHLO x", "250", "MAIL FROM:<a@example.com>", "250", "RSET", "250", "RCPT TO:<b@example.com>", "503", "RSET now", "501" } },
  { "ehlo-resets", TRUE, { "EHLO x", "250", "MAIL FROM:<a@example.com>", "250", "EHLO x", "250", "RCPT TO:<b@example.com>", "503" } },
  { "null-sender", TRUE, { "EHLO x", "250", "MAIL FROM:<>", "250", "RCPT TO:<>", "553" } },
  { "no-brackets", TRUE, { "EHLO x", "250", "MAIL FROM:a@example.com", "501", "MAIL FROM: <a@example.com>", "501", "MAIL FROM", "501", "MAIL", "501", "MAIL FROM:<a@example.com", "501" } },
  { "no-addresses", TRUE, { "EHLO x", "250", "MAIL FROM:<a>", "553", "MAIL FROM:<@example.com>", "553", "MAIL FROM:<a@>", "553", "MAIL FROM:<a b@example.com>", "553", "MAIL FROM:<a@b@example.com>", "553", "MAIL FROM:<\xc3\xa9@example.com>", "553" } },
  { "parameters", TRUE, { "EHLO x", "250", "MAIL FROM:<a@example.com> SIZE=100 BODY=8BITMIME", "250", "RSET", "250", "MAIL FROM:<a@example.com> BODY=7BIT", "250", "RCPT TO:<b@example.com> NOTIFY=NEVER", "555" } },
  { "wrong-parameters", TRUE, { "EHLO x", "250", "MAIL FROM:<a@example.com> SIZE=10485761", "552", "MAIL FROM:<a@example.com> SIZE=x", "501", "MAIL FROM:<a@example.com> SMTPUTF8", "555", "MAIL FROM:<a@example.com>BODY=7BIT", "501" } },
  { "parameters-after-helo", TRUE, { "HELO x", "250", "MAIL FROM:<a@example.com> SIZE=1", "555" } },
  { "unknown", TRUE, { "HELP", "500", "", "500", "EHLOx", "500", "STARTTLS", "502", "AUTH PLAIN", "502", "VRFY a", "252" } },
  { "data-with-argument", TRUE, { "EHLO x", "250", "MAIL FROM:<a@example.com>", "250", "RCPT TO:<b@example.com>", "250", "DATA now", "501", "DATA", "354" } },
  { "bare-feed", TRUE, { "EHLO x\nNOOP", "500", "EHLO x", "250", "MAIL FROM:<a@example.com>", "250", "RCPT TO:<b@example.com>", "250", "DATA", "354", "a\nb", "", ".", "550", "DATA", "503" } },
  { "bare-feed-is-let-pass", FALSE, { "EHLO x", "250", "MAIL FROM:<a@example.com>", "250", "RCPT TO:<b@example.com>", "250", "DATA", "354", "a\nb", "", ".", "=" } },
  { "no-smuggling", TRUE, { "EHLO x", "250", "MAIL FROM:<a@example.com>", "250", "RCPT TO:<b@example.com>", "250", "DATA", "354", "a\n.\nMAIL FROM:<evil@example.org>", "", ".", "550" } },
};

static void
test_dialogue (gconstpointer data)
{
  const Dialogue *dialogue = data;
  g_autoptr(ConvenePracticeDialogue) self = convene_practice_dialogue_new (dialogue->is_strict);

  for (guint i = 0; dialogue->lines[i] != NULL; i += 2)
    {
      const char           *line = dialogue->lines[i];
      const char           *wanted = dialogue->lines[i + 1];
      ConvenePracticeAction action;
      g_autofree char      *reply = convene_practice_dialogue_feed (self, line, strlen (line), &action);

      g_test_message ("%s: %s", line, reply != NULL ? reply : "");
      g_assert_cmpint (action, ==, g_str_equal (wanted, "=") ? CONVENE_PRACTICE_LETTER : g_str_equal (wanted, "221") ? CONVENE_PRACTICE_CLOSE
                                                                                                                     : CONVENE_PRACTICE_GO_ON);
      if (*wanted == '\0' || g_str_equal (wanted, "="))
        g_assert_null (reply);
      else
        g_assert_true (reply != NULL && g_str_has_prefix (reply, wanted) && g_str_has_suffix (reply, "\r\n"));

      if (action == CONVENE_PRACTICE_LETTER)
        convene_practice_dialogue_reset (self);
    }
}

static void
feed_all (ConvenePracticeDialogue *self,
          const char              *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      ConvenePracticeAction action;

      g_free (convene_practice_dialogue_feed (self, lines[i], strlen (lines[i]), &action));
    }
}

static void
test_letter (void)
{
  static const char wanted[] = "Subject: x\r\n\r\n.\r\n.a\r\n\r\nb\r\n";
  g_autoptr(ConvenePracticeDialogue) self = convene_practice_dialogue_new (TRUE);
  g_autoptr(GBytes) letter = NULL;
  g_auto(GStrv) recipients = NULL;

  feed_all (self, "EHLO x\r\nMAIL FROM:<a@example.com>\r\nRCPT TO:<b@example.com>\r\nRCPT TO:<c@example.com>\r\nDATA\r\n"
                  "Subject: x\r\n\r\n..\r\n..a\r\n\r\nb\r\n.");

  letter = convene_practice_dialogue_dup_letter (self);
  recipients = convene_practice_dialogue_dup_recipients (self);
  g_assert_cmpmem (g_bytes_get_data (letter, NULL), g_bytes_get_size (letter), wanted, strlen (wanted));
  g_assert_cmpstr (convene_practice_dialogue_get_sender (self), ==, "a@example.com");
  g_assert_true (g_strv_equal ((const char *const *) recipients, (const char *[]){ "b@example.com", "c@example.com", NULL }));
}

static void
test_moments (void)
{
  static const struct
  {
    const char *line;
    const char *moment;
  } lines[] = {
    { "EHLO x", NULL },
    { "MAIL FROM:<a@example.com>", "mail" },
    { "RCPT TO:<b@example.com>", "rcpt" },
    { "DATA", "data" },
    { "MAIL FROM:<a@example.com>", "in-data" },
    { "..", "in-data" },
    { ".", "after-data" },
    { "QUIT", NULL },
  };
  g_autoptr(ConvenePracticeDialogue) self = convene_practice_dialogue_new (TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_assert_cmpstr (convene_practice_dialogue_get_moment (self, lines[i].line, strlen (lines[i].line)), ==, lines[i].moment);
      feed_all (self, lines[i].line);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dialogues); i++)
    {
      g_autofree char *path = g_strconcat ("/practice/dialogue/", dialogues[i].name, NULL);

      g_test_add_data_func (path, &dialogues[i], test_dialogue);
    }
  g_test_add_func ("/practice/dialogue/letter", test_letter);
  g_test_add_func ("/practice/dialogue/moments", test_moments);

  return g_test_run ();
}
