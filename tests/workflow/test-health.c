/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When accounts are checked, and what a person is told of them. */

#include "convene-health-due.h"
#include "convene-health-words.h"
#include "convene-health.h"
#include "fake-notifier.h"
#include "profile-fixture.h"

/* Hours before (negative) and after the start of the program; NEVER for what is not there. */
#define NEVER G_MAXINT

typedef struct
{
  const char *path;
  int         oldest;
  int         first;
  int         tried;
  int         due; /* quarters of an hour */
} Due;

static const Due dues[] = {
  { "no-accounts", NEVER, NEVER, NEVER, NEVER },
  { "at-start", -3, NEVER, NEVER, 0 },
  { "just-checked", 0, NEVER, NEVER, 24 * 4 },
  { "daily", 2, NEVER, 2, 26 * 4 },
  { "before-the-first", 0, 10, NEVER, 8 * 4 },
  { "first-is-soon", 0, 1, NEVER, 24 * 4 },
  { "first-is-past-its-time", -4, -1, NEVER, -3 * 4 },
  { "checked-for-the-first", 9, 10, 9, 33 * 4 },
  { "first-of-another-day", 0, 40, NEVER, 24 * 4 },
  { "not-answered", -3, NEVER, 1, 5 },
};

static gint64
at (int hours)
{
  return hours == NEVER ? G_MAXINT64 : PROFILE_NOW + hours * CONVENE_HOUR;
}

static void
test_due (gconstpointer data)
{
  const Due         *row = data;
  ConveneHealthFacts facts = {
    .oldest = at (row->oldest),
    .first = at (row->first),
    .started = PROFILE_NOW,
    .tried = row->tried == NEVER ? 0 : at (row->tried),
  };
  gint64 due = row->due == NEVER ? G_MAXINT64 : PROFILE_NOW + row->due * 15 * CONVENE_MINUTE;

  g_assert_cmpint (convene_health_find_due (&facts), ==, due);
}

/* One that never was checked is due at once. */
static void
test_sync (void)
{
  g_autoptr(GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  ConveneAccount *account = convene_account_new ();

  g_assert_false (convene_health_is_due (accounts, PROFILE_NOW));
  g_ptr_array_add (accounts, account);
  g_assert_true (convene_health_is_due (accounts, PROFILE_NOW));
  convene_account_set_checked_at (account, PROFILE_NOW - CONVENE_HOUR + 1);
  g_assert_false (convene_health_is_due (accounts, PROFILE_NOW));
  convene_account_set_checked_at (account, PROFILE_NOW - CONVENE_HOUR);
  g_assert_true (convene_health_is_due (accounts, PROFILE_NOW));
}

typedef struct
{
  ConveneAccountKind  kind;
  ConveneAccountState state;
  guint               waiting;
  gint64              next;
  const char         *title;
  const char         *body;
} Words;

static void
test_words (void)
{
  static const Words rows[] = {
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_STATE_EXPIRED, 0, G_MAXINT64, "Zoom wants you to sign in again", "Reconnect r@example.com before an interview needs it." },
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_STATE_REVOKED, 1, PROFILE_NOW, "Convene was removed at Zoom",
      "r@example.com: 1 interview waits for it. The next interview at Zoom is on Tue 1 December, 09:20." },
    { CONVENE_ACCOUNT_KIND_ZOOM, CONVENE_ACCOUNT_STATE_MISSING_SCOPES, 3, G_MAXINT64, "Zoom has to grant Convene more", "r@example.com: 3 interviews wait for it." },
    { CONVENE_ACCOUNT_KIND_MAIL, CONVENE_ACCOUNT_STATE_EXPIRED, 2, PROFILE_NOW, "The mail server wants you to sign in again",
      "r@example.com: 2 interviews wait for it." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneAccount) account = g_object_new (CONVENE_TYPE_ACCOUNT, "kind", rows[i].kind, "state", rows[i].state, "address", "r@example.com", NULL);
      g_autofree char *body = convene_health_word_body (account, rows[i].waiting, rows[i].next);

      g_assert_cmpstr (convene_health_word_title (account), ==, rows[i].title);
      g_assert_cmpstr (body, ==, rows[i].body);
    }
}

/* As another process writes it. */
static void
put (Profile            *profile,
     ConveneAccountState state,
     gint64              connected_at)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account = g_object_new (CONVENE_TYPE_ACCOUNT, "id", "z", "kind", CONVENE_ACCOUNT_KIND_ZOOM, "address", "r@example.com", "state", state,
                                                     "connected-at", connected_at, "checked-at", (gint64) PROFILE_NOW, NULL);

  convene_change_put_account (change, account);
  profile_commit (profile, change);
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

/* Once for each connection, taken back whoever healed it, and when the account is gone. */
static void
test_told_once (void)
{
  Profile *profile = profile_new ();
  g_autoptr(FakeNotifier) notifier = fake_notifier_new ();
  g_autoptr(ConveneHealth) health = convene_health_new (profile->engine, CONVENE_NOTIFIER (notifier));
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_health_start (health);
  put (profile, CONVENE_ACCOUNT_STATE_CONNECTED, 7);
  profile_run_pending ();
  g_assert_cmpuint (fake_notifier_count (notifier), ==, 0);
  put (profile, CONVENE_ACCOUNT_STATE_EXPIRED, 7);
  profile_run_until (is_shown, notifier);
  g_assert_cmpstr (fake_notifier_get_shown (notifier), ==,
                   "account:z: Zoom wants you to sign in again. Reconnect r@example.com before an interview needs it. (app.reconnect z)");
  put (profile, CONVENE_ACCOUNT_STATE_REVOKED, 7);
  profile_run_pending ();
  g_assert_cmpuint (fake_notifier_count (notifier), ==, 1);
  put (profile, CONVENE_ACCOUNT_STATE_CONNECTED, 8);
  profile_run_until (is_quiet, notifier);
  put (profile, CONVENE_ACCOUNT_STATE_EXPIRED, 8);
  profile_run_until (is_shown, notifier);
  g_assert_cmpuint (fake_notifier_count (notifier), ==, 2);
  convene_change_remove_account (change, "z");
  profile_commit (profile, change);
  profile_run_until (is_quiet, notifier);

  convene_health_stop (health);
  put (profile, CONVENE_ACCOUNT_STATE_EXPIRED, 9);
  profile_run_pending ();
  g_assert_cmpuint (fake_notifier_count (notifier), ==, 2);
  g_assert_finalize_object (g_steal_pointer (&health));
  profile_free (profile);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (dues); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/health/SH-41/due/", dues[i].path, NULL);

      g_test_add_data_func (path, &dues[i], test_due);
    }
  g_test_add_func ("/workflow/health/SH-41/sync", test_sync);
  g_test_add_func ("/workflow/health/SH-41/words", test_words);
  g_test_add_func ("/workflow/health/TH-21/told-once", test_told_once);

  return g_test_run ();
}
