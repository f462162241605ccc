/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-statement.h"

#include "convene-collect.h"
#include "convene-connection-private.h"

struct _ConveneStatement
{
  ConveneConnection *connection;
  sqlite3_stmt      *handle;
  int                bound; /* parameters filled */
  int                code;  /* of the first one that could not be */
};

ConveneStatement *
convene_connection_prepare (ConveneConnection *connection,
                            const char        *sql,
                            GError           **error)
{
  ConveneStatement *self = NULL;
  sqlite3_stmt     *handle = NULL;
  int               code = SQLITE_OK;

  if (g_hash_table_steal_extended (connection->statements, sql, NULL, (gpointer *) &self))
    return self;

  if (connection->db != NULL)
    code = sqlite3_prepare_v3 (connection->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (handle == NULL)
    {
      convene_connection_fail (connection, code, error);
      return NULL;
    }

  self = g_new0 (ConveneStatement, 1);
  self->connection = connection;
  self->handle = handle;
  return self;
}

void
convene_statement_free (ConveneStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self);
}

void
convene_statement_release (ConveneStatement *self)
{
  const char *sql = sqlite3_sql (self->handle);

  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->bound = 0;
  self->code = SQLITE_OK;

  /* The text is the handle's, so that key and value go together. */
  if (g_hash_table_contains (self->connection->statements, sql))
    convene_statement_free (self);
  else
    g_hash_table_insert (self->connection->statements, (char *) sql, self);
}

static void
note (ConveneStatement *self,
      int               code)
{
  if (self->code == SQLITE_OK)
    self->code = code;
}

void
convene_statement_bind_text (ConveneStatement *self,
                             const char       *text)
{
  note (self, sqlite3_bind_text (self->handle, ++self->bound, text, -1, SQLITE_TRANSIENT));
}

void
convene_statement_bind_number (ConveneStatement *self,
                               gint64            number)
{
  note (self, sqlite3_bind_int64 (self->handle, ++self->bound, number));
}

void
convene_statement_bind_bytes (ConveneStatement *self,
                              GBytes           *bytes)
{
  gsize         size = 0;
  gconstpointer data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  self->bound++;
  /* Nothing at all and no bytes are two things, but SQLite knows an address without bytes as the former. */
  if (bytes == NULL)
    note (self, sqlite3_bind_null (self->handle, self->bound));
  else if (size == 0)
    note (self, sqlite3_bind_zeroblob (self->handle, self->bound, 0));
  else
    note (self, sqlite3_bind_blob64 (self->handle, self->bound, data, size, SQLITE_TRANSIENT));
}

void
convene_statement_bind_list (ConveneStatement  *self,
                             const char *const *list)
{
  g_autofree char *text = list != NULL ? g_strjoinv ("\n", (GStrv) list) : NULL;

  convene_statement_bind_text (self, text);
}

void
convene_statement_bind_collector (ConveneStatement *self,
                                  ConveneCollector *collector)
{
  note (self, sqlite3_bind_pointer (self->handle, ++self->bound, collector, CONVENE_COLLECTOR, NULL));
}

gboolean
convene_statement_step (ConveneStatement *self,
                        gboolean         *row,
                        GError          **error)
{
  int code = self->code;

  if (code == SQLITE_OK)
    code = sqlite3_step (self->handle);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      g_debug ("This failed: %s", sqlite3_sql (self->handle));
      return convene_connection_fail (self->connection, code, error);
    }

  *row = code == SQLITE_ROW;
  return TRUE;
}

gboolean
convene_statement_run (ConveneStatement *self,
                       GError          **error)
{
  gboolean row = TRUE;

  while (row)
    {
      if (!convene_statement_step (self, &row, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
convene_connection_run_with_text (ConveneConnection *connection,
                                  const char        *sql,
                                  const char        *text,
                                  GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, text);
  return convene_statement_run (statement, error);
}

const char *
convene_statement_get_text (ConveneStatement *self,
                            int               column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

gint64
convene_statement_get_number (ConveneStatement *self,
                              int               column)
{
  return sqlite3_column_int64 (self->handle, column);
}

gboolean
convene_statement_is_null (ConveneStatement *self,
                           int               column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

GBytes *
convene_statement_dup_bytes (ConveneStatement *self,
                             int               column)
{
  gconstpointer data;

  if (convene_statement_is_null (self, column))
    return NULL;

  data = sqlite3_column_blob (self->handle, column);
  return g_bytes_new (data, sqlite3_column_bytes (self->handle, column));
}

GStrv
convene_statement_dup_list (ConveneStatement *self,
                            int               column)
{
  const char *text = convene_statement_get_text (self, column);

  return text != NULL ? g_strsplit (text, "\n", -1) : NULL;
}

ConveneConnection *
convene_statement_get_connection (ConveneStatement *self)
{
  return self->connection;
}
