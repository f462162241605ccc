/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#define DEFAULT_API_URL "https://api.zoom.us/v2"
#define DEFAULT_OAUTH_URL "https://zoom.us/oauth"

G_DEFINE_FINAL_TYPE (ConveneAccounts, convene_accounts, G_TYPE_OBJECT)

static void
convene_accounts_dispose (GObject *object)
{
  ConveneAccounts *self = CONVENE_ACCOUNTS (object);

  g_clear_pointer (&self->providers, g_hash_table_unref);
  g_clear_pointer (&self->paces, g_hash_table_unref);
  g_clear_pointer (&self->used, g_hash_table_unref);
  g_clear_object (&self->portal);
  convene_accounts_clear_sessions (self);
  g_clear_object (&self->http);
  g_clear_object (&self->clock);
  g_clear_object (&self->vault);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (convene_accounts_parent_class)->dispose (object);
}

static void
convene_accounts_finalize (GObject *object)
{
  ConveneAccounts *self = CONVENE_ACCOUNTS (object);

  g_clear_pointer (&self->api_url, g_free);
  g_clear_pointer (&self->oauth_url, g_free);

  G_OBJECT_CLASS (convene_accounts_parent_class)->finalize (object);
}

static void
convene_accounts_class_init (ConveneAccountsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = convene_accounts_dispose;
  object_class->finalize = convene_accounts_finalize;
}

static void
convene_accounts_init (ConveneAccounts *self)
{
  self->providers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->paces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

ConveneAccounts *
convene_accounts_new (ConveneStore *store,
                      ConveneVault *vault,
                      ConveneClock *clock,
                      const char   *api_url,
                      const char   *oauth_url)
{
  ConveneAccounts *self = g_object_new (CONVENE_TYPE_ACCOUNTS, NULL);

  self->store = g_object_ref (store);
  self->vault = g_object_ref (vault);
  self->clock = g_object_ref (clock);
  self->api_url = g_strdup (api_url);
  self->oauth_url = g_strdup (oauth_url != NULL ? oauth_url : DEFAULT_OAUTH_URL);
  return self;
}

ConveneHttpSession *
convene_accounts_get_http (ConveneAccounts *self)
{
  if (self->http == NULL)
    self->http = convene_http_session_new (self->clock);

  return self->http;
}

GPtrArray *
convene_accounts_usable (ConveneAccounts *self,
                         GPtrArray       *accounts)
{
  GPtrArray *usable = g_ptr_array_new ();

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);

      if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM ||
          g_strcmp0 (convene_account_get_oauth_url (account), self->oauth_url) == 0)
        g_ptr_array_add (usable, account);
    }

  return usable;
}

char *
convene_accounts_dup_api_url (ConveneAccounts *self,
                              const char      *of_account)
{
  if (self->api_url != NULL)
    return g_strdup (self->api_url);
  if (of_account != NULL)
    return g_strconcat (of_account, "/v2", NULL);

  return g_strdup (DEFAULT_API_URL);
}

ConveneMeetingProvider *
convene_accounts_get_provider (ConveneAccounts *self,
                               ConveneAccount  *account)
{
  g_autofree char        *key = convene_accounts_dup_key (account);
  ConveneMeetingProvider *provider = g_hash_table_lookup (self->providers, key);

  if (provider == NULL)
    {
      g_autofree char     *api_url = convene_accounts_dup_api_url (self, convene_account_get_api_url (account));
      ConveneOauthSession *session = convene_accounts_get_session (self, account);

      provider = CONVENE_MEETING_PROVIDER (convene_zoom_client_new (convene_accounts_get_http (self), CONVENE_TOKEN_SOURCE (session), self->clock, api_url,
                                                                    convene_account_get_method (account), convene_account_get_address (account)));
      g_hash_table_insert (self->providers, g_steal_pointer (&key), provider);
      convene_accounts_watch_limits (self, account, CONVENE_ZOOM_CLIENT (provider));
    }

  return provider;
}

ConveneAccount *
convene_accounts_find_mail (GPtrArray *accounts)
{
  for (guint i = 0; i < accounts->len; i++)
    if (convene_account_get_kind (g_ptr_array_index (accounts, i)) == CONVENE_ACCOUNT_KIND_MAIL)
      return g_ptr_array_index (accounts, i);

  return NULL;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_store_list_accounts_finish (CONVENE_STORE (source), result, &error);

  if (accounts == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&accounts), (GDestroyNotify) g_ptr_array_unref);
}

void
convene_accounts_list_async (ConveneAccounts    *self,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_list_async);
  convene_store_list_accounts_async (self->store, convene_clock_now (self->clock), cancellable, listed_cb, g_steal_pointer (&task));
}

GPtrArray *
convene_accounts_list_finish (ConveneAccounts *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
