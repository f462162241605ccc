/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-words.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-words.h"
#include "convene-zone.h"

#define EARLIEST (8 * 60)
#define LATEST (20 * 60)

static GDateTime *
local_time (gint64      instant,
            const char *name)
{
  g_autoptr(GTimeZone) zone = convene_zone_new (name, NULL, NULL);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / CONVENE_SECOND);

  return zone != NULL && utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

gboolean
convene_time_words_same_clock (gint64      instant,
                               const char *a,
                               const char *b)
{
  g_autoptr(GDateTime) first = local_time (instant, a);
  g_autoptr(GDateTime) second = local_time (instant, b);

  return first != NULL && second != NULL && g_date_time_get_utc_offset (first) == g_date_time_get_utc_offset (second);
}

char *
convene_time_words_both (gint64      instant,
                         const char *own,
                         const char *interview,
                         const char *candidate,
                         const char *name,
                         gint64      now)
{
  g_autofree char *first_name = name != NULL && *name != '\0' ? convene_words_first_name (name) : NULL;
  g_autofree char *both = convene_words_both_times (instant, own, candidate, first_name, now);
  g_autofree char *time = NULL;
  g_autofree char *city = NULL;

  if (convene_time_words_same_clock (instant, interview, own) || convene_time_words_same_clock (instant, interview, candidate))
    return g_steal_pointer (&both);

  time = convene_words_short (instant, interview);
  city = convene_words_city (interview);
  /* Translators: a time for both people, then the same in the zone that the interview is kept in: a time and a city */
  return g_strdup_printf (_ ("%s · %s in %s"), both, time, city);
}

static int
minute_of_day (GDateTime *time)
{
  return g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
}

char *
convene_time_words_hours (gint64      start,
                          int         minutes,
                          const char *candidate,
                          const char *name)
{
  g_autoptr(GDateTime) begins = local_time (start, candidate);
  g_autofree char *first_name = NULL;
  g_autofree char *range = NULL;

  if (begins == NULL || (minute_of_day (begins) >= EARLIEST && minute_of_day (begins) + minutes <= LATEST))
    return g_strdup ("");

  first_name = name != NULL && *name != '\0' ? convene_words_first_name (name) : g_strdup (_ ("the candidate"));
  range = convene_words_time_range (start, start + minutes * CONVENE_MINUTE, candidate);
  /* Translators: the first name of the candidate, then a range of time, 06:30 – 07:15 */
  return g_strdup_printf (_ ("For %s that is outside of usual hours: %s."), first_name, range);
}
