/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-files.h"

#include <glib/gstdio.h>

void
store_add_interview (ConveneStore *store,
                     const char   *uid)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = make_interview (uid, 1000, 60);

  add_person (interview, "Ana", "ana@example.com", CONVENE_ROLE_CANDIDATE);
  convene_change_add_interview (change, interview);
  commit_ok (store, change);
}

void
store_fixture_close (StoreFixture *fixture)
{
  g_autoptr(GError) error = NULL;

  store_close (fixture->store, &error);
  g_assert_no_error (error);
}

/* A database of ours with something inside, closed. */
void
store_fixture_set_up_filled (StoreFixture *fixture,
                             gconstpointer data)
{
  store_fixture_set_up_open (fixture, data);
  store_add_interview (fixture->store, STORE_UID);
  store_fixture_close (fixture);
}

char *
store_fixture_read (StoreFixture *fixture,
                    const char   *name,
                    gsize        *size)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = store_fixture_build_path (fixture, name);
  char            *contents;

  g_file_get_contents (path, &contents, size, &error);
  g_assert_no_error (error);
  return contents;
}

void
store_fixture_write (StoreFixture *fixture,
                     const char   *name,
                     const char   *contents,
                     gsize         size)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = store_fixture_build_path (fixture, name);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_file_set_contents_full (path, contents, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &error);
  g_assert_no_error (error);
}

GPtrArray *
store_fixture_list (StoreFixture *fixture,
                    const char   *name)
{
  GPtrArray       *names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = store_fixture_build_path (fixture, name);
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);
  const char *found;

  while (dir != NULL && (found = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (found));

  return names;
}

int
store_fixture_get_mode (StoreFixture *fixture,
                        const char   *name)
{
  g_autofree char *path = store_fixture_build_path (fixture, name);
  GStatBuf         status;

  g_assert_no_errno (g_stat (path, &status));
  return status.st_mode & 0777;
}

void
store_fixture_remove_copies (StoreFixture *fixture)
{
  g_autofree char *copies = store_fixture_build_path (fixture, "copies");

  remove_folder (copies);
}
