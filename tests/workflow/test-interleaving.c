/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Between a plan and its commit, and between a commit and its undo, others do something: nobody loses a meeting by it, and none is left behind. */

#include <glib.h>

#include "convene-inspector.h"
#include "life-fixture.h"
#include "plan-fixture.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE

#define KEEP CONVENE_LINK_POLICY_KEEP
#define NEW CONVENE_LINK_POLICY_NEW
#define SHARE CONVENE_LINK_POLICY_SHARE
#define DEFAULT CONVENE_LINK_POLICY_DEFAULT

static char *
schedule (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");

  return fixture_schedule (fixture, interview);
}

/* One whose invitation has left. */
static char *
schedule_done (Fixture *fixture)
{
  g_autofree char *uid = schedule (fixture);

  life_settle (fixture, uid);
  return g_steal_pointer (&uid);
}

static char *
beside_done (Fixture          *fixture,
             const char       *uid,
             gint64            later,
             ConveneLinkPolicy policy)
{
  g_autofree char *other = plans_schedule_beside (fixture, uid, later, policy);

  life_settle (fixture, other);
  return g_steal_pointer (&other);
}

static void
inspect (Fixture *fixture)
{
  ConveneInspector *inspector = convene_engine_get_inspector (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_inspector_run_async (inspector, G_MAXINT64, NULL, fixture_result_cb, &result);
  g_assert_cmpint (convene_inspector_run_finish (inspector, fixture_await (&result), NULL), >, 0);
}

/* The interview has a meeting that is at Zoom, at its time. */
static void
assert_meeting (Fixture    *fixture,
                const char *uid)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);
  g_autoptr(JsonObject) there = NULL;

  g_assert_nonnull (meeting);
  g_assert_cmpint (convene_meeting_get_state (meeting), ==, CONVENE_MEETING_STATE_LIVE);
  g_assert_cmpint (convene_meeting_get_start (meeting), ==, convene_moment_get_instant (convene_interview_get_start (interview)));
  there = life_meeting (fixture, convene_meeting_get_number (meeting));
  g_assert_nonnull (there);
  g_assert_false (json_object_get_boolean_member_with_default (there, "deleted", FALSE));
}

/* What was put off for an hour is done. */
static void
pass_an_hour (Fixture *fixture)
{
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), CONVENE_HOUR);
  fixture_pass (fixture, 2 * CONVENE_MINUTE);
}

/* each of two relies on the other to keep the meeting, and both go. */
static void
test_both_leave (void)
{
  Fixture         *fixture = plans_fixture_new ("share");
  g_autofree char *first = schedule_done (fixture);
  g_autofree char *second = beside_done (fixture, first, 0, DEFAULT);
  g_autoptr(ConvenePlan) one = plans_cancel (fixture, first);
  g_autoptr(ConvenePlan) other = plans_cancel (fixture, second);
  g_autoptr(ConvenePlan) again = NULL;

  g_assert_true (plans_commit (fixture, one, 0));
  g_assert_false (plans_commit (fixture, other, 0));
  again = plans_cancel (fixture, second);
  g_assert_true (plans_commit (fixture, again, 0));
  life_settle (fixture, second);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);
  fixture_free (fixture);
}

/* HL-15: somebody joins a meeting that is not made yet, while the other one is asked whether to cancel. */
static void
test_joined_before_cancel (void)
{
  Fixture         *fixture = plans_fixture_new ("share");
  g_autofree char *first = schedule (fixture);
  g_autoptr(ConvenePlan) cancel = plans_cancel (fixture, first);
  g_autoptr(ConvenePlan) again = NULL;
  g_autofree char *second = plans_schedule_beside (fixture, first, 0, DEFAULT);

  g_assert_false (plans_commit (fixture, cancel, 0));
  again = plans_cancel (fixture, first);
  g_assert_cmpint (convene_plan_get_link_effect (again), ==, CONVENE_LINK_EFFECT_LEFT);
  g_assert_true (plans_commit (fixture, again, 0));
  life_settle (fixture, second);
  assert_meeting (fixture, second);
  fixture_free (fixture);
}

/* HL-15: or whether to move it. */
static void
test_joined_before_move (void)
{
  Fixture         *fixture = plans_fixture_new ("share");
  g_autofree char *first = schedule_done (fixture);
  g_autoptr(ConvenePlan) move = plans_move (fixture, first, CONVENE_DAY, SHARE);
  g_autofree char *second = beside_done (fixture, first, 0, DEFAULT);

  g_assert_cmpint (convene_plan_get_link_effect (move), ==, CONVENE_LINK_EFFECT_STAYS);
  g_assert_false (plans_commit (fixture, move, 0));
  assert_meeting (fixture, second);
  fixture_free (fixture);
}

/* HL-15: it moves away while somebody is asked whether to join it. */
static void
test_moved_before_join (void)
{
  Fixture         *fixture = plans_fixture_new ("share");
  g_autofree char *first = schedule_done (fixture);
  g_autoptr(ConveneInterview) stored = fixture_find (fixture, first);
  g_autoptr(ConveneInterview) second = fixture_interview ("Staff Engineer");
  g_autoptr(ConvenePlan) join = NULL;
  g_autoptr(ConvenePlan) move = NULL;

  convene_interview_set_start (second, convene_interview_get_start (stored));
  join = plans_schedule (fixture, second);
  g_assert_cmpint (convene_plan_get_link_effect (join), ==, CONVENE_LINK_EFFECT_JOINS);
  move = plans_move (fixture, first, CONVENE_DAY, SHARE);
  g_assert_true (plans_commit (fixture, move, 0));
  g_assert_false (plans_commit (fixture, join, 0));
  fixture_free (fixture);
}

/* A new meeting is taken back that somebody else has joined. */
static void
test_joined_before_undo (void)
{
  Fixture         *fixture = plans_fixture_new ("keep");
  g_autofree char *first = schedule_done (fixture);
  g_autofree char *second = NULL;
  g_autoptr(ConvenePlan) move = plans_move (fixture, first, CONVENE_DAY, NEW);

  g_assert_true (plans_commit (fixture, move, CONVENE_HOUR));
  second = plans_schedule_beside (fixture, first, 0, SHARE);
  plans_undo (fixture, move);
  pass_an_hour (fixture);
  life_settle (fixture, first);
  life_settle (fixture, second);
  assert_meeting (fixture, first);
  assert_meeting (fixture, second);
  fixture_free (fixture);
}

/* A meeting was joined, the other one left, and then the joining is taken back: nobody uses it. */
static void
test_left_before_undo (void)
{
  Fixture         *fixture = plans_fixture_new ("share");
  g_autofree char *first = schedule_done (fixture);
  g_autofree char *second = beside_done (fixture, first, CONVENE_DAY, DEFAULT);
  g_autoptr(ConvenePlan) move = plans_move (fixture, first, CONVENE_DAY, SHARE);
  g_autoptr(ConvenePlan) cancel = NULL;

  g_assert_cmpint (convene_plan_get_link_effect (move), ==, CONVENE_LINK_EFFECT_JOINS);
  g_assert_true (plans_commit (fixture, move, CONVENE_HOUR));
  cancel = plans_cancel (fixture, second);
  g_assert_true (plans_commit (fixture, cancel, 0));
  plans_undo (fixture, move);
  life_settle (fixture, second);
  pass_an_hour (fixture);
  life_settle (fixture, first);
  assert_meeting (fixture, first);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

/* A shared meeting was left, the other one cancelled, and then the leaving is taken back: the meeting is gone. */
static void
test_deleted_before_undo (void)
{
  Fixture         *fixture = plans_fixture_new ("share");
  g_autofree char *first = schedule_done (fixture);
  g_autofree char *second = beside_done (fixture, first, 0, DEFAULT);
  g_autoptr(ConvenePlan) move = plans_move (fixture, first, CONVENE_DAY, NEW);
  g_autoptr(ConvenePlan) cancel = NULL;

  g_assert_true (plans_commit (fixture, move, CONVENE_HOUR));
  cancel = plans_cancel (fixture, second);
  g_assert_cmpint (convene_plan_get_link_effect (cancel), ==, CONVENE_LINK_EFFECT_DELETED);
  g_assert_true (plans_commit (fixture, cancel, 0));
  life_settle (fixture, second);
  plans_undo (fixture, move);
  pass_an_hour (fixture);
  life_settle (fixture, first);
  assert_meeting (fixture, first);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

/* O-1: whether the meeting was made was in doubt; while its interview was cancelled it was found not to be. */
static void
test_cancel_undone_late (void)
{
  Fixture         *fixture = plans_fixture_new ("keep");
  g_autofree char *uid = schedule (fixture);
  g_autofree char *create = NULL;
  g_autofree char *state = NULL;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConvenePlan) cancel = NULL;

  fixture_order (fixture, "[{'fault':'drop','on':'create'},{'fault':'503','on':'list'}]");
  fixture_until (fixture, uid, CREATE, "doubt:unreachable");
  cancel = plans_cancel (fixture, uid);
  g_assert_true (plans_commit (fixture, cancel, CONVENE_HOUR));
  interview = fixture_find (fixture, uid);
  create = life_find_id (interview, CREATE);
  fixture_pass (fixture, 2 * CONVENE_MINUTE);
  state = life_state (fixture, create);
  g_test_message ("%s", state);
  if (plans_undo (fixture, cancel))
    {
      life_settle (fixture, uid);
      assert_meeting (fixture, uid);
    }
  fixture_free (fixture);
}

/* the link came while an edit could still be taken back, and its letter would have told it. */
static void
test_edit_undone_late (void)
{
  Fixture         *fixture = plans_fixture_new ("keep");
  g_autofree char *uid = schedule (fixture);
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneInterview) edited = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConvenePlan) edit = NULL;

  fixture_order (fixture, "[{'fault':'commit-then-drop','on':'create'},{'fault':'503','on':'list','times':7}]");
  fixture_until (fixture, uid, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  interview = fixture_find (fixture, uid);
  g_assert_null (convene_interview_get_join_link (interview));
  edited = convene_interview_copy (interview);
  convene_interview_set_details (edited, "Bring your own chair");
  edit = plans_edit (fixture, edited);
  g_assert_true (plans_commit (fixture, edit, 6 * CONVENE_HOUR));
  fixture_until (fixture, uid, CREATE, "done");
  g_assert_true (plans_undo (fixture, edit));
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  g_assert_nonnull (convene_interview_get_join_link (after));
  fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_LINK_READY, "done");
  fixture_free (fixture);
}

/* SH-37: the meeting of two could not be made, and the one who asked for it goes elsewhere. */
static void
test_failed_for_two (void)
{
  Fixture         *fixture = plans_fixture_new ("share");
  g_autofree char *first = schedule (fixture);
  g_autofree char *second = plans_schedule_beside (fixture, first, 0, DEFAULT);
  g_autoptr(ConvenePlan) move = NULL;

  fixture_order (fixture, "{'fault':'300','on':'create','field':'timezone'}");
  fixture_until (fixture, first, CREATE, "failed:refused");
  life_settle (fixture, first);
  life_settle (fixture, second);
  move = plans_move (fixture, first, CONVENE_DAY, NEW);
  g_assert_true (plans_commit (fixture, move, 0));
  life_settle (fixture, first);
  assert_meeting (fixture, first);

  fixture_retry (fixture->engine, first);
  life_settle (fixture, first);
  assert_meeting (fixture, first);
  g_assert_cmpint (fixture_retry (fixture->engine, second), >, 0);
  life_settle (fixture, second);
  assert_meeting (fixture, second);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 2);
  fixture_free (fixture);
}

/* Nobody got the invitation; whoever is invited after an edit is invited once. */
static void
test_invited_once (void)
{
  Fixture         *fixture = plans_fixture_new ("keep");
  g_autofree char *uid = schedule (fixture);
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneInterview) edited = NULL;
  g_autoptr(ConvenePlan) edit = NULL;

  fixture_order (fixture, "{'fault':'refuse-recipient','on':'smtp','times':3}");
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 0);
  interview = fixture_find (fixture, uid);
  fixture_assert_operation (interview, CONVENE_OPERATION_KIND_MAIL_INVITATION, "failed:mail-refused");
  edited = convene_interview_copy (interview);
  convene_interview_set_details (edited, "Bring your own chair");
  edit = plans_edit (fixture, edited);
  g_assert_true (plans_commit (fixture, edit, 0));
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  fixture_retry (fixture->engine, uid);
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  fixture_free (fixture);
}

/* TA-11: one of them was refused; what is tried again does not tell of the old time after the new one. */
static void
test_old_time_not_again (void)
{
  Fixture         *fixture = plans_fixture_new ("keep");
  g_autofree char *uid = schedule (fixture);
  g_autoptr(ConvenePlan) move = NULL;

  fixture_order (fixture, "{'fault':'refuse-recipient','on':'smtp'}");
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  move = plans_move (fixture, uid, CONVENE_DAY, DEFAULT);
  g_assert_true (plans_commit (fixture, move, 0));
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 2);
  g_assert_cmpint (fixture_retry (fixture->engine, uid), ==, 1);
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 2);
  fixture_free (fixture);
}

/* the day is full although the plan did not know: people hear of the new time today. */
static void
test_told_on_full_day (void)
{
  Fixture         *fixture = plans_fixture_new ("keep");
  g_autofree char *uid = schedule_done (fixture);
  g_autoptr(ConvenePlan) move = plans_move (fixture, uid, CONVENE_DAY, NEW);

  fixture_order (fixture, "{'fault':'429-daily','on':'create'}");
  g_assert_true (plans_commit (fixture, move, 0));
  fixture_pass (fixture, 5 * CONVENE_MINUTE);
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 2);
  fixture_free (fixture);
}

/* SH-46: Zoom shows the meeting, and says that it is not there whenever it is to be changed: the letter leaves, and the day's requests last. */
static void
test_shown_and_gone (void)
{
  Fixture         *fixture = plans_fixture_new ("keep");
  g_autofree char *uid = schedule_done (fixture);
  g_autoptr(ConvenePlan) move = plans_move (fixture, uid, CONVENE_DAY, DEFAULT);

  fixture_order (fixture, "{'fault':'3001','on':'patch','times':500}");
  g_assert_true (plans_commit (fixture, move, 0));
  fixture_pass (fixture, 10 * CONVENE_MINUTE);
  g_assert_cmpuint (fixture_count_calls (fixture, "patch"), <, 12);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 2);
  fixture_free (fixture);
}

/* O-13: the link that Zoom shows is taken over for one of two: whoever has the other hears of it as well. */
static void
test_taken_for_two (void)
{
  Fixture         *fixture = plans_fixture_new ("share");
  g_autofree char *first = schedule_done (fixture);
  g_autofree char *second = beside_done (fixture, first, 0, DEFAULT);
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, first);
  g_autoptr(ConveneInterview) other = NULL;
  g_autoptr(ConvenePlan) take = NULL;
  g_autofree char *order = NULL;

  order = g_strdup_printf ("{'patch':{'id':%" G_GINT64_FORMAT ",'body':{'password':'other7'}}}", convene_meeting_get_number (convene_interview_get_meeting (interview)));
  fixture_order (fixture, order);
  inspect (fixture);
  take = plans_fix (fixture, first, CONVENE_FIX_TAKE, NULL);
  g_assert_cmpuint (convene_plan_get_letters (take)->len, ==, 2);
  g_assert_true (plans_commit (fixture, take, 0));
  life_settle (fixture, first);
  life_settle (fixture, second);
  other = fixture_find (fixture, second);
  fixture_assert_operation (other, CONVENE_OPERATION_KIND_MAIL_UPDATE, "done");
  g_assert_cmpint (convene_interview_get_sequence (other), ==, 1);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 4);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/interleaving/X-13/both-leave", test_both_leave);
  g_test_add_func ("/workflow/interleaving/HL-15/joined-before-cancel", test_joined_before_cancel);
  g_test_add_func ("/workflow/interleaving/HL-15/joined-before-move", test_joined_before_move);
  g_test_add_func ("/workflow/interleaving/HL-15/moved-before-join", test_moved_before_join);
  g_test_add_func ("/workflow/interleaving/HL-15/joined-before-undo", test_joined_before_undo);
  g_test_add_func ("/workflow/interleaving/X-13/left-before-undo", test_left_before_undo);
  g_test_add_func ("/workflow/interleaving/X-13/deleted-before-undo", test_deleted_before_undo);
  g_test_add_func ("/workflow/interleaving/O-1/cancel-undone-late", test_cancel_undone_late);
  g_test_add_func ("/workflow/interleaving/X-9/edit-undone-late", test_edit_undone_late);
  g_test_add_func ("/workflow/interleaving/SH-37/failed-for-two", test_failed_for_two);
  g_test_add_func ("/workflow/interleaving/TA-11/invited-once", test_invited_once);
  g_test_add_func ("/workflow/interleaving/TA-11/old-time-not-again", test_old_time_not_again);
  g_test_add_func ("/workflow/interleaving/X-3/told-on-full-day", test_told_on_full_day);
  g_test_add_func ("/workflow/interleaving/SH-46/shown-and-gone", test_shown_and_gone);
  g_test_add_func ("/workflow/interleaving/O-13/taken-for-two", test_taken_for_two);

  return g_test_run ();
}
