/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-copy.h"
#include "convene-scheduler-private.h"

/* Taking a plan back that was committed: everything becomes as it was, and whatever happened meanwhile is right for that too. */

static ConveneOperation *
find_stored (ConveneInterview *stored,
             ConveneOperation *operation)
{
  GListModel *operations = convene_interview_get_operations (stored);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);

      /* The list keeps the reference. */
      if (g_str_equal (convene_operation_get_id (other), convene_operation_get_id (operation)))
        return other;
    }

  return NULL;
}

/* What the plan made of an operation that was there; NULL where it left it alone. */
static ConvenePlanStep *
find_step (ConvenePlan      *self,
           ConveneOperation *operation)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      ConvenePlanStep *step = g_ptr_array_index (self->steps, i);

      if (g_str_equal (convene_operation_get_id (step->before), convene_operation_get_id (operation)))
        return step;
    }

  return NULL;
}

/* Whether nothing has become of an operation since it was written so. */
static gboolean
is_as_written (ConveneInterview *stored,
               ConveneOperation *written)
{
  ConveneOperation *operation = find_stored (stored, written);

  /* It may have been handed on to another interview. */
  if (operation == NULL)
    return g_strcmp0 (convene_operation_get_interview_uid (written), convene_interview_get_uid (stored)) != 0;

  return convene_operation_get_state (operation) == convene_operation_get_state (written) &&
         convene_operation_get_attempts (operation) == convene_operation_get_attempts (written) &&
         convene_operation_get_posts (operation) == convene_operation_get_posts (written) &&
         convene_operation_get_held (operation) == convene_operation_get_held (written);
}

/* A meeting that was being made, and that nobody wanted any more meanwhile, does not come back. */
static gboolean
has_lost_meeting (ConvenePlan      *self,
                  ConveneInterview *stored)
{
  GListModel *operations = convene_interview_get_operations (self->before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      ConveneOperation *now = find_stored (stored, operation);

      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MEETING_CREATE && convene_operation_is_open (operation) && now != NULL &&
          find_step (self, operation) == NULL && convene_operation_get_state (now) != CONVENE_OPERATION_STATE_DONE && !convene_operation_is_open (now))
        return TRUE;
    }

  return FALSE;
}

static gboolean
can_take_back (ConvenePlan      *self,
               ConveneInterview *stored)
{
  GListModel *operations = convene_plan_get_operations (self);

  if (self->before == NULL || convene_interview_get_revision (stored) != convene_interview_get_revision (self->before) + 1 || has_lost_meeting (self, stored))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      /* What is due at once is on its way. */
      if (!is_as_written (stored, operation) ||
          (!convene_operation_get_held (operation) && convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER))
        return FALSE;
    }

  for (guint i = 0; i < self->steps->len; i++)
    {
      ConvenePlanStep *step = g_ptr_array_index (self->steps, i);

      if (step->after != NULL && !is_as_written (stored, step->after))
        return FALSE;
    }

  return TRUE;
}

/* Others may have come to use a new meeting meanwhile. */
static void
take_back_meetings (ConvenePlan   *self,
                    ConveneChange *change)
{
  const char *uid = convene_interview_get_uid (self->before);

  for (guint i = 0; i < self->meetings->len; i++)
    {
      ConvenePlanMeeting *meeting = g_ptr_array_index (self->meetings, i);
      g_autoptr(ConveneMeeting) gone = NULL;

      if (meeting->before != NULL)
        {
          convene_change_put_meeting (change, meeting->before);
          continue;
        }
      convene_change_expect_unused (change, convene_meeting_get_id (meeting->after), uid);
      gone = convene_copy_object (meeting->after);
      convene_meeting_set_state (gone, CONVENE_MEETING_STATE_DELETED);
      convene_change_put_meeting (change, gone);
    }
}

/* The meeting that it had is there still, unless others who used it let it go meanwhile. */
static void
attach_again (ConvenePlan   *self,
              ConveneChange *change)
{
  ConveneMeeting     *before = convene_interview_get_meeting (self->before);
  const char         *id = before != NULL ? convene_meeting_get_id (before) : NULL;
  ConveneMeetingState state = before != NULL ? convene_meeting_get_state (before) : CONVENE_MEETING_STATE_DELETED;

  if (!self->attaches)
    return;

  convene_change_attach_meeting (change, convene_interview_get_uid (self->before), id);
  if (state == CONVENE_MEETING_STATE_LIVE || state == CONVENE_MEETING_STATE_PENDING)
    convene_change_expect_meeting (change, id);
}

/* Those whose meeting was joined may have left it to this one meanwhile: where nobody uses it, it goes; else nothing comes of this. */
static void
leave_joined (ConvenePlan   *self,
              ConveneChange *change,
              gint64         now)
{
  ConveneMeeting *joined = convene_interview_get_meeting (self->interview);
  g_autoptr(ConveneOperation) operation = NULL;

  if (self->joins == NULL || joined == NULL)
    return;

  operation = convene_operation_new_for (self->before, CONVENE_OPERATION_KIND_MEETING_DELETE, now, now);
  convene_operation_set_meeting_id (operation, self->joins);
  convene_operation_set_account_id (operation, convene_meeting_get_account_id (joined));
  convene_operation_set_host (operation, convene_meeting_get_host (joined));
  convene_operation_set_reference (operation, convene_meeting_get_reference (joined));
  convene_change_add_operation (change, operation);
}

static gboolean
is_added (ConvenePlan      *self,
          ConveneOperation *operation)
{
  GListModel *operations = convene_plan_get_operations (self);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) added = g_list_model_get_item (operations, i);

      if (g_str_equal (convene_operation_get_id (added), convene_operation_get_id (operation)))
        return TRUE;
    }

  return FALSE;
}

/* The interview as it was, with what happened meanwhile. Owned by the caller. */
static ConveneInterview *
dup_taken_back (ConvenePlan      *self,
                ConveneInterview *stored)
{
  ConveneInterview *before = convene_copy_interview (self->before);
  GListModel       *operations = convene_interview_get_operations (stored);

  convene_interview_set_revision (before, convene_interview_get_revision (stored));
  convene_interview_set_told (before, convene_interview_get_told (stored));
  convene_interview_set_told_sequence (before, convene_interview_get_told_sequence (stored));
  convene_interview_set_meeting (before, convene_interview_get_meeting (self->attaches ? self->before : stored));

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      ConvenePlanStep *step = find_step (self, operation);

      if (!is_added (self, operation))
        convene_interview_add_operation (before, step != NULL ? step->before : operation);
    }

  return before;
}

/* What came meanwhile would have been told by the letter that is taken back. */
static void
take_back_interview (ConvenePlan      *self,
                     ConveneChange    *change,
                     ConveneInterview *stored,
                     gint64            now)
{
  g_autoptr(ConveneInterview) before = dup_taken_back (self, stored);
  ConveneMeeting      *known = convene_interview_get_meeting (self->before);
  ConveneOperationKind kind;

  if (convene_letters_owed_find (before, known, &kind))
    convene_letters_owed_add (change, before, known, now);
  else
    convene_change_update_interview (change, before);
}

static void
take_back_operations (ConvenePlan   *self,
                      ConveneChange *change)
{
  GListModel *operations = convene_plan_get_operations (self);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      convene_change_expect_operation (change, operation);
      convene_change_remove_operation (change, convene_operation_get_id (operation), CONVENE_OPERATION_STATE_WAITING);
    }

  for (guint i = 0; i < self->steps->len; i++)
    {
      ConvenePlanStep *step = g_ptr_array_index (self->steps, i);

      if (step->after == NULL)
        {
          convene_change_add_operation (change, step->before);
          continue;
        }
      convene_change_expect_operation (change, step->after);
      convene_change_update_operation (change, step->before, convene_operation_get_state (step->after));
    }
}

gboolean
convene_plan_write_back (ConvenePlan      *self,
                         ConveneChange    *change,
                         ConveneInterview *stored,
                         gint64            now)
{
  if (!can_take_back (self, stored))
    return FALSE;

  take_back_interview (self, change, stored, now);
  take_back_meetings (self, change);
  take_back_operations (self, change);
  attach_again (self, change);
  leave_joined (self, change, now);
  convene_change_add_activity (change, convene_interview_get_uid (stored), now, _ ("Taken back"));
  return TRUE;
}
