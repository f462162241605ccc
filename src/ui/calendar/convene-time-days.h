/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-range-reader.h"

G_BEGIN_DECLS

/* Which days a ConveneTimeView shows, without a screen. */

#define CONVENE_TIME_NARROW_DAYS (3)

/* The first of `n_days` days (1, 3 or 7) that show `day`: seven are its week, three stay at *first while it is one of them. */
void convene_time_days_find_first (const GDate *day,
                                   guint        n_days,
                                   int          first_weekday,
                                   GDate       *first);

/* "Tuesday 1 December 2026" or "30 November – 6 December 2026" */
char *convene_time_days_write (const GDate *first,
                               guint        n_days);

/* Reads them, and those before and after them that one may turn to. */
void convene_time_days_read (const GDate        *first,
                             guint               n_days,
                             ConveneRangeReader *reader);

G_END_DECLS
