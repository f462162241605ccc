/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-search-text.h"

#include <string.h>

#define MINUTES_OF_HALF_A_DAY (12 * 60)

/* A word before the time, the hour, the minutes, and what makes it a time; nothing may touch it. */
#define TIME                                                    \
  "(?<![\\w:.,+-])(?:(?:at|um|à|a\\s+las?)\\s+|@\\s*)?"        \
  "(?<hour>\\d{1,2})(?:(?<minutes>[:.h]\\d{2})|(?<open>[:h]))?" \
  "(?:\\s*(?<half>[ap])\\.?\\s?m\\b\\.?|\\s+(?<word>uhr|h)\\b)?(?![\\w:+-]|[.,]\\d)"

/* Of a meeting's number, as people copy it: "861 2345 6789". */
#define LEAST_DIGITS 5

/* Nobody types more; whatever is on the bus may. Bytes. */
#define MOST_TEXT 1000

static gboolean
is_group (GMatchInfo *match,
          const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text != NULL && *text != '\0';
}

static int
read_number (GMatchInfo *match,
             const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  if (text == NULL || *text == '\0')
    return -1;

  return (int) g_ascii_strtoll (g_ascii_isdigit (*text) ? text : text + 1, NULL, 10);
}

/* The hour of the day; -1 where there is none such. */
static int
read_hour (GMatchInfo *match)
{
  g_autofree char *half = g_match_info_fetch_named (match, "half");
  int              hour = read_number (match, "hour");

  if (half == NULL || *half == '\0')
    return hour < 24 ? hour : -1;
  if (hour < 1 || hour > 12)
    return -1;

  return hour % 12 + (g_ascii_tolower (*half) == 'p' ? 12 : 0);
}

static gboolean
is_certain (GMatchInfo *match)
{
  return is_group (match, "minutes") || is_group (match, "open") || is_group (match, "half") || is_group (match, "word");
}

/* One that may be something else counts as the last of several words alone. */
static gboolean
is_time (GMatchInfo *match,
         const char *text)
{
  int start, end;

  g_match_info_fetch_pos (match, 0, &start, &end);
  return read_hour (match) >= 0 && read_number (match, "minutes") < 60 && (is_certain (match) || (start > 0 && text[end] == '\0'));
}

static char *
without (const char *text,
         int         start,
         int         end)
{
  g_autofree char *before = g_strndup (text, start);
  g_autofree char *both = g_strconcat (g_strstrip (before), " ", text + end, NULL);

  return g_strdup (g_strstrip (both));
}

static void
take_time (ConveneSearchText *self,
           GMatchInfo        *match,
           gboolean           twelve)
{
  int minutes = read_number (match, "minutes");
  int start, end;

  g_match_info_fetch_pos (match, 0, &start, &end);
  self->from = read_hour (match) * 60 + MAX (minutes, 0);
  self->length = minutes < 0 ? 60 : 1;
  self->either = twelve && !is_group (match, "half") && read_number (match, "hour") <= 12;
  self->certain = is_certain (match);
  g_free (self->words);
  self->words = without (self->text, start, end);
}

static void
find_time (ConveneSearchText *self,
           gboolean           twelve)
{
  g_autoptr(GRegex) expression = g_regex_new (TIME, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  g_assert (expression != NULL);

  for (gboolean more = g_regex_match (expression, self->text, 0, &match); more; more = g_match_info_next (match, NULL))
    {
      if (!is_time (match, self->text))
        continue;

      take_time (self, match, twelve);
      if (self->certain)
        return;
    }
}

/* The digits alone, where nothing else was typed; NULL otherwise. */
static char *
read_meeting_number (const char *text)
{
  g_autoptr(GString) digits = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (g_ascii_isdigit (*c))
        g_string_append_c (digits, *c);
      else if (*c != ' ' && *c != '-')
        return NULL;
    }

  return digits->len >= LEAST_DIGITS ? g_strdup (digits->str) : NULL;
}

static char *
join (const char *const *terms)
{
  g_autofree char *joined = g_strjoinv (" ", (char **) terms);
  g_autofree char *valid = g_utf8_make_valid (joined, (gssize) MIN (strlen (joined), MOST_TEXT));
  g_auto(GStrv) words = g_strsplit_set (valid, " \t\r\n\v\f", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
    }

  return g_string_free (text, FALSE);
}

ConveneSearchText *
convene_search_text_parse (const char *const *terms,
                           gboolean           twelve)
{
  ConveneSearchText *self = g_new0 (ConveneSearchText, 1);
  g_autofree char   *number = NULL;

  g_return_val_if_fail (terms != NULL, self);

  self->text = join (terms);
  self->from = -1;
  number = read_meeting_number (self->text);
  if (number != NULL)
    {
      g_free (self->text);
      self->text = g_steal_pointer (&number);
    }
  self->words = g_strdup (self->text);
  find_time (self, twelve);
  return self;
}

void
convene_search_text_free (ConveneSearchText *self)
{
  g_free (self->text);
  g_free (self->words);
  g_free (self);
}

gboolean
convene_search_text_fits (const ConveneSearchText *self,
                          gint64                   instant,
                          const char              *zone)
{
  g_autoptr(GTimeZone) timezone = zone != NULL ? g_time_zone_new_identifier (zone) : g_time_zone_new_local ();
  g_autoptr(GDateTime) universal = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = NULL;
  int minute;

  if (self->from < 0 || universal == NULL || timezone == NULL)
    return FALSE;

  local = g_date_time_to_timezone (universal, timezone);
  minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  if (self->either)
    return (minute - self->from % MINUTES_OF_HALF_A_DAY + MINUTES_OF_HALF_A_DAY) % MINUTES_OF_HALF_A_DAY < self->length;

  return minute >= self->from && minute < self->from + self->length;
}
