/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "clock-changes.h"
#include "convene-clock-change.h"
#include "convene-clock.h"
#include "convene-letter-date.h"
#include "convene-letter-when.h"
#include "convene-zone.h"
#include "letter-reading.h"

typedef void (*CheckZone) (const char *name, GArray *changes);

/* O-6: all zones of tzdata × what changes from 2024 to 2030. */
static void
for_all (CheckZone check,
         gboolean  with_links)
{
  g_autoptr(GPtrArray) zones = clock_changes_list_zones (with_links);
  guint n_changes = 0;

  for (guint i = 0; i < zones->len; i += FIXTURE_SHARE)
    {
      g_autoptr(GArray) changes = clock_changes_find (zones->pdata[i]);

      check (zones->pdata[i], changes);
      n_changes += changes->len;
    }

  g_test_message ("%u zones, %u changes", zones->len, n_changes);
  g_assert_cmpuint (zones->len, >, 300);
  g_assert_cmpuint (n_changes, >, 500 / FIXTURE_SHARE);
}

/* The last of the C library's changes after `from` and not after `to`. */
static gint64
expect (GArray *changes,
        gint64  from,
        gint64  to)
{
  gint64 last = 0;

  for (guint i = 0; i < changes->len; i++)
    if (g_array_index (changes, gint64, i) > from && g_array_index (changes, gint64, i) <= to)
      last = g_array_index (changes, gint64, i);

  return last;
}

/* Windows around a change: none is missed, none is told of that does not lie within, and it is the right one to the second. */
static void
check_found (const char *name,
             GArray     *changes)
{
  static const struct
  {
    gint64 from, to;
  } windows[] = {
    { -20 * CONVENE_DAY, 5 * CONVENE_DAY },
    { -CONVENE_SECOND, 0 },
    { -10 * CONVENE_DAY, -CONVENE_SECOND },
    { 0, 10 * CONVENE_DAY },
    { -3 * CONVENE_HOUR, 7 * CONVENE_HOUR },
  };
  g_autoptr(GTimeZone) zone = convene_zone_new (name, NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (windows); k++)
      {
        gint64 at = g_array_index (changes, gint64, i);
        gint64 from = at + windows[k].from, to = at + windows[k].to;
        gint64 found = convene_clock_change_find (zone, from, to);

        if (found != expect (changes, from, to))
          g_error ("%s, change %u, window %u: %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, name, i, k, found, expect (changes, from, to));
      }
}

static void
test_found (void)
{
  for_all (check_found, TRUE);
}

/* What a letter writes a minute before and a minute after each change is the wall clock of tzdata. */
static void
check_rendered (const char *name,
                GArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    for (int side = -1; side <= 1; side += 2)
      {
        gint64           at = g_array_index (changes, gint64, i) + side * CONVENE_MINUTE;
        g_autofree char *day = convene_letter_date_day ("en_150", name, at, NULL);
        g_autofree char *time = convene_letter_date_short ("en_150", name, at, NULL);
        g_autofree char *expected = clock_changes_format (at);
        g_autofree char *rendered = g_strconcat (strchr (day, ',') + 2, strrchr (time, ','), NULL);

        if (!g_str_equal (rendered, expected))
          g_error ("%s, change %u: “%s”, not “%s”", name, i, rendered, expected);
      }
}

static void
test_rendered (void)
{
  for_all (check_rendered, FALSE);
}

/* Somebody reads a letter in this zone about an interview elsewhere. */
static char *
say (const char *zone,
     const char *other,
     gint64      made_at,
     gint64      start)
{
  g_autoptr(ConveneLetterWords) words = convene_letter_words_new ("en");
  g_autoptr(GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  const ConveneLetterStretch stretch = { start, start + CONVENE_HOUR, other };
  g_autoptr(GError) error = NULL;

  convene_letter_when_put_clock (values, &stretch, zone, made_at, words, &error);
  g_assert_no_error (error);
  return g_strdup (g_hash_table_lookup (values, "clock_change"));
}

/* Whoever has this zone, the reader or the interview: it is said where a change lies between, and only there. */
static void
check_said (const char *name,
            GArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    for (guint late = 0; late < 2; late++)
      {
        gboolean         swapped = i % 2 == 0;
        gint64           at = g_array_index (changes, gint64, i);
        gint64           made_at = at + (late ? 0 : -5 * CONVENE_DAY), start = at + 2 * CONVENE_DAY;
        g_autofree char *said = say (swapped ? "UTC" : name, swapped ? name : "UTC", made_at, start);

        if ((*said != '\0') != (expect (changes, made_at, start) != 0))
          g_error ("%s, change %u: “%s”", name, i, said);
      }
}

static void
test_said (void)
{
  for_all (check_said, FALSE);
}

#define LONDON "Please note: the clocks in London change on Sunday, 25 October 2026. The time above is the one after that."
#define MADRID "Please note: the clocks in Madrid change on Sunday, 25 October 2026. The time above is the one after that."
#define NEW_YORK "Please note: the clocks in New York change on Sunday, 1 November 2026. The time above is the one after that."

static gint64
instant (const char *text)
{
  g_autoptr(ConveneMoment) moment = convene_moment_parse (text, "UTC", NULL);

  g_assert_nonnull (moment);
  return convene_moment_get_instant (moment);
}

static void
test_words (void)
{
  static const struct
  {
    const char *zone, *other;
    const char *made_at, *start;
    const char *said;
  } rows[] = {
    { "Europe/Madrid", "America/Mexico_City", "2026-10-20 12:00", "2026-10-27 12:00", MADRID },
    { "America/Mexico_City", "Europe/Madrid", "2026-10-20 12:00", "2026-10-27 12:00", MADRID },
    /* The weeks between Europe's change and America's. */
    { "Europe/Madrid", "America/New_York", "2026-10-20 12:00", "2026-10-27 12:00", MADRID },
    { "Europe/Madrid", "America/New_York", "2026-10-26 12:00", "2026-11-03 12:00", NEW_YORK },
    { "Europe/Madrid", "America/New_York", "2026-10-20 12:00", "2026-11-03 12:00", MADRID " " NEW_YORK },
    { "Europe/Madrid", "America/New_York", "2026-11-02 12:00", "2026-11-20 12:00", "" },
    { "Europe/Madrid", "Europe/Madrid", "2026-10-20 12:00", "2026-10-27 12:00", MADRID },
    { "Europe/London", "Europe/Belfast", "2026-10-20 12:00", "2026-11-03 12:00", LONDON },
    /* To the second: 01:00 UTC is when it happens. */
    { "Europe/Madrid", "UTC", "2026-10-25 00:59", "2026-10-25 01:00", MADRID },
    { "Europe/Madrid", "UTC", "2026-10-25 01:00", "2026-10-25 02:00", "" },
    { "Europe/Madrid", "UTC", "2026-10-20 00:00", "2026-10-25 00:59", "" },
    { "Asia/Kolkata", "America/Bogota", "2026-01-01 12:00", "2026-12-31 12:00", "" },
    /* An interview that is over. */
    { "Europe/Madrid", "UTC", "2026-10-27 12:00", "2026-10-20 12:00", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *said = say (rows[i].zone, rows[i].other, instant (rows[i].made_at), instant (rows[i].start));

      g_assert_cmpstr (said, ==, rows[i].said);
    }
}

/* In the letters that say how things stand; not in one that calls off, and not where nobody knows when it was made. */
static void
test_letters (void)
{
  static const struct
  {
    ConveneOperationKind kind;
    const char          *made_at;
    gboolean             said;
  } rows[] = {
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, "2026-10-20 12:00", TRUE },
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, "2026-10-26 12:00", FALSE },
    { CONVENE_OPERATION_KIND_MAIL_INVITATION, NULL, FALSE },
    { CONVENE_OPERATION_KIND_MAIL_UPDATE, "2026-10-20 12:00", TRUE },
    { CONVENE_OPERATION_KIND_MAIL_LINK_READY, "2026-10-20 12:00", TRUE },
    { CONVENE_OPERATION_KIND_MAIL_REMINDER, "2026-10-20 12:00", TRUE },
    { CONVENE_OPERATION_KIND_MAIL_REMINDER, "2026-11-30 12:00", FALSE },
    { CONVENE_OPERATION_KIND_MAIL_CANCELLATION, "2026-10-20 12:00", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Reading) reading = { 0 };

      reading_begin (&reading, rows[i].kind, TRUE);
      convene_participant_set_timezone (convene_interview_get_candidate (reading.interview), "Europe/Madrid");
      reading.draft.made_at = rows[i].made_at != NULL ? instant (rows[i].made_at) : 0;
      reading_write (&reading);
      if (rows[i].said)
        reading_assert_both (&reading, "\n\n" MADRID "\n\n", MADRID);
      else
        reading_assert_none (&reading, "clocks");
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_mime_init ();

  g_test_add_func ("/mail/O-6/words", test_words);
  g_test_add_func ("/mail/O-6/letters", test_letters);
  g_test_add_func ("/mail/O-6/found", test_found);
  g_test_add_func ("/mail/O-6/rendered", test_rendered);
  g_test_add_func ("/mail/O-6/said", test_said);

  return g_test_run ();
}
