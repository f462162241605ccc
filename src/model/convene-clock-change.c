/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock-change.h"

#include "convene-clock.h"

#define LOOK_BACK (400 * CONVENE_DAY)

static int
offset_at (GTimeZone *zone,
           gint64     instant)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant / CONVENE_SECOND));
}

/* Between two instants less than a day apart there is one change at most. */
static gint64
narrow_down (GTimeZone *zone,
             gint64     before,
             gint64     after)
{
  while (after - before > CONVENE_SECOND)
    {
      gint64 middle = before + (after - before) / 2;

      if (offset_at (zone, middle) == offset_at (zone, after))
        after = middle;
      else
        before = middle;
    }

  return after - after % CONVENE_SECOND;
}

gint64
convene_clock_change_find (GTimeZone *zone,
                           gint64     from,
                           gint64     to)
{
  gint64 end = to;

  g_return_val_if_fail (zone != NULL, 0);

  from = MAX (from, to - LOOK_BACK);
  while (end > from)
    {
      gint64 start = MAX (from, end - CONVENE_DAY);

      if (offset_at (zone, start) != offset_at (zone, end))
        return narrow_down (zone, start, end);
      end = start;
    }

  return 0;
}
