/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-claim.h"
#include "convene-engine.h"
#include "convene-interview.h"

G_BEGIN_DECLS

/* What a claim of a file means here, and what applying it does. The nicks are those of the names: "answer-earlier". */
typedef enum
{
  CONVENE_VERDICT_ANSWER,           /* sets that person's answer */
  CONVENE_VERDICT_ANSWER_EARLIER,   /* to an older time: it is kept, and counts not */
  CONVENE_VERDICT_ANSWER_OLD,       /* a newer answer of theirs is known: nothing */
  CONVENE_VERDICT_ANSWER_SAME,      /* it was taken already: nothing */
  CONVENE_VERDICT_ANSWER_STRANGER,  /* of nobody who was invited: applying needs to be told as whose (`as`, one of the candidates) it is taken */
  CONVENE_VERDICT_ANSWER_DELEGATED, /* somebody else is to come in their place: they are invited in place, with letters */
  CONVENE_VERDICT_PROPOSAL,         /* of another time: the interview is moved there, with letters */
  CONVENE_VERDICT_FOREIGN,          /* an invitation of others: becomes an interview here */
  CONVENE_VERDICT_FOREIGN_UPDATE,   /* of one that was made from such an invitation: it follows */
  CONVENE_VERDICT_FOREIGN_CANCEL,   /* likewise: it is cancelled here */
  CONVENE_VERDICT_OWN,              /* our own invitation or cancellation come back: nothing */
  CONVENE_VERDICT_UNKNOWN_REPLY,    /* to no interview that is here: nothing */
  CONVENE_VERDICT_IMPOSSIBLE,       /* what nobody can do anything with: nothing; the warning says why */
} ConveneVerdict;

#define CONVENE_TYPE_VERDICT (convene_verdict_get_type ())

GType convene_verdict_get_type (void) G_GNUC_CONST;

#define CONVENE_TYPE_OPENING (convene_opening_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOpening, convene_opening, CONVENE, OPENING, GObject)

/* One claim of a file that was opened, judged by what is known here. Immutable; the read-only properties are claim, interview, person, verdict, claims,
 * effect, warning, candidates. All texts are plain, in the person's language, one sentence or more on one line. `candidates` (of ConveneParticipant) and what is
 * given as NULL may be missing. */
ConveneOpening *convene_opening_new (ConveneClaim       *claim,
                                     ConveneInterview   *interview,
                                     ConveneParticipant *person,
                                     ConveneVerdict      verdict,
                                     GPtrArray          *candidates,
                                     const char         *claims,
                                     const char         *effect,
                                     const char         *warning);

ConveneClaim *convene_opening_get_claim (ConveneOpening *self);

/* The interview that it is about, as it was when the file was opened; NULL for none. */
ConveneInterview *convene_opening_get_interview (ConveneOpening *self);

/* Who of the interview answers or proposes, one of its participants; for an invitation of others who is the candidate as far as it shows, one of the
 * candidates. NULL where nobody is known. */
ConveneParticipant *convene_opening_get_person (ConveneOpening *self);
ConveneVerdict      convene_opening_get_verdict (ConveneOpening *self);

/* What the file says: "Ada Example accepts the interview of Tuesday, 1 December 2026, 10:00". */
const char *convene_opening_get_claims (ConveneOpening *self);

/* What applying does; NULL where there is nothing to apply. */
const char *convene_opening_get_effect (ConveneOpening *self);

/* What to look at before it is believed, or why nothing can be done; NULL for nothing. */
const char *convene_opening_get_warning (ConveneOpening *self);

/* Whom to choose from, of ConveneParticipant, the likeliest first: a stranger's alias, or who is the candidate of an invitation of others. Empty where there is
 * no choice. */
GListModel *convene_opening_get_candidates (ConveneOpening *self);

/* Whether applying needs `as`: a stranger, or an invitation of others whose candidate is not clear. */
gboolean convene_opening_needs_choice (ConveneOpening *self);

/* Reads a calendar file or a mail, of 10 MB at most, and judges what it claims: a list of ConveneOpening, the newest claim first, at least one. Nothing is
 * changed. Errors: INVALID about "file", one clear line; NOT_FOUND where there is none, UNREACHABLE where it cannot be read; DATABASE. */
void        convene_engine_open_file_async (ConveneEngine *self, GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GListModel *convene_engine_open_file_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* The same of what a file holds, for text that was dropped. */
void        convene_engine_open_bytes_async (ConveneEngine *self, GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GListModel *convene_engine_open_bytes_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* Does what the effect says, and answers the interview as it is then. `as` is an address: of the interview's person whose answer it is, or of the event's
 * person who is the candidate; NULL for none. Errors: INVALID about "as" where that is needed or nobody has it, REFUSED where there is nothing to apply,
 * STALE where the interview changed meanwhile so that it would do something else: open the file again; and those of planning and committing. */
void              convene_engine_apply_opening_async (ConveneEngine *self, ConveneOpening *opening, const char *as, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInterview *convene_engine_apply_opening_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
