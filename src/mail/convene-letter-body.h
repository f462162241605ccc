/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-partials.h"
#include "convene-letter-people.h"

G_BEGIN_DECLS

/* The language that a letter to these people is in: BCP 47, or NULL where nobody said. Owned by the people or the draft. */
const char *convene_letter_body_find_tag (const ConveneLetterDraft  *draft,
                                          const ConveneLetterPeople *people);

/* The blocks of a letter (convene-letter-blocks.h): the person's own template, or the program's where there is none that a letter can be made of. `variant`
 * as of convene_letter_variant_find (). NULL with INVALID about "template". */
GPtrArray *convene_letter_body_new (const char                *variant,
                                    ConveneLetterEdits        *edits,
                                    const ConveneLetterSource *source,
                                    GError                   **error);

/* The subject likewise, in one line; NULL where the words have none. Owned by the caller. */
char *convene_letter_body_write_subject (const char                *variant,
                                         ConveneLetterEdits        *edits,
                                         const ConveneLetterSource *source);

/* The body as a page of HTML. Owned by the caller. */
char *convene_letter_body_to_html (GPtrArray                 *blocks,
                                   const ConveneLetterSource *source);

G_END_DECLS
