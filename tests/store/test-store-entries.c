/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "directory-calls.h"

#include "convene-clock.h"
#include "convene-connection.h"
#include "convene-error.h"
#include "convene-store-open.h"

#define HOUR 3600

static gint64
at (int hours)
{
  return (gint64) hours * CONVENE_HOUR;
}

/* Interviews by start and length in hours. */
typedef struct
{
  const char *uid;
  int         start;
  int         hours;
} Stored;

static const Stored stored[] = {
  { "uid-day-long", 100, 24 },
  { "uid-before", 120, 4 },
  { "uid-across", 122, 4 },
  { "uid-first", 124, 1 },
  { "uid-twin-b", 130, 1 },
  { "uid-twin-a", 130, 2 },
  { "uid-last", 147, 3 },
  { "uid-after", 148, 1 },
  { "uid-point", 124, 0 },
};

static void
store_all (StoreFixture *fixture)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (stored); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (stored[i].uid, (gint64) stored[i].start * HOUR, stored[i].hours * 60);

      convene_change_add_interview (change, interview);
    }
  commit_ok (fixture->store, change);
}

typedef struct
{
  const char *path;
  int         from;
  int         to;
  guint       limit;
  const char *found;
} RangeRow;

static const RangeRow range_rows[] = {
  { "/store/SH-26/entries/touching", 124, 148, 0, "uid-across uid-first uid-point uid-twin-a uid-twin-b uid-last" },
  { "/store/SH-26/entries/limit", 124, 148, 3, "uid-across uid-first uid-point" },
  { "/store/SH-26/entries/day-long", 123, 124, 0, "uid-day-long uid-before uid-across" },
  { "/store/SH-26/entries/all", 0, 1000, 0, "uid-day-long uid-before uid-across uid-first uid-point uid-twin-a uid-twin-b uid-last uid-after" },
  { "/store/SH-26/entries/none", 200, 300, 0, "" },
  { "/store/SH-26/entries/nothing", 124, 124, 0, "" },
};

static void
test_range (StoreFixture *fixture,
            gconstpointer data)
{
  const RangeRow *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  g_autofree char *found = NULL;

  store_all (fixture);
  entries = store_list_entries (fixture->store, at (row->from), at (row->to), row->limit, 0, &error);
  g_assert_no_error (error);
  found = join_entries (entries);
  g_assert_cmpstr (found, ==, row->found);
}

/* A draft that has no time yet is nowhere, not in 1970. */
static void
test_draft (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) draft = convene_interview_new ();
  g_autoptr(GPtrArray) entries = NULL;

  convene_interview_set_uid (draft, "uid-draft");
  convene_change_add_interview (change, draft);
  commit_ok (fixture->store, change);
  entries = store_list_entries (fixture->store, -at (24), at (24), 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 0);
}

static ConveneInterview *
make_zoom (const char *uid)
{
  ConveneInterview *interview = make_interview (uid, 100 * HOUR, 45);

  convene_interview_set_platform (interview, CONVENE_PLATFORM_ZOOM);
  convene_interview_set_status (interview, CONVENE_STATUS_SCHEDULED);
  convene_interview_set_job (interview, "Staff Engineer");
  return interview;
}

static void
put_meeting (ConveneChange      *change,
             const char         *uid,
             ConveneMeetingState state)
{
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();
  g_autofree char *id = g_strconcat ("meeting-of-", uid, NULL);

  convene_meeting_set_id (meeting, id);
  convene_meeting_set_state (meeting, state);
  convene_meeting_set_join_url (meeting, "https://zoom.example.com/j/1");
  convene_meeting_set_host (meeting, "host@example.com");
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, uid, id);
}

static ConveneCalendarEntry *
read_one (StoreFixture *fixture,
          gint64        now)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = store_list_entries (fixture->store, at (100), at (101), 0, now, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 1);
  return g_object_ref (entries->pdata[0]);
}

static void
test_fields (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_zoom ("uid-1");
  g_autoptr(ConveneParticipant) candidate = convene_participant_new ();
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  add_person (interview, "Hal Manager", "hal@example.com", CONVENE_ROLE_HIRING_MANAGER);
  convene_participant_set_role (candidate, CONVENE_ROLE_CANDIDATE);
  convene_participant_set_name (candidate, "Ada Example");
  convene_participant_set_address (candidate, "ada@example.com");
  convene_participant_set_timezone (candidate, "America/Mexico_City");
  convene_participant_set_response (candidate, CONVENE_RESPONSE_TENTATIVE);
  convene_interview_add_participant (interview, candidate);
  convene_change_add_interview (change, interview);
  put_meeting (change, "uid-1", CONVENE_MEETING_STATE_LIVE);
  commit_ok (fixture->store, change);

  entry = read_one (fixture, 0);
  g_assert_cmpstr (convene_calendar_entry_get_uid (entry), ==, "uid-1");
  g_assert_cmpint (convene_calendar_entry_get_start (entry), ==, at (100));
  g_assert_cmpint (convene_calendar_entry_get_end (entry), ==, at (100) + 45 * CONVENE_MINUTE);
  g_assert_cmpstr (convene_calendar_entry_get_candidate (entry), ==, "Ada Example");
  g_assert_cmpstr (convene_calendar_entry_get_candidate_timezone (entry), ==, "America/Mexico_City");
  g_assert_cmpstr (convene_calendar_entry_get_job (entry), ==, "Staff Engineer");
  g_assert_cmpint (convene_calendar_entry_get_platform (entry), ==, CONVENE_PLATFORM_ZOOM);
  g_assert_cmpint (convene_calendar_entry_get_status (entry), ==, CONVENE_STATUS_SCHEDULED);
  g_assert_cmpint (convene_calendar_entry_get_response (entry), ==, CONVENE_RESPONSE_TENTATIVE);
  g_assert_true (convene_calendar_entry_get_has_link (entry));
  g_assert_cmpstr (convene_calendar_entry_get_host (entry), ==, "host@example.com");
  g_assert_cmpstr (convene_calendar_entry_get_manager (entry), ==, "Hal Manager");
  g_assert_false (convene_calendar_entry_get_attention (entry));
}

/* Who they are, as far as that is known. */
typedef struct
{
  const char *path;
  const char *name;
  const char *address;
  ConveneRole role;
  const char *shown;
} CandidateRow;

static const CandidateRow candidate_rows[] = {
  { "/store/entries/candidate/name", "Ada", "ada@example.com", CONVENE_ROLE_CANDIDATE, "Ada" },
  { "/store/entries/candidate/no-name", NULL, "ada@example.com", CONVENE_ROLE_CANDIDATE, "ada@example.com" },
  { "/store/entries/candidate/empty-name", "", "ada@example.com", CONVENE_ROLE_CANDIDATE, "ada@example.com" },
  { "/store/entries/candidate/none", "Hal", "hal@example.com", CONVENE_ROLE_HIRING_MANAGER, NULL },
};

static void
test_candidate (StoreFixture *fixture,
                gconstpointer data)
{
  const CandidateRow *row = data;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_zoom ("uid-1");
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  add_person (interview, row->name, row->address, row->role);
  convene_change_add_interview (change, interview);
  commit_ok (fixture->store, change);
  entry = read_one (fixture, 0);
  g_assert_cmpstr (convene_calendar_entry_get_candidate (entry), ==, row->shown);
}

/* -1 for no meeting */
typedef struct
{
  const char     *path;
  ConvenePlatform platform;
  int             meeting;
  const char     *link;
} LinkRow;

static const LinkRow link_rows[] = {
  { "/store/TA-10/link/live", CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE, "https://zoom.example.com/j/1" },
  { "/store/TA-10/link/pending", CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_PENDING, NULL },
  { "/store/TA-10/link/deleted", CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_DELETED, NULL },
  { "/store/TA-10/link/none", CONVENE_PLATFORM_ZOOM, -1, NULL },
  { "/store/TA-10/link/own", CONVENE_PLATFORM_LINK, -1, "https://meet.example.com/own" },
};

/* As convene_interview_get_join_link () says it of the whole interview. */
static void
test_link (StoreFixture *fixture,
           gconstpointer data)
{
  const LinkRow *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_zoom ("uid-long-1");
  g_autoptr(ConveneInterview) whole = NULL;
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  convene_interview_set_platform (interview, row->platform);
  convene_interview_set_link (interview, "https://meet.example.com/own");
  convene_change_add_interview (change, interview);
  if (row->meeting >= 0)
    put_meeting (change, "uid-long-1", (ConveneMeetingState) row->meeting);
  commit_ok (fixture->store, change);

  entry = read_one (fixture, 0);
  g_assert_cmpint (convene_calendar_entry_get_has_link (entry), ==, row->link != NULL);
  whole = store_find (fixture->store, "uid-long-1", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_interview_get_join_link (whole), ==, row->link);
}

/* VC-24: the accounts that are there → whether the meeting of host@example.com is started rather than joined, in a calendar and in the details. */
typedef struct
{
  const char        *path;
  const char        *address; /* NULL for none */
  ConveneAccountKind kind;
  gboolean           leaving;
  gboolean           hosted;
} HostRow;

static const HostRow host_rows[] = {
  { "/store/VC-24/hosted/nobody", NULL, CONVENE_ACCOUNT_KIND_ZOOM, FALSE, FALSE },
  { "/store/VC-24/hosted/own", "Host@Example.com", CONVENE_ACCOUNT_KIND_ZOOM, FALSE, TRUE },
  { "/store/VC-24/hosted/other", "other@example.com", CONVENE_ACCOUNT_KIND_ZOOM, FALSE, FALSE },
  { "/store/VC-24/hosted/mail", "host@example.com", CONVENE_ACCOUNT_KIND_MAIL, FALSE, FALSE },
  { "/store/VC-24/hosted/leaving", "host@example.com", CONVENE_ACCOUNT_KIND_ZOOM, TRUE, FALSE },
};

static void
test_hosted (StoreFixture *fixture,
             gconstpointer data)
{
  const HostRow *row = data;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_zoom ("uid-long-1");
  g_autoptr(ConveneAccount) account = g_object_new (CONVENE_TYPE_ACCOUNT, "id", "account", "kind", row->kind, "address", row->address, NULL);
  g_autoptr(ConveneCalendarEntry) entry = NULL;
  g_autoptr(ConveneInterview) whole = NULL;

  convene_account_set_leaving (account, row->leaving ? 1 : 0);
  convene_change_add_interview (change, interview);
  put_meeting (change, "uid-long-1", CONVENE_MEETING_STATE_LIVE);
  if (row->address != NULL)
    convene_change_put_account (change, account);
  commit_ok (fixture->store, change);

  entry = read_one (fixture, 0);
  g_assert_cmpint (convene_calendar_entry_get_hosted (entry), ==, row->hosted);
  whole = store_find (fixture->store, "uid-long-1", NULL);
  g_assert_cmpint (convene_meeting_get_hosted (convene_interview_get_meeting (whole)), ==, row->hosted);
}

/* SH-59: whether others invite to it. */
static void
test_foreign (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_zoom ("uid-1");
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  convene_interview_set_origin_uid (interview, data);
  convene_change_add_interview (change, interview);
  commit_ok (fixture->store, change);

  entry = read_one (fixture, 0);
  g_assert_cmpint (convene_calendar_entry_get_foreign (entry), ==, data != NULL);
}

/* -1 for none; hours before the end. */
typedef struct
{
  const char   *path;
  int           operation;
  int           meeting;
  ConveneStatus status;
  int           now;
  gboolean      attention;
} AttentionRow;

static const AttentionRow attention_rows[] = {
  { "/store/SH-39/attention/fine", CONVENE_OPERATION_STATE_DONE, CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, 0, FALSE },
  { "/store/SH-39/attention/waiting", CONVENE_OPERATION_STATE_WAITING, CONVENE_MEETING_STATE_PENDING, CONVENE_STATUS_SCHEDULED, 0, FALSE },
  { "/store/SH-39/attention/failed", CONVENE_OPERATION_STATE_FAILED, CONVENE_MEETING_STATE_LIVE, CONVENE_STATUS_SCHEDULED, 0, TRUE },
  { "/store/SH-39/attention/failed-without-meeting", CONVENE_OPERATION_STATE_FAILED, -1, CONVENE_STATUS_SCHEDULED, 0, TRUE },
  { "/store/SH-39/attention/meeting-failed", -1, CONVENE_MEETING_STATE_FAILED, CONVENE_STATUS_SCHEDULED, 0, TRUE },
  { "/store/SH-39/attention/meeting-missing", -1, CONVENE_MEETING_STATE_MISSING, CONVENE_STATUS_SCHEDULED, 0, TRUE },
  { "/store/SH-39/attention/under-way", CONVENE_OPERATION_STATE_FAILED, -1, CONVENE_STATUS_SCHEDULED, 100, TRUE },
  { "/store/SH-39/attention/over", CONVENE_OPERATION_STATE_FAILED, CONVENE_MEETING_STATE_FAILED, CONVENE_STATUS_SCHEDULED, 101, FALSE },
  { "/store/SH-39/attention/cancelled", CONVENE_OPERATION_STATE_FAILED, CONVENE_MEETING_STATE_FAILED, CONVENE_STATUS_CANCELLED, 0, FALSE },
};

static void
test_attention (StoreFixture *fixture,
                gconstpointer data)
{
  const AttentionRow *row = data;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_zoom ("uid-1");
  g_autoptr(ConveneOperation) operation = make_operation ("operation-1", "uid-1", row->operation >= 0 ? (ConveneOperationState) row->operation : 0);
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  convene_interview_set_status (interview, row->status);
  convene_change_add_interview (change, interview);
  if (row->operation >= 0)
    convene_change_add_operation (change, operation);
  if (row->meeting >= 0)
    put_meeting (change, "uid-1", (ConveneMeetingState) row->meeting);
  commit_ok (fixture->store, change);

  entry = read_one (fixture, at (row->now));
  g_assert_cmpint (convene_calendar_entry_get_attention (entry), ==, row->attention);
}

/* What the calendar reads is kept beside what it is made of: whatever is changed there shows here. */
static const char *const changes[] = {
  "UPDATE interview SET start = start + 3600000000, ends = ends + 3600000000",
  "UPDATE interview SET ends = ends + 60000000",
  "UPDATE interview SET job = 'Other'",
  "UPDATE interview SET status = 'cancelled'",
  "UPDATE interview SET platform = 'link', link = 'https://meet.example.com/own'",
  "UPDATE interview SET link = 'https://meet.example.com/other'",
  "UPDATE interview SET platform = 'zoom'",
  "UPDATE interview SET wall = NULL",
  "UPDATE interview SET wall = '1970-01-05T05:00'",
  "UPDATE meeting SET join_url = 'https://zoom.example.com/j/2'",
  "UPDATE meeting SET host = 'other@example.com'",
  "UPDATE meeting SET host = NULL",
  "UPDATE meeting SET state = 'failed'",
  "UPDATE meeting SET state = 'live'",
  "UPDATE interview SET meeting_id = NULL",
  "UPDATE interview SET meeting_id = (SELECT id FROM meeting)",
  "UPDATE participant SET name = 'Grace'",
  "UPDATE participant SET response = 'accepted'",
  "UPDATE participant SET timezone = 'Asia/Tokyo'",
  "UPDATE participant SET name = NULL WHERE role = 'hiring-manager'",
  "UPDATE participant SET address = 'max@example.com' WHERE role = 'hiring-manager'",
  "UPDATE participant SET role = 'optional' WHERE position = 1",
  "UPDATE participant SET role = 'hiring-manager' WHERE position = 1",
  "DELETE FROM participant WHERE position = 1",
  "UPDATE participant SET position = 5 WHERE position = 0",
  "UPDATE participant SET position = 0 WHERE position = 5",
  "INSERT INTO participant (interview, position, name, role, response, answered_sequence, answered_at) SELECT id, 1, 'Hal', 'hiring-manager', 'declined', 0, 0 FROM interview",
  "DELETE FROM participant",
  "INSERT INTO participant (interview, position, name, role, response, answered_sequence, answered_at) SELECT id, 0, 'Ada', 'candidate', 'declined', 0, 0 FROM interview",
  "UPDATE operation SET state = 'failed'",
  "UPDATE operation SET state = 'waiting'",
  "UPDATE operation SET state = 'failed'",
  "DELETE FROM operation",
  "DELETE FROM interview",
};

#define COMPARE                                                                             \
  "CREATE TEMP TABLE same (entries TEXT CHECK (entries IS NULL));"                          \
  "INSERT INTO same SELECT uid FROM (SELECT * FROM entry EXCEPT SELECT * FROM entry_made);" \
  "INSERT INTO same SELECT uid FROM (SELECT * FROM entry_made EXCEPT SELECT * FROM entry);"

static void
check_kept (StoreFixture *fixture,
            const char   *change)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA foreign_keys = OFF; %s; " COMPARE, change);

  store_fixture_execute (fixture, sql);
}

static void
test_kept (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_zoom ("uid-1");
  g_autoptr(ConveneOperation) operation = make_operation ("operation-1", "uid-1", CONVENE_OPERATION_STATE_WAITING);

  add_person (interview, "Ada", "ada@example.com", CONVENE_ROLE_CANDIDATE);
  add_person (interview, "Hal", "hal@example.com", CONVENE_ROLE_HIRING_MANAGER);
  convene_change_add_interview (change, interview);
  convene_change_add_operation (change, operation);
  put_meeting (change, "uid-1", CONVENE_MEETING_STATE_LIVE);
  commit_ok (fixture->store, change);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    check_kept (fixture, changes[i]);
}

/* A database as the sixth version left it. */
static void
make_version_6 (StoreFixture *fixture)
{
  const ConveneSchema schema = { convene_schema_get ()->migrations, 6 };
  ConveneConnection  *connection = convene_connection_new (fixture->folder, &schema);
  g_autoptr(GError) error = NULL;

  convene_store_open_connection (connection, &error);
  g_assert_no_error (error);
  convene_connection_execute (connection,
                              "INSERT INTO meeting (id, number, host, start, duration, state, created_at) VALUES ('m', 123, 'host@example.com', 0, 45, 'live', 0);"
                              "INSERT INTO interview (id, uid, sequence, time_sequence, status, job, start, wall, zone, ends, duration, platform, created, meeting_id) "
                              "  VALUES (7, 'uid-1', 0, 0, 'scheduled', 'Cook', 360000000000, '1970-01-05T04:00', 'UTC', 362700000000, 45, 'zoom', 0, 'm');"
                              "INSERT INTO participant (interview, position, name, address, role, response, answered_sequence, answered_at) VALUES "
                              "  (7, 0, 'Ada', 'ada@example.com', 'candidate', 'accepted', 0, 0), (7, 1, '', 'hal@example.com', 'hiring-manager', 'accepted', 0, 0);",
                              &error);
  g_assert_no_error (error);
  convene_connection_free (connection);
}

static void
test_migration (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneCalendarEntry) entry = NULL;

  make_version_6 (fixture);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  entry = read_one (fixture, 0);
  g_assert_cmpstr (convene_calendar_entry_get_candidate (entry), ==, "Ada");
  g_assert_cmpstr (convene_calendar_entry_get_host (entry), ==, "host@example.com");
  g_assert_cmpstr (convene_calendar_entry_get_manager (entry), ==, "hal@example.com");
  check_kept (fixture, "SELECT 1");
  store_fixture_execute (fixture, "CREATE TEMP TABLE found (n INTEGER CHECK (n = 1));"
                                  "INSERT INTO found SELECT count(*) FROM interview_search WHERE interview_search MATCH '\"h\"* AND 123 AND cook' AND rowid = 7");
}

/* Whatever stands in the file. */
typedef struct
{
  const char *path;
  const char *sql;
} DamageRow;

static const DamageRow damage_rows[] = {
  { "/store/entries/damaged/platform", "UPDATE interview SET platform = 'pigeon'" },
  { "/store/entries/damaged/status", "UPDATE interview SET status = ''" },
  { "/store/entries/damaged/job", "UPDATE interview SET job = CAST (x'ff' AS TEXT)" },
  { "/store/entries/damaged/uid", "UPDATE interview SET uid = CAST (x'ff' AS TEXT)" },
};

static void
test_damaged (StoreFixture *fixture,
              gconstpointer data)
{
  const DamageRow  *row = data;
  const char *const all[] = { "*", NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_zoom ("uid-1");

  convene_change_add_interview (change, interview);
  commit_ok (fixture->store, change);
  store_fixture_execute (fixture, row->sql);
  g_assert_null (store_list_entries (fixture->store, at (100), at (101), 0, 0, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
  g_clear_error (&error);
  g_assert_null (store_list_clashes (fixture->store, at (100), at (101), all, NULL, 0, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
}

/* Who is where at the same time: three interviews, two hours each, and one that is cancelled. */
typedef struct
{
  const char *path;
  int         from;
  int         to;
  const char *addresses; /* separated by blanks */
  const char *except;
  const char *found;
} ClashRow;

static const ClashRow clash_rows[] = {
  { "/store/clashes/overlap", 101, 103, "ada@example.com", NULL, "ada@example.com=uid-a" },
  { "/store/clashes/case", 101, 103, "ADA@example.com", NULL, "ADA@example.com=uid-a" },
  { "/store/clashes/touching", 102, 104, "ada@example.com", NULL, "" },
  { "/store/clashes/until-it-begins", 98, 100, "ada@example.com", NULL, "" },
  { "/store/clashes/other", 101, 103, "nobody@example.com", NULL, "" },
  { "/store/clashes/several", 100, 110, "bo@example.com ada@example.com", NULL, "ada@example.com=uid-a bo@example.com=uid-b ada@example.com=uid-c" },
  { "/store/clashes/except", 100, 110, "ada@example.com", "uid-a", "ada@example.com=uid-c" },
  { "/store/clashes/everybody", 100, 110, "*", "uid-c", "*=uid-a *=uid-b" },
  { "/store/clashes/none-asked", 100, 110, "", NULL, "" },
};

static void
store_clashing (StoreFixture *fixture)
{
  static const struct
  {
    const char   *uid;
    const char   *address;
    int           start;
    ConveneStatus status;
  } rows[] = {
    { "uid-a", "ada@example.com", 100, CONVENE_STATUS_SCHEDULED },
    { "uid-b", "bo@example.com", 101, CONVENE_STATUS_PROPOSED },
    { "uid-c", "ada@example.com", 108, CONVENE_STATUS_SCHEDULED },
    { "uid-x", "ada@example.com", 100, CONVENE_STATUS_CANCELLED },
  };
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(ConveneInterview) interview = make_interview (rows[i].uid, (gint64) rows[i].start * HOUR, 120);

      convene_interview_set_status (interview, rows[i].status);
      add_person (interview, "Cem", "cem@example.com", CONVENE_ROLE_CANDIDATE);
      add_person (interview, "Somebody", rows[i].address, CONVENE_ROLE_OPTIONAL);
      convene_change_add_interview (change, interview);
    }
  commit_ok (fixture->store, change);
}

static void
test_clashes (StoreFixture *fixture,
              gconstpointer data)
{
  const ClashRow *row = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) clashes = NULL;
  g_auto(GStrv) addresses = *row->addresses != '\0' ? g_strsplit (row->addresses, " ", -1) : g_new0 (char *, 1);
  g_autofree char *found = NULL;

  store_clashing (fixture);
  clashes = store_list_clashes (fixture->store, at (row->from), at (row->to), (const char *const *) addresses, row->except, 0, &error);
  g_assert_no_error (error);
  found = join_clashes (clashes);
  g_assert_cmpstr (found, ==, row->found);
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

  for (guint i = 0; i < G_N_ELEMENTS (range_rows); i++)
    add (range_rows[i].path, &range_rows[i], test_range);
  add ("/store/entries/draft", NULL, test_draft);
  add ("/store/SH-26/entries/fields", NULL, test_fields);
  for (guint i = 0; i < G_N_ELEMENTS (candidate_rows); i++)
    add (candidate_rows[i].path, &candidate_rows[i], test_candidate);
  for (guint i = 0; i < G_N_ELEMENTS (link_rows); i++)
    add (link_rows[i].path, &link_rows[i], test_link);
  for (guint i = 0; i < G_N_ELEMENTS (host_rows); i++)
    add (host_rows[i].path, &host_rows[i], test_hosted);
  add ("/store/SH-59/foreign/own", NULL, test_foreign);
  add ("/store/SH-59/foreign/others", "event@example.org", test_foreign);
  for (guint i = 0; i < G_N_ELEMENTS (attention_rows); i++)
    add (attention_rows[i].path, &attention_rows[i], test_attention);
  add ("/store/SH-26/entries/kept", NULL, test_kept);
  g_test_add ("/store/migrations/views", StoreFixture, NULL, store_fixture_set_up, test_migration, store_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (damage_rows); i++)
    add (damage_rows[i].path, &damage_rows[i], test_damaged);
  for (guint i = 0; i < G_N_ELEMENTS (clash_rows); i++)
    add (clash_rows[i].path, &clash_rows[i], test_clashes);

  return g_test_run ();
}
