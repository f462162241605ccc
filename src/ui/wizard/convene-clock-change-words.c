/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock-change-words.h"

#include <glib/gi18n-lib.h>

#include "convene-clock-change.h"
#include "convene-words.h"
#include "convene-zone.h"

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
