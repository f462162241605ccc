/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-change-private.h"

#include <glib/gi18n-lib.h>

#include "convene-answers.h"
#include "convene-error.h"
#include "convene-record.h"

gboolean
convene_change_apply_put_answer (ConveneConnection *connection,
                                 ConveneChangeItem *item,
                                 GError           **error)
{
  return convene_record_put (&convene_record_answer, connection, item->object, error);
}

gboolean
convene_change_apply_remove_letters (ConveneConnection *connection,
                                     ConveneChangeItem *item,
                                     GError           **error)
{
  return convene_connection_run_with_text (connection, "DELETE FROM letter WHERE operation_id = ?", item->key, error);
}

static gboolean
remove_letter_edit (ConveneConnection *connection,
                    ConveneChangeItem *item,
                    GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "DELETE FROM template WHERE language = ? AND name = ?", error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_text (statement, item->more);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_set_letter_edit (ConveneConnection *connection,
                                      ConveneChangeItem *item,
                                      GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  if (item->text == NULL)
    return remove_letter_edit (connection, item, error);

  statement = convene_connection_prepare (connection,
                                          "INSERT INTO template (language, name, text) VALUES (?, ?, ?) "
                                          "ON CONFLICT (language, name) DO UPDATE SET text = excluded.text",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_text (statement, item->more);
  convene_statement_bind_text (statement, item->text);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_expect_new_origin (ConveneConnection *connection,
                                        ConveneChangeItem *item,
                                        GError           **error)
{
  const ConveneOrigin origin = { item->key, item->text };
  gboolean            known;

  if (!convene_answers_has_origin (connection, &origin, &known, error))
    return FALSE;
  if (!known)
    return TRUE;

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("There is an interview of this event meanwhile"));
  return FALSE;
}
