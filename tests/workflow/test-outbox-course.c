/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the course of things does to the outbox: time that passes or jumps, letters and a meeting that overtake each other. */

#include <glib.h>

#include "workflow-fixture.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define URGENT CONVENE_OPERATION_KIND_MAIL_URGENT
#define LINK_READY CONVENE_OPERATION_KIND_MAIL_LINK_READY
#define REMINDER CONVENE_OPERATION_KIND_MAIL_REMINDER

#define ASKED_TO_WAIT "{'fault':'429-second','on':'create','retry':'seconds','retry_s':60}"

static guint
count_letters (Fixture    *fixture,
               const char *subject)
{
  g_autofree char *subjects = fixture_subjects (fixture);
  g_auto(GStrv) lines = g_strsplit (subjects, "\n", -1);
  guint count = 0;

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    count += subject == NULL || strstr (lines[i], subject) != NULL;

  return count;
}

static void
assert_operation (Fixture             *fixture,
                  const char          *uid,
                  ConveneOperationKind kind,
                  const char          *expected)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);

  fixture_assert_operation (interview, kind, expected);
}

static void
settle (Fixture    *fixture,
        const char *uid)
{
  g_autoptr(ConveneInterview) interview = fixture_settle (fixture, uid, 5 * CONVENE_MINUTE);
}

/* Schedules what begins so long from now. */
static char *
schedule_in (Fixture *fixture,
             gint64   delay)
{
  g_autoptr(ConveneInterview) planned = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneMoment) start = convene_moment_new_at (convene_clock_now (fixture->clock) + delay, "America/Mexico_City", NULL);

  convene_interview_set_start (planned, start);
  return fixture_schedule (fixture, planned);
}

static void
advance (Fixture *fixture,
         gint64   microseconds)
{
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), microseconds);
}

static gint64
get_due (Fixture             *fixture,
         const char          *uid,
         ConveneOperationKind kind)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  GListModel *operations = convene_interview_get_operations (interview);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == kind)
        return convene_operation_get_due (operation);
    }

  g_assert_not_reached ();
}

/* the letters could not leave without the link, and now it is there: one letter has it, and nobody is asked for another. */
static void
test_mail_down_too (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "[" ASKED_TO_WAIT ",{'fault':'421','on':'smtp','times':14}]");
  uid = schedule_in (fixture, 7 * CONVENE_DAY);
  settle (fixture, uid);
  assert_operation (fixture, uid, CREATE, "done");
  assert_operation (fixture, uid, INVITATION, "done");
  assert_operation (fixture, uid, URGENT, "dropped");
  assert_operation (fixture, uid, LINK_READY, NULL);
  g_assert_cmpuint (count_letters (fixture, NULL), ==, 1);
  after = fixture_find (fixture, uid);
  g_assert_cmpint (convene_interview_get_sequence (after), ==, 0);
  fixture_free (fixture);
}

/* a mail account comes while the meeting is being made: the letter waits for what comes of it, and has the link. */
static void
test_mail_comes_meanwhile (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, FALSE);
  fixture_order (fixture, "[" ASKED_TO_WAIT ",{'fault':'slow','on':'create','before_ms':500}]");
  uid = schedule_in (fixture, 7 * CONVENE_DAY);
  fixture_until (fixture, uid, CREATE, "waiting:rate-limited");
  fixture_until (fixture, uid, INVITATION, "waiting:no-account");
  fixture_until (fixture, uid, CREATE, "running:rate-limited");
  fixture_connect_mail (fixture);
  settle (fixture, uid);
  assert_operation (fixture, uid, CREATE, "done");
  assert_operation (fixture, uid, INVITATION, "done");
  assert_operation (fixture, uid, URGENT, "dropped");
  assert_operation (fixture, uid, LINK_READY, NULL);
  g_assert_cmpuint (count_letters (fixture, NULL), ==, 1);
  fixture_free (fixture);
}

/* A letter of which somebody may have a copy is not written anew: the link comes in a letter of its own. */
static void
test_letter_in_doubt_stays (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "[" ASKED_TO_WAIT ",{'fault':'drop','on':'smtp','when':'after-file'},{'fault':'421','on':'smtp','skip':1,'times':8}]");
  uid = schedule_in (fixture, 7 * CONVENE_DAY);
  settle (fixture, uid);
  assert_operation (fixture, uid, INVITATION, "done");
  assert_operation (fixture, uid, LINK_READY, "done");
  fixture_free (fixture);
}

/* a link that comes after the interview has begun is not waited for. */
static void
test_quota_too_late (void)
{
  Fixture         *fixture = fixture_new ();
  gint64           left = CONVENE_DAY - convene_clock_now (fixture->clock) % CONVENE_DAY;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'429-daily','on':'create'}");
  if (left < 20 * CONVENE_MINUTE)
    advance (fixture, 30 * CONVENE_MINUTE);
  uid = schedule_in (fixture, 15 * CONVENE_MINUTE);
  settle (fixture, uid);
  assert_operation (fixture, uid, CREATE, "waiting:quota");
  assert_operation (fixture, uid, INVITATION, "done");
  assert_operation (fixture, uid, URGENT, "done");
  fixture_free (fixture);
}

/* clocks differ: asked a moment before Zoom's midnight, the meeting would wait for another day. */
static void
test_quota_after_midnight (void)
{
  Fixture         *fixture = fixture_new ();
  gint64           midnight = (convene_clock_now (fixture->clock) / CONVENE_DAY + 1) * CONVENE_DAY;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'429-daily','on':'create'}");
  uid = schedule_in (fixture, 7 * CONVENE_DAY);
  settle (fixture, uid);
  assert_operation (fixture, uid, CREATE, "waiting:quota");
  g_assert_cmpint (get_due (fixture, uid, CREATE), >, midnight + CONVENE_MINUTE);
  fixture_free (fixture);
}

/* Neither a meeting nor a letter helps once the interview is over: whoever connects an account then disturbs nobody. */
static void
test_over (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, FALSE, FALSE);
  uid = schedule_in (fixture, 3 * CONVENE_HOUR);
  settle (fixture, uid);
  advance (fixture, CONVENE_DAY);
  fixture_connect (fixture);
  fixture_connect_mail (fixture);
  settle (fixture, uid);
  assert_operation (fixture, uid, CREATE, "failed:refused");
  assert_operation (fixture, uid, INVITATION, "failed:refused");
  assert_operation (fixture, uid, URGENT, "failed:refused");
  g_assert_cmpuint (count_letters (fixture, NULL), ==, 0);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 0);
  fixture_free (fixture);
}

/* SH-28: two reminders that have become due together are one. */
static void
test_reminders_together (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = schedule_in (fixture, 3 * CONVENE_DAY);
  settle (fixture, uid);
  g_assert_cmpuint (count_letters (fixture, NULL), ==, 1);
  advance (fixture, 3 * CONVENE_DAY - 30 * CONVENE_MINUTE);
  fixture_until (fixture, uid, REMINDER, "dropped");
  settle (fixture, uid);
  g_assert_cmpuint (count_letters (fixture, NULL), ==, 2);
  fixture_free (fixture);
}

/* SH-28: an invitation that left late reminds by itself. */
static void
test_reminder_after_late_invitation (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, FALSE);
  uid = schedule_in (fixture, 3 * CONVENE_DAY);
  settle (fixture, uid);
  advance (fixture, 2 * CONVENE_DAY + CONVENE_HOUR);
  fixture_connect_mail (fixture);
  fixture_until (fixture, uid, REMINDER, "dropped");
  assert_operation (fixture, uid, INVITATION, "done");
  g_assert_cmpuint (count_letters (fixture, NULL), ==, 1);
  fixture_free (fixture);
}

static void
move_meeting (Fixture    *fixture,
              const char *start)
{
  g_autoptr(JsonObject) state = fixture_state (fixture);
  JsonObject      *meeting = json_array_get_object_element (json_object_get_array_member (state, "meetings"), 0);
  g_autofree char *order = g_strdup_printf ("{'patch':{'id':%" G_GINT64_FORMAT ",'body':{'start_time':'%s','timezone':'UTC'}}}",
                                            json_object_get_int_member (meeting, "id"), start);

  fixture_order (fixture, order);
}

/* Zoom has another time for what it made: it is put right, and no second meeting is made. */
static void
test_wrong_start (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) interview = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "[{'fault':'commit-then-drop','on':'create'},{'fault':'slow','on':'list','before_ms':200}]");
  uid = schedule_in (fixture, 7 * CONVENE_DAY);
  fixture_until (fixture, uid, CREATE, "doubt:unreachable");
  move_meeting (fixture, "2046-12-01T10:00:00Z");
  settle (fixture, uid);
  assert_operation (fixture, uid, CREATE, "done");
  assert_operation (fixture, uid, CONVENE_OPERATION_KIND_MEETING_UPDATE, "done");
  assert_operation (fixture, uid, LINK_READY, NULL);
  interview = fixture_find (fixture, uid);
  g_assert_cmpint (convene_meeting_get_start (convene_interview_get_meeting (interview)), ==,
                   convene_moment_get_instant (convene_interview_get_start (interview)));
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  fixture_free (fixture);
}

/* SH-39: who asks twice, in two windows, is told no nonsense. */
static void
test_retry_twice (void)
{
  Fixture          *fixture = fixture_new ();
  ConveneScheduler *scheduler;
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'3161','on':'create'}");
  uid = schedule_in (fixture, 7 * CONVENE_DAY);
  settle (fixture, uid);
  fixture_restart (fixture);
  scheduler = convene_engine_get_scheduler (fixture->engine);
  convene_scheduler_retry_async (scheduler, uid, NULL, fixture_result_cb, &first);
  convene_scheduler_retry_async (scheduler, uid, NULL, fixture_result_cb, &second);
  g_assert_cmpint (convene_scheduler_retry_finish (scheduler, fixture_await (&first), &error), ==, 1);
  g_assert_cmpint (convene_scheduler_retry_finish (scheduler, fixture_await (&second), &error), ==, 1);
  g_assert_no_error (error);
  settle (fixture, uid);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  g_clear_object (&first);
  g_clear_object (&second);
  fixture_free (fixture);
}

/* What does not heal is tried ever more seldom. */
static void
test_seldom (gconstpointer data)
{
  const char *const *names = data; /* a call, and the order for it */
  Fixture           *fixture = fixture_new ();
  g_autofree char   *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, names[1]);
  uid = schedule_in (fixture, 7 * CONVENE_DAY);
  settle (fixture, uid);
  g_assert_cmpuint (fixture_count_calls (fixture, names[0]), >=, 5);
  g_assert_cmpuint (fixture_count_calls (fixture, names[0]), <=, 15);
  fixture_free (fixture);
}

/* A clock that goes forward by days and back again: what was due is done, nothing waits for days, and nobody who waits does. */
static void
test_clock_jumps (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneOutboxReport) report = NULL;
  ConveneOutbox   *outbox = convene_engine_get_outbox (fixture->engine);
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "[{'fault':'503','on':'create'},{'fault':'503','on':'list','times':3}]");
  uid = schedule_in (fixture, 30 * CONVENE_DAY);
  advance (fixture, 10 * CONVENE_DAY);
  fixture_until (fixture, uid, CREATE, "doubt:unreachable");
  convene_outbox_settle_async (outbox, uid, 5 * CONVENE_MINUTE, NULL, fixture_result_cb, &result);
  advance (fixture, -10 * CONVENE_DAY);
  report = convene_outbox_settle_finish (outbox, fixture_await (&result), NULL);
  g_assert_nonnull (report);
  fixture_until (fixture, uid, CREATE, "done");
  g_clear_object (&result);
  fixture_free (fixture);
}

/* The same, with the program closed in between. */
static void
test_clock_jumps_while_closed (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "[{'fault':'503','on':'create'},{'fault':'503','on':'list','times':3}]");
  uid = schedule_in (fixture, 30 * CONVENE_DAY);
  advance (fixture, 10 * CONVENE_DAY);
  fixture_until (fixture, uid, CREATE, "doubt:unreachable");
  fixture_restart (fixture);
  advance (fixture, -10 * CONVENE_DAY);
  fixture_until (fixture, uid, CREATE, "done");
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const per_second[] = { "create", "{'fault':'429-second','on':'create','times':1000}" };
  static const char *const not_there[] = { "get", "[{'fault':'commit-then-drop','on':'create'},{'fault':'3001','on':'get','times':1000}]" };
  static const char *const no_list[] = { "list", "[{'fault':'commit-then-drop','on':'create'},{'fault':'503','on':'list','times':1000}]" };
  static const char *const no_token[] = { "token", "{'fault':'invalid-json','on':'token','times':1000}" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/course/X-9/mail-down-too", test_mail_down_too);
  g_test_add_func ("/workflow/course/X-9/mail-comes-meanwhile", test_mail_comes_meanwhile);
  g_test_add_func ("/workflow/course/X-9/letter-in-doubt", test_letter_in_doubt_stays);
  g_test_add_func ("/workflow/course/X-3/too-late", test_quota_too_late);
  g_test_add_func ("/workflow/course/X-3/after-midnight", test_quota_after_midnight);
  g_test_add_func ("/workflow/course/over", test_over);
  g_test_add_func ("/workflow/course/SH-28/together", test_reminders_together);
  g_test_add_func ("/workflow/course/SH-28/after-late-invitation", test_reminder_after_late_invitation);
  g_test_add_func ("/workflow/course/TH-10/wrong-start", test_wrong_start);
  g_test_add_func ("/workflow/course/SH-39/retry-twice", test_retry_twice);
  g_test_add_data_func ("/workflow/course/seldom/per-second", per_second, test_seldom);
  g_test_add_data_func ("/workflow/course/seldom/not-there", not_there, test_seldom);
  g_test_add_data_func ("/workflow/course/seldom/no-list", no_list, test_seldom);
  g_test_add_data_func ("/workflow/course/seldom/no-token", no_token, test_seldom);
  g_test_add_func ("/workflow/course/clock-jumps", test_clock_jumps);
  g_test_add_func ("/workflow/course/clock-jumps-while-closed", test_clock_jumps_while_closed);

  return g_test_run ();
}
