/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where instants lie beside a ruler of hours, without a screen. The ruler is the wall clock's, from midnight to midnight. Where the clock of one of the days goes
 * back, what it shows twice is on the ruler twice: days without that hour have a gap there, as has the day that skips one. So what stands side by side is at the
 * same time of day, and what lasts an hour is as high as an hour, on every day.
 *
 * Instants and positions are microseconds, since 1970 UTC and from the ruler's top. */

#define CONVENE_TIME_MOST_DAYS (7)
#define CONVENE_TIME_MOST_STRETCHES (8)
#define CONVENE_TIME_MOST_REPEATS (4)
#define CONVENE_TIME_MOST_HOURS (24 + 4 * CONVENE_TIME_MOST_REPEATS)

/* A part of a day that goes on without a change of the clock. */
typedef struct
{
  gint64 from;
  gint64 to;    /* the first instant after */
  gint64 start; /* position of `from` */
} ConveneTimeStretch;

typedef struct
{
  GDate              date;
  gint64             from;
  gint64             to;
  guint              n_stretches; /* none for a day that a place has left out */
  ConveneTimeStretch stretches[CONVENE_TIME_MOST_STRETCHES];
} ConveneTimeDay;

/* The clock, at a time of day, goes back. */
typedef struct
{
  gint64 at; /* since midnight */
  gint64 length;
} ConveneTimeRepeat;

typedef struct
{
  guint             n_days;
  ConveneTimeDay    days[CONVENE_TIME_MOST_DAYS];
  guint             n_repeats;
  ConveneTimeRepeat repeats[CONVENE_TIME_MOST_REPEATS];
  gint64            length; /* of the ruler */
} ConveneTimeScale;

/* A full hour of the ruler. */
typedef struct
{
  gint64   position;
  int      hour; /* 0 to 23 */
  gboolean again;
} ConveneTimeHour;

/* `n_days` days from `first` on. */
void convene_time_scale_init (ConveneTimeScale *self,
                              const GDate      *first,
                              guint             n_days,
                              GTimeZone        *zone);

/* Of what lies before or after the day: its first and last position. What ends when the clock is put, ends before the gap: `ends`. */
gint64 convene_time_scale_get_position (const ConveneTimeScale *self,
                                        guint                   day,
                                        gint64                  instant,
                                        gboolean                ends);

/* What is in a gap is after it; a position beyond the ruler counts as its end. */
gint64 convene_time_scale_get_instant (const ConveneTimeScale *self,
                                       guint                   day,
                                       gint64                  position);

/* The day that an instant lies in; FALSE where it is none of them. */
gboolean convene_time_scale_find_day (const ConveneTimeScale *self,
                                      gint64                  instant,
                                      guint                  *day);

/* The parts of the ruler that a day does not have, from one to the other: as many as it answers, at most CONVENE_TIME_MOST_STRETCHES + 1. */
guint convene_time_scale_get_gaps (const ConveneTimeScale *self,
                                   guint                   day,
                                   gint64                 *from,
                                   gint64                 *to);

/* Where a time of day, in microseconds since midnight, is on the ruler for the first time; and what it says at a position. */
gint64 convene_time_scale_from_wall (const ConveneTimeScale *self,
                                     gint64                  wall);
gint64 convene_time_scale_to_wall (const ConveneTimeScale *self,
                                   gint64                  position);

/* In their order, at most CONVENE_TIME_MOST_HOURS; the answer is how many. */
guint convene_time_scale_get_hours (const ConveneTimeScale *self,
                                    ConveneTimeHour        *hours);

G_END_DECLS
