/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change-private.h"

#include "convene-record.h"

gboolean
convene_change_apply_put_account (ConveneConnection *connection,
                                  ConveneChangeItem *item,
                                  GError           **error)
{
  return convene_record_put (&convene_record_account, connection, item->object, error);
}

/* Of what an account is host or scheduler for the meetings stay: nobody can change them from here any more. */
static gboolean
give_meetings_up (ConveneConnection *connection,
                  const char        *account_id,
                  GError           **error)
{
  return convene_connection_run_with_text (connection, "UPDATE meeting SET state = 'unmanaged' WHERE account_id = ? AND state = 'live'", account_id, error);
}

gboolean
convene_change_apply_remove_account (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  return give_meetings_up (connection, item->key, error) &&
         convene_connection_run_with_text (connection, "DELETE FROM delegation WHERE account_id = ?", item->key, error) &&
         convene_connection_run_with_text (connection, "DELETE FROM account WHERE id = ?", item->key, error);
}

/* By the index of what is not over, however much an account has made. */
static gboolean
tell_interviews (ConveneConnection *connection,
                 ConveneChangeItem *item,
                 GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection,
                                          "INSERT INTO activity (interview_uid, at, text) "
                                          "SELECT interview.uid, ?1, ?2 FROM interview CROSS JOIN meeting ON meeting.id = interview.meeting_id "
                                          "WHERE interview.ends > ?1 AND interview.status != 'cancelled' "
                                          "AND meeting.account_id = ?3 AND meeting.state = 'live'",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, item->at);
  convene_statement_bind_text (statement, item->text);
  convene_statement_bind_text (statement, item->key);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_let_account_go (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  if (!tell_interviews (connection, item, error) || !give_meetings_up (connection, item->key, error))
    return FALSE;

  statement = convene_connection_prepare (connection, "UPDATE account SET leaving = ? WHERE id = ? AND leaving = 0", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, item->at);
  convene_statement_bind_text (statement, item->key);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_set_account_state (ConveneConnection *connection,
                                        ConveneChangeItem *item,
                                        GError           **error)
{
  ConveneAccount *account = CONVENE_ACCOUNT (item->object);
  g_autoptr(ConveneStatement) statement =
                 convene_connection_prepare (connection, "UPDATE account SET state = ? WHERE id = ? AND connected_at = ?", error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_ACCOUNT_STATE, convene_account_get_state (account)));
  convene_statement_bind_text (statement, convene_account_get_id (account));
  convene_statement_bind_number (statement, convene_account_get_connected_at (account));
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_set_account_health (ConveneConnection *connection,
                                         ConveneChangeItem *item,
                                         GError           **error)
{
  ConveneAccount *account = CONVENE_ACCOUNT (item->object);
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection,
                                          "UPDATE account SET state = ?, plan = ?, name = ?, scopes = ?, missing_scopes = ?, problem = ?, tls = ?, checked_at = ?, "
                                          "entry = ?, password_rules = ? "
                                          "WHERE id = ? AND connected_at = ? AND state = ? AND leaving = 0",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_ACCOUNT_STATE, convene_account_get_state (account)));
  convene_statement_bind_text (statement, convene_account_get_plan (account));
  convene_statement_bind_text (statement, convene_account_get_name (account));
  convene_statement_bind_text (statement, convene_account_get_scopes (account));
  convene_statement_bind_text (statement, convene_account_get_missing_scopes (account));
  convene_statement_bind_text (statement, convene_account_get_problem (account));
  convene_statement_bind_text (statement, convene_account_get_tls (account));
  convene_statement_bind_number (statement, convene_account_get_checked_at (account));
  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_ENTRY, (int) convene_account_get_entry (account)));
  convene_statement_bind_text (statement, convene_account_get_password_rules (account));
  convene_statement_bind_text (statement, convene_account_get_id (account));
  convene_statement_bind_number (statement, convene_account_get_connected_at (account));
  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_ACCOUNT_STATE, item->number));
  return convene_statement_run (statement, error);
}

/* What is NULL is equal to nothing: an account without an identity or a user id adopts by what it has. */
gboolean
convene_change_apply_adopt_meetings (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  ConveneAccount  *account = CONVENE_ACCOUNT (item->object);
  g_autofree char *identity = convene_account_dup_identity (account);
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection,
                                          "UPDATE meeting SET state = 'live', account_id = ? WHERE state = 'unmanaged' "
                                          "AND (made_by = ? OR (made_by IS NULL AND (host_id = ? OR host = ? COLLATE NOCASE)))",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, convene_account_get_id (account));
  convene_statement_bind_text (statement, identity);
  convene_statement_bind_text (statement, convene_account_get_user_id (account));
  convene_statement_bind_text (statement, convene_account_get_address (account));
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_add_stale_secret (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection,
                                          "INSERT INTO stale_secret (id, since) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET since = min (since, excluded.since)",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_number (statement, item->at);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_remove_stale_secret (ConveneConnection *connection,
                                          ConveneChangeItem *item,
                                          GError           **error)
{
  return convene_connection_run_with_text (connection, "DELETE FROM stale_secret WHERE id = ?", item->key, error);
}
