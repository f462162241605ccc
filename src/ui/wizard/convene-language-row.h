/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-draft.h"

G_BEGIN_DECLS

/* Makes a row choose what the candidate of a draft reads among the languages that there are letters in. A language that there are none in stays as it is until
 * another one is chosen; the letters are in English then, and so says the row. */
void convene_language_row_bind (AdwComboRow  *row,
                                ConveneDraft *draft);

G_END_DECLS
