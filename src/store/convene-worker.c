/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-worker.h"

#include "convene-copies.h"
#include "convene-error.h"

#define POLL_INTERVAL (G_USEC_PER_SEC / 4)
#define REST (2 * G_USEC_PER_SEC)

typedef struct
{
  GTask          *task;
  ConveneWorkFunc func;
  gpointer        data;
  GDestroyNotify  free_data;
  gpointer        answer;
  GDestroyNotify  free_answer;
  GError         *error;
  void (*answered) (gpointer source);
} Work;

struct _ConveneWorker
{
  GThread      *thread;
  GAsyncQueue  *queue; /* of Work; one without a task ends the thread */
  GMainContext *context;
  GWeakRef      owner;
  void (*changed) (gpointer owner); /* NULL: it reads alone */
  int          stopping;            /* atomic */
  GAsyncQueue *gate;                /* of one that only reads */

  /* the thread's own */
  ConveneConnection *connection;
  gint64             data_version; /* as last seen, 0 before */
  gint64             polled_at;    /* g_get_monotonic_time () */
  gint64             worked_at;
};

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_pointer (&work->data, work->free_data);
  if (work->free_answer != NULL)
    g_clear_pointer (&work->answer, work->free_answer);
  g_clear_error (&work->error);
  g_clear_object (&work->task);
  g_free (work);
}

static void
worker_clear (gpointer data)
{
  ConveneWorker *self = data;

  g_async_queue_unref (self->queue);
  g_clear_pointer (&self->gate, g_async_queue_unref);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->owner);
  convene_connection_free (self->connection);
}

static void
worker_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, worker_clear);
}

static void
attach (GMainContext  *context,
        int            priority,
        GSourceFunc    func,
        gpointer       data,
        GDestroyNotify free_data)
{
  g_autoptr(GSource) source = g_idle_source_new ();

  g_source_set_priority (source, priority);
  g_source_set_static_name (source, "[convene] store");
  g_source_set_callback (source, func, data, free_data);
  g_source_attach (source, context);
}

static gboolean
answer_cb (gpointer data)
{
  Work *work = data;

  if (work->error != NULL)
    {
      g_task_return_error (work->task, g_steal_pointer (&work->error));
      return G_SOURCE_REMOVE;
    }

  g_task_return_pointer (work->task, g_steal_pointer (&work->answer), work->free_answer);
  if (work->answered != NULL)
    work->answered (g_task_get_source_object (work->task));

  return G_SOURCE_REMOVE;
}

static gboolean
changed_cb (gpointer data)
{
  ConveneWorker *self = data;
  g_autoptr(GObject) owner = g_weak_ref_get (&self->owner);

  if (owner != NULL)
    self->changed (owner);

  return G_SOURCE_REMOVE;
}

/* What this connection writes does not change the number. */
static void
poll_others (ConveneWorker *self,
             gint64         now)
{
  gint64 version, old = self->data_version;

  self->polled_at = now;
  if (!convene_connection_get_number (self->connection, "PRAGMA data_version", &version, NULL))
    return;

  self->data_version = version;
  if (old != 0 && old != version)
    attach (self->context, G_PRIORITY_DEFAULT, changed_cb, g_atomic_rc_box_acquire (self), worker_unref);
}

/* Whether nobody waits for an answer any more. */
typedef struct
{
  ConveneWorker *worker;
  GCancellable  *cancellable;
} Reading;

static gboolean
is_given_up (gpointer data)
{
  Reading *reading = data;

  return g_atomic_int_get (&reading->worker->stopping) != 0 || g_cancellable_is_cancelled (reading->cancellable);
}

/* The connection is opened when the first work comes: by then whoever writes has settled what is in it. */
static gpointer
read_for (ConveneWorker *self,
          Work          *work,
          GCancellable  *cancellable)
{
  Reading  reading = { .worker = self, .cancellable = cancellable };
  gpointer answer = NULL;

  if (!is_given_up (&reading) && !convene_connection_is_open (self->connection) && !convene_connection_open_reading (self->connection, &work->error))
    return NULL;

  if (!is_given_up (&reading))
    {
      convene_connection_set_stop (self->connection, is_given_up, &reading);
      answer = work->func (self->connection, work->data, &work->error);
      convene_connection_set_stop (self->connection, NULL, NULL);
    }
  if (answer != NULL || !is_given_up (&reading))
    return answer;

  g_clear_error (&work->error);
  g_set_error_literal (&work->error, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, "Nobody waits for it any more");
  return NULL;
}

/* The task is handed over whole: were its last reference to go on this thread, the owner's might too, and the thread would wait for itself. */
static void
do_work (ConveneWorker *self,
         Work          *work)
{
  GCancellable *cancellable = g_task_get_cancellable (work->task);
  gboolean      was_open = convene_connection_is_open (self->connection);

  if (g_cancellable_set_error_if_cancelled (cancellable, &work->error))
    work->answer = NULL;
  else if (self->changed == NULL)
    work->answer = read_for (self, work, cancellable);
  else
    work->answer = work->func (self->connection, work->data, &work->error);

  /* From here on others' changes are told, so that nobody who reads now misses one. */
  if (self->changed != NULL && !was_open && convene_connection_is_open (self->connection))
    {
      self->data_version = 0;
      poll_others (self, g_get_monotonic_time ());
    }

  attach (g_task_get_context (work->task), g_task_get_priority (work->task), answer_cb, work, work_free);
}

static gboolean
is_wanted (gpointer data)
{
  ConveneWorker *self = data;

  return g_async_queue_length (self->queue) > 0;
}

static void
make_copy (ConveneWorker *self,
           gint64         now)
{
  g_autoptr(GError) error = NULL;

  self->worked_at = now;
  if (!convene_copies_is_due (self->connection))
    return;

  convene_connection_set_stop (self->connection, is_wanted, self);
  if (!convene_copies_make (self->connection, &error))
    g_info ("No copy of the day yet: %s", error->message);
  convene_connection_set_stop (self->connection, NULL, NULL);
}

/* NULL when there was nothing to do for a while. */
static Work *
next_work (ConveneWorker *self)
{
  if (self->changed == NULL || !convene_connection_is_open (self->connection))
    return g_async_queue_pop (self->queue);

  return g_async_queue_timeout_pop (self->queue, POLL_INTERVAL);
}

/* FALSE when the thread is to end. */
static gboolean
take_turn (ConveneWorker *self)
{
  Work  *work = next_work (self);
  gint64 now;

  if (work != NULL && work->task == NULL)
    {
      work_free (work);
      return FALSE;
    }

  if (work != NULL)
    do_work (self, work);
  if (self->changed == NULL)
    return TRUE;

  now = g_get_monotonic_time ();
  if (convene_connection_is_open (self->connection) && now - self->polled_at >= POLL_INTERVAL)
    poll_others (self, now);

  if (work != NULL)
    self->worked_at = now;
  else if (now - self->worked_at >= REST)
    make_copy (self, now);

  return TRUE;
}

static gpointer
run (gpointer data)
{
  ConveneWorker *self = data;

  if (self->gate != NULL)
    g_async_queue_pop (self->gate);

  while (take_turn (self))
    continue;

  convene_connection_close (self->connection);
  return NULL;
}

static ConveneWorker *
start (const char  *name,
       const char  *folder,
       GAsyncQueue *gate,
       GObject     *owner,
       void (*changed) (gpointer owner))
{
  ConveneWorker *self = g_atomic_rc_box_new0 (ConveneWorker);

  self->queue = g_async_queue_new ();
  self->gate = gate != NULL ? g_async_queue_ref (gate) : NULL;
  self->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&self->owner, owner);
  self->changed = changed;
  self->connection = convene_connection_new (folder, convene_schema_get ());
  self->thread = g_thread_new (name, run, self);
  return self;
}

ConveneWorker *
convene_worker_new (const char *folder,
                    GObject    *owner,
                    void (*changed) (gpointer owner))
{
  g_assert (changed != NULL);

  return start ("convene-store", folder, NULL, owner, changed);
}

ConveneWorker *
convene_worker_new_reading (const char  *folder,
                            GAsyncQueue *gate)
{
  g_assert (gate != NULL);

  return start ("convene-read", folder, gate, NULL, NULL);
}

void
convene_worker_stop (ConveneWorker *self)
{
  if (self->changed == NULL)
    g_atomic_int_set (&self->stopping, 1);
  g_async_queue_push (self->queue, g_new0 (Work, 1));
  g_thread_join (self->thread);
  worker_unref (self);
}

void
convene_worker_push (ConveneWorker  *self,
                     GTask          *task,
                     ConveneWorkFunc func,
                     gpointer        data,
                     GDestroyNotify  free_data,
                     GDestroyNotify  free_answer,
                     void (*answered) (gpointer source))
{
  Work *work = g_new0 (Work, 1);

  work->task = task;
  work->func = func;
  work->data = data;
  work->free_data = free_data;
  work->free_answer = free_answer;
  work->answered = answered;
  g_async_queue_push (self->queue, work);
}
