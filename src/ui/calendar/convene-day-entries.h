/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar.h"

G_BEGIN_DECLS

/* What lasts over midnight belongs to both days. Instants are microseconds since 1970 UTC. */

/* The entries of `calendar` (NULL for none) that touch each of `n_days` days, in their order: starts has n_days + 1 places, the last one is the end of the last
 * day. Each array of `days` gets them, with a reference of its own. */
void convene_day_entries_share (ConveneCalendar *calendar,
                                const gint64    *starts,
                                guint            n_days,
                                GPtrArray      **days);

/* Those of one day, [from, to). */
GPtrArray *convene_day_entries_list (ConveneCalendar *calendar,
                                     gint64           from,
                                     gint64           to);

G_END_DECLS
