/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-account.h"
#include "convene-secret.h"

G_BEGIN_DECLS

/* Zoom: creates and updates of one host in one UTC day. */
#define CONVENE_DAILY_REQUESTS 100

#define CONVENE_TYPE_ACCOUNTS (convene_accounts_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAccounts, convene_accounts, CONVENE, ACCOUNTS, GObject)

/* Every account, in the order in which they were connected, with today's requests. An array of ConveneAccount that owns its items. */
void       convene_accounts_list_async (ConveneAccounts *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *convene_accounts_list_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Accounts that come with a profile (practice's) instead of being connected: the first time they are kept, later those that are still there learn
 * where their servers are now. An array of ConveneAccount. */
void     convene_accounts_provide_async (ConveneAccounts *self, GPtrArray *provided, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_accounts_provide_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Signs in with a server-to-server app, looks the host up, and keeps the account; the secret goes to the vault. Connecting the same host again
 * replaces its account. Errors: INVALID (field account_id, client_id, client_secret, host), SIGNED_OUT (wrong id or secret), MISSING_SCOPES, and those of the vault and the network: nothing is kept then. */
void            convene_accounts_connect_server_to_server_async (ConveneAccounts *self, const char *account_number, const char *client_id, ConveneSecret *client_secret, const char *host, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneAccount *convene_accounts_connect_server_to_server_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Signs in at a mail server and keeps the account. `settings` has address, name, server, port (0: the usual one), security and user ("" for no
 * sign-in, then `password` is NULL). There is one mail account: connecting replaces it. Errors: INVALID (field address, server, port, security, user), SIGNED_OUT, REFUSED, UNREACHABLE, and those of the vault. */
void            convene_accounts_connect_mail_async (ConveneAccounts *self, ConveneAccount *settings, ConveneSecret *password, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneAccount *convene_accounts_connect_mail_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

/* Forgets an account, named by its id (or the beginning of it) or its address: its secrets are removed at once and revoked at the other side
 * where it can be reached; what it made stays, unmanaged. Answers its address. NOT_FOUND, AMBIGUOUS. */
void  convene_accounts_disconnect_async (ConveneAccounts *self, const char *name, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *convene_accounts_disconnect_finish (ConveneAccounts *self, GAsyncResult *result, GError **error);

G_END_DECLS
