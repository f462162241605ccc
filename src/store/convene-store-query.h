/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-entry.h"
#include "convene-choice.h"
#include "convene-interview-filter.h"
#include "convene-saved-view.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* What long lists ask. It is read on a connection and a thread of its own, one question after the other, so that none of them delays a month or a write; one that is
 * cancelled is given up in the middle. They may be asked as soon as the store is being opened. */

/* An interview of an answer. */
typedef struct
{
  gint64  key;  /* in the database */
  guint64 mark; /* convene_query_mark_uid () of its uid */
} ConveneQueryRow;

/* Tells uids apart, but for an accident, whatever the case of their letters. */
guint64 convene_query_mark_uid (const char *uid);

typedef struct
{
  GArray    *rows;    /* of ConveneQueryRow: all interviews that have a time and that the filter lets through, in its order */
  GPtrArray *entries; /* of ConveneCalendarEntry: the first rows' */
  gint64     version; /* of the database: another number after somebody wrote */
  gint64     until;   /* when something of it is over and the answer another one: microseconds since 1970 UTC, G_MAXINT64 for never */
} ConveneQueryAnswer;

void convene_query_answer_free (ConveneQueryAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneQueryAnswer, convene_query_answer_free)

/* The interviews that a filter lets through, without its offset and limit, and what the first `n_entries` of them show. The order is kept while nobody writes, so that
 * the next question is answered in milliseconds. */
void                convene_store_query_async (ConveneStore *self, const ConveneInterviewFilter *filter, guint n_entries, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneQueryAnswer *convene_store_query_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* What the interviews with these keys show, judged at `now`: an array of ConveneCalendarEntry that owns its items, in their order; NULL where one is gone. */
void       convene_store_read_entries_async (ConveneStore *self, const gint64 *keys, guint n_keys, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_read_entries_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The uids of the interviews with these keys, in their order, without those that are gone. */
void  convene_store_read_uids_async (ConveneStore *self, const gint64 *keys, guint n_keys, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GStrv convene_store_read_uids_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The hosts of meetings, the one whose interview starts last first: an array of ConveneChoice that owns its items. */
void       convene_store_list_meeting_hosts_async (ConveneStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_meeting_hosts_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The views that a person saved, in their order: an array of ConveneSavedView that owns its items. */
void       convene_store_list_views_async (ConveneStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_views_finish (ConveneStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
