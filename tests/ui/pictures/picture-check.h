/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Which texts inside of a widget somebody cannot read to their end: shortened without a tooltip that says them, higher or wider than their
 * place, cut off by what is around them where scrolling up or down does not help, or at one place with another text; and which buttons and symbols are
 * cut off. NULL where all can be read. Owned by the caller. */
char *picture_find_cut_text (GtkWidget *inside);

/* Whether there is nearly nothing on it. */
gboolean picture_is_blank (GdkTexture *texture);

/* The mean of all colours, from 0 for black to 1 for white. */
double picture_measure_brightness (GdkTexture *texture);

G_END_DECLS
