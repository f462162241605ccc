/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-json.h"

#include "convene-answer.h"
#include "convene-cli-json-member.h"

static void
add_person (JsonBuilder        *builder,
            ConveneParticipant *person,
            const char         *timezone)
{
  ConveneRole role = convene_participant_get_role (person);

  json_builder_begin_object (builder);
  convene_cli_json_add_text (builder, "name", convene_participant_get_name (person));
  convene_cli_json_add_text (builder, "address", convene_participant_get_address (person));
  if (role == CONVENE_ROLE_REQUIRED || role == CONVENE_ROLE_OPTIONAL)
    convene_cli_json_add_nick (builder, "role", CONVENE_TYPE_ROLE, role);
  if (timezone != NULL)
    convene_cli_json_add_text (builder, "timezone", timezone);
  convene_cli_json_add_nick (builder, "response", CONVENE_TYPE_RESPONSE, convene_participant_get_response (person));
  convene_cli_json_add_instant (builder, "answered", convene_participant_get_answered_at (person));
  convene_cli_json_add_text (builder, "language", convene_participant_get_language (person));
  json_builder_end_object (builder);
}

static void
add_candidate (JsonBuilder      *builder,
               ConveneInterview *interview)
{
  ConveneParticipant  *candidate = convene_interview_get_candidate (interview);
  const ConveneMoment *start = convene_interview_get_start (interview);
  const char          *timezone;

  json_builder_set_member_name (builder, "candidate");
  if (candidate == NULL)
    {
      json_builder_add_null_value (builder);
      return;
    }

  timezone = convene_participant_get_timezone (candidate);
  if (timezone == NULL && start != NULL)
    timezone = convene_moment_get_zone (start);
  add_person (builder, candidate, timezone);
}

static void
add_others (JsonBuilder      *builder,
            ConveneInterview *interview)
{
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);
  GListModel         *people = convene_interview_get_participants (interview);

  json_builder_set_member_name (builder, "hiring_manager");
  if (manager != NULL)
    add_person (builder, manager, NULL);
  else
    json_builder_add_null_value (builder);

  json_builder_set_member_name (builder, "attendees");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      if (convene_participant_get_role (person) >= CONVENE_ROLE_REQUIRED)
        add_person (builder, person, NULL);
    }
  json_builder_end_array (builder);
}

/* Every answer that was taken, also those that count no more (O-8). */
static void
add_answers (JsonBuilder *builder,
             GListModel  *answers)
{
  json_builder_set_member_name (builder, "answers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (answers); i++)
    {
      g_autoptr(ConveneAnswer) answer = g_list_model_get_item (answers, i);

      json_builder_begin_object (builder);
      convene_cli_json_add_text (builder, "address", convene_answer_get_address (answer));
      convene_cli_json_add_nick (builder, "response", CONVENE_TYPE_RESPONSE, convene_answer_get_response (answer));
      convene_cli_json_add_number (builder, "sequence", convene_answer_get_sequence (answer));
      convene_cli_json_add_instant (builder, "made", convene_answer_get_made_at (answer));
      convene_cli_json_add_instant (builder, "taken", convene_answer_get_taken_at (answer));
      convene_cli_json_add_text (builder, "comment", convene_answer_get_comment (answer));
      convene_cli_json_add_instant (builder, "proposed", convene_answer_get_proposed_start (answer));
      json_builder_set_member_name (builder, "earlier");
      json_builder_add_boolean_value (builder, convene_answer_get_earlier (answer));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_time (JsonBuilder      *builder,
          ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);

  convene_cli_json_add_instant (builder, "start", start != NULL ? convene_moment_get_instant (start) : 0);
  convene_cli_json_add_text (builder, "timezone", start != NULL ? convene_moment_get_zone (start) : NULL);
  convene_cli_json_add_number (builder, "duration", convene_interview_get_duration (interview));
}

void
convene_cli_json_add_interview (JsonBuilder      *builder,
                                ConveneInterview *interview,
                                const GError     *problem)
{
  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (CONVENE_IS_INTERVIEW (interview));

  json_builder_begin_object (builder);
  convene_cli_json_add_text (builder, "uid", convene_interview_get_uid (interview));
  convene_cli_json_add_number (builder, "sequence", convene_interview_get_sequence (interview));
  convene_cli_json_add_nick (builder, "status", CONVENE_TYPE_STATUS, convene_interview_get_status (interview));
  convene_cli_json_add_text (builder, "job", convene_interview_get_job (interview));
  add_candidate (builder, interview);
  add_time (builder, interview);
  convene_cli_json_add_nick (builder, "platform", CONVENE_TYPE_PLATFORM, convene_interview_get_platform (interview));
  convene_cli_json_add_text (builder, "agenda", convene_interview_get_agenda (interview));
  convene_cli_json_add_text (builder, "details", convene_interview_get_details (interview));
  convene_cli_json_add_text (builder, "notes", convene_interview_get_notes (interview));
  add_others (builder, interview);
  convene_cli_json_add_texts (builder, "alternative_hosts", convene_interview_get_alternative_hosts (interview));
  convene_cli_json_add_text (builder, "link", convene_interview_get_link (interview));
  convene_cli_json_add_text (builder, "location", convene_interview_get_location (interview));
  convene_cli_json_add_nick (builder, "link_policy", CONVENE_TYPE_LINK_POLICY, convene_interview_get_link_policy (interview));
  convene_cli_json_add_text (builder, "cancel_reason", convene_interview_get_cancel_reason (interview));
  json_builder_set_member_name (builder, "copy_to_me");
  json_builder_add_boolean_value (builder, convene_interview_get_copy_to_sender (interview));
  add_answers (builder, convene_interview_get_answers (interview));
  convene_cli_json_add_meeting (builder, convene_interview_get_meeting (interview));
  convene_cli_json_add_operations (builder, convene_interview_get_operations (interview));
  if (problem != NULL)
    convene_cli_json_add_error (builder, problem);
  json_builder_end_object (builder);
}

char *
convene_cli_json_interview (ConveneInterview *interview,
                            const GError     *problem)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  convene_cli_json_add_interview (builder, interview, problem);
  return convene_cli_json_take_text (builder);
}

char *
convene_cli_json_interviews (GPtrArray *interviews,
                             GPtrArray *problems,
                             guint      total)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "interviews");
  json_builder_begin_array (builder);
  for (guint i = 0; i < interviews->len; i++)
    convene_cli_json_add_interview (builder, g_ptr_array_index (interviews, i), problems != NULL ? g_ptr_array_index (problems, i) : NULL);
  json_builder_end_array (builder);
  convene_cli_json_add_number (builder, "total", total);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}
