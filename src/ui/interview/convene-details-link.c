/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-details-private.h"
#include "convene-words.h"

/* The newest operation of a kind, as the list of the interview keeps it, or NULL. */
static ConveneOperation *
find_last (ConveneInterview    *interview,
           ConveneOperationKind kind)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = g_list_model_get_n_items (operations); i > 0; i--)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i - 1);

      if (convene_operation_get_kind (operation) == kind)
        return operation;
    }

  return NULL;
}

/* Whether somebody else makes the meeting, so that its link is not there at once. */
static gboolean
is_made_elsewhere (ConveneInterview *interview)
{
  ConvenePlatform platform = convene_interview_get_platform (interview);

  return platform == CONVENE_PLATFORM_ZOOM || platform == CONVENE_PLATFORM_GOOGLE_MEET || platform == CONVENE_PLATFORM_TEAMS;
}

static ConveneMeetingState
get_state (ConveneInterview *interview)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  return meeting != NULL ? convene_meeting_get_state (meeting) : CONVENE_MEETING_STATE_PENDING;
}

static const char *
describe_pending (ConveneInterview *interview)
{
  ConveneOperation *create = find_last (interview, CONVENE_OPERATION_KIND_MEETING_CREATE);

  if (create == NULL)
    return _("No meeting was asked for");

  switch (convene_operation_get_state (create))
    {
    case CONVENE_OPERATION_STATE_FAILED:
    case CONVENE_OPERATION_STATE_DROPPED:
      return _("There is no link");
    case CONVENE_OPERATION_STATE_RUNNING:
      return _("The meeting is being made");
    case CONVENE_OPERATION_STATE_DOUBT:
      return _("Looking whether the meeting was made");
    case CONVENE_OPERATION_STATE_WAITING:
    case CONVENE_OPERATION_STATE_DONE:
    case CONVENE_OPERATION_STATE_HANDED_OVER:
    default:
      return _("Waiting for the link");
    }
}

static const char *
describe_live (ConveneInterview *interview)
{
  const char *drift = convene_details_get_drift_trouble (interview);
  const char *stuck = convene_details_get_stuck_trouble (interview);

  return drift != NULL ? drift : stuck != NULL ? stuck
                                               : "";
}

static const char *
describe_cancelled (ConveneInterview *interview)
{
  const char *stuck = convene_details_get_stuck_trouble (interview);

  return stuck != NULL ? stuck : _("The interview was cancelled");
}

static const char *
describe_state (ConveneInterview *interview)
{
  switch (get_state (interview))
    {
    case CONVENE_MEETING_STATE_FAILED:
      return _("There is no link");
    case CONVENE_MEETING_STATE_DELETED:
      return _("The meeting was deleted");
    case CONVENE_MEETING_STATE_MISSING:
      return _("The meeting no longer exists");
    case CONVENE_MEETING_STATE_UNMANAGED:
      return _("Nobody looks after this meeting");
    case CONVENE_MEETING_STATE_LIVE:
      return describe_live (interview);
    case CONVENE_MEETING_STATE_PENDING:
    default:
      return describe_pending (interview);
    }
}

char *
convene_details_get_trouble (ConveneInterview *interview)
{
  if (!is_made_elsewhere (interview))
    return g_strdup ("");
  if (convene_interview_get_status (interview) == CONVENE_STATUS_CANCELLED)
    return g_strdup (describe_cancelled (interview));

  return g_strdup (describe_state (interview));
}

static char *
name_person (ConveneParticipant *person)
{
  const char *name = convene_participant_get_name (person);

  return g_strdup (name != NULL && *name != '\0' ? name : convene_participant_get_address (person));
}

/* What became of the letter that asks for another link (SH-38). */
static char *
describe_urgent (ConveneInterview *interview)
{
  ConveneOperation   *urgent = find_last (interview, CONVENE_OPERATION_KIND_MAIL_URGENT);
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);
  g_autofree char    *who = NULL;

  if (urgent == NULL)
    return NULL;

  if (manager != NULL)
    who = name_person (manager);
  switch (convene_operation_get_state (urgent))
    {
    case CONVENE_OPERATION_STATE_DONE:
      /* Translators: %s is the hiring manager's name. */
      return who != NULL ? g_strdup_printf (_("%s was asked by letter for another link."), who) : g_strdup (_("A letter in your inbox asks for another link."));
    case CONVENE_OPERATION_STATE_FAILED:
      return g_strdup (_("The letter that asks for another link could not be sent."));
    case CONVENE_OPERATION_STATE_DROPPED:
      return NULL;
    default:
      return g_strdup (_("A letter that asks for another link is on its way."));
    }
}

static void
add_sentence (GPtrArray *sentences,
              char      *sentence)
{
  if (sentence != NULL && *sentence != '\0')
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

/* The invitation leaves all the same (SH-36). */
static char *
describe_invitation (ConveneInterview *interview,
                     ConveneOperation *create)
{
  ConveneOperation *invitation = find_last (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION);
  gboolean          is_final = convene_operation_get_state (create) == CONVENE_OPERATION_STATE_FAILED || convene_operation_get_released (create);

  if (!is_final || invitation == NULL || convene_operation_get_state (invitation) != CONVENE_OPERATION_STATE_DONE)
    return NULL;

  return g_strdup (_("The invitation was sent without a link."));
}

static void
add_story (GPtrArray        *sentences,
           ConveneInterview *interview,
           gint64            now)
{
  ConveneOperation *create = find_last (interview, CONVENE_OPERATION_KIND_MEETING_CREATE);

  if (create == NULL)
    return;

  add_sentence (sentences, convene_words_operation_detail (create, now));
  add_sentence (sentences, describe_invitation (interview, create));
  add_sentence (sentences, describe_urgent (interview));
}

/* What became of the last change, or deletion, and what helps. */
static void
add_stuck (GPtrArray        *sentences,
           ConveneInterview *interview,
           gint64            now)
{
  ConveneOperation *stuck = convene_details_find_stuck (interview);

  if (stuck != NULL)
    add_sentence (sentences, convene_words_operation_detail (stuck, now));
}

static void
add_drift (GPtrArray        *sentences,
           ConveneInterview *interview,
           gint64            now)
{
  g_autoptr(GPtrArray) drift = convene_details_list_drift (interview, now);

  for (guint i = 0; i < drift->len; i++)
    add_sentence (sentences, g_strdup (g_ptr_array_index (drift, i)));
  if (drift->len == 0)
    add_stuck (sentences, interview, now);
}

/* TA-27: who could change it is in what Zoom said. */
static void
add_unmanaged (GPtrArray        *sentences,
               ConveneInterview *interview,
               gint64            now)
{
  if (convene_details_find_stuck (interview) != NULL)
    add_stuck (sentences, interview, now);
  else
    add_sentence (sentences, g_strdup (_("Its account was disconnected. The link still works, but Convene can no longer change or delete the meeting.")));
}

static void
add_advice (GPtrArray        *sentences,
            ConveneInterview *interview,
            gint64            now)
{
  switch (get_state (interview))
    {
    case CONVENE_MEETING_STATE_MISSING:
      add_sentence (sentences, g_strdup (_("Somebody deleted it outside of Convene, so that its link leads nowhere.")));
      break;
    case CONVENE_MEETING_STATE_UNMANAGED:
      add_unmanaged (sentences, interview, now);
      break;
    case CONVENE_MEETING_STATE_FAILED:
    case CONVENE_MEETING_STATE_PENDING:
      add_story (sentences, interview, now);
      break;
    case CONVENE_MEETING_STATE_LIVE:
      add_drift (sentences, interview, now);
      break;
    case CONVENE_MEETING_STATE_DELETED:
    default:
      break;
    }
}

char *
convene_details_get_advice (ConveneInterview *interview,
                            gint64            now)
{
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (is_made_elsewhere (interview) && convene_interview_get_status (interview) != CONVENE_STATUS_CANCELLED)
    add_advice (sentences, interview, now);
  else if (is_made_elsewhere (interview))
    add_stuck (sentences, interview, now);
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

gboolean
convene_details_can_retry_operation (ConveneOperation *operation)
{
  switch (convene_operation_get_state (operation))
    {
    case CONVENE_OPERATION_STATE_FAILED:
      return TRUE;
    case CONVENE_OPERATION_STATE_WAITING:
      /* What has not been tried yet goes by itself; a reminder has its time. */
      return convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER &&
             (convene_operation_get_attempts (operation) > 0 || convene_operation_get_event (operation) != NULL);
    default:
      return FALSE;
    }
}

gboolean
convene_details_can_retry (ConveneInterview *interview)
{
  ConveneOperation *create = find_last (interview, CONVENE_OPERATION_KIND_MEETING_CREATE);
  gboolean          lacks_link = convene_details_get_link (interview) == NULL && convene_interview_get_status (interview) != CONVENE_STATUS_CANCELLED;

  return convene_details_find_stuck (interview) != NULL || (lacks_link && create != NULL && convene_details_can_retry_operation (create));
}
