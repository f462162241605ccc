/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-collect.h"

static void
step_cb (sqlite3_context *context,
         int              n_values,
         sqlite3_value  **values)
{
  GArray     **numbers = sqlite3_aggregate_context (context, sizeof (GArray *));
  const gint64 number = sqlite3_value_int64 (values[0]);

  if (numbers == NULL)
    {
      sqlite3_result_error_nomem (context);
      return;
    }

  if (*numbers == NULL)
    *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (*numbers, number);
}

/* Also called where it was given up in the middle. */
static void
final_cb (sqlite3_context *context)
{
  GArray **numbers = sqlite3_aggregate_context (context, 0);
  gsize    n_numbers;
  gpointer data;

  if (numbers == NULL || *numbers == NULL)
    {
      sqlite3_result_zeroblob (context, 0);
      return;
    }

  data = g_array_steal (*numbers, &n_numbers);
  sqlite3_result_blob64 (context, data, n_numbers * sizeof (gint64), g_free);
  g_clear_pointer (numbers, g_array_unref);
}

int
convene_collect_register (sqlite3 *db)
{
  return sqlite3_create_function_v2 (db, "collect", 1, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL, NULL, step_cb, final_cb, NULL);
}
