/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Clock times of foreign files, as seconds since 1970 as if they were UTC. */

#define CONVENE_INVITE_CLOCK_DAY (24 * 60 * 60)

/* Days since 1970 of a day of the Gregorian calendar; it must be one. */
gint64 convene_invite_clock_count_days (int year,
                                        int month,
                                        int day);

/* 1 to 7, Monday to Sunday. */
int convene_invite_clock_get_weekday (gint64 days);

/* The day that a time lies on, as days since 1970, and what that is in the calendar; each part may be left out (NULL). */
gint64 convene_invite_clock_get_days (gint64 wall);
void   convene_invite_clock_split (gint64 days,
                                   int   *year,
                                   int   *month,
                                   int   *day);

/* The year that a time lies in. */
int convene_invite_clock_get_year (gint64 wall);

/* FALSE where that is no time of the years 1601 to 2100; a 60th second is the one before. */
gboolean convene_invite_clock_join (int     year,
                                    int     month,
                                    int     day,
                                    int     hour,
                                    int     minute,
                                    int     second,
                                    gint64 *wall);

/* Reads "20261201T100000" or "20261201", with "Z" or not. FALSE where that is none, likewise. */
gboolean convene_invite_clock_parse (const char *text,
                                     gint64     *wall);

G_END_DECLS
