/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-compare.h"

#include "convene-agenda.h"
#include "convene-interview-check.h"
#include "convene-text.h"
#include "convene-zone.h"

/* Without the blanks at both ends, which a provider may take away. */
static gboolean
equal_lines (const char *a,
             const char *b)
{
  g_autofree char *first = convene_text_normalize (a != NULL ? a : "");
  g_autofree char *second = convene_text_normalize (b != NULL ? b : "");

  return g_str_equal (first, second);
}

/* What a person pasted may hold such a line too: ours is the one that goes first, then theirs is compared. */
static gboolean
is_agenda_known (ConveneMeeting *known,
                 const char     *wanted)
{
  const char      *reference = convene_meeting_get_reference (known);
  gboolean         has_reference;
  g_autofree char *sent = convene_agenda_add_reference (wanted, reference, &has_reference);

  return equal_lines (convene_meeting_get_agenda (known), sent) ||
         (reference == NULL && convene_agenda_equal (convene_meeting_get_agenda (known), wanted));
}

static gboolean
is_time_known (ConveneMeeting   *known,
               ConveneInterview *wanted)
{
  const ConveneMoment *start = convene_interview_get_start (wanted);
  const char          *zone = convene_meeting_get_timezone (known);

  if (start == NULL)
    return TRUE;

  return convene_meeting_get_start (known) == convene_moment_get_instant (start) &&
         convene_meeting_get_duration (known) == convene_interview_get_duration (wanted) &&
         (zone == NULL || convene_zone_equal (zone, convene_moment_get_zone (start)));
}

static gboolean
is_password_known (ConveneMeeting   *known,
                   ConveneInterview *wanted)
{
  const char *password = convene_interview_get_password (wanted);

  return password == NULL || *password == '\0' || g_strcmp0 (password, convene_meeting_get_password (known)) == 0;
}

static gboolean
has_address (const char *const *addresses,
             const char        *address)
{
  for (guint i = 0; addresses != NULL && addresses[i] != NULL; i++)
    if (convene_address_equal (addresses[i], address))
      return TRUE;

  return FALSE;
}

static gboolean
has_all (const char *const *addresses,
         const char *const *others)
{
  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    if (!has_address (addresses, others[i]))
      return FALSE;

  return TRUE;
}

ConveneMeetingDifference
convene_meeting_compare (ConveneMeeting   *known,
                         ConveneInterview *wanted)
{
  ConveneMeetingDifference difference = CONVENE_MEETING_DIFFERENCE_NONE;
  const char *const *hosts, *const *wanted_hosts;
  g_autofree char *topic = NULL;

  g_return_val_if_fail (CONVENE_IS_MEETING (known), CONVENE_MEETING_DIFFERENCE_NONE);
  g_return_val_if_fail (CONVENE_IS_INTERVIEW (wanted), CONVENE_MEETING_DIFFERENCE_NONE);

  topic = convene_interview_dup_topic (wanted);
  hosts = convene_meeting_get_alternative_hosts (known);
  wanted_hosts = convene_interview_get_alternative_hosts (wanted);
  if (!equal_lines (convene_meeting_get_topic (known), topic))
    difference |= CONVENE_MEETING_DIFFERENCE_TOPIC;
  if (!is_agenda_known (known, convene_interview_get_agenda (wanted)))
    difference |= CONVENE_MEETING_DIFFERENCE_AGENDA;
  if (!is_time_known (known, wanted))
    difference |= CONVENE_MEETING_DIFFERENCE_TIME;
  if (!is_password_known (known, wanted))
    difference |= CONVENE_MEETING_DIFFERENCE_PASSWORD;
  if (!has_all (hosts, wanted_hosts) || !has_all (wanted_hosts, hosts))
    difference |= CONVENE_MEETING_DIFFERENCE_ALTERNATIVE_HOSTS;

  return difference;
}

ConveneMeeting *
convene_meeting_new_intent (ConveneInterview *interview,
                            const char       *reference)
{
  const ConveneMoment *start;
  ConveneMeeting      *meeting;
  gboolean             has_reference;
  g_autofree char     *topic = NULL, *agenda = NULL;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);
  g_return_val_if_fail (convene_interview_get_start (interview) != NULL, NULL);

  start = convene_interview_get_start (interview);
  topic = convene_interview_dup_topic (interview);
  agenda = convene_agenda_add_reference (convene_interview_get_agenda (interview), reference, &has_reference);
  meeting = convene_meeting_new ();
  convene_meeting_set_topic (meeting, topic);
  convene_meeting_set_agenda (meeting, agenda);
  convene_meeting_set_reference (meeting, has_reference ? reference : NULL);
  convene_meeting_set_start (meeting, convene_moment_get_instant (start));
  convene_meeting_set_timezone (meeting, convene_moment_get_zone (start));
  convene_meeting_set_duration (meeting, convene_interview_get_duration (interview));
  convene_meeting_set_password (meeting, convene_interview_get_password (interview));
  convene_meeting_set_alternative_hosts (meeting, convene_interview_get_alternative_hosts (interview));
  return meeting;
}
