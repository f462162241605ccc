/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-meeting-account.h"
#include "convene-told.h"

ConveneOperation *
convene_plan_find_last (ConveneInterview    *interview,
                        ConveneOperationKind kind)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = g_list_model_get_n_items (operations); i > 0; i--)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i - 1);

      /* The list keeps the reference. */
      if (convene_operation_get_kind (operation) == kind && convene_operation_get_recipients (operation) == NULL &&
          convene_operation_get_state (operation) != CONVENE_OPERATION_STATE_DROPPED)
        return operation;
    }

  return NULL;
}

gboolean
convene_plan_concerns (ConveneInterview *interview,
                       ConveneOperation *operation)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  if (convene_operation_kind_is_mail (convene_operation_get_kind (operation)))
    return TRUE;

  return g_strcmp0 (convene_operation_get_meeting_id (operation), meeting != NULL ? convene_meeting_get_id (meeting) : NULL) == 0;
}

ConveneOperation *
convene_plan_find_open (ConveneInterview    *interview,
                        ConveneOperationKind kind,
                        gboolean             untouched)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = g_list_model_get_n_items (operations); i > 0; i--)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i - 1);

      if (convene_operation_get_kind (operation) == kind && convene_operation_get_recipients (operation) == NULL && convene_operation_is_open (operation) &&
          convene_plan_concerns (interview, operation) && (!untouched || convene_operation_is_untouched (operation)))
        return operation;
    }

  return NULL;
}

ConveneOperation *
convene_plan_find_leaving (ConveneInterview *before)
{
  GListModel *operations = convene_interview_get_operations (before);

  for (guint i = g_list_model_get_n_items (operations); i > 0; i--)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i - 1);

      /* The list keeps the reference. */
      if (convene_operation_tells_all (operation) && convene_operation_is_open (operation) && !convene_operation_is_untouched (operation))
        return operation;
    }

  return NULL;
}

gboolean
convene_plan_is_shared (const ConvenePlanFacts *facts)
{
  const char *uid = facts->before != NULL ? convene_interview_get_uid (facts->before) : NULL;

  for (guint i = 0; facts->users != NULL && i < facts->users->len; i++)
    if (g_strcmp0 (convene_interview_get_uid (g_ptr_array_index (facts->users, i)), uid) != 0)
      return TRUE;

  return FALSE;
}

gboolean
convene_plan_is_first (const ConvenePlanFacts *facts)
{
  if (facts->users == NULL || facts->users->len == 0)
    return TRUE;

  return g_strcmp0 (convene_interview_get_uid (g_ptr_array_index (facts->users, 0)), convene_interview_get_uid (facts->before)) == 0;
}

gboolean
convene_plan_is_orphaned (const ConvenePlanFacts *facts,
                          ConveneMeeting         *meeting)
{
  return convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_UNMANAGED &&
         convene_meeting_find_account (convene_host_facts_get_accounts (facts->hosts), meeting) == NULL;
}

ConveneLinkPolicy
convene_plan_find_policy (const ConvenePlanFacts *facts,
                          ConveneInterview       *interview)
{
  ConveneLinkPolicy own = convene_interview_get_link_policy (interview);

  if (own != CONVENE_LINK_POLICY_DEFAULT)
    return own;

  return facts->job_policy != CONVENE_LINK_POLICY_DEFAULT ? facts->job_policy : facts->preferences->link_policy;
}

gboolean
convene_plan_was_told (ConveneInterview *before)
{
  ConveneOperation *invitation;

  if (convene_interview_get_told (before) != NULL)
    return TRUE;

  /* One that is on its way just now. */
  invitation = convene_plan_find_last (before, CONVENE_OPERATION_KIND_MAIL_INVITATION);
  return invitation != NULL && !convene_operation_is_untouched (invitation) && convene_operation_get_state (invitation) != CONVENE_OPERATION_STATE_FAILED;
}

gboolean
convene_plan_was_told_link (ConveneInterview *before)
{
  g_autoptr(ConveneTold) told = convene_interview_get_told (before) != NULL ? convene_told_parse (convene_interview_get_told (before)) : NULL;

  /* What is not known is taken for a link. */
  return told == NULL || convene_told_get_link (told) != NULL;
}

static void
ask_anew (ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      convene_participant_set_response (person, CONVENE_RESPONSE_NEEDS_ACTION);
    }
}

void
convene_plan_raise_sequence (ConveneInterview *after,
                             gboolean          time)
{
  int sequence = convene_interview_get_sequence (after);

  /* Several changes before a letter leaves are one for whoever gets it. */
  if (convene_interview_get_told_sequence (after) >= sequence)
    convene_interview_set_sequence (after, sequence + 1);
  if (!time)
    return;

  convene_interview_set_time_sequence (after, convene_interview_get_sequence (after));
  ask_anew (after);
}

gboolean
convene_plan_check_open (ConveneInterview *before,
                         gint64            now,
                         GError          **error)
{
  ConveneStatus status = convene_interview_get_status (before);

  if (status == CONVENE_STATUS_CANCELLED)
    g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview is cancelled: schedule another one"));
  else if (status == CONVENE_STATUS_COMPLETED || status == CONVENE_STATUS_NO_SHOW || convene_interview_get_end (before) <= now)
    g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview is over: it cannot be changed any more"));
  else
    return TRUE;

  return FALSE;
}
