/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "convene-adaptive.h"
#include "ui-window.h"

typedef struct
{
  ConveneAdaptive *adaptive;
  GtkWidget       *side;
  GtkWindow       *window;
  guint            notified;
} Fixture;

static void
narrow_cb (Fixture *self)
{
  self->notified++;
}

/* Two columns that want 800 pixels side by side, and one above the other while it is narrow: what a program does with it, in all the ways that
 * ask for another layout in the middle of one. */
static void
set_up (Fixture      *self,
        gconstpointer data)
{
  int        width = GPOINTER_TO_INT (data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *main = gtk_label_new ("Main");
  GtkWidget *adaptive = convene_adaptive_new ();
  GtkWidget *extra = gtk_label_new ("Only when it is wide");

  self->side = gtk_label_new ("Side");
  self->adaptive = CONVENE_ADAPTIVE (adaptive);
  g_object_set (adaptive, "threshold", 720, "minimum-width", 300, "child", box, NULL);
  g_object_set (main, "width-request", 300, "hexpand", TRUE, NULL);
  g_object_set (self->side, "width-request", 300, "hexpand", TRUE, NULL);
  g_object_set (extra, "width-request", 200, NULL);
  gtk_box_append (GTK_BOX (box), main);
  gtk_box_append (GTK_BOX (box), self->side);
  gtk_box_append (GTK_BOX (box), extra);
  g_object_bind_property (adaptive, "narrow", box, "orientation", G_BINDING_SYNC_CREATE);
  g_object_bind_property (adaptive, "narrow", extra, "visible", G_BINDING_SYNC_CREATE | G_BINDING_INVERT_BOOLEAN);
  g_signal_connect_swapped (adaptive, "notify::narrow", G_CALLBACK (narrow_cb), self);
  self->window = ui_present (adaptive, width, 400);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (self->window, GTK_WIDGET (self->adaptive));
}

static void
resize (Fixture *self,
        int      width)
{
  ui_resize (self->window, width, 400);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->adaptive)), ==, width);
}

static gboolean
is_below (Fixture *self)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (self->side, GTK_WIDGET (self->window), &bounds));
  return graphene_rect_get_x (&bounds) < 10;
}

static void
test_wide (Fixture      *self,
           gconstpointer data)
{
  g_assert_false (convene_adaptive_get_narrow (self->adaptive));
  g_assert_cmpuint (self->notified, ==, 0);
  g_assert_false (is_below (self));
}

static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  g_assert_true (convene_adaptive_get_narrow (self->adaptive));
  g_assert_cmpuint (self->notified, ==, 1);
  g_assert_true (is_below (self));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (self->adaptive)), ==, 360);
  g_assert_cmpint (gtk_widget_get_width (self->side), ==, 360);
}

static void
test_resize (Fixture      *self,
             gconstpointer data)
{
  static const int widths[] = { 719, 720, 400, 1200, 380, 721, 360, 1600 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      resize (self, widths[i]);
      g_assert_cmpint (convene_adaptive_get_narrow (self->adaptive), ==, widths[i] < 720);
      g_assert_cmpint (is_below (self), ==, widths[i] < 720);
    }
  g_assert_cmpuint (self->notified, ==, 8);
}

static void
test_threshold (Fixture      *self,
                gconstpointer data)
{
  g_object_set (self->adaptive, "threshold", 1300, NULL);
  ui_wait_frame (GTK_WIDGET (self->window));
  g_assert_true (convene_adaptive_get_narrow (self->adaptive));
  g_assert_true (is_below (self));
}

/* A change after it became narrow is laid out too: nothing waits for ever for a layout that is believed to be under way. */
static void
test_later_change (Fixture      *self,
                   gconstpointer data)
{
  int before;

  resize (self, 400);
  before = gtk_widget_get_height (self->side);
  gtk_label_set_label (GTK_LABEL (self->side), "Side\nwith\nso\nmany\nlines\nthat\nit\nhas\nto\ngrow\nbeyond\nwhat\nthe\nwindow\nhad\nfor\nit\nbefore\nthat\n");
  ui_wait_frame (GTK_WIDGET (self->window));
  g_assert_cmpint (gtk_widget_get_height (self->side), >, before);
}

static void
test_minimum (void)
{
  GtkWidget *adaptive = g_object_ref_sink (convene_adaptive_new ());
  GtkWidget *child = g_object_new (GTK_TYPE_LABEL, "width-request", 500, NULL);
  int        minimum;

  gtk_widget_measure (adaptive, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  convene_adaptive_set_child (CONVENE_ADAPTIVE (adaptive), child);
  g_assert_true (convene_adaptive_get_child (CONVENE_ADAPTIVE (adaptive)) == child);
  gtk_widget_measure (adaptive, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 500);
  g_object_set (adaptive, "minimum-width", 340, NULL);
  gtk_widget_measure (adaptive, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, 340);

  g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  convene_adaptive_set_child (CONVENE_ADAPTIVE (adaptive), NULL);
  g_assert_null (child);
  g_assert_finalize_object (adaptive);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/ui/adaptive/wide", Fixture, GINT_TO_POINTER (1180), set_up, test_wide, tear_down);
  g_test_add ("/ui/adaptive/narrow", Fixture, GINT_TO_POINTER (360), set_up, test_narrow, tear_down);
  g_test_add ("/ui/adaptive/resize", Fixture, GINT_TO_POINTER (1180), set_up, test_resize, tear_down);
  g_test_add ("/ui/adaptive/threshold", Fixture, GINT_TO_POINTER (1180), set_up, test_threshold, tear_down);
  g_test_add ("/ui/adaptive/later-change", Fixture, GINT_TO_POINTER (1180), set_up, test_later_change, tear_down);
  g_test_add_func ("/ui/adaptive/minimum", test_minimum);

  return g_test_run ();
}
