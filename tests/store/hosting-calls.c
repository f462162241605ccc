/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hosting-calls.h"

#include "convene-clock.h"

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

ConveneAccount *
store_get_account (ConveneStore *store,
                   const char   *id,
                   GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_account_async (store, id, NULL, ready_cb, &result);
  return convene_store_get_account_finish (store, await (&result), error);
}

gboolean
store_count_bonds (ConveneStore *store,
                   const char   *account_id,
                   gint64        now,
                   ConveneBonds *bonds,
                   GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_count_bonds_async (store, account_id, now, NULL, ready_cb, &result);
  return convene_store_count_bonds_finish (store, await (&result), bonds, error);
}

GStrv
store_list_stale_secrets (ConveneStore *store,
                          gint64        older_than,
                          GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_stale_secrets_async (store, older_than, NULL, ready_cb, &result);
  return convene_store_list_stale_secrets_finish (store, await (&result), error);
}

GPtrArray *
store_list_delegations (ConveneStore *store,
                        GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_delegations_async (store, NULL, ready_cb, &result);
  return convene_store_list_delegations_finish (store, await (&result), error);
}

GHashTable *
store_list_host_requests (ConveneStore *store,
                          gint64        now,
                          GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_host_requests_async (store, now, NULL, ready_cb, &result);
  return convene_store_list_host_requests_finish (store, await (&result), error);
}

gboolean
store_get_place (ConveneStore *store,
                 const char   *address,
                 char        **platform,
                 char        **host,
                 GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_get_place_async (store, address, NULL, ready_cb, &result);
  return convene_store_get_place_finish (store, await (&result), platform, host, error);
}

GPtrArray *
store_list_other_jobs (ConveneStore   *store,
                       ConvenePlatform platform,
                       GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_list_other_jobs_async (store, platform, NULL, ready_cb, &result);
  return convene_store_list_other_jobs_finish (store, await (&result), error);
}

gint64
store_find_next_zoom_start (ConveneStore *store,
                            gint64        now,
                            GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_store_find_next_zoom_start_async (store, now, NULL, ready_cb, &result);
  return convene_store_find_next_zoom_start_finish (store, await (&result), error);
}

ConveneAccount *
get_account_ok (ConveneStore *store,
                const char   *id)
{
  g_autoptr(GError) error = NULL;
  ConveneAccount *account = store_get_account (store, id, &error);

  g_assert_no_error (error);
  g_assert_nonnull (account);
  return account;
}

void
add_with_meeting (ConveneChange      *change,
                  const char         *uid,
                  gint64              start,
                  const char         *account_id,
                  ConveneMeetingState state)
{
  g_autoptr(ConveneInterview) interview = make_interview (uid, start * CONVENE_HOUR / G_USEC_PER_SEC, 60);
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();

  convene_meeting_set_id (meeting, uid);
  convene_meeting_set_account_id (meeting, account_id);
  convene_meeting_set_state (meeting, state);
  convene_change_add_interview (change, interview);
  convene_change_put_meeting (change, meeting);
  convene_change_attach_meeting (change, uid, uid);
}

ConveneMeeting *
get_meeting_ok (ConveneStore *store,
                const char   *uid)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneInterview) interview = store_find (store, uid, &error);

  g_assert_no_error (error);
  return g_object_ref (convene_interview_get_meeting (interview));
}

char *
join_delegations (GPtrArray *delegations)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < delegations->len; i++)
    {
      ConveneDelegation *delegation = delegations->pdata[i];

      g_string_append_printf (text, "%s%s%s%s", i > 0 ? " " : "", delegation->account_id, delegation->allowed ? ">" : "!", delegation->address);
    }

  return g_strdup (text->str);
}
