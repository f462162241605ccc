/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An iCalendar object (valid UTF-8, CRLF) in lines of 75 octets at most, the line break not counted, and no character in two pieces (RFC 5545 §3.1),
 * however it was folded before. libical counts the line break among the octets and folds a line that is just full between its CR and its LF. Free
 * with g_free (). */
char *convene_invite_fold (const char *text);

G_END_DECLS
