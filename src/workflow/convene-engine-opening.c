/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening.h"

#include "convene-opening-look.h"
#include "convene-opening-read.h"

/* Reading → a look at each claim. */
typedef struct
{
  ConveneOpeningReading *reading;
  GListStore            *openings;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_clear_pointer (&self->reading, convene_opening_reading_free);
  g_clear_object (&self->openings);
  g_free (self);
}

static void
look_at_next (GTask              *task,
              GAsyncReadyCallback callback)
{
  Opening *self = g_task_get_task_data (task);
  guint    next = g_list_model_get_n_items (G_LIST_MODEL (self->openings));

  if (next == self->reading->claims->len)
    g_task_return_pointer (task, g_steal_pointer (&self->openings), g_object_unref);
  else
    convene_opening_look_async (g_task_get_source_object (task), self->reading->claims->pdata[next], self->reading->sender, g_task_get_cancellable (task),
                                callback, g_object_ref (task));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneOpening) opening = NULL;
  GError  *error = NULL;
  Opening *self = g_task_get_task_data (task);
  g_autoptr(ConveneOpeningLook) look = convene_opening_look_finish (CONVENE_ENGINE (source), result, &error);

  if (look == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  opening = convene_opening_look_tell (look);
  g_list_store_append (self->openings, opening);
  look_at_next (task, looked_cb);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError  *error = NULL;
  Opening *self = g_task_get_task_data (task);

  self->reading = convene_opening_read_finish (result, &error);
  if (self->reading != NULL)
    look_at_next (task, looked_cb);
  else
    g_task_return_error (task, error);
}

static GTask *
begin (ConveneEngine      *self,
       gpointer            tag,
       GCancellable       *cancellable,
       GAsyncReadyCallback callback,
       gpointer            user_data)
{
  GTask   *task = g_task_new (self, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->openings = g_list_store_new (CONVENE_TYPE_OPENING);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, opening, opening_free);
  return task;
}

void
convene_engine_open_file_async (ConveneEngine      *self,
                                GFile              *file,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (G_IS_FILE (file));

  convene_opening_read_file_async (file, cancellable, read_cb, begin (self, convene_engine_open_file_async, cancellable, callback, user_data));
}

GListModel *
convene_engine_open_file_finish (ConveneEngine *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_open_file_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
convene_engine_open_bytes_async (ConveneEngine      *self,
                                 GBytes             *bytes,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_ENGINE (self));
  g_return_if_fail (bytes != NULL);

  convene_opening_read_bytes_async (bytes, cancellable, read_cb, begin (self, convene_engine_open_bytes_async, cancellable, callback, user_data));
}

GListModel *
convene_engine_open_bytes_finish (ConveneEngine *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_open_bytes_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
