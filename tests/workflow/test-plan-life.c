/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "plan-case.h"

/* Plans as tables: what is stored, what is asked for, what policy there is and how far the operations are → what is done, told, spent and said. */

static void
move (ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autoptr(ConveneMoment) moved = convene_moment_new_at (convene_moment_get_instant (start) + CONVENE_DAY, convene_moment_get_zone (start), NULL);

  convene_interview_set_start (interview, moved);
}

static void
change_agenda (ConveneInterview *interview)
{
  convene_interview_set_agenda (interview, "Another agenda");
}

static void
change_details (ConveneInterview *interview)
{
  convene_interview_set_details (interview, "Bring a laptop");
}

static void
change_notes (ConveneInterview *interview)
{
  convene_interview_set_notes (interview, "for the team");
}

static void
paste_link (ConveneInterview *interview)
{
  convene_interview_set_platform (interview, CONVENE_PLATFORM_LINK);
  convene_interview_set_link (interview, "https://example.com/room");
}

static void
meet_in_person (ConveneInterview *interview)
{
  convene_interview_set_platform (interview, CONVENE_PLATFORM_IN_PERSON);
  convene_interview_set_location (interview, "Room 5");
}

static void
nothing (ConveneInterview *interview)
{
}

#define KEEP CONVENE_LINK_POLICY_KEEP
#define NEW CONVENE_LINK_POLICY_NEW
#define SHARE CONVENE_LINK_POLICY_SHARE

/* X-1, HL-12, SH-45, TA-11, O-9: before × edit × policy × state of the operations. */
static void
test_edits (void)
{
  static const struct
  {
    PlanStage         stage;
    ConveneLinkPolicy policy;
    void (*edit) (ConveneInterview *interview);
    const char       *operations;
    ConveneLinkEffect effect;
    int               cost;
    int               sequence;
    const char       *summary;
  } cases[] = {
    { PLAN_TOLD, KEEP, nothing, "", CONVENE_LINK_EFFECT_STAYS, 0, 0, "Nothing changes." },
    { PLAN_TOLD, KEEP, change_notes, "", CONVENE_LINK_EFFECT_STAYS, 0, 0, "The link stays; it costs none of today’s Zoom requests; nobody gets mail." },
    { PLAN_TOLD, KEEP, change_details, "mail-update", CONVENE_LINK_EFFECT_STAYS, 0, 1, "The link stays; it costs none of today’s Zoom requests; 3 people get an update by mail." },
    { PLAN_TOLD, KEEP, change_agenda, "meeting-update mail-update", CONVENE_LINK_EFFECT_STAYS, 1, 1, "The link stays, and the meeting is changed at Zoom; it costs 1 of today’s Zoom requests and leaves 89; 3 people get an update by mail." },
    { PLAN_TOLD, KEEP, move, "meeting-update mail-update -reminder", CONVENE_LINK_EFFECT_STAYS, 1, 1, NULL },
    { PLAN_TOLD, NEW, move, "meeting-create mail-update meeting-delete -reminder", CONVENE_LINK_EFFECT_NEW, 2, 1, "A new meeting with a new link is made, and the old one is deleted; it costs 2 of today’s Zoom requests and leaves 88; 3 people get an update by mail." },
    { PLAN_TOLD, NEW, change_agenda, "meeting-update mail-update", CONVENE_LINK_EFFECT_STAYS, 1, 1, NULL },
    { PLAN_TOLD, SHARE, move, "meeting-update mail-update -reminder", CONVENE_LINK_EFFECT_STAYS, 1, 1, NULL },
    { PLAN_TOLD, KEEP, paste_link, "mail-update meeting-delete", CONVENE_LINK_EFFECT_PASTED, 1, 1, "The link is the one that you gave, and the Zoom meeting is deleted; it costs 1 of today’s Zoom requests and leaves 89; 3 people get an update by mail." },
    { PLAN_TOLD, KEEP, meet_in_person, "mail-update meeting-delete", CONVENE_LINK_EFFECT_DELETED, 1, 1, NULL },
    { PLAN_UNTOLD, KEEP, move, "meeting-update", CONVENE_LINK_EFFECT_STAYS, 1, 0, NULL },
    { PLAN_FRESH, KEEP, move, "=create =invitation -reminder", CONVENE_LINK_EFFECT_STAYS, 0, 0, "The meeting is not made yet, and is made as you say now; it costs none of today’s Zoom requests; the letter that has not left yet will say so." },
    { PLAN_FRESH, NEW, move, "=create =invitation -reminder", CONVENE_LINK_EFFECT_STAYS, 0, 0, NULL },
    { PLAN_FRESH, KEEP, paste_link, "=invitation -create", CONVENE_LINK_EFFECT_PASTED, 0, 0, NULL },
    { PLAN_POSTED, KEEP, move, "meeting-update =invitation -reminder", CONVENE_LINK_EFFECT_STAYS, 1, 0, NULL },
    { PLAN_POSTED, NEW, move, "meeting-create meeting-delete =invitation -reminder", CONVENE_LINK_EFFECT_NEW, 2, 0, NULL },
    { PLAN_POSTED, KEEP, meet_in_person, "meeting-delete =invitation", CONVENE_LINK_EFFECT_DELETED, 1, 0, NULL },
    { PLAN_MADE, KEEP, move, "meeting-update =invitation -reminder", CONVENE_LINK_EFFECT_STAYS, 1, 0, NULL },
    { PLAN_CHANGING, KEEP, move, "=update =changed -reminder", CONVENE_LINK_EFFECT_STAYS, 0, 1, NULL },
    { PLAN_PATCHING, KEEP, move, "meeting-update =changed -reminder", CONVENE_LINK_EFFECT_STAYS, 1, 1, NULL },
    { PLAN_PATCHING, KEEP, change_details, "=changed", CONVENE_LINK_EFFECT_STAYS, 0, 1, NULL },
    { PLAN_LINKLESS, KEEP, move, "mail-update =create -reminder", CONVENE_LINK_EFFECT_STAYS, 0, 1, NULL },
    { PLAN_FAILED, KEEP, move, "mail-update -reminder", CONVENE_LINK_EFFECT_NONE, 0, 1, "There is still no meeting for it, and no link; it costs none of today’s Zoom requests; 3 people get an update by mail." },
    { PLAN_FAILED, NEW, move, "mail-update -reminder", CONVENE_LINK_EFFECT_NONE, 0, 1, NULL },
    { PLAN_MISSING, KEEP, change_agenda, "mail-update", CONVENE_LINK_EFFECT_NONE, 0, 1, NULL },
    { PLAN_MISSING, KEEP, move, "meeting-create mail-update -reminder", CONVENE_LINK_EFFECT_NEW, 1, 1, "A new meeting with a new link is made; it costs 1 of today’s Zoom requests and leaves 89; 3 people get an update by mail." },
    { PLAN_UNMANAGED, KEEP, move, "mail-update -reminder", CONVENE_LINK_EFFECT_STAYS, 0, 1, "The link stays, but only recruiter@example.com can change the meeting at Zoom: ask them to; it costs none of today’s Zoom requests; 3 people get an update by mail." },
    { PLAN_UNMANAGED, KEEP, change_details, "mail-update", CONVENE_LINK_EFFECT_STAYS, 0, 1, NULL },
    { PLAN_UNREACHED, KEEP, change_details, "mail-invitation -invitation", CONVENE_LINK_EFFECT_STAYS, 0, 0, "The link stays; it costs none of today’s Zoom requests; 3 people are invited by mail." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase self = plan_case_new (cases[i].stage, cases[i].policy);
      g_autoptr(ConvenePlan) plan = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *operations = NULL;

      cases[i].edit (self.edited);
      plan = convene_plan_edit (self.edited, self.facts, TRUE, &error);
      g_assert_no_error (error);
      operations = plan_case_describe (plan);
      g_test_message ("%u: %s", i, convene_plan_get_summary (plan));
      g_assert_cmpstr (operations, ==, cases[i].operations);
      g_assert_cmpint (convene_plan_get_link_effect (plan), ==, cases[i].effect);
      g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, cases[i].cost);
      g_assert_cmpint (convene_interview_get_sequence (convene_plan_get_interview (plan)), ==, cases[i].sequence);
      if (cases[i].summary != NULL)
        g_assert_cmpstr (convene_plan_get_summary (plan), ==, cases[i].summary);
      g_assert_cmpint (convene_plan_is_empty (plan), ==, cases[i].edit == nothing);
      plan_case_clear (&self);
    }
}

/* SH-46, TA-12: stage → what is done. */
static void
test_cancellations (void)
{
  static const struct
  {
    PlanStage         stage;
    const char       *operations;
    ConveneLinkEffect effect;
    int               cost;
    int               sequence;
    const char       *summary;
  } cases[] = {
    { PLAN_FRESH, "-invitation -reminder -create", CONVENE_LINK_EFFECT_NONE, 0, 0, "There is no meeting to delete; it costs none of today’s Zoom requests; nobody gets mail." },
    { PLAN_POSTED, "meeting-delete -invitation -reminder", CONVENE_LINK_EFFECT_DELETED, 1, 0, NULL },
    { PLAN_MADE, "meeting-delete -invitation -reminder", CONVENE_LINK_EFFECT_DELETED, 1, 0, "The meeting is deleted at Zoom, and its link with it; it costs 1 of today’s Zoom requests and leaves 89; nobody gets mail." },
    { PLAN_TOLD, "meeting-delete mail-cancellation -reminder", CONVENE_LINK_EFFECT_DELETED, 1, 1, "The meeting is deleted at Zoom, and its link with it; it costs 1 of today’s Zoom requests and leaves 89; 3 people get a cancellation." },
    { PLAN_CHANGING, "meeting-delete mail-cancellation -reminder -changed -update", CONVENE_LINK_EFFECT_DELETED, 1, 1, NULL },
    { PLAN_PATCHING, "meeting-delete mail-cancellation -reminder -changed", CONVENE_LINK_EFFECT_DELETED, 1, 1, NULL },
    { PLAN_UNTOLD, "meeting-delete", CONVENE_LINK_EFFECT_DELETED, 1, 0, NULL },
    { PLAN_LINKLESS, "mail-cancellation -reminder -create", CONVENE_LINK_EFFECT_NONE, 0, 1, NULL },
    { PLAN_FAILED, "mail-cancellation -reminder -create", CONVENE_LINK_EFFECT_NONE, 0, 1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase self = plan_case_new (cases[i].stage, KEEP);
      g_autoptr(GError) error = NULL;
      g_autoptr(ConvenePlan) plan = convene_plan_cancel ("The position is filled", self.facts, TRUE, &error);
      g_autofree char *operations = NULL;

      g_assert_no_error (error);
      operations = plan_case_describe (plan);
      g_test_message ("%u: %s", i, convene_plan_get_summary (plan));
      g_assert_cmpstr (operations, ==, cases[i].operations);
      g_assert_cmpint (convene_plan_get_link_effect (plan), ==, cases[i].effect);
      g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, cases[i].cost);
      g_assert_cmpint (convene_interview_get_sequence (convene_plan_get_interview (plan)), ==, cases[i].sequence);
      if (cases[i].summary != NULL)
        g_assert_cmpstr (convene_plan_get_summary (plan), ==, cases[i].summary);
      plan_case_clear (&self);
    }
}

/* HL-12: it has the words of whoever used it first; the next who stays has theirs put there. A passcode of theirs would be another link. */
static void
test_reworded (PlanCase *self)
{
  ConveneInterview *heir = g_ptr_array_index (self->facts->users, 1);
  ConveneMeeting   *meeting = convene_interview_get_meeting (self->facts->before);
  g_autofree char  *agenda = g_strdup (convene_interview_get_agenda (heir));
  g_autoptr(ConvenePlan) reworded = NULL;
  g_autoptr(ConvenePlan) refused = NULL;
  g_autoptr(ConvenePlan) orphaned = NULL;
  g_autoptr(ConvenePlan) locked = NULL;
  g_autofree char *reworded_text = NULL;
  g_autofree char *refused_text = NULL;
  g_autofree char *orphaned_text = NULL;
  g_autofree char *locked_text = NULL;

  convene_interview_set_agenda (heir, "What only the next one asks");
  reworded = convene_plan_cancel (NULL, self->facts, TRUE, NULL);
  reworded_text = plan_case_describe (reworded);
  g_assert_cmpstr (reworded_text, ==, "meeting-update mail-cancellation -reminder");
  g_assert_cmpint (convene_plan_get_quota_cost (reworded), ==, 1);
  {
    g_autoptr(ConveneOperation) update = g_list_model_get_item (convene_plan_get_operations (reworded), 0);

    g_assert_cmpstr (convene_operation_get_interview_uid (update), ==, convene_interview_get_uid (heir));
  }

  /* Its account was disconnected: Zoom hears of it once it is back. Where it is here, only the host can change the meeting. */
  g_object_set (meeting, "state", CONVENE_MEETING_STATE_UNMANAGED, NULL);
  refused = convene_plan_cancel (NULL, self->facts, TRUE, NULL);
  refused_text = plan_case_describe (refused);
  g_assert_cmpstr (refused_text, ==, "mail-cancellation -reminder");
  g_object_set (meeting, "account-id", "gone@example.com", "host", "gone@example.com", NULL);
  orphaned = convene_plan_cancel (NULL, self->facts, TRUE, NULL);
  orphaned_text = plan_case_describe (orphaned);
  g_assert_cmpstr (orphaned_text, ==, "meeting-update mail-cancellation -reminder");
  g_object_set (meeting, "state", CONVENE_MEETING_STATE_LIVE, "account-id", "recruiter@example.com", "host", "recruiter@example.com", NULL);

  convene_interview_set_password (heir, "another1");
  locked = convene_plan_cancel (NULL, self->facts, TRUE, NULL);
  locked_text = plan_case_describe (locked);
  g_assert_cmpstr (locked_text, ==, "mail-cancellation -reminder");
  convene_interview_set_password (heir, NULL);
  convene_interview_set_agenda (heir, agenda);
}

/* HL-13 to HL-15, X-13: a meeting that others use stays theirs. */
static void
test_shared (void)
{
  PlanCase self = plan_case_new (PLAN_TOLD, SHARE);
  g_autoptr(ConvenePlan) cancelled = NULL;
  g_autoptr(ConvenePlan) moved = NULL;
  g_autoptr(ConvenePlan) joined = NULL;
  g_autofree char *cancelled_text = NULL;
  g_autofree char *moved_text = NULL;
  g_autofree char *joined_text = NULL;

  g_ptr_array_add (self.facts->users, plan_case_other (&self));
  cancelled = convene_plan_cancel (NULL, self.facts, TRUE, NULL);
  cancelled_text = plan_case_describe (cancelled);
  g_assert_cmpstr (cancelled_text, ==, "mail-cancellation -reminder");
  g_assert_cmpint (convene_plan_get_link_effect (cancelled), ==, CONVENE_LINK_EFFECT_LEFT);
  g_assert_cmpint (convene_plan_get_quota_cost (cancelled), ==, 0);
  test_reworded (&self);

  move (self.edited);
  moved = convene_plan_edit (self.edited, self.facts, TRUE, NULL);
  moved_text = plan_case_describe (moved);
  g_assert_cmpstr (moved_text, ==, "meeting-create mail-update -reminder");
  g_assert_cmpstr (convene_plan_get_summary (moved), ==,
                   "A new meeting with a new link is made, and the old one stays for the others who use it; it costs 1 of today’s Zoom requests and leaves 89; 3 people get an update by mail.");

  self.facts->slot = plan_case_other (&self);
  g_object_set (convene_interview_get_meeting (self.facts->slot), "id", "another", NULL);
  joined = convene_plan_edit (self.edited, self.facts, TRUE, NULL);
  joined_text = plan_case_describe (joined);
  g_assert_cmpstr (joined_text, ==, "mail-update -reminder");
  g_assert_cmpint (convene_plan_get_link_effect (joined), ==, CONVENE_LINK_EFFECT_JOINS);
  g_assert_cmpint (convene_plan_get_quota_cost (joined), ==, 0);
  plan_case_clear (&self);
}

/* Whose words the meeting has: those of the interview that it was made for. */
static void
test_shared_words (void)
{
  PlanCase self = plan_case_new (PLAN_TOLD, SHARE);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_insert (self.facts->users, 0, plan_case_other (&self));
  change_agenda (self.edited);
  plan = convene_plan_edit (self.edited, self.facts, TRUE, NULL);
  text = plan_case_describe (plan);
  g_assert_cmpstr (text, ==, "mail-update");
  g_assert_nonnull (strstr (convene_plan_get_summary (plan), "goes on showing the title and agenda of the interview that the meeting was made for"));
  plan_case_clear (&self);
}

static void
replace_candidate (ConveneInterview *interview)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_CANDIDATE, "name", "Eva Example", "address", "eva@example.com", NULL);

  convene_interview_remove_participant (interview, convene_interview_get_candidate (interview));
  convene_interview_add_participant (interview, person);
}

/* Who was removed gets a cancellation of their own, the others an update; nobody who never heard of it gets anything. */
static void
test_people (void)
{
  static const struct
  {
    PlanStage   stage;
    const char *operations;
    const char *removed;
    const char *told;
  } cases[] = {
    { PLAN_TOLD, "mail-cancellation! mail-update", "Ada Example <ada@example.com>", "Eva Example <eva@example.com>" },
    { PLAN_MADE, "=invitation", NULL, NULL },
    { PLAN_FRESH, "=create =invitation", NULL, NULL },
    { PLAN_UNTOLD, "", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase self = plan_case_new (cases[i].stage, KEEP);
      g_autoptr(ConvenePlan) plan = NULL;
      g_autofree char *text = NULL;

      replace_candidate (self.edited);
      plan = convene_plan_edit (self.edited, self.facts, TRUE, NULL);
      text = plan_case_describe (plan);
      g_assert_cmpstr (text, ==, cases[i].operations);
      g_assert_cmpuint (convene_plan_get_letters (plan)->len, ==, cases[i].removed != NULL ? 2 : 0);
      if (cases[i].removed != NULL)
        {
          const ConvenePlanLetter *removed = g_ptr_array_index (convene_plan_get_letters (plan), 0);
          const ConvenePlanLetter *told = g_ptr_array_index (convene_plan_get_letters (plan), 1);

          g_assert_cmpstr (removed->to[0], ==, cases[i].removed);
          g_assert_null (removed->to[1]);
          g_assert_cmpstr (told->to[0], ==, cases[i].told);
          g_assert_nonnull (strstr (convene_plan_get_summary (plan), "1 person is told that they take no part any more; 3 people get an update by mail."));
        }
      plan_case_clear (&self);
    }
}

static void
add_required (ConveneInterview *interview)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_REQUIRED, "address", "eva@example.com", NULL);

  convene_interview_add_participant (interview, person);
}

static void
replace_manager (ConveneInterview *interview)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_HIRING_MANAGER, "address", "recruiter@example.com", NULL);

  convene_interview_remove_participant (interview, convene_interview_get_hiring_manager (interview));
  convene_interview_add_participant (interview, person);
}

/* Whom a person had host a meeting that is not made yet stays, unless another hiring manager comes. */
static void
test_chosen_host (void)
{
  static const struct
  {
    void (*change) (ConveneInterview *);
    const char *host;
  } cases[] = {
    { add_required, "second@example.com" },
    { replace_candidate, "second@example.com" },
    { replace_manager, "recruiter@example.com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase          self = plan_case_new (PLAN_FRESH, KEEP);
      ConveneMeeting   *meeting = convene_interview_get_meeting (self.facts->before);
      ConveneOperation *create = convene_plan_find_open (self.facts->before, CONVENE_OPERATION_KIND_MEETING_CREATE, TRUE);
      g_autoptr(ConvenePlan) plan = NULL;

      g_object_set (create, "account-id", "second@example.com", "host", "second@example.com", NULL);
      g_object_set (meeting, "account-id", "second@example.com", "host", "second@example.com", NULL);
      cases[i].change (self.edited);
      plan = convene_plan_edit (self.edited, self.facts, TRUE, NULL);
      g_assert_cmpstr (convene_plan_get_host (plan), ==, cases[i].host);
      g_assert_cmpstr (convene_meeting_get_host (convene_plan_change_meeting (plan, meeting)), ==, cases[i].host);
      plan_case_clear (&self);
    }
}

/* Removed and there again before the letter left: it is not sent. */
static void
test_returned (void)
{
  static const char *const recipients[] = { "Eva Example <eva@example.com>", NULL };
  PlanCase                 self = plan_case_new (PLAN_TOLD, KEEP);
  ConveneOperation        *letter = plan_case_add_operation (self.facts->before, "removal", CONVENE_OPERATION_KIND_MAIL_CANCELLATION, CONVENE_OPERATION_STATE_WAITING, 0);
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_OPTIONAL, "name", "Eva Example", "address", "EVA@example.com", NULL);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autofree char *text = NULL;

  convene_operation_set_recipients (letter, recipients);
  convene_interview_add_participant (self.edited, person);
  plan = convene_plan_edit (self.edited, self.facts, TRUE, NULL);
  text = plan_case_describe (plan);
  g_assert_cmpstr (text, ==, "mail-update -removal");
  plan_case_clear (&self);
}

/* Answers count for the time that was answered. */
static void
test_answers (void)
{
  static const struct
  {
    void (*edit) (ConveneInterview *interview);
    int             time_sequence;
    ConveneResponse response;
  } cases[] = {
    { move, 1, CONVENE_RESPONSE_NEEDS_ACTION },
    { change_agenda, 0, CONVENE_RESPONSE_ACCEPTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase self = plan_case_new (PLAN_TOLD, KEEP);
      g_autoptr(ConvenePlan) plan = NULL;

      convene_participant_set_response (convene_interview_get_candidate (self.facts->before), CONVENE_RESPONSE_ACCEPTED);
      cases[i].edit (self.edited);
      plan = convene_plan_edit (self.edited, self.facts, TRUE, NULL);
      g_assert_cmpint (convene_interview_get_time_sequence (plan->interview), ==, cases[i].time_sequence);
      g_assert_cmpint (convene_participant_get_response (convene_interview_get_candidate (plan->interview)), ==, cases[i].response);
      plan_case_clear (&self);
    }
}

/* What cannot be asked for, and in which words. */
static void
test_refused (void)
{
  PlanCase self = plan_case_new (PLAN_TOLD, KEEP);
  g_autoptr(GError) error = NULL;

  convene_interview_set_revision (self.edited, 3);
  g_assert_null (convene_plan_edit (self.edited, self.facts, TRUE, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
  g_clear_error (&error);

  convene_interview_set_revision (self.edited, 0);
  convene_interview_set_agenda (self.edited, "");
  g_assert_null (convene_plan_edit (self.edited, self.facts, TRUE, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "agenda");
  g_clear_error (&error);

  convene_interview_set_agenda (self.edited, "Another agenda");
  self.facts->now = convene_interview_get_end (self.facts->before) - 1;
  g_assert_nonnull (convene_plan_edit (self.edited, self.facts, TRUE, &error));
  g_assert_no_error (error);
  self.facts->now++;
  g_assert_null (convene_plan_edit (self.edited, self.facts, TRUE, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_clear_error (&error);

  convene_interview_set_status (self.facts->before, CONVENE_STATUS_CANCELLED);
  g_assert_null (convene_plan_cancel (NULL, self.facts, TRUE, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  plan_case_clear (&self);
}

/* X-3, O-2: a full day, a reserve for the day itself, deletes that do not count. */
static void
test_quota (void)
{
  static const struct
  {
    int         used;
    int         reserve;
    gboolean    deletes_count;
    int         cost;
    int         left;
    const char *words;
  } cases[] = {
    { 0, 0, TRUE, 2, 98, "it costs 2 of today’s Zoom requests and leaves 98" },
    { 0, 0, FALSE, 1, 99, "it costs 1 of today’s Zoom requests and leaves 99" },
    { 0, 20, TRUE, 2, 78, "leaves 78" },
    { 80, 20, TRUE, 2, 0, "today’s Zoom requests are used up, so some of the 2 that it costs wait until" },
    { 99, 0, FALSE, 1, 0, "leaves 0" },
    { 100, 0, FALSE, 1, 0, "today’s Zoom requests are used up, so the 1 that it costs waits until" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase self = plan_case_new (PLAN_TOLD, NEW);
      g_autoptr(ConvenePlan) plan = NULL;

      convene_account_set_requests_today (g_ptr_array_index (convene_host_facts_get_accounts (self.facts->hosts), 0), cases[i].used);
      self.facts->preferences->quota_reserve = cases[i].reserve;
      self.facts->preferences->deletes_count = cases[i].deletes_count;
      move (self.edited);
      plan = convene_plan_edit (self.edited, self.facts, TRUE, NULL);
      g_test_message ("%s", convene_plan_get_summary (plan));
      g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, cases[i].cost);
      g_assert_cmpint (convene_plan_get_quota_left (plan), ==, cases[i].left);
      g_assert_nonnull (strstr (convene_plan_get_summary (plan), cases[i].words));
      plan_case_clear (&self);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/plan/X-1/SH-45/TA-11/HL-12/edits", test_edits);
  g_test_add_func ("/workflow/plan/SH-46/SH-6/TA-12/cancellations", test_cancellations);
  g_test_add_func ("/workflow/plan/X-13/HL-13/HL-15/shared", test_shared);
  g_test_add_func ("/workflow/plan/HL-15/words", test_shared_words);
  g_test_add_func ("/workflow/plan/O-9/people", test_people);
  g_test_add_func ("/workflow/plan/SH-13/O-9/chosen-host", test_chosen_host);
  g_test_add_func ("/workflow/plan/returned", test_returned);
  g_test_add_func ("/workflow/plan/SH-45/answers", test_answers);
  g_test_add_func ("/workflow/plan/refused", test_refused);
  g_test_add_func ("/workflow/plan/X-3/O-2/quota-of-edits", test_quota);

  return g_test_run ();
}
