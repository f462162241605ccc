/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store.h"

#include "convene-due.h"
#include "convene-record.h"
#include "convene-store-private.h"

/* The + keeps SQLite from walking through every operation for the sake of the order. */
#define OPEN                                                                         \
  "FROM operation WHERE operation.position IN "                                      \
  "  (SELECT position FROM operation "                                               \
  "   WHERE state NOT IN ('done', 'failed', 'dropped', 'handed-over') AND due <= ? " \
  "   UNION "                                                                        \
  "   SELECT position FROM operation "                                               \
  "   WHERE state NOT IN ('done', 'failed', 'dropped', 'handed-over') "              \
  "   AND kind != 'mail-reminder') "                                                 \
  "ORDER BY operation.position"
#define LAST_CALENDAR                                                 \
  "FROM letter JOIN operation ON operation.id = letter.operation_id " \
  "WHERE letter.interview_uid = ? AND letter.calendar IS NOT NULL "   \
  "AND operation.state IN ('done', 'handed-over') "                   \
  "ORDER BY letter.made_at DESC, letter.position, letter.number DESC LIMIT 1"

typedef struct
{
  gint64     now;
  gint64     next_due;
  GPtrArray *operations;
} Agenda;

static Agenda *
agenda_new (gint64 now)
{
  Agenda *agenda = g_new0 (Agenda, 1);

  agenda->now = now;
  return agenda;
}

static void
agenda_free (gpointer data)
{
  Agenda *agenda = data;

  g_clear_pointer (&agenda->operations, g_ptr_array_unref);
  g_free (agenda);
}

/* On the worker's thread, down to the public functions. */
static gpointer
list_due_func (ConveneConnection *connection,
               gpointer           data,
               GError           **error)
{
  Agenda *question = data;
  Agenda *agenda = agenda_new (question->now);

  agenda->operations = convene_due_list (connection, question->now, &agenda->next_due, error);
  if (agenda->operations != NULL)
    return agenda;

  agenda_free (agenda);
  return NULL;
}

static gpointer
list_open_func (ConveneConnection *connection,
                gpointer           data,
                GError           **error)
{
  Agenda *question = data;
  g_autoptr(ConveneStatement) statement = convene_record_prepare (&convene_record_operation, connection, OPEN, error);

  if (statement == NULL)
    return NULL;

  convene_statement_bind_number (statement, question->now);
  return convene_record_list (&convene_record_operation, statement, error);
}

static gpointer
get_operations_func (ConveneConnection *connection,
                     gpointer           data,
                     GError           **error)
{
  g_autoptr(GPtrArray) operations = g_ptr_array_new_with_free_func (g_object_unref);
  const char *const *ids = data;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      gpointer operation;

      if (!convene_record_find (&convene_record_operation, connection, "FROM operation WHERE operation.id = ?", ids[i], &operation, error))
        return NULL;
      if (operation != NULL)
        g_ptr_array_add (operations, operation);
    }

  return g_steal_pointer (&operations);
}

static gpointer
get_letter_func (ConveneConnection *connection,
                 gpointer           data,
                 GError           **error)
{
  gpointer letter = NULL;

  convene_record_find (&convene_record_letter, connection, "FROM letter WHERE letter.operation_id = ? ORDER BY letter.position LIMIT 1", data, &letter, error);
  return letter;
}

static gpointer
get_last_calendar_func (ConveneConnection *connection,
                        gpointer           data,
                        GError           **error)
{
  gpointer letter = NULL;

  convene_record_find (&convene_record_letter, connection, LAST_CALENDAR, data, &letter, error);
  return letter;
}

static void
free_array (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
free_strv (gpointer data)
{
  g_strfreev (data);
}

void
convene_store_list_due_operations_async (ConveneStore       *self,
                                         gint64              now,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_due_operations_async);
  convene_store_push (self, g_steal_pointer (&task), list_due_func, agenda_new (now), agenda_free, agenda_free);
}

GPtrArray *
convene_store_list_due_operations_finish (ConveneStore *self,
                                          GAsyncResult *result,
                                          gint64       *next_due,
                                          GError      **error)
{
  GPtrArray *operations;
  Agenda    *agenda;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_due_operations_async), NULL);

  agenda = g_task_propagate_pointer (G_TASK (result), error);
  if (agenda == NULL)
    return NULL;

  if (next_due != NULL)
    *next_due = agenda->next_due;
  operations = g_steal_pointer (&agenda->operations);
  agenda_free (agenda);
  return operations;
}

void
convene_store_list_open_operations_async (ConveneStore       *self,
                                          gint64              now,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_open_operations_async);
  convene_store_push (self, g_steal_pointer (&task), list_open_func, agenda_new (now), agenda_free, free_array);
}

GPtrArray *
convene_store_list_open_operations_finish (ConveneStore *self,
                                           GAsyncResult *result,
                                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_open_operations_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_get_operations_async (ConveneStore       *self,
                                    const char *const  *ids,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (ids != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_operations_async);
  convene_store_push (self, g_steal_pointer (&task), get_operations_func, g_strdupv ((GStrv) ids), free_strv, free_array);
}

GPtrArray *
convene_store_get_operations_finish (ConveneStore *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_operations_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_get_letter_async (ConveneStore       *self,
                                const char         *operation_id,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (operation_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_letter_async);
  convene_store_push (self, g_steal_pointer (&task), get_letter_func, g_strdup (operation_id), g_free, g_object_unref);
}

ConveneLetter *
convene_store_get_letter_finish (ConveneStore *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_letter_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_get_last_calendar_async (ConveneStore       *self,
                                       const char         *interview_uid,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (interview_uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_last_calendar_async);
  convene_store_push (self, g_steal_pointer (&task), get_last_calendar_func, g_strdup (interview_uid), g_free, g_object_unref);
}

ConveneLetter *
convene_store_get_last_calendar_finish (ConveneStore *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_last_calendar_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
