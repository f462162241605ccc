/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts-private.h"

G_BEGIN_DECLS

/* One sign-in with a server-to-server app, tried with a vault of its own first, so that a wrong secret touches nothing that was connected. */
void            convene_zoom_connection_run_async (ConveneAccounts *accounts, const char *account_number, const char *client_id, ConveneSecret *client_secret, const char *host, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneAccount *convene_zoom_connection_run_finish (ConveneAccounts *accounts, GAsyncResult *result, GError **error);

G_END_DECLS
