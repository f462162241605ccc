/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "life-calls.h"
#include "store-fixture.h"

#include "convene-error.h"
#include "convene-worker.h"

static ConveneChange *
make_change (const char *uid)
{
  ConveneChange *change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (uid, 1000, 60);

  convene_change_add_interview (change, interview);
  return change;
}

static void
count_cb (gpointer data)
{
  guint *count = data;

  (*count)++;
}

static void
run_until (guint *count,
           guint  expected)
{
  while (*count < expected)
    g_main_context_iteration (NULL, TRUE);
}

/* Every call on a store that is not open says so. */
static void
test_not_open (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = make_change ("interview");
  const ConveneInterviewFilter filter = { 0 };
  const char *const            ids[] = { "o", NULL };

#define ASSERT_CLOSED(call)                                        \
  G_STMT_START                                                     \
  {                                                                \
    g_assert_false (call);                                         \
    g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE); \
    g_clear_error (&error);                                        \
  }                                                                \
  G_STMT_END

  for (guint i = 0; i < 2; i++)
    {
      ASSERT_CLOSED (store_commit (fixture->store, change, &error));
      ASSERT_CLOSED (store_find (fixture->store, "interview", &error));
      ASSERT_CLOSED (store_list (fixture->store, &filter, NULL, &error));
      ASSERT_CLOSED (store_list_due (fixture->store, 0, NULL, &error));
      ASSERT_CLOSED (store_list_open (fixture->store, 0, &error));
      ASSERT_CLOSED (store_get_operations (fixture->store, ids, &error));
      ASSERT_CLOSED (store_get_letter (fixture->store, "o", &error));
      ASSERT_CLOSED (store_get_last_calendar (fixture->store, "interview", &error));
      ASSERT_CLOSED (store_list_accounts (fixture->store, 0, &error));
      ASSERT_CLOSED (store_get_requests (fixture->store, "host@example.com", 0, &error) >= 0);
      ASSERT_CLOSED (store_get_job (fixture->store, "Job", &error));
      ASSERT_CLOSED (store_get_preference (fixture->store, "key", &error));
      ASSERT_CLOSED (store_list_meeting_users (fixture->store, "m", &error));
      ASSERT_CLOSED (store_find_slot (fixture->store, "Job", NULL, 0, 60, NULL, &error));
      ASSERT_CLOSED (store_get_meeting (fixture->store, "m", &error));
      ASSERT_CLOSED (store_list_preferences (fixture->store, &error));
      ASSERT_CLOSED (store_get_next_open (fixture->store, 0, &error) >= 0);

      /* and once more after it was */
      g_assert_true (store_open (fixture->store, NULL));
      g_assert_true (store_open (fixture->store, NULL));
      g_assert_true (store_close (fixture->store, NULL));
      g_assert_true (store_close (fixture->store, NULL));
    }
#undef ASSERT_CLOSED
}

static void
order_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  GString *order = data;

  g_string_append_c (order, *(char *) g_object_get_data (G_OBJECT (g_task_get_cancellable (G_TASK (result))), "name"));
}

static GCancellable *
name_cancellable (const char *name)
{
  GCancellable *cancellable = g_cancellable_new ();

  g_object_set_data (G_OBJECT (cancellable), "name", (gpointer) name);
  return cancellable;
}

/* Answers come in the order of the calls, and never before the call has returned. */
static void
test_order (StoreFixture *fixture,
            gconstpointer data)
{
  const char *const names[] = { "a", "b", "c", "d", "e" };
  g_autoptr(GString) order = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GCancellable) cancellable = name_cancellable (names[i]);
      g_autofree char *uid = g_strdup_printf ("interview-%u", i);
      g_autoptr(ConveneChange) change = make_change (uid);

      if (i == 0)
        convene_store_open_async (fixture->store, cancellable, order_cb, order);
      else if (i % 2 == 0)
        convene_store_commit_async (fixture->store, change, cancellable, order_cb, order);
      else
        convene_store_find_interview_async (fixture->store, uid, cancellable, order_cb, order);
    }

  g_assert_cmpstr (order->str, ==, "");
  while (order->len < G_N_ELEMENTS (names))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (order->str, ==, "abcde");
}

static void
result_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static void
test_cancelled (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(ConveneChange) change = make_change ("interview");
  g_autoptr(GAsyncResult) read = NULL;
  g_autoptr(GAsyncResult) commit = NULL;

  g_cancellable_cancel (cancellable);
  convene_store_list_accounts_async (fixture->store, 0, cancellable, result_cb, &read);
  convene_store_commit_async (fixture->store, change, cancellable, result_cb, &commit);
  while (commit == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_null (convene_store_list_accounts_finish (fixture->store, read, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (convene_store_commit_finish (fixture->store, commit, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* nothing of it was written */
  g_assert_null (store_find (fixture->store, "interview", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND);
}

/* Cancelled on the other thread while it is at it. */
static gpointer
cancel_func (ConveneConnection *connection,
             gpointer           data,
             GError           **error)
{
  g_cancellable_cancel (data);
  return g_strdup ("done");
}

static void
changed_func (gpointer owner)
{
}

typedef struct
{
  const char *path;
  gboolean    check;
} CancelRow;

static const CancelRow cancel_rows[] = {
  { "/store/cancelled/read-under-way", TRUE },
  { "/store/cancelled/commit-under-way", FALSE },
};

static void
test_cancelled_under_way (gconstpointer data)
{
  const CancelRow *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autofree char *answer = NULL;
  ConveneWorker   *worker = convene_worker_new ("nowhere", owner, changed_func);
  GTask           *task = g_task_new (owner, cancellable, result_cb, &result);

  g_task_set_check_cancellable (task, row->check);
  convene_worker_push (worker, task, cancel_func, g_object_ref (cancellable), g_object_unref, g_free, NULL);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  answer = g_task_propagate_pointer (G_TASK (result), &error);
  if (row->check)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (answer);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpstr (answer, ==, "done");
    }

  convene_worker_stop (worker);
}

/* Dropping the store loses nothing that was given to it. */
static void
test_dropped (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = NULL;
  const ConveneInterviewFilter filter = { .all = TRUE };
  gpointer                     watched = fixture->store;
  guint                        total;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *uid = g_strdup_printf ("interview-%u", i);
      g_autoptr(ConveneChange) change = make_change (uid);

      convene_store_commit_async (fixture->store, change, NULL, NULL, NULL);
    }
  g_object_add_weak_pointer (watched, &watched);
  g_clear_object (&fixture->store);
  while (watched != NULL)
    g_main_context_iteration (NULL, TRUE);

  fixture->store = convene_store_new (fixture->folder);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  found = store_list (fixture->store, &filter, &total, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (total, ==, 20);
}

static void
test_changed_by_us (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr(ConveneChange) change = make_change ("interview");
  g_autoptr(ConveneChange) again = make_change ("interview");
  g_autoptr(ConveneChange) empty = convene_change_new ();
  guint count = 0;

  g_signal_connect_swapped (fixture->store, "changed", G_CALLBACK (count_cb), &count);
  commit_ok (fixture->store, change);
  run_until (&count, 1);
  g_assert_cmpuint (count, ==, 1);

  /* neither a change that failed nor one of nothing is one */
  g_assert_false (store_commit (fixture->store, again, NULL));
  commit_ok (fixture->store, empty);
  g_assert_cmpuint (count, ==, 1);
}

static void
test_changed_by_others (StoreFixture *fixture,
                        gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneStore) other = convene_store_new (fixture->folder);
  g_autoptr(ConveneInterview) found = NULL;
  guint count = 0;

  store_open (other, &error);
  g_assert_no_error (error);
  g_signal_connect_swapped (fixture->store, "changed", G_CALLBACK (count_cb), &count);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *uid = g_strdup_printf ("interview-%u", i);
      g_autoptr(ConveneChange) change = make_change (uid);

      commit_ok (other, change);
      run_until (&count, i);
    }

  found = store_find (fixture->store, "interview-2", &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&other));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/not-open", StoreFixture, NULL, store_fixture_set_up, test_not_open, store_fixture_tear_down);
  g_test_add ("/store/order", StoreFixture, NULL, store_fixture_set_up, test_order, store_fixture_tear_down);
  g_test_add ("/store/cancelled", StoreFixture, NULL, store_fixture_set_up_open, test_cancelled, store_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (cancel_rows); i++)
    g_test_add_data_func (cancel_rows[i].path, &cancel_rows[i], test_cancelled_under_way);
  g_test_add ("/store/dropped", StoreFixture, NULL, store_fixture_set_up_open, test_dropped, store_fixture_tear_down);
  g_test_add ("/store/changed/by-us", StoreFixture, NULL, store_fixture_set_up_open, test_changed_by_us, store_fixture_tear_down);
  g_test_add ("/store/changed/by-others", StoreFixture, NULL, store_fixture_set_up_open, test_changed_by_others, store_fixture_tear_down);

  return g_test_run ();
}
