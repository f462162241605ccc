/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* each person gets a letter of their own, once, whatever happens on the way. */

#include <glib.h>

#include "convene-told.h"
#include "letter-shelf.h"
#include "life-fixture.h"

#define CREATE CONVENE_OPERATION_KIND_MEETING_CREATE
#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define UPDATE CONVENE_OPERATION_KIND_MAIL_UPDATE
#define CANCELLATION CONVENE_OPERATION_KIND_MAIL_CANCELLATION

#define ADA "ada@example.com"
#define HAL "hal@example.com"
#define RITA "rita@example.com"

static const char *const everybody[] = { ADA, HAL, RITA };

static Fixture *
fixture_new_apart (void)
{
  Fixture *fixture = fixture_new ();

  fixture_provide (fixture, TRUE, TRUE);
  life_set_preference (fixture, CONVENE_PREFERENCE_LETTERS, "apart");
  return fixture;
}

static char *
plan (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");

  return fixture_schedule (fixture, interview);
}

/* Each of them has `count` letters, and nobody has another one. */
static void
assert_each (Fixture *fixture,
             guint    count)
{
  g_autoptr(GPtrArray) letters = shelf_read (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (everybody); i++)
    g_assert_cmpuint (shelf_count (letters, everybody[i]), ==, count);
  g_assert_cmpuint (letters->len, ==, count * G_N_ELEMENTS (everybody));
}

/* Nobody else's address is in a letter's headers or its .ics, but the organizer's. */
static void
assert_alone (ConveneLetter *letter,
              const char    *text,
              const char    *address)
{
  const char      *body = strstr (text, "\r\n\r\n");
  g_autofree char *head = g_strndup (text, (gsize) (body - text));
  g_autofree char *calendar = shelf_calendar (letter);

  g_assert_cmpuint (g_strv_length ((GStrv) convene_letter_get_recipients (letter)), ==, 1);
  g_assert_cmpstr (convene_letter_get_recipients (letter)[0], ==, address);
  for (guint i = 0; i < G_N_ELEMENTS (everybody); i++)
    {
      gboolean is_own = g_str_equal (everybody[i], address);

      g_assert_cmpint (strstr (head, everybody[i]) != NULL, ==, is_own);
      g_assert_cmpint (strstr (calendar, everybody[i]) != NULL, ==, is_own);
    }
}

static void
test_each (void)
{
  Fixture         *fixture = fixture_new_apart ();
  g_autofree char *uid = plan (fixture);
  g_autoptr(GPtrArray) letters = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneTold) told = NULL;

  life_settle (fixture, uid);
  assert_each (fixture, 1);
  letters = shelf_read (fixture);
  kept = shelf_kept (fixture, uid, INVITATION);
  g_assert_cmpuint (kept->len, ==, G_N_ELEMENTS (everybody));
  for (guint i = 0; i < kept->len; i++)
    {
      ConveneLetter *letter = g_ptr_array_index (kept, i);

      assert_alone (letter, shelf_find (letters, everybody[i], 0), everybody[i]);
      g_assert_cmpint (convene_letter_get_position (letter), ==, i);
      g_assert_true (convene_letter_get_left (letter));
      g_hash_table_add (ids, shelf_header (shelf_find (letters, everybody[i], 0), "Message-ID"));
    }
  g_assert_cmpuint (g_hash_table_size (ids), ==, G_N_ELEMENTS (everybody));

  /* It counts as one letter that told all of them. */
  after = fixture_find (fixture, uid);
  told = convene_told_parse (convene_interview_get_told (after));
  g_assert_cmpint (convene_told_compare (told, after), ==, CONVENE_TOLD_CHANGE_NONE);
  fixture_free (fixture);
}

/* In the language and on the clock of whoever reads it. */
static void
test_languages (void)
{
  Fixture *fixture = fixture_new_apart ();
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneParticipant) rita = g_list_model_get_item (convene_interview_get_participants (interview), 2);
  g_autofree char *uid = NULL;
  g_autofree char *calendar = NULL;
  g_autoptr(GPtrArray) letters = NULL;
  g_autoptr(GPtrArray) kept = NULL;

  g_object_set (rita, "language", "es", "timezone", "Europe/Madrid", NULL);
  uid = fixture_schedule (fixture, interview);
  life_settle (fixture, uid);
  assert_each (fixture, 1);
  letters = shelf_read (fixture);
  g_assert_null (strstr (shelf_find (letters, ADA, 0), "Madrid"));
  g_assert_nonnull (strstr (shelf_find (letters, RITA, 0), "Madrid"));
  kept = shelf_kept (fixture, uid, INVITATION);
  g_assert_true (g_str_has_prefix (convene_letter_get_subject (g_ptr_array_index (kept, 0)), "Interview: "));
  g_assert_true (g_str_has_prefix (convene_letter_get_subject (g_ptr_array_index (kept, 2)), "Entrevista: "));
  calendar = shelf_calendar (g_ptr_array_index (kept, 2));
  g_assert_nonnull (strstr (calendar, "DESCRIPTION;LANGUAGE=es:"));
  fixture_free (fixture);
}

/* One address is refused: the others have theirs, a person is told, and who tries again sends that one alone. */
static void
test_refused (void)
{
  Fixture         *fixture = fixture_new_apart ();
  g_autofree char *uid = plan (fixture);
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneOperation) invitation = NULL;
  g_autoptr(GPtrArray) letters = NULL;

  fixture_order (fixture, "{'fault':'refuse-recipient','on':'smtp','skip':1}");
  life_settle (fixture, uid);
  letters = shelf_read (fixture);
  g_assert_cmpuint (letters->len, ==, 2);
  g_assert_cmpuint (shelf_count (letters, HAL), ==, 0);
  before = fixture_find (fixture, uid);
  fixture_assert_operation (before, INVITATION, "failed:mail-refused");
  invitation = g_list_model_get_item (convene_interview_get_operations (before), 1);
  g_assert_nonnull (strstr (convene_operation_get_error_message (invitation), HAL));
  g_assert_null (strstr (convene_operation_get_error_message (invitation), RITA));

  g_assert_cmpint (fixture_retry (fixture->engine, uid), ==, 1);
  life_settle (fixture, uid);
  assert_each (fixture, 1);
  fixture_free (fixture);
}

/* Nobody has anything: what is tried again is written anew. */
static void
test_all_refused (void)
{
  Fixture         *fixture = fixture_new_apart ();
  g_autofree char *uid = plan (fixture);
  g_autoptr(ConveneInterview) before = NULL;

  fixture_order (fixture, "{'fault':'refuse-recipient','on':'smtp','times':3}");
  life_settle (fixture, uid);
  assert_each (fixture, 0);
  before = fixture_find (fixture, uid);
  fixture_assert_operation (before, INVITATION, "failed:mail-refused");
  life_set (fixture, uid, "details", "Bring your own chair", NULL);
  fixture_retry (fixture->engine, uid);
  life_settle (fixture, uid);
  assert_each (fixture, 1);
  fixture_free (fixture);
}

/* What goes wrong with the second of three, and how often that letter is there in the end: a letter of which nobody knows whether it arrived goes again. */
typedef struct
{
  const char *name;
  const char *order;
  guint       copies;
} Trouble;

static const Trouble troubles[] = {
  { "later", "{'fault':'later','on':'smtp','skip':1}", 1 },
  { "closing", "{'fault':'421','on':'smtp','skip':1}", 1 },
  { "lost-before", "{'fault':'drop','on':'smtp','when':'rcpt','skip':1}", 1 },
  { "lost-in-data", "{'fault':'drop','on':'smtp','when':'in-data','skip':1}", 1 },
  { "lost-after-file", "{'fault':'drop','on':'smtp','when':'after-file','skip':1}", 2 },
};

static void
test_trouble (gconstpointer data)
{
  const Trouble   *trouble = data;
  Fixture         *fixture = fixture_new_apart ();
  g_autofree char *uid = plan (fixture);
  g_autoptr(GPtrArray) letters = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneOperation) invitation = NULL;

  fixture_order (fixture, trouble->order);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, INVITATION, "done");
  invitation = g_list_model_get_item (convene_interview_get_operations (after), 1);
  g_assert_cmpint (convene_operation_get_attempts (invitation), ==, 2);
  letters = shelf_read (fixture);
  g_assert_cmpuint (shelf_count (letters, ADA), ==, 1);
  g_assert_cmpuint (shelf_count (letters, HAL), ==, trouble->copies);
  g_assert_cmpuint (shelf_count (letters, RITA), ==, 1);
  if (trouble->copies > 1)
    g_assert_cmpstr (shelf_find (letters, HAL, 0), ==, shelf_find (letters, HAL, 1));
  fixture_free (fixture);
}

/* The program ends between two letters, and begins again: the first one does not go twice, and none of them is another one. */
static void
test_restart (void)
{
  Fixture         *fixture = fixture_new_apart ();
  g_autofree char *uid = plan (fixture);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  fixture_order (fixture, "{'fault':'hang','on':'smtp','when':'rcpt','skip':1}");
  fixture_until (fixture, uid, INVITATION, "running");
  do
    {
      g_clear_pointer (&before, g_ptr_array_unref);
      fixture_pass (fixture, CONVENE_SECOND);
      before = shelf_kept (fixture, uid, INVITATION);
    }
  while (!convene_letter_get_left (g_ptr_array_index (before, 0)));
  g_assert_false (convene_letter_get_left (g_ptr_array_index (before, 1)));

  fixture_restart (fixture);
  life_settle (fixture, uid);
  assert_each (fixture, 1);
  after = shelf_kept (fixture, uid, INVITATION);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    {
      g_assert_cmpstr (convene_letter_get_message_id (g_ptr_array_index (after, i)), ==, convene_letter_get_message_id (g_ptr_array_index (before, i)));
      g_assert_true (g_bytes_equal (convene_letter_get_bytes (g_ptr_array_index (after, i)), convene_letter_get_bytes (g_ptr_array_index (before, i))));
    }
  fixture_free (fixture);
}

/* Each person's letters are a thread of their own. */
static void
test_threads (void)
{
  Fixture         *fixture = fixture_new_apart ();
  g_autofree char *uid = plan (fixture);
  g_autofree char *letter = NULL;
  g_autoptr(GPtrArray) letters = NULL;

  life_settle (fixture, uid);
  life_move (fixture, uid, CONVENE_HOUR);
  letter = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  life_assert_state (fixture, letter, "done");
  assert_each (fixture, 2);
  letters = shelf_read (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (everybody); i++)
    {
      g_autofree char *first = shelf_header (shelf_find (letters, everybody[i], 0), "Message-ID");
      g_autofree char *parent = shelf_header (shelf_find (letters, everybody[i], 1), "In-Reply-To");

      g_assert_cmpstr (parent, ==, first);
    }
  fixture_free (fixture);
}

/* What was one letter for all goes on as letters apart, in its thread, and the other way round. */
static void
test_other_preference (void)
{
  Fixture         *fixture = fixture_new ();
  g_autofree char *uid = NULL;
  g_autofree char *update = NULL;
  g_autofree char *first = NULL;
  g_autofree char *parent = NULL;
  g_autoptr(GPtrArray) letters = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  uid = plan (fixture);
  life_settle (fixture, uid);
  life_set_preference (fixture, CONVENE_PREFERENCE_LETTERS, "apart");
  life_move (fixture, uid, CONVENE_HOUR);
  update = life_add (fixture, uid, UPDATE, NULL);
  life_settle (fixture, uid);
  letters = shelf_read (fixture);
  g_assert_cmpuint (letters->len, ==, 4);
  first = shelf_header (g_ptr_array_index (letters, 0), "Message-ID");
  parent = shelf_header (shelf_find (letters, RITA, 0), "In-Reply-To");
  g_assert_cmpstr (parent, ==, first);
  fixture_free (fixture);
}

static void
remove_rita (Fixture    *fixture,
             const char *uid)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  g_autoptr(ConveneParticipant) rita = g_list_model_get_item (convene_interview_get_participants (interview), 2);
  ConveneChange *change = convene_change_new ();

  convene_interview_remove_participant (interview, rita);
  convene_change_update_interview (change, interview);
  life_commit (fixture, change);
}

/* Of letters that were written and did not leave, none is left for who takes part no more. */
static void
test_fewer (void)
{
  Fixture         *fixture = fixture_new_apart ();
  g_autofree char *uid = plan (fixture);
  g_autoptr(GPtrArray) kept = NULL;
  g_autoptr(GPtrArray) letters = NULL;

  fixture_order (fixture, "{'fault':'drop','on':'smtp','when':'connect','times':1000}");
  fixture_until (fixture, uid, INVITATION, "waiting:unreachable");
  kept = shelf_kept (fixture, uid, INVITATION);
  g_assert_cmpuint (kept->len, ==, 3);
  remove_rita (fixture, uid);
  fixture_order (fixture, "{'heal':{}}");
  life_settle (fixture, uid);
  letters = shelf_read (fixture);
  g_assert_cmpuint (letters->len, ==, 2);
  g_assert_cmpuint (shelf_count (letters, RITA), ==, 0);
  g_clear_pointer (&kept, g_ptr_array_unref);
  kept = shelf_kept (fixture, uid, INVITATION);
  g_assert_cmpuint (kept->len, ==, 2);
  fixture_free (fixture);
}

/* Two who were removed hear of it, each alone. */
static void
test_removed (void)
{
  static const char *const gone[] = { "Otto Other <otto@example.com>", "Olga Other <olga@example.com>", NULL };
  Fixture                 *fixture = fixture_new_apart ();
  g_autofree char         *uid = plan (fixture);
  ConveneChange           *change = convene_change_new ();
  g_autoptr(ConveneOperation) operation = NULL;
  g_autoptr(GPtrArray) letters = NULL;
  g_autoptr(GPtrArray) kept = NULL;
  g_autofree char *calendar = NULL;

  life_settle (fixture, uid);
  operation = g_object_new (CONVENE_TYPE_OPERATION, "id", "removal", "kind", CANCELLATION, "state", CONVENE_OPERATION_STATE_WAITING, "interview-uid", uid,
                            "recipients", gone, "created", convene_clock_now (fixture->clock), "due", convene_clock_now (fixture->clock), NULL);
  convene_change_add_operation (change, operation);
  life_commit (fixture, change);
  life_settle (fixture, uid);
  life_assert_state (fixture, "removal", "done");
  letters = shelf_read (fixture);
  g_assert_cmpuint (letters->len, ==, 5);
  g_assert_cmpuint (shelf_count (letters, "otto@example.com"), ==, 1);
  g_assert_cmpuint (shelf_count (letters, "olga@example.com"), ==, 1);
  kept = shelf_kept (fixture, uid, CANCELLATION);
  calendar = shelf_calendar (g_ptr_array_index (kept, 0));
  g_assert_nonnull (strstr (calendar, "otto@example.com"));
  g_assert_null (strstr (calendar, "olga@example.com"));
  fixture_free (fixture);
}

/* SH-29: whoever sends the letters gets one copy, of the candidate's. */
static void
test_copy (gconstpointer data)
{
  gboolean apart = data != NULL;
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = NULL;
  g_autoptr(GPtrArray) letters = NULL;

  fixture_provide (fixture, TRUE, TRUE);
  life_set_preference (fixture, CONVENE_PREFERENCE_LETTERS, apart ? "apart" : "together");
  convene_interview_set_copy_to_sender (interview, TRUE);
  uid = fixture_schedule (fixture, interview);
  life_settle (fixture, uid);
  letters = shelf_read (fixture);
  g_assert_cmpuint (letters->len, ==, apart ? 3 : 1);
  for (guint i = 0; i < letters->len; i++)
    {
      g_autofree char *cc = shelf_header (g_ptr_array_index (letters, i), "Cc");

      g_assert_cmpint (cc != NULL && strstr (cc, CONVENE_PRACTICE_HOST) != NULL, ==, i == 0);
    }
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/letters/X-12/each", test_each);
  g_test_add_func ("/workflow/letters/X-12/languages", test_languages);
  g_test_add_func ("/workflow/letters/X-12/refused", test_refused);
  g_test_add_func ("/workflow/letters/X-12/all-refused", test_all_refused);
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/letters/O-1/apart/", troubles[i].name, NULL);

      g_test_add_data_func (path, &troubles[i], test_trouble);
    }
  g_test_add_func ("/workflow/letters/O-1/apart/restart", test_restart);
  g_test_add_func ("/workflow/letters/X-12/threads", test_threads);
  g_test_add_func ("/workflow/letters/X-12/other-preference", test_other_preference);
  g_test_add_func ("/workflow/letters/O-1/apart/fewer", test_fewer);
  g_test_add_func ("/workflow/letters/X-12/removed", test_removed);
  g_test_add_data_func ("/workflow/letters/SH-29/copy", NULL, test_copy);
  g_test_add_data_func ("/workflow/letters/SH-29/copy-apart", "apart", test_copy);

  return g_test_run ();
}
