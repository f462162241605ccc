/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What to say of it (O-6): one sentence for each of some zones (IANA names; NULL and "" are skipped, a name counts once) whose clocks change between now
 * and an interview; "" where none do. */
char *convene_clock_change_words (const char *const *zones,
                                  guint              n_zones,
                                  gint64             now,
                                  gint64             start);

G_END_DECLS
