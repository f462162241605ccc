/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-connection.h"

#include <glib/gstdio.h>

#include "convene-collect.h"
#include "convene-connection-private.h"
#include "convene-error.h"
#include "convene-statement.h"

#define BUSY_TIMEOUT 10000 /* ms */
#define STOP_STEPS 4000

/* trusted_schema: what stands in the file's schema calls no function that could do harm, should somebody hand us a file.
 * temp_store: nothing about people in another folder. */
#define MODE                     \
  "PRAGMA synchronous = FULL;"   \
  "PRAGMA foreign_keys = ON;"    \
  "PRAGMA secure_delete = ON;"   \
  "PRAGMA trusted_schema = OFF;" \
  "PRAGMA temp_store = MEMORY;"

/* KiB of the file that are kept beside what the system keeps of it: what stays open all day reads here and there, and once through a month. Who only reads has
 * SQLite's own 2 MiB, for searches. */
#define FEW_PAGES "PRAGMA cache_size = -128"

ConveneConnection *
convene_connection_new (const char          *folder,
                        const ConveneSchema *schema)
{
  ConveneConnection *self = g_new0 (ConveneConnection, 1);

  self->folder = g_canonicalize_filename (folder, NULL);
  self->path = g_build_filename (self->folder, "convene.db", NULL);
  self->schema = schema;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) convene_statement_free);
  return self;
}

void
convene_connection_free (ConveneConnection *self)
{
  convene_connection_close (self);
  g_hash_table_unref (self->statements);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

const char *
convene_connection_get_folder (ConveneConnection *self)
{
  return self->folder;
}

const char *
convene_connection_get_path (ConveneConnection *self)
{
  return self->path;
}

const ConveneSchema *
convene_connection_get_schema (ConveneConnection *self)
{
  return self->schema;
}

gboolean
convene_connection_is_open (ConveneConnection *self)
{
  return self->db != NULL;
}

static int
configure (ConveneConnection *self)
{
  int code = sqlite3_busy_timeout (self->db, BUSY_TIMEOUT);

  if (code == SQLITE_OK)
    code = sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, MODE, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = convene_collect_register (self);

  return code;
}

gboolean
convene_connection_open (ConveneConnection *self,
                         GError           **error)
{
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int       code;

  g_assert (self->db == NULL);

  code = sqlite3_open_v2 (self->path, &self->db, flags, NULL);
  /* Before anything is inside; the files beside it get the same mode from SQLite. Making the file ourselves would not do: closing it again
   * drops the locks of every other connection that this process has to it (POSIX: fcntl). */
  if (code == SQLITE_OK && g_chmod (self->path, 0600) != 0)
    code = SQLITE_CANTOPEN;
  if (code == SQLITE_OK)
    code = configure (self);
  if (code == SQLITE_OK)
    code = sqlite3_exec (self->db, FEW_PAGES, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  convene_connection_fail (self, code, error);
  convene_connection_close (self);
  return FALSE;
}

gboolean
convene_connection_open_reading (ConveneConnection *self,
                                 GError           **error)
{
  const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  int       code;

  g_assert (self->db == NULL);

  code = sqlite3_open_v2 (self->path, &self->db, flags, NULL);
  if (code == SQLITE_OK)
    code = configure (self);
  if (code == SQLITE_OK)
    return TRUE;

  convene_connection_fail (self, code, error);
  convene_connection_close (self);
  return FALSE;
}

gboolean
convene_connection_accept (ConveneConnection *self,
                           GError           **error)
{
  int code = SQLITE_BUSY;

  /* Two processes that both turn a new file over can be told "busy" without the time-out being used up. */
  for (int waited = 0; waited < BUSY_TIMEOUT && (code & 0xff) == SQLITE_BUSY; waited += 10)
    {
      code = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
      if ((code & 0xff) == SQLITE_BUSY)
        g_usleep (10 * 1000);
    }

  if (code == SQLITE_OK)
    code = sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);

  return code == SQLITE_OK || convene_connection_fail (self, code, error);
}

void
convene_connection_close (ConveneConnection *self)
{
  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->db, sqlite3_close_v2);
}

gboolean
convene_connection_execute (ConveneConnection *self,
                            const char        *sql,
                            GError           **error)
{
  int code;

  if (self->db == NULL)
    return convene_connection_fail (self, SQLITE_MISUSE, error);

  code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || convene_connection_fail (self, code, error);
}

gboolean
convene_connection_get_number (ConveneConnection *self,
                               const char        *sql,
                               gint64            *number,
                               GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !convene_statement_step (statement, &row, error))
    return FALSE;

  *number = row ? convene_statement_get_number (statement, 0) : 0;
  return TRUE;
}

int
convene_connection_get_changes (ConveneConnection *self)
{
  return sqlite3_changes (self->db);
}

gboolean
convene_connection_has_written (ConveneConnection *self)
{
  return self->db != NULL && sqlite3_total_changes (self->db) > 0;
}

gboolean
convene_connection_transact (ConveneConnection     *self,
                             gboolean               writing,
                             ConveneTransactionFunc func,
                             gpointer               data,
                             GError               **error)
{
  if (!convene_connection_execute (self, writing ? "BEGIN IMMEDIATE" : "BEGIN", error))
    return FALSE;

  if (func (self, data, error) && convene_connection_execute (self, "COMMIT", error))
    return TRUE;

  /* SQLite has already rolled back after some errors. */
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

static int
stop_cb (gpointer data)
{
  ConveneConnection *self = data;

  return self->stop (self->stop_data);
}

void
convene_connection_set_stop (ConveneConnection *self,
                             ConveneStopFunc    stop,
                             gpointer           data)
{
  self->stop = stop;
  self->stop_data = data;
  sqlite3_progress_handler (self->db, stop != NULL ? STOP_STEPS : 0, stop != NULL ? stop_cb : NULL, self);
}
