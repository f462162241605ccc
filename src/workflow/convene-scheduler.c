/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

#include "convene-error.h"
#include "convene-interview-check.h"
#include "convene-meeting-errand.h"

G_DEFINE_FINAL_TYPE (ConveneScheduler, convene_scheduler, G_TYPE_OBJECT)

static void
convene_scheduler_dispose (GObject *object)
{
  ConveneScheduler *self = CONVENE_SCHEDULER (object);

  g_clear_object (&self->outbox);
  g_clear_object (&self->accounts);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (convene_scheduler_parent_class)->dispose (object);
}

static void
convene_scheduler_class_init (ConveneSchedulerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_scheduler_dispose;
}

static void
convene_scheduler_init (ConveneScheduler *self)
{
}

ConveneScheduler *
convene_scheduler_new (ConveneStore    *store,
                       ConveneClock    *clock,
                       ConveneAccounts *accounts,
                       ConveneOutbox   *outbox)
{
  ConveneScheduler *self = g_object_new (CONVENE_TYPE_SCHEDULER, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->accounts = g_object_ref (accounts);
  self->outbox = g_object_ref (outbox);
  return self;
}

typedef struct
{
  ConveneInterview *interview;
  gboolean          mail;
} Planning;

static void
planning_free (gpointer data)
{
  Planning *planning = data;

  g_clear_object (&planning->interview);
  g_free (planning);
}

static const char *
get_manager (ConveneInterview *interview)
{
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);

  return manager != NULL ? convene_participant_get_address (manager) : NULL;
}

static void
facts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneHostFacts) facts = convene_host_facts_read_finish (result, &error);
  ConveneScheduler *self = g_task_get_source_object (task);
  Planning         *planning = g_task_get_task_data (task);
  GPtrArray        *accounts;
  ConveneAccount   *sender;
  ConvenePlan      *plan;

  if (facts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  accounts = convene_host_facts_get_accounts (facts);
  sender = convene_accounts_find_sender (self->accounts, accounts);
  plan = convene_plan_schedule (planning->interview, facts, sender, planning->mail, convene_clock_now (self->clock));
  convene_plan_set_ways (plan, convene_accounts_find_mail (accounts) != NULL, convene_accounts_get_hand_over (self->accounts));
  g_task_return_pointer (task, plan, g_object_unref);
}

void
convene_scheduler_plan_async (ConveneScheduler   *self,
                              ConveneInterview   *interview,
                              gboolean            mail,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GError) error = NULL;
  Planning *planning;
  gboolean  zoom;
  gint64    now;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));

  zoom = convene_interview_get_platform (interview) == CONVENE_PLATFORM_ZOOM;
  now = convene_clock_now (self->clock);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_plan_async);
  if (!convene_interview_check (interview, now, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (convene_interview_get_uid (interview) == NULL)
    {
      g_autofree char *uid = g_uuid_string_random ();

      convene_interview_set_uid (interview, uid);
    }
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_set_created (interview, now);

  planning = g_new0 (Planning, 1);
  planning->interview = g_object_ref (interview);
  planning->mail = mail;
  g_task_set_task_data (task, planning, planning_free);
  convene_host_facts_read_async (self->accounts, zoom ? get_manager (interview) : NULL, cancellable, facts_cb, g_steal_pointer (&task));
}

ConvenePlan *
convene_scheduler_plan_finish (ConveneScheduler *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneScheduler *self = g_task_get_source_object (task);

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  convene_outbox_wake (self->outbox);
  g_task_return_boolean (task, TRUE);
}

void
convene_scheduler_schedule_async (ConveneScheduler   *self,
                                  ConvenePlan        *plan,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(ConveneChange) change = NULL;
  ConveneInterview *interview;
  GListModel       *operations;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (CONVENE_IS_PLAN (plan));

  interview = convene_plan_get_interview (plan);
  operations = convene_plan_get_operations (plan);
  change = convene_change_new ();
  convene_change_add_interview (change, interview);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_meeting_id (operation) != NULL)
        convene_meeting_add_pending (change, interview, operation, convene_plan_get_made_by (plan));
      convene_change_add_operation (change, operation);
    }
  if (convene_plan_get_draft_key (plan) != NULL)
    convene_change_set_preference (change, convene_plan_get_draft_key (plan), NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_schedule_async);
  convene_store_commit_async (self->store, change, cancellable, committed_cb, g_steal_pointer (&task));
}

gboolean
convene_scheduler_schedule_finish (ConveneScheduler *self,
                                   GAsyncResult     *result,
                                   GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

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

static gboolean
make_due (ConveneOperation *operation,
          gint64            now)
{
  ConveneOperationState state = convene_operation_get_state (operation);

  if (state == CONVENE_OPERATION_STATE_FAILED)
    {
      /* It starts afresh: patience too. */
      convene_operation_set_first_attempt (operation, 0);
      convene_operation_set_settled (operation, 0);
      convene_operation_set_state (operation, CONVENE_OPERATION_STATE_WAITING);
    }
  else if (state == CONVENE_OPERATION_STATE_WAITING || state == CONVENE_OPERATION_STATE_DOUBT)
    {
      /* Reminders keep their time, and so does what waits for something else than time. */
      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MAIL_REMINDER)
        return FALSE;
    }
  else
    {
      return FALSE;
    }

  convene_operation_set_event (operation, NULL);
  convene_operation_set_due (operation, now);
  return TRUE;
}

/* A meeting that failed is expected again. */
static void
expect_meeting (ConveneChange  *change,
                ConveneMeeting *meeting)
{
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

      if (!make_due (operation, now))
        continue;
      convene_change_update_operation (change, operation, was);
      if (was == CONVENE_OPERATION_STATE_FAILED && convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MEETING_CREATE && meeting != NULL)
        expect_meeting (change, meeting);
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
