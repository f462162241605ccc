/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-vault.h"

#include "convene-keyring.h"

struct _ConveneServiceVault
{
  GObject parent_instance;
};

static void
vault_iface_init (ConveneVaultInterface *iface)
{
  iface->put_async = convene_keyring_put_async;
  iface->put_finish = convene_keyring_put_finish;
  iface->get_async = convene_keyring_get_async;
  iface->get_finish = convene_keyring_get_finish;
  iface->forget_async = convene_keyring_forget_async;
  iface->forget_finish = convene_keyring_forget_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneServiceVault, convene_service_vault, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_VAULT, vault_iface_init))

static void
convene_service_vault_class_init (ConveneServiceVaultClass *klass)
{
}

static void
convene_service_vault_init (ConveneServiceVault *self)
{
}

ConveneVault *
convene_service_vault_new (void)
{
  return g_object_new (CONVENE_TYPE_SERVICE_VAULT, NULL);
}
