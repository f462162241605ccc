/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-told.h"

/* What was to be told and has not left says how things are now: a second letter would say the same. */
static gboolean
check_quiet (ConveneInterview *before,
             GError          **error)
{
  GListModel *operations = convene_interview_get_operations (before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_tells_all (operation) && convene_operation_is_open (operation))
        {
          g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("A letter to everybody is still on its way: wait for it, or try it again"));
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
check_resend (const ConvenePlanFacts *facts,
              GError                **error)
{
  if (!convene_plan_check_open (facts->before, facts->now, error))
    return FALSE;
  if (convene_interview_get_origin_uid (facts->before) != NULL)
    {
      g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("Somebody else organizes this interview, and invites to it"));
      return FALSE;
    }
  if (convene_interview_get_status (facts->before) != CONVENE_STATUS_SCHEDULED)
    {
      g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, _ ("The interview is not scheduled yet"));
      return FALSE;
    }

  return check_quiet (facts->before, error);
}

/* The letter that goes now takes the place of those that could not be sent. */
static void
drop_failed (ConvenePlan            *plan,
             const ConvenePlanFacts *facts)
{
  GListModel *operations = convene_interview_get_operations (facts->before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_tells_all (operation) && convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_FAILED)
        convene_plan_drop (plan, operation, facts->now);
    }
}

/* Whether somebody knows it otherwise than it is: their calendars must see that. */
static gboolean
is_news (ConveneInterview *before)
{
  const char *text = convene_interview_get_told (before);
  g_autoptr(ConveneTold) told = text != NULL ? convene_told_parse (text) : NULL;

  return told != NULL && convene_told_compare (told, before) != CONVENE_TOLD_CHANGE_NONE;
}

/* What the letter says of the meeting shall be so when it leaves. */
static ConveneOperation *
find_wait (ConveneInterview *before)
{
  ConveneOperation *create = convene_plan_find_open (before, CONVENE_OPERATION_KIND_MEETING_CREATE, FALSE);

  if (create != NULL && !convene_operation_get_released (create))
    return create;

  return convene_plan_find_open (before, CONVENE_OPERATION_KIND_MEETING_UPDATE, FALSE);
}

static gboolean
needs_link (ConveneInterview *before)
{
  ConvenePlatform platform = convene_interview_get_platform (before);

  return platform != CONVENE_PLATFORM_PHONE && platform != CONVENE_PLATFORM_IN_PERSON;
}

/* `wait`: see find_wait (). */
static void
say_link (ConvenePlan      *plan,
          ConveneInterview *before,
          ConveneOperation *wait)
{
  gboolean is_coming = wait != NULL && convene_operation_get_kind (wait) == CONVENE_OPERATION_KIND_MEETING_CREATE;

  convene_plan_set_expects_link (plan, is_coming);
  if (is_coming)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("A new Zoom meeting is made, and its link goes out with the invitation"));
  else if (convene_interview_get_join_link (before) != NULL)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_STAYS, _ ("The link stays"));
  else if (!needs_link (before))
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NONE, _ ("The interview needs no link"));
  else
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NONE, _ ("The invitation has no link"));
}

ConvenePlan *
convene_plan_resend (const ConvenePlanFacts *facts,
                     GError                **error)
{
  ConveneInterview *before = facts->before;
  g_autoptr(ConveneInterview) after = NULL;
  ConveneOperation *wait = find_wait (before);
  gboolean          mailed = convene_is_mailed (before);
  ConveneOperation *letter;
  ConvenePlan      *plan;

  if (!check_resend (facts, error))
    return NULL;

  after = convene_interview_copy (before);
  if (is_news (before))
    convene_plan_raise_sequence (after, FALSE);

  plan = convene_plan_new (after);
  plan->kind = CONVENE_PLAN_RESEND;
  plan->before = g_object_ref (before);
  say_link (plan, before, wait);
  drop_failed (plan, facts);
  letter = convene_plan_add_letter_operation (plan, facts, CONVENE_OPERATION_KIND_MAIL_INVITATION, wait, NULL);
  /* Who was sent no letters was sent no reminders. */
  if (!mailed)
    convene_plan_add_reminders (plan, facts, letter);
  convene_plan_add_activity (plan, g_strdup (mailed ? _ ("The invitation goes out again") : _ ("The invitation goes out")));
  convene_plan_summarize (plan, facts);
  return plan;
}
