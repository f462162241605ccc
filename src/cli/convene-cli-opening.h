/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-opening.h"

G_BEGIN_DECLS

/* What became of one claim of a file that was opened. */
typedef struct
{
  ConveneOpening   *opening;
  ConveneInterview *interview; /* as it is now, NULL for none */
  gboolean          applied;
  GError           *problem; /* why it was not applied, or what was due by it and is not done; NULL for none */
} ConveneCliOpening;

ConveneCliOpening *convene_cli_opening_new (ConveneOpening *opening);
void               convene_cli_opening_free (ConveneCliOpening *self);

/* What a file says, and what became of it: an array of ConveneCliOpening, the newest claim first, at least one. For people, and as the contract's JSON, which
 * speaks of the first and has all of them as "openings" where there are several. UTF-8 with a line feed at the end, owned by the caller. */
char *convene_cli_opening_to_text (GPtrArray *openings);
char *convene_cli_opening_to_json (GPtrArray *openings);

/* The weightiest problem of them all, NULL for none. Owned by the array. */
const GError *convene_cli_opening_find_problem (GPtrArray *openings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneCliOpening, convene_cli_opening_free)

G_END_DECLS
