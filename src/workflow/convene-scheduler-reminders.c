/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

#include "convene-backoff.h"
#include "convene-error.h"

/* Making the reminders of all interviews what the preferences say, one interview after the other. */
typedef struct
{
  ConvenePreferences *preferences;
  GPtrArray          *interviews; /* ConveneInterview, yet to come */
  guint               next;
  int                 count; /* of those that were changed */
  void (*again) (GTask *task);
} Adjustment;

static void
adjustment_free (gpointer data)
{
  Adjustment *self = data;

  g_clear_pointer (&self->preferences, convene_preferences_free);
  g_clear_pointer (&self->interviews, g_ptr_array_unref);
  g_free (self);
}

static gboolean
is_wanted (const ConvenePreferences *preferences,
           gint64                    start,
           gint64                    due)
{
  for (guint i = 0; i < preferences->reminders->len; i++)
    if (start - g_array_index (preferences->reminders, int, i) * CONVENE_MINUTE == due)
      return TRUE;

  return FALSE;
}

static gboolean
has_reminder (ConveneInterview *interview,
              gint64            due)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MAIL_REMINDER && convene_operation_get_due (operation) == due)
        return TRUE;
    }

  return FALSE;
}

static gboolean
remove_unwanted (ConveneChange            *change,
                 ConveneInterview         *interview,
                 const ConvenePreferences *preferences)
{
  GListModel *operations = convene_interview_get_operations (interview);
  gint64      start = convene_moment_get_instant (convene_interview_get_start (interview));
  gboolean    changed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      /* One that was tried already waits for another time than its own. */
      if (convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER || !convene_operation_is_untouched (operation) ||
          convene_operation_get_attempts (operation) > 0 || is_wanted (preferences, start, convene_operation_get_due (operation)))
        continue;
      convene_change_expect_operation (change, operation);
      convene_change_remove_operation (change, convene_operation_get_id (operation), CONVENE_OPERATION_STATE_WAITING);
      changed = TRUE;
    }

  return changed;
}

gboolean
convene_reminders_adjust (ConveneChange            *change,
                          ConveneInterview         *interview,
                          const ConvenePreferences *preferences,
                          gint64                    now)
{
  ConveneOperation *update = convene_plan_find_last (interview, CONVENE_OPERATION_KIND_MAIL_UPDATE);
  ConveneOperation *letter = update != NULL ? update : convene_plan_find_last (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION);
  gint64            start = convene_moment_get_instant (convene_interview_get_start (interview));
  gboolean          changed;

  if (letter == NULL || convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED)
    return FALSE;

  changed = remove_unwanted (change, interview, preferences);
  for (guint i = 0; i < preferences->reminders->len; i++)
    {
      gint64 due = start - g_array_index (preferences->reminders, int, i) * CONVENE_MINUTE;
      g_autoptr(ConveneOperation) reminder = NULL;

      /* SH-28: not so soon after the letter that told the time. */
      if (due <= now || due < convene_operation_get_created (letter) + CONVENE_QUIET_AFTER_INVITATION || has_reminder (interview, due))
        continue;
      reminder = convene_operation_new_for (interview, CONVENE_OPERATION_KIND_MAIL_REMINDER, now, due);
      convene_operation_set_after (reminder, convene_operation_get_id (letter));
      convene_change_add_operation (change, reminder);
      changed = TRUE;
    }

  return changed;
}

static void
adjusted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Adjustment *self = g_task_get_task_data (task);

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    self->count++;
  /* One that was changed meanwhile has its reminders from that. */
  else if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->again (task);
}

static void
adjust_next (GTask *task)
{
  ConveneScheduler *scheduler = g_task_get_source_object (task);
  Adjustment       *self = g_task_get_task_data (task);

  while (self->next < self->interviews->len)
    {
      g_autoptr(ConveneChange) change = convene_change_new ();

      if (!convene_reminders_adjust (change, g_ptr_array_index (self->interviews, self->next++), self->preferences, convene_clock_now (scheduler->clock)))
        continue;
      convene_store_commit_async (scheduler->store, change, g_task_get_cancellable (task), adjusted_cb, g_object_ref (task));
      return;
    }

  if (self->count > 0)
    convene_outbox_wake (scheduler->outbox);
  g_task_return_int (task, self->count);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Adjustment *self = g_task_get_task_data (task);

  self->interviews = convene_store_list_interviews_finish (CONVENE_STORE (source), result, NULL, &error);
  if (self->interviews == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    adjust_next (task);
}

static void
preferences_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneScheduler *scheduler = g_task_get_source_object (task);
  Adjustment       *self = g_task_get_task_data (task);
  gint64            now = convene_clock_now (scheduler->clock);

  self->preferences = convene_preferences_read_finish (CONVENE_STORE (source), result, &error);
  if (self->preferences == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    convene_store_list_interviews_async (scheduler->store, &(ConveneInterviewFilter){ .from = now, .now = now, .has_status = TRUE, .status = CONVENE_STATUS_SCHEDULED },
                                         g_task_get_cancellable (task), listed_cb, g_object_ref (task));
}

void
convene_scheduler_adjust_reminders_async (ConveneScheduler   *self,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Adjustment *adjustment;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));

  adjustment = g_new0 (Adjustment, 1);
  adjustment->again = adjust_next;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_adjust_reminders_async);
  g_task_set_task_data (task, adjustment, adjustment_free);
  convene_preferences_read_async (self->store, cancellable, preferences_cb, g_steal_pointer (&task));
}

int
convene_scheduler_adjust_reminders_finish (ConveneScheduler *self,
                                           GAsyncResult     *result,
                                           GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), -1);
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}
