/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-life.h"

#include "convene-page.h"
#include "convene-record.h"

#define OPEN "NOT IN ('done', 'failed', 'dropped', 'handed-over')"
#define USERS "WHERE interview.meeting_id = ? AND interview.status != 'cancelled' ORDER BY interview.id"
/* Before it is made, a meeting has the host that it is to be made for. */
#define SLOT                                                                                      \
  "WHERE interview.start = ?1 AND interview.duration = ?2 AND interview.job = ?3 COLLATE NOCASE " \
  "AND interview.status = 'scheduled' AND interview.uid IS NOT ?4 COLLATE NOCASE "                \
  "AND (meeting.state = 'live' OR (meeting.state = 'pending' AND EXISTS "                         \
  "  (SELECT 1 FROM operation WHERE operation.meeting_id = meeting.id "                           \
  "   AND operation.kind = 'meeting-create' AND operation.state " OPEN "))) "                     \
  "AND NOT EXISTS (SELECT 1 FROM operation WHERE operation.meeting_id = meeting.id "              \
  "                AND operation.kind = 'meeting-delete' AND operation.state " OPEN ") "          \
  "AND (?5 IS NULL OR ?5 COLLATE NOCASE = ifnull (meeting.host, "                                 \
  "  (SELECT operation.host FROM operation WHERE operation.meeting_id = meeting.id "              \
  "   AND operation.kind = 'meeting-create' ORDER BY operation.position DESC LIMIT 1))) "         \
  "ORDER BY interview.id LIMIT 1"
#define TO_CHECK                                                                                 \
  "WHERE interview.start >= ? AND interview.start < ? AND interview.status = 'scheduled' "       \
  "AND meeting.number != 0 AND meeting.state IN ('live', 'missing') AND meeting.checked_at < ? " \
  "ORDER BY interview.start, interview.id"
#define TO_NOTIFY                                                                                   \
  "WHERE interview.start >= ? AND interview.start < ? AND interview.status = 'scheduled' "          \
  "AND NOT EXISTS (SELECT 1 FROM notice "                                                           \
  "                WHERE notice.interview_uid = interview.uid AND notice.start = interview.start) " \
  "ORDER BY interview.start, interview.id"
/* The condition of an index, word for word; the + keeps SQLite from walking through every operation for the sake of the order. */
#define DOUBTFUL_CREATES                                                       \
  "FROM operation WHERE kind = 'meeting-create' "                              \
  "AND ((state = 'done' AND posts > 1) OR (state = 'dropped' AND posts > 0)) " \
  "AND operation.settled >= ? ORDER BY +operation.position"
/* By the index of what waits for nothing but its time, and by that of what runs. Whoever was told of an interview may come back by that until it is over:
 * on some desktops a notification leads nowhere once its program has gone. No interview is longer than a day. CROSS JOIN keeps SQLite from walking through
 * every interview that is to come. */
#define NEXT_OPEN                                                                                                    \
  "SELECT min (due) FROM "                                                                                           \
  "  (SELECT min (due) AS due FROM operation WHERE state IN ('waiting', 'doubt') AND event IS NULL AND NOT blocked " \
  "   UNION ALL "                                                                                                    \
  "   SELECT min (due) FROM operation WHERE state = 'running' "                                                      \
  "   UNION ALL "                                                                                                    \
  "   SELECT min (interview.ends) FROM notice CROSS JOIN interview ON interview.uid = notice.interview_uid "         \
  "   WHERE notice.start > ?1 - 86400000000 AND notice.start = interview.start "                                     \
  "   AND interview.status = 'scheduled' AND interview.ends > ?1)"

typedef struct
{
  const char          *rest;
  ConveneLifeQuestion *question;
  void (*bind) (ConveneStatement *statement, ConveneLifeQuestion *question);
  ConvenePage *page;
} Reading;

void
convene_life_question_free (gpointer data)
{
  ConveneLifeQuestion *question = data;

  g_free (question->key);
  g_free (question->host);
  g_free (question->except);
  g_free (question);
}

static gboolean
read_page (ConveneConnection *connection,
           gpointer           data,
           GError           **error)
{
  Reading         *reading = data;
  g_autofree char *sql = convene_page_format (reading->rest);
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  reading->bind (statement, reading->question);
  return convene_page_read (reading->page, statement, error) && convene_page_fill (reading->page, connection, error);
}

static GPtrArray *
list_interviews (ConveneConnection   *connection,
                 const char          *rest,
                 ConveneLifeQuestion *question,
                 void (*bind) (ConveneStatement *statement, ConveneLifeQuestion *question),
                 GError **error)
{
  g_autoptr(ConvenePage) page = convene_page_new ();
  Reading reading = { rest, question, bind, page };

  if (!convene_connection_transact (connection, FALSE, read_page, &reading, error))
    return NULL;

  return g_ptr_array_ref (convene_page_get_interviews (page));
}

static void
bind_key (ConveneStatement    *statement,
          ConveneLifeQuestion *question)
{
  convene_statement_bind_text (statement, question->key);
}

GPtrArray *
convene_life_list_users (ConveneConnection   *connection,
                         ConveneLifeQuestion *question,
                         GError             **error)
{
  GPtrArray *users = list_interviews (connection, USERS, question, bind_key, error);

  for (guint i = 1; users != NULL && i < users->len; i++)
    convene_interview_set_meeting (users->pdata[i], convene_interview_get_meeting (users->pdata[0]));

  return users;
}

static void
bind_slot (ConveneStatement    *statement,
           ConveneLifeQuestion *question)
{
  convene_statement_bind_number (statement, question->from);
  convene_statement_bind_number (statement, question->duration);
  convene_statement_bind_text (statement, question->key);
  convene_statement_bind_text (statement, question->except);
  convene_statement_bind_text (statement, question->host);
}

ConveneInterview *
convene_life_find_slot (ConveneConnection   *connection,
                        ConveneLifeQuestion *question,
                        GError             **error)
{
  g_autoptr(GPtrArray) interviews = list_interviews (connection, SLOT, question, bind_slot, error);

  return interviews != NULL && interviews->len > 0 ? g_object_ref (interviews->pdata[0]) : NULL;
}

gboolean
convene_life_has_slot (ConveneConnection   *connection,
                       ConveneLifeQuestion *question,
                       gboolean            *row,
                       GError             **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT 1 FROM interview JOIN meeting ON meeting.id = interview.meeting_id " SLOT, error);

  if (statement == NULL)
    return FALSE;

  bind_slot (statement, question);
  return convene_statement_step (statement, row, error);
}

static void
bind_range (ConveneStatement    *statement,
            ConveneLifeQuestion *question)
{
  convene_statement_bind_number (statement, question->from);
  convene_statement_bind_number (statement, question->to);
}

static void
bind_check (ConveneStatement    *statement,
            ConveneLifeQuestion *question)
{
  bind_range (statement, question);
  convene_statement_bind_number (statement, question->before);
}

GPtrArray *
convene_life_list_to_check (ConveneConnection   *connection,
                            ConveneLifeQuestion *question,
                            GError             **error)
{
  return list_interviews (connection, TO_CHECK, question, bind_check, error);
}

GPtrArray *
convene_life_list_to_notify (ConveneConnection   *connection,
                             ConveneLifeQuestion *question,
                             GError             **error)
{
  return list_interviews (connection, TO_NOTIFY, question, bind_range, error);
}

GPtrArray *
convene_life_list_doubtful_creates (ConveneConnection   *connection,
                                    ConveneLifeQuestion *question,
                                    GError             **error)
{
  g_autoptr(ConveneStatement) statement = convene_record_prepare (&convene_record_operation, connection, DOUBTFUL_CREATES, error);

  if (statement == NULL)
    return NULL;

  convene_statement_bind_number (statement, question->from);
  return convene_record_list (&convene_record_operation, statement, error);
}

static gboolean
take_preference (ConveneStatement *statement,
                 GHashTable       *preferences,
                 GError          **error)
{
  const char *key = convene_statement_get_text (statement, 0);
  const char *value = convene_statement_get_text (statement, 1);

  if (!g_utf8_validate (key, -1, NULL) || !g_utf8_validate (value, -1, NULL))
    return convene_connection_fail_value (convene_statement_get_connection (statement), "preference", "value", error);

  g_hash_table_insert (preferences, g_strdup (key), g_strdup (value));
  return TRUE;
}

GHashTable *
convene_life_list_preferences (ConveneConnection *connection,
                               GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT key, value FROM preference", error);
  g_autoptr(GHashTable) preferences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean row = TRUE;

  if (statement == NULL)
    return NULL;

  while (row)
    {
      if (!convene_statement_step (statement, &row, error) || (row && !take_preference (statement, preferences, error)))
        return NULL;
    }

  return g_steal_pointer (&preferences);
}

gboolean
convene_life_get_next_open (ConveneConnection *connection,
                            gint64             now,
                            gint64            *next,
                            GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, NEXT_OPEN, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_number (statement, now);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  *next = convene_statement_is_null (statement, 0) ? G_MAXINT64 : MAX (now, convene_statement_get_number (statement, 0));
  return TRUE;
}
