/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-event.h"

#include "convene-interview-check.h"
#include "convene-invite-people.h"
#include "convene-invite-text.h"

static const char *
get_link (ConveneInterview           *interview,
          const ConveneInviteOptions *options)
{
  /* What is called off has no meeting any more. */
  if (options->method == CONVENE_INVITE_CANCEL || !convene_invite_text_has_video (interview))
    return NULL;

  return convene_interview_get_join_link (interview);
}

static const char *
get_status (ConveneInterview           *interview,
            const ConveneInviteOptions *options)
{
  ConveneStatus status = convene_interview_get_status (interview);

  if (options->method == CONVENE_INVITE_CANCEL)
    return "CANCELLED";
  if (status == CONVENE_STATUS_PROPOSED)
    return "TENTATIVE";

  /* RFC 5546 §3.2.2 has no such status in a REQUEST. */
  return status == CONVENE_STATUS_CANCELLED && options->method == CONVENE_INVITE_PUBLISH ? "CANCELLED" : "CONFIRMED";
}

static void
write_time (ConveneInviteOutput     *output,
            const char              *name,
            gint64                   instant,
            const ConveneInviteZone *zone)
{
  convene_invite_output_begin (output, name);
  if (zone != NULL)
    convene_invite_output_add_parameter (output, "TZID", convene_invite_zone_get_name (zone));
  convene_invite_output_end_time (output, zone != NULL ? convene_invite_zone_get_wall (zone, instant) : instant, zone == NULL);
}

static char *
describe (ConveneInterview           *interview,
          const ConveneInviteOptions *options,
          gboolean                    is_partial)
{
  if (options->description != NULL)
    return convene_invite_text_clean_lines (options->description);
  if (is_partial)
    return g_strdup (CONVENE_INVITE_TEXT_REMOVED);

  return convene_invite_text_describe (interview, options->method, options->password_unless_in_link);
}

static void
write_description (ConveneInviteOutput        *output,
                   ConveneInterview           *interview,
                   const ConveneInviteOptions *options,
                   gboolean                    is_partial)
{
  g_autofree char *description = describe (interview, options, is_partial);

  if (*description == '\0')
    return;

  convene_invite_output_begin (output, "DESCRIPTION");
  if (options->description != NULL && options->language != NULL)
    convene_invite_output_add_parameter (output, "LANGUAGE", options->language);
  convene_invite_output_end_text (output, description);
}

/* The link stands in LOCATION because every calendar shows that and makes it clickable; URL and CONFERENCE (RFC 7986 §5.11) say what it is. */
static void
write_link (ConveneInviteOutput *output,
            const char          *link)
{
  convene_invite_output_add_text (output, "LOCATION", link);
  convene_invite_output_add (output, "URL", link);
  convene_invite_output_add (output, "CONFERENCE;VALUE=URI;FEATURE=VIDEO;LABEL=Join the video call", link);
}

static void
write_place (ConveneInviteOutput        *output,
             ConveneInterview           *interview,
             const ConveneInviteOptions *options)
{
  const char      *link = get_link (interview, options);
  g_autofree char *location = NULL;

  if (link != NULL)
    write_link (output, link);
  if (convene_invite_text_has_video (interview))
    return;

  location = convene_invite_text_clean_line (convene_interview_get_location (interview));
  if (*location != '\0')
    convene_invite_output_add_text (output, "LOCATION", location);
}

static void
write_alarm (ConveneInviteOutput *output,
             const char          *summary)
{
  convene_invite_output_add (output, "BEGIN", "VALARM");
  convene_invite_output_add (output, "ACTION", "DISPLAY");
  convene_invite_output_add (output, "TRIGGER", "-PT15M");
  convene_invite_output_add_text (output, "DESCRIPTION", summary);
  convene_invite_output_add (output, "END", "VALARM");
}

static void
write_identity (ConveneInviteOutput        *output,
                ConveneInterview           *interview,
                const ConveneInviteOptions *options)
{
  char sequence[16];

  g_snprintf (sequence, sizeof sequence, "%d", convene_interview_get_sequence (interview));
  convene_invite_output_add_text (output, "UID", convene_interview_get_uid (interview));
  convene_invite_output_add (output, "SEQUENCE", sequence);
  write_time (output, "DTSTAMP", options->made_at / G_USEC_PER_SEC, NULL);
}

void
convene_invite_event_write (ConveneInviteOutput        *output,
                            ConveneInterview           *interview,
                            const ConveneInviteOptions *options,
                            gboolean                    is_partial,
                            const ConveneInviteZone    *zone)
{
  g_autofree char *topic = convene_interview_dup_topic (interview);
  g_autofree char *summary = convene_invite_text_clean_line (topic);

  convene_invite_output_add (output, "BEGIN", "VEVENT");
  write_identity (output, interview, options);
  write_time (output, "DTSTART", convene_moment_get_instant (convene_interview_get_start (interview)) / G_USEC_PER_SEC, zone);
  write_time (output, "DTEND", convene_interview_get_end (interview) / G_USEC_PER_SEC, zone);
  convene_invite_output_add_text (output, "SUMMARY", summary);
  write_description (output, interview, options, is_partial);
  write_place (output, interview, options);
  /* RFC 5546 §3.2.5: STATUS:CANCELLED would be the end of it for everybody. */
  if (!is_partial)
    convene_invite_output_add (output, "STATUS", get_status (interview, options));
  convene_invite_output_add (output, "TRANSP", "OPAQUE");
  convene_invite_people_write (output, interview, options, is_partial);
  if (options->method == CONVENE_INVITE_REQUEST)
    write_alarm (output, summary);
  convene_invite_output_add (output, "END", "VEVENT");
}
