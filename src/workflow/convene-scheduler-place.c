/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-scheduler-private.h"

#include "convene-store-directory.h"

static void
preferred_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *preferred = convene_store_get_preference_finish (CONVENE_STORE (source), result, &error);
  int              platform = CONVENE_PLATFORM_ZOOM;

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  convene_enum_from_nick (CONVENE_TYPE_PLATFORM, preferred, &platform);
  g_task_return_int (task, platform);
}

static void
place_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *nick = NULL;
  g_autofree char *host = NULL;
  GCancellable    *cancellable = g_task_get_cancellable (task);
  int              platform;

  if (!convene_store_get_place_finish (CONVENE_STORE (source), result, &nick, &host, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (convene_enum_from_nick (CONVENE_TYPE_PLATFORM, nick, &platform))
    g_task_return_int (task, platform);
  else
    convene_store_get_preference_async (CONVENE_STORE (source), "platform", cancellable, preferred_cb, g_steal_pointer (&task));
}

static void
job_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneJob) job = convene_store_get_job_finish (CONVENE_STORE (source), result, &error);
  const char   *manager = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (job != NULL)
    g_task_return_int (task, convene_job_get_platform (job));
  else if (manager != NULL)
    convene_store_get_place_async (CONVENE_STORE (source), manager, cancellable, place_cb, g_steal_pointer (&task));
  else
    convene_store_get_preference_async (CONVENE_STORE (source), "platform", cancellable, preferred_cb, g_steal_pointer (&task));
}

void
convene_scheduler_find_platform_async (ConveneScheduler   *self,
                                       const char         *job,
                                       const char         *manager,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (job != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_scheduler_find_platform_async);
  g_task_set_task_data (task, g_strdup (manager), g_free);
  convene_store_get_job_async (self->store, job, cancellable, job_cb, g_steal_pointer (&task));
}

ConvenePlatform
convene_scheduler_find_platform_finish (ConveneScheduler *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  g_autoptr(GError) local = NULL;
  gssize platform;

  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), CONVENE_PLATFORM_ZOOM);
  g_return_val_if_fail (g_task_is_valid (result, self), CONVENE_PLATFORM_ZOOM);

  platform = g_task_propagate_int (G_TASK (result), &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return CONVENE_PLATFORM_ZOOM;
    }

  return (ConvenePlatform) platform;
}
