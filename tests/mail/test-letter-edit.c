/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-error.h"
#include "convene-letter-edit.h"
#include "letter-reading.h"

/* The program's own letters are ones that a person might have written. */
static void
test_defaults (void)
{
  const char *const *languages = convene_letter_list_languages ();
  const char *const *names = convene_letter_list_names ();

  for (guint i = 0; languages[i] != NULL; i++)
    for (guint k = 0; names[k] != NULL; k++)
      {
        g_autofree char *text = convene_letter_dup_default (languages[i], names[k]);
        g_autoptr(GError) error = NULL;

        g_test_message ("%s %s", languages[i], names[k]);
        g_assert_nonnull (text);
        g_assert_cmpstr (text, !=, "");
        convene_letter_check_edit (names[k], text, &error);
        g_assert_no_error (error);
      }
}

/* What is offered may be used. */
static void
test_placeholders (void)
{
  const char *const *names = convene_letter_list_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *const *placeholders = convene_letter_list_placeholders (names[i]);
      g_autofree char   *all = g_strjoinv (" ", (GStrv) placeholders);
      g_autoptr(GError) error = NULL;

      g_assert_cmpstr (placeholders[0], ==, "{{reader}}");
      convene_letter_check_edit (names[i], all, &error);
      g_assert_no_error (error);
    }
}

static void
test_unknown (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (convene_letter_dup_default ("xx", "invitation.text"));
  g_assert_null (convene_letter_dup_default ("../en", "invitation.text"));
  g_assert_null (convene_letter_dup_default ("en", "urgent.subject"));
  g_assert_null (convene_letter_dup_default ("en", "calendar.text"));
  g_assert_null (convene_letter_dup_default (NULL, NULL));
  g_assert_null (convene_letter_list_placeholders ("invitation"));
  g_assert_false (convene_letter_check_edit ("urgent.subject", "x", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
}

static void
test_check (void)
{
  static const struct
  {
    const char *name, *text;
    const char *message; /* a part of it; NULL: fine */
  } rows[] = {
    { "invitation.text", "{{>facts}}", NULL },
    { "invitation.text", "{{ when }}", NULL },
    { "invitation.text", "{{>when}}\r\n\r\n{{#link}}Join: {{link}}{{/link}}{{^link}}Wait.{{/link}}", NULL },
    { "invitation.text", "{{when}} {{#link_follows}}Wait.{{/link_follows}}{{#attached}}See the file.{{/attached}}", NULL },
    { "invitation.text", "{{when}} { {x} } }} {a}", NULL },
    { "invitation.text", "", "does not say when" },
    { "invitation.text", "Hello {{reader}}", "does not say when" },
    { "invitation.text", "{{#agenda}}{{when}}{{/agenda}}", "does not say when" },
    { "invitation.text", "{{>facts}} {{raeder}}", "“{{raeder}}” for this text: did you mean “{{reader}}”?" },
    { "invitation.text", "{{>facts}} {{Job}}", "did you mean “{{job}}”?" },
    { "invitation.text", "{{>facts}} {{pasword}}", "did you mean “{{password}}”?" },
    { "invitation.text", "{{>facts}} {{candidat name}}", "did you mean “{{candidate}}”?" },
    { "invitation.text", "{{>fact}}", "“{{>fact}}” for this text: did you mean “{{>facts}}”?" },
    { "invitation.text", "{{>facts}}{{#lnk}}x{{/lnk}}", "“{{#lnk}}” for this text: did you mean “{{link}}”?" },
    { "invitation.text", "{{>facts}} {{zzzzzzzz}}", "There is no placeholder “{{zzzzzzzz}}” for this text" },
    { "invitation.text", "{{>facts}} {{attached}}", "There is no placeholder “{{attached}}”" },
    { "invitation.text", "{{>facts}} {{>changes}}", "There is no placeholder “{{>changes}}”" },
    { "invitation.text", "{{>facts}} {{}}", "There is no placeholder “{{}}”" },
    { "invitation.text", "{{>facts}} {{%s%n}}", "There is no placeholder “{{%s%n}}”" },
    { "invitation.text", "{{>facts}} {{#agenda}}x", "The section “agenda” does not end" },
    { "invitation.text", "{{>facts}} {{/agenda}}", "“{{/agenda}}” ends a section that has not begun" },
    { "invitation.text", "{{>facts}} {{#agenda}}{{#link}}{{/agenda}}{{/link}}", "The section “link” begins inside another one" },
    { "invitation.text", "{{>facts}} {{reader", "“{{reader” and does not end" },
    { "invitation.text", "{{>facts}} \xff", "not UTF-8" },
    { "cancellation.text", "{{>when}} {{#reason}}{{reason}}{{/reason}}", NULL },
    { "cancellation.text", "{{>when}} {{password}}", "There is no placeholder" },
    { "update.text", "{{>changes}} {{>facts}}", NULL },
    { "invitation.subject", "{{job}}: {{date}}", NULL },
    { "invitation.subject", "Talk", NULL },
    { "invitation.subject", "", "empty" },
    { "invitation.subject", " \t", "empty" },
    { "invitation.subject", "a\nb", "one line" },
    { "invitation.subject", "a\r\nBcc: x@example.com", "one line" },
    { "invitation.subject", "{{password}}", "There is no placeholder" },
    { "invitation.subject", "{{>facts}}", "There is no placeholder" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean fine = convene_letter_check_edit (rows[i].name, rows[i].text, &error);

      g_assert_cmpint (fine, ==, rows[i].message == NULL);
      if (fine)
        continue;
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "template");
      if (strstr (error->message, rows[i].message) == NULL)
        g_error ("“%s” lacks “%s”", error->message, rows[i].message);
    }
}

static void
test_long (void)
{
  static const struct
  {
    const char *name;
    guint       characters;
    gboolean    fine;
  } rows[] = {
    { "invitation.text", 10000, TRUE },
    { "invitation.text", 10001, FALSE },
    { "invitation.subject", 500, TRUE },
    { "invitation.subject", 501, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GString) text = g_string_new ("{{when}}");

      while (g_utf8_strlen (text->str, -1) < rows[i].characters)
        g_string_append (text, "é");
      g_assert_cmpint (convene_letter_check_edit (rows[i].name, text->str, NULL), ==, rows[i].fine);
    }
}

/* A name that is too long for a misspelled one costs no time. */
static void
test_long_name (void)
{
  g_autofree char *name = g_strnfill (9000, 'r');
  g_autofree char *text = g_strdup_printf ("{{>facts}}{{%s}}", name);
  g_autoptr(GError) error = NULL;

  g_assert_false (convene_letter_check_edit ("invitation.text", text, &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static void
test_written (void)
{
  g_autoptr(ConveneLetterEdits) edits = convene_letter_edits_new ();
  g_auto (Reading) reading = { 0 };

  convene_letter_edits_set (edits, "en", "invitation.subject", "Talk: {{job}}");
  convene_letter_edits_set (edits, "en", "invitation.text", "Dear {{reader}},\r\n\r\nwe talk about <{{job}}>.\n# Facts & more\n{{>when}}\n\n- a list\n- {{agenda}}\n\nSee https://example.org/office");
  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  reading.draft.edits = edits;
  reading_write (&reading);
  reading_assert_wire (&reading);

  g_assert_cmpstr (convene_letter_get_subject (reading.letter), ==, "Talk: Staff Engineer");
  reading_assert_both (&reading, "Dear Ana Candidate,\n\nwe talk about <Staff Engineer>.\nFacts & more\nWhen:     Tuesday",
                       "<p>Dear <span dir=\"auto\">Ana Candidate</span>,</p>\n<p>we talk about &lt;<b dir=\"auto\">Staff Engineer</b>&gt;.</p>\n<p><b>Facts &amp; more</b></p>\n");
  reading_assert_both (&reading, "\n\n- a list\n- Introduction\nExperience <in C>\nQ&A\n\nSee https://example.org/office\n",
                       "<ul>\n<li>a list</li>\n<li><span dir=\"auto\">Introduction<br>\nExperience &lt;in C&gt;<br>\nQ&amp;A</span></li>\n</ul>\n");
  reading_assert_none (&reading, "you are invited");
  reading_assert_none (&reading, "rita@example.org");
}

/* Of another language or another letter: nothing to this one. */
static void
test_elsewhere (void)
{
  g_autoptr(ConveneLetterEdits) edits = convene_letter_edits_new ();
  g_auto (Reading) reading = { 0 };

  convene_letter_edits_set (edits, "es", "invitation.text", "{{>facts}} edited");
  convene_letter_edits_set (edits, "en", "update.text", "{{>facts}} edited");
  convene_letter_edits_set (edits, "en", "update.subject", "edited");
  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  reading.draft.edits = edits;
  reading_write (&reading);
  reading_assert_none (&reading, "edited");
  g_assert_true (g_str_has_prefix (convene_letter_get_subject (reading.letter), "Interview: "));
}

/* The database of another version, or of somebody else: the letter leaves all the same, with the program's own words. */
static void
test_broken (void)
{
  static const char *const texts[] = { "{{when}} {{from_the_future}}", "{{>facts}} {{#agenda}}", "edited", "\xff{{when}}", "{{>facts}} {{" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(ConveneLetterEdits) edits = convene_letter_edits_new ();
      g_auto (Reading) reading = { 0 };

      convene_letter_edits_set (edits, "en", "invitation.text", texts[i]);
      convene_letter_edits_set (edits, "en", "invitation.subject", "a\nBcc: eve@example.org");
      reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
      reading.draft.edits = edits;
      reading_write (&reading);
      reading_assert_wire (&reading);
      reading_assert_both (&reading, "you are invited to an interview", "you are invited to an interview");
      g_assert_null (strstr (reading.wire, "Bcc"));
    }
}

/* A subject that is all about what there is not would be an empty header. */
static void
test_empty_subject (void)
{
  g_autoptr(ConveneLetterEdits) edits = convene_letter_edits_new ();
  g_auto (Reading) reading = { 0 };

  convene_letter_edits_set (edits, "en", "invitation.subject", "{{#reason}}{{reason}}{{/reason}}");
  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_INVITATION, TRUE);
  reading.draft.edits = edits;
  reading_write (&reading);
  g_assert_true (g_str_has_prefix (convene_letter_get_subject (reading.letter), "Interview: Staff Engineer"));
}

/* SH-38: octet for octet, whatever a database says. */
static void
test_urgent (void)
{
  g_autoptr(ConveneLetterEdits) edits = convene_letter_edits_new ();
  g_auto (Reading) reading = { 0 };

  convene_letter_edits_set (edits, "en", "urgent.subject", "edited");
  convene_letter_edits_set (edits, "en", "urgent.text", "{{when}}: {{reason}}");
  reading_begin (&reading, CONVENE_OPERATION_KIND_MAIL_URGENT, FALSE);
  reading.draft.edits = edits;
  reading_write (&reading);
  g_assert_cmpstr (convene_letter_get_subject (reading.letter), ==, "URGENT: Zoom Meeting Creation Failed - Interview: Staff Engineer");
  reading_assert_both (&reading, "UTC−6): Zoom not connected\n", "UTC−6)</b>: <span dir=\"auto\">Zoom not connected</span>");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_mime_init ();

  g_test_add_func ("/mail/edit/defaults", test_defaults);
  g_test_add_func ("/mail/edit/placeholders", test_placeholders);
  g_test_add_func ("/mail/edit/unknown", test_unknown);
  g_test_add_func ("/mail/edit/check", test_check);
  g_test_add_func ("/mail/edit/long", test_long);
  g_test_add_func ("/mail/edit/long-name", test_long_name);
  g_test_add_func ("/mail/edit/written", test_written);
  g_test_add_func ("/mail/edit/elsewhere", test_elsewhere);
  g_test_add_func ("/mail/edit/broken", test_broken);
  g_test_add_func ("/mail/edit/empty-subject", test_empty_subject);
  g_test_add_func ("/mail/SH-38/edit", test_urgent);

  return g_test_run ();
}
