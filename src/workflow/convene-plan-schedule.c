/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-backoff.h"
#include "convene-scheduler-private.h"
#include "convene-text.h"

ConveneOperation *
convene_operation_new_for (ConveneInterview    *interview,
                           ConveneOperationKind kind,
                           gint64               now,
                           gint64               due)
{
  ConveneOperation *operation = convene_operation_new ();
  g_autofree char  *id = g_uuid_string_random ();

  convene_operation_set_id (operation, id);
  convene_operation_set_kind (operation, kind);
  convene_operation_set_state (operation, CONVENE_OPERATION_STATE_WAITING);
  convene_operation_set_interview_uid (operation, convene_interview_get_uid (interview));
  convene_operation_set_due (operation, due);
  convene_operation_set_created (operation, now);
  return operation;
}

static void
say_new_meeting (ConvenePlan            *plan,
                 const ConvenePlanFacts *facts,
                 ConveneHostChoice      *choice)
{
  gint64   start = convene_moment_get_instant (convene_interview_get_start (plan->interview));
  gboolean told = facts->before != NULL && convene_plan_was_told (facts->before);
  gboolean holds = facts->preferences->hold_for_quota && !told;

  if (choice->account == NULL)
    {
      convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NONE, _ ("No meeting is made: the invitation leaves without a link, and the hiring manager is asked for one"));
      return;
    }

  convene_plan_set_expects_link (plan, plan->quota_room > 0 || (holds && convene_next_utc_midnight (facts->now) + CONVENE_QUOTA_MARGIN < start));
  if (plan->quota_room > 0 && told)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("A new meeting with a new link is made"));
  else if (plan->quota_room > 0)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("A new Zoom meeting is made, and its link goes out with the invitation"));
  else if (convene_plan_get_expects_link (plan))
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("Zoom’s requests of today are used up: the meeting is made after 00:00 UTC, and the invitation waits for its link"));
  else if (told)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("Zoom’s requests of today are used up: the new meeting and its link follow after 00:00 UTC"));
  else if (!holds)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("Zoom’s requests of today are used up: the invitation leaves without a link, which follows after 00:00 UTC"));
  else
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("Zoom’s requests of today are used up, and the interview begins before it takes more: the invitation leaves without a link, and the hiring manager is asked for one"));
}

static ConveneOperation *
join_slot (ConvenePlan            *plan,
           const ConvenePlanFacts *facts)
{
  ConveneMeeting   *meeting = convene_interview_get_meeting (facts->slot);
  ConveneOperation *create = convene_plan_join (plan, facts);

  convene_plan_set_meeting_host (plan, facts, meeting);
  convene_plan_set_expects_link (plan, convene_meeting_get_state (meeting) != CONVENE_MEETING_STATE_LIVE);
  convene_plan_say_link (plan, CONVENE_LINK_EFFECT_JOINS, _ ("It joins the meeting that is there for another interview of this job at that time, and has the same link"));
  return create;
}

/* Whether the slot at this host was looked in, and is free. */
static gboolean
has_looked_in_slot (ConvenePlan            *plan,
                    const ConvenePlanFacts *facts,
                    const char             *host)
{
  ConveneMeeting *meeting = facts->before != NULL ? convene_interview_get_meeting (facts->before) : NULL;
  const char     *old = meeting != NULL ? convene_meeting_get_host (meeting) : NULL;

  return host != NULL && convene_plan_find_policy (facts, plan->interview) == CONVENE_LINK_POLICY_SHARE && (old == NULL || convene_address_equal (old, host));
}

ConveneOperation *
convene_plan_find_link (ConvenePlan            *plan,
                        const ConvenePlanFacts *facts)
{
  g_autoptr(ConveneHostChoice) choice = NULL;
  ConveneOperation *create;

  if (facts->slot != NULL)
    return join_slot (plan, facts);

  choice = convene_host_choice_new (plan->interview, facts->hosts);
  if (has_looked_in_slot (plan, facts, choice->host))
    plan->slot_host = g_strdup (choice->host);
  create = convene_plan_add_create (plan, facts, choice);
  convene_plan_set_choice (plan, facts, choice);
  say_new_meeting (plan, facts, choice);
  return create;
}

void
convene_plan_ask_for_link (ConvenePlan            *plan,
                           const ConvenePlanFacts *facts,
                           ConveneOperation       *create)
{
  if (create != NULL && convene_operation_get_kind (create) == CONVENE_OPERATION_KIND_MEETING_CREATE && convene_operation_get_meeting_id (create) == NULL)
    convene_plan_add_letter_operation (plan, facts, CONVENE_OPERATION_KIND_MAIL_URGENT, NULL, NULL);
}

static void
say_place (ConvenePlan *plan)
{
  if (convene_interview_get_platform (plan->interview) == CONVENE_PLATFORM_LINK)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_PASTED, _ ("The invitation has the link that you gave"));
  else
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NONE, _ ("The interview needs no link"));
}

static void
add_letters (ConvenePlan            *plan,
             const ConvenePlanFacts *facts,
             ConveneOperation       *create)
{
  ConveneOperation *invitation = convene_plan_add_letter_operation (plan, facts, CONVENE_OPERATION_KIND_MAIL_INVITATION, create, NULL);

  convene_plan_ask_for_link (plan, facts, create);
  convene_plan_add_reminders (plan, facts, invitation);
}

ConvenePlan *
convene_plan_schedule (ConveneInterview       *interview,
                       const ConvenePlanFacts *facts,
                       gboolean                mail)
{
  ConvenePlan      *plan = convene_plan_new (interview);
  ConveneOperation *create = NULL;

  convene_interview_set_meeting (interview, NULL);
  if (convene_interview_get_platform (interview) == CONVENE_PLATFORM_ZOOM)
    create = convene_plan_find_link (plan, facts);
  else
    say_place (plan);

  if (mail)
    add_letters (plan, facts, create);

  convene_plan_count (plan, facts);
  convene_plan_summarize (plan, facts);
  return plan;
}
