/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "busy-month.h"
#include "convene-day-row.h"
#include "convene-day-view.h"
#include "convene-month.h"
#include "convene-rows.h"
#include "ui-window.h"

typedef struct
{
  UiFixture       *fixture;
  ConveneCalendar *calendar;
  GtkWidget       *view;
  GtkWindow       *window;
} Fixture;

/* The calendar holds December. */
static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->fixture = ui_fixture_new ();
  self->calendar = convene_calendar_new (self->fixture->engine);
  convene_calendar_set_range (self->calendar, UI_FIXTURE_NOW - 30 * CONVENE_DAY, UI_FIXTURE_NOW + 30 * CONVENE_DAY, 0);
  self->view = convene_day_view_new (self->fixture->engine);
  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2026-12-01");
  convene_day_view_set_calendar (CONVENE_DAY_VIEW (self->view), self->calendar);
  self->window = ui_present (self->view, 340, 700);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (self->window, self->view);
  g_assert_finalize_object (self->calendar);
  ui_fixture_free (self->fixture);
}

static ConveneDayRow *
get_row (Fixture *self,
         int      position)
{
  return CONVENE_DAY_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (ui_find (self->view, GTK_TYPE_LIST_BOX)), position));
}

static guint
count_rows (Fixture *self)
{
  GtkListBox *list = GTK_LIST_BOX (ui_find (self->view, GTK_TYPE_LIST_BOX));
  guint       count = 0;

  for (int i = 0; gtk_list_box_get_row_at_index (list, i) != NULL; i++)
    count += gtk_widget_get_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (list, i)));
  return count;
}

typedef struct
{
  Fixture *self;
  guint    count;
} Expected;

static gboolean
has_rows (gpointer user_data)
{
  Expected *expected = user_data;

  return convene_calendar_get_loaded (expected->self->calendar) && count_rows (expected->self) == expected->count;
}

static void
wait_for_rows (Fixture *self,
               guint    count)
{
  Expected expected = { self, count };

  ui_fixture_run_until (self->fixture, has_rows, &expected);
}

static GtkWidget *
get_page (Fixture *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (ui_find (self->view, GTK_TYPE_STACK)));
}

static gboolean
is_empty (gpointer user_data)
{
  return ui_find_named (get_page (user_data), GTK_TYPE_BUTTON, "Schedule _Interview") != NULL;
}

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *button;
  g_autoptr(GVariant) expected = g_variant_ref_sink (g_variant_new_string ("2026-12-01"));

  ui_fixture_run_until (self->fixture, is_empty, self);
  button = ui_find_named (get_page (self), GTK_TYPE_BUTTON, "Schedule _Interview");
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "app.schedule-on");
  g_assert_true (g_variant_equal (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), expected));
  g_assert_nonnull (ui_find_named (self->view, GTK_TYPE_LABEL, "Tuesday 1 December"));

  /* A day that is over offers nothing; one that nobody has read yet does not say that it is empty. */
  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2026-11-30");
  g_assert_false (gtk_widget_get_visible (button));
  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2027-06-01");
  g_assert_false (is_empty (self));
  g_assert_nonnull (ui_find_named (self->view, GTK_TYPE_LABEL, "Tuesday 1 June 2027"));
}

static void
test_rows (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 12:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autofree char *early = ui_fixture_add_interview (self->fixture, "Bo Sample", "Designer", "2026-12-01 03:00", "UTC", 90, CONVENE_PLATFORM_PHONE);
  g_autofree char *failed = ui_fixture_add_failed_interview (self->fixture, "Cy Failed", "Designer", "2026-12-01 15:00", "UTC", 90);
  g_autofree char *tomorrow = ui_fixture_add_interview (self->fixture, "Chi Later", "Designer", "2026-12-02 00:00", "UTC", 90, CONVENE_PLATFORM_PHONE);

  wait_for_rows (self, 3);
  g_assert_nonnull (ui_find_named (GTK_WIDGET (get_row (self, 0)), GTK_TYPE_INSCRIPTION, "03:00  Bo Sample"));
  g_assert_nonnull (ui_find_named (GTK_WIDGET (get_row (self, 0)), GTK_TYPE_INSCRIPTION, "Mon 30 Nov, 21:00 for Bo (Mexico City)"));
  g_assert_true (gtk_widget_get_visible (ui_find_named (GTK_WIDGET (get_row (self, 2)), CONVENE_TYPE_CHIP, "Needs attention")));
  g_assert_null (ui_find (GTK_WIDGET (get_row (self, 0)), CONVENE_TYPE_CHIP));
  g_assert_nonnull (ui_find_named (GTK_WIDGET (get_row (self, 1)), GTK_TYPE_INSCRIPTION, "12:00  Ada Example"));
  g_assert_nonnull (ui_find_named (GTK_WIDGET (get_row (self, 1)), GTK_TYPE_INSCRIPTION, "Staff Engineer · Zoom"));
  g_assert_nonnull (ui_find_named (GTK_WIDGET (get_row (self, 1)), GTK_TYPE_INSCRIPTION, "No answer yet · 45 min"));
  g_assert_nonnull (ui_find_named (GTK_WIDGET (get_row (self, 1)), GTK_TYPE_INSCRIPTION, "06:00 for Ada (Mexico City)"));
  gtk_test_accessible_assert_property (get_row (self, 1), GTK_ACCESSIBLE_PROPERTY_LABEL, "12:00 to 12:45, Ada Example, Staff Engineer, Zoom, no answer yet");

  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2026-12-02");
  wait_for_rows (self, 1);
  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2026-12-03");
  g_assert_true (is_empty (self));
}

/* A row that said what is out of the ordinary does not say it of the next one that it shows. */
static void
test_row_anew (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *failed = ui_fixture_add_failed_interview (self->fixture, "Cy Failed", "Designer", "2026-12-01 15:00", "UTC", 90);
  g_autofree char *calm = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-02 12:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  GtkWidget       *row, *chip;

  wait_for_rows (self, 1);
  row = GTK_WIDGET (get_row (self, 0));
  chip = ui_find (row, CONVENE_TYPE_CHIP);
  g_assert_true (gtk_widget_get_visible (chip));
  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2026-12-02");
  g_assert_nonnull (ui_find_named (row, GTK_TYPE_INSCRIPTION, "12:00  Ada Example"));
  g_assert_false (gtk_widget_get_visible (chip));
  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2026-12-01");
  g_assert_true (gtk_widget_get_visible (chip));
}

/* Where both clocks show the same nobody needs to be told. */
static void
test_same_zone (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-01 12:00", "UTC", 45, CONVENE_PLATFORM_PHONE);
  g_autoptr(ConveneParticipant) candidate = g_list_model_get_item (convene_interview_get_participants (interview), 0);

  convene_participant_set_timezone (candidate, "Africa/Abidjan");
  ui_fixture_put (self->fixture, interview, -1);
  wait_for_rows (self, 1);
  g_assert_nonnull (ui_find_named (GTK_WIDGET (get_row (self, 0)), GTK_TYPE_INSCRIPTION, "12:00  Ada Example"));
  g_assert_null (ui_find_named (GTK_WIDGET (get_row (self, 0)), GTK_TYPE_INSCRIPTION, "12:00 for Ada (Abidjan)"));
}

static gboolean
is_joinable (gpointer user_data)
{
  gboolean joinable;

  g_object_get (get_row (user_data, 0), "joinable", &joinable, NULL);
  return joinable;
}

static gboolean
is_not_joinable (gpointer user_data)
{
  return !is_joinable (user_data);
}

/* It is 09:20: Join is there from 09:50 to 10:45. */
static void
test_join (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  GtkWidget       *join;

  wait_for_rows (self, 1);
  g_assert_null (ui_find (GTK_WIDGET (get_row (self, 0)), GTK_TYPE_BUTTON));
  ui_fixture_advance (self->fixture, 29 * CONVENE_MINUTE);
  ui_fixture_run_pending (self->fixture);
  g_assert_false (is_joinable (self));
  ui_fixture_advance (self->fixture, CONVENE_MINUTE);
  ui_fixture_run_until (self->fixture, is_joinable, self);
  join = ui_find (GTK_WIDGET (get_row (self, 0)), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_visible (join));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (join)), ==, "app.join");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (join)), NULL), ==, uid);
  gtk_test_accessible_assert_property (join, GTK_ACCESSIBLE_PROPERTY_LABEL, "Join Ada Example");
  ui_fixture_advance (self->fixture, 54 * CONVENE_MINUTE);
  ui_fixture_run_pending (self->fixture);
  g_assert_true (is_joinable (self));
  ui_fixture_advance (self->fixture, CONVENE_MINUTE);
  ui_fixture_run_until (self->fixture, is_not_joinable, self);
  g_assert_false (gtk_widget_get_visible (join));
}

/* VC-24: whoever hosts it starts it. */
static void
test_start (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *uid = NULL;
  GtkWidget       *start;

  ui_fixture_add_account (self->fixture, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 09:25", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  wait_for_rows (self, 1);
  start = ui_find (GTK_WIDGET (get_row (self, 0)), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (start)), ==, "_Start");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (start), ==, "Start the meeting in Zoom, as its host");
  gtk_test_accessible_assert_property (start, GTK_ACCESSIBLE_PROPERTY_LABEL, "Start Ada Example");
}

static void
told_cb (ConveneDayView *view,
         const char     *text,
         gpointer        user_data)
{
  *(char **) user_data = g_strdup (text);
}

static void
test_activate (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autofree char *told = NULL;

  g_signal_connect (self->view, "entry-activated", G_CALLBACK (told_cb), &told);
  wait_for_rows (self, 1);
  g_assert_true (gtk_widget_activate (GTK_WIDGET (get_row (self, 0))));
  g_assert_cmpstr (told, ==, uid);
}

/* whichever row is dragged out of the window, it is that one's interview. */
static void
test_drag (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *first = ui_fixture_add_interview (self->fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autofree char *second = ui_fixture_add_interview (self->fixture, "Bo Sample", "Designer", "2026-12-01 12:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autoptr(GdkContentProvider) content = NULL;
  g_autoptr(GBytes) calendar = NULL;
  GtkWidget      *list = ui_find (self->view, GTK_TYPE_LIST_BOX);
  graphene_rect_t bounds;

  wait_for_rows (self, 2);
  ui_rest (50);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_row (self, 1)), list, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);
  content = ui_drag (list, 20, bounds.origin.y + bounds.size.height / 2);
  calendar = ui_read_content (content, "text/calendar");
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (calendar, NULL), g_bytes_get_size (calendar), second));
  g_assert_null (ui_drag (list, 20, bounds.origin.y + bounds.size.height + 20));
}

/* More than are made at once; and back to few. */
static void
test_many (Fixture      *self,
           gconstpointer data)
{
  busy_month_fill (self->fixture, "2026-12-01", 1, 40);
  busy_month_fill (self->fixture, "2026-12-02", 1, 3);
  wait_for_rows (self, 40);
  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2026-12-02");
  wait_for_rows (self, 3);
  convene_day_view_set_date (CONVENE_DAY_VIEW (self->view), "2026-12-01");
  wait_for_rows (self, 40);
}

static gboolean
is_drawn (gpointer user_data)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (ui_find (user_data, GTK_TYPE_INSCRIPTION));
  g_autoptr(GdkPaintable) image = gdk_paintable_get_current_image (paintable);
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  gboolean       drawn;

  gdk_paintable_snapshot (image, snapshot, 100, 20);
  node = gtk_snapshot_free_to_node (snapshot);
  drawn = node != NULL;
  g_clear_pointer (&node, gsk_render_node_unref);
  return drawn;
}

/* What is out of view costs no drawing, and is there once it comes into view: by a taller window, or scrolled to. */
static void
test_out_of_view (Fixture      *self,
                  gconstpointer data)
{
  GtkAdjustment *scroll;

  busy_month_fill (self->fixture, "2026-12-01", 1, 40);
  wait_for_rows (self, 40);
  ui_fixture_run_until (self->fixture, is_drawn, get_row (self, 0));
  g_assert_false (is_drawn (get_row (self, 9)));
  g_assert_false (is_drawn (get_row (self, 39)));

  gtk_window_set_default_size (self->window, 340, 1080);
  ui_fixture_run_until (self->fixture, is_drawn, get_row (self, 9));
  g_assert_false (is_drawn (get_row (self, 39)));

  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (get_page (self)));
  gtk_adjustment_set_value (scroll, gtk_adjustment_get_upper (scroll));
  ui_fixture_run_until (self->fixture, is_drawn, get_row (self, 39));
}

/* It outlives neither calendar nor engine, and needs none. */
static void
test_alone (void)
{
  GtkWidget *view = convene_day_view_new (NULL);
  GtkWindow *window = ui_present (view, 340, 500);

  g_assert_nonnull (convene_day_view_get_date (CONVENE_DAY_VIEW (view)));
  convene_day_view_set_date (CONVENE_DAY_VIEW (view), "2026-12-01");
  convene_day_view_set_date (CONVENE_DAY_VIEW (view), "nonsense");
  g_assert_cmpstr (convene_day_view_get_date (CONVENE_DAY_VIEW (view)), ==, "2026-12-01");
  ui_destroy (window, view);
}

#define ADD(name, test) g_test_add ("/ui/calendar/day-view/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("empty", test_empty);
  ADD ("rows", test_rows);
  ADD ("row-anew", test_row_anew);
  ADD ("same-zone", test_same_zone);
  ADD ("join", test_join);
  ADD ("VC-24/start", test_start);
  ADD ("activate", test_activate);
  ADD ("X-11/drag", test_drag);
  ADD ("many", test_many);
  ADD ("out-of-view", test_out_of_view);
  g_test_add_func ("/ui/calendar/day-view/alone", test_alone);

  return g_test_run ();
}
