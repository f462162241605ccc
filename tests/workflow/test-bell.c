/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Before an interview the desktop says so: once, at the time that a person chose, and as long as it helps. */

#include "convene-bell.h"
#include "convene-preferences.h"
#include "fake-notifier.h"
#include "profile-fixture.h"

typedef struct
{
  Profile      *profile;
  FakeNotifier *notifier;
  ConveneBell  *bell;
} Fixture;

static Fixture
fixture_new (void)
{
  Fixture self = { .profile = profile_new (), .notifier = fake_notifier_new () };

  self.bell = convene_bell_new (self.profile->engine, CONVENE_NOTIFIER (self.notifier));
  convene_bell_start (self.bell);
  return self;
}

static void
fixture_free (Fixture *self)
{
  convene_bell_stop (self->bell);
  profile_run_pending ();
  g_assert_finalize_object (self->bell);
  profile_free (self->profile);
  g_assert_finalize_object (self->notifier);
}

static gboolean
is_shown (gpointer user_data)
{
  return fake_notifier_get_shown (user_data) != NULL;
}

static gboolean
is_quiet (gpointer user_data)
{
  return fake_notifier_get_shown (user_data) == NULL;
}

static gint64
next_due (Fixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 due;

  convene_engine_get_next_due_async (self->profile->engine, NULL, profile_result_cb, &result);
  due = convene_engine_get_next_due_finish (self->profile->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  return due;
}

/* Whatever has been asked of the database was answered: nothing more is told after that. */
static void
wait_for_quiet (Fixture *self)
{
  for (int i = 0; i < 3; i++)
    {
      next_due (self);
      profile_run_pending ();
    }
}

static void
prefer (Fixture    *self,
        const char *minutes)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_set_preference (change, CONVENE_PREFERENCE_NOTIFY, minutes);
  profile_commit (self->profile, change);
}

static ConveneInterview *
find (Fixture    *self,
      const char *uid)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview;

  convene_engine_find_interview_async (self->profile->engine, uid, NULL, profile_result_cb, &result);
  interview = convene_engine_find_interview_finish (self->profile->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  return interview;
}

static void
update (Fixture          *self,
        ConveneInterview *interview)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_update_interview (change, interview);
  profile_commit (self->profile, change);
}

/* Ten minutes before, where nothing else is said; taken back at its end. */
static void
test_course (void)
{
  Fixture self = fixture_new ();

  profile_add (self.profile, "uid-01", 2);
  g_assert_cmpint (next_due (&self), ==, PROFILE_NOW + 110 * CONVENE_MINUTE);
  profile_advance (self.profile, 109 * CONVENE_MINUTE);
  wait_for_quiet (&self);
  g_assert_cmpuint (fake_notifier_count (self.notifier), ==, 0);

  profile_advance (self.profile, CONVENE_MINUTE);
  profile_run_until (is_shown, self.notifier);
  g_assert_cmpstr (fake_notifier_get_shown (self.notifier), ==, "bell:uid-01: Ada Example in 10 minutes. Staff Engineer, 11:20 (app.show-interview uid-01)");
  wait_for_quiet (&self);
  g_assert_cmpuint (fake_notifier_count (self.notifier), ==, 1);
  /* Until then the notification leads there, and is then taken back. */
  g_assert_cmpint (next_due (&self), ==, PROFILE_NOW + 3 * CONVENE_HOUR);

  profile_advance (self.profile, 10 * CONVENE_MINUTE);
  wait_for_quiet (&self);
  g_assert_nonnull (fake_notifier_get_shown (self.notifier));
  profile_advance (self.profile, CONVENE_HOUR);
  profile_run_until (is_quiet, self.notifier);
  g_assert_cmpint (next_due (&self), ==, G_MAXINT64);
  fixture_free (&self);
}

/* One with a link asks to join. */
static void
test_join (void)
{
  Fixture self = fixture_new ();
  g_autoptr(ConveneInterview) interview = profile_make ("uid-01", 0);
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_interview_set_platform (interview, CONVENE_PLATFORM_LINK);
  convene_interview_set_link (interview, "https://example.com/room");
  convene_change_add_interview (change, interview);
  profile_commit (self.profile, change);
  profile_run_until (is_shown, self.notifier);
  g_assert_cmpstr (fake_notifier_get_shown (self.notifier), ==, "bell:uid-01: Ada Example now. Staff Engineer, 09:20 (app.join uid-01)");
  fixture_free (&self);
}

/* O-14: who has not come ten minutes after the start can be marked from the same notification, which says so once; not where it was first told then. */
static void
test_late (void)
{
  Fixture self = fixture_new ();

  profile_add (self.profile, "uid-01", 0);
  profile_run_until (is_shown, self.notifier);
  profile_advance (self.profile, 9 * CONVENE_MINUTE);
  wait_for_quiet (&self);
  g_assert_cmpuint (fake_notifier_count (self.notifier), ==, 1);
  profile_advance (self.profile, CONVENE_MINUTE);
  while (fake_notifier_count (self.notifier) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (fake_notifier_get_shown (self.notifier), ==, "bell:uid-01: Ada Example, since 10 minutes. Staff Engineer, 09:20 (app.show-interview app.no-show uid-01)");
  profile_advance (self.profile, 10 * CONVENE_MINUTE);
  wait_for_quiet (&self);
  g_assert_cmpuint (fake_notifier_count (self.notifier), ==, 2);
  fixture_free (&self);
}

/* As many minutes before as one likes, or never. */
static void
test_preference (void)
{
  Fixture self = fixture_new ();

  prefer (&self, "0");
  profile_add (self.profile, "uid-01", 1);
  profile_advance (self.profile, 59 * CONVENE_MINUTE);
  wait_for_quiet (&self);
  g_assert_cmpuint (fake_notifier_count (self.notifier), ==, 0);
  g_assert_cmpint (next_due (&self), ==, G_MAXINT64);
  prefer (&self, "1");
  profile_run_until (is_shown, self.notifier);

  profile_add (self.profile, "uid-09", 9);
  prefer (&self, "600");
  while (fake_notifier_count (self.notifier) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_str_has_prefix (fake_notifier_get_shown (self.notifier), "bell:uid-09: Ada Example in 481 minutes."));
  fixture_free (&self);
}

typedef void (*Change) (ConveneInterview *interview);

static void
cancel (ConveneInterview *interview)
{
  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
}

static void
move (ConveneInterview *interview)
{
  g_autoptr(ConveneMoment) start = convene_moment_new_at (PROFILE_NOW + 5 * CONVENE_HOUR, "UTC", NULL);

  convene_interview_set_start (interview, start);
}

/* It is taken back when that time is no longer so; for the new one a person is told again. */
static void
test_taken_back (gconstpointer data)
{
  Fixture self = fixture_new ();
  Change  change = (Change) (gsize) data;
  g_autoptr(ConveneInterview) interview = NULL;

  profile_add (self.profile, "uid-01", 0);
  profile_run_until (is_shown, self.notifier);
  interview = find (&self, "uid-01");
  change (interview);
  update (&self, interview);
  profile_run_until (is_quiet, self.notifier);
  profile_advance (self.profile, 5 * CONVENE_HOUR);
  if (change == move)
    profile_run_until (is_shown, self.notifier);
  wait_for_quiet (&self);
  g_assert_cmpuint (fake_notifier_count (self.notifier), ==, change == move ? 2 : 1);
  fixture_free (&self);
}

/* The machine slept: who woke it is told of what goes on, and not of what is over. */
static void
test_slept (void)
{
  Fixture self = fixture_new ();

  profile_add (self.profile, "uid-01", 1);
  profile_add (self.profile, "uid-03", 3);
  wait_for_quiet (&self);
  profile_advance (self.profile, 3 * CONVENE_HOUR + 20 * CONVENE_MINUTE);
  profile_run_until (is_shown, self.notifier);
  wait_for_quiet (&self);
  g_assert_true (g_str_has_prefix (fake_notifier_get_shown (self.notifier), "bell:uid-03: Ada Example, since 20 minutes."));
  g_assert_cmpuint (fake_notifier_count (self.notifier), ==, 1);
  fixture_free (&self);
}

/* Another process of this profile, later or at the same time, does not tell it again. */
static void
test_once (void)
{
  Fixture self = fixture_new ();
  g_autoptr(FakeNotifier) notifier = fake_notifier_new ();
  g_autoptr(ConveneBell) bell = convene_bell_new (self.profile->engine, CONVENE_NOTIFIER (notifier));

  profile_add (self.profile, "uid-01", 0);
  profile_run_until (is_shown, self.notifier);
  convene_bell_start (bell);
  wait_for_quiet (&self);
  g_assert_cmpuint (fake_notifier_count (notifier), ==, 0);
  convene_bell_stop (bell);
  profile_run_pending ();
  g_assert_finalize_object (g_steal_pointer (&bell));
  fixture_free (&self);
}

/* After stopping nobody is told. */
static void
test_stopped (void)
{
  Fixture self = fixture_new ();

  convene_bell_stop (self.bell);
  profile_add (self.profile, "uid-01", 0);
  wait_for_quiet (&self);
  g_assert_cmpuint (fake_notifier_count (self.notifier), ==, 0);
  convene_bell_start (self.bell);
  profile_run_until (is_shown, self.notifier);
  fixture_free (&self);
}

/* A process without a window stays for the next letter, too, and for an interview that is weeks ahead. */
static void
test_next_due (void)
{
  Fixture self = fixture_new ();
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneOperation) reminder = NULL;
  g_autoptr(ConveneOperation) waits = NULL;

  g_assert_cmpint (next_due (&self), ==, G_MAXINT64);
  profile_add (self.profile, "uid-01", 24 * 40);
  g_assert_cmpint (next_due (&self), ==, PROFILE_NOW + 40 * CONVENE_DAY - 10 * CONVENE_MINUTE);

  waits = g_object_new (CONVENE_TYPE_OPERATION, "id", "w", "interview-uid", "uid-01", "kind", CONVENE_OPERATION_KIND_MAIL_INVITATION, "event", "mail", "due",
                        (gint64) PROFILE_NOW, NULL);
  reminder = g_object_new (CONVENE_TYPE_OPERATION, "id", "r", "interview-uid", "uid-01", "kind", CONVENE_OPERATION_KIND_MAIL_REMINDER, "due",
                           (gint64) PROFILE_NOW + 39 * CONVENE_DAY, NULL);
  convene_change_add_operation (change, waits);
  convene_change_add_operation (change, reminder);
  profile_commit (self.profile, change);
  g_assert_cmpint (next_due (&self), ==, PROFILE_NOW + 39 * CONVENE_DAY);
  fixture_free (&self);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/SH-5/bell/course", test_course);
  g_test_add_func ("/workflow/SH-5/bell/join", test_join);
  g_test_add_func ("/workflow/O-14/bell/late", test_late);
  g_test_add_func ("/workflow/SH-5/bell/preference", test_preference);
  g_test_add_data_func ("/workflow/SH-5/bell/cancelled", (gpointer) (gsize) cancel, test_taken_back);
  g_test_add_data_func ("/workflow/SH-5/bell/moved", (gpointer) (gsize) move, test_taken_back);
  g_test_add_func ("/workflow/SH-5/bell/slept", test_slept);
  g_test_add_func ("/workflow/SH-5/bell/once", test_once);
  g_test_add_func ("/workflow/SH-5/bell/stopped", test_stopped);
  g_test_add_func ("/workflow/SH-28/next-due", test_next_due);

  return g_test_run ();
}
