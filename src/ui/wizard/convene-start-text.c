/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-start-text.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-zone.h"

/* A time falls apart into at most two numbers and a word. */
typedef struct
{
  int      numbers[2];
  int      digits[2];
  int      count;
  GString *word; /* letters alone, in lower case */
} Pieces;

static void
pieces_clear (Pieces *self)
{
  if (self->word != NULL)
    g_string_free (g_steal_pointer (&self->word), TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pieces, pieces_clear)

static gboolean
take_digit (Pieces  *pieces,
            gboolean is_new,
            int      digit)
{
  int at;

  if (is_new && pieces->count == 2)
    return FALSE;
  if (is_new)
    pieces->count++;

  at = pieces->count - 1;
  pieces->numbers[at] = pieces->numbers[at] * 10 + digit;
  return ++pieces->digits[at] <= 4;
}

/* Whether a letter between two numbers only divides them, as in 9h30. */
static gboolean
is_divider (Pieces     *pieces,
            const char *rest)
{
  return pieces->count == 1 && pieces->word->len == 0 && (*rest == 'h' || *rest == 'H') && (rest[1] == '\0' || g_ascii_isdigit (rest[1]));
}

static gboolean
take_apart (Pieces     *pieces,
            const char *text)
{
  gboolean in_number = FALSE;

  pieces->word = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      int      digit = g_unichar_digit_value (letter);

      if (digit >= 0 && !take_digit (pieces, !in_number, digit))
        return FALSE;
      if (digit < 0 && g_unichar_isalpha (letter) && !is_divider (pieces, p))
        g_string_append_unichar (pieces->word, g_unichar_tolower (letter));
      else if (digit < 0 && !g_unichar_isalpha (letter) && !g_unichar_isspace (letter) && !g_unichar_ispunct (letter))
        return FALSE;
      if (letter == '-' || letter == '+')
        return FALSE;
      in_number = digit >= 0;
    }

  return pieces->count > 0;
}

/* The language's word for the half of the day of an hour, as take_apart () leaves words. */
static gboolean
is_local_word (const char *word,
               int         hour)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (2026, 1, 1, hour, 0, 0);
  g_autofree char *local = g_date_time_format (time, "%p");
  g_autoptr(GString) letters = g_string_new (NULL);

  for (const char *p = local; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (p)));

  return letters->len > 0 && g_str_equal (letters->str, word);
}

static gboolean
apply_half (const char *word,
            int        *hour)
{
  static const char *const morning[] = { "a", "am", NULL };
  static const char *const evening[] = { "p", "pm", NULL };
  gboolean                 is_morning = g_strv_contains (morning, word) || is_local_word (word, 1);
  gboolean                 is_evening = g_strv_contains (evening, word) || is_local_word (word, 13);

  if (!is_morning && !is_evening)
    return *word == '\0';
  if (*hour < 1 || *hour > 12)
    return FALSE;

  *hour = *hour % 12 + (is_morning ? 0 : 12);
  return TRUE;
}

gboolean
convene_start_text_parse_time (const char *text,
                               int        *hour,
                               int        *minute)
{
  g_auto(Pieces) pieces = { 0 };
  int hours, minutes;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!take_apart (&pieces, text))
    return FALSE;

  hours = pieces.numbers[0];
  minutes = pieces.numbers[1];
  if (pieces.count == 2 && (pieces.digits[0] > 2 || pieces.digits[1] != 2))
    return FALSE;
  if (pieces.count == 1 && pieces.digits[0] > 2)
    {
      hours = pieces.numbers[0] / 100;
      minutes = pieces.numbers[0] % 100;
    }
  if (!apply_half (pieces.word->str, &hours) || hours > 23 || minutes > 59)
    return FALSE;

  *hour = hours;
  *minute = minutes;
  return TRUE;
}

char *
convene_start_text_format_time (int      hour,
                                int      minute,
                                gboolean twelve_hours)
{
  g_autoptr(GDateTime) time = g_date_time_new_utc (2026, 1, 1, hour, minute, 0);
  g_autofree char *half = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  half = twelve_hours ? g_date_time_format (time, "%p") : g_strdup ("");
  if (*half == '\0')
    return g_strdup_printf ("%02d:%02d", hour, minute);

  return g_strdup_printf ("%d:%02d %s", (hour + 11) % 12 + 1, minute, half);
}

/* GDate also reads "5" and "March": a date that was not finished is none. Numbers and words count, also where nothing stands between them. */
static gboolean
is_whole_date (const char *text)
{
  enum
  {
    NOTHING,
    NUMBER,
    WORD
  } last = NOTHING;
  guint groups = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);
      int      kind = g_unichar_isdigit (letter) ? NUMBER : g_unichar_isalpha (letter) ? WORD
                                                                                       : NOTHING;

      groups += kind != NOTHING && kind != (int) last;
      last = kind;
    }

  return groups >= 3;
}

char *
convene_start_text_parse_date (const char *text)
{
  g_autofree char *stripped = NULL;
  g_autoptr(GDate) date = g_date_new ();
  int year, month, day, length = 0;

  g_return_val_if_fail (text != NULL, NULL);

  stripped = g_strstrip (g_strdup (text));
  if (sscanf (stripped, "%4d-%2d-%2d%n", &year, &month, &day, &length) == 3 && stripped[length] == '\0' && length == 10)
    {
      if (g_date_valid_dmy (day, month, year))
        g_date_set_dmy (date, day, month, year);
    }
  else if (sscanf (stripped, "%2d.%2d.%4d%n", &day, &month, &year, &length) == 3 && stripped[length] == '\0' && year >= 1000)
    {
      /* With points the day comes first, whatever the locale does with other signs. */
      if (g_date_valid_dmy (day, month, year))
        g_date_set_dmy (date, day, month, year);
    }
  else if (is_whole_date (stripped))
    {
      g_date_set_parse (date, stripped);
    }

  if (!g_date_valid (date) || g_date_get_year (date) < 1970 || g_date_get_year (date) > 2100)
    return NULL;

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

char *
convene_start_text_join (const char *date,
                         const char *time,
                         const char *offset,
                         GError    **error)
{
  g_autofree char *day = convene_start_text_parse_date (date);
  int              hour, minute;

  if (day == NULL)
    {
      if (*date == '\0')
        convene_error_set_field (error, "start", _ ("The date is missing: choose a day"));
      else
        convene_error_set_field (error, "start", _ ("The date cannot be read: write it as 2026-12-01"));
      return NULL;
    }

  if (!convene_start_text_parse_time (time, &hour, &minute))
    {
      if (*time == '\0')
        convene_error_set_field (error, "start", _ ("The time is missing: give one such as 10:00"));
      else
        convene_error_set_field (error, "start", _ ("The time cannot be read: write it as 10:00"));
      return NULL;
    }

  return g_strdup_printf ("%s %02d:%02d%s", day, hour, minute, offset != NULL ? offset : "");
}

/* What the model refuses because of the clocks, it says for those who can type an offset. In a window a doubled time is chosen from two. */
static GError *
put_into_words (GError     *error,
                const char *date,
                const char *time,
                const char *zone)
{
  g_autofree char *text = convene_start_text_join (date, time, NULL, NULL);
  g_autoptr(ConveneMoment) in_utc = convene_moment_parse (text, "UTC", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_strcmp0 (convene_error_get_field (error), "start") != 0 || in_utc == NULL)
    return g_error_copy (error);
  if (convene_start_text_find_readings (date, time, zone, &first, &second))
    return convene_error_new_field (error->code, "start", "%s", _("The clocks go back over this time on that day: choose which one is meant"));

  return convene_error_new_field (error->code, "start", "%s", _("The clocks go forward over this time on that day: choose another one"));
}

ConveneMoment *
convene_start_text_to_moment (const char *date,
                              const char *time,
                              const char *offset,
                              const char *zone,
                              GError    **error)
{
  g_autofree char *text = convene_start_text_join (date, time, offset, error);
  g_autoptr(GError) refused = NULL;
  ConveneMoment *moment = text != NULL ? convene_moment_parse (text, zone, &refused) : NULL;
  gboolean       has_offset = offset != NULL && *offset != '\0';

  if (refused != NULL)
    g_propagate_error (error, has_offset ? g_steal_pointer (&refused) : put_into_words (refused, date, time, zone));
  return moment;
}

/* A reading's offset, if the time is doubled in that zone. */
static char *
find_reading (const char *text,
              const char *name,
              GTimeZone  *zone,
              gint64      near)
{
  int              seconds = g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, near));
  g_autofree char *offset = g_strdup_printf ("%c%02d:%02d", seconds < 0 ? '-' : '+', ABS (seconds) / 3600, ABS (seconds) / 60 % 60);
  g_autofree char *whole = g_strconcat (text, offset, NULL);
  g_autoptr(ConveneMoment) moment = convene_moment_parse (whole, name, NULL);

  return moment != NULL && convene_moment_is_doubled (moment) ? g_steal_pointer (&offset) : NULL;
}

gboolean
convene_start_text_find_readings (const char *date,
                                  const char *time,
                                  const char *zone,
                                  char      **first,
                                  char      **second)
{
  g_autoptr(GTimeZone) timezone = convene_zone_new (zone, NULL, NULL);
  g_autofree char *text = convene_start_text_join (date, time, NULL, NULL);
  g_autoptr(ConveneMoment) in_utc = text != NULL ? convene_moment_parse (text, "UTC", NULL) : NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const gint64     day = CONVENE_DAY / CONVENE_SECOND;

  if (timezone == NULL || in_utc == NULL)
    return FALSE;

  before = find_reading (text, zone, timezone, convene_moment_get_instant (in_utc) / CONVENE_SECOND - day);
  after = find_reading (text, zone, timezone, convene_moment_get_instant (in_utc) / CONVENE_SECOND + day);
  if (before == NULL || after == NULL || g_str_equal (before, after))
    return FALSE;

  *first = g_steal_pointer (&before);
  *second = g_steal_pointer (&after);
  return TRUE;
}
