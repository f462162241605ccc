/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-page.h"

#include "convene-hosting.h"
#include "convene-record.h"

struct _ConvenePage
{
  GPtrArray  *interviews; /* in their order */
  GHashTable *by_key;     /* key in the database to interview, whose reference the array has */
  GString    *keys;       /* a JSON array, so that one parameter holds them all */
};

enum
{
  COLUMN_KEY,
  COLUMN_WALL,
  COLUMN_ZONE,
  COLUMN_START,
  COLUMN_TZDATA,
  COLUMN_MEETING,
  COLUMN_HOSTED,
  N_COLUMNS
};

ConvenePage *
convene_page_new (void)
{
  ConvenePage *self = g_new0 (ConvenePage, 1);

  self->interviews = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->keys = g_string_new ("[");
  return self;
}

void
convene_page_free (ConvenePage *self)
{
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->interviews);
  g_string_free (self->keys, TRUE);
  g_free (self);
}

GPtrArray *
convene_page_get_interviews (ConvenePage *self)
{
  return self->interviews;
}

char *
convene_page_format (const char *rest)
{
  g_autofree char *interview = convene_record_list_selected (&convene_record_interview);
  g_autofree char *meeting = convene_record_list_selected (&convene_record_meeting);

  return g_strdup_printf ("SELECT interview.id, interview.wall, interview.zone, interview.start, interview.tzdata, meeting.id, " CONVENE_IS_HOSTED ("meeting.host") ", %s, %s "
                                                                                                                                                                    "FROM interview LEFT JOIN meeting ON meeting.id = interview.meeting_id %s",
                          interview, meeting, rest);
}

/* A draft may have no time yet. */
static gboolean
read_start (ConveneInterview *interview,
            ConveneStatement *statement,
            GError          **error)
{
  const char *wall = convene_statement_get_text (statement, COLUMN_WALL);
  const char *zone = convene_statement_get_text (statement, COLUMN_ZONE);
  const char *tzdata = convene_statement_get_text (statement, COLUMN_TZDATA);
  g_autoptr(ConveneMoment) start = NULL;

  if (wall == NULL && zone == NULL)
    return TRUE;
  if (wall == NULL || zone == NULL || !g_utf8_validate (wall, -1, NULL) || !g_utf8_validate (zone, -1, NULL) ||
      (tzdata != NULL && !g_utf8_validate (tzdata, -1, NULL)))
    return convene_connection_fail_value (convene_statement_get_connection (statement), "interview", "start", error);

  start = convene_moment_restore (wall, zone, convene_statement_get_number (statement, COLUMN_START), tzdata);
  convene_interview_set_start (interview, start);
  return TRUE;
}

static gboolean
read_meeting (ConveneInterview *interview,
              ConveneStatement *statement,
              GError          **error)
{
  const int column = N_COLUMNS + (int) convene_record_interview.n_properties;
  g_autoptr(ConveneMeeting) meeting = NULL;

  if (convene_statement_get_text (statement, COLUMN_MEETING) == NULL)
    return TRUE;

  meeting = convene_record_read (&convene_record_meeting, statement, column, error);
  if (meeting == NULL)
    return FALSE;

  convene_meeting_set_hosted (meeting, convene_statement_get_number (statement, COLUMN_HOSTED) != 0);
  convene_interview_set_meeting (interview, meeting);
  return TRUE;
}

static gboolean
read_row (ConvenePage      *self,
          ConveneStatement *statement,
          GError          **error)
{
  g_autoptr(ConveneInterview) interview = convene_record_read (&convene_record_interview, statement, N_COLUMNS, error);
  gint64 key = convene_statement_get_number (statement, COLUMN_KEY);

  if (interview == NULL || !read_start (interview, statement, error) || !read_meeting (interview, statement, error))
    return FALSE;

  g_string_append_printf (self->keys, "%s%" G_GINT64_FORMAT, self->interviews->len > 0 ? "," : "", key);
  g_hash_table_insert (self->by_key, g_memdup2 (&key, sizeof key), interview);
  g_ptr_array_add (self->interviews, g_steal_pointer (&interview));
  return TRUE;
}

gboolean
convene_page_read (ConvenePage      *self,
                   ConveneStatement *statement,
                   GError          **error)
{
  gboolean row;

  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  while (row)
    {
      if (!read_row (self, statement, error) || !convene_statement_step (statement, &row, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_participant (ConveneInterview *interview,
                 gpointer          part)
{
  convene_interview_add_participant (interview, part);
}

static void
add_operation (ConveneInterview *interview,
               gpointer          part)
{
  convene_interview_add_operation (interview, part);
}

static void
add_answer (ConveneInterview *interview,
            gpointer          part)
{
  convene_interview_add_answer (interview, part);
}

/* Gives each interview its parts: `sql` answers the interview's key and the record's columns, for the keys in its parameter. */
static gboolean
fill (ConvenePage         *self,
      ConveneConnection   *connection,
      const char          *sql,
      const ConveneRecord *record,
      void (*add) (ConveneInterview *interview, gpointer part),
      GError **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, self->keys->str);
  if (!convene_statement_step (statement, &row, error))
    return FALSE;

  while (row)
    {
      gint64 key = convene_statement_get_number (statement, 0);
      g_autoptr(GObject) part = convene_record_read (record, statement, 1, error);

      if (part == NULL)
        return FALSE;
      add (g_hash_table_lookup (self->by_key, &key), part);
      if (!convene_statement_step (statement, &row, error))
        return FALSE;
    }

  return TRUE;
}

/* The last letter to all that left or may have left. One of earlier times did not keep what it said, and stands for something that is not known; which ones
 * went to all is known by their kind. */
#define TOLD                                                                                        \
  "SELECT interview.id, ifnull (letter.told, ''), letter.sequence "                                 \
  "FROM interview JOIN letter ON letter.number = "                                                  \
  "  (SELECT one.number FROM letter AS one JOIN operation ON operation.id = one.operation_id "      \
  "   WHERE one.interview_uid = interview.uid "                                                     \
  "   AND (operation.posts > 0 OR operation.state IN ('running', 'doubt', 'done', 'handed-over')) " \
  "   AND one.position = 0 AND (one.told IS NOT NULL OR (operation.recipients IS NULL "             \
  "        AND operation.kind IN ('mail-invitation', 'mail-update', 'mail-link-ready'))) "          \
  "   ORDER BY one.made_at DESC, one.number DESC LIMIT 1) "                                         \
  "WHERE interview.id IN (SELECT value FROM json_each (?))"

static gboolean
take_told (ConvenePage      *self,
           ConveneStatement *statement,
           GError          **error)
{
  const gint64      key = convene_statement_get_number (statement, 0);
  const char       *told = convene_statement_get_text (statement, 1);
  const gint64      sequence = convene_statement_get_number (statement, 2);
  ConveneInterview *interview = g_hash_table_lookup (self->by_key, &key);

  if (sequence < 0 || sequence > G_MAXINT)
    return convene_connection_fail_value (convene_statement_get_connection (statement), "letter", "sequence", error);

  /* Whatever else stands there is as good as nothing. */
  convene_interview_set_told (interview, g_utf8_validate (told, -1, NULL) ? told : "");
  convene_interview_set_told_sequence (interview, (int) sequence);
  return TRUE;
}

static gboolean
fill_told (ConvenePage       *self,
           ConveneConnection *connection,
           GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, TOLD, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, self->keys->str);
  while (row)
    {
      if (!convene_statement_step (statement, &row, error) || (row && !take_told (self, statement, error)))
        return FALSE;
    }

  return TRUE;
}

gboolean
convene_page_fill (ConvenePage       *self,
                   ConveneConnection *connection,
                   GError           **error)
{
  g_autofree char *participant = convene_record_list_selected (&convene_record_participant);
  g_autofree char *operation = convene_record_list_selected (&convene_record_operation);
  g_autofree char *answer = convene_record_list_selected (&convene_record_answer);
  g_autofree char *participants = NULL;
  g_autofree char *operations = NULL;
  g_autofree char *answers = NULL;

  g_string_append_c (self->keys, ']');
  participants = g_strdup_printf ("SELECT participant.interview, %s FROM participant "
                                  "WHERE participant.interview IN (SELECT value FROM json_each (?)) "
                                  "ORDER BY participant.interview, participant.position",
                                  participant);
  operations = g_strdup_printf ("SELECT interview.id, %s FROM interview JOIN operation ON operation.interview_uid = interview.uid "
                                "WHERE interview.id IN (SELECT value FROM json_each (?)) ORDER BY operation.position",
                                operation);
  answers = g_strdup_printf ("SELECT interview.id, %s FROM interview JOIN answer ON answer.interview_uid = interview.uid "
                             "WHERE interview.id IN (SELECT value FROM json_each (?)) ORDER BY answer.number",
                             answer);

  return fill (self, connection, participants, &convene_record_participant, add_participant, error) &&
         fill (self, connection, operations, &convene_record_operation, add_operation, error) &&
         fill (self, connection, answers, &convene_record_answer, add_answer, error) &&
         fill_told (self, connection, error);
}
