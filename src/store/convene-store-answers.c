/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store-answers.h"

#include "convene-answers.h"
#include "convene-store-private.h"

static void
free_array (gpointer data)
{
  g_ptr_array_unref (data);
}

static void
free_edits (gpointer data)
{
  convene_letter_edits_unref (data);
}

/* On the worker's thread. */
static gpointer
list_letters_func (ConveneConnection *connection,
                   gpointer           data,
                   GError           **error)
{
  return convene_answers_list_letters (connection, data, error);
}

static gpointer
read_letter_edits_func (ConveneConnection *connection,
                        gpointer           data,
                        GError           **error)
{
  return convene_answers_read_letter_edits (connection, error);
}

static gpointer
find_by_origin_func (ConveneConnection *connection,
                     gpointer           data,
                     GError           **error)
{
  return convene_answers_find_by_origin (connection, data, error);
}

void
convene_store_list_letters_async (ConveneStore       *self,
                                  const char         *operation_id,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (operation_id != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_letters_async);
  convene_store_push (self, g_steal_pointer (&task), list_letters_func, g_strdup (operation_id), g_free, free_array);
}

GPtrArray *
convene_store_list_letters_finish (ConveneStore *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_letters_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_read_letter_edits_async (ConveneStore       *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_read_letter_edits_async);
  convene_store_push (self, g_steal_pointer (&task), read_letter_edits_func, NULL, NULL, free_edits);
}

ConveneLetterEdits *
convene_store_read_letter_edits_finish (ConveneStore *self,
                                        GAsyncResult *result,
                                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_read_letter_edits_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_find_by_origin_async (ConveneStore       *self,
                                    const char         *origin_uid,
                                    const char         *organizer,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  ConveneOrigin *origin;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (origin_uid != NULL);

  origin = g_new0 (ConveneOrigin, 1);
  origin->uid = g_strdup (origin_uid);
  origin->organizer = g_strdup (organizer);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_find_by_origin_async);
  convene_store_push (self, g_steal_pointer (&task), find_by_origin_func, origin, convene_origin_free, g_object_unref);
}

ConveneInterview *
convene_store_find_by_origin_finish (ConveneStore *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_find_by_origin_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
