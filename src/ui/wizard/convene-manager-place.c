/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-manager-place.h"

#include "convene-places.h"

typedef struct
{
  char           *job;
  char           *manager;
  ConvenePlatform own;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->job);
  g_free (question->manager);
  g_free (question);
}

/* What goes before the manager's own is the job's. */
static void
platform_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError         *error = NULL;
  Question       *question = g_task_get_task_data (task);
  ConvenePlatform platform = convene_scheduler_find_platform_finish (CONVENE_SCHEDULER (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_int (task, (int) (platform == question->own ? platform : CONVENE_PLACE_NONE));
}

static void
place_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autofree char  *host = NULL;
  GError           *error = NULL;
  Question         *question = g_task_get_task_data (task);
  ConveneScheduler *scheduler = convene_engine_get_scheduler (CONVENE_ENGINE (source));
  gboolean          has_own;

  if (!convene_engine_get_place_finish (CONVENE_ENGINE (source), result, &has_own, &question->own, &host, &error))
    g_task_return_error (task, error);
  else if (!has_own)
    g_task_return_int (task, (int) CONVENE_PLACE_NONE);
  else
    convene_scheduler_find_platform_async (scheduler, question->job, question->manager, g_task_get_cancellable (task), platform_cb, g_object_ref (task));
}

void
convene_manager_place_find_async (ConveneEngine      *engine,
                                  const char         *job,
                                  const char         *manager,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  Question *question;
  GTask    *task;

  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (job != NULL);
  g_return_if_fail (manager != NULL);

  question = g_new0 (Question, 1);
  question->job = g_strdup (job);
  question->manager = g_strdup (manager);
  task = g_task_new (engine, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_manager_place_find_async);
  g_task_set_task_data (task, question, question_free);
  convene_engine_get_place_async (engine, manager, cancellable, place_cb, task);
}

ConvenePlatform
convene_manager_place_find_finish (GAsyncResult *result,
                                   GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_manager_place_find_async), CONVENE_PLACE_NONE);

  /* An error is -1 too. */
  return (ConvenePlatform) g_task_propagate_int (G_TASK (result), error);
}
