/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The instant that a Retry-After names: seconds from `received` on (RFC 9110 §10.2.3), an ISO 8601 instant (Zoom: rate limits; UTC where it
 * names no zone) or an HTTP date. It is kept within `now` and 26 hours later; 0 where the value says nothing. Microseconds since 1970 UTC. */
gint64 convene_http_parse_retry_after (const char *value,
                                       gint64      received,
                                       gint64      now);

G_END_DECLS
