/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-writer.h"

G_BEGIN_DECLS

/* Who gets a letter: ConveneParticipant *, each address once. The first of `to` is the one whom the letter speaks to. */
typedef struct
{
  GPtrArray *to;
  GPtrArray *cc;
} ConveneLetterPeople;

ConveneLetterPeople *convene_letter_people_new (const ConveneLetterDraft *draft);
void                 convene_letter_people_free (ConveneLetterPeople *self);

/* The first of `to`, or NULL. Owned by the people. */
ConveneParticipant *convene_letter_people_get_reader (const ConveneLetterPeople *self);

/* The addresses of all, those of `to` first. */
GStrv convene_letter_people_dup_addresses (const ConveneLetterPeople *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneLetterPeople, convene_letter_people_free)

G_END_DECLS
