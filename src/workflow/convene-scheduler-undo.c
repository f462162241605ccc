/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneScheduler *self = g_task_get_source_object (task);

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      convene_outbox_wake (self->outbox);
      g_task_return_boolean (task, TRUE);
    }
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("It is too late to take it back: something was sent already"));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) stored = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  g_autoptr(ConveneChange) change = convene_change_new ();
  ConveneScheduler *self = g_task_get_source_object (task);
  ConvenePlan      *plan = g_task_get_task_data (task);

  if (stored == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (convene_plan_write_back (plan, change, stored, convene_clock_now (self->clock)))
    convene_store_commit_async (self->store, change, g_task_get_cancellable (task), taken_back_cb, g_object_ref (task));
  else
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("It is too late to take it back: something was sent already"));
}

void
convene_scheduler_undo_async (ConveneScheduler   *self,
                              ConvenePlan        *plan,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (CONVENE_IS_PLAN (plan));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_undo_async);
  g_task_set_task_data (task, g_object_ref (plan), g_object_unref);
  if (convene_plan_is_empty (plan))
    g_task_return_boolean (task, TRUE);
  else
    convene_store_find_interview_async (self->store, convene_interview_get_uid (convene_plan_get_interview (plan)), cancellable, stored_cb, g_object_ref (task));
}

gboolean
convene_scheduler_undo_finish (ConveneScheduler *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
hastened_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError           *error = NULL;
  ConveneScheduler *self = g_task_get_source_object (task);

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  convene_outbox_wake (self->outbox);
  g_task_return_boolean (task, TRUE);
}

void
convene_scheduler_hasten_async (ConveneScheduler   *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(ConveneChange) change = NULL;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));

  change = convene_change_new ();
  convene_change_hasten (change, convene_clock_now (self->clock));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_hasten_async);
  convene_store_commit_async (self->store, change, cancellable, hastened_cb, g_object_ref (task));
}

gboolean
convene_scheduler_hasten_finish (ConveneScheduler *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
