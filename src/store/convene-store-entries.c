/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store-directory.h"

#include "convene-entries.h"
#include "convene-needs.h"
#include "convene-store-private.h"

/* On the worker's thread. */
static gpointer
list_entries_func (ConveneConnection *connection,
                   gpointer           data,
                   GError           **error)
{
  return convene_entries_list (connection, data, error);
}

static gpointer
list_clashes_func (ConveneConnection *connection,
                   gpointer           data,
                   GError           **error)
{
  return convene_entries_list_clashes (connection, data, error);
}

static gpointer
get_needs_func (ConveneConnection *connection,
                gpointer           data,
                GError           **error)
{
  const gint64 *now = data;

  return convene_needs_read (connection, *now, error);
}

static void
free_needs (gpointer data)
{
  convene_needs_free (data);
}

static void
free_query (gpointer data)
{
  convene_entries_query_free (data);
}

static void
free_array (gpointer data)
{
  g_ptr_array_unref (data);
}

void
convene_store_list_entries_async (ConveneStore                 *self,
                                  gint64                        from,
                                  gint64                        to,
                                  guint                         limit,
                                  const ConveneInterviewFilter *filter,
                                  gint64                        now,
                                  GCancellable                 *cancellable,
                                  GAsyncReadyCallback           callback,
                                  gpointer                      user_data)
{
  g_autoptr(GTask) task = NULL;
  ConveneEntriesQuery *query;

  g_return_if_fail (CONVENE_IS_STORE (self));

  query = convene_entries_query_new (from, to, now);
  query->limit = limit;
  if (filter != NULL)
    convene_entries_query_set_filter (query, filter);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_entries_async);
  convene_store_push (self, g_steal_pointer (&task), list_entries_func, query, free_query, free_array);
}

GPtrArray *
convene_store_list_entries_finish (ConveneStore *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_entries_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_clashes_async (ConveneStore       *self,
                                  gint64              from,
                                  gint64              to,
                                  const char *const  *addresses,
                                  const char         *except,
                                  gint64              now,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  ConveneEntriesQuery *query;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (addresses != NULL);

  query = convene_entries_query_new (from, to, now);
  query->addresses = g_strdupv ((GStrv) addresses);
  query->except = g_strdup (except);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_clashes_async);
  convene_store_push (self, g_steal_pointer (&task), list_clashes_func, query, free_query, free_array);
}

GPtrArray *
convene_store_list_clashes_finish (ConveneStore *self,
                                   GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_clashes_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_get_needs_async (ConveneStore       *self,
                               gint64              now,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_get_needs_async);
  convene_store_push (self, g_steal_pointer (&task), get_needs_func, g_memdup2 (&now, sizeof now), g_free, free_needs);
}

ConveneNeeds *
convene_store_get_needs_finish (ConveneStore *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_get_needs_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
