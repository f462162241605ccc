/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-letter-clean.h"
#include "convene-letter-date.h"
#include "convene-letter-template.h"
#include "convene-zone.h"

/* Takes the value. */
static void
put (GHashTable *values,
     const char *name,
     char       *value)
{
  g_hash_table_insert (values, (gpointer) name, value != NULL ? value : g_strdup (""));
}

static void
put_line (GHashTable *values,
          const char *name,
          const char *value)
{
  put (values, name, convene_letter_clean_line (value));
}

static void
put_lines (GHashTable *values,
           const char *name,
           const char *value)
{
  put (values, name, convene_letter_clean_lines (value));
}

static void
put_flag (GHashTable *values,
          const char *name,
          gboolean    value)
{
  put (values, name, g_strdup (value ? "yes" : ""));
}

static const char *
name_or_address (const char *name,
                 const char *address)
{
  return name != NULL && *name != '\0' ? name : address;
}

static void
put_person (GHashTable         *values,
            const char         *name,
            ConveneParticipant *person)
{
  if (person != NULL)
    put_line (values, name, name_or_address (convene_participant_get_name (person), convene_participant_get_address (person)));
  else
    put (values, name, NULL);
}

/* "812 3456 7890": in groups, as Zoom shows its numbers; a number of another length stands as it is. */
static char *
format_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  gsize            length = strlen (digits);
  gsize            last = length > 9 ? 4 : 3;

  if (number <= 0)
    return NULL;
  if (length < 9 || length > 11)
    return g_steal_pointer (&digits);

  return g_strdup_printf ("%.3s %.*s %s", digits, (int) (length - 3 - last), digits + 3, digits + length - last);
}

/* Whether people join by a link that a provider makes. */
static gboolean
is_made_online (ConvenePlatform platform)
{
  return platform == CONVENE_PLATFORM_ZOOM || platform == CONVENE_PLATFORM_GOOGLE_MEET || platform == CONVENE_PLATFORM_TEAMS;
}

static void
put_link (GHashTable       *values,
          ConveneInterview *interview)
{
  const char     *link = convene_interview_get_join_link (interview);
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  gboolean        of_meeting = link != NULL && meeting != NULL && convene_interview_get_platform (interview) != CONVENE_PLATFORM_LINK;
  gboolean        clickable = link != NULL && (g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://"));

  put_line (values, "link", link);
  put_flag (values, "clickable", clickable);
  put (values, "number", of_meeting ? format_number (convene_meeting_get_number (meeting)) : NULL);
  put_line (values, "password", of_meeting ? convene_meeting_get_password (meeting) : NULL);
}

static void
put_place (GHashTable         *values,
           ConveneInterview   *interview,
           ConveneLetterWords *words)
{
  ConvenePlatform  platform = convene_interview_get_platform (interview);
  const char      *location = convene_interview_get_location (interview);
  g_autofree char *word = convene_letter_words_dup_word (words, "platforms", convene_enum_to_nick (CONVENE_TYPE_PLATFORM, platform));

  put (values, "platform", g_steal_pointer (&word));
  put_line (values, "phone", platform == CONVENE_PLATFORM_PHONE ? location : NULL);
  put_line (values, "place", platform == CONVENE_PLATFORM_IN_PERSON ? location : NULL);
  put_flag (values, "link_follows", is_made_online (platform) && convene_interview_get_join_link (interview) == NULL);
}

/* The reader's zone if it is known and exists, else the interview's. */
static const char *
find_zone (ConveneParticipant  *reader,
           const ConveneMoment *start)
{
  const char *own = reader != NULL ? convene_participant_get_timezone (reader) : NULL;
  g_autoptr(GTimeZone) known = own != NULL ? convene_zone_new (own, "timezone", NULL) : NULL;

  return known != NULL ? own : convene_moment_get_zone (start);
}

/* "Tuesday, 1 December 2026, 10:00–10:45 (Mexico City, UTC−6)" */
static char *
format_when (ConveneInterview   *interview,
             const char         *zone,
             ConveneLetterWords *words,
             GError            **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  gint64      start = convene_moment_get_instant (convene_interview_get_start (interview));
  const char *locale = convene_letter_words_get_locale (words);
  g_autofree char *template = convene_letter_words_dup_word (words, "words", "when");
  g_autofree char *range = convene_letter_date_range (locale, zone, start, convene_interview_get_end (interview), error);

  if (range == NULL)
    return NULL;

  put (values, "range", g_steal_pointer (&range));
  put (values, "city", convene_letter_date_city (locale, zone));
  put (values, "offset", convene_letter_date_offset (zone, start));
  return convene_letter_template_expand (template, values, FALSE, NULL, NULL, error);
}

static gboolean
same_offset (const char *a,
             const char *b,
             gint64      at)
{
  g_autofree char *offset_a = convene_letter_date_offset (a, at);
  g_autofree char *offset_b = convene_letter_date_offset (b, at);

  return g_strcmp0 (offset_a, offset_b) == 0;
}

/* The time in the reader's zone; in the interview's and in UTC where they say something else. */
static gboolean
put_when (GHashTable         *values,
          ConveneInterview   *interview,
          const char         *zone,
          ConveneLetterWords *words,
          GError            **error)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  gint64               at = convene_moment_get_instant (start);
  const char          *other = convene_moment_get_zone (start);
  g_autofree char     *when = format_when (interview, zone, words, error);
  g_autofree char     *when_there = NULL;
  g_autofree char     *when_utc = NULL;

  if (when == NULL)
    return FALSE;
  if (!same_offset (zone, other, at) && (when_there = format_when (interview, other, words, error)) == NULL)
    return FALSE;
  if (!same_offset (zone, "UTC", at) && !same_offset (other, "UTC", at) && (when_utc = format_when (interview, "UTC", words, error)) == NULL)
    return FALSE;

  put (values, "when", g_steal_pointer (&when));
  put (values, "when_there", g_steal_pointer (&when_there));
  put (values, "when_utc", g_steal_pointer (&when_utc));
  return TRUE;
}

/* The short date of the subject, with the city where people in two zones will read it. */
static gboolean
put_date (GHashTable         *values,
          ConveneInterview   *interview,
          const char         *zone,
          ConveneLetterWords *words,
          GError            **error)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  gint64               at = convene_moment_get_instant (start);
  const char          *locale = convene_letter_words_get_locale (words);
  g_autofree char     *date = convene_letter_date_short (locale, zone, at, error);

  if (date == NULL)
    return FALSE;

  put (values, "date", g_steal_pointer (&date));
  put (values, "city", same_offset (zone, convene_moment_get_zone (start), at) ? NULL : convene_letter_date_city (locale, zone));
  return TRUE;
}

static void
put_texts (GHashTable               *values,
           const ConveneLetterDraft *draft,
           ConveneParticipant       *reader,
           ConveneLetterWords       *words)
{
  put_line (values, "job", convene_interview_get_job (draft->interview));
  put_lines (values, "agenda", convene_interview_get_agenda (draft->interview));
  put_lines (values, "details", convene_interview_get_details (draft->interview));
  put_lines (values, "reason", draft->reason);
  put_line (values, "sender", name_or_address (draft->sender_name, draft->sender_address));
  put_line (values, "sender_address", draft->sender_address);
  put_person (values, "reader", reader);
  put_person (values, "candidate", convene_interview_get_candidate (draft->interview));
  put_line (values, "language", convene_letter_words_get_language (words));
  put_line (values, "direction", convene_letter_words_get_direction (words));
}

GHashTable *
convene_letter_values_new (const ConveneLetterDraft *draft,
                           ConveneParticipant       *reader,
                           ConveneLetterWords       *words,
                           GError                  **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const ConveneMoment *start = convene_interview_get_start (draft->interview);
  const char          *zone;

  if (start == NULL)
    {
      convene_error_set_field (error, "start", _ ("The start is missing: give a date and a time"));
      return NULL;
    }

  put_texts (values, draft, reader, words);
  put_link (values, draft->interview);
  put_place (values, draft->interview, words);

  zone = find_zone (reader, start);
  if (!put_when (values, draft->interview, zone, words, error) || !put_date (values, draft->interview, zone, words, error))
    return NULL;

  return g_steal_pointer (&values);
}
