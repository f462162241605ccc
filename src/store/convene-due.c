/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-due.h"

#include "convene-record.h"

/* What the outbox may begin with or take up again: everything that runs, and the first ones of each lane that are due, however many wait behind them; none of
 * a host where something runs. The lanes come one by one out of the index that begins with them; its condition stands here word for word. */
#define READY "state IN ('waiting', 'doubt') AND event IS NULL AND NOT blocked "
#define RUNNING "FROM operation WHERE state = 'running'"
#define LANES                                                                          \
  "WITH RECURSIVE lanes (lane) AS "                                                    \
  "  (SELECT min (lane) FROM operation WHERE " READY                                   \
  "   UNION ALL "                                                                      \
  "   SELECT (SELECT min (lane) FROM operation WHERE " READY "AND lane > lanes.lane) " \
  "   FROM lanes WHERE lanes.lane IS NOT NULL) "
#define FIRST_OF_LANE                           \
  "SELECT position FROM operation WHERE " READY \
  "AND lane = lanes.lane AND due <= ?1 ORDER BY due, position LIMIT 4"
#define FIRST_LETTERS                           \
  "SELECT position FROM operation WHERE " READY \
  "AND lane = 'mail' AND due <= ?1 ORDER BY due, position LIMIT 16"
#define DUE                                                                        \
  "FROM operation WHERE operation.position IN "                                    \
  "  (" LANES                                                                      \
  "   SELECT first.position FROM lanes CROSS JOIN operation AS first "             \
  "   WHERE lanes.lane != 'mail' AND lanes.lane NOT IN (SELECT lane " RUNNING ") " \
  "   AND first.position IN (" FIRST_OF_LANE ") "                                  \
  "   UNION ALL SELECT position FROM (" FIRST_LETTERS ") "                         \
  "   UNION ALL SELECT position " RUNNING ") "                                     \
  "ORDER BY operation.position"
#define NEXT_DUE "SELECT min (due) FROM operation WHERE " READY "AND due > ?"

typedef struct
{
  gint64     now;
  gint64     next_due;
  GPtrArray *operations;
} Reading;

static gboolean
read_operations (ConveneConnection *connection,
                 Reading           *reading,
                 GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_record_prepare (&convene_record_operation, connection, DUE, error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, reading->now);
  reading->operations = convene_record_list (&convene_record_operation, statement, error);
  return reading->operations != NULL;
}

static gboolean
read_next_due (ConveneConnection *connection,
               Reading           *reading,
               GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, NEXT_DUE, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, reading->now);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  reading->next_due = convene_statement_is_null (statement, 0) ? G_MAXINT64 : convene_statement_get_number (statement, 0);
  return TRUE;
}

static gboolean
read_due (ConveneConnection *connection,
          gpointer           data,
          GError           **error)
{
  return read_operations (connection, data, error) && read_next_due (connection, data, error);
}

GPtrArray *
convene_due_list (ConveneConnection *connection,
                  gint64             now,
                  gint64            *next_due,
                  GError           **error)
{
  Reading reading = { .now = now };

  if (!convene_connection_transact (connection, FALSE, read_due, &reading, error))
    {
      g_clear_pointer (&reading.operations, g_ptr_array_unref);
      return NULL;
    }

  *next_due = reading.next_due;
  return reading.operations;
}
