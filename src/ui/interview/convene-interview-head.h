/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-interview-reader.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_HEAD (convene_interview_head_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewHead, convene_interview_head, CONVENE, INTERVIEW_HEAD, GtkBox)

/* Who is interviewed for what, and when: the head of the details. Property "reader". */
GtkWidget *convene_interview_head_new (void);

G_END_DECLS
