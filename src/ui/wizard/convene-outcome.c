/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-plan-words.h"

/* What the operations of an interview come to, but for reminders, which have time. */
typedef struct
{
  ConveneOperation *create;
  ConveneOperation *failed_mail;
  ConveneOperation *waiting_mail; /* for an account */
  gboolean          open;         /* something is still to be done now */
  gboolean          invited;      /* the invitation is out */
  gboolean          mails;
  gboolean          urgent;
  gboolean          handed_over; /* a letter is a draft in the person's mail program */
} Sum;

static gboolean
is_code (ConveneOperation *operation,
         ConveneError      code)
{
  return g_strcmp0 (convene_operation_get_error_code (operation), convene_error_code_to_string (code)) == 0;
}

/* Operations belong to the interview, which outlives the sum. */
static void
add_operation (Sum              *sum,
               ConveneOperation *operation)
{
  ConveneOperationKind  kind = convene_operation_get_kind (operation);
  ConveneOperationState state = convene_operation_get_state (operation);
  gboolean              is_mail = convene_operation_kind_is_mail (kind);

  if (kind == CONVENE_OPERATION_KIND_MEETING_CREATE)
    sum->create = operation;
  else if (!convene_operation_state_is_settled (state))
    sum->open = TRUE;

  if (is_mail && state == CONVENE_OPERATION_STATE_FAILED)
    sum->failed_mail = operation;
  if (is_mail && state == CONVENE_OPERATION_STATE_WAITING && convene_operation_get_event (operation) != NULL)
    sum->waiting_mail = operation;
  if (kind == CONVENE_OPERATION_KIND_MAIL_INVITATION && (state == CONVENE_OPERATION_STATE_DONE || state == CONVENE_OPERATION_STATE_HANDED_OVER))
    sum->invited = TRUE;
  sum->mails |= is_mail;
  sum->handed_over |= state == CONVENE_OPERATION_STATE_HANDED_OVER;
  sum->urgent |= kind == CONVENE_OPERATION_KIND_MAIL_URGENT;
}

static void
add_up (ConveneInterview *interview,
        Sum              *sum)
{
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER)
        add_operation (sum, operation);
    }
}

/* Why the meeting is not being made just now, where that is so. */
static gboolean
create_waits (const Sum *sum)
{
  return sum->create != NULL && convene_operation_get_state (sum->create) == CONVENE_OPERATION_STATE_WAITING && convene_operation_get_error_code (sum->create) != NULL;
}

static gboolean
create_failed (const Sum *sum)
{
  return sum->create != NULL && convene_operation_get_state (sum->create) == CONVENE_OPERATION_STATE_FAILED;
}

static gboolean
is_open (const Sum *sum)
{
  return sum->open || (sum->create != NULL && !convene_operation_state_is_settled (convene_operation_get_state (sum->create)));
}

static ConveneOutcomeRemedy
find_remedy (const Sum *sum)
{
  if (create_waits (sum) && (is_code (sum->create, CONVENE_ERROR_NO_ACCOUNT) || is_code (sum->create, CONVENE_ERROR_SIGNED_OUT) || is_code (sum->create, CONVENE_ERROR_MISSING_SCOPES)))
    return CONVENE_OUTCOME_REMEDY_CONNECT_ZOOM;
  if (sum->waiting_mail != NULL)
    return CONVENE_OUTCOME_REMEDY_CONNECT_MAIL;
  if (create_failed (sum) || sum->failed_mail != NULL || create_waits (sum))
    return CONVENE_OUTCOME_REMEDY_RETRY;

  return CONVENE_OUTCOME_REMEDY_NONE;
}

static ConveneOutcome
find_outcome (const Sum *sum)
{
  if (create_failed (sum) || sum->failed_mail != NULL)
    return CONVENE_OUTCOME_FAILED;
  if (create_waits (sum) || sum->waiting_mail != NULL || (sum->handed_over && !is_open (sum)))
    return CONVENE_OUTCOME_WAITING;

  return is_open (sum) ? CONVENE_OUTCOME_UNDER_WAY : CONVENE_OUTCOME_DONE;
}

ConveneOutcome
convene_outcome_find (ConveneInterview     *interview,
                      gint64                now,
                      ConveneOutcomeRemedy *remedy)
{
  Sum sum = { 0 };

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), CONVENE_OUTCOME_UNDER_WAY);

  add_up (interview, &sum);
  *remedy = find_remedy (&sum);
  return find_outcome (&sum);
}

/* What became of the letters meanwhile: a sentence. */
static const char *
describe_letters (const Sum *sum)
{
  if (!sum->mails)
    return "";
  if (sum->waiting_mail != NULL)
    return _ ("The letters wait for a mail account.");
  if (sum->failed_mail != NULL)
    return _ ("A letter could not be sent either.");
  if (sum->handed_over)
    return _ ("The invitation is a draft in your mail program, without a link: send it there.");
  if (sum->invited && sum->urgent)
    return _ ("The invitation went out without a link, and an urgent letter asks for one.");
  if (sum->invited)
    return _ ("The invitation went out without a link.");

  return _ ("The invitation leaves without a link.");
}

static char *
add_letters (const Sum  *sum,
             const char *sentence)
{
  const char *letters = describe_letters (sum);

  /* Translators: two sentences: what happened, what became of the letters */
  return *letters != '\0' ? g_strdup_printf (C_ ("sentences", "%s %s"), sentence, letters) : g_strdup (sentence);
}

static char *
describe_wait (const Sum *sum)
{
  const char *text;

  if (is_code (sum->create, CONVENE_ERROR_NO_ACCOUNT))
    text = _ ("Scheduled, without a meeting: no Zoom account is connected.");
  else if (is_code (sum->create, CONVENE_ERROR_SIGNED_OUT) || is_code (sum->create, CONVENE_ERROR_MISSING_SCOPES))
    text = _ ("Scheduled, without a meeting: Zoom wants you to sign in again.");
  else if (is_code (sum->create, CONVENE_ERROR_QUOTA))
    return g_strdup (_ ("Scheduled. Zoom’s requests of today are used up: the meeting is made as soon as Zoom takes more."));
  else if (convene_operation_get_released (sum->create))
    text = _ ("Scheduled. Zoom cannot be reached, and Convene keeps trying: a letter brings the link once it is there.");
  else
    return g_strdup (_ ("Scheduled. Zoom does not answer yet: Convene tries again."));

  return add_letters (sum, text);
}

char *
convene_outcome_headline (ConveneInterview *interview,
                          gint64            now)
{
  Sum sum = { 0 };

  g_return_val_if_fail (CONVENE_IS_INTERVIEW (interview), NULL);

  add_up (interview, &sum);
  if (create_failed (&sum))
    return add_letters (&sum, _ ("Zoom could not make the meeting. The interview is kept."));
  if (create_waits (&sum))
    return describe_wait (&sum);
  if (sum.failed_mail != NULL)
    return g_strdup (_ ("A letter could not be sent. The interview is kept, and so is its meeting."));
  if (sum.waiting_mail != NULL)
    return g_strdup (_ ("Scheduled. The letters wait for a mail account."));
  if (!is_open (&sum) && sum.handed_over)
    return g_strdup (_ ("Scheduled. The invitation is a draft in your mail program: send it there."));
  if (!is_open (&sum))
    return g_strdup (_ ("Everything is done."));

  return g_strdup (sum.mails && !sum.invited ? _ ("Scheduled. The invitation is on its way.") : _ ("Scheduled. The rest is on its way."));
}
