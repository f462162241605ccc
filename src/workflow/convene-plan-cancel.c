/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-copy.h"

static gboolean
is_dropped (ConveneOperation *operation)
{
  ConveneOperationKind kind = convene_operation_get_kind (operation);

  /* Who was removed before is told so all the same. */
  if (kind == CONVENE_OPERATION_KIND_MAIL_CANCELLATION || !convene_operation_kind_is_mail (kind))
    return FALSE;

  return convene_operation_is_untouched (operation);
}

static void
drop_letters (ConvenePlan            *plan,
              const ConvenePlanFacts *facts)
{
  GListModel *operations = convene_interview_get_operations (facts->before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (is_dropped (operation))
        convene_plan_drop (plan, operation, facts->now);
    }
}

static void
say_meeting (ConvenePlan            *plan,
             const ConvenePlanFacts *facts,
             gboolean                deleted)
{
  if (deleted)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_DELETED, _ ("The meeting is deleted at Zoom, and its link with it"));
  else if (convene_plan_is_shared (facts))
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_LEFT, _ ("The meeting stays for the others who use it"));
  else if (convene_interview_get_platform (facts->before) == CONVENE_PLATFORM_ZOOM)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NONE, _ ("There is no meeting to delete"));
  else
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NONE, _ ("The interview is called off"));
}

static void
add_words (ConvenePlan *plan,
           const char  *reason)
{
  if (reason != NULL)
    /* Translators: %s is the reason that somebody gave */
    convene_plan_add_activity (plan, g_strdup_printf (_ ("Cancelled: %s"), reason));
  else
    convene_plan_add_activity (plan, g_strdup (_ ("Cancelled")));
}

ConvenePlan *
convene_plan_cancel (const char             *reason,
                     const ConvenePlanFacts *facts,
                     gboolean                mail,
                     GError                **error)
{
  g_autoptr(ConveneInterview) after = NULL;
  ConveneMeeting *meeting = convene_interview_get_meeting (facts->before);
  ConvenePlan    *plan;

  if (!convene_plan_check_open (facts->before, facts->now, error))
    return NULL;

  after = convene_interview_copy (facts->before);
  convene_interview_set_status (after, CONVENE_STATUS_CANCELLED);
  convene_interview_set_cancel_reason (after, reason);
  convene_plan_raise_sequence (after, FALSE);

  plan = convene_plan_new (after);
  plan->kind = CONVENE_PLAN_CANCEL;
  plan->before = g_object_ref (facts->before);
  if (meeting != NULL)
    convene_plan_set_meeting_host (plan, facts, meeting);
  drop_letters (plan, facts);
  say_meeting (plan, facts, convene_plan_let_go (plan, facts, NULL));
  if (mail && convene_plan_was_told (facts->before))
    convene_plan_add_letter_operation (plan, facts, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, convene_plan_find_leaving (facts->before), NULL);
  add_words (plan, reason);
  convene_plan_count (plan, facts);
  convene_plan_summarize (plan, facts);
  return plan;
}
