/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock.h"
#include "convene-engine-directory.h"
#include "convene-error.h"
#include "profile-fixture.h"

/* What the database answers is tested with the store; here that the engine asks it, and what the engine adds. */

static void
set_up (Profile     **profile,
        gconstpointer data)
{
  *profile = profile_new ();
  profile_add (*profile, "uid-first", 1);
  profile_add (*profile, "uid-second", 1);
}

static void
tear_down (Profile     **profile,
           gconstpointer data)
{
  profile_free (*profile);
}

static void
test_people (Profile     **profile,
             gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;

  for (int i = 0; i < 10; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-more-%d", i);
      g_autofree char *address = g_strdup_printf ("adele%d@example.com", i);
      g_autoptr(ConveneInterview) interview = profile_make (uid, 2);
      g_autoptr(ConveneChange) change = convene_change_new ();

      convene_participant_set_address (convene_interview_get_candidate (interview), address);
      convene_change_add_interview (change, interview);
      profile_commit (*profile, change);
    }

  convene_engine_find_people_async ((*profile)->engine, "ADEL", NULL, profile_result_cb, &result);
  people = convene_engine_find_people_finish ((*profile)->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 8);
  g_assert_cmpstr (convene_participant_get_address (people->pdata[0]), ==, "adele9@example.com");
}

static void
test_jobs (Profile     **profile,
           gconstpointer data)
{
  g_autoptr(GAsyncResult) found = NULL;
  g_autoptr(GAsyncResult) last = NULL;
  g_autoptr(GAsyncResult) none = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) jobs = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  convene_engine_find_jobs_async ((*profile)->engine, "st", NULL, profile_result_cb, &found);
  jobs = convene_engine_find_jobs_finish ((*profile)->engine, profile_await (&found), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (jobs->len, ==, 1);
  g_assert_cmpstr (convene_job_get_title (jobs->pdata[0]), ==, "Staff Engineer");

  convene_engine_find_last_interview_async ((*profile)->engine, "Staff Engineer", NULL, profile_result_cb, &last);
  interview = convene_engine_find_last_interview_finish ((*profile)->engine, profile_await (&last), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_interview_get_uid (interview), ==, "uid-second");

  convene_engine_find_last_interview_async ((*profile)->engine, "Nobody", NULL, profile_result_cb, &none);
  g_assert_null (convene_engine_find_last_interview_finish ((*profile)->engine, profile_await (&none), &error));
  g_assert_no_error (error);
}

static void
test_activity (Profile     **profile,
               gconstpointer data)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) lines = NULL;

  convene_change_add_activity (change, "uid-first", 1, "older");
  convene_change_add_activity (change, "uid-first", 2, "newer");
  profile_commit (*profile, change);
  convene_engine_list_activity_async ((*profile)->engine, "uid-first", NULL, profile_result_cb, &result);
  lines = convene_engine_list_activity_finish ((*profile)->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 2);
  g_assert_cmpstr (convene_activity_get_text (lines->pdata[0]), ==, "newer");
}

static void
test_clashes (Profile     **profile,
              gconstpointer data)
{
  const char *const addresses[] = { "ada@example.com", NULL };
  gint64            from = PROFILE_NOW + CONVENE_HOUR;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) clashes = NULL;
  ConveneClash *clash;

  convene_engine_find_clashes_async ((*profile)->engine, from, from + CONVENE_HOUR, addresses, "uid-first", NULL, profile_result_cb, &result);
  clashes = convene_engine_find_clashes_finish ((*profile)->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 1);
  clash = clashes->pdata[0];
  g_assert_cmpstr (clash->address, ==, "ada@example.com");
  g_assert_cmpstr (convene_calendar_entry_get_uid (clash->entry), ==, "uid-second");
}

static void
set_preference (Profile    *profile,
                const char *value)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_set_preference_async (profile->engine, "draft", value, NULL, profile_result_cb, &result);
  g_assert_true (convene_engine_set_preference_finish (profile->engine, profile_await (&result), &error));
  g_assert_no_error (error);
}

static char *
get_preference (Profile *profile)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *value;

  convene_engine_get_preference_async (profile->engine, "draft", NULL, profile_result_cb, &result);
  value = convene_engine_get_preference_finish (profile->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  return value;
}

static void
test_preference (Profile     **profile,
                 gconstpointer data)
{
  g_autofree char *before = get_preference (*profile);
  g_autofree char *kept = NULL;
  g_autofree char *after = NULL;

  g_assert_null (before);
  set_preference (*profile, "one");
  set_preference (*profile, "two");
  kept = get_preference (*profile);
  g_assert_cmpstr (kept, ==, "two");
  set_preference (*profile, NULL);
  after = get_preference (*profile);
  g_assert_null (after);
}

static char *
set_notes (Profile    *profile,
           const char *uid,
           const char *notes,
           GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_set_notes_async (profile->engine, uid, notes, NULL, profile_result_cb, &result);
  return convene_engine_set_notes_finish (profile->engine, profile_await (&result), error);
}

static void
test_notes (Profile     **profile,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = set_notes (*profile, "uid-first", "  one\r\ntwo ", &error);
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  g_assert_no_error (error);
  g_assert_null (before);
  second = set_notes (*profile, "uid-first", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second, ==, "one\ntwo");
  third = set_notes (*profile, "uid-first", "three", &error);
  g_assert_null (third);
  g_assert_no_error (error);

  convene_engine_find_interview_async ((*profile)->engine, "uid-first", NULL, profile_result_cb, &result);
  interview = convene_engine_find_interview_finish ((*profile)->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_interview_get_notes (interview), ==, "three");
  g_assert_cmpint (convene_interview_get_sequence (interview), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_operations (interview)), ==, 0);
}

static void
test_notes_refused (Profile     **profile,
                    gconstpointer data)
{
  g_autofree char *long_notes = g_strnfill (10001, 'x');
  g_autoptr(GError) error = NULL;

  g_assert_null (set_notes (*profile, "uid-first", long_notes, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "notes");
  g_clear_error (&error);
  g_assert_null (set_notes (*profile, "uid-unknown", "notes", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND);
}

static void
told_cb (gboolean *told)
{
  *told = TRUE;
}

static gboolean
is_told (gpointer user_data)
{
  return *(gboolean *) user_data;
}

/* Whoever writes. */
static void
test_changed (Profile     **profile,
              gconstpointer data)
{
  gboolean told = FALSE;

  profile_run_pending ();
  g_signal_connect_swapped ((*profile)->engine, "changed", G_CALLBACK (told_cb), &told);
  set_preference (*profile, "own");
  profile_run_until (is_told, &told);
  told = FALSE;
  profile_add (*profile, "uid-other", 1);
  profile_run_until (is_told, &told);
  g_signal_handlers_disconnect_by_data ((*profile)->engine, &told);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/workflow/directory/" path, Profile *, NULL, set_up, test, tear_down)
  ADD ("people", test_people);
  ADD ("jobs", test_jobs);
  ADD ("SH-39/activity", test_activity);
  ADD ("clashes", test_clashes);
  ADD ("preference", test_preference);
  ADD ("SH-26/notes", test_notes);
  ADD ("notes-refused", test_notes_refused);
  ADD ("changed", test_changed);

  return g_test_run ();
}
