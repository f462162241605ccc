/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

#include "convene-error.h"

/* Trying again: what is to be done is read and written, and read again where the outbox was faster. */
typedef struct
{
  char               *uid;
  GAsyncReadyCallback again;
  int                 count;
  int                 times;
} Retry;

#define RETRY_TIMES 20

static void
retry_free (gpointer data)
{
  Retry *self = data;

  g_free (self->uid);
  g_free (self);
}

gboolean
convene_operation_can_retry (ConveneOperation *operation)
{
  ConveneOperationState state = convene_operation_get_state (operation);

  if (state == CONVENE_OPERATION_STATE_FAILED)
    return TRUE;

  /* Reminders keep their time. */
  return (state == CONVENE_OPERATION_STATE_WAITING || state == CONVENE_OPERATION_STATE_DOUBT) &&
         convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER;
}

void
convene_operation_make_due (ConveneOperation *operation,
                            gint64            now)
{
  if (convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_FAILED)
    {
      /* It starts afresh: patience too. */
      convene_operation_set_first_attempt (operation, 0);
      convene_operation_set_settled (operation, 0);
      convene_operation_set_state (operation, CONVENE_OPERATION_STATE_WAITING);
    }

  convene_operation_set_event (operation, NULL);
  convene_operation_set_due (operation, now);
  convene_operation_set_held (operation, FALSE);
}

/* A meeting that failed is expected again; another one that is there by now stays as it is. */
static void
expect_meeting (ConveneChange    *change,
                ConveneOperation *create,
                ConveneMeeting   *meeting)
{
  if (meeting == NULL || convene_meeting_get_state (meeting) != CONVENE_MEETING_STATE_FAILED ||
      g_strcmp0 (convene_operation_get_meeting_id (create), convene_meeting_get_id (meeting)) != 0)
    return;

  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_PENDING);
  convene_change_put_meeting (change, meeting);
}

/* How many operations a change makes due. */
static int
retry_all (ConveneChange    *change,
           ConveneInterview *interview,
           gint64            now)
{
  GListModel     *operations = convene_interview_get_operations (interview);
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  int             count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      ConveneOperationState was = convene_operation_get_state (operation);

      if (!convene_operation_can_retry (operation))
        continue;
      convene_operation_make_due (operation, now);
      convene_change_update_operation (change, operation, was);
      if (was == CONVENE_OPERATION_STATE_FAILED && convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MEETING_CREATE)
        expect_meeting (change, operation, meeting);
      count++;
    }

  return count;
}

static void
retried_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneScheduler *self = g_task_get_source_object (task);
  Retry            *retry = g_task_get_task_data (task);
  GCancellable     *cancellable = g_task_get_cancellable (task);

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      convene_outbox_wake (self->outbox);
      g_task_return_int (task, retry->count);
    }
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE) && ++retry->times < RETRY_TIMES)
    convene_store_find_interview_async (self->store, retry->uid, cancellable, retry->again, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
retry_found_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  g_autoptr(ConveneChange) change = NULL;
  ConveneScheduler *self = g_task_get_source_object (task);
  Retry            *retry = g_task_get_task_data (task);
  GCancellable     *cancellable = g_task_get_cancellable (task);

  if (interview == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  change = convene_change_new ();
  retry->count = retry_all (change, interview, convene_clock_now (self->clock));
  if (retry->count == 0)
    g_task_return_int (task, 0);
  else
    convene_store_commit_async (self->store, change, cancellable, retried_cb, g_steal_pointer (&task));
}

void
convene_scheduler_retry_async (ConveneScheduler   *self,
                               const char         *uid,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Retry *retry;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (uid != NULL);

  retry = g_new0 (Retry, 1);
  retry->uid = g_strdup (uid);
  retry->again = retry_found_cb;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_retry_async);
  g_task_set_task_data (task, retry, retry_free);
  convene_store_find_interview_async (self->store, uid, cancellable, retry_found_cb, g_steal_pointer (&task));
}

int
convene_scheduler_retry_finish (ConveneScheduler *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), -1);
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}
