/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-opening.h"

G_BEGIN_DECLS

/* All that a claim is judged by. Everything is the caller's. */
typedef struct
{
  ConveneClaim      *claim;
  ConveneInterview  *interview; /* of ours, with the claim's UID; NULL for none */
  ConveneInterview  *origin;    /* that was made from the claim's event; NULL for none */
  const char *const *own;       /* addresses of the person's accounts */
  const char        *sender;    /* who the mail says that it is from; NULL where it did not come with one */
  gint64             now;       /* microseconds since 1970 UTC */
} ConveneOpeningFacts;

/* Why nothing can be done with it. */
typedef enum
{
  CONVENE_OPENING_REASON_NONE,
  CONVENE_OPENING_REASON_NO_EVENT,  /* it names no event */
  CONVENE_OPENING_REASON_NOBODY,    /* it does not say who answers */
  CONVENE_OPENING_REASON_SEVERAL,   /* it does not say which of several answers */
  CONVENE_OPENING_REASON_NO_ANSWER, /* it does not say what they answer */
  CONVENE_OPENING_REASON_UNSENT,    /* it answers what was never sent */
  CONVENE_OPENING_REASON_CANCELLED, /* the interview is */
  CONVENE_OPENING_REASON_OVER,      /* the interview is */
  CONVENE_OPENING_REASON_TIME,      /* its time is not clear */
  CONVENE_OPENING_REASON_LENGTH,    /* it is too long */
  CONVENE_OPENING_REASON_PAST,      /* the time that is proposed is over */
  CONVENE_OPENING_REASON_STRANGER,  /* somebody who was not invited sends somebody else */
  CONVENE_OPENING_REASON_DELEGATE,  /* it does not say whom they send */
  CONVENE_OPENING_REASON_METHOD,    /* it is something else */
  CONVENE_OPENING_REASON_UNKNOWN,   /* it calls off what is not here */
  CONVENE_OPENING_REASON_OTHERS,    /* it calls it off for others only */
  CONVENE_OPENING_REASON_KNOWN,     /* it is here already */
  CONVENE_OPENING_REASON_OLDER,     /* a newer one is here */
  CONVENE_OPENING_REASON_ALONE,     /* there is nobody in it who could be the candidate */
} ConveneOpeningReason;

/* What to look at before it is believed. */
typedef enum
{
  CONVENE_OPENING_DOUBT_EARLIER = 1 << 0,   /* they answered an earlier time */
  CONVENE_OPENING_DOUBT_LATER = 1 << 1,     /* they answered later than this */
  CONVENE_OPENING_DOUBT_SENDER = 1 << 2,    /* the mail is from somebody else */
  CONVENE_OPENING_DOUBT_SENT_BY = 1 << 3,   /* somebody else answered for them */
  CONVENE_OPENING_DOUBT_ORGANIZER = 1 << 4, /* its organizer is not who sends the invitations here */
  CONVENE_OPENING_DOUBT_SERIES = 1 << 5,    /* it repeats; the first one counts */
} ConveneOpeningDoubt;

/* Everything but the candidates is the facts'. */
typedef struct
{
  ConveneVerdict            verdict;
  ConveneInterview         *interview;  /* that it is about; NULL for none */
  ConveneParticipant       *person;     /* of the interview; of `candidates` where it becomes one; NULL for nobody, or whom to choose */
  const ConveneClaimPerson *who;        /* of the claim: who answers; NULL for nobody */
  GPtrArray                *candidates; /* of ConveneParticipant, the likeliest first */
  gboolean                  applies;    /* there is something to be done */
  ConveneOpeningReason      reason;     /* why not */
  guint                     doubts;     /* of ConveneOpeningDoubt */
} ConveneJudgement;

/* What a claim means: RFC 5546 §2.1.4 and §2.1.5 for what answers what, and nothing is believed of a person who is not on the list. Pure. */
ConveneJudgement *convene_opening_judge (const ConveneOpeningFacts *facts);
void              convene_judgement_free (ConveneJudgement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneJudgement, convene_judgement_free)

/* How an answer stands to what is known of a person of the interview: ANSWER, ANSWER_EARLIER, ANSWER_OLD or ANSWER_SAME. */
ConveneVerdict convene_opening_judge_answer (const ConveneOpeningFacts *facts,
                                             ConveneParticipant        *person,
                                             const ConveneClaimPerson  *who);

/* When a claim was made, by which the answers of a person follow each other: no later than `now`, so that nobody's clock, or word, outlasts what comes
 * after. 0 where it does not say. */
gint64 convene_opening_find_made_at (ConveneClaim *claim,
                                     gint64        now);

/* What an interview that is made from the event is known by: the UID, and for one of a series also which. Owned by the caller; NULL without a UID. */
char *convene_opening_dup_origin (ConveneClaim *claim);

G_END_DECLS
