/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hosting-calls.h"

#include "convene-clock.h"
#include "convene-connection.h"
#include "convene-store-open.h"
#include "directory-calls.h"

#define DAY CONVENE_DAY

static void
put_account (ConveneStore *store,
             const char   *id,
             const char   *first_property,
             ...)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account = convene_account_new ();
  va_list arguments;

  va_start (arguments, first_property);
  g_object_set_valist (G_OBJECT (account), first_property, arguments);
  va_end (arguments);
  convene_account_set_id (account, id);
  convene_change_put_account (change, account);
  commit_ok (store, change);
}

static void
test_listed (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account = convene_account_new ();
  g_autoptr(GPtrArray) accounts = NULL;

  put_account (fixture->store, "z", "address", "z@example.com", NULL);
  put_account (fixture->store, "a", "address", NULL, NULL);
  put_account (fixture->store, "gone", "address", NULL, NULL);
  fill_object (account, 5);
  convene_account_set_id (account, "z");
  convene_account_set_address (account, "Host@example.com");
  convene_account_set_leaving (account, 0);
  convene_change_put_account (change, account);
  convene_change_remove_account (change, "gone");
  convene_change_count_requests (change, "hosT@Example.com", 3 * DAY + 7, 5);
  commit_ok (fixture->store, change);

  store_fixture_reopen (fixture);
  accounts = store_list_accounts (fixture->store, 4 * DAY - 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 2);
  g_assert_cmpint (convene_account_get_requests_today (accounts->pdata[0]), ==, 5);
  g_assert_cmpint (convene_account_get_requests_today (accounts->pdata[1]), ==, 0);
  convene_account_set_requests_today (account, 5);
  assert_objects_equal (accounts->pdata[0], account);
  g_assert_cmpstr (convene_account_get_id (accounts->pdata[1]), ==, "a");
}

/* What is asked for by its id, with every field; and what is not there is no error. */
static void
test_get (StoreFixture *fixture,
          gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account = convene_account_new ();
  g_autoptr(ConveneAccount) found = NULL;

  fill_object (account, 9);
  convene_change_put_account (change, account);
  commit_ok (fixture->store, change);

  found = get_account_ok (fixture->store, convene_account_get_id (account));
  assert_objects_equal (found, account);
  g_assert_null (store_get_account (fixture->store, "another", &error));
  g_assert_no_error (error);
}

/* What somebody thinks of an account does not bring back one that was removed, and is no longer true of one that was connected anew; that it was checked
 * meanwhile is nothing against it. */
static void
test_state (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) read = convene_account_new ();
  g_autoptr(ConveneAccount) stale = convene_account_new ();
  g_autoptr(ConveneAccount) gone = convene_account_new ();
  g_autoptr(GPtrArray) accounts = NULL;

  put_account (fixture->store, "read", "connected-at", (gint64) 5, "checked-at", (gint64) 9, NULL);
  put_account (fixture->store, "stale", "connected-at", (gint64) 5, NULL);
  g_object_set (read, "id", "read", "state", CONVENE_ACCOUNT_STATE_EXPIRED, "connected-at", (gint64) 5, "checked-at", (gint64) 5, NULL);
  g_object_set (stale, "id", "stale", "state", CONVENE_ACCOUNT_STATE_EXPIRED, "connected-at", (gint64) 4, NULL);
  g_object_set (gone, "id", "gone", "state", CONVENE_ACCOUNT_STATE_EXPIRED, NULL);
  convene_change_set_account_state (change, read);
  convene_change_set_account_state (change, stale);
  convene_change_set_account_state (change, gone);
  commit_ok (fixture->store, change);

  accounts = store_list_accounts (fixture->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 2);
  g_assert_cmpint (convene_account_get_state (accounts->pdata[0]), ==, CONVENE_ACCOUNT_STATE_EXPIRED);
  g_assert_cmpint (convene_account_get_checked_at (accounts->pdata[0]), ==, 9);
  g_assert_cmpint (convene_account_get_state (accounts->pdata[1]), ==, CONVENE_ACCOUNT_STATE_CONNECTED);
}

typedef struct
{
  const char         *path;
  gint64              connected_at; /* as the check read it */
  ConveneAccountState before;       /* as the check read it */
  gint64              leaving;
  gboolean            written;
} HealthRow;

/* The account was connected at 5 and is expired. */
static const HealthRow health_rows[] = {
  { "/store/X-4/health/written", 5, CONVENE_ACCOUNT_STATE_EXPIRED, 0, TRUE },
  { "/store/SH-41/health/connected-meanwhile", 4, CONVENE_ACCOUNT_STATE_EXPIRED, 0, FALSE },
  { "/store/SH-41/health/other-state-meanwhile", 5, CONVENE_ACCOUNT_STATE_CONNECTED, 0, FALSE },
  { "/store/SH-41/health/disconnected-meanwhile", 5, CONVENE_ACCOUNT_STATE_EXPIRED, 8, FALSE },
};

static void
fill_health (ConveneAccount *account)
{
  g_object_set (account, "state", CONVENE_ACCOUNT_STATE_MISSING_SCOPES, "plan", "basic", "name", "Ria", "scopes", "user:read:user", "missing-scopes",
                "meeting:write:meeting", "problem", "One permission is missing.", "tls", "1.3", "checked-at", (gint64) 77, "entry", CONVENE_ENTRY_WAITING_ROOM,
                "password-rules", "length=8 letter", NULL);
}

static void
test_health (StoreFixture *fixture,
             gconstpointer data)
{
  const HealthRow *row = data;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account = convene_account_new ();
  g_autoptr(ConveneAccount) before = NULL;
  g_autoptr(ConveneAccount) after = NULL;

  put_account (fixture->store, "a", "address", "host@example.com", "state", CONVENE_ACCOUNT_STATE_EXPIRED, "connected-at", (gint64) 5, "leaving", row->leaving,
               "secret-id", "key", NULL);
  before = get_account_ok (fixture->store, "a");

  /* what the check did not look at does not count */
  g_object_set (account, "id", "a", "address", "other@example.com", "connected-at", row->connected_at, NULL);
  fill_health (account);
  convene_change_set_account_health (change, account, row->before);
  commit_ok (fixture->store, change);

  after = get_account_ok (fixture->store, "a");
  if (row->written)
    fill_health (before);
  assert_objects_equal (after, before);
}

static gboolean
is_told (ConveneStore *store,
         const char   *uid,
         const char   *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) activities = store_list_activity (store, uid, &error);

  g_assert_no_error (error);
  if (activities->len == 0)
    return FALSE;

  g_assert_cmpuint (activities->len, ==, 1);
  g_assert_cmpstr (convene_activity_get_text (activities->pdata[0]), ==, text);
  return TRUE;
}

static const struct
{
  const char         *uid;
  gint64              start; /* hours since 1970 */
  const char         *account_id;
  ConveneMeetingState state;
  ConveneStatus       status;
  ConveneMeetingState after;
  gboolean            told;
} leaving_rows[] = {
  { "upcoming", 20, "a", CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_UNMANAGED, TRUE },
  { "under-way", 10, "a", CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_UNMANAGED, TRUE },
  { "is-over", 8, "a", CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_UNMANAGED, FALSE },
  { "cancelled", 20, "a", CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_CANCELLED, CONVENE_MEETING_STATE_UNMANAGED, FALSE },
  { "failed", 20, "a", CONVENE_MEETING_STATE_FAILED, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_FAILED, FALSE },
  { "of-another", 20, "b", CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, FALSE },
};

static void
add_leaving_rows (StoreFixture *fixture)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (leaving_rows); i++)
    add_with_meeting (change, leaving_rows[i].uid, leaving_rows[i].start, leaving_rows[i].account_id, leaving_rows[i].state);
  commit_ok (fixture->store, change);
  store_fixture_execute (fixture, "UPDATE interview SET status = 'cancelled' WHERE uid = 'cancelled'");
}

static void
let_go (StoreFixture *fixture,
        const char   *id,
        gint64        now)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_let_account_go (change, id, now, "The link stays.");
  commit_ok (fixture->store, change);
}

/* TA-15, TA-18: the rows say what becomes of each interview's meeting, and which history tells of it. */
static void
test_let_go (StoreFixture *fixture,
             gconstpointer data)
{
  const gint64 now = 10 * CONVENE_HOUR + CONVENE_MINUTE;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneAccount) account = NULL;
  g_autoptr(GPtrArray) accounts = NULL;
  g_autoptr(ConveneNeeds) needs = NULL;

  put_account (fixture->store, "a", "secret-id", "key", NULL);
  put_account (fixture->store, "b", "address", NULL, NULL);
  add_leaving_rows (fixture);
  let_go (fixture, "a", now);
  /* once is enough: neither told again nor later */
  let_go (fixture, "a", now + 1);

  for (guint i = 0; i < G_N_ELEMENTS (leaving_rows); i++)
    {
      g_autoptr(ConveneMeeting) meeting = get_meeting_ok (fixture->store, leaving_rows[i].uid);

      g_test_message ("%s", leaving_rows[i].uid);
      g_assert_cmpint (convene_meeting_get_state (meeting), ==, leaving_rows[i].after);
      g_assert_cmpint (is_told (fixture->store, leaving_rows[i].uid, "The link stays."), ==, leaving_rows[i].told);
    }

  /* in no list, and there all the same, with what its revocation needs */
  accounts = store_list_accounts (fixture->store, 0, &error);
  g_assert_cmpuint (accounts->len, ==, 1);
  needs = store_get_needs (fixture->store, now, &error);
  g_assert_cmpuint (needs->accounts->len, ==, 1);
  account = get_account_ok (fixture->store, "a");
  g_assert_cmpint (convene_account_get_leaving (account), ==, now);
  g_assert_cmpstr (convene_account_get_secret_id (account), ==, "key");
}

static void
test_remove (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) delegations = NULL;
  g_autofree char *joined = NULL;

  put_account (fixture->store, "a", "address", NULL, NULL);
  add_leaving_rows (fixture);
  convene_change_put_delegation (change, "a", "mia@example.com", TRUE, 1);
  convene_change_put_delegation (change, "b", "mia@example.com", TRUE, 1);
  convene_change_remove_account (change, "a");
  commit_ok (fixture->store, change);

  for (guint i = 0; i < G_N_ELEMENTS (leaving_rows); i++)
    {
      g_autoptr(ConveneMeeting) meeting = get_meeting_ok (fixture->store, leaving_rows[i].uid);

      g_assert_cmpint (convene_meeting_get_state (meeting), ==, leaving_rows[i].after);
    }
  g_assert_null (store_get_account (fixture->store, "a", &error));
  g_assert_no_error (error);
  delegations = store_list_delegations (fixture->store, &error);
  joined = join_delegations (delegations);
  g_assert_cmpstr (joined, ==, "b>mia@example.com");
}

typedef struct
{
  const char          *path;
  const char          *made_by; /* of the meeting */
  const char          *host_id;
  const char          *host;
  ConveneMeetingState  state;
  ConveneAccountMethod method; /* of the account, whose user is U and whose number N */
  gboolean             adopted;
} AdoptRow;

#define BROWSER CONVENE_ACCOUNT_METHOD_BROWSER
#define DEVICE CONVENE_ACCOUNT_METHOD_DEVICE
#define SERVER CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER
#define UNMANAGED CONVENE_MEETING_STATE_UNMANAGED

static const AdoptRow adopt_rows[] = {
  { "/store/TA-19/adopt/same-user", "user:U", NULL, "old@example.com", UNMANAGED, BROWSER, TRUE },
  { "/store/TA-19/adopt/same-user-other-way", "user:U", NULL, "old@example.com", UNMANAGED, DEVICE, TRUE },
  { "/store/TA-19/adopt/other-user-of-that-address", "user:V", NULL, "host@example.com", UNMANAGED, BROWSER, FALSE },
  { "/store/TA-19/adopt/scheduled-for-somebody", "user:U", "V", "manager@example.com", UNMANAGED, BROWSER, TRUE },
  { "/store/TA-19/adopt/same-number", "number:N", "V", "anybody@example.com", UNMANAGED, SERVER, TRUE },
  { "/store/TA-19/adopt/other-number", "number:M", "V", "host@example.com", UNMANAGED, SERVER, FALSE },
  { "/store/TA-19/adopt/unknown-by-user", NULL, "U", "old@example.com", UNMANAGED, BROWSER, TRUE },
  { "/store/TA-19/adopt/unknown-by-address", NULL, NULL, "HOST@example.com", UNMANAGED, BROWSER, TRUE },
  { "/store/TA-19/adopt/unknown-of-another", NULL, "V", "other@example.com", UNMANAGED, BROWSER, FALSE },
  { "/store/TA-19/adopt/missing-stays", "user:U", "U", "host@example.com", CONVENE_MEETING_STATE_MISSING, BROWSER, FALSE },
  { "/store/TA-19/adopt/live-stays", "user:U", "U", "host@example.com", CONVENE_MEETING_STATE_LIVE, BROWSER, FALSE },
};

static void
test_adopt (StoreFixture *fixture,
            gconstpointer data)
{
  const AdoptRow *row = data;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account = convene_account_new ();
  g_autoptr(ConveneMeeting) meeting = NULL;
  g_autoptr(ConveneMeeting) after = NULL;

  add_with_meeting (change, "uid-adopt", 1, "before", row->state);
  commit_ok (fixture->store, change);
  meeting = get_meeting_ok (fixture->store, "uid-adopt");
  g_object_set (meeting, "made-by", row->made_by, "host-id", row->host_id, "host", row->host, NULL);
  g_object_set (account, "id", "new", "method", row->method, "user-id", "U", "account-number", "N", "address", "Host@example.com", NULL);

  g_clear_object (&change);
  change = convene_change_new ();
  convene_change_put_meeting (change, meeting);
  convene_change_adopt_meetings (change, account);
  commit_ok (fixture->store, change);

  after = get_meeting_ok (fixture->store, "uid-adopt");
  if (row->adopted)
    g_object_set (meeting, "state", CONVENE_MEETING_STATE_LIVE, "account-id", "new", NULL);
  assert_objects_equal (after, meeting);
}

/* An account that does not know who it is adopts nothing by that. */
static void
test_adopt_unknown (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account = convene_account_new ();
  g_autoptr(ConveneMeeting) meeting = NULL;

  add_with_meeting (change, "uid-adopt", 1, "before", UNMANAGED);
  convene_account_set_id (account, "new");
  convene_change_adopt_meetings (change, account);
  commit_ok (fixture->store, change);

  meeting = get_meeting_ok (fixture->store, "uid-adopt");
  g_assert_cmpint (convene_meeting_get_state (meeting), ==, UNMANAGED);
}

static void
assert_stale (StoreFixture *fixture,
              gint64        older_than,
              const char   *expected)
{
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) ids = store_list_stale_secrets (fixture->store, older_than, &error);
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  joined = g_strjoinv (" ", ids);
  g_assert_cmpstr (joined, ==, expected);
}

/* F2: a key that an account names is never one to forget, by whatever name and however old the row is. */
static void
test_stale_secrets (StoreFixture *fixture,
                    gconstpointer data)
{
  const char *const keys[] = { "new", "named", "id", "leaving", NULL };
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) removal = convene_change_new ();
  g_autoptr(ConveneChange) committed = convene_change_new ();

  put_account (fixture->store, "a", "secret-id", "named", NULL);
  put_account (fixture->store, "id", "secret-id", NULL, NULL);
  put_account (fixture->store, "b", "secret-id", "leaving", "leaving", (gint64) 3, NULL);
  assert_stale (fixture, G_MAXINT64, "");

  for (guint i = 0; keys[i] != NULL; i++)
    convene_change_add_stale_secret (change, keys[i], 100);
  convene_change_add_stale_secret (change, "older", 0);
  convene_change_add_stale_secret (change, "older", 200);
  convene_change_add_stale_secret (change, "a", 50);
  commit_ok (fixture->store, change);
  assert_stale (fixture, 49, "older");
  assert_stale (fixture, 99, "older a");
  assert_stale (fixture, 100, "older a new");
  assert_stale (fixture, G_MAXINT64, "older a new");

  convene_change_remove_stale_secret (removal, "older");
  convene_change_remove_account (removal, "b");
  commit_ok (fixture->store, removal);
  assert_stale (fixture, 100, "a leaving new");

  /* a connection that is made: the new key is in use, the one before is not */
  convene_change_remove_stale_secret (committed, "new");
  convene_change_add_stale_secret (committed, "named", 0);
  commit_ok (fixture->store, committed);
  put_account (fixture->store, "a", "secret-id", "new", NULL);
  assert_stale (fixture, 0, "named");
}

/* A database as the third version left it. */
#define BEFORE                                                                                                                      \
  "INSERT INTO account (id, kind, method, address, state, account_number, user_id, checked_at, port, security) VALUES"              \
  "  ('server', 'zoom', 'server-to-server', 's@example.com', 'connected', 'N', 'S', 11, 0, 'tls'),"                                 \
  "  ('browser', 'zoom', 'browser', 'b@example.com', 'expired', NULL, 'U', 22, 0, 'tls'),"                                          \
  "  ('unknown', 'zoom', 'browser', 'n@example.com', 'connected', NULL, NULL, 0, 0, 'tls'),"                                        \
  "  ('mail', 'mail', 'password', 'm@example.com', 'connected', NULL, NULL, 33, 465, 'tls');"                                       \
  "INSERT INTO meeting (id, account_id, number, start, duration, state, created_at) VALUES"                                         \
  "  ('1', 'server', 1, 0, 0, 'live', 0), ('2', 'browser', 2, 0, 0, 'unmanaged', 0), ('3', 'unknown', 3, 0, 0, 'live', 0),"         \
  "  ('4', 'gone', 4, 0, 0, 'unmanaged', 0), ('5', NULL, 5, 0, 0, 'pending', 0);"                                                   \
  "INSERT INTO interview (uid, sequence, time_sequence, status, start, wall, zone, ends, duration, platform, created, meeting_id) " \
  "  SELECT 'uid-m-' || id, 0, 0, 'scheduled', 0, '1970-01-01T00:00', 'UTC', 0, 0, 'zoom', 0, id FROM meeting;"                     \
  "INSERT INTO person (address, name, used) VALUES ('mia@example.com', 'Mia', 1);"

static void
make_version_3 (StoreFixture *fixture)
{
  const ConveneSchema schema = { convene_schema_get ()->migrations, 3 };
  ConveneConnection  *connection = convene_connection_new (fixture->folder, &schema);
  g_autoptr(GError) error = NULL;

  convene_store_open_connection (connection, &error);
  g_assert_no_error (error);
  convene_connection_execute (connection, BEFORE, &error);
  g_assert_no_error (error);
  convene_connection_free (connection);
}

static void
assert_migrated (StoreFixture *fixture,
                 const char   *id,
                 gint64        connected_at)
{
  g_autoptr(ConveneAccount) account = get_account_ok (fixture->store, id);

  g_assert_cmpint (convene_account_get_connected_at (account), ==, connected_at);
  g_assert_cmpint (convene_account_get_checked_at (account), ==, connected_at);
  g_assert_cmpstr (convene_account_get_secret_id (account), ==, id);
  g_assert_null (convene_account_get_missing_scopes (account));
  g_assert_null (convene_account_get_problem (account));
  g_assert_null (convene_account_get_tls (account));
  g_assert_cmpint (convene_account_get_leaving (account), ==, 0);
}

/* All that was connected works on: by the same key, as the same connection. */
static void
test_migration (StoreFixture *fixture,
                gconstpointer data)
{
  const char *const made_by[] = { "number:N", "user:U", NULL, NULL, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = NULL;
  g_autofree char *platform = NULL;
  g_autofree char *host = NULL;

  make_version_3 (fixture);
  store_open (fixture->store, &error);
  g_assert_no_error (error);

  accounts = store_list_accounts (fixture->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 4);
  assert_migrated (fixture, "server", 11);
  assert_migrated (fixture, "browser", 22);
  assert_migrated (fixture, "unknown", 0);
  assert_migrated (fixture, "mail", 33);

  for (guint i = 0; i < G_N_ELEMENTS (made_by); i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-m-%u", i + 1);
      g_autoptr(ConveneMeeting) meeting = get_meeting_ok (fixture->store, uid);

      g_assert_cmpstr (convene_meeting_get_made_by (meeting), ==, made_by[i]);
    }

  g_assert_true (store_get_place (fixture->store, "mia@example.com", &platform, &host, &error));
  g_assert_null (platform);
  g_assert_null (host);
}

static void
add (const char   *path,
     gconstpointer data,
     void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, data, store_fixture_set_up_open, test, store_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/store/accounts/listed", NULL, test_listed);
  add ("/store/accounts/get", NULL, test_get);
  add ("/store/accounts/state", NULL, test_state);
  for (guint i = 0; i < G_N_ELEMENTS (health_rows); i++)
    add (health_rows[i].path, &health_rows[i], test_health);
  add ("/store/TA-17/let-go", NULL, test_let_go);
  add ("/store/accounts/remove", NULL, test_remove);
  for (guint i = 0; i < G_N_ELEMENTS (adopt_rows); i++)
    add (adopt_rows[i].path, &adopt_rows[i], test_adopt);
  add ("/store/TA-19/adopt/nobody", NULL, test_adopt_unknown);
  add ("/store/accounts/stale-secrets", NULL, test_stale_secrets);
  g_test_add ("/store/migrations/sign-in", StoreFixture, NULL, store_fixture_set_up, test_migration, store_fixture_tear_down);

  return g_test_run ();
}
