/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"

G_BEGIN_DECLS

/* What a notification says of an interview that is about to begin, at `now` (microseconds since 1970 UTC): with whom and how soon; the job, and when that is for
 * the person (`zone`, NULL for the machine's) and for the candidate. Owned by the caller. */
char *convene_bell_word_title (ConveneInterview *interview,
                               gint64            now);
char *convene_bell_word_body (ConveneInterview *interview,
                              const char       *zone);

G_END_DECLS
