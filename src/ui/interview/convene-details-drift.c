/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-details-private.h"
#include "convene-words.h"

/* What somebody changed at Zoom. */
static ConveneMeetingDrift
get_drift (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  return meeting != NULL && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_LIVE ? convene_meeting_get_drift (meeting) : CONVENE_MEETING_DRIFT_NONE;
}

static gboolean
has_other_link (ConveneMeeting *meeting)
{
  return g_strcmp0 (convene_meeting_get_seen_join_url (meeting), convene_meeting_get_join_url (meeting)) != 0;
}

/* "Tuesday 1 December, 11:00 – 11:45" */
static char *
describe_seen_time (ConveneMeeting *meeting,
                    gint64          now)
{
  gint64           start = convene_meeting_get_seen_start (meeting);
  gint64           end = start + convene_meeting_get_seen_duration (meeting) * G_TIME_SPAN_MINUTE;
  g_autofree char *day = convene_words_day (start, NULL, now);
  g_autofree char *range = convene_words_time_range (start, end, NULL);

  /* Translators: a day, and a range of times on it */
  return g_strdup_printf (C_("meeting", "%s, %s"), day, range);
}

const char *
convene_details_get_drift_trouble (ConveneInterview *interview)
{
  ConveneMeetingDrift drift = get_drift (interview);

  if (drift & CONVENE_MEETING_DRIFT_MOVED)
    return _("Zoom has another time");
  if (drift & CONVENE_MEETING_DRIFT_LINK)
    return has_other_link (convene_interview_get_meeting (interview)) ? _("Zoom has another link") : _("Zoom has another password");

  return NULL;
}

GPtrArray *
convene_details_list_drift (ConveneInterview *interview,
                            gint64            now)
{
  GPtrArray          *sentences = g_ptr_array_new_with_free_func (g_free);
  ConveneMeeting     *meeting = convene_interview_get_meeting (interview);
  ConveneMeetingDrift drift = get_drift (interview);

  if (drift & CONVENE_MEETING_DRIFT_MOVED)
    {
      g_autofree char *time = describe_seen_time (meeting, now);

      /* Translators: %s is a day and a range of times */
      g_ptr_array_add (sentences, g_strdup_printf (_("There the meeting is on %s."), time));
    }
  if (drift & CONVENE_MEETING_DRIFT_LINK)
    g_ptr_array_add (sentences, g_strdup (has_other_link (meeting) ? _("The link that people were sent may lead nowhere.") : _("The password that people were sent no longer fits.")));
  if (drift != CONVENE_MEETING_DRIFT_NONE)
    g_ptr_array_add (sentences, g_strdup (_("Somebody changed it there. You can take over what Zoom has, or restore what was sent.")));

  return sentences;
}

ConveneOperation *
convene_details_find_stuck (ConveneInterview *interview)
{
  GListModel       *operations = convene_interview_get_operations (interview);
  ConveneOperation *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      ConveneOperationKind kind = convene_operation_get_kind (operation);

      if ((kind == CONVENE_OPERATION_KIND_MEETING_UPDATE || kind == CONVENE_OPERATION_KIND_MEETING_DELETE) &&
          convene_operation_get_state (operation) != CONVENE_OPERATION_STATE_DROPPED)
        last = operation;
    }

  return last != NULL && convene_details_can_retry_operation (last) ? last : NULL;
}

const char *
convene_details_get_stuck_trouble (ConveneInterview *interview)
{
  ConveneOperation *stuck = convene_details_find_stuck (interview);

  if (stuck == NULL)
    return NULL;
  if (convene_operation_get_kind (stuck) == CONVENE_OPERATION_KIND_MEETING_DELETE)
    return _("The meeting is still at Zoom");

  return convene_operation_get_state (stuck) == CONVENE_OPERATION_STATE_FAILED ? _("The change did not reach Zoom") : _("The change has not reached Zoom yet");
}

gboolean
convene_details_can_change (ConveneInterview *interview,
                            gint64            now)
{
  ConveneStatus status;

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), FALSE);

  status = convene_interview_get_status (interview);
  return status != CONVENE_STATUS_CANCELLED && status != CONVENE_STATUS_COMPLETED && status != CONVENE_STATUS_NO_SHOW &&
         convene_interview_get_end (interview) > now;
}

gboolean
convene_details_can_resend (ConveneInterview *interview,
                            gint64            now)
{
  return convene_details_can_change (interview, now) && convene_interview_get_status (interview) == CONVENE_STATUS_SCHEDULED &&
         convene_interview_get_origin_uid (interview) == NULL;
}

static gboolean
is_broken (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  if (convene_interview_get_platform (interview) != CONVENE_PLATFORM_ZOOM || meeting == NULL)
    return FALSE;

  switch (convene_meeting_get_state (meeting))
    {
    case CONVENE_MEETING_STATE_FAILED:
    case CONVENE_MEETING_STATE_MISSING:
    case CONVENE_MEETING_STATE_UNMANAGED:
      return TRUE;
    case CONVENE_MEETING_STATE_LIVE:
      return get_drift (interview) != CONVENE_MEETING_DRIFT_NONE || convene_details_find_stuck (interview) != NULL;
    case CONVENE_MEETING_STATE_PENDING:
      return convene_details_can_retry (interview);
    case CONVENE_MEETING_STATE_DELETED:
    default:
      return FALSE;
    }
}

gboolean
convene_details_can_fix (ConveneInterview *interview,
                         gint64            now)
{
  return convene_details_can_change (interview, now) && is_broken (interview);
}
