/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-error.h"
#include "convene-letter-template.h"

static char *
partial_cb (const char *name,
            gpointer    user_data)
{
  if (g_str_equal (name, "outer"))
    return g_strdup ("[{{>inner}}]\n");
  if (g_str_equal (name, "inner"))
    return g_strdup ("in {{name}}");
  if (g_str_equal (name, "endless"))
    return g_strdup ("x{{>endless}}");

  return NULL;
}

static GHashTable *
new_values (void)
{
  GHashTable *values = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (values, "name", "Zoë <b> & \"co\"");
  g_hash_table_insert (values, "empty", "");
  g_hash_table_insert (values, "tricky", "{{name}}");
  g_hash_table_insert (values, "text", "See https://example.com/a?b=1&c=<2>.\nBye, javascript:alert(1)");
  return values;
}

static void
test_expand (void)
{
  static const struct
  {
    const char *template;
    const char *text;
    const char *html;
  } rows[] = {
    { "", "", "" },
    { "a < b", "a < b", "a < b" },
    { "Hi {{name}}!", "Hi Zoë <b> & \"co\"!", "Hi Zoë &lt;b&gt; &amp; &quot;co&quot;!" },
    { "{{ name }}", "Zoë <b> & \"co\"", "Zoë &lt;b&gt; &amp; &quot;co&quot;" },
    { "[{{empty}}]", "[]", "[]" },
    { "{{tricky}}", "{{name}}", "{{name}}" },
    { "{{~text}}",
      "See https://example.com/a?b=1&c=<2>.\nBye, javascript:alert(1)",
      "See <a href=\"https://example.com/a?b=1&amp;c=\">https://example.com/a?b=1&amp;c=</a>&lt;2&gt;.<br>\nBye, javascript:alert(1)" },
    { "{{#empty}}no{{/empty}}yes", "yes", "yes" },
    { "{{^empty}}yes{{/empty}}{{^name}}no{{/name}}", "yes", "yes" },
    { "{{#name}}a{{#empty}}b{{name}}{{/empty}}c{{/name}}", "ac", "ac" },
    { "{{#empty}}a{{#name}}b{{/name}}c{{/empty}}d", "d", "d" },
    { "a\n{{#empty}}\nb\n{{/empty}}\nc\n", "a\nc\n", "a\nc\n" },
    { "a\n{{^empty}}\nb\n{{/empty}}\nc\n", "a\nb\nc\n", "a\nb\nc\n" },
    { "a\n{{>outer}}\nb", "a\n[in Zoë <b> & \"co\"]\nb", "a\n[in Zoë &lt;b&gt; &amp; &quot;co&quot;]\nb" },
  };
  g_autoptr(GHashTable) values = new_values ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = convene_letter_template_expand (rows[i].template, values, FALSE, partial_cb, NULL, &error);
      g_autofree char *html = convene_letter_template_expand (rows[i].template, values, TRUE, partial_cb, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, rows[i].text);
      g_assert_cmpstr (html, ==, rows[i].html);
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *text;
    const char *html;
  } rows[] = {
    { "https://example.com/x", "<a href=\"https://example.com/x\">https://example.com/x</a>" },
    { "(https://example.com/x)", "(<a href=\"https://example.com/x\">https://example.com/x</a>)" },
    { "https://example.com/x, then", "<a href=\"https://example.com/x\">https://example.com/x</a>, then" },
    { "https://example.com/\"onclick=\"x", "<a href=\"https://example.com/\">https://example.com/</a>&quot;onclick=&quot;x" },
    { "<script>x</script>", "&lt;script&gt;x&lt;/script&gt;" },
    { "ftp://example.com", "ftp://example.com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
      g_autofree char *html = NULL;

      g_hash_table_insert (values, "text", (gpointer) rows[i].text);
      html = convene_letter_template_expand ("{{~text}}", values, TRUE, NULL, NULL, NULL);
      g_assert_cmpstr (html, ==, rows[i].html);
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
    "{{>unknown}}",
    "{{>endless}}",
  };
  g_autoptr(GHashTable) values = new_values ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *text = convene_letter_template_expand (rows[i], values, FALSE, partial_cb, NULL, &error);

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
  g_test_add_func ("/mail/template/links", test_links);
  g_test_add_func ("/mail/template/errors", test_errors);

  return g_test_run ();
}
