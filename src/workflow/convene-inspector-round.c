/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-inspector-round.h"

#include "convene-accounts-private.h"
#include "convene-inspector-due.h"
#include "convene-late-duplicates.h"
#include "convene-store-life.h"

/* What Zoom made late shows within minutes; whoever was away for a day learns of it all the same. */
#define DOUBT_LASTS CONVENE_DAY

/* Nobody could say anything. */
#define AGAIN (15 * CONVENE_MINUTE)

/* What is read first, and then what came of looking. */
typedef struct
{
  ConveneInspectorScope scope;
  gint64                now;
  gboolean              counts; /* only when something is due */

  GPtrArray               *interviews;
  GPtrArray               *creates;
  ConveneInspectionReport *report;
} Round;

static void
round_free (gpointer data)
{
  Round *self = data;

  g_clear_pointer (&self->interviews, g_ptr_array_unref);
  g_clear_pointer (&self->creates, g_ptr_array_unref);
  g_clear_pointer (&self->report, convene_inspection_report_free);
  g_free (self);
}

static gint64
interview_due (const Round      *self,
               ConveneInterview *interview)
{
  return convene_inspection_find_due (convene_interview_get_meeting (interview), convene_moment_get_instant (convene_interview_get_start (interview)),
                                      self->scope.opened);
}

static gint64
not_again (const Round *self,
           gint64       due)
{
  return self->scope.tried != 0 && due <= self->scope.tried ? self->scope.tried + AGAIN : due;
}

static gint64
find_due (const Round *self)
{
  gint64 due = G_MAXINT64;

  for (guint i = 0; i < self->interviews->len; i++)
    due = MIN (due, not_again (self, interview_due (self, g_ptr_array_index (self->interviews, i))));
  for (guint i = 0; i < self->creates->len; i++)
    due = MIN (due, not_again (self, convene_inspection_find_doubt_due (g_ptr_array_index (self->creates, i))));

  return due;
}

static void
keep_due (Round *self)
{
  for (guint i = self->interviews->len; self->scope.only_due && i > 0; i--)
    if (interview_due (self, g_ptr_array_index (self->interviews, i - 1)) > self->now)
      g_ptr_array_remove_index (self->interviews, i - 1);
  for (guint i = self->creates->len; i > 0; i--)
    if (convene_inspection_find_doubt_due (g_ptr_array_index (self->creates, i - 1)) > self->now)
      g_ptr_array_remove_index (self->creates, i - 1);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Round  *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (convene_late_duplicates_finish (result, &error))
    g_task_return_pointer (task, g_steal_pointer (&self->report), (GDestroyNotify) convene_inspection_report_free);
  else
    g_task_return_error (task, error);
}

static void
inspected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Round        *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  self->report = convene_inspection_run_finish (result, &error);
  if (self->report == NULL)
    g_task_return_error (task, error);
  else
    convene_late_duplicates_async (CONVENE_ACCOUNTS (source), self->creates, cancellable, removed_cb, g_steal_pointer (&task));
}

static void
creates_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Round           *self = g_task_get_task_data (task);
  ConveneAccounts *accounts = g_task_get_source_object (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);
  GError          *error = NULL;

  self->creates = convene_store_list_doubtful_creates_finish (CONVENE_STORE (source), result, &error);
  if (self->creates == NULL)
    {
      g_task_return_error (task, error);
    }
  else if (self->counts)
    {
      gint64 due = find_due (self);

      g_task_return_pointer (task, g_memdup2 (&due, sizeof due), g_free);
    }
  else
    {
      keep_due (self);
      convene_inspection_run_async (accounts, self->interviews, cancellable, inspected_cb, g_steal_pointer (&task));
    }
}

static void
interviews_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Round        *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError       *error = NULL;

  self->interviews = convene_store_list_meetings_to_check_finish (CONVENE_STORE (source), result, &error);
  if (self->interviews == NULL)
    g_task_return_error (task, error);
  else
    convene_store_list_doubtful_creates_async (CONVENE_STORE (source), self->now - DOUBT_LASTS, cancellable, creates_cb, g_steal_pointer (&task));
}

static void
begin (ConveneAccounts             *accounts,
       const ConveneInspectorScope *scope,
       gboolean                     counts,
       GTask                       *task)
{
  Round *self = g_new0 (Round, 1);

  self->scope = *scope;
  self->now = convene_clock_now (accounts->clock);
  self->counts = counts;
  g_task_set_task_data (task, self, round_free);
  convene_store_list_meetings_to_check_async (accounts->store, self->now, scope->to, G_MAXINT64, g_task_get_cancellable (task), interviews_cb, task);
}

void
convene_inspector_round_async (ConveneAccounts             *accounts,
                               const ConveneInspectorScope *scope,
                               GCancellable                *cancellable,
                               GAsyncReadyCallback          callback,
                               gpointer                     user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (accounts));
  g_return_if_fail (scope != NULL);

  task = g_task_new (accounts, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_inspector_round_async);
  begin (accounts, scope, FALSE, task);
}

ConveneInspectionReport *
convene_inspector_round_finish (GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_inspector_round_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_inspector_find_due_async (ConveneAccounts             *accounts,
                                  const ConveneInspectorScope *scope,
                                  GCancellable                *cancellable,
                                  GAsyncReadyCallback          callback,
                                  gpointer                     user_data)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (accounts));
  g_return_if_fail (scope != NULL);

  task = g_task_new (accounts, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_inspector_find_due_async);
  begin (accounts, scope, TRUE, task);
}

gint64
convene_inspector_find_due_finish (GAsyncResult *result,
                                   GError      **error)
{
  g_autofree gint64 *due = NULL;

  g_return_val_if_fail (G_IS_TASK (result), -1);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_inspector_find_due_async), -1);

  due = g_task_propagate_pointer (G_TASK (result), error);
  return due != NULL ? *due : -1;
}
