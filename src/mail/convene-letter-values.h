/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-people.h"
#include "convene-letter-words.h"

G_BEGIN_DECLS

/* What a letter says, by the names that templates use: char * to char *, "" for what there is not. Cleaned, not escaped. The reader's zone and the
 * language of the words decide how times look. The interview's notes are for the team and not among them. Errors: INVALID. */
GHashTable *convene_letter_values_new (const ConveneLetterDraft *draft,
                                       ConveneParticipant       *reader,
                                       ConveneLetterWords       *words,
                                       GError                  **error);

G_END_DECLS
