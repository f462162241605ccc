/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One suggestion: a ConveneParticipant, a ConveneJob, or a GtkStringObject with the name of a time zone. It never takes the focus. */
GtkWidget *convene_completion_row_new (GObject *item);

/* The list that they stand in: a list box of options to a screen reader. */
GtkWidget *convene_completion_list_new (const char *label);

G_END_DECLS
