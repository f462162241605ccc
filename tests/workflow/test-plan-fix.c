/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "plan-case.h"

/* Plans of fixes as tables: what is broken, what is done about it. */

#define KEEP CONVENE_LINK_POLICY_KEEP

static void
drift (ConveneInterview *interview,
       gint64            by,
       const char       *password)
{
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  g_object_set (meeting, "seen-at", G_GINT64_CONSTANT (1), "seen-start", convene_meeting_get_start (meeting) + by, "seen-duration", convene_meeting_get_duration (meeting),
                "seen-timezone", convene_meeting_get_timezone (meeting), "seen-join-url", password != NULL ? "https://zoom.example.com/j/81234567890?pwd=b" : convene_meeting_get_join_url (meeting),
                "seen-password", password != NULL ? password : convene_meeting_get_password (meeting), NULL);
}

/* SH-56, O-13: what is broken × what is done about it. */
static void
test_fixes (void)
{
  static const struct
  {
    PlanStage         stage;
    gint64            moved;
    const char       *password;
    ConveneFixKind    kind;
    const char       *value;
    int               code; /* -1: it can be done */
    const char       *operations;
    ConveneLinkEffect effect;
    int               cost;
  } cases[] = {
    { PLAN_FAILED, 0, NULL, CONVENE_FIX_RETRY, NULL, -1, "=create", CONVENE_LINK_EFFECT_NEW, 1 },
    { PLAN_TOLD, 0, NULL, CONVENE_FIX_RETRY, NULL, CONVENE_ERROR_REFUSED, NULL, 0, 0 },
    { PLAN_UNREACHED, 0, NULL, CONVENE_FIX_RETRY, NULL, -1, "=invitation", CONVENE_LINK_EFFECT_STAYS, 0 },
    { PLAN_FAILED, 0, NULL, CONVENE_FIX_HOST, "second@example.com", -1, "meeting-create mail-link-ready -create", CONVENE_LINK_EFFECT_NEW, 1 },
    { PLAN_TOLD, 0, NULL, CONVENE_FIX_HOST, "second@example.com", -1, "meeting-create mail-update meeting-delete", CONVENE_LINK_EFFECT_NEW, 1 },
    { PLAN_TOLD, 0, NULL, CONVENE_FIX_HOST, "nobody@example.com", CONVENE_ERROR_NO_ACCOUNT, NULL, 0, 0 },
    { PLAN_TOLD, 0, NULL, CONVENE_FIX_HOST, "nobody", CONVENE_ERROR_INVALID, NULL, 0, 0 },
    { PLAN_FRESH, 0, NULL, CONVENE_FIX_HOST, "second@example.com", -1, "meeting-create =invitation -create", CONVENE_LINK_EFFECT_NEW, 1 },
    { PLAN_FAILED, 0, NULL, CONVENE_FIX_LINK, "https://example.com/room", -1, "mail-link-ready -create", CONVENE_LINK_EFFECT_PASTED, 0 },
    { PLAN_LINKLESS, 0, NULL, CONVENE_FIX_LINK, "https://example.com/room", -1, "mail-link-ready -create", CONVENE_LINK_EFFECT_PASTED, 0 },
    { PLAN_MISSING, 0, NULL, CONVENE_FIX_LINK, "https://example.com/room", -1, "mail-update", CONVENE_LINK_EFFECT_PASTED, 0 },
    { PLAN_MISSING, 0, NULL, CONVENE_FIX_LINK, "ftp://example.com/room", CONVENE_ERROR_INVALID, NULL, 0, 0 },
    { PLAN_MISSING, 0, NULL, CONVENE_FIX_RECREATE, NULL, -1, "meeting-create mail-update", CONVENE_LINK_EFFECT_NEW, 1 },
    { PLAN_MISSING, 0, NULL, CONVENE_FIX_RESTORE, NULL, CONVENE_ERROR_REFUSED, NULL, 0, 0 },
    { PLAN_TOLD, CONVENE_HOUR, NULL, CONVENE_FIX_TAKE, NULL, -1, "mail-update -reminder", CONVENE_LINK_EFFECT_FOLLOWS, 0 },
    { PLAN_TOLD, 0, "other", CONVENE_FIX_TAKE, NULL, -1, "mail-update", CONVENE_LINK_EFFECT_FOLLOWS, 0 },
    { PLAN_TOLD, 0, NULL, CONVENE_FIX_TAKE, NULL, CONVENE_ERROR_REFUSED, NULL, 0, 0 },
    { PLAN_TOLD, CONVENE_HOUR, NULL, CONVENE_FIX_RESTORE, NULL, -1, "meeting-update", CONVENE_LINK_EFFECT_STAYS, 1 },
    { PLAN_TOLD, 0, "other", CONVENE_FIX_RESTORE, NULL, -1, "meeting-update", CONVENE_LINK_EFFECT_STAYS, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PlanCase self = plan_case_new (cases[i].stage, KEEP);
      g_autoptr(ConvenePlan) plan = NULL;
      g_autoptr(GError) error = NULL;
      g_autofree char *operations = NULL;

      if (cases[i].stage == PLAN_FAILED || cases[i].stage == PLAN_LINKLESS)
        plan_case_set_told (self.facts->before);
      if (cases[i].moved != 0 || cases[i].password != NULL)
        drift (self.facts->before, cases[i].moved, cases[i].password);
      plan = convene_plan_fix (cases[i].kind, cases[i].value, self.facts, TRUE, &error);
      g_test_message ("%u: %s", i, plan != NULL ? convene_plan_get_summary (plan) : error->message);
      if (cases[i].code != -1)
        {
          g_assert_error (error, CONVENE_ERROR, cases[i].code);
        }
      else
        {
          g_assert_no_error (error);
          operations = plan_case_describe (plan);
          g_assert_cmpstr (operations, ==, cases[i].operations);
          g_assert_cmpint (convene_plan_get_link_effect (plan), ==, cases[i].effect);
          g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, cases[i].cost);
        }
      plan_case_clear (&self);
    }
}

/* What could not be changed because the meeting is gone is not tried again, whatever else is. */
static void
test_retry_without_meeting (void)
{
  PlanCase self = plan_case_new (PLAN_MISSING, KEEP);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *operations = NULL;

  plan_case_add_operation (self.facts->before, "update", CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_FAILED, 1);
  g_assert_null (convene_plan_fix (CONVENE_FIX_RETRY, NULL, self.facts, TRUE, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);

  plan_case_add_operation (self.facts->before, "changed", CONVENE_OPERATION_KIND_MAIL_UPDATE, CONVENE_OPERATION_STATE_FAILED, 1);
  plan = convene_plan_fix (CONVENE_FIX_RETRY, NULL, self.facts, TRUE, NULL);
  g_assert_nonnull (plan);
  operations = plan_case_describe (plan);
  g_assert_cmpstr (operations, ==, "=changed");
  plan_case_clear (&self);
}

/* O-13: Zoom's time becomes the interview's. */
static void
test_take (void)
{
  PlanCase self = plan_case_new (PLAN_TOLD, KEEP);
  gint64   start = convene_moment_get_instant (convene_interview_get_start (self.facts->before));
  g_autoptr(ConvenePlan) plan = NULL;

  drift (self.facts->before, CONVENE_HOUR, "other");
  plan = convene_plan_fix (CONVENE_FIX_TAKE, NULL, self.facts, TRUE, NULL);
  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (plan->interview)), ==, start + CONVENE_HOUR);
  g_assert_cmpstr (convene_interview_get_join_link (plan->interview), ==, "https://zoom.example.com/j/81234567890?pwd=b");
  g_assert_cmpint (convene_meeting_get_drift (convene_interview_get_meeting (plan->interview)), ==, CONVENE_MEETING_DRIFT_NONE);
  g_assert_cmpint (convene_interview_get_time_sequence (plan->interview), ==, 1);
  plan_case_clear (&self);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/plan/SH-56/O-13/fixes", test_fixes);
  g_test_add_func ("/workflow/plan/O-13/retry-without-meeting", test_retry_without_meeting);
  g_test_add_func ("/workflow/plan/O-13/take", test_take);

  return g_test_run ();
}
