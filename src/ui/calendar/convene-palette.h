/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colours that tell jobs apart. style.css says what they are: the classes "job-color-0" to "job-color-7" set the text's colour. */
#define CONVENE_PALETTE_JOBS (8)

/* Which of them a job has: the same on every machine and in every run. */
guint convene_palette_job (const char *job);

typedef enum
{
  CONVENE_PALETTE_ACCENT = CONVENE_PALETTE_JOBS,
  CONVENE_PALETTE_ON_ACCENT,
  CONVENE_PALETTE_WARNING,
  CONVENE_PALETTE_COLORS,
} ConvenePaletteColor;

#define CONVENE_TYPE_PALETTE (convene_palette_get_type ())

G_DECLARE_FINAL_TYPE (ConvenePalette, convene_palette, CONVENE, PALETTE, GtkWidget)

/* What those who draw by themselves need of the style: colours, the height of a line of text, the warning sign. A widget that is never shown, a child of
 * the one that is drawn with it. */
GtkWidget *convene_palette_new (void);

/* As the style has them now. */
void convene_palette_get_color (ConvenePalette *self,
                                guint           color,
                                GdkRGBA        *rgba);
void convene_palette_get_text_color (GtkWidget *widget,
                                     GdkRGBA   *rgba);

/* Pixels. */
int convene_palette_get_line_height (ConvenePalette *self);

/* Owned by the palette. */
GtkSymbolicPaintable *convene_palette_get_warning (ConvenePalette *self,
                                                   int             size);

G_END_DECLS
