/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-oauth-app.h"
#include "convene-oauth-tokens.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_OAUTH_DEVICE (convene_oauth_device_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOauthDevice, convene_oauth_device, CONVENE, OAUTH_DEVICE, GObject)

/* One attempt to sign in with a code that is typed on another device (RFC 8628). It knows nothing of accounts and stores nothing.
 *
 * Properties (read-only, notify): "user-code", "verification-uri", "expires-at". */
ConveneOauthDevice *convene_oauth_device_new (const ConveneOauthApp *app);

/* NULL until the provider gave one; at most 40 visible characters */
const char *convene_oauth_device_get_user_code (ConveneOauthDevice *self);

/* Where the code is typed: the address that has it already where there is one that may be shown, else the plain one. NULL until then. */
const char *convene_oauth_device_get_verification_uri (ConveneOauthDevice *self);

/* microseconds since 1970 UTC; 0 until then */
gint64 convene_oauth_device_get_expires_at (ConveneOauthDevice *self);

/* Gets a code and asks until it was typed, declined or is too old. May be called once. Errors: REFUSED (field "declined": the person said no; "approval":
 * an administrator has to approve the app; else the app may not sign in this way), SIGNED_OUT (field "client"), MISSING_SCOPES, UNREACHABLE (field
 * "expired": nobody typed it in time), BAD_ANSWER, RATE_LIMITED, CANCELLED. */
void                convene_oauth_device_run_async (ConveneOauthDevice *self,
                                                    GCancellable       *cancellable,
                                                    GAsyncReadyCallback callback,
                                                    gpointer            user_data);
ConveneOauthTokens *convene_oauth_device_run_finish (ConveneOauthDevice *self,
                                                     GAsyncResult       *result,
                                                     GError            **error);

G_END_DECLS
