/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-opening.h"

G_BEGIN_DECLS

/* What a claim of a file is called on a screen. Pure functions; `now` is microseconds since 1970 UTC; strings that are not `const` are the caller's. What
 * comes from the file is plain text, never mark-up. */

/* One thing that it says: "When", "Tuesday 1 December, 10:00". */
typedef struct
{
  char *title;
  char *text;
} ConveneOpeningFact;

void convene_opening_fact_free (ConveneOpeningFact *self);

/* What it says besides its sentence, of ConveneOpeningFact: the title, the time (and, of another one that is proposed, the interview's), who writes,
 * where, how to join, when it was written, what was written. */
GPtrArray *convene_opening_list_facts (ConveneOpening *self,
                                       gint64          now);

/* What the button that applies it says, with its mnemonic; NULL where there is nothing to apply. */
const char *convene_opening_get_button (ConveneOpening *self);

/* What was done once it is applied. */
const char *convene_opening_get_done (ConveneOpening *self);

/* Over the people to choose from. */
const char *convene_opening_get_question (ConveneOpening *self);

/* "Ada Example <ada@example.com>", or the address alone. */
char *convene_opening_format_person (const char *name,
                                     const char *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOpeningFact, convene_opening_fact_free)

G_END_DECLS
