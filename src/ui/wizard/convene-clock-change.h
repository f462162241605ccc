/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The last change of a zone's offset from UTC after `from` and not after `to`, looked for over at most 400 days before `to`: the first instant of the new offset, or 0. Everything is
 * in microseconds since 1970 UTC. */
gint64 convene_clock_change_find (GTimeZone *zone,
                                  gint64     from,
                                  gint64     to);

/* What to say of it (O-6): one sentence for each of some zones (IANA names; NULL and "" are skipped, a name counts once) whose clocks change between now
 * and an interview; "" where none do. */
char *convene_clock_change_words (const char *const *zones,
                                  guint              n_zones,
                                  gint64             now,
                                  gint64             start);

G_END_DECLS
