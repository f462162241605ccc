/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-http-session.h"
#include "convene-oauth-parse.h"

G_BEGIN_DECLS

/* What a client's requests to its provider have in common: the address, and how it proves itself. */

#define CONVENE_VAULT_CLIENT_SECRET "client-secret"
#define CONVENE_VAULT_REFRESH_TOKEN "refresh-token"
#define CONVENE_VAULT_ACCESS_TOKEN "access-token"

/* The OAuth address of an account: its own, or the provider's. Owned by either. */
const char *convene_oauth_client_get_url (ConveneAccount             *account,
                                          const ConveneOauthProvider *provider);

/* Posts `fields` (names and values in turn, ended by NULL, 8 of them at most) to a path of the OAuth address. With a client secret the client stands
 * in the Authorization header, a public one in the form. Ends with convene_http_session_send_form_finish (). */
void convene_oauth_client_post_async (ConveneHttpSession         *http,
                                      ConveneAccount             *account,
                                      const ConveneOauthProvider *provider,
                                      const char                 *path,
                                      const char *const          *fields,
                                      ConveneSecret              *client_secret,
                                      GCancellable               *cancellable,
                                      GAsyncReadyCallback         callback,
                                      gpointer                    user_data);

/* The reply as the parser wants it. */
ConveneOauthAnswer convene_oauth_client_read (ConveneHttpReply *reply,
                                              gint64            now);

G_END_DECLS
