/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-engine.h"

G_BEGIN_DECLS

typedef enum
{
  CONVENE_BULK_CANCEL,
  CONVENE_BULK_RESEND, /* the invitations */
} ConveneBulkKind;

/* An interview with which something is not done: who it is of, and why. */
typedef struct
{
  char *who;
  char *why;
} ConveneBulkTrouble;

#define CONVENE_TYPE_BULK (convene_bulk_get_type ())

G_DECLARE_FINAL_TYPE (ConveneBulk, convene_bulk, CONVENE, BULK, GObject)

/* The same done with several interviews, one after the other: first it is looked what follows, then that is done, and nothing else. What fails stops none of the
 * others. Property "position" (read-only): how many have been looked at, or done with. */
ConveneBulk *convene_bulk_new (ConveneEngine     *engine,
                               ConveneBulkKind    kind,
                               const char *const *uids);

ConveneBulkKind convene_bulk_get_kind (ConveneBulk *self);
guint           convene_bulk_get_total (ConveneBulk *self);
guint           convene_bulk_get_position (ConveneBulk *self);

/* Errors: CANCELLED. */
void     convene_bulk_look_async (ConveneBulk *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_bulk_look_finish (ConveneBulk *self, GAsyncResult *result, GError **error);

/* What was found: how many it can be done with, meetings that are deleted, those that stay for as long as others use them, letters, who gets any
 * ("Name <address>"), and with whom it cannot be done (ConveneBulkTrouble). */
guint      convene_bulk_count_ready (ConveneBulk *self);
guint      convene_bulk_count_deleted (ConveneBulk *self);
guint      convene_bulk_count_left (ConveneBulk *self);
guint      convene_bulk_count_letters (ConveneBulk *self);
GPtrArray *convene_bulk_list_people (ConveneBulk *self);
GPtrArray *convene_bulk_get_refused (ConveneBulk *self);

/* Does it; `reason` is for people who are told of a cancellation, or NULL. It always comes to an end, and never fails as a whole. */
void convene_bulk_do_async (ConveneBulk *self, const char *reason, GAsyncReadyCallback callback, gpointer user_data);
void convene_bulk_do_finish (ConveneBulk *self, GAsyncResult *result);

/* Begins none that has not been begun. */
void convene_bulk_stop (ConveneBulk *self);

/* What became of it: with how many it was done, and with whom it failed (ConveneBulkTrouble). */
guint      convene_bulk_count_done (ConveneBulk *self);
GPtrArray *convene_bulk_get_failed (ConveneBulk *self);

/* Takes back what was done, one after the other; answers with how many that was possible, convene_bulk_get_failed () says with whom it was not. Only of cancellations. */
void  convene_bulk_undo_async (ConveneBulk *self, GAsyncReadyCallback callback, gpointer user_data);
guint convene_bulk_undo_finish (ConveneBulk *self, GAsyncResult *result);

G_END_DECLS
