/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-opening-judge.h"

G_BEGIN_DECLS

/* Who of a claim is who of an interview. Pure; addresses are compared without case. */

/* Who of the claim answers: the only one, or who sends somebody else, or who of several says something, the mail's sender first. NULL for nobody; with
 * *several where it could be more than one. Owned by the claim. */
const ConveneClaimPerson *convene_opening_find_who (ConveneClaim *claim,
                                                    const char   *sender,
                                                    gboolean     *several);

/* Who of the claim answers in the place of another one who sent them: they were invited instead, and say both (RFC 5546 §4.2.5). NULL for nobody. Owned by the
 * claim. */
const ConveneClaimPerson *convene_opening_find_delegate (ConveneInterview         *interview,
                                                         ConveneClaim             *claim,
                                                         const ConveneClaimPerson *delegator);

/* Whether a mail from this address may be theirs: it is their own, or that of whoever writes for them. */
gboolean convene_opening_speaks_for (const ConveneClaimPerson *person,
                                     const char               *sender);

/* The person of the interview with exactly this address; NULL for nobody. Owned by the interview. */
ConveneParticipant *convene_opening_find_person (ConveneInterview *interview,
                                                 const char       *address);

gboolean convene_opening_is_own (const char *const *own,
                                 const char        *address);

/* Whether the claim's organizer is the person here, as far as it and their accounts say. */
gboolean convene_opening_is_own_organizer (const ConveneOpeningFacts *facts);

/* Everybody of an interview, who is likelier to be this one of the claim before the others: by an address with a tag, by whom they answer for, by name. */
void convene_opening_list_guests (ConveneInterview         *interview,
                                  const ConveneClaimPerson *who,
                                  GPtrArray                *candidates);

/* Everybody of an invitation of others who has an address and is not the person here, as participants; answers the one who is the candidate by all that can be
 * seen: the only one who is not the organizer. NULL where that is not clear. */
ConveneParticipant *convene_opening_list_invited (const ConveneOpeningFacts *facts,
                                                  GPtrArray                 *candidates);

G_END_DECLS
