/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* TH-18, HL-16, X-3, O-2: more is to be done on one host's day than Zoom allows. It runs over midnight UTC by itself, and Zoom has nothing to refuse. */

#include <string.h>

#include "convene-preferences.h"
#include "life-fixture.h"

#define LIMIT 100

typedef struct
{
  Fixture   *fixture;
  GPtrArray *uids;
} Day;

static gint64
midnight_after (gint64 instant)
{
  return (instant / CONVENE_DAY + 1) * CONVENE_DAY;
}

static void
day_begin (Day        *day,
           const char *order)
{
  day->fixture = fixture_new ();
  day->uids = g_ptr_array_new_with_free_func (g_free);
  fixture_order (day->fixture, "{'set': {'pace': 0}}");
  fixture_order (day->fixture, order);
  fixture_provide (day->fixture, TRUE, TRUE);
}

static void
day_clear (Day *day)
{
  g_ptr_array_unref (day->uids);
  fixture_free (day->fixture);
}

/* Runs the outbox until nothing more can happen on that day. */
static void
settle (Day *day)
{
  ConveneOutbox *outbox = convene_engine_get_outbox (day->fixture->engine);
  g_autoptr(GAsyncResult) settled = NULL;
  g_autoptr(ConveneOutboxReport) report = NULL;
  g_autoptr(GError) error = NULL;

  convene_outbox_start (outbox);
  convene_outbox_settle_async (outbox, NULL, 2 * CONVENE_HOUR, NULL, fixture_result_cb, &settled);
  report = convene_outbox_settle_finish (outbox, fixture_await (&settled), &error);
  g_assert_no_error (error);
}

/* Nobody does anything but wait: a minute before midnight nothing has happened, and some minutes after it everything has. */
static void
sleep_over_midnight (Day *day)
{
  gint64 midnight = midnight_after (convene_clock_now (day->fixture->clock));
  guint  before = fixture_count_calls (day->fixture, "create") + fixture_count_calls (day->fixture, "delete") + fixture_count_calls (day->fixture, "patch");

  fixture_set_clocks (day->fixture, midnight - CONVENE_MINUTE);
  fixture_pass (day->fixture, 5 * CONVENE_SECOND);
  g_assert_cmpuint (fixture_count_calls (day->fixture, "create") + fixture_count_calls (day->fixture, "delete") + fixture_count_calls (day->fixture, "patch"),
                    ==, before);

  fixture_set_clocks (day->fixture, midnight + 5 * CONVENE_MINUTE);
  settle (day);
}

/* An interview `ahead` of now. */
static void
schedule (Day   *day,
          gint64 ahead)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneMoment) start = convene_moment_new_at (convene_clock_now (day->fixture->clock) + ahead, "America/Mexico_City", NULL);

  convene_interview_set_start (interview, start);
  g_ptr_array_add (day->uids, fixture_schedule (day->fixture, interview));
}

static void
schedule_many (Day  *day,
               guint count)
{
  for (guint i = 0; i < count; i++)
    schedule (day, 7 * CONVENE_DAY + i * CONVENE_HOUR);
}

static ConvenePlan *
commit (Day           *day,
        GAsyncResult **planned)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (day->fixture->engine);
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(GError) error = NULL;
  ConvenePlan *plan = convene_scheduler_plan_finish (scheduler, fixture_await (planned), &error);

  g_assert_no_error (error);
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, fixture_result_cb, &committed);
  g_assert_true (convene_scheduler_commit_finish (scheduler, fixture_await (&committed), &error));
  g_assert_no_error (error);
  return plan;
}

static ConvenePlan *
cancel (Day  *day,
        guint n)
{
  g_autoptr(GAsyncResult) planned = NULL;

  convene_scheduler_plan_cancel_async (convene_engine_get_scheduler (day->fixture->engine), g_ptr_array_index (day->uids, n), NULL, TRUE, NULL,
                                       fixture_result_cb, &planned);
  return commit (day, &planned);
}

static ConvenePlan *
move (Day  *day,
      guint n)
{
  g_autoptr(ConveneInterview) interview = fixture_find (day->fixture, g_ptr_array_index (day->uids, n));
  gint64 start = convene_moment_get_instant (convene_interview_get_start (interview));
  g_autoptr(ConveneMoment) moved = convene_moment_new_at (start + 30 * CONVENE_MINUTE, "America/Mexico_City", NULL);
  g_autoptr(GAsyncResult) planned = NULL;

  convene_interview_set_start (interview, moved);
  convene_scheduler_plan_edit_async (convene_engine_get_scheduler (day->fixture->engine), interview, TRUE, NULL, fixture_result_cb, &planned);
  return commit (day, &planned);
}

/* Plans one more interview of another day and throws the plan away. */
static ConvenePlan *
preview (Day *day)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (day->fixture->engine);
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(GAsyncResult) planned = NULL;
  g_autoptr(GError) error = NULL;
  ConvenePlan *plan;

  convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &planned);
  plan = convene_scheduler_plan_finish (scheduler, fixture_await (&planned), &error);
  g_assert_no_error (error);
  return plan;
}

/* What Zoom has counted on the clock's day. */
static int
count_at_zoom (Day *day)
{
  g_autoptr(JsonObject) state = fixture_state (day->fixture);
  JsonObject      *quota = json_object_get_object_member (state, "quota");
  g_autofree char *date = convene_instant_to_string (convene_clock_now (day->fixture->clock));

  date[strlen ("2026-12-01")] = '\0';
  if (!json_object_has_member (quota, CONVENE_PRACTICE_HOST))
    return 0;
  return json_object_get_int_member_with_default (json_object_get_object_member (quota, CONVENE_PRACTICE_HOST), date, 0);
}

static guint
count_done (Day                 *day,
            ConveneOperationKind kind)
{
  guint count = 0;

  for (guint i = 0; i < day->uids->len; i++)
    {
      g_autoptr(ConveneInterview) interview = fixture_find (day->fixture, g_ptr_array_index (day->uids, i));
      g_autofree char *state = fixture_operation (interview, kind);

      count += g_strcmp0 (state, "done") == 0;
    }

  return count;
}

/* Everybody has a meeting and was invited once, with its link, and by no other letter. */
static void
assert_all_invited (Day *day)
{
  g_assert_cmpuint (fixture_count_meetings (day->fixture), ==, day->uids->len);
  g_assert_cmpuint (count_done (day, CONVENE_OPERATION_KIND_MAIL_INVITATION), ==, day->uids->len);
  g_assert_cmpuint (life_count_letters (day->fixture, ""), ==, day->uids->len);
  for (guint i = 0; i < day->uids->len; i++)
    {
      g_autoptr(ConveneInterview) interview = fixture_find (day->fixture, g_ptr_array_index (day->uids, i));

      g_assert_nonnull (convene_interview_get_join_link (interview));
      g_assert_nonnull (strstr (convene_interview_get_told (interview), convene_interview_get_join_link (interview)));
    }
}

/* A 130-session day on one host. */
static void
test_long_day (void)
{
  Day day;
  g_autoptr(ConvenePlan) last = NULL;
  g_autoptr(ConvenePlan) next = NULL;

  day_begin (&day, "[]");
  schedule_many (&day, 99);
  settle (&day);
  last = preview (&day);
  g_assert_cmpint (convene_plan_get_quota_left (last), ==, 0);
  g_assert_null (strstr (convene_plan_get_summary (last), "used up"));

  schedule_many (&day, 31);
  settle (&day);
  g_assert_cmpuint (fixture_count_meetings (day.fixture), ==, LIMIT);
  g_assert_cmpuint (life_count_letters (day.fixture, ""), ==, LIMIT);
  next = preview (&day);
  g_assert_cmpint (convene_plan_get_quota_left (next), ==, 0);
  g_assert_nonnull (strstr (convene_plan_get_summary (next), "used up"));

  sleep_over_midnight (&day);
  assert_all_invited (&day);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "create"), ==, 130);
  g_assert_cmpint (count_at_zoom (&day), ==, 30);
  day_clear (&day);
}

/* The same of the program that is started anew on either side of midnight. */
static void
test_restarted (void)
{
  Day day;

  day_begin (&day, "{'quota': {'host': '" CONVENE_PRACTICE_HOST "', 'used': 95}}");
  schedule_many (&day, 8);
  settle (&day);
  g_assert_cmpuint (fixture_count_meetings (day.fixture), ==, 5);
  fixture_restart (day.fixture);
  fixture_provide (day.fixture, TRUE, TRUE);
  settle (&day);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "create"), ==, 5);

  fixture_set_clocks (day.fixture, midnight_after (convene_clock_now (day.fixture->clock)) + 5 * CONVENE_MINUTE);
  fixture_restart (day.fixture);
  fixture_provide (day.fixture, TRUE, TRUE);
  settle (&day);
  assert_all_invited (&day);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "create"), ==, 8);
  day_clear (&day);
}

/* What is kept back is there for the interviews of the same day. */
static void
test_reserve (void)
{
  Day day;
  g_autoptr(ConvenePlan) moved = NULL;

  day_begin (&day, "[]");
  life_set_preference (day.fixture, CONVENE_PREFERENCE_QUOTA_RESERVE, "10");
  schedule_many (&day, 95);
  settle (&day);
  g_assert_cmpint (count_at_zoom (&day), ==, LIMIT - 10);

  for (int i = 0; i < 4; i++)
    schedule (&day, 6 * CONVENE_HOUR + i * CONVENE_HOUR);
  settle (&day);
  g_assert_cmpint (count_at_zoom (&day), ==, LIMIT - 6);
  moved = move (&day, 95);
  g_assert_cmpint (convene_plan_get_quota_left (moved), ==, 5);
  settle (&day);
  g_assert_cmpint (count_at_zoom (&day), ==, LIMIT - 5);
  g_assert_cmpuint (fixture_count_meetings (day.fixture), ==, 94);

  sleep_over_midnight (&day);
  g_assert_cmpuint (fixture_count_meetings (day.fixture), ==, 99);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "create"), ==, 99);
  g_assert_cmpint (count_at_zoom (&day), ==, 5);
  day_clear (&day);
}

/* A change of the time is told at once; Zoom hears of it on the next day. */
static void
test_move (void)
{
  Day day;
  g_autoptr(ConvenePlan) moved = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(JsonObject) meeting = NULL;

  day_begin (&day, "{'quota': {'host': '" CONVENE_PRACTICE_HOST "', 'used': 99}}");
  schedule_many (&day, 1);
  settle (&day);
  moved = move (&day, 0);
  settle (&day);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "patch"), ==, 0);
  g_assert_cmpuint (life_count_letters (day.fixture, ""), ==, 2);

  sleep_over_midnight (&day);
  after = fixture_find (day.fixture, g_ptr_array_index (day.uids, 0));
  g_assert_cmpuint (fixture_count_calls (day.fixture, "patch"), ==, 1);
  g_assert_cmpuint (life_count_letters (day.fixture, ""), ==, 2);
  g_assert_cmpint (convene_meeting_get_start (convene_interview_get_meeting (after)), ==, convene_moment_get_instant (convene_interview_get_start (after)));
  day_clear (&day);
}

/* where deletes count, they wait too, and nobody is told later for it; where they do not, they go on. */
static void
test_deletes (gconstpointer counted)
{
  Day day;
  int at_once = counted != NULL ? LIMIT - 60 : 60;

  day_begin (&day, counted != NULL ? "{'set': {'deletes_count': 1}}" : "{'set': {'daily_limit': 60}}");
  life_set_preference (day.fixture, CONVENE_PREFERENCE_QUOTA_DELETES, counted != NULL ? "count" : "ignore");
  schedule_many (&day, 60);
  settle (&day);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr(ConvenePlan) plan = cancel (&day, i);

      g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, counted != NULL ? 1 : 0);
    }
  settle (&day);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "delete"), ==, at_once);
  g_assert_cmpuint (fixture_count_meetings (day.fixture), ==, 60 - at_once);
  g_assert_cmpuint (life_count_letters (day.fixture, ""), ==, 120);

  sleep_over_midnight (&day);
  g_assert_cmpuint (fixture_count_meetings (day.fixture), ==, 0);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "delete"), ==, 60);
  g_assert_cmpuint (life_count_letters (day.fixture, ""), ==, 120);
  day_clear (&day);
}

/* Another tool uses the same host: Zoom's first answer says so. */
static void
test_other_tool (void)
{
  Day day;

  day_begin (&day, "{'quota': {'host': '" CONVENE_PRACTICE_HOST "', 'used': 30}}");
  schedule_many (&day, 80);
  settle (&day);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "create"), ==, LIMIT - 30);
  g_assert_cmpint (count_at_zoom (&day), ==, LIMIT);

  sleep_over_midnight (&day);
  assert_all_invited (&day);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "create"), ==, 80);
  day_clear (&day);
}

/* Where no answer says so, the one refusal does, and no other request is sent into it. */
static void
test_other_tool_unseen (void)
{
  Day day;

  day_begin (&day, "[{'set': {'no_quota_headers': 1}}, {'quota': {'host': '" CONVENE_PRACTICE_HOST "', 'used': 30}}]");
  schedule_many (&day, 80);
  settle (&day);
  g_assert_cmpuint (fixture_count_meetings (day.fixture), ==, LIMIT - 30);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "create"), ==, LIMIT - 30 + 1);

  sleep_over_midnight (&day);
  assert_all_invited (&day);
  g_assert_cmpuint (fixture_count_calls (day.fixture, "create"), ==, 80 + 1);
  day_clear (&day);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* Slower than elsewhere: however busy the machine, no request may take half a minute. */
  g_setenv ("CONVENE_TEST_CLOCK_SCALE", "8", TRUE);

  g_test_add_func ("/workflow/quota-day/TH-18/HL-16/O-2/130-sessions", test_long_day);
  g_test_add_func ("/workflow/quota-day/O-2/restarted", test_restarted);
  g_test_add_func ("/workflow/quota-day/O-2/reserve", test_reserve);
  g_test_add_func ("/workflow/quota-day/O-2/move", test_move);
  g_test_add_data_func ("/workflow/quota-day/X-3/deletes-count", "counted", test_deletes);
  g_test_add_data_func ("/workflow/quota-day/X-3/deletes-free", NULL, test_deletes);
  g_test_add_func ("/workflow/quota-day/X-3/other-tool", test_other_tool);
  g_test_add_func ("/workflow/quota-day/X-3/other-tool-unseen", test_other_tool_unseen);

  return g_test_run ();
}
