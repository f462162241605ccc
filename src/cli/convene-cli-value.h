/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* What stands on a command line, as bytes: it need be no UTF-8. Each refuses with CONVENE_ERROR_INVALID about `field` and says the mend;
 * results are set only on success. */

/* A whole number in decimal, from `min` to `max`. */
gboolean convene_cli_value_parse_number (const char *text,
                                         const char *field,
                                         int         min,
                                         int         max,
                                         int        *value,
                                         GError    **error);

/* A word of one of the model's enumerations. */
gboolean convene_cli_value_parse_word (const char *text,
                                       const char *field,
                                       GType       type,
                                       int        *value,
                                       GError    **error);

/* The instant (microseconds since 1970 UTC) at which a range begins, or before which it ends. A day "2026-12-01" begins at its midnight in
 * `zone` and, as an end, is included whole; a time "2026-12-01 10:00" is taken as it is. */
gboolean convene_cli_value_parse_from (const char *text,
                                       const char *field,
                                       const char *zone,
                                       gint64     *instant,
                                       GError    **error);
gboolean convene_cli_value_parse_to (const char *text,
                                     const char *field,
                                     const char *zone,
                                     gint64     *instant,
                                     GError    **error);

/* "HOST", "HOST:PORT", "[IPv6]" or "[IPv6]:PORT". The host is without brackets; the port is 0 where none is given. Fields: server, port. */
gboolean convene_cli_value_parse_server (const char *text,
                                         char      **host,
                                         int        *port,
                                         GError    **error);

/* A uid or its first 6 or more characters. */
gboolean convene_cli_value_check_uid (const char *text,
                                      GError    **error);

/* One line that must be there; `option` is what it is given with. */
gboolean convene_cli_value_check_given (const char *text,
                                        const char *field,
                                        const char *option,
                                        GError    **error);

G_END_DECLS
