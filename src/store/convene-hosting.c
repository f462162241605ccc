/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-hosting.h"

#include "convene-quota.h"
#include "convene-record.h"

/* By the index of what is not over. */
#define LIVE                                                                \
  "SELECT count (DISTINCT meeting.id) "                                     \
  "FROM interview CROSS JOIN meeting ON meeting.id = interview.meeting_id " \
  "WHERE interview.ends > ?2 AND interview.status != 'cancelled' "          \
  "AND meeting.account_id = ?1 AND meeting.state = 'live'"
/* A letter is not of one account: it goes with the one for mail. */
#define WAITING                                                                     \
  "SELECT count (DISTINCT interview.id) "                                           \
  "FROM operation CROSS JOIN interview ON interview.uid = operation.interview_uid " \
  "WHERE operation.state NOT IN ('done', 'failed', 'dropped', 'handed-over') "      \
  "AND interview.ends > ?2 AND interview.status != 'cancelled' "                    \
  "AND (operation.account_id = ?1 OR operation.event = 'account:' || ?1 "           \
  "  OR (operation.kind LIKE 'mail-%' AND (SELECT kind FROM account WHERE id = ?1) = 'mail'))"
/* What an account names is in use, whatever else is said of it. */
#define STALE                                                   \
  "SELECT id FROM stale_secret WHERE since <= ? AND NOT EXISTS" \
  "  (SELECT 1 FROM account"                                    \
  "   WHERE ifnull (account.secret_id, account.id) = stale_secret.id) ORDER BY since, id"
#define NEXT_START                                                                                \
  "SELECT start FROM interview WHERE start >= ? AND platform = 'zoom' AND status != 'cancelled' " \
  "ORDER BY start LIMIT 1"

static gboolean
is_text (const char *text)
{
  return text == NULL || g_utf8_validate (text, -1, NULL);
}

ConveneAccount *
convene_hosting_find_account (ConveneConnection *connection,
                              const char        *id,
                              GError           **error)
{
  gpointer account = NULL;

  convene_record_find (&convene_record_account, connection, "FROM account WHERE account.id = ?", id, &account, error);
  return account;
}

static gboolean
count_bonds (ConveneConnection *connection,
             const char        *sql,
             const char        *account_id,
             gint64             now,
             int               *count,
             GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, account_id);
  convene_statement_bind_number (statement, now);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  *count = row ? (int) convene_statement_get_number (statement, 0) : 0;
  return TRUE;
}

gboolean
convene_hosting_count_bonds (ConveneConnection *connection,
                             const char        *account_id,
                             gint64             now,
                             ConveneBonds      *bonds,
                             GError           **error)
{
  return count_bonds (connection, LIVE, account_id, now, &bonds->live, error) &&
         count_bonds (connection, WAITING, account_id, now, &bonds->waiting, error);
}

GStrv
convene_hosting_list_stale_secrets (ConveneConnection *connection,
                                    gint64             older_than,
                                    GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, STALE, error);
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  gboolean row;

  if (statement == NULL)
    return NULL;

  convene_statement_bind_number (statement, older_than);
  while (convene_statement_step (statement, &row, error))
    {
      if (!row)
        return g_strv_builder_end (ids);
      if (!is_text (convene_statement_get_text (statement, 0)))
        {
          convene_connection_fail_value (connection, "stale_secret", "id", error);
          return NULL;
        }
      g_strv_builder_add (ids, convene_statement_get_text (statement, 0));
    }

  return NULL;
}

static ConveneDelegation *
read_delegation (ConveneStatement *statement,
                 GError          **error)
{
  const char *account_id = convene_statement_get_text (statement, 0);
  const char *address = convene_statement_get_text (statement, 1);

  if (is_text (account_id) && is_text (address))
    return convene_delegation_new (account_id, address, convene_statement_get_number (statement, 2) != 0, convene_statement_get_number (statement, 3));

  convene_connection_fail_value (convene_statement_get_connection (statement), "delegation", "address", error);
  return NULL;
}

GPtrArray *
convene_hosting_list_delegations (ConveneConnection *connection,
                                  GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  g_autoptr(GPtrArray) delegations = g_ptr_array_new_with_free_func ((GDestroyNotify) convene_delegation_free);
  gboolean row;

  statement = convene_connection_prepare (connection, "SELECT account_id, address, allowed, seen_at FROM delegation ORDER BY account_id, address", error);
  if (statement == NULL)
    return NULL;

  while (convene_statement_step (statement, &row, error))
    {
      ConveneDelegation *delegation;

      if (!row)
        return g_steal_pointer (&delegations);

      delegation = read_delegation (statement, error);
      if (delegation == NULL)
        return NULL;
      g_ptr_array_add (delegations, delegation);
    }

  return NULL;
}

GHashTable *
convene_hosting_list_requests (ConveneConnection *connection,
                               gint64             now,
                               GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT host, requests FROM quota_day WHERE day = ?", error);
  g_autoptr(GHashTable) requests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean row;

  if (statement == NULL)
    return NULL;

  convene_statement_bind_number (statement, convene_quota_get_day (now));
  while (convene_statement_step (statement, &row, error))
    {
      const char *host;
      gint64      used;

      if (!row)
        return g_steal_pointer (&requests);

      host = convene_statement_get_text (statement, 0);
      used = CLAMP (convene_statement_get_number (statement, 1), 0, G_MAXINT);
      if (!is_text (host))
        {
          convene_connection_fail_value (connection, "quota_day", "host", error);
          return NULL;
        }
      if (used > 0)
        g_hash_table_insert (requests, g_ascii_strdown (host, -1), GINT_TO_POINTER ((int) used));
    }

  return NULL;
}

gboolean
convene_hosting_get_place (ConveneConnection *connection,
                           const char        *address,
                           char             **platform,
                           char             **host,
                           GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT platform, host FROM person WHERE address = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, address);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  if (!is_text (convene_statement_get_text (statement, 0)) || !is_text (convene_statement_get_text (statement, 1)))
    return convene_connection_fail_value (connection, "person", "host", error);

  *platform = g_strdup (convene_statement_get_text (statement, 0));
  *host = g_strdup (convene_statement_get_text (statement, 1));
  return TRUE;
}

gboolean
convene_hosting_find_next_start (ConveneConnection *connection,
                                 gint64             now,
                                 gint64            *start,
                                 GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, NEXT_START, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, now);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  *start = row ? convene_statement_get_number (statement, 0) : G_MAXINT64;
  return TRUE;
}
