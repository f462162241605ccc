/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-opening-judge.h"

G_BEGIN_DECLS

/* What a person is told of a judgement, plain text on one line each. Owned by the caller. */
char *convene_opening_word_claims (const ConveneOpeningFacts *facts,
                                   const ConveneJudgement    *judgement);

/* NULL where there is nothing to be done. */
char *convene_opening_word_effect (const ConveneOpeningFacts *facts,
                                   const ConveneJudgement    *judgement);

/* Why nothing can be done, what speaks against it, and what is odd in the file; NULL for nothing. */
char *convene_opening_word_warning (const ConveneOpeningFacts *facts,
                                    const ConveneJudgement    *judgement);

/* The lines of the interview's history: for an answer that is taken, and for somebody who is to come in another one's place. */
char *convene_opening_word_activity (ConveneAnswer    *answer,
                                     ConveneInterview *interview);
char *convene_opening_word_delegation (ConveneParticipant *person,
                                       ConveneParticipant *delegate);

G_END_DECLS
