/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-edits.h"
#include "convene-preferences.h"

G_BEGIN_DECLS

/* How a profile's letters are: what its person prefers, and what they wrote themselves. */
typedef struct
{
  ConvenePreferences *preferences;
  ConveneLetterEdits *edits;
} ConveneLetterStyle;

void convene_letter_style_free (ConveneLetterStyle *self);

/* Errors: DATABASE and CANCELLED alone. */
void                convene_letter_style_read_async (ConveneStore *store, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneLetterStyle *convene_letter_style_read_finish (ConveneStore *store, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneLetterStyle, convene_letter_style_free)

G_END_DECLS
