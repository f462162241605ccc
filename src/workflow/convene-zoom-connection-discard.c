/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-connection-private.h"

#include "convene-oauth-provider.h"
#include "convene-oauth-revoke.h"

/* How long somebody waits for a sign-in to be revoked that came to nothing; it goes on afterwards. Milliseconds. */
#define REVOKE_PATIENCE 5000

static const char *
get_secret_id (ConveneZoomConnection *self)
{
  return convene_account_get_secret_id (self->account);
}

/* Cleaning up: nothing may stay behind, and nobody waits for that longer than need be. */

static void
end_discarding (GTask *task)
{
  ConveneZoomConnection *self = g_task_get_source_object (task);

  if (self->discarded)
    return;

  self->discarded = TRUE;
  g_task_return_boolean (task, TRUE);
}

static gboolean
patience_over_cb (gpointer user_data)
{
  end_discarding (user_data);
  return G_SOURCE_REMOVE;
}

static void
end_cleaning (GTask *task)
{
  ConveneZoomConnection *self = g_task_get_source_object (task);

  end_discarding (task);
  convene_accounts_release (self->accounts);
}

static void
tokens_revoked_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  GSource *patience = g_task_get_task_data (task);

  g_source_destroy (patience);
  if (!convene_oauth_revoke_tokens_finish (result, &error))
    g_message ("A sign-in that came to nothing could not be revoked: %s", error->message);
  end_cleaning (task);
}

/* Zoom: revoking a token ends every sign-in of that user with that app, one that was connected before as well. */
static gboolean
is_connected (ConveneZoomConnection *self,
              GPtrArray             *accounts)
{
  const char *user_id = convene_account_get_user_id (self->account);

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *other = g_ptr_array_index (accounts, i);

      if (g_strcmp0 (convene_account_get_client_id (other), convene_account_get_client_id (self->account)) == 0 &&
          (user_id == NULL || convene_account_get_user_id (other) == NULL || g_str_equal (user_id, convene_account_get_user_id (other))))
        return TRUE;
    }

  return FALSE;
}

static void
revoke_tokens (GTask *task)
{
  ConveneZoomConnection *self = g_task_get_source_object (task);
  ConveneOauthApp        app = {
           .provider = convene_oauth_provider_get_zoom (),
           .http = convene_accounts_get_token_http (self->accounts),
           .clock = self->accounts->clock,
           .oauth_url = self->accounts->oauth_url,
           .client_id = convene_account_get_client_id (self->account),
           .client_secret = self->client_secret,
  };
  GSource *patience = g_timeout_source_new (REVOKE_PATIENCE);

  g_source_set_callback (patience, patience_over_cb, g_object_ref (task), g_object_unref);
  g_source_attach (patience, g_main_context_get_thread_default ());
  g_task_set_task_data (task, patience, (GDestroyNotify) g_source_unref);
  convene_oauth_revoke_tokens_async (&app, self->tokens, convene_accounts_get_closing (self->accounts), tokens_revoked_cb, task);
}

static void
others_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, NULL);
  ConveneZoomConnection *self = g_task_get_source_object (task);

  if (accounts == NULL || is_connected (self, accounts))
    end_cleaning (task);
  else
    revoke_tokens (g_steal_pointer (&task));
}

/* Takes the task. */
static void
clean_outside (GTask *task)
{
  ConveneZoomConnection *self = g_task_get_source_object (task);

  if (self->tokens != NULL)
    {
      convene_accounts_list_async (self->accounts, NULL, others_listed_cb, task);
      return;
    }

  end_cleaning (task);
  g_object_unref (task);
}

static void
unannounced_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_message ("A key of the keyring stays noted: %s", error->message);
  clean_outside (user_data);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  GTask                 *task = user_data;
  ConveneZoomConnection *self = g_task_get_source_object (task);

  if (!convene_vault_forget_finish (CONVENE_VAULT (source), result, &error))
    {
      /* What is noted as stale is forgotten later. */
      g_debug ("A sign-in that came to nothing could not be forgotten yet: %s", error->message);
      clean_outside (task);
      return;
    }

  convene_change_remove_stale_secret (change, get_secret_id (self));
  convene_store_commit_async (self->accounts->store, change, NULL, unannounced_cb, task);
}

void
convene_zoom_connection_discard_async (ConveneZoomConnection *self,
                                       GAsyncReadyCallback    callback,
                                       gpointer               user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, convene_zoom_connection_discard_async);
  convene_accounts_hold (self->accounts);
  convene_vault_forget_async (self->accounts->vault, get_secret_id (self), convene_accounts_get_closing (self->accounts), forgotten_cb, task);
}

void
convene_zoom_connection_discard_finish (ConveneZoomConnection *self,
                                        GAsyncResult          *result)
{
  g_return_if_fail (g_task_is_valid (result, self));

  g_task_propagate_boolean (G_TASK (result), NULL);
}
