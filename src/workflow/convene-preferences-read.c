/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-preferences.h"

#include "convene-engine-private.h"
#include "convene-store-life.h"

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(GHashTable) stored = convene_store_list_preferences_finish (CONVENE_STORE (source), result, &error);

  if (stored != NULL)
    g_task_return_pointer (task, convene_preferences_parse (stored), (GDestroyNotify) convene_preferences_free);
  else
    g_task_return_error (task, error);
}

void
convene_preferences_read_async (ConveneStore       *store,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (store));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_preferences_read_async);
  convene_store_list_preferences_async (store, cancellable, stored_cb, g_steal_pointer (&task));
}

ConvenePreferences *
convene_preferences_read_finish (ConveneStore *store,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_preferences_read_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError             *error = NULL;
  ConvenePreferences *preferences = convene_preferences_read_finish (CONVENE_STORE (source), result, &error);

  if (preferences != NULL)
    g_task_return_pointer (task, preferences, (GDestroyNotify) convene_preferences_free);
  else
    g_task_return_error (task, error);
}

void
convene_engine_read_preferences_async (ConveneEngine      *self,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_read_preferences_async);
  convene_preferences_read_async (convene_engine_get_store (self), cancellable, read_cb, g_steal_pointer (&task));
}

ConvenePreferences *
convene_engine_read_preferences_finish (ConveneEngine *self,
                                        GAsyncResult  *result,
                                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_read_preferences_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
