/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-day-strip.h"
#include "convene-length-row.h"
#include "convene-rows.h"
#include "convene-wizard-page.h"
#include "ui-fixture.h"
#include "ui-window.h"

typedef struct
{
  UiFixture    *base;
  ConveneDraft *draft;
  GtkWidget    *page;
  GtkWindow    *window;
} Fixture;

static GObject *
child (Fixture    *fixture,
       const char *name)
{
  GObject *object = gtk_widget_get_template_child (fixture->page, G_OBJECT_TYPE (fixture->page), name);

  g_assert_nonnull (object);
  return object;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->base = ui_fixture_new ();
  fixture->draft = convene_draft_new ();
  g_object_set (fixture->draft, "candidate-name", "Ada Example", "candidate-timezone", "America/Mexico_City", "date", "2026-12-02", NULL);
  g_free (ui_fixture_add_interview (fixture->base, "Bo Sample", "Designer", "2026-12-02 10:00", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM));
  fixture->page = convene_wizard_time_new (fixture->base->engine, fixture->draft);
  fixture->window = ui_present (fixture->page, 640, 900);
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->page));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  ui_destroy (fixture->window, fixture->page);
  g_assert_finalize_object (fixture->draft);
  ui_fixture_free (fixture->base);
}

static char *
drafted (Fixture    *fixture,
         const char *property)
{
  char *text = NULL;

  g_object_get (fixture->draft, property, &text, NULL);
  return text;
}

static void
assert_drafted (Fixture    *fixture,
                const char *property,
                const char *expected)
{
  g_autofree char *text = drafted (fixture, property);

  g_assert_cmpstr (text, ==, expected);
}

static const char *
message (Fixture    *fixture,
         const char *row)
{
  const char *text = convene_error_row_get_message (CONVENE_ERROR_ROW (child (fixture, row)));

  return text != NULL ? text : "";
}

static const char *
both_times (Fixture *fixture)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child (fixture, "both_times")));
}

static gboolean
has_free_times (gpointer user_data)
{
  return ui_find_named (((Fixture *) user_data)->page, GTK_TYPE_BUTTON, "11:00") != NULL;
}

static gboolean
is_clash (gpointer user_data)
{
  return *convene_day_strip_get_clash (CONVENE_DAY_STRIP (ui_find (((Fixture *) user_data)->page, CONVENE_TYPE_DAY_STRIP))) != '\0';
}

static gboolean
is_no_clash (gpointer user_data)
{
  return !is_clash (user_data);
}

/* The zone of this machine is what an interview begins with, and both people's time is told as one types. */
static void
test_words (Fixture      *fixture,
            gconstpointer data)
{
  GtkEditable *row = GTK_EDITABLE (child (fixture, "time_row"));

  assert_drafted (fixture, "timezone", "Europe/Berlin");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (child (fixture, "both_times"))));
  g_assert_false (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));

  gtk_editable_set_text (row, "5 pm");
  g_assert_cmpstr (both_times (fixture), ==, "Wednesday 2 December, 17:00 for you · 10:00 for Ada (Mexico City)");
  g_assert_true (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));
  g_assert_cmpstr (message (fixture, "hours_note"), ==, "");

  gtk_editable_set_text (row, "9");
  g_assert_nonnull (strstr (message (fixture, "hours_note"), "02:00 – 02:45"));

  g_object_set (fixture->draft, "timezone", "America/New_York", NULL);
  g_assert_cmpstr (both_times (fixture), ==, "Wednesday 2 December, 15:00 for you · 08:00 for Ada (Mexico City) · Wed 2 Dec, 09:00 in New York");
  g_object_set (fixture->draft, "candidate-timezone", "", NULL);
  g_assert_cmpstr (both_times (fixture), ==, "Wednesday 2 December, 15:00 for you · 09:00 for Ada (New York)");
}

/* The draft keeps what was typed to the letter; the row shows what was understood once it is left. */
static void
test_typed (Fixture      *fixture,
            gconstpointer data)
{
  GtkWidget   *row = GTK_WIDGET (child (fixture, "time_row"));
  GtkEditable *editable = GTK_EDITABLE (row);

  gtk_widget_grab_focus (row);
  gtk_editable_set_text (editable, "9:30 pm");
  assert_drafted (fixture, "time", "9:30 pm");
  gtk_widget_grab_focus (GTK_WIDGET (child (fixture, "zone_row")));
  ui_fixture_run_pending (fixture->base);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "21:30");
  assert_drafted (fixture, "time", "9:30 pm");

  /* What cannot be read stays as it is. */
  gtk_editable_set_text (editable, "soon");
  gtk_widget_grab_focus (row);
  gtk_widget_grab_focus (GTK_WIDGET (child (fixture, "zone_row")));
  ui_fixture_run_pending (fixture->base);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "soon");
  g_assert_cmpstr (message (fixture, "start_error"), !=, "");
}

static void
test_date (Fixture      *fixture,
           gconstpointer data)
{
  GtkEditable *row = GTK_EDITABLE (child (fixture, "date_row"));
  GtkCalendar *calendar = GTK_CALENDAR (ui_find (fixture->page, GTK_TYPE_CALENDAR));
  g_autoptr(GDateTime) shown = gtk_calendar_get_date (calendar);
  g_autoptr(GDateTime) other = g_date_time_new_utc (2026, 12, 24, 12, 0, 0);
  g_autoptr(GDateTime) typed = NULL;

  g_assert_cmpint (g_date_time_get_day_of_month (shown), ==, 2);
  gtk_calendar_select_day (calendar, other);
  assert_drafted (fixture, "date", "2026-12-24");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "2026-12-24");

  gtk_editable_set_text (row, "2027-01-15");
  typed = gtk_calendar_get_date (calendar);
  g_assert_cmpint (g_date_time_get_month (typed), ==, 1);
  g_assert_cmpint (g_date_time_get_day_of_month (typed), ==, 15);
  gtk_editable_set_text (row, "2027-01-");
  assert_drafted (fixture, "date", "2027-01-");
  g_assert_cmpstr (gtk_editable_get_text (row), ==, "2027-01-");
}

static void
test_errors (Fixture      *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *date, *time, *zone, *expected;
  } cases[] = {
    { "2026-12-02", "", "Europe/Berlin", "time is missing" },
    { "", "10:00", "Europe/Berlin", "date is missing" },
    { "2026-12-02", "25", "Europe/Berlin", "cannot be read" },
    { "2026-11-30", "10:00", "Europe/Berlin", "in the past" },
    { "2027-03-28", "02:30", "Europe/Berlin", "The clocks go forward over this time on that day: choose another one" },
    { "2027-03-14", "02:30", "America/New_York", "The clocks go forward over this time on that day: choose another one" },
    { "2027-11-07", "01:30", "America/New_York", "The clocks go back over this time on that day: choose which one is meant" },
    { "2026-12-02", "10:00", "Europe/Berlin", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s %s", cases[i].date, cases[i].time, cases[i].zone);
      g_object_set (fixture->draft, "date", cases[i].date, "time", cases[i].time, "timezone", cases[i].zone, NULL);
      convene_wizard_page_show_errors (CONVENE_WIZARD_PAGE (fixture->page));
      if (*cases[i].expected != '\0')
        g_assert_nonnull (strstr (message (fixture, "start_error"), cases[i].expected));
      else
        g_assert_cmpstr (message (fixture, "start_error"), ==, "");
      g_assert_cmpint (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)), ==, *cases[i].expected == '\0');
    }

  g_object_set (fixture->draft, "timezone", "Mars/Olympus", NULL);
  g_assert_cmpstr (message (fixture, "zone_error"), !=, "");
  g_object_set (fixture->draft, "timezone", "Europe/Berlin", "candidate-timezone", "Mars/Olympus", NULL);
  g_assert_cmpstr (message (fixture, "zone_error"), ==, "");
  g_assert_cmpstr (message (fixture, "candidate_zone_error"), !=, "");
}

/* A time that comes twice is chosen from two, and the choice goes with the time. */
static void
test_doubled (Fixture      *fixture,
              gconstpointer data)
{
  GtkCheckButton *first = GTK_CHECK_BUTTON (child (fixture, "first_check"));
  GtkCheckButton *second = GTK_CHECK_BUTTON (child (fixture, "second_check"));
  GtkWidget      *row = GTK_WIDGET (child (fixture, "second_reading"));

  g_assert_false (gtk_widget_get_visible (row));
  g_object_set (fixture->draft, "date", "2027-10-31", "time", "2:30", "timezone", "Europe/Berlin", NULL);
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_false (gtk_check_button_get_active (first) || gtk_check_button_get_active (second));
  g_assert_false (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));

  gtk_check_button_set_active (second, TRUE);
  assert_drafted (fixture, "offset", "+01:00");
  g_assert_true (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));
  g_assert_true (gtk_widget_get_visible (row));
  gtk_check_button_set_active (first, TRUE);
  assert_drafted (fixture, "offset", "+02:00");
  g_assert_nonnull (strstr (both_times (fixture), "02:30 for you"));
  g_assert_nonnull (strstr (both_times (fixture), "18:30 for Ada"));

  gtk_editable_set_text (GTK_EDITABLE (child (fixture, "time_row")), "4:30");
  assert_drafted (fixture, "offset", "");
  g_assert_false (gtk_widget_get_visible (row));
}

static void
test_clock_change (Fixture      *fixture,
                   gconstpointer data)
{
  g_object_set (fixture->draft, "date", "2027-04-02", "time", "10:00", NULL);
  g_assert_nonnull (strstr (message (fixture, "clock_change"), "Berlin change on Sunday 28 March 2027"));
  g_object_set (fixture->draft, "date", "2027-03-27", NULL);
  g_assert_cmpstr (message (fixture, "clock_change"), ==, "");
  g_object_set (fixture->draft, "candidate-timezone", "America/New_York", NULL);
  g_assert_nonnull (strstr (message (fixture, "clock_change"), "New York change on Sunday 14 March 2027"));
}

/* What is there already is said in words, and is offered around. */
static void
test_strip (Fixture      *fixture,
            gconstpointer data)
{
  ConveneDayStrip *strip = CONVENE_DAY_STRIP (ui_find (fixture->page, CONVENE_TYPE_DAY_STRIP));
  GtkWidget       *button;

  ui_fixture_run_until (fixture->base, has_free_times, fixture);
  g_object_set (fixture->draft, "time", "10:30", NULL);
  ui_fixture_run_until (fixture->base, is_clash, fixture);
  g_assert_cmpstr (convene_day_strip_get_clash (strip), ==, "Clashes with 10:00 – 10:45 Bo Sample, Designer.");
  g_assert_null (ui_find_named (fixture->page, GTK_TYPE_BUTTON, "10:30"));

  /* Touching is no clash. */
  g_object_set (fixture->draft, "time", "10:45", NULL);
  g_assert_cmpstr (convene_day_strip_get_clash (strip), ==, "");

  button = ui_find_named (fixture->page, GTK_TYPE_BUTTON, "11:00");
  g_signal_emit_by_name (button, "clicked");
  assert_drafted (fixture, "time", "11:00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (child (fixture, "time_row"))), ==, "11:00");
  g_assert_cmpstr (convene_day_strip_get_clash (strip), ==, "");

  /* What another window or a terminal schedules meanwhile is seen too. */
  g_free (ui_fixture_add_interview (fixture->base, "Cy Third", "Designer", "2026-12-02 11:15", "Europe/Berlin", 30, CONVENE_PLATFORM_PHONE));
  ui_fixture_run_until (fixture->base, is_clash, fixture);
  g_assert_nonnull (strstr (convene_day_strip_get_clash (strip), "Cy Third"));

  g_object_set (fixture->draft, "date", "2026-12-03", NULL);
  ui_fixture_run_until (fixture->base, is_no_clash, fixture);
}

static gboolean
is_suggested (gpointer user_data)
{
  return ui_find_named (GTK_WIDGET (child (user_data, "candidate_zone_row")), GTK_TYPE_LABEL, "Kolkata") != NULL;
}

/* A zone is found by its city, without its name. */
static void
test_zone (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (child (fixture, "candidate_zone_row"));
  GtkWidget *list_row;

  gtk_widget_grab_focus (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "kolk");
  ui_fixture_run_until (fixture->base, is_suggested, fixture);
  list_row = gtk_widget_get_ancestor (ui_find_named (row, GTK_TYPE_LABEL, "Kolkata"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_ancestor (list_row, GTK_TYPE_LIST_BOX), "row-activated", list_row);
  assert_drafted (fixture, "candidate-timezone", "Asia/Kolkata");
  g_assert_nonnull (ui_find_named (row, GTK_TYPE_LABEL, "Kolkata, UTC+05:30"));
}

static void
test_length (Fixture      *fixture,
             gconstpointer data)
{
  int minutes;

  g_signal_emit_by_name (ui_find_named (fixture->page, GTK_TYPE_BUTTON, "1 h 30 min"), "clicked");
  g_object_get (fixture->draft, "duration", &minutes, NULL);
  g_assert_cmpint (minutes, ==, 90);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (ui_find (fixture->page, GTK_TYPE_SPIN_BUTTON)), 25);
  g_object_get (fixture->draft, "duration", &minutes, NULL);
  g_assert_cmpint (minutes, ==, 25);
  g_object_set (fixture->draft, "duration", 30, NULL);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (ui_find (fixture->page, GTK_TYPE_SPIN_BUTTON))), ==, 30);
}

static void
test_pictures (Fixture      *fixture,
               gconstpointer data)
{
  g_object_set (fixture->draft, "time", "10:30", "date", "2026-12-02", NULL);
  ui_fixture_run_until (fixture->base, is_clash, fixture);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  ui_show (GTK_WIDGET (fixture->window), "wizard-time");
  gtk_window_set_default_size (fixture->window, 360, 1500);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  ui_show (GTK_WIDGET (fixture->window), "wizard-time-narrow");
  g_object_set (fixture->draft, "date", "2027-10-31", "time", "2:30", NULL);
  gtk_window_set_default_size (fixture->window, 760, 900);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  ui_show (GTK_WIDGET (fixture->window), "wizard-time-doubled");
}

/* Nothing is out of reach where letters are twice as large: the month is wider than the window, and can be scrolled. */
static void
test_large (Fixture      *fixture,
            gconstpointer data)
{
  int width;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <=, 360);
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 192 * 1024, NULL);
  g_object_set (fixture->draft, "time", "10:30", NULL);
  gtk_widget_set_visible (fixture->page, FALSE);
  gtk_widget_set_visible (fixture->page, TRUE);
  gtk_window_set_default_size (fixture->window, 360, 1800);
  ui_fixture_run_until (fixture->base, is_clash, fixture);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_test_message ("%d pixels", width);
  g_assert_cmpint (width, <=, 360);
  ui_show (GTK_WIDGET (fixture->window), "wizard-time-large");
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 96 * 1024, NULL);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  /* Whose “you” it is. */
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  ui_test_init (&argc, &argv);
  ADD ("/wizard/SH-23/time/words", test_words);
  ADD ("/wizard/SH-23/time/typed-row", test_typed);
  ADD ("/wizard/SH-23/time/date-row", test_date);
  ADD ("/wizard/SH-23/time/errors", test_errors);
  ADD ("/wizard/SH-23/time/doubled", test_doubled);
  ADD ("/wizard/O-6/row", test_clock_change);
  ADD ("/wizard/SH-23/time/strip", test_strip);
  ADD ("/wizard/SH-23/time/zone", test_zone);
  ADD ("/wizard/SH-23/time/length", test_length);
  ADD ("/wizard/SH-23/time/pictures", test_pictures);
  ADD ("/wizard/SH-23/time/large", test_large);
  return g_test_run ();
}
