/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-needs.h"

#include "convene-record.h"
#include "convene-statement.h"

#define OF_UPCOMING                                                           \
  "FROM operation JOIN interview ON interview.uid = operation.interview_uid " \
  "WHERE interview.ends > ? AND interview.status != 'cancelled' "
#define WAITS                                                                                \
  "SELECT operation.event, count (DISTINCT interview.id), min (interview.ends) " OF_UPCOMING \
  "AND operation.event IS NOT NULL AND operation.state = 'waiting' GROUP BY operation.event"
/* The row of the one that is over first: SQLite takes the other columns from where min () found its value. */
#define FAILED                                                                                          \
  "SELECT interview.uid, operation.kind, count (DISTINCT interview.id), min (interview.ends),"          \
  "  (SELECT ifnull (nullif (name, ''), address) FROM participant"                                      \
  "   WHERE participant.interview = interview.id AND position = 0 AND role = 'candidate') " OF_UPCOMING \
  "AND operation.state = 'failed'"
/* Likewise; by the index of the meetings that are astray. */
#define ASTRAY                                                                                  \
  "SELECT interview.uid, count (DISTINCT interview.id), min (interview.ends),"                  \
  "  (SELECT ifnull (nullif (name, ''), address) FROM participant"                              \
  "   WHERE participant.interview = interview.id AND position = 0 AND role = 'candidate'), %s " \
  "FROM meeting CROSS JOIN interview ON interview.meeting_id = meeting.id "                     \
  "WHERE (meeting.seen_at != 0 OR meeting.state = 'missing') AND interview.ends > ? AND interview.status != 'cancelled'"
#define ANY "SELECT EXISTS (SELECT 1 FROM interview)"

typedef struct
{
  ConveneNeeds *needs;
  gint64        now;
} Reading;

void
convene_needs_free (ConveneNeeds *self)
{
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_hash_table_unref (self->waits);
  g_free (self->failed_uid);
  g_free (self->failed_candidate);
  g_free (self->astray_uid);
  g_free (self->astray_candidate);
  g_free (self);
}

static void
note_end (ConveneNeeds *needs,
          gint64        end)
{
  needs->until = MIN (needs->until, end);
}

static gboolean
read_waits (ConveneConnection *connection,
            Reading           *reading,
            GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, WAITS, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, reading->now);
  while (convene_statement_step (statement, &row, error))
    {
      const char *event;

      if (!row)
        return TRUE;

      event = convene_statement_get_text (statement, 0);
      if (!g_utf8_validate (event, -1, NULL))
        return convene_connection_fail_value (connection, "operation", "event", error);
      g_hash_table_insert (reading->needs->waits, g_strdup (event), GUINT_TO_POINTER (convene_statement_get_number (statement, 1)));
      note_end (reading->needs, convene_statement_get_number (statement, 2));
    }

  return FALSE;
}

static gboolean
take_failed (ConveneNeeds     *needs,
             ConveneStatement *statement,
             GError          **error)
{
  ConveneConnection *connection = convene_statement_get_connection (statement);
  const char        *uid = convene_statement_get_text (statement, 0);
  const char        *candidate = convene_statement_get_text (statement, 4);
  int                kind;

  needs->failed = (guint) convene_statement_get_number (statement, 2);
  if (needs->failed == 0)
    return TRUE;
  if (!g_utf8_validate (uid, -1, NULL) || (candidate != NULL && !g_utf8_validate (candidate, -1, NULL)))
    return convene_connection_fail_value (connection, "interview", "uid", error);
  if (!convene_enum_from_nick (CONVENE_TYPE_OPERATION_KIND, convene_statement_get_text (statement, 1), &kind))
    return convene_connection_fail_value (connection, "operation", "kind", error);

  needs->failed_uid = g_strdup (uid);
  needs->failed_kind = (ConveneOperationKind) kind;
  needs->failed_candidate = g_strdup (candidate);
  note_end (needs, convene_statement_get_number (statement, 3));
  return TRUE;
}

static gboolean
read_failed (ConveneConnection *connection,
             Reading           *reading,
             GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, FAILED, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, reading->now);
  return convene_statement_step (statement, &row, error) && (!row || take_failed (reading->needs, statement, error));
}

static gboolean
take_astray (ConveneNeeds     *needs,
             ConveneStatement *statement,
             GError          **error)
{
  ConveneConnection *connection = convene_statement_get_connection (statement);
  const char        *uid = convene_statement_get_text (statement, 0);
  const char        *candidate = convene_statement_get_text (statement, 3);
  g_autoptr(ConveneMeeting) meeting = NULL;

  needs->astray = (guint) convene_statement_get_number (statement, 1);
  if (needs->astray == 0)
    return TRUE;
  if (!g_utf8_validate (uid, -1, NULL) || (candidate != NULL && !g_utf8_validate (candidate, -1, NULL)))
    return convene_connection_fail_value (connection, "interview", "uid", error);

  meeting = convene_record_read (&convene_record_meeting, statement, 4, error);
  if (meeting == NULL)
    return FALSE;

  needs->astray_uid = g_strdup (uid);
  needs->astray_candidate = g_strdup (candidate);
  needs->astray_state = convene_meeting_get_state (meeting);
  needs->astray_drift = convene_meeting_get_drift (meeting);
  note_end (needs, convene_statement_get_number (statement, 2));
  return TRUE;
}

static gboolean
read_astray (ConveneConnection *connection,
             Reading           *reading,
             GError           **error)
{
  g_autofree char *meeting = convene_record_list_selected (&convene_record_meeting);
  g_autofree char *sql = g_strdup_printf (ASTRAY, meeting);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, reading->now);
  return convene_statement_step (statement, &row, error) && (!row || take_astray (reading->needs, statement, error));
}

static gboolean
read_accounts (ConveneConnection *connection,
               Reading           *reading,
               GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_record_prepare (&convene_record_account, connection, "FROM account WHERE account.leaving = 0 ORDER BY account.position", error);
  if (statement == NULL)
    return FALSE;

  reading->needs->accounts = convene_record_list (&convene_record_account, statement, error);
  return reading->needs->accounts != NULL;
}

static gboolean
read_needs (ConveneConnection *connection,
            gpointer           data,
            GError           **error)
{
  Reading *reading = data;
  gint64   any;

  if (!read_accounts (connection, reading, error) || !read_waits (connection, reading, error) || !read_failed (connection, reading, error) ||
      !read_astray (connection, reading, error) || !convene_connection_get_number (connection, ANY, &any, error))
    return FALSE;

  reading->needs->empty = any == 0;
  return TRUE;
}

ConveneNeeds *
convene_needs_read (ConveneConnection *connection,
                    gint64             now,
                    GError           **error)
{
  g_autoptr(ConveneNeeds) needs = g_new0 (ConveneNeeds, 1);
  Reading reading = { needs, now };

  needs->waits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  needs->until = G_MAXINT64;
  if (!convene_connection_transact (connection, FALSE, read_needs, &reading, error))
    return NULL;

  return g_steal_pointer (&needs);
}
