/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has a window remember its size, where the schema is installed; without it the window has its own. */
void convene_window_state_bind (GtkWindow *window);

G_END_DECLS
