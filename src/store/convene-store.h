/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-change.h"
#include "convene-interview-filter.h"
#include "convene-job.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_STORE (convene_store_get_type ())

G_DECLARE_FINAL_TYPE (ConveneStore, convene_store, CONVENE, STORE, GObject)

/* The database of one profile. It is read and written on a thread of its own; every call here returns at once and answers on the caller's
 * main context, in the order of the calls. Errors are CONVENE_ERROR: DATABASE, and what each call names. Several processes may have the same
 * profile open.
 *
 * Signal "changed": something was written, by this process or another one (looked for while somebody listens). */
ConveneStore *convene_store_new (const char *folder);

/* Makes the folder (0700) and the database (0600) where they are missing, brings an older schema up to date after a copy of it was made,
 * and makes the day's copy: `copies/convene-YYYY-MM-DD.db`, the last few kept, as soon as nothing else was asked for two seconds, or when it is
 * closed after something was written; nobody who only looks waits for it. A database that is damaged, or that a newer version wrote, is
 * refused with DATABASE and left alone; the message names the newest copy as the way back. */
void     convene_store_open_async (ConveneStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_store_open_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* Waits for what was called before, closes the database. Idempotent; disposing closes too. */
void     convene_store_close_async (ConveneStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_store_close_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* Writes a change: when it answers TRUE it is durable. STALE: nothing was written, read again. */
void     convene_store_commit_async (ConveneStore *self, ConveneChange *change, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_store_commit_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The interview with a uid, or with the only uid that begins so (6 characters at least), with its participants, meeting and operations.
 * NOT_FOUND, AMBIGUOUS, or INVALID for less. */
void              convene_store_find_interview_async (ConveneStore *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInterview *convene_store_find_interview_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The interviews that a filter lets through, as above; *total counts them without offset and limit. An array of ConveneInterview that owns its items. */
void       convene_store_list_interviews_async (ConveneStore *self, const ConveneInterviewFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_interviews_finish (ConveneStore *self, GAsyncResult *result, guint *total, GError **error);

/* What the outbox works from, oldest first: the operations that are running; and the first few of those that wait or are in doubt, are due by `now`, wait for
 * no event, and whose `after` is settled, released or gone: at each host where nothing runs, of each account, of the letters. More may be due: who has begun or
 * ended one asks again. *next_due: the earliest instant after `now` at which another one falls due, G_MAXINT64 for none. However many wait or lie
 * ahead, this reads an index of what can begin. An array of ConveneOperation that owns its items. */
void       convene_store_list_due_operations_async (ConveneStore *self, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_due_operations_finish (ConveneStore *self, GAsyncResult *result, gint64 *next_due, GError **error);

/* Every operation that is not settled, whatever it waits for, but reminders that are due after `now`: what a report tells. An array as above. */
void       convene_store_list_open_operations_async (ConveneStore *self, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_open_operations_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The operations with these ids (strv), in that order; those that are gone are left out. */
void       convene_store_get_operations_async (ConveneStore *self, const char *const *ids, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_get_operations_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The letter of an operation, the first where there are several, or NULL without an error: see convene_store_list_letters_async (). */
void           convene_store_get_letter_async (ConveneStore *self, const char *operation_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneLetter *convene_store_get_letter_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The letter with an .ics that was written last for an interview and whose operation is done or handed over, the first where it has several, or NULL
 * without an error. */
void           convene_store_get_last_calendar_async (ConveneStore *self, const char *interview_uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneLetter *convene_store_get_last_calendar_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* Every account, in the order in which they were connected, each with what its address has used of the UTC day that `now` lies in
 * (requests-today). An array of ConveneAccount that owns its items. */
void       convene_store_list_accounts_async (ConveneStore *self, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_accounts_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* What a host has used of the UTC day that `now` lies in; -1 with an error. */
void convene_store_get_requests_async (ConveneStore *self, const char *host, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
int  convene_store_get_requests_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* What is known of a job, or NULL without an error. */
void        convene_store_get_job_async (ConveneStore *self, const char *title, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneJob *convene_store_get_job_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The value of a preference, or NULL without an error. */
void  convene_store_get_preference_async (ConveneStore *self, const char *key, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *convene_store_get_preference_finish (ConveneStore *self, GAsyncResult *result, GError **error);

const char *convene_store_get_folder (ConveneStore *self);

G_END_DECLS
