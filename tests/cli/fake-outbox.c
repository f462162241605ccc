/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fake-engine-private.h"

void
convene_outbox_start (ConveneOutbox *self)
{
  self->engine->started = TRUE;
}

void
convene_outbox_report_free (ConveneOutboxReport *report)
{
  g_ptr_array_unref (report->done);
  g_ptr_array_unref (report->waiting);
  g_ptr_array_unref (report->failed);
  g_free (report);
}

static GPtrArray *
array_of (ConveneOutboxReport  *report,
          ConveneOperationState state)
{
  if (state == CONVENE_OPERATION_STATE_FAILED)
    return report->failed;

  return convene_operation_state_is_settled (state) ? report->done : report->waiting;
}

static ConveneOutboxReport *
make_report (ConveneEngine *engine)
{
  ConveneOutboxReport *report = g_new0 (ConveneOutboxReport, 1);

  report->done = g_ptr_array_new_with_free_func (g_object_unref);
  report->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  report->failed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < G_N_ELEMENTS (engine->outcomes); i++)
    if (engine->outcomes[i] != NULL)
      g_ptr_array_add (array_of (report, convene_operation_get_state (engine->outcomes[i])), g_object_ref (engine->outcomes[i]));
  if (engine->old != NULL)
    g_ptr_array_add (array_of (report, convene_operation_get_state (engine->old)), g_object_ref (engine->old));

  return report;
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_task_return_error_if_cancelled (user_data);
}

void
convene_outbox_settle_async (ConveneOutbox      *self,
                             const char         *uid,
                             gint64              wait,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  self->engine->wait = wait;
  if (self->engine->endless)
    g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (task), g_object_unref);
  else
    g_task_return_pointer (task, make_report (self->engine), (GDestroyNotify) convene_outbox_report_free);
}

ConveneOutboxReport *
convene_outbox_settle_finish (ConveneOutbox *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_inspector_run_async (ConveneInspector   *self,
                             gint64              horizon,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  self->engine->looks++;
  if (self->engine->look_error != NULL)
    g_task_return_error (task, g_error_copy (self->engine->look_error));
  else
    g_task_return_int (task, 1);
}

int
convene_inspector_run_finish (ConveneInspector *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
