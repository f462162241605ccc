/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine-views.h"

#include <glib/gi18n-lib.h>

#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-store-query.h"
#include "convene-text.h"

#define NAME_MAX_LENGTH 200

static void
list_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError    *error = NULL;
  GPtrArray *views = convene_store_list_views_finish (CONVENE_STORE (source), result, &error);

  if (views != NULL)
    g_task_return_pointer (task, views, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
convene_engine_list_views_async (ConveneEngine      *self,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_list_views_async);
  convene_store_list_views_async (convene_engine_get_store (self), cancellable, list_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_engine_list_views_finish (ConveneEngine *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_list_views_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static gboolean
check_name (const char *name,
            GError    **error)
{
  if (*name != '\0')
    return convene_text_check_line (name, "name", NAME_MAX_LENGTH, error);

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_INVALID, _ ("A view needs a name"));
  return FALSE;
}

void
convene_engine_save_view_async (ConveneEngine      *self,
                                const char         *name,
                                const char         *filter,
                                const char         *order,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(ConveneChange) change = NULL;
  g_autoptr(ConveneSavedView) view = NULL;
  g_autofree char *stripped = NULL;
  GError          *error = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (filter != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_save_view_async);
  g_task_set_check_cancellable (task, FALSE);
  stripped = g_strstrip (g_strdup (name));
  if (!check_name (stripped, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  view = convene_saved_view_new (stripped, filter, order);
  change = convene_change_new ();
  convene_change_save_view (change, view);
  convene_store_commit_async (convene_engine_get_store (self), change, cancellable, written_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_save_view_finish (ConveneEngine *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_save_view_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
convene_engine_rename_view_async (ConveneEngine      *self,
                                  const char         *name,
                                  const char         *new_name,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(ConveneChange) change = NULL;
  g_autofree char *stripped = NULL;
  GError          *error = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (new_name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_rename_view_async);
  g_task_set_check_cancellable (task, FALSE);
  stripped = g_strstrip (g_strdup (new_name));
  if (!check_name (stripped, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  change = convene_change_new ();
  convene_change_rename_view (change, name, stripped);
  convene_store_commit_async (convene_engine_get_store (self), change, cancellable, written_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_rename_view_finish (ConveneEngine *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_rename_view_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
convene_engine_delete_view_async (ConveneEngine      *self,
                                  const char         *name,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(ConveneChange) change = NULL;

  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (name != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_delete_view_async);
  g_task_set_check_cancellable (task, FALSE);
  change = convene_change_new ();
  convene_change_remove_view (change, name);
  convene_store_commit_async (convene_engine_get_store (self), change, cancellable, written_cb, g_steal_pointer (&task));
}

gboolean
convene_engine_delete_view_finish (ConveneEngine *self,
                                   GAsyncResult  *result,
                                   GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_delete_view_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
