/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-directory.h"

#include "convene-activity.h"
#include "convene-listing.h"
#include "convene-record.h"

/* The search tables have the number of the last use as their key, so that their own order, read from its end, is the answer's: what a word finds
 * is not sorted, and reading ends with the last row that is wanted. */
#define LAST_PEOPLE "FROM person ORDER BY person.used DESC LIMIT ?"
#define SOME_PEOPLE                                                             \
  "FROM (SELECT rowid AS place FROM person_search WHERE person_search MATCH ? " \
  "      ORDER BY rowid DESC LIMIT ?) JOIN person ON person.used = place "      \
  "ORDER BY place DESC"
#define LAST_JOBS "FROM job ORDER BY job.used DESC LIMIT ?"
#define SOME_JOBS                                                         \
  "FROM (SELECT rowid AS place FROM job_search WHERE job_search MATCH ? " \
  "      ORDER BY rowid DESC LIMIT ?) JOIN job ON job.used = place "      \
  "ORDER BY place DESC"

/* `last` takes a limit, `some` an expression before it. */
static GPtrArray *
list_used (ConveneConnection   *connection,
           const ConveneRecord *record,
           const char          *last,
           const char          *some,
           const char          *text,
           guint                limit,
           GError             **error)
{
  g_autofree char *expression = convene_listing_format_search (text);
  g_autoptr(ConveneStatement) statement = convene_record_prepare (record, connection, expression != NULL ? some : last, error);

  if (statement == NULL)
    return NULL;

  if (expression != NULL)
    convene_statement_bind_text (statement, expression);
  convene_statement_bind_number (statement, limit);
  return convene_record_list (record, statement, error);
}

GPtrArray *
convene_directory_list_people (ConveneConnection *connection,
                               const char        *text,
                               guint              limit,
                               GError           **error)
{
  return list_used (connection, &convene_record_person, LAST_PEOPLE, SOME_PEOPLE, text, limit, error);
}

GPtrArray *
convene_directory_list_jobs (ConveneConnection *connection,
                             const char        *text,
                             guint              limit,
                             GError           **error)
{
  return list_used (connection, &convene_record_job, LAST_JOBS, SOME_JOBS, text, limit, error);
}

GPtrArray *
convene_directory_list_other_jobs (ConveneConnection *connection,
                                   const char        *platform,
                                   GError           **error)
{
  g_autoptr(ConveneStatement) statement =
                 convene_record_prepare (&convene_record_job, connection, "FROM job WHERE job.platform IS NOT ? ORDER BY job.title COLLATE NOCASE", error);

  if (statement == NULL)
    return NULL;

  convene_statement_bind_text (statement, platform);
  return convene_record_list (&convene_record_job, statement, error);
}

static ConveneActivity *
read_activity (ConveneStatement *statement,
               GError          **error)
{
  const char *text = convene_statement_get_text (statement, 1);

  if (text != NULL && g_utf8_validate (text, -1, NULL))
    return convene_activity_new (convene_statement_get_number (statement, 0), text);

  convene_connection_fail_value (convene_statement_get_connection (statement), "activity", "text", error);
  return NULL;
}

GPtrArray *
convene_directory_list_activity (ConveneConnection *connection,
                                 const char        *uid,
                                 GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;
  g_autoptr(GPtrArray) activities = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean row;

  statement = convene_connection_prepare (connection,
                                          "SELECT at, text FROM activity WHERE interview_uid = ? ORDER BY at DESC, position DESC", error);
  if (statement == NULL)
    return NULL;

  convene_statement_bind_text (statement, uid);
  while (convene_statement_step (statement, &row, error))
    {
      ConveneActivity *activity;

      if (!row)
        return g_steal_pointer (&activities);

      activity = read_activity (statement, error);
      if (activity == NULL)
        return NULL;
      g_ptr_array_add (activities, activity);
    }

  return NULL;
}

char *
convene_directory_format_plain (const char *text)
{
  g_auto(GStrv) words = NULL;
  g_auto(GStrv) alternates = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *ascii = NULL;

  if (text == NULL || g_str_is_ascii (text) || !g_utf8_validate (text, -1, NULL))
    return NULL;

  /* The words are folded further than by case ("strasse" for "Straße"). */
  words = g_str_tokenize_and_fold (text, "en", &alternates);
  folded = g_strjoinv (" ", words);
  ascii = g_strjoinv (" ", alternates);
  return g_strconcat (folded, " ", ascii, NULL);
}
