/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-invite-text.h"
#include "convene-text.h"

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *cleaned;
  } cases[] = {
    { "Ada Lovelace", "Ada Lovelace" },
    { NULL, NULL },
    { "", NULL },
    { " \t\r\n ", NULL },
    { "^^", NULL },
    { "\x01\x7f", NULL },
    { "Ada \"the Countess\" Lovelace", "Ada 'the Countess' Lovelace" },
    { "Ada^nLovelace", "AdanLovelace" },
    { "Ada^'s", "Ada's" },
    { "Ada\r\nLovelace", "Ada Lovelace" },
    { "Ada\tLovelace", "Ada Lovelace" },
    { "Lovelace, Ada; Countess: of", "Lovelace, Ada; Countess: of" },
    { "José Ñandú 李", "José Ñandú 李" },
    { "\xef\xbb\xbf"
      "Ada",
      "Ada" },
    { "\xe2\x80\xae"
      "Ada",
      "Ada" },
    { "👩‍💻", "👩‍💻" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cleaned = convene_invite_text_clean_name (cases[i].name);

      g_assert_cmpstr (cleaned, ==, cases[i].cleaned);
    }
}

static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *line;
    const char *lines;
  } cases[] = {
    { NULL, "", "" },
    { "a\nb", "a b", "a\nb" },
    { "a\r\nb\rc", "a b c", "a\nb\nc" },
    { "a\tb", "a b", "a b" },
    { " a ", "a", "a" },
    { "a\x0b"
      "b\x1b",
      "ab", "ab" },
    { "a\xe2\x80\xa8"
      "b\xc2\x85"
      "c",
      "a b c", "a\nb\nc" },
    { "\\n;,:\"^", "\\n;,:\"^", "\\n;,:\"^" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line = convene_invite_text_clean_line (cases[i].text);
      g_autofree char *lines = convene_invite_text_clean_lines (cases[i].text);

      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_cmpstr (lines, ==, cases[i].lines);
    }
}

static void
test_mailto (void)
{
  static const struct
  {
    const char *address;
    const char *uri;
  } cases[] = {
    { "ada@example.com", "mailto:ada@example.com" },
    { "ada.b-c_d+tag~x@example.com", "mailto:ada.b-c_d+tag~x@example.com" },
    { "a/b?c#d&e=f%g@example.com", "mailto:a%2Fb%3Fc%23d%26e%3Df%25g@example.com" },
    { "o'neill!$*@example.com", "mailto:o'neill!$*@example.com" },
    { "{a}|`b^@example.com", "mailto:%7Ba%7D%7C%60b%5E@example.com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = convene_invite_text_format_mailto (cases[i].address);
      g_autofree char *back = g_uri_unescape_string (uri + strlen ("mailto:"), NULL);

      g_assert_true (convene_text_check_address (cases[i].address, "candidate", NULL));
      g_assert_cmpstr (uri, ==, cases[i].uri);
      g_assert_cmpstr (back, ==, cases[i].address);
    }
}

static void
test_description (void)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autofree char *nothing = NULL;
  g_autofree char *cancelled = NULL;
  g_autofree char *details = NULL;

  convene_interview_set_platform (interview, CONVENE_PLATFORM_PHONE);
  nothing = convene_invite_text_describe (interview, CONVENE_INVITE_REQUEST, FALSE);
  g_assert_cmpstr (nothing, ==, "");

  cancelled = convene_invite_text_describe (interview, CONVENE_INVITE_CANCEL, FALSE);
  g_assert_cmpstr (cancelled, ==, "This interview is cancelled.");

  convene_interview_set_details (interview, "Take the lift.\n\nThen ring.");
  details = convene_invite_text_describe (interview, CONVENE_INVITE_REQUEST, FALSE);
  g_assert_cmpstr (details, ==, "Take the lift.\n\nThen ring.");

  g_assert_finalize_object (g_steal_pointer (&interview));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/invite/text/names", test_names);
  g_test_add_func ("/invite/text/lines", test_lines);
  g_test_add_func ("/invite/text/mailto", test_mailto);
  g_test_add_func ("/invite/SH-27/description", test_description);

  return g_test_run ();
}
