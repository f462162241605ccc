/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-files.h"

#include <glib/gstdio.h>
#include <string.h>

#include "convene-error.h"

/* Opening must be refused, name what is expected, and leave the file as it is and alone in the folder but for the copies. */
static void
assert_refused (StoreFixture *fixture,
                const char   *mention)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) names = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            before_size, after_size;

  before = store_fixture_read (fixture, "convene.db", &before_size);
  g_assert_false (store_open (fixture->store, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, mention));
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_null (strchr (error->message, '\n'));

  after = store_fixture_read (fixture, "convene.db", &after_size);
  g_assert_cmpmem (before, before_size, after, after_size);
  names = store_fixture_list (fixture, "");
  for (guint i = 0; i < names->len; i++)
    g_assert_true (g_str_equal (names->pdata[i], "convene.db") || g_str_equal (names->pdata[i], "copies"));

  /* and what is asked of it then gets an answer too */
  g_clear_error (&error);
  g_assert_null (store_list_accounts (fixture->store, 0, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
}

static void
test_fresh (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = store_fixture_build_path (fixture, "a/b");
  g_autoptr(ConveneStore) store = convene_store_new (folder);

  g_assert_cmpstr (convene_store_get_folder (store), ==, folder);
  store_open (store, &error);
  g_assert_no_error (error);
  store_add_interview (store, STORE_UID);
  g_assert_cmpint (store_fixture_get_mode (fixture, "a/b"), ==, 0700);
  g_assert_cmpint (store_fixture_get_mode (fixture, "a/b/convene.db"), ==, 0600);
  g_assert_cmpint (store_fixture_get_mode (fixture, "a/b/convene.db-wal"), ==, 0600);
  g_assert_cmpint (store_fixture_get_mode (fixture, "a/b/convene.db-shm"), ==, 0600);

  store_close (store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_get_mode (fixture, "a/b/copies"), ==, 0700);
}

/* What was made readable for others is private again. */
static void
test_tightens (StoreFixture *fixture,
               gconstpointer data)
{
  g_autofree char *path = store_fixture_build_path (fixture, "convene.db");
  g_autoptr(GError) error = NULL;

  g_assert_no_errno (g_chmod (fixture->folder, 0755));
  g_assert_no_errno (g_chmod (path, 0644));
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_fixture_get_mode (fixture, ""), ==, 0700);
  g_assert_cmpint (store_fixture_get_mode (fixture, "convene.db"), ==, 0600);
}

static void
test_empty_file (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autoptr(GError) error = NULL;

  store_fixture_write (fixture, "convene.db", "", 0);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  store_add_interview (fixture->store, STORE_UID);
}

static void
test_folder_is_file (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = store_fixture_build_path (fixture, "file/folder");
  g_autoptr(ConveneStore) store = convene_store_new (folder);

  store_fixture_write (fixture, "file", "x", 1);
  g_assert_false (store_open (store, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, folder));
}

/* What may be done to a good file, given with its size. Answers the size afterwards. */
typedef struct
{
  const char *path;
  gsize (*damage) (char *contents, gsize size);
  const char *mention;
} DamageRow;

static gsize
turn_to_text (char *contents,
              gsize size)
{
  memset (contents, 'x', size);
  return size;
}

static gsize
keep_one_byte (char *contents,
               gsize size)
{
  return 1;
}

static gsize
keep_header (char *contents,
             gsize size)
{
  return 100;
}

static gsize
keep_half (char *contents,
           gsize size)
{
  return size / 2;
}

static gsize
cut_last_byte (char *contents,
               gsize size)
{
  return size - 1;
}

static gsize
spoil_schema (char *contents,
              gsize size)
{
  memset (contents + 100, 0xff, 900);
  return size;
}

static gsize
make_newer (char *contents,
            gsize size)
{
  contents[63] = 99; /* user_version, big-endian */
  return size;
}

static gsize
make_newest (char *contents,
             gsize size)
{
  contents[60] = (char) 0xff; /* beyond what a signed number holds */
  return size;
}

/* A schema that only a later SQLite can read is a newer version first of all. */
static gsize
make_newer_and_strange (char *contents,
                        gsize size)
{
  spoil_schema (contents, size);
  return make_newer (contents, size);
}

static gsize
make_foreign (char *contents,
              gsize size)
{
  memcpy (contents + 68, "else", 4); /* application_id */
  return size;
}

static gsize
make_unmarked (char *contents,
               gsize size)
{
  memset (contents + 60, 0, 4);
  memset (contents + 68, 0, 4);
  return size;
}

static const DamageRow damage_rows[] = {
  { "/store/open/damaged/text", turn_to_text, "damaged" },
  { "/store/open/damaged/one-byte", keep_one_byte, "damaged" },
  { "/store/open/damaged/header-only", keep_header, "damaged" },
  { "/store/open/damaged/half", keep_half, "damaged" },
  { "/store/open/damaged/last-byte", cut_last_byte, "damaged" },
  { "/store/open/damaged/schema", spoil_schema, "damaged" },
  { "/store/open/newer", make_newer, "newer version" },
  { "/store/open/newer/highest", make_newest, "newer version" },
  { "/store/open/newer/strange", make_newer_and_strange, "newer version" },
  { "/store/open/foreign", make_foreign, "not a database of Convene" },
  { "/store/open/foreign/unmarked", make_unmarked, "not a database of Convene" },
};

static void
test_refused (StoreFixture *fixture,
              gconstpointer data)
{
  const DamageRow *row = data;
  g_autofree char *contents = NULL;
  g_autofree char *copy = NULL;
  gsize            size, copy_size;

  contents = store_fixture_read (fixture, "convene.db", &size);
  copy = g_memdup2 (contents, size);
  copy_size = size;
  size = row->damage (contents, size);
  store_fixture_write (fixture, "convene.db", contents, size);

  /* The way back is the newest copy that this program can read. */
  store_fixture_remove_copies (fixture);
  assert_refused (fixture, "no copy");
  assert_refused (fixture, row->mention);
  store_fixture_write (fixture, "copies/convene-2026-11-19.db", copy, copy_size);
  store_fixture_write (fixture, "copies/convene-2026-11-20.db", copy, copy_size);
  assert_refused (fixture, "copies/convene-2026-11-20.db");
  copy[63] = 99;
  store_fixture_write (fixture, "copies/convene-2026-11-21.db", copy, copy_size);
  store_fixture_write (fixture, "copies/convene-2026-11-22.db", "x", 1);
  store_fixture_write (fixture, "copies/convene-2026-11-23.db-abcdef.part", "x", 1);
  assert_refused (fixture, "copies/convene-2026-11-20.db");
}

/* While the log is not in the file yet, the file itself says nothing of the newer version. */
static void
test_newer_in_log (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneStore) store = convene_store_new (fixture->folder);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize            before_size, after_size;

  store_open (fixture->store, &error);
  g_assert_no_error (error);
  store_fixture_execute (fixture, "PRAGMA user_version = 99");
  before = store_fixture_read (fixture, "convene.db", &before_size);
  g_assert_cmpint (before[63], !=, 99);

  g_assert_false (store_open (store, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "newer version"));
  after = store_fixture_read (fixture, "convene.db", &after_size);
  g_assert_cmpmem (before, before_size, after, after_size);
  g_assert_finalize_object (g_steal_pointer (&store));
}

/* Damage that shows only when the page is needed. */
static void
test_damaged_later (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize            size;

  contents = store_fixture_read (fixture, "convene.db", &size);
  memset (contents + 4096, 0xff, size - 4096);
  store_fixture_write (fixture, "convene.db", contents, size);
  store_open (fixture->store, &error);
  if (error == NULL)
    store_find (fixture->store, STORE_UID, &error);
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, "/copies/convene-"));
}

typedef struct
{
  const char *path;
  const char *sql;
  const char *mention;
} ValueRow;

static const ValueRow value_rows[] = {
  { "/store/value/status", "UPDATE interview SET status = 'unheard-of'", "interview has an impossible status" },
  { "/store/value/platform", "UPDATE interview SET platform = ''", "interview has an impossible platform" },
  { "/store/value/role", "UPDATE participant SET role = 'king'", "participant has an impossible role" },
  { "/store/value/negative-sequence", "UPDATE interview SET sequence = -1", "interview has an impossible sequence" },
  { "/store/value/huge-sequence", "UPDATE interview SET sequence = 99999999999", "interview has an impossible sequence" },
  { "/store/value/not-utf-8", "UPDATE interview SET job = CAST (x'ff' AS TEXT)", "interview has an impossible job" },
  { "/store/value/half-a-start", "UPDATE interview SET wall = NULL", "interview has an impossible start" },
};

/* Data from a file never meets an assertion. */
static void
test_value (StoreFixture *fixture,
            gconstpointer data)
{
  const ValueRow              *row = data;
  const ConveneInterviewFilter filter = { .all = TRUE };
  g_autoptr(GError) error = NULL;

  store_fixture_execute (fixture, row->sql);
  store_open (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_null (store_list (fixture->store, &filter, NULL, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE);
  g_assert_nonnull (strstr (error->message, row->mention));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/store/open/fresh", StoreFixture, NULL, store_fixture_set_up, test_fresh, store_fixture_tear_down);
  g_test_add ("/store/open/tightens", StoreFixture, NULL, store_fixture_set_up_filled, test_tightens, store_fixture_tear_down);
  g_test_add ("/store/open/empty-file", StoreFixture, NULL, store_fixture_set_up, test_empty_file, store_fixture_tear_down);
  g_test_add ("/store/open/folder-is-file", StoreFixture, NULL, store_fixture_set_up, test_folder_is_file, store_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (damage_rows); i++)
    g_test_add (damage_rows[i].path, StoreFixture, &damage_rows[i], store_fixture_set_up_filled, test_refused, store_fixture_tear_down);
  g_test_add ("/store/open/newer/in-log", StoreFixture, NULL, store_fixture_set_up_filled, test_newer_in_log, store_fixture_tear_down);
  g_test_add ("/store/damaged-later", StoreFixture, NULL, store_fixture_set_up_filled, test_damaged_later, store_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (value_rows); i++)
    g_test_add (value_rows[i].path, StoreFixture, &value_rows[i], store_fixture_set_up_filled, test_value, store_fixture_tear_down);

  return g_test_run ();
}
