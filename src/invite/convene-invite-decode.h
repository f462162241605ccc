/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The most octets of a calendar file that are looked at; real invitations have less than a tenth of it. */
#define CONVENE_INVITE_MAX_OCTETS 1000000

/* The content lines of a file in UTF-8, unfolded, with a NUL after their end. `charset` is what a mail says of it, or NULL. Octets that are
 * not UTF-8 are taken for that charset, or for Windows-1252, which has a character for each; *doubt then says so in a translated sentence, which is the caller's; else it stays.
 * Refuses with CONVENE_ERROR_INVALID about "file" what is empty, too large, or no text. */
char *convene_invite_decode (GBytes     *bytes,
                             const char *charset,
                             char      **doubt,
                             GError    **error);

G_END_DECLS
