/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The parsed address where convene_http_check_uri () lets it pass, else NULL with CONVENE_ERROR_INVALID about `field`. Query and fragment
 * stay percent-encoded as they were given. */
GUri *convene_http_uri_parse (const char *uri,
                              const char *field,
                              GError    **error);

/* Whether the host is this machine: 127.0.0.0/8, [::1] or localhost. Names are not looked up. */
gboolean convene_http_uri_is_loopback (GUri *uri);

G_END_DECLS
