/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-oauth-app.h"
#include "convene-oauth-parse.h"
#include "convene-oauth-tokens.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Exchanges what a person's consent brought for tokens, by one request that is never repeated: a code that is used twice ends the tokens of its first use
 * (RFC 6749 §4.1.2). `fields` are as of convene_oauth_client_post_async (). What came and cannot be taken, or came when the call was cancelled already, is
 * revoked. *poll (may be NULL) is what the answer means to a device, FAILED where there was none.
 *
 * Errors: those of convene_oauth_parse_tokens (), but SIGNED_OUT is of the client (field "client") alone, and a code that is no longer good is REFUSED;
 * UNREACHABLE (doubtful: the answer was lost); CANCELLED, at once. */
void                convene_oauth_exchange_async (const ConveneOauthApp *app,
                                                  const char *const     *fields,
                                                  GCancellable          *cancellable,
                                                  GAsyncReadyCallback    callback,
                                                  gpointer               user_data);
ConveneOauthTokens *convene_oauth_exchange_finish (GAsyncResult     *result,
                                                   ConveneOauthPoll *poll,
                                                   GError          **error);

G_END_DECLS
