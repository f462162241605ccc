/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-calendar.h"
#include "convene-clock.h"
#include "profile-fixture.h"

/* A calendar, and what it told: "position-removed+added" for each items-changed. */
typedef struct
{
  Profile         *profile;
  ConveneCalendar *calendar;
  GString         *told;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  g_string_append_printf (fixture->told, "%s%u-%u+%u", fixture->told->len > 0 ? " " : "", position, removed, added);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->profile = profile_new ();
  fixture->calendar = convene_calendar_new (fixture->profile->engine);
  fixture->told = g_string_new (NULL);
  g_signal_connect (fixture->calendar, "items-changed", G_CALLBACK (items_changed_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->calendar != NULL)
    g_assert_finalize_object (g_steal_pointer (&fixture->calendar));
  g_string_free (fixture->told, TRUE);
  profile_free (fixture->profile);
}

static char *
join (Fixture *fixture)
{
  GListModel *model = G_LIST_MODEL (fixture->calendar);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = g_list_model_get_item (model, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", convene_calendar_entry_get_uid (entry));
    }

  return g_strdup (text->str);
}

typedef struct
{
  Fixture    *fixture;
  const char *expected;
} Expectation;

static gboolean
shows (gpointer user_data)
{
  Expectation     *expectation = user_data;
  g_autofree char *shown = join (expectation->fixture);

  return convene_calendar_get_loaded (expectation->fixture->calendar) && g_str_equal (shown, expectation->expected);
}

static void
wait_for (Fixture    *fixture,
          const char *expected)
{
  Expectation expectation = { fixture, expected };

  profile_run_until (shows, &expectation);
}

static void
assert_told (Fixture    *fixture,
             const char *expected)
{
  g_assert_cmpstr (fixture->told->str, ==, expected);
  g_string_truncate (fixture->told, 0);
}

static gint64
in_hours (int hours)
{
  return PROFILE_NOW + hours * CONVENE_HOUR;
}

static void
test_range (Fixture      *fixture,
            gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->calendar);

  g_assert_true (g_list_model_get_item_type (model) == CONVENE_TYPE_CALENDAR_ENTRY);
  g_assert_true (convene_calendar_get_loaded (fixture->calendar));
  profile_add (fixture->profile, "uid-2", 2);
  profile_add (fixture->profile, "uid-1", 1);
  profile_add (fixture->profile, "uid-9", 9);

  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (5), 0);
  g_assert_false (convene_calendar_get_loaded (fixture->calendar));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  wait_for (fixture, "uid-1 uid-2");
  g_assert_cmpint (convene_calendar_get_from (fixture->calendar), ==, in_hours (0));
  g_assert_cmpint (convene_calendar_get_to (fixture->calendar), ==, in_hours (5));
  g_assert_null (g_list_model_get_item (model, 2));
  assert_told (fixture, "0-0+2");

  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (10), 1);
  wait_for (fixture, "uid-1");
  convene_calendar_set_range (fixture->calendar, 0, 0, 0);
  g_assert_true (convene_calendar_get_loaded (fixture->calendar));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
  assert_told (fixture, "1-1+0 0-1+0");

  /* Nothing is shown of what is written now. */
  profile_add (fixture->profile, "uid-3", 3);
  profile_run_pending ();
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 0);
}

/* What is the same in both ranges stays as it is. */
static void
test_turn (Fixture      *fixture,
           gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->calendar);
  g_autoptr(GObject) before = NULL;
  g_autoptr(GObject) after = NULL;

  for (int i = 1; i <= 6; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%d", i);

      profile_add (fixture->profile, uid, i * 2);
    }
  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (8), 0);
  wait_for (fixture, "uid-1 uid-2 uid-3");
  before = g_list_model_get_item (model, 2);

  convene_calendar_set_range (fixture->calendar, in_hours (6), in_hours (12), 0);
  wait_for (fixture, "uid-3 uid-4 uid-5");
  after = g_list_model_get_item (model, 0);
  g_assert_true (before == after);
  assert_told (fixture, "0-0+3 0-2+0 1-0+2");
}

static void
change (Fixture      *fixture,
        const char   *uid,
        int           hours,
        ConveneStatus status)
{
  g_autoptr(ConveneInterview) interview = profile_make (uid, hours);
  g_autoptr(ConveneChange) update = convene_change_new ();

  convene_interview_set_status (interview, status);
  convene_change_update_interview (update, interview);
  profile_commit (fixture->profile, update);
}

static gboolean
was_told (gpointer user_data)
{
  Fixture *fixture = user_data;

  return fixture->told->len > 0;
}

static void
test_follows (Fixture      *fixture,
              gconstpointer data)
{
  GListModel *model = G_LIST_MODEL (fixture->calendar);
  g_autoptr(GObject) first = NULL;
  g_autoptr(GObject) again = NULL;

  for (int i = 1; i <= 5; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%d", i);

      profile_add (fixture->profile, uid, i);
    }
  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (20), 0);
  wait_for (fixture, "uid-1 uid-2 uid-3 uid-4 uid-5");
  first = g_list_model_get_item (model, 0);
  assert_told (fixture, "0-0+5");

  /* One that changes where it stands, one that is added, one that moves. */
  change (fixture, "uid-3", 3, CONVENE_STATUS_CANCELLED);
  profile_run_until (was_told, fixture);
  assert_told (fixture, "2-1+1");
  profile_add (fixture->profile, "uid-6", 6);
  wait_for (fixture, "uid-1 uid-2 uid-3 uid-4 uid-5 uid-6");
  assert_told (fixture, "5-0+1");
  change (fixture, "uid-2", 5, CONVENE_STATUS_SCHEDULED);
  wait_for (fixture, "uid-1 uid-3 uid-4 uid-2 uid-5 uid-6");
  assert_told (fixture, "1-1+0 3-0+1");
  again = g_list_model_get_item (model, 0);
  g_assert_true (first == again);
}

/* By this process too, and what shows nothing new is not told. */
static void
test_follows_own (Fixture      *fixture,
                  gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GAsyncResult) written = NULL;
  g_autoptr(ConveneInterview) interview = profile_make (NULL, 30);
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GError) error = NULL;
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->profile->engine);

  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (50), 0);
  wait_for (fixture, "");
  convene_interview_set_platform (interview, CONVENE_PLATFORM_PHONE);
  convene_interview_set_location (interview, "+44 20 7946 0123");
  convene_interview_set_uid (interview, "uid-own");
  convene_scheduler_plan_async (scheduler, interview, FALSE, NULL, profile_result_cb, &result);
  plan = convene_scheduler_plan_finish (scheduler, profile_await (&result), &error);
  g_assert_no_error (error);
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, profile_result_cb, &written);
  convene_scheduler_commit_finish (scheduler, profile_await (&written), &error);
  g_assert_no_error (error);
  wait_for (fixture, "uid-own");
  assert_told (fixture, "0-0+1");

  profile_add (fixture->profile, "uid-outside", 100);
  profile_add (fixture->profile, "uid-inside", 40);
  wait_for (fixture, "uid-own uid-inside");
  assert_told (fixture, "1-0+1");
}

static void
assert_not_old_cb (GListModel *model,
                   guint       position,
                   guint       removed,
                   guint       added,
                   gpointer    user_data)
{
  /* It may have been read before the second range was asked for. */
  if (convene_calendar_get_from (CONVENE_CALENDAR (model)) == in_hours (0))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = g_list_model_get_item (model, i);

      g_assert_cmpstr (convene_calendar_entry_get_uid (entry), !=, "uid-old");
    }
}

/* The second range is asked for while the first is under way, at every point of it. */
static void
test_replaced (Fixture      *fixture,
               gconstpointer data)
{
  profile_add (fixture->profile, "uid-old", 1);
  profile_add (fixture->profile, "uid-new", 30);
  g_signal_connect (fixture->calendar, "items-changed", G_CALLBACK (assert_not_old_cb), NULL);
  for (int turns = 0; turns < 3; turns++)
    {
      convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (10), 0);
      for (int i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);
      convene_calendar_set_range (fixture->calendar, in_hours (20), in_hours (40 + turns), 0);
      wait_for (fixture, "uid-new");
      convene_calendar_set_range (fixture->calendar, 0, 0, 0);
    }
}

/* Whoever is told may ask for another range there and then. */
static void
turn_away_cb (GListModel *model,
              guint       position,
              guint       removed,
              guint       added,
              gpointer    user_data)
{
  if (convene_calendar_get_from (CONVENE_CALENDAR (model)) == in_hours (0))
    convene_calendar_set_range (CONVENE_CALENDAR (model), in_hours (20), in_hours (40), 0);
}

static void
test_turned_away (Fixture      *fixture,
                  gconstpointer data)
{
  profile_add (fixture->profile, "uid-1", 1);
  profile_add (fixture->profile, "uid-2", 3);
  profile_add (fixture->profile, "uid-3", 30);
  g_signal_connect (fixture->calendar, "items-changed", G_CALLBACK (turn_away_cb), NULL);
  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (10), 0);
  wait_for (fixture, "uid-3");
  g_assert_cmpint (convene_calendar_get_from (fixture->calendar), ==, in_hours (20));
}

static void
test_gone (Fixture      *fixture,
           gconstpointer data)
{
  for (int turns = 0; turns < 3; turns++)
    {
      ConveneCalendar *calendar = convene_calendar_new (fixture->profile->engine);

      convene_calendar_set_range (calendar, in_hours (0), in_hours (10), 0);
      for (int i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_finalize_object (calendar);
    }
  profile_run_pending ();
}

static void
execute (Fixture    *fixture,
         const char *sql)
{
  g_autofree char *path = g_build_filename (fixture->profile->folder, "convene.db", NULL);
  const char      *argv[] = { "/usr/bin/python3", "-c", "import sqlite3, sys; c = sqlite3.connect (sys.argv[1]); c.execute (sys.argv[2]); c.commit ()", path, sql, NULL };
  int              status;
  g_autoptr(GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static gboolean
has_error (gpointer user_data)
{
  g_autofree char *message = NULL;

  g_object_get (user_data, "error", &message, NULL);
  return message != NULL;
}

/* What was there stays, the error is told, and it heals by itself. */
static void
test_error (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *shown = NULL;

  profile_add (fixture->profile, "uid-1", 1);
  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (10), 0);
  wait_for (fixture, "uid-1");
  execute (fixture, "UPDATE interview SET platform = 'pigeon'");
  profile_run_until (has_error, fixture->calendar);
  shown = join (fixture);
  g_assert_cmpstr (shown, ==, "uid-1");

  execute (fixture, "UPDATE interview SET platform = 'zoom'");
  while (has_error (fixture->calendar))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
needs_nobody (gpointer user_data)
{
  g_autoptr(ConveneCalendarEntry) entry = g_list_model_get_item (user_data, 0);

  return entry != NULL && !convene_calendar_entry_get_attention (entry);
}

/* Time alone ends it. */
static void
test_calms (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(ConveneChange) failed = convene_change_new ();
  g_autoptr(ConveneOperation) operation =
                 g_object_new (CONVENE_TYPE_OPERATION, "id", "operation-1", "interview-uid", "uid-1", "state", CONVENE_OPERATION_STATE_FAILED, NULL);
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  profile_add (fixture->profile, "uid-1", 1);
  convene_change_add_operation (failed, operation);
  profile_commit (fixture->profile, failed);
  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (10), 0);
  wait_for (fixture, "uid-1");
  entry = g_list_model_get_item (G_LIST_MODEL (fixture->calendar), 0);
  g_assert_true (convene_calendar_entry_get_attention (entry));
  profile_advance (fixture->profile, 2 * CONVENE_HOUR);
  profile_run_until (needs_nobody, fixture->calendar);
}

static void
test_find (Fixture      *fixture,
           gconstpointer data)
{
  static const struct
  {
    int   from;
    int   to;
    guint first;
    guint found;
  } rows[] = {
    { 0, 24, 0, 3 },
    { 1, 2, 0, 1 },
    { 2, 3, 1, 2 },
    { 3, 24, 3, 0 },
    { 24, 48, 3, 1 },
    { 48, 72, 4, 0 },
    { 5, 5, 3, 0 },
    { 48, 0, 4, 0 },
  };

  profile_add (fixture->profile, "uid-1", 1);
  profile_add (fixture->profile, "uid-2a", 2);
  profile_add (fixture->profile, "uid-2b", 2);
  profile_add (fixture->profile, "uid-25", 25);
  convene_calendar_set_range (fixture->calendar, in_hours (0), in_hours (100), 0);
  wait_for (fixture, "uid-1 uid-2a uid-2b uid-25");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint first = 99;

      g_assert_cmpuint (convene_calendar_find (fixture->calendar, in_hours (rows[i].from), in_hours (rows[i].to), &first), ==, rows[i].found);
      g_assert_cmpuint (first, ==, rows[i].first);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/workflow/calendar/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("range", test_range);
  ADD ("turn", test_turn);
  ADD ("SH-26/follows", test_follows);
  ADD ("SH-26/follows-own", test_follows_own);
  ADD ("replaced", test_replaced);
  ADD ("turned-away", test_turned_away);
  ADD ("gone", test_gone);
  ADD ("error", test_error);
  ADD ("SH-39/calms", test_calms);
  ADD ("find", test_find);

  return g_test_run ();
}
