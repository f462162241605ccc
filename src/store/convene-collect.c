/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-collect.h"

#include "convene-connection-private.h"

#define STOP_ROWS 1000

/* A phrase that is being collected. */
typedef struct
{
  ConveneConnection *connection;
  ConveneCollector  *collector;
  guint              n_rows;
} Collection;

/* Who takes them is looked up once: each of these calls is made for every row. */
static void
step_cb (sqlite3_context *context,
         int              n_values,
         sqlite3_value  **values)
{
  ConveneCollector **collector = sqlite3_aggregate_context (context, sizeof (ConveneCollector *));

  if (collector == NULL)
    {
      sqlite3_result_error_nomem (context);
      return;
    }

  if (*collector == NULL)
    *collector = sqlite3_value_pointer (values[0], CONVENE_COLLECTOR);
  if (*collector != NULL)
    (*collector)->take ((*collector)->data, sqlite3_value_int64 (values[1]));
}

static void
final_cb (sqlite3_context *context)
{
  sqlite3_result_null (context);
}

/* No step of SQLite's own is made between two rows: whether to give up is asked here. */
static int
row_cb (const Fts5ExtensionApi *api,
        Fts5Context            *row,
        void                   *data)
{
  Collection        *self = data;
  ConveneConnection *connection = self->connection;

  if (++self->n_rows % STOP_ROWS == 0 && connection->stop != NULL && connection->stop (connection->stop_data))
    return SQLITE_INTERRUPT;

  self->collector->take (self->collector->data, api->xRowid (row));
  return SQLITE_OK;
}

static void
phrase_cb (const Fts5ExtensionApi *api,
           Fts5Context            *first,
           sqlite3_context        *context,
           int                     n_values,
           sqlite3_value         **values)
{
  Collection self = { .connection = api->xUserData (first) };
  int        code = SQLITE_OK;

  if (n_values == 1)
    self.collector = sqlite3_value_pointer (values[0], CONVENE_COLLECTOR);
  if (self.collector != NULL)
    code = api->xQueryPhrase (first, 0, &self, row_cb);
  if (code != SQLITE_OK)
    sqlite3_result_error_code (context, code);
}

/* FTS5: the pointer to its interface is what fts5 () leaves in its argument. */
static int
find_fts5 (sqlite3   *db,
           fts5_api **api)
{
  sqlite3_stmt *statement = NULL;
  int           code = sqlite3_prepare_v2 (db, "SELECT fts5 (?)", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_bind_pointer (statement, 1, api, "fts5_api_ptr", NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  sqlite3_finalize (statement);
  if (code != SQLITE_ROW)
    return code;

  return *api != NULL ? SQLITE_OK : SQLITE_ERROR;
}

int
convene_collect_register (ConveneConnection *connection)
{
  fts5_api *api = NULL;
  int       code = sqlite3_create_function_v2 (connection->db, "collect", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, NULL, step_cb, final_cb, NULL);

  if (code == SQLITE_OK)
    code = find_fts5 (connection->db, &api);
  if (code == SQLITE_OK)
    code = api->xCreateFunction (api, "collect_phrase", connection, phrase_cb, NULL);

  return code;
}
