/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "plan-fixture.h"

#include "convene-engine-directory.h"
#include "convene-error.h"
#include "convene-preferences.h"

static ConveneScheduler *
get_scheduler (Fixture *fixture)
{
  return convene_engine_get_scheduler (fixture->engine);
}

Fixture *
plans_fixture_new (const char *policy)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(GAsyncResult) result = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  convene_engine_set_preference_async (fixture->engine, CONVENE_PREFERENCE_LINK_POLICY, policy, NULL, fixture_result_cb, &result);
  g_assert_true (convene_engine_set_preference_finish (fixture->engine, fixture_await (&result), NULL));
  return fixture;
}

/* Takes the result. */
static ConvenePlan *
end_planning (Fixture       *fixture,
              GAsyncResult **slot)
{
  g_autoptr(GError) error = NULL;
  ConvenePlan *plan = convene_scheduler_plan_finish (get_scheduler (fixture), fixture_await (slot), &error);

  g_assert_no_error (error);
  g_test_message ("%s", convene_plan_get_summary (plan));
  return plan;
}

ConvenePlan *
plans_schedule (Fixture          *fixture,
                ConveneInterview *interview)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_plan_async (get_scheduler (fixture), interview, TRUE, NULL, fixture_result_cb, &result);
  return end_planning (fixture, &result);
}

ConvenePlan *
plans_cancel (Fixture    *fixture,
              const char *uid)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_plan_cancel_async (get_scheduler (fixture), uid, NULL, TRUE, NULL, fixture_result_cb, &result);
  return end_planning (fixture, &result);
}

ConvenePlan *
plans_edit (Fixture          *fixture,
            ConveneInterview *edited)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_plan_edit_async (get_scheduler (fixture), edited, TRUE, NULL, fixture_result_cb, &result);
  return end_planning (fixture, &result);
}

ConvenePlan *
plans_move (Fixture          *fixture,
            const char       *uid,
            gint64            by,
            ConveneLinkPolicy policy)
{
  g_autoptr(ConveneInterview) stored = fixture_find (fixture, uid);
  g_autoptr(ConveneInterview) edited = convene_interview_copy (stored);
  const ConveneMoment *start = convene_interview_get_start (stored);
  g_autoptr(ConveneMoment) moved = convene_moment_new_at (convene_moment_get_instant (start) + by, convene_moment_get_zone (start), NULL);

  convene_interview_set_start (edited, moved);
  convene_interview_set_link_policy (edited, policy);
  return plans_edit (fixture, edited);
}

ConvenePlan *
plans_fix (Fixture       *fixture,
           const char    *uid,
           ConveneFixKind kind,
           const char    *value)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_plan_fix_async (get_scheduler (fixture), uid, kind, value, TRUE, NULL, fixture_result_cb, &result);
  return end_planning (fixture, &result);
}

gboolean
plans_commit (Fixture     *fixture,
              ConvenePlan *plan,
              gint64       delay)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  convene_scheduler_commit_async (get_scheduler (fixture), plan, delay, NULL, fixture_result_cb, &result);
  done = convene_scheduler_commit_finish (get_scheduler (fixture), fixture_await (&result), &error);
  if (!done)
    g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);

  return done;
}

gboolean
plans_undo (Fixture     *fixture,
            ConvenePlan *plan)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  convene_scheduler_undo_async (get_scheduler (fixture), plan, NULL, fixture_result_cb, &result);
  done = convene_scheduler_undo_finish (get_scheduler (fixture), fixture_await (&result), &error);
  if (!done)
    g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);

  return done;
}

char *
plans_schedule_beside (Fixture          *fixture,
                       const char       *uid,
                       gint64            later,
                       ConveneLinkPolicy policy)
{
  g_autoptr(ConveneInterview) first = fixture_find (fixture, uid);
  g_autoptr(ConveneInterview) second = fixture_interview (convene_interview_get_job (first));
  const ConveneMoment *start = convene_interview_get_start (first);
  g_autoptr(ConveneMoment) moment = convene_moment_new_at (convene_moment_get_instant (start) + later, convene_moment_get_zone (start), NULL);

  convene_interview_set_start (second, moment);
  convene_interview_set_link_policy (second, policy);
  return fixture_schedule (fixture, second);
}
