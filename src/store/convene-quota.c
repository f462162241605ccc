/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-quota.h"

#include "convene-clock.h"
#include "convene-statement.h"

gint64
convene_quota_get_day (gint64 at)
{
  return at / CONVENE_DAY - (at % CONVENE_DAY < 0 ? 1 : 0);
}

gboolean
convene_quota_read (ConveneConnection *connection,
                    const char        *host,
                    gint64             now,
                    int               *requests,
                    GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  gboolean row;

  statement = convene_connection_prepare (connection, "SELECT requests FROM quota_day WHERE host = ? AND day = ?", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, host);
  convene_statement_bind_number (statement, convene_quota_get_day (now));
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  *requests = row ? (int) CLAMP (convene_statement_get_number (statement, 0), 0, G_MAXINT) : 0;
  return TRUE;
}
