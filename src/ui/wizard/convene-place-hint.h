/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-draft.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PLACE_HINT (convene_place_hint_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePlaceHint, convene_place_hint, CONVENE, PLACE_HINT, AdwActionRow)

/* Below the hiring manager: where their interviews take place, with a button that lets this one take place there too (HL-10). There while that is
 * another platform than the draft's, and the job says no other. */
void convene_place_hint_follow (ConvenePlaceHint *self,
                                ConveneEngine    *engine,
                                ConveneDraft     *draft);

G_END_DECLS
