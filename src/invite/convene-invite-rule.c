/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-rule.h"

/* The first second after `from` that lies in another interval of the zone; `until` if there is none before it. */
static gint64
find_boundary (GTimeZone *zone,
               gint64     from,
               gint64     until)
{
  int here = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, from);

  while (until - from > 1)
    {
      gint64 middle = from + (until - from) / 2;

      if (g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, middle) == here)
        from = middle;
      else
        until = middle;
    }

  return until;
}

GArray *
convene_invite_rule_list_changes (GTimeZone *zone,
                                  gint64     since,
                                  gint64     until)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (ConveneInviteChange));

  for (gint64 at = since; at < until;)
    {
      int before = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
      int after;

      at = find_boundary (zone, at, until);
      after = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
      if (g_time_zone_get_offset (zone, before) != g_time_zone_get_offset (zone, after))
        {
          ConveneInviteChange change = { .at = at,
                                         .from = g_time_zone_get_offset (zone, before),
                                         .to = g_time_zone_get_offset (zone, after),
                                         .name = g_time_zone_get_abbreviation (zone, after) };

          g_array_append_val (changes, change);
        }
    }

  return changes;
}

/* The wall clock that shows the last of the old offset (RFC 5545 §3.6.5: an onset is told in TZOFFSETFROM). */
static GDateTime *
change_to_wall (const ConveneInviteChange *change)
{
  return g_date_time_new_from_unix_utc (change->at + change->from);
}

/* What all changes of one rule have in common, and the days on which they fell. */
typedef struct
{
  int      month;
  int      weekday; /* 1 Monday to 7 Sunday; 0 if it differs */
  int      first_day, last_day;
  gboolean always_in_last_week;
} Days;

static gboolean
is_next (const ConveneInviteChange *change,
         const ConveneInviteChange *previous)
{
  g_autoptr(GDateTime) wall = change_to_wall (change);
  g_autoptr(GDateTime) last = change_to_wall (previous);

  return change->from == previous->from && change->to == previous->to &&
         g_date_time_get_year (wall) == g_date_time_get_year (last) + 1 &&
         g_date_time_get_month (wall) == g_date_time_get_month (last) &&
         g_date_time_get_hour (wall) == g_date_time_get_hour (last) &&
         g_date_time_get_minute (wall) == g_date_time_get_minute (last) &&
         g_date_time_get_second (wall) == g_date_time_get_second (last);
}

static void
add_day (Days                      *days,
         const ConveneInviteChange *change,
         gboolean                   is_first)
{
  g_autoptr(GDateTime) wall = change_to_wall (change);
  int day = g_date_time_get_day_of_month (wall);
  int weekday = g_date_time_get_day_of_week (wall);
  int length = g_date_get_days_in_month (g_date_time_get_month (wall), g_date_time_get_year (wall));

  days->month = g_date_time_get_month (wall);
  days->weekday = is_first || days->weekday == weekday ? weekday : 0;
  days->first_day = is_first ? day : MIN (days->first_day, day);
  days->last_day = is_first ? day : MAX (days->last_day, day);
  days->always_in_last_week = (is_first || days->always_in_last_week) && day > length - 7;
}

static char *
list_days (int first)
{
  g_autoptr(GString) list = g_string_new (NULL);

  for (int day = first; day < first + 7; day++)
    g_string_append_printf (list, "%s%d", day > first ? "," : "", day);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* The parts in the order in which libical writes them, too. */
static char *
format_days (const Days *days)
{
  static const char *const names[] = { NULL, "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const char              *name = names[days->weekday];
  int                      week = (days->first_day - 1) / 7;
  g_autofree char         *range = NULL;

  if (name == NULL)
    return days->first_day == days->last_day ? g_strdup_printf ("BYMONTHDAY=%d", days->first_day) : NULL;
  if (days->always_in_last_week)
    return g_strdup_printf ("BYDAY=-1%s", name);
  if (week == (days->last_day - 1) / 7)
    return g_strdup_printf ("BYDAY=%d%s", week + 1, name);
  if (days->last_day - days->first_day > 6)
    return NULL;

  range = list_days (days->first_day);
  return g_strdup_printf ("BYDAY=%s;BYMONTHDAY=%s", name, range);
}

char *
convene_invite_rule_find (const GArray *changes)
{
  const ConveneInviteChange *all = (const ConveneInviteChange *) changes->data;
  Days                       days = { 0 };
  g_autofree char           *which = NULL;

  if (changes->len < 2)
    return NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      if (i > 0 && !is_next (&all[i], &all[i - 1]))
        return NULL;
      add_day (&days, &all[i], i == 0);
    }

  which = format_days (&days);
  return which != NULL ? g_strdup_printf ("FREQ=YEARLY;%s;BYMONTH=%d", which, days.month) : NULL;
}
