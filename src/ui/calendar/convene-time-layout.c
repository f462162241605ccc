/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-layout.h"

/* So many side by side are hair lines: no room is looked for any more. */
#define MOST_WIDENED (64)

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const ConveneTimePlace *first = a, *second = b;

  if (first->top != second->top)
    return first->top < second->top ? -1 : 1;
  if (first->bottom != second->bottom)
    return first->bottom > second->bottom ? -1 : 1;
  return first->span < second->span ? -1 : first->span > second->span;
}

static gboolean
touches (const ConveneTimeDay *day,
         ConveneTimeSpan       span)
{
  return day->n_stretches > 0 && span.start < day->to && (span.end > day->from || span.start >= day->from);
}

static ConveneTimePlace
make_place (const ConveneTimeScale *scale,
            guint                   day,
            ConveneTimeSpan         span,
            guint                   number,
            gint64                  least)
{
  ConveneTimePlace place = { .span = number, .day = day, .width = 1, .columns = 1 };

  place.from_before = span.start < scale->days[day].from;
  place.to_after = span.end > scale->days[day].to;
  place.top = convene_time_scale_get_position (scale, day, span.start, FALSE);
  place.bottom = MAX (convene_time_scale_get_position (scale, day, span.end, TRUE), place.top);
  if (place.bottom - place.top < least)
    {
      place.top = CLAMP (place.top, 0, MAX (scale->length - least, 0));
      place.bottom = place.top + least;
    }
  return place;
}

static gboolean
overlap (const ConveneTimePlace *a,
         const ConveneTimePlace *b)
{
  return a->top < b->bottom && b->top < a->bottom;
}

/* Whether nothing of the group is in the way of `place` in a column. */
static gboolean
is_free (const ConveneTimePlace *group,
         guint                   count,
         const ConveneTimePlace *place,
         guint                   column)
{
  for (guint i = 0; i < count; i++)
    if (group[i].column == column && overlap (&group[i], place))
      return FALSE;

  return TRUE;
}

/* What hangs together by overlapping, through others too, has equally wide columns; who has none beside takes their room. */
static void
finish_group (ConveneTimePlace *group,
              guint             count,
              guint             columns)
{
  for (guint i = 0; i < count; i++)
    group[i].columns = columns;

  if (count > MOST_WIDENED)
    return;

  for (guint i = 0; i < count; i++)
    while (group[i].column + group[i].width < columns && is_free (group, count, &group[i], group[i].column + group[i].width))
      group[i].width++;
}

/* The first column whose last one is over; a new one where none is. */
static guint
take_column (GArray                 *ends,
             const ConveneTimePlace *place)
{
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, gint64, i) <= place->top)
      {
        g_array_index (ends, gint64, i) = place->bottom;
        return i;
      }

  g_array_append_val (ends, place->bottom);
  return ends->len - 1;
}

/* Shares out one day's places, which are in order. */
static void
share_out (ConveneTimePlace *places,
           guint             count)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 end = G_MININT64;
  guint  first = 0;

  for (guint i = 0; i < count; i++)
    {
      if (places[i].top >= end)
        {
          finish_group (places + first, i - first, ends->len);
          g_array_set_size (ends, 0);
          first = i;
        }
      places[i].column = take_column (ends, &places[i]);
      end = MAX (end, places[i].bottom);
    }
  finish_group (places + first, count - first, ends->len);
}

void
convene_time_layout (const ConveneTimeScale *scale,
                     const ConveneTimeSpan  *spans,
                     guint                   n_spans,
                     gint64                  least,
                     GArray                 *places)
{
  g_return_if_fail (scale != NULL);
  g_return_if_fail (spans != NULL || n_spans == 0);
  g_return_if_fail (places != NULL);

  for (guint day = 0; day < scale->n_days; day++)
    {
      guint first = places->len;

      for (guint i = 0; i < n_spans; i++)
        {
          ConveneTimeSpan  span = { spans[i].start, MAX (spans[i].start, spans[i].end) };
          ConveneTimePlace place;

          if (!touches (&scale->days[day], span))
            continue;
          place = make_place (scale, day, span, i, least);
          g_array_append_val (places, place);
        }

      if (places->len == first)
        continue;
      qsort (&g_array_index (places, ConveneTimePlace, first), places->len - first, sizeof (ConveneTimePlace), compare_places);
      share_out (&g_array_index (places, ConveneTimePlace, first), places->len - first);
    }
}
