/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-entry-move.h"

#include "convene-clock.h"

gboolean
convene_entry_can_move (ConveneCalendarEntry *entry,
                        gint64                now)
{
  ConveneStatus status;

  g_return_val_if_fail (CONVENE_IS_CALENDAR_ENTRY (entry), FALSE);

  status = convene_calendar_entry_get_status (entry);
  return (status == CONVENE_STATUS_SCHEDULED || status == CONVENE_STATUS_PROPOSED) && convene_calendar_entry_get_end (entry) > now;
}

gint64
convene_move_snap (gint64     instant,
                   GTimeZone *zone)
{
  gint64 offset = g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant / CONVENE_SECOND)) * CONVENE_SECOND;
  gint64 wall = instant + offset + CONVENE_MOVE_STEP / 2;
  gint64 over = wall % CONVENE_MOVE_STEP;

  return wall - (over < 0 ? over + CONVENE_MOVE_STEP : over) - offset;
}

gint64
convene_move_to_day (gint64       instant,
                     const GDate *day,
                     GTimeZone   *zone)
{
  g_autoptr(GDateTime) utc = NULL;
  g_autoptr(GDateTime) wall = NULL;
  g_autoptr(GDateTime) moved = NULL;

  g_return_val_if_fail (day != NULL && g_date_valid (day), instant);

  utc = g_date_time_new_from_unix_utc (instant / CONVENE_SECOND);
  wall = g_date_time_to_timezone (utc, zone);
  moved = g_date_time_new (zone, g_date_get_year (day), g_date_get_month (day), g_date_get_day (day), g_date_time_get_hour (wall), g_date_time_get_minute (wall), g_date_time_get_second (wall));
  return moved != NULL ? g_date_time_to_unix (moved) * CONVENE_SECOND : instant;
}
