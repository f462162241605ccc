/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock-change.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-words.h"
#include "convene-zone.h"

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

static void
add_sentence (GString    *words,
              const char *name,
              gint64      now,
              gint64      start)
{
  g_autoptr(GTimeZone) zone = convene_zone_new (name, NULL, NULL);
  gint64           change = zone != NULL ? convene_clock_change_find (zone, now, start) : 0;
  g_autofree char *city = NULL;
  g_autofree char *day = NULL;

  if (change == 0)
    return;

  city = convene_words_city (name);
  day = convene_words_day (change, name, now);
  if (words->len > 0)
    g_string_append_c (words, ' ');
  /* Translators: the first %s is a city that stands for its time zone, the second a day such as “Sunday 1 November” */
  g_string_append_printf (words, _ ("The clocks in %s change on %s: the time here is the one after that."), city, day);
}

char *
convene_clock_change_words (const char *const *zones,
                            guint              n_zones,
                            gint64             now,
                            gint64             start)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < n_zones; i++)
    if (zones[i] != NULL && *zones[i] != '\0' && g_hash_table_add (seen, (gpointer) zones[i]))
      add_sentence (words, zones[i], now, start);

  return g_string_free (words, FALSE);
}
