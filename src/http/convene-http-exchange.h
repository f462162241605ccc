/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-http-session.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* A request as it will stand on the wire. The strings are the caller's, for the length of the call that they are given to. */
typedef struct
{
  const char    *method;
  GUri          *uri;
  const char    *content_type;  /* of the body, or NULL without one */
  GBytes        *body;          /* or NULL */
  ConveneSecret *authorization; /* the header's whole value, or NULL */
} ConveneHttpRequest;

/* One request and its whole answer, within `timeout` milliseconds; the request is never on the wire twice, unless it is a GET. Errors as
 * convene_http_session_send_json_async () has them, but for those of a token source. */
void convene_http_exchange_async (SoupSession              *soup,
                                  const ConveneHttpRequest *request,
                                  ConveneClock             *clock,
                                  guint                     timeout,
                                  GCancellable             *cancellable,
                                  GAsyncReadyCallback       callback,
                                  gpointer                  user_data);

ConveneHttpReply *convene_http_exchange_finish (GAsyncResult *result,
                                                GError      **error);

G_END_DECLS
