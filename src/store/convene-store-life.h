/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-store.h"

G_BEGIN_DECLS

/* What is asked in the course of an interview's life, beside convene-store.h; errors likewise. */

/* The interviews that use a meeting and are not cancelled, the one that was added first before the others: whose topic, agenda and password the meeting has.
 * An array of ConveneInterview that owns its items, each whole, all with the same meeting object. */
void       convene_store_list_meeting_users_async (ConveneStore *self, const char *meeting_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_meeting_users_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The interview that is not cancelled and whose meeting another one of the same job (without case), host (address; NULL for any), start (microseconds since 1970
 * UTC) and duration (minutes) can share: it is live, or pending and its create not settled, and nothing that is not settled will delete it. The one that was added
 * first, whole; `except_uid` (or NULL) does not count. NULL without an error where there is none. */
void              convene_store_find_slot_async (ConveneStore *self, const char *job, const char *host, gint64 start, int duration, const char *except_uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInterview *convene_store_find_slot_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The interviews that are scheduled, begin in [from, to), and whose meeting has a number, is live or missing, and was last looked at before `before`: an array
 * of ConveneInterview that owns its items, whole, by start. */
void       convene_store_list_meetings_to_check_async (ConveneStore *self, gint64 from, gint64 to, gint64 before, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_meetings_to_check_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The meeting-create operations, settled at `since` or later, after which there may be a meeting too many: they are done and their request left more than once,
 * or they were dropped although it had left. An array of ConveneOperation that owns its items, by position. */
void       convene_store_list_doubtful_creates_async (ConveneStore *self, gint64 since, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_doubtful_creates_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The meeting with this id, or NULL without an error. */
void            convene_store_get_meeting_async (ConveneStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneMeeting *convene_store_get_meeting_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* Every preference: key → value, both text that the table owns. */
void        convene_store_list_preferences_async (ConveneStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *convene_store_list_preferences_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The interviews that are scheduled, begin in [from, to), and for whose start no notice was put: an array of ConveneInterview that owns its items, whole, by
 * start. */
void       convene_store_find_next_notice_async (ConveneStore *self, gint64 from, gint64 to, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_find_next_notice_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* When the next thing is to be done that waits for nothing but its time, reminders too: the earliest due, `now` for what is due or being done; or when an
 * interview is over of which somebody was told. Microseconds since 1970 UTC, G_MAXINT64 for nothing, -1 with an error. What waits for an event, or for another
 * operation, does not count. */
void   convene_store_get_next_open_async (ConveneStore *self, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 convene_store_get_next_open_finish (ConveneStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
