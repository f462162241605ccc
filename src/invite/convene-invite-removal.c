/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-removal.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-text.h"

/* An interview has a candidate: here whoever comes first. In the .ics that is an ATTENDEE as any other. */
static gboolean
add_person (ConveneInterview *removal,
            const char       *text,
            GError          **error)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();
  g_autofree char *name = NULL;
  g_autofree char *address = NULL;

  if (!convene_text_parse_person (text, "recipients", &name, &address, error))
    return FALSE;

  convene_participant_set_role (person, convene_interview_get_candidate (removal) == NULL ? CONVENE_ROLE_CANDIDATE : CONVENE_ROLE_REQUIRED);
  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_interview_add_participant (removal, person);
  return TRUE;
}

static void
set_facts (ConveneInterview  *removal,
           ConveneInterview  *interview,
           const ConveneTold *told)
{
  const ConveneMoment *start = told != NULL ? convene_told_get_start (told) : NULL;
  const char          *job = told != NULL ? convene_told_get_job (told) : NULL;

  convene_interview_set_uid (removal, convene_interview_get_uid (interview));
  convene_interview_set_sequence (removal, convene_interview_get_sequence (interview));
  convene_interview_set_job (removal, job != NULL ? job : convene_interview_get_job (interview));
  convene_interview_set_start (removal, start != NULL ? start : convene_interview_get_start (interview));
  convene_interview_set_duration (removal, start != NULL ? convene_told_get_duration (told) : convene_interview_get_duration (interview));
}

ConveneInterview *
convene_invite_removal_new (ConveneInterview  *interview,
                            const ConveneTold *told,
                            const char *const *people,
                            GError           **error)
{
  g_autoptr(ConveneInterview) removal = convene_interview_new ();

  if (people == NULL || people[0] == NULL)
    {
      convene_error_set_field (error, "recipients", _ ("The letter has nobody to go to"));
      return NULL;
    }

  set_facts (removal, interview, told);
  for (guint i = 0; people[i] != NULL; i++)
    if (!add_person (removal, people[i], error))
      return NULL;

  return g_steal_pointer (&removal);
}
