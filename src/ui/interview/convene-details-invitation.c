/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-details.h"
#include "convene-words.h"
#include "convene-zone.h"

/* "Tuesday 1 December 2026, 10:00 – 10:45 (Mexico City)" */
static void
add_time (GString          *text,
          ConveneInterview *interview,
          const char       *zone)
{
  gint64           start = convene_moment_get_instant (convene_interview_get_start (interview));
  g_autofree char *day = convene_words_day (start, zone, 0);
  g_autofree char *hours = convene_words_time_range (start, convene_interview_get_end (interview), zone);
  g_autofree char *city = convene_words_city (zone);

  /* Translators: a day, from when to when, and the city whose clocks show that: Tuesday 1 December 2026, 10:00 – 10:45 (Mexico City) */
  g_string_append_printf (text, _("%s, %s (%s)"), day, hours, city);
  g_string_append_c (text, '\n');
}

/* The recruiter's time, and the candidate's where it is another zone's. */
static void
add_times (GString          *text,
           ConveneInterview *interview)
{
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);
  const char         *theirs = candidate != NULL ? convene_participant_get_timezone (candidate) : NULL;
  g_autofree char    *mine = convene_zone_dup_system ();

  if (convene_interview_get_start (interview) == NULL)
    return;
  if (theirs == NULL)
    theirs = convene_moment_get_zone (convene_interview_get_start (interview));

  add_time (text, interview, mine);
  if (g_strcmp0 (mine, theirs) != 0)
    add_time (text, interview, theirs);
}

static void
add_fact (GString    *text,
          const char *name,
          const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  /* Translators: what something is called, and what it is: Password: k7Q2 */
  g_string_append_printf (text, C_("fact", "%s: %s"), name, value);
  g_string_append_c (text, '\n');
}

static void
add_meeting (GString        *text,
             ConveneMeeting *meeting)
{
  g_autofree char *number = convene_details_format_number (convene_meeting_get_number (meeting));

  if (convene_meeting_get_number (meeting) > 0)
    add_fact (text, _("Meeting number"), number);
  add_fact (text, _("Password"), convene_meeting_get_password (meeting));
}

static void
add_link (GString          *text,
          ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  const char     *link = convene_details_get_link (interview);

  if (link == NULL)
    return;

  g_string_append_printf (text, "\n%s\n%s\n", convene_details_get_heading (interview), link);
  if (meeting != NULL && convene_interview_get_platform (interview) != CONVENE_PLATFORM_LINK)
    add_meeting (text, meeting);
}

char *
convene_details_format_invitation (ConveneInterview *interview)
{
  GString        *text = g_string_new (NULL);
  ConvenePlatform platform = convene_interview_get_platform (interview);
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  const char     *topic = meeting != NULL ? convene_meeting_get_topic (meeting) : NULL;

  g_string_append_printf (text, "%s\n", topic != NULL && *topic != '\0' ? topic : convene_interview_get_job (interview));
  add_times (text, interview);
  if (platform == CONVENE_PLATFORM_PHONE || platform == CONVENE_PLATFORM_IN_PERSON)
    add_fact (text, convene_details_get_heading (interview), convene_interview_get_location (interview));
  add_link (text, interview);
  return g_string_free (text, FALSE);
}
