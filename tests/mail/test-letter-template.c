/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-error.h"
#include "convene-letter-template.h"

static GHashTable *
new_values (void)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, "name", "Zoë <b> & \"co\"");
  g_hash_table_insert (values, "empty", "");
  g_hash_table_insert (values, "tricky", "{{name}}");
  return values;
}

static void
test_expand (void)
{
  static const struct
  {
    const char *template;
    const char *text;
  } rows[] = {
    { "", "" },
    { "a < b", "a < b" },
    { "Hi {{name}}!", "Hi Zoë <b> & \"co\"!" },
    { "{{ name }}", "Zoë <b> & \"co\"" },
    { "[{{empty}}]", "[]" },
    { "{{tricky}}", "{{name}}" },
    { "{{#empty}}no{{/empty}}yes", "yes" },
    { "{{^empty}}yes{{/empty}}{{^name}}no{{/name}}", "yes" },
    { "{{#name}}a{{#empty}}b{{name}}{{/empty}}c{{/name}}", "ac" },
    { "{{#empty}}a{{#name}}b{{/name}}c{{/empty}}d", "d" },
    { "a\n{{#empty}}\nb\n{{/empty}}\nc\n", "a\nc\n" },
    { "a\n{{^empty}}\nb\n{{/empty}}\nc\n", "a\nb\nc\n" },
    { "a\n {{^empty}}\nb{{/empty}}\nc\n", "a\n \nb\nc\n" },
  };
  g_autoptr(GHashTable) values = new_values ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = convene_letter_template_expand (rows[i].template, values, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Each value between its marks, each partial on a line of its own. */
static void
test_mark (void)
{
  static const struct
  {
    const char *template;
    const char *marked;
  } rows[] = {
    { "a {{name}}.", "a \001Zoë <b> & \"co\"\006." },
    { "a{{empty}}b", "ab" },
    { "{{job}}, {{link}}, {{password}}", "\002Chief\006, \004https://example.com/\006, \003x\006" },
    { "a\n\n{{>facts}}\n\nb", "a\n\n\005facts\006\n\nb" },
    { "a {{>facts}} b", "a \n\005facts\006\n b" },
    { "{{#empty}}{{>facts}}{{/empty}}", "" },
    { "{{sly}}", "\001a facts b\006" },
  };
  g_autoptr(GHashTable) values = new_values ();

  g_hash_table_insert (values, "job", "Chief");
  g_hash_table_insert (values, "link", "https://example.com/");
  g_hash_table_insert (values, "password", "x");
  g_hash_table_insert (values, "sly", "a\006 \005facts\006 b");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *marked = convene_letter_template_mark (rows[i].template, values, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (marked, ==, rows[i].marked);
    }
}

static void
test_errors (void)
{
  static const char *const rows[] = {
    "{{unknown}}",
    "{{#unknown}}x{{/unknown}}",
    "{{#empty}}{{unknown}}{{/empty}}",
    "{{#name}}x",
    "{{/name}}",
    "{{#name}}{{#empty}}{{/name}}{{/empty}}",
    "{{name",
    "{{}}",
    "{{>facts}}",
  };
  g_autoptr(GHashTable) values = new_values ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = convene_letter_template_expand (rows[i], values, &error);

      g_assert_null (text);
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "template");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mail/template/expand", test_expand);
  g_test_add_func ("/mail/template/mark", test_mark);
  g_test_add_func ("/mail/template/errors", test_errors);

  return g_test_run ();
}
