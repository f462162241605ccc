/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "convene-clock.h"
#include "convene-entry-words.h"
#include "convene-error.h"
#include "plan-case.h"

/* what a plan says of how people get in: what is known of the account or of the meeting → a part of the sentence. */

static void
nothing (ConveneInterview *interview)
{
  convene_interview_set_details (interview, "Bring a laptop");
}

static void
another_link (ConveneInterview *interview)
{
  g_autoptr(ConveneMoment) moved = convene_moment_new_at (convene_moment_get_instant (convene_interview_get_start (interview)) + CONVENE_DAY, "UTC", NULL);

  convene_interview_set_start (interview, moved);
  convene_interview_set_link_policy (interview, CONVENE_LINK_POLICY_NEW);
}

static void
paste (ConveneInterview *interview)
{
  convene_interview_set_platform (interview, CONVENE_PLATFORM_LINK);
  convene_interview_set_link (interview, "https://example.com/room");
}

static void
prepare (PlanCase    *self,
         ConveneEntry account,
         ConveneEntry meeting,
         const char  *rules)
{
  GPtrArray *accounts = convene_host_facts_get_accounts (self->facts->hosts);

  for (guint i = 0; i < accounts->len; i++)
    g_object_set (g_ptr_array_index (accounts, i), "user-id", i == 0 ? "first" : "second", "entry", account, "password-rules", rules, NULL);
  if (convene_interview_get_meeting (self->facts->before) != NULL)
    convene_meeting_set_entry (convene_interview_get_meeting (self->facts->before), meeting);
}

static void
test_edits (void)
{
  static const struct
  {
    PlanStage    stage;
    ConveneEntry account;
    ConveneEntry meeting;
    void (*edit) (ConveneInterview *interview);
    const char *part; /* NULL: nothing is said */
  } cases[] = {
    { PLAN_TOLD, CONVENE_ENTRY_OPEN, CONVENE_ENTRY_UNKNOWN, nothing, NULL },
    { PLAN_TOLD, CONVENE_ENTRY_UNKNOWN, CONVENE_ENTRY_OPEN, nothing, "before the host, with the passcode." },
    { PLAN_TOLD, CONVENE_ENTRY_OPEN, CONVENE_ENTRY_WAITING_ROOM, nothing, "nobody can join before the host" },
    { PLAN_TOLD, CONVENE_ENTRY_OPEN, CONVENE_ENTRY_HOST_FIRST, nothing, "once the host has started" },
    { PLAN_TOLD, CONVENE_ENTRY_OPEN, CONVENE_ENTRY_SIGN_IN, nothing, "signed in to Zoom" },
    { PLAN_TOLD, CONVENE_ENTRY_WAITING_ROOM, CONVENE_ENTRY_OPEN, another_link, "nobody can join before the host" },
    { PLAN_TOLD, CONVENE_ENTRY_OPEN, CONVENE_ENTRY_WAITING_ROOM, another_link, "before the host, with the passcode." },
    { PLAN_TOLD, CONVENE_ENTRY_HOST_FIRST, CONVENE_ENTRY_OPEN, another_link, "may have to wait until the host starts" },
    { PLAN_TOLD, CONVENE_ENTRY_SIGN_IN, CONVENE_ENTRY_OPEN, another_link, "signed in to Zoom" },
    { PLAN_TOLD, CONVENE_ENTRY_UNKNOWN, CONVENE_ENTRY_OPEN, another_link, "unless the host’s Zoom account has a waiting room" },
    { PLAN_TOLD, CONVENE_ENTRY_OPEN, CONVENE_ENTRY_OPEN, paste, NULL },
    { PLAN_FRESH, CONVENE_ENTRY_WAITING_ROOM, CONVENE_ENTRY_UNKNOWN, nothing, "nobody can join before the host" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase self = plan_case_new (cases[i].stage, CONVENE_LINK_POLICY_KEEP);
      g_autoptr(ConvenePlan) plan = NULL;
      g_autoptr(GError) error = NULL;

      prepare (&self, cases[i].account, cases[i].meeting, NULL);
      cases[i].edit (self.edited);
      plan = convene_plan_edit (self.edited, self.facts, TRUE, &error);
      g_assert_no_error (error);
      g_test_message ("%u: %s", i, convene_plan_get_entry (plan));
      if (cases[i].part == NULL)
        g_assert_null (convene_plan_get_entry (plan));
      else
        g_assert_nonnull (strstr (convene_plan_get_entry (plan), cases[i].part));
      plan_case_clear (&self);
    }
}

/* Of an account that hosts for somebody else, only that one's own settings would say something. */
static void
test_other_host (void)
{
  PlanCase self = plan_case_new (PLAN_TOLD, CONVENE_LINK_POLICY_KEEP);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(ConvenePlan) cancelled = NULL;

  prepare (&self, CONVENE_ENTRY_OPEN, CONVENE_ENTRY_UNKNOWN, NULL);
  plan = convene_plan_new (self.edited);
  convene_plan_set_link_effect (plan, CONVENE_LINK_EFFECT_NEW);
  convene_plan_set_made_by (plan, "user:first");
  convene_plan_set_host (plan, "manager@example.com", NULL);
  convene_plan_say_entry (plan, self.facts);
  g_assert_nonnull (strstr (convene_plan_get_entry (plan), "unless"));
  convene_plan_set_host (plan, "recruiter@example.com", NULL);
  convene_plan_say_entry (plan, self.facts);
  g_assert_null (strstr (convene_plan_get_entry (plan), "unless"));

  cancelled = convene_plan_cancel (NULL, self.facts, TRUE, NULL);
  g_assert_null (convene_plan_get_entry (cancelled));
  plan_case_clear (&self);
}

/* A password that the account does not take is refused before anybody is told; one that Zoom made, or that is the meeting's, never is. */
static void
test_password (void)
{
  static const struct
  {
    PlanStage   stage;
    const char *password;
    gboolean    good;
  } cases[] = {
    { PLAN_TOLD, NULL, TRUE },
    { PLAN_TOLD, "secret", TRUE },
    { PLAN_TOLD, "short", FALSE },
    { PLAN_TOLD, "longenough", TRUE },
    { PLAN_FRESH, "short", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase           self = plan_case_new (cases[i].stage, CONVENE_LINK_POLICY_KEEP);
      ConvenePlanRequest request = { .kind = CONVENE_PLAN_EDIT, .mail = TRUE, .interview = self.edited };
      g_autoptr(ConvenePlan) plan = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%u", i);
      prepare (&self, CONVENE_ENTRY_OPEN, CONVENE_ENTRY_OPEN, "length=8");
      convene_interview_set_password (self.edited, cases[i].password);
      plan = convene_plan_make (&request, self.facts, &error);
      g_assert_true ((plan != NULL) == cases[i].good);
      if (!cases[i].good)
        {
          g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
          g_assert_cmpstr (convene_error_get_field (error), ==, "password");
        }
      plan_case_clear (&self);
    }
}

static void
test_without_password (void)
{
  g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "entry", CONVENE_ENTRY_OPEN, NULL);

  g_assert_null (strstr (convene_entry_words_meeting (meeting), "passcode"));
  convene_meeting_set_password (meeting, "secret");
  g_assert_nonnull (strstr (convene_entry_words_meeting (meeting), "passcode"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/X-4/plan/edits", test_edits);
  g_test_add_func ("/workflow/X-4/plan/other-host", test_other_host);
  g_test_add_func ("/workflow/X-4/plan/without-password", test_without_password);
  g_test_add_func ("/workflow/SH-22/plan/password", test_password);

  return g_test_run ();
}
