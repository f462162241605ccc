/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-collect.h"

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

int
convene_collect_register (sqlite3 *db)
{
  return sqlite3_create_function_v2 (db, "collect", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, NULL, step_cb, final_cb, NULL);
}
