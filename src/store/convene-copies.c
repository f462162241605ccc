/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-copies.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "convene-error.h"
#include "convene-statement.h"

#define KEPT 5
#define PATTERN "convene-*-*-*.db"
#define HEADER_SIZE 100
#define STALE (24 * 60 * 60) /* seconds */

static char *
dup_folder (const char *folder)
{
  return g_build_filename (folder, "copies", NULL);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return -strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the copies, newest first. */
static GPtrArray *
list_names (const char *copies)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (copies, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_pattern_match_simple (PATTERN, name))
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort (names, compare_newest_first);
  return g_steal_pointer (&names);
}

/* The user_version of a copy, or -1 if it is none. Copies have no write-ahead log: what the header says is true. */
static int
read_version (const char *path)
{
  guint8  header[HEADER_SIZE];
  guint32 version;
  int     fd = g_open (path, O_RDONLY | O_CLOEXEC);
  gssize  size;

  if (fd < 0)
    return -1;

  size = read (fd, header, sizeof header);
  g_close (fd, NULL);
  if (size != sizeof header || memcmp (header, "SQLite format 3", 16) != 0)
    return -1;

  /* SQLite: Database File Format §1.3, offset 60, big-endian */
  memcpy (&version, header + 60, sizeof version);
  version = GUINT32_FROM_BE (version);
  return version <= G_MAXINT ? (int) version : -1;
}

char *
convene_copies_find_newest (const char *folder,
                            int         version)
{
  g_autofree char *copies = dup_folder (folder);
  g_autoptr(GPtrArray) names = list_names (copies);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (copies, names->pdata[i], NULL);
      int              found = read_version (path);

      if (found >= 1 && found <= version)
        return g_steal_pointer (&path);
    }

  return NULL;
}

/* The day of a copy is for people and for the order of copies alone, so that no injected clock is asked for it. */
static char *
dup_path_of_today (const char *copies)
{
  g_autoptr(GDateTime) now = g_date_time_new_from_unix_utc (g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *name = g_date_time_format (now, "convene-%Y-%m-%d.db");

  return g_build_filename (copies, name, NULL);
}

gboolean
convene_copies_is_due (ConveneConnection *connection)
{
  g_autofree char *copies = dup_folder (convene_connection_get_folder (connection));
  g_autofree char *path = dup_path_of_today (copies);
  gint64           filled = 0;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return FALSE;

  return convene_connection_get_number (connection, "SELECT EXISTS (SELECT 1 FROM interview) OR EXISTS (SELECT 1 FROM account)", &filled, NULL) && filled;
}

static void
prune (const char *copies)
{
  g_autoptr(GPtrArray) names = list_names (copies);

  for (guint i = KEPT; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (copies, names->pdata[i], NULL);

      g_unlink (path);
    }
}

/* What a killed program left behind. A copy takes seconds. */
static void
sweep (const char *copies)
{
  g_autoptr(GDir) dir = g_dir_open (copies, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (copies, name, NULL);
      GStatBuf         status;

      if (g_str_has_suffix (name, ".part") && g_stat (path, &status) == 0 && status.st_mtime + STALE < g_get_real_time () / G_USEC_PER_SEC)
        g_unlink (path);
    }
}

static gboolean
flush (const char *path)
{
  int      fd = g_open (path, O_RDONLY | O_CLOEXEC);
  gboolean flushed;

  if (fd < 0)
    return FALSE;

  flushed = fsync (fd) == 0;
  return g_close (fd, NULL) && flushed;
}

static gboolean
fail_with_errno (const char *path,
                 GError    **error)
{
  int saved = errno;

  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_DATABASE, _ ("The copy %s cannot be written: %s"), path, g_strerror (saved));
  return FALSE;
}

/* An empty file of our own with mode 0600, which VACUUM takes, so that nobody else can read the copy while it grows. */
static char *
make_part (const char *path,
           GError    **error)
{
  g_autofree char *part = g_strconcat (path, "-XXXXXX.part", NULL);
  int              fd = g_mkstemp_full (part, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      fail_with_errno (path, error);
      return NULL;
    }

  g_close (fd, NULL);
  return g_steal_pointer (&part);
}

static gboolean
fill (ConveneConnection *connection,
      const char        *part,
      GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "VACUUM INTO ?", error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, part);
  return convene_statement_run (statement, error);
}

/* Another process may have brought the schema up to date meanwhile: the copy of what was before is worth more. */
static gboolean
install (const char *part,
         const char *path,
         int         version,
         GError    **error)
{
  if (read_version (part) != version)
    {
      g_unlink (part);
      return TRUE;
    }

  return (flush (part) && g_rename (part, path) == 0) || fail_with_errno (path, error);
}

gboolean
convene_copies_make (ConveneConnection *connection,
                     GError           **error)
{
  g_autofree char *copies = dup_folder (convene_connection_get_folder (connection));
  g_autofree char *path = dup_path_of_today (copies);
  g_autofree char *part = NULL;
  gint64           version;

  if (g_mkdir_with_parents (copies, 0700) != 0)
    return fail_with_errno (path, error);
  if (!convene_connection_get_number (connection, "PRAGMA user_version", &version, error))
    return FALSE;

  sweep (copies);
  part = make_part (path, error);
  if (part == NULL)
    return FALSE;

  if (!fill (connection, part, error) || !install (part, path, version, error))
    {
      g_unlink (part);
      return FALSE;
    }

  flush (copies);
  prune (copies);
  return TRUE;
}
