/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "directory-calls.h"

#include "convene-clock.h"
#include "convene-connection.h"
#include "convene-error.h"
#include "convene-store-open.h"

#define HOUR 3600

static void
store_interview (StoreFixture *fixture,
                 const char   *uid,
                 const char   *job,
                 const char   *name,
                 const char   *address)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (uid, 100 * HOUR, 60);

  convene_interview_set_job (interview, job);
  add_person (interview, name, address, CONVENE_ROLE_CANDIDATE);
  convene_change_add_interview (change, interview);
  commit_ok (fixture->store, change);
}

/* In the order of their interviews. */
static const struct
{
  const char *job;
  const char *name;
  const char *address;
} used[] = {
  { "Designer", "José Ángel Núñez", "jose@example.com" },
  { "Staff Engineer", "Ada Example", "ada.e@example.com" },
  { "Ingénieur réseau", "Łukasz Ørsted", "lo@example.com" },
  { "Data Analyst", "山田太郎", "yamada@example.com" },
  { "Data Engineer", NULL, "nameless@example.org" },
};

static void
store_used (StoreFixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (used); i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%u", i);

      store_interview (fixture, uid, used[i].job, used[i].name, used[i].address);
    }
}

typedef struct
{
  const char *path;
  const char *text;
  const char *found;
} SearchRow;

static const SearchRow people_rows[] = {
  { "/store/people/all", "", "nameless@example.org yamada@example.com lo@example.com ada.e@example.com jose@example.com" },
  { "/store/people/blanks", "  ", "nameless@example.org yamada@example.com lo@example.com ada.e@example.com jose@example.com" },
  { "/store/people/one-letter", "a", "ada.e@example.com jose@example.com" },
  { "/store/people/case", "EX", "yamada@example.com lo@example.com ada.e@example.com jose@example.com nameless@example.org" },
  { "/store/people/accent-typed", "núñ", "jose@example.com" },
  { "/store/people/accent-not-typed", "nun", "jose@example.com" },
  { "/store/people/accent-too-many", "Añgel", "jose@example.com" },
  { "/store/people/letter-for-another", "lukasz", "lo@example.com" },
  { "/store/people/letter-as-it-is", "łuk", "lo@example.com" },
  { "/store/people/letter-for-another-second", "oerst", "lo@example.com" },
  { "/store/people/two-words", "exa ada", "ada.e@example.com" },
  { "/store/people/address", "ada.e@exam", "ada.e@example.com" },
  { "/store/people/no-latin", "山", "yamada@example.com" },
  { "/store/people/middle-of-word", "xample", "" },
  { "/store/people/nobody", "zzz", "" },
  { "/store/people/quote", "\"", "" },
  { "/store/people/operators", "ada OR jose", "" },
  { "/store/people/star", "*", "" },
  { "/store/people/column", "name:ada", "" },
  { "/store/people/minus", "-ada", "ada.e@example.com" },
  { "/store/people/no-text", "ada\xff", "ada.e@example.com" },
};

static void
test_people (StoreFixture *fixture,
             gconstpointer data)
{
  const SearchRow *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) people = NULL;
  g_autofree char *found = NULL;

  store_used (fixture);
  people = store_list_people (fixture->store, row->text, 8, &error);
  g_assert_no_error (error);
  found = join_people (people);
  if (g_str_has_suffix (row->path, "/case"))
    g_assert_cmpuint (people->len, ==, 5);
  else
    g_assert_cmpstr (found, ==, row->found);
}

static const SearchRow job_rows[] = {
  { "/store/jobs/all", "", "Data Engineer Data Analyst Ingénieur réseau Staff Engineer Designer" },
  { "/store/jobs/word", "eng", "Data Engineer Staff Engineer" },
  { "/store/jobs/accent", "RESEAU", "Ingénieur réseau" },
  { "/store/jobs/words", "eng st", "Staff Engineer" },
  { "/store/jobs/nothing", "ineer", "" },
};

static void
test_jobs (StoreFixture *fixture,
           gconstpointer data)
{
  const SearchRow *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) jobs = NULL;
  g_autofree char *found = NULL;

  store_used (fixture);
  jobs = store_list_jobs (fixture->store, row->text, 8, &error);
  g_assert_no_error (error);
  found = join_jobs (jobs);
  g_assert_cmpstr (found, ==, row->found);
}

/* Who is used again comes first; what is found goes with them, and a new name is found, the old one no longer. */
static void
test_use (StoreFixture *fixture,
          gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = NULL;
  g_autoptr(GPtrArray) by_new = NULL;
  g_autoptr(GPtrArray) by_old = NULL;
  g_autoptr(GPtrArray) jobs = NULL;
  g_autofree char *people_found = NULL;
  g_autofree char *jobs_found = NULL;

  store_used (fixture);
  store_interview (fixture, "uid-again", "Designer", "Augusta Byron", "ADA.E@example.com");
  all = store_list_people (fixture->store, "", 2, &error);
  g_assert_no_error (error);
  people_found = join_people (all);
  g_assert_cmpstr (people_found, ==, "ada.e@example.com nameless@example.org");
  g_assert_cmpstr (convene_participant_get_name (all->pdata[0]), ==, "Augusta Byron");

  by_new = store_list_people (fixture->store, "byr", 8, &error);
  g_assert_cmpuint (by_new->len, ==, 1);
  by_old = store_list_people (fixture->store, "example ada exa", 8, &error);
  g_assert_cmpuint (by_old->len, ==, 1);
  g_ptr_array_unref (g_steal_pointer (&by_old));
  by_old = store_list_people (fixture->store, "lovelace", 8, &error);
  g_assert_cmpuint (by_old->len, ==, 0);

  jobs = store_list_jobs (fixture->store, "d", 8, &error);
  jobs_found = join_jobs (jobs);
  g_assert_cmpstr (jobs_found, ==, "Designer Data Engineer Data Analyst");
}

/* Of many only the last ones, and with all that completes a form. */
static void
test_limit (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) people = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *uid = g_strdup_printf ("uid-%02u", i);
      g_autofree char *address = g_strdup_printf ("ada%02u@example.com", i);
      g_autoptr(ConveneInterview) interview = make_interview (uid, 1000, 60);
      g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "name", "Ada", "address", address, "timezone", "Europe/Berlin", "language", "de", NULL);

      convene_interview_add_participant (interview, person);
      convene_change_add_interview (change, interview);
    }
  commit_ok (fixture->store, change);

  people = store_list_people (fixture->store, "ad", 8, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (people->len, ==, 8);
  g_assert_cmpstr (convene_participant_get_address (people->pdata[0]), ==, "ada19@example.com");
  g_assert_cmpstr (convene_participant_get_address (people->pdata[7]), ==, "ada12@example.com");
  g_assert_cmpstr (convene_participant_get_timezone (people->pdata[0]), ==, "Europe/Berlin");
  g_assert_cmpstr (convene_participant_get_language (people->pdata[0]), ==, "de");
}

static void
test_last_interview (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) last = NULL;

  store_used (fixture);
  store_interview (fixture, "uid-designer-2", "Designer", "Bo", "bo@example.com");
  store_interview (fixture, "uid-other", "Designer and more", "Bo", "bo@example.com");

  last = store_find_last_interview (fixture->store, "Designer", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_interview_get_uid (last), ==, "uid-designer-2");
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (last)), ==, "Bo");

  g_assert_null (store_find_last_interview (fixture->store, "designer", &error));
  g_assert_no_error (error);
}

static void
test_activity (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) lines = NULL;
  g_autoptr(GPtrArray) none = NULL;

  store_used (fixture);
  convene_change_add_activity (change, "uid-0", 10, "first");
  convene_change_add_activity (change, "uid-0", 30, "third");
  convene_change_add_activity (change, "uid-0", 20, "second");
  convene_change_add_activity (change, "uid-0", 30, "third, later");
  convene_change_add_activity (change, "uid-1", 40, "another's");
  commit_ok (fixture->store, change);

  lines = store_list_activity (fixture->store, "UID-0", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, 4);
  g_assert_cmpstr (convene_activity_get_text (lines->pdata[0]), ==, "third, later");
  g_assert_cmpstr (convene_activity_get_text (lines->pdata[1]), ==, "third");
  g_assert_cmpstr (convene_activity_get_text (lines->pdata[2]), ==, "second");
  g_assert_cmpstr (convene_activity_get_text (lines->pdata[3]), ==, "first");
  g_assert_cmpint (convene_activity_get_at (lines->pdata[3]), ==, 10);
  none = store_list_activity (fixture->store, "uid-unknown", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  store_fixture_execute (fixture, "UPDATE activity SET text = CAST (x'ff' AS TEXT)");
  g_assert_null (store_list_activity (fixture->store, "uid-0", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
}

/* Notes change alone: the sequence stays, and they are searched. */
static void
test_notes (StoreFixture *fixture,
            gconstpointer data)
{
  const ConveneInterviewFilter filter = { .search = "pineapple", .all = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneChange) unknown = convene_change_new ();
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(GPtrArray) found = NULL;

  store_interview (fixture, "uid-long", "Designer", "Bo", "bo@example.com");
  convene_change_set_notes (change, "uid-long", "likes pineapple");
  commit_ok (fixture->store, change);
  interview = store_find (fixture->store, "uid-long", &error);
  g_assert_cmpstr (convene_interview_get_notes (interview), ==, "likes pineapple");
  g_assert_cmpint (convene_interview_get_sequence (interview), ==, 0);
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (interview)), ==, "Bo");
  found = store_list (fixture->store, &filter, NULL, &error);
  g_assert_cmpuint (found->len, ==, 1);

  convene_change_set_notes (unknown, "uid-unknown", "nothing");
  g_assert_false (store_commit (fixture->store, unknown, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
}

/* What waits and what failed, of upcoming interviews alone. Those of ./uid-N begin at hour N and take one. */
static void
store_needs (StoreFixture *fixture)
{
  static const struct
  {
    const char           *uid;
    int                   start;
    ConveneStatus         status;
    ConveneOperationKind  kind;
    ConveneOperationState state;
    const char           *event;
  } rows[] = {
    { "uid-10", 10, CONVENE_STATUS_SCHEDULED, CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_FAILED, NULL },
    { "uid-20", 20, CONVENE_STATUS_SCHEDULED, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, "account:zoom-1" },
    { "uid-20", 20, CONVENE_STATUS_SCHEDULED, CONVENE_OPERATION_KIND_MEETING_UPDATE, CONVENE_OPERATION_STATE_WAITING, "account:zoom-1" },
    { "uid-21", 21, CONVENE_STATUS_SCHEDULED, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, "account:zoom-1" },
    { "uid-22", 22, CONVENE_STATUS_CANCELLED, CONVENE_OPERATION_KIND_MEETING_CREATE, CONVENE_OPERATION_STATE_WAITING, "account:zoom-1" },
    { "uid-23", 23, CONVENE_STATUS_SCHEDULED, CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_WAITING, "mail" },
    { "uid-24", 24, CONVENE_STATUS_SCHEDULED, CONVENE_OPERATION_KIND_MAIL_INVITATION, CONVENE_OPERATION_STATE_DROPPED, "mail" },
    { "uid-31", 31, CONVENE_STATUS_SCHEDULED, CONVENE_OPERATION_KIND_MAIL_REMINDER, CONVENE_OPERATION_STATE_FAILED, NULL },
    { "uid-30", 30, CONVENE_STATUS_SCHEDULED, CONVENE_OPERATION_KIND_MAIL_URGENT, CONVENE_OPERATION_STATE_FAILED, NULL },
    { "uid-32", 32, CONVENE_STATUS_CANCELLED, CONVENE_OPERATION_KIND_MAIL_REMINDER, CONVENE_OPERATION_STATE_FAILED, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = g_strdup_printf ("operation-%u", i);
      g_autoptr(ConveneChange) change = convene_change_new ();
      g_autoptr(ConveneInterview) interview = make_interview (rows[i].uid, (gint64) rows[i].start * HOUR, 60);
      g_autoptr(ConveneOperation) operation = make_operation (id, rows[i].uid, rows[i].state);

      convene_interview_set_status (interview, rows[i].status);
      add_person (interview, rows[i].uid, "ada@example.com", CONVENE_ROLE_CANDIDATE);
      convene_operation_set_kind (operation, rows[i].kind);
      convene_operation_set_event (operation, rows[i].event);
      if (i == 0 || !g_str_equal (rows[i].uid, rows[i - 1].uid))
        convene_change_add_interview (change, interview);
      convene_change_add_operation (change, operation);
      commit_ok (fixture->store, change);
    }
}

static void
test_needs (StoreFixture *fixture,
            gconstpointer data)
{
  const gint64 now = 15 * CONVENE_HOUR;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneNeeds) nothing = store_get_needs (fixture->store, now, &error);
  g_autoptr(ConveneNeeds) needs = NULL;
  g_autoptr(ConveneNeeds) later = NULL;

  g_assert_no_error (error);
  g_assert_true (nothing->empty);
  g_assert_cmpuint (nothing->failed, ==, 0);
  g_assert_cmpint (nothing->until, ==, G_MAXINT64);

  store_needs (fixture);
  needs = store_get_needs (fixture->store, now, &error);
  g_assert_no_error (error);
  g_assert_false (needs->empty);
  g_assert_cmpuint (g_hash_table_size (needs->waits), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (needs->waits, "account:zoom-1")), ==, 2);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (needs->waits, "mail")), ==, 1);
  g_assert_cmpuint (needs->failed, ==, 2);
  g_assert_cmpstr (needs->failed_uid, ==, "uid-30");
  g_assert_cmpstr (needs->failed_candidate, ==, "uid-30");
  g_assert_cmpint (needs->failed_kind, ==, CONVENE_OPERATION_KIND_MAIL_URGENT);
  g_assert_cmpint (needs->until, ==, 21 * CONVENE_HOUR);

  later = store_get_needs (fixture->store, 31 * CONVENE_HOUR, &error);
  g_assert_cmpuint (g_hash_table_size (later->waits), ==, 0);
  g_assert_cmpuint (later->failed, ==, 1);
  g_assert_cmpstr (later->failed_uid, ==, "uid-31");
  g_assert_false (later->empty);
}

/* A database as the first version left it, with people and jobs in no order. */
#define BEFORE                                                                                                                         \
  "INSERT INTO person VALUES ('zoe@example.com', 'Zoé', NULL, NULL), ('ada@example.com', 'Ada', 'Europe/Berlin', 'de'),"              \
  "  ('bo@example.com', NULL, NULL, NULL), ('old@example.com', 'Forgotten', NULL, NULL);"                                              \
  "INSERT INTO job (title, platform) VALUES ('Designer', 'zoom'), ('Analyst', 'phone'), ('Unused', 'zoom');"                           \
  "INSERT INTO interview (id, uid, sequence, time_sequence, status, job, start, ends, duration, platform, created) VALUES"             \
  "  (1, 'uid-1', 0, 0, 'scheduled', 'Designer', 0, 0, 0, 'zoom', 0), (2, 'uid-2', 0, 0, 'scheduled', 'Analyst', 0, 0, 0, 'zoom', 0)," \
  "  (3, 'uid-3', 0, 0, 'scheduled', 'Designer', 0, 0, 0, 'zoom', 0);"                                                                 \
  "UPDATE interview SET wall = '1970-01-01T00:00', zone = 'UTC' WHERE id < 3;"                                                         \
  "INSERT INTO participant VALUES (1, 0, 'Ada', 'ada@example.com', 'candidate', 'accepted', NULL, NULL, 0, 0),"                        \
  "  (2, 0, 'Zoé', 'ZOE@example.com', 'candidate', 'accepted', NULL, NULL, 0, 0),"                                                    \
  "  (3, 0, 'Bo', 'bo@example.com', 'candidate', 'accepted', NULL, NULL, 0, 0);"

static void
make_version_1 (StoreFixture *fixture)
{
  const ConveneSchema schema = { convene_schema_get ()->migrations, 1 };
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
  g_autoptr(GPtrArray) people = NULL;
  g_autoptr(GPtrArray) found = NULL;
  g_autoptr(GPtrArray) jobs = NULL;
  g_autoptr(GPtrArray) again = NULL;
  g_autofree char *people_found = NULL;
  g_autofree char *jobs_found = NULL;
  g_autofree char *again_found = NULL;

  make_version_1 (fixture);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  store_fixture_execute (fixture, "CREATE TEMP TABLE found (entries INTEGER CHECK (entries = 2)); INSERT INTO found SELECT count(*) FROM entry");

  people = store_list_people (fixture->store, "", 8, &error);
  g_assert_no_error (error);
  people_found = join_people (people);
  g_assert_cmpstr (people_found, ==, "bo@example.com zoe@example.com ada@example.com old@example.com");
  found = store_list_people (fixture->store, "zoe", 8, &error);
  g_assert_cmpuint (found->len, ==, 1);
  jobs = store_list_jobs (fixture->store, "", 8, &error);
  jobs_found = join_jobs (jobs);
  g_assert_cmpstr (jobs_found, ==, "Designer Analyst Unused");

  store_interview (fixture, "uid-new", "Unused", "Forgotten no more", "old@example.com");
  again = store_list_people (fixture->store, "forg", 8, &error);
  g_assert_no_error (error);
  again_found = join_people (again);
  g_assert_cmpstr (again_found, ==, "old@example.com");
  g_assert_cmpstr (convene_participant_get_name (again->pdata[0]), ==, "Forgotten no more");
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

  for (guint i = 0; i < G_N_ELEMENTS (people_rows); i++)
    add (people_rows[i].path, &people_rows[i], test_people);
  for (guint i = 0; i < G_N_ELEMENTS (job_rows); i++)
    add (job_rows[i].path, &job_rows[i], test_jobs);
  add ("/store/people/use", NULL, test_use);
  add ("/store/people/limit", NULL, test_limit);
  add ("/store/jobs/last-interview", NULL, test_last_interview);
  add ("/store/SH-39/activity", NULL, test_activity);
  add ("/store/SH-26/notes", NULL, test_notes);
  add ("/store/needs", NULL, test_needs);
  g_test_add ("/store/migrations/used", StoreFixture, NULL, store_fixture_set_up, test_migration, store_fixture_tear_down);

  return g_test_run ();
}
