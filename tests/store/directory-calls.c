/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "directory-calls.h"

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
store_list_entries (ConveneStore *store,
                    gint64        from,
                    gint64        to,
                    guint         limit,
                    gint64        now,
                    GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_entries_async (store, from, to, limit, NULL, now, NULL, ready_cb, &result);
  return convene_store_list_entries_finish (store, await (&result), error);
}

GPtrArray *
store_list_clashes (ConveneStore      *store,
                    gint64             from,
                    gint64             to,
                    const char *const *addresses,
                    const char        *except,
                    gint64             now,
                    GError           **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_clashes_async (store, from, to, addresses, except, now, NULL, ready_cb, &result);
  return convene_store_list_clashes_finish (store, await (&result), error);
}

GPtrArray *
store_list_people (ConveneStore *store,
                   const char   *text,
                   guint         limit,
                   GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_people_async (store, text, limit, NULL, ready_cb, &result);
  return convene_store_list_people_finish (store, await (&result), error);
}

GPtrArray *
store_list_jobs (ConveneStore *store,
                 const char   *text,
                 guint         limit,
                 GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_jobs_async (store, text, limit, NULL, ready_cb, &result);
  return convene_store_list_jobs_finish (store, await (&result), error);
}

ConveneInterview *
store_find_last_interview (ConveneStore *store,
                           const char   *job,
                           GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_find_last_interview_async (store, job, NULL, ready_cb, &result);
  return convene_store_find_last_interview_finish (store, await (&result), error);
}

GPtrArray *
store_list_activity (ConveneStore *store,
                     const char   *uid,
                     GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_activity_async (store, uid, NULL, ready_cb, &result);
  return convene_store_list_activity_finish (store, await (&result), error);
}

ConveneNeeds *
store_get_needs (ConveneStore *store,
                 gint64        now,
                 GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_needs_async (store, now, NULL, ready_cb, &result);
  return convene_store_get_needs_finish (store, await (&result), error);
}

char *
join_entries (GPtrArray *entries)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", convene_calendar_entry_get_uid (entries->pdata[i]));
    }

  return g_strdup (text->str);
}

char *
join_clashes (GPtrArray *clashes)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < clashes->len; i++)
    {
      ConveneClash *clash = clashes->pdata[i];

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", clash->address, convene_calendar_entry_get_uid (clash->entry));
    }

  return g_strdup (text->str);
}

char *
join_people (GPtrArray *people)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", convene_participant_get_address (people->pdata[i]));
    }

  return g_strdup (text->str);
}

char *
join_jobs (GPtrArray *jobs)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < jobs->len; i++)
    {
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", convene_job_get_title (jobs->pdata[i]));
    }

  return g_strdup (text->str);
}
