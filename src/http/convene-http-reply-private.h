/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-http-session.h"

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* An answer that came whole. `received` is the instant at which it did, microseconds since 1970 UTC. */
ConveneHttpReply *convene_http_reply_new (SoupMessage *message,
                                          const char  *body,
                                          gsize        length,
                                          gint64       received);

G_END_DECLS
