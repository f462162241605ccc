/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Meetings that are changed: one right request and one right letter, whatever Zoom does about it. */

#include <glib.h>

#include "convene-told.h"
#include "life-fixture.h"

#define UPDATE CONVENE_OPERATION_KIND_MEETING_UPDATE
#define LETTER CONVENE_OPERATION_KIND_MAIL_UPDATE

#define CHANGED "Changed interview"
#define URGENT_SUBJECT "URGENT"

/* What Zoom does when the meeting is moved, and what becomes of it. */
typedef struct
{
  const char *name;
  const char *order;
  const char *update;  /* the operation's end */
  int         patches; /* requests that arrived; 0: any number */
  const char *meeting; /* state of it; NULL: live */
  gboolean    unmoved; /* at Zoom */
  guint       urgent;  /* letters */
  int         cost;    /* of the host's day besides the create; -1: any */
} Case;

static const Case cases[] = {
  { "SH-45/moved", NULL, "done", 1, NULL, FALSE, 0, 1 },
  { "TH-18/503", "{'fault':'503','on':'patch'}", "done", 2, NULL, FALSE, 0, -1 },
  { "TH-18/503-for-long", "{'fault':'503','on':'patch','times':8}", "done", 0, NULL, FALSE, 0, -1 },
  { "O-1/commit-then-500", "{'fault':'commit-then-500','on':'patch'}", "done", 1, NULL, FALSE, 0, 1 },
  { "O-1/commit-then-drop", "{'fault':'commit-then-drop','on':'patch'}", "done", 1, NULL, FALSE, 0, 1 },
  { "O-1/drop", "{'fault':'drop','on':'patch'}", "done", 2, NULL, FALSE, 0, -1 },
  { "O-1/reset", "{'fault':'reset','on':'patch'}", "done", 2, NULL, FALSE, 0, -1 },
  { "O-1/hang", "{'fault':'hang','on':'patch'}", "done", 2, NULL, FALSE, 0, -1 },
  { "O-1/read-back-503", "{'fault':'503','on':'get'}", "done", 1, NULL, FALSE, 0, 1 },
  { "O-1/read-back-truncated", "{'fault':'truncated','on':'get'}", "done", 1, NULL, FALSE, 0, 1 },
  { "O-1/read-back-for-long", "{'fault':'503','on':'get','times':8}", "done", 1, NULL, FALSE, 0, 1 },
  { "SH-42/per-second", "{'fault':'429-second','on':'patch'}", "done", 2, NULL, FALSE, 0, 1 },
  { "TH-20/concurrent", "{'fault':'429-concurrent','on':'patch'}", "done", 2, NULL, FALSE, 0, 1 },
  { "SH-42/with-time", "{'fault':'429-second','on':'patch','retry':'seconds','retry_s':60}", "done", 2, NULL, FALSE, 0, 1 },
  { "TH-10/token", "{'fault':'401','on':'patch'}", "done", 2, NULL, FALSE, 0, 1 },
  { "X-3/quota", "{'fault':'429-daily','on':'patch'}", "waiting:quota", 1, NULL, TRUE, 0, 99 },
  { "HL-13/past", "{'fault':'ignore-start','on':'patch','times':9}", "failed:bad-answer", 2, NULL, TRUE, 0, 2 },
  { "SH-37/refused", "{'fault':'300','on':'patch','field':'timezone'}", "failed:refused", 1, NULL, TRUE, 0, -1 },
  { "SH-41/signed-out", "{'fault':'401','on':'patch','times':2}", "waiting:signed-out", 0, NULL, TRUE, 0, -1 },
  { "SH-44/scopes", "{'fault':'4711','on':'patch'}", "waiting:missing-scopes", 1, NULL, TRUE, 0, -1 },
  { "TA-27/not-host", "{'fault':'3003','on':'patch'}", "failed:not-host", 1, "unmanaged", TRUE, 0, -1 },
  { "SH-46/wrongly-gone", "{'fault':'3001','on':'patch'}", "done", 2, NULL, FALSE, 0, -1 },
  { "SH-46/gone", "[{'fault':'3001','on':'patch'},{'fault':'3001','on':'get','times':9}]", "failed:gone", 1, "missing", TRUE, 1, -1 },
};

static char *
schedule (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = fixture_schedule (fixture, interview);
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  return g_steal_pointer (&uid);
}

static gint64
start_of (ConveneInterview *interview)
{
  return convene_moment_get_instant (convene_interview_get_start (interview));
}

static void
assert_meeting (Fixture    *fixture,
                const char *uid,
                const Case *one)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  g_autoptr(JsonObject) there = life_meeting (fixture, 0);
  g_autofree char *start = convene_instant_to_string (start_of (interview));
  ConveneMeeting  *meeting = convene_interview_get_meeting (interview);
  const char      *state = convene_enum_to_nick (CONVENE_TYPE_MEETING_STATE, convene_meeting_get_state (meeting));

  g_assert_cmpstr (state, ==, one->meeting != NULL ? one->meeting : "live");
  g_assert_cmpint (g_str_equal (json_object_get_string_member (there, "start_time"), start), ==, !one->unmoved);
  if (!one->unmoved)
    g_assert_cmpint (convene_meeting_get_start (meeting), ==, start_of (interview));
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  Fixture    *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;
  g_autofree char *letter = NULL;

  if (one->order != NULL)
    fixture_order (fixture, one->order);
  life_move (fixture, uid, CONVENE_HOUR);
  update = life_add (fixture, uid, UPDATE, NULL);
  letter = life_add (fixture, uid, LETTER, update);
  life_settle (fixture, uid);

  life_assert_state (fixture, update, one->update);
  life_assert_state (fixture, letter, "done");
  if (one->patches > 0)
    g_assert_cmpuint (fixture_count_calls (fixture, "patch"), ==, one->patches);
  assert_meeting (fixture, uid, one);
  g_assert_cmpuint (life_count_letters (fixture, CHANGED), ==, 1);
  g_assert_cmpuint (life_count_letters (fixture, URGENT_SUBJECT), ==, one->urgent);
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  if (one->cost >= 0)
    g_assert_cmpint (convene_account_get_requests_today (account), ==, 1 + one->cost);
  after = fixture_find (fixture, uid);
  g_assert_cmpint (convene_interview_get_sequence (after), ==, 1);
  fixture_free (fixture);
}

/* HL-12: nothing that Zoom knows differs: nothing is asked of it. */
static void
test_nothing (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;

  life_set (fixture, uid, "details", "Bring your own chair", NULL);
  update = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "dropped");
  g_assert_cmpuint (fixture_count_calls (fixture, "patch"), ==, 0);
  fixture_free (fixture);
}

/* HL-14: another password is another link, and people hear of it by themselves; once. */
static void
test_password (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;

  before = fixture_find (fixture, uid);
  life_set (fixture, uid, "password", "Other1", NULL);
  update = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "done");
  after = fixture_find (fixture, uid);
  g_assert_cmpstr (convene_meeting_get_password (convene_interview_get_meeting (after)), ==, "Other1");
  g_assert_cmpstr (convene_interview_get_join_link (after), !=, convene_interview_get_join_link (before));
  g_assert_cmpuint (life_count_letters (fixture, CHANGED), ==, 1);
  g_assert_cmpint (convene_interview_get_sequence (after), ==, 1);
  fixture_free (fixture);
}

/* Zoom gave it another link all the same: the letter that waits carries it, and there is no second one. */
static void
test_new_link (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneTold) told = NULL;
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;
  g_autofree char *letter = NULL;

  fixture_order (fixture, "{'fault':'new-link','on':'patch'}");
  life_move (fixture, uid, CONVENE_HOUR);
  update = life_add (fixture, uid, UPDATE, NULL);
  letter = life_add (fixture, uid, LETTER, update);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  told = convene_told_parse (convene_interview_get_told (after));
  g_assert_nonnull (told);
  g_assert_cmpint (convene_told_compare (told, after), ==, CONVENE_TOLD_CHANGE_NONE);
  g_assert_cmpuint (life_count_letters (fixture, CHANGED), ==, 1);
  fixture_free (fixture);
}

/* The letter left while Zoom could not be reached; the other link that came with the change goes after it. */
static void
test_new_link_late (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;
  g_autofree char *letter = NULL;

  fixture_order (fixture, "[{'fault':'503','on':'patch','times':8},{'fault':'new-link','on':'patch','skip':8}]");
  life_move (fixture, uid, CONVENE_HOUR);
  update = life_add (fixture, uid, UPDATE, NULL);
  letter = life_add (fixture, uid, LETTER, update);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "done");
  g_assert_cmpuint (life_count_letters (fixture, CHANGED), ==, 2);
  fixture_free (fixture);
}

/* one meeting for two interviews: both hear of another link, and it says what the older one says. */
static void
test_shared (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) first = NULL;
  g_autoptr(ConveneInterview) second = fixture_interview ("Staff Engineer");
  ConveneChange   *change = convene_change_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *other = NULL;
  g_autofree char *update = NULL;

  first = fixture_find (fixture, uid);
  convene_interview_set_platform (second, CONVENE_PLATFORM_PHONE);
  convene_interview_set_location (second, "+44 20 7946 0000");
  other = fixture_schedule (fixture, second);
  life_set (fixture, other, "platform", CONVENE_PLATFORM_ZOOM, NULL);
  convene_change_attach_meeting (change, other, convene_meeting_get_id (convene_interview_get_meeting (first)));
  life_commit (fixture, change);
  life_settle (fixture, other);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 2);

  life_set (fixture, uid, "password", "Other1", NULL);
  update = life_add (fixture, other, UPDATE, NULL);
  life_settle (fixture, other);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "done");
  g_assert_cmpuint (life_count_letters (fixture, CHANGED), ==, 2);
  fixture_free (fixture);
}

/* Nobody uses the meeting any more: a change of it helps nobody. */
static void
test_cancelled (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;

  life_move (fixture, uid, CONVENE_HOUR);
  life_set (fixture, uid, "status", CONVENE_STATUS_CANCELLED, NULL);
  update = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "dropped");
  g_assert_cmpuint (fixture_count_calls (fixture, "patch"), ==, 0);
  fixture_free (fixture);
}

/* TA-27: disconnected: the change waits for the account, the letter does not. */
static void
test_disconnected (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autofree char *update = NULL;
  g_autofree char *letter = NULL;

  uid = schedule (fixture);
  fixture_disconnect (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  life_move (fixture, uid, CONVENE_HOUR);
  update = life_add (fixture, uid, UPDATE, NULL);
  letter = life_add (fixture, uid, LETTER, update);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "waiting:no-account");
  life_assert_state (fixture, letter, "done");
  fixture_connect (fixture);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "done");
  fixture_free (fixture);
}

/* what is left of the day is reserved for interviews of the same day. */
static void
test_reserve (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;
  ConveneChange   *change = convene_change_new ();

  life_set_preference (fixture, CONVENE_PREFERENCE_QUOTA_RESERVE, "10");
  convene_change_raise_requests (change, CONVENE_PRACTICE_HOST, convene_clock_now (fixture->clock), 90);
  life_commit (fixture, change);
  life_move (fixture, uid, CONVENE_HOUR);
  update = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "waiting:quota");
  g_assert_cmpuint (fixture_count_calls (fixture, "patch"), ==, 0);
  fixture_free (fixture);
}

/* The program was closed in the middle: what became of the request is looked up, not repeated. */
static void
test_interrupted (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;

  fixture_order (fixture, "[{'fault':'commit-then-drop','on':'patch'},{'fault':'503','on':'get','times':2}]");
  life_move (fixture, uid, CONVENE_HOUR);
  update = life_add (fixture, uid, UPDATE, NULL);
  fixture_until (fixture, uid, UPDATE, "doubt:unreachable");
  fixture_restart (fixture);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "done");
  g_assert_cmpuint (fixture_count_calls (fixture, "patch"), ==, 1);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/update/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/workflow/update/HL-12/nothing", test_nothing);
  g_test_add_func ("/workflow/update/HL-14/password", test_password);
  g_test_add_func ("/workflow/update/HL-14/new-link", test_new_link);
  g_test_add_func ("/workflow/update/HL-14/new-link-late", test_new_link_late);
  g_test_add_func ("/workflow/update/X-13/shared", test_shared);
  g_test_add_func ("/workflow/update/SH-46/cancelled", test_cancelled);
  g_test_add_func ("/workflow/update/TA-27/disconnected", test_disconnected);
  g_test_add_func ("/workflow/update/X-3/reserve", test_reserve);
  g_test_add_func ("/workflow/update/O-1/interrupted", test_interrupted);

  return g_test_run ();
}
