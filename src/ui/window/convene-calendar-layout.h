/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the template of the calendar page asks, from "narrow", "view" and "showing": what stands where. */
void convene_calendar_layout_bind (GtkWidgetClass *klass);

/* The toggle buttons in a box, with the role of a radio button, are one choice to a screen reader, which GTK tells nothing of what is pressed. Their labels may be cut off
 * where there is no room. */
void convene_calendar_layout_make_choice (GtkWidget *box);

G_END_DECLS
