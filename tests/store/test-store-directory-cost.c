/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>

#include "convene-change-private.h"
#include "convene-clock.h"
#include "convene-connection-private.h"
#include "convene-directory.h"
#include "convene-entries.h"
#include "convene-hosting.h"
#include "convene-needs.h"
#include "convene-reader.h"
#include "convene-store-open.h"
#include "store-fixture.h"

/* Looking up costs in proportion to what is found, however much is stored: counted are the pages of the database that SQLite looks at, which a scan
 * of any kind, also one within its search tables, needs one after the other. */

#define MONTH (30 * 24)
#define MANY 100000

static ConveneConnection *
open_connection (StoreFixture *fixture)
{
  ConveneConnection *connection = convene_connection_new (fixture->folder, convene_schema_get ());
  g_autoptr(GError) error = NULL;

  convene_store_open_connection (connection, &error);
  g_assert_no_error (error);
  return connection;
}

static void
execute (ConveneConnection *connection,
         const char        *sql)
{
  g_autoptr(GError) error = NULL;

  convene_connection_execute (connection, sql, &error);
  g_assert_no_error (error);
}

#define NUMBERS "WITH RECURSIVE n (value) AS (SELECT 0 UNION ALL SELECT value + 1 FROM n WHERE value + 1 < COUNT) "

/* One interview an hour from 1970 on, with a candidate, a meeting and operations; they are put by SQL, for speed. */
#define INTERVIEWS                                                                                                                                   \
  "INSERT INTO meeting (id, number, join_url, start, duration, state, created_at) " NUMBERS                                                          \
  "  SELECT 'm' || value, value, 'https://zoom.example.com/j/' || value, 0, 30, 'live', 0 FROM n;"                                                   \
  "INSERT INTO interview (id, uid, sequence, time_sequence, status, job, start, wall, zone, ends, duration, platform, created, meeting_id) " NUMBERS \
  "  SELECT value + 1, 'uid-' || value, 0, 0, 'scheduled', 'Job ' || (value % 500), value * 3600000000,"                                             \
  "    '1970-01-01T00:00', 'UTC', value * 3600000000 + 1800000000, 30, 'zoom', 0, 'm' || value FROM n;"                                              \
  "INSERT INTO participant (interview, position, name, address, role, response, answered_sequence, answered_at) " NUMBERS                            \
  "  SELECT value + 1, 0, 'Ada ' || value, 'ada' || value || '@example.com', 'candidate', 'accepted', 0, 0 FROM n;"                                  \
  "INSERT INTO operation (id, kind, state, interview_uid, due, attempts, first_attempt, posts, looks, released, created, settled) " NUMBERS          \
  "  SELECT 'o' || value, 'mail-invitation', 'done', 'uid-' || value, 0, 1, 0, 0, 0, 0, 0, 0 FROM n;"

/* Every tenth is an Ada, one alone is called Zuleika. */
#define PEOPLE                                                                                                                                \
  "INSERT INTO person (address, name, used) " NUMBERS                                                                                         \
  "  SELECT 'person' || value || '@example.com', iif (value = 7, 'Zuleika', iif (value % 10 = 0, 'Ada ', 'Bo ') || value), value + 1 FROM n;" \
  "INSERT INTO person_search (rowid, name, address) SELECT used, name, address FROM person;"

static void
put (ConveneConnection *connection,
     const char        *format,
     guint              count)
{
  g_autoptr(GString) sql = g_string_new (format);
  g_autofree char *number = g_strdup_printf ("%u", count);

  g_string_replace (sql, "COUNT", number, 0);
  execute (connection, "BEGIN");
  execute (connection, sql->str);
  execute (connection, "COMMIT");
}

static int
take_pages (ConveneConnection *connection)
{
  int hits = 0, misses = 0, highest;

  sqlite3_db_status (connection->db, SQLITE_DBSTATUS_CACHE_HIT, &hits, &highest, TRUE);
  sqlite3_db_status (connection->db, SQLITE_DBSTATUS_CACHE_MISS, &misses, &highest, TRUE);
  return hits + misses;
}

/* The month that begins with the hour. */
static int
count_month (ConveneConnection *connection,
             guint              hour,
             guint              expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) entries = NULL;
  ConveneEntriesQuery *query = convene_entries_query_new (hour * CONVENE_HOUR, (hour + MONTH) * CONVENE_HOUR, 0);
  int                  pages;

  take_pages (connection);
  entries = convene_entries_list (connection, query, &error);
  pages = take_pages (connection);
  convene_entries_query_free (query);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, expected);
  return pages;
}

/* Trees of a hundred times the entries are one level higher: three times as much for each look-up is allowed for, a hundred times is not. */
static void
check_entries (ConveneConnection *connection,
               int                alone)
{
  int among_many, at_end;

  among_many = count_month (connection, MANY / 2, MONTH);
  at_end = count_month (connection, MANY - MONTH, MONTH);
  g_test_message ("%d pages alone, %d among many, %d at their end", alone, among_many, at_end);
  g_assert_cmpint (among_many, <=, 3 * alone);
  g_assert_cmpint (at_end, <=, 3 * alone);
  g_assert_cmpint (count_month (connection, 2 * MANY, 0), <, 20);
}

static void
check_clashes (ConveneConnection *connection)
{
  const char *const    addresses[] = { "ada50000@example.com", "nobody@example.com", NULL };
  ConveneEntriesQuery *query = convene_entries_query_new (MANY / 2 * CONVENE_HOUR, (MANY / 2 + 1) * CONVENE_HOUR, 0);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) clashes = NULL;

  query->addresses = g_strdupv ((GStrv) addresses);
  take_pages (connection);
  clashes = convene_entries_list_clashes (connection, query, &error);
  g_assert_cmpint (take_pages (connection), <, 1000);
  g_assert_no_error (error);
  g_assert_cmpuint (clashes->len, ==, 1);
  convene_entries_query_free (query);
}

static void
check_needs (ConveneConnection *connection)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneNeeds) needs = NULL;

  execute (connection, "UPDATE operation SET state = 'failed' WHERE position % 10000 = 0");
  execute (connection, "UPDATE operation SET state = 'waiting', event = 'mail' WHERE position % 10000 = 1");
  take_pages (connection);
  needs = convene_needs_read (connection, MANY / 2 * CONVENE_HOUR, &error);
  g_assert_cmpint (take_pages (connection), <, 500);
  g_assert_no_error (error);
  g_assert_cmpuint (needs->failed, ==, 5);
}

static const struct
{
  const char *text;
  guint       found;
} searches[] = {
  { "", 8 },
  { "a", 8 },
  { "ada", 8 },
  { "p", 8 },
  { "person4", 8 },
  { "example", 8 },
  { "zul", 1 },
  { "zul exam", 1 },
  { "ada person49", 8 },
  { "nobody", 0 },
};

static void
test_people (StoreFixture *fixture,
             gconstpointer data)
{
  ConveneConnection *connection = open_connection (fixture);

  put (connection, PEOPLE, 50000);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) people = NULL;
      gint64 began = g_get_monotonic_time ();
      int    pages;

      take_pages (connection);
      people = convene_directory_list_people (connection, searches[i].text, 8, &error);
      pages = take_pages (connection);
      g_assert_no_error (error);
      g_test_message ("“%s”: %d pages, %d us", searches[i].text, pages, (int) (g_get_monotonic_time () - began));
      g_assert_cmpuint (people->len, ==, searches[i].found);
      g_assert_cmpint (pages, <, 500);
    }
  convene_connection_free (connection);
}

static void
check_last_interview (ConveneConnection *connection)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) last = NULL;

  take_pages (connection);
  last = convene_reader_find_last_interview (connection, "Job 77", &error);
  g_assert_cmpint (take_pages (connection), <, 100);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_interview_get_uid (last), ==, "uid-99577");
}

/* Health asks it again and again; the first of many is as near as the last one, and that there is none is known at once. */
static void
check_next_start (ConveneConnection *connection)
{
  const guint hours[] = { 0, MANY / 2, MANY - 1, MANY };

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    {
      g_autoptr(GError) error = NULL;
      gint64 start = -1;

      take_pages (connection);
      convene_hosting_find_next_start (connection, hours[i] * CONVENE_HOUR, &start, &error);
      g_assert_cmpint (take_pages (connection), <, 20);
      g_assert_no_error (error);
      g_assert_cmpint (start, ==, hours[i] < MANY ? hours[i] * CONVENE_HOUR : G_MAXINT64);
    }
}

/* Of what is to come, however much an account has made: the last hundred of so many. */
static void
check_bonds (ConveneConnection *connection)
{
  g_autoptr(GError) error = NULL;
  ConveneBonds bonds = { 0 };

  execute (connection, "UPDATE meeting SET account_id = 'zoom'");
  take_pages (connection);
  convene_hosting_count_bonds (connection, "zoom", (MANY - 100) * CONVENE_HOUR, &bonds, &error);
  g_assert_cmpint (take_pages (connection), <, 1500);
  g_assert_no_error (error);
  g_assert_cmpint (bonds.live, ==, 100);
}

/* Ten hosts, for ten thousand days. */
#define QUOTA                                            \
  "INSERT INTO quota_day (host, day, requests) " NUMBERS \
  "  SELECT 'host' || (value % 10) || '@example.com', value / 10, value % 10 + 1 FROM n;"

static void
test_quota (StoreFixture *fixture,
            gconstpointer data)
{
  ConveneConnection *connection = open_connection (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) requests = NULL;

  put (connection, QUOTA, MANY);
  take_pages (connection);
  requests = convene_hosting_list_requests (connection, 5000 * CONVENE_DAY, &error);
  g_assert_cmpint (take_pages (connection), <, 100);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (requests), ==, 10);
  convene_connection_free (connection);
}

/* Putting so many takes longer than all that is looked up, so that it is done once. */
static void
test_interviews (StoreFixture *fixture,
                 gconstpointer data)
{
  ConveneConnection *connection = open_connection (fixture);
  int                alone;

  put (connection, INTERVIEWS, MONTH);
  alone = count_month (connection, 0, MONTH);
  execute (connection, "DELETE FROM operation; DELETE FROM interview; DELETE FROM meeting");

  put (connection, INTERVIEWS, MANY);
  check_entries (connection, alone);
  check_clashes (connection);
  check_last_interview (connection);
  check_needs (connection);
  check_next_start (connection);
  check_bonds (connection);
  convene_connection_free (connection);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/cost/SH-26/interviews", StoreFixture, NULL, store_fixture_set_up, test_interviews, store_fixture_tear_down);
  g_test_add ("/store/cost/TH-18/quota", StoreFixture, NULL, store_fixture_set_up, test_quota, store_fixture_tear_down);
  g_test_add ("/store/cost/people", StoreFixture, NULL, store_fixture_set_up, test_people, store_fixture_tear_down);

  return g_test_run ();
}
