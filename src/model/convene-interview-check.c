/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-interview-check.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-participant.h"
#include "convene-text.h"

#define NAME_MAX_LENGTH 200
#define LOCATION_MAX 500

static gboolean
is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;

  while (g_ascii_isspace (*text))
    text++;
  return *text == '\0';
}

static gboolean
check_job (ConveneInterview *interview,
           GError          **error)
{
  const char      *job = convene_interview_get_job (interview);
  g_autofree char *topic = NULL;

  if (!convene_text_check_line (job, "job", CONVENE_TOPIC_MAX, error))
    return FALSE;
  if (is_blank (job))
    return convene_error_set_field (error, "job", _ ("The job is empty: give its title"));

  topic = convene_interview_dup_topic (interview);
  if (g_utf8_strlen (topic, -1) > CONVENE_TOPIC_MAX)
    return convene_error_set_field (error, "job", _ ("The job makes a title of more than 200 characters: shorten it"));

  return TRUE;
}

static const char *
field_of (ConveneRole role)
{
  switch (role)
    {
    case CONVENE_ROLE_CANDIDATE:
      return "candidate";
    case CONVENE_ROLE_HIRING_MANAGER:
      return "hiring_manager";
    case CONVENE_ROLE_REQUIRED:
    case CONVENE_ROLE_OPTIONAL:
    default:
      return "attendees";
    }
}

static gboolean
check_people (ConveneInterview *interview,
              GError          **error)
{
  GListModel *participants = convene_interview_get_participants (interview);

  if (convene_interview_get_candidate (interview) == NULL)
    return convene_error_set_field (error, "candidate", _ ("The candidate is missing: give a name and a mail address"));

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (participants, i);
      const char *field = field_of (convene_participant_get_role (person));

      if (!convene_text_check_line (convene_participant_get_name (person), field, NAME_MAX_LENGTH, error) ||
          !convene_text_check_address (convene_participant_get_address (person), field, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_time (ConveneInterview *interview,
            gint64            now,
            GError          **error)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  int                  duration = convene_interview_get_duration (interview);

  if (start == NULL)
    return convene_error_set_field (error, "start", _ ("The start is missing: give a date and a time"));
  if (convene_moment_get_instant (start) <= now)
    return convene_error_set_field (error, "start", _ ("The start is in the past: give a time to come"));
  if (duration < 1 || duration > CONVENE_DURATION_MAX)
    return convene_error_set_field (error, "duration", _ ("The duration is not between 1 and 1440 minutes: change it"));

  return TRUE;
}

static gboolean
check_platform (ConveneInterview *interview,
                GError          **error)
{
  const char *agenda = convene_interview_get_agenda (interview);
  const char *location = convene_interview_get_location (interview);

  switch (convene_interview_get_platform (interview))
    {
    case CONVENE_PLATFORM_ZOOM:
      if (is_blank (agenda))
        return convene_error_set_field (error, "agenda", _ ("The agenda is empty: Zoom interviews need one, such as introduction, experience, questions"));
      return convene_text_check_password (convene_interview_get_password (interview), error);
    case CONVENE_PLATFORM_LINK:
      return convene_text_check_link (convene_interview_get_link (interview), "link", error);
    case CONVENE_PLATFORM_PHONE:
    case CONVENE_PLATFORM_IN_PERSON:
      if (is_blank (location))
        return convene_error_set_field (error, "location", _ ("The location is empty: give the number to call, or the place"));
      return TRUE;
    case CONVENE_PLATFORM_GOOGLE_MEET:
    case CONVENE_PLATFORM_TEAMS:
    default:
      return convene_error_set_field (error, "platform", _ ("Convene cannot make such meetings yet: choose link, and give the meeting’s own link"));
    }
}

static gboolean
check_texts (ConveneInterview *interview,
             GError          **error)
{
  const char *const *hosts = convene_interview_get_alternative_hosts (interview);

  if (!convene_text_check_lines (convene_interview_get_agenda (interview), "agenda", CONVENE_AGENDA_MAX, error) ||
      !convene_text_check_lines (convene_interview_get_details (interview), "details", 10000, error) ||
      !convene_text_check_lines (convene_interview_get_notes (interview), "notes", CONVENE_NOTES_MAX, error) ||
      !convene_text_check_line (convene_interview_get_location (interview), "location", LOCATION_MAX, error))
    return FALSE;

  for (guint i = 0; hosts != NULL && hosts[i] != NULL; i++)
    if (!convene_text_check_address (hosts[i], "alternative_hosts", error))
      return FALSE;

  return TRUE;
}

gboolean
convene_interview_check_without_platform (ConveneInterview *interview,
                                          gint64            now,
                                          GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  return check_job (interview, error) && check_people (interview, error) && check_texts (interview, error) &&
         check_time (interview, now, error);
}

gboolean
convene_interview_check (ConveneInterview *interview,
                         gint64            now,
                         GError          **error)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  return check_job (interview, error) && check_people (interview, error) && check_texts (interview, error) &&
         check_platform (interview, error) && check_time (interview, now, error);
}

char *
convene_interview_dup_topic (ConveneInterview *interview)
{
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  /* Not translated: it is what the meeting is called at Zoom (SH-24). */
  return g_strconcat (convene_interview_get_job (interview), " Interview", NULL);
}
