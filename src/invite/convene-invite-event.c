/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-event.h"

#include "convene-interview-check.h"
#include "convene-invite-text.h"
#include "convene-invite-zone.h"
#include "convene-text.h"

#define ALARM_BEFORE (15 * 60)

static const char *
get_link (ConveneInterview        *interview,
          const ConveneInviteHead *head)
{
  /* What is called off has no meeting any more. */
  if (head->method == CONVENE_INVITE_CANCEL || !convene_invite_text_has_video (interview))
    return NULL;

  return convene_interview_get_join_link (interview);
}

static icalproperty_status
get_status (ConveneInterview        *interview,
            const ConveneInviteHead *head)
{
  ConveneStatus status = convene_interview_get_status (interview);

  if (head->method == CONVENE_INVITE_CANCEL)
    return ICAL_STATUS_CANCELLED;
  if (status == CONVENE_STATUS_PROPOSED)
    return ICAL_STATUS_TENTATIVE;

  /* RFC 5546 §3.2.2 has no such status in a REQUEST. */
  return status == CONVENE_STATUS_CANCELLED && head->method == CONVENE_INVITE_PUBLISH ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED;
}

static void
add_time (icalcomponent *event,
          icalproperty  *property,
          GTimeZone     *zone)
{
  if (zone != NULL)
    icalproperty_add_parameter (property, icalparameter_new_tzid (g_time_zone_get_identifier (zone)));
  icalcomponent_add_property (event, property);
}

static void
add_times (icalcomponent    *event,
           ConveneInterview *interview,
           GTimeZone        *zone)
{
  gint64 start = convene_moment_get_instant (convene_interview_get_start (interview)) / G_USEC_PER_SEC;
  gint64 end = convene_interview_get_end (interview) / G_USEC_PER_SEC;

  add_time (event, icalproperty_new_dtstart (convene_invite_zone_get_time (zone, start)), zone);
  add_time (event, icalproperty_new_dtend (convene_invite_zone_get_time (zone, end)), zone);
}

static icalparameter_role
get_role (ConveneParticipant *person)
{
  return convene_participant_get_role (person) == CONVENE_ROLE_OPTIONAL ? ICAL_ROLE_OPTPARTICIPANT : ICAL_ROLE_REQPARTICIPANT;
}

/* An answer to an earlier time is none to this one (RFC 5546 §3.2.2.1). */
static icalparameter_partstat
get_partstat (ConveneParticipant *person,
              ConveneInterview   *interview)
{
  if (convene_participant_get_answered_sequence (person) < convene_interview_get_time_sequence (interview))
    return ICAL_PARTSTAT_NEEDSACTION;

  switch (convene_participant_get_response (person))
    {
    case CONVENE_RESPONSE_ACCEPTED:
      return ICAL_PARTSTAT_ACCEPTED;
    case CONVENE_RESPONSE_DECLINED:
      return ICAL_PARTSTAT_DECLINED;
    case CONVENE_RESPONSE_TENTATIVE:
      return ICAL_PARTSTAT_TENTATIVE;
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      return ICAL_PARTSTAT_NEEDSACTION;
    }
}

static void
add_attendee (icalcomponent         *event,
              const char            *name,
              const char            *address,
              icalparameter_role     role,
              icalparameter_partstat partstat,
              gboolean               is_asked)
{
  g_autofree char *uri = convene_invite_text_format_mailto (address);
  g_autofree char *cn = convene_invite_text_clean_name (name);
  icalproperty    *property = icalproperty_new_attendee (uri);

  icalproperty_add_parameter (property, icalparameter_new_cutype (ICAL_CUTYPE_INDIVIDUAL));
  icalproperty_add_parameter (property, icalparameter_new_role (role));
  icalproperty_add_parameter (property, icalparameter_new_partstat (partstat));
  if (is_asked)
    icalproperty_add_parameter (property, icalparameter_new_rsvp (ICAL_RSVP_TRUE));
  if (cn != NULL)
    icalproperty_add_parameter (property, icalparameter_new_cn (cn));
  icalcomponent_add_property (event, property);
}

static void
add_organizer (icalcomponent           *event,
               const ConveneInviteHead *head)
{
  g_autofree char *uri = convene_invite_text_format_mailto (head->organizer_address);
  g_autofree char *cn = convene_invite_text_clean_name (head->organizer_name);
  icalproperty    *property = icalproperty_new_organizer (uri);

  if (cn != NULL)
    icalproperty_add_parameter (property, icalparameter_new_cn (cn));
  icalcomponent_add_property (event, property);
}

/* RFC 5546 §3.2.1: what is published has no ATTENDEE. Nobody asks themselves: the organizer has accepted. */
static void
add_people (icalcomponent           *event,
            ConveneInterview        *interview,
            const ConveneInviteHead *head)
{
  GListModel *people = convene_interview_get_participants (interview);
  gboolean    has_organizer = FALSE;

  if (head->organizer_address != NULL)
    add_organizer (event, head);
  if (head->method == CONVENE_INVITE_PUBLISH)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      const char            *address = convene_participant_get_address (person);
      icalparameter_partstat partstat = get_partstat (person, interview);
      gboolean               is_organizer = convene_address_equal (address, head->organizer_address);

      has_organizer |= is_organizer;
      if (is_organizer && partstat == ICAL_PARTSTAT_NEEDSACTION)
        partstat = ICAL_PARTSTAT_ACCEPTED;
      add_attendee (event, convene_participant_get_name (person), address, get_role (person), partstat,
                    head->method == CONVENE_INVITE_REQUEST && !is_organizer);
    }

  if (!has_organizer && !head->is_partial)
    add_attendee (event, head->organizer_name, head->organizer_address, ICAL_ROLE_CHAIR, ICAL_PARTSTAT_ACCEPTED, FALSE);
}

/* The link stands in LOCATION because every calendar shows that and makes it clickable; URL and CONFERENCE (RFC 7986 §5.11) say what it is. */
static void
add_link (icalcomponent *event,
          const char    *link)
{
  icalproperty *conference = icalproperty_new_conference (link);

  icalproperty_add_parameter (conference, icalparameter_new_value (ICAL_VALUE_URI));
  icalproperty_add_parameter (conference, icalparameter_new_feature (ICAL_FEATURE_VIDEO));
  icalproperty_add_parameter (conference, icalparameter_new_label ("Join the video call"));

  icalcomponent_add_property (event, icalproperty_new_location (link));
  icalcomponent_add_property (event, icalproperty_new_url (link));
  icalcomponent_add_property (event, conference);
}

static void
add_texts (icalcomponent           *event,
           ConveneInterview        *interview,
           const ConveneInviteHead *head,
           const char              *summary)
{
  const char      *link = get_link (interview, head);
  g_autofree char *location = convene_invite_text_clean_line (convene_interview_get_location (interview));
  g_autofree char *description = head->is_partial ? g_strdup (CONVENE_INVITE_TEXT_REMOVED) : convene_invite_text_describe (interview, head->method, head->password_unless_in_link);

  icalcomponent_add_property (event, icalproperty_new_summary (summary));
  if (*description != '\0')
    icalcomponent_add_property (event, icalproperty_new_description (description));
  if (link != NULL)
    add_link (event, link);
  else if (!convene_invite_text_has_video (interview) && *location != '\0')
    icalcomponent_add_property (event, icalproperty_new_location (location));
}

static void
add_alarm (icalcomponent *event,
           const char    *summary)
{
  icalcomponent         *alarm = icalcomponent_new_valarm ();
  struct icaltriggertype trigger = { .time = icaltime_null_time (), .duration = icaldurationtype_from_int (-ALARM_BEFORE) };

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  icalcomponent_add_property (alarm, icalproperty_new_description (summary));
  icalcomponent_add_component (event, alarm);
}

icalcomponent *
convene_invite_event_new (ConveneInterview        *interview,
                          const ConveneInviteHead *head,
                          GTimeZone               *zone)
{
  icalcomponent   *event = icalcomponent_new_vevent ();
  g_autofree char *topic = convene_interview_dup_topic (interview);
  g_autofree char *summary = convene_invite_text_clean_line (topic);

  icalcomponent_add_property (event, icalproperty_new_uid (convene_interview_get_uid (interview)));
  icalcomponent_add_property (event, icalproperty_new_sequence (convene_interview_get_sequence (interview)));
  icalcomponent_add_property (event, icalproperty_new_dtstamp (convene_invite_zone_get_time (NULL, head->made_at / G_USEC_PER_SEC)));
  add_times (event, interview, zone);
  add_texts (event, interview, head, summary);
  /* RFC 5546 §3.2.5: STATUS:CANCELLED would be the end of it for everybody. */
  if (!head->is_partial)
    icalcomponent_add_property (event, icalproperty_new_status (get_status (interview, head)));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
  add_people (event, interview, head);
  if (head->method == CONVENE_INVITE_REQUEST)
    add_alarm (event, summary);

  return event;
}
