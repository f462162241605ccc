/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-copy.h"

static void
hold_until (ConveneOperation *operation,
            gint64            due)
{
  /* What is due later anyway, a reminder, need not be held: it would leave at once when the window closes. */
  if (convene_operation_get_due (operation) >= due)
    return;

  convene_operation_set_due (operation, due);
  convene_operation_set_held (operation, TRUE);
}

static void
write_step (ConvenePlanStep *step,
            ConveneChange   *change,
            gint64           now,
            gint64           delay)
{
  ConveneOperationState state = convene_operation_get_state (step->before);

  convene_change_expect_operation (change, step->before);
  if (step->carries && delay > 0)
    hold_until (step->after, now + delay);
  if (step->after == NULL)
    convene_change_remove_operation (change, convene_operation_get_id (step->before), state);
  else if (step->changed || delay > 0)
    convene_change_update_operation (change, step->after, state);
}

static void
write_added (ConvenePlan   *self,
             ConveneChange *change,
             gint64         now,
             gint64         delay)
{
  GListModel *operations = convene_plan_get_operations (self);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (delay > 0)
        hold_until (operation, now + delay);
      convene_change_add_operation (change, operation);
    }
}

/* What is under way and stays so is part of what the plan was made from. */
static void
expect_open (ConvenePlan   *self,
             ConveneChange *change)
{
  GListModel *operations = convene_interview_get_operations (self->before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_is_open (operation))
        convene_change_expect_operation (change, operation);
    }
}

static void
write_interview (ConvenePlan   *self,
                 ConveneChange *change)
{
  const char *uid = convene_interview_get_uid (self->interview);

  if (self->before == NULL)
    convene_change_add_interview (change, self->interview);
  else
    convene_change_update_interview (change, self->interview);

  for (guint i = 0; i < self->meetings->len; i++)
    {
      ConvenePlanMeeting *meeting = g_ptr_array_index (self->meetings, i);

      convene_change_put_meeting (change, meeting->after);
    }
  if (self->attaches)
    convene_change_attach_meeting (change, uid, self->attach);
}

void
convene_plan_write (ConvenePlan   *self,
                    ConveneChange *change,
                    gint64         now,
                    gint64         delay)
{
  const char *uid = convene_interview_get_uid (self->interview);

  if (self->joins != NULL)
    convene_change_expect_meeting (change, self->joins);
  if (self->slot_host != NULL)
    convene_change_expect_free_slot (change, convene_interview_get_job (self->interview), self->slot_host,
                                     convene_moment_get_instant (convene_interview_get_start (self->interview)), convene_interview_get_duration (self->interview), uid);
  if (self->sole != NULL)
    convene_change_expect_unused (change, self->sole, uid);
  if (self->before != NULL)
    expect_open (self, change);

  write_interview (self, change);
  for (guint i = 0; i < self->steps->len; i++)
    write_step (g_ptr_array_index (self->steps, i), change, now, delay);
  write_added (self, change, now, delay);

  for (guint i = 0; i < self->activity->len; i++)
    convene_change_add_activity (change, uid, now, g_ptr_array_index (self->activity, i));
  if (self->draft_key != NULL)
    convene_change_set_preference (change, self->draft_key, NULL);
}

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

static gboolean
can_take_back (ConvenePlan      *self,
               ConveneInterview *stored)
{
  GListModel *operations = convene_plan_get_operations (self);

  if (self->before == NULL || convene_interview_get_revision (stored) != convene_interview_get_revision (self->before) + 1)
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

static void
take_back_meetings (ConvenePlan   *self,
                    ConveneChange *change)
{
  ConveneMeeting *before = convene_interview_get_meeting (self->before);

  for (guint i = 0; i < self->meetings->len; i++)
    {
      ConvenePlanMeeting *meeting = g_ptr_array_index (self->meetings, i);
      g_autoptr(ConveneMeeting) gone = NULL;

      if (meeting->before != NULL)
        {
          convene_change_put_meeting (change, meeting->before);
          continue;
        }
      gone = convene_copy_object (meeting->after);
      convene_meeting_set_state (gone, CONVENE_MEETING_STATE_DELETED);
      convene_change_put_meeting (change, gone);
    }
  if (self->attaches)
    convene_change_attach_meeting (change, convene_interview_get_uid (self->before), before != NULL ? convene_meeting_get_id (before) : NULL);
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
  g_autoptr(ConveneInterview) before = NULL;

  if (!can_take_back (self, stored))
    return FALSE;

  before = convene_interview_copy (self->before);
  convene_interview_set_revision (before, convene_interview_get_revision (stored));
  convene_change_update_interview (change, before);
  take_back_meetings (self, change);
  take_back_operations (self, change);
  convene_change_add_activity (change, convene_interview_get_uid (before), now, _ ("Taken back"));
  return TRUE;
}
