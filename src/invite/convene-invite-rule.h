/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One change of a zone's offset from UTC, as tzdata has it. Offsets are seconds east of UTC. */
typedef struct
{
  gint64      at; /* seconds since 1970 UTC: the first second of the new offset */
  int         from;
  int         to;
  const char *name; /* of the new offset: "CEST"; the zone's */
} ConveneInviteChange;

/* The changes in (since, until], in order; both in seconds since 1970 UTC. What changes only the name of an offset is none. */
GArray *convene_invite_rule_list_changes (GTimeZone *zone,
                                          gint64     since,
                                          gint64     until);

/* The rule (RFC 5545 §3.3.10) that gives exactly these changes, when they are one a year at the same wall-clock time of the same month and
 * between the same offsets: "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3". NULL where they follow none that readers understand. At least two. */
char *convene_invite_rule_find (const GArray *changes);

G_END_DECLS
