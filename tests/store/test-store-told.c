/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-store-open.h"
#include "life-calls.h"
#include "store-fixture.h"

/* What people were told last, and databases of earlier times, which do not know. */

#define UID "uid-told"

typedef struct
{
  ConveneOperationKind  kind;
  ConveneOperationState state;
  int                   posts;
  const char           *told;
  gboolean              some; /* for some alone */
  gint64                made_at;
} LetterRow;

typedef struct
{
  const char *name;
  const char *told;     /* of the interview */
  int         sequence; /* the place of the letter */
  LetterRow   letters[4];
} ToldRow;

#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define UPDATE CONVENE_OPERATION_KIND_MAIL_UPDATE
#define DONE CONVENE_OPERATION_STATE_DONE

static const ToldRow told_rows[] = {
  { "none", NULL, -1, { { 0 } } },
  { "left", "one", 0, { { INVITATION, DONE, 1, "one", FALSE, 10 } } },
  { "handed-over", "one", 0, { { INVITATION, CONVENE_OPERATION_STATE_HANDED_OVER, 0, "one", FALSE, 10 } } },
  { "running", "one", 0, { { INVITATION, CONVENE_OPERATION_STATE_RUNNING, 1, "one", FALSE, 10 } } },
  { "doubt", "one", 0, { { INVITATION, CONVENE_OPERATION_STATE_DOUBT, 1, "one", FALSE, 10 } } },
  { "tried", "one", 0, { { INVITATION, CONVENE_OPERATION_STATE_WAITING, 1, "one", FALSE, 10 } } },
  { "refused-by-some", "one", 0, { { INVITATION, CONVENE_OPERATION_STATE_FAILED, 1, "one", FALSE, 10 } } },
  { "untouched", NULL, -1, { { INVITATION, CONVENE_OPERATION_STATE_WAITING, 0, "one", FALSE, 10 } } },
  { "dropped", NULL, -1, { { INVITATION, CONVENE_OPERATION_STATE_DROPPED, 0, "one", FALSE, 10 } } },
  { "last", "two", 1, { { INVITATION, DONE, 1, "one", FALSE, 10 }, { UPDATE, DONE, 1, "two", FALSE, 20 }, { UPDATE, CONVENE_OPERATION_STATE_WAITING, 0, "three", FALSE, 30 } } },
  { "last-by-time", "one", 0, { { INVITATION, DONE, 1, "one", FALSE, 30 }, { UPDATE, DONE, 1, "two", FALSE, 20 } } },
  { "some-alone", "one", 0, { { INVITATION, DONE, 1, "one", FALSE, 10 }, { CONVENE_OPERATION_KIND_MAIL_CANCELLATION, DONE, 1, NULL, TRUE, 20 } } },
  { "reminder-told", "two", 1, { { INVITATION, DONE, 1, "one", FALSE, 10 }, { CONVENE_OPERATION_KIND_MAIL_REMINDER, DONE, 1, "two", FALSE, 20 } } },
  { "reminder-not-told", "one", 0, { { INVITATION, DONE, 1, "one", FALSE, 10 }, { CONVENE_OPERATION_KIND_MAIL_REMINDER, DONE, 1, NULL, FALSE, 20 } } },
  { "not-known", "", 1, { { INVITATION, DONE, 1, "one", FALSE, 10 }, { UPDATE, DONE, 1, NULL, FALSE, 20 } } },
  { "old-link-ready", "", 0, { { CONVENE_OPERATION_KIND_MAIL_LINK_READY, DONE, 1, NULL, FALSE, 10 } } },
  { "old-urgent", NULL, -1, { { CONVENE_OPERATION_KIND_MAIL_URGENT, DONE, 1, NULL, FALSE, 10 } } },
};

static void
put_letter (ConveneChange   *change,
            const LetterRow *row,
            int              sequence)
{
  const char *const recipients[] = { "Bo <bo@example.com>", NULL };
  g_autofree char  *id = g_strdup_printf ("o-%d", sequence);
  g_autoptr(ConveneOperation) operation = make_operation (id, UID, row->state);
  g_autoptr(ConveneLetter) letter = g_object_new (CONVENE_TYPE_LETTER, "operation-id", id, "interview-uid", UID, "told", row->told, "sequence", sequence,
                                                   "made-at", row->made_at, NULL);

  convene_operation_set_kind (operation, row->kind);
  convene_operation_set_posts (operation, row->posts);
  convene_operation_set_recipients (operation, row->some ? recipients : NULL);
  convene_change_add_operation (change, operation);
  convene_change_put_letter (change, letter);
}

static void
test_told (StoreFixture *fixture,
           gconstpointer data)
{
  const ToldRow *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (UID, 1000, 60);
  g_autoptr(ConveneInterview) other = make_interview ("uid-other", 2000, 60);
  g_autoptr(ConveneInterview) found = NULL;
  g_autoptr(ConveneInterview) untold = NULL;

  convene_change_add_interview (change, interview);
  convene_change_add_interview (change, other);
  for (int i = 0; i < (int) G_N_ELEMENTS (row->letters) && row->letters[i].made_at != 0; i++)
    put_letter (change, &row->letters[i], i);
  commit_ok (fixture->store, change);

  found = store_find (fixture->store, UID, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_interview_get_told (found), ==, row->told);
  g_assert_cmpint (convene_interview_get_told_sequence (found), ==, row->sequence);
  untold = store_find (fixture->store, "uid-other", &error);
  g_assert_null (convene_interview_get_told (untold));
}

/* Version 4: an interview whose invitation left, and one whose meeting is not made yet. */
#define BEFORE                                                                                                                                             \
  "INSERT INTO job (title, platform, plain, used) VALUES ('Designer', 'zoom', 'designer', 1);"                                                             \
  "INSERT INTO meeting (id, number, join_url, state, start, duration, created_at) VALUES"                                                                  \
  "  ('live', 1, 'https://zoom.example.com/j/1', 'live', 0, 0, 0), ('gone', 2, 'https://zoom.example.com/j/2', 'unmanaged', 0, 0, 0);"                     \
  "INSERT INTO interview (uid, sequence, time_sequence, status, start, wall, zone, ends, duration, platform, created, meeting_id) VALUES"                  \
  "  ('uid-live', 3, 0, 'scheduled', 0, '1970-01-01T00:00', 'UTC', 0, 0, 'zoom', 0, 'live'),"                                                              \
  "  ('uid-gone', 0, 0, 'scheduled', 1, '1970-01-01T00:00', 'UTC', 1, 0, 'zoom', 0, 'gone'),"                                                              \
  "  ('uid-waits', 0, 0, 'scheduled', 2, '1970-01-01T00:00', 'UTC', 2, 0, 'zoom', 0, NULL);"                                                               \
  "INSERT INTO operation (id, kind, state, interview_uid, host, due, \"after\", attempts, first_attempt, posts, looks, released, created, settled) VALUES" \
  "  ('sent', 'mail-invitation', 'done', 'uid-live', NULL, 0, NULL, 1, 0, 1, 0, 0, 0, 0),"                                                                 \
  "  ('create', 'meeting-create', 'waiting', 'uid-waits', 'a@example.com', 0, NULL, 0, 0, 0, 0, 0, 0, 0),"                                                 \
  "  ('invitation', 'mail-invitation', 'waiting', 'uid-waits', NULL, 0, 'create', 0, 0, 0, 0, 0, 0, 0),"                                                   \
  "  ('freed', 'mail-invitation', 'waiting', 'uid-waits', NULL, 0, 'sent', 0, 0, 0, 0, 0, 0, 0);"                                                          \
  "INSERT INTO letter (operation_id, interview_uid, bytes, sequence, made_at) VALUES ('sent', 'uid-live', x'00', 2, 5);"

static void
make_version_4 (StoreFixture *fixture)
{
  const ConveneSchema schema = { convene_schema_get ()->migrations, 4 };
  ConveneConnection  *connection = convene_connection_new (fixture->folder, &schema);
  g_autoptr(GError) error = NULL;

  convene_store_open_connection (connection, &error);
  g_assert_no_error (error);
  convene_connection_execute (connection, BEFORE, &error);
  g_assert_no_error (error);
  convene_connection_free (connection);
}

static void
test_migration (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) live = NULL;
  g_autoptr(ConveneInterview) waits = NULL;
  g_autoptr(ConveneJob) job = NULL;
  g_autoptr(GPtrArray) due = NULL;
  ConveneMeeting *meeting;

  make_version_4 (fixture);
  store_open (fixture->store, &error);
  g_assert_no_error (error);

  live = store_find (fixture->store, "uid-live", &error);
  g_assert_no_error (error);
  g_assert_cmpint (convene_interview_get_revision (live), ==, 0);
  g_assert_cmpint (convene_interview_get_link_policy (live), ==, CONVENE_LINK_POLICY_DEFAULT);
  g_assert_null (convene_interview_get_cancel_reason (live));
  g_assert_cmpstr (convene_interview_get_told (live), ==, "");
  g_assert_cmpint (convene_interview_get_told_sequence (live), ==, 2);
  meeting = convene_interview_get_meeting (live);
  g_assert_cmpint (convene_meeting_get_checked_at (meeting), ==, 0);
  g_assert_cmpuint (convene_meeting_get_drift (meeting), ==, CONVENE_MEETING_DRIFT_NONE);
  g_assert_null (convene_meeting_get_alternative_hosts (meeting));

  waits = store_find (fixture->store, "uid-waits", &error);
  g_assert_null (convene_interview_get_told (waits));
  job = store_get_job (fixture->store, "Designer", &error);
  g_assert_cmpint (convene_job_get_link_policy (job), ==, CONVENE_LINK_POLICY_DEFAULT);

  due = store_list_due (fixture->store, 10, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (due->len, ==, 2);
  g_assert_cmpstr (convene_operation_get_id (due->pdata[0]), ==, "create");
  g_assert_false (convene_operation_get_held (due->pdata[0]));
  g_assert_null (convene_operation_get_recipients (due->pdata[0]));
  g_assert_cmpstr (convene_operation_get_id (due->pdata[1]), ==, "freed");
  store_fixture_execute (fixture, "CREATE TEMP TABLE found (entries INTEGER CHECK (entries = 3), links INTEGER CHECK (links = 2), trouble INTEGER CHECK (trouble = 0));"
                                  "INSERT INTO found SELECT count(*), count(link), sum (trouble) FROM entry");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/store/TH-19/told/", told_rows[i].name, NULL);

      g_test_add (path, StoreFixture, &told_rows[i], store_fixture_set_up_open, test_told, store_fixture_tear_down);
    }
  g_test_add ("/store/migrations/life", StoreFixture, NULL, store_fixture_set_up, test_migration, store_fixture_tear_down);
  return g_test_run ();
}
