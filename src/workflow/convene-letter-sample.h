/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-edits.h"
#include "convene-letter-writer.h"

G_BEGIN_DECLS

/* Letters of a made-up interview, so that a person sees their own words in one. */

/* Every letter that there is: "invitation", …. Static, ends with NULL. */
const char *const *convene_letter_sample_list (void);

/* A letter in a language with some edits: its plain text, and *subject. `letter` is one of those; `now`: microseconds since 1970 UTC. Pure. Owned by the
 * caller. Errors: INVALID. */
char *convene_letter_sample_write (const char         *language,
                                   const char         *letter,
                                   ConveneLetterEdits *edits,
                                   gint64              now,
                                   char              **subject,
                                   GError            **error);

G_END_DECLS
