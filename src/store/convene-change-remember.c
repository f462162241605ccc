/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change-private.h"

#include "convene-directory.h"
#include "convene-statement.h"

static gboolean
put_person (ConveneConnection  *connection,
            ConveneParticipant *participant,
            GError            **error)
{
  g_autofree char *plain = convene_directory_format_plain (convene_participant_get_name (participant));
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection,
                                          "INSERT INTO person (address, name, timezone, language, plain, used) "
                                          "VALUES (?, ?, ?, ?, ?, (SELECT ifnull (max (used), 0) + 1 FROM person)) "
                                          "ON CONFLICT (address) DO UPDATE SET name = ifnull (excluded.name, name),"
                                          "  timezone = ifnull (excluded.timezone, timezone), language = ifnull (excluded.language, language),"
                                          "  plain = iif (excluded.name IS NULL, plain, excluded.plain), used = excluded.used",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, convene_participant_get_address (participant));
  convene_statement_bind_text (statement, convene_participant_get_name (participant));
  convene_statement_bind_text (statement, convene_participant_get_timezone (participant));
  convene_statement_bind_text (statement, convene_participant_get_language (participant));
  convene_statement_bind_text (statement, plain);
  return convene_statement_run (statement, error);
}

/* What is searched goes by the number of the last use, which is another one after each. */
gboolean
convene_change_remember_person (ConveneConnection  *connection,
                                ConveneParticipant *participant,
                                GError            **error)
{
  const char *address = convene_participant_get_address (participant);

  if (address == NULL)
    return TRUE;

  return convene_connection_run_with_text (connection, "DELETE FROM person_search WHERE rowid = (SELECT used FROM person WHERE address = ?)", address, error) &&
         put_person (connection, participant, error) &&
         convene_connection_run_with_text (connection,
                                           "INSERT INTO person_search (rowid, name, address, plain) SELECT used, name, address, plain FROM person WHERE address = ?",
                                           address, error);
}

static gboolean
remember_people (ConveneConnection *connection,
                 ConveneInterview  *interview,
                 GError           **error)
{
  GListModel *participants = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (participants, i);

      if (!convene_change_remember_person (connection, participant, error))
        return FALSE;
    }

  return TRUE;
}

/* An interview without a hiring manager or a place does not make the job's forgotten. */
static gboolean
put_job (ConveneConnection *connection,
         ConveneInterview  *interview,
         GError           **error)
{
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);
  g_autofree char    *plain = convene_directory_format_plain (convene_interview_get_job (interview));
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection,
                                          "INSERT INTO job (title, platform, hiring_manager_name, hiring_manager_address, location, plain, used) "
                                          "VALUES (?, ?, ?, ?, ?, ?, (SELECT ifnull (max (used), 0) + 1 FROM job)) "
                                          "ON CONFLICT (title) DO UPDATE SET platform = excluded.platform,"
                                          "  hiring_manager_name = iif (excluded.hiring_manager_address IS NULL, hiring_manager_name, excluded.hiring_manager_name),"
                                          "  hiring_manager_address = ifnull (excluded.hiring_manager_address, hiring_manager_address),"
                                          "  location = ifnull (excluded.location, location), plain = excluded.plain, used = excluded.used",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, convene_interview_get_job (interview));
  convene_statement_bind_text (statement, convene_enum_to_nick (CONVENE_TYPE_PLATFORM, convene_interview_get_platform (interview)));
  convene_statement_bind_text (statement, manager != NULL ? convene_participant_get_name (manager) : NULL);
  convene_statement_bind_text (statement, manager != NULL ? convene_participant_get_address (manager) : NULL);
  convene_statement_bind_text (statement, convene_interview_get_location (interview));
  convene_statement_bind_text (statement, plain);
  return convene_statement_run (statement, error);
}

static gboolean
remember_job (ConveneConnection *connection,
              ConveneInterview  *interview,
              GError           **error)
{
  const char *title = convene_interview_get_job (interview);

  if (title == NULL)
    return TRUE;

  return convene_connection_run_with_text (connection, "DELETE FROM job_search WHERE rowid = (SELECT used FROM job WHERE title = ?)", title, error) &&
         put_job (connection, interview, error) &&
         convene_connection_run_with_text (connection, "INSERT INTO job_search (rowid, title, plain) SELECT used, title, plain FROM job WHERE title = ?", title, error);
}

gboolean
convene_change_remember (ConveneConnection *connection,
                         ConveneInterview  *interview,
                         GError           **error)
{
  return remember_people (connection, interview, error) && remember_job (connection, interview, error);
}

static gboolean
has_row (ConveneConnection *connection,
         const char        *sql,
         const char        *uid,
         const char        *text,
         gboolean          *row,
         GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, uid);
  convene_statement_bind_text (statement, text);
  return convene_statement_step (statement, row, error);
}

gboolean
convene_change_remember_new (ConveneConnection *connection,
                             ConveneInterview  *interview,
                             GError           **error)
{
  GListModel *participants = convene_interview_get_participants (interview);
  const char *uid = convene_interview_get_uid (interview);
  gboolean    known;

  for (guint i = 0; i < g_list_model_get_n_items (participants); i++)
    {
      g_autoptr(ConveneParticipant) participant = g_list_model_get_item (participants, i);

      if (!has_row (connection,
                    "SELECT 1 FROM interview JOIN participant ON participant.interview = interview.id WHERE interview.uid = ? AND participant.address = ?",
                    uid, convene_participant_get_address (participant), &known, error) ||
          (!known && !convene_change_remember_person (connection, participant, error)))
        return FALSE;
    }

  return has_row (connection, "SELECT 1 FROM interview WHERE uid = ? AND job IS ?", uid, convene_interview_get_job (interview), &known, error) &&
         (known || remember_job (connection, interview, error));
}
