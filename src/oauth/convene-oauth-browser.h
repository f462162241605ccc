/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-oauth-app.h"
#include "convene-oauth-tokens.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_OAUTH_BROWSER (convene_oauth_browser_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOauthBrowser, convene_oauth_browser, CONVENE, OAUTH_BROWSER, GObject)

/* One attempt to sign in with the person's browser (RFC 6749 §4.1, RFC 7636, RFC 8252). It knows nothing of accounts and stores nothing.
 *
 * Signal "refused" (int ConveneOauthCallbackKind): a request came to the address that is waited on, and was none of this attempt's. It goes on waiting.
 * Property "timeout" (gint64, microseconds by the clock): how long the person may take; ten minutes at first. */

/* Listens from now on. Errors: UNREACHABLE, where nothing can be bound on this computer. */
ConveneOauthBrowser *convene_oauth_browser_new (const ConveneOauthApp *app,
                                                GError               **error);

/* What the browser is to open. There is no secret in it but the state, which is good for this attempt alone. */
const char *convene_oauth_browser_get_address (ConveneOauthBrowser *self);

/* Where the browser is sent afterwards, with the port: "http://127.0.0.1:PORT/oauth/callback". */
const char *convene_oauth_browser_get_redirect_uri (ConveneOauthBrowser *self);

/* Waits for the browser and exchanges the code, which is sent once and never again: an exchange whose answer is lost is over. May be called once.
 * Errors: REFUSED (field "declined": the person said no; "approval": an administrator has to approve the app; "redirect": the address is not the one
 * that was registered; else the code came too late), MISSING_SCOPES, SIGNED_OUT (field "client": the client id or its secret), UNREACHABLE (field "timeout": nobody came;
 * doubtful: the answer to the code was lost), BAD_ANSWER, RATE_LIMITED, CANCELLED. */
void                convene_oauth_browser_run_async (ConveneOauthBrowser *self,
                                                     GCancellable        *cancellable,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);
ConveneOauthTokens *convene_oauth_browser_run_finish (ConveneOauthBrowser *self,
                                                      GAsyncResult        *result,
                                                      GError             **error);

G_END_DECLS
