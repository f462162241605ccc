/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-http-exchange.h"

G_BEGIN_DECLS

/* A request with an access token: get one, send, and if it is refused get another and send once more. `request` comes without authorization. */
void convene_http_call_async (SoupSession              *soup,
                              const ConveneHttpRequest *request,
                              ConveneTokenSource       *source,
                              ConveneClock             *clock,
                              guint                     timeout,
                              GCancellable             *cancellable,
                              GAsyncReadyCallback       callback,
                              gpointer                  user_data);

ConveneHttpReply *convene_http_call_finish (GAsyncResult *result,
                                            GError      **error);

G_END_DECLS
