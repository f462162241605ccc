/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-observance.h"

#include <string.h>

#include "convene-invite-clock.h"

#define MAX_DATES 300

/* 29 February, which a rule may name, comes again after eight years at most. */
#define YEARS_BACK 8

void
convene_invite_observance_clear (ConveneInviteObservance *self)
{
  g_clear_pointer (&self->dates, g_array_unref);
}

/* "+0100", "-033000" (RFC 5545 §3.3.14). */
static gboolean
parse_offset (const char *value,
              int        *offset)
{
  gsize digits = strspn (value + (*value != '\0'), "0123456789");
  int   number;

  if ((*value != '+' && *value != '-') || (digits != 4 && digits != 6) || value[1 + digits] != '\0')
    return FALSE;

  number = ((value[1] - '0') * 10 + value[2] - '0') * 3600 + ((value[3] - '0') * 10 + value[4] - '0') * 60;
  if (digits == 6)
    number += (value[5] - '0') * 10 + value[6] - '0';
  *offset = *value == '-' ? -number : number;
  return number <= 18 * 3600;
}

static gboolean
parse_number (const char *text,
              gint64      least,
              gint64      most,
              int        *number)
{
  gint64 parsed;

  if (!g_ascii_string_to_signed (text, 10, least, most, &parsed, NULL))
    return FALSE;

  *number = (int) parsed;
  return TRUE;
}

static gboolean
parse_weekday (const char *text,
               int        *weekday)
{
  static const char *const days[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (g_ascii_strcasecmp (text, days[i]) == 0)
      {
        *weekday = (int) i + 1;
        return TRUE;
      }

  return FALSE;
}

/* "-1SU", "2SU" or "SU". */
static gboolean
parse_day (ConveneInviteObservance *self,
           const char              *text)
{
  gsize            length = strlen (text);
  g_autofree char *ordinal = NULL;

  if (length < 2 || !parse_weekday (text + length - 2, &self->weekday))
    return FALSE;
  if (length == 2)
    return TRUE;

  ordinal = g_strndup (text, length - 2);
  return parse_number (*ordinal == '+' ? ordinal + 1 : ordinal, -5, 5, &self->ordinal) && self->ordinal != 0;
}

/* "22", or "8,9,10,11,12,13,14": with a weekday, the one among these. */
static gboolean
parse_month_days (ConveneInviteObservance *self,
                  const char              *text)
{
  g_auto (GStrv) days = g_strsplit (text, ",", 32);

  for (guint i = 0; days[i] != NULL; i++)
    {
      int day;

      if (!parse_number (days[i], 1, 31, &day))
        return FALSE;
      self->month_days |= 1u << day;
    }

  return self->month_days != 0;
}

static gboolean
parse_until (ConveneInviteObservance *self,
             const char              *text)
{
  self->has_until = TRUE;
  self->until_is_utc = g_str_has_suffix (text, "Z");
  return convene_invite_clock_parse (text, &self->until);
}

static gboolean
parse_part (ConveneInviteObservance *self,
            const char              *name,
            const char              *text)
{
  int ignored;

  if (g_str_equal (name, "FREQ"))
    return g_ascii_strcasecmp (text, "YEARLY") == 0;
  if (g_str_equal (name, "INTERVAL"))
    return g_str_equal (text, "1");
  if (g_str_equal (name, "BYMONTH"))
    return parse_number (text, 1, 12, &self->month);
  if (g_str_equal (name, "BYDAY"))
    return parse_day (self, text);
  if (g_str_equal (name, "BYMONTHDAY"))
    return parse_month_days (self, text);
  if (g_str_equal (name, "UNTIL"))
    return parse_until (self, text);
  if (g_str_equal (name, "COUNT"))
    return parse_number (text, 1, 1000, &self->count);
  if (g_str_equal (name, "WKST"))
    return TRUE;
  if (g_str_equal (name, "BYHOUR") || g_str_equal (name, "BYMINUTE") || g_str_equal (name, "BYSECOND"))
    return parse_number (text, 0, 59, &ignored);

  return FALSE;
}

static gboolean
has_several_days (const ConveneInviteObservance *self)
{
  return (self->month_days & (self->month_days - 1)) != 0;
}

/* Whether it names one day a year, or some in one month, as there are zones that cannot be told otherwise; those are not counted. */
static gboolean
names_days (const ConveneInviteObservance *self)
{
  if (self->weekday == 0)
    return !has_several_days (self);

  return self->month != 0 && (self->ordinal != 0) != (self->month_days != 0) && (self->count == 0 || self->ordinal != 0);
}

static gboolean
parse_rule (ConveneInviteObservance *self,
            const char              *value)
{
  g_auto (GStrv) parts = g_strsplit (value, ";", 20);
  gboolean has_frequency = FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char            *text = strchr (parts[i], '=');
      g_autofree char *name = NULL;

      if (text == NULL && *parts[i] == '\0')
        continue;
      if (text == NULL)
        return FALSE;
      name = g_ascii_strup (parts[i], text - parts[i]);
      has_frequency |= g_str_equal (name, "FREQ");
      if (!parse_part (self, name, text + 1))
        return FALSE;
    }

  return has_frequency && names_days (self);
}

static gboolean
parse_dates (ConveneInviteObservance *self,
             const char              *value)
{
  g_auto (GStrv) dates = g_strsplit (value, ",", MAX_DATES + 1);

  if (self->dates == NULL)
    self->dates = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; dates[i] != NULL; i++)
    {
      gint64 date;

      if (self->dates->len == MAX_DATES || !convene_invite_clock_parse (dates[i], &date))
        return FALSE;
      g_array_append_val (self->dates, date);
    }

  return TRUE;
}

void
convene_invite_observance_add_property (ConveneInviteObservance *self,
                                        const char              *name,
                                        const char              *value)
{
  gboolean understood = TRUE;

  if (g_str_equal (name, "DTSTART"))
    understood = self->has_start = convene_invite_clock_parse (value, &self->start);
  else if (g_str_equal (name, "TZOFFSETFROM"))
    understood = self->has_from = parse_offset (value, &self->from);
  else if (g_str_equal (name, "TZOFFSETTO"))
    understood = self->has_to = parse_offset (value, &self->to);
  else if (g_str_equal (name, "RDATE"))
    understood = parse_dates (self, value);
  else if (g_str_equal (name, "RRULE"))
    {
      understood = !self->has_rule && parse_rule (self, value);
      self->has_rule = TRUE;
    }
  else if (g_str_equal (name, "EXRULE") || g_str_equal (name, "EXDATE"))
    understood = FALSE;

  self->is_odd |= !understood;
}

gboolean
convene_invite_observance_is_usable (const ConveneInviteObservance *self)
{
  return self->has_start && self->has_from && self->has_to && !self->is_odd;
}

static gboolean
is_nth_weekday (const ConveneInviteObservance *self,
                int                            weekday,
                int                            day,
                int                            length)
{
  if (self->weekday == 0)
    return TRUE;
  if (weekday != self->weekday)
    return FALSE;
  if (self->ordinal > 0)
    return (day - 1) / 7 + 1 == self->ordinal;

  return self->ordinal == 0 || (length - day) / 7 + 1 == -self->ordinal;
}

/* The last time that the rule names in a year, up to a limit. */
static gboolean
find_in_year (const ConveneInviteObservance *self,
              int                            year,
              gint64                         limit,
              gint64                        *onset)
{
  gint64 start_days = convene_invite_clock_get_days (self->start);
  gint64 time = self->start - start_days * CONVENE_INVITE_CLOCK_DAY;
  int    start_month, start_day, month, length;
  gint64 first;

  convene_invite_clock_split (start_days, NULL, &start_month, &start_day);
  month = self->month != 0 ? self->month : start_month;
  length = g_date_get_days_in_month (month, year);
  first = convene_invite_clock_count_days (year, month, 1);
  for (int day = length; day >= 1; day--)
    {
      gint64   days = first + day - 1;
      gboolean is_any = self->month_days == 0 && (self->weekday != 0 || day == start_day);

      if ((is_any || (self->month_days & 1u << day) != 0) && is_nth_weekday (self, convene_invite_clock_get_weekday (days), day, length) &&
          days * CONVENE_INVITE_CLOCK_DAY + time <= limit)
        {
          *onset = days * CONVENE_INVITE_CLOCK_DAY + time;
          return TRUE;
        }
    }

  return FALSE;
}

/* Up to when the rule holds, by the clock before the change. */
static gint64
get_until (const ConveneInviteObservance *self)
{
  gint64 until = self->has_until ? self->until + (self->until_is_utc ? self->from : 0) : G_MAXINT64;

  if (self->count > 0)
    {
      int last = convene_invite_clock_get_year (self->start) + self->count - 1;

      until = MIN (until, (convene_invite_clock_count_days (last, 12, 31) + 1) * CONVENE_INVITE_CLOCK_DAY - 1);
    }

  return until;
}

static void
take_later (gint64    candidate,
            gint64    wall,
            gint64   *onset,
            gboolean *found)
{
  if (candidate <= wall && (!*found || candidate > *onset))
    {
      *onset = candidate;
      *found = TRUE;
    }
}

gboolean
convene_invite_observance_find_onset (const ConveneInviteObservance *self,
                                      gint64                         wall,
                                      gint64                        *onset)
{
  gboolean found = FALSE;
  gint64   candidate, last;
  int      year;

  take_later (self->start, wall, onset, &found);
  for (guint i = 0; self->dates != NULL && i < self->dates->len; i++)
    take_later (g_array_index (self->dates, gint64, i), wall, onset, &found);
  if (!self->has_rule || !found)
    return found;

  last = MIN (wall, get_until (self));
  year = convene_invite_clock_get_year (last);
  for (int back = 0; back <= YEARS_BACK; back++)
    if (find_in_year (self, year - back, last, &candidate))
      {
        if (candidate > self->start)
          take_later (candidate, wall, onset, &found);
        break;
      }

  return found;
}
