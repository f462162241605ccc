/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <string.h>

#include "convene-next-words.h"

#define NOW (G_GINT64_CONSTANT (1796116800000000)) /* 2026-12-01T09:20:00Z */
#define MINUTES(n) (NOW + (n) *CONVENE_MINUTE)
#define NOBODY -1

/* When the others start and end in minutes from now, and which of them is told of. */
typedef struct
{
  const char *name;
  struct
  {
    int           start;
    int           end;
    ConveneStatus status;
  } entries[4];
  int      chosen;
  gboolean open;
} Choice;

#define SCHEDULED CONVENE_STATUS_SCHEDULED

static const Choice choices[] = {
  { "nothing", { { 0 } }, NOBODY, FALSE },
  { "too-early", { { 61, 100, SCHEDULED } }, NOBODY, FALSE },
  { "an-hour-before", { { 60, 100, SCHEDULED } }, 0, FALSE },
  { "eleven-minutes-before", { { 11, 56, SCHEDULED } }, 0, FALSE },
  { "ten-minutes-before", { { 10, 55, SCHEDULED } }, 0, TRUE },
  { "it-goes-on", { { -30, 15, SCHEDULED } }, 0, TRUE },
  { "just-ended", { { -45, 0, SCHEDULED } }, NOBODY, FALSE },
  { "cancelled", { { 5, 50, CONVENE_STATUS_CANCELLED } }, NOBODY, FALSE },
  { "after-a-cancelled-one", { { 5, 50, CONVENE_STATUS_CANCELLED }, { 40, 80, SCHEDULED } }, 1, FALSE },
  { "held-already", { { -5, 40, CONVENE_STATUS_COMPLETED } }, NOBODY, FALSE },
  { "proposed", { { 30, 60, CONVENE_STATUS_PROPOSED } }, 0, FALSE },
  { "the-first-of-two", { { 20, 50, SCHEDULED }, { 40, 80, SCHEDULED } }, 0, FALSE },
  { "one-goes-on-and-one-comes", { { -30, 15, SCHEDULED }, { 20, 60, SCHEDULED } }, 0, TRUE },
  { "one-goes-on-and-one-can-be-joined", { { -30, 15, SCHEDULED }, { 10, 60, SCHEDULED } }, 1, TRUE },
};

static ConveneCalendarEntry *
entry_new (int           start,
           int           end,
           const char   *zone,
           ConveneStatus status)
{
  return convene_calendar_entry_new ("uid", MINUTES (start), MINUTES (end), "Ada Example", zone, "Staff Engineer", CONVENE_PLATFORM_ZOOM,
                                     status, CONVENE_RESPONSE_ACCEPTED, TRUE, NULL, NULL, FALSE);
}

static void
test_choice (gconstpointer data)
{
  const Choice *c = data;
  g_autoptr(GListStore) entries = g_list_store_new (CONVENE_TYPE_CALENDAR_ENTRY);
  g_autoptr(ConveneCalendarEntry) expected = NULL;
  g_autoptr(ConveneCalendarEntry) chosen = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (c->entries) && c->entries[i].end != 0 + c->entries[i].start; i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = entry_new (c->entries[i].start, c->entries[i].end, NULL, c->entries[i].status);

      g_list_store_append (entries, entry);
    }

  chosen = convene_next_choose (G_LIST_MODEL (entries), NOW);
  expected = c->chosen != NOBODY ? g_list_model_get_item (G_LIST_MODEL (entries), (guint) c->chosen) : NULL;
  g_assert_true (chosen == expected);
  if (chosen != NULL)
    g_assert_cmpint (convene_next_is_open (chosen, NOW), ==, c->open);
}

/* The machine of these tests is in UTC. */
static const struct
{
  int         start;
  int         end;
  const char *zone;
  const char *words;
} words[] = {
  { 8, 53, "America/Mexico_City", "Next: Ada Example, Staff Engineer, in 8 minutes (their 03:28 in Mexico City)" },
  { 8, 53, "Europe/London", "Next: Ada Example, Staff Engineer, in 8 minutes" },
  { 8, 53, NULL, "Next: Ada Example, Staff Engineer, in 8 minutes" },
  { 60, 90, "Asia/Kathmandu", "Next: Ada Example, Staff Engineer, in 1 hour (their 16:05 in Kathmandu)" },
  { 0, 40, "America/Mexico_City", "Now: Ada Example, Staff Engineer, until 10:00" },
  { -20, 25, NULL, "Now: Ada Example, Staff Engineer, until 09:45" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = entry_new (words[i].start, words[i].end, words[i].zone, SCHEDULED);
      g_autofree char *said = convene_next_words (entry, NOW);

      g_assert_cmpstr (said, ==, words[i].words);
    }
}

/* Seconds to go → what is said, and after how many it is said otherwise. */
static void
test_countdown (void)
{
  static const struct
  {
    int         left;
    const char *when;
    int         turn;
  } cases[] = {
    { 600, "in 10 minutes", 60 },
    { 120, "in 2 minutes", 60 },
    { 60, "in 1 minute", 10 },
    { 51, "in 1 minute", 1 },
    { 50, "in 50 seconds", 10 },
    { 41, "in 50 seconds", 1 },
    { 20, "in 20 seconds", 10 },
    { 1, "in 10 seconds", 1 },
    { 0, "until", 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneCalendarEntry) entry = entry_new (0, 30, NULL, SCHEDULED);
      gint64           now = NOW - cases[i].left * CONVENE_SECOND;
      g_autofree char *said = convene_next_words (entry, now);

      g_test_message ("%s", said);
      g_assert_nonnull (strstr (said, cases[i].when));
      g_assert_cmpint (convene_next_find_turn (NOW, now) - now, ==, cases[i].turn * CONVENE_SECOND);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/window/next/", choices[i].name, NULL);

      g_test_add_data_func (path, &choices[i], test_choice);
    }
  g_test_add_func ("/ui/window/next/words", test_words);
  g_test_add_func ("/ui/window/next/SH-5/countdown", test_countdown);

  return g_test_run ();
}
