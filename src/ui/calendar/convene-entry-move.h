/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-entry.h"

G_BEGIN_DECLS

/* New times for an interview that is dragged, without a screen. Instants are microseconds since 1970 UTC. */

#define CONVENE_MOVE_STEP (G_GINT64_CONSTANT (15 * 60 * 1000000))

/* Whether it can have another time: it is scheduled or proposed, and not over at `now`. */
gboolean convene_entry_can_move (ConveneCalendarEntry *entry,
                                 gint64                now);

/* The nearest quarter of an hour of the zone's clock. */
gint64 convene_move_snap (gint64     instant,
                          GTimeZone *zone);

/* The same time of day on another day; the time after it where the clock leaves it out. */
gint64 convene_move_to_day (gint64       instant,
                            const GDate *day,
                            GTimeZone   *zone);

G_END_DECLS
