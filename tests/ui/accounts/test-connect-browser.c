/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accounts-test.h"
#include "convene-connect-form.h"
#include "convene-connect-page.h"
#include "convene-sign-in-view.h"
#include "test-browser.h"
#include "ui-handler.h"
#include "workflow-fixture.h"

/* By the real loopback listener, against a Zoom of its own whose page is answered by itself. */

typedef struct
{
  Fixture               *zoom;
  TestBrowser           *browser;
  ConveneAccountsWindow *window;
} World;

static void
give_app (Fixture *zoom)
{
  convene_accounts_set_app (convene_engine_get_accounts (zoom->engine), CONVENE_PRACTICE_CLIENT_ID, NULL);
}

static World *
world_new (gboolean    works,
           gboolean    follows,
           const char *order)
{
  World *self = g_new0 (World, 1);

  self->zoom = fixture_new ();
  self->browser = test_browser_new (works, follows);
  give_app (self->zoom);
  if (order != NULL)
    fixture_order (self->zoom, order);
  self->window = accounts_open (self->zoom->engine, "zoom");
  g_object_set (self->window, "opener", self->browser, NULL);
  return self;
}

static void
world_free (World *self)
{
  if (self->window != NULL)
    accounts_close (self->window);
  fixture_free (self->zoom);
  g_assert_finalize_object (self->browser);
  g_free (self);
}

static void
assert_nothing_kept (Fixture *zoom)
{
  g_autoptr(ConveneAccount) account = fixture_account (zoom, CONVENE_ACCOUNT_KIND_ZOOM);

  g_assert_null (account);
}

static void
note_cb (ConveneAccountsWindow *window,
         ConveneAccount        *account,
         char                 **address)
{
  *address = g_strdup (convene_account_get_address (account));
}

/* What is asked for stands there before anything is opened. */
static void
test_permissions (void)
{
  World *world = world_new (TRUE, FALSE, NULL);

  g_assert_cmpstr (accounts_page (world->window), ==, "browser");
  g_assert_true (accounts_says (world->window, "Create and manage meetings"));
  g_assert_true (accounts_says (world->window, "See meeting details"));
  g_assert_true (accounts_says (world->window, "See your profile"));
  g_assert_cmpuint (test_browser_get_count (world->browser), ==, 0);
  g_assert_cmpuint (fixture_count_calls (world->zoom, "authorize"), ==, 0);
  ui_show (GTK_WIDGET (world->window), "accounts-browser");
  world_free (world);
}

static void
test_right (void)
{
  World           *world = world_new (TRUE, TRUE, "{'set': {'consent': 1}}");
  g_autofree char *told = NULL;
  g_autoptr(ConveneAccount) account = NULL;

  g_signal_connect (world->window, "connected", G_CALLBACK (note_cb), &told);
  accounts_submit (world->window);
  accounts_wait_until (g_strcmp0 (accounts_page (world->window), "list") == 0);
  accounts_wait_until (accounts_count (world->window) == 1);
  accounts_wait_until (accounts_says (world->window, "Zoom is connected: " CONVENE_PRACTICE_HOST));
  g_assert_cmpstr (told, ==, CONVENE_PRACTICE_HOST);
  account = fixture_account (world->zoom, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_method (account), ==, CONVENE_ACCOUNT_METHOD_BROWSER);
  ui_show (GTK_WIDGET (world->window), "accounts-browser-connected");
  world_free (world);
}

static const char *
get_shown_address (World *world)
{
  GtkWidget *row = ui_find_named (accounts_form (world->window), ADW_TYPE_ACTION_ROW, "Address");

  return row != NULL && gtk_widget_get_mapped (row) ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

static gboolean
is_warned (World *world)
{
  GtkWidget  *view = ui_find (accounts_form (world->window), CONVENE_TYPE_SIGN_IN_VIEW);
  GtkWidget  *row = ui_find (view, CONVENE_TYPE_ERROR_ROW);
  const char *message = convene_error_row_get_message (CONVENE_ERROR_ROW (row));

  return message != NULL && *message != '\0';
}

/* A browser that cannot be opened is said, and the address is there to copy; what comes by it is as good. */
static void
test_no_browser (void)
{
  World           *world = world_new (FALSE, FALSE, "{'set': {'consent': 1}}");
  g_autofree char *address = NULL;

  accounts_submit (world->window);
  accounts_wait_until (get_shown_address (world) != NULL);
  address = g_strdup (get_shown_address (world));
  accounts_wait_until (is_warned (world));
  ui_wait_frame (GTK_WIDGET (world->window));
  g_assert_cmpstr (address, ==, test_browser_get_address (world->browser));
  ui_show (GTK_WIDGET (world->window), "accounts-browser-none");
  test_browser_visit (address);
  accounts_wait_until (g_strcmp0 (accounts_page (world->window), "list") == 0);
  world_free (world);
}

/* An answer that is none of ours is said, and does not end it: the right one still counts. */
static void
test_state (void)
{
  World           *world = world_new (TRUE, FALSE, "{'set': {'consent': 1}}");
  g_autofree char *wrong = NULL;
  g_autofree char *redirect = NULL;
  g_autoptr(GHashTable) query = NULL;
  g_autoptr(GUri) address = NULL;

  accounts_submit (world->window);
  accounts_wait_until (get_shown_address (world) != NULL);
  g_assert_false (is_warned (world));
  address = g_uri_parse (get_shown_address (world), G_URI_FLAGS_ENCODED_QUERY, NULL);
  query = g_uri_parse_params (g_uri_get_query (address), -1, "&", G_URI_PARAMS_NONE, NULL);
  redirect = g_strdup (g_hash_table_lookup (query, "redirect_uri"));
  g_assert_true (g_str_has_prefix (redirect, "http://127.0.0.1:"));

  wrong = g_strconcat (redirect, "?code=somebody&state=else", NULL);
  test_browser_visit (wrong);
  accounts_wait_until (is_warned (world));
  ui_wait_frame (GTK_WIDGET (world->window));
  ui_show (GTK_WIDGET (world->window), "accounts-browser-state");
  assert_nothing_kept (world->zoom);
  test_browser_visit (get_shown_address (world));
  accounts_wait_until (g_strcmp0 (accounts_page (world->window), "list") == 0);
  world_free (world);
}

/* Cancel ends the waiting, and what comes later finds nobody. */
static void
test_cancel (void)
{
  World           *world = world_new (TRUE, FALSE, NULL);
  g_autofree char *message = NULL;

  accounts_submit (world->window);
  accounts_wait_until (accounts_says (world->window, "Waiting for the browser…"));
  accounts_wait_until (get_shown_address (world) != NULL);
  g_assert_true (accounts_says (ui_find (accounts_form (world->window), CONVENE_TYPE_SIGN_IN_VIEW), "Ask your Zoom admin"));
  ui_wait_frame (GTK_WIDGET (world->window));
  ui_show (GTK_WIDGET (world->window), "accounts-browser-waiting");
  accounts_press (accounts_form (world->window), "C_ancel");
  accounts_await (world->window);
  message = accounts_message (world->window);
  g_assert_null (message);
  g_assert_true (accounts_says (world->window, "Create and manage meetings"));
  assert_nothing_kept (world->zoom);
  world_free (world);
}

/* Whatever Zoom says no with has its words on the page; nothing is kept, and it can be tried again. */
static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *order;
    const char *words;
  } rows[] = {
    { "TH-9/declined", "{'set': {'consent': 2}}", "declined" },
    { "SH-44/scopes", "{'scopes': 'user:read:user meeting:write:meeting'}", "meeting:delete:meeting" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      World           *world = world_new (TRUE, TRUE, "{'set': {'consent': 1}}");
      g_autofree char *message = NULL;
      g_autofree char *lower = NULL;

      g_test_message ("%s", rows[i].name);
      fixture_order (world->zoom, rows[i].order);
      accounts_submit (world->window);
      accounts_await (world->window);
      message = accounts_message (world->window);
      g_assert_nonnull (message);
      lower = g_utf8_strdown (message, -1);
      g_test_message ("%s", message);
      g_assert_nonnull (g_strstr_len (lower, -1, rows[i].words));
      g_assert_cmpstr (accounts_page (world->window), ==, "browser");
      assert_nothing_kept (world->zoom);
      ui_wait_frame (GTK_WIDGET (world->window));
      if (i == 0)
        ui_show (GTK_WIDGET (world->window), "accounts-browser-declined");
      world_free (world);
    }
}

/* The account that is connected again is meant, and no other; declining changes nothing of it. */
static void
test_reconnect (void)
{
  World           *world = world_new (TRUE, TRUE, "{'set': {'consent': 1}}");
  g_autofree char *message = NULL;
  g_autoptr(ConveneAccount) account = NULL;

  accounts_submit (world->window);
  accounts_wait_until (g_strcmp0 (accounts_page (world->window), "list") == 0);
  accounts_wait_until (accounts_count (world->window) == 1);
  accounts_press (accounts_card (world->window, 0), "_Reconnect");
  g_assert_cmpstr (accounts_page (world->window), ==, "browser");
  ui_wait_frame (GTK_WIDGET (world->window));
  ui_show (GTK_WIDGET (world->window), "accounts-browser-reconnect");

  fixture_order (world->zoom, "{'set': {'consent_user': 1}}");
  accounts_submit (world->window);
  accounts_await (world->window);
  message = accounts_message (world->window);
  g_assert_nonnull (message);
  g_assert_nonnull (g_strstr_len (message, -1, CONVENE_PRACTICE_HOST));
  account = fixture_account (world->zoom, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpstr (convene_account_get_address (account), ==, CONVENE_PRACTICE_HOST);
  world_free (world);
}

/* The window may go while somebody is in the browser. */
static void
test_close (void)
{
  World     *world = world_new (TRUE, FALSE, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (accounts_form (world->window), CONVENE_TYPE_CONNECT_PAGE);

  accounts_submit (world->window);
  accounts_wait_until (get_shown_address (world) != NULL);
  g_object_add_weak_pointer (G_OBJECT (world->window), (gpointer *) &world->window);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (world->window));
  accounts_wait_until (world->window == NULL && page == NULL);
  assert_nothing_kept (world->zoom);
  world_free (world);
}

/* A letter for whoever has to approve it, and one for colleagues. */
static void
test_letters (void)
{
  World *world = world_new (TRUE, FALSE, NULL);

  g_autofree char *request = NULL;
  g_autofree char *instructions = NULL;

  gtk_widget_activate_action (accounts_form (world->window), "accounts.ask-admin", NULL);
  request = ui_handler_wait ();
  g_assert_true (g_str_has_prefix (request, "mailto:?subject="));
  g_assert_nonnull (g_strstr_len (request, -1, "App%20Requests"));
  gtk_widget_activate_action (accounts_form (world->window), "accounts.instruct", NULL);
  instructions = ui_handler_wait ();
  g_assert_true (g_str_has_prefix (instructions, "mailto:?subject="));
  g_assert_nonnull (g_strstr_len (instructions, -1, "Connected%20Apps"));

  /* The sign-in's opener is for the sign-in's pages alone. */
  g_assert_cmpuint (test_browser_get_count (world->browser), ==, 0);
  world_free (world);
}

/* One way leads to another, and Back to where one was. */
static void
test_ways (void)
{
  World *world = world_new (TRUE, FALSE, NULL);

  gtk_widget_activate_action (accounts_form (world->window), "accounts.connect", "s", "advanced");
  gtk_widget_activate_action (accounts_form (world->window), "accounts.connect", "s", "server");
  g_assert_cmpstr (accounts_page (world->window), ==, "server");
  gtk_widget_activate_action (GTK_WIDGET (world->window), "accounts.back", NULL);
  g_assert_cmpstr (accounts_page (world->window), ==, "advanced");
  gtk_widget_activate_action (GTK_WIDGET (world->window), "accounts.back", NULL);
  g_assert_cmpstr (accounts_page (world->window), ==, "browser");
  gtk_widget_activate_action (GTK_WIDGET (world->window), "accounts.back", NULL);
  g_assert_cmpstr (accounts_page (world->window), ==, "list");
  world_free (world);
}

/* Every row of the page can be had by keyboard: Tab goes to a list, Down along its rows. */
static void
test_keyboard (void)
{
  World     *world = world_new (TRUE, FALSE, NULL);
  GtkWidget *row = ui_find_named (accounts_form (world->window), ADW_TYPE_ACTION_ROW, "A code for another device");
  guint      stops = 0;

  ui_wait_frame (GTK_WIDGET (world->window));
  while (!gtk_widget_is_focus (row))
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (world->window));

      g_test_message ("%s", focus != NULL ? G_OBJECT_TYPE_NAME (focus) : "nothing");
      g_assert_cmpuint (stops++, <, 12);
      if (focus != NULL && GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_get_parent (focus) == gtk_widget_get_parent (row))
        gtk_widget_child_focus (gtk_widget_get_parent (row), GTK_DIR_DOWN);
      else
        gtk_widget_child_focus (GTK_WIDGET (world->window), GTK_DIR_TAB_FORWARD);
    }
  world_free (world);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ui_handler_install ();
  adw_init ();
  g_test_add_func ("/ui/accounts/browser/TA-6/permissions", test_permissions);
  g_test_add_func ("/ui/accounts/browser/SH-11/HL-4/TH-8/TH-10/TH-11/VC-12/VC-16/presented", test_right);
  g_test_add_func ("/ui/accounts/browser/VC-15/no-browser", test_no_browser);
  g_test_add_func ("/ui/accounts/browser/SH-54/state", test_state);
  g_test_add_func ("/ui/accounts/browser/cancel", test_cancel);
  g_test_add_func ("/ui/accounts/browser/refused", test_refused);
  g_test_add_func ("/ui/accounts/browser/SH-41/reconnect", test_reconnect);
  g_test_add_func ("/ui/accounts/browser/close", test_close);
  g_test_add_func ("/ui/accounts/TH-5/HL-11/HL-18/letters", test_letters);
  g_test_add_func ("/ui/accounts/browser/ways", test_ways);
  g_test_add_func ("/ui/accounts/browser/O-14/keyboard", test_keyboard);
  return g_test_run ();
}
