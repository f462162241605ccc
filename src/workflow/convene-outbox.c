/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-outbox-private.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "convene-error.h"
#include "convene-mail-errand.h"
#include "convene-meeting-errand.h"
#include "convene-revoke-errand.h"

/* How often the runner looks although nothing woke it, and how often the others look whether it is gone. Milliseconds. */
#define RUNNER_LOOKS 2000
#define OTHERS_LOOK 250

/* How long what is under way may take once the outbox is to stop; then it is left in doubt. Milliseconds. */
#define GRACE 2000

/* Mail servers take a few letters at a time; one interview's letters go one after the other. */
#define MAIL_LANES 3

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

#define MAIL "mail:"
#define HOST "host:"
#define ACCOUNT "account:"

/* Those of one lane go one after the other: at most one write in flight per host, one letter per interview, one thing per account. */
static char *
lane_of (ConveneOperation *operation)
{
  g_autofree char *host = NULL;

  if (convene_operation_kind_is_mail (convene_operation_get_kind (operation)))
    return g_strconcat (MAIL, convene_operation_get_interview_uid (operation), NULL);
  if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_ACCOUNT_REVOKE)
    return g_strconcat (ACCOUNT, convene_operation_get_account_id (operation), NULL);

  host = convene_operation_get_host (operation) != NULL ? g_ascii_strdown (convene_operation_get_host (operation), -1) : NULL;
  return g_strconcat (HOST, host, NULL);
}

static guint
count_lanes (ConveneOutbox *self,
             const char    *kind)
{
  GHashTableIter iter;
  gpointer       lane;
  guint          count = 0;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, &lane, NULL))
    count += g_str_has_prefix (lane, kind);

  return count;
}

/* Who has no host yet will choose any. */
static gboolean
is_free (ConveneOutbox *self,
         const char    *lane)
{
  if (g_hash_table_contains (self->lanes, lane))
    return FALSE;
  if (g_str_has_prefix (lane, MAIL))
    return count_lanes (self, MAIL) < MAIL_LANES;
  if (g_str_has_prefix (lane, ACCOUNT))
    return TRUE;

  return !g_hash_table_contains (self->lanes, HOST) && (!g_str_equal (lane, HOST) || count_lanes (self, HOST) == 0);
}

static gboolean
is_under_way (ConveneOutbox    *self,
              ConveneOperation *operation)
{
  GHashTableIter iter;
  gpointer       errand;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &errand))
    if (g_str_equal (convene_operation_get_id (convene_errand_get_operation (errand)), convene_operation_get_id (operation)))
      return TRUE;

  return FALSE;
}

/* A letter that is written while its meeting is being made would miss the link, and the meeting would not know that it did. */
static gboolean
is_busy (ConveneOutbox *self,
         const char    *interview_uid)
{
  GHashTableIter iter;
  gpointer       errand;

  if (interview_uid == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, self->lanes);
  while (g_hash_table_iter_next (&iter, NULL, &errand))
    if (g_strcmp0 (convene_operation_get_interview_uid (convene_errand_get_operation (errand)), interview_uid) == 0)
      return TRUE;

  return FALSE;
}

static void
finish_stopping (ConveneOutbox *self)
{
  g_autoptr(GTask) task = NULL;

  if (self->stopping == NULL || g_hash_table_size (self->lanes) > 0 || self->scanning)
    return;

  clear_source (&self->grace);
  convene_runner_lock_release (self->lock);
  task = g_steal_pointer (&self->stopping);
  g_task_return_boolean (task, TRUE);
}

static void
errand_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneOutbox) self = CONVENE_OUTBOX (user_data);
  ConveneErrand    *errand = CONVENE_ERRAND (source);
  ConveneOperation *operation = convene_errand_get_operation (errand);
  g_autofree char  *lane = g_strdup (g_object_get_data (source, "lane"));
  g_autoptr(GError) error = NULL;

  g_hash_table_remove (self->lanes, lane);
  g_hash_table_add (self->finished, g_strdup (convene_operation_get_id (operation)));
  if (CONVENE_IS_REVOKE_ERRAND (errand))
    convene_accounts_sweep (self->accounts);
  if (convene_errand_run_finish (errand, result, &error))
    convene_outbox_wake (self);
  else
    /* The next look, some seconds from now, finds it as the database has it. */
    g_message ("An operation could not be written: %s", error->message);

  finish_stopping (self);
}

static void
start_errand (ConveneOutbox    *self,
              ConveneOperation *operation,
              const char       *lane)
{
  g_autoptr(ConveneErrand) errand = NULL;

  if (convene_operation_kind_is_mail (convene_operation_get_kind (operation)))
    errand = convene_mail_errand_new (self->store, self->clock, self->accounts, operation);
  else if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_ACCOUNT_REVOKE)
    errand = convene_revoke_errand_new (self->store, self->clock, self->accounts, operation);
  else
    errand = convene_meeting_errand_new (self->store, self->clock, self->accounts, operation);

  g_object_set_data_full (G_OBJECT (errand), "lane", g_strdup (lane), g_free);
  g_hash_table_insert (self->lanes, g_strdup (lane), g_object_ref (errand));
  convene_errand_run_async (errand, NULL, errand_cb, g_object_ref (self));
}

/* What is said to run and is not under way here was cut off: by a crash, or by a database that failed. What it did is in doubt, and whoever
 * waits for the link begins to wait anew. */
static void
doubt (ConveneOutbox    *self,
       ConveneChange    *change,
       ConveneOperation *operation)
{
  gint64 now = convene_clock_now (self->clock);

  convene_operation_set_state (operation, CONVENE_OPERATION_STATE_DOUBT);
  convene_operation_set_due (operation, now);
  convene_operation_set_first_attempt (operation, now);
  convene_operation_set_looks (operation, 0);
  convene_change_update_operation (change, operation, CONVENE_OPERATION_STATE_RUNNING);
}

static void
doubted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(ConveneOutbox) self = CONVENE_OUTBOX (user_data);
  g_autoptr(GError) error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    convene_outbox_wake (self);
  else
    g_message ("An interrupted operation could not be taken up: %s", error->message);
}

static void
take_kinds (ConveneOutbox *self,
            GPtrArray     *operations,
            gboolean       mail,
            ConveneChange *change)
{
  for (guint i = 0; i < operations->len; i++)
    {
      ConveneOperation *operation = g_ptr_array_index (operations, i);
      g_autofree char  *lane = lane_of (operation);

      if (convene_operation_kind_is_mail (convene_operation_get_kind (operation)) != mail || is_under_way (self, operation))
        continue;
      if (convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_RUNNING)
        doubt (self, change, operation);
      else if (is_free (self, lane) && !is_busy (self, convene_operation_get_interview_uid (operation)))
        start_errand (self, operation, lane);
    }
}

/* Letters go first: what people are to know does not wait for another try to make their meeting. */
static void
take (ConveneOutbox *self,
      GPtrArray     *operations)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  take_kinds (self, operations, TRUE, change);
  take_kinds (self, operations, FALSE, change);
  if (!convene_change_is_empty (change))
    convene_store_commit_async (self->store, change, NULL, doubted_cb, g_object_ref (self));
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
      take (self, operations);
      set_timer (self, next_due);
    }

  if (self->scan_again && self->running)
    convene_outbox_wake (self);
  finish_stopping (self);
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
  finish_stopping (self);
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
