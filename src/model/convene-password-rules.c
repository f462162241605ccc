/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-password-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"

static void
append (GString    *text,
        gboolean    asks,
        const char *word)
{
  if (asks)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", word);
}

static void
append_number (GString    *text,
               const char *word,
               int         number)
{
  if (number > 0)
    g_string_append_printf (text, "%s%s=%d", text->len > 0 ? " " : "", word, number);
}

char *
convene_password_rules_to_string (const ConvenePasswordRules *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  append_number (text, "length", self->length);
  append_number (text, "consecutive", self->consecutive);
  append (text, self->letter, "letter");
  append (text, self->number, "number");
  append (text, self->special, "special");
  append (text, self->upper_and_lower, "upper-and-lower");
  append (text, self->only_numbers, "only-numbers");
  return g_string_free (text, text->len == 0);
}

static gboolean
has (const char *password,
     const char *characters)
{
  return strpbrk (password, characters) != NULL;
}

#define LOWER "abcdefghijklmnopqrstuvwxyz"
#define UPPER "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define NUMBERS "0123456789"

/* The longest piece in which each character is the next one, the one before or the same as the one before it. */
static int
find_longest_run (const char *password)
{
  int longest = *password != '\0';

  for (int step = -1; step <= 1; step++)
    {
      int run = 1;

      for (const char *p = password; p[0] != '\0' && p[1] != '\0'; p++)
        {
          run = g_ascii_isalnum (p[0]) && g_ascii_isalnum (p[1]) && p[1] - p[0] == step ? run + 1 : 1;
          longest = MAX (longest, run);
        }
    }

  return longest;
}

static int
get_number (const char *rule)
{
  const char *number = strchr (rule, '=');

  return number != NULL ? (int) g_ascii_strtoll (number + 1, NULL, 10) : 0;
}

/* What is wrong with it; owned by the caller. NULL for nothing. */
static char *
find_fault (const char *rule,
            const char *password)
{
  int number = get_number (rule);

  if (g_str_has_prefix (rule, "length=") && strlen (password) < (gsize) MAX (number, 0))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This Zoom account asks for a password of at least %d character: make it longer, or leave it empty",
                                         "This Zoom account asks for a password of at least %d characters: make it longer, or leave it empty", number),
                            number);
  if (g_str_has_prefix (rule, "consecutive=") && number > 0 && find_longest_run (password) > number)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This Zoom account allows no more than %d character in a row, such as 1111 or abcd: change it, or leave it empty",
                                         "This Zoom account allows no more than %d characters in a row, such as 1111 or abcd: change it, or leave it empty", number),
                            number);
  if (g_str_equal (rule, "letter") && !has (password, LOWER UPPER))
    return g_strdup (_("This Zoom account asks for a letter in the password: add one, or leave it empty"));
  if (g_str_equal (rule, "number") && !has (password, NUMBERS))
    return g_strdup (_("This Zoom account asks for a digit in the password: add one, or leave it empty"));
  if (g_str_equal (rule, "special") && !has (password, "@_*-"))
    return g_strdup (_("This Zoom account asks for one of @ _ * - in the password: add one, or leave it empty"));
  if (g_str_equal (rule, "upper-and-lower") && !(has (password, LOWER) && has (password, UPPER)))
    return g_strdup (_("This Zoom account asks for small and capital letters in the password: add them, or leave it empty"));
  if (g_str_equal (rule, "only-numbers") && strspn (password, NUMBERS) != strlen (password))
    return g_strdup (_("This Zoom account allows only digits in the password: change it, or leave it empty"));

  return NULL;
}

gboolean
convene_password_rules_check (const char *rules,
                              const char *password,
                              GError    **error)
{
  g_auto (GStrv) words = NULL;

  if (rules == NULL || password == NULL || *password == '\0')
    return TRUE;

  words = g_strsplit (rules, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *fault = find_fault (words[i], password);

      if (fault != NULL)
        return convene_error_set_field (error, "password", "%s", fault);
    }

  return TRUE;
}
