/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-samples.h"

#include "convene-clock.h"
#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-samples-make.h"
#include "convene-store-directory.h"
#include "convene-zone.h"

#define PREFERENCE "samples"

/* Adding samples: has it been done? is anything there? then the past ones with the mark, then the coming ones, each on its own. */
typedef struct
{
  gint64  now;
  char   *zone;
  guint   left;    /* coming ones that are not committed */
  GError *failure; /* the first one of them */
} Adding;

static void
adding_free (gpointer data)
{
  Adding *self = data;

  g_free (self->zone);
  g_clear_error (&self->failure);
  g_free (self);
}

/* Takes the error, NULL for none. */
static void
note_settled (GTask  *task,
              GError *error)
{
  Adding *self = g_task_get_task_data (task);

  if (self->failure == NULL)
    self->failure = error;
  else
    g_clear_error (&error);

  if (--self->left > 0)
    return;
  if (self->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&self->failure));
  else
    g_task_return_boolean (task, TRUE);
}

static void
scheduled_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  convene_scheduler_commit_finish (CONVENE_SCHEDULER (source), result, &error);
  note_settled (task, error);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(ConvenePlan) plan = NULL;
  GError *error = NULL;

  plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);
  if (plan != NULL)
    convene_scheduler_commit_async (CONVENE_SCHEDULER (source), plan, 0, g_task_get_cancellable (task), scheduled_cb, g_object_ref (task));
  else
    note_settled (task, error);
}

/* The calls queue up at the database, so that the interviews come in their order. */
static void
schedule_coming (GTask *task)
{
  Adding           *self = g_task_get_task_data (task);
  ConveneScheduler *scheduler = convene_engine_get_scheduler (g_task_get_source_object (task));
  g_autoptr(GPtrArray) coming = convene_samples_make_coming (self->now, self->zone);

  self->left = coming->len + 1;
  for (guint i = 0; i < coming->len; i++)
    convene_scheduler_plan_async (scheduler, coming->pdata[i], TRUE, g_task_get_cancellable (task), planned_cb, g_object_ref (task));
  note_settled (task, NULL);
}

static void
begun_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    schedule_coming (task);
  else if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_STALE))
    g_task_return_boolean (task, FALSE); /* another process was quicker */
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
needs_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneNeeds) needs = convene_store_get_needs_finish (CONVENE_STORE (source), result, &error);
  g_autoptr(ConveneChange) change = NULL;
  g_autoptr(GPtrArray) past = NULL;
  Adding *self = g_task_get_task_data (task);

  if (needs == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (!needs->empty)
    {
      g_task_return_boolean (task, FALSE);
      return;
    }

  change = convene_change_new ();
  past = convene_samples_make_past (self->now, self->zone);
  for (guint i = 0; i < past->len; i++)
    convene_change_add_interview (change, past->pdata[i]);
  convene_change_set_preference (change, PREFERENCE, "added");
  convene_store_commit_async (CONVENE_STORE (source), change, g_task_get_cancellable (task), begun_cb, g_object_ref (task));
}

static void
preference_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *added = convene_store_get_preference_finish (CONVENE_STORE (source), result, &error);
  Adding          *self = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (added != NULL)
    g_task_return_boolean (task, FALSE);
  else
    convene_store_get_needs_async (CONVENE_STORE (source), self->now, g_task_get_cancellable (task), needs_cb, g_object_ref (task));
}

void
convene_samples_add_async (ConveneEngine      *engine,
                           GCancellable       *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Adding *self;

  g_return_if_fail (CONVENE_IS_ENGINE (engine));

  self = g_new0 (Adding, 1);
  self->now = convene_clock_now (convene_engine_get_clock (engine));
  self->zone = convene_zone_dup_system ();
  task = g_task_new (engine, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_samples_add_async);
  g_task_set_task_data (task, self, adding_free);
  convene_store_get_preference_async (convene_engine_get_store (engine), PREFERENCE, cancellable, preference_cb, g_object_ref (task));
}

gboolean
convene_samples_add_finish (ConveneEngine *engine,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, engine), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_samples_add_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
