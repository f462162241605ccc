/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-details.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-words.h"

const char *
convene_details_get_candidate (ConveneInterview *interview)
{
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);
  const char         *name = candidate != NULL ? convene_participant_get_name (candidate) : NULL;

  if (name != NULL && *name != '\0')
    return name;

  return candidate != NULL ? convene_participant_get_address (candidate) : NULL;
}

char *
convene_details_format_times (ConveneInterview *interview,
                              gint64            now)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  ConveneParticipant  *candidate = convene_interview_get_candidate (interview);
  const char          *zone = candidate != NULL ? convene_participant_get_timezone (candidate) : NULL;

  if (start == NULL)
    return g_strdup ("");

  return convene_words_both_times (convene_moment_get_instant (start), NULL, zone != NULL ? zone : convene_moment_get_zone (start),
                                   candidate != NULL ? convene_participant_get_name (candidate) : NULL, now);
}

char *
convene_details_format_length (ConveneInterview *interview,
                               gint64            now)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autofree char     *length = convene_words_duration (convene_interview_get_duration (interview));
  g_autofree char     *soon = NULL;

  if (start == NULL)
    return g_steal_pointer (&length);

  soon = convene_words_relative (convene_moment_get_instant (start), now);
  /* Translators: how long an interview takes, and how far away it is: 45 min · in 2 hours */
  return g_strdup_printf (C_("interview", "%s · %s"), length, soon);
}

char *
convene_details_format_number (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  gsize            length = strlen (digits);
  gsize            second;

  if (length < 9 || length > 11)
    return g_steal_pointer (&digits);

  second = length == 11 ? 4 : 3;
  return g_strdup_printf ("%.3s %.*s %s", digits, (int) second, digits + 3, digits + 3 + second);
}

const char *
convene_details_get_heading (ConveneInterview *interview)
{
  switch (convene_interview_get_platform (interview))
    {
    case CONVENE_PLATFORM_ZOOM:
      return _("Join Zoom Meeting");
    case CONVENE_PLATFORM_GOOGLE_MEET:
      return _("Join Google Meet Meeting");
    case CONVENE_PLATFORM_TEAMS:
      return _("Join Microsoft Teams Meeting");
    case CONVENE_PLATFORM_PHONE:
      return C_("heading", "Phone");
    case CONVENE_PLATFORM_IN_PERSON:
      return C_("heading", "Place");
    case CONVENE_PLATFORM_LINK:
    default:
      return _("Join Link");
    }
}

static char *
dup_host_of (const char *link)
{
  g_autoptr(GUri) uri = link != NULL ? g_uri_parse (link, G_URI_FLAGS_NONE, NULL) : NULL;

  return g_strdup (uri != NULL ? g_uri_get_host (uri) : NULL);
}

char *
convene_details_format_source (ConveneInterview *interview)
{
  ConvenePlatform  platform = convene_interview_get_platform (interview);
  const char      *type = convene_words_type (platform);
  g_autofree char *host = platform == CONVENE_PLATFORM_LINK ? dup_host_of (convene_interview_get_link (interview)) : NULL;

  if (platform == CONVENE_PLATFORM_PHONE || platform == CONVENE_PLATFORM_IN_PERSON)
    return g_strdup (type);
  if (platform != CONVENE_PLATFORM_LINK)
    /* Translators: “Video, through Zoom” */
    return g_strdup_printf (_("%s, through %s"), type, convene_words_platform (platform));
  if (host == NULL)
    /* Translators: “Video, by another link” */
    return g_strdup_printf (_("%s, by another link"), type);

  /* Translators: “Video, by a link at meet.example.com” */
  return g_strdup_printf (_("%s, by a link at %s"), type, host);
}

const char *
convene_details_get_link (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  const char     *link = convene_interview_get_join_link (interview);

  if (link != NULL)
    return link;

  return meeting != NULL && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_UNMANAGED ? convene_meeting_get_join_url (meeting) : NULL;
}

gboolean
convene_details_is_hosted (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  return meeting != NULL && convene_interview_get_platform (interview) == CONVENE_PLATFORM_ZOOM && convene_meeting_get_hosted (meeting);
}
