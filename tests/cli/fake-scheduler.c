/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-error.h"
#include "fake-engine-private.h"

void
convene_scheduler_find_platform_async (ConveneScheduler   *self,
                                       const char         *job,
                                       const char         *manager,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_task_return_int (task, self->engine->platform);
}

ConvenePlatform
convene_scheduler_find_platform_finish (ConveneScheduler *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

static ConvenePlanLetter *
letter_new (void)
{
  static const char *const to[] = { "Maria <maria@example.com>", NULL };
  static const char *const cc[] = { NULL };
  ConvenePlanLetter       *letter = g_new0 (ConvenePlanLetter, 1);

  letter->kind = CONVENE_OPERATION_KIND_MAIL_INVITATION;
  letter->to = g_strdupv ((GStrv) to);
  letter->cc = g_strdupv ((GStrv) cc);
  letter->subject = g_strdup ("Invitation");
  return letter;
}

static ConvenePlan *
plan_new (ConveneEngine    *self,
          ConveneInterview *interview,
          ConvenePlanKind   kind,
          gboolean          mail)
{
  ConvenePlan *plan = convene_plan_new (interview);

  self->mail = mail;
  convene_plan_set_kind (plan, kind);
  for (guint i = 0; i < G_N_ELEMENTS (self->outcomes); i++)
    if (self->outcomes[i] != NULL)
      convene_plan_add_operation (plan, self->outcomes[i]);
  convene_plan_add_letter (plan, letter_new ());
  convene_plan_set_host (plan, "recruiter@example.com", "You host");
  convene_plan_set_host_way (plan, self->host_way);
  convene_plan_set_link (plan, "Zoom makes a new link");
  convene_plan_set_link_effect (plan, CONVENE_LINK_EFFECT_NEW);
  convene_plan_set_summary (plan, "Zoom makes a new link, and Maria gets mail");
  convene_plan_set_quota (plan, 1, self->host_way == CONVENE_HOST_NOBODY ? -1 : 97);
  g_set_object (&self->plan, plan);
  return plan;
}

void
convene_scheduler_plan_async (ConveneScheduler   *self,
                              ConveneInterview   *interview,
                              gboolean            mail,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  convene_interview_set_uid (interview, "1f0e3dad-0000-4000-8000-000000000001");
  g_task_return_pointer (task, plan_new (self->engine, interview, CONVENE_PLAN_SCHEDULE, mail), g_object_unref);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_task_return_error_if_cancelled (user_data);
}

static void
answer_plan (ConveneEngine *self,
             GTask         *task,
             ConvenePlan   *plan)
{
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!self->endless_plan)
    {
      g_task_return_pointer (task, plan, g_object_unref);
      return;
    }

  g_object_unref (plan);
  g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (task), g_object_unref);
}

static void
ask (ConveneEngine *self,
     char          *words)
{
  g_free (self->asked);
  self->asked = words;
}

void
convene_scheduler_plan_edit_async (ConveneScheduler   *self,
                                   ConveneInterview   *edited,
                                   gboolean            mail,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  ask (self->engine, g_strdup ("edit"));
  answer_plan (self->engine, task, plan_new (self->engine, edited, CONVENE_PLAN_EDIT, mail));
}

static ConvenePlan *
plan_new_for (ConveneEngine  *self,
              const char     *uid,
              ConvenePlanKind kind,
              gboolean        mail)
{
  g_autoptr(ConveneInterview) interview = NULL;

  for (guint i = 0; i < self->interviews->len; i++)
    if (g_str_equal (convene_interview_get_uid (g_ptr_array_index (self->interviews, i)), uid))
      interview = convene_interview_copy (g_ptr_array_index (self->interviews, i));

  g_assert_nonnull (interview);
  return plan_new (self, interview, kind, mail);
}

void
convene_scheduler_plan_cancel_async (ConveneScheduler   *self,
                                     const char         *uid,
                                     const char         *reason,
                                     gboolean            mail,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  ConvenePlan *plan = plan_new_for (self->engine, uid, CONVENE_PLAN_CANCEL, mail);

  ask (self->engine, g_strdup_printf ("cancel: %s", reason != NULL ? reason : "-"));
  convene_interview_set_status (convene_plan_get_interview (plan), CONVENE_STATUS_CANCELLED);
  convene_interview_set_cancel_reason (convene_plan_get_interview (plan), reason);
  answer_plan (self->engine, task, plan);
}

void
convene_scheduler_plan_fix_async (ConveneScheduler   *self,
                                  const char         *uid,
                                  ConveneFixKind      kind,
                                  const char         *value,
                                  gboolean            mail,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data)
{
  static const char *const words[] = { "retry", "host", "link", "take", "restore", "recreate" };
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  ask (self->engine, g_strdup_printf ("%s: %s", words[kind], value != NULL ? value : "-"));
  answer_plan (self->engine, task, plan_new_for (self->engine, uid, CONVENE_PLAN_FIX, mail));
}

void
convene_scheduler_plan_resend_async (ConveneScheduler   *self,
                                     const char         *uid,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  ask (self->engine, g_strdup ("resend"));
  answer_plan (self->engine, task, plan_new_for (self->engine, uid, CONVENE_PLAN_RESEND, TRUE));
}

ConvenePlan *
convene_scheduler_plan_finish (ConveneScheduler *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
replace_interview (ConveneEngine    *self,
                   ConveneInterview *interview)
{
  for (guint i = 0; i < self->interviews->len; i++)
    if (g_str_equal (convene_interview_get_uid (g_ptr_array_index (self->interviews, i)), convene_interview_get_uid (interview)))
      {
        g_ptr_array_remove_index (self->interviews, i);
        break;
      }

  fake_engine_add_interview (self, interview);
}

void
convene_scheduler_commit_async (ConveneScheduler   *self,
                                ConvenePlan        *plan,
                                gint64              delay,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);
  GListModel *operations = convene_plan_get_operations (plan);

  g_assert_cmpint (delay, ==, 0);
  if (self->engine->commit_error != NULL)
    {
      g_task_return_error (task, g_error_copy (self->engine->commit_error));
      return;
    }
  if (self->engine->stale > 0)
    {
      self->engine->stale--;
      g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_STALE, "Somebody else changed it: look at it again");
      return;
    }

  self->engine->commits++;
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      convene_interview_add_operation (convene_plan_get_interview (plan), operation);
    }
  replace_interview (self->engine, convene_plan_get_interview (plan));
  g_task_return_boolean (task, TRUE);
}

gboolean
convene_scheduler_commit_finish (ConveneScheduler *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
convene_scheduler_adjust_reminders_async (ConveneScheduler   *self,
                                          GCancellable       *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  self->engine->adjustments++;
  g_task_return_int (task, 0);
}

int
convene_scheduler_adjust_reminders_finish (ConveneScheduler *self,
                                           GAsyncResult     *result,
                                           GError          **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

void
convene_scheduler_retry_async (ConveneScheduler   *self,
                               const char         *uid,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr(GTask) task = fake_task_new (self, callback, user_data);

  g_assert_cmpuint (strlen (uid), ==, 36);
  g_task_return_int (task, 1);
}

int
convene_scheduler_retry_finish (ConveneScheduler *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}

void
convene_scheduler_resend_async (ConveneScheduler   *self,
                                const char         *uid,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(ConvenePlan) plan = plan_new_for (self->engine, uid, CONVENE_PLAN_RESEND, TRUE);

  convene_scheduler_commit_async (self, plan, 0, cancellable, callback, user_data);
}

gboolean
convene_scheduler_resend_finish (ConveneScheduler *self,
                                 GAsyncResult     *result,
                                 GError          **error)
{
  return convene_scheduler_commit_finish (self, result, error);
}

void
convene_scheduler_mark_async (ConveneScheduler   *self,
                              const char         *uid,
                              ConveneStatus       status,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  g_autoptr(ConvenePlan) plan = plan_new_for (self->engine, uid, CONVENE_PLAN_EDIT, FALSE);

  ask (self->engine, g_strdup_printf ("mark: %s", convene_enum_to_nick (CONVENE_TYPE_STATUS, status)));
  convene_interview_set_status (convene_plan_get_interview (plan), status);
  convene_scheduler_commit_async (self, plan, 0, cancellable, callback, user_data);
}

gboolean
convene_scheduler_mark_finish (ConveneScheduler *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  return convene_scheduler_commit_finish (self, result, error);
}
