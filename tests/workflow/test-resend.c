/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The invitation goes again: once to each, as a letter of its own that changes nothing in a calendar. And what became of an interview is said without one. */

#include <glib.h>

#include "convene-engine-private.h"
#include "convene-error.h"
#include "convene-store-answers.h"
#include "letter-shelf.h"
#include "life-fixture.h"

#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION

static const char *const everybody[] = { "ada@example.com", "hal@example.com", "rita@example.com" };

static gboolean
resend (Fixture    *fixture,
        const char *uid,
        GError    **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_resend_async (scheduler, uid, NULL, fixture_result_cb, &result);
  return convene_scheduler_resend_finish (scheduler, fixture_await (&result), error);
}

static gboolean
mark (Fixture      *fixture,
      const char   *uid,
      ConveneStatus status,
      GError      **error)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;

  convene_scheduler_mark_async (scheduler, uid, status, NULL, fixture_result_cb, &result);
  return convene_scheduler_mark_finish (scheduler, fixture_await (&result), error);
}

static char *
schedule (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");

  return fixture_schedule (fixture, interview);
}

/* Its invitation has left, and the outbox rests: the letter of who asks first would else be gone before a slow machine comes to the second. */
static char *
schedule_and_rest (Fixture *fixture)
{
  g_autofree char *uid = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = schedule (fixture);
  life_settle (fixture, uid);
  fixture_restart (fixture);
  return g_steal_pointer (&uid);
}

/* The line of an .ics that begins so. */
static char *
find_line (const char *calendar,
           const char *name)
{
  g_auto(GStrv) lines = g_strsplit (calendar, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name))
      return g_strdup (lines[i]);

  return NULL;
}

static ConveneLetter *
read_last (Fixture    *fixture,
           const char *uid)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  GListModel *operations = convene_interview_get_operations (interview);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) letters = NULL;
  g_autofree char *id = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) != INVITATION)
        continue;
      g_free (id);
      id = g_strdup (convene_operation_get_id (operation));
    }
  convene_store_list_letters_async (convene_engine_get_store (fixture->engine), id, NULL, fixture_result_cb, &result);
  letters = convene_store_list_letters_finish (convene_engine_get_store (fixture->engine), fixture_await (&result), NULL);
  g_assert_cmpuint (letters->len, >, 0);
  return g_object_ref (g_ptr_array_index (letters, 0));
}

/* Everybody has so many, in letters of their own or as one for all. */
static void
assert_each (Fixture    *fixture,
             const char *way,
             guint       count)
{
  gboolean apart = g_str_equal (way, "apart");
  g_autoptr(GPtrArray) letters = shelf_read (fixture);

  g_assert_cmpuint (letters->len, ==, apart ? count * G_N_ELEMENTS (everybody) : count);
  for (guint i = 0; !apart && i < letters->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (everybody); j++)
      g_assert_nonnull (strstr (g_ptr_array_index (letters, i), everybody[j]));
  for (guint i = 0; apart && i < G_N_ELEMENTS (everybody); i++)
    g_assert_cmpuint (shelf_count (letters, everybody[i]), ==, count);
}

static void
test_again (gconstpointer data)
{
  const char      *way = data;
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetter) first = NULL;
  g_autoptr(ConveneLetter) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *old = NULL;
  g_autofree char *new = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  life_set_preference (fixture, CONVENE_PREFERENCE_LETTERS, way);
  uid = schedule (fixture);

  /* Not while the first one is on its way. */
  g_assert_false (resend (fixture, uid, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_clear_error (&error);

  life_settle (fixture, uid);
  first = read_last (fixture, uid);
  g_assert_true (resend (fixture, uid, &error));
  g_assert_no_error (error);
  g_assert_false (resend (fixture, uid, NULL));
  life_settle (fixture, uid);
  assert_each (fixture, way, 2);

  second = read_last (fixture, uid);
  before = shelf_calendar (first);
  after = shelf_calendar (second);
  old = find_line (before, "SEQUENCE:");
  new = find_line (after, "SEQUENCE:");
  g_assert_cmpstr (old, ==, new);
  g_assert_nonnull (strstr (after, "METHOD:REQUEST"));
  g_assert_nonnull (strstr (after, uid));
  g_assert_cmpstr (convene_letter_get_message_id (first), !=, convene_letter_get_message_id (second));
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, 1);
  g_assert_cmpuint (fixture_count_calls (fixture, "create"), ==, 1);
  g_assert_cmpuint (fixture_count_calls (fixture, "patch"), ==, 0);
  fixture_free (fixture);
}

/* Two programs ask at once: one letter. */
static void
test_twice (void)
{
  Fixture          *fixture = fixture_new ();
  ConveneScheduler *scheduler;
  g_autofree char  *uid = NULL;
  g_autoptr(GAsyncResult) a = NULL;
  g_autoptr(GAsyncResult) b = NULL;
  int done = 0;

  uid = schedule_and_rest (fixture);
  scheduler = convene_engine_get_scheduler (fixture->engine);
  convene_scheduler_resend_async (scheduler, uid, NULL, fixture_result_cb, &a);
  convene_scheduler_resend_async (scheduler, uid, NULL, fixture_result_cb, &b);
  done += convene_scheduler_resend_finish (scheduler, fixture_await (&a), NULL) ? 1 : 0;
  done += convene_scheduler_resend_finish (scheduler, fixture_await (&b), NULL) ? 1 : 0;
  g_clear_object (&a);
  g_clear_object (&b);
  g_assert_cmpint (done, ==, 1);
  life_settle (fixture, uid);
  assert_each (fixture, "together", 2);
  fixture_free (fixture);
}

/* The same by two processes of one profile; and the program ends before the letter has left. */
static void
test_processes (void)
{
  Fixture         *fixture = fixture_new ();
  ConveneEngine   *other;
  g_autofree char *uid = NULL;
  g_autoptr(GAsyncResult) a = NULL;
  g_autoptr(GAsyncResult) b = NULL;
  int done = 0;

  uid = schedule_and_rest (fixture);
  other = fixture_open_engine (fixture);
  convene_scheduler_resend_async (convene_engine_get_scheduler (fixture->engine), uid, NULL, fixture_result_cb, &a);
  convene_scheduler_resend_async (convene_engine_get_scheduler (other), uid, NULL, fixture_result_cb, &b);
  done += convene_scheduler_resend_finish (convene_engine_get_scheduler (fixture->engine), fixture_await (&a), NULL) ? 1 : 0;
  done += convene_scheduler_resend_finish (convene_engine_get_scheduler (other), fixture_await (&b), NULL) ? 1 : 0;
  g_assert_cmpint (done, ==, 1);
  g_clear_object (&a);
  g_clear_object (&b);
  fixture_close_engine (other);
  fixture_restart (fixture);
  life_settle (fixture, uid);
  fixture_restart (fixture);
  life_settle (fixture, uid);
  assert_each (fixture, "together", 2);
  fixture_free (fixture);
}

static void
test_mark (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) after = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = schedule (fixture);
  life_settle (fixture, uid);
  g_assert_false (mark (fixture, uid, CONVENE_STATUS_COMPLETED, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (mark (fixture, uid, CONVENE_STATUS_CANCELLED, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_clear_error (&error);

  life_move (fixture, uid, -2000 * CONVENE_DAY);
  g_assert_true (mark (fixture, uid, CONVENE_STATUS_NO_SHOW, &error));
  g_assert_no_error (error);
  /* What is so already is no change. */
  g_assert_true (mark (fixture, uid, CONVENE_STATUS_NO_SHOW, &error));
  after = fixture_find (fixture, uid);
  g_assert_cmpint (convene_interview_get_status (after), ==, CONVENE_STATUS_NO_SHOW);
  g_assert_true (mark (fixture, uid, CONVENE_STATUS_SCHEDULED, &error));
  g_assert_true (mark (fixture, uid, CONVENE_STATUS_COMPLETED, &error));
  g_assert_no_error (error);
  life_settle (fixture, uid);
  assert_each (fixture, "together", 1);
  g_clear_object (&after);
  after = fixture_find (fixture, uid);
  g_assert_cmpint (convene_interview_get_status (after), ==, CONVENE_STATUS_COMPLETED);
  fixture_free (fixture);
}

/* Where a program asks for it by the beginning of its uid, it is written down as its own. */
static void
test_mark_short (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autofree char *beginning = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) after = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = schedule (fixture);
  life_settle (fixture, uid);
  life_move (fixture, uid, -2000 * CONVENE_DAY);
  beginning = g_strndup (uid, 12);
  g_assert_true (mark (fixture, beginning, CONVENE_STATUS_COMPLETED, &error));
  g_assert_no_error (error);
  after = fixture_find (fixture, uid);
  g_assert_cmpint (convene_interview_get_status (after), ==, CONVENE_STATUS_COMPLETED);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/workflow/O-13/resend/together", "together", test_again);
  g_test_add_data_func ("/workflow/O-13/X-12/resend/apart", "apart", test_again);
  g_test_add_func ("/workflow/O-13/resend/twice", test_twice);
  g_test_add_func ("/workflow/O-13/resend/processes", test_processes);
  g_test_add_func ("/workflow/O-14/mark", test_mark);
  g_test_add_func ("/workflow/O-14/mark/short", test_mark_short);

  return g_test_run ();
}
