/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "busy-month.h"
#include "convene-day-cell.h"
#include "convene-filter.h"
#include "convene-month-grid.h"
#include "convene-month-view.h"
#include "convene-words.h"
#include "ui-window.h"

typedef struct
{
  UiFixture           *fixture;
  ConveneCalendarView *view;
  ConveneMonthGrid    *grid;
  GtkWindow           *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  GtkWidget *view;

  self->fixture = ui_fixture_new ();
  view = convene_month_view_new (self->fixture->engine);
  self->view = CONVENE_CALENDAR_VIEW (view);
  self->grid = CONVENE_MONTH_GRID (ui_find (view, CONVENE_TYPE_MONTH_GRID));
  self->window = ui_present (view, 900, 700);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (self->window, GTK_WIDGET (self->view));
  ui_fixture_free (self->fixture);
}

static ConveneDayCell *
find_cell (Fixture    *self,
           const char *date)
{
  GDate day;

  g_assert_true (convene_month_parse_day (date, &day));
  for (guint i = 0; i < CONVENE_MONTH_DAYS; i++)
    if (g_date_compare (convene_day_cell_get_day (convene_month_grid_get_cell (self->grid, i)), &day) == 0)
      return convene_month_grid_get_cell (self->grid, i);
  return NULL;
}

static guint
count (Fixture    *self,
       const char *date)
{
  return convene_day_cell_get_n_entries (find_cell (self, date));
}

typedef struct
{
  Fixture    *self;
  const char *date;
  guint       count;
} Expected;

static gboolean
has_entries (gpointer user_data)
{
  Expected *expected = user_data;

  return count (expected->self, expected->date) == expected->count;
}

static void
wait_for_entries (Fixture    *self,
                  const char *date,
                  guint       entries)
{
  Expected expected = { self, date, entries };

  ui_fixture_run_until (self->fixture, has_entries, &expected);
}

static void
assert_chosen (Fixture    *self,
               const char *date)
{
  guint chosen = 0;

  g_assert_cmpstr (convene_calendar_view_get_date (self->view), ==, date);
  for (guint i = 0; i < CONVENE_MONTH_DAYS; i++)
    {
      ConveneDayCell *cell = convene_month_grid_get_cell (self->grid, i);

      g_assert_cmpint (gtk_widget_get_focusable (GTK_WIDGET (cell)), ==, convene_day_cell_get_chosen (cell));
      chosen += convene_day_cell_get_chosen (cell);
    }
  g_assert_cmpuint (chosen, ==, 1);
  g_assert_true (convene_day_cell_get_chosen (find_cell (self, date)));
}

/* As the keyboard would: the binding of the view, found from the cell that has the focus. */
static void
press (Fixture *self,
       guint    key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (shortcuts); j++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key)
            continue;
          g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (self->view), gtk_shortcut_get_arguments (shortcut)));
          return;
        }
    }
  g_assert_not_reached ();
}

static void
test_today (Fixture      *self,
            gconstpointer data)
{
  assert_chosen (self, "2026-12-01");
  convene_calendar_view_set_date (self->view, "2027-05-31");
  assert_chosen (self, "2027-05-31");
  convene_calendar_view_set_date (self->view, "2027-05-32");
  convene_calendar_view_set_date (self->view, NULL);
  assert_chosen (self, "2027-05-31");
  convene_calendar_view_turn (self->view, 1);
  assert_chosen (self, "2027-06-30");
  convene_calendar_view_go_to_today (self->view);
  assert_chosen (self, "2026-12-01");
}

/* At midnight another day is today, and the chosen one stays. */
static gboolean
is_tomorrow (gpointer user_data)
{
  Fixture         *self = user_data;
  g_autofree char *otherwise = gtk_test_accessible_check_property (GTK_ACCESSIBLE (find_cell (self, "2026-12-02")), GTK_ACCESSIBLE_PROPERTY_LABEL, "Today, Wednesday 2 December");

  return otherwise == NULL;
}

static void
test_midnight (Fixture      *self,
               gconstpointer data)
{
  ui_fixture_run_pending (self->fixture);
  gtk_test_accessible_assert_property (find_cell (self, "2026-12-01"), GTK_ACCESSIBLE_PROPERTY_LABEL, "Today, Tuesday 1 December");
  ui_fixture_advance (self->fixture, 15 * CONVENE_HOUR);
  ui_fixture_run_until (self->fixture, is_tomorrow, self);
  assert_chosen (self, "2026-12-01");
  convene_calendar_view_go_to_today (self->view);
  assert_chosen (self, "2026-12-02");
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  static const struct
  {
    guint       key;
    const char *date;
    const char *mirrored;
  } rows[] = {
    { GDK_KEY_Right, "2026-12-02", "2026-11-30" },
    { GDK_KEY_Left, "2026-11-30", "2026-12-02" },
    { GDK_KEY_Down, "2026-12-08", "2026-12-08" },
    { GDK_KEY_Up, "2026-11-24", "2026-11-24" },
    { GDK_KEY_KP_Right, "2026-12-02", "2026-11-30" },
    { GDK_KEY_Page_Down, "2027-01-01", "2027-01-01" },
    { GDK_KEY_Page_Up, "2026-11-01", "2026-11-01" },
    { GDK_KEY_t, "2026-12-01", "2026-12-01" },
  };

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (self->view)));
  for (guint mirrored = 0; mirrored < 2; mirrored++)
    for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
      {
        const char *date = mirrored ? rows[i].mirrored : rows[i].date;

        gtk_widget_set_direction (GTK_WIDGET (self->view), mirrored ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        convene_calendar_view_set_date (self->view, "2026-12-01");
        press (self, rows[i].key);
        assert_chosen (self, date);
        g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_cell (self, date))));
      }
}

static void
test_week_ends (Fixture      *self,
                gconstpointer data)
{
  GDate            day, first, last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  g_assert_true (convene_month_parse_day ("2026-12-01", &day));
  convene_month_week (&day, convene_words_first_weekday (), &first, &last);
  from = convene_month_format_day (&first);
  to = convene_month_format_day (&last);
  press (self, GDK_KEY_Home);
  assert_chosen (self, from);
  convene_calendar_view_set_date (self->view, "2026-12-01");
  press (self, GDK_KEY_End);
  assert_chosen (self, to);
}

/* The keyboard comes to the chosen day, and goes on behind the month. */
static void
test_tab (Fixture      *self,
          gconstpointer data)
{
  gtk_window_set_focus (self->window, NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_cell (self, "2026-12-01"))));
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
}

static void
told_cb (ConveneCalendarView *view,
         const char          *text,
         gpointer             user_data)
{
  g_free (*(char **) user_data);
  *(char **) user_data = g_strdup (text);
}

static void
test_activate (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *told = NULL;

  g_signal_connect (self->view, "day-activated", G_CALLBACK (told_cb), &told);
  press (self, GDK_KEY_Down);
  press (self, GDK_KEY_Return);
  g_assert_cmpstr (told, ==, "2026-12-08");
}

static GtkGesture *
find_click (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* A press on a day, `down` pixels below its upper edge. */
static void
click (Fixture    *self,
       const char *date,
       int         down,
       int         presses)
{
  GtkWidget       *cell = GTK_WIDGET (find_cell (self, date));
  graphene_point_t at = GRAPHENE_POINT_INIT (gtk_widget_get_width (cell) / 2.0f, (float) down);

  g_assert_true (gtk_widget_compute_point (cell, GTK_WIDGET (self->grid), &at, &at));
  g_signal_emit_by_name (find_click (GTK_WIDGET (self->grid)), "pressed", presses, (double) at.x, (double) at.y);
}

static void
test_pointer (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-03 10:00", "UTC", 45, CONVENE_PLATFORM_PHONE);
  g_autofree char *day = NULL;
  g_autofree char *free_day = NULL;
  g_autofree char *entry = NULL;

  wait_for_entries (self, "2026-12-03", 1);
  ui_wait_frame (GTK_WIDGET (self->view));
  g_signal_connect (self->view, "day-activated", G_CALLBACK (told_cb), &day);
  g_signal_connect (self->view, "slot-activated", G_CALLBACK (told_cb), &free_day);
  g_signal_connect (self->view, "entry-activated", G_CALLBACK (told_cb), &entry);

  click (self, "2026-12-03", 5, 1);
  assert_chosen (self, "2026-12-03");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_cell (self, "2026-12-03"))));
  g_assert_null (day);
  g_assert_null (entry);
  click (self, "2026-12-03", 35, 1);
  g_assert_cmpstr (entry, ==, uid);
  g_assert_null (day);

  /* The first press turns the month under the second one. */
  click (self, "2027-01-01", 5, 1);
  assert_chosen (self, "2027-01-01");
  click (self, "2027-01-28", 5, 2);
  assert_chosen (self, "2027-01-01");
  g_assert_cmpstr (free_day, ==, "2027-01-01");
  g_assert_null (day);

  /* Where there are dots, a day is opened. */
  convene_calendar_view_set_narrow (self->view, TRUE);
  click (self, "2027-01-12", 5, 1);
  click (self, "2027-01-12", 5, 2);
  g_assert_cmpstr (day, ==, "2027-01-12");
}

/* What lasts over midnight is on both days. */
static void
test_over_midnight (Fixture      *self,
                    gconstpointer data)
{
  g_free (ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-03 23:30", "UTC", 60, CONVENE_PLATFORM_PHONE));
  g_free (ui_fixture_add_interview (self->fixture, "Bo Sample", "Designer", "2026-12-05 23:15", "UTC", 45, CONVENE_PLATFORM_PHONE));
  g_free (ui_fixture_add_interview (self->fixture, "Cleo Test", "Designer", "2026-11-29 12:00", "UTC", 1440, CONVENE_PLATFORM_PHONE));
  wait_for_entries (self, "2026-11-30", 1);
  g_assert_cmpuint (count (self, "2026-12-04"), ==, 1);
  g_assert_cmpuint (count (self, "2026-12-05"), ==, 1);
  g_assert_cmpuint (count (self, "2026-12-06"), ==, 0);
  g_assert_cmpuint (count (self, "2026-12-03"), ==, 1);
}

typedef struct
{
  char  *uid;
  gint64 start;
  gint64 end;
} Moved;

static void
moved_cb (ConveneCalendarView *view,
          const char          *uid,
          gint64               start,
          gint64               end,
          gpointer             user_data)
{
  Moved *moved = user_data;

  g_free (moved->uid);
  *moved = (Moved){ g_strdup (uid), start, end };
}

static GtkGesture *
find_drag (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* From the first line of a day to another day; `leave`: Escape before the button is let go. */
static void
drag (Fixture    *self,
      const char *from,
      const char *to,
      gboolean    leave)
{
  GtkGesture *gesture = find_drag (GTK_WIDGET (self->grid));
  GtkWidget  *cells[] = { GTK_WIDGET (find_cell (self, from)), GTK_WIDGET (find_cell (self, to)) };
  double      x[2], y[2];

  for (guint i = 0; i < 2; i++)
    {
      graphene_point_t at = GRAPHENE_POINT_INIT (gtk_widget_get_width (cells[i]) / 2.0, 35);

      g_assert_true (gtk_widget_compute_point (cells[i], GTK_WIDGET (self->grid), &at, &at));
      x[i] = at.x;
      y[i] = at.y;
    }
  g_signal_emit_by_name (gesture, "drag-begin", x[0], y[0]);
  g_signal_emit_by_name (gesture, "drag-update", x[1] - x[0], y[1] - y[0]);
  if (leave)
    press (self, GDK_KEY_Escape);
  g_signal_emit_by_name (gesture, "drag-end", x[1] - x[0], y[1] - y[0]);
}

/* An interview that is dragged keeps its time of day. */
static void
test_drag (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-03 10:20", "UTC", 45, CONVENE_PLATFORM_PHONE);
  g_autoptr(ConveneMoment) expected = convene_moment_parse ("2026-12-16 10:20", "UTC", NULL);
  Moved moved = { 0 };

  g_free (ui_fixture_add_interview (self->fixture, "Bo Sample", "Designer", "2026-11-30 10:00", "UTC", 30, CONVENE_PLATFORM_PHONE));
  wait_for_entries (self, "2026-12-03", 1);
  wait_for_entries (self, "2026-11-30", 1);
  ui_wait_frame (GTK_WIDGET (self->view));
  g_signal_connect (self->view, "entry-moved", G_CALLBACK (moved_cb), &moved);

  drag (self, "2026-12-03", "2026-12-16", TRUE);
  g_assert_null (moved.uid);
  drag (self, "2026-12-03", "2026-12-03", FALSE);
  g_assert_null (moved.uid);
  /* What is over stays. */
  drag (self, "2026-11-30", "2026-12-16", FALSE);
  g_assert_null (moved.uid);

  drag (self, "2026-12-03", "2026-12-16", FALSE);
  g_assert_cmpstr (moved.uid, ==, uid);
  g_assert_cmpint (moved.start, ==, convene_moment_get_instant (expected));
  g_assert_cmpint (moved.end - moved.start, ==, 45 * CONVENE_MINUTE);
  g_assert_cmpuint (count (self, "2026-12-03"), ==, 1);
  g_free (moved.uid);
}

static void
test_filter (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  g_autofree char *title = NULL;
  g_autofree char *colors = NULL;

  g_free (ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-03 10:00", "UTC", 45, CONVENE_PLATFORM_PHONE));
  g_free (ui_fixture_add_interview (self->fixture, "Bo Sample", "Designer", "2026-12-03 11:00", "UTC", 45, CONVENE_PLATFORM_PHONE));
  wait_for_entries (self, "2026-12-03", 2);
  g_object_set (self->view, "filter", filter, "colors", "state", NULL);
  g_object_set (filter, "job", "Designer", NULL);
  wait_for_entries (self, "2026-12-03", 1);
  g_object_set (filter, "job", NULL, NULL);
  wait_for_entries (self, "2026-12-03", 2);
  g_object_get (self->view, "title", &title, "colors", &colors, NULL);
  g_assert_cmpstr (title, ==, "December 2026");
  g_assert_cmpstr (colors, ==, "state");
}

/* What is written, by whom ever, shows. */
static void
test_alive (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *uid = NULL;
  g_autofree char *other = NULL;
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneMoment) moved = convene_moment_parse ("2026-12-04 09:00", "UTC", NULL);

  wait_for_entries (self, "2026-12-01", 0);
  uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  wait_for_entries (self, "2026-12-01", 1);
  other = ui_fixture_add_interview (self->fixture, "Bo Sample", "Designer", "2026-12-01 14:00", "UTC", 30, CONVENE_PLATFORM_PHONE);
  wait_for_entries (self, "2026-12-01", 2);

  interview = ui_fixture_find (self->fixture, uid);
  convene_interview_set_start (interview, moved);
  ui_fixture_update (self->fixture, interview);
  wait_for_entries (self, "2026-12-01", 1);
  wait_for_entries (self, "2026-12-04", 1);
}

/* Turning back and forth; and what lies at the edges of a day. */
static void
test_turn (Fixture      *self,
           gconstpointer data)
{
  static const char *const walls[] = { "2026-11-30 23:59", "2026-12-01 00:00", "2026-12-31 23:30", "2027-01-01 00:00", "2027-03-01 12:00" };

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    g_free (ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", walls[i], "UTC", 45, CONVENE_PLATFORM_PHONE));
  /* One of them lasts over midnight. */
  wait_for_entries (self, "2026-12-01", 2);
  wait_for_entries (self, "2026-12-31", 1);
  wait_for_entries (self, "2026-11-30", 1);

  convene_calendar_view_turn (self->view, 3);
  g_assert_null (find_cell (self, "2026-12-31"));
  wait_for_entries (self, "2027-03-01", 1);
  convene_calendar_view_turn (self->view, -2);
  wait_for_entries (self, "2027-01-01", 2);
}

/* The only interview is not of the month that is shown. */
static gboolean
holds_neighbours (gpointer user_data)
{
  return g_list_model_get_n_items (user_data) == 1;
}

/* A neighbour is there before it is turned to. */
static void
test_neighbours (Fixture      *self,
                 gconstpointer data)
{
  g_free (ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2027-01-20 10:00", "UTC", 45, CONVENE_PLATFORM_PHONE));
  ui_fixture_run_until (self->fixture, holds_neighbours, convene_calendar_view_get_calendar (self->view));
  convene_calendar_view_turn (self->view, 1);
  g_assert_cmpuint (count (self, "2027-01-20"), ==, 1);
}

static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  ConveneDayCell *cell = find_cell (self, "2026-12-01");
  int             wide, narrow;

  for (guint i = 0; i < 3; i++)
    g_free (ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_PHONE));
  wait_for_entries (self, "2026-12-01", 3);
  ui_wait_frame (GTK_WIDGET (self->view));
  g_assert_nonnull (convene_day_cell_pick (cell, gtk_widget_get_height (GTK_WIDGET (cell)) / 2));
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, -1, NULL, &wide, NULL, NULL);

  g_object_set (self->view, "narrow", TRUE, NULL);
  ui_wait_frame (GTK_WIDGET (self->view));
  g_assert_null (convene_day_cell_pick (cell, gtk_widget_get_height (GTK_WIDGET (cell)) / 2));
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_VERTICAL, -1, NULL, &narrow, NULL, NULL);
  g_assert_cmpint (narrow, <, wide);
  gtk_widget_measure (GTK_WIDGET (self->view), GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, <=, 340);
}

static void
test_names (Fixture      *self,
            gconstpointer data)
{
  static const char *const weekdays[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
  ConveneDayCell          *cell = find_cell (self, "2026-12-02");

  g_free (ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-02 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM));
  g_free (ui_fixture_add_interview (self->fixture, "Bo Sample", "Designer", "2026-12-02 14:00", "UTC", 30, CONVENE_PLATFORM_PHONE));
  wait_for_entries (self, "2026-12-02", 2);
  ui_fixture_run_pending (self->fixture);

  gtk_test_accessible_assert_role (self->grid, GTK_ACCESSIBLE_ROLE_GRID);
  gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (GTK_WIDGET (cell)), GTK_ACCESSIBLE_ROLE_ROW);
  gtk_test_accessible_assert_property (self->grid, GTK_ACCESSIBLE_PROPERTY_LABEL, "December 2026");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL, "Wednesday 2 December, 2 interviews");
  gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "10:00 to 10:45, Ada Example, Staff Engineer, Zoom, no answer yet\n14:00 to 14:30, Bo Sample, Designer, Phone, no answer yet");
  gtk_test_accessible_assert_state (cell, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
  gtk_test_accessible_assert_state (find_cell (self, "2026-12-01"), GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    g_assert_nonnull (ui_find_named (GTK_WIDGET (self->view), GTK_TYPE_LABEL, weekdays[i]));
}

/* A window shows a month before the profile is open. */
static void
test_no_engine (void)
{
  UiFixture *fixture = ui_fixture_new ();
  GtkWidget *view = convene_month_view_new (NULL);
  GtkWindow *window = ui_present (view, 900, 700);

  g_assert_null (convene_calendar_view_get_calendar (CONVENE_CALENDAR_VIEW (view)));
  g_assert_nonnull (convene_calendar_view_get_date (CONVENE_CALENDAR_VIEW (view)));
  convene_calendar_view_set_engine (CONVENE_CALENDAR_VIEW (view), fixture->engine);
  g_assert_nonnull (convene_calendar_view_get_calendar (CONVENE_CALENDAR_VIEW (view)));
  g_assert_cmpstr (convene_calendar_view_get_date (CONVENE_CALENDAR_VIEW (view)), ==, "2026-12-01");
  ui_wait_frame (view);
  convene_calendar_view_set_engine (CONVENE_CALENDAR_VIEW (view), NULL);
  g_assert_null (convene_calendar_view_get_calendar (CONVENE_CALENDAR_VIEW (view)));
  ui_destroy (window, view);
  ui_fixture_free (fixture);
}

#define ADD(name, test) g_test_add ("/ui/calendar/month-view/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("today", test_today);
  ADD ("midnight", test_midnight);
  ADD ("keys", test_keys);
  ADD ("week-ends", test_week_ends);
  ADD ("tab", test_tab);
  ADD ("activate", test_activate);
  ADD ("pointer", test_pointer);
  ADD ("over-midnight", test_over_midnight);
  ADD ("drag", test_drag);
  ADD ("filter", test_filter);
  ADD ("alive", test_alive);
  ADD ("turn", test_turn);
  ADD ("neighbours", test_neighbours);
  ADD ("narrow", test_narrow);
  ADD ("names", test_names);
  g_test_add_func ("/ui/calendar/month-view/no-engine", test_no_engine);

  return g_test_run ();
}
