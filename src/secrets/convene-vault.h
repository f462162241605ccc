/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-secret.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_VAULT (convene_vault_get_type ())

G_DECLARE_INTERFACE (ConveneVault, convene_vault, CONVENE, VAULT, GObject)

/* Where secrets are kept, by account and by kind ("client-secret", "refresh-token", "access-token", "mail-password"). Errors: NO_KEYRING
 * where there is no Secret Service, KEYRING_LOCKED where it stays locked, CANCELLED; there is no fallback. A person may be asked to unlock the keyring, for
 * as long as they take: give a cancellable. */
struct _ConveneVaultInterface
{
  GTypeInterface parent_iface;

  void (*put_async) (ConveneVault *self, const char *account_id, const char *kind, ConveneSecret *secret, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*put_finish) (ConveneVault *self, GAsyncResult *result, GError **error);
  void (*get_async) (ConveneVault *self, const char *account_id, const char *kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  ConveneSecret *(*get_finish) (ConveneVault *self, GAsyncResult *result, GError **error);
  void (*forget_async) (ConveneVault *self, const char *account_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
  gboolean (*forget_finish) (ConveneVault *self, GAsyncResult *result, GError **error);
};

/* Stores a secret durably, in place of an older one. */
void     convene_vault_put_async (ConveneVault *self, const char *account_id, const char *kind, ConveneSecret *secret, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_vault_put_finish (ConveneVault *self, GAsyncResult *result, GError **error);

/* The secret, or NULL without an error where there is none. */
void           convene_vault_get_async (ConveneVault *self, const char *account_id, const char *kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneSecret *convene_vault_get_finish (ConveneVault *self, GAsyncResult *result, GError **error);

/* Removes every secret of an account. None there is no error. */
void     convene_vault_forget_async (ConveneVault *self, const char *account_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_vault_forget_finish (ConveneVault *self, GAsyncResult *result, GError **error);

#define CONVENE_TYPE_SERVICE_VAULT (convene_service_vault_get_type ())

G_DECLARE_FINAL_TYPE (ConveneServiceVault, convene_service_vault, CONVENE, SERVICE_VAULT, GObject)

/* The desktop's Secret Service. */
ConveneVault *convene_service_vault_new (void);

#define CONVENE_TYPE_MEMORY_VAULT (convene_memory_vault_get_type ())

G_DECLARE_FINAL_TYPE (ConveneMemoryVault, convene_memory_vault, CONVENE, MEMORY_VAULT, GObject)

/* The process's own memory, for practice and for tests. */
ConveneVault *convene_memory_vault_new (void);

/* The secret of a kind that every account has to which none was given: practice's is everybody's. */
void convene_memory_vault_set_default (ConveneMemoryVault *self,
                                       const char         *kind,
                                       ConveneSecret      *secret);

/* The same of one account, before what every account has; forgotten with it. */
void convene_memory_vault_set_default_of (ConveneMemoryVault *self,
                                          const char         *account_id,
                                          const char         *kind,
                                          ConveneSecret      *secret);

G_END_DECLS
