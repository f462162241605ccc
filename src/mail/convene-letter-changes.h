/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-when.h"
#include "convene-letter-writer.h"

G_BEGIN_DECLS

/* What is otherwise than people were told, by the names that the template has for it; all "" for a letter that brings no news, and where nobody knows
 * what was told. `stretch` is when the interview is, `zone` the reader's. Errors: INVALID. */
gboolean convene_letter_changes_put (GHashTable                 *values,
                                     const ConveneLetterDraft   *draft,
                                     const ConveneLetterStretch *stretch,
                                     const char                 *zone,
                                     ConveneLetterWords         *words,
                                     GError                    **error);

G_END_DECLS
