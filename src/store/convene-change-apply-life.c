/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-life.h"
#include "convene-statement.h"

#define OPEN "NOT IN ('done', 'failed', 'dropped', 'handed-over')"
/* Not over what the outbox learnt meanwhile: what was known when the look began is still known, and nobody deleted the meeting. */
#define SEEN                                                                                                                          \
  "UPDATE meeting SET (state, checked_at, seen_at, seen_start, seen_duration, seen_timezone, seen_join_url, seen_password, entry) = " \
  "  (?, ?, ?, ?, ?, ?, ?, ?, ?) "                                                                                                    \
  "WHERE id = ? AND number = ? AND start = ? AND duration = ? AND join_url IS ? AND password IS ? AND state != 'deleted'"
#define JOINABLE                                                                     \
  "SELECT 1 FROM meeting WHERE id = ? AND state IN ('live', 'pending') "             \
  "AND NOT EXISTS (SELECT 1 FROM operation WHERE operation.meeting_id = meeting.id " \
  "                AND operation.kind = 'meeting-delete' AND operation.state " OPEN ")"
#define UNUSED                 \
  "SELECT 1 WHERE NOT EXISTS " \
  "  (SELECT 1 FROM interview WHERE meeting_id = ? AND status != 'cancelled' AND uid IS NOT ? COLLATE NOCASE)"

static gboolean
fail_meeting (GError **error)
{
  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("The meeting was changed by somebody else meanwhile"));
  return FALSE;
}

static gboolean
fail_operation (GError **error)
{
  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("Another window or terminal is already at this task"));
  return FALSE;
}

static void
bind_seen (ConveneStatement *statement,
           ConveneMeeting   *meeting)
{
  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_MEETING_STATE, convene_meeting_get_state (meeting)));
  convene_statement_bind_number (statement, convene_meeting_get_checked_at (meeting));
  convene_statement_bind_number (statement, convene_meeting_get_seen_at (meeting));
  convene_statement_bind_number (statement, convene_meeting_get_seen_start (meeting));
  convene_statement_bind_number (statement, convene_meeting_get_seen_duration (meeting));
  convene_statement_bind_text (statement, convene_meeting_get_seen_timezone (meeting));
  convene_statement_bind_text (statement, convene_meeting_get_seen_join_url (meeting));
  convene_statement_bind_text (statement, convene_meeting_get_seen_password (meeting));
  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_ENTRY, (int) convene_meeting_get_entry (meeting)));
}

gboolean
convene_change_apply_set_meeting_seen (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, SEEN, error);
  ConveneMeeting *meeting = CONVENE_MEETING (item->object);

  if (statement == NULL)
    return FALSE;

  bind_seen (statement, meeting);
  convene_statement_bind_text (statement, convene_meeting_get_id (meeting));
  convene_statement_bind_number (statement, convene_meeting_get_number (meeting));
  convene_statement_bind_number (statement, convene_meeting_get_start (meeting));
  convene_statement_bind_number (statement, convene_meeting_get_duration (meeting));
  convene_statement_bind_text (statement, convene_meeting_get_join_url (meeting));
  convene_statement_bind_text (statement, convene_meeting_get_password (meeting));
  if (!convene_statement_run (statement, error))
    return FALSE;

  return convene_connection_get_changes (connection) == 1 || fail_meeting (error);
}

gboolean
convene_change_apply_expect_meeting (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, JOINABLE, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  return convene_statement_step (statement, &row, error) && (row || fail_meeting (error));
}

gboolean
convene_change_apply_expect_unused (ConveneConnection *connection,
                                    ConveneChangeItem *item,
                                    GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, UNUSED, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_text (statement, item->text);
  return convene_statement_step (statement, &row, error) && (row || fail_meeting (error));
}

gboolean
convene_change_apply_expect_free_slot (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error)
{
  ConveneLifeQuestion question = { .key = item->key, .host = item->more, .except = item->text, .from = item->at, .duration = item->number };
  gboolean            row;

  return convene_life_has_slot (connection, &question, &row, error) && (!row || fail_meeting (error));
}

gboolean
convene_change_apply_expect_revision (ConveneConnection *connection,
                                      ConveneChangeItem *item,
                                      GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT 1 FROM interview WHERE uid = ? AND revision = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_number (statement, item->number);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    return TRUE;

  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("The interview %s was changed by somebody else meanwhile"), item->key);
  return FALSE;
}

gboolean
convene_change_apply_expect_operation (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  ConveneOperation *operation = CONVENE_OPERATION (item->object);
  gboolean          row;

  statement = convene_connection_prepare (connection, "SELECT 1 FROM operation WHERE id = ? AND state = ? AND attempts = ? AND posts = ?", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, convene_operation_get_id (operation));
  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_OPERATION_STATE, convene_operation_get_state (operation)));
  convene_statement_bind_number (statement, convene_operation_get_attempts (operation));
  convene_statement_bind_number (statement, convene_operation_get_posts (operation));
  return convene_statement_step (statement, &row, error) && (row || fail_operation (error));
}

gboolean
convene_change_apply_remove_operation (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  if (!convene_connection_run_with_text (connection, "DELETE FROM letter WHERE operation_id = ?", item->key, error))
    return FALSE;

  statement = convene_connection_prepare (connection, "DELETE FROM operation WHERE id = ? AND state = ?", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_OPERATION_STATE, item->number));
  if (!convene_statement_run (statement, error))
    return FALSE;

  return convene_connection_get_changes (connection) == 1 || fail_operation (error);
}

gboolean
convene_change_apply_hasten (ConveneConnection *connection,
                             ConveneChangeItem *item,
                             GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection, "UPDATE operation SET due = min (due, ?), held = 0 WHERE held AND state = 'waiting'", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, item->at);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_put_notice (ConveneConnection *connection,
                                 ConveneChangeItem *item,
                                 GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection,
                                          "INSERT INTO notice (interview_uid, start) SELECT uid, ?2 FROM interview WHERE uid = ?1 "
                                          "ON CONFLICT (interview_uid) DO UPDATE SET start = excluded.start",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_number (statement, item->at);
  return convene_statement_run (statement, error);
}
