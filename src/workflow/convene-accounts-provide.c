/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

/* Kept once accounts were provided: what a person disconnects afterwards stays away. */
#define PROVIDED "accounts-provided"

typedef struct
{
  GPtrArray *provided;
  gboolean   again; /* they were provided before */
} Provision;

static void
provision_free (gpointer data)
{
  Provision *self = data;

  g_clear_pointer (&self->provided, g_ptr_array_unref);
  g_free (self);
}

static void
committed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;

  if (convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Whether an account that is there lives elsewhere now; then it is moved. */
static gboolean
move (ConveneAccount *account,
      ConveneAccount *provided)
{
  if (g_strcmp0 (convene_account_get_oauth_url (account), convene_account_get_oauth_url (provided)) == 0 &&
      g_strcmp0 (convene_account_get_server (account), convene_account_get_server (provided)) == 0 &&
      convene_account_get_port (account) == convene_account_get_port (provided))
    return FALSE;

  convene_account_set_oauth_url (account, convene_account_get_oauth_url (provided));
  convene_account_set_server (account, convene_account_get_server (provided));
  convene_account_set_port (account, convene_account_get_port (provided));
  return TRUE;
}

static void
move_all (ConveneChange *change,
          GPtrArray     *accounts,
          GPtrArray     *provided)
{
  for (guint i = 0; i < accounts->len; i++)
    for (guint j = 0; j < provided->len; j++)
      {
        ConveneAccount *account = g_ptr_array_index (accounts, i);
        ConveneAccount *source = g_ptr_array_index (provided, j);

        if (convene_account_get_kind (account) == convene_account_get_kind (source) && move (account, source))
          convene_change_put_account (change, account);
      }
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  g_autoptr(ConveneChange) change = convene_change_new ();
  ConveneAccounts *self = CONVENE_ACCOUNTS (source);
  Provision       *provision = g_task_get_task_data (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);

  if (accounts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (provision->again)
    {
      move_all (change, accounts, provision->provided);
    }
  else
    {
      for (guint i = 0; i < provision->provided->len; i++)
        convene_change_put_account (change, g_ptr_array_index (provision->provided, i));
      convene_change_set_preference (change, PROVIDED, "yes");
    }

  if (convene_change_is_empty (change))
    g_task_return_boolean (task, TRUE);
  else
    convene_store_commit_async (self->store, change, cancellable, committed_cb, g_steal_pointer (&task));
}

static void
preference_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *before = convene_store_get_preference_finish (CONVENE_STORE (source), result, &error);
  Provision       *provision = g_task_get_task_data (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);
  ConveneAccounts *accounts = g_task_get_source_object (task);

  if (error != NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  provision->again = before != NULL;
  convene_accounts_list_async (accounts, cancellable, listed_cb, g_steal_pointer (&task));
}

void
convene_accounts_provide_async (ConveneAccounts    *self,
                                GPtrArray          *provided,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Provision *provision;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));
  g_return_if_fail (provided != NULL);

  provision = g_new0 (Provision, 1);
  provision->provided = g_ptr_array_ref (provided);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_provide_async);
  g_task_set_task_data (task, provision, provision_free);
  convene_store_get_preference_async (self->store, PROVIDED, cancellable, preference_cb, g_steal_pointer (&task));
}

gboolean
convene_accounts_provide_finish (ConveneAccounts *self,
                                 GAsyncResult    *result,
                                 GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
