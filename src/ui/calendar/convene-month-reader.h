/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-calendar.h"

G_BEGIN_DECLS

/* Keeps a ConveneCalendar filled with the month that is looked at, and, when there is time, with its neighbours, so that the next turn shows at once. */
typedef struct _ConveneMonthReader ConveneMonthReader;

typedef void (*ConveneMonthChanged) (gpointer user_data);

/* `changed`: the items did, before the frame that is to show it; once for many changes. */
ConveneMonthReader *convene_month_reader_new (ConveneEngine      *engine,
                                              ConveneMonthChanged changed,
                                              gpointer            user_data);
void                convene_month_reader_free (ConveneMonthReader *self);

/* Owned by the reader. */
ConveneCalendar *convene_month_reader_get_calendar (ConveneMonthReader *self);

/* The six weeks that show the month of `day` are looked at. */
void convene_month_reader_look (ConveneMonthReader *self,
                                const GDate        *day,
                                int                 first_weekday);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneMonthReader, convene_month_reader_free)

G_END_DECLS
