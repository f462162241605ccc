/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Short words that pass: shown by the AdwToastOverlay around a widget. */
void convene_toast (GtkWidget  *widget,
                    const char *text);

/* The same for ten seconds, with a button for an action with a string as its target: "app.fix". */
void convene_toast_action (GtkWidget  *widget,
                           const char *text,
                           const char *label,
                           const char *action,
                           const char *target);

/* The same with an Undo button for ten seconds. `undo` is called where it is pressed, `done` (or NULL) where it was not, also when the window
 * closes; exactly one of them, once, and then `free` (or NULL). */
typedef void (*ConveneUndo) (gpointer user_data);
void convene_toast_undo (GtkWidget     *widget,
                         const char    *text,
                         ConveneUndo    undo,
                         ConveneUndo    done,
                         gpointer       user_data,
                         GDestroyNotify free);

/* Puts text on the clipboard and says so. */
void convene_copy (GtkWidget  *widget,
                   const char *text,
                   const char *toast);

/* Opens an address with the desktop's handler; a toast says what to do where there is none. */
void convene_open (GtkWidget  *widget,
                   const char *uri);

G_END_DECLS
