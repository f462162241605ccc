/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-record.h"

static gboolean
fail_stale (const char *uid,
            GError    **error)
{
  g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("The interview %s was changed by somebody else meanwhile"), uid);
  return FALSE;
}

static gboolean
run_with_number (ConveneConnection *connection,
                 const char        *sql,
                 gint64             number,
                 GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, number);
  return convene_statement_run (statement, error);
}

/* What a search looks through, written anew. */
static gboolean
refresh_search (ConveneConnection *connection,
                gint64             key,
                GError           **error)
{
  return run_with_number (connection, "DELETE FROM interview_search WHERE rowid = ?", key, error) &&
         run_with_number (connection,
                          "INSERT INTO interview_search (rowid, people, job, agenda, notes, number) "
                          "SELECT interview.id,"
                          "  (SELECT group_concat (ifnull (participant.name, '') || ' ' || ifnull (participant.address, ''), ' ')"
                          "   FROM participant WHERE participant.interview = interview.id),"
                          "  interview.job, interview.agenda, interview.notes, nullif (meeting.number, 0) "
                          "FROM interview LEFT JOIN meeting ON meeting.id = interview.meeting_id WHERE interview.id = ?",
                          key, error);
}

static gboolean
find_key (ConveneConnection *connection,
          const char        *uid,
          gint64            *key,
          GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT id FROM interview WHERE uid = ?", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, uid);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return fail_stale (uid, error);

  *key = convene_statement_get_number (statement, 0);
  return TRUE;
}

static gboolean
write_participant (ConveneConnection  *connection,
                   gint64              key,
                   guint               position,
                   ConveneParticipant *participant,
                   GError            **error)
{
  g_autofree char *columns = convene_record_list_columns (&convene_record_participant);
  g_autofree char *marks = convene_record_list_marks (&convene_record_participant);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO participant (interview, position, %s) VALUES (?, ?, %s)", columns, marks);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, key);
  convene_statement_bind_number (statement, position);
  convene_record_bind (&convene_record_participant, statement, participant);
  return convene_statement_run (statement, error);
}

/* What stands in rows of its own. */
static gboolean
write_parts (ConveneConnection *connection,
             ConveneInterview  *interview,
             GError           **error)
{
  GListModel *participants = convene_interview_get_participants (interview);
  gint64      key;

  if (!find_key (connection, convene_interview_get_uid (interview), &key, error) ||
      !run_with_number (connection, "DELETE FROM participant WHERE interview = ?", key, error))
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (participants, i);

      if (!write_participant (connection, key, i, participant, error))
        return FALSE;
    }

  return refresh_search (connection, key, error);
}

static void
bind_interview (ConveneStatement *statement,
                ConveneInterview *interview)
{
  const ConveneMoment *start = convene_interview_get_start (interview);

  convene_statement_bind_number (statement, start != NULL ? convene_moment_get_instant (start) : 0);
  convene_statement_bind_number (statement, convene_interview_get_end (interview));
  convene_statement_bind_text (statement, start != NULL ? convene_moment_get_wall (start) : NULL);
  convene_statement_bind_text (statement, start != NULL ? convene_moment_get_zone (start) : NULL);
  convene_statement_bind_text (statement, start != NULL ? convene_moment_get_tzdata (start) : NULL);
  convene_record_bind (&convene_record_interview, statement, interview);
}

static gboolean
insert_row (ConveneConnection *connection,
            ConveneInterview  *interview,
            GError           **error)
{
  g_autofree char *columns = convene_record_list_columns (&convene_record_interview);
  g_autofree char *marks = convene_record_list_marks (&convene_record_interview);
  g_autofree char *sql = g_strdup_printf ("INSERT INTO interview (start, ends, wall, zone, tzdata, %s) VALUES (?, ?, ?, ?, ?, %s) "
                                          "ON CONFLICT (uid) DO NOTHING",
                                          columns, marks);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  bind_interview (statement, interview);
  if (!convene_statement_run (statement, error))
    return FALSE;

  return convene_connection_get_changes (connection) == 1 || fail_stale (convene_interview_get_uid (interview), error);
}

static gboolean
update_row (ConveneConnection *connection,
            ConveneInterview  *interview,
            GError           **error)
{
  const int        revision = convene_interview_get_revision (interview);
  g_autofree char *columns = convene_record_list_columns (&convene_record_interview);
  g_autofree char *marks = convene_record_list_marks (&convene_record_interview);
  g_autofree char *sql = g_strdup_printf ("UPDATE interview SET (start, ends, wall, zone, tzdata, %s) = (?, ?, ?, ?, ?, %s) "
                                          "WHERE uid = ? AND revision = ?",
                                          columns, marks);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_interview_set_revision (interview, revision + 1);
  bind_interview (statement, interview);
  convene_statement_bind_text (statement, convene_interview_get_uid (interview));
  convene_statement_bind_number (statement, revision);
  if (!convene_statement_run (statement, error))
    return FALSE;

  return convene_connection_get_changes (connection) == 1 || fail_stale (convene_interview_get_uid (interview), error);
}

gboolean
convene_change_apply_add_interview (ConveneConnection *connection,
                                    ConveneChangeItem *item,
                                    GError           **error)
{
  ConveneInterview *interview = CONVENE_INTERVIEW (item->object);

  return insert_row (connection, interview, error) && write_parts (connection, interview, error) &&
         convene_change_remember (connection, interview, error);
}

gboolean
convene_change_apply_update_interview (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error)
{
  ConveneInterview *interview = CONVENE_INTERVIEW (item->object);

  return convene_change_remember_new (connection, interview, error) && update_row (connection, interview, error) && write_parts (connection, interview, error);
}

static gboolean
update_text (ConveneConnection *connection,
             const char        *sql,
             ConveneChangeItem *item,
             GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);
  gint64 key;

  if (statement == NULL || !find_key (connection, item->key, &key, error))
    return FALSE;

  convene_statement_bind_text (statement, item->text);
  convene_statement_bind_number (statement, key);
  return convene_statement_run (statement, error) && refresh_search (connection, key, error);
}

gboolean
convene_change_apply_set_notes (ConveneConnection *connection,
                                ConveneChangeItem *item,
                                GError           **error)
{
  return update_text (connection, "UPDATE interview SET notes = ?, revision = revision + 1 WHERE id = ?", item, error);
}

gboolean
convene_change_apply_attach_meeting (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  return update_text (connection, "UPDATE interview SET meeting_id = ? WHERE id = ?", item, error);
}

static GArray *
list_keys_of_meeting (ConveneConnection *connection,
                      const char        *meeting_id,
                      GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT id FROM interview WHERE meeting_id = ?", error);
  g_autoptr(GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  convene_statement_bind_text (statement, meeting_id);
  while (row)
    {
      gint64 key;

      if (!convene_statement_step (statement, &row, error))
        return NULL;

      key = convene_statement_get_number (statement, 0);
      if (row)
        g_array_append_val (keys, key);
    }

  return g_steal_pointer (&keys);
}

gboolean
convene_change_apply_put_meeting (ConveneConnection *connection,
                                  ConveneChangeItem *item,
                                  GError           **error)
{
  g_autoptr(GArray) keys = NULL;

  if (!convene_record_put (&convene_record_meeting, connection, item->object, error))
    return FALSE;

  keys = list_keys_of_meeting (connection, convene_meeting_get_id (CONVENE_MEETING (item->object)), error);
  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      if (!refresh_search (connection, g_array_index (keys, gint64, i), error))
        return FALSE;
    }

  return keys != NULL;
}
