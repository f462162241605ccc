/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-profile.h"

#define CLIENT_SECRET "client-secret"
#define REFRESH_TOKEN "refresh-token"

ConveneVault *
convene_practice_profile_new_vault (void)
{
  g_autoptr(ConveneSecret) secret = convene_secret_new (CONVENE_PRACTICE_CLIENT_SECRET);
  ConveneVault *vault = convene_memory_vault_new ();

  convene_memory_vault_set_default (CONVENE_MEMORY_VAULT (vault), CLIENT_SECRET, secret);
  return vault;
}

static ConveneAccount *
zoom_new (const ConvenePracticeEndpoints *endpoints)
{
  ConveneAccount *account = convene_account_new ();

  convene_account_set_id (account, "zoom-practice");
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_ZOOM);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER);
  convene_account_set_address (account, CONVENE_PRACTICE_HOST);
  convene_account_set_name (account, CONVENE_PRACTICE_HOST_NAME);
  convene_account_set_plan (account, "licensed");
  convene_account_set_account_number (account, CONVENE_PRACTICE_ACCOUNT_NUMBER);
  convene_account_set_client_id (account, CONVENE_PRACTICE_CLIENT_ID);
  convene_account_set_oauth_url (account, endpoints->oauth_url);
  return account;
}

static ConveneAccount *
mail_new (const ConvenePracticeEndpoints *endpoints)
{
  ConveneAccount *account = convene_account_new ();

  convene_account_set_id (account, "mail-practice");
  convene_account_set_kind (account, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_method (account, CONVENE_ACCOUNT_METHOD_PASSWORD);
  convene_account_set_address (account, CONVENE_PRACTICE_HOST);
  convene_account_set_name (account, CONVENE_PRACTICE_HOST_NAME);
  convene_account_set_server (account, "127.0.0.1");
  convene_account_set_port (account, endpoints->smtp_port);
  convene_account_set_security (account, CONVENE_MAIL_SECURITY_NONE);
  convene_account_set_user (account, "");
  return account;
}

GPtrArray *
convene_practice_profile_new_accounts (const ConvenePracticeEndpoints *endpoints)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (accounts, zoom_new (endpoints));
  g_ptr_array_add (accounts, mail_new (endpoints));
  return accounts;
}

/* Which of practice's two apps it was. */
static const char *
find_client_secret (ConveneAccount *account)
{
  return g_strcmp0 (convene_account_get_client_id (account), CONVENE_PRACTICE_OTHER_CLIENT_ID) == 0 ? CONVENE_PRACTICE_OTHER_CLIENT_SECRET : CONVENE_PRACTICE_CLIENT_SECRET;
}

static void
give_secrets (ConveneVault   *vault,
              ConveneAccount *account)
{
  ConveneAccountMethod method = convene_account_get_method (account);
  g_autofree char     *token = g_strconcat (CONVENE_PRACTICE_STANDING_TOKEN, convene_account_get_user_id (account), NULL);
  g_autoptr(ConveneSecret) refresh = convene_secret_new (token);
  g_autoptr(ConveneSecret) client = convene_secret_new (find_client_secret (account));

  if (method != CONVENE_ACCOUNT_METHOD_BROWSER && method != CONVENE_ACCOUNT_METHOD_DEVICE)
    return;

  convene_memory_vault_set_default_of (CONVENE_MEMORY_VAULT (vault), convene_account_get_secret_id (account), CLIENT_SECRET, client);
  convene_memory_vault_set_default_of (CONVENE_MEMORY_VAULT (vault), convene_account_get_secret_id (account), REFRESH_TOKEN, refresh);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GPtrArray) accounts = NULL;
  GError *error = NULL;

  accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  if (accounts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  for (guint i = 0; i < accounts->len; i++)
    give_secrets (g_task_get_task_data (task), g_ptr_array_index (accounts, i));
  g_task_return_boolean (task, TRUE);
}

static void
read_accounts (ConveneEngine      *engine,
               ConveneVault       *vault,
               GCancellable       *cancellable,
               GAsyncReadyCallback callback,
               gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, convene_practice_profile_follow_async);
  g_task_set_task_data (task, g_object_ref (vault), g_object_unref);
  convene_accounts_list_async (convene_engine_get_accounts (engine), cancellable, listed_cb, g_steal_pointer (&task));
}

/* An account that another process connected just now; what cannot be read now is read with the next change. */
static void
changed_cb (ConveneEngine *engine,
            ConveneVault  *vault)
{
  read_accounts (engine, vault, NULL, NULL, NULL);
}

void
convene_practice_profile_follow_async (ConveneEngine      *engine,
                                       ConveneVault       *vault,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_ENGINE (engine));
  g_return_if_fail (CONVENE_IS_MEMORY_VAULT (vault));

  g_signal_connect_object (engine, "changed", G_CALLBACK (changed_cb), vault, 0);
  read_accounts (engine, vault, cancellable, callback, user_data);
}

gboolean
convene_practice_profile_follow_finish (GAsyncResult *result,
                                        GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_practice_profile_follow_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
