/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_PANE (convene_interview_pane_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewPane, convene_interview_pane, CONVENE, INTERVIEW_PANE, GtkWidget)

/* Details of one interview (SH-30, SH-39): follows the database. Properties: "engine" (construct), "uid" (NULL for none), "title" (read-only: the candidate, for a header),
 * "changeable" (read-only: whether what is shown can be moved, edited or cancelled). It uses app.reschedule (s: uid), app.edit (s), app.cancel-interview (s) and
 * app.fix (s). */
GtkWidget *convene_interview_pane_new (ConveneEngine *engine);

void        convene_interview_pane_set_uid (ConveneInterviewPane *self,
                                            const char           *uid);
const char *convene_interview_pane_get_uid (ConveneInterviewPane *self);

G_END_DECLS
