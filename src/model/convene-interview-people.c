/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview.h"

#include "convene-text.h"

static ConveneParticipant *
find_role (ConveneInterview *self,
           ConveneRole       role)
{
  GListModel *list = convene_interview_get_participants (self);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (list, i);

      /* The list keeps the reference. */
      if (convene_participant_get_role (participant) == role)
        return participant;
    }

  return NULL;
}

ConveneParticipant *
convene_interview_get_candidate (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return find_role (self, CONVENE_ROLE_CANDIDATE);
}

ConveneParticipant *
convene_interview_get_hiring_manager (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  return find_role (self, CONVENE_ROLE_HIRING_MANAGER);
}

static int
compare_roles (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  return (int) MIN (convene_participant_get_role ((gpointer) a), CONVENE_ROLE_REQUIRED) -
         (int) MIN (convene_participant_get_role ((gpointer) b), CONVENE_ROLE_REQUIRED);
}

gboolean
convene_interview_add_participant (ConveneInterview   *self,
                                   ConveneParticipant *participant)
{
  GListModel *list;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (participant), FALSE);

  list = convene_interview_get_participants (self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ConveneParticipant) other = g_list_model_get_item (list, i);

      if (!convene_address_equal (convene_participant_get_address (other), convene_participant_get_address (participant)))
        continue;
      if (convene_participant_get_role (other) <= convene_participant_get_role (participant))
        return FALSE;

      g_list_store_remove (G_LIST_STORE (list), i);
      break;
    }

  g_list_store_insert_sorted (G_LIST_STORE (list), participant, compare_roles, NULL);
  return TRUE;
}

gboolean
convene_interview_remove_participant (ConveneInterview   *self,
                                      ConveneParticipant *participant)
{
  GListModel *list;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), FALSE);
  g_return_val_if_fail (CONVENE_IS_PARTICIPANT (participant), FALSE);

  list = convene_interview_get_participants (self);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ConveneParticipant) other = g_list_model_get_item (list, i);

      if (other != participant && !convene_address_equal (convene_participant_get_address (other), convene_participant_get_address (participant)))
        continue;

      g_list_store_remove (G_LIST_STORE (list), i);
      return TRUE;
    }

  return FALSE;
}

const char *
convene_interview_get_join_link (ConveneInterview *self)
{
  ConveneMeeting *meeting;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  meeting = convene_interview_get_meeting (self);
  if (convene_interview_get_platform (self) == CONVENE_PLATFORM_LINK)
    return convene_interview_get_link (self);
  if (meeting == NULL)
    return NULL;

  switch (convene_meeting_get_state (meeting))
    {
    case CONVENE_MEETING_STATE_LIVE:
    case CONVENE_MEETING_STATE_UNMANAGED: /* who may change it is gone, not the meeting */
      return convene_meeting_get_join_url (meeting);
    default:
      return NULL;
    }
}

const char *
convene_interview_get_join_password (ConveneInterview *self)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), NULL);

  if (convene_interview_get_join_link (self) == NULL)
    return NULL;

  return convene_interview_get_platform (self) == CONVENE_PLATFORM_LINK ? convene_interview_get_password (self)
                                                                        : convene_meeting_get_password (convene_interview_get_meeting (self));
}

gint64
convene_interview_get_end (ConveneInterview *self)
{
  const ConveneMoment *start;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (self), 0);

  start = convene_interview_get_start (self);
  return (start != NULL ? convene_moment_get_instant (start) : 0) + convene_interview_get_duration (self) * G_TIME_SPAN_MINUTE;
}
