/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"

G_BEGIN_DECLS

/* What a notification says of an account that wants its person. `waiting`: how many interviews wait for it; `next`: when the next interview at Zoom begins
 * (microseconds since 1970 UTC, G_MAXINT64 for none), which is told in the person's own time. Owned by the caller. */
const char *convene_health_word_title (ConveneAccount *account);
char       *convene_health_word_body (ConveneAccount *account,
                                      guint           waiting,
                                      gint64          next);

G_END_DECLS
