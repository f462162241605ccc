/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-told-private.h"

#include "convene-text.h"
#include "convene-zone.h"

static const ConveneToldPerson *
find_person (const ConveneTold *self,
             const char        *address)
{
  for (guint i = 0; i < self->persons->len; i++)
    {
      const ConveneToldPerson *person = &g_array_index (self->persons, ConveneToldPerson, i);

      if (convene_address_equal (person->address, address))
        return person;
    }

  return NULL;
}

static ConveneParticipant *
find_participant (ConveneInterview *interview,
                  const char       *address)
{
  GListModel *participants = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (participants, i);

      /* The list keeps the reference. */
      if (convene_address_equal (convene_participant_get_address (participant), address))
        return participant;
    }

  return NULL;
}

static gboolean
is_text_equal (const char *told,
               const char *now)
{
  g_autofree char *first = convene_text_normalize (told != NULL ? told : "");
  g_autofree char *second = convene_text_normalize (now != NULL ? now : "");

  return g_str_equal (first, second);
}

static gboolean
is_time_equal (const ConveneMoment *told,
               const ConveneMoment *now)
{
  if (told == NULL || now == NULL)
    return told == now;

  return convene_moment_get_instant (told) == convene_moment_get_instant (now) &&
         convene_zone_equal (convene_moment_get_zone (told), convene_moment_get_zone (now));
}

static gboolean
is_person_equal (const ConveneToldPerson *told,
                 ConveneParticipant      *now)
{
  const char *name = convene_participant_get_name (now);

  return told != NULL && g_str_equal (told->name, name != NULL ? name : "") &&
         g_strcmp0 (told->role, convene_enum_to_nick (CONVENE_TYPE_ROLE, convene_participant_get_role (now))) == 0;
}

static gboolean
are_people_equal (const ConveneTold *self,
                  ConveneInterview  *interview)
{
  GListModel *participants = convene_interview_get_participants (interview);

  if (self->persons->len != g_list_model_get_n_items (participants))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (participants, i);

      if (!is_person_equal (find_person (self, convene_participant_get_address (participant)), participant))
        return FALSE;
    }

  return TRUE;
}

ConveneToldChange
convene_told_compare (const ConveneTold *self,
                      ConveneInterview  *interview)
{
  ConveneToldChange change = CONVENE_TOLD_CHANGE_NONE;

  g_return_val_if_fail (self != NULL, CONVENE_TOLD_CHANGE_NONE);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), CONVENE_TOLD_CHANGE_NONE);

  if (!is_time_equal (self->start, convene_interview_get_start (interview)))
    change |= CONVENE_TOLD_CHANGE_TIME;
  if (self->duration != convene_interview_get_duration (interview))
    change |= CONVENE_TOLD_CHANGE_DURATION;
  if (!is_text_equal (self->job, convene_interview_get_job (interview)))
    change |= CONVENE_TOLD_CHANGE_JOB;
  if (self->platform != convene_interview_get_platform (interview))
    change |= CONVENE_TOLD_CHANGE_PLATFORM;
  if (!is_text_equal (self->link, convene_interview_get_join_link (interview)))
    change |= CONVENE_TOLD_CHANGE_LINK;
  if (!is_text_equal (self->password, convene_interview_get_join_password (interview)))
    change |= CONVENE_TOLD_CHANGE_PASSWORD;
  if (!is_text_equal (self->location, convene_told_get_place (interview)))
    change |= CONVENE_TOLD_CHANGE_PLACE;
  if (!is_text_equal (self->agenda, convene_interview_get_agenda (interview)))
    change |= CONVENE_TOLD_CHANGE_AGENDA;
  if (!is_text_equal (self->details, convene_interview_get_details (interview)))
    change |= CONVENE_TOLD_CHANGE_DETAILS;
  if (!are_people_equal (self, interview))
    change |= CONVENE_TOLD_CHANGE_PEOPLE;

  return change;
}

GPtrArray *
convene_told_list_removed (const ConveneTold *self,
                           ConveneInterview  *interview)
{
  GPtrArray *removed = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (self != NULL, removed);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), removed);

  for (guint i = 0; i < self->persons->len; i++)
    if (find_participant (interview, g_array_index (self->persons, ConveneToldPerson, i).address) == NULL)
      g_ptr_array_add (removed, g_strdup (self->people[i]));

  return removed;
}

GPtrArray *
convene_told_list_added (const ConveneTold *self,
                         ConveneInterview  *interview)
{
  GPtrArray  *added = g_ptr_array_new_with_free_func (g_free);
  GListModel *participants;

  g_return_val_if_fail (self != NULL, added);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), added);

  participants = convene_interview_get_participants (interview);
  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (participants, i);
      const char *address = convene_participant_get_address (participant);

      if (find_person (self, address) == NULL)
        g_ptr_array_add (added, convene_person_to_string (convene_participant_get_name (participant), address));
    }

  return added;
}
