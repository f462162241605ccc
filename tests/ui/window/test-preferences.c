/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-engine-directory.h"
#include "convene-person-place-row.h"
#include "convene-place-choice.h"
#include "convene-place-question.h"
#include "convene-places.h"
#include "convene-preferences-window.h"
#include "ui-fixture.h"
#include "ui-window.h"

typedef struct
{
  UiFixture  *base;
  GtkWindow  *window;
  const char *wanted; /* what a condition looks for */
} Fixture;

static GObject *
child (Fixture    *fixture,
       const char *name)
{
  GObject *object = gtk_widget_get_template_child (GTK_WIDGET (fixture->window), CONVENE_TYPE_PREFERENCES_WINDOW, name);

  g_assert_nonnull (object);
  return object;
}

static GtkListBoxRow *
person_at (Fixture *fixture,
           int      position)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (child (fixture, "people")), position);
}

static gboolean
is_ready (gpointer user_data)
{
  Fixture       *fixture = user_data;
  GtkListBoxRow *row = person_at (fixture, 0);

  return gtk_widget_get_sensitive (GTK_WIDGET (child (fixture, "own"))) &&
         (row == NULL ? gtk_widget_get_visible (GTK_WIDGET (child (fixture, "nobody"))) : gtk_widget_get_sensitive (ui_find (GTK_WIDGET (row), ADW_TYPE_COMBO_ROW)));
}

static void
open_window (Fixture *fixture)
{
  fixture->window = convene_preferences_window_new (NULL, fixture->base->engine);
  gtk_window_present (fixture->window);
  ui_fixture_run_until (fixture->base, is_ready, fixture);
  ui_wait_frame (GTK_WIDGET (fixture->window));
}

/* Three jobs on Zoom, with Hal Manager, and one on the phone. */
static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  static const char *const jobs[] = { "Designer", "Staff Engineer", "Writer" };

  fixture->base = ui_fixture_new ();
  for (guint i = 0; data == NULL && i < G_N_ELEMENTS (jobs); i++)
    g_free (ui_fixture_add_interview (fixture->base, "Ada Example", jobs[i], "2026-12-03 10:00", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM));
  open_window (fixture);
}

static gboolean
is_gone (gpointer user_data)
{
  return ((Fixture *) user_data)->window == NULL;
}

/* What is being written ends first. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_destroy (fixture->window);
  ui_fixture_run_until (fixture->base, is_gone, fixture);
  ui_fixture_run_pending (NULL);
  ui_fixture_free (fixture->base);
}

static void
choose (GObject        *row,
        gboolean        has_platform,
        ConvenePlatform platform)
{
  convene_place_choice_select (ADW_COMBO_ROW (row), has_platform, platform);
}

static GPtrArray *
list_others (Fixture        *fixture,
             ConvenePlatform platform)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *jobs;

  convene_engine_list_other_places_async (fixture->base->engine, platform, NULL, ui_fixture_result_cb, &result);
  jobs = convene_engine_list_other_places_finish (fixture->base->engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  return jobs;
}

/* "zoom hal2@example.com", "- -". */
static char *
dup_place (Fixture    *fixture,
           const char *address)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *host = NULL;
  gboolean         has;
  ConvenePlatform  platform;

  convene_engine_get_place_async (fixture->base->engine, address, NULL, ui_fixture_result_cb, &result);
  convene_engine_get_place_finish (fixture->base->engine, ui_fixture_await (&result), &has, &platform, &host, &error);
  g_assert_no_error (error);
  return g_strdup_printf ("%s %s", has ? convene_enum_to_nick (CONVENE_TYPE_PLATFORM, (int) platform) : "-", host != NULL ? host : "-");
}

static GtkWidget *
find_question (Fixture *fixture)
{
  return ui_find_dialog (fixture->window, "AdwAlertDialog");
}

static gboolean
is_asked (gpointer user_data)
{
  return find_question (user_data) != NULL && gtk_widget_get_mapped (find_question (user_data));
}

static void
answer (Fixture    *fixture,
        const char *label)
{
  GtkWidget *button = ui_find_named (find_question (fixture), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_none (gpointer user_data)
{
  g_autoptr(GPtrArray) jobs = list_others (user_data, CONVENE_PLATFORM_TEAMS);

  return jobs->len == 0;
}

static gboolean
is_answered (gpointer user_data)
{
  return find_question (user_data) == NULL;
}

/* The count and the list are of what yes then changes; no changes nothing but one's own. */
static void
test_others (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr(GPtrArray) before = list_others (fixture, CONVENE_PLATFORM_TEAMS);
  g_autoptr(GPtrArray) after = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *body = NULL;
  g_autofree char *own = NULL;

  g_assert_cmpuint (before->len, ==, 3);
  choose (child (fixture, "own"), TRUE, CONVENE_PLATFORM_TEAMS);
  ui_fixture_run_until (fixture->base, is_asked, fixture);
  heading = convene_place_question_dup_heading (before->len, CONVENE_PLATFORM_TEAMS);
  g_assert_cmpstr (heading, ==, "Use Microsoft Teams for 3 Other Jobs Too?");
  g_object_get (find_question (fixture), "heading", &asked, "body", &body, NULL);
  g_assert_cmpstr (asked, ==, heading);
  g_assert_nonnull (strstr (body, "\nDesigner\nStaff Engineer\nWriter"));
  ui_show (GTK_WIDGET (gtk_widget_get_root (find_question (fixture))), "preferences-question");
  answer (fixture, "_Cancel");
  ui_fixture_run_until (fixture->base, is_answered, fixture);
  own = dup_place (fixture, NULL);
  g_assert_cmpstr (own, ==, "teams -");
  after = list_others (fixture, CONVENE_PLATFORM_TEAMS);
  g_assert_cmpuint (after->len, ==, 3);

  choose (child (fixture, "own"), TRUE, CONVENE_PLATFORM_PHONE);
  ui_fixture_run_until (fixture->base, is_asked, fixture);
  answer (fixture, "_Cancel");
  ui_fixture_run_until (fixture->base, is_answered, fixture);
  choose (child (fixture, "own"), TRUE, CONVENE_PLATFORM_TEAMS);
  ui_fixture_run_until (fixture->base, is_asked, fixture);
  answer (fixture, "_Use for All");
  ui_fixture_run_until (fixture->base, has_none, fixture);
  ui_fixture_run_until (fixture->base, is_answered, fixture);
}

static gboolean
wants_connect (gpointer user_data)
{
  return gtk_widget_get_visible (GTK_WIDGET (child (user_data, "connect_row")));
}

static gboolean
wants_no_connect (gpointer user_data)
{
  return !wants_connect (user_data);
}

/* HL-5: connect where Zoom is chosen and none is connected. */
static void
test_connect (Fixture      *fixture,
              gconstpointer data)
{
  GtkActionable *button;

  ui_fixture_run_until (fixture->base, wants_connect, fixture);
  button = GTK_ACTIONABLE (ui_find (GTK_WIDGET (child (fixture, "connect_row")), GTK_TYPE_BUTTON));
  g_assert_cmpstr (gtk_actionable_get_action_name (button), ==, "app.connect");

  choose (child (fixture, "own"), TRUE, CONVENE_PLATFORM_PHONE);
  g_assert_false (wants_connect (fixture));
  choose (child (fixture, "own"), TRUE, CONVENE_PLATFORM_ZOOM);
  g_assert_true (wants_connect (fixture));
  ui_fixture_add_account (fixture->base, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  ui_fixture_run_until (fixture->base, wants_no_connect, fixture);
  g_assert_cmpuint (0, ==, gtk_widget_get_visible (GTK_WIDGET (child (fixture, "people"))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (child (fixture, "nobody"))));
}

static gboolean
is_alone (gpointer user_data)
{
  return is_ready (user_data) && person_at (user_data, 0) != NULL && person_at (user_data, 1) == NULL;
}

static GtkWidget *
find_manager (Fixture *fixture)
{
  g_object_set (child (fixture, "search"), "text", "hal", NULL);
  ui_fixture_run_until (fixture->base, is_alone, fixture);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (person_at (fixture, 0))), ==, "Hal Manager");
  return GTK_WIDGET (person_at (fixture, 0));
}

static gboolean
is_kept (gpointer user_data)
{
  Fixture         *fixture = user_data;
  g_autofree char *place = dup_place (fixture, "hal.manager@example.com");

  return g_str_equal (place, fixture->wanted);
}

static gboolean
is_shown (gpointer widget)
{
  return gtk_widget_get_visible (widget);
}

static void
run_until_kept (Fixture    *fixture,
                const char *wanted)
{
  g_test_message ("until “%s”", wanted);
  fixture->wanted = wanted;
  ui_fixture_run_until (fixture->base, is_kept, fixture);
}

/* HL-7, HL-10, SH-13: each known person, found by their name; their location, none again, and who they are at Zoom. */
static void
test_person (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *person = find_manager (fixture);
  GtkWidget *host = ui_find (person, ADW_TYPE_ENTRY_ROW);

  choose (G_OBJECT (ui_find (person, ADW_TYPE_COMBO_ROW)), TRUE, CONVENE_PLATFORM_ZOOM);
  run_until_kept (fixture, "zoom -");
  ui_fixture_run_until (fixture->base, is_shown, gtk_widget_get_template_child (person, CONVENE_TYPE_PERSON_PLACE_ROW, "connect_row"));
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (person)), "hal.manager@example.com · Zoom"));

  gtk_editable_set_text (GTK_EDITABLE (host), " hal@example.org ");
  g_signal_emit_by_name (host, "apply");
  run_until_kept (fixture, "zoom hal@example.org");
  gtk_editable_set_text (GTK_EDITABLE (host), "nobody");
  g_signal_emit_by_name (host, "apply");
  ui_fixture_run_pending (fixture->base);
  run_until_kept (fixture, "zoom hal@example.org");

  gtk_editable_set_text (GTK_EDITABLE (host), "");
  g_signal_emit_by_name (host, "apply");
  run_until_kept (fixture, "zoom -");
  choose (G_OBJECT (ui_find (person, ADW_TYPE_COMBO_ROW)), FALSE, CONVENE_PLATFORM_ZOOM);
  run_until_kept (fixture, "- -");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (person)), ==, "hal.manager@example.com");
}

static gboolean
finds_nobody (gpointer user_data)
{
  return gtk_widget_get_visible (GTK_WIDGET (child (user_data, "nobody")));
}

/* Gone while it asks. */
static void
test_interrupted (Fixture      *fixture,
                  gconstpointer data)
{
  GtkWidget *person = find_manager (fixture);

  g_object_set (child (fixture, "search"), "text", "zzz", NULL);
  ui_fixture_run_until (fixture->base, finds_nobody, fixture);
  g_object_set (child (fixture, "search"), "text", "", NULL);
  person = find_manager (fixture);
  choose (G_OBJECT (ui_find (person, ADW_TYPE_COMBO_ROW)), TRUE, CONVENE_PLATFORM_PHONE);
  choose (child (fixture, "own"), TRUE, CONVENE_PLATFORM_TEAMS);
}

static void
test_words (void)
{
  static const char *const many[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", NULL };
  g_autofree char         *one = convene_place_question_dup_heading (1, CONVENE_PLATFORM_ZOOM);
  g_autofree char         *body = convene_place_question_dup_body (many);

  g_assert_cmpstr (one, ==, "Use Zoom for 1 Other Job Too?");
  g_assert_true (g_str_has_suffix (body, "\n11\n12\nand 2 more"));
}

static void
test_pictures (Fixture      *fixture,
               gconstpointer data)
{
  static const int widths[] = { 360, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("preferences-%d", widths[i]);

      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (person_at (fixture, 0)), TRUE);
      ui_resize (fixture->window, widths[i], 760);
      ui_wait_frame (GTK_WIDGET (fixture->window));
      ui_show (GTK_WIDGET (fixture->window), name);
    }
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/preferences/HL-6/words", test_words);
  ADD ("/ui/preferences/HL-6/others", NULL, test_others);
  ADD ("/ui/preferences/HL-5/connect", "nobody", test_connect);
  ADD ("/ui/preferences/HL-7/person", NULL, test_person);
  ADD ("/ui/preferences/HL-7/interrupted", NULL, test_interrupted);
  ADD ("/ui/preferences/HL-5/pictures", NULL, test_pictures);
  return g_test_run ();
}
