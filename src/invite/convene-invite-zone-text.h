/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a VTIMEZONE is for: instants of which the first lies in [first_from, first_until) and the last in [last_from, last_until), in seconds since 1970 UTC. */
typedef struct
{
  gint64 first_from, first_until;
  gint64 last_from, last_until;
} ConveneInviteSpan;

/* The VTIMEZONE as content lines, whose TZID is the zone's name and which has tzdata's offset at each instant from `first` to `last` (seconds since 1970 UTC).
 * One STANDARD and one DAYLIGHT with an open-ended yearly rule where the zone changes its clocks by such rules from the year before the first instant on,
 * for ten years after the last; a STANDARD alone where it does not change; else an observance per change.
 * `span` becomes the instants that have the very same text, `changes` those of the zone (ConveneInviteChange) from a day before the span to a day after it.
 * NULL where the text does not give the instants back to a reader: write those times in UTC. */
char *convene_invite_zone_text_new (GTimeZone         *zone,
                                    gint64             first,
                                    gint64             last,
                                    ConveneInviteSpan *span,
                                    GArray           **changes);

G_END_DECLS
