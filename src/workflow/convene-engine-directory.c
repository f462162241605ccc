/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine-directory.h"

#include "convene-clock.h"
#include "convene-engine-private.h"
#include "convene-interview-check.h"
#include "convene-store-directory.h"
#include "convene-store-query.h"

#define SUGGESTIONS 8
#define CHOICES 50

static void
return_array (GTask     *task,
              GPtrArray *array,
              GError    *error)
{
  if (array != NULL)
    g_task_return_pointer (task, array, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
people_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *array = convene_store_list_people_finish (CONVENE_STORE (source), result, &error);

  return_array (task, array, error);
}

void
convene_engine_find_people_async (ConveneEngine      *self,
                                  const char         *text,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_find_people_async);
  convene_store_list_people_async (convene_engine_get_store (self), text, SUGGESTIONS, cancellable, people_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_engine_find_people_finish (ConveneEngine *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_find_people_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
jobs_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *array = convene_store_list_jobs_finish (CONVENE_STORE (source), result, &error);

  return_array (task, array, error);
}

void
convene_engine_find_jobs_async (ConveneEngine      *self,
                                const char         *text,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (text != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_find_jobs_async);
  convene_store_list_jobs_async (convene_engine_get_store (self), text, SUGGESTIONS, cancellable, jobs_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_engine_find_jobs_finish (ConveneEngine *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_find_jobs_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
job_choices_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) jobs = convene_store_list_jobs_finish (CONVENE_STORE (source), result, &error);
  GPtrArray *choices = jobs != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  for (guint i = 0; jobs != NULL && i < jobs->len; i++)
    g_ptr_array_add (choices, convene_choice_new (convene_job_get_title (jobs->pdata[i]), convene_job_get_title (jobs->pdata[i])));
  return_array (task, choices, error);
}

static void
person_choices_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GPtrArray) people = convene_store_list_people_finish (CONVENE_STORE (source), result, &error);
  GPtrArray *choices = people != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const char *address = convene_participant_get_address (people->pdata[i]);
      const char *name = convene_participant_get_name (people->pdata[i]);

      g_ptr_array_add (choices, convene_choice_new (address, name != NULL && *name != '\0' ? name : address));
    }
  return_array (task, choices, error);
}

static void
host_choices_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  const char *prefix = g_task_get_task_data (task);
  GError     *error = NULL;
  g_autoptr(GPtrArray) hosts = convene_store_list_meeting_hosts_finish (CONVENE_STORE (source), result, &error);
  GPtrArray *choices = hosts != NULL ? g_ptr_array_new_with_free_func (g_object_unref) : NULL;

  for (guint i = 0; hosts != NULL && i < hosts->len && choices->len < CHOICES; i++)
    if (*prefix == '\0' || g_str_match_string (prefix, convene_choice_get_label (hosts->pdata[i]), TRUE))
      g_ptr_array_add (choices, g_object_ref (hosts->pdata[i]));
  return_array (task, choices, error);
}

void
convene_engine_list_choices_async (ConveneEngine      *self,
                                   const char         *kind,
                                   const char         *prefix,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  GTask        *task;
  ConveneStore *store;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (prefix != NULL);

  store = convene_engine_get_store (self);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_list_choices_async);
  g_task_set_task_data (task, g_strdup (prefix), g_free);
  if (g_str_equal (kind, "job"))
    convene_store_list_jobs_async (store, prefix, CHOICES, cancellable, job_choices_cb, task);
  else if (g_str_equal (kind, "person"))
    convene_store_list_people_async (store, prefix, CHOICES, cancellable, person_choices_cb, task);
  else
    convene_store_list_meeting_hosts_async (store, cancellable, host_choices_cb, task);
}

GPtrArray *
convene_engine_list_choices_finish (ConveneEngine *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_list_choices_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* NULL without an error is an answer. */
static void
last_interview_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError           *error = NULL;
  ConveneInterview *interview = convene_store_find_last_interview_finish (CONVENE_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, interview, g_object_unref);
}

void
convene_engine_find_last_interview_async (ConveneEngine      *self,
                                          const char         *job,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (job != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_find_last_interview_async);
  convene_store_find_last_interview_async (convene_engine_get_store (self), job, cancellable, last_interview_cb, g_steal_pointer (&task));
}

ConveneInterview *
convene_engine_find_last_interview_finish (ConveneEngine *self,
                                           GAsyncResult  *result,
                                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_find_last_interview_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
activity_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *array = convene_store_list_activity_finish (CONVENE_STORE (source), result, &error);

  return_array (task, array, error);
}

void
convene_engine_list_activity_async (ConveneEngine      *self,
                                    const char         *uid,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_list_activity_async);
  convene_store_list_activity_async (convene_engine_get_store (self), uid, cancellable, activity_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_engine_list_activity_finish (ConveneEngine *self,
                                     GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_list_activity_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
clashes_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *array = convene_store_list_clashes_finish (CONVENE_STORE (source), result, &error);

  return_array (task, array, error);
}

void
convene_engine_find_clashes_async (ConveneEngine      *self,
                                   gint64              from,
                                   gint64              to,
                                   const char *const  *addresses,
                                   const char         *except,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (addresses != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_find_clashes_async);
  convene_store_list_clashes_async (convene_engine_get_store (self), from, to, addresses, except, convene_clock_now (convene_engine_get_clock (self)), cancellable, clashes_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_engine_find_clashes_finish (ConveneEngine *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_find_clashes_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
