/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the whole row that has the focus in sight, with the error that belongs to it, where a page is given less room or something grows above it. Who
 * scrolled away from the row is left there. It lives as long as `scrolled`, which has a viewport and is inside of `window`. */
void convene_focus_scroll_keep (GtkScrolledWindow *scrolled,
                                GtkWindow         *window);

G_END_DECLS
