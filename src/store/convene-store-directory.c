/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store-directory.h"

#include "convene-directory.h"
#include "convene-reader.h"
#include "convene-store-private.h"

typedef struct
{
  char *text;
  guint limit;
} Search;

static Search *
search_new (const char *text,
            guint       limit)
{
  Search *search = g_new0 (Search, 1);

  search->text = g_strdup (text);
  search->limit = limit;
  return search;
}

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->text);
  g_free (search);
}

/* On the worker's thread. */
static gpointer
list_people_func (ConveneConnection *connection,
                  gpointer           data,
                  GError           **error)
{
  Search *search = data;

  return convene_directory_list_people (connection, search->text, search->limit, error);
}

static gpointer
list_jobs_func (ConveneConnection *connection,
                gpointer           data,
                GError           **error)
{
  Search *search = data;

  return convene_directory_list_jobs (connection, search->text, search->limit, error);
}

static gpointer
list_other_jobs_func (ConveneConnection *connection,
                      gpointer           data,
                      GError           **error)
{
  return convene_directory_list_other_jobs (connection, data, error);
}

static gpointer
find_last_interview_func (ConveneConnection *connection,
                          gpointer           data,
                          GError           **error)
{
  return convene_reader_find_last_interview (connection, data, error);
}

static gpointer
list_activity_func (ConveneConnection *connection,
                    gpointer           data,
                    GError           **error)
{
  return convene_directory_list_activity (connection, data, error);
}

static void
free_array (gpointer data)
{
  g_ptr_array_unref (data);
}

void
convene_store_list_people_async (ConveneStore       *self,
                                 const char         *text,
                                 guint               limit,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_people_async);
  convene_store_push (self, g_steal_pointer (&task), list_people_func, search_new (text, limit), search_free, free_array);
}

GPtrArray *
convene_store_list_people_finish (ConveneStore *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_people_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_jobs_async (ConveneStore       *self,
                               const char         *text,
                               guint               limit,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_jobs_async);
  convene_store_push (self, g_steal_pointer (&task), list_jobs_func, search_new (text, limit), search_free, free_array);
}

GPtrArray *
convene_store_list_jobs_finish (ConveneStore *self,
                                GAsyncResult *result,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_jobs_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_other_jobs_async (ConveneStore       *self,
                                     ConvenePlatform     platform,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  const char *nick = convene_enum_to_nick (CONVENE_TYPE_PLATFORM, platform);

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_other_jobs_async);
  convene_store_push (self, g_steal_pointer (&task), list_other_jobs_func, g_strdup (nick), g_free, free_array);
}

GPtrArray *
convene_store_list_other_jobs_finish (ConveneStore *self,
                                      GAsyncResult *result,
                                      GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_other_jobs_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_find_last_interview_async (ConveneStore       *self,
                                         const char         *job,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (job != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_find_last_interview_async);
  convene_store_push (self, g_steal_pointer (&task), find_last_interview_func, g_strdup (job), g_free, g_object_unref);
}

ConveneInterview *
convene_store_find_last_interview_finish (ConveneStore *self,
                                          GAsyncResult *result,
                                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_find_last_interview_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_store_list_activity_async (ConveneStore       *self,
                                   const char         *uid,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_list_activity_async);
  convene_store_push (self, g_steal_pointer (&task), list_activity_func, g_strdup (uid), g_free, free_array);
}

GPtrArray *
convene_store_list_activity_finish (ConveneStore *self,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_list_activity_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
