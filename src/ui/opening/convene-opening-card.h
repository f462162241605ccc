/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-opening.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_OPENING_CARD (convene_opening_card_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOpeningCard, convene_opening_card, CONVENE, OPENING_CARD, GtkBox)

/* What one claim of a file says, what taking it does, and a button for that: nothing is changed before it is pressed. Signal "applied" (ConveneInterview):
 * it was. Signal "stale": the interview changed meanwhile, so that the file has to be judged again. Of the application it uses app.show-interview (s: uid) and
 * app.reschedule-to ((sxx): uid, proposed start and end). */
GtkWidget *convene_opening_card_new (ConveneEngine  *engine,
                                     ConveneOpening *opening);

/* What its button does; nothing where somebody has to be chosen first. */
void convene_opening_card_apply (ConveneOpeningCard *self);

/* The button that applies it, to be what Enter presses where there is no other; NULL where there is nothing to apply. */
GtkWidget *convene_opening_card_get_button (ConveneOpeningCard *self);

G_END_DECLS
