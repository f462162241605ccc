/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_scheduler_commit_finish (CONVENE_SCHEDULER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);

  if (plan != NULL)
    convene_scheduler_commit_async (CONVENE_SCHEDULER (source), plan, 0, g_task_get_cancellable (task), committed_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

void
convene_scheduler_plan_resend_async (ConveneScheduler   *self,
                                     const char         *uid,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  ConvenePlanRequest *request;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (uid != NULL);

  request = g_new0 (ConvenePlanRequest, 1);
  request->kind = CONVENE_PLAN_RESEND;
  request->uid = g_strdup (uid);
  request->mail = TRUE;
  convene_scheduler_plan_request_async (self, request, cancellable, callback, user_data);
}

void
convene_scheduler_resend_async (ConveneScheduler   *self,
                                const char         *uid,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_resend_async);
  convene_scheduler_plan_resend_async (self, uid, cancellable, planned_cb, task);
}

gboolean
convene_scheduler_resend_finish (ConveneScheduler *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
