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
expect_witnesses (ConvenePlan   *self,
                  ConveneChange *change)
{
  for (guint i = 0; i < self->witnesses->len; i++)
    {
      ConveneInterview *other = g_ptr_array_index (self->witnesses, i);

      convene_change_expect_revision (change, convene_interview_get_uid (other), convene_interview_get_revision (other));
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

  for (guint i = 0; i < self->others->len; i++)
    convene_change_update_interview (change, g_ptr_array_index (self->others, i));
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
  expect_witnesses (self, change);
  if (self->before != NULL)
    expect_open (self, change);

  write_interview (self, change);
  for (guint i = 0; i < self->steps->len; i++)
    write_step (g_ptr_array_index (self->steps, i), change, now, delay);
  write_added (self, change, now, delay);

  if (self->answer != NULL)
    convene_change_put_answer (change, self->answer);
  if (self->answer_text != NULL)
    convene_change_add_activity (change, uid, now, self->answer_text);
  for (guint i = 0; i < self->activity->len; i++)
    convene_change_add_activity (change, uid, now, g_ptr_array_index (self->activity, i));
  if (self->draft_key != NULL)
    convene_change_set_preference (change, self->draft_key, NULL);
}
