/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hosting-calls.h"

#include "convene-clock.h"
#include "directory-calls.h"

static void
assert_delegations (StoreFixture *fixture,
                    const char   *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) delegations = store_list_delegations (fixture->store, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = join_delegations (delegations);
  g_assert_cmpstr (joined, ==, expected);
}

/* SH-34: what Zoom said last of an account and an address, whatever the case it is written in. */
static void
test_delegations (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) again = convene_change_new ();
  g_autoptr(GPtrArray) delegations = NULL;

  assert_delegations (fixture, "");
  convene_change_put_delegation (change, "b", "mia@example.com", TRUE, 10);
  convene_change_put_delegation (change, "a", "noa@example.com", FALSE, 20);
  convene_change_put_delegation (change, "a", "mia@example.com", TRUE, 30);
  commit_ok (fixture->store, change);
  assert_delegations (fixture, "a>mia@example.com a!noa@example.com b>mia@example.com");

  convene_change_put_delegation (again, "a", "MIA@example.com", FALSE, 40);
  convene_change_put_delegation (again, "a", "noa@example.com", TRUE, 50);
  commit_ok (fixture->store, again);
  store_fixture_reopen (fixture);
  assert_delegations (fixture, "a!mia@example.com a>noa@example.com b>mia@example.com");

  delegations = store_list_delegations (fixture->store, &error);
  g_assert_cmpint (((ConveneDelegation *) delegations->pdata[0])->seen_at, ==, 40);
  g_assert_cmpint (((ConveneDelegation *) delegations->pdata[2])->seen_at, ==, 10);
}

/* TH-18: of every host, and of this UTC day alone. */
static void
test_host_requests (StoreFixture *fixture,
                    gconstpointer data)
{
  const gint64 now = 5 * CONVENE_DAY;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GHashTable) requests = NULL;

  convene_change_count_requests (change, "Mia@Example.com", now, 3);
  convene_change_count_requests (change, "mia@example.com", now + CONVENE_DAY - 1, 4);
  convene_change_count_requests (change, "noa@example.com", now, 1);
  convene_change_count_requests (change, "noa@example.com", now - 1, 50);
  convene_change_count_requests (change, "yesterday@example.com", now - 1, 2);
  convene_change_count_requests (change, "tomorrow@example.com", now + CONVENE_DAY, 2);
  convene_change_count_requests (change, "idle@example.com", now, 0);
  commit_ok (fixture->store, change);

  requests = store_list_host_requests (fixture->store, now + CONVENE_HOUR, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (requests), ==, 2);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (requests, "mia@example.com")), ==, 7);
  g_assert_cmpint (GPOINTER_TO_INT (g_hash_table_lookup (requests, "noa@example.com")), ==, 1);
}

static void
set_place (StoreFixture *fixture,
           const char   *address,
           const char   *platform,
           const char   *host)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_set_person_place (change, address, platform, host);
  commit_ok (fixture->store, change);
}

static void
assert_place (StoreFixture *fixture,
              const char   *address,
              const char   *expected_platform,
              const char   *expected_host)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *platform = NULL;
  g_autofree char *host = NULL;

  g_assert_true (store_get_place (fixture->store, address, &platform, &host, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (platform, ==, expected_platform);
  g_assert_cmpstr (host, ==, expected_host);
}

static void
test_place (StoreFixture *fixture,
            gconstpointer data)
{
  assert_place (fixture, "mia@example.com", NULL, NULL);
  set_place (fixture, "mia@example.com", "phone", NULL);
  assert_place (fixture, "Mia@example.com", "phone", NULL);
  set_place (fixture, "MIA@example.com", NULL, "zoom@example.org");
  assert_place (fixture, "mia@example.com", NULL, "zoom@example.org");
  set_place (fixture, "mia@example.com", "zoom", "Mia@Example.com");
  assert_place (fixture, "mia@example.com", "zoom", NULL);
  assert_place (fixture, "noa@example.com", NULL, NULL);
  g_assert_true (store_get_place (fixture->store, "mia@example.com", NULL, NULL, NULL));
}

/* Interviews go on as before: a place outlives the next one, and is no use of a person. */
static void
test_place_and_use (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *joined = NULL;

  set_place (fixture, "new@example.com", "phone", NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%u", i);
      g_autoptr(ConveneChange) change = convene_change_new ();
      g_autoptr(ConveneInterview) interview = make_interview (uid, 1000, 60);

      add_person (interview, i == 0 ? "Mia" : "Noa", i == 0 ? "mia@example.com" : "noa@example.com", CONVENE_ROLE_HIRING_MANAGER);
      convene_change_add_interview (change, interview);
      commit_ok (fixture->store, change);
      set_place (fixture, "mia@example.com", "phone", "zoom@example.org");
    }
  assert_place (fixture, "mia@example.com", "phone", "zoom@example.org");

  people = store_list_people (fixture->store, "", 8, &error);
  g_assert_no_error (error);
  joined = join_people (people);
  g_assert_cmpstr (joined, ==, "noa@example.com mia@example.com new@example.com");
  g_assert_cmpstr (convene_participant_get_name (people->pdata[1]), ==, "Mia");
  found = store_list_people (fixture->store, "new", 8, &error);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
add_job (StoreFixture   *fixture,
         const char     *title,
         ConvenePlatform platform)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (title, 1000, 60);

  convene_interview_set_job (interview, title);
  convene_interview_set_platform (interview, platform);
  convene_change_add_interview (change, interview);
  commit_ok (fixture->store, change);
}

static void
assert_platform (StoreFixture   *fixture,
                 const char     *title,
                 ConvenePlatform platform)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneJob) job = store_get_job (fixture->store, title, &error);

  g_assert_no_error (error);
  g_assert_cmpint (convene_job_get_platform (job), ==, platform);
}

static void
assert_others (StoreFixture   *fixture,
               ConvenePlatform platform,
               const char     *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) jobs = store_list_other_jobs (fixture->store, platform, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = join_jobs (jobs);
  g_assert_cmpstr (joined, ==, expected);
}

/* HL-6: those that were chosen, and no others; or all. What is listed beforehand is what changes. */
static void
test_jobs_platform (StoreFixture *fixture,
                    gconstpointer data)
{
  const char *const titles[] = { "Analyst", "Unknown", NULL };
  const char *const none[] = { NULL };
  g_autoptr(ConveneChange) some = convene_change_new ();
  g_autoptr(ConveneChange) all = convene_change_new ();

  add_job (fixture, "Analyst", CONVENE_PLATFORM_PHONE);
  add_job (fixture, "Designer", CONVENE_PLATFORM_PHONE);
  add_job (fixture, "Engineer", CONVENE_PLATFORM_ZOOM);

  assert_others (fixture, CONVENE_PLATFORM_ZOOM, "Analyst Designer");
  assert_others (fixture, CONVENE_PLATFORM_PHONE, "Engineer");
  assert_others (fixture, CONVENE_PLATFORM_TEAMS, "Analyst Designer Engineer");
  convene_change_set_jobs_platform (some, titles, CONVENE_PLATFORM_ZOOM);
  convene_change_set_jobs_platform (some, none, CONVENE_PLATFORM_IN_PERSON);
  commit_ok (fixture->store, some);
  assert_others (fixture, CONVENE_PLATFORM_ZOOM, "Designer");
  assert_platform (fixture, "Analyst", CONVENE_PLATFORM_ZOOM);
  assert_platform (fixture, "Designer", CONVENE_PLATFORM_PHONE);
  assert_platform (fixture, "Engineer", CONVENE_PLATFORM_ZOOM);

  convene_change_set_jobs_platform (all, NULL, CONVENE_PLATFORM_GOOGLE_MEET);
  commit_ok (fixture->store, all);
  assert_platform (fixture, "Analyst", CONVENE_PLATFORM_GOOGLE_MEET);
  assert_platform (fixture, "Designer", CONVENE_PLATFORM_GOOGLE_MEET);
  assert_platform (fixture, "Engineer", CONVENE_PLATFORM_GOOGLE_MEET);
}

static const struct
{
  const char     *uid;
  gint64          start; /* hours since 1970 */
  ConvenePlatform platform;
  ConveneStatus   status;
} start_rows[] = {
  { "over", 5, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED },
  { "phone", 11, CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED },
  { "cancelled", 12, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_CANCELLED },
  { "later", 30, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED },
  { "next", 20, CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED },
};

static const struct
{
  gint64 now;
  gint64 start;
} next_rows[] = {
  { 0, 5 },
  { 6, 20 },
  { 20, 20 },
  { 21, 30 },
};

static void
test_next_start (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();

  g_assert_cmpint (store_find_next_zoom_start (fixture->store, 0, &error), ==, G_MAXINT64);
  for (guint i = 0; i < G_N_ELEMENTS (start_rows); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (start_rows[i].uid, start_rows[i].start * 3600, 60);

      convene_interview_set_platform (interview, start_rows[i].platform);
      convene_interview_set_status (interview, start_rows[i].status);
      convene_change_add_interview (change, interview);
    }
  commit_ok (fixture->store, change);

  for (guint i = 0; i < G_N_ELEMENTS (next_rows); i++)
    g_assert_cmpint (store_find_next_zoom_start (fixture->store, next_rows[i].now * CONVENE_HOUR, &error), ==, next_rows[i].start * CONVENE_HOUR);
  g_assert_cmpint (store_find_next_zoom_start (fixture->store, 30 * CONVENE_HOUR + 1, &error), ==, G_MAXINT64);
  g_assert_no_error (error);
}

static const struct
{
  const char           *uid;
  ConveneOperationKind  kind;
  ConveneOperationState state;
  const char           *account_id;
  const char           *event;
} bond_rows[] = {
  { "future", CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_WAITING, "zoom", NULL },
  { "future", CONVENE_OPERATION_KIND_MEETING_DELETE, CONVENE_OPERATION_STATE_RUNNING, "zoom", NULL },
  { "now", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, NULL, "account:zoom" },
  { "now", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, "other", NULL },
  { "settled", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_DONE, "zoom", NULL },
  { "settled", CONVENE_OPERATION_KIND_MAIL_REMINDER, CONVENE_OPERATION_STATE_WAITING, NULL, NULL },
  { "past", CONVENE_OPERATION_KIND_MEETING_DELETE, CONVENE_OPERATION_STATE_WAITING, "zoom", NULL },
};

static void
store_bonds (StoreFixture *fixture)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) zoom = convene_account_new ();
  g_autoptr(ConveneAccount) mail = convene_account_new ();

  g_object_set (zoom, "id", "zoom", NULL);
  g_object_set (mail, "id", "mail", "kind", CONVENE_ACCOUNT_KIND_MAIL, NULL);
  convene_change_put_account (change, zoom);
  convene_change_put_account (change, mail);
  add_with_meeting (change, "past", 8, "zoom", CONVENE_MEETING_STATE_LIVE);
  add_with_meeting (change, "now", 10, "zoom", CONVENE_MEETING_STATE_LIVE);
  add_with_meeting (change, "future", 20, "zoom", CONVENE_MEETING_STATE_LIVE);
  add_with_meeting (change, "settled", 30, "other", CONVENE_MEETING_STATE_LIVE);
  add_with_meeting (change, "pending", 40, "zoom", CONVENE_MEETING_STATE_PENDING);
  for (guint i = 0; i < G_N_ELEMENTS (bond_rows); i++)
    {
      g_autofree char *id = g_strdup_printf ("operation-%u", i);
      g_autoptr(ConveneOperation) operation = make_operation (id, bond_rows[i].uid, bond_rows[i].state);

      g_object_set (operation, "kind", bond_rows[i].kind, "account-id", bond_rows[i].account_id, "event", bond_rows[i].event, NULL);
      convene_change_add_operation (change, operation);
    }
  commit_ok (fixture->store, change);
  store_fixture_execute (fixture, "UPDATE interview SET meeting_id = 'future' WHERE uid = 'pending'");
}

static void
assert_bonds (StoreFixture *fixture,
              const char   *account_id,
              gint64        now,
              int           live,
              int           waiting)
{
  g_autoptr(GError) error = NULL;
  ConveneBonds bonds = { -1, -1 };

  g_assert_true (store_count_bonds (fixture->store, account_id, now, &bonds, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bonds.live, ==, live);
  g_assert_cmpint (bonds.waiting, ==, waiting);
}

/* TA-15: what the question before a disconnection counts: a meeting of two interviews once, an interview of two operations once. */
static void
test_bonds (StoreFixture *fixture,
            gconstpointer data)
{
  store_bonds (fixture);
  assert_bonds (fixture, "zoom", 10 * CONVENE_HOUR, 2, 2);
  assert_bonds (fixture, "zoom", 15 * CONVENE_HOUR, 1, 1);
  assert_bonds (fixture, "other", 10 * CONVENE_HOUR, 1, 1);
  assert_bonds (fixture, "mail", 10 * CONVENE_HOUR, 0, 1);
  assert_bonds (fixture, "unknown", 10 * CONVENE_HOUR, 0, 0);
}

static void
add (const char *path,
     void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up_open, test, store_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/SH-34/delegations", test_delegations);
  add ("/store/TH-18/host-requests", test_host_requests);
  add ("/store/HL-10/place", test_place);
  add ("/store/HL-10/place-and-use", test_place_and_use);
  add ("/store/HL-6/jobs", test_jobs_platform);
  add ("/store/SH-41/next-start", test_next_start);
  add ("/store/TA-15/bonds", test_bonds);

  return g_test_run ();
}
