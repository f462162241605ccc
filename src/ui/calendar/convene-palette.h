/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar-entry.h"

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
  CONVENE_PALETTE_NOW,
  CONVENE_PALETTE_PROPOSED,
  CONVENE_PALETTE_SCHEDULED,
  CONVENE_PALETTE_ACCEPTED,
  CONVENE_PALETTE_DECLINED,
  CONVENE_PALETTE_CANCELLED,
  CONVENE_PALETTE_COMPLETED,
  CONVENE_PALETTE_NO_SHOW,
  CONVENE_PALETTE_COLORS,
} ConvenePaletteColor;

/* The class of style.css that sets it as the text's colour. */
const char *convene_palette_get_class (guint color);

/* What an interview's colour says: its job, or how it stands with it. The nicks are "job" and "state"; any other is the job's. */
typedef enum
{
  CONVENE_COLORS_JOB,
  CONVENE_COLORS_STATE,
} ConveneColors;

ConveneColors convene_colors_parse (const char *nick);
const char   *convene_colors_get_nick (ConveneColors colors);
guint         convene_colors_choose (ConveneColors         colors,
                                     ConveneCalendarEntry *entry);

/* Small signs beside an interview. */
typedef enum
{
  CONVENE_SIGN_WARNING,
  CONVENE_SIGN_ACCEPTED,
  CONVENE_SIGN_DECLINED,
  CONVENE_SIGN_TENTATIVE,
  CONVENE_SIGNS,
} ConveneSign;

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

/* Owned by the palette; until another size is asked for. */
GtkSymbolicPaintable *convene_palette_get_sign (ConvenePalette *self,
                                                ConveneSign     sign,
                                                int             size);

G_END_DECLS
