/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-interview.h"
#include "convene-plan.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_SCHEDULER (convene_scheduler_get_type ())

G_DECLARE_FINAL_TYPE (ConveneScheduler, convene_scheduler, CONVENE, SCHEDULER, GObject)

/* What an interview of a job is held on when nobody says: the job's last platform, then that of its hiring manager (an address, or NULL), then the
 * preferred one, Zoom at first (HL-10). */
void            convene_scheduler_find_platform_async (ConveneScheduler *self, const char *job, const char *manager, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePlatform convene_scheduler_find_platform_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Plans of every kind end with convene_scheduler_plan_finish (). Without `mail` no letter is planned.
 *
 * What scheduling an interview will do. It is checked first (convene_interview_check ()): INVALID with its field. It need have no uid yet. Nothing is written but what Zoom said of who may host; for that it waits 3 seconds at most. */
void         convene_scheduler_plan_async (ConveneScheduler *self, ConveneInterview *interview, gboolean mail, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePlan *convene_scheduler_plan_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* What writing this interview over the stored one will do. `edited` is a convene_interview_copy () of one that was found, changed. It is checked as
 * above, a start in the past only where the time changed. Where nothing differs the plan is empty. It need not be changed for this call: its sequence,
 * status and answers are set by it. Errors: INVALID with its field, REFUSED for one that is cancelled or over, NOT_FOUND, STALE where the stored one is
 * not the one that was copied. */
void convene_scheduler_plan_edit_async (ConveneScheduler *self, ConveneInterview *edited, gboolean mail, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* What cancelling an interview will do; `reason` is for the people invited, NULL for none. Errors: REFUSED where it is cancelled, NOT_FOUND. */
void convene_scheduler_plan_cancel_async (ConveneScheduler *self, const char *uid, const char *reason, gboolean mail, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* What can be done about a meeting that failed, is gone, was changed at Zoom, or is no longer ours. */
typedef enum
{
  CONVENE_FIX_RETRY,    /* what failed is tried again */
  CONVENE_FIX_HOST,     /* a new meeting, at the host whose address `value` is */
  CONVENE_FIX_LINK,     /* no meeting of ours: the https link that `value` is */
  CONVENE_FIX_TAKE,     /* the interview takes what Zoom shows */
  CONVENE_FIX_RESTORE,  /* Zoom's meeting becomes again what the interview says */
  CONVENE_FIX_RECREATE, /* a new meeting, hosted by whom scheduling would choose now */
} ConveneFixKind;

/* "retry", "host", "link", "take", "restore", "recreate" */
const char *convene_fix_kind_to_nick (ConveneFixKind kind);

/* What a fix will do. Errors: REFUSED where there is nothing of that kind to mend, INVALID with its field for `value`, NO_ACCOUNT for a host with whom
 * nobody here can make meetings, NOT_FOUND. */
void convene_scheduler_plan_fix_async (ConveneScheduler *self, const char *uid, ConveneFixKind kind, const char *value, gboolean mail, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* What sending the invitation again will do: one letter to everybody, or one each, as things are now. Its SEQUENCE is the last one's where nothing is
 * otherwise than people were told, so that their calendars see no change. Errors: REFUSED for one that is cancelled, marked, over or somebody else's event,
 * and where letters are still on their way; NOT_FOUND. */
void convene_scheduler_plan_resend_async (ConveneScheduler *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

/* How long what was done in the window can be taken back, in microseconds. */
#define CONVENE_UNDO_TIME (10 * G_USEC_PER_SEC)

/* Commits exactly that plan, interview and operations, in one transaction; the outbox takes it from there. What it adds is due `delay` microseconds from
 * now, 0 or CONVENE_UNDO_TIME. Answers once it is durable; a plan is committed once. Where the outbox was faster it is planned again, and the new plan
 * committed if it does the same for everybody. Errors: STALE where it would do something else, or the interview was changed meanwhile: look again. */
void     convene_scheduler_commit_async (ConveneScheduler *self, ConvenePlan *plan, gint64 delay, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_scheduler_commit_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Takes back a plan that was committed with CONVENE_UNDO_TIME: everything is as it was before, but for the revision. Errors: REFUSED where it is too late. */
void     convene_scheduler_undo_async (ConveneScheduler *self, ConvenePlan *plan, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_scheduler_undo_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Whatever waits only so that it can be taken back is due now: for a window that closes. */
void     convene_scheduler_hasten_async (ConveneScheduler *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_scheduler_hasten_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* The preference of reminders is another one: those that wait are what it says, for every interview to come whose people get letters. Answers how many
 * interviews were changed; -1 with an error. */
void convene_scheduler_adjust_reminders_async (ConveneScheduler *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
int  convene_scheduler_adjust_reminders_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Makes every operation of an interview that failed, or waits for a later time, due now. Answers how many; -1 with an error. */
void convene_scheduler_retry_async (ConveneScheduler *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
int  convene_scheduler_retry_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Plans sending the invitation again, and commits it: due now. Errors as of both. */
void     convene_scheduler_resend_async (ConveneScheduler *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_scheduler_resend_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Says what became of an interview: COMPLETED or NO_SHOW once it has begun, and SCHEDULED takes that back. Nobody is mailed. Errors: REFUSED for one that
 * has not begun, or is cancelled; INVALID for another status; NOT_FOUND. */
void     convene_scheduler_mark_async (ConveneScheduler *self, const char *uid, ConveneStatus status, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_scheduler_mark_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

/* Whether marking it so would be done; `now`: see ConveneClock. */
gboolean convene_interview_can_mark (ConveneInterview *interview, ConveneStatus status, gint64 now);

G_END_DECLS
