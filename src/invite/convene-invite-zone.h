/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A zone of tzdata as an object says its times in it: from the first of them to the last, with the VTIMEZONE that goes with them. Immutable, counted.
 * The rules are asked of GLib: loading libical's own zones is not safe in threads, and their TZID is nobody else's. */
typedef struct _ConveneInviteZone ConveneInviteZone;

/* The zone for times in [first, last] (seconds since 1970 UTC), from any year; NULL where tzdata does not know it. What was found is kept, as long as
 * tzdata's rules are the same ones, for the next who asks; from any thread. */
ConveneInviteZone *convene_invite_zone_find (const char *name,
                                             gint64      first,
                                             gint64      last);

/* The same for writing: NULL also where times are told in UTC, without a name (NULL), where the zone is UTC by whichever name or has a name that is
 * taken for a fixed offset ("MET"), and where no VTIMEZONE gives tzdata's times back. */
ConveneInviteZone *convene_invite_zone_get (const char *name,
                                            gint64      first,
                                            gint64      last);

ConveneInviteZone *convene_invite_zone_ref (ConveneInviteZone *self);
void               convene_invite_zone_unref (ConveneInviteZone *self);

const char *convene_invite_zone_get_name (const ConveneInviteZone *self);

/* The VTIMEZONE as content lines: see convene_invite_zone_text_new (). NULL in the cases in which convene_invite_zone_get () is. */
const char *convene_invite_zone_get_text (const ConveneInviteZone *self);

/* Seconds east of UTC at an instant from a day before [first, last] to a day after it. */
int convene_invite_zone_get_offset (const ConveneInviteZone *self,
                                    gint64                   instant);

/* The wall clock at an instant in [first, last]: seconds since 1970 as if it were UTC. */
gint64 convene_invite_zone_get_wall (const ConveneInviteZone *self,
                                     gint64                   instant);

/* Whether the wall clock shows the time of an instant in [first, last] twice, so that it does not tell which is meant; true for the first time after such
 * ones, too, which some readers (ruby-icalendar) count among them. */
gboolean convene_invite_zone_is_doubled (const ConveneInviteZone *self,
                                         gint64                   instant);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneInviteZone, convene_invite_zone_unref)

G_END_DECLS
