/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a change says of the views that a person saves, and how that is written. */

#include <glib/gi18n-lib.h>

#include "convene-change-private.h"
#include "convene-error.h"
#include "convene-statement.h"

gboolean
convene_change_apply_save_view (ConveneConnection *connection,
                                ConveneChangeItem *item,
                                GError           **error)
{
  g_autoptr(ConveneStatement) statement = NULL;

  /* The name as it was written last. */
  statement = convene_connection_prepare (connection,
                                          "INSERT INTO view (name, filter, \"order\", position) "
                                          "VALUES (?, ?, ?, (SELECT ifnull (max (position), 0) + 1 FROM view)) "
                                          "ON CONFLICT (name) DO UPDATE SET name = excluded.name, filter = excluded.filter, \"order\" = excluded.\"order\"",
                                          error);
  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->key);
  convene_statement_bind_text (statement, item->text);
  convene_statement_bind_text (statement, item->more);
  return convene_statement_run (statement, error);
}

gboolean
convene_change_apply_remove_view (ConveneConnection *connection,
                                  ConveneChangeItem *item,
                                  GError           **error)
{
  return convene_connection_run_with_text (connection, "DELETE FROM view WHERE name = ?", item->key, error);
}

gboolean
convene_change_apply_rename_view (ConveneConnection *connection,
                                  ConveneChangeItem *item,
                                  GError           **error)
{
  g_autoptr(ConveneStatement) statement = convene_connection_prepare (connection, "UPDATE OR IGNORE view SET name = ? WHERE name = ?", error);

  if (statement == NULL)
    return FALSE;

  convene_statement_bind_text (statement, item->text);
  convene_statement_bind_text (statement, item->key);
  if (!convene_statement_run (statement, error))
    return FALSE;
  if (convene_connection_get_changes (connection) == 1)
    return TRUE;

  g_set_error_literal (error, CONVENE_ERROR, CONVENE_ERROR_STALE, _ ("The view is gone, or another one has that name by now"));
  return FALSE;
}

void
convene_change_save_view (ConveneChange    *self,
                          ConveneSavedView *view)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (CONVENE_IS_SAVED_VIEW (view));

  item = convene_change_add_item (self, convene_change_apply_save_view);
  item->key = g_strdup (convene_saved_view_get_name (view));
  item->text = g_strdup (convene_saved_view_get_filter (view));
  item->more = g_strdup (convene_saved_view_get_order (view));
}

void
convene_change_remove_view (ConveneChange *self,
                            const char    *name)
{
  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (name != NULL);

  convene_change_add_item (self, convene_change_apply_remove_view)->key = g_strdup (name);
}

void
convene_change_rename_view (ConveneChange *self,
                            const char    *name,
                            const char    *new_name)
{
  ConveneChangeItem *item;

  g_return_if_fail (CONVENE_IS_CHANGE (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (new_name != NULL);

  item = convene_change_add_item (self, convene_change_apply_rename_view);
  item->key = g_strdup (name);
  item->text = g_strdup (new_name);
}
