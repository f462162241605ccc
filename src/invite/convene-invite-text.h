/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-invite.h"

G_BEGIN_DECLS

/* What stands in an invitation, before iCalendar's own escapes. Pure; every string returned is the caller's.
 * Texts are UTF-8: convene_invite_text_check () comes first. */

/* Refuses what is not UTF-8 with CONVENE_ERROR_INVALID about `field`. NULL is as good as "". */
gboolean convene_invite_text_check (const char *text,
                                    const char *field,
                                    GError    **error);

/* One line: line breaks and tabs become blanks, control characters and bidirectional overrides go, and so do blanks at both ends.
 * NULL gives "". */
char *convene_invite_text_clean_line (const char *text);

/* Several lines: as above, and line feeds stay. */
char *convene_invite_text_clean_lines (const char *text);

/* A person's name as CN. RFC 5545 §3.2 has no way to write a quotation mark there and most readers do not know RFC 6868's,
 * so `"` becomes `'` and `^` goes. NULL where no name is left. */
char *convene_invite_text_clean_name (const char *name);

/* "mailto:ada@example.com", with what may not stand in the address of such a URI percent-encoded (RFC 6068 §2).
 * The address is one that convene_text_check_address () accepts. */
char *convene_invite_text_format_mailto (const char *address);

/* DESCRIPTION: agenda, details, how to join. One text for everybody invited, whatever their languages, so it is English as the title is.
 * without the password if that is only wanted where the link carries none. */
char *convene_invite_text_describe (ConveneInterview   *interview,
                                    ConveneInviteMethod method,
                                    gboolean            password_unless_in_link);

/* The DESCRIPTION for who takes part no more: true for a candidate whom another one replaces, too. */
#define CONVENE_INVITE_TEXT_REMOVED "This interview is cancelled for you."

/* Whether people meet by a link, so that one is there or will come. */
gboolean convene_invite_text_has_video (ConveneInterview *interview);

G_END_DECLS
