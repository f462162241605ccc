/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_ADAPTIVE (convene_adaptive_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAdaptive, convene_adaptive, CONVENE, ADAPTIVE, GtkWidget)

/* A bin that knows whether it is narrow: below `threshold` pixels (property, int) its property "narrow" is TRUE, and whatever is to change binds to
 * it. Property "child". Where its property "scales" is TRUE, the threshold grows with the desktop's larger text. Its minimum width is what the narrow arrangement needs (property "minimum-width", int; 0 for the child's). */
GtkWidget *convene_adaptive_new (void);

void       convene_adaptive_set_child (ConveneAdaptive *self,
                                       GtkWidget       *child);
GtkWidget *convene_adaptive_get_child (ConveneAdaptive *self);

gboolean convene_adaptive_get_narrow (ConveneAdaptive *self);

G_END_DECLS
