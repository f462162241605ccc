/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_WIZARD_STEPS 6

#define CONVENE_TYPE_STEP_LIST (convene_step_list_get_type ())

G_DECLARE_FINAL_TYPE (ConveneStepList, convene_step_list, CONVENE, STEP_LIST, AdwBin)

/* The steps of the wizard (SH-23) with what became of them: those before "step" and those before "reach" (properties, int) are done and can be chosen
 * while "open" (property) is TRUE.
 * Signal "chosen" (i: the step). */
const char *convene_step_list_get_title (int step);

/* "Step 2 of 6 · Date & Time" */
char *convene_step_list_dup_words (int step);

G_END_DECLS
