/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts-private.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ERRAND (convene_errand_get_type ())

G_DECLARE_DERIVABLE_TYPE (ConveneErrand, convene_errand, CONVENE, ERRAND, GObject)

/* One operation being done: it reads what it needs, writes that the operation runs, calls outside, and writes what came of it. The kinds of
 * operation are its subclasses: each begins at `start`, once the interview (where it has one) is read, and ends with one of the functions below. */
struct _ConveneErrandClass
{
  GObjectClass parent_class;

  void (*start) (ConveneErrand *self);

  /* The end could not be written, because somebody changed the interview meanwhile; it has been read again. Works the end out anew from what came of the
   * errand, with everything that it adds to the change. NULL where nothing of the interview is written. */
  void (*end_again) (ConveneErrand *self);
};

typedef void (*ConveneErrandStep) (ConveneErrand *self);

/* Whether an errand may have a meeting for itself until it ends: nobody else is at it. */
typedef gboolean (*ConveneErrandClaim) (ConveneErrand *self, const char *meeting_id, gpointer user_data);

/* For the outbox. The answer says only that the outcome is written: FALSE with an error where the database failed, or somebody else had the operation. */
void     convene_errand_run_async (ConveneErrand *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_errand_run_finish (ConveneErrand *self, GAsyncResult *result, GError **error);

/* Who is asked where an errand comes to know its meeting only on its way; without one every claim is granted. */
void convene_errand_set_claim (ConveneErrand *self, ConveneErrandClaim claim, gpointer user_data);

/* Ends the call to the outside that is under way: what it did is in doubt then, and is written so. */
void convene_errand_cancel (ConveneErrand *self);

ConveneOperation *convene_errand_get_operation (ConveneErrand *self);

/* For subclasses. Everything is owned by the errand. */
ConveneStore     *convene_errand_get_store (ConveneErrand *self);
ConveneAccounts  *convene_errand_get_accounts (ConveneErrand *self);
ConveneInterview *convene_errand_get_interview (ConveneErrand *self);   /* NULL for an operation of an account */
GCancellable     *convene_errand_get_cancellable (ConveneErrand *self); /* of calls to the outside */
gint64            convene_errand_now (ConveneErrand *self);
GPtrArray        *convene_errand_get_known_accounts (ConveneErrand *self); /* of ConveneAccount, as they were when it began */

/* Whether the interview is over: then neither a meeting nor a letter helps any more. */
gboolean convene_errand_is_over (ConveneErrand *self);

/* What the end of the errand will write, besides the operation. */
ConveneChange *convene_errand_get_change (ConveneErrand *self);

/* A line of the interview's history. The ends write that of an error by themselves, but for what is tried again. */
void convene_errand_note (ConveneErrand *self, const char *text);

/* An account did its work: if it was thought to want its person, it does not, and what waited for that goes on. */
void convene_errand_mark_connected (ConveneErrand  *self,
                                    ConveneAccount *account);

/* The time for which it is tried patiently begins now, unless it has begun. */
void convene_errand_begin_patience (ConveneErrand *self);

/* Whether the meeting is this errand's alone until it ends. Read again what was read before it was: somebody may have been at it. */
gboolean convene_errand_claim_meeting (ConveneErrand *self, const char *meeting_id);

/* Ends without having done or written anything: another time. */
void convene_errand_leave (ConveneErrand *self);

/* Reads the interview again, then calls `next`. */
void convene_errand_refresh (ConveneErrand *self, ConveneErrandStep next);

/* What is written next counts only if nobody has changed this interview since it was read. The errand's own is always expected where it begins. */
void convene_errand_expect (ConveneErrand *self, ConveneInterview *interview);

/* Writes that the operation runs, and counts the attempt, with what the subclass added to the change; then calls `next`. An error ends the errand: STALE
 * where somebody changed the interview meanwhile. */
void convene_errand_begin (ConveneErrand *self, ConveneErrandStep next);

/* Between two calls of one that runs: writes what was added to the change, then calls `next`. An error ends the errand. */
void convene_errand_proceed (ConveneErrand *self, ConveneErrandStep next);

/* The ends. Each sets the operation and writes it with the change. Who waits for an event does not miss one that came meanwhile. */
void convene_errand_settle (ConveneErrand *self, ConveneOperationState state, const GError *error);
void convene_errand_wait_until (ConveneErrand *self, gint64 due, const GError *error);
void convene_errand_wait_for (ConveneErrand *self, const char *event, const GError *error);
void convene_errand_wait_for_sign_in (ConveneErrand *self, ConveneAccount *account, ConveneAccountState state, const GError *error);
void convene_errand_doubt_until (ConveneErrand *self, gint64 due, const GError *error);

/* Ends the errand with an error of its own means: the database's. */
void convene_errand_fail (ConveneErrand *self, GError *error);

G_END_DECLS
