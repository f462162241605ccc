/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-plan-difference.h"

/* How often the outbox may be faster. */
#define COMMIT_TIMES 10

/* Committing: the plan is written, and made again where something was written before it. */
typedef struct
{
  ConvenePlan *plan;
  gint64       delay;
  int          times;
  void (*again) (GTask *task);
} Commit;

static void
commit_free (gpointer data)
{
  Commit *self = data;

  g_clear_object (&self->plan);
  g_free (self);
}

static void
end_stale (GTask *task)
{
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("Something happened meanwhile that changes what will be done: look at it again"));
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);
  Commit *self = g_task_get_task_data (task);

  if (plan == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!convene_plan_does_same (self->plan, plan))
    {
      end_stale (task);
      return;
    }

  convene_plan_replace (self->plan, plan);
  self->again (task);
}

static void
plan_again (GTask              *task,
            ConvenePlanRequest *request)
{
  convene_scheduler_plan_request_async (g_task_get_source_object (task), request, g_task_get_cancellable (task), planned_cb, g_object_ref (task));
}

static ConvenePlanRequest *
request_copy (const ConvenePlanRequest *request)
{
  ConvenePlanRequest *copy = g_new0 (ConvenePlanRequest, 1);

  copy->kind = request->kind;
  copy->mail = request->mail;
  copy->interview = request->interview != NULL ? g_object_ref (request->interview) : NULL;
  copy->uid = g_strdup (request->uid);
  copy->reason = g_strdup (request->reason);
  copy->fix = request->fix;
  copy->value = g_strdup (request->value);
  return copy;
}

/* What the outbox wrote is no reason to ask the person; what another person wrote is. */
static gboolean
is_as_seen (ConvenePlan      *plan,
            ConveneInterview *stored)
{
  return convene_interview_get_status (stored) == convene_interview_get_status (plan->before) &&
         convene_difference_find (plan->before, stored) == CONVENE_DIFFERENCE_NONE;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) stored = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  Commit             *self = g_task_get_task_data (task);
  ConvenePlanRequest *request;

  if (stored == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!is_as_seen (self->plan, stored))
    {
      end_stale (task);
      return;
    }

  request = request_copy (self->plan->request);
  if (request->interview != NULL)
    {
      ConveneInterview *edited = convene_difference_apply (stored, request->interview);

      g_object_unref (request->interview);
      request->interview = edited;
    }
  plan_again (task, request);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneScheduler *self = g_task_get_source_object (task);
  Commit           *commit = g_task_get_task_data (task);
  ConveneInterview *before = commit->plan->before;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      convene_outbox_wake (self->outbox);
      g_task_return_boolean (task, TRUE);
    }
  else if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE) || commit->plan->request == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (++commit->times >= COMMIT_TIMES)
    end_stale (task);
  else if (before == NULL)
    plan_again (task, request_copy (commit->plan->request));
  else
    convene_store_find_interview_async (self->store, convene_interview_get_uid (before), g_task_get_cancellable (task), found_cb, g_object_ref (task));
}

static void
write_plan (GTask *task)
{
  ConveneScheduler *self = g_task_get_source_object (task);
  Commit           *commit = g_task_get_task_data (task);
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_plan_write (commit->plan, change, convene_clock_now (self->clock), commit->delay);
  convene_store_commit_async (self->store, change, g_task_get_cancellable (task), committed_cb, g_object_ref (task));
}

void
convene_scheduler_commit_async (ConveneScheduler   *self,
                                ConvenePlan        *plan,
                                gint64              delay,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Commit *commit;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (CONVENE_IS_PLAN (plan));
  g_return_if_fail (delay >= 0);

  commit = g_new0 (Commit, 1);
  commit->plan = g_object_ref (plan);
  commit->delay = delay;
  commit->again = write_plan;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_commit_async);
  g_task_set_task_data (task, commit, commit_free);
  if (convene_plan_is_empty (plan))
    g_task_return_boolean (task, TRUE);
  else
    write_plan (task);
}

gboolean
convene_scheduler_commit_finish (ConveneScheduler *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
