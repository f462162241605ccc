/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-zone-text.h"

#include "convene-invite-ical.h"
#include "convene-invite-output.h"
#include "convene-invite-rule.h"

/* In eleven years a yearly rule falls on every weekday, so that "the last Sunday" is told from "the fourth". */
#define YEARS_AFTER 11

/* GLib knows the changes up to here; that there are none later says nothing. */
#define LAST_KNOWN_YEAR 2037

#define LONG_AGO 0
#define DAY (24 * 60 * 60)

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

static void
add_offset (ConveneInviteOutput *output,
            const char          *name,
            int                  offset)
{
  int              seconds = ABS (offset);
  g_autofree char *value = g_strdup_printf ("%c%02d%02d", offset < 0 ? '-' : '+', seconds / 3600, seconds / 60 % 60);
  g_autofree char *exact = seconds % 60 != 0 ? g_strdup_printf ("%s%02d", value, seconds % 60) : NULL;

  convene_invite_output_add (output, name, exact != NULL ? exact : value);
}

/* One STANDARD or DAYLIGHT, open-ended with a rule. The word follows the direction and not tzdata's flag, by which Dublin's winter is a daylight
 * saving of minus one hour: readers that care for the word expect the later clock under DAYLIGHT. */
static void
add_observance (ConveneInviteOutput       *output,
                const char                *kind,
                const ConveneInviteChange *change,
                const char                *rule)
{
  convene_invite_output_add (output, "BEGIN", kind);
  convene_invite_output_begin (output, "DTSTART");
  convene_invite_output_end_time (output, change->at + change->from, FALSE);
  add_offset (output, "TZOFFSETFROM", change->from);
  add_offset (output, "TZOFFSETTO", change->to);
  convene_invite_output_add_text (output, "TZNAME", change->name);
  if (rule != NULL)
    convene_invite_output_add (output, "RRULE", rule);
  convene_invite_output_add (output, "END", kind);
}

static gboolean
is_forward (const ConveneInviteChange *change)
{
  return change->to > change->from;
}

static const char *
kind_of (const ConveneInviteChange *change)
{
  return is_forward (change) ? "DAYLIGHT" : "STANDARD";
}

static GArray *
select_direction (const GArray *changes,
                  gboolean      forward)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (ConveneInviteChange));

  for (guint i = 0; i < changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (changes, ConveneInviteChange, i);

      if (is_forward (change) == forward)
        g_array_append_val (selected, *change);
    }

  return selected;
}

/* Two rules, when each gives one change in every one of the years. */
static gboolean
add_rules (ConveneInviteOutput *output,
           const GArray        *changes,
           guint                years)
{
  g_autoptr(GArray) back = select_direction (changes, FALSE);
  g_autoptr(GArray) forward = select_direction (changes, TRUE);
  g_autofree char *back_rule = convene_invite_rule_find (back);
  g_autofree char *forward_rule = convene_invite_rule_find (forward);

  if (back->len != years || forward->len != years || back_rule == NULL || forward_rule == NULL)
    return FALSE;

  add_observance (output, "STANDARD", &g_array_index (back, ConveneInviteChange, 0), back_rule);
  add_observance (output, "DAYLIGHT", &g_array_index (forward, ConveneInviteChange, 0), forward_rule);
  return TRUE;
}

/* Between which changes the first instant and the last one are. */
static void
narrow_span (ConveneInviteSpan *span,
             const GArray      *changes,
             gint64             first,
             gint64             last)
{
  for (guint i = 0; i < changes->len; i++)
    {
      gint64 at = g_array_index (changes, ConveneInviteChange, i).at;

      if (at <= first)
        span->first_from = MAX (span->first_from, at);
      else
        span->first_until = MIN (span->first_until, at);
      if (at <= last)
        span->last_from = MAX (span->last_from, at);
      else
        span->last_until = MIN (span->last_until, at);
    }
}

/* What is in force at the first instant, and each change up to the last. */
static void
add_each (ConveneInviteOutput     *output,
          GTimeZone               *zone,
          const GArray            *changes,
          const ConveneInviteSpan *span)
{
  int                 offset = offset_at (zone, span->first_from);
  ConveneInviteChange in_force = { .at = LONG_AGO - offset, .from = offset, .to = offset, .name = name_at (zone, span->first_from) };
  gboolean            is_alone = TRUE;

  for (guint i = 0; i < changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (changes, ConveneInviteChange, i);

      if (change->at <= span->first_from)
        in_force = *change;
      else if (change->at <= span->last_from)
        is_alone = FALSE;
    }

  /* One alone is STANDARD: there are readers that do not look at a DAYLIGHT without it. */
  add_observance (output, is_alone ? "STANDARD" : kind_of (&in_force), &in_force, NULL);
  for (guint i = 0; i < changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (changes, ConveneInviteChange, i);

      if (change->at > span->first_from && change->at <= span->last_from)
        add_observance (output, kind_of (change), change, NULL);
    }
}

/* Whether the wall clock shows the time of the instant at another instant too. */
static gboolean
is_doubled (GTimeZone *zone,
            gint64     instant)
{
  int offset = offset_at (zone, instant);
  int before = offset_at (zone, instant - DAY);
  int other = before != offset ? before : offset_at (zone, instant + DAY);

  return other != offset && offset_at (zone, instant + offset - other) == other;
}

static gboolean
agrees_at (icaltimezone *reader,
           GTimeZone    *zone,
           gint64        instant)
{
  int                 offset = offset_at (zone, instant);
  struct icaltimetype utc = icaltime_from_timet_with_zone (instant, FALSE, icaltimezone_get_utc_timezone ());
  struct icaltimetype wall = icaltime_from_timet_with_zone (instant + offset, FALSE, NULL);

  return icaltimezone_get_utc_offset_of_utc_time (reader, &utc, NULL) == offset &&
         (is_doubled (zone, instant) || icaltime_as_timet_with_zone (wall, reader) == instant);
}

/* On both sides of a change, and where the wall clock is clear of it. */
static gboolean
agrees_around (icaltimezone              *reader,
               GTimeZone                 *zone,
               const ConveneInviteChange *change)
{
  int difference = ABS (change->to - change->from);

  return agrees_at (reader, zone, change->at - difference - 1) && agrees_at (reader, zone, change->at - 1) &&
         agrees_at (reader, zone, change->at) && agrees_at (reader, zone, change->at + difference);
}

/* Whether a reader of the VTIMEZONE comes to tzdata's answers, which are the same between two changes: from the instant to the offset, and from the wall
 * clock to the instant. */
static gboolean
agrees (const char              *text,
        GTimeZone               *zone,
        const GArray            *changes,
        const ConveneInviteSpan *span)
{
  g_autoptr(icaltimezone) reader = icaltimezone_new ();
  g_autoptr(icalcomponent) vtimezone = icalparser_parse_string (text);

  if (vtimezone == NULL || !icaltimezone_set_component (reader, vtimezone))
    return FALSE;
  vtimezone = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const ConveneInviteChange *change = &g_array_index (changes, ConveneInviteChange, i);

      if (change->at > span->first_from && change->at < span->last_until && !agrees_around (reader, zone, change))
        return FALSE;
    }

  return agrees_at (reader, zone, MAX (span->first_from, LONG_AGO + DAY)) && agrees_at (reader, zone, span->last_until - 1);
}

char *
convene_invite_zone_text_new (GTimeZone         *zone,
                              gint64             first,
                              gint64             last,
                              ConveneInviteSpan *span,
                              GArray           **changes)
{
  g_auto (ConveneInviteOutput) output = { 0 };
  int first_year = year_at (first) - 1;
  int last_year = MAX (MIN (year_at (last) + YEARS_AFTER, LAST_KNOWN_YEAR), year_at (last));

  *span = (ConveneInviteSpan){ start_of_year (first_year + 1), start_of_year (first_year + 2), start_of_year (year_at (last)), start_of_year (year_at (last) + 1) };
  *changes = convene_invite_rule_list_changes (zone, start_of_year (first_year), start_of_year (last_year + 1) - 1);

  convene_invite_output_init (&output);
  convene_invite_output_add (&output, "BEGIN", "VTIMEZONE");
  convene_invite_output_add (&output, "TZID", g_time_zone_get_identifier (zone));
  if (!add_rules (&output, *changes, last_year - first_year + 1))
    {
      narrow_span (span, *changes, first, last);
      add_each (&output, zone, *changes, span);
    }
  convene_invite_output_add (&output, "END", "VTIMEZONE");

  return agrees (output.lines->str, zone, *changes, span) ? g_string_free (g_steal_pointer (&output.lines), FALSE) : NULL;
}
