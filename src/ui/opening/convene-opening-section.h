/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-engine.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_OPENING_SECTION (convene_opening_section_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOpeningSection, convene_opening_section, CONVENE, OPENING_SECTION, GtkBox)

/* One file that was opened (NULL: `bytes`, what was dropped without one): what it claims, a ConveneOpeningCard each, or one line that says why nothing can be done with
 * it. Property "with-title" (FALSE): whether the name of the file stands above. Signal "changed": it was read, or something of it was taken. */
GtkWidget *convene_opening_section_new (ConveneEngine *engine,
                                        GFile         *file,
                                        GBytes        *bytes);

/* Whether this is what it shows. */
gboolean convene_opening_section_is_of (ConveneOpeningSection *self,
                                        GFile                 *file);

/* Reads it again, because it or what it is about changed. */
void convene_opening_section_read (ConveneOpeningSection *self);

/* Those buttons that take something: of GtkWidget, not owned. */
GPtrArray *convene_opening_section_list_buttons (ConveneOpeningSection *self);

/* Whether it is still being read. */
gboolean convene_opening_section_is_reading (ConveneOpeningSection *self);

G_END_DECLS
