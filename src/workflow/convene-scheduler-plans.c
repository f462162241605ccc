/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-check.h"
#include "convene-plan-facts.h"

const char *
convene_fix_kind_to_nick (ConveneFixKind kind)
{
  static const char *const nicks[] = {
    [CONVENE_FIX_RETRY] = "retry",
    [CONVENE_FIX_HOST] = "host",
    [CONVENE_FIX_LINK] = "link",
    [CONVENE_FIX_TAKE] = "take",
    [CONVENE_FIX_RESTORE] = "restore",
    [CONVENE_FIX_RECREATE] = "recreate",
  };

  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (nicks), NULL);

  return nicks[kind];
}

/* Whoever organizes an event of others writes to its people: we do not. */
static gboolean
writes_letters (const ConvenePlanRequest *request,
                const ConvenePlanFacts   *facts)
{
  return request->mail && (facts->before == NULL || convene_interview_get_origin_uid (facts->before) == NULL);
}

static ConvenePlan *
make_any (const ConvenePlanRequest *request,
          const ConvenePlanFacts   *facts,
          GError                  **error)
{
  const gboolean mail = writes_letters (request, facts);

  switch (request->kind)
    {
    case CONVENE_PLAN_EDIT:
      return convene_plan_edit (request->interview, facts, mail, error);
    case CONVENE_PLAN_CANCEL:
      return convene_plan_cancel (request->reason, facts, mail, error);
    case CONVENE_PLAN_FIX:
      return convene_plan_fix (request->fix, request->value, facts, mail, error);
    case CONVENE_PLAN_RESEND:
      return convene_plan_resend (facts, error);
    case CONVENE_PLAN_SCHEDULE:
    default:
      return convene_plan_schedule (request->interview, facts, mail);
    }
}

ConvenePlan *
convene_plan_make (const ConvenePlanRequest *request,
                   const ConvenePlanFacts   *facts,
                   GError                  **error)
{
  g_autoptr(ConvenePlan) plan = make_any (request, facts, error);

  return plan != NULL && convene_plan_check_password (plan, facts, error) ? g_steal_pointer (&plan) : NULL;
}

static void
facts_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlanFacts) facts = convene_plan_facts_read_finish (result, &error);
  ConveneScheduler    *self = g_task_get_source_object (task);
  ConvenePlanRequest **request = g_task_get_task_data (task);
  ConvenePlan         *plan = facts != NULL ? convene_plan_make (*request, facts, &error) : NULL;

  if (plan == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  plan->request = g_steal_pointer (request);
  convene_plan_set_ways (plan, convene_accounts_find_mail (convene_host_facts_get_accounts (facts->hosts)) != NULL,
                         convene_accounts_get_hand_over (self->accounts));
  g_task_return_pointer (task, plan, g_object_unref);
}

static void
request_slot_free (gpointer data)
{
  ConvenePlanRequest **request = data;

  g_clear_pointer (request, convene_plan_request_free);
  g_free (request);
}

void
convene_scheduler_plan_request_async (ConveneScheduler   *self,
                                      ConvenePlanRequest *request,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  ConvenePlanRequest **slot = g_new0 (ConvenePlanRequest *, 1);

  *slot = request;
  g_task_set_source_tag (task, convene_scheduler_plan_request_async);
  g_task_set_task_data (task, slot, request_slot_free);
  convene_plan_facts_read_async (self, request, cancellable, facts_cb, g_steal_pointer (&task));
}

void
convene_scheduler_plan_async (ConveneScheduler   *self,
                              ConveneInterview   *interview,
                              gboolean            mail,
                              GCancellable       *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer            user_data)
{
  ConvenePlanRequest *request;
  GError             *error = NULL;
  gint64              now;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));

  now = convene_clock_now (self->clock);
  if (!convene_interview_check (interview, now, &error))
    {
      g_task_report_error (self, callback, user_data, convene_scheduler_plan_async, error);
      return;
    }

  if (convene_interview_get_uid (interview) == NULL)
    {
      g_autofree char *uid = g_uuid_string_random ();

      convene_interview_set_uid (interview, uid);
    }
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_set_created (interview, now);

  request = g_new0 (ConvenePlanRequest, 1);
  request->kind = CONVENE_PLAN_SCHEDULE;
  request->interview = g_object_ref (interview);
  request->mail = mail;
  convene_scheduler_plan_request_async (self, request, cancellable, callback, user_data);
}

void
convene_scheduler_plan_edit_async (ConveneScheduler   *self,
                                   ConveneInterview   *edited,
                                   gboolean            mail,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  ConvenePlanRequest *request;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (CONVENE_IS_INTERVIEW (edited));
  g_return_if_fail (convene_interview_get_uid (edited) != NULL);

  request = g_new0 (ConvenePlanRequest, 1);
  request->kind = CONVENE_PLAN_EDIT;
  request->interview = convene_interview_copy (edited);
  request->mail = mail;
  convene_scheduler_plan_request_async (self, request, cancellable, callback, user_data);
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
  ConvenePlanRequest *request;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (uid != NULL);

  request = g_new0 (ConvenePlanRequest, 1);
  request->kind = CONVENE_PLAN_CANCEL;
  request->uid = g_strdup (uid);
  request->reason = g_strdup (reason != NULL && *reason != '\0' ? reason : NULL);
  request->mail = mail;
  convene_scheduler_plan_request_async (self, request, cancellable, callback, user_data);
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
  ConvenePlanRequest *request;

  g_return_if_fail (CONVENE_IS_SCHEDULER (self));
  g_return_if_fail (uid != NULL);

  request = g_new0 (ConvenePlanRequest, 1);
  request->kind = CONVENE_PLAN_FIX;
  request->uid = g_strdup (uid);
  request->fix = kind;
  request->value = g_strdup (value);
  request->mail = mail;
  convene_scheduler_plan_request_async (self, request, cancellable, callback, user_data);
}

ConvenePlan *
convene_scheduler_plan_finish (ConveneScheduler *self,
                               GAsyncResult     *result,
                               GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_SCHEDULER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
