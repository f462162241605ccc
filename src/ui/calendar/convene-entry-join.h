/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convene-calendar-entry.h"

G_BEGIN_DECLS

/* Whether an interview can be joined at `now`: from ten minutes before its start until its end, where there is a link. *next: when that changes. Both in
 * microseconds since 1970 UTC; G_MAXINT64 for never. */
gboolean convene_entry_can_join (ConveneCalendarEntry *entry,
                                 gint64                now,
                                 gint64               *next);

/* Makes a button that of the interview: Start for its host, Join for others; named, with app.join and its uid. */
void convene_entry_join_show (GtkButton            *button,
                              ConveneCalendarEntry *entry);

G_END_DECLS
