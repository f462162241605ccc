/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Which texts inside of a widget somebody cannot read to their end: shortened without a tooltip that says them, higher or wider than their
 * place, or beside the widget. NULL where all can be read. Owned by the caller. */
char *picture_find_cut_text (GtkWidget *inside);

/* How many colours there are, up to some hundreds. */
guint picture_count_colours (GdkTexture *texture);

/* The mean of all colours, from 0 for black to 1 for white. */
double picture_measure_brightness (GdkTexture *texture);

G_END_DECLS
