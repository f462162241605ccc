/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bulk-private.h"

#include <glib/gi18n-lib.h>

/* Looking: a plan, or why there is none → whose interview that is → the next one. */

static void
add_people (ConveneBulk *self,
            GStrv        people)
{
  for (guint i = 0; people != NULL && people[i] != NULL; i++)
    g_hash_table_add (self->people, g_strdup (people[i]));
}

/* A meeting is counted once, however many of them use it. */
static void
note_meeting (ConveneBulk *self,
              ConvenePlan *plan)
{
  ConveneMeeting   *meeting = convene_interview_get_meeting (convene_plan_get_interview (plan));
  ConveneLinkEffect effect = convene_plan_get_link_effect (plan);

  if (meeting == NULL)
    return;

  if (effect == CONVENE_LINK_EFFECT_DELETED)
    g_hash_table_add (self->deleted, g_strdup (convene_meeting_get_id (meeting)));
  if (effect == CONVENE_LINK_EFFECT_LEFT)
    g_hash_table_add (self->left, g_strdup (convene_meeting_get_id (meeting)));
}

static void
note_plan (ConveneBulk *self,
           ConvenePlan *plan)
{
  ConveneInterview *interview = convene_plan_get_interview (plan);
  GPtrArray        *letters = convene_plan_get_letters (plan);
  ConveneBulkLook  *look = g_new0 (ConveneBulkLook, 1);

  look->uid = g_strdup (convene_interview_get_uid (interview));
  look->who = convene_bulk_format_who (interview);
  look->effect = convene_plan_get_link_effect (plan);
  look->letters = letters->len;
  g_ptr_array_add (self->ready, look);
  self->letters += letters->len;
  for (guint i = 0; i < letters->len; i++)
    {
      const ConvenePlanLetter *letter = g_ptr_array_index (letters, i);

      add_people (self, letter->to);
      add_people (self, letter->cc);
    }
  if (self->kind == CONVENE_BULK_CANCEL)
    note_meeting (self, plan);
}

static void
look_next (GTask *task)
{
  ConveneBulk  *self = g_task_get_source_object (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  if (self->position == self->total)
    g_task_return_boolean (task, TRUE);
  else if (self->kind == CONVENE_BULK_CANCEL)
    convene_scheduler_plan_cancel_async (convene_engine_get_scheduler (self->engine), self->uids[self->position], NULL, TRUE, cancellable, self->step, g_object_ref (task));
  else
    convene_scheduler_plan_resend_async (convene_engine_get_scheduler (self->engine), self->uids[self->position], cancellable, self->step, g_object_ref (task));
}

/* Why one is refused, until it is known whose it is. */
typedef struct
{
  GTask *task;
  char  *why;
} Refusal;

static void
named_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Refusal *refusal = user_data;
  g_autoptr(GTask) task = refusal->task;
  g_autofree char *why = refusal->why;
  g_autofree char *who = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, NULL);
  ConveneBulk *self = g_task_get_source_object (task);

  who = interview != NULL ? convene_bulk_format_who (interview) : g_strdup (_("An interview that is gone"));
  convene_bulk_add_trouble (self->refused, who, why);
  convene_bulk_set_position (self, self->position + 1);
  look_next (task);
}

static void
name_refusal (GTask      *task,
              const char *why)
{
  ConveneBulk *self = g_task_get_source_object (task);
  Refusal     *refusal = g_new0 (Refusal, 1);

  refusal->task = g_object_ref (task);
  refusal->why = g_strdup (why);
  convene_engine_find_interview_async (self->engine, self->uids[self->position], g_task_get_cancellable (task), named_cb, refusal);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);
  ConveneBulk *self = g_task_get_source_object (task);

  if (plan == NULL)
    {
      name_refusal (task, error->message);
      return;
    }

  note_plan (self, plan);
  convene_bulk_set_position (self, self->position + 1);
  look_next (task);
}

void
convene_bulk_look_async (ConveneBulk        *self,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_BULK (self));
  g_return_if_fail (self->position == 0);

  self->step = looked_cb;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_bulk_look_async);
  look_next (task);
}

gboolean
convene_bulk_look_finish (ConveneBulk  *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
