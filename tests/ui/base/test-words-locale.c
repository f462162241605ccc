/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>
#include <locale.h>

#include "convene-clock.h"
#include "convene-words.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* What a locale writes of 2026-12-01T16:05:00Z. Names of days and months are the C library's; the order is the translation's, English here. */
static const struct
{
  const char *locale;
  gboolean    twelve_hours;
  int         first_weekday;
  const char *time;
  const char *day;
  const char *short_words;
  const char *month;
} cases[] = {
  { "C", FALSE, 0, "16:05", "Tuesday 1 December", "Tue 1 Dec, 16:05", "December 2026" },
  { "en_GB", FALSE, 1, "16:05", "Tuesday 1 December", "Tue 1 Dec, 16:05", "December 2026" },
  { "en_US", TRUE, 7, "4:05 PM", "Tuesday, December 1", "Tue, Dec 1, 4:05 PM", "December 2026" },
  { "de_DE", FALSE, 1, "16:05", "Dienstag 1 Dezember", "Di 1 Dez, 16:05", "Dezember 2026" },
  { "fr_FR", FALSE, 1, "16:05", "mardi 1 décembre", "mar. 1 déc., 16:05", "décembre 2026" },
  /* Polish has one name of a month within a date and another one alone. */
  { "pl_PL", FALSE, 1, "16:05", "wtorek 1 grudnia", "wto 1 gru, 16:05", "grudzień 2026" },
  { "ar_EG", TRUE, 6, NULL, NULL, NULL, NULL },
  { "ja_JP", FALSE, 7, "16:05", NULL, NULL, NULL },
  { "sv_SE", FALSE, 1, "16:05", NULL, NULL, NULL },
};

static void
assert_words (char       *actual,
              const char *expected)
{
  if (expected != NULL)
    g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

static void
test_locale (void)
{
  const char *locale = g_getenv ("LC_ALL");
  gboolean    found = FALSE;
  gint64      instant = UI_FIXTURE_NOW + 6 * CONVENE_HOUR + 45 * CONVENE_MINUTE;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (!g_str_has_prefix (locale, cases[i].locale) || locale[strlen (cases[i].locale)] != '.')
        continue;

      found = TRUE;
      g_assert_cmpint (convene_words_has_twelve_hours (), ==, cases[i].twelve_hours);
      if (cases[i].first_weekday != 0)
        g_assert_cmpint (convene_words_first_weekday (), ==, cases[i].first_weekday);
      assert_words (convene_words_time (instant, "UTC"), cases[i].time);
      assert_words (convene_words_day (instant, "UTC", instant), cases[i].day);
      assert_words (convene_words_short (instant, "UTC"), cases[i].short_words);
      assert_words (convene_words_month (2026, 12), cases[i].month);
    }

  g_assert_true (found);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/words/locale", test_locale);

  return g_test_run ();
}
