/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-inspection.h"

G_BEGIN_DECLS

/* What a round is about. Instants are microseconds since 1970 UTC. */
typedef struct
{
  gint64   to;       /* interviews that begin from now until then */
  gboolean only_due; /* what is due by itself, see convene-inspector-due.h, and not all */
  gint64   opened;   /* for that */
  gint64   tried;    /* when it was last looked, 0 for never: what was due then and still is waits a while */
} ConveneInspectorScope;

/* Reads what is to be looked at, looks, and removes late duplicates. Errors: DATABASE, CANCELLED. */
void                     convene_inspector_round_async (ConveneAccounts *accounts, const ConveneInspectorScope *scope, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInspectionReport *convene_inspector_round_finish (GAsyncResult *result, GError **error);

/* When anything of it is due next: what is past is due now. G_MAXINT64 for nothing, -1 with an error. */
void   convene_inspector_find_due_async (ConveneAccounts *accounts, const ConveneInspectorScope *scope, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gint64 convene_inspector_find_due_finish (GAsyncResult *result, GError **error);

G_END_DECLS
