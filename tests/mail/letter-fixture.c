/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "letter-fixture.h"

#include <string.h>

void
fixture_add_person (ConveneInterview *interview,
                    ConveneRole       role,
                    const char       *name,
                    const char       *address)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();

  convene_participant_set_role (person, role);
  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_interview_add_participant (interview, person);
}

ConveneInterview *
fixture_interview_new (void)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(ConveneMoment) start = convene_moment_parse ("2026-12-01 10:00", "America/Mexico_City", NULL);

  convene_interview_set_uid (interview, "5d0e4f64-7a3c-4a57-9a3f-2f4ab4e3f1c7");
  convene_interview_set_sequence (interview, 3);
  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 45);
  convene_interview_set_platform (interview, CONVENE_PLATFORM_ZOOM);
  convene_interview_set_agenda (interview, "Introduction\nExperience <in C>\nQ&A");
  convene_interview_set_details (interview, "Form: https://example.org/form?a=1&b=2.\nBring \"paper\".");
  convene_interview_set_notes (interview, FIXTURE_NOTES);
  fixture_add_person (interview, CONVENE_ROLE_CANDIDATE, "Ana Candidate", "ana@example.com");
  fixture_add_person (interview, CONVENE_ROLE_HIRING_MANAGER, "Hugo Manager", "hugo@example.org");
  fixture_add_person (interview, CONVENE_ROLE_REQUIRED, "Rita Recruiter", "rita@example.org");
  fixture_add_person (interview, CONVENE_ROLE_OPTIONAL, NULL, "otto@example.org");
  return interview;
}

void
fixture_add_meeting (ConveneInterview *interview)
{
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();

  convene_meeting_set_id (meeting, "3a3d8a04-2f28-4a52-8f41-6a3d2b1c0f9e");
  convene_meeting_set_provider (meeting, "zoom");
  convene_meeting_set_number (meeting, G_GINT64_CONSTANT (81234567890));
  convene_meeting_set_join_url (meeting, FIXTURE_LINK);
  convene_meeting_set_password (meeting, "x_7*Z");
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  convene_interview_set_meeting (interview, meeting);
}

ConveneLetterDraft
fixture_draft (ConveneOperationKind kind,
               ConveneInterview    *interview)
{
  ConveneLetterDraft draft = { 0 };

  draft.kind = kind;
  draft.interview = interview;
  draft.sender_name = "Rita Recruiter";
  draft.sender_address = "rita@example.org";
  draft.message_id = "<8d1f8a52-7f0b-4f0a-9d0c-0b7f5a4f2d11@example.org>";
  draft.made_at = G_GINT64_CONSTANT (1793620805000000); /* 2 November 2026, 12:00:05 UTC */
  if (kind == CONVENE_OPERATION_KIND_MAIL_URGENT || kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION)
    draft.reason = "Zoom not connected";
  if (kind != CONVENE_OPERATION_KIND_MAIL_URGENT && kind != CONVENE_OPERATION_KIND_MAIL_REMINDER)
    {
      draft.calendar = g_bytes_new_static (FIXTURE_CALENDAR, strlen (FIXTURE_CALENDAR));
      draft.method = kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION ? "CANCEL" : "REQUEST";
    }

  return draft;
}

void
fixture_draft_clear (ConveneLetterDraft *draft)
{
  g_clear_pointer (&draft->calendar, g_bytes_unref);
}
