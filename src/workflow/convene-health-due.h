/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-account.h"

G_BEGIN_DECLS

/* When accounts are to be checked next. All instants are microseconds since 1970 UTC. */
typedef struct
{
  gint64 oldest;  /* the earliest of the accounts' last checks; 0 for one that never was; G_MAXINT64 without accounts */
  gint64 first;   /* when the first interview at Zoom of this local day or a later one begins; G_MAXINT64 for none */
  gint64 started; /* since when this process looks after them */
  gint64 tried;   /* when it last checked, whatever came of it; 0 for never */
} ConveneHealthFacts;

/* At the start, unless that is less than an hour after the last check; a day after it; and two hours before the day's first interview at Zoom, or at once
 * where that is past. What could not be asked is asked again after a quarter of an hour. G_MAXINT64 for never. Pure. */
gint64 convene_health_find_due (const ConveneHealthFacts *facts);

/* The earliest of the last checks of ConveneAccount, as in the facts. */
gint64 convene_health_find_oldest (GPtrArray *accounts);

/* The midnight before an instant, in the system's time zone. */
gint64 convene_health_find_day (gint64 now);

/* Whether accounts are to be checked before what is due is done, where nobody looks after them all the time: one was not for an hour. */
gboolean convene_health_is_due (GPtrArray *accounts,
                                gint64     now);

G_END_DECLS
