/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-errand.h"

#include "convene-compose.h"
#include "convene-scheduler-private.h"

void
convene_meeting_add_pending (ConveneChange    *change,
                             ConveneInterview *interview,
                             ConveneOperation *create,
                             const char       *made_by)
{
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();

  convene_meeting_set_id (meeting, convene_operation_get_meeting_id (create));
  convene_meeting_set_provider (meeting, "zoom");
  convene_meeting_set_account_id (meeting, convene_operation_get_account_id (create));
  convene_meeting_set_made_by (meeting, made_by);
  convene_meeting_set_host (meeting, convene_operation_get_host (create));
  convene_meeting_set_reference (meeting, convene_operation_get_reference (create));
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_PENDING);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, convene_interview_get_uid (interview), convene_meeting_get_id (meeting));
}

void
convene_meeting_release (ConveneChange    *change,
                         ConveneInterview *interview,
                         ConveneOperation *create,
                         gint64            now)
{
  g_autoptr(ConveneOperation) urgent = NULL;

  if (convene_operation_get_released (create))
    return;

  convene_operation_set_released (create, TRUE);
  if (convene_find_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION) == NULL)
    return;

  urgent = convene_operation_new_for (interview, CONVENE_OPERATION_KIND_MAIL_URGENT, now, now);
  convene_change_add_operation (change, urgent);
}

/* A letter that may have arrived has no link; one that cannot have is written anew and will have it. Nothing of an interview is under way besides
 * its meeting, so that this is still so when it is written. */
static gboolean
has_left_without_link (ConveneOperation *create,
                       ConveneOperation *invitation)
{
  if (invitation == NULL || !convene_operation_get_released (create))
    return FALSE;

  return convene_operation_get_state (invitation) != CONVENE_OPERATION_STATE_WAITING || convene_operation_get_posts (invitation) > 0;
}

void
convene_meeting_announce (ConveneChange    *change,
                          ConveneInterview *interview,
                          ConveneOperation *create,
                          gint64            now)
{
  ConveneOperation *invitation = convene_find_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION);
  int               sequence = convene_interview_get_sequence (interview);
  g_autoptr(ConveneOperation) ready = NULL;

  if (!has_left_without_link (create, invitation) || convene_find_operation (interview, CONVENE_OPERATION_KIND_MAIL_LINK_READY) != NULL)
    return;

  convene_interview_set_sequence (interview, sequence + 1);
  convene_change_update_interview (change, interview, sequence);

  ready = convene_operation_new_for (interview, CONVENE_OPERATION_KIND_MAIL_LINK_READY, now, now);
  convene_operation_set_after (ready, convene_operation_get_id (invitation));
  convene_change_add_operation (change, ready);
}
