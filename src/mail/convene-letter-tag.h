/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One "{{…}}" of a template. */
typedef struct
{
  char        kind;  /* '#' and '^' begin a section, '/' ends one, '>' is a partial; 0 is a value */
  char       *name;  /* without blanks around it */
  const char *start; /* where it stands in the template, and what follows it there */
  const char *end;
} ConveneLetterTag;

/* The first one of a text, to be cleared. FALSE where there is none; a name of NULL where one begins and does not end. */
gboolean convene_letter_tag_find (const char       *text,
                                  ConveneLetterTag *tag);
void     convene_letter_tag_clear (ConveneLetterTag *tag);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ConveneLetterTag, convene_letter_tag_clear)

G_END_DECLS
