/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar.h"
#include "convene-filter.h"

G_BEGIN_DECLS

/* Keeps a ConveneCalendar filled with the days that are looked at, and, when there is time, with their neighbours, so that the next turn shows at once. Instants
 * are microseconds since 1970 UTC, `to` the first one after. */
typedef struct _ConveneRangeReader ConveneRangeReader;

typedef void (*ConveneRangeChanged) (gpointer user_data);

/* `changed`: the items did, before the frame that is to show it; once for many changes. */
ConveneRangeReader *convene_range_reader_new (ConveneEngine      *engine,
                                              ConveneRangeChanged changed,
                                              gpointer            user_data);
void                convene_range_reader_free (ConveneRangeReader *self);

/* Owned by the reader. */
ConveneCalendar *convene_range_reader_get_calendar (ConveneRangeReader *self);

/* NULL for all. */
void convene_range_reader_set_filter (ConveneRangeReader *self,
                                      ConveneFilter      *filter);

/* [from, to) is looked at, and [wide_from, wide_to) may be next. */
void convene_range_reader_look (ConveneRangeReader *self,
                                gint64              from,
                                gint64              to,
                                gint64              wide_from,
                                gint64              wide_to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneRangeReader, convene_range_reader_free)

G_END_DECLS
