/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-meeting-compare.h"
#include "convene-scheduler-private.h"
#include "convene-text.h"

static ConvenePlan *
fix_new (ConveneInterview       *after,
         const ConvenePlanFacts *facts)
{
  ConvenePlan *plan = convene_plan_new (after);

  plan->kind = CONVENE_PLAN_FIX;
  plan->before = g_object_ref (facts->before);
  return plan;
}

static ConvenePlan *
end (ConvenePlan            *plan,
     const ConvenePlanFacts *facts,
     const char             *activity)
{
  convene_plan_add_activity (plan, g_strdup (activity));
  convene_plan_count (plan, facts);
  convene_plan_summarize (plan, facts);
  return plan;
}

static gpointer
refuse (GError    **error,
        const char *message)
{
  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED, message);
  return NULL;
}

/* Whoever has a link already is told of another one. */
static ConveneOperationKind
find_letter (const ConvenePlanFacts *facts)
{
  return convene_plan_was_told_link (facts->before) ? CONVENE_OPERATION_KIND_MAIL_UPDATE : CONVENE_OPERATION_KIND_MAIL_LINK_READY;
}

/* A meeting that could not be made is expected again. */
static void
expect_meeting (ConvenePlan            *plan,
                const ConvenePlanFacts *facts)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (facts->before);

  if (meeting != NULL && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_FAILED)
    convene_meeting_set_state (convene_plan_change_meeting (plan, meeting), CONVENE_MEETING_STATE_PENDING);
}

/* Zoom has said that the meeting is gone. It may err, and the details offer another attempt; who wants to fix it wants what does not depend on that. */
static gboolean
can_retry (ConveneOperation *operation,
           ConveneMeeting   *meeting)
{
  gboolean gone = meeting != NULL && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_MISSING;

  return convene_operation_can_retry (operation) && !(gone && convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MEETING_UPDATE);
}

static ConvenePlan *
fix_by_retry (const ConvenePlanFacts *facts,
              GError                **error)
{
  GListModel *operations = convene_interview_get_operations (facts->before);
  g_autoptr(ConveneInterview) after = convene_interview_copy (facts->before);
  g_autoptr(ConvenePlan) plan = fix_new (after, facts);
  ConveneMeeting *meeting = convene_interview_get_meeting (facts->before);
  gboolean        makes = FALSE;

  if (meeting != NULL)
    convene_plan_set_meeting_host (plan, facts, meeting);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (!can_retry (operation, meeting))
        continue;
      convene_operation_make_due (convene_plan_change_operation (plan, operation), facts->now);
      convene_plan_retry (plan, facts, operation);
      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MEETING_CREATE)
        makes = TRUE;
    }
  if (plan->steps->len == 0)
    return refuse (error, _ ("There is nothing to try again"));

  if (makes)
    expect_meeting (plan, facts);
  if (makes)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("The meeting that could not be made is tried again"));
  else if (convene_interview_get_join_link (after) != NULL)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_STAYS, _ ("The link stays, and what could not be done is tried again"));
  else
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NONE, _ ("What could not be done is tried again"));
  return end (g_steal_pointer (&plan), facts, _ ("Tried again"));
}

static void
say_made_anew (ConvenePlan            *plan,
               const ConvenePlanFacts *facts,
               gboolean                deleted)
{
  if (plan->quota_room == 0)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("Zoom’s requests of today are used up: the new meeting and its link follow after 00:00 UTC"));
  else if (deleted)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("A new meeting with a new link is made, and the old one is deleted"));
  else if (convene_plan_is_shared (facts))
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("A new meeting with a new link is made, and the old one stays for the others who use it"));
  else
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_NEW, _ ("A new meeting with a new link is made"));
}

static ConvenePlan *
make_anew (ConveneHostChoice      *choice,
           const ConvenePlanFacts *facts,
           gboolean                mail)
{
  g_autoptr(ConveneInterview) after = convene_interview_copy (facts->before);
  ConvenePlan      *plan = fix_new (after, facts);
  ConveneOperation *create;
  ConveneOperation *letter;
  g_autofree char  *activity = NULL;

  convene_plan_raise_sequence (after, FALSE);
  create = convene_plan_add_create (plan, facts, choice);
  convene_plan_set_choice (plan, facts, choice);
  convene_plan_set_expects_link (plan, plan->quota_room > 0);
  letter = convene_plan_tell (plan, facts, find_letter (facts), create, TRUE, mail);
  say_made_anew (plan, facts, convene_plan_let_go (plan, facts, letter));

  /* Translators: %s is the mail address of a Zoom user */
  activity = g_strdup_printf (_ ("Another meeting is made, hosted by %s"), choice->host);
  return end (plan, facts, activity);
}

static ConvenePlan *
fix_by_host (const char             *host,
             const ConvenePlanFacts *facts,
             gboolean                mail,
             GError                **error)
{
  g_autoptr(ConveneHostChoice) choice = NULL;

  if (host == NULL || *host == '\0')
    {
      convene_error_set_field (error, "host", _ ("The host is missing: give the mail address of a Zoom user"));
      return NULL;
    }
  if (!convene_text_check_address (host, "host", error))
    return NULL;

  choice = convene_host_choice_new_for (host, facts->hosts);
  if (choice == NULL)
    {
      /* Translators: %s is a mail address */
      g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_NO_ACCOUNT, _ ("Nobody here can make meetings for %s: connect their Zoom account, or let yours schedule for them in Zoom"), host);
      return NULL;
    }

  return make_anew (choice, facts, mail);
}

static ConvenePlan *
fix_by_another (const ConvenePlanFacts *facts,
                gboolean                mail,
                GError                **error)
{
  g_autoptr(ConveneHostChoice) choice = convene_host_choice_new (facts->before, facts->hosts);

  if (choice->account == NULL)
    {
      g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_NO_ACCOUNT, choice->reason);
      return NULL;
    }

  return make_anew (choice, facts, mail);
}

static ConvenePlan *
fix_by_link (const char             *link,
             const ConvenePlanFacts *facts,
             gboolean                mail,
             GError                **error)
{
  g_autoptr(ConveneInterview) after = convene_interview_copy (facts->before);

  if (!convene_text_check_link (link, "link", error))
    return NULL;

  convene_interview_set_platform (after, CONVENE_PLATFORM_LINK);
  convene_interview_set_link (after, link);
  return convene_plan_change (after, facts, CONVENE_PLAN_FIX, mail);
}

/* What Zoom shows is what we know from now on. */
static ConveneMeeting *
take_seen (ConvenePlan    *plan,
           ConveneMeeting *meeting)
{
  ConveneMeeting *taken = convene_plan_change_meeting (plan, meeting);

  convene_meeting_set_start (taken, convene_meeting_get_seen_start (meeting));
  convene_meeting_set_duration (taken, convene_meeting_get_seen_duration (meeting));
  convene_meeting_set_timezone (taken, convene_meeting_get_seen_timezone (meeting));
  convene_meeting_set_join_url (taken, convene_meeting_get_seen_join_url (meeting));
  convene_meeting_set_password (taken, convene_meeting_get_seen_password (meeting));
  convene_meeting_set_seen_at (taken, 0);
  convene_interview_set_meeting (plan->interview, taken);
  return taken;
}

static gboolean
take_time (ConveneInterview *after,
           ConveneMeeting   *taken,
           GError          **error)
{
  const char *own = convene_moment_get_zone (convene_interview_get_start (after));
  const char *zone = convene_meeting_get_timezone (taken);
  g_autoptr(ConveneMoment) start = NULL;

  if (zone != NULL)
    start = convene_moment_new_at (convene_meeting_get_start (taken), zone, NULL);
  if (start == NULL)
    start = convene_moment_new_at (convene_meeting_get_start (taken), own, error);
  if (start == NULL)
    return FALSE;

  convene_interview_set_start (after, start);
  convene_interview_set_duration (after, convene_meeting_get_duration (taken));
  return TRUE;
}

static ConvenePlan *
fix_by_taking (const ConvenePlanFacts *facts,
               gboolean                mail,
               GError                **error)
{
  ConveneMeeting     *meeting = convene_interview_get_meeting (facts->before);
  ConveneMeetingDrift drift = meeting != NULL ? convene_meeting_get_drift (meeting) : CONVENE_MEETING_DRIFT_NONE;
  gboolean            moved = (drift & CONVENE_MEETING_DRIFT_MOVED) != 0;
  g_autoptr(ConveneInterview) after = convene_interview_copy (facts->before);
  g_autoptr(ConvenePlan) plan = NULL;
  ConveneMeeting   *taken;
  ConveneOperation *letter;

  if (drift == CONVENE_MEETING_DRIFT_NONE)
    return refuse (error, _ ("Zoom shows the meeting as it is known here: there is nothing to take"));
  if (moved && convene_plan_is_shared (facts))
    return refuse (error, _ ("Other interviews use this meeting: put its time right at Zoom, or reschedule each"));

  plan = fix_new (after, facts);
  convene_plan_expect_sole (plan, facts);
  convene_plan_set_meeting_host (plan, facts, meeting);
  taken = take_seen (plan, meeting);
  if (moved && !take_time (after, taken, error))
    return NULL;
  if (!convene_plan_check_open (after, facts->now, error))
    return NULL;
  if (convene_interview_get_password (after) != NULL)
    convene_interview_set_password (after, convene_meeting_get_password (taken));

  convene_plan_raise_sequence (after, moved);
  letter = convene_plan_tell (plan, facts, CONVENE_OPERATION_KIND_MAIL_UPDATE, NULL, FALSE, mail);
  if (mail)
    convene_plan_tell_others (plan, facts, taken);
  if (moved)
    convene_plan_move_reminders (plan, facts, letter);
  convene_plan_say_link (plan, CONVENE_LINK_EFFECT_FOLLOWS, moved ? _ ("The interview takes the time and the link that Zoom shows") : _ ("The interview takes the link that Zoom shows"));
  return end (g_steal_pointer (&plan), facts, _ ("What Zoom shows was taken over"));
}

/* The link itself cannot be asked for: it comes back with the password that it carries. */
static void
ask_for_password (ConveneInterview *after,
                  ConveneMeeting   *meeting)
{
  if (convene_meeting_get_password (meeting) != NULL && g_strcmp0 (convene_meeting_get_password (meeting), convene_meeting_get_seen_password (meeting)) != 0)
    convene_interview_set_password (after, convene_meeting_get_password (meeting));
}

static ConvenePlan *
fix_by_restoring (const ConvenePlanFacts *facts,
                  GError                **error)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (facts->before);
  g_autoptr(ConveneInterview) after = convene_interview_copy (facts->before);
  g_autoptr(ConvenePlan) plan = NULL;
  ConveneMeeting *taken;

  if (meeting == NULL || convene_meeting_get_state (meeting) != CONVENE_MEETING_STATE_LIVE)
    return refuse (error, _ ("There is no meeting at Zoom that could be put right: make another one"));
  if (convene_meeting_get_drift (meeting) == CONVENE_MEETING_DRIFT_NONE)
    return refuse (error, _ ("Zoom shows the meeting as it is known here: there is nothing to put right"));

  plan = fix_new (after, facts);
  convene_plan_set_meeting_host (plan, facts, meeting);
  ask_for_password (after, meeting);
  taken = take_seen (plan, meeting);
  if (convene_meeting_compare (taken, after) == CONVENE_MEETING_DIFFERENCE_NONE)
    return refuse (error, _ ("Zoom gave the meeting another link, and does not give the old one back: take the new one, or make another meeting"));

  convene_plan_add_update (plan, facts, taken);
  convene_plan_say_link (plan, CONVENE_LINK_EFFECT_STAYS, _ ("The meeting becomes again what the interview says"));
  return end (g_steal_pointer (&plan), facts, _ ("The meeting is put right at Zoom"));
}

ConvenePlan *
convene_plan_fix (ConveneFixKind          kind,
                  const char             *value,
                  const ConvenePlanFacts *facts,
                  gboolean                mail,
                  GError                **error)
{
  if (!convene_plan_check_open (facts->before, facts->now, error))
    return NULL;
  if (kind != CONVENE_FIX_RETRY && kind != CONVENE_FIX_LINK && convene_interview_get_platform (facts->before) != CONVENE_PLATFORM_ZOOM)
    return refuse (error, _ ("The interview is not held on Zoom: edit it to change that"));

  switch (kind)
    {
    case CONVENE_FIX_HOST:
      return fix_by_host (value, facts, mail, error);
    case CONVENE_FIX_LINK:
      return fix_by_link (value, facts, mail, error);
    case CONVENE_FIX_TAKE:
      return fix_by_taking (facts, mail, error);
    case CONVENE_FIX_RESTORE:
      return fix_by_restoring (facts, error);
    case CONVENE_FIX_RECREATE:
      return fix_by_another (facts, mail, error);
    case CONVENE_FIX_RETRY:
    default:
      return fix_by_retry (facts, error);
    }
}
