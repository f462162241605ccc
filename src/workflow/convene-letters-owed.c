/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letters-owed.h"

#include "convene-scheduler-private.h"
#include "convene-told.h"

typedef gboolean (*Condition) (ConveneOperation *operation,
                               gconstpointer     data);

/* The list keeps the reference of what is found. */
static ConveneOperation *
find (ConveneInterview *interview,
      Condition         condition,
      gconstpointer     data,
      gboolean          last)
{
  GListModel *operations = convene_interview_get_operations (interview);
  guint       count = g_list_model_get_n_items (operations);

  for (guint i = 0; i < count; i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, last ? count - 1 - i : i);

      if (condition (operation, data))
        return operation;
    }

  return NULL;
}

static gboolean
is_of_kind (ConveneOperation *operation,
            gconstpointer     data)
{
  return convene_operation_get_kind (operation) == *(const ConveneOperationKind *) data;
}

ConveneOperation *
convene_find_first_operation (ConveneInterview    *interview,
                              ConveneOperationKind kind)
{
  return find (interview, is_of_kind, &kind, FALSE);
}

ConveneOperation *
convene_find_last_operation (ConveneInterview    *interview,
                             ConveneOperationKind kind)
{
  return find (interview, is_of_kind, &kind, TRUE);
}

gboolean
convene_operation_is_open (ConveneOperation *operation)
{
  return !convene_operation_state_is_settled (convene_operation_get_state (operation));
}

gboolean
convene_operation_is_untouched (ConveneOperation *operation)
{
  return convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_WAITING && convene_operation_get_posts (operation) == 0;
}

gboolean
convene_operation_tells_all (ConveneOperation *operation)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);

  return (kind == CONVENE_OPERATION_KIND_MAIL_INVITATION || kind == CONVENE_OPERATION_KIND_MAIL_UPDATE || kind == CONVENE_OPERATION_KIND_MAIL_LINK_READY) &&
         convene_operation_get_recipients (operation) == NULL;
}

gboolean
convene_is_mailed (ConveneInterview *interview)
{
  return convene_find_first_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION) != NULL;
}

static gboolean
will_tell (ConveneOperation *operation,
           gconstpointer     data)
{
  return convene_operation_tells_all (operation) && convene_operation_is_untouched (operation);
}

static gboolean
is_open_letter (ConveneOperation *operation,
                gconstpointer     data)
{
  return convene_operation_tells_all (operation) && convene_operation_is_open (operation);
}

/* Of people of whom it is not known what they were told: what they knew is what the meeting was. */
static gboolean
was_known (ConveneMeeting *before)
{
  return before != NULL && convene_meeting_get_join_url (before) != NULL;
}

static gboolean
knows_link (const ConveneTold *told,
            ConveneMeeting    *before)
{
  return told != NULL ? convene_told_get_link (told) != NULL : was_known (before);
}

static gboolean
is_other (const ConveneTold *told,
          ConveneInterview  *interview,
          ConveneMeeting    *before)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  if (told != NULL)
    return (convene_told_compare (told, interview) & (CONVENE_TOLD_CHANGE_LINK | CONVENE_TOLD_CHANGE_PASSWORD)) != 0;

  return !was_known (before) || g_strcmp0 (convene_meeting_get_join_url (before), convene_interview_get_join_link (interview)) != 0 ||
         g_strcmp0 (convene_meeting_get_password (before), meeting != NULL ? convene_meeting_get_password (meeting) : NULL) != 0;
}

gboolean
convene_letters_owed_find (ConveneInterview     *interview,
                           ConveneMeeting       *before,
                           ConveneOperationKind *kind)
{
  const char *text = convene_interview_get_told (interview);
  g_autoptr(ConveneTold) told = text != NULL ? convene_told_parse (text) : NULL;

  if (convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED || convene_interview_get_told_sequence (interview) < 0 ||
      convene_interview_get_join_link (interview) == NULL || find (interview, will_tell, NULL, FALSE) != NULL || !is_other (told, interview, before))
    return FALSE;

  *kind = knows_link (told, before) ? CONVENE_OPERATION_KIND_MAIL_UPDATE : CONVENE_OPERATION_KIND_MAIL_LINK_READY;
  return TRUE;
}

void
convene_letters_owed_add (ConveneChange    *change,
                          ConveneInterview *interview,
                          ConveneMeeting   *before,
                          gint64            now)
{
  ConveneOperation *earlier = find (interview, is_open_letter, NULL, TRUE);
  int               told = convene_interview_get_told_sequence (interview);
  g_autoptr(ConveneOperation) letter = NULL;
  ConveneOperationKind kind;

  if (!convene_letters_owed_find (interview, before, &kind))
    return;

  convene_interview_set_sequence (interview, MAX (convene_interview_get_sequence (interview), told + 1));
  convene_change_update_interview (change, interview);

  letter = convene_operation_new_for (interview, kind, now, now);
  convene_operation_set_after (letter, earlier != NULL ? convene_operation_get_id (earlier) : NULL);
  convene_change_add_operation (change, letter);
}
