/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rules for what people type. Each refuses with CONVENE_ERROR_INVALID about `field` and says the mend; lengths are in code points.
 * NULL is as good as "". */

/* One line that may end up in a header or a calendar property: UTF-8, no line break, no control character, no bidirectional override. */
gboolean convene_text_check_line (const char *text,
                                  const char *field,
                                  glong       max_length,
                                  GError    **error);

/* Several lines: as above, with line feeds and tabs allowed. */
gboolean convene_text_check_lines (const char *text,
                                   const char *field,
                                   glong       max_length,
                                   GError    **error);

/* CR LF and CR become LF, blanks at both ends go: what the checks of several lines expect. Takes text that need not be UTF-8. */
char *convene_text_normalize (const char *text);

/* A mailbox that can stand in an envelope, a header and a mailto: without quoting (RFC 5321 §4.1.2 Dot-string, §4.5.3.1 lengths). */
gboolean convene_text_check_address (const char *address,
                                     const char *field,
                                     GError    **error);

/* An absolute https address with a host and without user information. */
gboolean convene_text_check_link (const char *link,
                                  const char *field,
                                  GError    **error);

/* Zoom's rule for a meeting password: up to 10 of [A-Za-z0-9@_*-]. */
gboolean convene_text_check_password (const char *password,
                                      GError    **error);

/* Splits "Name <address>" or "address". The name may be quoted; NULL where there is none. Both are checked as above, and owned by the caller;
 * either may be left out (NULL). */
gboolean convene_text_parse_person (const char *text,
                                    const char *field,
                                    char      **name,
                                    char      **address,
                                    GError    **error);

/* whether whoever follows the link is asked for no password, because it is in there, as Zoom's is. NULL is no such link. */
gboolean convene_link_carries_password (const char *link);

/* Whether two addresses are the same mailbox: compared without case. */
gboolean convene_address_equal (const char *a,
                                const char *b);

/* "Name <address>", or the address alone. */
char *convene_person_to_string (const char *name,
                                const char *address);

/* "K7Q2-9FXM": 8 characters that are read without mistake (no 0 O 1 I), from the kernel's randomness. */
char *convene_reference_new (void);

G_END_DECLS
