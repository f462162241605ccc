/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-next-words.h"

#include <glib/gi18n-lib.h>

#include "convene-words.h"

static gboolean
is_coming (ConveneCalendarEntry *entry,
           gint64                now)
{
  ConveneStatus status = convene_calendar_entry_get_status (entry);

  return (status == CONVENE_STATUS_SCHEDULED || status == CONVENE_STATUS_PROPOSED) && convene_calendar_entry_get_end (entry) > now &&
         convene_calendar_entry_get_start (entry) <= now + CONVENE_NEXT_AHEAD;
}

gboolean
convene_next_is_open (ConveneCalendarEntry *entry,
                      gint64                now)
{
  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), FALSE);

  return convene_calendar_entry_get_start (entry) <= now + CONVENE_NEXT_JOIN && convene_calendar_entry_get_end (entry) > now;
}

ConveneCalendarEntry *
convene_next_choose (GListModel *entries,
                     gint64      now)
{
  g_autoptr(ConveneCalendarEntry) chosen = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = g_list_model_get_item (entries, i);

      if (is_coming (entry, now) && (chosen == NULL || convene_next_is_open (entry, now)))
        g_set_object (&chosen, entry);
    }

  return g_steal_pointer (&chosen);
}

gint64
convene_next_find_turn (gint64 start,
                        gint64 now)
{
  gint64 step = start > now && start - now <= CONVENE_MINUTE ? CONVENE_NEXT_STEP : CONVENE_MINUTE;

  return (now / step + 1) * step;
}

/* Minutes, and in the last one tens of seconds: what changes more often draws the eye. */
static char *
describe_wait (ConveneCalendarEntry *entry,
               gint64                now)
{
  gint64 left = convene_calendar_entry_get_start (entry) - now;
  int    seconds = (int) ((left + CONVENE_NEXT_STEP - 1) / CONVENE_NEXT_STEP * CONVENE_NEXT_STEP / CONVENE_SECOND);

  if (seconds > 50)
    return convene_words_relative (convene_calendar_entry_get_start (entry), now);

  return g_strdup_printf (ngettext ("in %d second", "in %d seconds", seconds), seconds);
}

/* The candidate's own time, where their clock shows another one. */
static char *
describe_their_time (ConveneCalendarEntry *entry)
{
  const char      *zone = convene_calendar_entry_get_candidate_timezone (entry);
  gint64           start = convene_calendar_entry_get_start (entry);
  g_autofree char *here = convene_words_time (start, NULL);
  g_autofree char *there = zone != NULL ? convene_words_time (start, zone) : NULL;
  g_autofree char *city = zone != NULL ? convene_words_city (zone) : NULL;

  if (there == NULL || g_str_equal (here, there))
    return g_strdup ("");

  /* Translators: follows “Next: Ada Example, Staff Engineer, in 8 minutes”: the candidate's time and city */
  return g_strdup_printf (_(" (their %s in %s)"), there, city);
}

char *
convene_next_words (ConveneCalendarEntry *entry,
                    gint64                now)
{
  g_autofree char *theirs = NULL;
  g_autofree char *when = NULL;
  const char      *candidate, *job;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), NULL);

  candidate = convene_calendar_entry_get_candidate (entry);
  job = convene_calendar_entry_get_job (entry);
  if (convene_calendar_entry_get_start (entry) <= now)
    {
      when = convene_words_time (convene_calendar_entry_get_end (entry), NULL);
      /* Translators: candidate, job, time: “Now: Ada Example, Staff Engineer, until 10:45” */
      return g_strdup_printf (_("Now: %s, %s, until %s"), candidate, job, when);
    }

  theirs = describe_their_time (entry);
  when = describe_wait (entry, now);
  /* Translators: candidate, job, “in 8 minutes”, and nothing or “ (their 09:00 in Mexico City)” */
  return g_strdup_printf (_("Next: %s, %s, %s%s"), candidate, job, when, theirs);
}
