/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_CANCEL_WINDOW (convene_cancel_window_get_type ())

G_DECLARE_FINAL_TYPE (ConveneCancelWindow, convene_cancel_window, CONVENE, CANCEL_WINDOW, AdwWindow)

/* Says what follows when an interview is cancelled, asks for a reason, and does it. Signal "saved" (ConvenePlan, s): it is written, can be taken back for
 * CONVENE_UNDO_TIME, and was that, in a few words; the window closes after it. */
ConveneCancelWindow *convene_cancel_window_new (GtkApplication *application,
                                                ConveneEngine  *engine,
                                                const char     *uid);

G_END_DECLS
