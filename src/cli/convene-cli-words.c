/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-words.h"

#include <glib/gi18n-lib.h>

#include "convene-zone.h"

const char *
convene_cli_word_platform (ConvenePlatform platform)
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
      return C_("platform", "Link");
    case CONVENE_PLATFORM_PHONE:
      return C_("platform", "Phone");
    case CONVENE_PLATFORM_IN_PERSON:
    default:
      return C_("platform", "In person");
    }
}

const char *
convene_cli_word_status (ConveneStatus status)
{
  switch (status)
    {
    case CONVENE_STATUS_DRAFT:
      return C_("interview", "draft");
    case CONVENE_STATUS_PROPOSED:
      return C_("interview", "proposed");
    case CONVENE_STATUS_SCHEDULED:
      return C_("interview", "scheduled");
    case CONVENE_STATUS_CANCELLED:
      return C_("interview", "cancelled");
    case CONVENE_STATUS_COMPLETED:
      return C_("interview", "completed");
    case CONVENE_STATUS_NO_SHOW:
    default:
      return C_("interview", "no-show");
    }
}

const char *
convene_cli_word_response (ConveneResponse response)
{
  switch (response)
    {
    case CONVENE_RESPONSE_ACCEPTED:
      return C_("answer", "accepted");
    case CONVENE_RESPONSE_DECLINED:
      return C_("answer", "declined");
    case CONVENE_RESPONSE_TENTATIVE:
      return C_("answer", "tentative");
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      return C_("answer", "no answer yet");
    }
}

const char *
convene_cli_word_meeting_state (ConveneMeetingState state)
{
  switch (state)
    {
    case CONVENE_MEETING_STATE_LIVE:
      return C_("meeting", "ready");
    case CONVENE_MEETING_STATE_FAILED:
      return C_("meeting", "failed");
    case CONVENE_MEETING_STATE_DELETED:
      return C_("meeting", "deleted");
    case CONVENE_MEETING_STATE_MISSING:
      return C_("meeting", "gone at Zoom");
    case CONVENE_MEETING_STATE_UNMANAGED:
      return C_("meeting", "account disconnected");
    case CONVENE_MEETING_STATE_PENDING:
    default:
      return C_("meeting", "not there yet");
    }
}

const char *
convene_cli_word_link_policy (ConveneLinkPolicy policy)
{
  switch (policy)
    {
    case CONVENE_LINK_POLICY_KEEP:
      return C_("link policy", "the link stays");
    case CONVENE_LINK_POLICY_NEW:
      return C_("link policy", "a new link is made");
    case CONVENE_LINK_POLICY_SHARE:
      return C_("link policy", "the link of the new slot is shared");
    case CONVENE_LINK_POLICY_DEFAULT:
    default:
      return NULL;
    }
}

const char *
convene_cli_word_account_state (ConveneAccountState state)
{
  switch (state)
    {
    case CONVENE_ACCOUNT_STATE_EXPIRED:
      return C_("account", "sign in again");
    case CONVENE_ACCOUNT_STATE_MISSING_SCOPES:
      return C_("account", "permissions missing");
    case CONVENE_ACCOUNT_STATE_REVOKED:
      return C_("account", "removed at the other side");
    case CONVENE_ACCOUNT_STATE_CONNECTED:
    default:
      return C_("account", "connected");
    }
}

const char *
convene_cli_word_error (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? C_("error", "Cancelled") : error->message;
}

char *
convene_cli_word_time (gint64      instant,
                       const char *zone)
{
  g_autoptr(GTimeZone) timezone = convene_zone_new (zone, NULL, NULL);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (instant / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = NULL;
  g_autofree char *text = NULL;

  if (utc == NULL)
    return g_strdup ("");

  local = timezone != NULL ? g_date_time_to_timezone (utc, timezone) : g_date_time_ref (utc);
  /* Translators: a day and a time of day as g_date_time_format () writes them: “Tue 1 December 2026, 10:00” */
  text = g_date_time_format (local, _("%a %-d %B %Y, %H:%M"));
  /* Translators: a day and time, and the time zone that it is in */
  return g_strdup_printf (C_("time in a zone", "%s (%s)"), text, timezone != NULL ? zone : "UTC");
}

char *
convene_cli_word_duration (int minutes)
{
  return g_strdup_printf (ngettext ("%d minute", "%d minutes", minutes), minutes);
}
