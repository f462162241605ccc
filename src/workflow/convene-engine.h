/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-accounts.h"
#include "convene-clock.h"
#include "convene-inspector.h"
#include "convene-interview-filter.h"
#include "convene-interview.h"
#include "convene-outbox.h"
#include "convene-scheduler.h"

G_BEGIN_DECLS

/* Named here so that the faces, which see no secrets, can pass one on. */
typedef struct _ConveneVault ConveneVault;

#define CONVENE_TYPE_ENGINE (convene_engine_get_type ())

G_DECLARE_FINAL_TYPE (ConveneEngine, convene_engine, CONVENE, ENGINE, GObject)

/* The workflow over one profile, whole: what main.c makes and the faces are given. `zoom_api_url` and `zoom_oauth_url` are where Zoom is
 * instead of where the accounts say (NULL: as they say), without a slash at their end.
 *
 * Signal "changed": something was written, by this process or another one. It comes on the main context that the engine was made under, without
 * arguments, and maybe several times a second: whoever reads because of it gathers them.
 *
 * Property "held" (read-only): see convene_engine_hold (). */
ConveneEngine *convene_engine_new (const char   *folder,
                                   ConveneVault *vault,
                                   ConveneClock *clock,
                                   const char   *zoom_api_url,
                                   const char   *zoom_oauth_url);

/* Opens the database. Nothing runs yet: see convene_outbox_start (). Errors: DATABASE. */
void     convene_engine_open_async (ConveneEngine *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_open_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* Lets what is under way come to its end, then closes. */
void     convene_engine_close_async (ConveneEngine *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_close_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* While somebody holds it, whoever owns it leaves it open: something was asked for that is not written down yet. Each hold is released once. */
void     convene_engine_hold (ConveneEngine *self);
void     convene_engine_release (ConveneEngine *self);
gboolean convene_engine_get_held (ConveneEngine *self);

/* Owned by the engine. */
ConveneClock     *convene_engine_get_clock (ConveneEngine *self);
ConveneAccounts  *convene_engine_get_accounts (ConveneEngine *self);
ConveneScheduler *convene_engine_get_scheduler (ConveneEngine *self);
ConveneOutbox    *convene_engine_get_outbox (ConveneEngine *self);
ConveneInspector *convene_engine_get_inspector (ConveneEngine *self);

/* One interview by its uid or the beginning of it (6 characters at least), with people, meeting and operations. NOT_FOUND, AMBIGUOUS, INVALID. */
void              convene_engine_find_interview_async (ConveneEngine *self, const char *uid, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInterview *convene_engine_find_interview_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* Those that a filter lets through: an array of ConveneInterview that owns its items; *total counts them without offset and limit. */
void       convene_engine_list_interviews_async (ConveneEngine *self, const ConveneInterviewFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_engine_list_interviews_finish (ConveneEngine *self, GAsyncResult *result, guint *total, GError **error);

/* The .ics of an interview as it was last sent, or as it would be sent. */
void    convene_engine_invite_async (ConveneEngine *self, ConveneInterview *interview, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes *convene_engine_invite_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* The interviews that a filter lets through as one .ics; they are read a few at a time, so that of many thousands only the text is held. */
void    convene_engine_export_async (ConveneEngine *self, const ConveneInterviewFilter *filter, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GBytes *convene_engine_export_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* When something is to be done by itself next, so that a process without a window knows whether to stay: the earliest instant at which an operation that
 * waits for no event is due, reminders among them, a person is to be told of an interview, or one that they were told of is over: until then what told them
 * leads there. It may be past: then it is now. G_MAXINT64 for nothing, and with an error: DATABASE, CANCELLED. */
void   convene_engine_get_next_due_async (ConveneEngine *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 convene_engine_get_next_due_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
