/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-vault.h"

G_DEFINE_INTERFACE (ConveneVault, convene_vault, G_TYPE_OBJECT)

static void
convene_vault_default_init (ConveneVaultInterface *iface)
{
}

void
convene_vault_put_async (ConveneVault       *self,
                         const char         *account_id,
                         const char         *kind,
                         ConveneSecret      *secret,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_VAULT (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (kind != NULL);
  g_return_if_fail (secret != NULL);

  CONVENE_VAULT_GET_IFACE (self)->put_async (self, account_id, kind, secret, cancellable, callback, user_data);
}

gboolean
convene_vault_put_finish (ConveneVault *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (CONVENE_IS_VAULT (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return CONVENE_VAULT_GET_IFACE (self)->put_finish (self, result, error);
}

void
convene_vault_get_async (ConveneVault       *self,
                         const char         *account_id,
                         const char         *kind,
                         GCancellable       *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_VAULT (self));
  g_return_if_fail (account_id != NULL);
  g_return_if_fail (kind != NULL);

  CONVENE_VAULT_GET_IFACE (self)->get_async (self, account_id, kind, cancellable, callback, user_data);
}

ConveneSecret *
convene_vault_get_finish (ConveneVault *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (CONVENE_IS_VAULT (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return CONVENE_VAULT_GET_IFACE (self)->get_finish (self, result, error);
}

void
convene_vault_forget_async (ConveneVault       *self,
                            const char         *account_id,
                            GCancellable       *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_return_if_fail (CONVENE_IS_VAULT (self));
  g_return_if_fail (account_id != NULL);

  CONVENE_VAULT_GET_IFACE (self)->forget_async (self, account_id, cancellable, callback, user_data);
}

gboolean
convene_vault_forget_finish (ConveneVault *self,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (CONVENE_IS_VAULT (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return CONVENE_VAULT_GET_IFACE (self)->forget_finish (self, result, error);
}
