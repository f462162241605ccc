/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PROGRESS (convene_progress_get_type ())

G_DECLARE_FINAL_TYPE (ConveneProgress, convene_progress, CONVENE, PROGRESS, GtkWidget)

/* A scheduled interview on its way: the state as a whole, a row for each operation, what to do where one failed, the join link once it is there. It
 * follows the database. Property "headline" (read-only). Signal "read": what it shows was read anew. Action "interview.retry". */
GtkWidget *convene_progress_new (void);

/* Begins to follow; `uid` NULL stops. */
void convene_progress_follow (ConveneProgress *self,
                              ConveneEngine   *engine,
                              const char      *uid);

/* The interview as it was last read, or NULL. */
ConveneInterview *convene_progress_get_interview (ConveneProgress *self);
const char       *convene_progress_get_headline (ConveneProgress *self);

G_END_DECLS
