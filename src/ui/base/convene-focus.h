/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GtkWidgetClass.focus of a widget with one child, and a grab_focus of its own: Tab goes through the child. GTK's own would go where grab_focus leads,
 * and to nothing else in it. */
gboolean convene_focus_child (GtkWidget       *widget,
                              GtkDirectionType direction);

G_END_DECLS
