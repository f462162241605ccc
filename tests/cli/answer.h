/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-engine.h"

G_BEGIN_DECLS

/* What a call of the terminal came to. */
typedef struct
{
  int   status;
  char *out;
  char *err;
} Answer;

/* Calls the program with these arguments (argv[0] is put before them) over an engine; with NULL only as far as it goes without. `input` is
 * what stands on standard input, or NULL for nothing. */
Answer *answer_new (ConveneEngine     *engine,
                    const char        *input,
                    const char *const *arguments);
void    answer_free (Answer *self);

/* The one JSON document that it wrote. */
JsonNode *answer_parse (const Answer *self);

/* A member "a.b.c" of it as text: null is NULL; numbers and booleans are written out. Owned by the caller. */
char *answer_get (const Answer *self,
                  const char   *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

G_END_DECLS
