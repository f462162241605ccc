/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-banner.h"
#include "convene-calendar-page.h"
#include "convene-error.h"
#include "convene-day-view.h"
#include "convene-month-view.h"
#include "convene-next-bar.h"
#include "convene-window.h"
#include "ui-fixture.h"
#include "ui-window.h"
#include "window-parts.h"

typedef struct
{
  UiFixture *ui;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
}

/* Nothing of the window is left behind, nor anything that holds the engine. */
static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->window != NULL)
    ui_destroy (GTK_WINDOW (self->window), ui_find (self->window, CONVENE_TYPE_CALENDAR_PAGE));
  ui_fixture_free (self->ui);
}

static void
show (Fixture *self,
      gboolean practice,
      int      width)
{
  self->window = convene_window_new (NULL, self->ui->engine, practice);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, 700);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_wait_frame (self->window);
}

#define WAIT_FOR_PAGE(self, type) WAIT (find_page ((self)->window) != NULL && G_TYPE_CHECK_INSTANCE_TYPE (find_page ((self)->window), (type)))

/* Neither accounts nor interviews: two ways to begin, of which one is suggested. */
static void
test_beginning (Fixture      *self,
                gconstpointer data)
{
  GtkWidget *zoom, *page;

  show (self, FALSE, 1180);
  WAIT_FOR_PAGE (self, ADW_TYPE_STATUS_PAGE);
  page = find_page (self->window);
  zoom = find_button (page, "app.connect");
  g_assert_cmpstr (get_target (zoom), ==, "zoom");
  g_assert_true (gtk_widget_has_css_class (zoom, "suggested-action"));
  g_assert_nonnull (find_button (page, "app.practice"));
  g_assert_false (gtk_widget_has_css_class (find_button (self->window, "app.schedule"), "suggested-action"));
  g_assert_cmpstr (get_heading (self->window), ==, gtk_window_get_title (GTK_WINDOW (self->window)));
  g_assert_false (gtk_widget_get_mapped (find_button (self->window, "win.today")));
  ui_show (self->window, "window-beginning");

  /* The first interview takes its place, whoever made it. */
  g_free (ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-01 14:00", "UTC", 45, CONVENE_PLATFORM_ZOOM));
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  g_assert_true (gtk_widget_has_css_class (find_button (self->window, "app.schedule"), "suggested-action"));
}

/* With an account there is a calendar, be it empty. */
static void
test_calendar (Fixture      *self,
               gconstpointer data)
{
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  show (self, FALSE, 1180);
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  g_assert_cmpstr (get_heading (self->window), ==, "December 2026");

  gtk_widget_activate_action (self->window, "win.next", NULL);
  g_assert_cmpstr (get_heading (self->window), ==, "January 2027");
  gtk_widget_activate_action (self->window, "win.today", NULL);
  gtk_widget_activate_action (self->window, "win.previous", NULL);
  g_assert_cmpstr (get_heading (self->window), ==, "November 2026");
}

static void
test_practice (Fixture      *self,
               gconstpointer data)
{
  show (self, TRUE, 1180);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Convene (Practice)");
  g_assert_true (gtk_widget_get_mapped (ui_find_named (self->window, GTK_TYPE_LABEL, "Practice: nothing leaves this computer")));
  ui_destroy (GTK_WINDOW (self->window), NULL);

  show (self, FALSE, 1180);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Convene");
  g_assert_false (gtk_widget_get_mapped (ui_find_named (self->window, GTK_TYPE_LABEL, "Practice: nothing leaves this computer")));
}

/* The engine's own words, which are no markup; and then it opens after all. */
static void
test_cannot_be_opened (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr(GError) error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_DATABASE, "It is from a <newer> version & stays as it is.");

  self->window = convene_window_new (NULL, NULL, FALSE);
  convene_window_set_error (CONVENE_WINDOW (self->window), error);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_wait_frame (self->window);
  WAIT_FOR_PAGE (self, ADW_TYPE_STATUS_PAGE);
  g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (find_page (self->window))), ==, "It is from a &lt;newer&gt; version &amp; stays as it is.");
  g_assert_nonnull (find_button (find_page (self->window), "app.try-again"));
  g_assert_nonnull (find_button (find_page (self->window), "app.quit"));
  ui_show (self->window, "window-failed");

  convene_window_set_error (CONVENE_WINDOW (self->window), NULL);
  g_assert_false (ADW_IS_STATUS_PAGE (find_page (self->window)));
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_window_set_engine (CONVENE_WINDOW (self->window), self->ui->engine);
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
}

/* An operation of an interview in an hour that waits for an event. */
static void
add_waiting (UiFixture  *ui,
             const char *event)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-01 15:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneOperation) operation = NULL;

  operation = g_object_new (CONVENE_TYPE_OPERATION, "id", "operation-1", "kind", CONVENE_OPERATION_KIND_MAIL_INVITATION, "state", CONVENE_OPERATION_STATE_WAITING, "interview-uid",
                            convene_interview_get_uid (interview), "due", UI_FIXTURE_NOW, "created", UI_FIXTURE_NOW, "event", event, NULL);
  convene_change_add_interview (change, interview);
  convene_change_add_operation (change, operation);
  ui_fixture_commit (ui, change);
}

static void
need_reconnect (UiFixture *ui)
{
  ui_fixture_add_account (ui, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_EXPIRED);
}

static void
need_connect (UiFixture *ui)
{
  add_waiting (ui, "mail");
}

static void
need_show (UiFixture *ui)
{
  g_free (ui_fixture_add_failed_interview (ui, "Ada Example", "Staff Engineer", "2026-12-01 15:00", "UTC", 45));
}

typedef struct
{
  void (*need) (UiFixture *ui);
  const char *action;
  const char *label;
} Remedy;

static const Remedy remedies[] = {
  { need_reconnect, "app.reconnect", "_Reconnect" },
  { need_connect, "app.connect", "_Connect" },
  { need_show, "app.show-interview", "_Show" },
};

static GtkRevealer *
find_banner (Fixture *self)
{
  return GTK_REVEALER (ui_find (ui_find (self->window, CONVENE_TYPE_BANNER), GTK_TYPE_REVEALER));
}

/* One message, the one button that helps, and closing it. */
static void
test_banner (Fixture      *self,
             gconstpointer data)
{
  const Remedy *remedy = data;
  GtkRevealer  *banner;
  GtkWidget    *button;

  show (self, FALSE, 1180);
  banner = find_banner (self);
  g_assert_false (gtk_revealer_get_reveal_child (banner));

  remedy->need (self->ui);
  WAIT (gtk_revealer_get_reveal_child (banner));
  button = find_button (GTK_WIDGET (banner), remedy->action);
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_visible (button));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, remedy->label);
  ui_wait_frame (self->window);
  ui_show (self->window, remedy->action);

  gtk_widget_activate_action (GTK_WIDGET (banner), "banner.close", NULL);
  g_assert_false (gtk_revealer_get_reveal_child (banner));
}

/* What was closed stays closed, and another sentence is said. */
static void
test_banner_says_the_next (Fixture      *self,
                           gconstpointer data)
{
  GtkRevealer *banner;

  need_show (self->ui);
  show (self, FALSE, 1180);
  banner = find_banner (self);
  WAIT (gtk_revealer_get_reveal_child (banner));
  gtk_widget_activate_action (GTK_WIDGET (banner), "banner.close", NULL);

  need_reconnect (self->ui);
  WAIT (gtk_revealer_get_reveal_child (banner));
  g_assert_nonnull (find_button (GTK_WIDGET (banner), "app.reconnect"));
}

/* The bar comes an hour before, Join ten minutes before, and both go with the interview's end. */
static void
test_next_bar (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *uid = NULL;
  ConveneNextBar  *bar;
  GtkWidget       *join;

  uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-01 10:30", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  show (self, FALSE, 1180);
  bar = CONVENE_NEXT_BAR (ui_find (self->window, CONVENE_TYPE_NEXT_BAR));
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (bar)));

  ui_fixture_advance (self->ui, 10 * CONVENE_MINUTE);
  WAIT (gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_cmpstr (convene_next_bar_get_message (bar), ==, "Next: Ada Example, Staff Engineer, in 1 hour (their 04:30 in Mexico City)");
  g_assert_null (convene_next_bar_get_joinable (bar));
  g_assert_cmpstr (get_target (find_button (GTK_WIDGET (bar), "app.show-interview")), ==, uid);
  g_assert_null (find_button (GTK_WIDGET (bar), "app.join"));

  ui_fixture_advance (self->ui, 52 * CONVENE_MINUTE);
  WAIT (convene_next_bar_get_joinable (bar) != NULL);
  g_assert_cmpstr (convene_next_bar_get_message (bar), ==, "Next: Ada Example, Staff Engineer, in 8 minutes (their 04:30 in Mexico City)");
  join = find_button (GTK_WIDGET (bar), "app.join");
  g_assert_true (gtk_widget_get_visible (join));
  g_assert_cmpstr (get_target (join), ==, uid);
  ui_wait_frame (self->window);
  ui_show (self->window, "window-next");

  ui_fixture_advance (self->ui, 10 * CONVENE_MINUTE);
  WAIT (g_str_has_prefix (convene_next_bar_get_message (bar), "Now: "));
  g_assert_nonnull (convene_next_bar_get_joinable (bar));
  ui_fixture_advance (self->ui, 43 * CONVENE_MINUTE);
  WAIT (!gtk_widget_get_visible (GTK_WIDGET (bar)));
  g_assert_null (convene_next_bar_get_joinable (bar));
}

/* VC-24: whoever hosts it starts it. */
static void
test_next_bar_host (Fixture      *self,
                    gconstpointer data)
{
  ConveneNextBar  *bar;
  g_autofree char *uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-01 09:25", "UTC", 45, CONVENE_PLATFORM_ZOOM);

  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  show (self, FALSE, 1180);
  bar = CONVENE_NEXT_BAR (ui_find (self->window, CONVENE_TYPE_NEXT_BAR));
  WAIT (convene_next_bar_get_joinable (bar) != NULL);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (find_button (GTK_WIDGET (bar), "app.join"))), ==, "_Start");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_button (GTK_WIDGET (bar), "app.join")), ==, "Start the meeting in Zoom, as its host");
}

/* The action of each item of a menu. */
static void
describe_menu (GMenuModel *menu,
               GString    *said)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr(GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr(GMenuModel) submenu = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SUBMENU);
      g_autofree char *action = NULL;

      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action))
        g_string_append_printf (said, "%s ", action);
      if (section != NULL)
        describe_menu (section, said);
      if (submenu != NULL)
        describe_menu (submenu, said);
    }
}

static GtkWidget *
find_main_menu (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_main_menu (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static char *
describe_main_menu (GtkWidget *window)
{
  GtkWidget *button = find_main_menu (window);
  GString   *said = g_string_new (NULL);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  describe_menu (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)), said);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  return g_string_free (said, FALSE);
}

#define VIEWS "win.view win.view win.view win.view win.colors win.colors win.go-to-date win.second-zone "
#define MENU                                                                                                            \
  "win.reschedule win.edit win.cancel-interview " VIEWS "app.open-file win.export-day win.export-month win.export-all " \
  "win.print-day app.connected-apps app.practice app.preferences app.shortcuts app.help app.connect app.about "

/* What has no room in the header is in the menu, and the month takes dots. */
static void
test_narrow (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *narrow = NULL;
  g_autofree char *wide = NULL;
  GtkWidget       *month;

  g_free (ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-01 14:00", "UTC", 45, CONVENE_PLATFORM_ZOOM));
  show (self, FALSE, 360);
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  ui_wait_frame (self->window);
  g_assert_cmpint (gtk_widget_get_width (self->window), <=, 380);
  month = ui_find (self->window, CONVENE_TYPE_MONTH_VIEW);
  g_assert_true (convene_calendar_view_get_narrow (CONVENE_CALENDAR_VIEW (month)));
  g_assert_false (gtk_widget_get_mapped (find_button (self->window, "win.today")));
  narrow = describe_main_menu (self->window);
  g_assert_cmpstr (narrow, ==, "win.today win.search " MENU);
  g_assert_cmpstr (get_heading (self->window), ==, "Dec");
  g_assert_cmpstr (get_words (ui_find (self->window, ADW_TYPE_HEADER_BAR), "subtitle"), ==, "2026");
  ui_show (self->window, "window-narrow");

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1180, 700);
  WAIT (!convene_calendar_view_get_narrow (CONVENE_CALENDAR_VIEW (month)));
  wide = describe_main_menu (self->window);
  g_assert_cmpstr (wide, ==, MENU);
  g_assert_cmpstr (get_heading (self->window), ==, "December 2026");
}

static GtkWidget *
find_day (GtkWidget *window)
{
  return ui_find (window, CONVENE_TYPE_DAY_VIEW);
}

/* Details stand beside the month, or in place of it where it is narrow; the way back leads where one came from. */
static void
test_details (Fixture      *self,
              gconstpointer width)
{
  gboolean             wide = GPOINTER_TO_INT (width) > 720;
  g_autofree char     *uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-17 14:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  ConveneCalendarPage *page;
  GtkWidget           *month;

  show (self, FALSE, GPOINTER_TO_INT (width));
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  page = CONVENE_CALENDAR_PAGE (find_page (self->window));
  month = ui_find (self->window, CONVENE_TYPE_MONTH_VIEW);
  gtk_widget_grab_focus (month);

  convene_window_show_interview (CONVENE_WINDOW (self->window), uid);
  g_assert_cmpstr (convene_calendar_page_get_showing (page), ==, uid);
  WAIT (g_str_equal (convene_calendar_view_get_date (CONVENE_CALENDAR_VIEW (month)), "2026-12-17"));
  g_assert_cmpstr (convene_calendar_page_get_showing (page), ==, uid);
  ui_wait_frame (self->window);
  g_assert_cmpint (gtk_widget_get_mapped (month), ==, wide);
  g_assert_false (gtk_widget_get_mapped (find_day (self->window)));
  ui_show (self->window, wide ? "window-details" : "window-details-narrow");

  gtk_widget_activate_action (self->window, "win.back", NULL);
  g_assert_null (convene_calendar_page_get_showing (page));
  ui_wait_frame (self->window);
  g_assert_true (gtk_widget_get_mapped (month));
  g_assert_true (gtk_widget_get_mapped (find_day (self->window)));
}

/* Whoever turns to another day does not ask for this interview any more. */
static void
test_another_day (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-01 14:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  GtkWidget       *page;

  show (self, FALSE, 1180);
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  page = find_page (self->window);
  g_signal_emit_by_name (ui_find (self->window, CONVENE_TYPE_MONTH_VIEW), "entry-activated", uid);
  g_assert_cmpstr (convene_calendar_page_get_showing (CONVENE_CALENDAR_PAGE (page)), ==, uid);
  convene_calendar_view_set_date (CONVENE_CALENDAR_VIEW (ui_find (self->window, CONVENE_TYPE_MONTH_VIEW)), "2026-12-02");
  g_assert_null (convene_calendar_page_get_showing (CONVENE_CALENDAR_PAGE (page)));
}

/* A uid that nobody has any more: back to the day, in words. */
static void
test_gone (Fixture      *self,
           gconstpointer data)
{
  GtkWidget *page;

  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  show (self, FALSE, 1180);
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  page = find_page (self->window);
  convene_window_show_interview (CONVENE_WINDOW (self->window), "00000000-0000-4000-8000-000000000000");
  WAIT (convene_calendar_page_get_showing (CONVENE_CALENDAR_PAGE (page)) == NULL);
}

/* what leaves the window of a day: nothing where there is none, and that is said. */
static void
test_day_actions (Fixture      *self,
                  gconstpointer data)
{
  static const char *const names[] = { "export-day", "export-month", "export-all", "print-day" };
  g_autofree char         *uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-17 14:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  GtkWidget               *month;

  show (self, FALSE, 1180);
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  WAIT (convene_calendar_page_get_read (CONVENE_CALENDAR_PAGE (find_page (self->window))));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), names[i]));

  month = ui_find (self->window, CONVENE_TYPE_MONTH_VIEW);
  convene_calendar_view_set_date (CONVENE_CALENDAR_VIEW (month), "2026-12-02");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "export-day", NULL);
  WAIT (ui_find_named (self->window, GTK_TYPE_LABEL, "There are no interviews on this day") != NULL);
  convene_calendar_view_set_date (CONVENE_CALENDAR_VIEW (month), "2027-05-02");
  WAIT (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "export-month"));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "export-month", NULL);
  WAIT (ui_find_named (self->window, GTK_TYPE_LABEL, "There are no interviews in this month") != NULL);

  convene_window_set_engine (CONVENE_WINDOW (self->window), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), names[i]));
}

static GtkWindow *
find_print_dialog (void)
{
  g_autoptr(GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog") && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

/* The day's own dialog; whoever leaves it is told nothing. */
static void
test_print (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-17 14:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  GtkWindow       *dialog;

  show (self, FALSE, 1180);
  WAIT_FOR_PAGE (self, CONVENE_TYPE_CALENDAR_PAGE);
  convene_calendar_view_set_date (CONVENE_CALENDAR_VIEW (ui_find (self->window, CONVENE_TYPE_MONTH_VIEW)), "2026-12-17");
  WAIT (g_action_group_get_action_enabled (G_ACTION_GROUP (self->window), "print-day"));
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "print-day", NULL);
  WAIT ((dialog = find_print_dialog ()) != NULL);
  g_assert_true (gtk_window_get_transient_for (dialog) == GTK_WINDOW (self->window));
  gtk_window_close (dialog);
  WAIT (find_print_dialog () == NULL);
}

#define ADD(name, data, test) g_test_add ("/ui/window/" name, Fixture, data, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("SH-4/beginning", NULL, test_beginning);
  ADD ("calendar", NULL, test_calendar);
  ADD ("practice", NULL, test_practice);
  ADD ("cannot-be-opened", NULL, test_cannot_be_opened);
  ADD ("banner/reconnect", &remedies[0], test_banner);
  ADD ("banner/connect", &remedies[1], test_banner);
  ADD ("banner/show", &remedies[2], test_banner);
  ADD ("banner/says-the-next", NULL, test_banner_says_the_next);
  ADD ("next-bar", NULL, test_next_bar);
  ADD ("VC-24/next-bar/host", NULL, test_next_bar_host);
  ADD ("narrow", NULL, test_narrow);
  ADD ("SH-30/details", GINT_TO_POINTER (1180), test_details);
  ADD ("SH-30/details-narrow", GINT_TO_POINTER (360), test_details);
  ADD ("another-day", NULL, test_another_day);
  ADD ("gone", NULL, test_gone);
  ADD ("X-11/day-actions", NULL, test_day_actions);
  ADD ("X-11/print", NULL, test_print);

  return g_test_run ();
}
