/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-draft.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CLASH_FINDER (convene_clash_finder_get_type ())

G_DECLARE_FINAL_TYPE (ConveneClashFinder, convene_clash_finder, CONVENE, CLASH_FINDER, GObject)

/* What else the people of a draft have at its time: follows the draft and the database. Signal "found": the answers are new. It never stands in the way:
 * without a time, or where the database cannot be read, nobody has anything. */
ConveneClashFinder *convene_clash_finder_new (ConveneEngine *engine,
                                              ConveneDraft  *draft);

/* "Has another interview 10:00 – 10:45 (Designer)", or NULL. Owned by the caller. */
char *convene_clash_finder_dup_words (ConveneClashFinder *self,
                                      const char         *address);

G_END_DECLS
