/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store.h"

#include "convene-reader.h"
#include "convene-store-private.h"

typedef struct
{
  GPtrArray *interviews;
  guint      total;
} List;

static void
list_free (gpointer data)
{
  List *list = data;

  g_clear_pointer (&list->interviews, g_ptr_array_unref);
  g_free (list);
}

/* On the worker's thread. */
static gpointer
find_func (ConveneConnection *connection,
           gpointer           data,
           GError           **error)
{
  return convene_reader_find_interview (connection, data, error);
}

static gpointer
list_func (ConveneConnection *connection,
           gpointer           data,
           GError           **error)
{
  guint      total = 0;
  GPtrArray *interviews = convene_reader_list_interviews (connection, data, &total, error);
  List      *list;

  if (interviews == NULL)
    return NULL;

  list = g_new0 (List, 1);
  list->interviews = interviews;
  list->total = total;
  return list;
}

static void
free_listing (gpointer data)
{
  convene_listing_free (data);
}

void
convene_store_find_interview_async (ConveneStore       *self,
                                    const char         *uid,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_find_interview_async);
  convene_store_push (self, g_steal_pointer (&task), find_func, g_strdup (uid), g_free, g_object_unref);
}

ConveneInterview *
convene_store_find_interview_finish (ConveneStore *self,
                                     GAsyncResult *result,
                                     GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_find_interview_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_interviews_async (ConveneStore                 *self,
                                     const ConveneInterviewFilter *filter,
                                     GCancellable                 *cancellable,
                                     GAsyncReadyCallback           callback,
                                     gpointer                      user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (filter != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_interviews_async);
  convene_store_push (self, g_steal_pointer (&task), list_func, convene_listing_new (filter), free_listing, list_free);
}

GPtrArray *
convene_store_list_interviews_finish (ConveneStore *self,
                                      GAsyncResult *result,
                                      guint        *total,
                                      GError      **error)
{
  GPtrArray *interviews;
  List      *list;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_interviews_async), NULL);

  list = g_task_propagate_pointer (G_TASK (result), error);
  if (list == NULL)
    return NULL;

  if (total != NULL)
    *total = list->total;
  interviews = g_steal_pointer (&list->interviews);
  list_free (list);
  return interviews;
}
