/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a foreign invitation says that people meet. Texts are UTF-8; every string returned is the caller's. */

/* The first https address in a text that is one to join a meeting at: of a known provider, or one that looks like it (…/join/…). What mail filters
 * have wrapped is unwrapped. NULL without. */
char *convene_invite_link_find (const char *text);

/* The first https address in a text, whatever is there. NULL without. */
char *convene_invite_link_find_any (const char *text);

/* Zoom's number of the meeting that a link leads to, or that a text names beside one; 0 without. `text` may be NULL. */
gint64 convene_invite_link_find_number (const char *link,
                                        const char *text);

/* The passcode that a text names ("Passcode: 123456"); NULL without. */
char *convene_invite_link_find_password (const char *text);

G_END_DECLS
