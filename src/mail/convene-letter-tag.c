/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-tag.h"

#include <string.h>

gboolean
convene_letter_tag_find (const char       *text,
                         ConveneLetterTag *tag)
{
  const char *start = strstr (text, "{{");
  const char *inner = start != NULL ? start + 2 : NULL;
  const char *end = inner != NULL ? strstr (inner, "}}") : NULL;

  *tag = (ConveneLetterTag){ .start = start, .end = end != NULL ? end + 2 : NULL };
  if (end == NULL)
    return start != NULL;

  if (strchr ("#^/>", *inner) != NULL)
    tag->kind = *inner++;
  tag->name = g_strstrip (g_strndup (inner, end - inner));
  return TRUE;
}

void
convene_letter_tag_clear (ConveneLetterTag *tag)
{
  g_clear_pointer (&tag->name, g_free);
}
