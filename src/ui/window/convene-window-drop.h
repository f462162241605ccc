/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets calendar files, mails and calendar text be dropped on the application's main window, which opens them: nothing is changed by that. What
 * is dragged out of a window of our own is not taken. */
void convene_window_drop_add (GtkWindow *window);

G_END_DECLS
