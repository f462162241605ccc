/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_SIDE (convene_interview_side_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewSide, convene_interview_side, CONVENE, INTERVIEW_SIDE, AdwBin)

/* One interview's details below a bar with a way back, beside a calendar or a list. Properties: "engine" (another one, or NULL, takes what is shown away), "uid" (NULL
 * for none), "changeable" (read-only: whether what is shown can be moved, edited or cancelled), "title" (what the bar says), "back-text" (what the button in it is called: "Back to the
 * day"). The button activates win.back. The details are made when they are first asked for. The focus goes to the button. */
GtkWidget *convene_interview_side_new (void);

/* It needs an engine, but for NULL. */
void        convene_interview_side_set_uid (ConveneInterviewSide *self,
                                            const char           *uid);
const char *convene_interview_side_get_uid (ConveneInterviewSide *self);

void convene_interview_side_set_engine (ConveneInterviewSide *self,
                                        ConveneEngine        *engine);

gboolean convene_interview_side_get_changeable (ConveneInterviewSide *self);

void convene_interview_side_set_title (ConveneInterviewSide *self,
                                       const char           *title);

G_END_DECLS
