/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-outbox-private.h"

#include "convene-error.h"

/* Waiting for operations: whoever runs the outbox, this reads what became of them, at every change and a few times a second. */

#define LOOK_MILLISECONDS 250

typedef struct
{
  /* what is waited for */
  char  *uid; /* NULL for all */
  gint64 deadline;
  gint64 now; /* as it was at the last look */

  /* on the way */
  GHashTable *seen; /* set of ids: those that were open at some time */
  GSource    *timer;
  gulong      changed_id;
  gboolean    looking;
  gboolean    over; /* one more look tells what became of them */
} Settling;

void
convene_outbox_report_free (ConveneOutboxReport *report)
{
  g_clear_pointer (&report->done, g_ptr_array_unref);
  g_clear_pointer (&report->waiting, g_ptr_array_unref);
  g_clear_pointer (&report->failed, g_ptr_array_unref);
  g_free (report);
}

static void
settling_free (gpointer data)
{
  Settling *self = data;

  g_free (self->uid);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_free (self);
}

static gboolean
is_for_later (ConveneOperation *operation,
              gint64            now)
{
  return convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MAIL_REMINDER && convene_operation_get_due (operation) > now;
}

static ConveneOperation *
find_by_id (GPtrArray  *operations,
            const char *id)
{
  for (guint i = 0; id != NULL && i < operations->len; i++)
    if (g_str_equal (convene_operation_get_id (g_ptr_array_index (operations, i)), id))
      return g_ptr_array_index (operations, i);

  return NULL;
}

/* Whether something may still happen to an operation before the deadline. */
static gboolean
may_move (ConveneOperation *operation,
          GPtrArray        *all,
          gint64            deadline)
{
  ConveneOperationState state = convene_operation_get_state (operation);
  ConveneOperation     *after;

  if (convene_operation_state_is_settled (state))
    return FALSE;
  if (state == CONVENE_OPERATION_STATE_RUNNING)
    return TRUE;
  if (convene_operation_get_event (operation) != NULL || convene_operation_get_due (operation) > deadline)
    return FALSE;

  after = find_by_id (all, convene_operation_get_after (operation));
  return after == NULL || convene_operation_get_released (after) ||
         convene_operation_state_is_settled (convene_operation_get_state (after)) || may_move (after, all, deadline);
}

static gboolean
any_may_move (GPtrArray *operations,
              gint64     deadline,
              gint64     now)
{
  for (guint i = 0; i < operations->len; i++)
    if (!is_for_later (g_ptr_array_index (operations, i), now) && may_move (g_ptr_array_index (operations, i), operations, deadline))
      return TRUE;

  return FALSE;
}

/* The moment of the last thing that happened, or will: a report tells them in this order. */
static gint64
get_moment (ConveneOperation *operation)
{
  gint64 settled = convene_operation_get_settled (operation);

  return settled != 0 ? settled : convene_operation_get_due (operation);
}

static int
compare_moments (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = get_moment (*(ConveneOperation *const *) a);
  gint64 second = get_moment (*(ConveneOperation *const *) b);

  return (first > second) - (first < second);
}

static ConveneOutboxReport *
report_new (GPtrArray *operations,
            gint64     now)
{
  ConveneOutboxReport *report = g_new0 (ConveneOutboxReport, 1);

  report->done = g_ptr_array_new_with_free_func (g_object_unref);
  report->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  report->failed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < operations->len; i++)
    {
      ConveneOperation     *operation = g_ptr_array_index (operations, i);
      ConveneOperationState state = convene_operation_get_state (operation);

      if (state == CONVENE_OPERATION_STATE_FAILED)
        g_ptr_array_add (report->failed, g_object_ref (operation));
      else if (convene_operation_state_is_settled (state))
        g_ptr_array_add (report->done, g_object_ref (operation));
      else if (!is_for_later (operation, now))
        g_ptr_array_add (report->waiting, g_object_ref (operation));
    }

  g_ptr_array_sort (report->done, compare_moments);
  g_ptr_array_sort (report->waiting, compare_moments);
  g_ptr_array_sort (report->failed, compare_moments);
  return report;
}

static void
end_waiting (GTask *task)
{
  ConveneOutbox *outbox = g_task_get_source_object (task);
  Settling      *self = g_task_get_task_data (task);

  if (self->timer != NULL)
    g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_clear_signal_handler (&self->changed_id, outbox->store);
}

static void
answer (GTask     *task,
        GPtrArray *operations)
{
  ConveneOutbox *outbox = g_task_get_source_object (task);

  end_waiting (task);
  g_task_return_pointer (task, report_new (operations, convene_clock_now (outbox->clock)), (GDestroyNotify) convene_outbox_report_free);
}

static void
fail (GTask  *task,
      GError *error)
{
  end_waiting (task);
  g_task_return_error (task, error);
}

static void
all_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) operations = convene_store_get_operations_finish (CONVENE_STORE (source), result, &error);

  if (operations == NULL)
    fail (task, g_steal_pointer (&error));
  else
    answer (task, operations);
}

static void
add_keys (GPtrArray  *keys,
          GHashTable *set)
{
  GHashTableIter iter;
  gpointer       key;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (keys, key);
}

/* Everything that was open while it was waited, and what was done here. */
static void
read_all (GTask *task)
{
  ConveneOutbox *outbox = g_task_get_source_object (task);
  Settling      *self = g_task_get_task_data (task);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();

  add_keys (ids, self->seen);
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_remove (outbox->finished, g_ptr_array_index (ids, i));
  add_keys (ids, outbox->finished);
  g_ptr_array_add (ids, NULL);

  convene_store_get_operations_async (outbox->store, (const char *const *) ids->pdata, NULL, all_cb, task);
}

/* What one look found: go on waiting, or answer. */
static void
judge (GTask     *task,
       GPtrArray *operations)
{
  ConveneOutbox *outbox = g_task_get_source_object (task);
  Settling      *self = g_task_get_task_data (task);
  gint64         now = convene_clock_now (outbox->clock);

  /* A clock that is put back does not make anybody wait longer. */
  if (now < self->now)
    self->deadline -= self->now - now;
  self->now = now;

  self->looking = FALSE;
  for (guint i = 0; i < operations->len; i++)
    g_hash_table_add (self->seen, g_strdup (convene_operation_get_id (g_ptr_array_index (operations, i))));

  if (now < self->deadline && any_may_move (operations, self->deadline, now))
    return;

  self->over = TRUE;
  if (self->uid != NULL)
    answer (task, operations);
  else
    read_all (g_object_ref (task));
}

static void
looked_one_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = convene_store_find_interview_finish (CONVENE_STORE (source), result, &error);
  g_autoptr(GPtrArray) operations = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *list;

  if (interview == NULL)
    {
      fail (task, g_steal_pointer (&error));
      return;
    }

  list = convene_interview_get_operations (interview);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (operations, g_list_model_get_item (list, i));
  judge (task, operations);
}

static void
looked_all_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) operations = convene_store_list_open_operations_finish (CONVENE_STORE (source), result, &error);

  if (operations == NULL)
    fail (task, g_steal_pointer (&error));
  else
    judge (task, operations);
}

static gboolean
look_cb (gpointer user_data)
{
  GTask         *task = user_data;
  ConveneOutbox *outbox = g_task_get_source_object (task);
  Settling      *self = g_task_get_task_data (task);

  if (self->looking || self->over)
    return G_SOURCE_CONTINUE;

  self->looking = TRUE;
  if (self->uid != NULL)
    convene_store_find_interview_async (outbox->store, self->uid, g_task_get_cancellable (task), looked_one_cb, g_object_ref (task));
  else
    convene_store_list_open_operations_async (outbox->store, convene_clock_now (outbox->clock), g_task_get_cancellable (task), looked_all_cb,
                                              g_object_ref (task));
  return G_SOURCE_CONTINUE;
}

static void
changed_cb (ConveneStore *store,
            gpointer      user_data)
{
  Settling *self = user_data;

  g_source_set_ready_time (self->timer, 0);
}

void
convene_outbox_settle_async (ConveneOutbox      *self,
                             const char         *uid,
                             gint64              wait,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Settling *settling;

  g_return_if_fail (CONVENE_IS_OUTBOX (self));
  g_return_if_fail (wait >= 0);

  settling = g_new0 (Settling, 1);
  settling->uid = g_strdup (uid);
  settling->now = convene_clock_now (self->clock);
  settling->deadline = settling->now + wait;
  settling->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_outbox_settle_async);
  g_task_set_task_data (task, settling, settling_free);

  settling->timer = g_timeout_source_new (LOOK_MILLISECONDS);
  g_source_set_callback (settling->timer, look_cb, g_object_ref (task), g_object_unref);
  g_source_set_ready_time (settling->timer, 0);
  g_source_attach (settling->timer, g_main_context_get_thread_default ());
  settling->changed_id = g_signal_connect (self->store, "changed", G_CALLBACK (changed_cb), settling);
}

ConveneOutboxReport *
convene_outbox_settle_finish (ConveneOutbox *self,
                              GAsyncResult  *result,
                              GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_OUTBOX (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
