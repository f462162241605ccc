/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-due.h"
#include "convene-store-open.h"
#include "life-calls.h"
#include "store-fixture.h"

/* What the outbox is told to begin with. */

#define MANY 10000
#define HOSTS 10

static void
add_operation (ConveneChange        *change,
               const char           *id,
               ConveneOperationKind  kind,
               ConveneOperationState state,
               const char           *host,
               const char           *after,
               gint64                due)
{
  g_autoptr(ConveneOperation) operation = make_operation (id, NULL, state);

  convene_operation_set_kind (operation, kind);
  convene_operation_set_host (operation, host);
  convene_operation_set_account_id (operation, host);
  convene_operation_set_after (operation, after);
  convene_operation_set_due (operation, due);
  convene_change_add_operation (change, operation);
}

static char *
list_due (StoreFixture *fixture,
          gint64        now)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) ids = g_string_new (NULL);
  g_autoptr(GPtrArray) due = store_list_due (fixture->store, now, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < due->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", convene_operation_get_id (due->pdata[i]));

  return g_strdup (ids->str);
}

static void
assert_due (StoreFixture *fixture,
            const char   *expected)
{
  g_autofree char *due = list_due (fixture, 100);

  g_assert_cmpstr (due, ==, expected);
}

static void
change_state (StoreFixture         *fixture,
              const char           *id,
              ConveneOperationState state,
              gboolean              released,
              const char           *after)
{
  const char *const ids[] = { id, NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) found = store_get_operations (fixture->store, ids, &error);
  ConveneOperationState before;

  g_assert_cmpuint (found->len, ==, 1);
  before = convene_operation_get_state (found->pdata[0]);
  convene_operation_set_state (found->pdata[0], state);
  convene_operation_set_released (found->pdata[0], released);
  convene_operation_set_after (found->pdata[0], after);
  convene_change_update_operation (change, found->pdata[0], before);
  commit_ok (fixture->store, change);
}

/* What waits for another one is there when that one is settled, released or gone, in whatever order they were written; and waits again with it. */
static void
test_blocked (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) removal = convene_change_new ();

  add_operation (change, "letter", CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_WAITING, NULL, "create", 0);
  add_operation (change, "create", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, "a@example.com", NULL, 0);
  add_operation (change, "update", CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_WAITING, "a@example.com", "create", 0);
  add_operation (change, "orphan", CONVENE_OPERATION_KIND_MAIL_UPDATE, CONVENE_OPERATION_STATE_WAITING, NULL, "nobody", 0);
  commit_ok (fixture->store, change);
  assert_due (fixture, "create orphan");

  change_state (fixture, "create", CONVENE_OPERATION_STATE_RUNNING, FALSE, NULL);
  assert_due (fixture, "create orphan");
  change_state (fixture, "create", CONVENE_OPERATION_STATE_WAITING, TRUE, NULL);
  assert_due (fixture, "letter create update orphan");
  change_state (fixture, "create", CONVENE_OPERATION_STATE_FAILED, FALSE, NULL);
  assert_due (fixture, "letter update orphan");
  change_state (fixture, "create", CONVENE_OPERATION_STATE_WAITING, FALSE, NULL);
  assert_due (fixture, "create orphan");

  change_state (fixture, "update", CONVENE_OPERATION_STATE_WAITING, FALSE, NULL);
  assert_due (fixture, "create update orphan");
  change_state (fixture, "orphan", CONVENE_OPERATION_STATE_WAITING, FALSE, "create");
  assert_due (fixture, "create update");
  convene_change_remove_operation (removal, "create", CONVENE_OPERATION_STATE_WAITING);
  commit_ok (fixture->store, removal);
  assert_due (fixture, "letter update orphan");
}

/* A few of each lane, those first that fall due first; none of a host where something runs; an account is no host; case makes no lane. */
static void
test_lanes (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (int i = 0; i < 6; i++)
    {
      g_autofree char *a = g_strdup_printf ("a%d", i);
      g_autofree char *b = g_strdup_printf ("b%d", i);

      add_operation (change, a, CONVENE_OPERATION_KIND_MEETING_UPDATE, i % 2 ? CONVENE_OPERATION_STATE_WAITING : CONVENE_OPERATION_STATE_DOUBT,
                     i % 2 ? "a@example.com" : "A@example.com", NULL, 50 - i);
      add_operation (change, b, CONVENE_OPERATION_KIND_MEETING_DELETE, CONVENE_OPERATION_STATE_WAITING, "b@example.com", NULL, 0);
    }
  add_operation (change, "later", CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_WAITING, "c@example.com", NULL, 101);
  add_operation (change, "any-host", CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, NULL, NULL, 0);
  add_operation (change, "revoke", CONVENE_OPERATION_KIND_ACCOUNT_REVOKE, CONVENE_OPERATION_STATE_WAITING, "b@example.com", NULL, 0);
  commit_ok (fixture->store, change);
  assert_due (fixture, "b0 b1 a2 b2 a3 b3 a4 a5 any-host revoke");

  change_state (fixture, "b5", CONVENE_OPERATION_STATE_RUNNING, FALSE, NULL);
  assert_due (fixture, "a2 a3 a4 a5 b5 any-host revoke");
}

static void
test_letters (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *due = NULL;
  g_auto(GStrv) ids = NULL;

  for (int i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("letter-%d", i);

      add_operation (change, id, CONVENE_OPERATION_KIND_MAIL_REMINDER, i < 2 ? CONVENE_OPERATION_STATE_RUNNING : CONVENE_OPERATION_STATE_WAITING, NULL, NULL, 60 - i);
    }
  commit_ok (fixture->store, change);

  due = list_due (fixture, 100);
  ids = g_strsplit (due, " ", -1);
  g_assert_cmpuint (g_strv_length (ids), ==, 18);
  g_assert_cmpstr (ids[0], ==, "letter-0");
  g_assert_cmpstr (ids[2], ==, "letter-14");
  g_assert_cmpstr (ids[17], ==, "letter-29");
}

/* What is due next, for whoever wonders whether to stay. */
static void
test_next_open (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) event = convene_change_new ();
  g_autoptr(ConveneChange) running = convene_change_new ();
  g_autoptr(ConveneOperation) waits = make_operation ("waits", NULL, CONVENE_OPERATION_STATE_WAITING);

  g_assert_cmpint (store_get_next_open (fixture->store, 7, &error), ==, G_MAXINT64);
  convene_operation_set_event (waits, "mail");
  convene_operation_set_due (waits, 1);
  convene_change_add_operation (event, waits);
  add_operation (event, "blocked", CONVENE_OPERATION_KIND_MAIL_UPDATE, CONVENE_OPERATION_STATE_WAITING, NULL, "waits", 1);
  add_operation (event, "done", CONVENE_OPERATION_KIND_MAIL_UPDATE, CONVENE_OPERATION_STATE_DONE, NULL, NULL, 1);
  commit_ok (fixture->store, event);
  g_assert_cmpint (store_get_next_open (fixture->store, 7, &error), ==, G_MAXINT64);

  add_operation (change, "reminder", CONVENE_OPERATION_KIND_MAIL_REMINDER, CONVENE_OPERATION_STATE_WAITING, NULL, NULL, 50);
  commit_ok (fixture->store, change);
  g_assert_cmpint (store_get_next_open (fixture->store, 7, &error), ==, 50);
  g_assert_cmpint (store_get_next_open (fixture->store, 60, &error), ==, 60);

  add_operation (running, "runs", CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_RUNNING, NULL, NULL, 3);
  commit_ok (fixture->store, running);
  g_assert_cmpint (store_get_next_open (fixture->store, 7, &error), ==, 7);
  g_assert_no_error (error);
}

static gboolean
count_turns (gpointer data)
{
  guint *turns = data;

  (*turns)++;
  return FALSE;
}

static void
store_queue (StoreFixture *fixture,
             guint         from,
             guint         to)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = from; i < to; i++)
    {
      g_autofree char *create = g_strdup_printf ("create-%u", i);
      g_autofree char *invitation = g_strdup_printf ("invitation-%u", i);
      g_autofree char *reminder = g_strdup_printf ("reminder-%u", i);
      g_autofree char *host = g_strdup_printf ("host-%u@example.com", i % HOSTS);

      add_operation (change, create, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, host, NULL, 10);
      add_operation (change, invitation, CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_WAITING, NULL, create, 10);
      add_operation (change, reminder, CONVENE_OPERATION_KIND_MAIL_REMINDER, CONVENE_OPERATION_STATE_WAITING, NULL, NULL, 1000);
    }
  commit_ok (fixture->store, change);
}

static gint64
time_due (ConveneConnection *connection)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) due = NULL;
  gint64 next_due, begin = g_get_monotonic_time ();

  due = convene_due_list (connection, 100, &next_due, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 4 * HOSTS);
  g_assert_cmpint (next_due, ==, 1000);
  return g_get_monotonic_time () - begin;
}

/* However many wait, only what can begin is looked at: SQLite asks every so many steps whether it should go on, and a look at every row takes more. */
static void
test_cost (StoreFixture *fixture,
           gconstpointer data)
{
  const guint numbers[] = { 100, 1000, MANY };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      ConveneConnection *connection = convene_connection_new (fixture->folder, convene_schema_get ());
      g_autoptr(GError) error = NULL;
      guint  turns = 0;
      gint64 first, second;

      store_queue (fixture, i > 0 ? numbers[i - 1] : 0, numbers[i]);
      convene_store_open_connection (connection, &error);
      g_assert_no_error (error);
      convene_connection_set_stop (connection, count_turns, &turns);
      first = time_due (connection);
      second = time_due (connection);
      g_test_message ("%u wait: %" G_GINT64_FORMAT " us, then %" G_GINT64_FORMAT " us", 3 * numbers[i], first, second);
      g_assert_cmpuint (turns, <=, 2);
      convene_connection_free (connection);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/O-12/blocked", StoreFixture, NULL, store_fixture_set_up_open, test_blocked, store_fixture_tear_down);
  g_test_add ("/store/O-12/lanes", StoreFixture, NULL, store_fixture_set_up_open, test_lanes, store_fixture_tear_down);
  g_test_add ("/store/O-12/letters", StoreFixture, NULL, store_fixture_set_up_open, test_letters, store_fixture_tear_down);
  g_test_add ("/store/O-13/next-open", StoreFixture, NULL, store_fixture_set_up_open, test_next_open, store_fixture_tear_down);
  g_test_add ("/store/O-12/cost", StoreFixture, NULL, store_fixture_set_up_open, test_cost, store_fixture_tear_down);
  return g_test_run ();
}
