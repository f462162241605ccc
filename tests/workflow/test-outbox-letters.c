/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Letters that follow a change: the right one, once, to whom it concerns, and none that says nothing. */

#include <glib.h>

#include "convene-told.h"
#include "life-fixture.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define UPDATE CONVENE_OPERATION_KIND_MAIL_UPDATE
#define CANCELLATION CONVENE_OPERATION_KIND_MAIL_CANCELLATION
#define LINK_READY CONVENE_OPERATION_KIND_MAIL_LINK_READY
#define REMINDER CONVENE_OPERATION_KIND_MAIL_REMINDER

#define RITA "Rita Required <rita@example.com>"
#define OTTO "Otto Other <otto@example.com>"

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
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  return g_steal_pointer (&uid);
}

/* The recipients of the last letter on file. */
static char *
read_last (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "mail", NULL);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  g_autofree char *last = NULL;
  char            *text = NULL;
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".eml") && g_strcmp0 (name, last) > 0)
      {
        g_free (last);
        last = g_strdup (name);
      }
  g_assert_nonnull (last);
  g_free (g_steal_pointer (&path));
  path = g_build_filename (fixture->folder, "mail", last, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* What was changed was changed back before the letter left: nobody hears of it. */
static void
test_taken_back (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *letter = NULL;

  life_move (fixture, uid, CONVENE_HOUR);
  life_move (fixture, uid, -CONVENE_HOUR);
  letter = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, letter, "dropped");
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  fixture_free (fixture);
}

/* Edits made quickly one after the other are one letter: what the first says is all. */
static void
test_together (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  life_move (fixture, uid, CONVENE_HOUR);
  first = life_add (fixture, uid, UPDATE, NULL);
  life_set (fixture, uid, "details", "Bring your own chair", NULL);
  second = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, first, "done");
  life_assert_state (fixture, second, "dropped");
  g_assert_cmpuint (life_count_letters (fixture, "Changed interview"), ==, 1);
  fixture_free (fixture);
}

/* What people were told is kept with the letter. */
static void
test_told (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneTold) told = NULL;
  g_autofree char *uid = schedule (fixture);

  interview = fixture_find (fixture, uid);
  told = convene_told_parse (convene_interview_get_told (interview));
  g_assert_nonnull (told);
  g_assert_cmpint (convene_told_compare (told, interview), ==, CONVENE_TOLD_CHANGE_NONE);
  g_assert_cmpstr (convene_told_get_link (told), ==, convene_interview_get_join_link (interview));
  g_assert_cmpint (convene_interview_get_told_sequence (interview), ==, 0);
  fixture_free (fixture);
}

/* A letter in doubt goes again as it was, although by then it is what people were told. */
static void
test_in_doubt (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *letter = NULL;

  fixture_order (fixture, "{'fault':'drop','on':'smtp','when':'in-data'}");
  life_move (fixture, uid, CONVENE_HOUR);
  letter = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, letter, "done");
  g_assert_cmpuint (life_count_letters (fixture, "Changed interview"), ==, 1);
  fixture_free (fixture);
}

/* A letter that may have to go again goes before the next one: nobody has the older words last. */
static void
test_in_turn (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *text = NULL;

  fixture_order (fixture, "[{'fault':'drop','on':'smtp','when':'in-data'},{'fault':'421','on':'smtp','skip':1,'times':3}]");
  life_move (fixture, uid, CONVENE_HOUR);
  first = life_add (fixture, uid, UPDATE, NULL);
  fixture_until (fixture, uid, UPDATE, "doubt:unreachable");
  life_set (fixture, uid, "details", "Bring your own chair", NULL);
  second = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, first, "done");
  life_assert_state (fixture, second, "done");
  text = read_last (fixture);
  g_assert_nonnull (strstr (text, "Bring your own chair"));
  fixture_free (fixture);
}

/* Who was removed hears of it, and nobody else does. */
static void
test_removed (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *letter = NULL;
  g_autofree char *text = NULL;

  letter = life_add_letter (fixture, uid, CANCELLATION, OTTO);
  life_settle (fixture, uid);
  life_assert_state (fixture, letter, "done");
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 2);
  text = read_last (fixture);
  g_assert_nonnull (strstr (text, "otto@example.com"));
  g_assert_null (strstr (text, "rita@example.com"));
  g_assert_null (strstr (text, "STATUS:CANCELLED"));
  fixture_free (fixture);
}

/* Who takes part again before that letter left hears nothing. */
static void
test_back_again (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *letter = life_add_letter (fixture, uid, CANCELLATION, RITA);

  life_settle (fixture, uid);
  life_assert_state (fixture, letter, "dropped");
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  fixture_free (fixture);
}

/* What takes place is not called off. */
static void
test_not_cancelled (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *letter = life_add (fixture, uid, CANCELLATION, NULL);

  life_settle (fixture, uid);
  life_assert_state (fixture, letter, "dropped");
  fixture_free (fixture);
}

/* The only letter after a cancellation is the one that says so, with its reason. */
static void
test_cancelled (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *update = NULL;
  g_autofree char *reminder = NULL;
  g_autofree char *letter = NULL;
  g_autofree char *text = NULL;

  life_move (fixture, uid, CONVENE_HOUR);
  life_set (fixture, uid, "status", CONVENE_STATUS_CANCELLED, "cancel-reason", "The job is taken", NULL);
  update = life_add (fixture, uid, UPDATE, NULL);
  reminder = life_add (fixture, uid, REMINDER, NULL);
  letter = life_add (fixture, uid, CANCELLATION, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, update, "dropped");
  life_assert_state (fixture, reminder, "dropped");
  life_assert_state (fixture, letter, "done");
  text = read_last (fixture);
  g_assert_nonnull (strstr (text, "The job is taken"));
  g_assert_nonnull (strstr (text, "rita@example.com"));
  fixture_free (fixture);
}

/* a link that people have, or that is not there, is not announced. */
static void
test_no_news (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *letter = life_add (fixture, uid, LINK_READY, NULL);

  life_settle (fixture, uid);
  life_assert_state (fixture, letter, "dropped");
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  fixture_free (fixture);
}

/* SH-28: no reminder so soon after people were told of another time. */
static void
test_no_reminder_at_once (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = schedule (fixture);
  g_autofree char *letter = NULL;
  g_autofree char *reminder = NULL;

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), 3 * CONVENE_HOUR);
  life_move (fixture, uid, CONVENE_HOUR);
  letter = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  reminder = life_add (fixture, uid, REMINDER, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, reminder, "dropped");
  fixture_free (fixture);
}

/* Changed between being read and being written: the letter says how things stand when it leaves. */
static void
test_changed_meanwhile (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneTold) told = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'slow','on':'create','before_ms':300}");
  uid = plan (fixture);
  fixture_until (fixture, uid, CREATE, "running");
  life_set (fixture, uid, "details", "Bring your own chair", NULL);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, CREATE, "done");
  fixture_assert_operation (after, INVITATION, "done");
  told = convene_told_parse (convene_interview_get_told (after));
  g_assert_cmpint (convene_told_compare (told, after), ==, CONVENE_TOLD_CHANGE_NONE);
  g_assert_cmpuint (life_count_letters (fixture, ""), ==, 1);
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  fixture_free (fixture);
}

/* the link came late, and the interview was changed while Zoom was at it: the end is worked out anew, and the link goes out once. */
static void
test_link_to_changed (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) after = NULL;
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "[{'fault':'429-second','on':'create','retry':'seconds','retry_s':60},{'fault':'slow','on':'create','before_ms':300,'skip':1}]");
  uid = plan (fixture);
  fixture_until (fixture, uid, INVITATION, "done");
  fixture_until (fixture, uid, CREATE, "running:rate-limited");
  life_set (fixture, uid, "notes", "A strong candidate", NULL);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, CREATE, "done");
  fixture_assert_operation (after, LINK_READY, "done");
  g_assert_cmpstr (convene_interview_get_notes (after), ==, "A strong candidate");
  g_assert_cmpuint (life_count_letters (fixture, "Join link"), ==, 1);
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 2);
  g_assert_cmpuint (fixture_count_calls (fixture, "list"), ==, 0);
  fixture_free (fixture);
}

/* two interviews that share a meeting which is late: both are told without, and then with the link. */
static void
test_shared_link (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) first = NULL;
  g_autoptr(ConveneInterview) second = fixture_interview ("Staff Engineer");
  ConveneChange   *change = convene_change_new ();
  g_autofree char *uid = NULL;
  g_autofree char *other = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  fixture_order (fixture, "{'fault':'429-second','on':'create','retry':'seconds','retry_s':60}");
  convene_interview_set_platform (second, CONVENE_PLATFORM_PHONE);
  convene_interview_set_location (second, "+44 20 7946 0000");
  uid = plan (fixture);
  other = fixture_schedule (fixture, second);
  first = fixture_find (fixture, uid);
  life_set (fixture, other, "platform", CONVENE_PLATFORM_ZOOM, NULL);
  convene_change_attach_meeting (change, other, convene_meeting_get_id (convene_interview_get_meeting (first)));
  life_commit (fixture, change);
  life_settle (fixture, uid);
  life_settle (fixture, other);
  g_assert_cmpuint (life_count_letters (fixture, "Join link"), ==, 2);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  fixture_free (fixture);
}

/* whether the invitation waits for the next day's requests is for a preference to say. */
static void
test_quota (gconstpointer data)
{
  const char      *preference = data;
  gboolean         holds = g_str_equal (preference, "hold");
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) after = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  life_set_preference (fixture, CONVENE_PREFERENCE_QUOTA_HOLD, preference);
  fixture_order (fixture, "{'fault':'429-daily','on':'create'}");
  uid = plan (fixture);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, CREATE, "waiting:quota");
  fixture_assert_operation (after, INVITATION, holds ? "waiting" : "done");
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), CONVENE_DAY);
  fixture_until (fixture, uid, CREATE, "done");
  life_settle (fixture, uid);
  g_assert_cmpuint (life_count_letters (fixture, "Join link"), ==, !holds);
  g_assert_cmpuint (life_count_letters (fixture, "Interview: "), ==, 1);
  fixture_free (fixture);
}

/* what is kept for the interviews of the day is not spent on others. */
static void
test_reserve (gconstpointer data)
{
  gboolean         today = data != NULL;
  Fixture         *fixture = fixture_new ();
  gint64           now = convene_clock_now (fixture->clock);
  ConveneChange   *change = convene_change_new ();
  g_autofree char *uid = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneInterview) planned = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneMoment) start = convene_moment_new_at (now + CONVENE_HOUR, "America/Mexico_City", NULL);

  fixture_provide (fixture, TRUE, TRUE);
  life_set_preference (fixture, CONVENE_PREFERENCE_QUOTA_RESERVE, "10");
  convene_change_raise_requests (change, CONVENE_PRACTICE_HOST, now, 90);
  life_commit (fixture, change);
  if (today)
    convene_interview_set_start (planned, start);
  uid = fixture_schedule (fixture, planned);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  if (!today)
    fixture_assert_operation (after, CREATE, "waiting:quota");
  else if (now / CONVENE_DAY == (now + CONVENE_HOUR) / CONVENE_DAY)
    fixture_assert_operation (after, CREATE, "done");
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/letters/SH-45/taken-back", test_taken_back);
  g_test_add_func ("/workflow/letters/SH-45/together", test_together);
  g_test_add_func ("/workflow/letters/SH-45/told", test_told);
  g_test_add_func ("/workflow/letters/O-1/in-doubt", test_in_doubt);
  g_test_add_func ("/workflow/letters/O-1/in-turn", test_in_turn);
  g_test_add_func ("/workflow/letters/SH-45/removed", test_removed);
  g_test_add_func ("/workflow/letters/SH-45/back-again", test_back_again);
  g_test_add_func ("/workflow/letters/SH-46/not-cancelled", test_not_cancelled);
  g_test_add_func ("/workflow/letters/SH-46/cancelled", test_cancelled);
  g_test_add_func ("/workflow/letters/X-9/no-news", test_no_news);
  g_test_add_func ("/workflow/letters/SH-28/no-reminder-at-once", test_no_reminder_at_once);
  g_test_add_func ("/workflow/letters/O-1/changed-meanwhile", test_changed_meanwhile);
  g_test_add_func ("/workflow/letters/X-9/link-to-changed", test_link_to_changed);
  g_test_add_func ("/workflow/letters/X-13/shared-link", test_shared_link);

  g_test_add_data_func ("/workflow/letters/X-3/hold", "hold", test_quota);
  g_test_add_data_func ("/workflow/letters/X-3/send", "send", test_quota);
  g_test_add_data_func ("/workflow/letters/X-3/reserve", NULL, test_reserve);
  g_test_add_data_func ("/workflow/letters/X-3/reserve-today", "today", test_reserve);

  return g_test_run ();
}
