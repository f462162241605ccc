/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter.h"

G_BEGIN_DECLS

/* A short letter from an address to itself (`name` may be NULL), in the program's language, by which somebody sees that their mail account works.
 * `now`: microseconds since 1970 UTC. Errors: INVALID for an address that is none. */
ConveneLetter *convene_letter_trial_new (const char *name,
                                         const char *address,
                                         gint64      now,
                                         GError    **error);

G_END_DECLS
