/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-plan-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-interview-check.h"
#include "convene-meeting-compare.h"
#include "convene-plan-difference.h"

/* What the meeting at Zoom says too. */
#define KNOWN_TO_ZOOM (CONVENE_DIFFERENCE_TIME | CONVENE_DIFFERENCE_JOB | CONVENE_DIFFERENCE_AGENDA | CONVENE_DIFFERENCE_PASSWORD | CONVENE_DIFFERENCE_HOSTS)

typedef struct
{
  ConvenePlan            *plan;
  const ConvenePlanFacts *facts;
  ConveneDifference       difference;
  ConveneOperation       *wait;   /* what letters wait for; NULL for nothing */
  gboolean                points; /* those that are there too */
  gboolean                leaves; /* the meeting that it had is let go */
} Edit;

/* Nothing of the meeting has been asked of Zoom yet. */
static gboolean
is_unborn (const ConvenePlanFacts *facts)
{
  return convene_plan_find_open (facts->before, CONVENE_OPERATION_KIND_MEETING_CREATE, TRUE) != NULL;
}

/* X-1, HL-13 to HL-15: whether it gets another meeting than the one it has. */
static gboolean
wants_another (const Edit *self)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (self->facts->before);
  gboolean        moves = (self->difference & CONVENE_DIFFERENCE_START) != 0;

  if (self->facts->slot != NULL)
    return TRUE;
  if (meeting == NULL)
    return FALSE;
  if (convene_plan_is_shared (self->facts))
    return (self->difference & (CONVENE_DIFFERENCE_START | CONVENE_DIFFERENCE_DURATION)) != 0;

  switch (convene_meeting_get_state (meeting))
    {
    case CONVENE_MEETING_STATE_MISSING:
    case CONVENE_MEETING_STATE_DELETED:
      return moves;
    case CONVENE_MEETING_STATE_FAILED:
      return FALSE;
    case CONVENE_MEETING_STATE_PENDING:
    case CONVENE_MEETING_STATE_LIVE:
    case CONVENE_MEETING_STATE_UNMANAGED:
    default:
      return moves && !is_unborn (self->facts) && convene_plan_find_policy (self->facts, self->plan->interview) == CONVENE_LINK_POLICY_NEW;
    }
}

/* Another hiring manager may bring another host, as long as nobody was asked for a meeting. */
static void
choose_again (Edit             *self,
              ConveneOperation *create)
{
  g_autoptr(ConveneHostChoice) choice = convene_host_choice_new (self->plan->interview, self->facts->hosts);
  ConveneMeeting   *meeting = convene_interview_get_meeting (self->facts->before);
  ConveneOperation *changed;
  g_autofree char  *identity = NULL;

  if (convene_operation_get_attempts (create) > 0 || choice->account == NULL || convene_plan_is_shared (self->facts))
    return;

  convene_plan_set_choice (self->plan, self->facts, choice);
  if (g_strcmp0 (convene_operation_get_host (create), choice->host) == 0)
    return;

  changed = convene_plan_change_operation (self->plan, create);
  convene_operation_set_account_id (changed, convene_account_get_id (choice->account));
  convene_operation_set_host (changed, choice->host);
  identity = convene_account_dup_identity (choice->account);
  meeting = convene_plan_change_meeting (self->plan, meeting);
  convene_meeting_set_account_id (meeting, convene_account_get_id (choice->account));
  convene_meeting_set_host (meeting, choice->host);
  convene_meeting_set_made_by (meeting, identity);
}

static void
keep_unborn (Edit             *self,
             ConveneOperation *create)
{
  /* What the meeting says of it may still be taken back. */
  if ((self->difference & (KNOWN_TO_ZOOM | CONVENE_DIFFERENCE_PEOPLE)) != 0)
    convene_plan_carry (self->plan, create);
  if (convene_difference_has_other_manager (self->facts->before, self->plan->interview) && convene_operation_get_meeting_id (create) != NULL)
    choose_again (self, create);
  self->wait = create;
  convene_plan_set_expects_link (self->plan, convene_operation_get_meeting_id (create) != NULL);
  convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_STAYS, _ ("The meeting is not made yet, and is made as you say now"));
}

/* Whether Zoom has to be told: also where something is on its way that was said before. */
static gboolean
differs_at_zoom (const Edit     *self,
                 ConveneMeeting *meeting)
{
  if ((self->difference & KNOWN_TO_ZOOM) == 0)
    return FALSE;

  return convene_plan_find_open (self->facts->before, CONVENE_OPERATION_KIND_MEETING_UPDATE, FALSE) != NULL ||
         convene_plan_find_open (self->facts->before, CONVENE_OPERATION_KIND_MEETING_CREATE, FALSE) != NULL ||
         convene_meeting_compare (meeting, self->plan->interview) != CONVENE_MEETING_DIFFERENCE_NONE;
}

static void
keep_unmanaged (Edit           *self,
                ConveneMeeting *meeting)
{
  const char      *host = convene_meeting_get_host (meeting);
  g_autofree char *clause = NULL;

  if (host != NULL)
    /* Translators: %s is the mail address of a Zoom user */
    clause = g_strdup_printf (_ ("The link stays, but only %s can change the meeting at Zoom: ask them to"), host);
  convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_STAYS, clause != NULL ? clause : _ ("The link stays, but only its host can change the meeting at Zoom: ask them to"));
}

/* Nobody can be asked for it now: whoever connects the account that made it is told then. */
static void
keep_orphaned (Edit           *self,
               ConveneMeeting *meeting)
{
  self->wait = convene_plan_add_update (self->plan, self->facts, meeting);
  convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_STAYS, _ ("The link stays, and the meeting is changed at Zoom once the account that made it is connected again"));
}

/* Were that one to leave meanwhile, the words would be this one's. */
static void
keep_foreign (Edit *self)
{
  convene_plan_rely_on (self->plan, g_ptr_array_index (self->facts->users, 0));
  convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_STAYS, _ ("The link stays, and Zoom goes on showing the title and agenda of the interview that the meeting was made for"));
}

static void
keep_live (Edit           *self,
           ConveneMeeting *meeting)
{
  gboolean differs = differs_at_zoom (self, meeting);

  if (differs && !convene_plan_is_first (self->facts))
    keep_foreign (self);
  else if (differs && convene_plan_is_orphaned (self->facts, meeting))
    keep_orphaned (self, meeting);
  else if (differs && convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_UNMANAGED)
    keep_unmanaged (self, meeting);
  else if (differs)
    {
      self->wait = convene_plan_add_update (self->plan, self->facts, meeting);
      convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_STAYS, _ ("The link stays, and the meeting is changed at Zoom"));
    }
  else
    convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_STAYS, _ ("The link stays"));
}

static void
keep_meeting (Edit *self)
{
  ConveneMeeting   *meeting = convene_interview_get_meeting (self->facts->before);
  ConveneOperation *create = convene_plan_find_open (self->facts->before, CONVENE_OPERATION_KIND_MEETING_CREATE, TRUE);

  convene_plan_expect_sole (self->plan, self->facts);
  if (meeting != NULL)
    convene_plan_set_meeting_host (self->plan, self->facts, meeting);
  if (create != NULL)
    keep_unborn (self, create);
  else if (meeting == NULL || convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_FAILED)
    convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_NONE, _ ("There is still no meeting for it, and no link"));
  else if (convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_MISSING || convene_meeting_get_state (meeting) == CONVENE_MEETING_STATE_DELETED)
    convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_NONE, _ ("The meeting is gone at Zoom, and is not made again by this"));
  else
    keep_live (self, meeting);
}

static void
change_place (Edit *self)
{
  ConveneInterview *after = self->plan->interview;
  gboolean          link = convene_interview_get_platform (after) == CONVENE_PLATFORM_LINK;
  gboolean          same = (self->difference & (CONVENE_DIFFERENCE_PLATFORM | CONVENE_DIFFERENCE_LINK)) == 0;

  if (link && same)
    convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_STAYS, _ ("The link stays"));
  else if (link)
    convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_PASTED, _ ("The link is the one that you gave"));
  else
    convene_plan_say_link (self->plan, CONVENE_LINK_EFFECT_NONE, _ ("The interview needs no link"));
}

static void
find_place (Edit *self)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (self->facts->before);
  gboolean        before_zoom = convene_interview_get_platform (self->facts->before) == CONVENE_PLATFORM_ZOOM;
  gboolean        after_zoom = convene_interview_get_platform (self->plan->interview) == CONVENE_PLATFORM_ZOOM;

  if (before_zoom && after_zoom && !wants_another (self))
    {
      keep_meeting (self);
      return;
    }

  self->leaves = before_zoom;
  self->points = before_zoom || after_zoom;
  if (after_zoom)
    {
      self->wait = convene_plan_find_link (self->plan, self->facts);
      return;
    }

  change_place (self);
  convene_interview_set_meeting (self->plan->interview, NULL);
  if (meeting == NULL)
    return;

  convene_plan_attach (self->plan, NULL);
  convene_plan_set_meeting_host (self->plan, self->facts, meeting);
}

/* The sentence about a link that goes, now that it is known what becomes of its meeting. */
static void
say_left (Edit    *self,
          gboolean deleted)
{
  ConvenePlan      *plan = self->plan;
  ConveneLinkEffect effect = plan->effect;
  gboolean          shared = convene_plan_is_shared (self->facts);

  if (effect == CONVENE_LINK_EFFECT_NEW && plan->quota_room > 0 && deleted)
    convene_plan_say_link (plan, effect, _ ("A new meeting with a new link is made, and the old one is deleted"));
  else if (effect == CONVENE_LINK_EFFECT_NEW && plan->quota_room > 0 && shared)
    convene_plan_say_link (plan, effect, _ ("A new meeting with a new link is made, and the old one stays for the others who use it"));
  else if (effect == CONVENE_LINK_EFFECT_JOINS && deleted)
    convene_plan_say_link (plan, effect, _ ("It joins the meeting of another interview at that time and has its link, and the old meeting is deleted"));
  else if (effect == CONVENE_LINK_EFFECT_PASTED && deleted)
    convene_plan_say_link (plan, effect, _ ("The link is the one that you gave, and the Zoom meeting is deleted"));
  else if (effect == CONVENE_LINK_EFFECT_NONE && deleted)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_DELETED, _ ("The Zoom meeting is deleted, and its link with it"));
  else if (effect == CONVENE_LINK_EFFECT_NONE && shared)
    convene_plan_say_link (plan, CONVENE_LINK_EFFECT_LEFT, _ ("The Zoom meeting stays for the others who use it, and this interview has no link any more"));
}

static void
add_words (Edit *self)
{
  const ConveneMoment *start = convene_interview_get_start (self->plan->interview);
  g_autofree char     *names = convene_difference_to_string (self->difference & ~(CONVENE_DIFFERENCE_START | CONVENE_DIFFERENCE_ZONE));

  if ((self->difference & (CONVENE_DIFFERENCE_START | CONVENE_DIFFERENCE_ZONE)) != 0)
    {
      g_autofree char *wall = g_strdelimit (g_strdup (convene_moment_get_wall (start)), "T", ' ');

      /* Translators: a date and time, and the name of its time zone */
      convene_plan_add_activity (self->plan, g_strdup_printf (_ ("Rescheduled to %s, %s"), wall, convene_moment_get_zone (start)));
    }
  if (names != NULL)
    /* Translators: %s is a list of what was changed, such as "agenda, people" */
    convene_plan_add_activity (self->plan, g_strdup_printf (_ ("Changed: %s"), names));
}

static void
tell (Edit    *self,
      gboolean mail)
{
  ConvenePlan         *plan = self->plan;
  gboolean             ready = plan->kind == CONVENE_PLAN_FIX && !convene_plan_was_told_link (self->facts->before);
  ConveneOperationKind kind = ready ? CONVENE_OPERATION_KIND_MAIL_LINK_READY : CONVENE_OPERATION_KIND_MAIL_UPDATE;
  ConveneOperation    *letter = NULL;
  ConveneOperation    *removal;

  /* Whoever was removed is told of what they know, before the others are told of what is new. */
  if ((self->difference & ~CONVENE_DIFFERENCE_SILENT) != 0)
    {
      convene_plan_raise_sequence (plan->interview, (self->difference & (CONVENE_DIFFERENCE_START | CONVENE_DIFFERENCE_DURATION)) != 0);
      removal = convene_plan_tell_removed (plan, self->facts, mail);
      letter = convene_plan_tell (plan, self->facts, kind, self->wait != NULL ? self->wait : removal, self->points, mail);
      if (letter != NULL && self->points && mail)
        convene_plan_ask_for_link (plan, self->facts, self->wait);
    }
  if ((self->difference & CONVENE_DIFFERENCE_START) != 0)
    convene_plan_move_reminders (plan, self->facts, letter);
  if (self->leaves)
    say_left (self, convene_plan_let_go (plan, self->facts, letter));
}

ConvenePlan *
convene_plan_change (ConveneInterview       *after,
                     const ConvenePlanFacts *facts,
                     ConvenePlanKind         kind,
                     gboolean                mail)
{
  ConvenePlan *plan = convene_plan_new (after);
  Edit         self = { .plan = plan, .facts = facts, .difference = convene_difference_find (facts->before, after) };

  plan->kind = kind;
  plan->before = g_object_ref (facts->before);
  plan->empty = self.difference == CONVENE_DIFFERENCE_NONE;
  if (plan->empty)
    {
      convene_plan_say_link (plan, CONVENE_LINK_EFFECT_STAYS, _ ("Nothing changes"));
      convene_plan_summarize (plan, facts);
      return plan;
    }

  find_place (&self);
  tell (&self, mail);
  add_words (&self);
  convene_plan_count (plan, facts);
  convene_plan_summarize (plan, facts);
  return plan;
}

ConvenePlan *
convene_plan_edit (ConveneInterview       *edited,
                   const ConvenePlanFacts *facts,
                   gboolean                mail,
                   GError                **error)
{
  g_autoptr(ConveneInterview) after = NULL;
  gint64 start;
  gint64 now = facts->now;

  if (!convene_plan_check_open (facts->before, now, error))
    return NULL;
  if (convene_interview_get_revision (edited) != convene_interview_get_revision (facts->before))
    {
      g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("The interview was changed meanwhile: look at it again"));
      return NULL;
    }

  /* A start that stays may have passed. */
  after = convene_difference_apply (facts->before, edited);
  start = convene_interview_get_start (after) != NULL ? convene_moment_get_instant (convene_interview_get_start (after)) : 0;
  if ((convene_difference_find (facts->before, after) & CONVENE_DIFFERENCE_START) == 0)
    now = MIN (now, start - 1);
  if (!convene_interview_check (after, now, error))
    return NULL;

  return convene_plan_change (after, facts, CONVENE_PLAN_EDIT, mail);
}
