/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-engine-directory.h"
#include "convene-error.h"
#include "convene-preferences.h"
#include "workflow-fixture.h"

/* Plans of edits, cancellations and fixes as they are committed: with practice as Zoom and mail server. */

static ConveneScheduler *
get_scheduler (Fixture *fixture)
{
  return convene_engine_get_scheduler (fixture->engine);
}

static Fixture *
fixture_ready (void)
{
  Fixture *fixture = fixture_new ();

  fixture_provide (fixture, TRUE, TRUE);
  return fixture;
}

/* An interview whose meeting is made and whose invitation has left. */
static ConveneInterview *
schedule (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char  *uid = fixture_schedule (fixture, interview);
  ConveneInterview *settled = fixture_settle (fixture, uid, CONVENE_MINUTE);

  fixture_assert_operation (settled, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  return settled;
}

static ConveneInterview *
find_again (Fixture          *fixture,
            ConveneInterview *interview)
{
  return fixture_find (fixture, convene_interview_get_uid (interview));
}

static void
move (ConveneInterview *interview,
      gint64            by)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autoptr(ConveneMoment) moved = convene_moment_new_at (convene_moment_get_instant (start) + by, convene_moment_get_zone (start), NULL);

  convene_interview_set_start (interview, moved);
}

static ConvenePlan *
plan_edit (Fixture          *fixture,
           ConveneInterview *edited,
           GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_plan_edit_async (get_scheduler (fixture), edited, TRUE, NULL, fixture_result_cb, &result);
  return convene_scheduler_plan_finish (get_scheduler (fixture), fixture_await (&result), error);
}

static ConvenePlan *
plan_cancel (Fixture          *fixture,
             ConveneInterview *interview,
             GError          **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_plan_cancel_async (get_scheduler (fixture), convene_interview_get_uid (interview), "The position is filled", TRUE, NULL, fixture_result_cb, &result);
  return convene_scheduler_plan_finish (get_scheduler (fixture), fixture_await (&result), error);
}

static gboolean
commit (Fixture     *fixture,
        ConvenePlan *plan,
        gint64       delay,
        GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_commit_async (get_scheduler (fixture), plan, delay, NULL, fixture_result_cb, &result);
  return convene_scheduler_commit_finish (get_scheduler (fixture), fixture_await (&result), error);
}

static gboolean
undo (Fixture     *fixture,
      ConvenePlan *plan,
      GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_undo_async (get_scheduler (fixture), plan, NULL, fixture_result_cb, &result);
  return convene_scheduler_undo_finish (get_scheduler (fixture), fixture_await (&result), error);
}

static void
hasten (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_scheduler_hasten_async (get_scheduler (fixture), NULL, fixture_result_cb, &result);
  g_assert_true (convene_scheduler_hasten_finish (get_scheduler (fixture), fixture_await (&result), &error));
  g_assert_no_error (error);
}

static ConvenePlan *
commit_edit (Fixture          *fixture,
             ConveneInterview *edited,
             gint64            delay)
{
  g_autoptr(GError) error = NULL;
  ConvenePlan *plan = plan_edit (fixture, edited, &error);

  g_assert_no_error (error);
  g_test_message ("%s", convene_plan_get_summary (plan));
  g_assert_true (commit (fixture, plan, delay, &error));
  g_assert_no_error (error);
  return plan;
}

static ConvenePlan *
commit_cancel (Fixture          *fixture,
               ConveneInterview *interview,
               gint64            delay)
{
  g_autoptr(GError) error = NULL;
  ConvenePlan *plan = plan_cancel (fixture, interview, &error);

  g_assert_no_error (error);
  g_test_message ("%s", convene_plan_get_summary (plan));
  g_assert_true (commit (fixture, plan, delay, &error));
  g_assert_no_error (error);
  return plan;
}

/* SH-45: the same meeting at another time, with one request and one letter. */
static void
test_move (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = schedule (fixture);
  g_autoptr(ConveneInterview) edited = convene_interview_copy (interview);
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConvenePlan) plan = NULL;
  g_autofree char *subjects = NULL;

  move (edited, CONVENE_DAY);
  plan = commit_edit (fixture, edited, 0);
  g_assert_cmpint (convene_plan_get_link_effect (plan), ==, CONVENE_LINK_EFFECT_STAYS);
  g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, 1);
  after = fixture_settle (fixture, convene_interview_get_uid (interview), CONVENE_MINUTE);

  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MEETING_UPDATE, "done");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_UPDATE, "done");
  g_assert_cmpint (convene_interview_get_sequence (after), ==, 1);
  g_assert_cmpint (convene_interview_get_time_sequence (after), ==, 1);
  g_assert_cmpint (convene_meeting_get_start (convene_interview_get_meeting (after)), ==, convene_moment_get_instant (convene_interview_get_start (after)));
  g_assert_cmpstr (convene_interview_get_join_link (after), ==, convene_interview_get_join_link (interview));
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

/* HL-12: what Zoom does not know of costs nothing; nothing at all is no letter either. */
static void
test_nothing_asked (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = schedule (fixture);
  g_autoptr(ConveneInterview) edited = convene_interview_copy (interview);
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConvenePlan) nothing = commit_edit (fixture, edited, 0);
  g_autoptr(ConvenePlan) plan = NULL;

  g_assert_true (convene_plan_is_empty (nothing));
  convene_interview_set_details (edited, "Bring a laptop.");
  plan = commit_edit (fixture, edited, 0);
  g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, 0);
  after = fixture_settle (fixture, convene_interview_get_uid (interview), CONVENE_MINUTE);

  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_UPDATE, "done");
  g_assert_cmpuint (fixture_count_calls (fixture, "patch"), ==, 0);
  fixture_free (fixture);
}

/* Edits before a letter leaves are one request and one letter. */
static void
test_quick_edits (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = schedule (fixture);
  g_autoptr(ConveneInterview) edited = convene_interview_copy (interview);
  g_autoptr(ConveneInterview) again = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConvenePlan) first = NULL;
  g_autoptr(ConvenePlan) second = NULL;

  move (edited, CONVENE_DAY);
  first = commit_edit (fixture, edited, CONVENE_UNDO_TIME);
  again = find_again (fixture, interview);
  convene_interview_set_job (again, "Principal Engineer");
  second = commit_edit (fixture, again, CONVENE_UNDO_TIME);
  g_assert_cmpint (convene_plan_get_quota_cost (second), ==, 0);
  hasten (fixture);
  after = fixture_settle (fixture, convene_interview_get_uid (interview), CONVENE_MINUTE);

  g_assert_cmpint (convene_interview_get_sequence (after), ==, 1);
  g_assert_cmpuint (fixture_count_calls (fixture, "patch"), ==, 1);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_UPDATE, "done");
  g_assert_cmpstr (convene_meeting_get_topic (convene_interview_get_meeting (after)), ==, "Principal Engineer Interview");
  fixture_free (fixture);
}

/* SH-46 */
static void
test_cancel (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = schedule (fixture);
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConvenePlan) plan = commit_cancel (fixture, interview, 0);
  g_autoptr(ConvenePlan) again = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (convene_plan_get_link_effect (plan), ==, CONVENE_LINK_EFFECT_DELETED);
  after = fixture_settle (fixture, convene_interview_get_uid (interview), CONVENE_MINUTE);
  g_assert_cmpint (convene_interview_get_status (after), ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpstr (convene_interview_get_cancel_reason (after), ==, "The position is filled");
  g_assert_cmpint (convene_interview_get_sequence (after), ==, 1);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MEETING_DELETE, "done");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, "done");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);

  again = plan_cancel (fixture, interview, &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_assert_null (again);
  fixture_free (fixture);
}

/* Cancelled before anything happened: nothing happens. */
static void
test_cancel_early (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = fixture_schedule (fixture, interview);
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConvenePlan) plan = commit_cancel (fixture, interview, 0);
  g_autofree char *subjects = NULL;

  g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, 0);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MEETING_CREATE, "dropped");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_INVITATION, "dropped");
  subjects = fixture_subjects (fixture);
  g_assert_cmpstr (subjects, ==, "");
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 0);
  fixture_free (fixture);
}

static char *
describe (ConveneInterview *interview)
{
  GListModel *operations = convene_interview_get_operations (interview);
  GString    *text = g_string_new (NULL);

  g_string_append_printf (text, "%s %d %d %d\n", convene_moment_get_wall (convene_interview_get_start (interview)), convene_interview_get_sequence (interview),
                          convene_interview_get_time_sequence (interview), convene_interview_get_status (interview));
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      g_string_append_printf (text, "%s %d %d %" G_GINT64_FORMAT " %d\n", convene_operation_get_id (operation), convene_operation_get_kind (operation),
                              convene_operation_get_state (operation), convene_operation_get_due (operation), convene_operation_get_held (operation));
    }

  return g_string_free (text, FALSE);
}

/* What is taken back is as it was; what is under way is not taken back. */
static void
test_undo (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = schedule (fixture);
  g_autoptr(ConveneInterview) edited = convene_interview_copy (interview);
  g_autoptr(ConveneInterview) back = NULL;
  g_autoptr(ConveneInterview) twice = NULL;
  g_autofree char *before = describe (interview);
  g_autofree char *after = NULL;
  g_autofree char *after_cancel = NULL;
  g_autoptr(ConvenePlan) moved = NULL;
  g_autoptr(ConvenePlan) cancelled = NULL;
  g_autoptr(ConvenePlan) late = NULL;
  g_autoptr(GError) error = NULL;

  move (edited, CONVENE_DAY);
  moved = commit_edit (fixture, edited, CONVENE_UNDO_TIME);
  g_assert_true (undo (fixture, moved, &error));
  g_assert_no_error (error);
  back = find_again (fixture, interview);
  after = describe (back);
  g_assert_cmpstr (after, ==, before);

  cancelled = commit_cancel (fixture, interview, CONVENE_UNDO_TIME);
  g_assert_true (undo (fixture, cancelled, &error));
  g_assert_no_error (error);
  twice = find_again (fixture, interview);
  after_cancel = describe (twice);
  g_assert_cmpstr (after_cancel, ==, before);

  late = commit_cancel (fixture, interview, CONVENE_UNDO_TIME);
  hasten (fixture);
  g_assert_false (undo (fixture, late, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  fixture_free (fixture);
}

static void
set_policy (Fixture    *fixture,
            const char *policy)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_set_preference_async (fixture->engine, CONVENE_PREFERENCE_LINK_POLICY, policy, NULL, fixture_result_cb, &result);
  g_assert_true (convene_engine_set_preference_finish (fixture->engine, fixture_await (&result), NULL));
}

/* another meeting at another time, and the old one goes. */
static void
test_new_link (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = schedule (fixture);
  g_autoptr(ConveneInterview) edited = convene_interview_copy (interview);
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConvenePlan) plan = NULL;

  set_policy (fixture, "new");
  move (edited, CONVENE_DAY);
  plan = commit_edit (fixture, edited, 0);
  g_assert_cmpint (convene_plan_get_link_effect (plan), ==, CONVENE_LINK_EFFECT_NEW);
  g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, 2);
  after = fixture_settle (fixture, convene_interview_get_uid (interview), CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MEETING_DELETE, "done");
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_UPDATE, "done");
  g_assert_nonnull (convene_interview_get_join_link (after));
  g_assert_cmpstr (convene_interview_get_join_link (after), !=, convene_interview_get_join_link (interview));
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

/* HL-13, HL-15, X-13: one meeting for a slot, gone with its last user. */
static void
test_share (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) first = NULL;
  g_autoptr(ConveneInterview) other = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) second = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConvenePlan) left = NULL;
  g_autoptr(ConvenePlan) gone = NULL;
  g_autofree char *uid = NULL;

  set_policy (fixture, "share");
  first = schedule (fixture);
  convene_interview_set_start (other, convene_interview_get_start (first));
  uid = fixture_schedule (fixture, other);
  second = fixture_settle (fixture, uid, CONVENE_MINUTE);
  g_assert_cmpstr (convene_interview_get_join_link (second), ==, convene_interview_get_join_link (first));
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);

  left = commit_cancel (fixture, first, 0);
  g_assert_cmpint (convene_plan_get_link_effect (left), ==, CONVENE_LINK_EFFECT_LEFT);
  after = fixture_settle (fixture, convene_interview_get_uid (first), CONVENE_MINUTE);
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_CANCELLATION, "done");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);

  g_clear_object (&after);
  gone = commit_cancel (fixture, second, 0);
  g_assert_cmpint (convene_plan_get_link_effect (gone), ==, CONVENE_LINK_EFFECT_DELETED);
  after = fixture_settle (fixture, uid, CONVENE_MINUTE);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);
  fixture_free (fixture);
}

static ConvenePlan *
plan_schedule (Fixture          *fixture,
               ConveneInterview *interview)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConvenePlan *plan;

  convene_scheduler_plan_async (get_scheduler (fixture), interview, TRUE, NULL, fixture_result_cb, &result);
  plan = convene_scheduler_plan_finish (get_scheduler (fixture), fixture_await (&result), &error);
  g_assert_no_error (error);
  return plan;
}

/* HL-15: two who find the slot empty at once do not both make its meeting. */
static void
test_same_slot_at_once (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) first = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneInterview) second = fixture_interview ("Staff Engineer");
  g_autoptr(ConvenePlan) winner = NULL;
  g_autoptr(ConvenePlan) loser = NULL;
  g_autoptr(ConvenePlan) again = NULL;
  g_autoptr(GError) error = NULL;

  set_policy (fixture, "share");
  convene_interview_set_start (second, convene_interview_get_start (first));
  winner = plan_schedule (fixture, first);
  loser = plan_schedule (fixture, second);
  g_assert_true (commit (fixture, winner, 0, &error));
  g_assert_no_error (error);
  g_assert_false (commit (fixture, loser, 0, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
  g_clear_error (&error);
  again = plan_schedule (fixture, second);
  g_assert_cmpint (convene_plan_get_link_effect (again), ==, CONVENE_LINK_EFFECT_JOINS);
  g_assert_true (commit (fixture, again, 0, &error));
  g_assert_no_error (error);
  fixture_free (fixture);
}

/* What was seen is what is committed: with the same outcome it is planned again, with another one the person looks again. */
static void
test_outbox_was_faster (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = fixture_schedule (fixture, interview);
  g_autoptr(ConveneInterview) stored = fixture_find (fixture, uid);
  g_autoptr(ConveneInterview) settled = NULL;
  g_autoptr(ConveneInterview) other = NULL;
  g_autoptr(ConvenePlan) early = NULL;
  g_autoptr(ConvenePlan) notes = NULL;
  g_autoptr(ConvenePlan) loser = NULL;
  g_autoptr(GError) error = NULL;

  move (stored, CONVENE_DAY);
  early = plan_edit (fixture, stored, &error);
  g_assert_no_error (error);
  g_clear_object (&stored);
  stored = fixture_find (fixture, uid);
  convene_interview_set_notes (stored, "for the team");
  notes = plan_edit (fixture, stored, &error);
  g_assert_no_error (error);

  settled = fixture_settle (fixture, uid, CONVENE_MINUTE);
  g_assert_false (commit (fixture, early, 0, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
  g_clear_error (&error);

  /* The notes are nobody else's matter, whatever the outbox did meanwhile. */
  g_assert_true (commit (fixture, notes, 0, &error));
  g_assert_no_error (error);
  g_clear_object (&settled);
  settled = fixture_find (fixture, uid);
  g_assert_cmpstr (convene_interview_get_notes (settled), ==, "for the team");

  other = convene_interview_copy (settled);
  convene_interview_set_details (other, "one");
  loser = plan_edit (fixture, other, &error);
  g_assert_no_error (error);
  g_clear_object (&notes);
  convene_interview_set_notes (settled, "for the team, again");
  notes = commit_edit (fixture, settled, 0);
  g_assert_false (commit (fixture, loser, 0, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
  fixture_free (fixture);
}

static int
adjust_reminders (Fixture    *fixture,
                  const char *minutes)
{
  g_autoptr(GAsyncResult) written = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  int count;

  convene_engine_set_preference_async (fixture->engine, CONVENE_PREFERENCE_REMINDERS, minutes, NULL, fixture_result_cb, &written);
  g_assert_true (convene_engine_set_preference_finish (fixture->engine, fixture_await (&written), NULL));
  convene_scheduler_adjust_reminders_async (get_scheduler (fixture), NULL, fixture_result_cb, &result);
  count = convene_scheduler_adjust_reminders_finish (get_scheduler (fixture), fixture_await (&result), &error);
  g_assert_no_error (error);
  return count;
}

static guint
count_reminders (Fixture    *fixture,
                 const char *uid)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  GListModel *operations = convene_interview_get_operations (interview);
  guint       count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      count += convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MAIL_REMINDER;
    }

  return count;
}

/* SH-28: another preference is for the interviews that are there, too. */
static void
test_reminders (void)
{
  Fixture *fixture = fixture_ready ();
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = fixture_schedule (fixture, interview);

  g_assert_cmpuint (count_reminders (fixture, uid), ==, 2);
  g_assert_cmpint (adjust_reminders (fixture, "1440,60"), ==, 0);
  g_assert_cmpint (adjust_reminders (fixture, "2880,1440,30"), ==, 1);
  g_assert_cmpuint (count_reminders (fixture, uid), ==, 3);
  g_assert_cmpint (adjust_reminders (fixture, ""), ==, 1);
  g_assert_cmpuint (count_reminders (fixture, uid), ==, 0);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/scheduler/SH-45/TA-11/move", test_move);
  g_test_add_func ("/workflow/scheduler/HL-12/nothing-asked", test_nothing_asked);
  g_test_add_func ("/workflow/scheduler/SH-45/quick-edits", test_quick_edits);
  g_test_add_func ("/workflow/scheduler/SH-46/TA-12/cancel", test_cancel);
  g_test_add_func ("/workflow/scheduler/SH-46/early", test_cancel_early);
  g_test_add_func ("/workflow/scheduler/undo", test_undo);
  g_test_add_func ("/workflow/scheduler/X-1/HL-14/new-link", test_new_link);
  g_test_add_func ("/workflow/scheduler/X-13/HL-13/HL-15/share", test_share);
  g_test_add_func ("/workflow/scheduler/HL-15/same-slot-at-once", test_same_slot_at_once);
  g_test_add_func ("/workflow/scheduler/O-9/outbox-was-faster", test_outbox_was_faster);
  g_test_add_func ("/workflow/scheduler/SH-28/reminders", test_reminders);

  return g_test_run ();
}
