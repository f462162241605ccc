/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accounts-test.h"
#include "convene-connect-form.h"
#include "convene-connect-page.h"
#include "workflow-fixture.h"

/* Against a Zoom of its own, as a person does it. */

#define ACCOUNT_ID "_Account ID"
#define CLIENT_ID "Client _ID"
#define SECRET "Client _secret"
#define HOST "_Host’s address"

static void
fill (ConveneAccountsWindow *window,
      const char            *account_id,
      const char            *client_id,
      const char            *secret,
      const char            *host)
{
  accounts_type (window, ACCOUNT_ID, account_id);
  accounts_type (window, CLIENT_ID, client_id);
  accounts_type (window, SECRET, secret);
  accounts_type (window, HOST, host);
}

static void
fill_rightly (ConveneAccountsWindow *window)
{
  /* Copied with the blanks around it. */
  fill (window, " " CONVENE_PRACTICE_ACCOUNT_NUMBER, CONVENE_PRACTICE_CLIENT_ID " ", CONVENE_PRACTICE_CLIENT_SECRET "\t", CONVENE_PRACTICE_HOST);
}

static void
assert_nothing_kept (Fixture *fixture)
{
  g_autoptr(ConveneAccount) account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);

  g_assert_null (account);
}

static void
test_right (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, NULL);
  g_autofree char       *toast = g_strdup_printf ("Zoom is connected: %s", CONVENE_PRACTICE_HOST);

  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.connect", "s", "server");
  g_assert_cmpstr (accounts_page (window), ==, "server");
  ui_wait_frame (GTK_WIDGET (window));
  fill_rightly (window);
  accounts_submit (window);
  accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);

  accounts_wait_until (accounts_count (window) == 1);
  accounts_wait_until (accounts_says (window, toast));
  g_assert_true (accounts_says (accounts_card (window, 0), CONVENE_PRACTICE_HOST_NAME));
  g_assert_true (accounts_says (accounts_card (window, 0), "Connected"));
  ui_show (GTK_WIDGET (window), "accounts-zoom-connected");
  accounts_close (window);
  fixture_free (fixture);
}

/* A secret that is like nothing else in the window: wherever it were, it would be found. */
static void
test_secret (void)
{
  static const char      secret[] = "5ecret-0f-n0b0dy";
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "server");

  fill (window, CONVENE_PRACTICE_ACCOUNT_NUMBER, CONVENE_PRACTICE_CLIENT_ID, secret, CONVENE_PRACTICE_HOST);
  g_assert_true (accounts_holds (GTK_WIDGET (window), secret));
  accounts_submit (window);
  accounts_await (window);
  g_assert_cmpstr (accounts_typed (window, SECRET), ==, secret);

  /* Leaving forgets it, also where it could be brought back. */
  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);
  g_assert_false (accounts_holds (GTK_WIDGET (window), secret));
  convene_accounts_window_show_page (window, "server");
  g_assert_cmpstr (accounts_typed (window, SECRET), ==, "");
  g_assert_false (accounts_holds (GTK_WIDGET (window), secret));
  accounts_close (window);
  fixture_free (fixture);
}

/* So does success; practice's own secret is also its client id, which is no secret. */
static void
test_secret_connected (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "server");

  fill_rightly (window);
  accounts_submit (window);
  accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);
  convene_accounts_window_show_page (window, "server");
  g_assert_false (accounts_holds (GTK_WIDGET (window), CONVENE_PRACTICE_CLIENT_SECRET "\t"));
  g_assert_cmpstr (accounts_typed (window, SECRET), ==, "");
  accounts_close (window);
  fixture_free (fixture);
}

/* What is wrong with a field stands under it, until it is changed; all that was typed stays. */
static void
test_fields (void)
{
  static const struct
  {
    const char *account_id, *client_id, *secret, *host;
    const char *row;
    const char *words;
  } rows[] = {
    { "", "b", "c", "d@example.com", ACCOUNT_ID, "The account ID is empty or has blanks in it: copy it from the app’s page at Zoom" },
    { "a a", "b", "c", "d@example.com", ACCOUNT_ID, "The account ID is empty or has blanks in it: copy it from the app’s page at Zoom" },
    { "a", "", "c", "d@example.com", CLIENT_ID, "The client ID is empty or has blanks in it: copy it from the app’s page at Zoom" },
    { "a", "b", "", "d@example.com", SECRET, "The client secret is empty or has blanks in it: copy it from the app’s page at Zoom" },
    { "a", "b", "c c", "d@example.com", SECRET, "The client secret is empty or has blanks in it: copy it from the app’s page at Zoom" },
    { "a", "b", "c", "", HOST, NULL },
    { "a", "b", "c", "d", HOST, NULL },
  };
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "server");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;
      g_autofree char *after = NULL;
      g_autofree char *message = NULL;

      fill (window, rows[i].account_id, rows[i].client_id, rows[i].secret, rows[i].host);
      accounts_submit (window);
      accounts_await (window);
      ui_wait_frame (GTK_WIDGET (window));
      words = accounts_error (window, rows[i].row);
      message = accounts_message (window);
      g_assert_nonnull (words);
      g_assert_true (rows[i].words == NULL || g_strcmp0 (words, rows[i].words) == 0);
      g_assert_null (message);
      g_assert_cmpstr (accounts_typed (window, ACCOUNT_ID), ==, rows[i].account_id);
      g_assert_cmpstr (accounts_typed (window, CLIENT_ID), ==, rows[i].client_id);
      g_assert_cmpstr (accounts_typed (window, SECRET), ==, rows[i].secret);
      g_assert_cmpstr (accounts_typed (window, HOST), ==, rows[i].host);
      if (i == 2)
        ui_show (GTK_WIDGET (window), "accounts-zoom-field");

      accounts_type (window, rows[i].row, "changed");
      after = accounts_error (window, rows[i].row);
      g_assert_true (after == NULL || *after == '\0');
    }

  assert_nothing_kept (fixture);
  accounts_close (window);
  fixture_free (fixture);
}

/* What is wrong otherwise is said on the page. */
static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *client_id;
    const char *secret;
    const char *host;
    const char *order;
    const char *words;
  } rows[] = {
    { "secret", CONVENE_PRACTICE_CLIENT_ID, "wrong", CONVENE_PRACTICE_HOST, NULL, "client secret" },
    { "VC-37/swapped", "abcdefghijklmnopqrstuvwxyz012345", "abcdefghijklmnopqrstuv", CONVENE_PRACTICE_HOST, NULL, "place" },
    { "client", "wrong", CONVENE_PRACTICE_CLIENT_SECRET, CONVENE_PRACTICE_HOST, NULL, "client secret" },
    { "scopes", CONVENE_PRACTICE_CLIENT_ID, CONVENE_PRACTICE_CLIENT_SECRET, CONVENE_PRACTICE_HOST,
      "{'fault': 'scope', 'on': 'token', 'scope': 'user:read:user:admin meeting:write:meeting:admin'}", "meeting:delete:meeting" },
  };
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "server");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;

      g_test_message ("%s", rows[i].name);
      if (rows[i].order != NULL)
        fixture_order (fixture, rows[i].order);
      fill (window, CONVENE_PRACTICE_ACCOUNT_NUMBER, rows[i].client_id, rows[i].secret, rows[i].host);
      accounts_submit (window);
      accounts_await (window);
      words = accounts_message (window);
      g_assert_nonnull (words);
      g_assert_nonnull (g_strstr_len (words, -1, rows[i].words));
      g_assert_cmpstr (accounts_page (window), ==, "server");
      g_assert_cmpstr (accounts_typed (window, SECRET), ==, rows[i].secret);
      if (i == 0)
        ui_show (GTK_WIDGET (window), "accounts-zoom-refused");
    }

  assert_nothing_kept (fixture);
  accounts_close (window);
  fixture_free (fixture);
}

/* Presses Connect, and waits until Zoom has been asked who the host is: for the nth time. */
static void
submit_until_asked (ConveneAccountsWindow *window,
                    Fixture               *fixture,
                    guint                  times)
{
  fill_rightly (window);
  accounts_submit (window);
  while (fixture_count_calls (fixture, "user") < times)
    g_main_context_iteration (NULL, FALSE);
}

/* Cancel stops it; nothing is kept, and it can be tried again. */
static void
test_cancel (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "server");
  g_autofree char       *message = NULL;

  fixture_order (fixture, "{'fault': 'hang', 'on': 'user'}");
  submit_until_asked (window, fixture, 1);
  g_assert_true (convene_connect_form_get_busy (CONVENE_CONNECT_FORM (accounts_form (window))));
  ui_wait_frame (GTK_WIDGET (window));
  g_assert_true (accounts_says (window, "Asking Zoom…"));
  ui_show (GTK_WIDGET (window), "accounts-zoom-waiting");
  accounts_press (accounts_form (window), "C_ancel");
  accounts_await (window);
  message = accounts_message (window);
  g_assert_null (message);
  g_assert_cmpstr (accounts_typed (window, CLIENT_ID), ==, CONVENE_PRACTICE_CLIENT_ID " ");
  assert_nothing_kept (fixture);

  accounts_submit (window);
  accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);
  accounts_close (window);
  fixture_free (fixture);
}

/* Closes the window, and waits until nothing is left of what it had begun. */
static void
destroy (ConveneAccountsWindow *window)
{
  GtkWidget *page = gtk_widget_get_ancestor (accounts_form (window), CONVENE_TYPE_CONNECT_PAGE);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gtk_window_destroy (GTK_WINDOW (window));
  accounts_wait_until (window == NULL && page == NULL);
}

/* The window may go in the middle, and so may the form. */
static void
test_close (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "server");

  fixture_order (fixture, "{'fault': 'hang', 'on': 'user', 'times': 2}");
  submit_until_asked (window, fixture, 1);
  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);
  g_assert_cmpstr (accounts_page (window), ==, "list");
  convene_accounts_window_show_page (window, "server");
  accounts_await (window);

  submit_until_asked (window, fixture, 2);
  destroy (window);

  /* What is wrong with a field is known at once and told later: the window can be gone by then, too. */
  window = accounts_open (fixture->engine, "server");
  accounts_submit (window);
  destroy (window);

  assert_nothing_kept (fixture);
  fixture_free (fixture);
}

/* Another process connects while one looks on. */
static void
test_elsewhere (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, NULL);
  ConveneEngine         *mine = fixture->engine;

  fixture->engine = fixture_open_engine (fixture);
  fixture_connect (fixture);
  accounts_wait_until (accounts_count (window) == 1);
  g_assert_true (accounts_says (accounts_card (window, 0), "Connected"));
  fixture_disconnect (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  accounts_wait_until (accounts_count (window) == 0);
  g_assert_true (accounts_says (window, "Nothing is connected yet"));

  accounts_close (window);
  fixture_close_engine (mine);
  fixture_free (fixture);
}

static void
test_disconnect (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window;

  fixture_connect (fixture);
  window = accounts_open (fixture->engine, NULL);
  accounts_press (accounts_card (window, 0), "_Disconnect");
  accounts_wait_until (accounts_dialog (window) != NULL);
  accounts_press (accounts_dialog (window), "_Disconnect");
  accounts_wait_until (accounts_says (window, CONVENE_PRACTICE_HOST " is disconnected"));
  accounts_wait_until (accounts_count (window) == 0);
  assert_nothing_kept (fixture);
  accounts_close (window);
  fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/accounts/connect-zoom/SH-17/right", test_right);
  g_test_add_func ("/ui/accounts/connect-zoom/secret", test_secret);
  g_test_add_func ("/ui/accounts/connect-zoom/secret-connected", test_secret_connected);
  g_test_add_func ("/ui/accounts/connect-zoom/fields", test_fields);
  g_test_add_func ("/ui/accounts/connect-zoom/refused", test_refused);
  g_test_add_func ("/ui/accounts/connect-zoom/cancel", test_cancel);
  g_test_add_func ("/ui/accounts/connect-zoom/close", test_close);
  g_test_add_func ("/ui/accounts/connect-zoom/SH-55/elsewhere", test_elsewhere);
  g_test_add_func ("/ui/accounts/connect-zoom/SH-52/disconnect", test_disconnect);
  return g_test_run ();
}
