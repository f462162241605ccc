/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-private.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-mail-portal.h"
#include "convene-smtp-carrier.h"

static void
password_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneSecret) password = convene_vault_get_finish (CONVENE_VAULT (source), result, &error);
  ConveneAccount *account = g_task_get_task_data (task);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else if (password == NULL)
    g_task_return_new_error (task, CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT, _ ("The password of the mail account is not in the keyring: connect the account again"));
  else
    g_task_return_pointer (task, convene_smtp_carrier_new (account, password), g_object_unref);
}

void
convene_accounts_open_carrier_async (ConveneAccounts    *self,
                                     ConveneAccount     *account,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data)
{
  g_autoptr(GTask) task = NULL;
  const char *user = convene_account_get_user (account);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, convene_accounts_open_carrier_async);
  g_task_set_task_data (task, g_object_ref (account), g_object_unref);

  if (user == NULL || *user == '\0')
    g_task_return_pointer (task, convene_smtp_carrier_new (account, NULL), g_object_unref);
  else
    convene_vault_get_async (self->vault, convene_account_get_secret_id (account), "mail-password", cancellable, password_cb, g_steal_pointer (&task));
}

ConveneLetterCarrier *
convene_accounts_open_carrier_finish (ConveneAccounts *self,
                                      GAsyncResult    *result,
                                      GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

ConveneLetterCarrier *
convene_accounts_get_portal (ConveneAccounts *self)
{
  if (self->portal == NULL)
    self->portal = convene_mail_portal_new ();

  return self->portal;
}

static ConveneAccount *
find_zoom (GPtrArray *accounts)
{
  ConveneAccount *second = NULL;

  for (guint i = 0; i < accounts->len; i++)
    {
      ConveneAccount *account = g_ptr_array_index (accounts, i);

      if (convene_account_get_kind (account) != CONVENE_ACCOUNT_KIND_ZOOM)
        continue;
      if (convene_account_get_method (account) != CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER)
        return account;
      if (second == NULL)
        second = account;
    }

  return second;
}

ConveneAccount *
convene_accounts_find_sender (ConveneAccounts *self,
                              GPtrArray       *accounts)
{
  ConveneAccount *mail = convene_accounts_find_mail (accounts);

  return mail != NULL || !self->hand_over ? mail : find_zoom (accounts);
}

gboolean
convene_accounts_can_send_apart (ConveneAccounts *self,
                                 GPtrArray       *accounts)
{
  return convene_accounts_find_mail (accounts) != NULL || !self->hand_over;
}
