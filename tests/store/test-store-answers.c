/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers-calls.h"
#include "convene-error.h"
#include "convene-store-open.h"
#include "store-fixture.h"

/* Several letters of one operation, what people answered, what a person writes in place of the letters, and events of others. */

#define UID "uid-asked"

static ConveneLetter *
make_letter (const char *operation_id,
             int         position,
             const char *message_id)
{
  g_autoptr(GBytes) calendar = g_bytes_new (message_id, strlen (message_id));

  return g_object_new (CONVENE_TYPE_LETTER, "operation-id", operation_id, "interview-uid", UID, "position", position, "message-id", message_id,
                       "calendar", calendar, "made-at", G_GINT64_CONSTANT (7), NULL);
}

static void
add_asked (StoreFixture *fixture)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (UID, 1000, 60);
  g_autoptr(ConveneOperation) several = make_operation ("several", UID, CONVENE_OPERATION_STATE_DONE);
  g_autoptr(ConveneOperation) other = make_operation ("other", UID, CONVENE_OPERATION_STATE_WAITING);

  add_person (interview, "Ada", "ada@example.com", CONVENE_ROLE_CANDIDATE);
  convene_change_add_interview (change, interview);
  convene_change_add_operation (change, several);
  convene_change_add_operation (change, other);
  commit_ok (fixture->store, change);
}

static void
put_letter (StoreFixture  *fixture,
            ConveneLetter *letter)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_put_letter (change, letter);
  commit_ok (fixture->store, change);
}

/* Each keeps its place, whenever it is written, and one that has left says so without another one's changing. */
static void
test_letters (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetter) second = make_letter ("several", 1, "<second>");
  g_autoptr(ConveneLetter) first = make_letter ("several", 0, "<first>");
  g_autoptr(ConveneLetter) other = make_letter ("other", 0, "<other>");
  g_autoptr(ConveneLetter) one = NULL;
  g_autoptr(ConveneLetter) last = NULL;
  g_autoptr(GPtrArray) letters = NULL;
  g_autoptr(GPtrArray) none = NULL;

  add_asked (fixture);
  put_letter (fixture, second);
  put_letter (fixture, first);
  put_letter (fixture, other);
  convene_letter_set_left (second, TRUE);
  put_letter (fixture, second);
  store_fixture_reopen (fixture);

  letters = store_list_letters (fixture->store, "several", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (letters->len, ==, 2);
  assert_objects_equal (letters->pdata[0], first);
  assert_objects_equal (letters->pdata[1], second);
  g_assert_false (convene_letter_get_left (letters->pdata[0]));
  none = store_list_letters (fixture->store, "nowhere", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  one = store_get_letter (fixture->store, "several", &error);
  g_assert_cmpstr (convene_letter_get_message_id (one), ==, "<first>");
  last = store_get_last_calendar (fixture->store, UID, &error);
  g_assert_cmpstr (convene_letter_get_message_id (last), ==, "<first>");
}

/* Those of another operation stay, and so does what is put after it. */
static void
test_remove (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneLetter) first = make_letter ("several", 0, "<first>");
  g_autoptr(ConveneLetter) second = make_letter ("several", 1, "<second>");
  g_autoptr(ConveneLetter) other = make_letter ("other", 0, "<other>");
  g_autoptr(ConveneLetter) anew = make_letter ("several", 0, "<anew>");
  g_autoptr(GPtrArray) letters = NULL;
  g_autoptr(GPtrArray) others = NULL;

  add_asked (fixture);
  put_letter (fixture, first);
  put_letter (fixture, second);
  put_letter (fixture, other);
  convene_change_remove_letters (change, "several");
  convene_change_put_letter (change, anew);
  commit_ok (fixture->store, change);

  letters = store_list_letters (fixture->store, "several", &error);
  g_assert_cmpuint (letters->len, ==, 1);
  assert_objects_equal (letters->pdata[0], anew);
  others = store_list_letters (fixture->store, "other", &error);
  g_assert_cmpuint (others->len, ==, 1);
}

static ConveneAnswer *
make_answer (const char *id,
             guint       seed)
{
  ConveneAnswer *answer = convene_answer_new ();

  fill_object (answer, seed);
  convene_answer_set_id (answer, id);
  convene_answer_set_interview_uid (answer, UID);
  return answer;
}

static void
test_answers (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) again = convene_change_new ();
  g_autoptr(ConveneAnswer) first = make_answer ("z", 1);
  g_autoptr(ConveneAnswer) second = make_answer ("a", 50);
  g_autoptr(ConveneInterview) interview = NULL;
  GListModel *answers;

  add_asked (fixture);
  convene_change_put_answer (change, first);
  convene_change_put_answer (change, second);
  commit_ok (fixture->store, change);
  convene_answer_set_comment (first, "put otherwise");
  convene_change_put_answer (again, first);
  commit_ok (fixture->store, again);
  store_fixture_reopen (fixture);

  interview = store_find (fixture->store, UID, &error);
  g_assert_no_error (error);
  answers = convene_interview_get_answers (interview);
  g_assert_cmpuint (g_list_model_get_n_items (answers), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ConveneAnswer) answer = g_list_model_get_item (answers, i);

      assert_objects_equal (answer, i == 0 ? first : second);
    }
}

/* It is of an interview that there is. */
static void
test_answer_of_none (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAnswer) answer = make_answer ("a", 1);

  convene_change_put_answer (change, answer);
  g_assert_false (store_commit (fixture->store, change, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
}

static void
set_edit (StoreFixture *fixture,
          const char   *language,
          const char   *name,
          const char   *text)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_set_letter_edit (change, language, name, text);
  commit_ok (fixture->store, change);
}

static void
test_edits (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneLetterEdits) none = store_read_letter_edits (fixture->store, &error);
  g_autoptr(ConveneLetterEdits) edits = NULL;

  g_assert_no_error (error);
  g_assert_null (convene_letter_edits_get (none, "en", "invitation.text"));

  set_edit (fixture, "en", "invitation.text", "One\n\nTwo ü");
  set_edit (fixture, "en", "invitation.text", "Another\n\nTwo ü");
  set_edit (fixture, "de", "invitation.text", "Eins");
  set_edit (fixture, "en", "update.subject", "gone");
  set_edit (fixture, "en", "update.subject", NULL);
  set_edit (fixture, "en", "reminder.subject", NULL);
  store_fixture_reopen (fixture);

  edits = store_read_letter_edits (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_letter_edits_get (edits, "en", "invitation.text"), ==, "Another\n\nTwo ü");
  g_assert_cmpstr (convene_letter_edits_get (edits, "de", "invitation.text"), ==, "Eins");
  g_assert_null (convene_letter_edits_get (edits, "en", "update.subject"));
  g_assert_null (convene_letter_edits_get (edits, "fr", "invitation.text"));
}

static void
add_origin (StoreFixture *fixture,
            const char   *uid,
            const char   *origin_uid,
            const char   *organizer,
            ConveneStatus status)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (uid, 1000, 60);

  convene_interview_set_origin_uid (interview, origin_uid);
  convene_interview_set_origin_organizer (interview, organizer);
  convene_interview_set_origin_sequence (interview, 3);
  convene_interview_set_status (interview, status);
  add_person (interview, "Ada", "ada@example.com", CONVENE_ROLE_CANDIDATE);
  convene_change_add_interview (change, interview);
  commit_ok (fixture->store, change);
}

static void
assert_origin (StoreFixture *fixture,
               const char   *origin_uid,
               const char   *organizer,
               const char   *uid)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) found = store_find_by_origin (fixture->store, origin_uid, organizer, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found != NULL ? convene_interview_get_uid (found) : NULL, ==, uid);
  if (found == NULL)
    return;

  g_assert_cmpint (convene_interview_get_origin_sequence (found), ==, 3);
  g_assert_nonnull (convene_interview_get_candidate (found));
}

static gboolean
commit_expected (StoreFixture *fixture,
                 const char   *origin_uid,
                 const char   *organizer,
                 GError      **error)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_expect_new_origin (change, origin_uid, organizer);
  return store_commit (fixture->store, change, error);
}

static void
test_origin (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  add_origin (fixture, "uid-one", "event@foreign", "boss@Example.com", CONVENE_STATUS_SCHEDULED);
  add_origin (fixture, "uid-two", "event@foreign", "boss@example.com", CONVENE_STATUS_CANCELLED);
  add_origin (fixture, "uid-three", "nobody's", NULL, CONVENE_STATUS_CANCELLED);
  add_origin (fixture, "uid-four", "nobody's", NULL, CONVENE_STATUS_CANCELLED);

  assert_origin (fixture, "event@foreign", "BOSS@example.com", "uid-one");
  assert_origin (fixture, "event@foreign", "thief@example.com", NULL);
  assert_origin (fixture, "event@foreign", NULL, NULL);
  assert_origin (fixture, "EVENT@foreign", "boss@example.com", NULL);
  assert_origin (fixture, "nobody's", NULL, "uid-four");

  g_assert_false (commit_expected (fixture, "event@foreign", "boss@example.com", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
  g_clear_error (&error);
  g_assert_true (commit_expected (fixture, "event@foreign", "thief@example.com", &error));
  g_assert_true (commit_expected (fixture, "nobody's", NULL, &error));
}

/* Version 5: two letters, one of which has left, written in an order that is not that of their times. */
#define BEFORE                                                                                                                            \
  "INSERT INTO interview (uid, sequence, time_sequence, status, start, wall, zone, ends, duration, platform, created) VALUES"             \
  "  ('" UID "', 3, 0, 'scheduled', 0, '1970-01-01T00:00', 'UTC', 0, 0, 'zoom', 0);"                                                      \
  "INSERT INTO operation (id, kind, state, interview_uid, due, attempts, first_attempt, posts, looks, released, created, settled) VALUES" \
  "  ('sent', 'mail-invitation', 'done', '" UID "', 0, 1, 0, 1, 0, 0, 0, 0),"                                                             \
  "  ('tried', 'mail-update', 'waiting', '" UID "', 0, 1, 0, 1, 0, 0, 0, 0);"                                                             \
  "INSERT INTO letter (operation_id, interview_uid, message_id, recipients, subject, bytes, calendar, sequence, made_at, told) VALUES"    \
  "  ('sent', '" UID "', '<sent>', 'ada@example.com', 'Come', x'0102', x'03', 2, 5, 'first'),"                                            \
  "  ('tried', '" UID "', '<tried>', 'ada@example.com', 'Come later', x'04', x'05', 3, 5, 'second');"

static void
make_version_5 (StoreFixture *fixture)
{
  const ConveneSchema schema = { convene_schema_get ()->migrations, 5 };
  ConveneConnection  *connection = convene_connection_new (fixture->folder, &schema);
  g_autoptr(GError) error = NULL;

  convene_store_open_connection (connection, &error);
  g_assert_no_error (error);
  convene_connection_execute (connection, BEFORE, &error);
  g_assert_no_error (error);
  convene_connection_free (connection);
}

static void
assert_kept (StoreFixture *fixture,
             const char   *operation_id,
             const char   *message_id,
             gsize         size,
             gboolean      left)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) letters = store_list_letters (fixture->store, operation_id, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (letters->len, ==, 1);
  g_assert_cmpstr (convene_letter_get_message_id (letters->pdata[0]), ==, message_id);
  g_assert_cmpstr (convene_letter_get_recipients (letters->pdata[0])[0], ==, "ada@example.com");
  g_assert_cmpuint (g_bytes_get_size ((GBytes *) convene_letter_get_bytes (letters->pdata[0])), ==, size);
  g_assert_cmpint (convene_letter_get_position (letters->pdata[0]), ==, 0);
  g_assert_cmpint (convene_letter_get_left (letters->pdata[0]), ==, left);
}

static void
test_migration (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneLetter) second = make_letter ("tried", 1, "<second>");

  make_version_5 (fixture);
  store_open (fixture->store, &error);
  g_assert_no_error (error);

  assert_kept (fixture, "sent", "<sent>", 2, TRUE);
  assert_kept (fixture, "tried", "<tried>", 1, FALSE);
  interview = store_find (fixture->store, UID, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_interview_get_told (interview), ==, "second");
  g_assert_cmpint (convene_interview_get_told_sequence (interview), ==, 3);
  g_assert_false (convene_interview_get_copy_to_sender (interview));
  g_assert_null (convene_interview_get_origin_uid (interview));
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_answers (interview)), ==, 0);

  /* What was numbered goes on being numbered. */
  put_letter (fixture, second);
  store_fixture_execute (fixture, "CREATE TEMP TABLE found (last INTEGER CHECK (last = 3)); INSERT INTO found SELECT max (number) FROM letter");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/X-12/letters", StoreFixture, NULL, store_fixture_set_up_open, test_letters, store_fixture_tear_down);
  g_test_add ("/store/X-12/letters/remove", StoreFixture, NULL, store_fixture_set_up_open, test_remove, store_fixture_tear_down);
  g_test_add ("/store/O-8/answers", StoreFixture, NULL, store_fixture_set_up_open, test_answers, store_fixture_tear_down);
  g_test_add ("/store/O-8/answers/of-none", StoreFixture, NULL, store_fixture_set_up_open, test_answer_of_none, store_fixture_tear_down);
  g_test_add ("/store/TA-9/edits", StoreFixture, NULL, store_fixture_set_up_open, test_edits, store_fixture_tear_down);
  g_test_add ("/store/O-7/origin", StoreFixture, NULL, store_fixture_set_up_open, test_origin, store_fixture_tear_down);
  g_test_add ("/store/migrations/answers", StoreFixture, NULL, store_fixture_set_up, test_migration, store_fixture_tear_down);
  return g_test_run ();
}
