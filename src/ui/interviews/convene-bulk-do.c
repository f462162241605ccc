/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bulk-private.h"

#include <glib/gi18n-lib.h>

/* What the last one can be taken back for, the first one can, too: doing so much takes a while itself. */
#define TIME_EACH (20 * G_TIME_SPAN_MILLISECOND)
#define TIME_MAXIMUM (60 * G_USEC_PER_SEC)

/* From the first to the last one the engine is held: neither of them is lost, whoever leaves meanwhile. */

static void
begin (GTask *task)
{
  ConveneBulk *self = g_task_get_source_object (task);

  convene_engine_hold (self->engine);
}

static void
end (GTask *task)
{
  ConveneBulk *self = g_task_get_source_object (task);

  g_task_return_boolean (task, TRUE);
  convene_engine_release (self->engine);
}

/* Doing: a plan again, with the reason → it says what was said → it is committed → the next one. */

static ConveneBulkLook *
get_look (ConveneBulk *self)
{
  return g_ptr_array_index (self->ready, self->position);
}

/* One that was to stay for others goes with the last of them. */
static gboolean
does_the_same (const ConveneBulkLook *look,
               ConvenePlan           *plan)
{
  ConveneLinkEffect effect = convene_plan_get_link_effect (plan);
  gboolean          same = effect == look->effect || (effect == CONVENE_LINK_EFFECT_DELETED && look->effect == CONVENE_LINK_EFFECT_LEFT);

  return same && convene_plan_get_letters (plan)->len == look->letters;
}

static void
do_next (GTask *task)
{
  ConveneBulk *self = g_task_get_source_object (task);

  if (self->stopped || self->position == self->ready->len)
    end (task);
  else if (self->kind == CONVENE_BULK_CANCEL)
    convene_scheduler_plan_cancel_async (convene_engine_get_scheduler (self->engine), get_look (self)->uid, self->reason, TRUE, NULL, self->step, g_object_ref (task));
  else
    convene_scheduler_resend_async (convene_engine_get_scheduler (self->engine), get_look (self)->uid, NULL, self->step, g_object_ref (task));
}

static void
go_on (GTask      *task,
       const char *trouble)
{
  ConveneBulk *self = g_task_get_source_object (task);

  if (trouble != NULL)
    convene_bulk_add_trouble (self->failed, get_look (self)->who, trouble);
  else
    self->done++;
  convene_bulk_set_position (self, self->position + 1);
  do_next (task);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneBulk *self = g_task_get_source_object (task);

  if (!convene_scheduler_commit_finish (CONVENE_SCHEDULER (source), result, &error))
    g_ptr_array_set_size (self->plans, (int) self->plans->len - 1);
  go_on (task, error != NULL ? error->message : NULL);
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = convene_scheduler_plan_finish (CONVENE_SCHEDULER (source), result, &error);
  ConveneBulk *self = g_task_get_source_object (task);
  gint64       delay = CONVENE_UNDO_TIME + MIN (TIME_MAXIMUM, (gint64) self->ready->len * TIME_EACH);

  if (plan == NULL)
    {
      go_on (task, error->message);
      return;
    }
  if (!does_the_same (get_look (self), plan))
    {
      go_on (task, _("What follows has changed meanwhile: look at it again."));
      return;
    }

  g_ptr_array_add (self->plans, g_object_ref (plan));
  convene_scheduler_commit_async (CONVENE_SCHEDULER (source), plan, delay, NULL, committed_cb, g_steal_pointer (&task));
}

static void
resent_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  convene_scheduler_resend_finish (CONVENE_SCHEDULER (source), result, &error);
  go_on (task, error != NULL ? error->message : NULL);
}

/* Taking back: the last one first, as it was done. */

static void
undo_next (GTask *task)
{
  ConveneBulk *self = g_task_get_source_object (task);

  if (self->plans->len == 0)
    end (task);
  else
    convene_scheduler_undo_async (convene_engine_get_scheduler (self->engine), g_ptr_array_index (self->plans, self->plans->len - 1), NULL, self->step, g_object_ref (task));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneBulk     *self = g_task_get_source_object (task);
  ConvenePlan     *plan = g_ptr_array_index (self->plans, self->plans->len - 1);
  g_autofree char *who = convene_bulk_format_who (convene_plan_get_interview (plan));

  if (convene_scheduler_undo_finish (CONVENE_SCHEDULER (source), result, &error))
    self->undone++;
  else
    convene_bulk_add_trouble (self->failed, who, error->message);
  g_ptr_array_set_size (self->plans, (int) self->plans->len - 1);
  undo_next (task);
}

void
convene_bulk_do_async (ConveneBulk        *self,
                       const char         *reason,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_BULK (self));

  self->reason = g_strdup (reason);
  self->step = self->kind == CONVENE_BULK_CANCEL ? planned_cb : resent_cb;
  convene_bulk_set_position (self, 0);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, convene_bulk_do_async);
  begin (task);
  do_next (task);
}

void
convene_bulk_do_finish (ConveneBulk  *self,
                        GAsyncResult *result)
{
  g_return_if_fail (CONVENE_IS_BULK (self));
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}

void
convene_bulk_undo_async (ConveneBulk        *self,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_BULK (self));

  g_ptr_array_set_size (self->failed, 0);
  self->step = undone_cb;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, convene_bulk_undo_async);
  begin (task);
  undo_next (task);
}

guint
convene_bulk_undo_finish (ConveneBulk  *self,
                          GAsyncResult *result)
{
  g_return_val_if_fail (CONVENE_IS_BULK (self), 0);
  g_return_val_if_fail (g_task_is_valid (result, self), 0);

  g_task_propagate_boolean (G_TASK (result), NULL);
  return self->undone;
}
