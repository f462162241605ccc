/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include "convene-copy.h"
#include "convene-error.h"
#include "convene-meeting-compare.h"
#include "convene-scheduler-private.h"
#include "convene-text.h"

ConveneMeeting *
convene_meeting_new_pending (ConveneInterview *interview,
                             ConveneOperation *create,
                             const char       *made_by)
{
  ConveneMeeting *meeting = convene_meeting_new_intent (interview, convene_operation_get_reference (create));

  convene_meeting_set_id (meeting, convene_operation_get_meeting_id (create));
  convene_meeting_set_provider (meeting, "zoom");
  convene_meeting_set_account_id (meeting, convene_operation_get_account_id (create));
  convene_meeting_set_made_by (meeting, made_by);
  convene_meeting_set_host (meeting, convene_operation_get_host (create));
  return meeting;
}

/* SH-34: nobody can host, so nothing waits for it; an account that is connected later makes the meeting then. Whether there is one by then is seen
 * when it is due. */
static void
wait_for_account (ConveneOperation        *create,
                  const ConveneHostChoice *choice)
{
  convene_operation_set_released (create, TRUE);
  convene_operation_set_error_code (create, convene_error_code_to_string (CONVENE_ERROR_NO_ACCOUNT));
  convene_operation_set_error_message (create, choice->reason);
}

static void
name_meeting (ConvenePlan             *self,
              const ConvenePlanFacts  *facts,
              ConveneOperation        *create,
              const ConveneHostChoice *choice)
{
  g_autofree char *meeting_id = g_uuid_string_random ();
  g_autofree char *made_by = convene_account_dup_identity (choice->account);
  g_autoptr(ConveneMeeting) meeting = NULL;

  convene_operation_set_meeting_id (create, meeting_id);
  convene_operation_set_account_id (create, convene_account_get_id (choice->account));
  convene_operation_set_host (create, choice->host);
  /* Nobody waits until tomorrow to hear that the time is another one; nor whoever would rather have an invitation without a link than none. */
  if (choice->requests_today >= convene_plan_find_limit (facts, self->interview) &&
      (!facts->preferences->hold_for_quota || (facts->before != NULL && convene_plan_was_told (facts->before))))
    convene_operation_set_released (create, TRUE);

  meeting = convene_meeting_new_pending (self->interview, create, made_by);
  convene_plan_add_meeting (self, meeting);
  convene_plan_attach (self, meeting_id);
  /* One that is not there yet has none before it is written. */
  if (facts->before != NULL)
    convene_interview_set_meeting (self->interview, meeting);
}

ConveneOperation *
convene_plan_add_create (ConvenePlan            *self,
                         const ConvenePlanFacts *facts,
                         ConveneHostChoice      *choice)
{
  g_autoptr(ConveneOperation) create = convene_operation_new_for (self->interview, CONVENE_OPERATION_KIND_MEETING_CREATE, facts->now, facts->now);
  g_autofree char *reference = convene_reference_new ();

  convene_operation_set_reference (create, reference);
  if (choice->account != NULL)
    {
      name_meeting (self, facts, create, choice);
    }
  else
    {
      wait_for_account (create, choice);
      if (facts->before != NULL && convene_interview_get_meeting (facts->before) != NULL)
        convene_plan_attach (self, NULL);
      convene_interview_set_meeting (self->interview, NULL);
    }

  convene_plan_add_operation (self, create);
  return create;
}

/* What is under way for a meeting: it is settled before anything else is done to it. */
static ConveneOperation *
find_under_way (const ConvenePlanFacts *facts)
{
  ConveneOperation *update = convene_plan_find_open (facts->before, CONVENE_OPERATION_KIND_MEETING_UPDATE, FALSE);

  return update != NULL ? update : convene_plan_find_open (facts->before, CONVENE_OPERATION_KIND_MEETING_CREATE, FALSE);
}

static ConveneOperation *
add_for_meeting (ConvenePlan            *self,
                 const ConvenePlanFacts *facts,
                 ConveneMeeting         *meeting,
                 ConveneOperationKind    kind,
                 ConveneOperation       *after)
{
  g_autoptr(ConveneOperation) operation = convene_operation_new_for (self->interview, kind, facts->now, facts->now);

  convene_operation_set_meeting_id (operation, convene_meeting_get_id (meeting));
  convene_operation_set_account_id (operation, convene_meeting_get_account_id (meeting));
  convene_operation_set_host (operation, convene_meeting_get_host (meeting));
  convene_operation_set_reference (operation, convene_meeting_get_reference (meeting));
  if (after != NULL)
    convene_operation_set_after (operation, convene_operation_get_id (after));
  convene_plan_add_operation (self, operation);
  return operation;
}

ConveneOperation *
convene_plan_add_update (ConvenePlan            *self,
                         const ConvenePlanFacts *facts,
                         ConveneMeeting         *meeting)
{
  ConveneOperation *waiting = convene_plan_find_open (facts->before, CONVENE_OPERATION_KIND_MEETING_UPDATE, TRUE);

  if (waiting == NULL)
    return add_for_meeting (self, facts, meeting, CONVENE_OPERATION_KIND_MEETING_UPDATE, find_under_way (facts));

  convene_plan_carry (self, waiting);
  return waiting;
}

/* The next of those who use the meeting. */
static ConveneInterview *
find_heir (const ConvenePlanFacts *facts)
{
  const char *uid = convene_interview_get_uid (facts->before);

  for (guint i = 0; i < facts->users->len; i++)
    if (g_strcmp0 (convene_interview_get_uid (g_ptr_array_index (facts->users, i)), uid) != 0)
      return g_ptr_array_index (facts->users, i);

  g_assert_not_reached ();
}

/* What others need goes on in the name of the next of them, and what failed for them is theirs to try again. */
static gboolean
is_handed_on (const ConvenePlanFacts *facts,
              ConveneOperation       *operation)
{
  switch (convene_operation_get_state (operation))
    {
    case CONVENE_OPERATION_STATE_WAITING:
    case CONVENE_OPERATION_STATE_DOUBT:
    case CONVENE_OPERATION_STATE_FAILED:
      return convene_operation_get_meeting_id (operation) != NULL && convene_plan_concerns (facts->before, operation);
    case CONVENE_OPERATION_STATE_RUNNING:
    case CONVENE_OPERATION_STATE_DONE:
    case CONVENE_OPERATION_STATE_DROPPED:
    case CONVENE_OPERATION_STATE_HANDED_OVER:
    default:
      return FALSE;
    }
}

/* Zoom has the words of whoever used the meeting first (HL-12): the next has their own there instead, if nothing else is under way that will see to it. A
 * passcode of theirs would be another link, and nobody asked for that. */
static gboolean
is_to_be_reworded (const ConvenePlanFacts *facts,
                   ConveneInterview       *heir)
{
  ConveneMeeting          *meeting = convene_interview_get_meeting (facts->before);
  ConveneMeetingDifference difference = convene_meeting_compare (meeting, heir);

  if (!convene_plan_is_first (facts))
    return FALSE;
  if (convene_meeting_get_state (meeting) != CONVENE_MEETING_STATE_LIVE && !convene_plan_is_orphaned (facts, meeting))
    return FALSE;
  if (find_under_way (facts) != NULL || convene_plan_find_open (heir, CONVENE_OPERATION_KIND_MEETING_UPDATE, FALSE) != NULL)
    return FALSE;

  return (difference & (CONVENE_MEETING_DIFFERENCE_TOPIC | CONVENE_MEETING_DIFFERENCE_AGENDA)) != 0 && (difference & CONVENE_MEETING_DIFFERENCE_PASSWORD) == 0;
}

/* The meeting is left to the next: were they to leave it to this one meanwhile, nobody would delete it. */
static void
hand_on (ConvenePlan            *self,
         const ConvenePlanFacts *facts)
{
  GListModel       *operations = convene_interview_get_operations (facts->before);
  ConveneInterview *heir = find_heir (facts);

  convene_plan_rely_on (self, heir);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (is_handed_on (facts, operation))
        convene_operation_set_interview_uid (convene_plan_change_operation (self, operation), convene_interview_get_uid (heir));
    }

  if (is_to_be_reworded (facts, heir))
    convene_operation_set_interview_uid (add_for_meeting (self, facts, convene_interview_get_meeting (facts->before), CONVENE_OPERATION_KIND_MEETING_UPDATE, NULL),
                                         convene_interview_get_uid (heir));
}

/* What has not left and is for this meeting is not done any more. A meeting that could not be made is not tried again either. */
static void
drop_open (ConvenePlan            *self,
           const ConvenePlanFacts *facts)
{
  GListModel *operations = convene_interview_get_operations (facts->before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      ConveneOperationKind kind = convene_operation_get_kind (operation);
      gboolean             ours = kind == CONVENE_OPERATION_KIND_MEETING_CREATE || kind == CONVENE_OPERATION_KIND_MEETING_UPDATE;

      if (ours && convene_plan_concerns (facts->before, operation) && (convene_operation_is_untouched (operation) || convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_FAILED))
        convene_plan_drop (self, operation, facts->now);
    }
}

static ConveneOperation *
find_touched (const ConvenePlanFacts *facts)
{
  GListModel       *operations = convene_interview_get_operations (facts->before);
  ConveneOperation *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      ConveneOperationKind kind = convene_operation_get_kind (operation);

      /* The list keeps the reference. */
      if ((kind == CONVENE_OPERATION_KIND_MEETING_CREATE || kind == CONVENE_OPERATION_KIND_MEETING_UPDATE) && convene_operation_is_open (operation) &&
          convene_plan_concerns (facts->before, operation) && !convene_operation_is_untouched (operation))
        found = operation;
    }

  return found;
}

/* Whether there is anything to delete. */
static gboolean
is_at_zoom (ConveneMeeting *meeting)
{
  return convene_meeting_get_number (meeting) != 0 && convene_meeting_get_state (meeting) != CONVENE_MEETING_STATE_MISSING;
}

void
convene_plan_expect_sole (ConvenePlan            *self,
                          const ConvenePlanFacts *facts)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (facts->before);

  if (meeting == NULL || convene_plan_is_shared (facts))
    return;

  g_free (self->sole);
  self->sole = g_strdup (convene_meeting_get_id (meeting));
}

gboolean
convene_plan_let_go (ConvenePlan            *self,
                     const ConvenePlanFacts *facts,
                     ConveneOperation       *letter)
{
  ConveneMeeting   *meeting = convene_interview_get_meeting (facts->before);
  ConveneOperation *touched = find_touched (facts);

  if (meeting != NULL && convene_plan_is_shared (facts))
    {
      hand_on (self, facts);
      return FALSE;
    }

  convene_plan_expect_sole (self, facts);
  drop_open (self, facts);
  if (meeting == NULL || convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_DELETED)
    return FALSE;
  if (touched == NULL && !is_at_zoom (meeting))
    {
      convene_meeting_set_state (convene_plan_change_meeting (self, meeting), CONVENE_MEETING_STATE_DELETED);
      return FALSE;
    }

  add_for_meeting (self, facts, meeting, CONVENE_OPERATION_KIND_MEETING_DELETE, touched != NULL ? touched : letter);
  return TRUE;
}

ConveneOperation *
convene_plan_join (ConvenePlan            *self,
                   const ConvenePlanFacts *facts)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (facts->slot);

  self->joins = g_strdup (convene_meeting_get_id (meeting));
  convene_plan_rely_on (self, facts->slot);
  convene_plan_attach (self, convene_meeting_get_id (meeting));
  convene_interview_set_meeting (self->interview, meeting);
  return convene_plan_find_open (facts->slot, CONVENE_OPERATION_KIND_MEETING_CREATE, FALSE);
}
