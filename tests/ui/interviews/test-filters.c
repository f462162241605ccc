/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-engine-views.h"
#include "convene-filter-bar.h"
#include "convene-filter-chip.h"
#include "convene-filter-popover.h"
#include "convene-views-button.h"
#include "interviews-fixture.h"

/* What a list is narrowed to, by chips (TA-14), and saved as views. */

typedef struct
{
  Interviews *page;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->page = interviews_new (GPOINTER_TO_INT (data), 700);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  interviews_free (self->page);
}

static void
assert_names (Fixture    *self,
              const char *expected)
{
  g_autofree char *names = NULL;

  interviews_wait (self->page);
  names = interviews_dup_names (self->page);
  g_assert_cmpstr (names, ==, expected);
}

/* The chip whose label begins so. */
static GtkWidget *
find_chip (GtkWidget  *widget,
           const char *label)
{
  if (CONVENE_IS_FILTER_CHIP (widget) && g_str_has_prefix (gtk_label_get_label (GTK_LABEL (ui_find (widget, GTK_TYPE_LABEL))), label))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_chip (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_chip (Fixture    *self,
          const char *label)
{
  GtkWidget *chip = find_chip (GTK_WIDGET (self->page->page), label);

  if (chip == NULL)
    g_error ("There is no chip “%s”", label);
  return chip;
}

static GtkWidget *
find_choice (gpointer    popover,
             const char *label)
{
  GtkWidget *named = ui_find_named (popover, GTK_TYPE_LABEL, label);

  return named != NULL ? gtk_widget_get_ancestor (named, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

/* Opens a chip's menu, types, and takes a choice. */
static void
choose (Fixture    *self,
        const char *chip,
        const char *typed,
        const char *label)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (ui_find (get_chip (self, chip), GTK_TYPE_MENU_BUTTON));
  GtkWidget     *popover;
  GtkWidget     *row;

  gtk_menu_button_popup (button);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (button));
  if (typed != NULL)
    gtk_editable_set_text (GTK_EDITABLE (ui_find (popover, GTK_TYPE_SEARCH_ENTRY)), typed);
  while ((row = find_choice (popover, label)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (typed != NULL)
    while (gtk_widget_get_next_sibling (gtk_widget_get_first_child (gtk_widget_get_parent (row))) != NULL)
      {
        g_main_context_iteration (NULL, TRUE);
        row = find_choice (popover, label);
      }
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
}

static void
press (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_platform (Fixture      *self,
               gconstpointer data)
{
  GtkWidget *chip;

  choose (self, "Platform", NULL, "Zoom");
  g_assert_cmpstr (convene_filter_get_platform (self->page->filter), ==, "zoom");
  assert_names (self, "Ada Example, Chiara Castillo-Fernández de la Vega, Ines Moreau, Lucía Rossi, Zoë Quist");
  chip = get_chip (self, "Platform: Zoom");
  ui_show (GTK_WIDGET (self->page->window), "interviews-zoom");

  choose (self, "State", NULL, "Completed");
  assert_names (self, "Zoë Quist");
  press (gtk_widget_get_last_child (chip));
  g_assert_null (convene_filter_get_platform (self->page->filter));
  g_assert_cmpstr (convene_filter_get_status (self->page->filter), ==, "completed");
  press (ui_find_named (GTK_WIDGET (self->page->page), GTK_TYPE_BUTTON, "C_lear Filters"));
  g_assert_false (convene_filter_get_active (self->page->filter));
  g_assert_nonnull (get_chip (self, "State"));
}

/* What is read: jobs, hosts and people that interviews have. */
static void
test_read (Fixture      *self,
           gconstpointer data)
{
  choose (self, "Job", "des", "Designer");
  assert_names (self, "Bo Sample, Grace Okafor");
  g_object_set (self->page->filter, "job", NULL, NULL);
  choose (self, "Person", "luc", "Lucía Rossi");
  g_assert_cmpstr (convene_filter_get_person (self->page->filter), ==, "lucía.rossi@example.com");
  g_assert_nonnull (get_chip (self, "Person: Lucía Rossi"));
  assert_names (self, "Lucía Rossi");
  g_object_set (self->page->filter, "person", NULL, NULL);
  choose (self, "Host", NULL, "recruiter@example.com");
  assert_names (self, "Ada Example, Chiara Castillo-Fernández de la Vega, Ines Moreau, Lucía Rossi, Zoë Quist");
}

static void
test_time_and_attention (Fixture      *self,
                         gconstpointer data)
{
  GtkWidget *attention = ui_find_named (GTK_WIDGET (self->page->page), GTK_TYPE_TOGGLE_BUTTON, "Needs _Attention");

  choose (self, "Time", NULL, "Today");
  assert_names (self, "Ada Example, Bo Sample, Chiara Castillo-Fernández de la Vega, Dmitri Eriksson, Elif Nakamura");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (attention), TRUE);
  assert_names (self, "Chiara Castillo-Fernández de la Vega");
  g_object_set (self->page->filter, "attention", FALSE, NULL);
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (attention)));
}

/* Only what is set stands there, until the others are asked for. */
static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *more = ui_find_named (GTK_WIDGET (self->page->page), GTK_TYPE_TOGGLE_BUTTON, "_Filters");

  g_assert_true (gtk_widget_get_visible (more));
  g_assert_false (gtk_widget_get_visible (get_chip (self, "Platform")));
  g_object_set (self->page->filter, "platform", "phone", NULL);
  g_assert_true (gtk_widget_get_visible (get_chip (self, "Platform: Phone")));
  g_assert_false (gtk_widget_get_visible (get_chip (self, "Job")));
  interviews_wait (self->page);
  ui_show (GTK_WIDGET (self->page->window), "interviews-360-set");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
  g_assert_true (gtk_widget_get_visible (get_chip (self, "Job")));
  ui_wait_frame (GTK_WIDGET (self->page->window));
  ui_show (GTK_WIDGET (self->page->window), "interviews-360-filters");
}

/* A calendar shows its time itself. */
static void
test_calendar (void)
{
  g_autoptr(ConveneFilter) filter = convene_filter_new ();
  GtkWidget *bar = convene_filter_bar_new (TRUE);
  GtkWindow *window = ui_present (bar, 800, 100);

  g_object_set (filter, "period", "today", "platform", "zoom", NULL);
  g_object_set (bar, "filter", filter, NULL);
  g_assert_true (gtk_widget_get_visible (find_chip (bar, "Platform: Zoom")));
  g_assert_false (gtk_widget_get_visible (find_chip (bar, "Time")));
  press (ui_find_named (bar, GTK_TYPE_BUTTON, "C_lear Filters"));
  g_assert_null (convene_filter_get_platform (filter));
  g_assert_cmpstr (convene_filter_get_period (filter), ==, "today");
  ui_destroy (window, bar);
}

static GtkWidget *
views_child (Fixture    *self,
             const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (interviews_child (self->page, "views"), CONVENE_TYPE_VIEWS_BUTTON, name));
}

/* Until it is read how many there are. */
static void
open_views (Fixture *self,
            guint    count)
{
  GtkWidget  *list = views_child (self, "list");
  GtkPopover *popover = GTK_POPOVER (views_child (self, "popover"));

  for (guint seen = G_MAXUINT; seen != count;)
    {
      gtk_popover_popdown (popover);
      ui_fixture_run_pending (self->page->ui);
      gtk_popover_popup (popover);
      ui_wait_frame (GTK_WIDGET (self->page->window));
      for (guint i = 0; i < 20; i++)
        ui_fixture_run_pending (self->page->ui);
      seen = 0;
      for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
        seen++;
    }
}

/* Of the first view. */
static GtkWidget *
row_button (Fixture    *self,
            const char *icon)
{
  GtkWidget *button = ui_find (gtk_widget_get_first_child (views_child (self, "list")), GTK_TYPE_BUTTON);

  while (button != NULL && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (button)), icon) != 0)
    button = gtk_widget_get_next_sibling (button);

  return button;
}

static void
save_view (Fixture    *self,
           const char *name)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_save_view_async (self->page->ui->engine, name, "", NULL, NULL, ui_fixture_result_cb, &result);
  convene_engine_save_view_finish (self->page->ui->engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
}

static void
assert_can_save (Fixture    *self,
                 const char *name,
                 gboolean    can,
                 gboolean    hint)
{
  gtk_editable_set_text (GTK_EDITABLE (views_child (self, "name")), name);
  g_assert_cmpint (gtk_widget_get_sensitive (views_child (self, "save")), ==, can);
  g_assert_cmpint (gtk_widget_get_visible (views_child (self, "hint")), ==, hint);
}

static gboolean
has_view (Fixture    *self,
          guint       position,
          const char *name)
{
  GtkWidget *row = gtk_widget_get_first_child (views_child (self, "list"));

  while (row != NULL && position-- > 0)
    row = gtk_widget_get_next_sibling (row);

  return row != NULL && ui_find_named (row, GTK_TYPE_LABEL, name) != NULL;
}

/* What was read before is there until it is read again. */
static void
wait_for_views (Fixture    *self,
                const char *first,
                const char *second)
{
  open_views (self, 2);
  while (!has_view (self, 0, first) || !has_view (self, 1, second))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_undo (gpointer window)
{
  return ui_find_named (window, GTK_TYPE_BUTTON, "Undo") != NULL;
}

static gboolean
is_back (gpointer window)
{
  return ui_find_named (window, GTK_TYPE_LABEL, "The view has its old name again") != NULL;
}

/* In place, and back again by Undo. */
static void
rename_view (Fixture *self)
{
  GtkEditable *name = GTK_EDITABLE (views_child (self, "name"));

  save_view (self, "First");
  save_view (self, "Second");
  open_views (self, 2);
  press (row_button (self, "document-edit-symbolic"));
  ui_show (views_child (self, "popover"), "interviews-views-rename");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "First");
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->page->window)), GTK_WIDGET (name)));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (views_child (self, "save"))), ==, "_Rename");
  assert_can_save (self, "First", FALSE, FALSE);
  assert_can_save (self, " ", FALSE, FALSE);
  assert_can_save (self, "second", FALSE, TRUE);
  assert_can_save (self, "FIRST", TRUE, FALSE);
  assert_can_save (self, " Zoom ", TRUE, FALSE);
  g_signal_emit_by_name (name, "activate");
  ui_fixture_run_until (NULL, has_undo, self->page->window);
  wait_for_views (self, "Zoom", "Second");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (views_child (self, "save"))), ==, "_Save View");
  g_assert_cmpstr (gtk_editable_get_text (name), ==, "");

  press (ui_find_named (GTK_WIDGET (self->page->window), GTK_TYPE_BUTTON, "Undo"));
  ui_fixture_run_until (NULL, is_back, self->page->window);
  wait_for_views (self, "First", "Second");
}

static void
test_views (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *row;

  g_object_set (self->page->filter, "platform", "zoom", NULL);
  g_object_set (self->page->page, "sort", "job", "sort-descending", TRUE, NULL);
  open_views (self, 0);
  gtk_editable_set_text (GTK_EDITABLE (views_child (self, "name")), " Zoom by job ");
  press (views_child (self, "save"));
  open_views (self, 1);
  ui_show (GTK_WIDGET (self->page->window), "interviews-views");
  gtk_editable_set_text (GTK_EDITABLE (views_child (self, "name")), "ZOOM BY JOB");
  g_assert_true (gtk_widget_get_visible (views_child (self, "hint")));

  convene_filter_clear (self->page->filter);
  g_object_set (self->page->page, "sort", "start", "sort-descending", FALSE, NULL);
  row = gtk_widget_get_first_child (views_child (self, "list"));
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  assert_names (self, "Ines Moreau, Ada Example, Zoë Quist, Chiara Castillo-Fernández de la Vega, Lucía Rossi");

  open_views (self, 1);
  press (row_button (self, "user-trash-symbolic"));
  open_views (self, 0);
  rename_view (self);
}

#define ADD(path, width, test) g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  ui_test_init (&argc, &argv);

  ADD ("/ui/interviews/TA-14/platform", 1180, test_platform);
  ADD ("/ui/interviews/TA-14/read", 1180, test_read);
  ADD ("/ui/interviews/TA-14/time-and-attention", 1180, test_time_and_attention);
  ADD ("/ui/interviews/TA-14/narrow", 360, test_narrow);
  ADD ("/ui/interviews/TA-14/views", 1180, test_views);
  g_test_add_func ("/ui/interviews/TA-14/calendar", test_calendar);
  return g_test_run ();
}
