/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-vault.h"

G_BEGIN_DECLS

/* ConveneServiceVault's functions, as ConveneVault has them: apart from it, because it is there without libsecret, which the program loads when it asks for the
 * first secret. */
void           convene_keyring_put_async (ConveneVault *vault, const char *account_id, const char *kind, ConveneSecret *secret, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean       convene_keyring_put_finish (ConveneVault *vault, GAsyncResult *result, GError **error);
void           convene_keyring_get_async (ConveneVault *vault, const char *account_id, const char *kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneSecret *convene_keyring_get_finish (ConveneVault *vault, GAsyncResult *result, GError **error);
void           convene_keyring_forget_async (ConveneVault *vault, const char *account_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean       convene_keyring_forget_finish (ConveneVault *vault, GAsyncResult *result, GError **error);

G_END_DECLS
