/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-secret.h"

G_BEGIN_DECLS

/* What libsecret does for ConveneServiceVault, which is there without it: the program loads libsecret when it asks for the first secret. `vault` is the source
 * of the answer; all else is as ConveneVault has it. */
void           convene_keyring_put_async (gpointer vault, const char *account_id, const char *kind, ConveneSecret *secret, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean       convene_keyring_put_finish (gpointer vault, GAsyncResult *result, GError **error);
void           convene_keyring_get_async (gpointer vault, const char *account_id, const char *kind, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneSecret *convene_keyring_get_finish (gpointer vault, GAsyncResult *result, GError **error);
void           convene_keyring_forget_async (gpointer vault, const char *account_id, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean       convene_keyring_forget_finish (gpointer vault, GAsyncResult *result, GError **error);

G_END_DECLS
