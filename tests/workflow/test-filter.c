/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-clock.h"
#include "convene-filter.h"

typedef struct
{
  const char *string;
  gboolean    taken;
  const char *written; /* of those that are taken */
} StringRow;

static const StringRow string_rows[] = {
  { "", TRUE, "" },
  { "attention=true&platform=zoom&job=R%26D%20%3D%20%C3%96l&period=today", TRUE, "attention=true&platform=zoom&job=R%26D%20%3D%20%C3%96l&period=today" },
  { "platform=pigeon&status=&period=any&attention=maybe", TRUE, "" },
  { "later=more&status=no-show", TRUE, "status=no-show" },
  { "job=a&job=b", TRUE, "job=b" },
  { "job=%00x", FALSE, NULL },
  { "job=%FF", FALSE, NULL },
  { "job=%4", FALSE, NULL },
  { "nonsense", FALSE, NULL },
  { "'; DROP TABLE view; --", FALSE, NULL },
};

static void
test_strings (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (string_rows); i++)
    {
      g_autoptr(ConveneFilter) filter = convene_filter_new ();
      g_autofree char *written = NULL;
      gboolean         taken;

      g_test_message ("%s", string_rows[i].string);
      g_object_set (filter, "host", "kept@example.com", "text", "typed", NULL);
      taken = convene_filter_set_from_string (filter, string_rows[i].string);
      written = convene_filter_to_string (filter);
      g_assert_cmpint (taken, ==, string_rows[i].taken);
      g_assert_cmpstr (written, ==, taken ? string_rows[i].written : "host=kept%40example.com");
      g_assert_cmpstr (convene_filter_get_text (filter), ==, "typed");
    }
}

static void
count_cb (ConveneFilter *filter,
          guint         *count)
{
  (*count)++;
}

static void
test_changed (void)
{
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  guint changes = 0;

  g_signal_connect (filter, "changed", G_CALLBACK (count_cb), &changes);
  convene_filter_set_text (filter, "");
  convene_filter_clear (filter);
  g_object_set (filter, "platform", "pigeon", "period", "any", NULL);
  g_assert_cmpuint (changes, ==, 0);
  g_object_set (filter, "platform", "zoom", NULL);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_true (convene_filter_get_active (filter));
  convene_filter_set_text (filter, "ada");
  g_assert_cmpuint (changes, ==, 2);
  g_assert_true (convene_filter_set_from_string (filter, "status=scheduled&job=Nurse&attention=true"));
  g_assert_cmpuint (changes, ==, 3);
  convene_filter_clear (filter);
  g_assert_cmpuint (changes, ==, 4);
  g_assert_false (convene_filter_get_active (filter));
  g_assert_cmpstr (convene_filter_get_text (filter), ==, "ada");
}

typedef struct
{
  const char *zone;
  const char *now;
  const char *period;
  int         first_weekday;
  const char *from; /* NULL for no bounds */
  const char *to;
} RangeRow;

#define BERLIN "Europe/Berlin"
#define TUESDAY "2026-03-30T23:30:00Z" /* 01:30 there, two days after the clocks went forward */
#define SILVESTER "2026-12-31T22:59:59Z"

static const RangeRow range_rows[] = {
  { BERLIN, TUESDAY, "today", 1, "2026-03-30T22:00:00Z", "2026-03-31T22:00:00Z" },
  { BERLIN, TUESDAY, "tomorrow", 1, "2026-03-31T22:00:00Z", "2026-04-01T22:00:00Z" },
  { BERLIN, TUESDAY, "this-week", 1, "2026-03-29T22:00:00Z", "2026-04-05T22:00:00Z" },
  { BERLIN, TUESDAY, "this-week", 7, "2026-03-28T23:00:00Z", "2026-04-04T22:00:00Z" },
  { BERLIN, TUESDAY, "this-week", 2, "2026-03-30T22:00:00Z", "2026-04-06T22:00:00Z" },
  { BERLIN, TUESDAY, "this-week", 6, "2026-03-27T23:00:00Z", "2026-04-03T22:00:00Z" },
  { BERLIN, TUESDAY, "next-week", 1, "2026-04-05T22:00:00Z", "2026-04-12T22:00:00Z" },
  { BERLIN, TUESDAY, "this-month", 1, "2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z" },
  { BERLIN, TUESDAY, "upcoming", 1, NULL, NULL },
  { BERLIN, TUESDAY, "past", 1, NULL, NULL },
  { BERLIN, TUESDAY, NULL, 1, NULL, NULL },
  { BERLIN, SILVESTER, "today", 1, "2026-12-30T23:00:00Z", "2026-12-31T23:00:00Z" },
  { BERLIN, SILVESTER, "tomorrow", 1, "2026-12-31T23:00:00Z", "2027-01-01T23:00:00Z" },
  { BERLIN, SILVESTER, "this-week", 1, "2026-12-27T23:00:00Z", "2027-01-03T23:00:00Z" },
  { BERLIN, SILVESTER, "next-week", 7, "2027-01-02T23:00:00Z", "2027-01-09T23:00:00Z" },
  { BERLIN, SILVESTER, "this-month", 1, "2026-11-30T23:00:00Z", "2026-12-31T23:00:00Z" },
  /* There the clocks go forward at midnight, and back to it. */
  { "America/Havana", "2024-03-10T12:00:00Z", "today", 7, "2024-03-10T05:00:00Z", "2024-03-11T04:00:00Z" },
  { "America/Havana", "2024-11-03T12:00:00Z", "today", 7, "2024-11-03T04:00:00Z", "2024-11-04T05:00:00Z" },
  { "America/Havana", "2024-11-02T12:00:00Z", "this-week", 7, "2024-10-27T04:00:00Z", "2024-11-03T04:00:00Z" },
};

static gint64
parse (const char *text)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static void
test_ranges (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (range_rows); i++)
    {
      const RangeRow *row = &range_rows[i];
      g_autoptr(ConveneFilter) filter = convene_filter_new ();
      gint64 from = 1, to = 2;

      g_test_message ("%s %s %s %d", row->zone, row->now, row->period, row->first_weekday);
      g_setenv ("TZ", row->zone, TRUE);
      g_object_set (filter, "period", row->period, NULL);
      g_assert_cmpint (convene_filter_get_range (filter, parse (row->now), row->first_weekday, &from, &to), ==, row->from != NULL);
      g_assert_cmpint (from, ==, row->from != NULL ? parse (row->from) : 1);
      g_assert_cmpint (to, ==, row->to != NULL ? parse (row->to) : 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filter/strings", test_strings);
  g_test_add_func ("/filter/changed", test_changed);
  g_test_add_func ("/filter/ranges", test_ranges);

  return g_test_run ();
}
