/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-clock.h"
#include "convene-engine-private.h"
#include "convene-interview-check.h"
#include "convene-samples-make.h"
#include "convene-samples.h"
#include "profile-fixture.h"

/* When somebody begins, in UTC, and where. */
static const struct
{
  const char *now;
  const char *zone;
  gboolean    soon; /* the first one begins within half an hour */
} rows[] = {
  { "2026-12-01 09:20", "UTC", TRUE },
  { "2026-12-01 07:30", "UTC", FALSE },
  { "2026-12-01 15:55", "Europe/Berlin", TRUE },
  { "2026-12-01 17:59", "UTC", FALSE },
  { "2026-12-01 23:59", "UTC", FALSE },
  { "2026-12-04 22:00", "America/Mexico_City", TRUE },
  { "2026-12-05 10:00", "UTC", FALSE },
  { "2026-12-06 10:00", "UTC", FALSE },
  { "2026-12-06 20:00", "Asia/Tokyo", FALSE },
  { "2026-12-07 00:30", "Asia/Kathmandu", FALSE },
  { "2026-10-23 12:00", "Europe/Berlin", TRUE },
  { "2026-03-06 16:00", "America/New_York", TRUE },
  { "2027-12-30 09:00", "Pacific/Auckland", FALSE },
};

static gint64
parse (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) moment = convene_moment_parse (text, "UTC", &error);

  g_assert_no_error (error);
  return convene_moment_get_instant (moment);
}

static void
assert_working_hour (ConveneInterview *interview,
                     const char       *zone)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autoptr(GTimeZone) known = g_time_zone_new_identifier (zone);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (convene_moment_get_instant (start) / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, known);

  g_assert_cmpstr (convene_moment_get_zone (start), ==, zone);
  g_assert_cmpint (g_date_time_get_day_of_week (local), <=, 5);
  g_assert_cmpint (g_date_time_get_hour (local), >=, 8);
  g_assert_cmpint (g_date_time_get_hour (local), <, 18);
}

/* Nobody who could be somebody. */
static void
assert_nobodys (ConveneInterview *interview)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      const char *address = convene_participant_get_address (person);

      g_assert_true (g_str_has_suffix (address, "@example.com") || g_str_has_suffix (address, "@example.org"));
    }
}

static void
assert_apart (GPtrArray *interviews)
{
  for (guint i = 0; i < interviews->len; i++)
    for (guint j = 0; j < i; j++)
      {
        gint64 one = convene_moment_get_instant (convene_interview_get_start (interviews->pdata[i]));
        gint64 other = convene_moment_get_instant (convene_interview_get_start (interviews->pdata[j]));

        g_assert_true (one >= convene_interview_get_end (interviews->pdata[j]) || other >= convene_interview_get_end (interviews->pdata[i]));
      }
}

static void
assert_over (GPtrArray *past,
             gint64     now)
{
  guint no_shows = 0;

  g_assert_cmpuint (past->len, ==, 6);
  g_assert_cmpstr (convene_interview_get_uid (past->pdata[0]), ==, CONVENE_SAMPLES_UID);
  for (guint i = 0; i < past->len; i++)
    {
      ConveneStatus status = convene_interview_get_status (past->pdata[i]);

      g_assert_nonnull (convene_interview_get_uid (past->pdata[i]));
      g_assert_cmpint (convene_interview_get_end (past->pdata[i]), <, now);
      g_assert_cmpint (convene_interview_get_created (past->pdata[i]), <, now);
      g_assert_true (status == CONVENE_STATUS_COMPLETED || status == CONVENE_STATUS_NO_SHOW);
      no_shows += status == CONVENE_STATUS_NO_SHOW;
    }
  g_assert_cmpuint (no_shows, ==, 1);
}

static void
test_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 now = parse (rows[i].now);
      g_autoptr(GPtrArray) past = convene_samples_make_past (now, rows[i].zone);
      g_autoptr(GPtrArray) coming = convene_samples_make_coming (now, rows[i].zone);
      gint64 first;

      g_test_message ("%s %s", rows[i].now, rows[i].zone);
      assert_over (past, now);
      g_assert_cmpuint (coming->len, ==, 8);
      assert_apart (coming);
      for (guint j = 0; j < coming->len; j++)
        {
          g_autoptr(GError) error = NULL;

          convene_interview_check (coming->pdata[j], now, &error);
          g_assert_no_error (error);
          g_assert_cmpint (convene_interview_get_end (coming->pdata[j]), <, now + 18 * CONVENE_DAY);
          assert_working_hour (coming->pdata[j], rows[i].zone);
          assert_nobodys (coming->pdata[j]);
        }
      for (guint j = 0; j < past->len; j++)
        {
          assert_working_hour (past->pdata[j], rows[i].zone);
          assert_nobodys (past->pdata[j]);
        }

      first = convene_moment_get_instant (convene_interview_get_start (coming->pdata[0]));
      g_assert_cmpint (first <= now + 30 * CONVENE_MINUTE, ==, rows[i].soon);
    }
}

static gboolean
add_samples (ConveneEngine *engine)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gboolean added;

  convene_samples_add_async (engine, NULL, profile_result_cb, &result);
  added = convene_samples_add_finish (engine, profile_await (&result), &error);
  g_assert_no_error (error);
  return added;
}

static GPtrArray *
list (ConveneEngine *engine)
{
  const ConveneInterviewFilter filter = { .now = PROFILE_NOW, .all = TRUE };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *interviews;

  convene_engine_list_interviews_async (engine, &filter, NULL, profile_result_cb, &result);
  interviews = convene_engine_list_interviews_finish (engine, profile_await (&result), NULL, &error);
  g_assert_no_error (error);
  return interviews;
}

/* Added once; the coming ones with what scheduling them asks for, the past ones with nothing. */
static void
test_once (void)
{
  Profile *profile = profile_new ();
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(GPtrArray) again = NULL;

  g_assert_true (add_samples (profile->engine));
  interviews = list (profile->engine);
  g_assert_cmpuint (interviews->len, ==, 14);
  for (guint i = 0; i < interviews->len; i++)
    {
      guint operations = g_list_model_get_n_items (convene_interview_get_operations (interviews->pdata[i]));

      g_assert_cmpint (operations > 0, ==, convene_interview_get_status (interviews->pdata[i]) == CONVENE_STATUS_SCHEDULED);
    }

  g_assert_false (add_samples (profile->engine));
  again = list (profile->engine);
  g_assert_cmpuint (again->len, ==, 14);
  profile_free (profile);
}

static void
test_not_among_others (void)
{
  Profile *profile = profile_new ();
  g_autoptr(GPtrArray) interviews = NULL;

  profile_add (profile, "uid-own", -100);
  g_assert_false (add_samples (profile->engine));
  interviews = list (profile->engine);
  g_assert_cmpuint (interviews->len, ==, 1);
  profile_free (profile);
}

/* Killed after the first transaction: what is there stays, and nothing comes to it. */
static void
test_killed (void)
{
  Profile *profile = profile_new ();
  g_autoptr(GPtrArray) past = convene_samples_make_past (PROFILE_NOW, "UTC");
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) interviews = NULL;

  for (guint i = 0; i < past->len; i++)
    convene_change_add_interview (change, past->pdata[i]);
  convene_change_set_preference (change, "samples", "added");
  profile_commit (profile, change);
  g_assert_false (add_samples (profile->engine));
  interviews = list (profile->engine);
  g_assert_cmpuint (interviews->len, ==, 6);
  profile_free (profile);
}

static ConveneEngine *
open_engine (Profile *profile)
{
  ConveneEngine *engine = convene_engine_new (profile->folder, profile->vault, profile->clock, NULL, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_open_async (engine, NULL, profile_result_cb, &result);
  convene_engine_open_finish (engine, profile_await (&result), &error);
  g_assert_no_error (error);
  return engine;
}

static void
close_engine (ConveneEngine *engine)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_close_async (engine, NULL, profile_result_cb, &result);
  convene_engine_close_finish (engine, profile_await (&result), &error);
  g_assert_no_error (error);
  profile_run_pending ();
  g_clear_object (&result);
  g_assert_finalize_object (engine);
}

/* Two windows of one profile that begin together. */
static void
test_together (void)
{
  Profile       *profile = profile_new ();
  ConveneEngine *other = open_engine (profile);
  g_autoptr(GAsyncResult) first = NULL;
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  guint added = 0;

  convene_samples_add_async (profile->engine, NULL, profile_result_cb, &first);
  convene_samples_add_async (other, NULL, profile_result_cb, &second);
  added += (guint) convene_samples_add_finish (profile->engine, profile_await (&first), &error);
  g_assert_no_error (error);
  added += (guint) convene_samples_add_finish (other, profile_await (&second), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (added, ==, 1);
  interviews = list (profile->engine);
  g_assert_cmpuint (interviews->len, ==, 14);
  g_clear_object (&first);
  g_clear_object (&second);
  close_engine (other);
  profile_free (profile);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/samples/times", test_times);
  g_test_add_func ("/workflow/samples/once", test_once);
  g_test_add_func ("/workflow/samples/not-among-others", test_not_among_others);
  g_test_add_func ("/workflow/samples/killed", test_killed);
  g_test_add_func ("/workflow/samples/together", test_together);

  return g_test_run ();
}
