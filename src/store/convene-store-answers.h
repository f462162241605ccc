/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-edits.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* What is asked for letters, answers and files of others, beside convene-store.h; errors likewise. */

/* The letters of an operation by their position: an array of ConveneLetter that owns its items, empty where none was written yet. */
void       convene_store_list_letters_async (ConveneStore *self, const char *operation_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_store_list_letters_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* All that a person has written in place of the program's letters, owned by the caller: see convene_change_set_letter_edit (). */
void                convene_store_read_letter_edits_async (ConveneStore *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneLetterEdits *convene_store_read_letter_edits_finish (ConveneStore *self, GAsyncResult *result, GError **error);

/* The interview that was made from an event of somebody else's, by its UID and its organizer's address (without case; NULL for none), whole: one that is not
 * cancelled before one that is, then the last one. NULL without an error where there is none. */
void              convene_store_find_by_origin_async (ConveneStore *self, const char *origin_uid, const char *organizer, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneInterview *convene_store_find_by_origin_finish (ConveneStore *self, GAsyncResult *result, GError **error);

G_END_DECLS
