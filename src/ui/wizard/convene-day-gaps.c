/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-gaps.h"

#include <stdio.h>

#include "convene-calendar-entry.h"
#include "convene-clock.h"

#define STEP (30 * CONVENE_MINUTE)
#define SPREAD (2 * CONVENE_HOUR)

static gint64
round_up (gint64 instant,
          gint64 anchor)
{
  gint64 over = (instant - anchor) % STEP;

  return over > 0 ? instant + STEP - over : instant;
}

/* The end of what is in the way of a span, as late as possible; 0 where nothing is. */
static gint64
find_obstacle (const ConveneSpan *busy,
               guint              n_busy,
               ConveneSpan        span)
{
  gint64 end = 0;

  for (guint i = 0; i < n_busy; i++)
    if (busy[i].start < span.end && busy[i].end > span.start)
      end = MAX (end, busy[i].end);

  return end;
}

static gboolean
is_free_between (const ConveneSpan *busy,
                 guint              n_busy,
                 gint64             from,
                 gint64             to)
{
  return find_obstacle (busy, n_busy, (ConveneSpan){ from, to }) == 0;
}

GArray *
convene_day_gaps_find (const ConveneSpan *busy,
                       guint              n_busy,
                       ConveneSpan        within,
                       gint64             anchor,
                       gint64             length,
                       guint              most)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64  start, last = 0;

  g_return_val_if_fail (length > 0, starts);

  for (start = round_up (within.start, anchor); start + length <= within.end && starts->len < most;)
    {
      gint64 obstacle = find_obstacle (busy, n_busy, (ConveneSpan){ start, start + length });

      if (obstacle > 0)
        {
          start = round_up (obstacle, anchor);
          continue;
        }

      /* Within one free stretch they are some time apart, so that the rest of the day is offered too. */
      if (starts->len == 0 || start - last >= SPREAD || !is_free_between (busy, n_busy, last, start))
        {
          g_array_append_val (starts, start);
          last = start;
        }
      start += STEP;
    }

  return starts;
}

gboolean
convene_day_find_hours (const char  *date,
                        GTimeZone   *zone,
                        int          from_hour,
                        int          to_hour,
                        ConveneSpan *span)
{
  int year, month, day;
  g_autoptr(GDateTime) midnight = NULL;
  g_autoptr(GDateTime) next = NULL;
  g_autoptr(GDateTime) from = NULL;
  g_autoptr(GDateTime) to = NULL;

  g_return_val_if_fail (date != NULL && zone != NULL && span != NULL, FALSE);

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3 || !g_date_valid_dmy (day, month, year))
    return FALSE;

  midnight = g_date_time_new (zone, year, month, day, 0, 0, 0);
  next = midnight != NULL ? g_date_time_add_days (midnight, 1) : NULL;
  if (next == NULL)
    return FALSE;

  from = g_date_time_new (zone, year, month, day, MIN (from_hour, 23), 0, 0);
  to = to_hour < 24 ? g_date_time_new (zone, year, month, day, to_hour, 0, 0) : g_date_time_ref (next);
  if (from == NULL || to == NULL)
    return FALSE;

  span->start = g_date_time_to_unix (from) * CONVENE_SECOND;
  span->end = g_date_time_to_unix (to) * CONVENE_SECOND;
  return TRUE;
}

gboolean
convene_day_find_span (const char  *date,
                       GTimeZone   *zone,
                       ConveneSpan *span)
{
  return convene_day_find_hours (date, zone, 0, 24, span);
}

GPtrArray *
convene_day_find_overlapping (GListModel *entries,
                              ConveneSpan span,
                              const char *except)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), found);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = g_list_model_get_item (entries, i);

      if (g_strcmp0 (convene_calendar_entry_get_uid (entry), except) != 0 && convene_calendar_entry_get_status (entry) != CONVENE_STATUS_CANCELLED &&
          convene_calendar_entry_get_start (entry) < span.end &&
          convene_calendar_entry_get_end (entry) > span.start)
        g_ptr_array_add (found, g_steal_pointer (&entry));
    }

  return found;
}
