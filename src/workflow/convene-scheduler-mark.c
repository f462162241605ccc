/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"

/* How often somebody may be faster. */
#define MARK_TIMES 20

/* Saying what became of an interview: it is read and written, and read again where something was written meanwhile. */
typedef struct
{
  char               *uid;
  ConveneStatus       status;
  GAsyncReadyCallback again;
  int                 times;
} Marking;

static void
marking_free (gpointer data)
{
  Marking *self = data;

  g_free (self->uid);
  g_free (self);
}

static gboolean
is_outcome (ConveneStatus status)
{
  return status == CONVENE_STATUS_COMPLETED || status == CONVENE_STATUS_NO_SHOW;
}

gboolean
convene_interview_can_mark (ConveneInterview *interview,
                            ConveneStatus     status,
                            gint64            now)
{
  ConveneStatus is;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  is = convene_interview_get_status (interview);
  if (status == is || (is != CONVENE_STATUS_SCHEDULED && !is_outcome (is)) || convene_interview_get_start (interview) == NULL)
    return FALSE;

  return status == CONVENE_STATUS_SCHEDULED || (is_outcome (status) && convene_moment_get_instant (convene_interview_get_start (interview)) <= now);
}

static GError *
refuse (ConveneInterview *interview)
{
  ConveneStatus is = convene_interview_get_status (interview);

  if (is == CONVENE_STATUS_CANCELLED)
    return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview is cancelled"));
  if (is != CONVENE_STATUS_SCHEDULED && !is_outcome (is))
    return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview is not scheduled yet"));

  return g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview has not begun yet"));
}

static const char *
describe (ConveneStatus status)
{
  switch (status)
    {
    case CONVENE_STATUS_COMPLETED:
      return _ ("Marked as completed");
    case CONVENE_STATUS_NO_SHOW:
      return _ ("Marked as no-show: the candidate did not come");
    case CONVENE_STATUS_DRAFT:
    case CONVENE_STATUS_PROPOSED:
    case CONVENE_STATUS_SCHEDULED:
    case CONVENE_STATUS_CANCELLED:
    default:
      return _ ("Marked as scheduled again");
    }
}

static void
marked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneScheduler *self = g_task_get_source_object (task);
  Marking          *marking = g_task_get_task_data (task);
  GCancellable     *cancellable = g_task_get_cancellable (task);

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      /* What waited for an interview that is over by that need not wait. */
      convene_outbox_wake (self->outbox);
      g_task_return_boolean (task, TRUE);
    }
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE) && ++marking->times < MARK_TIMES)
    convene_store_find_interview_async (self->store, marking->uid, cancellable, marking->again, g_steal_pointer (&task));
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
mark (GTask            *task,
      ConveneInterview *interview)
{
  ConveneScheduler *self = g_task_get_source_object (task);
  Marking          *marking = g_task_get_task_data (task);
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_interview_set_status (interview, marking->status);
  convene_change_update_interview (change, interview);
  convene_change_add_activity (change, convene_interview_get_uid (interview), convene_clock_now (self->clock), describe (marking->status));
  convene_store_commit_async (self->store, change, g_task_get_cancellable (task), marked_cb, g_object_ref (task));
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  ConveneScheduler *self = g_task_get_source_object (task);
  Marking          *marking = g_task_get_task_data (task);

  if (interview == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (convene_interview_can_mark (interview, marking->status, convene_clock_now (self->clock)))
    mark (task, interview);
  else if (convene_interview_get_status (interview) == marking->status)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, refuse (interview));
}

void
convene_scheduler_mark_async (ConveneScheduler   *self,
                              const char         *uid,
                              ConveneStatus       status,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Marking *marking;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (uid != NULL);

  marking = g_new0 (Marking, 1);
  marking->uid = g_strdup (uid);
  marking->status = status;
  marking->again = found_cb;
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_mark_async);
  g_task_set_task_data (task, marking, marking_free);
  if (status != CONVENE_STATUS_SCHEDULED && !is_outcome (status))
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_INVALID, _ ("An interview is marked as completed, as no-show, or as scheduled again"));
  else
    convene_store_find_interview_async (self->store, uid, cancellable, found_cb, g_object_ref (task));
}

gboolean
convene_scheduler_mark_finish (ConveneScheduler *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
