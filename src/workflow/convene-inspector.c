/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-inspector-private.h"

#include <glib/gi18n-lib.h>

#include "convene-accounts-private.h"
#include "convene-error.h"
#include "convene-inspector-due.h"
#include "convene-inspector-round.h"
#include "convene-join-look.h"
#include "convene-reload.h"

#define FIRST_PAUSE (2 * G_USEC_PER_SEC)                       /* what a person waits for comes first */
#define FIRST_HORIZON (14 * CONVENE_DAY)                       /* what is looked at when the program starts */
#define HORIZON (CONVENE_INSPECTION_EARLY + 2 * LONGEST_SLEEP) /* later */
#define LONGEST_SLEEP CONVENE_HOUR                             /* in which others may come into the horizon */
#define SHORTEST_SLEEP (30 * CONVENE_SECOND)                   /* between readings, however much is written */
#define LOOK_AGAIN CONVENE_MINUTE                              /* somebody else runs the outbox, and may leave */

struct _ConveneInspector
{
  GObject parent_instance;

  ConveneStore    *store;
  ConveneClock    *clock;
  ConveneAccounts *accounts;
  ConveneOutbox   *outbox;

  GCancellable *cancellable; /* of the round under way, or the one before; NULL at first */
  gboolean      busy;        /* looking */
  GQueue        waiting;     /* GTask of runs that somebody waits for */

  /* by itself */
  ConveneReload *reload; /* while it is started */
  gulong         changed;
  gint64         opened;
  gboolean       settled; /* what was old at the start was looked at */
  gint64         tried;   /* when it last looked; 0 for never */
  gint64         next;    /* when it reads again; G_MAXINT64 while that is not planned */
};

G_DEFINE_FINAL_TYPE (ConveneInspector, convene_inspector, G_TYPE_OBJECT)

GType
convene_join_state_get_type (void)
{
  static GType            type = 0;
  static const GEnumValue values[] = {
    { CONVENE_JOIN_FINE, "CONVENE_JOIN_FINE", "fine" },
    { CONVENE_JOIN_NOT_STARTED, "CONVENE_JOIN_NOT_STARTED", "not-started" },
    { CONVENE_JOIN_GONE, "CONVENE_JOIN_GONE", "gone" },
    { CONVENE_JOIN_UNKNOWN, "CONVENE_JOIN_UNKNOWN", "unknown" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("ConveneJoinState", values));

  return type;
}

static gint64
now (ConveneInspector *self)
{
  return convene_clock_now (self->clock);
}

static gint64
add (gint64 instant,
     gint64 span)
{
  return span > G_MAXINT64 - instant ? G_MAXINT64 : instant + span;
}

static void
read_at (ConveneInspector *self,
         gint64            at)
{
  self->next = at;
  convene_reload_ask_at (self->reload, self->clock, at);
}

/* Each round has a cancellable of its own: stopping ends it, and so does whoever waits for it. */
static void
begin_round (ConveneInspector            *self,
             const ConveneInspectorScope *scope,
             GCancellable                *cancellable,
             GAsyncReadyCallback          callback,
             gpointer                     user_data)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  if (cancellable != NULL)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);
  self->busy = TRUE;
  convene_accounts_hold (self->accounts);
  convene_inspector_round_async (self->accounts, scope, self->cancellable, callback, user_data);
}

/* Runs of which somebody waits for the answer */

static void
answer_run (GTask                   *task,
            ConveneInspectionReport *report,
            GError                  *error)
{
  if (report == NULL)
    g_task_return_error (task, error);
  else if (report->looked == 0 && report->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&report->failure));
  else
    g_task_return_int (task, report->differs);
}

static void
next_run (ConveneInspector   *self,
          GAsyncReadyCallback callback)
{
  ConveneInspectorScope scope = { 0 };
  GTask                *task;

  if (self->busy || g_queue_is_empty (&self->waiting))
    return;

  task = g_queue_pop_head (&self->waiting);
  scope.to = add (now (self), *(gint64 *) g_task_get_task_data (task));
  begin_round (self, &scope, g_task_get_cancellable (task), callback, task);
}

static void
end_round (ConveneInspector *self)
{
  self->busy = FALSE;
  convene_accounts_release (self->accounts);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConveneInspector) self = g_object_ref (g_task_get_source_object (task));
  GError *error = NULL;
  g_autoptr(ConveneInspectionReport) report = convene_inspector_round_finish (result, &error);

  end_round (self);
  answer_run (task, report, error);
  next_run (self, ran_cb);
}

/* By itself */

static ConveneInspectorScope
make_scope (ConveneInspector *self)
{
  return (ConveneInspectorScope){
    .to = now (self) + (self->settled ? HORIZON : FIRST_HORIZON),
    .only_due = TRUE,
    .opened = self->opened,
    .tried = self->tried,
  };
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneInspector) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInspectionReport) report = convene_inspector_round_finish (result, &error);

  end_round (self);
  if (report == NULL)
    g_info ("The meetings could not be looked at: %s", error->message);
  else if (report->failure == NULL)
    self->settled = TRUE;
  if (self->reload != NULL)
    convene_reload_ask (self->reload);
  next_run (self, ran_cb);
}

static void
look_ahead (ConveneInspector *self,
            gint64            due)
{
  ConveneInspectorScope scope = make_scope (self);

  if (due > now (self))
    {
      self->settled = self->settled || self->tried == 0;
      read_at (self, MIN (due, now (self) + LONGEST_SLEEP));
    }
  else if (self->busy || !convene_outbox_is_runner (self->outbox))
    {
      read_at (self, now (self) + LOOK_AGAIN);
    }
  else
    {
      self->tried = now (self);
      begin_round (self, &scope, NULL, looked_cb, g_object_ref (self));
    }
}

static void
due_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ConveneInspector) self = convene_reload_finish (user_data);
  g_autoptr(GError) error = NULL;
  gint64 due = convene_inspector_find_due_finish (result, &error);

  if (self == NULL)
    return;
  if (error == NULL)
    look_ahead (self, due);
  else
    g_info ("When meetings are to be looked at could not be read: %s", error->message);
}

static void
read_due (gpointer      owner,
          GCancellable *cancellable)
{
  ConveneInspector     *self = CONVENE_INSPECTOR (owner);
  ConveneInspectorScope scope = make_scope (self);

  self->next = G_MAXINT64;
  convene_inspector_find_due_async (self->accounts, &scope, cancellable, due_read_cb, convene_reload_get_ticket (self->reload));
}

static void
changed_cb (ConveneInspector *self)
{
  gint64 soon = now (self) + SHORTEST_SLEEP;

  if (soon < self->next)
    read_at (self, soon);
}

static void
convene_inspector_dispose (GObject *object)
{
  ConveneInspector *self = CONVENE_INSPECTOR (object);

  convene_inspector_stop (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->outbox);
  g_clear_object (&self->accounts);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (convene_inspector_parent_class)->dispose (object);
}

static void
convene_inspector_class_init (ConveneInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = convene_inspector_dispose;
}

static void
convene_inspector_init (ConveneInspector *self)
{
  self->next = G_MAXINT64;
}

ConveneInspector *
convene_inspector_new (ConveneStore    *store,
                       ConveneClock    *clock,
                       ConveneAccounts *accounts,
                       ConveneOutbox   *outbox)
{
  ConveneInspector *self = g_object_new (CONVENE_TYPE_INSPECTOR, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->accounts = g_object_ref (accounts);
  self->outbox = g_object_ref (outbox);
  return self;
}

void
convene_inspector_run_async (ConveneInspector   *self,
                             gint64              horizon,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_INSPECTOR (self));
  g_return_if_fail (horizon >= 0);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_inspector_run_async);
  g_task_set_task_data (task, g_memdup2 (&horizon, sizeof horizon), g_free);
  g_queue_push_tail (&self->waiting, g_steal_pointer (&task));
  next_run (self, ran_cb);
}

int
convene_inspector_run_finish (ConveneInspector *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_inspector_run_async), -1);

  return (int) g_task_propagate_int (G_TASK (result), error);
}

static void
look_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError          *error = NULL;
  ConveneJoinState state = convene_join_look_finish (result, &error);

  if (error == NULL)
    g_task_return_int (task, state);
  else
    g_task_return_error (task, error);
}

void
convene_inspector_look_async (ConveneInspector   *self,
                              const char         *uid,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_INSPECTOR (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_inspector_look_async);
  convene_join_look_async (self->accounts, uid, cancellable, look_cb, g_steal_pointer (&task));
}

ConveneJoinState
convene_inspector_look_finish (ConveneInspector *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  int state;

  g_return_val_if_fail (g_task_is_valid (result, self), CONVENE_JOIN_UNKNOWN);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_inspector_look_async), CONVENE_JOIN_UNKNOWN);

  state = (int) g_task_propagate_int (G_TASK (result), error);
  return state >= 0 ? (ConveneJoinState) state : CONVENE_JOIN_UNKNOWN;
}

void
convene_inspector_start (ConveneInspector *self)
{
  g_return_if_fail (CONVENE_IS_INSPECTOR (self));

  if (self->reload != NULL)
    return;

  self->opened = now (self);
  self->settled = FALSE;
  self->tried = 0;
  self->next = G_MAXINT64;
  self->reload = convene_reload_new (self, read_due);
  self->changed = g_signal_connect_swapped (self->store, "changed", G_CALLBACK (changed_cb), self);
  read_at (self, self->opened + FIRST_PAUSE);
}

void
convene_inspector_stop (ConveneInspector *self)
{
  GTask *task;

  g_return_if_fail (CONVENE_IS_INSPECTOR (self));

  if (self->changed != 0)
    g_signal_handler_disconnect (self->store, self->changed);
  self->changed = 0;
  g_clear_pointer (&self->reload, convene_reload_free);

  g_cancellable_cancel (self->cancellable);
  while ((task = g_queue_pop_head (&self->waiting)) != NULL)
    {
      g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_CANCELLED, "%s", _ ("Cancelled"));
      g_object_unref (task);
    }
}
