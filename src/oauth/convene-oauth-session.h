/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-account.h"
#include "convene-clock.h"
#include "convene-http-session.h"
#include "convene-token-source.h"
#include "convene-vault.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_OAUTH_SESSION (convene_oauth_session_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOauthSession, convene_oauth_session, CONVENE, OAUTH_SESSION, GObject)

/* The sign-in of one account: a ConveneTokenSource, and the only one that asks for its tokens. The grant follows from the account's method:
 * account_credentials for server-to-server, refresh_token for browser and device. Tokens are kept in the vault, the access token with its
 * expiry too, so that processes share one; a lock file in `lock_folder` keeps two processes from asking at once. A token is replaced 5 minutes
 * before it ends, and a new pair is stored before it is used. */
ConveneOauthSession *convene_oauth_session_new (ConveneAccount     *account,
                                                ConveneHttpSession *http,
                                                ConveneVault       *vault,
                                                ConveneClock       *clock,
                                                const char         *lock_folder);

/* What the last answer of the token endpoint said, as far as it did; also where another process, or an earlier run, got that answer. NULL before the
 * first token was got. The address is without "/v2" and without a slash at its end. */
const char *convene_oauth_session_get_scopes (ConveneOauthSession *self);
const char *convene_oauth_session_get_api_url (ConveneOauthSession *self); /* checked: https below zoom.us, or loopback where the OAuth address is */

/* The version of TLS at the last answer of the token endpoint: "1.3"; NULL before the first that this session got itself, and where there was none. */
const char *convene_oauth_session_get_tls (ConveneOauthSession *self);

/* Forgets that a refresh token is no longer good, so that the next call asks with it once more: a person wants to know. */
void convene_oauth_session_retry (ConveneOauthSession *self);

/* Whether a request is under way, or tokens came that are nowhere but in this object, because the keyring was locked: it is tried again each minute, and by
 * the next call. To let go of a session then may be to lose the sign-in. */
gboolean convene_oauth_session_is_busy (ConveneOauthSession *self);

/* Revokes the token at the other side, best effort, getting one first where there is none. The vault is left alone. Errors: those of a token source. */
void     convene_oauth_session_revoke_async (ConveneOauthSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_oauth_session_revoke_finish (ConveneOauthSession *self, GAsyncResult *result, GError **error);

G_END_DECLS
