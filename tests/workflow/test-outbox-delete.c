/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Meetings that are deleted, or that nobody wants any more before they are made: none is left, none is lost, nobody is told twice. */

#include <glib.h>

#include "life-fixture.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define UPDATE CONVENE_OPERATION_KIND_MEETING_UPDATE
#define DELETE CONVENE_OPERATION_KIND_MEETING_DELETE
#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define CANCELLATION CONVENE_OPERATION_KIND_MAIL_CANCELLATION

#define CANCELLED "Cancelled interview"

/* What Zoom does when the meeting is deleted, and what becomes of it. */
typedef struct
{
  const char *name;
  const char *order;
  const char *state;   /* the operation's end */
  int         deletes; /* requests that arrived; 0: any number */
  guint       left;    /* meetings at Zoom */
  const char *meeting; /* state of it; NULL: deleted */
} Case;

static const Case cases[] = {
  { "SH-46/deleted", NULL, "done", 1 },
  { "SH-46/gone", "{'fault':'3001','on':'delete'}", "done", 1, 1 },
  { "SH-46/over", "{'fault':'3007','on':'delete'}", "done", 1, 1 },
  { "SH-46/held", "{'fault':'3002','on':'delete'}", "failed:refused", 1, 1, "live" },
  { "TA-27/not-host", "{'fault':'3003','on':'delete'}", "failed:not-host", 1, 1, "unmanaged" },
  { "TH-18/503", "{'fault':'503','on':'delete'}", "done", 2 },
  { "TH-18/503-for-long", "{'fault':'503','on':'delete','times':8}", "done" },
  { "O-1/commit-then-500", "{'fault':'commit-then-500','on':'delete'}", "done", 2 },
  { "O-1/commit-then-drop", "{'fault':'commit-then-drop','on':'delete'}", "done", 2 },
  { "O-1/drop", "{'fault':'drop','on':'delete'}", "done", 2 },
  { "O-1/hang", "{'fault':'hang','on':'delete'}", "done", 2 },
  { "SH-42/per-second", "{'fault':'429-second','on':'delete'}", "done", 2 },
  { "TH-20/concurrent", "{'fault':'429-concurrent','on':'delete'}", "done", 2 },
  { "TH-10/token", "{'fault':'401','on':'delete'}", "done", 2 },
  { "X-3/quota", "{'fault':'429-daily','on':'delete'}", "waiting:quota", 1, 1, "live" },
  { "SH-41/signed-out", "{'fault':'401','on':'delete','times':2}", "waiting:signed-out", 0, 1, "live" },
  { "SH-44/scopes", "{'fault':'4711','on':'delete'}", "waiting:missing-scopes", 1, 1, "live" },
};

static char *
plan (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");

  fixture_provide (fixture, TRUE, TRUE);
  return fixture_schedule (fixture, interview);
}

static char *
schedule (Fixture *fixture)
{
  g_autofree char *uid = plan (fixture);

  life_settle (fixture, uid);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  return g_steal_pointer (&uid);
}

static void
cancel (Fixture    *fixture,
        const char *uid)
{
  life_set (fixture, uid, "status", CONVENE_STATUS_CANCELLED, "cancel-reason", "The job is taken", NULL);
}

static const char *
get_state (ConveneInterview *interview)
{
  return convene_enum_to_nick (CONVENE_TYPE_MEETING_STATE, convene_meeting_get_state (convene_interview_get_meeting (interview)));
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  Fixture    *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  ConveneMeeting  *meeting;
  g_autofree char *uid = schedule (fixture);
  g_autofree char *operation = NULL;
  g_autofree char *letter = NULL;

  if (one->order != NULL)
    fixture_order (fixture, one->order);
  cancel (fixture, uid);
  operation = life_add (fixture, uid, DELETE, NULL);
  letter = life_add (fixture, uid, CANCELLATION, NULL);
  life_settle (fixture, uid);

  life_assert_state (fixture, operation, one->state);
  life_assert_state (fixture, letter, "done");
  if (one->deletes > 0)
    g_assert_cmpuint (fixture_count_calls (fixture, "delete"), ==, one->deletes);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, one->left);
  after = fixture_find (fixture, uid);
  meeting = convene_interview_get_meeting (after);
  g_assert_cmpstr (get_state (after), ==, one->meeting != NULL ? one->meeting : "deleted");
  g_assert_cmpint (convene_meeting_get_number (meeting), !=, 0);
  g_assert_cmpint (convene_meeting_get_join_url (meeting) == NULL, ==, one->meeting == NULL);
  g_assert_cmpuint (life_count_letters (fixture, CANCELLED), ==, 1);
  fixture_free (fixture);
}

/* somebody else came to use it: it stays. */
static void
test_used (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *operation = life_add (fixture, uid, DELETE, NULL);

  life_settle (fixture, uid);
  life_assert_state (fixture, operation, "dropped");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

static void
use_up (Fixture *fixture)
{
  ConveneChange *change = convene_change_new ();

  convene_change_raise_requests (change, CONVENE_PRACTICE_HOST, convene_clock_now (fixture->clock), 100);
  life_commit (fixture, change);
}

/* whether a delete counts is for a preference to say; strictly, it waits for the next day. */
static void
test_quota (gconstpointer data)
{
  gboolean         counts = data != NULL;
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *operation = NULL;

  if (!counts)
    life_set_preference (fixture, CONVENE_PREFERENCE_QUOTA_DELETES, "ignore");
  use_up (fixture);
  cancel (fixture, uid);
  operation = life_add (fixture, uid, DELETE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, operation, counts ? "waiting:quota" : "done");
  if (counts)
    {
      convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), CONVENE_DAY);
      fixture_until (fixture, uid, DELETE, "done");
    }
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);
  fixture_free (fixture);
}

/* The account is gone: it waits for it, and connected again it is done. */
static void
test_disconnected (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *operation = NULL;

  fixture_disconnect (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  cancel (fixture, uid);
  operation = life_add (fixture, uid, DELETE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, operation, "waiting:no-account");
  fixture_connect (fixture);
  life_settle (fixture, uid);
  life_assert_state (fixture, operation, "done");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);
  fixture_free (fixture);
}

/* It is over for a day: who connects an account then has nothing to delete. */
static void
test_disconnected_for_long (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *operation = NULL;

  fixture_disconnect (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  cancel (fixture, uid);
  operation = life_add (fixture, uid, DELETE, NULL);
  life_settle (fixture, uid);
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), 9 * CONVENE_DAY);
  fixture_connect_mail (fixture);
  life_settle (fixture, uid);
  g_assert_cmpuint (fixture_count_calls (fixture, "delete"), ==, 0);
  fixture_free (fixture);
}

/* Cancelled before anything left: nothing is made, nobody is told. */
static void
test_never_made (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = plan (fixture);
  g_autofree char *operation = NULL;
  g_autofree char *letter = NULL;

  cancel (fixture, uid);
  operation = life_add (fixture, uid, DELETE, NULL);
  letter = life_add (fixture, uid, CANCELLATION, NULL);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, CREATE, "dropped");
  fixture_assert_operation (after, INVITATION, "dropped");
  life_assert_state (fixture, operation, "done");
  life_assert_state (fixture, letter, "dropped");
  g_assert_cmpstr (get_state (after), ==, "deleted");
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 0);
  g_assert_cmpuint (fixture_count_calls (fixture, "delete"), ==, 0);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 0);
  fixture_free (fixture);
}

/* Cancelled while nobody knew whether it was made: it is looked for, found and deleted, and never made again. */
static void
test_in_doubt (gconstpointer data)
{
  const char *order = data;
  Fixture    *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;
  g_autofree char *create = NULL;
  g_autofree char *operation = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, order);
  uid = plan (fixture);
  fixture_until (fixture, uid, CREATE, "doubt:unreachable");
  after = fixture_find (fixture, uid);
  create = life_find_id (after, CREATE);
  cancel (fixture, uid);
  operation = life_add (fixture, uid, DELETE, create);
  life_settle (fixture, uid);
  life_assert_state (fixture, create, strstr (order, "commit") != NULL ? "done" : "dropped");
  life_assert_state (fixture, operation, "done");
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  fixture_free (fixture);
}

/* Edited while nobody knew whether it was made: it is found by what was asked for, and made to say what is wanted now. */
static void
test_edited_in_doubt (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "[{'fault':'commit-then-drop','on':'create'},{'fault':'503','on':'list','times':2}]");
  uid = plan (fixture);
  fixture_until (fixture, uid, CREATE, "doubt:unreachable");
  life_move (fixture, uid, CONVENE_HOUR);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, CREATE, "done");
  fixture_assert_operation (after, UPDATE, "done");
  g_assert_cmpint (convene_meeting_get_start (convene_interview_get_meeting (after)), ==, convene_moment_get_instant (convene_interview_get_start (after)));
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/delete/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/workflow/delete/X-13/used", test_used);
  g_test_add_data_func ("/workflow/delete/X-3/strict", "strict", test_quota);
  g_test_add_data_func ("/workflow/delete/X-3/ignore", NULL, test_quota);
  g_test_add_func ("/workflow/delete/TA-27/disconnected", test_disconnected);
  g_test_add_func ("/workflow/delete/TA-27/disconnected-for-long", test_disconnected_for_long);
  g_test_add_func ("/workflow/delete/SH-46/never-made", test_never_made);
  g_test_add_data_func ("/workflow/delete/O-1/made", "[{'fault':'commit-then-drop','on':'create'},{'fault':'503','on':'list','times':2}]", test_in_doubt);
  g_test_add_data_func ("/workflow/delete/O-1/not-made", "[{'fault':'drop','on':'create'},{'fault':'503','on':'list','times':2}]", test_in_doubt);
  g_test_add_func ("/workflow/delete/O-1/edited", test_edited_in_doubt);

  return g_test_run ();
}
