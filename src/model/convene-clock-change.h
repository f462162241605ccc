/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* O-6: the last change of a zone's offset from UTC after `from` and not after `to`, looked for over at most 400 days before `to`: the first instant of the new
 * offset, or 0. Everything is in microseconds since 1970 UTC. */
gint64 convene_clock_change_find (GTimeZone *zone,
                                  gint64     from,
                                  gint64     to);

G_END_DECLS
