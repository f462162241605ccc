/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-claim.h"

G_BEGIN_DECLS

/* What a file says. */
typedef struct
{
  GPtrArray *claims; /* of ConveneClaim, the newest first, at least one */
  char      *sender; /* who the mail says that it is from; NULL where it did not come with one */
} ConveneOpeningReading;

void convene_opening_reading_free (ConveneOpeningReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOpeningReading, convene_opening_reading_free)

/* Reads a file, or octets, on a thread of its own. Errors as convene_engine_open_file_async () says. */
void                   convene_opening_read_file_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
void                   convene_opening_read_bytes_async (GBytes *bytes, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneOpeningReading *convene_opening_read_finish (GAsyncResult *result, GError **error);

/* The same at once. */
ConveneOpeningReading *convene_opening_read_bytes (GBytes *bytes, GError **error);

G_END_DECLS
