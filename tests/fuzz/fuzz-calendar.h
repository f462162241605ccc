/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-claim.h"

G_BEGIN_DECLS

/* Reads a calendar file, and everything that a claim says of itself. `charset` may be NULL. */
void fuzz_calendar (GBytes     *bytes,
                    const char *charset);

G_END_DECLS
