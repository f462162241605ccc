/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan-case.h"

#include "convene-clock.h"
#include "convene-meeting-compare.h"
#include "convene-told.h"
#include "workflow-fixture.h"

#define PLAN_UID "00000000-0000-4000-8000-000000000000"
#define PLAN_OTHER_UID "00000000-0000-4000-8000-000000000001"

static ConveneAccount *
account_new (const char *address,
             int         used)
{
  return g_object_new (CONVENE_TYPE_ACCOUNT, "id", address, "kind", CONVENE_ACCOUNT_KIND_ZOOM, "address", address, "state", CONVENE_ACCOUNT_STATE_CONNECTED,
                       "requests-today", used, NULL);
}

ConveneOperation *
plan_case_add_operation (ConveneInterview     *interview,
                         const char           *id,
                         ConveneOperationKind  kind,
                         ConveneOperationState state,
                         int                   posts)
{
  g_autoptr(ConveneOperation) operation = g_object_new (CONVENE_TYPE_OPERATION, "id", id, "interview-uid", PLAN_UID, "kind", kind, "state", state, "posts", posts, NULL);

  if (!convene_operation_kind_is_mail (kind))
    g_object_set (operation, "meeting-id", "meeting", "account-id", "recruiter@example.com", "host", "recruiter@example.com", NULL);
  convene_interview_add_operation (interview, operation);
  return operation;
}

static ConveneMeeting *
meeting_new (ConveneInterview   *interview,
             ConveneMeetingState state)
{
  ConveneMeeting *meeting = convene_meeting_new_intent (interview, "AAAA-BBBB");

  g_object_set (meeting, "id", "meeting", "account-id", "recruiter@example.com", "host", "recruiter@example.com", "state", state, NULL);
  if (state != CONVENE_MEETING_STATE_PENDING && state != CONVENE_MEETING_STATE_FAILED)
    g_object_set (meeting, "number", G_GINT64_CONSTANT (81234567890), "join-url", "https://zoom.example.com/j/81234567890?pwd=a", "password", "secret", NULL);
  return meeting;
}

void
plan_case_set_told (ConveneInterview *interview)
{
  ConveneMeeting     *meeting = convene_interview_get_meeting (interview);
  ConveneMeetingState state = convene_meeting_get_state (meeting);
  g_autofree char    *told = NULL;

  /* It was there when the letter left. */
  if (state == CONVENE_MEETING_STATE_MISSING)
    convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  told = convene_told_to_string (interview);
  convene_meeting_set_state (meeting, state);

  convene_interview_set_told (interview, told);
  convene_interview_set_told_sequence (interview, convene_interview_get_sequence (interview));
}

static void
add_meeting (ConveneInterview *interview,
             PlanStage         stage)
{
  static const struct
  {
    ConveneMeetingState   meeting;
    ConveneOperationState create;
    int                   posts;
  } states[] = {
    [PLAN_FRESH] = { CONVENE_MEETING_STATE_PENDING, CONVENE_OPERATION_STATE_WAITING, 0 },
    [PLAN_POSTED] = { CONVENE_MEETING_STATE_PENDING, CONVENE_OPERATION_STATE_DOUBT, 1 },
    [PLAN_MADE] = { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DONE, 1 },
    [PLAN_TOLD] = { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DONE, 1 },
    [PLAN_CHANGING] = { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DONE, 1 },
    [PLAN_PATCHING] = { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DONE, 1 },
    [PLAN_UNTOLD] = { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DONE, 1 },
    [PLAN_LINKLESS] = { CONVENE_MEETING_STATE_PENDING, CONVENE_OPERATION_STATE_WAITING, 0 },
    [PLAN_FAILED] = { CONVENE_MEETING_STATE_FAILED, CONVENE_OPERATION_STATE_FAILED, 0 },
    [PLAN_MISSING] = { CONVENE_MEETING_STATE_MISSING, CONVENE_OPERATION_STATE_DONE, 1 },
    [PLAN_UNMANAGED] = { CONVENE_MEETING_STATE_UNMANAGED, CONVENE_OPERATION_STATE_DONE, 1 },
    [PLAN_UNREACHED] = { CONVENE_MEETING_STATE_LIVE, CONVENE_OPERATION_STATE_DONE, 1 },
  };
  g_autoptr(ConveneMeeting) meeting = meeting_new (interview, states[stage].meeting);

  convene_interview_set_meeting (interview, meeting);
  plan_case_add_operation (interview, "create", CONVENE_OPERATION_KIND_MEETING_CREATE, states[stage].create, states[stage].posts);
}

static void
add_letters (ConveneInterview *interview,
             PlanStage         stage)
{
  gboolean waits = stage == PLAN_FRESH || stage == PLAN_POSTED || stage == PLAN_MADE;

  if (stage == PLAN_UNTOLD)
    return;

  plan_case_add_operation (interview, "invitation", CONVENE_OPERATION_KIND_MAIL_INVITATION,
                           waits ? CONVENE_OPERATION_STATE_WAITING : stage == PLAN_UNREACHED ? CONVENE_OPERATION_STATE_FAILED
                                                                                             : CONVENE_OPERATION_STATE_DONE,
                           0);
  plan_case_add_operation (interview, "reminder", CONVENE_OPERATION_KIND_MAIL_REMINDER, CONVENE_OPERATION_STATE_WAITING, 0);
  if (!waits && stage != PLAN_UNREACHED)
    plan_case_set_told (interview);
  if (stage == PLAN_CHANGING || stage == PLAN_PATCHING)
    {
      plan_case_add_operation (interview, "update", CONVENE_OPERATION_KIND_MEETING_UPDATE, stage == PLAN_CHANGING ? CONVENE_OPERATION_STATE_WAITING : CONVENE_OPERATION_STATE_RUNNING, stage == PLAN_PATCHING);
      plan_case_add_operation (interview, "changed", CONVENE_OPERATION_KIND_MAIL_UPDATE, CONVENE_OPERATION_STATE_WAITING, 0);
      convene_interview_set_sequence (interview, 1);
    }
}

static ConveneInterview *
stored_new (PlanStage stage)
{
  ConveneInterview *interview = fixture_interview ("Staff Engineer");

  convene_interview_set_uid (interview, PLAN_UID);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  add_meeting (interview, stage);
  add_letters (interview, stage);
  return interview;
}

PlanCase
plan_case_new (PlanStage         stage,
               ConveneLinkPolicy policy)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  PlanCase self = { .facts = g_new0 (ConvenePlanFacts, 1) };

  g_ptr_array_add (accounts, account_new ("recruiter@example.com", 10));
  g_ptr_array_add (accounts, account_new ("second@example.com", 0));
  self.facts->before = stored_new (stage);
  self.facts->preferences = convene_preferences_new ();
  self.facts->preferences->link_policy = policy;
  self.facts->hosts = convene_host_facts_new (accounts, NULL, NULL, NULL, NULL);
  self.facts->users = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self.facts->users, g_object_ref (self.facts->before));
  self.facts->now = convene_moment_get_instant (convene_interview_get_start (self.facts->before)) - 7 * CONVENE_DAY;
  self.edited = convene_interview_copy (self.facts->before);
  return self;
}

void
plan_case_clear (PlanCase *self)
{
  g_clear_pointer (&self->facts, convene_plan_facts_free);
  g_clear_object (&self->edited);
}

ConveneInterview *
plan_case_other (PlanCase *self)
{
  ConveneInterview *other = fixture_interview ("Staff Engineer");

  convene_interview_set_uid (other, PLAN_OTHER_UID);
  convene_interview_set_start (other, convene_interview_get_start (self->facts->before));
  convene_interview_set_meeting (other, convene_interview_get_meeting (self->facts->before));
  return other;
}

char *
plan_case_describe (ConvenePlan *plan)
{
  GListModel *operations = convene_plan_get_operations (plan);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      const char *nick = convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, (int) convene_operation_get_kind (operation));

      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MAIL_REMINDER)
        continue;
      g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", nick, convene_operation_get_recipients (operation) != NULL ? "!" : "");
    }
  for (guint i = 0; i < plan->steps->len; i++)
    {
      ConvenePlanStep *step = g_ptr_array_index (plan->steps, i);
      gboolean         gone = step->after == NULL || convene_operation_get_state (step->after) == CONVENE_OPERATION_STATE_DROPPED;

      g_string_append_printf (text, "%s%s%s", text->len > 0 ? " " : "", gone ? "-" : "=", convene_operation_get_id (step->before));
    }

  return g_strdup (text->str);
}
