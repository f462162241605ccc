/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-editing.h"

#include <glib/gi18n-lib.h>

#include "convene-draft-edit.h"
#include "convene-words.h"

struct _ConveneEditing
{
  GObject parent_instance;

  ConveneEngine    *engine;
  ConveneDraft     *draft;
  char             *uid;
  ConveneInterview *interview; /* NULL until it was read */
  ConveneDraft     *base;      /* what that one is, as a draft */
};

G_DEFINE_FINAL_TYPE (ConveneEditing, convene_editing, G_TYPE_OBJECT)

static void
convene_editing_finalize (GObject *object)
{
  ConveneEditing *self = CONVENE_EDITING (object);

  g_clear_object (&self->engine);
  g_clear_object (&self->draft);
  g_clear_object (&self->interview);
  g_clear_object (&self->base);
  g_clear_pointer (&self->uid, g_free);

  G_OBJECT_CLASS (convene_editing_parent_class)->finalize (object);
}

static void
convene_editing_class_init (ConveneEditingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_editing_finalize;
}

static void
convene_editing_init (ConveneEditing *self)
{
}

ConveneEditing *
convene_editing_new (ConveneEngine *engine,
                     ConveneDraft  *draft,
                     const char    *uid)
{
  ConveneEditing *self;

  g_return_val_if_fail (CONVENE_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (CONVENE_IS_DRAFT (draft), NULL);
  g_return_val_if_fail (uid != NULL, NULL);

  self = g_object_new (CONVENE_TYPE_EDITING, NULL);
  self->engine = g_object_ref (engine);
  self->draft = g_object_ref (draft);
  self->uid = g_strdup (uid);
  return self;
}

const char *
convene_editing_get_uid (ConveneEditing *self)
{
  g_return_val_if_fail (CONVENE_IS_EDITING (self), NULL);

  return self->uid;
}

ConveneInterview *
convene_editing_get_interview (ConveneEditing *self)
{
  g_return_val_if_fail (CONVENE_IS_EDITING (self), NULL);

  return self->interview;
}

static void
take (ConveneEditing   *self,
      ConveneInterview *interview)
{
  g_autoptr(ConveneDraft) base = convene_draft_new ();
  const ConveneMoment *start = convene_interview_get_start (interview);

  convene_draft_fill_from_interview (base, interview);
  convene_draft_set_subject (self->draft, self->uid, start != NULL ? convene_moment_get_instant (start) : 0);
  if (self->base == NULL)
    convene_draft_fill_from_interview (self->draft, interview);
  else
    convene_draft_rebase (self->draft, self->base, base);
  g_set_object (&self->base, base);
  g_set_object (&self->interview, interview);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  g_autoptr(ConveneInterview) interview = convene_engine_find_interview_finish (CONVENE_ENGINE (source), result, &error);

  if (interview == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  take (g_task_get_source_object (task), interview);
  g_task_return_boolean (task, TRUE);
}

void
convene_editing_read_async (ConveneEditing     *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_EDITING (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_editing_read_async);
  convene_engine_find_interview_async (self->engine, self->uid, cancellable, found_cb, g_steal_pointer (&task));
}

gboolean
convene_editing_read_finish (ConveneEditing *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError      *error = NULL;
  ConvenePlan *plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ConveneEditing *self = CONVENE_EDITING (source);
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(ConveneInterview) edited = NULL;
  GError *error = NULL;

  if (convene_editing_read_finish (self, result, &error))
    edited = convene_interview_copy (self->interview);
  if (edited == NULL || !convene_draft_write_changes (self->draft, self->base, edited, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  convene_scheduler_plan_edit_async (convene_engine_get_scheduler (self->engine), edited, TRUE, cancellable, planned_cb, g_steal_pointer (&task));
}

void
convene_editing_plan_async (ConveneEditing     *self,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_EDITING (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_editing_plan_async);
  convene_editing_read_async (self, cancellable, read_cb, g_steal_pointer (&task));
}

ConvenePlan *
convene_editing_plan_finish (ConveneEditing *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
convene_editing_is_changed (ConveneEditing *self)
{
  g_return_val_if_fail (CONVENE_IS_EDITING (self), FALSE);

  return self->base != NULL && !convene_draft_is_same (self->draft, self->base);
}

char *
convene_editing_dup_done (ConveneEditing *self,
                          ConvenePlan    *plan)
{
  const ConveneMoment *start;
  g_autofree char     *time = NULL;
  gint64               instant;

  g_return_val_if_fail (CONVENE_IS_EDITING (self), NULL);
  g_return_val_if_fail (CONVENE_IS_PLAN (plan), NULL);

  start = convene_interview_get_start (convene_plan_get_interview (plan));
  instant = convene_moment_get_instant (start);
  if (self->interview == NULL || instant == convene_moment_get_instant (convene_interview_get_start (self->interview)))
    return g_strdup (_("Changes saved"));

  time = convene_words_short (instant, NULL);
  /* Translators: an interview; a short day and a time: "Moved to Tue 1 Dec, 10:00" */
  return g_strdup_printf (_("Moved to %s"), time);
}
