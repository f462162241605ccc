/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-engine.h"
#include "convene-enums.h"

G_BEGIN_DECLS

/* Asks over `parent`'s window whether the jobs that say another meeting location shall take this one too, and names them (HL-6); those of one hiring
 * manager (an address), or all with NULL. What is answered with yes is written; where there are none nothing is asked. */
void convene_place_question_ask (GtkWidget      *parent,
                                 ConveneEngine  *engine,
                                 const char     *manager,
                                 ConvenePlatform platform,
                                 GCancellable   *cancellable);

/* The words of the question; the caller's. */
char *convene_place_question_dup_heading (guint           n_jobs,
                                          ConvenePlatform platform);
char *convene_place_question_dup_body (const char *const *titles);

G_END_DECLS
