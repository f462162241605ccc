/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-people.h"

G_BEGIN_DECLS

/* What the letter's templates and its subject are called, without ".txt": as its kind is, unless that would not be right for who reads it. Who takes
 * part anew is invited, whatever changed for the others; who was removed hears that, and not that all is off; a link that comes with other news is an
 * update; and a meeting that is gone at Zoom is not one that could not be made. Static. */
const char *convene_letter_variant_find (const ConveneLetterDraft  *draft,
                                         const ConveneLetterPeople *people);

G_END_DECLS
