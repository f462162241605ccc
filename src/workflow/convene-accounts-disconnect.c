/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-error.h"
#include "convene-oauth-session.h"
#include "convene-text.h"

/* Revoked at the other side as well as that can be done, forgotten here in any case. */

#define SHORTEST_ID 6

typedef struct
{
  char                *name;
  ConveneAccount      *account;
  ConveneOauthSession *session;
} Disconnection;

static void
disconnection_free (gpointer data)
{
  Disconnection *self = data;

  g_free (self->name);
  g_clear_object (&self->account);
  g_clear_object (&self->session);
  g_free (self);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Disconnection *self = g_task_get_task_data (task);

  if (!convene_store_commit_finish (CONVENE_STORE (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  convene_accounts_renew (g_task_get_source_object (task), convene_account_get_id (self->account));
  g_task_return_pointer (task, g_strdup (convene_account_get_address (self->account)), g_free);
}

static void
secrets_forgotten_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *event = NULL;
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);
  GCancellable    *cancellable = g_task_get_cancellable (task);

  if (!convene_vault_forget_finish (CONVENE_VAULT (source), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* What waits for this account to sign in would wait for ever: it looks for another one, or waits for any. */
  event = g_strconcat ("account:", convene_account_get_id (self->account), NULL);
  convene_change_clear_event (change, event, convene_clock_now (accounts->clock));
  convene_change_remove_account (change, convene_account_get_id (self->account));
  convene_store_commit_async (accounts->store, change, cancellable, removed_cb, g_steal_pointer (&task));
}

static void
forget (GTask *task)
{
  ConveneAccounts *accounts = g_task_get_source_object (task);
  Disconnection   *self = g_task_get_task_data (task);

  convene_vault_forget_async (accounts->vault, convene_account_get_id (self->account), g_task_get_cancellable (task), secrets_forgotten_cb, task);
}

static void
revoked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!convene_oauth_session_revoke_finish (CONVENE_OAUTH_SESSION (source), result, &error))
    g_message ("The sign-in could not be revoked at the other side: %s", error->message);

  forget (user_data);
}

static gboolean
is_named (ConveneAccount *account,
          const char     *name)
{
  return convene_address_equal (convene_account_get_address (account), name) ||
         (strlen (name) >= SHORTEST_ID && g_str_has_prefix (convene_account_get_id (account), name));
}

static ConveneAccount *
find (GPtrArray  *accounts,
      const char *name,
      GError    **error)
{
  ConveneAccount *found = NULL;

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);

      if (!is_named (account, name))
        continue;
      if (found != NULL)
        {
          g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_AMBIGUOUS, _ ("Several accounts are called “%s”: give the id that the list of accounts shows"), name);
          return NULL;
        }
      found = account;
    }

  if (found == NULL)
    g_set_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND, _ ("No account is called “%s”: see the list of accounts"), name);

  return found;
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = convene_accounts_list_finish (CONVENE_ACCOUNTS (source), result, &error);
  ConveneAccounts *accounts = CONVENE_ACCOUNTS (source);
  Disconnection   *self = g_task_get_task_data (task);
  ConveneAccount  *account = list != NULL ? find (list, self->name, &error) : NULL;
  GCancellable    *cancellable = g_task_get_cancellable (task);

  if (account == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  self->account = g_object_ref (account);
  if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM ||
      g_strcmp0 (convene_account_get_oauth_url (account), accounts->oauth_url) != 0)
    {
      forget (g_steal_pointer (&task));
      return;
    }

  self->session = convene_oauth_session_new (account, convene_accounts_get_http (accounts), accounts->vault, accounts->clock, convene_store_get_folder (accounts->store));
  convene_oauth_session_revoke_async (self->session, cancellable, revoked_cb, g_steal_pointer (&task));
}

void
convene_accounts_disconnect_async (ConveneAccounts    *self,
                                   const char         *name,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  Disconnection *disconnection;

  g_return_if_fail (CONVENE_IS_ACCOUNTS (self));
  g_return_if_fail (name != NULL);

  disconnection = g_new0 (Disconnection, 1);
  disconnection->name = g_strdup (name);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_disconnect_async);
  g_task_set_task_data (task, disconnection, disconnection_free);
  convene_accounts_list_async (self, cancellable, found_cb, g_steal_pointer (&task));
}

char *
convene_accounts_disconnect_finish (ConveneAccounts *self,
                                    GAsyncResult    *result,
                                    GError         **error)
{
  g_return_val_if_fail (CONVENE_IS_ACCOUNTS (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
