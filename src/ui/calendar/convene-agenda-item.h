/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar-entry.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_AGENDA_ITEM (convene_agenda_item_get_type ())

G_DECLARE_FINAL_TYPE (ConveneAgendaItem, convene_agenda_item, CONVENE, AGENDA_ITEM, GObject)

/* A line of the agenda: an interview on a day that begins at `from` (microseconds since 1970 UTC), or, without one, the day's heading. Immutable. */
ConveneAgendaItem *convene_agenda_item_new (gint64                from,
                                            ConveneCalendarEntry *entry);

gint64                convene_agenda_item_get_from (ConveneAgendaItem *self);
ConveneCalendarEntry *convene_agenda_item_get_entry (ConveneAgendaItem *self);

G_END_DECLS
