/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "convene-password-rules.h"

static void
test_check (void)
{
  static const struct
  {
    const char *rules;
    const char *password;
    gboolean    good;
  } table[] = {
    { NULL, "a", TRUE },
    { "", "a", TRUE },
    { "length=8", NULL, TRUE },
    { "length=8", "", TRUE },
    { "length=8", "abcd123", FALSE },
    { "length=8", "abcd1235", TRUE },
    { "letter", "1234", FALSE },
    { "letter", "123z", TRUE },
    { "number", "abc", FALSE },
    { "number", "abc1", TRUE },
    { "special", "abc1", FALSE },
    { "special", "abc-", TRUE },
    { "upper-and-lower", "abc", FALSE },
    { "upper-and-lower", "ABC", FALSE },
    { "upper-and-lower", "aBc", TRUE },
    { "only-numbers", "123a", FALSE },
    { "only-numbers", "1357", TRUE },
    { "consecutive=4", "abcd", TRUE },
    { "consecutive=4", "xabcde", FALSE },
    { "consecutive=4", "11111", FALSE },
    { "consecutive=4", "54321x", FALSE },
    { "consecutive=4", "a1b2c3d4", TRUE },
    { "consecutive=0", "1111111", TRUE },
    { "length=x later-rule=5 something", "a", TRUE },
    { "length=4 letter number", "abcd", FALSE },
    { "length=4 letter number", "abc1", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;

      g_test_message ("%s: %s", table[i].rules, table[i].password);
      g_assert_true (convene_password_rules_check (table[i].rules, table[i].password, &error) == table[i].good);
      if (table[i].good)
        {
          g_assert_no_error (error);
          continue;
        }
      g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
      g_assert_cmpstr (convene_error_get_field (error), ==, "password");
    }
}

static void
test_write (void)
{
  const ConvenePasswordRules nothing = { 0 };
  const ConvenePasswordRules all = { 8, 4, TRUE, TRUE, TRUE, TRUE, TRUE };
  g_autofree char           *none = convene_password_rules_to_string (&nothing);
  g_autofree char           *text = convene_password_rules_to_string (&all);

  g_assert_null (none);
  g_assert_cmpstr (text, ==, "length=8 consecutive=4 letter number special upper-and-lower only-numbers");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/SH-22/password-rules", test_check);
  g_test_add_func ("/model/SH-22/write", test_write);

  return g_test_run ();
}
