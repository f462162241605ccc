/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "convene-toast.h"
#include "ui-window.h"

/* What happened to one Undo. */
typedef struct
{
  guint undone;
  guint done;
  guint freed;
} Course;

typedef struct
{
  GtkWidget *child;
  GtkWindow *window;
  Course     course;
} Fixture;

static void
undo_cb (gpointer user_data)
{
  Course *course = user_data;

  g_assert_cmpuint (course->freed, ==, 0);
  course->undone++;
}

static void
done_cb (gpointer user_data)
{
  Course *course = user_data;

  g_assert_cmpuint (course->freed, ==, 0);
  course->done++;
}

static void
free_cb (gpointer user_data)
{
  ((Course *) user_data)->freed++;
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->child = gtk_label_new ("Window");
  self->window = ui_present (self->child, 400, 300);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->window != NULL)
    ui_destroy (g_steal_pointer (&self->window), self->child);
}

static void
animate (gboolean animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animated, NULL);
}

static void
set_up_moving (Fixture      *self,
               gconstpointer data)
{
  set_up (self, data);
  animate (TRUE);
}

static void
tear_down_moving (Fixture      *self,
                  gconstpointer data)
{
  tear_down (self, data);
  animate (FALSE);
}

static void
offer (Fixture *self,
       Course  *course)
{
  convene_toast_undo (self->child, "Interview cancelled", undo_cb, done_cb, course, free_cb);
  ui_wait_frame (self->child);
}

static void
assert_course (Course *course,
               guint   undone,
               guint   done)
{
  g_assert_cmpuint (course->undone, ==, undone);
  g_assert_cmpuint (course->done, ==, done);
  g_assert_cmpuint (course->freed, ==, undone + done);
}

static GtkWidget *
find_button (Fixture    *self,
             const char *label)
{
  return ui_find_named (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, label);
}

static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *button;

  offer (self, &self->course);
  assert_course (&self->course, 0, 0);
  ui_show (GTK_WIDGET (self->window), "base-toast-undo");
  button = find_button (self, "Undo");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_signal_emit_by_name (button, "clicked");
  assert_course (&self->course, 1, 0);
  ui_destroy (g_steal_pointer (&self->window), self->child);
  assert_course (&self->course, 1, 0);
}

/* Whoever came to the button by keyboard goes on where they were, or, where that is gone, in the window. */
static void
test_focus (Fixture      *self,
            gconstpointer dismissed)
{
  GtkWidget *button;

  gtk_label_set_selectable (GTK_LABEL (self->child), TRUE);
  gtk_window_set_focus (self->window, dismissed != NULL ? self->child : NULL);
  offer (self, &self->course);
  button = find_button (self, "Undo");
  gtk_widget_grab_focus (button);
  g_assert_true (gtk_window_get_focus (self->window) == button);
  g_signal_emit_by_name (dismissed != NULL ? gtk_widget_get_next_sibling (button) : button, "clicked");
  ui_wait_frame (self->child);
  g_assert_true (gtk_window_get_focus (self->window) == self->child);
  assert_course (&self->course, dismissed == NULL, dismissed != NULL);
}

static void
test_dismissed (Fixture      *self,
                gconstpointer data)
{
  GtkWidget *button;

  offer (self, &self->course);
  button = ui_find_named (GTK_WIDGET (self->window), GTK_TYPE_BUTTON, "Close");
  if (button == NULL)
    button = gtk_widget_get_next_sibling (find_button (self, "Undo"));
  g_signal_emit_by_name (button, "clicked");
  assert_course (&self->course, 0, 1);
}

static void
test_closed (Fixture      *self,
             gconstpointer data)
{
  offer (self, &self->course);
  ui_destroy (g_steal_pointer (&self->window), self->child);
  assert_course (&self->course, 0, 1);
}

static void
test_time (Fixture      *self,
           gconstpointer data)
{
  offer (self, &self->course);
  while (self->course.freed == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_course (&self->course, 0, 1);
}

/* A newer one ends the older one; each has its own end. */
static void
test_two (Fixture      *self,
          gconstpointer data)
{
  Course second = { 0 };

  offer (self, &self->course);
  offer (self, &second);
  assert_course (&self->course, 0, 1);
  assert_course (&second, 0, 0);
  g_signal_emit_by_name (find_button (self, "Undo"), "clicked");
  assert_course (&self->course, 0, 1);
  assert_course (&second, 1, 0);
}

/* Other words that pass do not end it, nor make it longer. */
static void
test_covered (Fixture      *self,
              gconstpointer data)
{
  offer (self, &self->course);
  convene_toast (self->child, "Join link copied");
  ui_wait_frame (self->child);
  g_assert_nonnull (ui_find_named (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "Join link copied"));
  assert_course (&self->course, 0, 0);
  while (self->course.freed == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_course (&self->course, 0, 1);
}

static void
count_cb (guint *count)
{
  ++*count;
}

/* A toast that ends while it is still on its way in. */
static void
test_moving (Fixture      *self,
             gconstpointer covered)
{
  Course     second = { 0 };
  GtkWidget *button;

  offer (self, &self->course);
  ui_rest (1000);
  offer (self, &second);
  button = ui_find_named (gtk_widget_get_last_child (gtk_widget_get_parent (self->child)), GTK_TYPE_BUTTON, "Undo");
  if (covered != NULL)
    convene_toast (self->child, "Join link copied");
  g_signal_emit_by_name (button, "clicked");
  g_signal_emit_by_name (button, "clicked");
  assert_course (&self->course, 0, 1);
  assert_course (&second, 1, 0);

  while (find_button (self, "Undo") != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_rest (1000);
}

/* The button of a toast that waits for that does its work once. */
static void
test_moving_action (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr(GSimpleAction) action = g_simple_action_new ("fix", G_VARIANT_TYPE_STRING);
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  guint      fixed = 0;
  GtkWidget *button;

  g_signal_connect_swapped (action, "activate", G_CALLBACK (count_cb), &fixed);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "test", G_ACTION_GROUP (group));
  convene_toast_action (self->child, "Zoom changed the time", "Fix", "test.fix", "i1");
  ui_wait_frame (self->child);
  button = find_button (self, "Fix");
  g_signal_emit_by_name (button, "clicked");
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (fixed, ==, 1);
  while (find_button (self, "Fix") != NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The window goes, or is away for a while, while one waits. */
static void
test_moving_closed (Fixture      *self,
                    gconstpointer hidden)
{
  offer (self, &self->course);
  g_signal_emit_by_name (gtk_widget_get_next_sibling (find_button (self, "Undo")), "clicked");
  g_assert_nonnull (find_button (self, "Undo"));
  assert_course (&self->course, 0, 1);
  if (hidden != NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->window), FALSE);
      ui_rest (1000);
      gtk_window_present (self->window);
      while (find_button (self, "Undo") != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
  ui_destroy (g_steal_pointer (&self->window), self->child);
  ui_rest (1000);
  assert_course (&self->course, 0, 1);
}

static void
test_without_overlay (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("Alone"));
  Course     course = { 0 };

  convene_toast (label, "Nobody sees this");
  convene_toast_undo (label, "Nor this", undo_cb, done_cb, &course, free_cb);
  assert_course (&course, 0, 1);
  convene_toast_undo (label, "Nor this", undo_cb, NULL, &course, NULL);
  g_assert_cmpuint (course.done, ==, 1);
  g_assert_finalize_object (label);
}

static void
test_markup (Fixture      *self,
             gconstpointer data)
{
  convene_toast (self->child, "<b>Ada & Bo</b>");
  ui_wait_frame (self->child);
  g_assert_nonnull (ui_find_named (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "&lt;b&gt;Ada &amp; Bo&lt;/b&gt;"));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, &error);
  g_assert_no_error (error);
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *text = NULL;

  /* From the window itself, which lies outside its overlay. */
  convene_copy (GTK_WIDGET (self->window), "https://zoom.example.com/j/1", "Join link copied");
  ui_wait_frame (self->child);
  text = read_clipboard (self->child);
  g_assert_cmpstr (text, ==, "https://zoom.example.com/j/1");
  g_assert_nonnull (ui_find_named (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "Join link copied"));
}

/* What no program opens, or what is no address to follow, is copied, and a toast says so. */
static void
test_open (Fixture      *self,
           gconstpointer data)
{
  static const char *const uris[] = { "zoommtg://example.com/join", "file:///etc/passwd", "no address" };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    {
      g_autofree char *text = NULL;

      convene_open (self->child, uris[i]);
      while (ui_find_named (GTK_WIDGET (self->window), GTK_TYPE_LABEL, "No program opens this address. It was copied: paste it into a browser.") == NULL)
        g_main_context_iteration (NULL, TRUE);
      text = read_clipboard (self->child);
      g_assert_cmpstr (text, ==, uris[i]);
      ui_destroy (g_steal_pointer (&self->window), self->child);
      set_up (self, NULL);
    }
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/ui/toast/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/ui/toast/focus/undo", Fixture, NULL, set_up, test_focus, tear_down);
  g_test_add ("/ui/toast/focus/dismissed", Fixture, "dismissed", set_up, test_focus, tear_down);
  g_test_add ("/ui/toast/dismissed", Fixture, NULL, set_up, test_dismissed, tear_down);
  g_test_add ("/ui/toast/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/ui/toast/time", Fixture, NULL, set_up, test_time, tear_down);
  g_test_add ("/ui/toast/two", Fixture, NULL, set_up, test_two, tear_down);
  g_test_add ("/ui/toast/covered", Fixture, NULL, set_up, test_covered, tear_down);
  g_test_add ("/ui/toast/moving", Fixture, NULL, set_up_moving, test_moving, tear_down_moving);
  g_test_add ("/ui/toast/moving/covered", Fixture, "covered", set_up_moving, test_moving, tear_down_moving);
  g_test_add ("/ui/toast/moving/action", Fixture, NULL, set_up_moving, test_moving_action, tear_down_moving);
  g_test_add ("/ui/toast/moving/closed", Fixture, NULL, set_up_moving, test_moving_closed, tear_down_moving);
  g_test_add ("/ui/toast/moving/hidden", Fixture, "hidden", set_up_moving, test_moving_closed, tear_down_moving);
  g_test_add_func ("/ui/toast/without-overlay", test_without_overlay);
  g_test_add ("/ui/toast/markup", Fixture, NULL, set_up, test_markup, tear_down);
  g_test_add ("/ui/toast/copy", Fixture, NULL, set_up, test_copy, tear_down);
  g_test_add ("/ui/toast/open", Fixture, NULL, set_up, test_open, tear_down);

  return g_test_run ();
}
