/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accounts-test.h"
#include "convene-account-tools.h"
#include "convene-connect-form.h"
#include "convene-places.h"
#include "workflow-fixture.h"

static GtkWidget *
find_tools (ConveneAccountsWindow *window)
{
  return ui_find (accounts_card (window, 0), CONVENE_TYPE_ACCOUNT_TOOLS);
}

static gboolean
is_busy (ConveneAccountsWindow *window)
{
  gboolean busy;

  g_object_get (find_tools (window), "busy", &busy, NULL);
  return busy;
}

static void
check (ConveneAccountsWindow *window)
{
  accounts_press (accounts_card (window, 0), "_Check Now");
  g_assert_true (is_busy (window));
  accounts_press (accounts_card (window, 0), "_Check Now");
  accounts_wait_until (!is_busy (window));
}

/* Whatever Zoom says, the card says it. */
static void
test_zoom (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window;

  fixture_connect (fixture);
  window = accounts_open (fixture->engine, NULL);
  check (window);
  g_assert_true (accounts_says (accounts_card (window, 0), "Zoom accepts the sign-in"));
  ui_wait_frame (GTK_WIDGET (window));
  ui_show (GTK_WIDGET (window), "accounts-check-well");

  fixture_order (fixture, "{'scopes': 'user:read:user meeting:write:meeting meeting:update:meeting'}");
  fixture_order (fixture, "{'fault': '401', 'on': 'user'}");
  check (window);
  accounts_wait_until (!accounts_says (accounts_card (window, 0), "Zoom accepts the sign-in"));
  ui_wait_frame (GTK_WIDGET (window));
  ui_show (GTK_WIDGET (window), "accounts-check-scopes");
  accounts_close (window);
  fixture_free (fixture);
}

/* A server that cannot be reached says nothing about the account. */
static void
test_unreachable (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window;

  fixture_connect (fixture);
  fixture_order (fixture, "{'fault': 'reset', 'on': 'user', 'times': 9}");
  window = accounts_open (fixture->engine, NULL);
  check (window);
  g_assert_true (accounts_says (accounts_card (window, 0), "Connected"));
  g_assert_false (accounts_says (accounts_card (window, 0), "Zoom accepts the sign-in"));
  accounts_close (window);
  fixture_free (fixture);
}

/* A letter to oneself, as a person sees it in their inbox. */
static void
test_letter (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window;
  g_autofree char       *subjects = NULL;

  fixture_connect_mail (fixture);
  window = accounts_open (fixture->engine, NULL);
  accounts_press (accounts_card (window, 0), "_Test Letter");
  accounts_wait_until (!is_busy (window));
  g_assert_true (accounts_says (accounts_card (window, 0), "“Test letter from Convene” is on its way to " CONVENE_PRACTICE_HOST));
  subjects = fixture_subjects (fixture);
  g_assert_cmpstr (subjects, !=, "");
  check (window);
  g_assert_true (accounts_says (accounts_card (window, 0), "The mail server accepts the sign-in"));
  ui_wait_frame (GTK_WIDGET (window));
  ui_show (GTK_WIDGET (window), "accounts-check-mail");
  accounts_close (window);
  fixture_free (fixture);
}

/* The window may go while something is asked. */
static void
test_close (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window;
  GtkWidget             *tools;

  fixture_connect (fixture);
  fixture_order (fixture, "{'fault': 'hang', 'on': 'user'}");
  window = accounts_open (fixture->engine, NULL);
  accounts_press (accounts_card (window, 0), "_Check Now");
  while (fixture_count_calls (fixture, "user") < 2)
    g_main_context_iteration (NULL, FALSE);
  tools = find_tools (window);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (tools), (gpointer *) &tools);
  gtk_window_destroy (GTK_WINDOW (window));
  accounts_wait_until (window == NULL && tools == NULL);
  fixture_free (fixture);
}

static ConvenePlatform
get_place (Fixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *host = NULL;
  gboolean         has_platform;
  ConvenePlatform  platform;

  convene_engine_get_place_async (fixture->engine, NULL, NULL, fixture_result_cb, &result);
  fixture_await (&result);
  convene_engine_get_place_finish (fixture->engine, result, &has_platform, &platform, &host, &error);
  g_assert_no_error (error);
  return has_platform ? platform : CONVENE_PLATFORM_ZOOM;
}

/* Without a Zoom account left, somebody has to say where interviews take place. */
static void
test_place (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window;

  fixture_connect (fixture);
  window = accounts_open (fixture->engine, NULL);
  accounts_press (accounts_card (window, 0), "_Disconnect");
  accounts_wait_until (accounts_dialog (window) != NULL);
  ui_wait_frame (accounts_dialog (window));
  ui_show (accounts_dialog (window), "accounts-farewell");
  accounts_press (accounts_dialog (window), "_Disconnect");
  accounts_wait_until (g_strcmp0 (accounts_page (window), "place") == 0);
  ui_wait_frame (GTK_WIDGET (window));
  ui_show (GTK_WIDGET (window), "accounts-place");
  g_assert_cmpint (get_place (fixture), ==, CONVENE_PLATFORM_ZOOM);

  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find_named (accounts_form (window), ADW_TYPE_COMBO_ROW, "New _interviews")), 3);
  accounts_submit (window);
  accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);
  g_assert_cmpint (get_place (fixture), ==, CONVENE_PLATFORM_PHONE);
  accounts_close (window);
  fixture_free (fixture);
}

static guint
count_others (Fixture        *fixture,
              ConvenePlatform platform)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) jobs = NULL;

  convene_engine_list_other_places_async (fixture->engine, platform, NULL, fixture_result_cb, &result);
  fixture_await (&result);
  jobs = convene_engine_list_other_places_finish (fixture->engine, result, &error);
  g_assert_no_error (error);
  return jobs->len;
}

/* Jobs that say Zoom are named, and go along. */
static void
test_place_jobs (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window;
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = NULL;

  fixture_connect (fixture);
  uid = fixture_schedule (fixture, interview);
  g_assert_cmpuint (count_others (fixture, CONVENE_PLATFORM_PHONE), ==, 1);
  window = accounts_open (fixture->engine, NULL);
  accounts_press (accounts_card (window, 0), "_Disconnect");
  accounts_wait_until (accounts_dialog (window) != NULL);
  accounts_press (accounts_dialog (window), "_Disconnect");
  accounts_wait_until (g_strcmp0 (accounts_page (window), "place") == 0);
  accounts_wait_until (accounts_says (accounts_form (window), "Also for 1 job that says Zoom"));
  g_assert_true (accounts_says (accounts_form (window), "Staff Engineer"));
  ui_wait_frame (GTK_WIDGET (window));
  ui_show (GTK_WIDGET (window), "accounts-place-jobs");

  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find_named (accounts_form (window), ADW_TYPE_COMBO_ROW, "New _interviews")), 3);
  accounts_submit (window);
  accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);
  g_assert_cmpuint (count_others (fixture, CONVENE_PLATFORM_PHONE), ==, 0);
  accounts_close (window);
  fixture_free (fixture);
}

/* Who says no leaves all as it was. */
static void
test_place_skipped (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window;

  fixture_connect (fixture);
  window = accounts_open (fixture->engine, NULL);
  accounts_press (accounts_card (window, 0), "_Disconnect");
  accounts_wait_until (accounts_dialog (window) != NULL);
  accounts_press (accounts_dialog (window), "_Disconnect");
  accounts_wait_until (g_strcmp0 (accounts_page (window), "place") == 0);
  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);
  g_assert_cmpstr (accounts_page (window), ==, "list");
  g_assert_cmpint (get_place (fixture), ==, CONVENE_PLATFORM_ZOOM);
  accounts_close (window);
  fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/accounts/check/TA-25/zoom", test_zoom);
  g_test_add_func ("/ui/accounts/check/unreachable", test_unreachable);
  g_test_add_func ("/ui/accounts/check/mail", test_letter);
  g_test_add_func ("/ui/accounts/check/close", test_close);
  g_test_add_func ("/ui/accounts/TH-22/asks", test_place);
  g_test_add_func ("/ui/accounts/TH-22/jobs", test_place_jobs);
  g_test_add_func ("/ui/accounts/TH-22/skipped", test_place_skipped);
  return g_test_run ();
}
