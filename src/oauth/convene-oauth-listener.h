/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-secret.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_OAUTH_LISTENER (convene_oauth_listener_get_type ())

G_DECLARE_FINAL_TYPE (ConveneOauthListener, convene_oauth_listener, CONVENE, OAUTH_LISTENER, GObject)

/* Waits on 127.0.0.1, on a port that the kernel chose, for the browser that comes back with `state`.
 *
 * Signal "refused" (int ConveneOauthCallbackKind): a request was none of ours and got a page that says so; it goes on listening. What a browser asks for by
 * itself (an icon) and connections that say nothing are not told.
 *
 * Errors: UNREACHABLE, where nothing can be bound. */
ConveneOauthListener *convene_oauth_listener_new (ConveneSecret *state,
                                                  GError       **error);

/* "http://127.0.0.1:PORT/oauth/callback" */
const char *convene_oauth_listener_get_redirect_uri (ConveneOauthListener *self);

/* The one answer that counts; the port is closed then. May be called once. Errors: REFUSED (field "declined", or the provider's reason), CANCELLED. */
void           convene_oauth_listener_wait_async (ConveneOauthListener *self,
                                                  GCancellable         *cancellable,
                                                  GAsyncReadyCallback   callback,
                                                  gpointer              user_data);
ConveneSecret *convene_oauth_listener_wait_finish (ConveneOauthListener *self,
                                                   GAsyncResult         *result,
                                                   GError              **error);

G_END_DECLS
