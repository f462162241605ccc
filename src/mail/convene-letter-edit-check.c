/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-letter-clean.h"
#include "convene-letter-tag.h"

#define MAX_CHARACTERS 10000
#define MAX_SUBJECT 500

/* How much of what was typed a message repeats, and how long a name is that may be a misspelled one. */
#define MAX_SHOWN 40

/* They have no text of their own, and may only begin a section. */
static const char *const flags[] = { "attached", "link_follows", NULL };

typedef struct
{
  const char *const *placeholders;
  GPtrArray         *sections; /* names of the open ones, the innermost last */
  gboolean           says_when;
} Checker;

static gboolean
fail (GError    **error,
      const char *message)
{
  return convene_error_set_field (error, "template", "%s", message);
}

/* A message with what was typed at `start` in it. */
static gboolean
fail_at (GError    **error,
         const char *format,
         const char *start,
         const char *end)
{
  g_autofree char *typed = g_strndup (start, end != NULL ? (gsize) (end - start) : strlen (start));
  g_autofree char *line = convene_letter_clean_line (typed);
  g_autofree char *shown = g_utf8_strlen (line, -1) > MAX_SHOWN ? g_utf8_substring (line, 0, MAX_SHOWN) : g_strdup (line);
  g_autoptr(GString) message = g_string_new (format);

  g_string_replace (message, "%s", shown, 1);
  return fail (error, message->str);
}

/* The name in "{{name}}" or "{{>name}}"; NULL where it is not of this kind. Owned by the caller. */
static char *
dup_name (const char *placeholder,
          char        kind)
{
  gboolean    partial = placeholder[2] == '>';
  const char *name = placeholder + (partial ? 3 : 2);

  return partial == (kind == '>') ? g_strndup (name, strlen (name) - 2) : NULL;
}

/* How many letters are to be changed, put in, left out or swapped to make one word of another; neither is longer than MAX_SHOWN. */
static guint
find_distance (const char *a,
               const char *b)
{
  guint length_a = strlen (a), length_b = strlen (b);
  guint rows[MAX_SHOWN + 1][MAX_SHOWN + 1];

  for (guint i = 0; i <= length_a; i++)
    for (guint j = 0; j <= length_b; j++)
      {
        guint cost = i > 0 && j > 0 && a[i - 1] != b[j - 1];

        if (i == 0 || j == 0)
          {
            rows[i][j] = i + j;
            continue;
          }
        rows[i][j] = MIN (MIN (rows[i - 1][j], rows[i][j - 1]) + 1, rows[i - 1][j - 1] + cost);
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          rows[i][j] = MIN (rows[i][j], rows[i - 2][j - 2] + 1);
      }

  return rows[length_a][length_b];
}

/* As it is written in a letter, for a tag of the same kind; NULL where nothing is near. */
static const char *
find_nearest (const Checker          *self,
              const ConveneLetterTag *tag)
{
  g_autofree char *typed = g_ascii_strdown (tag->name, -1);
  const char      *nearest = NULL;
  guint            least = MAX (strlen (typed) / 2, 1) + 1;

  for (guint i = 0; strlen (typed) <= MAX_SHOWN && self->placeholders[i] != NULL; i++)
    {
      g_autofree char *name = dup_name (self->placeholders[i], tag->kind);
      guint            distance = name != NULL ? find_distance (typed, name) : least;

      if (distance < least)
        {
          least = distance;
          nearest = self->placeholders[i];
        }
    }

  return nearest;
}

static gboolean
is_known (const Checker          *self,
          const ConveneLetterTag *tag)
{
  for (guint i = 0; self->placeholders[i] != NULL; i++)
    {
      g_autofree char *name = dup_name (self->placeholders[i], tag->kind);

      if (g_strcmp0 (name, tag->name) == 0)
        return TRUE;
    }

  return (tag->kind == '#' || tag->kind == '^') && g_strv_contains (flags, tag->name);
}

static gboolean
fail_unknown (const Checker          *self,
              const ConveneLetterTag *tag,
              GError                **error)
{
  const char      *nearest = find_nearest (self, tag);
  g_autofree char *format = NULL;

  if (nearest == NULL)
    return fail_at (error, _ ("There is no placeholder “%s” for this text"), tag->start, tag->end);

  /* Translators: the first %s is what was typed, the second what it may have been meant for */
  format = g_strdup_printf (_ ("There is no placeholder “%s” for this text: did you mean “%s”?"), "%s", nearest);
  return fail_at (error, format, tag->start, tag->end);
}

static gboolean
check_end (Checker                *self,
           const ConveneLetterTag *tag,
           GError                **error)
{
  guint depth = self->sections->len;

  if (depth > 0 && g_str_equal (self->sections->pdata[depth - 1], tag->name))
    {
      g_ptr_array_set_size (self->sections, depth - 1);
      return TRUE;
    }
  if (g_ptr_array_find_with_equal_func (self->sections, tag->name, g_str_equal, NULL))
    return fail_at (error, _ ("The section “%s” begins inside another one and has to end there too"), self->sections->pdata[depth - 1], NULL);

  return fail_at (error, _ ("“%s” ends a section that has not begun"), tag->start, tag->end);
}

static gboolean
check_tag (Checker                *self,
           const ConveneLetterTag *tag,
           GError                **error)
{
  if (tag->name == NULL)
    return fail_at (error, _ ("A placeholder begins with “%s” and does not end: put “}}” behind it"), tag->start, NULL);
  if (tag->kind == '/')
    return check_end (self, tag, error);
  if (!is_known (self, tag))
    return fail_unknown (self, tag, error);

  if (tag->kind == '#' || tag->kind == '^')
    g_ptr_array_add (self->sections, g_strdup (tag->name));
  else if (self->sections->len == 0 && (g_str_equal (tag->name, "when") || (tag->kind == '>' && g_str_equal (tag->name, "facts"))))
    self->says_when = TRUE;
  return TRUE;
}

static gboolean
check_tags (Checker    *self,
            const char *text,
            GError    **error)
{
  while (text != NULL)
    {
      g_auto(ConveneLetterTag) tag = { 0 };

      if (convene_letter_tag_find (text, &tag) && !check_tag (self, &tag, error))
        return FALSE;
      text = tag.end;
    }

  if (self->sections->len > 0)
    return fail_at (error, _ ("The section “%s” does not end"), self->sections->pdata[self->sections->len - 1], NULL);

  return TRUE;
}

static gboolean
check_subject (const char *text,
               GError    **error)
{
  g_autofree char *line = convene_letter_clean_line (text);

  if (*line == '\0')
    return fail (error, _ ("The subject is empty"));
  if (strpbrk (text, "\r\n") != NULL)
    return fail (error, _ ("A subject is one line: take the line break out"));
  if (g_utf8_strlen (text, -1) > MAX_SUBJECT)
    return convene_error_set_field (error, "template", _ ("The subject is too long: it may have %d characters"), MAX_SUBJECT);

  return TRUE;
}

gboolean
convene_letter_check_edit (const char *name,
                           const char *text,
                           GError    **error)
{
  const char *const *placeholders = convene_letter_list_placeholders (name);
  gboolean           is_subject;
  g_autoptr(GPtrArray) sections = g_ptr_array_new_with_free_func (g_free);
  Checker checker = { placeholders, sections, FALSE };

  g_return_val_if_fail (name != NULL && text != NULL, FALSE);

  if (placeholders == NULL)
    return fail_at (error, _ ("There is no letter “%s”"), name, NULL);
  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, _ ("The text is not UTF-8: type it again"));
  if (g_utf8_strlen (text, -1) > MAX_CHARACTERS)
    return convene_error_set_field (error, "template", _ ("The letter is too long: it may have %d characters"), MAX_CHARACTERS);

  is_subject = g_str_has_suffix (name, ".subject");
  if ((is_subject && !check_subject (text, error)) || !check_tags (&checker, text, error))
    return FALSE;
  if (!is_subject && !checker.says_when)
    return fail (error, _ ("The letter does not say when the interview is: put “{{>facts}}”, “{{>when}}” or “{{when}}” into it"));

  return TRUE;
}
