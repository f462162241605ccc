/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-invite-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-interview-check.h"
#include "convene-invite-text.h"
#include "convene-text.h"

/* RFC 7986 §5.3 */
#define MAX_UID 254

/* RFC 5545 §3.6.5 and its readers go no further back than 1601; nothing of ours goes further on than 2200. */
#define FIRST_INSTANT (-11644473600 * G_USEC_PER_SEC)
#define LAST_INSTANT (7258118400 * G_USEC_PER_SEC)

static gboolean
check_uid (ConveneInterview *interview,
           GError          **error)
{
  const char *uid = convene_interview_get_uid (interview);
  gsize       length = uid != NULL ? strlen (uid) : 0;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (uid[i]))
      length = 0;
  if (length == 0 || length > MAX_UID)
    return convene_error_set_field (error, "uid", _ ("The interview has no identifier that a calendar can take: schedule it anew"));

  return TRUE;
}

gboolean
convene_invite_check_instant (gint64      instant,
                              const char *field,
                              GError    **error)
{
  if (instant >= FIRST_INSTANT && instant <= LAST_INSTANT)
    return TRUE;

  return convene_error_set_field (error, field, _ ("The field %s is not a time that a calendar can take: give another"), field);
}

static gboolean
check_time (ConveneInterview *interview,
            GError          **error)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  int                  duration = convene_interview_get_duration (interview);

  if (start == NULL)
    return convene_error_set_field (error, "start", _ ("The start is missing: give a date and a time"));
  if (!convene_invite_check_instant (convene_moment_get_instant (start), "start", error))
    return FALSE;
  if (duration < 1 || duration > CONVENE_DURATION_MAX)
    return convene_error_set_field (error, "duration", _ ("The duration is not between 1 and 1440 minutes: change it"));

  return TRUE;
}

static gboolean
check_people (ConveneInterview *interview,
              GError          **error)
{
  GListModel *people = convene_interview_get_participants (interview);

  if (convene_interview_get_candidate (interview) == NULL)
    return convene_error_set_field (error, "candidate", _ ("The candidate is missing: give a name and a mail address"));

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      const char *field = convene_participant_get_role (person) == CONVENE_ROLE_CANDIDATE ? "candidate" : "attendees";

      if (!convene_invite_check_mailbox (convene_participant_get_name (person), convene_participant_get_address (person), field, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_texts (ConveneInterview *interview,
             GError          **error)
{
  const char      *job = convene_interview_get_job (interview);
  g_autofree char *title = NULL;

  if (!convene_invite_text_check (job, "job", error) ||
      !convene_invite_text_check (convene_interview_get_agenda (interview), "agenda", error) ||
      !convene_invite_text_check (convene_interview_get_details (interview), "details", error) ||
      !convene_invite_text_check (convene_interview_get_location (interview), "location", error) ||
      !convene_invite_text_check (convene_interview_get_password (interview), "password", error))
    return FALSE;

  title = convene_invite_text_clean_line (job);
  if (*title == '\0')
    return convene_error_set_field (error, "job", _ ("The job is empty: give its title"));

  return TRUE;
}

static gboolean
check_meeting (ConveneInterview *interview,
               GError          **error)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  const char     *link = convene_interview_get_join_link (interview);

  if (meeting != NULL && !convene_invite_text_check (convene_meeting_get_password (meeting), "password", error))
    return FALSE;

  return link == NULL || convene_text_check_link (link, "link", error);
}

gboolean
convene_invite_check_mailbox (const char *name,
                              const char *address,
                              const char *field,
                              GError    **error)
{
  return convene_invite_text_check (name, field, error) && convene_text_check_address (address, field, error);
}

static gboolean
check_organizer (const ConveneInviteOptions *options,
                 GError                    **error)
{
  /* Only what is published may have nobody who organizes it. */
  if (options->method == CONVENE_INVITE_PUBLISH && options->organizer_address == NULL)
    return TRUE;

  return convene_invite_check_mailbox (options->organizer_name, options->organizer_address, "organizer", error);
}

/* RFC 5646 §2.1, as far as letters have languages: nothing in it may end the parameter. */
static gboolean
check_language (const char *language,
                GError    **error)
{
  for (const char *p = language != NULL ? language : ""; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return convene_error_set_field (error, "language", _ ("The field %s is no tag of a language, such as “es”: give another"), "language");

  return TRUE;
}

gboolean
convene_invite_check_options (const ConveneInviteOptions *options,
                              GError                    **error)
{
  return check_organizer (options, error) && convene_invite_check_instant (options->made_at, "made_at", error) &&
         convene_invite_text_check (options->description, "description", error) && check_language (options->language, error);
}

gboolean
convene_invite_check_only (ConveneInterview *interview,
                           const char       *only,
                           GError          **error)
{
  GListModel *people = convene_interview_get_participants (interview);

  if (only == NULL)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      if (convene_address_equal (convene_participant_get_address (person), only))
        return TRUE;
    }

  return convene_error_set_field (error, "only", _ ("The letter has nobody to go to"));
}

gboolean
convene_invite_check_interview (ConveneInterview *interview,
                                GError          **error)
{
  return check_uid (interview, error) && check_time (interview, error) && check_people (interview, error) &&
         check_texts (interview, error) && check_meeting (interview, error);
}
