/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_PREFERENCES_WINDOW (convene_preferences_window_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePreferencesWindow, convene_preferences_window, CONVENE, PREFERENCES_WINDOW, AdwWindow)

/* Where interviews take place by default: one's own meeting location and that of each known person (HL-5 to HL-8, HL-10); and what the program does by
 * itself (ConveneRulesPage, ConveneLettersPage). What is chosen is written at once. It is modal over the application's window of now; `application` may be NULL, but its buttons need app.connect. */
GtkWindow *convene_preferences_window_new (GtkApplication *application,
                                           ConveneEngine  *engine);

G_END_DECLS
