/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-opening-make.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-interview-check.h"
#include "convene-opening-judge.h"
#include "convene-opening-people.h"
#include "convene-plan-difference.h"
#include "convene-text.h"
#include "convene-zone.h"

#define DURATION 60
#define DETAILS_MAX 10000
#define LOCATION_MAX 500
#define NAME_MAX_LENGTH 200

/* What is added to the job for a title: see convene_interview_dup_topic (). */
#define TITLE_END " Interview"

/* The first so many characters. */
static char *
shorten (const char *text,
         glong       max_length)
{
  return g_utf8_strlen (text, -1) <= max_length ? g_strdup (text) : g_utf8_substring (text, 0, max_length);
}

static char *
find_job (ConveneClaim *claim)
{
  const char      *summary = convene_claim_get_summary (claim);
  g_autofree char *job = g_strstrip (shorten (summary != NULL ? summary : "", CONVENE_TOPIC_MAX - (glong) strlen (TITLE_END)));

  if (g_str_has_suffix (job, TITLE_END))
    job[strlen (job) - strlen (TITLE_END)] = '\0';

  return g_strdup (convene_text_check_line (job, "job", CONVENE_TOPIC_MAX, NULL) && *job != '\0' ? job : _ ("Untitled"));
}

static void
set_time (ConveneInterview *interview,
          ConveneClaim     *claim)
{
  const gint64     start = convene_claim_get_start (claim);
  const gint64     end = convene_claim_get_end (claim);
  g_autofree char *system = convene_zone_dup_system ();
  g_autoptr(ConveneMoment) moment = NULL;

  if (convene_claim_get_zone (claim) != NULL)
    moment = convene_moment_new_at (start, convene_claim_get_zone (claim), NULL);
  if (moment == NULL)
    moment = convene_moment_new_at (start, system, NULL);
  convene_interview_set_start (interview, moment);
  if (end != 0)
    convene_interview_set_duration (interview, (int) ((end - start) / CONVENE_MINUTE));
}

/* The link is where people go, whatever else is said of the place. */
static void
set_place (ConveneInterview *interview,
           ConveneClaim     *claim)
{
  const char *link = convene_claim_get_link (claim);
  const char *location = convene_claim_get_location (claim);
  const char *password = convene_claim_get_password (claim);

  if (link != NULL && convene_text_check_link (link, "link", NULL))
    {
      convene_interview_set_platform (interview, CONVENE_PLATFORM_LINK);
      convene_interview_set_link (interview, link);
      convene_interview_set_location (interview, NULL);
      convene_interview_set_password (interview, password);
      return;
    }

  convene_interview_set_platform (interview, CONVENE_PLATFORM_IN_PERSON);
  convene_interview_set_link (interview, NULL);
  convene_interview_set_password (interview, NULL);
  if (location != NULL && *location != '\0' && convene_text_check_line (location, "location", G_MAXLONG, NULL))
    {
      g_autofree char *place = shorten (location, LOCATION_MAX);

      convene_interview_set_location (interview, place);
    }
  else
    {
      convene_interview_set_location (interview, _ ("Not said"));
    }
}

static void
set_details (ConveneInterview *interview,
             ConveneClaim     *claim)
{
  g_autofree char *text = convene_text_normalize (convene_claim_get_description (claim));
  g_autofree char *details = text != NULL ? shorten (text, DETAILS_MAX) : NULL;

  if (details != NULL && *details != '\0' && convene_text_check_lines (details, "details", DETAILS_MAX, NULL))
    convene_interview_set_details (interview, details);
  else
    convene_interview_set_details (interview, NULL);
}

static ConveneParticipant *
make_person (ConveneClaim             *claim,
             const ConveneClaimPerson *person,
             ConveneRole               role)
{
  ConveneParticipant *participant = convene_participant_new ();

  if (person->name != NULL && convene_text_check_line (person->name, "file", NAME_MAX_LENGTH, NULL))
    convene_participant_set_name (participant, person->name);
  convene_participant_set_address (participant, person->address);
  convene_participant_set_role (participant, role);
  if (!person->known_response || person->response == CONVENE_RESPONSE_NEEDS_ACTION)
    return participant;

  convene_participant_set_response (participant, person->response);
  convene_participant_set_answered_at (participant, convene_claim_get_made_at (claim));
  return participant;
}

/* Who stays keeps what is known of them here. */
static void
add_person (ConveneInterview         *interview,
            ConveneInterview         *known,
            ConveneClaim             *claim,
            const ConveneClaimPerson *person,
            const char               *candidate)
{
  const ConveneRole role = person->role == CONVENE_ROLE_OPTIONAL ? CONVENE_ROLE_OPTIONAL : CONVENE_ROLE_REQUIRED;
  const gboolean    is_candidate = convene_address_equal (person->address, candidate);
  g_autoptr(ConveneParticipant) participant = NULL;
  ConveneParticipant *before;

  if (!convene_text_check_address (person->address, "file", NULL))
    return;

  before = known != NULL ? convene_opening_find_person (known, person->address) : NULL;
  participant = make_person (claim, person, is_candidate ? CONVENE_ROLE_CANDIDATE : role);
  if (before != NULL)
    {
      convene_participant_set_role (participant, convene_participant_get_role (before));
      convene_participant_set_name (participant, convene_participant_get_name (before));
      convene_participant_set_timezone (participant, convene_participant_get_timezone (before));
      convene_participant_set_language (participant, convene_participant_get_language (before));
    }
  convene_interview_add_participant (interview, participant);
}

static void
add_people (ConveneInterview *interview,
            ConveneInterview *known,
            ConveneClaim     *claim,
            const char       *candidate)
{
  const ConveneClaimPerson *organizer = convene_claim_get_organizer (claim);
  GPtrArray                *people = convene_claim_get_people (claim);

  for (guint i = 0; i < people->len; i++)
    add_person (interview, known, claim, people->pdata[i], candidate);
  if (organizer != NULL)
    add_person (interview, known, claim, organizer, candidate);
}

static void
set_origin (ConveneInterview *interview,
            ConveneClaim     *claim)
{
  const ConveneClaimPerson *organizer = convene_claim_get_organizer (claim);
  g_autofree char          *origin = convene_opening_dup_origin (claim);

  convene_interview_set_origin_uid (interview, origin);
  convene_interview_set_origin_organizer (interview, organizer != NULL ? organizer->address : NULL);
  convene_interview_set_origin_sequence (interview, MAX (convene_claim_get_sequence (claim), 0));
  convene_interview_set_origin_made_at (interview, convene_claim_get_made_at (claim));
}

ConveneInterview *
convene_opening_make_interview (ConveneClaim *claim,
                                const char   *candidate,
                                gint64        now,
                                GError      **error)
{
  g_autoptr(ConveneInterview) interview = convene_interview_new ();
  g_autofree char *uid = g_uuid_string_random ();
  g_autofree char *job = find_job (claim);

  convene_interview_set_uid (interview, uid);
  convene_interview_set_job (interview, job);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_set_created (interview, now);
  convene_interview_set_duration (interview, DURATION);
  set_time (interview, claim);
  set_place (interview, claim);
  set_details (interview, claim);
  set_origin (interview, claim);
  add_people (interview, NULL, claim, candidate);
  if (candidate == NULL || convene_interview_get_candidate (interview) == NULL)
    {
      convene_error_set_field (error, "as", _ ("Nobody of the invitation has this address: choose who is the candidate"));
      return NULL;
    }

  /* What was may be kept. */
  now = MIN (now, convene_claim_get_start (claim) - CONVENE_MINUTE);
  return convene_interview_check (interview, now, error) ? g_steal_pointer (&interview) : NULL;
}

ConveneInterview *
convene_opening_update_interview (ConveneInterview *interview,
                                  ConveneClaim     *claim)
{
  ConveneInterview   *copy = convene_interview_copy (interview);
  GListModel         *people = convene_interview_get_participants (copy);
  ConveneParticipant *candidate = convene_interview_get_candidate (interview);

  set_time (copy, claim);
  /* Where somebody has found another place for it here, it stays there. */
  if (convene_interview_get_platform (copy) == CONVENE_PLATFORM_LINK || convene_interview_get_platform (copy) == CONVENE_PLATFORM_IN_PERSON)
    set_place (copy, claim);
  set_details (copy, claim);
  set_origin (copy, claim);
  for (guint i = g_list_model_get_n_items (people); i > 0; i--)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i - 1);

      if (convene_participant_get_role (person) != CONVENE_ROLE_CANDIDATE)
        convene_interview_remove_participant (copy, person);
    }
  add_people (copy, interview, claim, candidate != NULL ? convene_participant_get_address (candidate) : NULL);
  return copy;
}

gboolean
convene_opening_is_as_said (ConveneInterview *interview,
                            ConveneClaim     *claim)
{
  g_autoptr(ConveneInterview) updated = convene_opening_update_interview (interview, claim);

  return convene_difference_find (interview, updated) == CONVENE_DIFFERENCE_NONE;
}
