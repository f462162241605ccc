/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-clock.h"
#include "convene-entry-move.h"
#include "convene-month.h"
#include "convene-time-layout.h"

static void
make_scale (ConveneTimeScale *scale,
            const char       *date,
            guint             days,
            const char       *zone_name)
{
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  GDate first;

  g_assert_nonnull (zone);
  g_assert_true (convene_month_parse_day (date, &first));
  convene_time_scale_init (scale, &first, days, zone);
}

/* "2026-12-01T10:00:00Z" */
static gint64
at (const char *text)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * CONVENE_SECOND;
}

/* Days of 23, 24 and 25 hours, and what is odder. */
static void
test_days (void)
{
  static const struct
  {
    const char *zone;
    const char *date;
    int         minutes; /* that the day has */
    int         ruler;   /* minutes */
    guint       gaps;    /* in that day */
    int         gap_from;
    int         gap_to;
  } rows[] = {
    { "UTC", "2026-12-01", 1440, 1440, 0, 0, 0 },
    { "Europe/Berlin", "2026-03-28", 1440, 1440, 0, 0, 0 },
    { "Europe/Berlin", "2026-03-29", 1380, 1440, 1, 120, 180 },
    { "Europe/Berlin", "2026-10-25", 1500, 1500, 0, 0, 0 },
    { "America/New_York", "2026-03-08", 1380, 1440, 1, 120, 180 },
    { "America/New_York", "2026-11-01", 1500, 1500, 0, 0, 0 },
    { "Australia/Lord_Howe", "2026-04-05", 1470, 1470, 0, 0, 0 },
    { "Australia/Lord_Howe", "2026-10-04", 1410, 1440, 1, 120, 150 },
    { "America/Sao_Paulo", "2018-11-04", 1380, 1440, 1, 0, 60 }, /* midnight does not exist */
    { "America/Sao_Paulo", "2018-02-17", 1500, 1500, 0, 0, 0 },  /* and here the hour before it comes again */
    { "America/Havana", "2020-11-01", 1500, 1500, 0, 0, 0 },     /* two midnights */
    { "Pacific/Apia", "2011-12-30", 0, 1440, 1, 0, 1440 },       /* left out */
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64           from[CONVENE_TIME_MOST_STRETCHES + 1], to[CONVENE_TIME_MOST_STRETCHES + 1];
      ConveneTimeScale scale;
      guint            gaps;

      make_scale (&scale, rows[i].date, 1, rows[i].zone);
      gaps = convene_time_scale_get_gaps (&scale, 0, from, to);
      g_test_message ("%s %s: %" G_GINT64_FORMAT " minutes, ruler %" G_GINT64_FORMAT ", %u gaps", rows[i].zone, rows[i].date,
                      (scale.days[0].to - scale.days[0].from) / CONVENE_MINUTE, scale.length / CONVENE_MINUTE, gaps);
      g_assert_cmpint ((scale.days[0].to - scale.days[0].from) / CONVENE_MINUTE, ==, rows[i].minutes);
      g_assert_cmpint (scale.length / CONVENE_MINUTE, ==, rows[i].ruler);
      g_assert_cmpuint (gaps, ==, rows[i].gaps);
      if (gaps > 0)
        {
          g_assert_cmpint (from[0] / CONVENE_MINUTE, ==, rows[i].gap_from);
          g_assert_cmpint (to[0] / CONVENE_MINUTE, ==, rows[i].gap_to);
        }
    }
}

/* Each instant of a day has a position of its own, and the way back leads to it. */
static void
test_there_and_back (void)
{
  static const struct
  {
    const char *zone;
    const char *first;
  } rows[] = {
    { "UTC", "2026-11-30" },
    { "Europe/Berlin", "2026-03-23" },
    { "Europe/Berlin", "2026-10-19" },
    { "Australia/Lord_Howe", "2026-03-30" },
    { "America/Havana", "2020-10-26" },
    { "America/Sao_Paulo", "2018-10-29" },
    { "Pacific/Apia", "2011-12-26" },
    { "Africa/Monrovia", "1972-01-03" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ConveneTimeScale scale;

      make_scale (&scale, rows[i].first, 7, rows[i].zone);
      for (guint day = 0; day < 7; day++)
        {
          gint64 before = -1;

          for (gint64 instant = scale.days[day].from; instant < scale.days[day].to; instant += 15 * CONVENE_MINUTE)
            {
              gint64 position = convene_time_scale_get_position (&scale, day, instant, FALSE);
              guint  found;

              g_assert_cmpint (position, >, before);
              g_assert_cmpint (position, <, scale.length);
              g_assert_cmpint (convene_time_scale_get_instant (&scale, day, position), ==, instant);
              g_assert_true (convene_time_scale_find_day (&scale, instant, &found));
              g_assert_cmpuint (found, ==, day);
              before = position;
            }
        }
    }
}

/* A week in which the clock goes back has an hour more for all days, and only its day fills it. */
static void
test_week_of_change (void)
{
  ConveneTimeScale scale;
  ConveneTimeHour  hours[CONVENE_TIME_MOST_HOURS];
  gint64           from[CONVENE_TIME_MOST_STRETCHES + 1], to[CONVENE_TIME_MOST_STRETCHES + 1];
  guint            count;

  make_scale (&scale, "2026-10-19", 7, "Europe/Berlin");
  g_assert_cmpint (scale.length, ==, 25 * CONVENE_HOUR);
  for (guint day = 0; day < 7; day++)
    g_assert_cmpuint (convene_time_scale_get_gaps (&scale, day, from, to), ==, day == 6 ? 0 : 1);

  count = convene_time_scale_get_hours (&scale, hours);
  g_assert_cmpuint (count, ==, 25);
  for (guint i = 0; i < count; i++)
    {
      g_assert_cmpint (hours[i].position, ==, i * CONVENE_HOUR);
      g_assert_cmpint (hours[i].hour, ==, i < 3 ? i : i - 1);
      g_assert_cmpint (hours[i].again, ==, i == 3);
    }

  /* Ten o'clock is at the same height on all days. */
  g_assert_cmpint (convene_time_scale_get_position (&scale, 0, at ("2026-10-19T08:00:00Z"), FALSE), ==, 11 * CONVENE_HOUR);
  g_assert_cmpint (convene_time_scale_get_position (&scale, 6, at ("2026-10-25T09:00:00Z"), FALSE), ==, 11 * CONVENE_HOUR);
  /* Both half past two of the night. */
  g_assert_cmpint (convene_time_scale_get_position (&scale, 6, at ("2026-10-25T00:30:00Z"), FALSE), ==, 5 * CONVENE_HOUR / 2);
  g_assert_cmpint (convene_time_scale_get_position (&scale, 6, at ("2026-10-25T01:30:00Z"), FALSE), ==, 7 * CONVENE_HOUR / 2);
  /* What the ruler says, and where. */
  g_assert_cmpint (convene_time_scale_from_wall (&scale, 2 * CONVENE_HOUR), ==, 2 * CONVENE_HOUR);
  g_assert_cmpint (convene_time_scale_from_wall (&scale, 17 * CONVENE_HOUR / 2), ==, 19 * CONVENE_HOUR / 2);
  g_assert_cmpint (convene_time_scale_to_wall (&scale, 7 * CONVENE_HOUR / 2), ==, 5 * CONVENE_HOUR / 2);
  g_assert_cmpint (convene_time_scale_to_wall (&scale, 19 * CONVENE_HOUR / 2), ==, 17 * CONVENE_HOUR / 2);
  /* Where a day has no such hour, the next that it has. */
  g_assert_cmpint (convene_time_scale_get_instant (&scale, 0, 7 * CONVENE_HOUR / 2), ==, at ("2026-10-19T01:00:00Z"));
}

/* What begins or ends when the clock is put forward. */
static void
test_at_change (void)
{
  ConveneTimeScale scale;
  gint64           change = at ("2026-03-29T01:00:00Z");

  make_scale (&scale, "2026-03-29", 1, "Europe/Berlin");
  g_assert_cmpint (convene_time_scale_get_position (&scale, 0, change, TRUE), ==, 2 * CONVENE_HOUR);
  g_assert_cmpint (convene_time_scale_get_position (&scale, 0, change, FALSE), ==, 3 * CONVENE_HOUR);
  g_assert_cmpint (convene_time_scale_get_position (&scale, 0, G_MININT64, FALSE), ==, 0);
  g_assert_cmpint (convene_time_scale_get_position (&scale, 0, G_MAXINT64, FALSE), ==, CONVENE_DAY);
  g_assert_cmpint (convene_time_scale_get_instant (&scale, 0, -1), ==, scale.days[0].from);
  g_assert_cmpint (convene_time_scale_get_instant (&scale, 0, G_MAXINT64), ==, scale.days[0].to);
  g_assert_cmpint (convene_time_scale_get_instant (&scale, 0, 5 * CONVENE_HOUR / 2), ==, change);
}

#define MOST (6)

/* Minutes of the first of two days in UTC; -1 ends the table. `columns` of each: "column/width/columns". */
static const struct
{
  const char *name;
  int         spans[MOST][2];
  const char *first_day;
  const char *second_day;
} overlaps[] = {
  { "none", { { -1, 0 } }, "", "" },
  { "one", { { 600, 645 }, { -1, 0 } }, "0@600-645 0/1/1", "" },
  { "one after the other", { { 600, 645 }, { 645, 700 }, { -1, 0 } }, "0@600-645 0/1/1, 1@645-700 0/1/1", "" },
  { "two", { { 600, 660 }, { 630, 690 }, { -1, 0 } }, "0@600-660 0/1/2, 1@630-690 1/1/2", "" },
  { "the longer first", { { 600, 630 }, { 600, 690 }, { -1, 0 } }, "1@600-690 0/1/2, 0@600-630 1/1/2", "" },
  { "equal", { { 600, 660 }, { 600, 660 }, { 600, 660 }, { -1, 0 } }, "0@600-660 0/1/3, 1@600-660 1/1/3, 2@600-660 2/1/3", "" },
  { "through another", { { 600, 660 }, { 630, 720 }, { 700, 760 }, { -1, 0 } }, "0@600-660 0/1/2, 1@630-720 1/1/2, 2@700-760 0/1/2", "" },
  { "room taken", { { 600, 720 }, { 600, 660 }, { 600, 660 }, { 660, 720 }, { -1, 0 } }, "0@600-720 0/1/3, 1@600-660 1/1/3, 2@600-660 2/1/3, 3@660-720 1/2/3", "" },
  { "over midnight", { { 1410, 1470 }, { -1, 0 } }, "0@1410-1440> 0/1/1", "<0@0-30 0/1/1" },
  { "to midnight", { { 1380, 1440 }, { -1, 0 } }, "0@1380-1440 0/1/1", "" },
  { "both days, and more", { { -600, 5000 }, { 60, 120 }, { -1, 0 } }, "<0@0-1440> 0/1/2, 1@60-120 1/1/2", "<0@0-1440> 0/1/1" },
  { "no length", { { 600, 600 }, { 610, 610 }, { -1, 0 } }, "0@600-620 0/1/2, 1@610-630 1/1/2", "" },
  { "ends before it begins", { { 600, 500 }, { -1, 0 } }, "0@600-620 0/1/1", "" },
  { "no length at midnight", { { 1440, 1440 }, { -1, 0 } }, "", "0@0-20 0/1/1" },
  { "a minute before midnight", { { 1439, 1440 }, { -1, 0 } }, "0@1420-1440 0/1/1", "" },
  { "long ago", { { -3000, -2000 }, { 9000, 9100 }, { -1, 0 } }, "", "" },
};

static char *
describe (GArray *places,
          guint   day)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      const ConveneTimePlace *place = &g_array_index (places, ConveneTimePlace, i);

      if (place->day == day)
        g_string_append_printf (text, "%s%s%u@%d-%d%s %u/%u/%u", text->len > 0 ? ", " : "", place->from_before ? "<" : "", place->span, (int) (place->top / CONVENE_MINUTE),
                                (int) (place->bottom / CONVENE_MINUTE), place->to_after ? ">" : "", place->column, place->width, place->columns);
    }

  return g_string_free (text, FALSE);
}

static void
test_overlaps (void)
{
  ConveneTimeScale scale;

  make_scale (&scale, "2026-12-01", 2, "UTC");
  for (guint i = 0; i < G_N_ELEMENTS (overlaps); i++)
    {
      g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ConveneTimePlace));
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      ConveneTimeSpan  spans[MOST];
      guint            count = 0;

      for (; overlaps[i].spans[count][0] != -1; count++)
        spans[count] = (ConveneTimeSpan){ scale.days[0].from + overlaps[i].spans[count][0] * CONVENE_MINUTE, scale.days[0].from + overlaps[i].spans[count][1] * CONVENE_MINUTE };
      convene_time_layout (&scale, spans, count, 20 * CONVENE_MINUTE, places);
      first = describe (places, 0);
      second = describe (places, 1);
      g_test_message ("%s: %s | %s", overlaps[i].name, first, second);
      g_assert_cmpstr (first, ==, overlaps[i].first_day);
      g_assert_cmpstr (second, ==, overlaps[i].second_day);
    }
}

/* Whatever is stored, none lies over another. */
static void
assert_apart (GArray *places)
{
  for (guint i = 0; i < places->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const ConveneTimePlace *a = &g_array_index (places, ConveneTimePlace, i), *b = &g_array_index (places, ConveneTimePlace, j);

        if (a->day == b->day && a->top < b->bottom && b->top < a->bottom)
          {
            g_assert_cmpuint (a->columns, ==, b->columns);
            g_assert_true (a->column + a->width <= b->column || b->column + b->width <= a->column);
          }
        g_assert_cmpuint (a->column + a->width, <=, a->columns);
      }
}

static void
test_many (void)
{
  static const guint counts[] = { 1, 2, 3, 5, 8, 13, 40, 100, 300 };
  ConveneTimeScale   scale;

  make_scale (&scale, "2026-10-19", 7, "Europe/Berlin");
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ConveneTimePlace));
      g_autofree ConveneTimeSpan *same = g_new (ConveneTimeSpan, counts[i]);

      /* All at once, and then one each seven minutes. */
      for (guint j = 0; j < counts[i]; j++)
        same[j] = (ConveneTimeSpan){ scale.days[2].from + 10 * CONVENE_HOUR, scale.days[2].from + 11 * CONVENE_HOUR };
      convene_time_layout (&scale, same, counts[i], 0, places);
      g_assert_cmpuint (places->len, ==, counts[i]);
      g_assert_cmpuint (g_array_index (places, ConveneTimePlace, counts[i] - 1).columns, ==, counts[i]);
      assert_apart (places);

      g_array_set_size (places, 0);
      for (guint j = 0; j < counts[i]; j++)
        same[j] = (ConveneTimeSpan){ scale.days[0].from + j * 37 * CONVENE_MINUTE, scale.days[0].from + (j * 37 + j % 5 * 30) * CONVENE_MINUTE };
      convene_time_layout (&scale, same, counts[i], 20 * CONVENE_MINUTE, places);
      assert_apart (places);
    }
}

/* What a store may hold for whatever reason. */
static void
test_hostile (void)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (ConveneTimePlace));
  ConveneTimeScale scale;
  ConveneTimeSpan  spans[] = {
     { G_MININT64, G_MAXINT64 },
     { G_MAXINT64, G_MININT64 },
     { G_MININT64, G_MININT64 },
     { G_MAXINT64, G_MAXINT64 },
     { 0, G_MAXINT64 },
     { 0, 0 },
  };

  make_scale (&scale, "2026-03-23", 7, "Europe/Berlin");
  convene_time_layout (&scale, spans, G_N_ELEMENTS (spans), 20 * CONVENE_MINUTE, places);
  g_assert_cmpuint (places->len, ==, 14);
  assert_apart (places);

  g_array_set_size (places, 0);
  make_scale (&scale, "2011-12-26", 7, "Pacific/Apia");
  convene_time_layout (&scale, spans, 1, 20 * CONVENE_MINUTE, places);
  g_assert_cmpuint (places->len, ==, 6);
}

/* New times of what is dragged: the nearest quarter of the clock's hour, and the same time of another day. */
static void
test_moves (void)
{
  static const struct
  {
    const char *zone;
    const char *at;
    const char *snapped;
    const char *day;
    const char *moved;
  } rows[] = {
    { "UTC", "2026-12-01T10:00:00Z", "2026-12-01T10:00:00Z", "2026-12-09", "2026-12-09T10:00:00Z" },
    { "UTC", "2026-12-01T10:07:00Z", "2026-12-01T10:00:00Z", "2026-11-30", "2026-11-30T10:07:00Z" },
    { "UTC", "2026-12-01T10:08:00Z", "2026-12-01T10:15:00Z", "2026-12-01", "2026-12-01T10:08:00Z" },
    { "UTC", "1969-12-31T23:53:00Z", "1970-01-01T00:00:00Z", "1970-01-01", "1970-01-01T23:53:00Z" },
    { "Asia/Kathmandu", "2026-12-01T10:07:00Z", "2026-12-01T10:00:00Z", "2026-12-02", "2026-12-02T10:07:00Z" },
    /* Over a change of the clock the time of day stays. */
    { "Europe/Berlin", "2026-10-23T08:00:00Z", "2026-10-23T08:00:00Z", "2026-10-26", "2026-10-26T09:00:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
      GDate day;

      g_test_message ("%s %s", rows[i].zone, rows[i].at);
      g_assert_true (convene_month_parse_day (rows[i].day, &day));
      g_assert_cmpint (convene_move_snap (at (rows[i].at), zone), ==, at (rows[i].snapped));
      g_assert_cmpint (convene_move_to_day (at (rows[i].at), &day, zone), ==, at (rows[i].moved));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/calendar/time-layout/days", test_days);
  g_test_add_func ("/ui/calendar/time-layout/there-and-back", test_there_and_back);
  g_test_add_func ("/ui/calendar/time-layout/week-of-change", test_week_of_change);
  g_test_add_func ("/ui/calendar/time-layout/at-change", test_at_change);
  g_test_add_func ("/ui/calendar/time-layout/overlaps", test_overlaps);
  g_test_add_func ("/ui/calendar/time-layout/many", test_many);
  g_test_add_func ("/ui/calendar/time-layout/hostile", test_hostile);
  g_test_add_func ("/ui/calendar/time-layout/moves", test_moves);

  return g_test_run ();
}
