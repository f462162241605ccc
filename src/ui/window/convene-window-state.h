/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has a window remember its size and which page is in front, `calendar` (its calendar page) its view, colours and second zone, and `filter` (a ConveneFilter) what it asks for,
 * where the schema is installed; without it they begin anew each time. */
void convene_window_state_bind (GtkWindow *window,
                                GObject   *calendar,
                                GObject   *filter);

/* The same of the order that the page of interviews has. */
void convene_window_state_bind_interviews (GObject *page);

G_END_DECLS
