/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_FIX_WINDOW (convene_fix_window_get_type ())

G_DECLARE_FINAL_TYPE (ConveneFixWindow, convene_fix_window, CONVENE, FIX_WINDOW, AdwWindow)

/* Says what is the matter with an interview's meeting and what can be done, each with what follows (SH-56), and does what is chosen. Signal "saved"
 * (ConvenePlan, s): it is written, and was that, in a few words; the plan can be taken back for CONVENE_UNDO_TIME, and is NULL where nothing can. The
 * window closes after it. */
ConveneFixWindow *convene_fix_window_new (GtkApplication *application,
                                          ConveneEngine  *engine,
                                          const char     *uid);

G_END_DECLS
