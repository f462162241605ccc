/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-invite-ical.h"

G_BEGIN_DECLS

/* A VTIMEZONE whose TZID is the zone's name and which has tzdata's offset at each of the instants (gint64, seconds since 1970 UTC, ascending,
 * at least one). One STANDARD and one DAYLIGHT with an open-ended yearly rule where the zone changes its clocks by such rules from the year
 * before the first instant on, for ten years after the last; a STANDARD alone where it does not change; else an observance per change.
 * NULL where that does not give the instants back: write those times in UTC. Owned by the caller.
 * The rules are asked of GLib: loading libical's own zones is not safe in threads, and their TZID is nobody else's. */
icalcomponent *convene_invite_zone_new (GTimeZone    *zone,
                                        const GArray *instants);

/* Whether the zone is UTC by whichever name: its times are written with a Z. */
gboolean convene_invite_zone_is_utc (GTimeZone *zone);

/* The wall clock of the zone at an instant (seconds since 1970 UTC); with NULL, the time in UTC. */
struct icaltimetype convene_invite_zone_get_time (GTimeZone *zone,
                                                  gint64     instant);

G_END_DECLS
