/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "answers-calls.h"

static void
ready_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GAsyncResult **slot = user_data;

  *slot = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **slot)
{
  while (*slot == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *slot;
}

GPtrArray *
store_list_letters (ConveneStore *store,
                    const char   *operation_id,
                    GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_letters_async (store, operation_id, NULL, ready_cb, &result);
  return convene_store_list_letters_finish (store, await (&result), error);
}

ConveneLetterEdits *
store_read_letter_edits (ConveneStore *store,
                         GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_read_letter_edits_async (store, NULL, ready_cb, &result);
  return convene_store_read_letter_edits_finish (store, await (&result), error);
}

ConveneInterview *
store_find_by_origin (ConveneStore *store,
                      const char   *origin_uid,
                      const char   *organizer,
                      GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_find_by_origin_async (store, origin_uid, organizer, NULL, ready_cb, &result);
  return convene_store_find_by_origin_finish (store, await (&result), error);
}
