/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-claim.h"

G_BEGIN_DECLS

/* What a calendar file says: a ConveneClaim for each of its events, at least one. Of several with one UID the newest, by SEQUENCE and DTSTAMP
 * (RFC 5546 §2.1.5), comes first; the others keep the file's order. Pure, and safe in any thread; the octets may be anything.
 * `charset` is what a mail says of it; NULL where nobody does.
 *
 * Refuses with CONVENE_ERROR_INVALID about "file", in one line that says what the thing is, what is no calendar file, has no event, ends in the
 * middle, or is larger, longer or deeper than an invitation is. Nothing in it can make this take long: recurrences are never followed. */
GPtrArray *convene_invite_read (GBytes     *bytes,
                                const char *charset,
                                GError    **error);

G_END_DECLS
