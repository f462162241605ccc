/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-connection-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-oauth-provider.h"
#include "convene-store-directory.h"

G_DEFINE_FINAL_TYPE (ConveneZoomConnection, convene_zoom_connection, G_TYPE_OBJECT)

static void
convene_zoom_connection_finalize (GObject *object)
{
  ConveneZoomConnection *self = CONVENE_ZOOM_CONNECTION (object);

  g_clear_object (&self->accounts);
  g_clear_object (&self->account);
  g_clear_pointer (&self->client_secret, convene_secret_unref);
  g_clear_pointer (&self->reconnect, g_free);
  g_clear_pointer (&self->tokens, convene_oauth_tokens_free);
  g_clear_object (&self->session);
  g_clear_object (&self->client);
  g_clear_object (&self->before);
  g_clear_pointer (&self->missing, g_strfreev);
  g_clear_error (&self->failure);
  g_clear_object (&self->task);

  G_OBJECT_CLASS (convene_zoom_connection_parent_class)->finalize (object);
}

static void
convene_zoom_connection_class_init (ConveneZoomConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_zoom_connection_finalize;
}

static void
convene_zoom_connection_init (ConveneZoomConnection *self)
{
}

ConveneZoomConnection *
convene_zoom_connection_new (ConveneAccounts *accounts,
                             ConveneAccount  *account,
                             ConveneSecret   *client_secret,
                             const char      *reconnect)
{
  ConveneZoomConnection *self = g_object_new (CONVENE_TYPE_ZOOM_CONNECTION, NULL);
  g_autofree char       *id = g_uuid_string_random ();
  g_autofree char       *secret_id = g_uuid_string_random ();

  self->accounts = g_object_ref (accounts);
  self->account = g_object_ref (account);
  self->client_secret = client_secret != NULL ? convene_secret_ref (client_secret) : NULL;
  self->reconnect = g_strdup (reconnect);
  convene_account_set_id (account, id);
  convene_account_set_secret_id (account, secret_id);
  convene_account_set_oauth_url (account, accounts->oauth_url);
  return self;
}

static const char *
get_secret_id (ConveneZoomConnection *self)
{
  return convene_account_get_secret_id (self->account);
}

/* Preparing */

static void
probe_forgotten_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_vault_forget_finish (CONVENE_VAULT (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  ConveneZoomConnection *self = g_task_get_source_object (task);
  GCancellable          *cancellable = g_task_get_cancellable (task);

  if (!convene_vault_put_finish (CONVENE_VAULT (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->client_secret != NULL)
    g_task_return_boolean (task, TRUE);
  else
    convene_vault_forget_async (CONVENE_VAULT (source), get_secret_id (self), cancellable, probe_forgotten_cb, g_steal_pointer (&task));
}

/* A public app has no secret: that something can be kept is tried with nothing worth keeping. */
static void
announced_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) nothing = convene_secret_new ("-");
  ConveneZoomConnection *self = g_task_get_source_object (task);
  GCancellable          *cancellable = g_task_get_cancellable (task);

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->client_secret != NULL)
    convene_vault_put_async (self->accounts->vault, get_secret_id (self), "client-secret", self->client_secret, cancellable, put_cb,
                             g_steal_pointer (&task));
  else
    convene_vault_put_async (self->accounts->vault, get_secret_id (self), "probe", nothing, cancellable, put_cb, g_steal_pointer (&task));
}

void
convene_zoom_connection_prepare_async (ConveneZoomConnection *self,
                                       GCancellable          *cancellable,
                                       GAsyncReadyCallback    callback,
                                       gpointer               user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(ConveneChange) change = convene_change_new ();

  g_task_set_source_tag (task, convene_zoom_connection_prepare_async);
  convene_change_add_stale_secret (change, get_secret_id (self), convene_clock_now (self->accounts->clock));
  convene_store_commit_async (self->accounts->store, change, cancellable, announced_cb, g_steal_pointer (&task));
}

gboolean
convene_zoom_connection_prepare_finish (ConveneZoomConnection *self,
                                        GAsyncResult          *result,
                                        GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Keeping, from its end to its beginning. `self->task` is the caller's. */

static void
discarded_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  ConveneZoomConnection *self = CONVENE_ZOOM_CONNECTION (source);
  g_autoptr(GTask) task = g_steal_pointer (&self->task);

  convene_zoom_connection_discard_finish (self, result);
  g_task_return_error (task, g_steal_pointer (&self->failure));
}

static void
fail (ConveneZoomConnection *self,
      GError                *error)
{
  self->failure = error;
  convene_accounts_hint_swapped (&self->failure, convene_account_get_client_id (self->account), self->client_secret);
  convene_zoom_connection_discard_async (self, discarded_cb, NULL);
}

static GError *
new_missing (ConveneZoomConnection *self)
{
  g_autofree char *names = g_strjoinv (", ", self->missing);

  if (self->before == NULL)
    /* Translators: %s is a list of Zoom's names for permissions */
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES, _ ("The Zoom app lacks permissions: add %s to it, then connect again"), names);

  /* Translators: %s is a list of Zoom's names for permissions */
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES,
                      _ ("The account stays connected by this new sign-in, but the Zoom app lacks permissions: add %s to it, then reconnect the account"),
                         names);
}

static void
succeed (ConveneZoomConnection *self)
{
  g_autoptr(GTask) task = g_steal_pointer (&self->task);

  convene_accounts_renew (self->accounts, convene_account_get_id (self->account));
  convene_accounts_sweep (self->accounts);
  if (self->missing[0] != NULL)
    g_task_return_error (task, new_missing (self));
  else
    g_task_return_pointer (task, g_object_ref (self->account), g_object_unref);
}

/* Nobody knows of a commit that failed whether it is there: the row says it. */
static void
reread_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneZoomConnection) self = CONVENE_ZOOM_CONNECTION (user_data);
  g_autoptr(ConveneAccount) account = convene_store_get_account_finish (CONVENE_STORE (source), result, NULL);

  if (account == NULL || g_strcmp0 (convene_account_get_secret_id (account), get_secret_id (self)) != 0)
    {
      fail (self, g_steal_pointer (&self->failure));
      return;
    }

  g_clear_error (&self->failure);
  succeed (self);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ConveneZoomConnection) self = CONVENE_ZOOM_CONNECTION (user_data);

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &self->failure))
    succeed (self);
  else
    convene_store_get_account_async (CONVENE_STORE (source), convene_account_get_id (self->account), NULL, reread_cb, g_object_ref (self));
}

static void
set_outcome (ConveneZoomConnection *self,
             gint64                 now)
{
  g_autofree char *missing = self->missing[0] != NULL ? g_strjoinv (" ", self->missing) : NULL;

  /* By this one tells connections of an account apart, also where the clock was put back. */
  if (self->before != NULL)
    now = MAX (now, convene_account_get_connected_at (self->before) + 1);
  convene_account_set_connected_at (self->account, now);
  convene_account_set_checked_at (self->account, now);
  convene_account_set_missing_scopes (self->account, missing);
  convene_account_set_state (self->account, missing != NULL ? CONVENE_ACCOUNT_STATE_MISSING_SCOPES : CONVENE_ACCOUNT_STATE_CONNECTED);
}

/* From here nobody's cancellable ends it: what is begun is written. */
static void
commit (ConveneZoomConnection *self)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *event = NULL;
  gint64           now = convene_clock_now (self->accounts->clock);

  if (self->before != NULL)
    {
      convene_account_set_id (self->account, convene_account_get_id (self->before));
      convene_change_add_stale_secret (change, convene_account_get_secret_id (self->before), 0);
    }
  set_outcome (self, now);

  convene_change_put_account (change, self->account);
  convene_change_remove_stale_secret (change, get_secret_id (self));
  convene_change_adopt_meetings (change, self->account);
  if (self->missing[0] == NULL)
    {
      event = g_strconcat ("account:", convene_account_get_id (self->account), NULL);
      convene_change_clear_event (change, event, now);
      convene_change_clear_event (change, "account", now);
    }
  convene_store_commit_async (self->accounts->store, change, NULL, committed_cb, g_object_ref (self));
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ConveneZoomConnection) self = CONVENE_ZOOM_CONNECTION (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);

  if (accounts == NULL || !convene_zoom_connection_check_user (self, accounts, &error))
    {
      fail (self, g_steal_pointer (&error));
      return;
    }

  self->before = convene_zoom_connection_find_before (self, accounts);
  /* A person's older sign-in may have ended with the new one: better one that lacks something. An app's goes on as it was. */
  if (self->missing[0] != NULL && (self->before == NULL || convene_account_get_method (self->account) == CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER))
    {
      g_clear_object (&self->before);
      fail (self, new_missing (self));
    }
  else
    commit (self);
}

static void
settings_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ConveneZoomConnection) self = CONVENE_ZOOM_CONNECTION (user_data);
  g_autoptr(GError) error = NULL;

  if (convene_accounts_take_settings (self->account, source, result, &error))
    convene_accounts_list_async (self->accounts, NULL, listed_cb, g_object_ref (self));
  else
    fail (self, g_steal_pointer (&error));
}

static void
user_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ConveneZoomConnection) self = CONVENE_ZOOM_CONNECTION (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneZoomUser) user = convene_zoom_client_get_user_finish (CONVENE_ZOOM_CLIENT (source), result, &error);

  if (user == NULL)
    {
      /* Who is missing something as well may not even say who it is. */
      if (g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES) && self->missing[0] != NULL)
        {
          g_clear_error (&error);
          error = new_missing (self);
        }
      fail (self, g_steal_pointer (&error));
      return;
    }

  convene_account_set_user_id (self->account, user->id);
  convene_account_set_address (self->account, user->address);
  convene_account_set_name (self->account, user->name);
  convene_account_set_plan (self->account, user->type == 1 ? "basic" : "licensed");
  convene_zoom_client_get_settings_async (self->client, user->address, g_task_get_cancellable (self->task), settings_cb, g_object_ref (self));
}

static void
token_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(ConveneZoomConnection) self = CONVENE_ZOOM_CONNECTION (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) token = convene_token_source_get_finish (CONVENE_TOKEN_SOURCE (source), result, &error);
  g_autofree char *api_url = NULL;

  if (token == NULL)
    {
      fail (self, g_steal_pointer (&error));
      return;
    }

  convene_account_set_scopes (self->account, convene_oauth_session_get_scopes (self->session));
  convene_account_set_api_url (self->account, convene_oauth_session_get_api_url (self->session));
  convene_account_set_tls (self->account, self->tokens != NULL ? self->tokens->tls : convene_oauth_session_get_tls (self->session));
  self->missing = convene_oauth_provider_list_missing (convene_oauth_provider_get_zoom (), convene_account_get_scopes (self->account));
  api_url = convene_accounts_dup_api_url (self->accounts, convene_account_get_api_url (self->account));
  self->client = convene_zoom_client_new (convene_accounts_get_http (self->accounts), CONVENE_TOKEN_SOURCE (self->session), self->accounts->clock, api_url,
                                          convene_account_get_method (self->account), convene_account_get_address (self->account));
  convene_zoom_client_get_user_async (self->client, convene_account_get_address (self->account), g_task_get_cancellable (self->task), user_cb,
                                      g_object_ref (self));
}

static void
open_session (ConveneZoomConnection *self)
{
  self->session = convene_oauth_session_new (self->account, convene_accounts_get_token_http (self->accounts), self->accounts->vault, self->accounts->clock,
                                             convene_store_get_folder (self->accounts->store));
  convene_token_source_get_async (CONVENE_TOKEN_SOURCE (self->session), g_task_get_cancellable (self->task), token_cb, g_object_ref (self));
}

static void
tokens_kept_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(ConveneZoomConnection) self = CONVENE_ZOOM_CONNECTION (user_data);
  g_autoptr(GError) error = NULL;

  if (convene_oauth_tokens_keep_finish (result, &error))
    open_session (self);
  else
    fail (self, g_steal_pointer (&error));
}

void
convene_zoom_connection_keep_async (ConveneZoomConnection    *self,
                                    const ConveneOauthTokens *tokens,
                                    GCancellable             *cancellable,
                                    GAsyncReadyCallback       callback,
                                    gpointer                  user_data)
{
  g_return_if_fail (self->task == NULL);

  self->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, convene_zoom_connection_keep_async);
  g_task_set_check_cancellable (self->task, FALSE);
  if (tokens == NULL)
    {
      open_session (self);
      return;
    }

  self->tokens = convene_oauth_tokens_copy (tokens);
  convene_oauth_tokens_keep_async (tokens, self->account, self->accounts->vault, NULL, tokens_kept_cb, g_object_ref (self));
}

ConveneAccount *
convene_zoom_connection_keep_finish (ConveneZoomConnection *self,
                                     GAsyncResult          *result,
                                     GError               **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
