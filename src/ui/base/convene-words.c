/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-words-private.h"
#include "convene-zone.h"

char *
convene_words_city (const char *zone)
{
  g_autofree char *machine = zone == NULL ? convene_zone_dup_system () : NULL;
  const char      *name = zone != NULL ? zone : machine;
  const char      *slash = strrchr (name, '/');

  return g_strdelimit (g_strdup (slash != NULL ? slash + 1 : name), "_", ' ');
}

char *
convene_words_first_name (const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name != NULL ? name : ""));

  return g_strndup (stripped, strcspn (stripped, " \t"));
}

static gboolean
is_same_day (GDateTime *a,
             GDateTime *b)
{
  return g_date_time_get_year (a) == g_date_time_get_year (b) && g_date_time_get_day_of_year (a) == g_date_time_get_day_of_year (b);
}

/* The other's half, with the day where it is another one. */
static char *
format_other (GDateTime  *mine,
              GDateTime  *theirs,
              const char *zone,
              const char *name)
{
  g_autofree char *time = convene_words_format (theirs, is_same_day (mine, theirs) ? CONVENE_WORDS_TIME : CONVENE_WORDS_DAY_TIME);
  g_autofree char *city = convene_words_city (zone);
  g_autofree char *first = convene_words_first_name (name);

  if (*first == '\0')
    /* Translators: a time, and the city whose clocks show it: 09:00 in Mexico City. */
    return g_strdup_printf (_("%s in %s"), time, city);

  /* Translators: a time, a person's first name, and the city whose clocks show it: 09:00 for Ada (Mexico City). */
  return g_strdup_printf (_("%s for %s (%s)"), time, first, city);
}

char *
convene_words_both_times (gint64      instant,
                          const char *zone,
                          const char *other_zone,
                          const char *name,
                          gint64      now)
{
  g_autoptr(GDateTime) mine = convene_words_to_wall (instant, zone);
  g_autoptr(GDateTime) theirs = other_zone != NULL ? convene_words_to_wall (instant, other_zone) : NULL;
  g_autoptr(GDateTime) today = convene_words_to_wall (now, zone);
  g_autofree char *own = NULL;
  g_autofree char *other = NULL;
  gboolean         same_year = mine != NULL && today != NULL && g_date_time_get_year (mine) == g_date_time_get_year (today);

  own = convene_words_format (mine, same_year ? CONVENE_WORDS_DAY_TIME : CONVENE_WORDS_YEAR_TIME);
  if (mine == NULL || theirs == NULL || g_date_time_get_utc_offset (mine) == g_date_time_get_utc_offset (theirs))
    return g_steal_pointer (&own);

  other = format_other (mine, theirs, other_zone, name);
  /* Translators: a day and time of the person who reads this, then the time of another one (see there). */
  return g_strdup_printf (_("%s for you · %s"), own, other);
}
