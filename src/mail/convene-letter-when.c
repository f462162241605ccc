/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-when.h"

#include "convene-clock-change.h"
#include "convene-letter-date.h"
#include "convene-letter-put.h"
#include "convene-letter-template.h"
#include "convene-zone.h"

const char *
convene_letter_when_find_zone (ConveneParticipant *reader,
                               const char         *other)
{
  const char *own = reader != NULL ? convene_participant_get_timezone (reader) : NULL;
  g_autoptr(GTimeZone) known = own != NULL ? convene_zone_new (own, "timezone", NULL) : NULL;

  return known != NULL ? own : other;
}

gboolean
convene_letter_when_same_offset (const char *a,
                                 const char *b,
                                 gint64      at)
{
  g_autofree char *offset_a = convene_letter_date_offset (a, at);
  g_autofree char *offset_b = convene_letter_date_offset (b, at);

  return g_strcmp0 (offset_a, offset_b) == 0;
}

char *
convene_letter_when_format (const ConveneLetterStretch *stretch,
                            const char                 *zone,
                            ConveneLetterWords         *words,
                            GError                    **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const char *locale = convene_letter_words_get_locale (words);
  g_autofree char *template = convene_letter_words_dup_word (words, "words", "when");
  g_autofree char *range = convene_letter_date_range (locale, zone, stretch->from, stretch->to, error);

  if (range == NULL)
    return NULL;

  convene_letter_put (values, "range", g_steal_pointer (&range));
  convene_letter_put (values, "city", convene_letter_date_city (locale, zone));
  convene_letter_put (values, "offset", convene_letter_date_offset (zone, stretch->from));
  return convene_letter_template_expand (template, values, error);
}

gboolean
convene_letter_when_put (GHashTable                 *values,
                         const ConveneLetterStretch *stretch,
                         const char                 *zone,
                         ConveneLetterWords         *words,
                         GError                    **error)
{
  gint64           at = stretch->from;
  const char      *other = stretch->zone;
  g_autofree char *when = convene_letter_when_format (stretch, zone, words, error);
  g_autofree char *when_there = NULL;
  g_autofree char *when_utc = NULL;

  if (when == NULL)
    return FALSE;
  if (!convene_letter_when_same_offset (zone, other, at) && (when_there = convene_letter_when_format (stretch, other, words, error)) == NULL)
    return FALSE;
  if (!convene_letter_when_same_offset (zone, "UTC", at) && !convene_letter_when_same_offset (other, "UTC", at) &&
      (when_utc = convene_letter_when_format (stretch, "UTC", words, error)) == NULL)
    return FALSE;

  convene_letter_put (values, "when", g_steal_pointer (&when));
  convene_letter_put (values, "when_there", g_steal_pointer (&when_there));
  convene_letter_put (values, "when_utc", g_steal_pointer (&when_utc));
  return TRUE;
}

/* Appends a sentence where the zone's clock changes before the interview. */
static gboolean
append_clock_change (GString            *out,
                     const char         *zone,
                     gint64              made_at,
                     gint64              start,
                     ConveneLetterWords *words,
                     GError            **error)
{
  g_autoptr(GTimeZone) known = convene_zone_new (zone, "timezone", error);
  gint64      change = known != NULL ? convene_clock_change_find (known, made_at, start) : 0;
  const char *locale = convene_letter_words_get_locale (words);
  g_autofree char *template = convene_letter_words_dup_word (words, "words", "clock_change");
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  g_autofree char *day = change != 0 ? convene_letter_date_day (locale, zone, change, error) : NULL;
  g_autofree char *city = convene_letter_date_city (locale, zone);
  g_autofree char *sentence = NULL;

  if (change == 0 || day == NULL)
    return known != NULL && change == 0;

  convene_letter_put (values, "day", g_steal_pointer (&day));
  convene_letter_put_line (values, "city", city != NULL ? city : zone);
  sentence = convene_letter_template_expand (template, values, error);
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", sentence != NULL ? sentence : "");
  return sentence != NULL;
}

gboolean
convene_letter_when_put_clock (GHashTable                 *values,
                               const ConveneLetterStretch *stretch,
                               const char                 *zone,
                               gint64                      made_at,
                               ConveneLetterWords         *words,
                               GError                    **error)
{
  g_autoptr(GString) sentences = g_string_new (NULL);

  if (made_at != 0 && !append_clock_change (sentences, zone, made_at, stretch->from, words, error))
    return FALSE;
  if (made_at != 0 && !convene_zone_equal (zone, stretch->zone) && !append_clock_change (sentences, stretch->zone, made_at, stretch->from, words, error))
    return FALSE;

  convene_letter_put (values, "clock_change", g_string_free (g_steal_pointer (&sentences), FALSE));
  return TRUE;
}

gboolean
convene_letter_when_put_date (GHashTable                 *values,
                              const ConveneLetterStretch *stretch,
                              const char                 *zone,
                              ConveneLetterWords         *words,
                              GError                    **error)
{
  const char      *locale = convene_letter_words_get_locale (words);
  g_autofree char *date = convene_letter_date_short (locale, zone, stretch->from, error);

  if (date == NULL)
    return FALSE;

  convene_letter_put (values, "date", g_steal_pointer (&date));
  convene_letter_put (values, "city",
                      convene_letter_when_same_offset (zone, stretch->zone, stretch->from) ? NULL : convene_letter_date_city (locale, zone));
  return TRUE;
}
