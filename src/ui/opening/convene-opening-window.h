/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_OPENING_WINDOW (convene_opening_window_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOpeningWindow, convene_opening_window, CONVENE, OPENING_WINDOW, AdwWindow)

/* What calendar files and mails that were opened claim, and what taking that does: a section for each. Nothing is changed before a button is pressed.
 * Escape closes it; Enter presses the button where there is one alone. Actions of the application: see ConveneOpeningCard. */
ConveneOpeningWindow *convene_opening_window_new (GtkApplication *application,
                                                  ConveneEngine  *engine);

/* Shows a file too; one that is there already is read again. */
void convene_opening_window_add_file (ConveneOpeningWindow *self,
                                      GFile                *file);

/* What was dropped without a file. */
void convene_opening_window_add_bytes (ConveneOpeningWindow *self,
                                       GBytes               *bytes);

G_END_DECLS
