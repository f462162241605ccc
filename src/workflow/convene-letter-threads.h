/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* The threads that people have of an interview, for letters that go apart: the Message-ID of the first letter that each of them got before that of `operation`,
 * by address (lower case). A hash table that owns both. Errors: DATABASE and CANCELLED alone. */
void        convene_letter_threads_read_async (ConveneStore *store, ConveneInterview *interview, ConveneOperation *operation, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GHashTable *convene_letter_threads_read_finish (ConveneStore *store, GAsyncResult *result, GError **error);

/* The key of an address in it. Owned by the caller. */
char *convene_letter_threads_dup_key (const char *address);

G_END_DECLS
