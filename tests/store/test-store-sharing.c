/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "convene-error.h"

#define EACH 100

/* Writes interviews of its own, counts a host's requests with all the others, and tries to get each operation before them: the number of those that
 * it got is answered. */
static guint
write_much (ConveneStore *store,
            const char   *name)
{
  guint got = 0;

  for (guint i = 0; i < EACH; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(ConveneChange) change = convene_change_new ();
      g_autoptr(ConveneChange) take = convene_change_new ();
      g_autofree char *uid = g_strdup_printf ("%s-interview-%u", name, i);
      g_autofree char *id = g_strdup_printf ("operation-%u", i);
      g_autoptr(ConveneInterview) interview = make_interview (uid, i, 60);
      g_autoptr(ConveneOperation) operation = make_operation (id, NULL, CONVENE_OPERATION_STATE_RUNNING);

      add_person (interview, name, "ana@example.com", CONVENE_ROLE_CANDIDATE);
      convene_change_add_interview (change, interview);
      convene_change_count_requests (change, "host@example.com", 0, 1);
      commit_ok (store, change);

      convene_change_update_operation (take, operation, CONVENE_OPERATION_STATE_WAITING);
      if (store_commit (store, take, &error))
        got++;
      else
        g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
    }

  return got;
}

/* What a child does: prints how many operations it got. */
static int
be_writer (const char *folder,
           const char *name)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneStore) store = convene_store_new (folder);

  store_open (store, &error);
  g_assert_no_error (error);
  g_print ("%u\n", write_much (store, name));
  store_close (store, &error);
  g_assert_no_error (error);
  return 0;
}

static void
add_operations (ConveneStore *store)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < EACH; i++)
    {
      g_autofree char *id = g_strdup_printf ("operation-%u", i);
      g_autoptr(ConveneOperation) operation = make_operation (id, NULL, CONVENE_OPERATION_STATE_WAITING);

      convene_change_add_operation (change, operation);
    }
  commit_ok (store, change);
}

static guint
count (ConveneStore *store,
       const char   *search)
{
  const ConveneInterviewFilter filter = { .all = TRUE, .search = search };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;
  guint total = 0;

  found = store_list (store, &filter, &total, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, total);
  return total;
}

static GSubprocess *
spawn_writer (const char *folder,
              const char *name)
{
  g_autoptr(GError) error = NULL;
  GSubprocess *process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/proc/self/exe", "--write", folder, name, NULL);

  g_assert_no_error (error);
  return process;
}

static guint
wait_for_writer (GSubprocess *process)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *output = NULL;

  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return (guint) g_ascii_strtoull (output, NULL, 10);
}

static void
assert_all_there (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  g_assert_cmpuint (count (fixture->store, NULL), ==, 2 * EACH);
  g_assert_cmpuint (count (fixture->store, "one"), ==, EACH);
  g_assert_cmpuint (count (fixture->store, "two"), ==, EACH);
  g_assert_cmpint (store_get_requests (fixture->store, "host@example.com", 0, &error), ==, 2 * EACH);
  g_assert_no_error (error);
}

/* Two terminals at once: each interview is kept, each operation is taken once. */
static void
test_two_processes (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr(GSubprocess) one = NULL;
  g_autoptr(GSubprocess) two = NULL;
  guint got;

  add_operations (fixture->store);
  one = spawn_writer (fixture->folder, "one");
  two = spawn_writer (fixture->folder, "two");
  got = wait_for_writer (one);
  got += wait_for_writer (two);

  g_assert_cmpuint (got, ==, EACH);
  assert_all_there (fixture);
  store_fixture_reopen (fixture);
  assert_all_there (fixture);
}

/* The same from nothing: both make the database. */
static void
test_two_first_starts (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) one = spawn_writer (fixture->folder, "one");
  g_autoptr(GSubprocess) two = spawn_writer (fixture->folder, "two");

  wait_for_writer (one);
  wait_for_writer (two);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  assert_all_there (fixture);
}

static void
count_answer_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr(GError) error = NULL;
  guint *answers = data;

  convene_store_commit_finish (CONVENE_STORE (source), result, &error);
  g_assert_no_error (error);
  (*answers)++;
}

static void
queue_commit (ConveneStore *store,
              const char   *name,
              guint         number,
              guint        *answers)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *uid = g_strdup_printf ("%s-interview-%u", name, number);
  g_autoptr(ConveneInterview) interview = make_interview (uid, number, 60);

  add_person (interview, name, "ana@example.com", CONVENE_ROLE_CANDIDATE);
  convene_change_add_interview (change, interview);
  convene_change_count_requests (change, "host@example.com", 0, 1);
  convene_store_commit_async (store, change, NULL, count_answer_cb, answers);
}

/* Two stores of one process have a thread and a connection each. */
static void
test_two_stores (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneStore) other = convene_store_new (fixture->folder);
  guint answers = 0;

  store_open (other, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < EACH; i++)
    {
      queue_commit (fixture->store, "one", i, &answers);
      queue_commit (other, "two", i, &answers);
    }
  while (answers < 2 * EACH)
    g_main_context_iteration (NULL, TRUE);

  g_assert_finalize_object (g_steal_pointer (&other));
  assert_all_there (fixture);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    return be_writer (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/sharing/two-stores", StoreFixture, NULL, store_fixture_set_up_open, test_two_stores, store_fixture_tear_down);
  g_test_add ("/store/sharing/two-processes", StoreFixture, NULL, store_fixture_set_up_open, test_two_processes, store_fixture_tear_down);
  g_test_add ("/store/sharing/two-first-starts", StoreFixture, NULL, store_fixture_set_up, test_two_first_starts, store_fixture_tear_down);

  return g_test_run ();
}
