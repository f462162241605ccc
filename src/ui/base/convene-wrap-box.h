/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_WRAP_BOX (convene_wrap_box_get_type ())

G_DECLARE_FINAL_TYPE (ConveneWrapBox, convene_wrap_box, CONVENE, WRAP_BOX, GtkWidget)

/* Its children side by side, and on further lines where they do not fit: chips, and buttons under large text. Property "spacing" (pixels). */
GtkWidget *convene_wrap_box_new (void);

G_END_DECLS
