/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define CONVENE_TYPE_MOMENT (convene_moment_get_type ())

/* A wall-clock time in a named zone, which is the truth, with the instant that it meant under the tzdata it was made with. Immutable. */
typedef struct _ConveneMoment ConveneMoment;

GType convene_moment_get_type (void) G_GNUC_CONST;

/* Reads "2026-12-01 10:00" or "2026-12-01T10:00", with an offset "-05:00" at its end where one of two readings is meant ("Z" is an offset too).
 * Refuses with CONVENE_ERROR_INVALID about "start" what is no date or time, years before 1970 or after 2100, and a wall-clock time that the
 * zone skips or has twice, with both readings named; such a time is taken with the offset of one of its readings. An offset that the zone does not have then is refused. */
ConveneMoment *convene_moment_parse (const char *text,
                                     const char *zone,
                                     GError    **error);

/* The wall clock in `zone` at an instant (microseconds since 1970 UTC; whole minutes are kept, seconds dropped). NULL for an unknown zone. */
ConveneMoment *convene_moment_new_at (gint64      instant,
                                      const char *zone,
                                      GError    **error);

/* As the database keeps it: nothing is computed or checked. */
ConveneMoment *convene_moment_restore (const char *wall,
                                       const char *zone,
                                       gint64      instant,
                                       const char *tzdata);

ConveneMoment *convene_moment_copy (const ConveneMoment *self);
void           convene_moment_free (ConveneMoment *self);

const char *convene_moment_get_wall (const ConveneMoment *self); /* "2026-12-01T10:00" */
const char *convene_moment_get_zone (const ConveneMoment *self);
gint64      convene_moment_get_instant (const ConveneMoment *self); /* microseconds since 1970 UTC */
const char *convene_moment_get_tzdata (const ConveneMoment *self);

/* Whether the wall clock shows this time twice that day, so that only the instant tells which is meant. */
gboolean convene_moment_is_doubled (const ConveneMoment *self);

/* The instant as RFC 3339 in UTC: "2026-12-01T16:00:00Z". */
char *convene_instant_to_string (gint64 instant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneMoment, convene_moment_free)

G_END_DECLS
