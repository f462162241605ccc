/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-activity.h"
#include "convene-calendar-entry.h"
#include "convene-clash.h"
#include "convene-delegation.h"
#include "convene-job.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* What faces look up in the database besides whole interviews. Instants are microseconds since 1970 UTC; the arrays own their items. */

/* The interviews that touch [from, to), by start and then uid: an array of ConveneCalendarEntry. `limit` keeps only the first ones; 0 for all. Whether
 * one needs a person is judged at `now`: what is over or cancelled does not. Of `filter` (NULL for all) platform, status, job, host, person and attention count. It costs in proportion to the range (and the day before it),
 * however many interviews are kept. */
void       convene_store_list_entries_async (ConveneStore *self, gint64 from, gint64 to, guint limit, const ConveneInterviewFilter *filter, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_entries_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The interviews that overlap [from, to), are not cancelled and are not `except` (NULL for none), for each of the addresses that takes part in one;
 * "*" takes part in all. An array of ConveneClash, by start. */
void       convene_store_list_clashes_async (ConveneStore *self, gint64 from, gint64 to, const char *const *addresses, const char *except, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_clashes_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The people whose name or address has words that begin with those of `text`, without accents and case, most recently used first, at most `limit`:
 * an array of ConveneParticipant. An index of words answers it, so that the number of people hardly counts. "" asks for the last ones. */
void       convene_store_list_people_async (ConveneStore *self, const char *text, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_people_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The jobs, by the words of their title, likewise: an array of ConveneJob. */
void       convene_store_list_jobs_async (ConveneStore *self, const char *text, guint limit, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_jobs_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The interview of a job that was added last, whole, or NULL without an error. */
void              convene_store_find_last_interview_async (ConveneStore *self, const char *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInterview *convene_store_find_last_interview_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The history of the interview with this uid, newest first: an array of ConveneActivity, empty for an unknown one. */
void       convene_store_list_activity_async (ConveneStore *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_activity_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* What upcoming interviews (not over at `now`, not cancelled) wait for in vain, and who could help. */
typedef struct
{
  GPtrArray           *accounts;         /* of ConveneAccount, in the order in which they were connected, without requests-today */
  GHashTable          *waits;            /* the event that operations wait for ("account:ID", "account", "mail") → how many interviews they are of (GUINT_TO_POINTER) */
  guint                failed;           /* how many interviews have an operation that failed */
  char                *failed_uid;       /* the one of them that is over first, or NULL */
  ConveneOperationKind failed_kind;      /* what failed of it */
  char                *failed_candidate; /* its candidate's name or address, or NULL */
  guint                astray;           /* how many interviews have a meeting that is missing, or seen otherwise than we know it */
  char                *astray_uid;       /* the one of them that is over first, or NULL */
  ConveneMeetingState  astray_state;     /* of its meeting */
  ConveneMeetingDrift  astray_drift;     /* likewise */
  char                *astray_candidate; /* its candidate's name or address, or NULL */
  gint64               until;            /* when the first of all these is over, and they are others: microseconds since 1970 UTC, G_MAXINT64 for never */
  gboolean             empty;            /* no interview is kept, upcoming or not */
} ConveneNeeds;

void convene_needs_free (ConveneNeeds *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneNeeds, convene_needs_free)

/* Read by indexes of what waits and what failed: in proportion to these, however many interviews are kept. */
void          convene_store_get_needs_async (ConveneStore *self, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneNeeds *convene_store_get_needs_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The account with this id, also one that is only kept until its sign-in is revoked; NULL without an error where there is none. Without
 * requests-today. */
void            convene_store_get_account_async (ConveneStore *self, const char *id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneAccount *convene_store_get_account_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* What hangs on an account, of interviews that are not over at `now` and not cancelled. */
typedef struct
{
  int live;    /* meetings that would become unmanaged */
  int waiting; /* interviews for which something is yet to be done with it */
} ConveneBonds;

void     convene_store_count_bonds_async (ConveneStore *self, const char *account_id, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_store_count_bonds_finish (ConveneStore *self, GAsyncResult *result, ConveneBonds *bonds, GError **error);

/* The keys of the vault that may be forgotten: those that are stale since `older_than` or longer, and never one that an account names. */
void  convene_store_list_stale_secrets_async (ConveneStore *self, gint64 older_than, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GStrv convene_store_list_stale_secrets_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* Whom the accounts may host or schedule for, and whom not: an array of ConveneDelegation, by account and address. */
void       convene_store_list_delegations_async (ConveneStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_delegations_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* What each host has used of the UTC day that `now` lies in: the address in lower case → GINT_TO_POINTER. Hosts that used nothing are not in it. */
void        convene_store_list_host_requests_async (ConveneStore *self, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *convene_store_list_host_requests_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* A person's own meeting location (a nick of ConvenePlatform) and address at Zoom; each NULL where there is none, and not told where it is NULL. FALSE with
 * an error alone. */
void     convene_store_get_place_async (ConveneStore *self, const char *address, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_store_get_place_finish (ConveneStore *self, GAsyncResult *result, char **platform, char **host, GError **error);

/* The jobs that have another platform than this one, by title: an array of ConveneJob. */
void       convene_store_list_other_jobs_async (ConveneStore *self, ConvenePlatform platform, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_other_jobs_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* When the first interview at Zoom begins that does not begin before `now` and is not cancelled: microseconds since 1970 UTC, G_MAXINT64 for none, -1
 * with an error. */
void   convene_store_find_next_zoom_start_async (ConveneStore *self, gint64 now, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 convene_store_find_next_zoom_start_finish (ConveneStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
