/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-json.h"

#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  JsonNode *node = convene_json_parse (text, strlen (text), &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

static void
test_accepted (void)
{
  static const struct
  {
    const char *text;
    const char *read;
  } rows[] = {
    { "{}", "{}" },
    { " [ ] \r\n", "[]" },
    { "{\"a\":[1,-2,3.5,true,false,null,\"x\"]}", "{\"a\":[1,-2,3.5,true,false,null,\"x\"]}" },
    { "9223372036854775807", "9223372036854775807" },
    { "-9223372036854775808", "-9223372036854775808" },
    { "\"\\u00e9\\n\\\"\\/\"", "\"é\\n\\\"/\"" },
    { "\"[[[{{{ // no comment 'here'\"", "\"[[[{{{ // no comment 'here'\"" },
    { "\"\\ud83d\\ude00\"", "\"😀\"" },
    { "0", "0" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(JsonNode) node = parse (rows[i].text);
      g_autofree char *read = json_to_string (node, FALSE);

      g_assert_cmpstr (read, ==, rows[i].read);
    }
}

static void
assert_refused (const char *text,
                gsize       length)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *shown = g_strescape (text, NULL);

  g_test_message ("%.40s", shown);
  g_assert_null (convene_json_parse (text, length, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER);
}

static void
test_refused (void)
{
  static const char *const rows[] = {
    "",
    " ",
    "<html></html>",
    "{",
    "}",
    "{]",
    "[}",
    "[1,]",
    "[1 2]",
    "{\"a\" 1}",
    "{} {}",
    "{}x",
    "1 2",
    ",",
    ":",
    "nul",
    "truely",
    "True",
    "01",
    "+1",
    ".5",
    "1.",
    "1e",
    "-",
    "0x10",
    "1a",
    "--1",
    "1-2",
    "99999999999999999999",
    "9223372036854775808",
    "-9223372036854775809",
    "[99999999999999999999]",
    "1e5.5",
    "'a'",
    "{'a':1}",
    "// c\n{}",
    "/* \" */[]",
    "# c\n{}",
    "var x = {};",
    "\"",
    "\"\\\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u000g\"",
    "\"\\u0000\"",
    "\"\\ud800\"",
    "\"\\udc00\"",
    "\"\\ud83d\\ued00\"",
    "\"\\ud83d\\n\"",
    "\"\\ud83d\\ude0\"",
    "\"a\tb\"",
    "\"a\nb\"",
    "\xff",
    "\"\xc3\"",
    "\xef\xbb\xbf{}",
    "NaN",
    "Infinity",
    "[,]",
    "{,}",
    "{:}",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_refused (rows[i], strlen (rows[i]));

  assert_refused ("{}\0", 3);
  assert_refused ("\"a\0b\"", 5);
}

/* `depth` arrays in one another */
static char *
nest (guint    depth,
      gboolean objects)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, objects ? "{\"a\":" : "[");
  g_string_append (text, "1");
  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, objects ? '}' : ']');

  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  static const guint too_deep[] = { 65, 1000, 1000000 };

  for (int objects = 0; objects < 2; objects++)
    {
      g_autofree char *deepest = nest (64, objects);
      g_autoptr(JsonNode) node = parse (deepest);

      for (gsize i = 0; i < G_N_ELEMENTS (too_deep); i++)
        {
          g_autofree char *text = nest (too_deep[i], objects);

          assert_refused (text, strlen (text));
          /* cut off in the middle, as an endless one would be */
          assert_refused (text, strlen (text) / 2);
        }
    }
}

static void
test_values (void)
{
  g_autoptr(GString) text = g_string_new ("[0");

  for (int i = 0; i < 200000; i++)
    g_string_append (text, ",0");
  g_string_append_c (text, ']');
  assert_refused (text->str, text->len);
}

static void
test_int (void)
{
  static const struct
  {
    const char *member;
    gboolean    found;
    gint64      value;
  } rows[] = {
    { "85746065432", TRUE, 85746065432 },
    { "-5", TRUE, -5 },
    { "9223372036854775807", TRUE, G_MAXINT64 },
    { "\"85746065432\"", TRUE, 85746065432 },
    { "\"-7\"", TRUE, -7 },
    { "\"+7\"", TRUE, 7 },
    { "\"007\"", TRUE, 7 },
    { "85746065432.0", TRUE, 85746065432 },
    { "1e3", TRUE, 1000 },
    { "9007199254740992.0", TRUE, 9007199254740992 },
    { "9007199254740994.0", FALSE, 0 },
    { "-9007199254740994.0", FALSE, 0 },
    { "1e300", FALSE, 0 },
    { "1e999", FALSE, 0 },
    { "1.5", FALSE, 0 },
    { "\"\"", FALSE, 0 },
    { "\" 7\"", FALSE, 0 },
    { "\"7 \"", FALSE, 0 },
    { "\"+-7\"", FALSE, 0 },
    { "\"7a\"", FALSE, 0 },
    { "\"0x7\"", FALSE, 0 },
    { "\"99999999999999999999\"", FALSE, 0 },
    { "true", FALSE, 0 },
    { "null", FALSE, 0 },
    { "[7]", FALSE, 0 },
    { "{}", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":%s}", rows[i].member);
      g_autoptr(JsonNode) node = parse (text);
      gint64 value = 42;

      g_test_message ("%s", text);
      g_assert_cmpint (convene_json_get_int (convene_json_node_get_object (node), "id", &value), ==, rows[i].found);
      g_assert_cmpint (value, ==, rows[i].found ? rows[i].value : 42);
    }
}

/* Each reader against each type: it answers its own and nothing else, without a warning. */
static void
test_types (void)
{
  g_autoptr(JsonNode) node = parse ("{\"s\":\"x\",\"o\":{\"s\":\"y\"},\"a\":[{},\"z\",1],\"b\":true,\"n\":null,\"i\":1,\"d\":1.5}");
  JsonObject              *object = convene_json_node_get_object (node);
  JsonArray               *array = convene_json_get_array (object, "a");
  static const char *const names[] = { "s", "o", "a", "b", "n", "i", "d", "missing" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *name = names[i];
      gboolean    boolean = 7;

      g_assert_cmpstr (convene_json_get_string (object, name), ==, g_str_equal (name, "s") ? "x" : NULL);
      g_assert_cmpint (convene_json_get_object (object, name) != NULL, ==, g_str_equal (name, "o"));
      g_assert_cmpint (convene_json_get_array (object, name) != NULL, ==, g_str_equal (name, "a"));
      g_assert_cmpint (convene_json_get_boolean (object, name, &boolean), ==, g_str_equal (name, "b"));
      g_assert_cmpint (boolean, ==, g_str_equal (name, "b") ? TRUE : 7);
    }

  g_assert_null (convene_json_node_get_array (node));
  g_assert_nonnull (convene_json_array_get_object (array, 0));
  g_assert_null (convene_json_array_get_object (array, 1));
  g_assert_null (convene_json_array_get_object (array, 3));
  g_assert_cmpstr (convene_json_array_get_string (array, 1), ==, "z");
  g_assert_null (convene_json_array_get_string (array, 2));
}

static void
test_nothing (void)
{
  gint64   number;
  gboolean boolean;

  g_assert_null (convene_json_node_get_object (NULL));
  g_assert_null (convene_json_get_string (convene_json_get_object (NULL, "a"), "b"));
  g_assert_null (convene_json_array_get_object (convene_json_get_array (NULL, "a"), 0));
  g_assert_false (convene_json_get_int (NULL, "a", &number));
  g_assert_false (convene_json_get_boolean (NULL, "a", &boolean));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/parse/accepted", test_accepted);
  g_test_add_func ("/json/parse/refused", test_refused);
  g_test_add_func ("/json/parse/depth", test_depth);
  g_test_add_func ("/json/parse/values", test_values);
  g_test_add_func ("/json/read/int", test_int);
  g_test_add_func ("/json/read/types", test_types);
  g_test_add_func ("/json/read/nothing", test_nothing);

  return g_test_run ();
}
