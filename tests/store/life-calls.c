/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "life-calls.h"

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
store_list_meeting_users (ConveneStore *store,
                          const char   *meeting_id,
                          GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_meeting_users_async (store, meeting_id, NULL, ready_cb, &result);
  return convene_store_list_meeting_users_finish (store, await (&result), error);
}

ConveneInterview *
store_find_slot (ConveneStore *store,
                 const char   *job,
                 const char   *host,
                 gint64        start,
                 int           duration,
                 const char   *except_uid,
                 GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_find_slot_async (store, job, host, start, duration, except_uid, NULL, ready_cb, &result);
  return convene_store_find_slot_finish (store, await (&result), error);
}

GPtrArray *
store_list_meetings_to_check (ConveneStore *store,
                              gint64        from,
                              gint64        to,
                              gint64        before,
                              GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_meetings_to_check_async (store, from, to, before, NULL, ready_cb, &result);
  return convene_store_list_meetings_to_check_finish (store, await (&result), error);
}

GPtrArray *
store_list_doubtful_creates (ConveneStore *store,
                             gint64        since,
                             GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_doubtful_creates_async (store, since, NULL, ready_cb, &result);
  return convene_store_list_doubtful_creates_finish (store, await (&result), error);
}

ConveneMeeting *
store_get_meeting (ConveneStore *store,
                   const char   *id,
                   GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_meeting_async (store, id, NULL, ready_cb, &result);
  return convene_store_get_meeting_finish (store, await (&result), error);
}

GHashTable *
store_list_preferences (ConveneStore *store,
                        GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_preferences_async (store, NULL, ready_cb, &result);
  return convene_store_list_preferences_finish (store, await (&result), error);
}

GPtrArray *
store_find_next_notice (ConveneStore *store,
                        gint64        from,
                        gint64        to,
                        GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_find_next_notice_async (store, from, to, NULL, ready_cb, &result);
  return convene_store_find_next_notice_finish (store, await (&result), error);
}

gint64
store_get_next_open (ConveneStore *store,
                     gint64        now,
                     GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_next_open_async (store, now, NULL, ready_cb, &result);
  return convene_store_get_next_open_finish (store, await (&result), error);
}
