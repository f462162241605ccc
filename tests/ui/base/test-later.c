/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "convene-later.h"
#include "ui-window.h"

/* A label. */
#define RESOURCE "/io/github/conveneapp/Convene/test/page.ui"

typedef struct
{
  GtkStack  *stack;
  GtkWidget *later;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->later = g_object_new (CONVENE_TYPE_LATER, "resource", RESOURCE, NULL);
  gtk_stack_add_child (self->stack, gtk_label_new ("Front"));
  gtk_stack_add_child (self->stack, self->later);
  self->window = ui_present (GTK_WIDGET (self->stack), 400, 300);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (self->window, self->later);
}

/* Nothing is there until it is seen, and then it is the page. */
static void
test_shown (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *page;

  g_assert_null (adw_bin_get_child (ADW_BIN (self->later)));
  gtk_stack_set_visible_child (self->stack, self->later);
  ui_wait_frame (self->later);
  page = adw_bin_get_child (ADW_BIN (self->later));
  g_assert_true (GTK_IS_LABEL (page));
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_cmpint (gtk_widget_get_width (page), >, 0);
}

/* Whoever has to fill it gets it sooner, and it stays the same. */
static void
test_made (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *page = convene_later_make (CONVENE_LATER (self->later));

  g_assert_true (GTK_IS_LABEL (page));
  gtk_stack_set_visible_child (self->stack, self->later);
  ui_wait_frame (self->later);
  g_assert_true (adw_bin_get_child (ADW_BIN (self->later)) == page);
  g_assert_true (convene_later_make (CONVENE_LATER (self->later)) == page);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add ("/ui/base/later/shown", Fixture, NULL, set_up, test_shown, tear_down);
  g_test_add ("/ui/base/later/made", Fixture, NULL, set_up, test_made, tear_down);

  return g_test_run ();
}
