/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-draft.h"
#include "convene-plan.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_EDITING (convene_editing_get_type ())

G_DECLARE_FINAL_TYPE (ConveneEditing, convene_editing, CONVENE, EDITING, GObject)

/* The change of an interview that exists, as it is typed into a draft. */
ConveneEditing *convene_editing_new (ConveneEngine *engine,
                                     ConveneDraft  *draft,
                                     const char    *uid);

const char *convene_editing_get_uid (ConveneEditing *self);

/* As it was read last, unchanged; NULL before. */
ConveneInterview *convene_editing_get_interview (ConveneEditing *self);

/* Reads the interview. The first time the draft is filled from it; later, what somebody else changed meanwhile comes into the draft where nobody typed
 * something else. Errors: NOT_FOUND, DATABASE. */
void     convene_editing_read_async (ConveneEditing *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_editing_read_finish (ConveneEditing *self, GAsyncResult *result, GError **error);

/* Reads it, and plans what writing the draft over it will do: as convene_scheduler_plan_edit_async (), and INVALID with its field for what cannot be read. */
void         convene_editing_plan_async (ConveneEditing *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConvenePlan *convene_editing_plan_finish (ConveneEditing *self, GAsyncResult *result, GError **error);

/* Whether something was typed that the interview does not have. */
gboolean convene_editing_is_changed (ConveneEditing *self);

/* What a plan of it does, in a few words that pass: "Moved to Tue 1 Dec, 10:00", "Changes saved". */
char *convene_editing_dup_done (ConveneEditing *self,
                                ConvenePlan    *plan);

G_END_DECLS
