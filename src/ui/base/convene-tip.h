/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A tooltip for what shows something else with every turn or scroll: for each of its own that a visible widget gets, GTK asks the display where the pointer is, and
 * waits for the answer. NULL for none. */
void convene_tip_set (GtkWidget  *widget,
                      const char *text);

/* Each label in a widget that is shortened says all of its text when it is pointed at; else the tooltip of what is around it stands. */
void convene_tip_say_rest (GtkWidget *widget);

G_END_DECLS
