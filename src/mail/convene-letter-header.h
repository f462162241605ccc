/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Header values as they stand on the wire, with LF and a blank where they are folded. GMime's own encoder makes words of more than
 * 75 characters and lets pass what only looks like an encoded word. */

/* An unstructured value: a text of ASCII stands as it is, in one line, unless no line holds it; any other becomes encoded words of UTF-8 (RFC 2047 §5 (1)). */
char *convene_letter_header_text (const char *text);

/* "Name <address>" with the name as atoms, as a quoted string or as encoded words (RFC 5322 §3.4, RFC 2047 §5 (3)). The address is ASCII
 * and checked; the name may be NULL. */
char *convene_letter_header_mailbox (const char *name,
                                     const char *address);

G_END_DECLS
