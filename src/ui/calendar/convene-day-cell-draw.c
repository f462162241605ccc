/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-cell-private.h"

#include <glib/gi18n-lib.h>

#include "convene-words.h"

#define MARGIN (4)
#define GAP (2)
#define PADDING (1) /* above and below a line's text */
#define BAR (3)
#define INDENT (5) /* from the bar to the text */
#define LEAST_DOT (6)
#define DOT_GAP (3)
#define RING (1.5)
#define MOST_DOTS (4)
#define LEAST_LINES (5.5) /* heights of a line that a cell has to be wide, for a line to say something */
#define HATCH (5)
#define TINT (0.16)
#define STRUCK (0.7) /* how much of its colour the text of a cancelled one keeps */
#define OUTSIDE (0.6)

/* One frame's drawing of a cell. Positions count from the reading direction's start. */
typedef struct
{
  ConveneDayCell    *cell;
  GtkSnapshot       *snapshot;
  ConveneDayMeasures measures;
  float              width;
  gboolean           mirrored;
  GdkRGBA            text;
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

static graphene_rect_t
place (const Drawing *drawing,
       float          start,
       float          y,
       float          width,
       float          height)
{
  float x = drawing->mirrored ? drawing->width - start - width : start;

  return GRAPHENE_RECT_INIT (x, y, width, height);
}

static void
fill (const Drawing *drawing,
      const GdkRGBA *color,
      float          start,
      float          y,
      float          width,
      float          height)
{
  graphene_rect_t rect = place (drawing, start, y, width, height);

  gtk_snapshot_append_color (drawing->snapshot, color, &rect);
}

static void
fill_round (const Drawing *drawing,
            const GdkRGBA *color,
            float          start,
            float          y,
            float          width,
            float          height)
{
  graphene_rect_t rect = place (drawing, start, y, width, height);
  GskRoundedRect  round;

  gsk_rounded_rect_init_from_rect (&round, &rect, height / 2);
  gtk_snapshot_push_rounded_clip (drawing->snapshot, &round);
  gtk_snapshot_append_color (drawing->snapshot, color, &rect);
  gtk_snapshot_pop (drawing->snapshot);
}

/* `width`: that of the layout. */
static void
write_text (const Drawing *drawing,
            PangoLayout   *layout,
            const GdkRGBA *color,
            float          start,
            float          y,
            float          width)
{
  graphene_rect_t rect = place (drawing, start, y, width, 0);

  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &rect.origin);
  gtk_snapshot_append_layout (drawing->snapshot, layout, color);
  gtk_snapshot_restore (drawing->snapshot);
}

static GdkRGBA
get_color (const Drawing *drawing,
           guint          color,
           float          alpha)
{
  GdkRGBA rgba;

  convene_palette_get_color (drawing->cell->palette, color, &rgba);
  rgba.alpha *= alpha * (drawing->cell->outside ? OUTSIDE : 1);
  return rgba;
}

static PangoLayout *
get_number (ConveneDayCell *self)
{
  g_autofree char *text = NULL;
  PangoAttrList   *bold = NULL;

  if (self->number != NULL)
    return self->number;

  /* Translators: the number of a day in its month. %Id for digits of your own. */
  text = g_strdup_printf (C_("day of the month", "%d"), g_date_get_day (&self->day));
  self->number = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  if (self->today)
    {
      bold = pango_attr_list_new ();
      pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (self->number, bold);
      pango_attr_list_unref (bold);
    }
  return self->number;
}

static void
draw_number (const Drawing *drawing)
{
  ConveneDayCell *self = drawing->cell;
  PangoLayout    *layout = get_number (self);
  GdkRGBA         accent = get_color (drawing, CONVENE_PALETTE_ACCENT, 1);
  GdkRGBA         on_accent = get_color (drawing, CONVENE_PALETTE_ON_ACCENT, 1);
  int             width, height;
  float           round, start;

  pango_layout_get_pixel_size (layout, &width, &height);
  round = MAX (width + 2 * MARGIN, drawing->measures.number_height);
  start = self->narrow ? (drawing->width - round) / 2 : GAP;
  if (self->today)
    fill_round (drawing, &accent, start, GAP, round, drawing->measures.number_height);
  write_text (drawing, layout, self->today ? &on_accent : &drawing->text, start + (round - width) / 2, GAP + (drawing->measures.number_height - height) / 2, width);
}

/* The layout of the line at `position`, as wide as there is room. */
static PangoLayout *
get_line (ConveneDayCell *self,
          guint           position,
          int             width)
{
  ConveneCalendarEntry *entry = g_ptr_array_index (self->entries, position);
  ConveneDayLine       *line;

  if (self->lines->len <= position)
    g_array_set_size (self->lines, position + 1);

  line = &g_array_index (self->lines, ConveneDayLine, position);
  if (line->layout == NULL)
    {
      line->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
      /* The window's direction, whatever the name's is; Pango mirrors the alignment of automatic ones alone. */
      pango_layout_set_auto_dir (line->layout, FALSE);
      pango_layout_set_alignment (line->layout, gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
      pango_layout_set_single_paragraph_mode (line->layout, TRUE);
      pango_layout_set_ellipsize (line->layout, PANGO_ELLIPSIZE_END);
    }
  if (line->entry != entry)
    {
      g_autofree char *time = convene_words_time (convene_calendar_entry_get_start (entry), NULL);
      /* Translators: a line of the month: a time of day, and whose interview it is. */
      g_autofree char *text = g_strdup_printf (C_("line of the month", "%s %s"), time, convene_calendar_entry_get_candidate (entry));

      pango_layout_set_text (line->layout, text, -1);
      line->entry = entry;
    }
  pango_layout_set_width (line->layout, width * PANGO_SCALE);
  return line->layout;
}

static void
draw_hatched (const Drawing *drawing,
              const GdkRGBA *color,
              float          start,
              float          y,
              float          width,
              float          height)
{
  graphene_rect_t  rect = place (drawing, start, y, width, height);
  GdkRGBA          clear = { color->red, color->green, color->blue, 0 };
  graphene_point_t end = GRAPHENE_POINT_INIT (rect.origin.x + HATCH, rect.origin.y + HATCH);
  GskColorStop     stops[] = { { 0, *color }, { 0.5, *color }, { 0.5, clear }, { 1, clear } };

  gtk_snapshot_append_repeating_linear_gradient (drawing->snapshot, &rect, &rect.origin, &end, stops, G_N_ELEMENTS (stops));
}

static gboolean
is_tentative (ConveneCalendarEntry *entry)
{
  ConveneStatus status = convene_calendar_entry_get_status (entry);

  return status == CONVENE_STATUS_PROPOSED || status == CONVENE_STATUS_DRAFT;
}

static void
draw_bar (const Drawing        *drawing,
          ConveneCalendarEntry *entry,
          float                 y)
{
  guint   job = convene_palette_job (convene_calendar_entry_get_job (entry));
  float   height = drawing->measures.line_height + 2 * PADDING;
  float   rest = drawing->width - 2 * MARGIN - BAR;
  GdkRGBA bar = get_color (drawing, job, 1);
  GdkRGBA tint = get_color (drawing, job, is_tentative (entry) ? 1.6 * TINT : TINT);

  fill (drawing, &bar, MARGIN, y, BAR, height);
  if (is_tentative (entry))
    draw_hatched (drawing, &tint, MARGIN + BAR, y, rest, height);
  else
    fill (drawing, &tint, MARGIN + BAR, y, rest, height);
}

static void
draw_warning (const Drawing *drawing,
              float          start,
              float          y,
              int            size)
{
  GdkRGBA         color = get_color (drawing, CONVENE_PALETTE_WARNING, 1);
  graphene_rect_t rect = place (drawing, start, y, size, size);

  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &rect.origin);
  gtk_symbolic_paintable_snapshot_symbolic (convene_palette_get_warning (drawing->cell->palette, size), drawing->snapshot, size, size, &color, 1);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
strike (const Drawing *drawing,
        PangoLayout   *layout,
        const GdkRGBA *color,
        float          start,
        float          y)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  fill (drawing, color, start, y + PADDING + drawing->measures.line_height * 11 / 20, width, 1);
}

static void
draw_line (const Drawing *drawing,
           guint          position)
{
  ConveneCalendarEntry *entry = g_ptr_array_index (drawing->cell->entries, position);
  gboolean              cancelled = convene_calendar_entry_get_status (entry) == CONVENE_STATUS_CANCELLED;
  float                 y = drawing->measures.top + (float) position * drawing->measures.pitch;
  float                 start = MARGIN + BAR + INDENT;
  int                   room = drawing->width - start - MARGIN - GAP;
  GdkRGBA               color = drawing->text;
  PangoLayout          *layout;

  draw_bar (drawing, entry, y);
  if (convene_calendar_entry_get_attention (entry))
    {
      room -= drawing->measures.line_height + GAP;
      draw_warning (drawing, start + room + GAP, y + PADDING, drawing->measures.line_height);
    }
  if (room <= 0)
    return;

  layout = get_line (drawing->cell, position, room);
  color.alpha *= cancelled ? STRUCK : 1;
  write_text (drawing, layout, &color, start, y + PADDING, room);
  if (cancelled)
    strike (drawing, layout, &color, start, y);
}

static PangoLayout *
get_more (ConveneDayCell *self,
          guint           hidden)
{
  /* Translators: so many more interviews than there is room for. */
  g_autofree char *text = g_strdup_printf (C_("more interviews", "+%u"), hidden);

  if (self->more == NULL)
    self->more = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  else
    pango_layout_set_text (self->more, text, -1);
  return self->more;
}

static void
draw_lines (const Drawing *drawing)
{
  for (guint i = 0; i < drawing->measures.shown; i++)
    draw_line (drawing, i);

  if (drawing->measures.hidden > 0)
    {
      PangoLayout *layout = get_more (drawing->cell, drawing->measures.hidden);
      int          width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      write_text (drawing, layout, &drawing->text, MARGIN + BAR + INDENT, drawing->measures.top + (float) drawing->measures.shown * drawing->measures.pitch + PADDING, width);
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
  GdkRGBA         color = get_color (drawing, convene_palette_job (convene_calendar_entry_get_job (entry)), 1);
  GdkRGBA         colors[4] = { color, color, color, color };
  float           widths[4] = { RING, RING, RING, RING };
  graphene_rect_t rect = place (drawing, start, y, drawing->dot, drawing->dot);
  GskRoundedRect  round;

  if (!is_tentative (entry) && convene_calendar_entry_get_status (entry) != CONVENE_STATUS_CANCELLED)
    {
      fill_round (drawing, &color, start, y, drawing->dot, drawing->dot);
      return;
    }

  gsk_rounded_rect_init_from_rect (&round, &rect, drawing->dot / 2);
  gtk_snapshot_append_border (drawing->snapshot, &round, widths, colors);
}

/* How many dots there is room for, and how wide the number of the others is (0 for none). */
static guint
share_dots (const Drawing *drawing,
            float          room,
            int           *more_width)
{
  guint count = drawing->cell->entries->len;

  *more_width = 0;
  if (count <= MOST_DOTS && (float) count * (drawing->dot + DOT_GAP) <= room)
    return count;

  pango_layout_get_pixel_size (get_more (drawing->cell, count), more_width, NULL);
  return CLAMP ((int) (room - *more_width) / (drawing->dot + DOT_GAP), 0, MOST_DOTS - 1);
}

/* In the middle, each in its job's colour, behind a warning where one of them needs a person. */
static void
draw_dots (const Drawing *drawing)
{
  GPtrArray *entries = drawing->cell->entries;
  int        height = drawing->measures.line_height;
  int        sign = needs_attention (drawing->cell) ? height * 3 / 4 : 0;
  int        more_width;
  guint      dots = share_dots (drawing, drawing->width - 2 * GAP - sign, &more_width);
  float      width = (float) dots * (drawing->dot + DOT_GAP) + more_width;
  float      start;

  sign = MIN (sign, MAX (drawing->width - width - 2 * GAP, LEAST_DOT));
  start = (drawing->width - width - sign) / 2;
  if (sign > 0)
    draw_warning (drawing, start, drawing->measures.top + (height - sign) / 2, sign);
  start += sign;

  for (guint i = 0; i < dots; i++, start += drawing->dot + DOT_GAP)
    draw_dot (drawing, g_ptr_array_index (entries, i), start + DOT_GAP / 2.0, drawing->measures.top + (height - drawing->dot) / 2);

  if (dots < entries->len)
    write_text (drawing, get_more (drawing->cell, entries->len - dots), &drawing->text, start, drawing->measures.top, more_width);
}

void
convene_day_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  ConveneDayCell *self = CONVENE_DAY_CELL (widget);
  Drawing         drawing = {
            .cell = self,
            .snapshot = snapshot,
            .width = gtk_widget_get_width (widget),
            .mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  convene_palette_get_text_color (widget, &drawing.text);
  convene_day_cell_measure_lines (self, &drawing.measures);
  drawing.dot = MAX (LEAST_DOT, drawing.measures.line_height / 3);

  draw_number (&drawing);
  if (drawing.measures.dots)
    draw_dots (&drawing);
  else
    draw_lines (&drawing);
}
