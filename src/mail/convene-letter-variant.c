/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-variant.h"

#include <string.h>

#include "convene-text.h"

static gboolean
is_person (const char         *text,
           ConveneParticipant *person)
{
  g_autofree char *address = NULL;
  g_autofree char *name = NULL;

  return convene_text_parse_person (text, "people", &name, &address, NULL) && convene_address_equal (address, convene_participant_get_address (person));
}

static gboolean
was_told (const ConveneTold  *told,
          ConveneParticipant *person)
{
  const char *const *people = convene_told_get_people (told);

  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    if (is_person (people[i], person))
      return TRUE;

  return FALSE;
}

/* The interview's order puts the candidate first. */
static gboolean
was_candidate (const ConveneTold  *told,
               ConveneParticipant *person)
{
  const char *const *people = told != NULL ? convene_told_get_people (told) : NULL;

  return people != NULL && people[0] != NULL && is_person (people[0], person);
}

static gboolean
is_joining (const ConveneLetterDraft *draft,
            ConveneParticipant       *reader)
{
  return draft->told != NULL && !was_told (draft->told, reader);
}

static gboolean
is_removed (const ConveneLetterDraft *draft,
            ConveneParticipant       *reader)
{
  return draft->recipients != NULL && !was_candidate (draft->told, reader);
}

static gboolean
has_other_news (const ConveneLetterDraft *draft)
{
  ConveneToldChange of_link = CONVENE_TOLD_CHANGE_LINK | CONVENE_TOLD_CHANGE_PASSWORD;

  return draft->told != NULL && (convene_told_compare (draft->told, draft->interview) & ~of_link) != 0;
}

static gboolean
is_missing (const ConveneLetterDraft *draft)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (draft->interview);

  return meeting != NULL && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_MISSING;
}

/* NULL where the kind itself is right. */
static const char *
find_other (const ConveneLetterDraft *draft,
            ConveneParticipant       *reader)
{
  if (draft->kind == CONVENE_OPERATION_KIND_MAIL_UPDATE)
    return is_joining (draft, reader) ? "invitation" : NULL;
  if (draft->kind == CONVENE_OPERATION_KIND_MAIL_LINK_READY)
    return has_other_news (draft) ? "update" : NULL;
  if (draft->kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION)
    return is_removed (draft, reader) ? "removal" : NULL;

  return draft->kind == CONVENE_OPERATION_KIND_MAIL_URGENT && is_missing (draft) ? "missing" : NULL;
}

const char *
convene_letter_variant_find (const ConveneLetterDraft  *draft,
                             const ConveneLetterPeople *people)
{
  ConveneParticipant *reader = convene_letter_people_get_reader (people);
  const char         *other = reader != NULL ? find_other (draft, reader) : NULL;

  return other != NULL ? other : convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, draft->kind) + strlen ("mail-");
}
