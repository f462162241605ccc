/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the template of the window's header asks: its words and what is there at all, from "narrow", "tight", "page" ("calendar", "interviews" or "" for neither), "title" (what the
 * calendar shows), "date" (the chosen day) and "name" (the window's). */
void convene_window_title_bind (GtkWidgetClass *klass);

/* What the buttons that turn are called. */
const char *convene_window_title_get_previous (const char *view,
                                               gboolean    narrow);
const char *convene_window_title_get_next (const char *view,
                                           gboolean    narrow);

G_END_DECLS
