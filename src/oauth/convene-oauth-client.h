/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-oauth-app.h"
#include "convene-oauth-parse.h"

G_BEGIN_DECLS

/* What a client's requests to its provider have in common: the address, and how it proves itself. */

/* Posts `fields` (names and values in turn, ended by NULL, 16 of them at most) to a path of the OAuth address. With a client secret the client stands
 * in the Authorization header, a public one in the form. Ends with convene_http_session_send_form_finish (). */
void convene_oauth_client_post_async (const ConveneOauthApp *app,
                                      const char            *path,
                                      const char *const     *fields,
                                      GCancellable          *cancellable,
                                      GAsyncReadyCallback    callback,
                                      gpointer               user_data);

/* The app of an account; owned by it, and the other arguments stay their owners'. */
ConveneOauthApp convene_oauth_client_get_app (ConveneAccount             *account,
                                              const ConveneOauthProvider *provider,
                                              ConveneHttpSession         *http,
                                              ConveneClock               *clock,
                                              ConveneSecret              *client_secret);

/* The reply as the parser wants it. */
ConveneOauthAnswer convene_oauth_client_read (ConveneHttpReply *reply,
                                              gint64            now);

G_END_DECLS
