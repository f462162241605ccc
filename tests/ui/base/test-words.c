/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "convene-clock.h"
#include "convene-moment.h"
#include "convene-words.h"
#include "ui-window.h"

/* "2026-12-01 10:00" in a zone; an offset at its end picks one of two readings. */
static gint64
at (const char *wall,
    const char *zone)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) moment = convene_moment_parse (wall, zone, &error);

  g_assert_no_error (error);
  return convene_moment_get_instant (moment);
}

static void
assert_words (char       *actual,
              const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

static void
test_times (void)
{
  gint64 ten = at ("2026-12-01 10:00", "Europe/Berlin");
  gint64 now = at ("2026-12-01 09:20", "UTC");

  assert_words (convene_words_time (ten, "Europe/Berlin"), "10:00");
  assert_words (convene_words_time (ten, "America/Mexico_City"), "03:00");
  assert_words (convene_words_time (ten, NULL), "09:00");
  assert_words (convene_words_time (ten, "Nowhere/City"), "09:00");
  assert_words (convene_words_time_range (ten, ten + 45 * CONVENE_MINUTE, "Europe/Berlin"), "10:00 – 10:45");
  assert_words (convene_words_day (ten, "Europe/Berlin", now), "Tuesday 1 December");
  assert_words (convene_words_day (ten, "Europe/Berlin", now + 31 * CONVENE_DAY), "Tuesday 1 December 2026");
  assert_words (convene_words_short (ten, "Europe/Berlin"), "Tue 1 Dec, 10:00");
  assert_words (convene_words_month (2026, 12), "December 2026");
  assert_words (convene_words_time (G_MAXINT64, "UTC"), "");
}

static void
test_durations (void)
{
  static const struct
  {
    int         minutes;
    const char *words;
  } cases[] = {
    { 1, "1 min" },
    { 45, "45 min" },
    { 60, "1 h" },
    { 90, "1 h 30 min" },
    { 120, "2 h" },
    { 1440, "24 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_words (convene_words_duration (cases[i].minutes), cases[i].words);
}

static void
test_relative (void)
{
  static const struct
  {
    gint64      distance; /* seconds from 09:20:40 */
    const char *words;
  } cases[] = {
    { 0, "now" },
    { 19, "now" },
    { -40, "now" },
    { 20, "in 1 minute" },
    { 9 * 60 - 41, "in 8 minutes" },
    { 9 * 60 - 40, "in 9 minutes" },
    { -41, "1 minute ago" },
    { -3 * 60, "3 minutes ago" },
    { 59 * 60, "in 59 minutes" },
    { 60 * 60, "in 1 hour" },
    { 89 * 60, "in 1 hour" },
    { 100 * 60, "in 2 hours" },
    { -5 * 3600, "5 hours ago" },
    { 23 * 3600, "in 23 hours" },
    { 24 * 3600 - 60, "in 1 day" },
    { 24 * 3600, "in 1 day" },
    { -3 * 86400, "3 days ago" },
    { 400 * 86400, "in 400 days" },
  };
  gint64 now = at ("2026-12-01 09:20", "UTC") + 40 * CONVENE_SECOND;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_words (convene_words_relative (now + cases[i].distance * CONVENE_SECOND, now), cases[i].words);
  assert_words (convene_words_relative (-1, 0), "1 minute ago");
}

static void
test_names (void)
{
  assert_words (convene_words_city ("America/Mexico_City"), "Mexico City");
  assert_words (convene_words_city ("America/Argentina/Buenos_Aires"), "Buenos Aires");
  assert_words (convene_words_city ("UTC"), "UTC");
  assert_words (convene_words_city (NULL), "UTC");
  assert_words (convene_words_first_name ("Ada Example"), "Ada");
  assert_words (convene_words_first_name ("  Ada\tExample "), "Ada");
  assert_words (convene_words_first_name ("Ada"), "Ada");
  assert_words (convene_words_first_name ("山田 太郎"), "山田");
  assert_words (convene_words_first_name (""), "");
  assert_words (convene_words_first_name (NULL), "");
}

static void
test_both_times (void)
{
  static const struct
  {
    const char *wall;
    const char *zone;
    const char *other;
    const char *name;
    const char *words;
  } cases[] = {
    { "2026-12-01 16:00", "Europe/Berlin", "America/Mexico_City", "Ada Example", "Tuesday 1 December, 16:00 for you · 09:00 for Ada (Mexico City)" },
    { "2026-12-01 16:00", "Europe/Berlin", "America/Mexico_City", NULL, "Tuesday 1 December, 16:00 for you · 09:00 in Mexico City" },
    { "2026-12-01 16:00", "Europe/Berlin", "America/Mexico_City", "", "Tuesday 1 December, 16:00 for you · 09:00 in Mexico City" },
    /* The same clocks, by another name or by none. */
    { "2026-12-01 16:00", "Europe/Berlin", "Europe/Paris", "Ada", "Tuesday 1 December, 16:00" },
    { "2026-12-01 16:00", "Europe/Berlin", "Europe/Berlin", "Ada", "Tuesday 1 December, 16:00" },
    { "2026-12-01 16:00", "Europe/Berlin", NULL, "Ada", "Tuesday 1 December, 16:00" },
    /* Another day for them: later, earlier, in another year. */
    { "2026-12-01 18:00", "Europe/Berlin", "Asia/Tokyo", "Aoi", "Tuesday 1 December, 18:00 for you · Wednesday 2 December, 02:00 for Aoi (Tokyo)" },
    { "2026-12-01 02:00", "Europe/Berlin", "America/New_York", "Bo", "Tuesday 1 December, 02:00 for you · Monday 30 November, 20:00 for Bo (New York)" },
    { "2026-12-31 20:00", "Europe/Berlin", "Asia/Tokyo", "Aoi", "Thursday 31 December, 20:00 for you · Friday 1 January, 04:00 for Aoi (Tokyo)" },
    { "2027-02-01 10:00", "Europe/Berlin", "UTC", "Bo", "Monday 1 February 2027, 10:00 for you · 09:00 for Bo (UTC)" },
    /* One side has summer time before the other: five hours, then four, then five again. */
    { "2026-03-01 15:00", "Europe/London", "America/New_York", "Bo", "Sunday 1 March, 15:00 for you · 10:00 for Bo (New York)" },
    { "2026-03-15 15:00", "Europe/London", "America/New_York", "Bo", "Sunday 15 March, 15:00 for you · 11:00 for Bo (New York)" },
    { "2026-04-01 15:00", "Europe/London", "America/New_York", "Bo", "Wednesday 1 April, 15:00 for you · 10:00 for Bo (New York)" },
    /* The hour that there is twice: equal to a zone without summer time in one reading only. */
    { "2026-10-25 02:30+02:00", "Europe/Berlin", "Africa/Lagos", "Ife", "Sunday 25 October, 02:30 for you · 01:30 for Ife (Lagos)" },
    { "2026-10-25 02:30+01:00", "Europe/Berlin", "Africa/Lagos", "Ife", "Sunday 25 October, 02:30" },
    /* Offsets that are no whole hours. */
    { "2026-12-01 10:00", "UTC", "Asia/Kathmandu", "Bo", "Tuesday 1 December, 10:00 for you · 15:45 for Bo (Kathmandu)" },
  };
  gint64 now = at ("2026-12-01 09:20", "UTC");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_words (convene_words_both_times (at (cases[i].wall, cases[i].zone), cases[i].zone, cases[i].other, cases[i].name, now), cases[i].words);
}

static void
test_entry (void)
{
  static const struct
  {
    const char     *candidate;
    const char     *job;
    ConvenePlatform platform;
    ConveneStatus   status;
    ConveneResponse response;
    gboolean        attention;
    const char     *words;
  } cases[] = {
    { "Ada Example", "Staff Engineer", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_ACCEPTED, FALSE,
      "10:00 to 10:45, Ada Example, Staff Engineer, Zoom, accepted" },
    { "Ada Example", "Staff Engineer", CONVENE_PLATFORM_PHONE, CONVENE_STATUS_SCHEDULED, CONVENE_RESPONSE_NEEDS_ACTION, TRUE,
      "10:00 to 10:45, Ada Example, Staff Engineer, Phone, no answer yet, needs attention" },
    { "Ada Example", "Staff Engineer", CONVENE_PLATFORM_ZOOM, CONVENE_STATUS_CANCELLED, CONVENE_RESPONSE_ACCEPTED, FALSE,
      "10:00 to 10:45, Ada Example, Staff Engineer, Zoom, cancelled" },
    { "Ada Example", "", CONVENE_PLATFORM_IN_PERSON, CONVENE_STATUS_PROPOSED, CONVENE_RESPONSE_NEEDS_ACTION, FALSE,
      "10:00 to 10:45, Ada Example, In person, proposed" },
    { NULL, NULL, CONVENE_PLATFORM_TEAMS, CONVENE_STATUS_NO_SHOW, CONVENE_RESPONSE_DECLINED, FALSE,
      "10:00 to 10:45, Microsoft Teams, the candidate did not come" },
  };
  gint64 start = at ("2026-12-01 10:00", "Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ConveneCalendarEntry *entry = convene_calendar_entry_new ("uid", start, start + 45 * CONVENE_MINUTE, cases[i].candidate, NULL, cases[i].job, cases[i].platform,
                                                                cases[i].status, cases[i].response, FALSE, NULL, NULL, cases[i].attention);

      assert_words (convene_words_entry (entry, "Europe/Berlin"), cases[i].words);
      g_assert_finalize_object (entry);
    }
}

static void
test_operation_detail (void)
{
  static const struct
  {
    ConveneOperationState state;
    gint64                due; /* seconds from now */
    int                   attempts;
    const char           *event;
    const char           *code;
    const char           *message;
    const char           *words;
  } cases[] = {
    { CONVENE_OPERATION_STATE_DONE, 0, 1, NULL, NULL, NULL, "" },
    { CONVENE_OPERATION_STATE_RUNNING, 0, 1, NULL, NULL, NULL, "" },
    { CONVENE_OPERATION_STATE_DROPPED, 0, 1, NULL, NULL, NULL, "" },
    { CONVENE_OPERATION_STATE_WAITING, 0, 0, NULL, NULL, NULL, "" },
    { CONVENE_OPERATION_STATE_WAITING, 600, 0, NULL, NULL, NULL, "Begins in 10 minutes." },
    { CONVENE_OPERATION_STATE_WAITING, 600, 2, NULL, "unreachable", "Zoom did not answer in time.", "Zoom did not answer in time. Tries again in 10 minutes." },
    { CONVENE_OPERATION_STATE_WAITING, -5, 2, NULL, "unreachable", "Zoom did not answer in time.", "Zoom did not answer in time." },
    { CONVENE_OPERATION_STATE_WAITING, 0, 1, "account:x", "signed-out", "Sign in again", "Sign in again. Goes on once the account is connected again." },
    { CONVENE_OPERATION_STATE_WAITING, 0, 0, "mail", NULL, NULL, "Goes on once a mail account is connected." },
    { CONVENE_OPERATION_STATE_WAITING, 0, 1, "account", "no-account", NULL, "Goes on once a Zoom account that can host it is connected." },
    { CONVENE_OPERATION_STATE_FAILED, 0, 1, NULL, "refused", "Zoom did not take the host: choose another one", "Zoom did not take the host: choose another one." },
    { CONVENE_OPERATION_STATE_FAILED, 0, 1, NULL, "refused", "What now?", "What now?" },
    { CONVENE_OPERATION_STATE_FAILED, 0, 1, NULL, "no-account", NULL, "No account is connected for this. Connect one, then try again." },
    { CONVENE_OPERATION_STATE_FAILED, 0, 1, NULL, "signed-out", "", "The account wants a new sign-in. Reconnect it, then try again." },
    { CONVENE_OPERATION_STATE_FAILED, 0, 1, NULL, NULL, NULL, "Nothing says why. Try again." },
    { CONVENE_OPERATION_STATE_DOUBT, 5, 1, NULL, "unreachable", "x", "No answer came. Before it is done again, Convene looks whether it happened." },
    { CONVENE_OPERATION_STATE_HANDED_OVER, 0, 1, NULL, NULL, NULL, "Your mail program has the letter. Send it there." },
  };
  gint64 now = at ("2026-12-01 09:20", "UTC");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ConveneOperation *operation =
          g_object_new (CONVENE_TYPE_OPERATION, "state", cases[i].state, "due", now + cases[i].due * CONVENE_SECOND, "attempts", cases[i].attempts, "event",
                        cases[i].event, "error-code", cases[i].code, "error-message", cases[i].message, NULL);

      assert_words (convene_words_operation_detail (operation, now), cases[i].words);
      g_assert_finalize_object (operation);
    }
}

typedef const char *(*WordOf) (int value);

/* Every value has a word of its own, but where two are meant to be one. */
static void
test_values (void)
{
  static const struct
  {
    WordOf word;
    int    last;
    guint  different;
  } cases[] = {
    { (WordOf) convene_words_platform, CONVENE_PLATFORM_IN_PERSON, 6 },
    { (WordOf) convene_words_type, CONVENE_PLATFORM_IN_PERSON, 3 },
    { (WordOf) convene_words_role, CONVENE_ROLE_OPTIONAL, 4 },
    { (WordOf) convene_words_response, CONVENE_RESPONSE_TENTATIVE, 4 },
    { (WordOf) convene_words_status, CONVENE_STATUS_NO_SHOW, 6 },
    { (WordOf) convene_words_operation, CONVENE_OPERATION_KIND_ACCOUNT_REVOKE, 10 },
    { (WordOf) convene_words_operation_state, CONVENE_OPERATION_STATE_HANDED_OVER, 7 },
    { (WordOf) convene_words_operation_icon, CONVENE_OPERATION_STATE_HANDED_OVER, 7 },
    { (WordOf) convene_words_platform_icon, CONVENE_PLATFORM_IN_PERSON, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

      for (int value = 0; value <= cases[i].last; value++)
        {
          g_assert_cmpstr (cases[i].word (value), !=, NULL);
          g_assert_cmpstr (cases[i].word (value), !=, "");
          g_hash_table_add (words, (gpointer) cases[i].word (value));
        }
      g_assert_cmpuint (g_hash_table_size (words), ==, cases[i].different);
    }
}

static void
test_icons (void)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_display_get_default ());

  for (int state = 0; state <= CONVENE_OPERATION_STATE_HANDED_OVER; state++)
    g_assert_true (gtk_icon_theme_has_icon (theme, convene_words_operation_icon (state)));
  for (int platform = 0; platform <= CONVENE_PLATFORM_IN_PERSON; platform++)
    g_assert_true (gtk_icon_theme_has_icon (theme, convene_words_platform_icon (platform)));
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/words/times", test_times);
  g_test_add_func ("/ui/words/durations", test_durations);
  g_test_add_func ("/ui/words/relative", test_relative);
  g_test_add_func ("/ui/words/names", test_names);
  g_test_add_func ("/ui/words/both-times", test_both_times);
  g_test_add_func ("/ui/words/entry", test_entry);
  g_test_add_func ("/ui/words/operation-detail", test_operation_detail);
  g_test_add_func ("/ui/words/values", test_values);
  g_test_add_func ("/ui/words/icons", test_icons);

  return g_test_run ();
}
