/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-saved-view.h"

G_BEGIN_DECLS

/* The views that a person saved: filters and orders under names of their own. Errors are DATABASE and those that a call names. */

/* All of them in their order: an array of ConveneSavedView that owns its items. */
void       convene_engine_list_views_async (ConveneEngine *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_engine_list_views_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* Saves a view under a name, in place of the one that has it (case does not count), or after the others. `filter` is what convene_filter_to_string () gave,
 * `order` the caller's own word for how the list is sorted (NULL for none). INVALID (field name): an empty name, or one of more than 200 characters. */
void     convene_engine_save_view_async (ConveneEngine *self, const char *name, const char *filter, const char *order, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_save_view_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* A view keeps what it is and its place under a new name. INVALID as above; STALE: it is gone, or another one has that name. */
void     convene_engine_rename_view_async (ConveneEngine *self, const char *name, const char *new_name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_rename_view_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* One that is gone already is no error. */
void     convene_engine_delete_view_async (ConveneEngine *self, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_delete_view_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

G_END_DECLS
