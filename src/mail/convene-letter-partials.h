/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-words.h"

G_BEGIN_DECLS

/* What the blocks of a letter are made of: its values (convene_letter_values_new ()) and words. Both are the caller's. */
typedef struct
{
  GHashTable         *values;
  ConveneLetterWords *words;
} ConveneLetterSource;

/* "facts", "changes", "when", "signature"; ends with NULL. Static. */
const char *const *convene_letter_partials_list (void);

/* Appends the blocks of one, for convene_letter_blocks_parse (): `source` is a ConveneLetterSource. None for a name that is not among them. */
void convene_letter_partials_append (const char *name,
                                     GPtrArray  *blocks,
                                     gpointer    source);

G_END_DECLS
