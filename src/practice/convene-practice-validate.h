/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "convene-practice-user.h"

G_BEGIN_DECLS

/* What Zoom's rules have against the body of a create or update (Zoom: create a meeting, update a meeting): an array of {"field", "message"},
 * empty if nothing. Unknown members are no error. Lengths are in code points. */
JsonArray *convene_practice_validate_meeting (JsonObject                *body,
                                              gboolean                   is_update,
                                              const ConvenePracticeUser *host);

/* Reads "2026-12-01T15:00:00Z", or "2026-12-01T15:00:00" as a wall clock in `zone`: microseconds since 1970 UTC. Nothing else is a time: no
 * fractions, no offsets, no day that the calendar does not have. */
gboolean convene_practice_parse_start (const char *text,
                                       GTimeZone  *zone,
                                       gint64     *instant);

/* A zone that Zoom knows; NULL for any other. Zoom's list has regions and cities and UTC, no "Etc/" and no bare abbreviations. */
GTimeZone *convene_practice_find_zone (const char *name);

G_END_DECLS
