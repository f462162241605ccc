/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-time-scale.h"

#include "convene-clock.h"
#include "convene-month.h"

/* No clock changes twice within it. */
#define STEP (15 * CONVENE_MINUTE)

/* A stretch with the time of day that it begins at. */
typedef struct
{
  gint64   from;
  gint64   to;
  gint64   wall;   /* since midnight */
  gboolean second; /* the clock went back to it */
} Pass;

static gint64
get_offset (GTimeZone *zone,
            gint64     instant)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, instant / CONVENE_SECOND)) * CONVENE_SECOND;
}

/* The first instant after `from`, of those to `to`, at which the clock has changed; `to` where it does not. */
static gint64
find_change (GTimeZone *zone,
             gint64     from,
             gint64     to)
{
  gint64 offset = get_offset (zone, from);
  gint64 before = from, after = from;

  while (after < to && get_offset (zone, after) == offset)
    {
      before = after;
      after = MIN (after + STEP, to);
    }
  if (after >= to)
    return to;

  while (after - before > CONVENE_SECOND)
    {
      gint64 middle = before + (after - before) / 2 / CONVENE_SECOND * CONVENE_SECOND;

      if (get_offset (zone, middle) == offset)
        before = middle;
      else
        after = middle;
    }
  return after;
}

/* Without a look at each quarter of an hour where nothing changes. */
static guint
find_passes (const ConveneTimeDay *day,
             GTimeZone            *zone,
             Pass                 *passes)
{
  gint64 midnight = ((gint64) g_date_get_julian (&day->date) - 719163) * CONVENE_DAY; /* as if it were in UTC */
  gint64 from = day->from;
  guint  count = 0;

  while (from < day->to && count < CONVENE_TIME_MOST_REPEATS)
    {
      gint64 offset = get_offset (zone, from);
      gint64 to = get_offset (zone, day->to - CONVENE_SECOND) == offset ? day->to : find_change (zone, from, day->to);
      gint64 wall = from + offset - midnight;

      passes[count] = (Pass){ from, to, wall, count > 0 && wall < passes[count - 1].wall + passes[count - 1].to - passes[count - 1].from };
      count++;
      from = to;
    }

  return count;
}

static int
compare_repeats (gconstpointer a,
                 gconstpointer b)
{
  gint64 first = ((const ConveneTimeRepeat *) a)->at, second = ((const ConveneTimeRepeat *) b)->at;

  return first < second ? -1 : first > second;
}

static void
add_repeat (ConveneTimeScale *self,
            ConveneTimeRepeat repeat)
{
  for (guint i = 0; i < self->n_repeats; i++)
    if (self->repeats[i].at == repeat.at && self->repeats[i].length == repeat.length)
      return;

  if (self->n_repeats == CONVENE_TIME_MOST_REPEATS)
    return;

  self->repeats[self->n_repeats++] = repeat;
  self->length += repeat.length;
  qsort (self->repeats, self->n_repeats, sizeof (ConveneTimeRepeat), compare_repeats);
}

/* How much the ruler has twice before a time of day; `including` what it has twice because the clock goes back then. */
static gint64
get_repeated (const ConveneTimeScale *self,
              gint64                  wall,
              gboolean                including)
{
  gint64 repeated = 0;

  for (guint i = 0; i < self->n_repeats; i++)
    if (self->repeats[i].at < wall || (including && self->repeats[i].at == wall))
      repeated += self->repeats[i].length;

  return repeated;
}

/* The first time of day after `wall`, of those before `end`, at which the ruler says something twice. */
static gint64
find_split (const ConveneTimeScale *self,
            gint64                  wall,
            gint64                  end)
{
  for (guint i = 0; i < self->n_repeats; i++)
    if (self->repeats[i].at > wall && self->repeats[i].at < end)
      return self->repeats[i].at;

  return end;
}

/* Lays a pass along the ruler. */
static void
add_pass (const ConveneTimeScale *self,
          ConveneTimeDay         *day,
          const Pass             *pass,
          gint64                  before) /* where the clock stood, when it went back */
{
  gint64 wall = pass->wall, end = pass->wall + pass->to - pass->from;
  gint64 start = pass->second ? before + get_repeated (self, before, FALSE) : wall + get_repeated (self, wall, TRUE);

  while (wall < end && day->n_stretches < CONVENE_TIME_MOST_STRETCHES)
    {
      gint64 split = find_split (self, wall, end);
      gint64 from = pass->from + wall - pass->wall;

      day->stretches[day->n_stretches++] = (ConveneTimeStretch){ from, from + split - wall, start };
      wall = split;
      start = wall + get_repeated (self, wall, TRUE);
    }
}

void
convene_time_scale_init (ConveneTimeScale *self,
                         const GDate      *first,
                         guint             n_days,
                         GTimeZone        *zone)
{
  Pass  passes[CONVENE_TIME_MOST_DAYS][CONVENE_TIME_MOST_REPEATS];
  guint counts[CONVENE_TIME_MOST_DAYS];
  GDate next = *first;

  g_return_if_fail (n_days > 0 && n_days <= CONVENE_TIME_MOST_DAYS);

  *self = (ConveneTimeScale){ .n_days = n_days, .length = CONVENE_DAY };
  for (guint i = 0; i < n_days; i++)
    {
      ConveneTimeDay *day = &self->days[i];

      day->date = next;
      day->from = convene_month_day_start (&day->date, zone);
      g_date_add_days (&next, 1);
      day->to = convene_month_day_start (&next, zone);
      counts[i] = find_passes (day, zone, passes[i]);
      for (guint j = 1; j < counts[i]; j++)
        {
          gint64 at = passes[i][j - 1].wall + passes[i][j - 1].to - passes[i][j - 1].from;

          if (passes[i][j].second)
            add_repeat (self, (ConveneTimeRepeat){ at, at - passes[i][j].wall });
        }
    }

  for (guint i = 0; i < n_days; i++)
    for (guint j = 0; j < counts[i]; j++)
      add_pass (self, &self->days[i], &passes[i][j], j > 0 ? passes[i][j - 1].wall + passes[i][j - 1].to - passes[i][j - 1].from : 0);
}

static gint64
get_end (const ConveneTimeStretch *stretch)
{
  return stretch->start + stretch->to - stretch->from;
}

gint64
convene_time_scale_get_position (const ConveneTimeScale *self,
                                 guint                   day,
                                 gint64                  instant,
                                 gboolean                ends)
{
  const ConveneTimeDay *in;

  g_return_val_if_fail (day < self->n_days, 0);

  in = &self->days[day];
  if (in->n_stretches == 0 || instant < in->from)
    return in->n_stretches == 0 ? 0 : in->stretches[0].start;

  for (guint i = 0; i < in->n_stretches; i++)
    {
      const ConveneTimeStretch *stretch = &in->stretches[i];

      if (instant < stretch->to || (ends && instant == stretch->to))
        return stretch->start + instant - stretch->from;
    }

  return get_end (&in->stretches[in->n_stretches - 1]);
}

gint64
convene_time_scale_get_instant (const ConveneTimeScale *self,
                                guint                   day,
                                gint64                  position)
{
  const ConveneTimeDay *in;

  g_return_val_if_fail (day < self->n_days, 0);

  in = &self->days[day];
  for (guint i = 0; i < in->n_stretches; i++)
    if (position < get_end (&in->stretches[i]))
      return in->stretches[i].from + MAX (position - in->stretches[i].start, 0);

  return in->to;
}

gboolean
convene_time_scale_find_day (const ConveneTimeScale *self,
                             gint64                  instant,
                             guint                  *day)
{
  for (guint i = 0; i < self->n_days; i++)
    if (instant >= self->days[i].from && instant < self->days[i].to)
      {
        *day = i;
        return TRUE;
      }

  return FALSE;
}

guint
convene_time_scale_get_gaps (const ConveneTimeScale *self,
                             guint                   day,
                             gint64                 *from,
                             gint64                 *to)
{
  const ConveneTimeDay *in;
  gint64                at = 0;
  guint                 count = 0;

  g_return_val_if_fail (day < self->n_days, 0);

  in = &self->days[day];
  for (guint i = 0; i <= in->n_stretches; i++)
    {
      gint64 start = i < in->n_stretches ? in->stretches[i].start : self->length;

      if (start > at)
        {
          from[count] = at;
          to[count++] = start;
        }
      at = i < in->n_stretches ? get_end (&in->stretches[i]) : at;
    }

  return count;
}

static int
compare_hours (gconstpointer a,
               gconstpointer b)
{
  gint64 first = ((const ConveneTimeHour *) a)->position, second = ((const ConveneTimeHour *) b)->position;

  return first < second ? -1 : first > second;
}

guint
convene_time_scale_get_hours (const ConveneTimeScale *self,
                              ConveneTimeHour        *hours)
{
  guint count = 0;

  for (int hour = 0; hour < 24; hour++)
    {
      gint64 wall = hour * CONVENE_HOUR;

      hours[count++] = (ConveneTimeHour){ wall + get_repeated (self, wall, TRUE), hour, FALSE };
      for (guint i = 0; i < self->n_repeats && count < CONVENE_TIME_MOST_HOURS; i++)
        {
          const ConveneTimeRepeat *repeat = &self->repeats[i];

          if (wall >= repeat->at - repeat->length && wall < repeat->at)
            hours[count++] = (ConveneTimeHour){ repeat->at + get_repeated (self, repeat->at, FALSE) + wall - (repeat->at - repeat->length), hour, TRUE };
        }
    }

  qsort (hours, count, sizeof (ConveneTimeHour), compare_hours);
  return count;
}

gint64
convene_time_scale_from_wall (const ConveneTimeScale *self,
                              gint64                  wall)
{
  return wall + get_repeated (self, wall, TRUE);
}

gint64
convene_time_scale_to_wall (const ConveneTimeScale *self,
                            gint64                  position)
{
  ConveneTimeHour hours[CONVENE_TIME_MOST_HOURS];
  guint           count = convene_time_scale_get_hours (self, hours);

  while (count > 1 && hours[count - 1].position > position)
    count--;
  return hours[count - 1].hour * CONVENE_HOUR + position - hours[count - 1].position;
}
