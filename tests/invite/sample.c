/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sample.h"

#include <string.h>

#include "convene-invite-series.h"

void
sample_add_person (ConveneInterview *interview,
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

static void
add_meeting (ConveneInterview *interview)
{
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();

  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  convene_meeting_set_number (meeting, G_GINT64_CONSTANT (81234567890));
  convene_meeting_set_join_url (meeting, SAMPLE_LINK);
  convene_meeting_set_password (meeting, "x1Y2_z");
  convene_meeting_set_reference (meeting, "K7Q2-9FXM");
  convene_meeting_set_agenda (meeting, "Introduction\n\nConvene ref K7Q2-9FXM");
  convene_interview_set_meeting (interview, meeting);
}

ConveneInterview *
sample_interview_new (const char *start,
                      const char *zone)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) moment = convene_moment_parse (start, zone, &error);

  g_assert_no_error (error);

  convene_interview_set_uid (interview, SAMPLE_UID);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_start (interview, moment);
  convene_interview_set_duration (interview, 60);
  convene_interview_set_agenda (interview, "Introduction, experience\nQuestions; answers");
  convene_interview_set_details (interview, "Bring a notebook.");
  convene_interview_set_notes (interview, "Ask about the salary");
  convene_interview_set_password (interview, "asked4");
  add_meeting (interview);

  sample_add_person (interview, CONVENE_ROLE_CANDIDATE, "Ada Lovelace", "ada@example.com");
  sample_add_person (interview, CONVENE_ROLE_HIRING_MANAGER, "Grace Hopper", "grace@example.org");
  sample_add_person (interview, CONVENE_ROLE_REQUIRED, "Barbara Liskov", "barbara@example.org");
  sample_add_person (interview, CONVENE_ROLE_OPTIONAL, NULL, "observer@example.org");
  return interview;
}

char *
sample_write (ConveneInterview   *interview,
              ConveneInviteMethod method)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = convene_invite_write (interview, &(const ConveneInviteOptions){ method, "Robin Recruiter", "robin@example.org", SAMPLE_MADE_AT }, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
sample_write_partial (ConveneInterview  *interview,
                      const ConveneTold *told,
                      const char *const *people)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = convene_invite_write_partial_cancel (interview, told, people, &(const ConveneInviteOptions){ CONVENE_INVITE_CANCEL, "Robin Recruiter", "robin@example.org", SAMPLE_MADE_AT }, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

GBytes *
sample_write_all (GPtrArray *interviews)
{
  const ConveneInviteOptions options = { .organizer_address = "robin@example.org", .made_at = SAMPLE_MADE_AT };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInviteSeries) series = convene_invite_series_new (&options, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < interviews->len; i++)
    {
      convene_invite_series_add (series, g_ptr_array_index (interviews, i), &error);
      g_assert_no_error (error);
    }

  return convene_invite_series_finish (series);
}

GStrv
sample_unfold (const char *text)
{
  g_auto (GStrv) pieces = g_strsplit (text, "\r\n ", -1);
  g_autofree char *unfolded = g_strjoinv ("", pieces);

  return g_strsplit (unfolded, "\r\n", -1);
}

guint
sample_count (GStrv       lines,
              const char *start)
{
  guint count = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      count++;

  return count;
}

const char *
sample_find (GStrv       lines,
             const char *start)
{
  g_assert_cmpuint (sample_count (lines, start), <=, 1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      return lines[i];

  return NULL;
}

icalcomponent *
sample_parse (const char *text)
{
  icalcomponent *calendar = icalcomponent_new_from_string (text);

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_isa (calendar), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  return calendar;
}

void
sample_assert_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);
  guint count = g_strv_length (lines);

  g_assert_true (g_str_has_suffix (text, "END:VCALENDAR\r\n"));
  g_assert_true (g_str_has_prefix (text, "BEGIN:VCALENDAR\r\n"));
  for (guint i = 0; i + 1 < count; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_cmpuint (strlen (lines[i]), >, 0);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
      for (const char *p = lines[i]; *p != '\0'; p++)
        g_assert_false (g_ascii_iscntrl (*p));
    }
}
