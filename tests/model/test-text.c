/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-text.h"

typedef struct
{
  const char *text;
  gboolean    good;
} Case;

static const Case addresses[] = {
  { "ada@example.com", TRUE },
  { "ada.lovelace+zoom@mail.example.com", TRUE },
  { "o'neil@example.org", TRUE },
  { "a@localhost", TRUE },
  { "", FALSE },
  { NULL, FALSE },
  { "ada", FALSE },
  { "@example.com", FALSE },
  { "ada@", FALSE },
  { "ada@@example.com", FALSE },
  { "ada..b@example.com", FALSE },
  { ".ada@example.com", FALSE },
  { "ada.@example.com", FALSE },
  { "ada@example..com", FALSE },
  { "ada@-example.com", FALSE },
  { "ada@example-.com", FALSE },
  { "ada b@example.com", FALSE },
  { "ada\n@example.com", FALSE },
  { "ada@example.com\r\nBcc: x@example.com", FALSE },
  { "ada@exämple.com", FALSE },
  { "\"ada b\"@example.com", FALSE },
  { "ada,b@example.com", FALSE },
  { "ada@example.com?subject=x", FALSE },
  { "0123456789012345678901234567890123456789012345678901234567890123456789@example.com", FALSE },
};

static const Case links[] = {
  { "https://example.com/j/1?pwd=a%20b", TRUE },
  { "https://example.com", TRUE },
  { "http://example.com/", FALSE },
  { "ftp://example.com/", FALSE },
  { "javascript:alert(1)", FALSE },
  { "https:///path", FALSE },
  { "https://user@example.com/", FALSE },
  { "https://example.com/a b", FALSE },
  { "https://example.com/\"x", FALSE },
  { "https://example.com/\r\nX: y", FALSE },
  { "example.com", FALSE },
  { "", FALSE },
  { NULL, FALSE },
};

static const Case passwords[] = {
  { NULL, TRUE },
  { "", TRUE },
  { "aZ09@_*-", TRUE },
  { "1234567890", TRUE },
  { "12345678901", FALSE },
  { "with space", FALSE },
  { "ümlaut", FALSE },
  { "a#b", FALSE },
  { "a!b", FALSE },
};

static const Case lines[] = {
  { "Staff Engineer", TRUE },
  { "Ingénieure 日本 🎉", TRUE },
  { "a\nb", FALSE },
  { "a\rb", FALSE },
  { "a\tb", FALSE },
  { "a\x01"
    "b",
    FALSE },
  { "a\x7f"
    "b",
    FALSE },
  { "a\xc2\x85"
    "b",
    FALSE },
  { "a\xe2\x80\xa8"
    "b",
    FALSE },
  { "a\xe2\x80\xae"
    "b",
    FALSE },
  { "a\xff"
    "b",
    FALSE },
  { "a\xc0\x80"
    "b",
    FALSE },
  { "12345678901234567890", TRUE },
  { "123456789012345678901", FALSE },
  { "日日日日日日日日日日日日日日日日日日日日", TRUE },
};

static void
assert_verdict (const Case   *one,
                gboolean      good,
                const GError *error,
                const char   *field)
{
  if (one->good)
    {
      g_assert_no_error (error);
      g_assert_true (good);
      return;
    }

  g_assert_false (good);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, field);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean good = convene_text_check_address (addresses[i].text, "candidate", &error);

      assert_verdict (&addresses[i], good, error, "candidate");
    }
}

static void
test_links (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean good = convene_text_check_link (links[i].text, "link", &error);

      assert_verdict (&links[i], good, error, "link");
    }
}

static void
test_passwords (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (passwords); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean good = convene_text_check_password (passwords[i].text, &error);

      assert_verdict (&passwords[i], good, error, "password");
    }
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr(GError) error = NULL;
      gboolean good = convene_text_check_line (lines[i].text, "job", 20, &error);

      assert_verdict (&lines[i], good, error, "job");
    }
}

static void
test_several_lines (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (convene_text_check_lines ("one\n\ttwo", "agenda", 20, NULL));
  g_assert_false (convene_text_check_lines ("one\rtwo", "agenda", 20, &error));
  g_assert_cmpstr (convene_error_get_field (error), ==, "agenda");
}

static void
test_normalize (void)
{
  g_autofree char *text = convene_text_normalize ("  one\r\ntwo\rthree\n\n ");

  g_assert_cmpstr (text, ==, "one\ntwo\nthree");
  g_assert_null (convene_text_normalize (NULL));
}

static const struct
{
  const char *text;
  const char *name;
  const char *address; /* NULL where it is refused */
} people[] = {
  { "Ada Example <ada@example.com>", "Ada Example", "ada@example.com" },
  { "ada@example.com", NULL, "ada@example.com" },
  { "<ada@example.com>", NULL, "ada@example.com" },
  { "\"Example, Ada\" <ada@example.com>", "Example, Ada", "ada@example.com" },
  { "  Ada   < ada@example.com >  ", "Ada", "ada@example.com" },
  { "Ada <b> <ada@example.com>", "Ada <b>", "ada@example.com" },
  { "Ada Example", NULL, NULL },
  { "Ada <ada@example.com", NULL, NULL },
  { "Ada <ada@example.com> x", NULL, NULL },
  { "Ada <>", NULL, NULL },
  { "", NULL, NULL },
  { "Ada\r\nBcc: x <ada@example.com>", NULL, NULL },
  { "Ada\xff <ada@example.com>", NULL, NULL },
};

static void
test_people (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autofree char *name = NULL;
      g_autofree char *address = NULL;
      gboolean         good = convene_text_parse_person (people[i].text, "candidate", &name, &address, &error);

      g_assert_cmpint (good, ==, people[i].address != NULL);
      g_assert_cmpstr (name, ==, people[i].name);
      g_assert_cmpstr (address, ==, people[i].address);
      if (!good)
        g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
    }
}

static void
test_references (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      char *reference = convene_reference_new ();

      g_assert_true (g_regex_match_simple ("^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$", reference, 0, 0));
      g_assert_true (g_hash_table_add (seen, reference));
    }
}

static void
test_error (void)
{
  g_autoptr(GError) error = convene_error_new_field (CONVENE_ERROR_QUOTA, "host", "no %s", "more");
  g_autoptr(GError) foreign = g_error_new_literal (G_FILE_ERROR, 0, "x");
  g_autoptr(GError) copy = NULL;

  convene_error_set_retry_at (error, 7);
  convene_error_set_doubtful (error, TRUE);
  copy = g_error_copy (error);
  g_assert_cmpstr (copy->message, ==, "no more");
  g_assert_cmpstr (convene_error_get_field (copy), ==, "host");
  g_assert_cmpint (convene_error_get_retry_at (copy), ==, 7);
  g_assert_true (convene_error_is_doubtful (copy));
  g_assert_cmpstr (convene_error_name (copy), ==, "quota");
  g_assert_cmpstr (convene_error_name (foreign), ==, "refused");
  g_assert_null (convene_error_get_field (foreign));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/text/addresses", test_addresses);
  g_test_add_func ("/model/text/SH-49/TH-15/links", test_links);
  g_test_add_func ("/model/text/SH-22/passwords", test_passwords);
  g_test_add_func ("/model/text/lines", test_lines);
  g_test_add_func ("/model/text/several-lines", test_several_lines);
  g_test_add_func ("/model/text/normalize", test_normalize);
  g_test_add_func ("/model/text/people", test_people);
  g_test_add_func ("/model/text/references", test_references);
  g_test_add_func ("/model/error/members", test_error);

  return g_test_run ();
}
