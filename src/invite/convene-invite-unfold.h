/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The content lines of octets (RFC 5545 §3.1): CR LF, LF and CR alone end a line, a line that begins with a blank goes on with the one before it,
 * lines of nothing but their end are left out, so that what goes on may stand after one. Each line that is given ends with one LF. It works on
 * octets, as programs fold in the middle of a character. There is a NUL after the end, and none before it where the octets have none. */
char *convene_invite_unfold (const char *octets,
                             gsize       length,
                             gsize      *unfolded_length);

G_END_DECLS
