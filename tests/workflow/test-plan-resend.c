/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "plan-case.h"

/* The invitation again, as a table: how far an interview is, and what is otherwise → what is sent, under which SEQUENCE, or why it is not. */

static void
nothing (PlanCase *self)
{
}

static void
change_unsaid (PlanCase *self)
{
  convene_interview_set_details (self->facts->before, "Bring a laptop");
}

static void
begin (PlanCase *self)
{
  self->facts->now = convene_interview_get_end (self->facts->before) - CONVENE_MINUTE;
}

static void
end (PlanCase *self)
{
  self->facts->now = convene_interview_get_end (self->facts->before);
}

static void
cancel (PlanCase *self)
{
  convene_interview_set_status (self->facts->before, CONVENE_STATUS_CANCELLED);
}

static void
complete (PlanCase *self)
{
  convene_interview_set_status (self->facts->before, CONVENE_STATUS_COMPLETED);
}

static void
propose (PlanCase *self)
{
  convene_interview_set_status (self->facts->before, CONVENE_STATUS_PROPOSED);
}

static void
come_from_elsewhere (PlanCase *self)
{
  convene_interview_set_origin_uid (self->facts->before, "event@example.org");
}

static void
send_apart (PlanCase *self)
{
  self->facts->apart = TRUE;
}

/* People were told without a link, as the outbox writes it. */
static void
release (PlanCase *self)
{
  convene_operation_set_released (convene_plan_find_open (self->facts->before, CONVENE_OPERATION_KIND_MEETING_CREATE, FALSE), TRUE);
}

/* Nobody was to get mail, and the meeting is still to be made. */
static void
await_meeting (PlanCase *self)
{
  GListModel *operations = convene_interview_get_operations (self->facts->before);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MEETING_CREATE)
        convene_operation_set_state (operation, CONVENE_OPERATION_STATE_DROPPED);
    }
}

static void
phone (PlanCase *self)
{
  convene_interview_set_meeting (self->facts->before, NULL);
  convene_interview_set_platform (self->facts->before, CONVENE_PLATFORM_PHONE);
}

static void
test_plans (void)
{
  static const struct
  {
    PlanStage stage;
    void (*prepare) (PlanCase *self);
    const char       *operations; /* NULL: it is refused */
    ConveneLinkEffect effect;
    int               sequence;
    const char       *words; /* of the summary, or of the refusal */
  } cases[] = {
    { PLAN_TOLD, nothing, "mail-invitation", CONVENE_LINK_EFFECT_STAYS, 0, "The link stays; 3 people are invited by mail." },
    { PLAN_TOLD, change_unsaid, "mail-invitation", CONVENE_LINK_EFFECT_STAYS, 1, "3 people" },
    { PLAN_TOLD, begin, "mail-invitation", CONVENE_LINK_EFFECT_STAYS, 0, "3 people" },
    { PLAN_TOLD, send_apart, "mail-invitation", CONVENE_LINK_EFFECT_STAYS, 0, "3 people are invited by mail, with a letter for each" },
    { PLAN_UNTOLD, nothing, "mail-invitation", CONVENE_LINK_EFFECT_STAYS, 0, "3 people" },
    { PLAN_FRESH, await_meeting, "mail-invitation", CONVENE_LINK_EFFECT_NEW, 0, "its link goes out with the invitation; 3 people" },
    { PLAN_UNTOLD, phone, "mail-invitation", CONVENE_LINK_EFFECT_NONE, 0, "The interview needs no link; 3 people" },
    { PLAN_LINKLESS, release, "mail-invitation", CONVENE_LINK_EFFECT_NONE, 0, "The invitation has no link; 3 people" },
    { PLAN_FAILED, nothing, "mail-invitation", CONVENE_LINK_EFFECT_NONE, 0, "The invitation has no link" },
    { PLAN_UNREACHED, nothing, "mail-invitation -invitation", CONVENE_LINK_EFFECT_STAYS, 0, "3 people" },
    { PLAN_MADE, nothing, NULL, CONVENE_LINK_EFFECT_NONE, 0, "on its way" },
    { PLAN_FRESH, nothing, NULL, CONVENE_LINK_EFFECT_NONE, 0, "on its way" },
    { PLAN_CHANGING, nothing, NULL, CONVENE_LINK_EFFECT_NONE, 0, "on its way" },
    { PLAN_TOLD, end, NULL, CONVENE_LINK_EFFECT_NONE, 0, "over" },
    { PLAN_TOLD, complete, NULL, CONVENE_LINK_EFFECT_NONE, 0, "over" },
    { PLAN_TOLD, cancel, NULL, CONVENE_LINK_EFFECT_NONE, 0, "cancelled" },
    { PLAN_TOLD, propose, NULL, CONVENE_LINK_EFFECT_NONE, 0, "not scheduled" },
    { PLAN_TOLD, come_from_elsewhere, NULL, CONVENE_LINK_EFFECT_NONE, 0, "Somebody else" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase self = plan_case_new (cases[i].stage, CONVENE_LINK_POLICY_KEEP);
      g_autoptr(ConvenePlan) plan = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *operations = NULL;
      const char      *words;

      cases[i].prepare (&self);
      plan = convene_plan_resend (self.facts, &error);
      words = plan != NULL ? convene_plan_get_summary (plan) : error->message;
      operations = plan != NULL ? plan_case_describe (plan) : NULL;
      g_test_message ("%u: %s", i, words);
      g_assert_cmpstr (operations, ==, cases[i].operations);
      g_assert_nonnull (strstr (words, cases[i].words));
      if (plan == NULL)
        {
          g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
        }
      else
        {
          g_assert_cmpint (convene_plan_get_link_effect (plan), ==, cases[i].effect);
          g_assert_cmpint (convene_interview_get_sequence (convene_plan_get_interview (plan)), ==, cases[i].sequence);
          g_assert_cmpstr (convene_plan_kind_to_nick (convene_plan_get_kind (plan)), ==, "resend");
        }
      plan_case_clear (&self);
    }
}

/* What became of an interview: what it is, what it shall be, and when it is said → whether that can be. */
static void
test_marks (void)
{
  static const struct
  {
    ConveneStatus is;
    ConveneStatus wanted;
    gint64        after; /* its start */
    gboolean      can;
  } cases[] = {
    { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_COMPLETED, -1, FALSE },
    { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_COMPLETED, 0, TRUE },
    { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_NO_SHOW, -1, FALSE },
    { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_NO_SHOW, 0, TRUE },
    { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_NO_SHOW, 30 * CONVENE_DAY, TRUE },
    { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_SCHEDULED, CONVENE_DAY, FALSE },
    { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_CANCELLED, CONVENE_DAY, FALSE },
    { CONVENE_STATUS_SCHEDULED, CONVENE_STATUS_DRAFT, CONVENE_DAY, FALSE },
    { CONVENE_STATUS_COMPLETED, CONVENE_STATUS_NO_SHOW, CONVENE_DAY, TRUE },
    { CONVENE_STATUS_NO_SHOW, CONVENE_STATUS_COMPLETED, CONVENE_DAY, TRUE },
    { CONVENE_STATUS_COMPLETED, CONVENE_STATUS_SCHEDULED, CONVENE_DAY, TRUE },
    { CONVENE_STATUS_NO_SHOW, CONVENE_STATUS_SCHEDULED, -1, TRUE },
    { CONVENE_STATUS_CANCELLED, CONVENE_STATUS_SCHEDULED, CONVENE_DAY, FALSE },
    { CONVENE_STATUS_CANCELLED, CONVENE_STATUS_COMPLETED, CONVENE_DAY, FALSE },
    { CONVENE_STATUS_PROPOSED, CONVENE_STATUS_COMPLETED, CONVENE_DAY, FALSE },
    { CONVENE_STATUS_DRAFT, CONVENE_STATUS_NO_SHOW, CONVENE_DAY, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase          self = plan_case_new (PLAN_TOLD, CONVENE_LINK_POLICY_KEEP);
      ConveneInterview *interview = self.facts->before;
      gint64            now = convene_moment_get_instant (convene_interview_get_start (interview)) + cases[i].after;

      convene_interview_set_status (interview, cases[i].is);
      g_test_message ("%u", i);
      g_assert_cmpint (convene_interview_can_mark (interview, cases[i].wanted, now), ==, cases[i].can);
      plan_case_clear (&self);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/plan/O-13/resend", test_plans);
  g_test_add_func ("/workflow/O-14/marks", test_marks);

  return g_test_run ();
}
