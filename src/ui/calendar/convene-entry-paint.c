/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-entry-paint.h"

#define HATCH (5)
#define TINT (0.16)
#define STRUCK (0.7) /* how much of its colour the text of a cancelled one keeps */
#define GAP (2)

void
convene_paint_begin (ConvenePaint   *self,
                     GtkWidget      *widget,
                     GtkSnapshot    *snapshot,
                     ConvenePalette *palette,
                     ConveneColors   colors)
{
  *self = (ConvenePaint){
    .snapshot = snapshot,
    .palette = palette,
    .colors = colors,
    .width = gtk_widget_get_width (widget),
    .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
    .strength = 1,
  };
  convene_palette_get_text_color (widget, &self->text);
}

GdkRGBA
convene_paint_get_color (const ConvenePaint *self,
                         guint               color,
                         float               alpha)
{
  GdkRGBA rgba;

  convene_palette_get_color (self->palette, color, &rgba);
  rgba.alpha *= alpha * self->strength;
  return rgba;
}

graphene_rect_t
convene_paint_place (const ConvenePaint *self,
                     float               start,
                     float               y,
                     float               width,
                     float               height)
{
  float x = self->mirrored ? self->width - start - width : start;

  return GRAPHENE_RECT_INIT (x, y, width, height);
}

void
convene_paint_fill (const ConvenePaint *self,
                    const GdkRGBA      *color,
                    float               start,
                    float               y,
                    float               width,
                    float               height)
{
  graphene_rect_t rect = convene_paint_place (self, start, y, width, height);

  gtk_snapshot_append_color (self->snapshot, color, &rect);
}

void
convene_paint_fill_round (const ConvenePaint *self,
                          const GdkRGBA      *color,
                          float               start,
                          float               y,
                          float               width,
                          float               height)
{
  graphene_rect_t rect = convene_paint_place (self, start, y, width, height);
  GskRoundedRect  round;

  gsk_rounded_rect_init_from_rect (&round, &rect, height / 2);
  gtk_snapshot_push_rounded_clip (self->snapshot, &round);
  gtk_snapshot_append_color (self->snapshot, color, &rect);
  gtk_snapshot_pop (self->snapshot);
}

void
convene_paint_hatch (const ConvenePaint *self,
                     const GdkRGBA      *color,
                     float               start,
                     float               y,
                     float               width,
                     float               height)
{
  graphene_rect_t  rect = convene_paint_place (self, start, y, width, height);
  GdkRGBA          clear = { color->red, color->green, color->blue, 0 };
  graphene_point_t end = GRAPHENE_POINT_INIT (rect.origin.x + HATCH, rect.origin.y + HATCH);
  GskColorStop     stops[] = { { 0, *color }, { 0.5, *color }, { 0.5, clear }, { 1, clear } };

  gtk_snapshot_append_repeating_linear_gradient (self->snapshot, &rect, &rect.origin, &end, stops, G_N_ELEMENTS (stops));
}

void
convene_paint_text (const ConvenePaint *self,
                    PangoLayout        *layout,
                    const GdkRGBA      *color,
                    float               start,
                    float               y,
                    float               width)
{
  graphene_rect_t rect = convene_paint_place (self, start, y, width, 0);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &rect.origin);
  gtk_snapshot_append_layout (self->snapshot, layout, color);
  gtk_snapshot_restore (self->snapshot);
}

PangoLayout *
convene_paint_make_layout (GtkWidget *widget)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);

  /* Pango mirrors the alignment of automatic ones alone. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

gboolean
convene_paint_is_tentative (ConveneCalendarEntry *entry)
{
  ConveneStatus status = convene_calendar_entry_get_status (entry);

  return status == CONVENE_STATUS_PROPOSED || status == CONVENE_STATUS_DRAFT;
}

gboolean
convene_paint_is_cancelled (ConveneCalendarEntry *entry)
{
  return convene_calendar_entry_get_status (entry) == CONVENE_STATUS_CANCELLED;
}

void
convene_paint_ground (const ConvenePaint   *self,
                      ConveneCalendarEntry *entry,
                      float                 start,
                      float                 y,
                      float                 width,
                      float                 height)
{
  guint   color = convene_colors_choose (self->colors, entry);
  float   rest = MAX (width - CONVENE_PAINT_BAR, 0);
  GdkRGBA bar = convene_paint_get_color (self, color, 1);
  GdkRGBA tint = convene_paint_get_color (self, color, convene_paint_is_tentative (entry) ? 1.6 * TINT : TINT);

  convene_paint_fill (self, &bar, start, y, CONVENE_PAINT_BAR, height);
  if (convene_paint_is_tentative (entry))
    convene_paint_hatch (self, &tint, start + CONVENE_PAINT_BAR, y, rest, height);
  else
    convene_paint_fill (self, &tint, start + CONVENE_PAINT_BAR, y, rest, height);
}

void
convene_paint_sign (const ConvenePaint *self,
                    ConveneSign         sign,
                    float               start,
                    float               y,
                    int                 size)
{
  GdkRGBA         color = sign == CONVENE_SIGN_WARNING ? convene_paint_get_color (self, CONVENE_PALETTE_WARNING, 1) : self->text;
  graphene_rect_t rect = convene_paint_place (self, start, y, size, size);

  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &rect.origin);
  gtk_symbolic_paintable_snapshot_symbolic (convene_palette_get_sign (self->palette, sign, size), self->snapshot, size, size, &color, 1);
  gtk_snapshot_restore (self->snapshot);
}

/* FALSE while nobody has answered, and where it does not matter any more. */
static gboolean
get_answer (ConveneCalendarEntry *entry,
            ConveneSign          *sign)
{
  if (convene_paint_is_cancelled (entry))
    return FALSE;

  switch (convene_calendar_entry_get_response (entry))
    {
    case CONVENE_RESPONSE_ACCEPTED:
      *sign = CONVENE_SIGN_ACCEPTED;
      return TRUE;

    case CONVENE_RESPONSE_DECLINED:
      *sign = CONVENE_SIGN_DECLINED;
      return TRUE;

    case CONVENE_RESPONSE_TENTATIVE:
      *sign = CONVENE_SIGN_TENTATIVE;
      return TRUE;

    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      return FALSE;
    }
}

int
convene_paint_signs (const ConvenePaint   *self,
                     ConveneCalendarEntry *entry,
                     float                 end,
                     float                 y,
                     int                   size,
                     int                   room)
{
  int         taken = 0;
  ConveneSign answer;

  if (convene_calendar_entry_get_attention (entry) && room >= size)
    {
      convene_paint_sign (self, CONVENE_SIGN_WARNING, end - size, y, size);
      taken += size + GAP;
    }
  if (get_answer (entry, &answer) && room >= taken + size)
    {
      convene_paint_sign (self, answer, end - taken - size, y, size);
      taken += size + GAP;
    }

  return taken;
}

GdkRGBA
convene_paint_get_text_color (const ConvenePaint   *self,
                              ConveneCalendarEntry *entry)
{
  GdkRGBA color = self->text;

  color.alpha *= convene_paint_is_cancelled (entry) ? STRUCK : 1;
  return color;
}

void
convene_paint_strike (const ConvenePaint *self,
                      PangoLayout        *layout,
                      const GdkRGBA      *color,
                      float               start,
                      float               y,
                      int                 height)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  convene_paint_fill (self, color, start, y + height * 11 / 20, width, 1);
}
