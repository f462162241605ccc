/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample.h"

static void
add_person (ConveneInterview *interview,
            ConveneRole       role,
            const char       *name,
            const char       *address,
            ConveneResponse   response,
            const char       *zone)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();

  convene_participant_set_role (person, role);
  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_participant_set_response (person, response);
  convene_participant_set_timezone (person, zone);
  convene_interview_add_participant (interview, person);
}

static void
set_start (ConveneInterview *interview)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) start = convene_moment_parse ("2026-12-01 10:00", "America/Mexico_City", &error);

  g_assert_no_error (error);
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 45);
}

static void
set_meeting (ConveneInterview *interview)
{
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();

  convene_meeting_set_number (meeting, G_GINT64_CONSTANT (81234567890));
  convene_meeting_set_join_url (meeting, "https://example.com/j/81234567890?pwd=x");
  convene_meeting_set_password (meeting, "aB3@_*");
  convene_meeting_set_host (meeting, "recruiter@example.com");
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  convene_interview_set_meeting (interview, meeting);
}

static void
add_operation (ConveneInterview     *interview,
               ConveneOperationKind  kind,
               ConveneOperationState state,
               gint64                due,
               const char           *code,
               const char           *message)
{
  g_autoptr(ConveneOperation) operation = convene_operation_new ();

  convene_operation_set_kind (operation, kind);
  convene_operation_set_state (operation, state);
  convene_operation_set_attempts (operation, state == CONVENE_OPERATION_STATE_WAITING ? 0 : 1);
  convene_operation_set_due (operation, due);
  convene_operation_set_error_code (operation, code);
  convene_operation_set_error_message (operation, message);
  convene_operation_set_interview_uid (operation, convene_interview_get_uid (interview));
  convene_interview_add_operation (interview, operation);
}

static void
set_texts (ConveneInterview *interview)
{
  static const char *const hosts[] = { "second@example.com", NULL };

  convene_interview_set_agenda (interview, "Introduction\nQuestions, “quoted”");
  convene_interview_set_details (interview, "Bring \"work\" along");
  convene_interview_set_notes (interview, "Knows C");
  convene_interview_set_link (interview, "https://example.com/room");
  convene_interview_set_location (interview, "Room 1");
  convene_interview_set_alternative_hosts (interview, hosts);
}

ConveneInterview *
sample_bare_interview_new (void)
{
  ConveneInterview *interview = convene_interview_new ();

  convene_interview_set_uid (interview, "2a7c0000-0000-4000-8000-000000000002");
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_set_job (interview, "Cook");
  convene_interview_set_platform (interview, CONVENE_PLATFORM_PHONE);
  add_person (interview, CONVENE_ROLE_CANDIDATE, NULL, "li@example.org", CONVENE_RESPONSE_NEEDS_ACTION, NULL);
  set_start (interview);
  return interview;
}

ConveneInterview *
sample_interview_new (void)
{
  ConveneInterview *interview = convene_interview_new ();

  convene_interview_set_uid (interview, "1f0e3dad-0000-4000-8000-000000000001");
  convene_interview_set_sequence (interview, 2);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_platform (interview, CONVENE_PLATFORM_ZOOM);
  add_person (interview, CONVENE_ROLE_OPTIONAL, NULL, "opt@example.com", CONVENE_RESPONSE_DECLINED, NULL);
  add_person (interview, CONVENE_ROLE_REQUIRED, "山田 太郎", "yamada@example.com", CONVENE_RESPONSE_TENTATIVE, NULL);
  add_person (interview, CONVENE_ROLE_HIRING_MANAGER, "Hana Manager", "hana@example.com", CONVENE_RESPONSE_ACCEPTED, NULL);
  add_person (interview, CONVENE_ROLE_CANDIDATE, "María López", "maria@example.org", CONVENE_RESPONSE_NEEDS_ACTION, "Europe/Berlin");
  set_start (interview);
  set_texts (interview);
  set_meeting (interview);
  add_operation (interview, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, G_GINT64_CONSTANT (1795176000000000), NULL, NULL);
  add_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_FAILED, 0, "mail-refused", "The mail server refused it");
  add_operation (interview, CONVENE_OPERATION_KIND_MAIL_REMINDER, CONVENE_OPERATION_STATE_WAITING, G_GINT64_CONSTANT (1796054400000000), NULL, NULL);
  return interview;
}

ConveneAccount *
sample_zoom_account_new (void)
{
  ConveneAccount *account = convene_account_new ();

  convene_account_set_id (account, "aaaaaaaa-0000-4000-8000-000000000003");
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_ZOOM);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER);
  convene_account_set_address (account, "recruiter@example.com");
  convene_account_set_name (account, "Robin Recruiter");
  convene_account_set_state (account, CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_account_set_plan (account, "licensed");
  convene_account_set_requests_today (account, 3);
  return account;
}
