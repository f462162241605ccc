/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-interview.h"
#include "convene-letter-preview.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_LETTER_CARD (convene_letter_card_get_type ())

G_DECLARE_FINAL_TYPE (ConveneLetterCard, convene_letter_card, CONVENE, LETTER_CARD, AdwExpanderRow)

/* A letter as it will arrive: who gets it and when, its text, its .ics. `now`: microseconds since 1970 UTC. */
GtkWidget *convene_letter_card_new (ConveneLetterPreview *letter,
                                    ConveneInterview     *interview,
                                    gint64                now);

G_END_DECLS
