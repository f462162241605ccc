/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was changed at Zoom is found before the interview, and nothing else is. */

#include <glib.h>

#include "convene-activity.h"
#include "convene-engine-directory.h"
#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-inspector.h"
#include "convene-store-life.h"
#include "workflow-fixture.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define DELETE CONVENE_OPERATION_KIND_MEETING_DELETE

#define NONE CONVENE_MEETING_DRIFT_NONE
#define MOVED CONVENE_MEETING_DRIFT_MOVED
#define OTHER_LINK CONVENE_MEETING_DRIFT_LINK

#define LIVE CONVENE_MEETING_STATE_LIVE
#define MISSING CONVENE_MEETING_STATE_MISSING
#define UNMANAGED CONVENE_MEETING_STATE_UNMANAGED

/* Of a look at everything: how many differ, or -1 with an error. */
static int
run (Fixture *self,
     GError **error)
{
  ConveneInspector *inspector = convene_engine_get_inspector (self->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_inspector_run_async (inspector, G_MAXINT64, NULL, fixture_result_cb, &result);
  return convene_inspector_run_finish (inspector, fixture_await (&result), error);
}

static int
run_well (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  int differs = run (self, &error);

  g_assert_no_error (error);
  return differs;
}

/* The last line of an interview's history, NULL where it has none. */
static char *
last_activity (Fixture    *self,
               const char *uid)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  convene_engine_list_activity_async (self->engine, uid, NULL, fixture_result_cb, &result);
  lines = convene_engine_list_activity_finish (self->engine, fixture_await (&result), &error);
  g_assert_no_error (error);
  return lines->len > 0 ? g_strdup (convene_activity_get_text (g_ptr_array_index (lines, 0))) : NULL;
}

static gint64
number_of (Fixture    *self,
           const char *uid)
{
  g_autoptr(ConveneInterview) interview = fixture_find (self, uid);

  return convene_meeting_get_number (convene_interview_get_meeting (interview));
}

/* An order about an interview's meeting: %ID is its number. */
static void
order (Fixture    *self,
       const char *uid,
       const char *template)
{
  g_auto(GStrv) parts = g_strsplit (template, "%ID", -1);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, number_of (self, uid));
  g_autofree char *text = g_strjoinv (number, parts);

  if (*text != '\0')
    fixture_order (self, text);
}

static char *
schedule (Fixture *self)
{
  g_autoptr(ConveneInterview) wanted = fixture_interview ("Staff Engineer");
  g_autofree char *uid = fixture_schedule (self, wanted);
  g_autoptr(ConveneInterview) made = fixture_settle (self, uid, 600 * CONVENE_SECOND);

  fixture_assert_operation (made, CREATE, "done");
  return g_steal_pointer (&uid);
}

typedef struct
{
  const char *path;
  const char *order;

  int                 differs; /* -1: an error */
  ConveneMeetingState state;
  ConveneMeetingDrift drift;
  const char         *activity; /* NULL: nothing new */
} Row;

static const Row rows[] = {
  { "nothing", "", 0, LIVE, NONE, NULL },
  { "later", "{'patch': {'id': %ID, 'body': {'start_time': '2031-03-04T10:00:00', 'timezone': 'UTC'}}}", 1, LIVE, MOVED, "At Zoom the meeting was moved to another time." },
  { "longer", "{'patch': {'id': %ID, 'body': {'duration': 90}}}", 1, LIVE, MOVED, "At Zoom the meeting was moved to another time." },
  { "other-password", "{'patch': {'id': %ID, 'body': {'password': 'Other7'}}}", 1, LIVE, OTHER_LINK, "At Zoom the meeting’s link or password was changed." },
  { "other-link", "{'patch': {'id': %ID, 'body': {'join_url': 'https://example.com/j/9'}}}", 1, LIVE, OTHER_LINK, "At Zoom the meeting’s link or password was changed." },
  { "both", "{'patch': {'id': %ID, 'body': {'duration': 90, 'password': 'Other7'}}}", 1, LIVE, MOVED | OTHER_LINK,
    "At Zoom the meeting was moved, and its link or password was changed." },
  { "other-title", "{'patch': {'id': %ID, 'body': {'topic': 'Something else', 'agenda': 'Nothing'}}}", 0, LIVE, NONE, NULL },
  { "deleted", "{'delete': {'id': %ID}}", 1, MISSING, NONE, "The meeting is not at Zoom any more." },
  { "not-there-for-a-moment", "{'fault': '3001', 'on': 'get', 'times': 1}", 0, LIVE, NONE, NULL },
  { "not-ours", "{'fault': '3003', 'on': 'get'}", 1, UNMANAGED, NONE, "The meeting at Zoom can be changed by its host alone: recruiter@example.com." },
  { "host-left", "{'fault': '1001', 'on': 'get'}", 1, UNMANAGED, NONE, "The meeting at Zoom can be changed by its host alone: recruiter@example.com." },
  { "failure", "{'fault': '500', 'on': 'get', 'times': 20}", -1, LIVE, NONE, NULL },
  { "no-sense", "{'fault': 'invalid-json', 'on': 'get', 'times': 20}", -1, LIVE, NONE, NULL },
  { "refused", "{'fault': '200', 'on': 'get', 'times': 20}", -1, LIVE, NONE, NULL },
};

static void
assert_row (Fixture    *self,
            const Row  *row,
            const char *uid,
            const char *before)
{
  g_autoptr(ConveneInterview) interview = fixture_find (self, uid);
  ConveneMeeting  *meeting = convene_interview_get_meeting (interview);
  g_autofree char *activity = last_activity (self, uid);

  g_assert_cmpint (convene_meeting_get_state (meeting), ==, row->state);
  g_assert_cmpint (convene_meeting_get_drift (meeting), ==, row->drift);
  g_assert_cmpstr (activity, ==, row->activity != NULL ? row->activity : before);
  g_assert_cmpint (convene_meeting_get_start (meeting), ==, convene_moment_get_instant (convene_interview_get_start (interview)));
  g_assert_cmpint (convene_meeting_get_duration (meeting), ==, convene_interview_get_duration (interview));
}

static void
test_found (gconstpointer data)
{
  const Row       *row = data;
  Fixture         *self = fixture_new ();
  g_autofree char *uid = NULL;
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;
  guint creates, changes;

  fixture_provide (self, TRUE, TRUE);
  uid = schedule (self);
  before = last_activity (self, uid);
  creates = fixture_count_calls (self, "create");
  changes = fixture_count_calls (self, "patch");

  order (self, uid, row->order);
  g_assert_cmpint (run (self, &error), ==, row->differs);
  g_assert_true ((error != NULL) == (row->differs < 0));
  assert_row (self, row, uid, before);

  /* Nothing is done about it. */
  g_assert_cmpuint (fixture_count_calls (self, "create"), ==, creates);
  g_assert_cmpuint (fixture_count_calls (self, "patch"), ==, changes);
  fixture_free (self);
}

/* It is told once, however often somebody looks; and when it is mended at Zoom nothing is left of it. */
static void
test_again (void)
{
  Fixture         *self = fixture_new ();
  g_autofree char *uid = NULL;
  g_autofree char *activity = NULL;
  g_autoptr(ConveneInterview) mended = NULL;

  fixture_provide (self, TRUE, TRUE);
  uid = schedule (self);
  order (self, uid, "{'patch': {'id': %ID, 'body': {'duration': 90}}}");
  g_assert_cmpint (run_well (self), ==, 1);
  g_assert_cmpint (run_well (self), ==, 1);
  order (self, uid, "{'patch': {'id': %ID, 'body': {'duration': 45}}}");
  g_assert_cmpint (run_well (self), ==, 0);
  activity = last_activity (self, uid);
  g_assert_cmpstr (activity, ==, "At Zoom the meeting is again as it was.");
  mended = fixture_find (self, uid);
  g_assert_cmpint (convene_meeting_get_seen_at (convene_interview_get_meeting (mended)), ==, 0);

  order (self, uid, "{'delete': {'id': %ID}}");
  g_assert_cmpint (run_well (self), ==, 1);
  order (self, uid, "{'restore': {'id': %ID}}");
  g_assert_cmpint (run_well (self), ==, 0);
  fixture_free (self);
}

/* Who cannot be asked says nothing: no account, one that is signed out, one that is gone. */
static void
test_nobody_to_ask (void)
{
  Fixture         *self = fixture_new ();
  g_autofree char *uid = NULL;
  guint            reads;

  fixture_provide (self, TRUE, TRUE);
  uid = schedule (self);
  reads = fixture_count_calls (self, "get");
  fixture_disconnect (self, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (run_well (self), ==, 0);
  g_assert_cmpuint (fixture_count_calls (self, "get"), ==, reads);
  fixture_free (self);
}

/* What is being changed from here is not looked at. */
static void
test_in_hand (void)
{
  Fixture         *self = fixture_new ();
  ConveneStore    *store = convene_engine_get_store (self->engine);
  g_autofree char *uid = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneOperation) operation = NULL;
  g_autoptr(GError) error = NULL;
  guint reads;

  fixture_provide (self, TRUE, TRUE);
  uid = schedule (self);
  interview = fixture_find (self, uid);
  operation = g_object_new (CONVENE_TYPE_OPERATION, "id", "later", "interview-uid", uid, "meeting-id",
                            convene_meeting_get_id (convene_interview_get_meeting (interview)), "kind", CONVENE_OPERATION_KIND_MEETING_UPDATE, "due",
                            convene_clock_now (self->clock) + CONVENE_DAY, NULL);
  convene_change_add_operation (change, operation);
  convene_store_commit_async (store, change, NULL, fixture_result_cb, &result);
  g_assert_true (convene_store_commit_finish (store, fixture_await (&result), &error));

  order (self, uid, "{'patch': {'id': %ID, 'body': {'duration': 90}}}");
  reads = fixture_count_calls (self, "get");
  g_assert_cmpint (run_well (self), ==, 0);
  g_assert_cmpuint (fixture_count_calls (self, "get"), ==, reads);
  fixture_free (self);
}

static void
until_read (Fixture *self,
            guint    reads)
{
  while (fixture_count_calls (self, "get") < reads)
    fixture_pass (self, CONVENE_SECOND);
}

/* What was read is written down, too: who stops before that has not looked. */
static void
until_checked (Fixture    *self,
               const char *uid)
{
  gint64 checked = 0;

  while (checked == 0)
    {
      g_autoptr(ConveneInterview) interview = NULL;

      fixture_pass (self, CONVENE_SECOND);
      interview = fixture_find (self, uid);
      checked = convene_meeting_get_checked_at (convene_interview_get_meeting (interview));
    }
}

/* By itself a day ahead and an hour ahead, once each. */
static void
test_by_itself (void)
{
  Fixture         *self = fixture_new ();
  g_autofree char *uid = NULL;
  g_autofree char *activity = NULL;
  guint            reads;

  fixture_provide (self, TRUE, TRUE);
  uid = schedule (self);
  reads = fixture_count_calls (self, "get");
  convene_inspector_start (convene_engine_get_inspector (self->engine));
  fixture_pass (self, 2 * CONVENE_MINUTE);
  g_assert_cmpuint (fixture_count_calls (self, "get"), ==, reads);

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (self->clock), 6 * CONVENE_DAY);
  until_read (self, reads + 1);
  fixture_pass (self, 2 * CONVENE_MINUTE);
  g_assert_cmpuint (fixture_count_calls (self, "get"), ==, reads + 1);

  order (self, uid, "{'patch': {'id': %ID, 'body': {'password': 'Other7'}}}");
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (self->clock), 23 * CONVENE_HOUR);
  until_read (self, reads + 2);
  fixture_pass (self, 2 * CONVENE_MINUTE);
  g_assert_cmpuint (fixture_count_calls (self, "get"), ==, reads + 2);
  activity = last_activity (self, uid);
  g_assert_cmpstr (activity, ==, "At Zoom the meeting’s link or password was changed.");
  fixture_free (self);
}

/* A program that starts after some hours looks at all that is near, and at nothing that was looked at. */
static void
test_at_start (void)
{
  Fixture         *self = fixture_new ();
  g_autofree char *uid = NULL;
  guint            reads;

  fixture_provide (self, TRUE, TRUE);
  uid = schedule (self);
  reads = fixture_count_calls (self, "get");
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (self->clock), 7 * CONVENE_HOUR);
  convene_inspector_start (convene_engine_get_inspector (self->engine));
  until_checked (self, uid);
  convene_inspector_stop (convene_engine_get_inspector (self->engine));
  fixture_pass (self, CONVENE_SECOND);

  convene_inspector_start (convene_engine_get_inspector (self->engine));
  fixture_pass (self, 2 * CONVENE_MINUTE);
  g_assert_cmpuint (fixture_count_calls (self, "get"), ==, reads + 1);
  fixture_free (self);
}

/* Zoom makes, long after its connection was lost, what was then made again: the one whose link people have stays. */
static void
test_late_duplicate (void)
{
  Fixture         *self = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(JsonObject) state = NULL;
  gint64   ours;
  gboolean is_there = FALSE;

  fixture_provide (self, TRUE, TRUE);
  fixture_order (self, "{'fault': 'late-commit', 'ms': 4000}");
  uid = schedule (self);
  ours = number_of (self, uid);
  while (fixture_count_meetings (self) < 2)
    fixture_pass (self, CONVENE_SECOND);

  convene_inspector_start (convene_engine_get_inspector (self->engine));
  while (fixture_count_meetings (self) > 1)
    fixture_pass (self, CONVENE_SECOND);
  state = fixture_state (self);
  for (guint i = 0; i < json_array_get_length (json_object_get_array_member (state, "meetings")); i++)
    {
      JsonObject *meeting = json_array_get_object_element (json_object_get_array_member (state, "meetings"), i);

      is_there |= !json_object_get_boolean_member (meeting, "deleted") && json_object_get_int_member (meeting, "id") == ours;
    }
  g_assert_true (is_there);

  fixture_until (self, uid, DELETE, "done");
  g_assert_cmpint (number_of (self, uid), ==, ours);
  fixture_free (self);
}

static void
cancel (Fixture    *self,
        const char *uid)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->engine);
  g_autoptr(GAsyncResult) planned = NULL;
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  convene_scheduler_plan_cancel_async (scheduler, uid, NULL, TRUE, NULL, fixture_result_cb, &planned);
  plan = convene_scheduler_plan_finish (scheduler, fixture_await (&planned), &error);
  g_assert_no_error (error);
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, fixture_result_cb, &committed);
  convene_scheduler_commit_finish (scheduler, fixture_await (&committed), &error);
  g_assert_no_error (error);
}

/* An interview is cancelled while nobody knows whether its meeting was made, and Zoom makes it when everybody has stopped looking. */
static void
test_late_orphan (void)
{
  Fixture         *self = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) wanted = fixture_interview ("Staff Engineer");

  fixture_provide (self, TRUE, TRUE);
  fixture_order (self, "{'fault': 'late-commit', 'ms': 4000}");
  uid = fixture_schedule (self, wanted);
  fixture_until (self, uid, CREATE, "doubt:unreachable");
  cancel (self, uid);
  while (fixture_count_meetings (self) == 0)
    fixture_pass (self, CONVENE_SECOND);

  convene_inspector_start (convene_engine_get_inspector (self->engine));
  while (fixture_count_meetings (self) > 0)
    fixture_pass (self, CONVENE_SECOND);
  fixture_free (self);
}

/* A run that is stopped ends. */
static void
test_stopped (void)
{
  Fixture          *self = fixture_new ();
  ConveneInspector *inspector = convene_engine_get_inspector (self->engine);
  g_autofree char  *uid = NULL;
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) other = NULL;

  fixture_provide (self, TRUE, TRUE);
  uid = schedule (self);
  fixture_order (self, "{'fault': 'hang', 'on': 'get', 'times': 20}");
  convene_inspector_run_async (inspector, G_MAXINT64, NULL, fixture_result_cb, &first);
  convene_inspector_run_async (inspector, CONVENE_DAY, NULL, fixture_result_cb, &second);
  fixture_pass (self, CONVENE_SECOND);
  convene_inspector_stop (inspector);
  g_assert_cmpint (convene_inspector_run_finish (inspector, fixture_await (&first), &error), ==, -1);
  g_assert_nonnull (error);
  g_assert_cmpint (convene_inspector_run_finish (inspector, fixture_await (&second), &other), ==, -1);
  g_assert_error (other, CONVENE_ERROR, CONVENE_ERROR_CANCELLED);
  g_clear_object (&first);
  g_clear_object (&second);
  fixture_free (self);
}

typedef struct
{
  const char      *path;
  const char      *order;
  ConveneJoinState state;
} Join;

static const Join joins[] = {
  { "VC-38/not-started", "", CONVENE_JOIN_NOT_STARTED },
  { "VC-38/started", "{'start': {'id': %ID}}", CONVENE_JOIN_FINE },
  { "VC-39/deleted", "{'delete': {'id': %ID}}", CONVENE_JOIN_GONE },
  { "VC-39/other-link", "{'patch': {'id': %ID, 'body': {'password': 'Other7'}}}", CONVENE_JOIN_GONE },
  { "VC-39/silent", "{'fault': 'hang', 'on': 'get', 'times': 20}", CONVENE_JOIN_UNKNOWN },
  { "VC-39/failure", "{'fault': '500', 'on': 'get', 'times': 20}", CONVENE_JOIN_UNKNOWN },
};

static ConveneJoinState
look (Fixture    *self,
      const char *uid)
{
  ConveneInspector *inspector = convene_engine_get_inspector (self->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConveneJoinState state;

  convene_inspector_look_async (inspector, uid, NULL, fixture_result_cb, &result);
  state = convene_inspector_look_finish (inspector, fixture_await (&result), &error);
  g_assert_no_error (error);
  return state;
}

static void
test_join (gconstpointer data)
{
  const Join      *row = data;
  Fixture         *self = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (self, TRUE, TRUE);
  uid = schedule (self);
  order (self, uid, row->order);
  g_assert_cmpint (look (self, uid), ==, row->state);
  fixture_free (self);
}

/* Nobody is asked about a link that is a person's own, and one who is not there is an error. */
static void
test_join_elsewhere (void)
{
  Fixture          *self = fixture_new ();
  ConveneInspector *inspector = convene_engine_get_inspector (self->engine);
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  fixture_provide (self, TRUE, TRUE);
  convene_interview_set_platform (interview, CONVENE_PLATFORM_LINK);
  convene_interview_set_link (interview, "https://example.com/room");
  uid = fixture_schedule (self, interview);
  g_assert_cmpint (look (self, uid), ==, CONVENE_JOIN_UNKNOWN);

  convene_inspector_look_async (inspector, "00000000", NULL, fixture_result_cb, &result);
  convene_inspector_look_finish (inspector, fixture_await (&result), &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND);
  g_clear_object (&result);
  fixture_free (self);
}

static void
add_joins (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (joins); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/", joins[i].path, NULL);

      g_test_add_data_func (path, &joins[i], test_join);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/O-13/found/", rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test_found);
    }
  g_test_add_func ("/workflow/O-13/again", test_again);
  g_test_add_func ("/workflow/O-13/nobody-to-ask", test_nobody_to_ask);
  g_test_add_func ("/workflow/O-13/in-hand", test_in_hand);
  g_test_add_func ("/workflow/O-13/by-itself", test_by_itself);
  g_test_add_func ("/workflow/O-13/at-start", test_at_start);
  g_test_add_func ("/workflow/O-13/stopped", test_stopped);
  g_test_add_func ("/workflow/O-1/late-duplicate", test_late_duplicate);
  g_test_add_func ("/workflow/O-1/late-orphan", test_late_orphan);
  add_joins ();
  g_test_add_func ("/workflow/VC-39/elsewhere", test_join_elsewhere);

  return g_test_run ();
}
