/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-words.h"

#include <glib/gi18n-lib.h>

const char *
convene_words_platform (ConvenePlatform platform)
{
  switch (platform)
    {
    case CONVENE_PLATFORM_ZOOM:
      return "Zoom";
    case CONVENE_PLATFORM_GOOGLE_MEET:
      return "Google Meet";
    case CONVENE_PLATFORM_TEAMS:
      return "Microsoft Teams";
    case CONVENE_PLATFORM_LINK:
      return C_("platform", "Other link");
    case CONVENE_PLATFORM_PHONE:
      return C_("platform", "Phone");
    case CONVENE_PLATFORM_IN_PERSON:
    default:
      return C_("platform", "In person");
    }
}

const char *
convene_words_type (ConvenePlatform platform)
{
  switch (platform)
    {
    case CONVENE_PLATFORM_PHONE:
      return C_("interview type", "Phone");
    case CONVENE_PLATFORM_IN_PERSON:
      return C_("interview type", "In person");
    case CONVENE_PLATFORM_ZOOM:
    case CONVENE_PLATFORM_GOOGLE_MEET:
    case CONVENE_PLATFORM_TEAMS:
    case CONVENE_PLATFORM_LINK:
    default:
      return C_("interview type", "Video");
    }
}

const char *
convene_words_role (ConveneRole role)
{
  switch (role)
    {
    case CONVENE_ROLE_CANDIDATE:
      return C_("role", "Candidate");
    case CONVENE_ROLE_HIRING_MANAGER:
      return C_("role", "Hiring manager");
    case CONVENE_ROLE_OPTIONAL:
      return C_("role", "Optional");
    case CONVENE_ROLE_REQUIRED:
    default:
      return C_("role", "Required");
    }
}

const char *
convene_words_response (ConveneResponse response)
{
  switch (response)
    {
    case CONVENE_RESPONSE_ACCEPTED:
      return C_("answer to an invitation", "Accepted");
    case CONVENE_RESPONSE_DECLINED:
      return C_("answer to an invitation", "Declined");
    case CONVENE_RESPONSE_TENTATIVE:
      return C_("answer to an invitation", "Tentative");
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      return C_("answer to an invitation", "No answer yet");
    }
}

const char *
convene_words_status (ConveneStatus status)
{
  switch (status)
    {
    case CONVENE_STATUS_DRAFT:
      return C_("interview", "Draft");
    case CONVENE_STATUS_PROPOSED:
      return C_("interview", "Proposed");
    case CONVENE_STATUS_CANCELLED:
      return C_("interview", "Cancelled");
    case CONVENE_STATUS_COMPLETED:
      return C_("interview", "Completed");
    case CONVENE_STATUS_NO_SHOW:
      return C_("interview", "No-show");
    case CONVENE_STATUS_SCHEDULED:
    default:
      return C_("interview", "Scheduled");
    }
}

const char *
convene_words_platform_icon (ConvenePlatform platform)
{
  switch (platform)
    {
    case CONVENE_PLATFORM_LINK:
      return "insert-link-symbolic";
    case CONVENE_PLATFORM_PHONE:
      return "call-start-symbolic";
    case CONVENE_PLATFORM_IN_PERSON:
      return "mark-location-symbolic";
    case CONVENE_PLATFORM_ZOOM:
    case CONVENE_PLATFORM_GOOGLE_MEET:
    case CONVENE_PLATFORM_TEAMS:
    default:
      return "camera-web-symbolic";
    }
}

const char *
convene_words_join (gboolean hosted)
{
  /* Translators: on a button: the person hosts the meeting, and begins it */
  return hosted ? _("_Start") : _("_Join");
}

const char *
convene_words_join_tooltip (gboolean hosted)
{
  return hosted ? _("Start the meeting in Zoom, as its host") : _("Join the meeting");
}
