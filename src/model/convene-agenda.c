/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-agenda.h"

#include <string.h>

#include "convene-interview-check.h"
#include "convene-text.h"

#define LEAD "Convene ref "
#define REFERENCE_LENGTH 9 /* XXXX-XXXX */
#define LIST_MAX 250       /* Zoom: list a user's meetings, "agenda" */

/* The longest that Zoom may count a text as. It does not say whether its 250 are code points or, as JavaScript and Java count, UTF-16 units;
 * what lies within so many units lies within so many code points too. */
static gsize
count_units (const char *text)
{
  gsize units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    units += g_utf8_get_char (p) > 0xffff ? 2 : 1;

  return units;
}

static gboolean
is_reference (const char *text)
{
  for (guint i = 0; i < REFERENCE_LENGTH; i++)
    if (i == 4 ? text[i] != '-' : !g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i]))
      return FALSE;

  return TRUE;
}

/* The reference that stands first, after blanks. */
static char *
dup_first (const char *agenda)
{
  const char *line = agenda;
  const char *reference;

  while (g_ascii_isspace (*line))
    line++;
  if (!g_str_has_prefix (line, LEAD))
    return NULL;

  reference = line + strlen (LEAD);
  if (!is_reference (reference) || (reference[REFERENCE_LENGTH] != '\0' && !g_ascii_isspace (reference[REFERENCE_LENGTH])))
    return NULL;

  return g_strndup (reference, REFERENCE_LENGTH);
}

/* The reference that stands last, where no blank follows. */
static char *
dup_last (const char *agenda)
{
  const gsize length = strlen (agenda), size = strlen (LEAD) + REFERENCE_LENGTH;
  const char *line;

  if (length < size)
    return NULL;

  line = agenda + length - size;
  if (!g_str_has_prefix (line, LEAD) || !is_reference (line + strlen (LEAD)) || (line > agenda && !g_ascii_isspace (line[-1])))
    return NULL;

  return g_strdup (line + strlen (LEAD));
}

char *
convene_agenda_add_reference (const char *agenda,
                              const char *reference,
                              gboolean   *has_reference)
{
  g_autofree char *line = NULL, *pasted = NULL;
  gboolean         fits;
  gsize            added;

  g_return_val_if_fail (has_reference != NULL, NULL);

  if (agenda == NULL)
    agenda = "";

  line = g_strconcat (LEAD, reference, NULL);
  added = strlen (line) + (*agenda != '\0' ? 1 : 0);
  fits = reference != NULL && g_utf8_strlen (agenda, -1) + added <= CONVENE_AGENDA_MAX;
  *has_reference = fits;

  if (!fits)
    return g_strdup (agenda);
  if (*agenda == '\0')
    return g_steal_pointer (&line);

  /* a person may have pasted an agenda that begins with the line of another meeting: ours goes before it, so that there is no mistake */
  pasted = dup_first (agenda);
  if (pasted == NULL && count_units (agenda) + added <= LIST_MAX)
    return g_strconcat (agenda, "\n", line, NULL);

  return g_strconcat (line, "\n", agenda, NULL);
}

/* Ours stands first, or last in an agenda that does not begin with another's: convene_agenda_add_reference (). What Zoom does to line ends is not
 * documented: any blank will do. */
char *
convene_agenda_dup_reference (const char *agenda)
{
  g_autofree char *text = NULL, *first = NULL;

  if (agenda == NULL)
    return NULL;

  text = g_strchomp (g_utf8_make_valid (agenda, -1));
  first = dup_first (text);
  return first != NULL ? g_steal_pointer (&first) : dup_last (text);
}

char *
convene_agenda_strip_reference (const char *agenda)
{
  const gsize      size = strlen (LEAD) + REFERENCE_LENGTH;
  g_autofree char *text = convene_text_normalize (agenda != NULL ? agenda : "");
  g_autofree char *first = dup_first (text);
  g_autofree char *last = first == NULL ? dup_last (text) : NULL;

  if (first != NULL)
    return g_strstrip (g_strdup (text + size));
  if (last != NULL)
    text[strlen (text) - size] = '\0';

  return g_strstrip (g_steal_pointer (&text));
}

gboolean
convene_agenda_equal (const char *a,
                      const char *b)
{
  g_autofree char *first = convene_agenda_strip_reference (a);
  g_autofree char *second = convene_agenda_strip_reference (b);

  return g_str_equal (first, second);
}
