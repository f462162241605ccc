/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-quota.h"
#include "convene-record.h"

gboolean
convene_change_apply_add_operation (ConveneConnection *connection,
                                    ConveneChangeItem *item,
                                    GError           **error)
{
  return convene_record_insert (&convene_record_operation, connection, item->object, error);
}

gboolean
convene_change_apply_update_operation (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error)
{
  g_autofree char *columns = convene_record_list_columns (&convene_record_operation);
  g_autofree char *marks = convene_record_list_marks (&convene_record_operation);
  g_autofree char *sql = g_strdup_printf ("UPDATE operation SET (%s) = (%s) WHERE id = ? AND state = ?", columns, marks);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_record_bind (&convene_record_operation, statement, item->object);
  convene_statement_bind_text (statement, convene_operation_get_id (CONVENE_OPERATION (item->object)));
  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_OPERATION_STATE, item->number));
  if (!convene_statement_run (statement, error))
    return FALSE;
  if (convene_connection_get_changes (connection) == 1)
    return TRUE;

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("Another window or terminal is already at this task"));
  return FALSE;
}

gboolean
convene_change_apply_put_letter (ConveneConnection *connection,
                                 ConveneChangeItem *item,
                                 GError           **error)
{
  return convene_record_put (&convene_record_letter, connection, item->object, error);
}

gboolean
convene_change_apply_clear_event (ConveneConnection *connection,
                                  ConveneChangeItem *item,
                                  GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection, "UPDATE operation SET event = NULL, due = ? WHERE event = ? AND state = 'waiting'", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, item->at);
  convene_statement_bind_text (statement, item->key);
  return convene_statement_run (statement, error);
}

static gboolean
write_requests (ConveneConnection *connection,
                ConveneChangeItem *item,
                const char        *sql,
                GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_number (statement, convene_quota_get_day (item->at));
  convene_statement_bind_number (statement, item->number);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_count_requests (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  return write_requests (connection, item,
                         "INSERT INTO quota_day (host, day, requests) VALUES (?, ?, ?) "
                         "ON CONFLICT (host, day) DO UPDATE SET requests = requests + excluded.requests",
                         error);
}

gboolean
convene_change_apply_raise_requests (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  return write_requests (connection, item,
                         "INSERT INTO quota_day (host, day, requests) VALUES (?, ?, ?) "
                         "ON CONFLICT (host, day) DO UPDATE SET requests = max (requests, excluded.requests)",
                         error);
}

gboolean
convene_change_apply_add_activity (ConveneConnection *connection,
                                   ConveneChangeItem *item,
                                   GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection, "INSERT INTO activity (interview_uid, at, text) VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_number (statement, item->at);
  convene_statement_bind_text (statement, item->text);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_set_preference (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  if (item->text == NULL)
    return convene_connection_run_with_text (connection, "DELETE FROM preference WHERE key = ?", item->key, error);

  statement = convene_connection_prepare (connection,
                                          "INSERT INTO preference (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_text (statement, item->text);
  return convene_statement_run (statement, error);
}
