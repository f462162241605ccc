/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-blocks.h"
#include "convene-letter-marks.h"

#define V "\001"
#define S "\002"
#define C "\003"
#define L "\004"
#define B "\005"
#define E "\006"

static void
partial_cb (const char *name,
            GPtrArray  *blocks,
            gpointer    user_data)
{
  ConveneLetterBlock *rows;

  if (!g_str_equal (name, "rows"))
    return;

  rows = convene_letter_blocks_add (blocks, CONVENE_LETTER_BLOCK_ROWS);
  rows->width = 8;
  convene_letter_block_add_row (rows, "Quand\302\240:", S "now" E);
  convene_letter_block_add_row (rows, "", V "then" E);
  convene_letter_block_add_row (rows, "A very long one:", V "x" E);
}

#define ROWS_TEXT "Quand\302\240: now\n        then\nA very long one: x\n"

static void
test_text (void)
{
  static const struct
  {
    const char *marked;
    const char *text;
  } rows[] = {
    { "", "" },
    { "\n\n  \n", "" },
    { "a\nb\n\n\nc", "a\nb\n\nc\n" },
    { "# Head\n\ntext", "Head\n\ntext\n" },
    { "# Head\ntext", "Head\ntext\n" },
    { "Bring:\n- one\n- two\nand come", "Bring:\n- one\n- two\nand come\n" },
    { "a " V "one\n\n\n- two\n# x" E " b\n\nc", "a one\n\n\n- two\n# x b\n\nc\n" },
    { "a\n\n" B "rows" E "\n\nb", "a\n\n" ROWS_TEXT "\nb\n" },
    { "a\n" B "rows" E "\nb", "a\n" ROWS_TEXT "b\n" },
    { "a\n\n" B "none" E "\nb", "a\n\nb\n" },
    { B "none" E "\n\nb", "b\n" },
    { "a\n\n" B "none" E, "a\n" },
    { "-x\n#y\n--", "-x\n#y\n--\n" },
    { E E "a", "a\n" },
    { V "a\nb", "a\nb\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) blocks = convene_letter_blocks_new ();
      g_autofree char *text = NULL;

      convene_letter_blocks_parse (blocks, rows[i].marked, partial_cb, NULL);
      text = convene_letter_blocks_to_text (blocks);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_html (void)
{
  static const struct
  {
    const char *marked;
    const char *html;
  } rows[] = {
    { "", "" },
    { "a < b\nc", "<p>a &lt; b<br>\nc</p>\n" },
    { "# H & h\n- one\n- two\n\n- three", "<p><b>H &amp; h</b></p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<ul>\n<li>three</li>\n</ul>\n" },
    { V "<b>\n\n- x" E, "<p><span dir=\"auto\">&lt;b&gt;<br>\n<br>\n- x</span></p>\n" },
    { S "job" E " " C "1 2" E, "<p><b dir=\"auto\">job</b> <span dir=\"ltr\">1 2</span></p>\n" },
    { E "a" E, "<p>a</p>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) blocks = convene_letter_blocks_new ();
      g_autofree char *html = NULL;

      convene_letter_blocks_parse (blocks, rows[i].marked, partial_cb, NULL);
      html = convene_letter_blocks_to_html (blocks);
      g_assert_cmpstr (html, ==, rows[i].html);
    }
}

static void
test_rows (void)
{
  g_autoptr(GPtrArray) blocks = convene_letter_blocks_new ();
  g_autofree char *html = NULL;

  convene_letter_blocks_parse (blocks, B "rows" E, partial_cb, NULL);
  html = convene_letter_blocks_to_html (blocks);
  g_assert_nonnull (g_strrstr (html, "<b>Quand\302\240:</b></td><td"));
  g_assert_nonnull (g_strrstr (html, "><b dir=\"auto\">now</b><br>\n<span dir=\"auto\">then</span></td></tr>\n<tr"));
  g_assert_true (g_str_has_suffix (html, "<span dir=\"auto\">x</span></td></tr>\n</table>\n"));
}

#define A(x) "<a href=\"" x "\" dir=\"ltr\">" x "</a>"

static void
test_links (void)
{
  static const struct
  {
    const char *marked;
    const char *html;
  } rows[] = {
    { "https://example.com/x", A ("https://example.com/x") },
    { "(https://example.com/x)", "(" A ("https://example.com/x") ")" },
    { "https://example.com/x, then http://example.org.", A ("https://example.com/x") ", then " A ("http://example.org") "." },
    { "https://example.com/\"onclick=\"x", A ("https://example.com/") "&quot;onclick=&quot;x" },
    { "https://example.com/a?b=1&c=<2>.\n", A ("https://example.com/a?b=1&amp;c=") "&lt;2&gt;.<br>\n" },
    { V "https://example.com/x" E "y", "<span dir=\"auto\">" A ("https://example.com/x") "</span>y" },
    { L "https://example.com/(x)" E ".", A ("https://example.com/(x)") "." },
    { L "javascript:alert(1)" E, "<span dir=\"ltr\">javascript:alert(1)</span>" },
    { L "\"https://example.com/" E, "<span dir=\"ltr\">&quot;" A ("https://example.com/") "</span>" },
    { "<script>x</script>", "&lt;script&gt;x&lt;/script&gt;" },
    { "ftp://example.com", "ftp://example.com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) html = g_string_new (NULL);

      convene_letter_marks_append_html (html, rows[i].marked);
      g_assert_cmpstr (html->str, ==, rows[i].html);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/blocks/text", test_text);
  g_test_add_func ("/mail/blocks/html", test_html);
  g_test_add_func ("/mail/blocks/rows", test_rows);
  g_test_add_func ("/mail/blocks/links", test_links);

  return g_test_run ();
}
