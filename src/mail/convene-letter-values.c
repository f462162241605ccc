/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-values.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-letter-changes.h"
#include "convene-letter-put.h"
#include "convene-letter-when.h"
#include "convene-text.h"

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
    convene_letter_put_line (values, name, name_or_address (convene_participant_get_name (person), convene_participant_get_address (person)));
  else
    convene_letter_put (values, name, NULL);
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

/* A meeting that is still there after people agreed to meet otherwise is none to join. */
static const char *
get_link (ConveneInterview *interview)
{
  ConvenePlatform platform = convene_interview_get_platform (interview);

  return platform == CONVENE_PLATFORM_LINK || is_made_online (platform) ? convene_interview_get_join_link (interview) : NULL;
}

static void
put_link (GHashTable               *values,
          const ConveneLetterDraft *draft)
{
  ConveneInterview *interview = draft->interview;
  const char       *link = get_link (interview);
  ConveneMeeting   *meeting = convene_interview_get_meeting (interview);
  gboolean          of_meeting = link != NULL && meeting != NULL && convene_interview_get_platform (interview) != CONVENE_PLATFORM_LINK;
  gboolean          clickable = link != NULL && (g_str_has_prefix (link, "https://") || g_str_has_prefix (link, "http://"));
  gboolean          in_link = draft->password_unless_in_link && convene_link_carries_password (link);

  convene_letter_put_line (values, "link", link);
  convene_letter_put_flag (values, "clickable", clickable);
  convene_letter_put (values, "number", of_meeting ? format_number (convene_meeting_get_number (meeting)) : NULL);
  convene_letter_put_line (values, "password", link == NULL || in_link ? NULL : convene_interview_get_join_password (interview));
  convene_letter_put_flag (values, "password_in_link", in_link);
}

static void
put_place (GHashTable         *values,
           ConveneInterview   *interview,
           ConveneLetterWords *words)
{
  ConvenePlatform  platform = convene_interview_get_platform (interview);
  const char      *location = convene_interview_get_location (interview);
  g_autofree char *word = convene_letter_words_dup_word (words, "platforms", convene_enum_to_nick (CONVENE_TYPE_PLATFORM, platform));

  convene_letter_put (values, "platform", g_steal_pointer (&word));
  convene_letter_put_line (values, "phone", platform == CONVENE_PLATFORM_PHONE ? location : NULL);
  convene_letter_put_line (values, "place", platform == CONVENE_PLATFORM_IN_PERSON ? location : NULL);
  convene_letter_put_flag (values, "link_follows", is_made_online (platform) && convene_interview_get_join_link (interview) == NULL);
}

/* What is called off is what people know of: a change that they were never told of is nothing to them. */
static const ConveneTold *
get_called_off (const ConveneLetterDraft *draft)
{
  return draft->kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION ? draft->told : NULL;
}

static const char *
get_job (const ConveneLetterDraft *draft)
{
  const ConveneTold *told = get_called_off (draft);
  const char        *known = told != NULL ? convene_told_get_job (told) : NULL;

  return known != NULL ? known : convene_interview_get_job (draft->interview);
}

static ConveneLetterStretch
get_stretch (const ConveneLetterDraft *draft)
{
  const ConveneTold   *told = get_called_off (draft);
  const ConveneMoment *known = told != NULL ? convene_told_get_start (told) : NULL;
  const ConveneMoment *start = known != NULL ? known : convene_interview_get_start (draft->interview);
  int                  minutes = known != NULL ? convene_told_get_duration (told) : convene_interview_get_duration (draft->interview);
  gint64               from = convene_moment_get_instant (start);

  return (ConveneLetterStretch){ from, from + minutes * G_TIME_SPAN_MINUTE, convene_moment_get_zone (start) };
}

/* whoever gets a letter of their own sees in no header whom the interview is with. */
static const char *
get_partner (const ConveneLetterDraft *draft,
             ConveneParticipant       *reader)
{
  ConveneParticipant *candidate = convene_interview_get_candidate (draft->interview);
  gboolean            other = draft->only != NULL && reader != NULL && candidate != NULL && reader != candidate;

  return other ? convene_participant_get_name (candidate) : NULL;
}

/* For what calendars show. */
static void
put_calendar (GHashTable               *values,
              const ConveneLetterDraft *draft)
{
  gboolean        off = draft->kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION;
  ConveneMeeting *meeting = convene_interview_get_meeting (draft->interview);
  gint64          number = meeting != NULL && *(const char *) g_hash_table_lookup (values, "number") != '\0' ? convene_meeting_get_number (meeting) : 0;

  convene_letter_put_flag (values, "cancelled", off && draft->recipients == NULL);
  convene_letter_put_flag (values, "removed", off && draft->recipients != NULL);
  convene_letter_put (values, "digits", number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL);
}

static void
put_texts (GHashTable               *values,
           const ConveneLetterDraft *draft,
           ConveneParticipant       *reader,
           ConveneLetterWords       *words)
{
  convene_letter_put_line (values, "job", get_job (draft));
  convene_letter_put_lines (values, "agenda", convene_interview_get_agenda (draft->interview));
  convene_letter_put_lines (values, "details", convene_interview_get_details (draft->interview));
  convene_letter_put_lines (values, "reason", draft->reason);
  convene_letter_put_flag (values, "attached", draft->calendar != NULL || draft->sender_address != NULL);
  convene_letter_put_line (values, "sender", name_or_address (draft->sender_name, draft->sender_address));
  convene_letter_put_line (values, "sender_address", draft->sender_address);
  put_person (values, "reader", reader);
  put_person (values, "candidate", convene_interview_get_candidate (draft->interview));
  convene_letter_put_line (values, "with", get_partner (draft, reader));
  convene_letter_put_line (values, "language", convene_letter_words_get_language (words));
  convene_letter_put_line (values, "direction", convene_letter_words_get_direction (words));
}

GHashTable *
convene_letter_values_new (const ConveneLetterDraft *draft,
                           ConveneParticipant       *reader,
                           ConveneLetterWords       *words,
                           GError                  **error)
{
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  ConveneLetterStretch stretch;
  const char          *zone;

  if (convene_interview_get_start (draft->interview) == NULL)
    {
      convene_error_set_field (error, "start", _ ("The start is missing: give a date and a time"));
      return NULL;
    }

  put_texts (values, draft, reader, words);
  put_link (values, draft);
  put_place (values, draft->interview, words);
  put_calendar (values, draft);

  stretch = get_stretch (draft);
  zone = convene_letter_when_find_zone (reader, stretch.zone);
  if (!convene_letter_when_put (values, &stretch, zone, words, error) || !convene_letter_when_put_clock (values, &stretch, zone, draft->made_at, words, error) || !convene_letter_when_put_date (values, &stretch, zone, words, error) ||
      !convene_letter_changes_put (values, draft, &stretch, zone, words, error))
    return NULL;

  return g_steal_pointer (&values);
}
