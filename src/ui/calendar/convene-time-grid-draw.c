/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-grid-private.h"

#include <glib/gi18n-lib.h>

#include "convene-entry-paint.h"
#include "convene-words.h"

#define MARGIN (6) /* beside the hours of a ruler */
#define LINE (0.15)
#define HALF_LINE (0.07)
#define HATCH (0.12)
#define GHOST (0.85)
#define NOW (2) /* pixels, the height of the line */
#define DOT (8)

void
convene_time_grid_forget_labels (ConveneTimeGrid *self)
{
  for (guint ruler = 0; ruler < 2; ruler++)
    {
      for (guint i = 0; i < CONVENE_TIME_MOST_HOURS; i++)
        g_clear_object (&self->labels[ruler][i]);
      self->label_widths[ruler] = 0;
    }
}

/* "10:00" or "10 AM"; where the hour does not begin there, with minutes. NULL where the day does not have that hour. */
static char *
write_hour (ConveneTimeGrid *self,
            guint            ruler,
            guint            hour)
{
  gint64 position = self->hours[hour].position;
  gint64 instant = convene_time_scale_get_instant (&self->scale, self->chosen, position);
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) wall = NULL;

  if (ruler == 0)
    {
      wall = g_date_time_new_utc (2024, 1, 1, self->hours[hour].hour, 0, 0);
    }
  else
    {
      if (convene_time_scale_get_position (&self->scale, self->chosen, instant, FALSE) != position)
        return NULL;
      utc = g_date_time_new_from_unix_utc (instant / CONVENE_SECOND);
      wall = g_date_time_to_timezone (utc, self->second);
    }

  if (!convene_words_has_twelve_hours ())
    return g_date_time_format (wall, "%H:%M");
  /* Translators: formats of g_date_time_format (): an hour beside a day, on a clock of twelve hours; and where the hour does not begin there. */
  return g_date_time_get_minute (wall) == 0 ? g_date_time_format (wall, C_("hour of a day", "%-I %p")) : g_date_time_format (wall, C_("hour of a day", "%-I:%M %p"));
}

void
convene_time_grid_make_labels (ConveneTimeGrid *self)
{
  for (guint ruler = 0; ruler < (self->second != NULL ? 2 : 1); ruler++)
    {
      if (self->label_widths[ruler] > 0)
        continue;

      for (guint i = 0; i < self->n_hours; i++)
        {
          g_autofree char *text = write_hour (self, ruler, i);
          int              width;

          if (text == NULL)
            continue;
          self->labels[ruler][i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
          pango_layout_get_pixel_size (self->labels[ruler][i], &width, NULL);
          self->label_widths[ruler] = MAX (self->label_widths[ruler], width);
        }
    }
}

int
convene_time_grid_get_ruler_width (ConveneTimeGrid *self)
{
  g_return_val_if_fail (CONVENE_IS_TIME_GRID (self), 0);

  convene_time_grid_make_labels (self);
  return self->label_widths[0] + 2 * MARGIN + (self->second != NULL ? self->label_widths[1] + 2 * MARGIN : 0);
}

/* The second zone's ruler stands first, this one's beside the days. */
static void
draw_ruler (ConveneTimeGrid    *self,
            const ConvenePaint *paint,
            guint               ruler)
{
  float   start = ruler == 1 || self->second == NULL ? MARGIN : self->label_widths[1] + 3 * MARGIN;
  GdkRGBA color = paint->text;

  color.alpha *= ruler == 1 ? 0.6 : 0.75;
  for (guint i = 1; i < self->n_hours; i++)
    if (self->labels[ruler][i] != NULL)
      {
        int width, height;

        pango_layout_get_pixel_size (self->labels[ruler][i], &width, &height);
        convene_paint_text (paint, self->labels[ruler][i], &color, start + self->label_widths[ruler] - width, convene_time_grid_to_y (self, self->hours[i].position) - height / 2.0, width);
      }
}

static void
draw_gaps (ConveneTimeGrid    *self,
           const ConvenePaint *paint,
           guint               day,
           float               start,
           float               width)
{
  gint64  from[CONVENE_TIME_MOST_STRETCHES + 1], to[CONVENE_TIME_MOST_STRETCHES + 1];
  guint   count = convene_time_scale_get_gaps (&self->scale, day, from, to);
  GdkRGBA color = paint->text;

  color.alpha *= HATCH;
  for (guint i = 0; i < count; i++)
    convene_paint_hatch (paint, &color, start, convene_time_grid_to_y (self, from[i]), width, convene_time_grid_to_y (self, to[i] - from[i]));
}

static void
draw_ground (ConveneTimeGrid    *self,
             const ConvenePaint *paint)
{
  float   ruler = convene_time_grid_get_ruler_width (self), day_width = convene_time_grid_get_day_width (self);
  float   height = convene_time_grid_to_y (self, self->scale.length);
  GdkRGBA line = paint->text, half = paint->text;

  line.alpha *= LINE;
  half.alpha *= HALF_LINE;
  for (guint i = 0; i < self->n_hours; i++)
    {
      float y = convene_time_grid_to_y (self, self->hours[i].position);

      if (i > 0)
        convene_paint_fill (paint, &line, ruler - MARGIN / 2.0, (int) y, paint->width - ruler + MARGIN / 2.0, 1);
      convene_paint_fill (paint, &half, ruler, (int) (y + convene_time_grid_get_hour_height (self) / 2.0), paint->width - ruler, 1);
    }
  for (guint day = 0; day < self->scale.n_days; day++)
    {
      convene_paint_fill (paint, &line, (int) (ruler + (float) day * day_width), 0, 1, height);
      draw_gaps (self, paint, day, ruler + (float) day * day_width, day_width);
    }
}

static void
draw_now (ConveneTimeGrid    *self,
          const ConvenePaint *paint)
{
  float   day_width = convene_time_grid_get_day_width (self);
  GdkRGBA color = convene_paint_get_color (paint, CONVENE_PALETTE_NOW, 1);
  gint64  now;
  guint   day;
  float   start, y;

  if (self->clock == NULL)
    return;

  now = convene_clock_now (self->clock);
  if (!convene_time_scale_find_day (&self->scale, now, &day))
    return;

  start = convene_time_grid_get_ruler_width (self) + (float) day * day_width;
  y = convene_time_grid_get_y (self, day, now);
  convene_paint_fill (paint, &color, start, y - NOW / 2.0, day_width, NOW);
  convene_paint_fill_round (paint, &color, start - DOT / 2.0, y - DOT / 2.0, DOT, DOT);
}

/* The new time is written into its first part. */
static void
draw_ghost_time (ConveneTimeGrid    *self,
                 const ConvenePaint *paint,
                 float               start,
                 float               y,
                 float               room)
{
  g_autoptr(PangoLayout) layout = convene_paint_make_layout (GTK_WIDGET (self));
  g_autofree char *text = convene_words_time_range (self->drag.start, self->drag.end, NULL);
  GdkRGBA          color = convene_paint_get_color (paint, CONVENE_PALETTE_ON_ACCENT, 1);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  convene_paint_text (paint, layout, &color, start, y, room);
}

static void
draw_ghost (ConveneTimeGrid    *self,
            const ConvenePaint *paint)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ConveneTimePlace));
  ConveneTimeSpan span = { self->drag.start, self->drag.end };
  GdkRGBA         color = convene_paint_get_color (paint, CONVENE_PALETTE_ACCENT, GHOST);
  float           day_width = convene_time_grid_get_day_width (self);

  if (!self->drag.begun)
    return;

  convene_time_layout (&self->scale, &span, 1, (self->line_height + 2) * CONVENE_HOUR / convene_time_grid_get_hour_height (self), places);
  for (guint i = 0; i < places->len; i++)
    {
      const ConveneTimePlace *place = &g_array_index (places, ConveneTimePlace, i);
      float                   start = convene_time_grid_get_ruler_width (self) + (float) place->day * day_width + 2;
      float                   y = convene_time_grid_to_y (self, place->top);

      convene_paint_fill (paint, &color, start, y, day_width - 4, convene_time_grid_to_y (self, place->bottom - place->top));
      if (i == 0)
        draw_ghost_time (self, paint, start + MARGIN, y + 1, MAX (day_width - 4 - 2 * MARGIN, 1));
    }
}

gboolean
convene_time_grid_is_in_view (ConveneTimeGrid        *self,
                              const ConveneTimePlace *place)
{
  double top;

  if (self->adjustment == NULL || gtk_adjustment_get_page_size (self->adjustment) <= 0)
    return TRUE;

  top = gtk_adjustment_get_value (self->adjustment);
  return convene_time_grid_to_y (self, place->bottom) > top - 1 && convene_time_grid_to_y (self, place->top) < top + gtk_adjustment_get_page_size (self->adjustment) + 1;
}

void
convene_time_grid_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  ConveneTimeGrid *self = CONVENE_TIME_GRID (widget);
  ConvenePaint     paint;

  convene_time_grid_make_labels (self);
  convene_paint_begin (&paint, widget, snapshot, CONVENE_PALETTE (self->palette), self->colors);
  draw_ground (self, &paint);
  draw_ruler (self, &paint, 0);
  if (self->second != NULL)
    draw_ruler (self, &paint, 1);
  for (guint i = 0; i < MIN (self->blocks->len, self->places->len); i++)
    if (convene_time_grid_is_in_view (self, &g_array_index (self->places, ConveneTimePlace, i)))
      gtk_widget_snapshot_child (widget, g_ptr_array_index (self->blocks, i), snapshot);
  draw_now (self, &paint);
  gtk_widget_snapshot_child (widget, self->slots[self->slot], snapshot);
  draw_ghost (self, &paint);
}
