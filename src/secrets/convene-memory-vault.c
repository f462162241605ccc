/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-vault.h"

struct _ConveneMemoryVault
{
  GObject parent_instance;

  GHashTable *accounts; /* id -> (kind -> ConveneSecret) */
  GHashTable *owned;    /* id -> (kind -> ConveneSecret): the defaults of one account */
  GHashTable *defaults; /* kind -> ConveneSecret */
};

static void
keep (GHashTable    *accounts,
      const char    *account_id,
      const char    *kind,
      ConveneSecret *secret)
{
  GHashTable *secrets = g_hash_table_lookup (accounts, account_id);

  if (secrets == NULL)
    {
      secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) convene_secret_unref);
      g_hash_table_insert (accounts, g_strdup (account_id), secrets);
    }
  g_hash_table_replace (secrets, g_strdup (kind), convene_secret_ref (secret));
}

static ConveneSecret *
look_up (GHashTable *accounts,
         const char *account_id,
         const char *kind)
{
  GHashTable *secrets = g_hash_table_lookup (accounts, account_id);

  return secrets != NULL ? g_hash_table_lookup (secrets, kind) : NULL;
}

static void
convene_memory_vault_put_async (ConveneVault       *vault,
                                const char         *account_id,
                                const char         *kind,
                                ConveneSecret      *secret,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  ConveneMemoryVault *self = CONVENE_MEMORY_VAULT (vault);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, convene_memory_vault_put_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  keep (self->accounts, account_id, kind, secret);
  g_task_return_boolean (task, TRUE);
}

static void
convene_memory_vault_get_async (ConveneVault       *vault,
                                const char         *account_id,
                                const char         *kind,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data)
{
  ConveneMemoryVault *self = CONVENE_MEMORY_VAULT (vault);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  ConveneSecret *secret = look_up (self->accounts, account_id, kind);

  g_task_set_source_tag (task, convene_memory_vault_get_async);
  if (secret == NULL)
    secret = look_up (self->owned, account_id, kind);
  if (secret == NULL)
    secret = g_hash_table_lookup (self->defaults, kind);
  if (secret == NULL)
    g_task_return_pointer (task, NULL, NULL);
  else
    g_task_return_pointer (task, convene_secret_ref (secret), (GDestroyNotify) convene_secret_unref);
}

static void
convene_memory_vault_forget_async (ConveneVault       *vault,
                                   const char         *account_id,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data)
{
  ConveneMemoryVault *self = CONVENE_MEMORY_VAULT (vault);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, convene_memory_vault_forget_async);
  if (g_task_return_error_if_cancelled (task))
    return;

  g_hash_table_remove (self->accounts, account_id);
  g_hash_table_remove (self->owned, account_id);
  g_task_return_boolean (task, TRUE);
}

static gboolean
convene_memory_vault_put_finish (ConveneVault *vault,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, vault), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_memory_vault_put_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static ConveneSecret *
convene_memory_vault_get_finish (ConveneVault *vault,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, vault), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_memory_vault_get_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
convene_memory_vault_forget_finish (ConveneVault *vault,
                                    GAsyncResult *result,
                                    GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, vault), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, convene_memory_vault_forget_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
vault_iface_init (ConveneVaultInterface *iface)
{
  iface->put_async = convene_memory_vault_put_async;
  iface->put_finish = convene_memory_vault_put_finish;
  iface->get_async = convene_memory_vault_get_async;
  iface->get_finish = convene_memory_vault_get_finish;
  iface->forget_async = convene_memory_vault_forget_async;
  iface->forget_finish = convene_memory_vault_forget_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (ConveneMemoryVault, convene_memory_vault, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (CONVENE_TYPE_VAULT, vault_iface_init))

static void
convene_memory_vault_finalize (GObject *object)
{
  ConveneMemoryVault *self = CONVENE_MEMORY_VAULT (object);

  g_clear_pointer (&self->accounts, g_hash_table_unref);
  g_clear_pointer (&self->owned, g_hash_table_unref);
  g_clear_pointer (&self->defaults, g_hash_table_unref);

  G_OBJECT_CLASS (convene_memory_vault_parent_class)->finalize (object);
}

static void
convene_memory_vault_class_init (ConveneMemoryVaultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = convene_memory_vault_finalize;
}

static void
convene_memory_vault_init (ConveneMemoryVault *self)
{
  self->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->owned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  self->defaults = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) convene_secret_unref);
}

ConveneVault *
convene_memory_vault_new (void)
{
  return g_object_new (CONVENE_TYPE_MEMORY_VAULT, NULL);
}

void
convene_memory_vault_set_default (ConveneMemoryVault *self,
                                  const char         *kind,
                                  ConveneSecret      *secret)
{
  g_return_if_fail (CONVENE_IS_MEMORY_VAULT (self));
  g_return_if_fail (kind != NULL);
  g_return_if_fail (secret != NULL);

  g_hash_table_replace (self->defaults, g_strdup (kind), convene_secret_ref (secret));
}

void
convene_memory_vault_set_default_of (ConveneMemoryVault *self,
                                     const char         *account_id,
                                     const char         *kind,
                                     ConveneSecret      *secret)
{
  g_return_if_fail (CONVENE_IS_MEMORY_VAULT (self));
  g_return_if_fail (account_id != NULL && kind != NULL);
  g_return_if_fail (secret != NULL);

  keep (self->owned, account_id, kind, secret);
}
