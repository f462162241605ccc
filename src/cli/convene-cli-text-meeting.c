/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-text-meeting.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-words.h"

static char *
describe_time (ConveneInterview *interview,
               ConveneMeeting   *meeting)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autofree char     *time = convene_cli_word_time (convene_meeting_get_seen_start (meeting), start != NULL ? convene_moment_get_zone (start) : NULL);
  g_autofree char     *duration = convene_cli_word_duration (convene_meeting_get_seen_duration (meeting));

  /* Translators: a day and time, and a length: where a meeting was moved to */
  return g_strdup_printf (_("moved at Zoom to %s, %s"), time, duration);
}

static void
add_drift (GStrvBuilder     *lines,
           ConveneInterview *interview,
           ConveneMeeting   *meeting)
{
  ConveneMeetingDrift drift = convene_meeting_get_drift (meeting);
  g_autofree char    *time = NULL;
  g_autofree char    *link = NULL;

  if ((drift & CONVENE_MEETING_DRIFT_MOVED) != 0)
    {
      time = describe_time (interview, meeting);
      g_strv_builder_add (lines, time);
    }

  if ((drift & CONVENE_MEETING_DRIFT_LINK) == 0)
    return;

  if (g_strcmp0 (convene_meeting_get_seen_join_url (meeting), convene_meeting_get_join_url (meeting)) != 0)
    {
      /* Translators: %s is a link */
      link = g_strdup_printf (_("another join link at Zoom: %s"), convene_meeting_get_seen_join_url (meeting));
      g_strv_builder_add (lines, link);
    }
  if (g_strcmp0 (convene_meeting_get_seen_password (meeting), convene_meeting_get_password (meeting)) != 0)
    g_strv_builder_add (lines, _("another password at Zoom"));
}

/* The words of the contract are not translated. */
static void
add_ways (GStrvBuilder       *lines,
          ConveneInterview   *interview,
          ConveneMeetingState state,
          gboolean            drifted)
{
  g_autofree char *uid = g_strndup (convene_interview_get_uid (interview), 8);
  g_autofree char *way = NULL;

  if (state == CONVENE_MEETING_STATE_MISSING || state == CONVENE_MEETING_STATE_UNMANAGED)
    /* Translators: %1$s is what a person types */
    way = g_strdup_printf (_("“convene fix %1$s --recreate” makes a new meeting, “convene fix %1$s --link URL” takes a link of your own"), uid);
  else if (drifted)
    /* Translators: %1$s is what a person types */
    way = g_strdup_printf (_("“convene fix %1$s --take” takes this over and tells everybody, “convene fix %1$s --restore” makes the meeting as it was"), uid);

  if (way != NULL)
    g_strv_builder_add (lines, way);
}

GStrv
convene_cli_text_meeting_differences (ConveneInterview *interview)
{
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  ConveneMeeting     *meeting;
  ConveneMeetingState state;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  meeting = convene_interview_get_meeting (interview);
  if (meeting == NULL || convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED)
    return g_strv_builder_end (lines);

  state = convene_meeting_get_state (meeting);
  if (state == CONVENE_MEETING_STATE_MISSING)
    g_strv_builder_add (lines, _("the meeting is gone at Zoom"));
  else if (state == CONVENE_MEETING_STATE_UNMANAGED)
    g_strv_builder_add (lines, _("no account that is connected may change the meeting"));
  else
    add_drift (lines, interview, meeting);

  add_ways (lines, interview, state, convene_meeting_get_drift (meeting) != CONVENE_MEETING_DRIFT_NONE);
  return g_strv_builder_end (lines);
}
