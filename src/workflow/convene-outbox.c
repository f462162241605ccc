/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-outbox-private.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "convene-errand.h"

/* How often the runner looks although nothing woke it, and how often the others look whether it is gone. Milliseconds. */
#define RUNNER_LOOKS 2000
#define OTHERS_LOOK 250

/* How long what is under way may take once the outbox is to stop; then it is left in doubt. Milliseconds. */
#define GRACE 2000

G_DEFINE_FINAL_TYPE (ConveneOutbox, convene_outbox, G_TYPE_OBJECT)

static void
clear_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

static void
convene_outbox_dispose (GObject *object)
{
  ConveneOutbox *self = CONVENE_OUTBOX (object);

  g_clear_signal_handler (&self->changed_id, self->store);
  clear_source (&self->look);
  clear_source (&self->timer);
  clear_source (&self->grace);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->stopping);
  g_clear_object (&self->accounts);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (convene_outbox_parent_class)->dispose (object);
}

static void
convene_outbox_finalize (GObject *object)
{
  ConveneOutbox *self = CONVENE_OUTBOX (object);

  g_clear_pointer (&self->lock, convene_runner_lock_free);
  g_clear_pointer (&self->lanes, g_hash_table_unref);
  g_clear_pointer (&self->claims, g_hash_table_unref);
  g_clear_pointer (&self->finished, g_hash_table_unref);

  G_OBJECT_CLASS (convene_outbox_parent_class)->finalize (object);
}

static void
convene_outbox_class_init (ConveneOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_outbox_dispose;
  object_class->finalize = convene_outbox_finalize;
}

static void
convene_outbox_init (ConveneOutbox *self)
{
  self->lanes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->finished = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

ConveneOutbox *
convene_outbox_new (ConveneStore    *store,
                    ConveneClock    *clock,
                    ConveneAccounts *accounts)
{
  ConveneOutbox *self = g_object_new (CONVENE_TYPE_OUTBOX, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->accounts = g_object_ref (accounts);
  self->lock = convene_runner_lock_new (convene_store_get_folder (store));
  return self;
}

void
convene_outbox_finish_stopping (ConveneOutbox *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->stopping == NULL || g_hash_table_size (self->lanes) > 0 || self->scanning)
    return;

  clear_source (&self->grace);
  convene_runner_lock_release (self->lock);
  task = g_steal_pointer (&self->stopping);
  g_task_return_boolean (task, TRUE);
}

static gboolean
timer_cb (gpointer user_data)
{
  convene_outbox_wake (CONVENE_OUTBOX (user_data));
  return G_SOURCE_REMOVE;
}

static void
set_timer (ConveneOutbox *self,
           gint64         next_due)
{
  clear_source (&self->timer);
  if (next_due == G_MAXINT64)
    return;

  self->timer = convene_clock_create_source (self->clock, next_due);
  g_source_set_callback (self->timer, timer_cb, self, NULL);
  g_source_attach (self->timer, g_main_context_get_thread_default ());
}

static void
due_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(ConveneOutbox) self = CONVENE_OUTBOX (user_data);
  g_autoptr(GError) error = NULL;
  gint64 next_due = G_MAXINT64;
  g_autoptr(GPtrArray) operations = convene_store_list_due_operations_finish (CONVENE_STORE (source), result, &next_due, &error);

  self->scanning = FALSE;
  if (operations == NULL)
    {
      g_message ("The outbox could not be read: %s", error->message);
    }
  else if (self->running)
    {
      convene_outbox_take (self, operations);
      set_timer (self, next_due);
    }

  if (self->scan_again && self->running)
    convene_outbox_wake (self);
  convene_outbox_finish_stopping (self);
}

static void
scan (ConveneOutbox *self)
{
  gint64 now = convene_clock_now (self->clock);

  self->scan_again = self->scanning;
  if (self->scanning)
    return;

  self->scanning = TRUE;
  convene_outbox_check_dues (self, now);
  convene_store_list_due_operations_async (self->store, now, NULL, due_cb, g_object_ref (self));
}

static gboolean
look_cb (gpointer user_data)
{
  ConveneOutbox *self = CONVENE_OUTBOX (user_data);
  gboolean       was_held = convene_runner_lock_is_held (self->lock);

  if (convene_runner_lock_try (self->lock))
    scan (self);
  if (was_held)
    return G_SOURCE_CONTINUE;

  /* The pace is that of a runner, or of somebody who waits to become one. */
  clear_source (&self->look);
  self->look = g_timeout_source_new (convene_runner_lock_is_held (self->lock) ? RUNNER_LOOKS : OTHERS_LOOK);
  g_source_set_callback (self->look, look_cb, self, NULL);
  g_source_attach (self->look, g_main_context_get_thread_default ());
  return G_SOURCE_REMOVE;
}

static char *
wake_path (ConveneOutbox *self)
{
  return g_build_filename (convene_store_get_folder (self->store), "wake", NULL);
}

static void
touch_wake_file (ConveneOutbox *self)
{
  g_autofree char *path = wake_path (self);
  int              fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    return;

  if (futimens (fd, NULL) != 0)
    g_debug ("The wake file could not be touched");
  close (fd);
}

static void
woken_cb (ConveneOutbox *self)
{
  if (self->running && convene_runner_lock_is_held (self->lock))
    scan (self);
}

void
convene_outbox_start (ConveneOutbox *self)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;

  g_return_if_fail (CONVENE_IS_OUTBOX (self));

  if (self->running)
    return;

  self->running = TRUE;
  touch_wake_file (self);
  path = wake_path (self);
  file = g_file_new_for_path (path);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (woken_cb), self);
  self->changed_id = g_signal_connect_swapped (self->store, "changed", G_CALLBACK (woken_cb), self);
  look_cb (self);
}

static gboolean
grace_over_cb (gpointer user_data)
{
  ConveneOutbox *self = CONVENE_OUTBOX (user_data);
  g_autoptr(GList) errands = g_hash_table_get_values (self->lanes);

  for (GList *link = errands; link != NULL; link = link->next)
    convene_errand_cancel (link->data);

  return G_SOURCE_REMOVE;
}

void
convene_outbox_stop_async (ConveneOutbox      *self,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_OUTBOX (self));
  g_return_if_fail (self->stopping == NULL);

  self->running = FALSE;
  g_clear_signal_handler (&self->changed_id, self->store);
  clear_source (&self->look);
  clear_source (&self->timer);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);

  self->stopping = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->stopping, convene_outbox_stop_async);
  self->grace = g_timeout_source_new (GRACE);
  g_source_set_callback (self->grace, grace_over_cb, self, NULL);
  g_source_attach (self->grace, g_main_context_get_thread_default ());
  convene_outbox_finish_stopping (self);
}

gboolean
convene_outbox_stop_finish (ConveneOutbox *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (CONVENE_IS_OUTBOX (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
convene_outbox_wake (ConveneOutbox *self)
{
  g_return_if_fail (CONVENE_IS_OUTBOX (self));

  if (!convene_runner_lock_is_held (self->lock))
    touch_wake_file (self);
  else if (self->running)
    scan (self);
}

gboolean
convene_outbox_is_runner (ConveneOutbox *self)
{
  g_return_val_if_fail (CONVENE_IS_OUTBOX (self), FALSE);

  return self->running && convene_runner_lock_is_held (self->lock);
}
