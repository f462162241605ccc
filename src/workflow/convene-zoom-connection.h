/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-accounts-private.h"
#include "convene-oauth-tokens.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ZOOM_CONNECTION (convene_zoom_connection_get_type ())

G_DECLARE_FINAL_TYPE (ConveneZoomConnection, convene_zoom_connection, CONVENE, ZOOM_CONNECTION, GObject)

/* What every way of connecting a Zoom account ends with. Secrets get a key of the vault of their own, and an account changes over to them in the one commit
 * that keeps it: until then what was connected before works on, and afterwards nothing of it is left.
 *
 * `account` says how one signs in (kind, method, client id; for server-to-server number and host too) and is filled in; `reconnect` (NULL: none) is the id of
 * the account that is meant. */
ConveneZoomConnection *convene_zoom_connection_new (ConveneAccounts *accounts,
                                                    ConveneAccount  *account,
                                                    ConveneSecret   *client_secret,
                                                    const char      *reconnect);

/* First: tries the vault, so that nobody signs in for nothing. Errors: those of the vault, DATABASE, CANCELLED. */
void     convene_zoom_connection_prepare_async (ConveneZoomConnection *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_zoom_connection_prepare_finish (ConveneZoomConnection *self, GAsyncResult *result, GError **error);

/* Then: looks up who signed in, and keeps the account. `tokens` (NULL for server-to-server) are taken into the vault at once, and revoked where nothing comes
 * of them. Once they are there cancelling only ends the look-up. Errors: SIGNED_OUT, REFUSED (field "user": another one than the account that was meant),
 * MISSING_SCOPES (an account that was there is kept then, with what it has now), those of the network, the vault and the database. */
void            convene_zoom_connection_keep_async (ConveneZoomConnection *self, const ConveneOauthTokens *tokens, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneAccount *convene_zoom_connection_keep_finish (ConveneZoomConnection *self, GAsyncResult *result, GError **error);

/* Instead, where nobody signed in: what was prepared is forgotten. Best effort, there are no errors. */
void convene_zoom_connection_discard_async (ConveneZoomConnection *self, GAsyncReadyCallback callback, gpointer user_data);
void convene_zoom_connection_discard_finish (ConveneZoomConnection *self, GAsyncResult *result);

G_END_DECLS
