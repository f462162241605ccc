/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-json.h"

#include "convene-cli-json-member.h"

/* Null for all that a letter of its kind is for. */
static void
add_recipients (JsonBuilder       *builder,
                const char *const *recipients)
{
  if (recipients != NULL)
    {
      convene_cli_json_add_texts (builder, "recipients", recipients);
      return;
    }

  json_builder_set_member_name (builder, "recipients");
  json_builder_add_null_value (builder);
}

static void
add_operation (JsonBuilder      *builder,
               ConveneOperation *operation,
               gboolean          with_uid)
{
  gboolean    settled = convene_operation_state_is_settled (convene_operation_get_state (operation));
  const char *code = convene_operation_get_error_code (operation);

  json_builder_begin_object (builder);
  if (with_uid)
    convene_cli_json_add_text (builder, "uid", convene_operation_get_interview_uid (operation));
  convene_cli_json_add_nick (builder, "kind", CONVENE_TYPE_OPERATION_KIND, convene_operation_get_kind (operation));
  convene_cli_json_add_nick (builder, "state", CONVENE_TYPE_OPERATION_STATE, convene_operation_get_state (operation));
  convene_cli_json_add_number (builder, "attempts", convene_operation_get_attempts (operation));
  json_builder_set_member_name (builder, "error");
  if (code != NULL)
    {
      json_builder_begin_object (builder);
      convene_cli_json_add_text (builder, "code", code);
      convene_cli_json_add_text (builder, "message", convene_operation_get_error_message (operation));
      json_builder_end_object (builder);
    }
  else
    {
      json_builder_add_null_value (builder);
    }
  convene_cli_json_add_instant (builder, "due", settled ? 0 : convene_operation_get_due (operation));
  json_builder_set_member_name (builder, "held");
  json_builder_add_boolean_value (builder, !settled && convene_operation_get_held (operation));
  add_recipients (builder, convene_operation_get_recipients (operation));
  json_builder_end_object (builder);
}

void
convene_cli_json_add_operations (JsonBuilder *builder,
                                 GListModel  *operations)
{
  json_builder_set_member_name (builder, "operations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      add_operation (builder, operation, FALSE);
    }
  json_builder_end_array (builder);
}

static void
add_letters (JsonBuilder *builder,
             GPtrArray   *letters)
{
  json_builder_set_member_name (builder, "letters");
  json_builder_begin_array (builder);
  for (guint i = 0; i < letters->len; i++)
    {
      const ConvenePlanLetter *letter = g_ptr_array_index (letters, i);

      json_builder_begin_object (builder);
      convene_cli_json_add_nick (builder, "kind", CONVENE_TYPE_OPERATION_KIND, letter->kind);
      convene_cli_json_add_texts (builder, "to", (const char *const *) letter->to);
      convene_cli_json_add_texts (builder, "cc", (const char *const *) letter->cc);
      convene_cli_json_add_text (builder, "subject", letter->subject);
      convene_cli_json_add_text (builder, "way", convene_letter_way_to_nick (letter->way));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Where nobody hosts, nobody has a day of requests. */
static void
add_cost (JsonBuilder *builder,
          ConvenePlan *plan)
{
  json_builder_set_member_name (builder, "quota");
  if (convene_plan_get_quota_cost (plan) < 0 || convene_plan_get_host_way (plan) == CONVENE_HOST_NOBODY)
    {
      json_builder_add_null_value (builder);
      return;
    }

  json_builder_begin_object (builder);
  convene_cli_json_add_number (builder, "cost", convene_plan_get_quota_cost (plan));
  convene_cli_json_add_number (builder, "left", convene_plan_get_quota_left (plan));
  json_builder_end_object (builder);
}

static void
add_plan (JsonBuilder *builder,
          ConvenePlan *plan)
{
  json_builder_begin_object (builder);
  convene_cli_json_add_text (builder, "kind", convene_plan_kind_to_nick (convene_plan_get_kind (plan)));
  convene_cli_json_add_operations (builder, convene_plan_get_operations (plan));
  add_letters (builder, convene_plan_get_letters (plan));
  convene_cli_json_add_text (builder, "host", convene_plan_get_host (plan));
  convene_cli_json_add_text (builder, "host_way", convene_host_way_to_nick (convene_plan_get_host_way (plan)));
  convene_cli_json_add_text (builder, "host_reason", convene_plan_get_host_reason (plan));
  convene_cli_json_add_text (builder, "link", convene_plan_get_link (plan));
  convene_cli_json_add_text (builder, "link_effect", convene_link_effect_to_nick (convene_plan_get_link_effect (plan)));
  convene_cli_json_add_text (builder, "entry", convene_plan_get_entry (plan));
  convene_cli_json_add_text (builder, "summary", convene_plan_get_summary (plan));
  add_cost (builder, plan);
  json_builder_end_object (builder);
}

char *
convene_cli_json_plan (ConvenePlan *plan)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "plan");
  add_plan (builder, plan);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}

char *
convene_cli_json_plans (GPtrArray *plans)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "plans");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plans->len; i++)
    add_plan (builder, g_ptr_array_index (plans, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}

static void
add_outcome (JsonBuilder *builder,
             const char  *name,
             GPtrArray   *operations)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < operations->len; i++)
    add_operation (builder, g_ptr_array_index (operations, i), TRUE);
  json_builder_end_array (builder);
}

/* An empty list is left out: only what there is to say. */
static void
add_differing (JsonBuilder *builder,
               GPtrArray   *interviews)
{
  if (interviews->len == 0)
    return;

  json_builder_set_member_name (builder, "differing");
  json_builder_begin_array (builder);
  for (guint i = 0; i < interviews->len; i++)
    {
      ConveneInterview *interview = g_ptr_array_index (interviews, i);

      json_builder_begin_object (builder);
      convene_cli_json_add_text (builder, "uid", convene_interview_get_uid (interview));
      convene_cli_json_add_meeting (builder, convene_interview_get_meeting (interview));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
convene_cli_json_report (const ConveneCliSync *sync)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (sync != NULL, NULL);

  json_builder_begin_object (builder);
  add_outcome (builder, "done", sync->report->done);
  add_outcome (builder, "waiting", sync->report->waiting);
  add_outcome (builder, "failed", sync->report->failed);
  add_differing (builder, sync->differing);
  if (sync->problem != NULL)
    convene_cli_json_add_error (builder, sync->problem);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}
