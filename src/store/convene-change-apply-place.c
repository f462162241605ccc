/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change-private.h"

#include "convene-statement.h"

gboolean
convene_change_apply_put_delegation (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection,
                                          "INSERT INTO delegation (account_id, address, allowed, seen_at) VALUES (?, ?, ?, ?) "
                                          "ON CONFLICT (account_id, address) DO UPDATE SET allowed = excluded.allowed, seen_at = excluded.seen_at",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_text (statement, item->text);
  convene_statement_bind_number (statement, item->number);
  convene_statement_bind_number (statement, item->at);
  return convene_statement_run (statement, error);
}

static gboolean
is_known (ConveneConnection *connection,
          const char        *address,
          gboolean          *known,
          GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "SELECT 1 FROM person WHERE address = ?", error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, address);
  return convene_statement_step (statement, known, error);
}

/* Having a place is no use of a person: who is known keeps their place among those used last. */
static gboolean
make_known (ConveneConnection *connection,
            const char        *address,
            GError           **error)
{
  gboolean known;

  if (!is_known (connection, address, &known, error))
    return FALSE;

  if (!known)
    {
      g_autoptr(ConveneParticipant) person = convene_participant_new ();

      convene_participant_set_address (person, address);
      return convene_change_remember_person (connection, person, error);
    }

  return TRUE;
}

gboolean
convene_change_apply_set_person_place (ConveneConnection *connection,
                                       ConveneChangeItem *item,
                                       GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  if (!make_known (connection, item->key, error))
    return FALSE;

  statement = convene_connection_prepare (connection,
                                          "UPDATE person SET platform = ?1, host = iif (?2 = address COLLATE NOCASE, NULL, ?2) WHERE address = ?3", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->text);
  convene_statement_bind_text (statement, item->more);
  convene_statement_bind_text (statement, item->key);
  return convene_statement_run (statement, error);
}

static gboolean
set_job_platform (ConveneConnection *connection,
                  const char        *title,
                  const char        *platform,
                  GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  statement = convene_connection_prepare (connection, "UPDATE job SET platform = ?1 WHERE platform != ?1 AND (?2 IS NULL OR title = ?2)", error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, platform);
  convene_statement_bind_text (statement, title);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_set_jobs_platform (ConveneConnection *connection,
                                        ConveneChangeItem *item,
                                        GError           **error)
{
  if (item->list == NULL)
    return set_job_platform (connection, NULL, item->text, error);

  for (guint i = 0; item->list[i] != NULL; i++)
    {
      if (!set_job_platform (connection, item->list[i], item->text, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
convene_change_apply_set_job_link_policy (ConveneConnection *connection,
                                          ConveneChangeItem *item,
                                          GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "UPDATE job SET link_policy = ? WHERE title = ?", error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->text);
  convene_statement_bind_text (statement, item->key);
  return convene_statement_run (statement, error);
}
