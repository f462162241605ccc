/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-text.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-output.h"
#include "convene-cli-table.h"
#include "convene-cli-text-meeting.h"
#include "convene-cli-text-operation.h"
#include "convene-cli-words.h"
#include "convene-entry-words.h"
#include "convene-text.h"

static void
add_fact (ConveneCliTable *table,
          const char      *name,
          const char      *value)
{
  if (value != NULL && *value != '\0')
    convene_cli_table_add_row (table, name, value);
}

/* A text of several lines: the name stands beside the first. */
static void
add_lines (ConveneCliTable *table,
           const char      *name,
           const char      *value)
{
  g_auto (GStrv) lines = g_strsplit (value != NULL ? value : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    convene_cli_table_add_row (table, i == 0 ? name : NULL, lines[i]);
}

static void
add_times (ConveneCliTable  *table,
           ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  ConveneParticipant  *candidate = convene_interview_get_candidate (interview);
  const char          *theirs = candidate != NULL ? convene_participant_get_timezone (candidate) : NULL;
  g_autofree char     *duration = convene_cli_word_duration (convene_interview_get_duration (interview));
  g_autofree char     *time = NULL;
  g_autofree char     *their_time = NULL;

  if (start != NULL)
    {
      time = convene_cli_word_time (convene_moment_get_instant (start), convene_moment_get_zone (start));
      if (theirs != NULL && g_strcmp0 (theirs, convene_moment_get_zone (start)) != 0)
        their_time = convene_cli_word_time (convene_moment_get_instant (start), theirs);
    }

  add_fact (table, C_("interview", "Start"), time);
  add_fact (table, C_("interview", "For the candidate"), their_time);
  add_fact (table, C_("interview", "Length"), duration);
}

static const char *
describe_role (ConveneRole role)
{
  switch (role)
    {
    case CONVENE_ROLE_CANDIDATE:
      return C_("interview", "Candidate");
    case CONVENE_ROLE_HIRING_MANAGER:
      return C_("interview", "Hiring manager");
    case CONVENE_ROLE_OPTIONAL:
      return C_("interview", "Optional");
    case CONVENE_ROLE_REQUIRED:
    default:
      return C_("interview", "Attendee");
    }
}

/* "accepted, Tue 1 December 2026, 10:00 (Europe/Berlin)" */
static char *
describe_answer (ConveneParticipant *person,
                 ConveneInterview   *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  const char          *word = convene_cli_word_response (convene_participant_get_response (person));
  gint64               at = convene_participant_get_answered_at (person);
  g_autofree char     *time = NULL;

  if (at == 0 || start == NULL || convene_participant_get_response (person) == CONVENE_RESPONSE_NEEDS_ACTION)
    return g_strdup (word);

  time = convene_cli_word_time (at, convene_moment_get_zone (start));
  /* Translators: what somebody answered, and when */
  return g_strdup_printf (C_("answer", "%s, %s"), word, time);
}

static void
add_people (ConveneCliTable  *table,
            ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      g_autofree char *mailbox = convene_person_to_string (convene_participant_get_name (person), convene_participant_get_address (person));
      g_autofree char *answer = describe_answer (person, interview);
      /* Translators: a person, and what they answered to an invitation */
      g_autofree char *text = g_strdup_printf (_("%s — %s"), mailbox, answer);

      add_fact (table, describe_role (convene_participant_get_role (person)), text);
    }
}

static void
add_place (ConveneCliTable  *table,
           ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  add_fact (table, C_("interview", "Platform"), convene_cli_word_platform (convene_interview_get_platform (interview)));
  add_fact (table, C_("interview", "Location"), convene_interview_get_location (interview));
  add_fact (table, C_("interview", "Join link"), convene_interview_get_join_link (interview));
  if (meeting == NULL)
    return;

  add_fact (table, C_("interview", "Meeting"), convene_cli_word_meeting_state (convene_meeting_get_state (meeting)));
  add_fact (table, C_("interview", "Password"), convene_meeting_get_password (meeting));
  add_fact (table, C_("interview", "Host"), convene_meeting_get_host (meeting));
  if (convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_LIVE)
    add_fact (table, C_("interview", "Joining"), convene_entry_words_meeting (meeting));
}

static void
add_differences (ConveneCliTable  *table,
                 ConveneInterview *interview)
{
  g_auto (GStrv) lines = convene_cli_text_meeting_differences (interview);

  for (guint i = 0; lines[i] != NULL; i++)
    convene_cli_table_add_row (table, i == 0 ? C_("interview", "At Zoom") : NULL, lines[i]);
}

static void
add_hosts (ConveneCliTable  *table,
           ConveneInterview *interview)
{
  const char *const *hosts = convene_interview_get_alternative_hosts (interview);

  for (guint i = 0; hosts != NULL && hosts[i] != NULL; i++)
    add_fact (table, C_("interview", "Alternative host"), hosts[i]);
}

static void
append_operations (GString          *text,
                   ConveneInterview *interview,
                   gint64            now)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  GListModel          *operations = convene_interview_get_operations (interview);

  if (g_list_model_get_n_items (operations) > 0)
    g_string_append_c (text, '\n');

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      g_autofree char *sentence = convene_cli_text_operation (operation, interview, start != NULL ? convene_moment_get_zone (start) : NULL, now);
      g_autofree char *line = convene_cli_output_line (sentence);

      g_string_append_printf (text, "%s\n", line);
    }
}

char *
convene_cli_text_interview (ConveneInterview *interview,
                            gint64            now)
{
  g_autoptr(ConveneCliTable) table = convene_cli_table_new (2);
  g_autofree char *rows = NULL;
  GString         *text;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  add_fact (table, C_("interview", "Job"), convene_interview_get_job (interview));
  add_times (table, interview);
  add_people (table, interview);
  add_place (table, interview);
  add_differences (table, interview);
  add_fact (table, C_("interview", "When moved"), convene_cli_word_link_policy (convene_interview_get_link_policy (interview)));
  add_hosts (table, interview);
  if (convene_interview_get_agenda (interview) != NULL)
    add_lines (table, C_("interview", "Agenda"), convene_interview_get_agenda (interview));
  if (convene_interview_get_details (interview) != NULL)
    add_lines (table, C_("interview", "Details"), convene_interview_get_details (interview));
  if (convene_interview_get_notes (interview) != NULL)
    add_lines (table, C_("interview", "Notes for the team"), convene_interview_get_notes (interview));
  add_fact (table, C_("interview", "Status"), convene_cli_word_status (convene_interview_get_status (interview)));
  if (convene_interview_get_cancel_reason (interview) != NULL)
    add_lines (table, C_("interview", "Reason"), convene_interview_get_cancel_reason (interview));
  add_fact (table, "UID", convene_interview_get_uid (interview));

  rows = convene_cli_table_to_string (table);
  text = g_string_new (rows);
  append_operations (text, interview, now);
  return g_string_free (text, FALSE);
}
