/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-meeting-follow.h"

#include "convene-letters-owed.h"
#include "convene-meeting-compare.h"
#include "convene-scheduler-private.h"

void
convene_meeting_add_pending (ConveneChange    *change,
                             ConveneInterview *interview,
                             ConveneOperation *create,
                             const char       *made_by)
{
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new_pending (interview, create, made_by);

  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, convene_interview_get_uid (interview), convene_meeting_get_id (meeting));
}

void
convene_meeting_ask_for_link (ConveneChange    *change,
                              ConveneInterview *interview,
                              gint64            now)
{
  g_autoptr(ConveneOperation) urgent = NULL;

  if (convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED || !convene_is_mailed (interview))
    return;

  urgent = convene_operation_new_for (interview, CONVENE_OPERATION_KIND_MAIL_URGENT, now, now);
  convene_change_add_operation (change, urgent);
}
