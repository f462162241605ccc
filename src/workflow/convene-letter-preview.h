/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-plan.h"
#include "convene-scheduler.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_LETTER_PREVIEW (convene_letter_preview_get_type ())

G_DECLARE_FINAL_TYPE (ConveneLetterPreview, convene_letter_preview, CONVENE, LETTER_PREVIEW, GObject)

/* A letter of a plan as it will arrive, written by the same hand as the letter itself; where the link is not there yet, words stand for it. */
ConveneOperationKind convene_letter_preview_get_kind (ConveneLetterPreview *self);

/* "Name <address>, …"; "" for nobody. */
const char *convene_letter_preview_get_to (ConveneLetterPreview *self);
const char *convene_letter_preview_get_cc (ConveneLetterPreview *self);
const char *convene_letter_preview_get_subject (ConveneLetterPreview *self);

/* The plain text, its lines as the candidate sees them. */
const char *convene_letter_preview_get_text (ConveneLetterPreview *self);

/* When it leaves: microseconds since 1970 UTC, 0 for at once. */
gint64 convene_letter_preview_get_due (ConveneLetterPreview *self);

/* How it leaves. */
ConveneLetterWay convene_letter_preview_get_way (ConveneLetterPreview *self);

/* Whether each person gets one of their own and this is one of those; and what else is to be said of how it goes, a sentence, NULL for nothing. */
gboolean    convene_letter_preview_get_apart (ConveneLetterPreview *self);
const char *convene_letter_preview_get_note (ConveneLetterPreview *self);

/* Whether an .ics comes with it. */
gboolean convene_letter_preview_get_has_calendar (ConveneLetterPreview *self);

/* The letters of a plan, in the order of their operations, each with its own preview: a GListModel of ConveneLetterPreview. Nothing is written or sent. */
void        convene_scheduler_preview_letters_async (ConveneScheduler *self, ConvenePlan *plan, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GListModel *convene_scheduler_preview_letters_finish (ConveneScheduler *self, GAsyncResult *result, GError **error);

G_END_DECLS
