/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-cell-private.h"

#include <glib/gi18n-lib.h>

#include "convene-entry-paint.h"
#include "convene-words.h"

#define MARGIN (4)
#define GAP (2)
#define PADDING (1) /* above and below a line's text */
#define INDENT (5)  /* from the bar to the text */
#define LEAST_DOT (6)
#define DOT_GAP (3)
#define RING (1.5)
#define MOST_DOTS (4)
#define LEAST_LINES (5.5) /* heights of a line that a cell has to be wide, for a line to say something */
#define OUTSIDE (0.6)
#define MIN_TEXT (3) /* heights of a line that stay for the text, beside signs */

/* One frame's drawing of a cell. */
typedef struct
{
  ConvenePaint       paint;
  ConveneDayCell    *cell;
  ConveneDayMeasures measures;
  float              dot;
} Drawing;

void
convene_day_cell_measure_lines (ConveneDayCell     *self,
                                ConveneDayMeasures *measures)
{
  int   room;
  guint fit;

  measures->line_height = convene_palette_get_line_height (self->palette);
  measures->number_height = measures->line_height + 2 * PADDING + GAP;
  measures->pitch = measures->line_height + 2 * PADDING + GAP;
  measures->top = GAP + measures->number_height + GAP;

  room = gtk_widget_get_height (GTK_WIDGET (self)) - measures->top;
  fit = room > 0 ? (guint) room / (guint) measures->pitch : 0;
  measures->dots = self->narrow || fit < MIN (self->entries->len, 2) || gtk_widget_get_width (GTK_WIDGET (self)) < LEAST_LINES * measures->line_height;
  measures->shown = measures->dots ? 0 : self->entries->len <= fit ? self->entries->len
                                                                   : fit - 1;
  measures->hidden = self->entries->len - measures->shown;
}

static PangoLayout *
make_number (ConveneDayCell *self)
{
  /* Translators: the number of a day in its month. %Id for digits of your own. */
  g_autofree char *text = g_strdup_printf (C_("day of the month", "%d"), g_date_get_day (&self->day));
  PangoLayout     *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (self->today)
    {
      PangoAttrList *bold = pango_attr_list_new ();

      pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, bold);
      pango_attr_list_unref (bold);
    }
  return layout;
}

static void
draw_number (const Drawing *drawing)
{
  ConveneDayCell *self = drawing->cell;
  g_autoptr(PangoLayout) layout = make_number (self);
  GdkRGBA accent = convene_paint_get_color (&drawing->paint, CONVENE_PALETTE_ACCENT, 1);
  GdkRGBA on_accent = convene_paint_get_color (&drawing->paint, CONVENE_PALETTE_ON_ACCENT, 1);
  int     width, height;
  float   round, start;

  pango_layout_get_pixel_size (layout, &width, &height);
  round = MAX (width + 2 * MARGIN, drawing->measures.number_height);
  start = self->narrow ? (drawing->paint.width - round) / 2 : GAP;
  if (self->today)
    convene_paint_fill_round (&drawing->paint, &accent, start, GAP, round, drawing->measures.number_height);
  convene_paint_text (&drawing->paint, layout, self->today ? &on_accent : &drawing->paint.text, start + (round - width) / 2, GAP + (drawing->measures.number_height - height) / 2, width);
}

static char *
write_line (ConveneCalendarEntry *entry,
            gboolean              before)
{
  g_autofree char *time = convene_words_time (before ? convene_calendar_entry_get_end (entry) : convene_calendar_entry_get_start (entry), NULL);

  if (before)
    /* Translators: a line of the month: when an interview that began on the day before ends, and whose it is: "until 00:30 Ada Example". */
    return g_strdup_printf (C_("line of the month", "until %s %s"), time, convene_calendar_entry_get_candidate (entry));

  /* Translators: a line of the month: a time of day, and whose interview it is. */
  return g_strdup_printf (C_("line of the month", "%s %s"), time, convene_calendar_entry_get_candidate (entry));
}

static void
draw_line (const Drawing *drawing,
           guint          position,
           PangoLayout   *layout)
{
  const ConvenePaint   *paint = &drawing->paint;
  ConveneCalendarEntry *entry = g_ptr_array_index (drawing->cell->entries, position);
  int                   height = drawing->measures.line_height;
  float                 y = drawing->measures.top + (float) position * drawing->measures.pitch;
  float                 start = MARGIN + CONVENE_PAINT_BAR + INDENT;
  int                   room = paint->width - start - MARGIN - GAP;
  GdkRGBA               color = convene_paint_get_text_color (paint, entry);
  g_autofree char      *text = NULL;

  convene_paint_ground (paint, entry, MARGIN, y, paint->width - 2 * MARGIN, height + 2 * PADDING);
  room -= convene_paint_signs (paint, entry, start + room, y + PADDING, height, room - MIN_TEXT * height);
  if (room <= 0)
    return;

  text = write_line (entry, convene_calendar_entry_get_start (entry) < drawing->cell->from);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, room * PANGO_SCALE);
  convene_paint_text (paint, layout, &color, start, y + PADDING, room);
  if (convene_paint_is_cancelled (entry))
    convene_paint_strike (paint, layout, &color, start, y + PADDING, height);
}

static PangoLayout *
make_more (ConveneDayCell *self,
           guint           hidden)
{
  /* Translators: so many more interviews than there is room for. */
  g_autofree char *text = g_strdup_printf (C_("more interviews", "+%u"), hidden);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
}

static void
draw_lines (const Drawing *drawing)
{
  g_autoptr(PangoLayout) line = convene_paint_make_layout (GTK_WIDGET (drawing->cell));

  for (guint i = 0; i < drawing->measures.shown; i++)
    draw_line (drawing, i, line);

  if (drawing->measures.hidden > 0)
    {
      g_autoptr(PangoLayout) more = make_more (drawing->cell, drawing->measures.hidden);
      int width;

      pango_layout_get_pixel_size (more, &width, NULL);
      convene_paint_text (&drawing->paint, more, &drawing->paint.text, MARGIN + CONVENE_PAINT_BAR + INDENT, drawing->measures.top + (float) drawing->measures.shown * drawing->measures.pitch + PADDING, width);
    }
}

static gboolean
needs_attention (ConveneDayCell *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (convene_calendar_entry_get_attention (g_ptr_array_index (self->entries, i)))
      return TRUE;

  return FALSE;
}

/* Hollow where nobody is sure to come. */
static void
draw_dot (const Drawing        *drawing,
          ConveneCalendarEntry *entry,
          float                 start,
          float                 y)
{
  GdkRGBA         color = convene_paint_get_color (&drawing->paint, convene_colors_choose (drawing->paint.colors, entry), 1);
  GdkRGBA         colors[4] = { color, color, color, color };
  float           widths[4] = { RING, RING, RING, RING };
  graphene_rect_t rect = convene_paint_place (&drawing->paint, start, y, drawing->dot, drawing->dot);
  GskRoundedRect  round;

  if (!convene_paint_is_tentative (entry) && !convene_paint_is_cancelled (entry))
    {
      convene_paint_fill_round (&drawing->paint, &color, start, y, drawing->dot, drawing->dot);
      return;
    }

  gsk_rounded_rect_init_from_rect (&round, &rect, drawing->dot / 2);
  gtk_snapshot_append_border (drawing->paint.snapshot, &round, widths, colors);
}

/* How many dots there is room for, and how wide the number of the others is (0 for none). */
static guint
share_dots (const Drawing *drawing,
            float          room,
            int           *more_width)
{
  guint count = drawing->cell->entries->len;
  g_autoptr(PangoLayout) more = NULL;

  *more_width = 0;
  if (count <= MOST_DOTS && (float) count * (drawing->dot + DOT_GAP) <= room)
    return count;

  more = make_more (drawing->cell, count);
  pango_layout_get_pixel_size (more, more_width, NULL);
  return CLAMP ((int) (room - *more_width) / (drawing->dot + DOT_GAP), 0, MOST_DOTS - 1);
}

/* In the middle, each in its colour, behind a warning where one of them needs a person. */
static void
draw_dots (const Drawing *drawing)
{
  GPtrArray *entries = drawing->cell->entries;
  int        height = drawing->measures.line_height;
  int        sign = needs_attention (drawing->cell) ? height * 3 / 4 : 0;
  int        more_width;
  guint      dots = share_dots (drawing, drawing->paint.width - 2 * GAP - sign, &more_width);
  float      width = (float) dots * (drawing->dot + DOT_GAP) + more_width;
  float      start;

  sign = MIN (sign, MAX (drawing->paint.width - width - 2 * GAP, LEAST_DOT));
  start = (drawing->paint.width - width - sign) / 2;
  if (sign > 0)
    convene_paint_sign (&drawing->paint, CONVENE_SIGN_WARNING, start, drawing->measures.top + (height - sign) / 2, sign);
  start += sign;

  for (guint i = 0; i < dots; i++, start += drawing->dot + DOT_GAP)
    draw_dot (drawing, g_ptr_array_index (entries, i), start + DOT_GAP / 2.0, drawing->measures.top + (height - drawing->dot) / 2);

  if (dots < entries->len)
    {
      g_autoptr(PangoLayout) more = make_more (drawing->cell, entries->len - dots);

      convene_paint_text (&drawing->paint, more, &drawing->paint.text, start, drawing->measures.top, more_width);
    }
}

void
convene_day_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ConveneDayCell *self = CONVENE_DAY_CELL (widget);
  Drawing         drawing = { .cell = self };

  convene_paint_begin (&drawing.paint, widget, snapshot, self->palette, self->colors);
  drawing.paint.strength = self->outside ? OUTSIDE : 1;
  convene_day_cell_measure_lines (self, &drawing.measures);
  drawing.dot = MAX (LEAST_DOT, drawing.measures.line_height / 3);

  draw_number (&drawing);
  if (drawing.measures.dots)
    draw_dots (&drawing);
  else
    draw_lines (&drawing);
}
