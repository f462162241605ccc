/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-zone.h"

#include "convene-invite-rule.h"

/* In eleven years a yearly rule falls on every weekday, so that "the last Sunday" is told from "the fourth". */
#define YEARS_AFTER 11

/* GLib knows the changes up to here; that there are none later says nothing. */
#define LAST_KNOWN_YEAR 2037

#define LONG_AGO 0

static void
free_zone (icaltimezone *zone)
{
  icaltimezone_free (zone, TRUE);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (icaltimezone, free_zone)

static int
offset_at (GTimeZone *zone,
           gint64     instant)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant));
}

static const char *
name_at (GTimeZone *zone,
         gint64     instant)
{
  return g_time_zone_get_abbreviation (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant));
}

static struct icaltimetype
time_from_seconds (gint64 seconds)
{
  struct icaltimetype time = icaltime_null_time ();
  g_autoptr(GDateTime) fields = g_date_time_new_from_unix_utc (seconds);

  g_assert (fields != NULL);

  time.year = g_date_time_get_year (fields);
  time.month = g_date_time_get_month (fields);
  time.day = g_date_time_get_day_of_month (fields);
  time.hour = g_date_time_get_hour (fields);
  time.minute = g_date_time_get_minute (fields);
  time.second = g_date_time_get_second (fields);
  return time;
}

struct icaltimetype
convene_invite_zone_get_time (GTimeZone *zone,
                              gint64     instant)
{
  struct icaltimetype time = time_from_seconds (instant + (zone != NULL ? offset_at (zone, instant) : 0));

  if (zone == NULL)
    time.zone = icaltimezone_get_utc_timezone ();
  return time;
}

gboolean
convene_invite_zone_is_utc (GTimeZone *zone)
{
  g_autoptr(GArray) changes = convene_invite_rule_list_changes (zone, LONG_AGO, G_MAXINT32);

  return changes->len == 0 && offset_at (zone, LONG_AGO) == 0 && g_str_equal (name_at (zone, LONG_AGO), "UTC");
}

static int
year_at (gint64 instant)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc (instant);

  g_assert (time != NULL);
  return g_date_time_get_year (time);
}

static gint64
start_of_year (int year)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (year, 1, 1, 0, 0, 0);

  g_assert (time != NULL);
  return g_date_time_to_unix (time);
}

/* One STANDARD or DAYLIGHT, open-ended with a rule. The word follows the direction and not tzdata's flag, by which Dublin's winter is a daylight
 * saving of minus one hour: readers that care for the word expect the later clock under DAYLIGHT. */
static void
add_observance (icalcomponent             *vtimezone,
                icalcomponent_kind         kind,
                const ConveneInviteChange *change,
                const char                *rule)
{
  icalcomponent *observance = icalcomponent_new (kind);

  icalcomponent_add_property (observance, icalproperty_new_dtstart (time_from_seconds (change->at + change->from)));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetfrom (change->from));
  icalcomponent_add_property (observance, icalproperty_new_tzoffsetto (change->to));
  icalcomponent_add_property (observance, icalproperty_new_tzname (change->name));
  if (rule != NULL)
    icalcomponent_add_property (observance, icalproperty_new_rrule (icalrecurrencetype_from_string (rule)));
  icalcomponent_add_component (vtimezone, observance);
}

static icalcomponent_kind
kind_of (const ConveneInviteChange *change)
{
  return change->to > change->from ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT;
}

static GArray *
select_kind (const GArray      *changes,
             icalcomponent_kind kind)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (ConveneInviteChange));

  for (guint i = 0; i < changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (changes, ConveneInviteChange, i);

      if (kind_of (change) == kind)
        g_array_append_val (selected, *change);
    }

  return selected;
}

/* Two rules, when each gives one change in every one of the years. */
static gboolean
add_rules (icalcomponent *vtimezone,
           const GArray  *changes,
           guint          years)
{
  g_autoptr(GArray) back = select_kind (changes, ICAL_XSTANDARD_COMPONENT);
  g_autoptr(GArray) forward = select_kind (changes, ICAL_XDAYLIGHT_COMPONENT);
  g_autofree char *back_rule = convene_invite_rule_find (back);
  g_autofree char *forward_rule = convene_invite_rule_find (forward);

  if (back->len != years || forward->len != years || back_rule == NULL || forward_rule == NULL)
    return FALSE;

  add_observance (vtimezone, ICAL_XSTANDARD_COMPONENT, &g_array_index (back, ConveneInviteChange, 0), back_rule);
  add_observance (vtimezone, ICAL_XDAYLIGHT_COMPONENT, &g_array_index (forward, ConveneInviteChange, 0), forward_rule);
  return TRUE;
}

/* What is in force at the first instant, and each change up to the last. */
static void
add_each (icalcomponent *vtimezone,
          GTimeZone     *zone,
          const GArray  *changes,
          gint64         first,
          gint64         last)
{
  int                 offset = offset_at (zone, first);
  ConveneInviteChange in_force = { .at = LONG_AGO - offset, .from = offset, .to = offset, .name = name_at (zone, first) };
  gboolean            is_alone = TRUE;

  for (guint i = 0; i < changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (changes, ConveneInviteChange, i);

      if (change->at <= first)
        in_force = *change;
      else if (change->at <= last)
        is_alone = FALSE;
    }

  /* One alone is STANDARD: there are readers that do not look at a DAYLIGHT without it. */
  add_observance (vtimezone, is_alone ? ICAL_XSTANDARD_COMPONENT : kind_of (&in_force), &in_force, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (changes, ConveneInviteChange, i);

      if (change->at > first && change->at <= last)
        add_observance (vtimezone, kind_of (change), change, NULL);
    }
}

/* Whether a reader of the VTIMEZONE comes to tzdata's answers: from the instant to the offset, and from the wall clock to the instant. */
static gboolean
agrees (icalcomponent *vtimezone,
        GTimeZone     *zone,
        const GArray  *instants)
{
  g_autoptr(icaltimezone) reader = icaltimezone_new ();

  if (!icaltimezone_set_component (reader, icalcomponent_new_clone (vtimezone)))
    return FALSE;

  for (guint i = 0; i < instants->len; i++)
    {
      gint64              instant = g_array_index (instants, gint64, i);
      struct icaltimetype utc = convene_invite_zone_get_time (NULL, instant);
      struct icaltimetype wall = convene_invite_zone_get_time (zone, instant);

      if (icaltimezone_get_utc_offset_of_utc_time (reader, &utc, NULL) != offset_at (zone, instant) ||
          icaltime_as_timet_with_zone (wall, reader) != instant)
        return FALSE;
    }

  return TRUE;
}

icalcomponent *
convene_invite_zone_new (GTimeZone    *zone,
                         const GArray *instants)
{
  g_autoptr(icalcomponent) vtimezone = icalcomponent_new_vtimezone ();
  g_autoptr(GArray) changes = NULL;
  gint64 first, last;
  int    first_year, last_year;

  g_return_val_if_fail (instants->len > 0, NULL);

  first = g_array_index (instants, gint64, 0);
  last = g_array_index (instants, gint64, instants->len - 1);
  first_year = year_at (first) - 1;
  last_year = MAX (MIN (year_at (last) + YEARS_AFTER, LAST_KNOWN_YEAR), year_at (last));
  changes = convene_invite_rule_list_changes (zone, start_of_year (first_year), start_of_year (last_year + 1) - 1);

  icalcomponent_add_property (vtimezone, icalproperty_new_tzid (g_time_zone_get_identifier (zone)));
  if (!add_rules (vtimezone, changes, last_year - first_year + 1))
    add_each (vtimezone, zone, changes, first, last);

  return agrees (vtimezone, zone, instants) ? g_steal_pointer (&vtimezone) : NULL;
}
