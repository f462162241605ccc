/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-files.h"

#include <string.h>

#include "convene-error.h"
#include "convene-statement.h"
#include "convene-store-open.h"

static void
test_copies (StoreFixture *fixture,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *contents = NULL;
  gsize            size;

  /* the one of today, which store_fixture_set_up_filled () has left */
  names = store_fixture_list (fixture, "copies");
  g_assert_cmpuint (names->len, ==, 1);
  copy = g_build_filename ("copies", names->pdata[0], NULL);
  g_assert_cmpint (store_fixture_get_mode (fixture, copy), ==, 0600);

  /* seven old ones, and one more when the next day's is made */
  contents = store_fixture_read (fixture, copy, &size);
  store_fixture_remove_copies (fixture);
  for (guint i = 1; i <= 7; i++)
    {
      g_autofree char *name = g_strdup_printf ("copies/convene-2020-01-0%u.db", i);

      store_fixture_write (fixture, name, contents, size);
    }
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  store_add_interview (fixture->store, "another");
  store_fixture_close (fixture);

  g_ptr_array_unref (names);
  names = store_fixture_list (fixture, "copies");
  g_assert_cmpuint (names->len, ==, 5);
  for (guint i = 0; i < names->len; i++)
    g_assert_false (g_str_has_suffix (names->pdata[i], "1.db") && g_str_has_prefix (names->pdata[i], "convene-2020"));
}

/* A copy put in the database's place is the database. */
static void
test_way_back (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = store_fixture_list (fixture, "copies");
  g_autoptr(ConveneInterview) found = NULL;
  g_autofree char *copy = g_build_filename ("copies", names->pdata[0], NULL);
  g_autofree char *contents = NULL;
  gsize            size;

  contents = store_fixture_read (fixture, copy, &size);
  store_fixture_write (fixture, "convene.db", contents, size);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  found = store_find (fixture->store, STORE_UID, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (found)), ==, "Ana");
  store_add_interview (fixture->store, "another");
}

/* Who only looks makes none, and of nothing none is made. */
static void
test_no_copy (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = NULL;

  store_fixture_remove_copies (fixture);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  store_fixture_close (fixture);
  names = store_fixture_list (fixture, "copies");
  g_assert_cmpuint (names->len, ==, 0);
}

static void
test_no_copy_of_nothing (StoreFixture *fixture,
                         gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(GPtrArray) names = NULL;

  convene_change_set_preference (change, "key", "value");
  commit_ok (fixture->store, change);
  store_fixture_close (fixture);
  names = store_fixture_list (fixture, "copies");
  g_assert_cmpuint (names->len, ==, 0);
}

/* A program that stays open makes it when it has nothing else to do. */
static void
test_copy_at_rest (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  gboolean made = FALSE;

  store_fixture_remove_copies (fixture);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  while (!made)
    {
      g_autoptr(GPtrArray) names = store_fixture_list (fixture, "copies");

      g_usleep (50 * 1000);
      made = names->len == 1 && g_str_has_suffix (names->pdata[0], ".db");
    }
}

static const char *const steps[] = {
  "CREATE TABLE interview (name TEXT); CREATE TABLE account (id TEXT); INSERT INTO interview VALUES ('kept')",
  "ALTER TABLE interview ADD COLUMN added TEXT; UPDATE interview SET added = name || '!'",
  "CREATE TABLE more (id TEXT)",
  "this is no SQL",
};

static gint64
get_number (ConveneConnection *connection,
            const char        *sql)
{
  g_autoptr(GError) error = NULL;
  gint64 number;

  convene_connection_get_number (connection, sql, &number, &error);
  g_assert_no_error (error);
  return number;
}

/* Opens the folder as a program would that knows so many versions. */
static gboolean
open_version (StoreFixture *fixture,
              int           version,
              const char   *sql,
              gint64        expected,
              GError      **error)
{
  const ConveneSchema schema = { steps, version };
  g_autoptr(ConveneConnection) connection = convene_connection_new (fixture->folder, &schema);

  if (!convene_store_open_connection (connection, error))
    return FALSE;

  g_assert_cmpint (get_number (connection, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (get_number (connection, sql), ==, expected);
  return TRUE;
}

static void
test_migrations (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *contents = NULL;
  gsize            size;

  open_version (fixture, 1, "SELECT count(*) FROM interview WHERE name = 'kept'", 1, &error);
  g_assert_no_error (error);
  names = store_fixture_list (fixture, "copies");
  g_assert_cmpuint (names->len, ==, 0);

  /* two steps at once, after a copy of what was before */
  open_version (fixture, 3, "SELECT count(*) FROM interview, sqlite_schema AS made WHERE added = 'kept!' AND made.name = 'more'", 1, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (names);
  names = store_fixture_list (fixture, "copies");
  g_assert_cmpuint (names->len, ==, 1);
  copy = g_build_filename ("copies", names->pdata[0], NULL);
  contents = store_fixture_read (fixture, copy, &size);
  g_assert_cmpint (contents[63], ==, 1);

  /* nothing more to do */
  open_version (fixture, 3, "SELECT count(*) FROM interview", 1, &error);
  g_assert_no_error (error);

  /* a step that fails leaves the version before; one that is older than the file is refused */
  g_assert_false (open_version (fixture, 4, "", 0, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
  g_clear_error (&error);
  open_version (fixture, 3, "SELECT count(*) FROM interview WHERE added = 'kept!'", 1, &error);
  g_assert_no_error (error);
  g_assert_false (open_version (fixture, 2, "", 0, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "newer version"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/copies", StoreFixture, NULL, store_fixture_set_up_filled, test_copies, store_fixture_tear_down);
  g_test_add ("/store/copies/way-back", StoreFixture, NULL, store_fixture_set_up_filled, test_way_back, store_fixture_tear_down);
  g_test_add ("/store/copies/none-by-looking", StoreFixture, NULL, store_fixture_set_up_filled, test_no_copy, store_fixture_tear_down);
  g_test_add ("/store/copies/none-of-nothing", StoreFixture, NULL, store_fixture_set_up_open, test_no_copy_of_nothing, store_fixture_tear_down);
  g_test_add ("/store/migrations", StoreFixture, NULL, store_fixture_set_up, test_migrations, store_fixture_tear_down);
  g_test_add ("/store/copies/at-rest", StoreFixture, NULL, store_fixture_set_up_filled, test_copy_at_rest, store_fixture_tear_down);

  return g_test_run ();
}
