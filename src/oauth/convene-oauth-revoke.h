/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-oauth-app.h"
#include "convene-oauth-grant.h"
#include "convene-token-source.h"

G_BEGIN_DECLS

/* Revokes what `source` has (Zoom: the access token, and with it the refresh token). Ends with the token that was revoked. */
void convene_oauth_revoke_async (const ConveneOauthContext *context,
                                 ConveneTokenSource        *source,
                                 GCancellable              *cancellable,
                                 GAsyncReadyCallback        callback,
                                 gpointer                   user_data);

ConveneSecret *convene_oauth_revoke_finish (GAsyncResult *result,
                                            GError      **error);

/* Revokes tokens that no session has: a sign-in that came to nothing. Best effort; errors as of a token source. */
void     convene_oauth_revoke_tokens_async (const ConveneOauthApp    *app,
                                            const ConveneOauthTokens *tokens,
                                            GCancellable             *cancellable,
                                            GAsyncReadyCallback       callback,
                                            gpointer                  user_data);
gboolean convene_oauth_revoke_tokens_finish (GAsyncResult *result,
                                             GError      **error);

G_END_DECLS
