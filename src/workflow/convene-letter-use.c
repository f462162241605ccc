/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-use.h"

#include "convene-backoff.h"
#include "convene-clock.h"
#include "convene-compose.h"
#include "convene-letters-owed.h"
#include "convene-told.h"

/* What people were told last is what they would be told. */
static gboolean
is_told (ConveneInterview *interview,
         ConveneToldChange what)
{
  const char *text = convene_interview_get_told (interview);
  g_autoptr(ConveneTold) told = text != NULL ? convene_told_parse (text) : NULL;

  return told != NULL && (convene_told_compare (told, interview) & what) == 0;
}

/* Whether some letter to all left so short a time ago that a reminder is none. */
static gboolean
was_just_told (ConveneInterview *interview,
               gint64            now)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) letter = g_list_model_get_item (operations, i);

      if (convene_operation_tells_all (letter) && convene_operation_get_state (letter) != CONVENE_OPERATION_STATE_DROPPED &&
          convene_operation_get_settled (letter) <= now && now < convene_operation_get_settled (letter) + CONVENE_QUIET_AFTER_INVITATION)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_overtaken (ConveneInterview *interview,
              ConveneOperation *reminder,
              gint64            now)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (other) == CONVENE_OPERATION_KIND_MAIL_REMINDER &&
          convene_operation_get_due (other) > convene_operation_get_due (reminder) && convene_operation_get_due (other) <= now)
        return TRUE;
    }

  return FALSE;
}

/* A reminder helps until the interview begins; but not where people have only just heard of it, or where another reminder is due by now. */
static gboolean
still_reminds (ConveneInterview *interview,
               ConveneOperation *reminder,
               gint64            now)
{
  return now < convene_moment_get_instant (convene_interview_get_start (interview)) && !was_just_told (interview, now) &&
         !is_overtaken (interview, reminder, now);
}

/* Who was never told of it need not hear that it does not take place. */
static gboolean
still_calls_off (ConveneInterview *interview,
                 ConveneOperation *letter)
{
  g_auto(GStrv) recipients = convene_compose_list_recipients (interview, letter);

  if (recipients != NULL)
    return recipients[0] != NULL;

  return convene_interview_get_status (interview) == CONVENE_STATUS_CANCELLED && convene_interview_get_told_sequence (interview) >= 0;
}

static gboolean
may_have_left (ConveneOperation *letter)
{
  return convene_operation_get_state (letter) == CONVENE_OPERATION_STATE_DOUBT || convene_operation_get_posts (letter) > 0;
}

/* A later letter told all of them how things are: what went before it would say how they were. */
static gboolean
is_superseded (ConveneInterview *interview,
               ConveneOperation *letter)
{
  GListModel *operations = convene_interview_get_operations (interview);
  gboolean    later = FALSE;

  for (guint i = 0; convene_operation_tells_all (letter) && i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);
      ConveneOperationState state = convene_operation_get_state (other);

      if (later && convene_operation_tells_all (other) &&
          (state == CONVENE_OPERATION_STATE_DONE || state == CONVENE_OPERATION_STATE_HANDED_OVER || convene_operation_get_posts (other) > 0))
        return TRUE;
      later |= g_strcmp0 (convene_operation_get_id (other), convene_operation_get_id (letter)) == 0;
    }

  return FALSE;
}

/* Whether a letter would leave if another one had: it waits for nothing else. */
static gboolean
waits_only_for (ConveneOperation *letter,
                GListModel       *operations,
                const char       *id)
{
  const char *after = convene_operation_get_after (letter);

  if (!convene_operation_is_open (letter) || convene_operation_get_event (letter) != NULL)
    return FALSE;

  for (guint i = 0; after != NULL && !g_str_equal (after, id) && i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);

      if (g_str_equal (convene_operation_get_id (other), after) && convene_operation_is_open (other) && !convene_operation_get_released (other))
        return FALSE;
    }

  return TRUE;
}

gboolean
convene_letter_is_waited_for (ConveneInterview *interview,
                              ConveneOperation *letter)
{
  GListModel *operations = convene_interview_get_operations (interview);
  gboolean    later = FALSE;

  for (guint i = 0; convene_operation_tells_all (letter) && i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);

      if (later && convene_operation_tells_all (other) && waits_only_for (other, operations, convene_operation_get_id (letter)))
        return TRUE;
      later |= g_strcmp0 (convene_operation_get_id (other), convene_operation_get_id (letter)) == 0;
    }

  return FALSE;
}

gint64
convene_letter_find_turn (ConveneInterview *interview,
                          ConveneOperation *letter,
                          gint64            now)
{
  GListModel *operations = convene_interview_get_operations (interview);

  if (!convene_operation_tells_all (letter) || may_have_left (letter))
    return now;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (operations, i);

      if (g_strcmp0 (convene_operation_get_id (other), convene_operation_get_id (letter)) == 0)
        break;
      if (convene_operation_tells_all (other) && convene_operation_is_open (other) && may_have_left (other) && convene_operation_get_event (other) == NULL)
        return MAX (convene_operation_get_due (other), now + CONVENE_SECOND);
    }

  return now;
}

gboolean
convene_letter_still_helps (ConveneInterview *interview,
                            ConveneOperation *letter,
                            gint64            now)
{
  ConveneOperationKind kind = convene_operation_get_kind (letter);

  if (kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION)
    return still_calls_off (interview, letter);
  if (convene_interview_get_status (interview) != CONVENE_STATUS_SCHEDULED || is_superseded (interview, letter))
    return FALSE;

  switch (kind)
    {
    case CONVENE_OPERATION_KIND_MAIL_REMINDER:
      return still_reminds (interview, letter, now);
    case CONVENE_OPERATION_KIND_MAIL_URGENT:
      return convene_interview_get_join_link (interview) == NULL;
    case CONVENE_OPERATION_KIND_MAIL_UPDATE:
      return may_have_left (letter) || !is_told (interview, (ConveneToldChange) ~0);
    case CONVENE_OPERATION_KIND_MAIL_LINK_READY:
      return may_have_left (letter) || (convene_interview_get_join_link (interview) != NULL &&
                                        !is_told (interview, CONVENE_TOLD_CHANGE_LINK | CONVENE_TOLD_CHANGE_PASSWORD));
    case CONVENE_OPERATION_KIND_MAIL_INVITATION:
    case CONVENE_OPERATION_KIND_MAIL_CANCELLATION:
    case CONVENE_OPERATION_KIND_MEETING_CREATE:
    case CONVENE_OPERATION_KIND_MEETING_UPDATE:
    case CONVENE_OPERATION_KIND_MEETING_DELETE:
    case CONVENE_OPERATION_KIND_ACCOUNT_REVOKE:
    default:
      return TRUE;
    }
}
