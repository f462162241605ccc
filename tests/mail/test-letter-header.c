/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "convene-letter-clean.h"
#include "convene-letter-header.h"

static void
test_clean_line (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } rows[] = {
    { NULL, "" },
    { "", "" },
    { "Staff Engineer", "Staff Engineer" },
    { "a\r\nBcc: evil@example.com", "a Bcc: evil@example.com" },
    { "a\nb\rc\td", "a b c d" },
    { "  a   b  ", "a b" },
    { "a\xe2\x80\xa8"
      "b",
      "a b" }, /* U+2028 */
    { "a\xe2\x80\xae"
      "b",
      "ab" }, /* U+202E */
    { "a\x01\x7f\xc2\x85"
      "b",
      "a b" }, /* C0, DEL, C1 */
    { "a\xff"
      "b",
      "a\xef\xbf\xbd"
      "b" }, /* no UTF-8 */
    { "שלום 👩‍💻", "שלום 👩‍💻" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *line = convene_letter_clean_line (rows[i].text);

      g_assert_cmpstr (line, ==, rows[i].expected);
    }
}

static void
test_clean_lines (void)
{
  g_autofree char *lines = convene_letter_clean_lines ("\n a\r\nb\rc\td\x01\xe2\x80\xae\n\n");

  g_assert_cmpstr (lines, ==, "a\nb\nc\td");
}

static void
test_mailbox (void)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } rows[] = {
    { NULL, "ana@example.com" },
    { "", "ana@example.com" },
    { "Ana Candidate", "Ana Candidate <ana@example.com>" },
    { "Candidate, Ana", "\"Candidate, Ana\" <ana@example.com>" },
    { "Ana \"the\\best\"", "\"Ana \\\"the\\\\best\\\"\" <ana@example.com>" },
    { "A. Candidate", "\"A. Candidate\" <ana@example.com>" },
    { "x <evil@example.com>", "\"x <evil@example.com>\" <ana@example.com>" },
    { "x\r\nBcc: evil@example.com", "\"x Bcc: evil@example.com\" <ana@example.com>" },
    { "Zoë", "=?UTF-8?Q?Zo=C3=AB?= <ana@example.com>" },
    { "=?UTF-8?Q?evil?=", "=?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fevil=3F=3D?= <ana@example.com>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *mailbox = convene_letter_header_mailbox (rows[i].name, "ana@example.com");

      g_assert_cmpstr (mailbox, ==, rows[i].expected);
    }
}

/* Undoes one word's Q encoding. */
static char *
decode_word (const char *word)
{
  GString *text = g_string_new (NULL);

  for (const char *p = word + strlen ("=?UTF-8?Q?"); !g_str_equal (p, "?="); p++)
    {
      g_assert_true (g_ascii_isgraph (*p));
      if (*p != '=')
        {
          g_string_append_c (text, *p == '_' ? ' ' : *p);
          continue;
        }
      g_string_append_c (text, (char) (g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2])));
      p += 2;
    }

  return g_string_free (text, FALSE);
}

/* Undoes encoded words as a reader does, one by one, with each a valid text of its own. */
static char *
decode (const char *raw)
{
  g_auto (GStrv) words = g_strsplit (raw, "\n ", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *part = NULL;

      g_assert_cmpuint (strlen (words[i]), <=, 75);
      g_assert_true (g_str_has_prefix (words[i], "=?UTF-8?Q?") && g_str_has_suffix (words[i], "?="));
      part = decode_word (words[i]);
      g_assert_true (g_utf8_validate (part, -1, NULL));
      g_string_append (text, part);
    }

  return g_string_free (text, FALSE);
}

static void
test_words (void)
{
  static const char *const rows[] = {
    "日本語の長い名前のテスト日本語の長い名前のテスト日本語の長い名前のテスト日本語の長い名前のテスト",
    "👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻👩‍💻",
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81"
    "e\xcc\x81",
    "Ingénieur d'état à l'étranger, très très long",
    "=?UTF-8?Q?only_looks_encoded?=",
    "مهندس برمجيات أول في فريق المنصة الرئيسية",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *raw = convene_letter_header_text (rows[i]);
      g_autofree char *text = decode (raw);

      g_assert_cmpstr (text, ==, rows[i]);
    }
}

/* More marks on one letter than a word can hold: cut between characters all the same. */
static void
test_words_endless_cluster (void)
{
  g_autoptr(GString) text = g_string_new ("e");
  g_autofree char *raw = NULL;
  g_autofree char *back = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "\xcc\x81");

  raw = convene_letter_header_text (text->str);
  back = decode (raw);
  g_assert_cmpstr (back, ==, text->str);
}

static void
test_ascii (void)
{
  g_autofree char *raw = convene_letter_header_text ("URGENT: a \"b\" <c>\r\nX-Evil: 1");

  g_assert_cmpstr (raw, ==, "URGENT: a \"b\" <c> X-Evil: 1");
}

/* RFC 5322 §2.1.1: no line has more than 998 octets, whatever a subject of one's own repeats. */
static void
test_long_line (void)
{
  g_autofree char *text = g_strnfill (5000, 'x');
  g_autofree char *raw = convene_letter_header_text (text);
  g_autofree char *back = decode (raw);
  g_auto(GStrv) lines = g_strsplit (raw, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_cmpuint (strlen (lines[i]), <, 900);
  g_assert_cmpstr (back, ==, text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/clean/line", test_clean_line);
  g_test_add_func ("/mail/clean/lines", test_clean_lines);
  g_test_add_func ("/mail/header/mailbox", test_mailbox);
  g_test_add_func ("/mail/header/words", test_words);
  g_test_add_func ("/mail/header/words-endless-cluster", test_words_endless_cluster);
  g_test_add_func ("/mail/header/ascii", test_ascii);
  g_test_add_func ("/mail/header/long-line", test_long_line);

  return g_test_run ();
}
