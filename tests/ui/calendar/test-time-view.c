/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "busy-month.h"
#include "convene-agenda-view.h"
#include "convene-filter.h"
#include "convene-time-grid.h"
#include "convene-time-view.h"
#include "ui-window.h"

typedef struct
{
  UiFixture           *fixture;
  ConveneCalendarView *view;
  ConveneTimeGrid     *grid;
  GtkWindow           *window;

  char  *told; /* what the last signal said */
  gint64 start;
  gint64 end;
} Fixture;

static void
told_cb (GtkWidget  *view,
         const char *text,
         gpointer    user_data)
{
  Fixture *self = user_data;

  g_free (self->told);
  self->told = g_strdup (text);
}

static void
moved_cb (GtkWidget  *view,
          const char *uid,
          gint64      start,
          gint64      end,
          gpointer    user_data)
{
  Fixture *self = user_data;

  told_cb (view, uid, self);
  self->start = start;
  self->end = end;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  GtkWidget *view = convene_time_view_new ();

  self->fixture = ui_fixture_new ();
  g_object_set (view, "engine", self->fixture->engine, NULL);
  self->view = CONVENE_CALENDAR_VIEW (view);
  self->grid = CONVENE_TIME_GRID (ui_find (view, CONVENE_TYPE_TIME_GRID));
  self->window = ui_present (view, 900, 700);
  g_signal_connect (view, "entry-activated", G_CALLBACK (told_cb), self);
  g_signal_connect (view, "slot-activated", G_CALLBACK (told_cb), self);
  g_signal_connect (view, "entry-moved", G_CALLBACK (moved_cb), self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (self->window, GTK_WIDGET (self->view));
  ui_fixture_free (self->fixture);
  g_free (self->told);
}

static guint
count_blocks (Fixture *self)
{
  guint count = 0;

  while (convene_time_grid_get_block (self->grid, count) != NULL)
    count++;
  return count;
}

typedef struct
{
  Fixture *self;
  guint    count;
} Expected;

static gboolean
has_blocks (gpointer user_data)
{
  Expected *expected = user_data;

  return count_blocks (expected->self) == expected->count;
}

static void
wait_for_blocks (Fixture *self,
                 guint    count)
{
  Expected expected = { self, count };

  ui_fixture_run_until (self->fixture, has_blocks, &expected);
  ui_wait_frame (GTK_WIDGET (self->view));
}

static char *
add (Fixture    *self,
     const char *candidate,
     const char *wall,
     int         minutes)
{
  return ui_fixture_add_interview (self->fixture, candidate, "Staff Engineer", wall, "UTC", minutes, CONVENE_PLATFORM_PHONE);
}

static gint64
at (const char *wall)
{
  g_autoptr(ConveneMoment) moment = convene_moment_parse (wall, "UTC", NULL);

  return convene_moment_get_instant (moment);
}

static void
assert_property (GObject    *object,
                 const char *name,
                 const char *expected)
{
  g_autofree char *value = NULL;

  g_object_get (object, name, &value, NULL);
  g_assert_cmpstr (value, ==, expected);
}

static void
assert_view (Fixture    *self,
             const char *date,
             const char *title)
{
  assert_property (G_OBJECT (self->view), "date", date);
  assert_property (G_OBJECT (self->view), "title", title);
}

/* As the keyboard would, from the widget that has the focus: the binding of it, or of those around it. */
static void
press (Fixture *self,
       guint    key)
{
  for (GtkWidget *widget = gtk_window_get_focus (self->window); widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

      for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
        {
          g_autoptr(GListModel) shortcuts = g_list_model_get_item (controllers, i);

          for (guint j = 0; GTK_IS_SHORTCUT_CONTROLLER (shortcuts) && j < g_list_model_get_n_items (shortcuts); j++)
            {
              g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (shortcuts, j);
              GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

              if (!GTK_IS_KEYVAL_TRIGGER (trigger) || gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) != key || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) != 0)
                continue;
              if (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, gtk_shortcut_get_arguments (shortcut)))
                return;
            }
        }
    }
}

static void
assert_slot (Fixture    *self,
             const char *wall)
{
  g_assert_cmpint (convene_time_grid_get_slot (self->grid), ==, at (wall));
  g_assert_true (gtk_widget_has_focus (convene_time_grid_get_slot_widget (self->grid)));
}

static void
test_turn (Fixture      *self,
           gconstpointer data)
{
  assert_view (self, "2026-12-01", "29 November – 5 December 2026");
  convene_calendar_view_turn (self->view, 1);
  assert_view (self, "2026-12-08", "6 – 12 December 2026");
  convene_calendar_view_turn (self->view, 3);
  assert_view (self, "2026-12-29", "27 December 2026 – 2 January 2027");
  convene_calendar_view_go_to_today (self->view);
  assert_view (self, "2026-12-01", "29 November – 5 December 2026");
  g_assert_cmpint (convene_time_grid_get_slot (self->grid), ==, at ("2026-12-01 09:00"));

  g_object_set (self->view, "narrow", TRUE, NULL);
  assert_view (self, "2026-12-01", "1 – 3 December 2026");
  convene_calendar_view_turn (self->view, -1);
  assert_view (self, "2026-11-28", "28 – 30 November 2026");
  g_object_set (self->view, "days", 1, NULL);
  assert_view (self, "2026-11-28", "Saturday 28 November 2026");
  g_object_set (self->view, "date", "2026-11-31", NULL);
  g_object_set (self->view, "date", "2100-12-31", NULL);
  assert_view (self, "2100-12-31", "Friday 31 December 2100");
  convene_calendar_view_turn (self->view, 1);
  assert_view (self, "2100-12-31", "Friday 31 December 2100");
}

static void
test_keys (Fixture      *self,
           gconstpointer data)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  assert_slot (self, "2026-12-01 08:00");
  press (self, GDK_KEY_Down);
  assert_slot (self, "2026-12-01 08:30");
  press (self, GDK_KEY_Up);
  press (self, GDK_KEY_Up);
  assert_slot (self, "2026-12-01 07:30");
  gtk_test_accessible_assert_property (convene_time_grid_get_slot_widget (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tuesday 1 December, 07:30, free");
  press (self, GDK_KEY_Right);
  assert_slot (self, "2026-12-02 07:30");
  press (self, GDK_KEY_End);
  assert_slot (self, "2026-12-05 07:30");
  press (self, GDK_KEY_Right);
  assert_slot (self, "2026-12-06 07:30");
  assert_view (self, "2026-12-06", "6 – 12 December 2026");
  press (self, GDK_KEY_Left);
  press (self, GDK_KEY_Home);
  assert_slot (self, "2026-11-29 07:30");
  press (self, GDK_KEY_Return);
  g_assert_cmpstr (self->told, ==, "2026-11-29T07:30");
  press (self, GDK_KEY_Page_Down);
  assert_slot (self, "2026-12-06 07:30");
  press (self, GDK_KEY_t);
  assert_slot (self, "2026-12-01 09:00");

  gtk_widget_set_direction (GTK_WIDGET (self->grid), GTK_TEXT_DIR_RTL);
  press (self, GDK_KEY_Right);
  assert_slot (self, "2026-11-30 09:00");
}

static ConveneTimeBlock *
get_focused (Fixture *self)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  return CONVENE_IS_TIME_BLOCK (focus) ? CONVENE_TIME_BLOCK (focus) : NULL;
}

/* Another day is today, and who has looked elsewhere meanwhile is not taken back. */
static void
test_midnight (Fixture      *self,
               gconstpointer data)
{
  GtkAdjustment *scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (GTK_WIDGET (self->view), GTK_TYPE_SCROLLED_WINDOW)));
  double         end = gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_page_size (scroll);

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  press (self, GDK_KEY_Down);
  assert_slot (self, "2026-12-01 08:30");
  gtk_adjustment_set_value (scroll, end);
  ui_fixture_advance (self->fixture, 15 * CONVENE_HOUR);
  ui_fixture_run_pending (self->fixture);
  ui_wait_frame (GTK_WIDGET (self->view));
  g_assert_cmpfloat (gtk_adjustment_get_value (scroll), ==, end);
  assert_property (G_OBJECT (self->view), "date", "2026-12-01");
  convene_calendar_view_go_to_today (self->view);
  assert_property (G_OBJECT (self->view), "date", "2026-12-02");
}

/* Tab goes through the interviews of the chosen day, and on. */
static void
test_tab (Fixture      *self,
          gconstpointer data)
{
  g_autofree char *first = add (self, "Ada Example", "2026-12-01 10:00", 45);
  g_autofree char *second = add (self, "Bo Sample", "2026-12-01 10:30", 45);

  g_free (add (self, "Cleo Test", "2026-12-02 10:00", 45));
  wait_for_blocks (self, 3);
  ui_fixture_run_pending (self->fixture);
  gtk_window_set_focus (self->window, NULL);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  assert_slot (self, "2026-12-01 08:00");
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  g_assert_true (get_focused (self) == convene_time_grid_get_block (self->grid, 0));
  gtk_test_accessible_assert_property (get_focused (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "10:00 to 10:45, Ada Example, Staff Engineer, Phone, no answer yet");
  press (self, GDK_KEY_Down);
  g_assert_true (get_focused (self) == convene_time_grid_get_block (self->grid, 1));
  press (self, GDK_KEY_Return);
  g_assert_cmpstr (self->told, ==, second);
  g_assert_false (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_BACKWARD));
  assert_slot (self, "2026-12-01 08:00");

  /* From an interview sideways: to its time on the other day. */
  gtk_widget_grab_focus (GTK_WIDGET (convene_time_grid_get_block (self->grid, 1)));
  press (self, GDK_KEY_Right);
  assert_slot (self, "2026-12-02 10:30");
  gtk_test_accessible_assert_property (convene_time_grid_get_slot_widget (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, "Wednesday 2 December, 10:30, 1 interview");
}

static gpointer
find_controller (GtkWidget *widget,
                 GType      type)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller;
    }
  g_assert_not_reached ();
}

/* Where a quarter of an hour of a day begins. */
static void
find_point (Fixture    *self,
            const char *wall,
            double     *x,
            double     *y)
{
  const ConveneTimeScale *scale = convene_time_grid_get_scale (self->grid);
  int                     ruler = convene_time_grid_get_ruler_width (self->grid);
  double                  width = (gtk_widget_get_width (GTK_WIDGET (self->grid)) - ruler) / (double) scale->n_days;
  guint                   day = 0;

  g_assert_true (convene_time_scale_find_day (scale, at (wall), &day));
  *x = ruler + (day + 0.5) * width;
  *y = convene_time_grid_get_y (self->grid, day, at (wall)) + 2;
}

/* From one time to another; `edge`: pixels above the first. */
static void
drag (Fixture    *self,
      const char *from,
      double      edge,
      const char *to,
      gboolean    leave)
{
  GtkGesture *gesture = find_controller (GTK_WIDGET (self->grid), GTK_TYPE_GESTURE_DRAG);
  double      x[2], y[2];
  gint64      start, end;

  find_point (self, from, &x[0], &y[0]);
  find_point (self, to, &x[1], &y[1]);
  y[0] -= edge;
  g_clear_pointer (&self->told, g_free);
  g_signal_emit_by_name (gesture, "drag-begin", x[0], y[0]);
  g_signal_emit_by_name (gesture, "drag-update", x[1] - x[0], y[1] - y[0]);
  if (convene_time_grid_get_dragged (self->grid, &start, &end))
    ui_show (GTK_WIDGET (self->window), "week-drag");
  if (leave)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      press (self, GDK_KEY_Escape);
      g_assert_false (convene_time_grid_get_dragged (self->grid, &start, &end));
    }
  g_signal_emit_by_name (gesture, "drag-end", x[1] - x[0], y[1] - y[0]);
}

static void
test_drag (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *uid = add (self, "Ada Example", "2026-12-02 10:00", 45);

  g_free (add (self, "Bo Sample", "2026-11-30 10:00", 45));
  wait_for_blocks (self, 2);

  drag (self, "2026-12-02 10:15", 0, "2026-12-04 14:30", FALSE);
  g_assert_cmpstr (self->told, ==, uid);
  g_assert_cmpint (self->start, ==, at ("2026-12-04 14:15"));
  g_assert_cmpint (self->end, ==, at ("2026-12-04 15:00"));
  g_assert_cmpuint (count_blocks (self), ==, 2);

  /* The lower edge, and no shorter than a quarter of an hour. */
  drag (self, "2026-12-02 10:45", 5, "2026-12-02 12:00", FALSE);
  g_assert_cmpint (self->start, ==, at ("2026-12-02 10:00"));
  g_assert_cmpint (self->end, ==, at ("2026-12-02 12:00"));
  drag (self, "2026-12-02 10:45", 5, "2026-12-02 09:00", FALSE);
  g_assert_cmpint (self->end, ==, at ("2026-12-02 10:15"));

  /* Escape, what is over, free time, and where it was. */
  drag (self, "2026-12-02 10:15", 0, "2026-12-04 14:30", TRUE);
  g_assert_null (self->told);
  drag (self, "2026-11-30 10:15", 0, "2026-12-04 14:30", FALSE);
  g_assert_null (self->told);
  drag (self, "2026-12-03 10:15", 0, "2026-12-04 14:30", FALSE);
  g_assert_null (self->told);
  drag (self, "2026-12-02 10:15", 0, "2026-12-02 10:15", FALSE);
  g_assert_null (self->told);
}

static GtkAdjustment *
get_adjustment (Fixture *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (GTK_WIDGET (self->view), GTK_TYPE_SCROLLED_WINDOW)));
}

/* The colour of a point of what the window shows. */
static guint32
look_at (Fixture   *self,
         GtkWidget *widget,
         double     x,
         double     y)
{
  GtkWidget       *content = ui_get_content (self->window);
  g_autofree char *path = g_build_filename (self->fixture->folder, "picture.png", NULL);
  g_autoptr(GdkPixbuf) picture = NULL;
  g_autoptr(GError) error = NULL;
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) x, (float) y);
  const guint8    *pixel;

  ui_wait_frame (content);
  ui_picture (GTK_WIDGET (self->window), path);
  picture = gdk_pixbuf_new_from_file (path, &error);
  g_assert_no_error (error);
  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (self->window), &at, &at));
  pixel = gdk_pixbuf_read_pixels (picture) + (int) at.y * gdk_pixbuf_get_rowstride (picture) + (int) at.x * gdk_pixbuf_get_n_channels (picture);
  return (guint32) pixel[0] << 16 | (guint32) pixel[1] << 8 | pixel[2];
}

/* Only what is in view is drawn: what comes into view is, too. */
static void
test_scrolled (Fixture      *self,
               gconstpointer data)
{
  GtkAdjustment    *adjustment = get_adjustment (self);
  ConveneTimeBlock *early, *late;

  g_free (add (self, "Ada Example", "2026-12-01 01:00", 45));
  g_free (add (self, "Bo Sample", "2026-12-01 23:00", 45));
  wait_for_blocks (self, 2);
  early = convene_time_grid_get_block (self->grid, 0);
  late = convene_time_grid_get_block (self->grid, 1);

  gtk_adjustment_set_value (adjustment, 0);
  g_assert_cmphex (look_at (self, GTK_WIDGET (early), 1, 10), !=, look_at (self, GTK_WIDGET (early), 1, -20));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_cmphex (look_at (self, GTK_WIDGET (late), 1, 10), !=, look_at (self, GTK_WIDGET (late), 1, -20));
}

typedef struct
{
  GtkAdjustment *adjustment;
  double         value;
} Scrolled;

static gboolean
is_scrolled (gpointer user_data)
{
  Scrolled *expected = user_data;

  return gtk_adjustment_get_value (expected->adjustment) == expected->value;
}

/* Somebody who looks at half past six and what follows turns to days whose interviews are all before it: the first of them comes into view, once, and only where
 * none is. What is over today brings nobody there. */
static void
test_missed (Fixture      *self,
             gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double         early, x, y;

  g_object_set (self->view, "days", 1u, NULL);
  g_free (add (self, "Ada Example", "2026-12-03 02:00", 45));
  g_free (add (self, "Bo Sample", "2026-12-03 03:00", 45));
  g_free (add (self, "Cleo Test", "2026-12-04 01:00", 45));
  g_free (add (self, "Dee Trial", "2026-12-04 13:00", 45));
  g_free (add (self, "Eve Proof", "2026-12-01 02:00", 45));
  wait_for_blocks (self, 1);
  find_point (self, "2026-12-01 06:30", &x, &early);
  find_point (self, "2026-12-01 02:00", &x, &y);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, y);
  gtk_adjustment_set_value (adjustment, early);

  convene_calendar_view_turn (self->view, 2);
  wait_for_blocks (self, 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, y);
  g_assert_cmpint (convene_time_grid_get_slot (self->grid), ==, at ("2026-12-03 02:00"));

  convene_time_grid_set_slot (self->grid, at ("2026-12-03 07:00"));
  gtk_adjustment_set_value (adjustment, early);
  ui_wait_frame (GTK_WIDGET (self->view));
  g_free (add (self, "Flo Draft", "2026-12-03 04:00", 45));
  wait_for_blocks (self, 3);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, early);

  convene_calendar_view_turn (self->view, 1);
  wait_for_blocks (self, 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, early);

  convene_calendar_view_turn (self->view, -3);
  wait_for_blocks (self, 1);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, early);
}

/* What is held at the edge of what is in view goes on to the times beyond it; what was taken there stays until it is drawn nearer. */
static void
test_drag_to_edge (Fixture      *self,
                   gconstpointer data)
{
  g_autofree char *uid = add (self, "Ada Example", "2026-12-02 10:00", 45);
  GtkGesture      *gesture = find_controller (GTK_WIDGET (self->grid), GTK_TYPE_GESTURE_DRAG);
  GtkAdjustment   *adjustment = get_adjustment (self);
  double           page = gtk_adjustment_get_page_size (adjustment), x, y;
  Scrolled         bottom = { adjustment, gtk_adjustment_get_upper (adjustment) - page }, top = { adjustment, 0 };
  gint64           start = 0, end = 0;

  wait_for_blocks (self, 1);
  find_point (self, "2026-12-02 10:15", &x, &y);
  gtk_adjustment_set_value (adjustment, y - 20);
  ui_wait_frame (GTK_WIDGET (self->view));
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", 20.0, 8.0);
  for (guint i = 0; i < 3; i++)
    ui_wait_frame (GTK_WIDGET (self->view));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, y - 20);

  g_signal_emit_by_name (gesture, "drag-update", 0.0, page - 25);
  ui_fixture_run_until (self->fixture, is_scrolled, &bottom);
  g_assert_true (convene_time_grid_get_dragged (self->grid, &start, &end));
  g_assert_cmpint (start, ==, at ("2026-12-02 23:30"));

  g_signal_emit_by_name (gesture, "drag-update", 0.0, bottom.value + 5 - y);
  ui_fixture_run_until (self->fixture, is_scrolled, &top);
  g_assert_true (convene_time_grid_get_dragged (self->grid, &start, &end));
  g_assert_cmpint (start, ==, at ("2026-12-01 23:45"));

  /* Away from the edges it stays. */
  g_signal_emit_by_name (gesture, "drag-update", 0.0, page / 2 - y);
  for (guint i = 0; i < 3; i++)
    ui_wait_frame (GTK_WIDGET (self->view));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  g_signal_emit_by_name (gesture, "drag-end", 0.0, page / 2 - y);
  g_assert_cmpstr (self->told, ==, uid);
}

static void
test_pointer (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *uid = add (self, "Ada Example", "2026-12-02 10:00", 45);
  GtkGesture      *click = find_controller (GTK_WIDGET (self->grid), GTK_TYPE_GESTURE_CLICK);
  double           x, y;

  wait_for_blocks (self, 1);
  find_point (self, "2026-12-03 14:15", &x, &y);
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  assert_slot (self, "2026-12-03 14:00");
  assert_view (self, "2026-12-03", "29 November – 5 December 2026");
  g_assert_null (self->told);
  g_signal_emit_by_name (click, "pressed", 2, x, y);
  g_assert_cmpstr (self->told, ==, "2026-12-03T14:00");

  find_point (self, "2026-12-02 10:15", &x, &y);
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_assert_true (get_focused (self) == convene_time_grid_get_block (self->grid, 0));
  g_signal_emit_by_name (click, "released", 1, x, y);
  g_assert_cmpstr (self->told, ==, uid);
}

/* Both days at midnight; side by side what overlaps; what another process writes; the filter. */
static void
test_blocks (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  graphene_rect_t first, second;

  g_free (add (self, "Ada Example", "2026-12-02 23:30", 60));
  wait_for_blocks (self, 2);
  g_free (ui_fixture_add_interview (self->fixture, "Bo Sample", "Designer", "2026-12-04 10:00", "UTC", 60, CONVENE_PLATFORM_PHONE));
  g_free (ui_fixture_add_interview (self->fixture, "Cleo Test", "Designer", "2026-12-04 10:30", "UTC", 60, CONVENE_PLATFORM_PHONE));
  wait_for_blocks (self, 4);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (convene_time_grid_get_block (self->grid, 2)), GTK_WIDGET (self->grid), &first));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (convene_time_grid_get_block (self->grid, 3)), GTK_WIDGET (self->grid), &second));
  g_assert_cmpfloat (first.origin.x + first.size.width, <=, second.origin.x);
  g_assert_cmpfloat (first.origin.y, <, second.origin.y);
  gtk_widget_set_direction (GTK_WIDGET (self->grid), GTK_TEXT_DIR_RTL);
  gtk_widget_queue_allocate (GTK_WIDGET (self->grid));
  ui_wait_frame (GTK_WIDGET (self->view));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (convene_time_grid_get_block (self->grid, 2)), GTK_WIDGET (self->grid), &first));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (convene_time_grid_get_block (self->grid, 3)), GTK_WIDGET (self->grid), &second));
  g_assert_cmpfloat (second.origin.x + second.size.width, <=, first.origin.x);

  g_object_set (self->view, "filter", filter, "colors", "state", NULL);
  g_object_set (filter, "job", "Designer", NULL);
  wait_for_blocks (self, 2);
  g_object_set (filter, "job", NULL, NULL);
  wait_for_blocks (self, 4);
  assert_property (G_OBJECT (self->view), "colors", "state");
}

static void
test_second_zone (Fixture      *self,
                  gconstpointer data)
{
  int width = convene_time_grid_get_ruler_width (self->grid);

  g_object_set (self->view, "second-zone", "America/Mexico_City", NULL);
  g_assert_cmpint (convene_time_grid_get_ruler_width (self->grid), >, width);
  g_assert_nonnull (ui_find_named (GTK_WIDGET (self->view), GTK_TYPE_LABEL, "Mexico City"));
  ui_wait_frame (GTK_WIDGET (self->view));
  g_object_set (self->view, "second-zone", "Nowhere/At_All", NULL);
  g_assert_cmpint (convene_time_grid_get_ruler_width (self->grid), ==, width);
  assert_property (G_OBJECT (self->view), "second-zone", "");
}

/* More than are made at once, and used again; a week is read once with its neighbours. */
static void
test_many (Fixture      *self,
           gconstpointer data)
{
  busy_month_fill (self->fixture, "2026-11-22", 21, 20);
  wait_for_blocks (self, 140);
  convene_calendar_view_turn (self->view, 1);
  wait_for_blocks (self, 140);
  convene_calendar_view_turn (self->view, 5);
  wait_for_blocks (self, 0);
}

typedef struct
{
  ConveneCalendarView *view;
  guint                rows;
} Rows;

static gboolean
has_rows (gpointer user_data)
{
  Rows              *rows = user_data;
  GtkListView       *list = GTK_LIST_VIEW (ui_find (GTK_WIDGET (rows->view), GTK_TYPE_LIST_VIEW));
  GtkSelectionModel *model = gtk_list_view_get_model (list);

  return g_list_model_get_n_items (G_LIST_MODEL (model)) == rows->rows;
}

static void
test_agenda (void)
{
  Fixture          self = { .fixture = ui_fixture_new () };
  GtkWidget       *view = convene_agenda_view_new ();
  g_autofree char *uid = add (&self, "Ada Example", "2026-12-01 10:00", 45);
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  Rows rows = { CONVENE_CALENDAR_VIEW (view), 2 };

  g_object_set (view, "engine", self.fixture->engine, NULL);
  g_signal_connect (view, "entry-activated", G_CALLBACK (told_cb), &self);
  self.window = ui_present (view, 500, 600);
  assert_property (G_OBJECT (view), "title", "Tuesday 1 December 2026");
  ui_fixture_run_until (self.fixture, has_rows, &rows);
  g_signal_emit_by_name (ui_find (view, GTK_TYPE_LIST_VIEW), "activate", 0);
  g_assert_null (self.told);
  g_signal_emit_by_name (ui_find (view, GTK_TYPE_LIST_VIEW), "activate", 1);
  g_assert_cmpstr (self.told, ==, uid);

  /* Both days at midnight, each with its heading; and beyond thirty days, and beyond months with nobody, as nothing else fills the window. */
  g_free (add (&self, "Bo Sample", "2026-12-08 23:30", 60));
  g_free (add (&self, "Cleo Test", "2027-01-20 10:00", 60));
  g_free (add (&self, "Dee Trial", "2027-06-15 10:00", 60));
  rows.rows = 10;
  ui_fixture_run_until (self.fixture, has_rows, &rows);

  g_object_set (view, "filter", filter, NULL);
  g_object_set (filter, "job", "Nobody's", NULL);
  rows.rows = 0;
  ui_fixture_run_until (self.fixture, has_rows, &rows);
  ui_wait_frame (view);
  g_object_set (filter, "job", NULL, NULL);
  convene_calendar_view_turn (CONVENE_CALENDAR_VIEW (view), 1);
  assert_property (G_OBJECT (view), "date", "2026-12-31");
  rows.rows = 4;
  ui_fixture_run_until (self.fixture, has_rows, &rows);
  ui_destroy (self.window, view);
  ui_fixture_free (self.fixture);
  g_free (self.told);
}

static GtkWidget *
find_join (GtkWidget *view)
{
  return ui_find_named (view, GTK_TYPE_BUTTON, "_Join");
}

static gboolean
offers_join (gpointer view)
{
  return find_join (view) != NULL && gtk_widget_get_visible (find_join (view));
}

static gboolean
offers_no_join (gpointer view)
{
  return !offers_join (view);
}

/* An item of the agenda is joined from there, from ten minutes before until its end. */
static void
test_agenda_join (void)
{
  Fixture          self = { .fixture = ui_fixture_new () };
  GtkWidget       *view = convene_agenda_view_new ();
  g_autofree char *uid = ui_fixture_add_interview (self.fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  Rows             rows = { CONVENE_CALENDAR_VIEW (view), 2 };
  GtkWidget       *join;

  g_object_set (view, "engine", self.fixture->engine, NULL);
  self.window = ui_present (view, 500, 600);
  ui_fixture_run_until (self.fixture, has_rows, &rows);
  ui_wait_frame (view);
  g_assert_true (offers_no_join (view));

  /* Who asks for today, there already, is told all the same. */
  convene_calendar_view_go_to_today (CONVENE_CALENDAR_VIEW (view));
  ui_fixture_advance (self.fixture, 30 * CONVENE_MINUTE);
  ui_fixture_run_until (self.fixture, offers_join, view);
  join = find_join (view);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (join)), ==, "app.join");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (join)), NULL), ==, uid);
  gtk_test_accessible_assert_property (join, GTK_ACCESSIBLE_PROPERTY_LABEL, "Join Ada Example");

  ui_fixture_advance (self.fixture, 55 * CONVENE_MINUTE);
  ui_fixture_run_until (self.fixture, offers_no_join, view);
  ui_destroy (self.window, view);
  ui_fixture_free (self.fixture);
}

#define ADD(name, test) g_test_add ("/ui/calendar/time-view/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("turn", test_turn);
  ADD ("keys", test_keys);
  ADD ("midnight", test_midnight);
  ADD ("tab", test_tab);
  ADD ("drag", test_drag);
  ADD ("drag-to-edge", test_drag_to_edge);
  ADD ("scrolled", test_scrolled);
  ADD ("missed", test_missed);
  ADD ("pointer", test_pointer);
  ADD ("blocks", test_blocks);
  ADD ("second-zone", test_second_zone);
  ADD ("many", test_many);
  g_test_add_func ("/ui/calendar/agenda-view", test_agenda);
  g_test_add_func ("/ui/calendar/agenda-view/VC-23/join", test_agenda_join);

  return g_test_run ();
}
