/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-palette.h"

G_BEGIN_DECLS

/* How every part of the calendar draws an interview: state is told by more than colour. Proposed is hatched, cancelled struck through, what needs a person has a
 * warning sign, and an answer has its own. */

/* One frame's drawing of a widget. Positions are pixels from its upper edge and from where the reading direction begins. */
typedef struct
{
  GtkSnapshot    *snapshot;
  ConvenePalette *palette;
  ConveneColors   colors;
  float           width; /* of the widget */
  gboolean        mirrored;
  float           strength; /* of the palette's colours, 1 for all */
  GdkRGBA         text;
} ConvenePaint;

/* What is read of the widget's style. */
void convene_paint_begin (ConvenePaint   *self,
                          GtkWidget      *widget,
                          GtkSnapshot    *snapshot,
                          ConvenePalette *palette,
                          ConveneColors   colors);

GdkRGBA         convene_paint_get_color (const ConvenePaint *self, guint color, float alpha);
graphene_rect_t convene_paint_place (const ConvenePaint *self, float start, float y, float width, float height);
void            convene_paint_fill (const ConvenePaint *self, const GdkRGBA *color, float start, float y, float width, float height);
void            convene_paint_fill_round (const ConvenePaint *self, const GdkRGBA *color, float start, float y, float width, float height);
void            convene_paint_hatch (const ConvenePaint *self, const GdkRGBA *color, float start, float y, float width, float height);

/* `width`: that of the layout. */
void convene_paint_text (const ConvenePaint *self, PangoLayout *layout, const GdkRGBA *color, float start, float y, float width);

/* A layout of one paragraph that ends in dots, and begins where the window's language does, whatever the name's is. */
PangoLayout *convene_paint_make_layout (GtkWidget *widget);

/* The ground of an entry: a bar in its colour, and the tint beside it. */
void convene_paint_ground (const ConvenePaint *self, ConveneCalendarEntry *entry, float start, float y, float width, float height);
#define CONVENE_PAINT_BAR (3)

/* The signs that an entry has, side by side before `end`; the answer is how much room they take, gaps included. */
int  convene_paint_signs (const ConvenePaint *self, ConveneCalendarEntry *entry, float end, float y, int size, int room);
void convene_paint_sign (const ConvenePaint *self, ConveneSign sign, float start, float y, int size);

/* The colour that an entry's text has; and the line through it, where it has one. `height`: of a line of text. */
GdkRGBA convene_paint_get_text_color (const ConvenePaint *self, ConveneCalendarEntry *entry);
void    convene_paint_strike (const ConvenePaint *self, PangoLayout *layout, const GdkRGBA *color, float start, float y, int height);

gboolean convene_paint_is_tentative (ConveneCalendarEntry *entry);
gboolean convene_paint_is_cancelled (ConveneCalendarEntry *entry);

G_END_DECLS
