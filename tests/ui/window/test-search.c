/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the desktop's search understands, finds and says (O-14). */

#include <stdlib.h>

#include "convene-search-text.h"
#include "convene-search.h"
#include "ui-fixture.h"

#define NONE -1
#define CLOCK(hour, minute) ((hour) *60 + (minute))
#define UNSURE FALSE

/* What was typed on a clock of 24 hours, and what is made of it. */
typedef struct
{
  const char *typed;
  const char *text;
  const char *words;
  int         from;
  int         length;
  gboolean    certain;
} Text;

static const Text texts[] = {
  { "", "", "", NONE, 0, FALSE },
  { "  maria   garcía ", "maria garcía", "maria garcía", NONE, 0, FALSE },
  { "maria 4 pm", "maria 4 pm", "maria", CLOCK (16, 0), 60, TRUE },
  { "maria 4pm", "maria 4pm", "maria", CLOCK (16, 0), 60, TRUE },
  { "maria 4 p.m.", "maria 4 p.m.", "maria", CLOCK (16, 0), 60, TRUE },
  { "maria 4 p. m.", "maria 4 p. m.", "maria", CLOCK (16, 0), 60, TRUE },
  { "Maria 4:30 PM", "Maria 4:30 PM", "Maria", CLOCK (16, 30), 1, TRUE },
  { "maria 16:00", "maria 16:00", "maria", CLOCK (16, 0), 1, TRUE },
  { "maria 16:", "maria 16:", "maria", CLOCK (16, 0), 60, TRUE },
  { "16:00 maria", "16:00 maria", "maria", CLOCK (16, 0), 1, TRUE },
  { "maria at 4 pm", "maria at 4 pm", "maria", CLOCK (16, 0), 60, TRUE },
  { "maria @4pm", "maria @4pm", "maria", CLOCK (16, 0), 60, TRUE },
  { "maria um 16 uhr", "maria um 16 uhr", "maria", CLOCK (16, 0), 60, TRUE },
  { "maria 16.30", "maria 16.30", "maria", CLOCK (16, 30), 1, TRUE },
  { "maria à 16h30", "maria à 16h30", "maria", CLOCK (16, 30), 1, TRUE },
  { "maria 16h", "maria 16h", "maria", CLOCK (16, 0), 60, TRUE },
  { "maría a las 16:00", "maría a las 16:00", "maría", CLOCK (16, 0), 1, TRUE },
  { "12 am", "12 am", "", CLOCK (0, 0), 60, TRUE },
  { "12 pm", "12 pm", "", CLOCK (12, 0), 60, TRUE },
  { "9:05", "9:05", "", CLOCK (9, 5), 1, TRUE },
  { "maria 16", "maria 16", "maria", CLOCK (16, 0), 60, UNSURE },
  { "16", "16", "16", NONE, 0, FALSE },
  { "maria 16 smith", "maria 16 smith", "maria 16 smith", NONE, 0, FALSE },
  { "maria 24:00", "maria 24:00", "maria 24:00", NONE, 0, FALSE },
  { "maria 10:75", "maria 10:75", "maria 10:75", NONE, 0, FALSE },
  { "maria 13 pm", "maria 13 pm", "maria 13 pm", NONE, 0, FALSE },
  { "0 am", "0 am", "0 am", NONE, 0, FALSE },
  { "maria 99", "maria 99", "maria 99", NONE, 0, FALSE },
  { "maria pm", "maria pm", "maria pm", NONE, 0, FALSE },
  { "pm4 lead", "pm4 lead", "pm4 lead", NONE, 0, FALSE },
  { "2026-12-01", "20261201", "20261201", NONE, 0, FALSE },
  { "1.12.2026", "1.12.2026", "1.12.2026", NONE, 0, FALSE },
  { "861 2345 6789", "86123456789", "86123456789", NONE, 0, FALSE },
  { "861-2345-6789", "86123456789", "86123456789", NONE, 0, FALSE },
  { "mar\xff 4 pm", "mar\xef\xbf\xbd 4 pm", "mar\xef\xbf\xbd", CLOCK (16, 0), 60, TRUE },
};

static void
test_text (gconstpointer data)
{
  const Text *c = data;
  g_auto(GStrv) terms = g_strsplit (c->typed, " ", -1);
  g_autoptr(ConveneSearchText) text = convene_search_text_parse ((const char *const *) terms, FALSE);

  g_assert_cmpstr (text->text, ==, c->text);
  g_assert_cmpstr (text->words, ==, c->words);
  g_assert_cmpint (text->from, ==, c->from);
  g_assert_cmpint (text->length, ==, c->length);
  g_assert_cmpint (text->certain, ==, c->certain);
}

/* Whether a time that is named is that of 2026-12-01T15:45:00Z in a zone. */
static const struct
{
  const char *typed;
  gboolean    twelve;
  const char *zone;
  gboolean    fits;
} fits[] = {
  { "15:45", FALSE, "UTC", TRUE },
  { "15:44", FALSE, "UTC", FALSE },
  { "15h", FALSE, "UTC", TRUE },
  { "16h", FALSE, "UTC", FALSE },
  { "16:45", FALSE, "Europe/Berlin", TRUE },
  { "3 pm", FALSE, "UTC", TRUE },
  { "3 am", TRUE, "UTC", FALSE },
  { "3:45", TRUE, "UTC", TRUE },
  { "3:45", FALSE, "UTC", FALSE },
  { "ada 3", TRUE, "UTC", TRUE },
  { "ada 3", FALSE, "UTC", FALSE },
  { "ada", TRUE, "UTC", FALSE },
};

static void
test_fits (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fits); i++)
    {
      g_auto(GStrv) terms = g_strsplit (fits[i].typed, " ", -1);
      g_autoptr(ConveneSearchText) text = convene_search_text_parse ((const char *const *) terms, fits[i].twelve);

      g_test_message ("%s in %s", fits[i].typed, fits[i].zone);
      g_assert_cmpint (convene_search_text_fits (text, UI_FIXTURE_NOW + 385 * CONVENE_MINUTE, fits[i].zone), ==, fits[i].fits);
    }
}

/* Now it is 09:20 on 1 December, in UTC. Each is named after what finds it. */
static const struct
{
  const char *candidate;
  const char *job;
  const char *wall;
  gboolean    cancelled;
} people[] = {
  { "Maria Past", "Nurse", "2026-11-20 16:00", FALSE },
  { "María Next", "Staff Engineer", "2026-12-02 16:00", FALSE },
  { "Maria Today", "Staff Engineer", "2026-12-01 16:30", FALSE },
  { "Maria Morning", "Designer", "2026-12-01 08:00", FALSE },
  { "Maria Off", "Nurse", "2026-12-01 15:00", TRUE },
  { "Joon Level", "Level 4 PM", "2026-12-03 10:00", FALSE },
};

/* The candidates that are found, in order. */
static const struct
{
  const char *typed;
  const char *found;
} searches[] = {
  { "maria", "Maria Today|María Next|Maria Morning|Maria Past|Maria Off" },
  { "MARÍA", "Maria Today|María Next|Maria Morning|Maria Past|Maria Off" },
  { "maria 4 pm", "Maria Today|María Next" },
  { "maria 16:30", "Maria Today" },
  { "maria 8:00", "Maria Morning" },
  { "maria 16", "Maria Today|María Next" },
  { "4 pm", "Maria Today|María Next" },
  { "level 4 pm", "Joon Level" },
  { "staff eng", "Maria Today|María Next" },
  { "nur", "Maria Past|Maria Off" },
  { "maria staff 16:00", "María Next" },
  { "ada introduction", "" },
  { "nobody", "" },
  { "\" OR (", "" },
  { "", "" },
};

static char *
put (UiFixture *fixture,
     guint      i)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview (people[i].candidate, people[i].job, people[i].wall, "UTC", 45, CONVENE_PLATFORM_ZOOM);

  convene_interview_set_agenda (interview, "Introduction");
  if (people[i].cancelled)
    convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  ui_fixture_put (fixture, interview, CONVENE_MEETING_STATE_LIVE);
  return g_strdup (convene_interview_get_uid (interview));
}

static char *
find (UiFixture  *fixture,
      GHashTable *names,
      const char *typed)
{
  g_auto(GStrv) terms = g_strsplit (typed, " ", -1);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_auto(GStrv) uids = NULL;

  convene_search_async (fixture->engine, (const char *const *) terms, NULL, ui_fixture_result_cb, &result);
  uids = convene_search_finish (fixture->engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  for (guint i = 0; uids[i] != NULL; i++)
    g_ptr_array_add (found, g_hash_table_lookup (names, uids[i]));
  g_ptr_array_add (found, NULL);
  return g_strjoinv ("|", (char **) found->pdata);
}

static void
test_search (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_hash_table_insert (names, put (fixture, i), (gpointer) people[i].candidate);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *found = find (fixture, names, searches[i].typed);

      g_test_message ("“%s”", searches[i].typed);
      g_assert_cmpstr (found, ==, searches[i].found);
    }

  ui_fixture_free (fixture);
}

/* Ten, and the next ones. */
static void
test_many (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *found = NULL;
  g_auto(GStrv) each = NULL;

  for (int day = 28; day >= 10; day--)
    {
      g_autofree char *wall = g_strdup_printf ("2026-12-%02d 10:00", day);

      g_hash_table_insert (names, ui_fixture_add_interview (fixture, "Ada Example", "Nurse", wall, "UTC", 45, CONVENE_PLATFORM_PHONE),
                           (gpointer) (day == 10 ? "first" : "other"));
    }

  found = find (fixture, names, "ada");
  each = g_strsplit (found, "|", -1);
  g_assert_cmpuint (g_strv_length (each), ==, CONVENE_SEARCH_MAX);
  g_assert_cmpstr (each[0], ==, "first");
  ui_fixture_free (fixture);
}

/* An interview of 45 minutes that starts so many minutes from now. */
static const struct
{
  int           minutes;
  ConveneStatus status;
  int           meeting;
  gboolean      joins;
  const char   *description;
} descriptions[] = {
  { 11, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, FALSE, "Tue 1 Dec, 09:31 · Staff Engineer · Zoom" },
  { 10, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, TRUE, "Join now · Tue 1 Dec, 09:30 · Staff Engineer · Zoom" },
  { -44, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, TRUE, "Join now · Tue 1 Dec, 08:36 · Staff Engineer · Zoom" },
  { -45, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_LIVE, FALSE, "Tue 1 Dec, 08:35 · Staff Engineer · Zoom" },
  { 5, CONVENE_STATUS_CANCELLED, CONVENE_MEETING_STATE_LIVE, FALSE, "Cancelled · Tue 1 Dec, 09:25 · Staff Engineer · Zoom" },
  { 5, CONVENE_STATUS_PROPOSED, CONVENE_MEETING_STATE_LIVE, FALSE, "Tue 1 Dec, 09:25 · Staff Engineer · Zoom" },
  { 5, CONVENE_STATUS_SCHEDULED, CONVENE_MEETING_STATE_FAILED, FALSE, "Tue 1 Dec, 09:25 · Staff Engineer · Zoom" },
};

static void
test_description (void)
{
  UiFixture *fixture = ui_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    {
      g_autoptr(ConveneMoment) start = convene_moment_new_at (UI_FIXTURE_NOW + descriptions[i].minutes * CONVENE_MINUTE, "UTC", NULL);
      g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
      g_autoptr(ConveneInterview) stored = NULL;
      g_autofree char *description = NULL;

      convene_interview_set_start (interview, start);
      convene_interview_set_status (interview, descriptions[i].status);
      ui_fixture_put (fixture, interview, descriptions[i].meeting);
      stored = ui_fixture_find (fixture, convene_interview_get_uid (interview));
      description = convene_search_describe (stored, UI_FIXTURE_NOW);
      g_assert_cmpstr (description, ==, descriptions[i].description);
      g_assert_cmpint (convene_search_joins (stored, UI_FIXTURE_NOW), ==, descriptions[i].joins);
    }

  ui_fixture_free (fixture);
}

/* VC-24: whoever hosts it starts it. */
static void
test_start (void)
{
  UiFixture       *fixture = ui_fixture_new ();
  g_autofree char *uid = ui_fixture_add_interview (fixture, "Ada Example", "Staff Engineer", "2026-12-01 09:25", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autoptr(ConveneInterview) stored = NULL;
  g_autofree char *description = NULL;

  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  stored = ui_fixture_find (fixture, uid);
  description = convene_search_describe (stored, UI_FIXTURE_NOW);
  g_assert_cmpstr (description, ==, "Start now · Tue 1 Dec, 09:25 · Staff Engineer · Zoom");
  ui_fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/search/O-14/text/%u", i);

      g_test_add_data_func (path, &texts[i], test_text);
    }
  g_test_add_func ("/ui/search/O-14/time", test_fits);
  g_test_add_func ("/ui/search/O-14/found", test_search);
  g_test_add_func ("/ui/search/O-14/many", test_many);
  g_test_add_func ("/ui/search/O-14/description", test_description);
  g_test_add_func ("/ui/search/VC-24/start", test_start);
  return g_test_run ();
}
