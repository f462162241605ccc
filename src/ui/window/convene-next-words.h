/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-calendar-entry.h"
#include "convene-clock.h"

G_BEGIN_DECLS

/* What the bar at the bottom speaks of, as pure functions of the time. Instants are microseconds since 1970 UTC. */

#define CONVENE_NEXT_AHEAD CONVENE_HOUR         /* an interview is announced so long before it starts */
#define CONVENE_NEXT_JOIN (10 * CONVENE_MINUTE) /* and can be joined so long before */
#define CONVENE_NEXT_STEP (10 * CONVENE_SECOND) /* how the last minute is counted */

/* Of the entries (in the order of their start) the one that a person is to be told of: the last one that can be joined now, else the first that starts
 * within the hour. NULL for none. Owned by the caller. */
ConveneCalendarEntry *convene_next_choose (GListModel *entries,
                                           gint64      now);

/* Whether now is from ten minutes before its start until its end. */
gboolean convene_next_is_open (ConveneCalendarEntry *entry,
                               gint64                now);

/* When the words for an interview that starts then (0 for none) are other ones: each minute, and in the last one before it each ten seconds. */
gint64 convene_next_find_turn (gint64 start,
                               gint64 now);

/* "Next: Ada Example, Staff Engineer, in 8 minutes (their 09:00 in Mexico City)", "in 40 seconds" at last, and while it lasts "Now: Ada Example, Staff Engineer, until 10:45". Owned by the caller. */
char *convene_next_words (ConveneCalendarEntry *entry,
                          gint64                now);

G_END_DECLS
