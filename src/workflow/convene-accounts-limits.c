/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

typedef struct
{
  gint64 day;
  int    used;
} HostDay;

/* Zoom's limits are its accounts'. Whose account a signed-in user belongs to is not known, so that each has a pace of its own. */
static ConveneZoomPace *
get_pace (ConveneAccounts *self,
          ConveneAccount  *account)
{
  const char      *number = convene_account_get_account_number (account);
  const char      *name = number != NULL && *number != '\0' ? number : convene_account_get_id (account);
  ConveneZoomPace *pace = g_hash_table_lookup (self->paces, name);

  if (pace == NULL)
    {
      pace = convene_zoom_pace_new (self->clock);
      g_hash_table_insert (self->paces, g_strdup (name), pace);
    }

  convene_zoom_pace_set_plan (pace, convene_account_get_plan (account));
  return pace;
}

/* Whether an answer tells what the ledger does not know: each of our own requests is counted before it leaves, so that a count which has grown by one since
 * the last answer is ours. */
static gboolean
is_news (ConveneAccounts *self,
         const char      *host,
         gint64           now,
         int              used)
{
  HostDay *known = g_hash_table_lookup (self->used, host);
  HostDay *heard = g_new0 (HostDay, 1);
  gboolean is_expected = known != NULL && known->day == now / CONVENE_DAY && used <= known->used + 1;

  heard->day = now / CONVENE_DAY;
  heard->used = used;
  g_hash_table_replace (self->used, g_strdup (host), heard);
  return !is_expected;
}

/* Best effort: the next answer tells it again. */
static void
raised_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_debug ("The requests of a host were not kept: %s", error->message);
}

static void
requests_used_cb (ConveneMeetingProvider *provider,
                  const char             *host,
                  int                     used,
                  gpointer                user_data)
{
  ConveneAccounts *self = CONVENE_ACCOUNTS (user_data);
  gint64           now = convene_clock_now (self->clock);
  g_autoptr(ConveneChange) change = NULL;

  if (!is_news (self, host, now, used))
    return;

  change = convene_change_new ();
  convene_change_raise_requests (change, host, now, used);
  convene_store_commit_async (self->store, change, NULL, raised_cb, NULL);
}

void
convene_accounts_watch_limits (ConveneAccounts   *self,
                               ConveneAccount    *account,
                               ConveneZoomClient *client)
{
  convene_zoom_client_set_pace (client, get_pace (self, account));
  g_signal_connect_object (client, "requests-used", G_CALLBACK (requests_used_cb), self, 0);
}
