/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-agenda-view.h"
#include "convene-calendar-note.h"
#include "convene-calendar-page.h"
#include "convene-date-popover.h"
#include "convene-filter.h"
#include "convene-interviews-page.h"
#include "convene-month-view.h"
#include "convene-time-view.h"
#include "convene-window-header.h"
#include "convene-window.h"
#include "convene-zone-window.h"
#include "ui-fixture.h"
#include "ui-window.h"
#include "window-parts.h"

typedef struct
{
  UiFixture           *ui;
  GtkWidget           *window;
  ConveneCalendarPage *page;
  GVariant            *asked; /* the target of the application's last action */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  g_clear_pointer (&self->asked, g_variant_unref);
  ui_fixture_free (self->ui);
}

static void
show (Fixture *self,
      int      width)
{
  self->window = convene_window_new (NULL, self->ui->engine, FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_wait_frame (self->window);
  WAIT (CONVENE_IS_CALENDAR_PAGE (find_page (self->window)));
  self->page = CONVENE_CALENDAR_PAGE (find_page (self->window));
  WAIT (convene_calendar_page_get_read (self->page));
}

static void
add_interview (Fixture    *self,
               const char *wall)
{
  g_free (ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", wall, "UTC", 45, CONVENE_PLATFORM_ZOOM));
}

static void
choose_view (Fixture    *self,
             const char *view)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (view));
}

static char *
dup_date (Fixture *self)
{
  char *date;

  g_object_get (self->page, "date", &date, NULL);
  return date;
}

static void
assert_view (Fixture    *self,
             const char *expected)
{
  g_autofree char *view = NULL;

  g_object_get (self->page, "view", &view, NULL);
  g_assert_cmpstr (view, ==, expected);
}

#define ASSERT_DATE(self, expected)           \
  {                                           \
    g_autofree char *shown = dup_date (self); \
    g_assert_cmpstr (shown, ==, expected);    \
  }

/* What is in front of the calendar's views. */
static GtkWidget *
find_view (Fixture *self)
{
  const GType types[] = { CONVENE_TYPE_MONTH_VIEW, CONVENE_TYPE_TIME_VIEW, CONVENE_TYPE_AGENDA_VIEW };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *view = ui_find (GTK_WIDGET (self->page), types[i]);
      GtkWidget *stack = view != NULL ? gtk_widget_get_ancestor (view, GTK_TYPE_STACK) : NULL;

      if (stack != NULL)
        return gtk_stack_get_visible_child (GTK_STACK (stack));
    }

  return NULL;
}

typedef struct
{
  const char *view;
  const char *heading;  /* of the first of December, from Monday on */
  const char *previous; /* what turning back is called */
  const char *next_date;
} View;

static const View views[] = {
  { "month", "December 2026", "Previous month", "2027-01-01" },
  { "week", NULL, "Previous week", "2026-12-08" },
  { "day", NULL, "Previous day", "2026-12-02" },
  { "agenda", NULL, "Earlier", "2026-12-31" },
};

/* TA-11: each of them alone, its button pressed, made only now, on the day that was shown before; turned by its own length, and back to today. */
static void
test_views (Fixture      *self,
            gconstpointer data)
{
  show (self, 1180);
  g_assert_null (ui_find (GTK_WIDGET (self->page), CONVENE_TYPE_TIME_VIEW));
  g_assert_null (ui_find (GTK_WIDGET (self->page), CONVENE_TYPE_AGENDA_VIEW));

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *title = NULL;

      g_test_message ("%s", views[i].view);
      choose_view (self, views[i].view);
      assert_view (self, views[i].view);
      for (guint j = 0; j < G_N_ELEMENTS (views); j++)
        g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (find_button_for (self->window, "win.view", views[j].view))), ==, i == j);
      g_assert_true (gtk_widget_get_mapped (find_view (self)));
      g_object_get (self->page, "title", &title, NULL);
      g_assert_cmpstr (get_heading (self->window), ==, title);
      g_assert_cmpstr (get_heading (self->window), !=, "");
      if (views[i].heading != NULL)
        g_assert_cmpstr (get_heading (self->window), ==, views[i].heading);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (find_button (self->window, "win.previous")), ==, views[i].previous);

      ASSERT_DATE (self, "2026-12-01");
      gtk_widget_activate_action (self->window, "win.next", NULL);
      ASSERT_DATE (self, views[i].next_date);
      gtk_widget_activate_action (self->window, "win.previous", NULL);
      ASSERT_DATE (self, "2026-12-01");
      gtk_widget_activate_action (self->window, "win.previous", NULL);
      gtk_widget_activate_action (self->window, "win.today", NULL);
      ASSERT_DATE (self, "2026-12-01");
    }
}

/* One day for all of them. */
static void
test_one_date (Fixture      *self,
               gconstpointer data)
{
  show (self, 1180);
  convene_calendar_page_set_date (self->page, "2027-02-17");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *date = NULL;

      choose_view (self, views[i].view);
      g_object_get (find_view (self), "date", &date, NULL);
      g_assert_cmpstr (date, ==, "2027-02-17");
    }

  gtk_widget_activate_action (self->window, "win.show-date", "s", "2026-07-03");
  choose_view (self, "month");
  g_assert_cmpstr (get_heading (self->window), ==, "July 2026");
}

static GtkWidget *
find_header (Fixture *self)
{
  return ui_find (self->window, CONVENE_TYPE_WINDOW_HEADER);
}

/* Scheduling is a sign, or it is words. */
static void
assert_tight (Fixture *self,
              gboolean tight)
{
  ui_wait_frame (self->window);
  g_assert_cmpint (gtk_widget_get_mapped (ui_find_named (find_header (self), GTK_TYPE_BUTTON, "_Schedule Interview")), ==, !tight);
}

static void
assert_focus_schedules (Fixture *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  g_assert_true (GTK_IS_BUTTON (focus) && gtk_widget_get_mapped (focus));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (focus)), ==, "app.schedule");
}

/* In the week view, with room for the title of a week in one month, but not for that of today's, which is in two. */
static void
show_week (Fixture *self)
{
  int long_width, width;

  show (self, 1180);
  choose_view (self, "week");
  long_width = convene_window_header_get_width (CONVENE_WINDOW_HEADER (find_header (self)), FALSE);
  gtk_widget_activate_action (self->window, "win.next", NULL);
  width = convene_window_header_get_width (CONVENE_WINDOW_HEADER (find_header (self)), FALSE);
  g_assert_cmpint (long_width, >, width + 40);
  ui_resize (GTK_WINDOW (self->window), (long_width + width) / 2, 700);
  assert_tight (self, FALSE);
}

/* The header is tight as long as the title is long, and no longer. */
static void
test_titles (Fixture      *self,
             gconstpointer data)
{
  show_week (self);
  gtk_widget_activate_action (self->window, "win.previous", NULL);
  assert_tight (self, TRUE);
  g_assert_cmpstr (get_heading (self->window), ==, "Dec");
  gtk_widget_activate_action (self->window, "win.next", NULL);
  assert_tight (self, FALSE);
  g_assert_cmpstr (get_heading (self->window), ==, "6 – 12 December 2026");

  gtk_widget_activate_action (self->window, "win.previous", NULL);
  assert_tight (self, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "page", g_variant_new_string ("interviews"));
  assert_tight (self, FALSE);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "page", g_variant_new_string ("calendar"));
  assert_tight (self, TRUE);
}

/* A little less does not count. */
static void
test_much_the_same_titles (Fixture      *self,
                           gconstpointer data)
{
  static const char *const titles[] = { "6 – 12 December 2026, that is long.", "6 – 12 December 2026, that is long", "6 – 12 December 2026" };
  int                      thresholds[G_N_ELEMENTS (titles)];

  show_week (self);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *room = gtk_widget_get_parent (find_header (self));

      g_object_set (find_header (self), "title", titles[i], NULL);
      g_object_get (gtk_widget_get_parent (room), "threshold", &thresholds[i], NULL);
    }
  g_assert_cmpint (thresholds[0], ==, thresholds[1]);
  g_assert_cmpint (thresholds[1], >, thresholds[2]);
}

/* The keyboard stays where one schedules, whichever button that is, and wherever its other form is measured. */
static void
test_titles_keep_focus (Fixture      *self,
                        gconstpointer data)
{
  const GActionEntry entry = { .name = "schedule" };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), &entry, 1, NULL);
  show_week (self);
  gtk_widget_insert_action_group (self->window, "app", G_ACTION_GROUP (group));
  gtk_widget_grab_focus (ui_find_named (find_header (self), GTK_TYPE_BUTTON, "_Schedule Interview"));
  assert_focus_schedules (self);

  gtk_widget_activate_action (self->window, "win.previous", NULL);
  assert_tight (self, TRUE);
  assert_focus_schedules (self);
  ui_resize (GTK_WINDOW (self->window), 900, 700);
  gtk_widget_activate_action (self->window, "win.next", NULL);
  assert_tight (self, TRUE);
  assert_focus_schedules (self);
  gtk_widget_insert_action_group (self->window, "app", NULL);
}

/* The keyboard goes with the view. */
static void
test_focus (Fixture      *self,
            gconstpointer data)
{
  show (self, 1180);
  add_interview (self, "2026-12-01 14:00");
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      GtkWidget *focus;

      gtk_widget_grab_focus (find_view (self));
      choose_view (self, views[(i + 1) % G_N_ELEMENTS (views)].view);
      ui_wait_frame (self->window);
      focus = gtk_window_get_focus (GTK_WINDOW (self->window));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_get_mapped (focus));
    }
}

static void
asked_cb (GSimpleAction *action,
          GVariant      *target,
          gpointer       user_data)
{
  Fixture *self = user_data;

  g_clear_pointer (&self->asked, g_variant_unref);
  self->asked = g_variant_ref_sink (g_variant_new ("(sv)", g_action_get_name (G_ACTION (action)), target));
}

static void
assert_asked (Fixture    *self,
              const char *expected)
{
  g_autofree char *asked = NULL;

  g_assert_nonnull (self->asked);
  asked = g_variant_print (self->asked, FALSE);
  g_assert_cmpstr (asked, ==, expected);
}

/* TA-11: free time is where the wizard begins, and what was dragged is asked for. */
static void
test_targets (Fixture      *self,
              gconstpointer data)
{
  const GActionEntry entries[] = {
    { .name = "schedule-on", .activate = asked_cb, .parameter_type = "s" },
    { .name = "reschedule-to", .activate = asked_cb, .parameter_type = "(sxx)" },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  show (self, 1180);
  gtk_widget_insert_action_group (self->window, "app", G_ACTION_GROUP (group));
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      choose_view (self, views[i].view);
      g_signal_emit_by_name (find_view (self), "slot-activated", "2026-12-01T10:00");
      assert_asked (self, "('schedule-on', <'2026-12-01T10:00'>)");
      g_signal_emit_by_name (find_view (self), "entry-moved", "uid-1", G_GINT64_CONSTANT (10), G_GINT64_CONSTANT (20));
      assert_asked (self, "('reschedule-to', <('uid-1', int64 10, int64 20)>)");
    }
  gtk_widget_insert_action_group (self->window, "app", NULL);
}

/* Details stand beside each of the views, and the way back leads to it. */
static void
test_details (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-17 14:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);

  show (self, 1180);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      choose_view (self, views[i].view);
      g_signal_emit_by_name (find_view (self), "entry-activated", uid);
      g_assert_cmpstr (convene_calendar_page_get_showing (self->page), ==, uid);
      ui_wait_frame (self->window);
      g_assert_true (gtk_widget_get_mapped (find_view (self)));
      ui_show (self->window, views[i].view);
      gtk_widget_activate_action (self->window, "win.back", NULL);
      g_assert_null (convene_calendar_page_get_showing (self->page));
    }
}

static ConveneDatePopover *
ask_date (Fixture *self)
{
  GtkWidget *popover;

  gtk_widget_activate_action (self->window, "win.go-to-date", NULL);
  WAIT ((popover = ui_find (self->window, CONVENE_TYPE_DATE_POPOVER)) != NULL && gtk_widget_get_mapped (popover));
  return CONVENE_DATE_POPOVER (popover);
}

/* A date that is typed, one that is none, and a day of the small month. */
static void
test_go_to_date (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr(GDateTime) day = g_date_time_new_utc (2027, 3, 5, 12, 0, 0);
  ConveneDatePopover *popover;
  GtkWidget          *entry;

  show (self, 1180);
  popover = ask_date (self);
  entry = ui_find (GTK_WIDGET (popover), GTK_TYPE_ENTRY);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "2026-12-01");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nonsense");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (popover)));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  ASSERT_DATE (self, "2026-12-01");

  gtk_editable_set_text (GTK_EDITABLE (entry), "2027-02-17");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_signal_emit_by_name (entry, "activate");
  ASSERT_DATE (self, "2027-02-17");
  g_assert_cmpstr (get_heading (self->window), ==, "February 2027");

  popover = ask_date (self);
  gtk_calendar_select_day (GTK_CALENDAR (ui_find (GTK_WIDGET (popover), GTK_TYPE_CALENDAR)), day);
  ASSERT_DATE (self, "2027-03-05");
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static GtkWidget *
find_zone_window (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (CONVENE_IS_ZONE_WINDOW (window))
        return window;
    }

  return NULL;
}

/* TA-12: a zone that is none is refused in words, another stands beside the own one, and nothing takes it away again. */
static void
test_second_zone (Fixture      *self,
                  gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *shown; /* NULL: it is refused */
  } zones[] = {
    { "Nowhere/City", NULL },
    { " America/Mexico_City ", "America/Mexico_City" },
    { "", "" },
  };

  show (self, 1180);
  choose_view (self, "week");
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autofree char *zone = NULL;
      GtkWidget       *window;

      gtk_widget_activate_action (self->window, "win.second-zone", NULL);
      window = find_zone_window ();
      ui_wait_frame (window);
      gtk_editable_set_text (GTK_EDITABLE (ui_find (window, ADW_TYPE_ENTRY_ROW)), zones[i].typed);
      gtk_widget_activate_action (window, "zone.apply", NULL);
      g_object_get (self->page, "second-zone", &zone, NULL);
      g_assert_cmpstr (zone, ==, zones[i].shown != NULL ? zones[i].shown : "");
      if (zones[i].shown == NULL)
        {
          g_assert_true (find_zone_window () == window);
          ui_show (window, "window-zone");
          gtk_window_destroy (GTK_WINDOW (window));
        }
      g_assert_null (find_zone_window ());
    }
}

static char *
dup_front (Fixture *self)
{
  char *front;

  g_object_get (self->window, "front", &front, NULL);
  return front;
}

#define ASSERT_FRONT(self, expected)           \
  {                                            \
    g_autofree char *front = dup_front (self); \
    g_assert_cmpstr (front, ==, expected);     \
  }

static gboolean
is_enabled (Fixture    *self,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), action) || gtk_widget_get_sensitive (find_button (self->window, action));
}

/* SH-59: the other page is made when it is asked for; what belongs to the calendar goes with it. */
static void
test_pages (Fixture      *self,
            gconstpointer width)
{
  GtkWidget *calendar, *interviews;

  show (self, GPOINTER_TO_INT (width));
  calendar = find_button_for (self->window, "win.page", "calendar");
  interviews = find_button_for (self->window, "win.page", "interviews");
  ASSERT_FRONT (self, "calendar");
  g_assert_null (ui_find (self->window, CONVENE_TYPE_INTERVIEWS_PAGE));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (calendar)));

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "page", g_variant_new_string ("interviews"));
  ui_wait_frame (self->window);
  ASSERT_FRONT (self, "interviews");
  g_assert_true (gtk_widget_get_mapped (ui_find (self->window, CONVENE_TYPE_INTERVIEWS_PAGE)));
  ui_show (self->window, GPOINTER_TO_INT (width) > 720 ? "window-interviews" : "window-interviews-narrow");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (interviews)));
  g_assert_false (gtk_widget_get_mapped (find_button (self->window, "win.next")));
  g_assert_false (is_enabled (self, "win.next"));

  /* A view of the calendar is one of the calendar. */
  choose_view (self, "week");
  ASSERT_FRONT (self, "calendar");
  assert_view (self, "week");
  g_assert_true (is_enabled (self, "win.next"));
}

/* SH-31: looking for something goes to the interviews, with the keyboard where words are typed. */
static void
test_search (Fixture      *self,
             gconstpointer data)
{
  show (self, 1180);
  convene_window_search (CONVENE_WINDOW (self->window), "Ada");
  ASSERT_FRONT (self, "interviews");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "page", g_variant_new_string ("calendar"));
  gtk_widget_activate_action (self->window, "win.search", NULL);
  ASSERT_FRONT (self, "interviews");
  ui_wait_frame (self->window);
  g_assert_true (GTK_IS_EDITABLE (gtk_window_get_focus (GTK_WINDOW (self->window))));
}

static GtkWidget *
find_note (Fixture *self)
{
  return ui_find (self->window, CONVENE_TYPE_CALENDAR_NOTE);
}

static const char *
get_note (Fixture *self)
{
  return gtk_label_get_label (GTK_LABEL (ui_find (find_note (self), GTK_TYPE_LABEL)));
}

/* Nothing at all, nothing this week, nothing through the filter; and what helps. */
static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  ConveneFilter *filter;

  show (self, 1180);
  WAIT (gtk_widget_get_visible (find_note (self)));
  g_assert_cmpstr (get_note (self), ==, "No interviews yet");

  choose_view (self, "week");
  add_interview (self, "2026-12-17 14:00");
  WAIT (gtk_widget_get_visible (find_note (self)) && g_str_equal (get_note (self), "No interviews in this week"));
  g_assert_cmpstr (get_target (find_button (find_note (self), "app.schedule-on")), ==, "2026-12-01");
  choose_view (self, "month");
  WAIT (!gtk_widget_get_visible (find_note (self)));

  g_object_get (self->page, "filter", &filter, NULL);
  g_object_set (filter, "platform", "phone", NULL);
  WAIT (gtk_widget_get_visible (find_note (self)));
  g_assert_cmpstr (get_note (self), ==, "No interviews match the filters");
  g_assert_true (gtk_widget_get_visible (find_button (find_note (self), "win.clear-filters")));
  gtk_widget_activate_action (self->window, "win.clear-filters", NULL);
  WAIT (!gtk_widget_get_visible (find_note (self)));
  g_assert_false (convene_filter_get_active (filter));
  g_object_unref (filter);
}

/* Only three days of the week have room. */
static void
test_empty_narrow (Fixture      *self,
                   gconstpointer data)
{
  add_interview (self, "2026-12-04 14:00");
  show (self, 400);
  choose_view (self, "week");
  WAIT (gtk_widget_get_visible (find_note (self)));
  g_assert_cmpstr (get_note (self), ==, "No interviews on these days");

  g_action_group_activate_action (G_ACTION_GROUP (self->window), "next", NULL);
  WAIT (!gtk_widget_get_visible (find_note (self)));
}

#define ADD(name, data, test) g_test_add ("/ui/window/views/" name, Fixture, data, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("SH-59/views", NULL, test_views);
  ADD ("SH-59/one-date", NULL, test_one_date);
  ADD ("SH-59/titles", NULL, test_titles);
  ADD ("SH-59/titles/much-the-same", NULL, test_much_the_same_titles);
  ADD ("SH-59/titles/keep-focus", NULL, test_titles_keep_focus);
  ADD ("SH-59/focus", NULL, test_focus);
  ADD ("TA-1/targets", NULL, test_targets);
  ADD ("TA-1/details", NULL, test_details);
  ADD ("SH-59/go-to-date", NULL, test_go_to_date);
  ADD ("second-zone", NULL, test_second_zone);
  ADD ("SH-59/pages", GINT_TO_POINTER (1180), test_pages);
  ADD ("SH-59/pages-narrow", GINT_TO_POINTER (360), test_pages);
  ADD ("SH-59/search", NULL, test_search);
  ADD ("TA-14/empty", NULL, test_empty);
  ADD ("TA-14/empty-narrow", NULL, test_empty_narrow);

  return g_test_run ();
}
