/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "busy-month.h"
#include "convene-interview-cell.h"
#include "convene-interview-menu.h"
#include "interviews-fixture.h"

/* The list of interviews (SH-31, SH-59): what it shows, how it is searched and sorted, and its details. */

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

static const char *
get_count (Fixture *self)
{
  return gtk_label_get_label (GTK_LABEL (interviews_child (self->page, "count")));
}

/* What is not over comes first, soonest first; then what is. */
static void
test_list (Fixture      *self,
           gconstpointer data)
{
  assert_names (self, "Ada Example, Bo Sample, Chiara Castillo-Fernández de la Vega, Dmitri Eriksson, Elif Nakamura, Fátima García, Grace Okafor, Hiroshi Tanaka, "
                      "Ines Moreau, Kwame Abara, Lucía Rossi, Zoë Quist");
  g_assert_cmpstr (get_count (self), ==, "12 interviews");
  g_assert_cmpstr (interviews_state (self->page), ==, "list");
  ui_show (GTK_WIDGET (self->page->window), GPOINTER_TO_INT (data) < 720 ? "interviews-cards" : GPOINTER_TO_INT (data) < 1000 ? "interviews-800"
                                                                                                                              : "interviews-1180");
}

/* As one types, without accents or case. */
static void
test_search (Fixture      *self,
             gconstpointer data)
{
  GtkEditable *search = GTK_EDITABLE (interviews_child (self->page, "search"));

  gtk_editable_set_text (search, "fat");
  assert_names (self, "Fátima García");
  g_assert_cmpstr (get_count (self), ==, "1 interview");
  gtk_editable_set_text (search, "staff eng");
  assert_names (self, "Ada Example, Fátima García, Zoë Quist");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
  interviews_wait (self->page);
  g_assert_cmpstr (get_count (self), ==, "12 interviews");
}

/* What was looked for is said, and taken back at once. */
static void
test_nothing (Fixture      *self,
              gconstpointer data)
{
  GtkWidget *nothing = interviews_child (self->page, "nothing");

  convene_interviews_page_search (self->page->page, "nobody of that name");
  g_object_set (self->page->filter, "platform", "zoom", NULL);
  interviews_wait (self->page);
  g_assert_cmpstr (interviews_state (self->page), ==, "nothing");
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (nothing)), ==, "Nothing was found for “nobody of that name” · Platform: Zoom.");
  ui_show (GTK_WIDGET (self->page->window), "interviews-nothing");

  gtk_widget_activate_action (nothing, "interviews.clear", NULL);
  interviews_wait (self->page);
  g_assert_cmpstr (interviews_state (self->page), ==, "list");
  g_assert_cmpstr (get_count (self), ==, "12 interviews");
  g_assert_null (convene_filter_get_platform (self->page->filter));
}

/* Whatever is set from elsewhere stands in the entry, too. */
static void
test_text_follows (Fixture      *self,
                   gconstpointer data)
{
  GtkEditable *search = GTK_EDITABLE (interviews_child (self->page, "search"));

  convene_filter_set_text (self->page->filter, "grace");
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "grace");
  assert_names (self, "Grace Okafor");
  convene_filter_set_text (self->page->filter, NULL);
  g_assert_cmpstr (gtk_editable_get_text (search), ==, "");
}

static GtkColumnView *
get_table (Fixture *self)
{
  return GTK_COLUMN_VIEW (ui_find (GTK_WIDGET (interviews_list (self->page)), GTK_TYPE_COLUMN_VIEW));
}

/* As a click on a header does. */
static void
sort_by (Fixture    *self,
         guint       column,
         GtkSortType type)
{
  g_autoptr(GtkColumnViewColumn) header = g_list_model_get_item (gtk_column_view_get_columns (get_table (self)), column);

  gtk_column_view_sort_by_column (get_table (self), header, type);
}

static void
assert_sort (Fixture    *self,
             const char *sort,
             gboolean    descending)
{
  g_autofree char *nick = NULL;
  gboolean         reversed;

  g_object_get (self->page->page, "sort", &nick, "sort-descending", &reversed, NULL);
  g_assert_cmpstr (nick, ==, sort);
  g_assert_cmpint (reversed, ==, descending);
}

static void
test_sort (Fixture      *self,
           gconstpointer data)
{
  assert_sort (self, "start", FALSE);
  sort_by (self, 1, GTK_SORT_DESCENDING);
  assert_sort (self, "candidate", TRUE);
  assert_names (self, "Zoë Quist, Lucía Rossi, Kwame Abara, Ines Moreau, Hiroshi Tanaka, Grace Okafor, Fátima García, Elif Nakamura, Dmitri Eriksson, "
                      "Chiara Castillo-Fernández de la Vega, Bo Sample, Ada Example");
  g_object_set (self->page->page, "sort", "job", "sort-descending", FALSE, NULL);
  assert_names (self, "Hiroshi Tanaka, Kwame Abara, Elif Nakamura, Lucía Rossi, Bo Sample, Grace Okafor, Dmitri Eriksson, Chiara Castillo-Fernández de la Vega, "
                      "Zoë Quist, Ada Example, Fátima García, Ines Moreau");
  sort_by (self, 0, GTK_SORT_ASCENDING);
  assert_sort (self, "start", FALSE);
}

static void
test_empty (void)
{
  Interviews *page = interviews_new_empty ();

  interviews_show (page, 800, 600);
  g_assert_cmpstr (interviews_state (page), ==, "empty");
  ui_show (GTK_WIDGET (page->window), "interviews-empty");
  g_free (ui_fixture_add_interview (page->ui, "Ada Example", "Staff Engineer", "2026-12-02 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM));
  while (!g_str_equal (interviews_state (page), "list"))
    g_main_context_iteration (NULL, TRUE);
  interviews_free (page);
}

/* Enter, or a double click: the details stand beside, what is chosen is what they show, and the focus comes back. */
static void
test_details (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *ada = interviews_dup_uid (self->page, "Ada Example");
  g_autofree char *bo = interviews_dup_uid (self->page, "Bo Sample");
  GtkWidget       *focus;

  interviews_choose (self->page, 0, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (interviews_list (self->page)));
  focus = gtk_root_get_focus (GTK_ROOT (self->page->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (interviews_list (self->page))));
  g_signal_emit_by_name (get_table (self), "activate", 0);
  g_assert_cmpstr (convene_interviews_page_get_showing (self->page->page), ==, ada);
  focus = gtk_root_get_focus (GTK_ROOT (self->page->window));
  g_assert_true (gtk_widget_is_ancestor (focus, interviews_child (self->page, "side")));
  ui_wait_frame (GTK_WIDGET (self->page->window));
  ui_show (GTK_WIDGET (self->page->window), "interviews-details");

  interviews_choose (self->page, 1, FALSE);
  g_assert_cmpstr (convene_interviews_page_get_showing (self->page->page), ==, bo);
  convene_interviews_page_back (self->page->page);
  g_assert_null (convene_interviews_page_get_showing (self->page->page));
  focus = gtk_root_get_focus (GTK_ROOT (self->page->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (interviews_list (self->page))));
}

/* In place of the list where it is narrow. */
static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *ada = interviews_dup_uid (self->page, "Ada Example");
  GtkWidget       *view = ui_find (GTK_WIDGET (interviews_list (self->page)), GTK_TYPE_LIST_VIEW);

  g_assert_nonnull (view);
  g_assert_null (ui_find (GTK_WIDGET (interviews_list (self->page)), GTK_TYPE_COLUMN_VIEW));
  g_signal_emit_by_name (view, "activate", 0);
  g_assert_cmpstr (convene_interviews_page_get_showing (self->page->page), ==, ada);
  g_assert_false (gtk_widget_get_visible (interviews_child (self->page, "main")));
  ui_wait_frame (GTK_WIDGET (self->page->window));
  ui_show (GTK_WIDGET (self->page->window), "interviews-cards-details");
  convene_interviews_page_back (self->page->page);
  g_assert_true (gtk_widget_get_visible (interviews_child (self->page, "main")));

  /* Columns have no room in so few pixels, whatever the window is. */
  g_object_set (self->page->page, "narrow", FALSE, NULL);
  interviews_wait (self->page);
  g_assert_null (ui_find (GTK_WIDGET (interviews_list (self->page)), GTK_TYPE_COLUMN_VIEW));
  ui_resize (GTK_WINDOW (self->page->window), 900, 700);
  interviews_wait (self->page);
  g_assert_nonnull (get_table (self));
}

/* Many at once, and which they were when the list is sorted otherwise. */
static void
test_selection (Fixture      *self,
                gconstpointer data)
{
  ConveneInterviewSelection *selection = convene_interview_list_get_selection (interviews_list (self->page));
  GtkRevealer               *several = GTK_REVEALER (interviews_child (self->page, "several"));
  g_autoptr(GArray) positions = NULL;

  interviews_choose (self->page, 0, FALSE);
  g_assert_false (gtk_revealer_get_reveal_child (several));
  interviews_choose (self->page, 10, TRUE);
  g_assert_true (gtk_revealer_get_reveal_child (several));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (interviews_child (self->page, "chosen"))), ==, "2 chosen");
  ui_wait_frame (GTK_WIDGET (self->page->window));
  ui_show (GTK_WIDGET (self->page->window), "interviews-chosen");

  g_object_set (self->page->page, "sort", "candidate", "sort-descending", TRUE, NULL);
  interviews_wait (self->page);
  positions = convene_interview_selection_list (selection);
  g_assert_cmpuint (positions->len, ==, 2);
  g_assert_cmpuint (g_array_index (positions, guint, 0), ==, 1);
  g_assert_cmpuint (g_array_index (positions, guint, 1), ==, 11);

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  g_assert_cmpuint (convene_interview_selection_count (selection), ==, INTERVIEWS_N);
  gtk_widget_activate_action (GTK_WIDGET (several), "interviews.clear-selection", NULL);
  g_assert_cmpuint (convene_interview_selection_count (selection), ==, 0);
  g_assert_false (gtk_revealer_get_reveal_child (several));
}

/* Also those that were not read yet. */
static void
test_selection_unread (void)
{
  Interviews                *page = interviews_new_empty ();
  ConveneInterviewSelection *selection;
  g_autoptr(GArray) positions = NULL;
  g_autoptr(ConveneInterviewItem) item = NULL;
  g_autoptr(ConveneInterviewItem) moved = NULL;

  busy_month_fill (page->ui, "2026-12-02", 10, 100);
  interviews_show (page, 1180, 700);
  selection = convene_interview_list_get_selection (interviews_list (page));
  interviews_choose (page, 900, FALSE);
  item = g_list_model_get_item (G_LIST_MODEL (selection), 900);
  g_assert_null (convene_interview_item_get_entry (item));
  convene_interview_query_set_order (convene_interview_list_get_query (interviews_list (page)), CONVENE_INTERVIEW_ORDER_START, TRUE);
  interviews_wait (page);
  positions = convene_interview_selection_list (selection);
  g_assert_cmpuint (positions->len, ==, 1);
  g_assert_cmpuint (g_array_index (positions, guint, 0), ==, 99);
  moved = g_list_model_get_item (G_LIST_MODEL (selection), 99);
  g_assert_true (moved == item);
  interviews_free (page);
}

/* Keys and menus name the application's actions. */
static void
test_actions (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *ada = interviews_dup_uid (self->page, "Ada Example");
  g_autofree char *expected = g_strconcat ("cancel-interview ", ada, NULL);

  gtk_widget_activate_action (GTK_WIDGET (self->page->page), "interviews.cancel", NULL);
  g_assert_null (self->page->asked);
  interviews_choose (self->page, 0, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (self->page->page), "interviews.cancel", NULL);
  while (self->page->asked == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (self->page->asked, ==, expected);
}

/* The first row of the list, whatever it is made of. */
static GtkWidget *
find_row (Fixture *self)
{
  GtkWidget *row = ui_find (GTK_WIDGET (interviews_list (self->page)), CONVENE_TYPE_INTERVIEW_CELL);

  while (g_strcmp0 (gtk_widget_get_css_name (row), "row") != 0)
    row = gtk_widget_get_parent (row);
  return row;
}

/* Every button says what it does, where it does not show it. */
static void
assert_buttons (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget))
    {
      const char *label = gtk_button_get_label (GTK_BUTTON (widget));

      if ((label == NULL || *label == '\0') && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
        g_error ("A button has no name: %s", gtk_widget_get_tooltip_text (widget));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_buttons (child);
}

/* What a screen reader says. */
static void
test_names (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *wrong = NULL;

  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (find_row (self)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                              "Tuesday 1 December, 10:00 to 10:45, Ada Example, Staff Engineer, Zoom, no answer yet", -1);
  g_assert_cmpstr (wrong, ==, NULL);
  g_object_set (self->page->filter, "platform", "zoom", NULL);
  interviews_choose (self->page, 0, FALSE);
  interviews_choose (self->page, 1, TRUE);
  interviews_wait (self->page);
  assert_buttons (GTK_WIDGET (self->page->page));
}

/* Every row is asked for, a screen at a time, as somebody who scrolls does. */
static void
test_scroll (void)
{
  Interviews    *page = interviews_new_empty ();
  GtkAdjustment *adjustment;

  busy_month_fill (page->ui, "2026-12-02", 10, 100);
  interviews_show (page, 1180, 700);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (GTK_WIDGET (interviews_list (page)), GTK_TYPE_SCROLLED_WINDOW)));
  while (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment) < gtk_adjustment_get_upper (adjustment) - 1)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 5 * gtk_adjustment_get_page_size (adjustment));
      ui_wait_frame (GTK_WIDGET (page->window));
    }
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (convene_interview_list_get_selection (interviews_list (page))));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (interviews_child (page, "chosen"))), ==, "1000 chosen");
  interviews_free (page);
}

/* The action of each item, and the target of what marks it: "interviews.open app.mark:completed". */
static void
describe_menu (GMenuModel *menu,
               GString    *text)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr(GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, G_VARIANT_TYPE ("(ss)"));
      g_autofree char *action = NULL;
      const char      *status;

      if (section != NULL)
        describe_menu (section, text);
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        continue;
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", strchr (action, '.') + 1);
      if (target != NULL)
        {
          g_variant_get (target, "(&s&s)", NULL, &status);
          g_string_append_printf (text, ":%s", status);
        }
    }
}

/* When it starts and ends, in minutes from now, and its status: what is offered is what would be done. */
static void
test_menu (void)
{
  static const struct
  {
    int           start;
    int           end;
    ConveneStatus status;
    const char   *actions;
    gboolean      foreign;
  } cases[] = {
    { 60, 90, CONVENE_STATUS_SCHEDULED, "open join reschedule edit resend export cancel-interview" },
    { 60, 90, CONVENE_STATUS_SCHEDULED, "open join reschedule edit export cancel-interview", TRUE },
    { 60, 90, CONVENE_STATUS_PROPOSED, "open reschedule edit export cancel-interview" },
    { 60, 90, CONVENE_STATUS_CANCELLED, "open export" },
    { 0, 30, CONVENE_STATUS_SCHEDULED, "open join reschedule edit resend mark:completed mark:no-show export cancel-interview" },
    { -5, 30, CONVENE_STATUS_PROPOSED, "open reschedule edit export cancel-interview" },
    { -5, 30, CONVENE_STATUS_COMPLETED, "open mark:no-show mark:scheduled export" },
    { -5, 30, CONVENE_STATUS_NO_SHOW, "open mark:completed mark:scheduled export" },
    { -60, -30, CONVENE_STATUS_SCHEDULED, "open mark:completed mark:no-show export" },
    { -60, -30, CONVENE_STATUS_COMPLETED, "open mark:no-show mark:scheduled export" },
    { -60, -30, CONVENE_STATUS_PROPOSED, "open export" },
    { -60, -30, CONVENE_STATUS_DRAFT, "open export" },
    { -60, -30, CONVENE_STATUS_CANCELLED, "open export" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ConveneCalendarEntry) entry =
                     convene_calendar_entry_new ("uid", UI_FIXTURE_NOW + cases[i].start * CONVENE_MINUTE, UI_FIXTURE_NOW + cases[i].end * CONVENE_MINUTE, "Ada Example", NULL, "Staff Engineer",
                                                 CONVENE_PLATFORM_ZOOM, cases[i].status, CONVENE_RESPONSE_ACCEPTED, TRUE, NULL, NULL, FALSE);
      g_autoptr(GMenuModel) menu = NULL;
      g_autoptr(GString) actions = g_string_new (NULL);

      convene_calendar_entry_set_foreign (entry, cases[i].foreign);
      menu = convene_interview_menu_new (entry, UI_FIXTURE_NOW);
      describe_menu (menu, actions);
      g_test_message ("%u", i);
      g_assert_cmpstr (actions->str, ==, cases[i].actions);
    }
}

#define ADD(path, width, test) g_test_add (path, Fixture, GINT_TO_POINTER (width), set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  ui_test_init (&argc, &argv);

  ADD ("/ui/interviews/SH-59/list", 1180, test_list);
  ADD ("/ui/interviews/SH-59/list-800", 800, test_list);
  ADD ("/ui/interviews/SH-31/cards", 360, test_list);
  ADD ("/ui/interviews/SH-59/search", 1180, test_search);
  ADD ("/ui/interviews/SH-59/nothing-found", 1180, test_nothing);
  ADD ("/ui/interviews/SH-59/text-follows", 800, test_text_follows);
  ADD ("/ui/interviews/SH-59/sort", 1180, test_sort);
  ADD ("/ui/interviews/SH-59/details", 1180, test_details);
  ADD ("/ui/interviews/SH-31/narrow", 360, test_narrow);
  ADD ("/ui/interviews/SH-59/selection", 1180, test_selection);
  ADD ("/ui/interviews/SH-59/actions", 1180, test_actions);
  ADD ("/ui/interviews/SH-59/names", 1180, test_names);
  ADD ("/ui/interviews/SH-31/names", 360, test_names);
  g_test_add_func ("/ui/interviews/O-14/menu", test_menu);
  g_test_add_func ("/ui/interviews/SH-59/selection-unread", test_selection_unread);
  g_test_add_func ("/ui/interviews/SH-59/scroll", test_scroll);
  g_test_add_func ("/ui/interviews/SH-59/empty", test_empty);
  return g_test_run ();
}
