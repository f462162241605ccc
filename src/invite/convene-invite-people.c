/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-people.h"

#include "convene-invite-text.h"
#include "convene-text.h"

static const char *
get_role (ConveneParticipant *person)
{
  return convene_participant_get_role (person) == CONVENE_ROLE_OPTIONAL ? "OPT-PARTICIPANT" : "REQ-PARTICIPANT";
}

/* An answer to an earlier time is none to this one (RFC 5546 §3.2.2.1). */
static ConveneResponse
get_response (ConveneParticipant *person,
              ConveneInterview   *interview)
{
  if (convene_participant_get_answered_sequence (person) < convene_interview_get_time_sequence (interview))
    return CONVENE_RESPONSE_NEEDS_ACTION;

  return convene_participant_get_response (person);
}

static const char *
response_to_partstat (ConveneResponse response)
{
  switch (response)
    {
    case CONVENE_RESPONSE_ACCEPTED:
      return "ACCEPTED";
    case CONVENE_RESPONSE_DECLINED:
      return "DECLINED";
    case CONVENE_RESPONSE_TENTATIVE:
      return "TENTATIVE";
    case CONVENE_RESPONSE_NEEDS_ACTION:
    default:
      return "NEEDS-ACTION";
    }
}

static void
write_mailbox (ConveneInviteOutput *output,
               const char          *name,
               const char          *address)
{
  g_autofree char *cn = convene_invite_text_clean_name (name);
  g_autofree char *uri = convene_invite_text_format_mailto (address);

  if (cn != NULL)
    convene_invite_output_add_parameter (output, "CN", cn);
  convene_invite_output_end (output, uri);
}

/* Outlook and Gmail show their buttons to whom an answer is asked of. */
static void
write_attendee (ConveneInviteOutput *output,
                const char          *name,
                const char          *address,
                const char          *role,
                ConveneResponse      response,
                gboolean             is_asked)
{
  convene_invite_output_begin (output, "ATTENDEE");
  convene_invite_output_add_parameter (output, "CUTYPE", "INDIVIDUAL");
  convene_invite_output_add_parameter (output, "ROLE", role);
  convene_invite_output_add_parameter (output, "PARTSTAT", response_to_partstat (response));
  if (is_asked)
    convene_invite_output_add_parameter (output, "RSVP", "TRUE");
  write_mailbox (output, name, address);
}

/* Nobody asks themselves: the organizer has accepted. */
static void
write_person (ConveneInviteOutput        *output,
              ConveneInterview           *interview,
              ConveneParticipant         *person,
              const ConveneInviteOptions *options,
              gboolean                    is_organizer)
{
  ConveneResponse response = get_response (person, interview);

  if (is_organizer && response == CONVENE_RESPONSE_NEEDS_ACTION)
    response = CONVENE_RESPONSE_ACCEPTED;
  write_attendee (output, convene_participant_get_name (person), convene_participant_get_address (person), get_role (person), response,
                  options->method == CONVENE_INVITE_REQUEST && !is_organizer);
}

void
convene_invite_people_write (ConveneInviteOutput        *output,
                             ConveneInterview           *interview,
                             const ConveneInviteOptions *options,
                             gboolean                    is_partial)
{
  GListModel *people = convene_interview_get_participants (interview);
  guint       n_people = options->method == CONVENE_INVITE_PUBLISH ? 0 : g_list_model_get_n_items (people);
  gboolean    has_organizer = n_people == 0;

  if (options->organizer_address != NULL)
    {
      convene_invite_output_begin (output, "ORGANIZER");
      write_mailbox (output, options->organizer_name, options->organizer_address);
    }

  for (guint i = 0; i < n_people; i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      const char *address = convene_participant_get_address (person);
      gboolean    is_organizer = convene_address_equal (address, options->organizer_address);

      has_organizer |= is_organizer;
      if (options->only == NULL || convene_address_equal (address, options->only))
        write_person (output, interview, person, options, is_organizer);
    }

  if (!has_organizer && !is_partial)
    write_attendee (output, options->organizer_name, options->organizer_address, "CHAIR", CONVENE_RESPONSE_ACCEPTED, FALSE);
}
