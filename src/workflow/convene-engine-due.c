/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine-private.h"

#include "convene-bell-news.h"
#include "convene-store-life.h"

/* Most have something within days, and need not read what comes after. */
#define NEAR (3 * CONVENE_DAY)

/* The outbox's next one → the next interview that a person is told of. */
typedef struct
{
  gint64   now;
  gint64   due;
  gboolean all; /* looked at, not only what is near */
} Reading;

static void
answer (GTask *task)
{
  Reading *self = g_task_get_task_data (task);

  g_task_return_pointer (task, g_memdup2 (&self->due, sizeof self->due), g_free);
}

static void
read_news (GTask              *task,
           gint64              to,
           GAsyncReadyCallback callback)
{
  g_autoptr(GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  Reading       *self = g_task_get_task_data (task);
  ConveneEngine *engine = g_task_get_source_object (task);

  convene_bell_news_read_async (convene_engine_get_store (engine), shown, self->now, to, g_task_get_cancellable (task), callback, g_object_ref (task));
}

static void
news_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  GError  *error = NULL;
  g_autoptr(ConveneBellNews) news = convene_bell_news_read_finish (CONVENE_STORE (source), result, &error);

  if (news == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->due = MIN (self->due, news->due->len > 0 ? news->now : news->next);
  if (self->due != G_MAXINT64 || self->all)
    {
      answer (task);
      return;
    }

  self->all = TRUE;
  read_news (task, G_MAXINT64, news_cb);
}

static void
open_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Reading *self = g_task_get_task_data (task);
  GError  *error = NULL;

  self->due = convene_store_get_next_open_finish (CONVENE_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    read_news (task, self->now + NEAR, news_cb);
}

void
convene_engine_get_next_due_async (ConveneEngine      *self,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  Reading *reading;
  GTask   *task;

  g_return_if_fail (CONVENE_IS_ENGINE (self));

  reading = g_new0 (Reading, 1);
  reading->now = convene_clock_now (convene_engine_get_clock (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_engine_get_next_due_async);
  g_task_set_task_data (task, reading, g_free);
  convene_store_get_next_open_async (convene_engine_get_store (self), reading->now, cancellable, open_cb, task);
}

gint64
convene_engine_get_next_due_finish (ConveneEngine *self,
                                    GAsyncResult  *result,
                                    GError       **error)
{
  g_autofree gint64 *due = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), G_MAXINT64);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_engine_get_next_due_async), G_MAXINT64);

  due = g_task_propagate_pointer (G_TASK (result), error);
  return due != NULL ? *due : G_MAXINT64;
}
