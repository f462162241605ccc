/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store.h"

#include "convene-change-private.h"
#include "convene-copies.h"
#include "convene-error.h"
#include "convene-index.h"
#include "convene-store-open.h"
#include "convene-store-private.h"

/* Who reads long lists. */
typedef struct
{
  ConveneWorker *worker;
  ConveneIndex  *index; /* the worker's thread's own */
} Reader;

struct _ConveneStore
{
  GObject parent_instance;

  char          *folder;
  ConveneWorker *worker; /* NULL before the first call */
  Reader        *reader; /* NULL before the first long list */
  gboolean       closed;
};

G_DEFINE_FINAL_TYPE (ConveneStore, convene_store, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FOLDER,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

#define YES GINT_TO_POINTER (TRUE)

/* On the worker's thread. */
static gpointer
open_func (ConveneConnection *connection,
           gpointer           data,
           GError           **error)
{
  return convene_store_open_connection (connection, error) ? YES : NULL;
}

static void
reader_free (Reader *self)
{
  convene_worker_stop (self->worker);
  convene_index_free (self->index);
  g_free (self);
}

/* Of a Reader that may have been freed before. */
static void
free_place (gpointer data)
{
  Reader **place = data;

  g_clear_pointer (place, reader_free);
  g_free (place);
}

/* A program that only looked has nothing new to copy, and somebody waits for it to end. Who only reads goes first: the last one out folds the log into the file. */
static gpointer
close_func (ConveneConnection *connection,
            gpointer           data,
            GError           **error)
{
  g_autoptr(GError) failure = NULL;
  Reader **reader = data;

  g_clear_pointer (reader, reader_free);

  if (convene_connection_has_written (connection) && convene_copies_is_due (connection) && !convene_copies_make (connection, &failure))
    g_info ("No copy of the day: %s", failure->message);

  convene_connection_close (connection);
  return YES;
}

static gpointer
commit_func (ConveneConnection *connection,
             gpointer           data,
             GError           **error)
{
  return convene_change_apply (data, connection, error) ? YES : NULL;
}

static void
changed_cb (gpointer self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static ConveneWorker *
get_worker (ConveneStore *self)
{
  if (self->worker == NULL)
    self->worker = convene_worker_new (self->folder, G_OBJECT (self), changed_cb);

  return self->worker;
}

/* Every task holds a reference, so that no work is left by now. */
static void
convene_store_finalize (GObject *object)
{
  ConveneStore *self = CONVENE_STORE (object);

  g_clear_pointer (&self->reader, reader_free);
  g_clear_pointer (&self->worker, convene_worker_stop);
  g_clear_pointer (&self->folder, g_free);

  G_OBJECT_CLASS (convene_store_parent_class)->finalize (object);
}

static void
convene_store_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ConveneStore *self = CONVENE_STORE (object);

  switch (prop_id)
    {
    case PROP_FOLDER:
      g_value_set_string (value, self->folder);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_store_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  ConveneStore *self = CONVENE_STORE (object);

  switch (prop_id)
    {
    case PROP_FOLDER:
      self->folder = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
convene_store_class_init (ConveneStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = convene_store_finalize;
  object_class->get_property = convene_store_get_property;
  object_class->set_property = convene_store_set_property;

  properties[PROP_FOLDER] =
      g_param_spec_string ("folder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", CONVENE_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
convene_store_init (ConveneStore *self)
{
}

ConveneStore *
convene_store_new (const char *folder)
{
  g_return_val_if_fail (folder != NULL, NULL);

  return g_object_new (CONVENE_TYPE_STORE, "folder", folder, NULL);
}

const char *
convene_store_get_folder (ConveneStore *self)
{
  g_return_val_if_fail (CONVENE_IS_STORE (self), NULL);

  return self->folder;
}

void
convene_store_push (ConveneStore   *self,
                    GTask          *task,
                    ConveneWorkFunc func,
                    gpointer        data,
                    GDestroyNotify  free_data,
                    GDestroyNotify  free_answer)
{
  convene_worker_push (get_worker (self), task, func, data, free_data, free_answer, NULL);
}

/* What is asked of the reader before the store is open waits until it is: whoever opens it does that first. */
static gpointer
let_in_func (ConveneConnection *connection,
             gpointer           data,
             GError           **error)
{
  g_async_queue_push (data, YES);
  return YES;
}

static void
unref_queue (gpointer data)
{
  g_async_queue_unref (data);
}

static Reader *
get_reader (ConveneStore *self)
{
  g_autoptr(GAsyncQueue) gate = NULL;

  if (self->reader != NULL)
    return self->reader;

  gate = g_async_queue_new ();
  self->reader = g_new0 (Reader, 1);
  self->reader->worker = convene_worker_new_reading (self->folder, gate);
  self->reader->index = convene_index_new ();
  convene_store_push (self, g_task_new (self, NULL, NULL, NULL), let_in_func, g_async_queue_ref (gate), unref_queue, NULL);
  return self->reader;
}

void
convene_store_read (ConveneStore   *self,
                    GTask          *task,
                    ConveneWorkFunc func,
                    gpointer        data,
                    GDestroyNotify  free_data,
                    GDestroyNotify  free_answer)
{
  if (!self->closed)
    {
      convene_worker_push (get_reader (self)->worker, task, func, data, free_data, free_answer, NULL);
      return;
    }

  free_data (data);
  g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, "The database was closed");
  g_object_unref (task);
}

ConveneIndex *
convene_store_get_index (ConveneStore *self)
{
  return !self->closed ? get_reader (self)->index : NULL;
}

void
convene_store_open_async (ConveneStore       *self,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  self->closed = FALSE;
  g_task_set_source_tag (task, convene_store_open_async);
  convene_store_push (self, g_steal_pointer (&task), open_func, NULL, NULL, NULL);
}

gboolean
convene_store_open_finish (ConveneStore *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_open_async), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

void
convene_store_close_async (ConveneStore       *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Reader **reader;

  g_return_if_fail (CONVENE_IS_STORE (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_close_async);
  self->closed = TRUE;
  reader = g_new0 (Reader *, 1);
  *reader = g_steal_pointer (&self->reader);
  convene_store_push (self, g_steal_pointer (&task), close_func, reader, free_place, NULL);
}

gboolean
convene_store_close_finish (ConveneStore *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_close_async), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}

void
convene_store_commit_async (ConveneStore       *self,
                            ConveneChange      *change,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_STORE (self));
  g_return_if_fail (CONVENE_IS_CHANGE (change));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_store_commit_async);
  /* Once it is written, the answer says so, whatever was cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  convene_worker_push (get_worker (self), g_steal_pointer (&task), commit_func, g_object_ref (change), g_object_unref, NULL,
                       convene_change_is_empty (change) ? NULL : changed_cb);
}

gboolean
convene_store_commit_finish (ConveneStore *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_store_commit_async), FALSE);

  return g_task_propagate_pointer (G_TASK (result), error) != NULL;
}
