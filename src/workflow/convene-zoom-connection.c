/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-connection.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-oauth-provider.h"
#include "convene-oauth-session.h"
#include "convene-text.h"
#include "convene-zoom-client.h"

typedef struct
{
  /* what is asked for */
  ConveneAccounts *accounts;
  ConveneSecret   *client_secret;

  /* on the way */
  ConveneVault        *trial; /* holds the secret until it has proved right */
  ConveneOauthSession *session;
  ConveneZoomClient   *client;

  /* what comes of it */
  ConveneAccount *account;
} Connection;

static void
connection_free (gpointer data)
{
  Connection *self = data;

  g_clear_object (&self->accounts);
  g_clear_pointer (&self->client_secret, convene_secret_unref);
  g_clear_object (&self->trial);
  g_clear_object (&self->session);
  g_clear_object (&self->client);
  g_clear_object (&self->account);
  g_free (self);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Connection *self = g_task_get_task_data (task);

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  convene_accounts_renew (self->accounts, convene_account_get_id (self->account));
  g_task_return_pointer (task, g_object_ref (self->account), g_object_unref);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *event = NULL;
  Connection      *self = g_task_get_task_data (task);
  gint64           now = convene_clock_now (self->accounts->clock);
  GCancellable    *cancellable = g_task_get_cancellable (task);

  if (!convene_vault_put_finish (CONVENE_VAULT (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  event = g_strconcat ("account:", convene_account_get_id (self->account), NULL);
  convene_account_set_checked_at (self->account, now);
  convene_change_put_account (change, self->account);
  convene_change_clear_event (change, event, now);
  convene_change_clear_event (change, "account", now);
  convene_change_adopt_meetings (change, self->account);
  convene_store_commit_async (self->accounts->store, change, cancellable, committed_cb, g_steal_pointer (&task));
}

/* The same host connected again keeps its account, so that its meetings and its work stay with it. */
static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  Connection   *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (accounts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *other = g_ptr_array_index (accounts, i);

      if (convene_account_get_kind (other) == CONVENE_ACCOUNT_KIND_ZOOM &&
          convene_address_equal (convene_account_get_address (other), convene_account_get_address (self->account)))
        convene_account_set_id (self->account, convene_account_get_id (other));
    }

  convene_vault_put_async (self->accounts->vault, convene_account_get_id (self->account), "client-secret", self->client_secret,
                           cancellable, kept_cb, g_steal_pointer (&task));
}

static void
user_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneZoomUser) user = convene_zoom_client_get_user_finish (CONVENE_ZOOM_CLIENT (source), result, &error);
  Connection   *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (user == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  convene_account_set_user_id (self->account, user->id);
  convene_account_set_address (self->account, user->address);
  convene_account_set_name (self->account, user->name);
  convene_account_set_plan (self->account, user->type == 1 ? "basic" : "licensed");
  convene_accounts_list_async (self->accounts, cancellable, listed_cb, g_steal_pointer (&task));
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) token = convene_token_source_get_finish (CONVENE_TOKEN_SOURCE (source), result, &error);
  g_autofree char *api_url = NULL;
  g_auto (GStrv) missing = NULL;
  Connection   *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (token == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  missing = convene_oauth_provider_list_missing (convene_oauth_provider_get_zoom (), convene_oauth_session_get_scopes (self->session));
  if (missing[0] != NULL)
    {
      g_autofree char *names = g_strjoinv (", ", missing);

      /* Translators: %s is a list of Zoom's names for permissions */
      g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES, _ ("The Zoom app lacks permissions: add %s to it, then connect again"), names);
      return;
    }

  convene_account_set_scopes (self->account, convene_oauth_session_get_scopes (self->session));
  convene_account_set_api_url (self->account, convene_oauth_session_get_api_url (self->session));
  api_url = convene_accounts_dup_api_url (self->accounts, convene_account_get_api_url (self->account));
  self->client = convene_zoom_client_new (convene_accounts_get_http (self->accounts), CONVENE_TOKEN_SOURCE (self->session), self->accounts->clock, api_url,
                                          CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER);
  convene_zoom_client_get_user_async (self->client, convene_account_get_address (self->account), cancellable, user_cb,
                                      g_steal_pointer (&task));
}

static void
tried_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Connection   *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (!convene_vault_put_finish (CONVENE_VAULT (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->session = convene_oauth_session_new (self->account, convene_accounts_get_http (self->accounts), self->trial, self->accounts->clock,
                                             convene_store_get_folder (self->accounts->store));
  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), cancellable, token_cb, g_steal_pointer (&task));
}

void
convene_zoom_connection_run_async (ConveneAccounts    *accounts,
                                   const char         *account_number,
                                   const char         *client_id,
                                   ConveneSecret      *client_secret,
                                   const char         *host,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (accounts, cancellable, callback, user_data);
  g_autofree char *id = g_uuid_string_random ();
  Connection      *self = g_new0 (Connection, 1);

  g_task_set_source_tag (task, convene_zoom_connection_run_async);
  g_task_set_task_data (task, self, connection_free);

  self->accounts = g_object_ref (accounts);
  self->client_secret = convene_secret_ref (client_secret);
  self->trial = convene_memory_vault_new ();
  self->account = convene_account_new ();
  convene_account_set_id (self->account, id);
  convene_account_set_kind (self->account, CONVENE_ACCOUNT_KIND_ZOOM);
  convene_account_set_method (self->account, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER);
  convene_account_set_address (self->account, host);
  convene_account_set_account_number (self->account, account_number);
  convene_account_set_client_id (self->account, client_id);
  convene_account_set_oauth_url (self->account, accounts->oauth_url);

  convene_vault_put_async (self->trial, id, "client-secret", client_secret, cancellable, tried_cb, g_steal_pointer (&task));
}

ConveneAccount *
convene_zoom_connection_run_finish (ConveneAccounts *accounts,
                                    GAsyncResult    *result,
                                    GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, accounts), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
