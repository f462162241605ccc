/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accounts-test.h"
#include "convene-connect-form.h"
#include "convene-copy-row.h"
#include "test-browser.h"
#include "workflow-fixture.h"

#define CLIENT_ID "Client _ID"
#define SECRET "Client _secret, if the app has one"
#define REDIRECT "http://127.0.0.1/oauth/callback"

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static char *
read_clipboard (GtkWidget *widget)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, read_cb, &text);
  accounts_wait_until (text != NULL);
  return text;
}

static void
assert_copies (ConveneAccountsWindow *window,
               const char            *title,
               const char            *expected)
{
  GtkWidget       *row = ui_find_named (accounts_form (window), CONVENE_TYPE_COPY_ROW, title);
  g_autofree char *text = NULL;

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, expected);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (row), "");
  g_signal_emit_by_name (ui_find (row, GTK_TYPE_BUTTON), "clicked");
  text = read_clipboard (row);
  g_assert_cmpstr (text, ==, expected);
}

/* What one pastes at Zoom is copied as it has to stand there. */
static void
test_copy (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "advanced");

  assert_copies (window, "OAuth redirect URL", REDIRECT);
  assert_copies (window, "OAuth allow list", REDIRECT);
  ui_show (GTK_WIDGET (window), "accounts-advanced");
  convene_accounts_window_show_page (window, "guide");
  ui_wait_frame (GTK_WIDGET (window));
  assert_copies (window, "Add the OAuth redirect URL", REDIRECT);
  assert_copies (window, "Add the same to the OAuth allow list", REDIRECT);
  ui_show (GTK_WIDGET (window), "accounts-guide");
  accounts_close (window);
  fixture_free (fixture);
}

/* Nothing more is asked for than is needed, and nothing that is never needed. */
static void
test_guide (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "zoom");
  GtkWidget             *row;
  const char            *scopes;

  g_assert_cmpstr (accounts_page (window), ==, "guide");
  row = ui_find_named (accounts_form (window), ADW_TYPE_ACTION_ROW, "Open Zoom’s App Marketplace");
  g_assert_nonnull (row);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "accounts.open");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)), NULL), ==, "https://marketplace.zoom.us/develop/create");
  g_assert_nonnull (ui_find_named (accounts_form (window), ADW_TYPE_ACTION_ROW, "Skip the pages on information and features"));
  row = ui_find_named (accounts_form (window), CONVENE_TYPE_COPY_ROW, "Add these scopes, and no others");
  g_assert_nonnull (row);
  scopes = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_assert_nonnull (g_strstr_len (scopes, -1, "meeting:write:meeting"));
  g_assert_nonnull (g_strstr_len (scopes, -1, "user:read:user"));
  g_assert_null (g_strstr_len (scopes, -1, "recording"));
  g_assert_null (g_strstr_len (scopes, -1, "chat"));
  g_assert_null (g_strstr_len (scopes, -1, ":admin"));

  accounts_submit (window);
  g_assert_cmpstr (accounts_page (window), ==, "advanced");
  accounts_close (window);
  fixture_free (fixture);
}

static void
connect_with (const char *client_id,
              const char *secret)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "advanced");
  g_autoptr(TestBrowser) browser = test_browser_new (TRUE, TRUE);
  g_autoptr(ConveneAccount) account = NULL;

  fixture_order (fixture, "{'set': {'consent': 1}}");
  g_object_set (window, "opener", browser, NULL);
  accounts_type (window, CLIENT_ID, client_id);
  accounts_type (window, SECRET, secret);
  accounts_submit (window);
  accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_nonnull (account);
  g_assert_cmpstr (convene_account_get_client_id (account), ==, CONVENE_PRACTICE_OTHER_CLIENT_ID);
  convene_accounts_window_show_page (window, "advanced");
  g_assert_cmpstr (accounts_typed (window, SECRET), ==, "");

  /* Its own app is known: nothing is typed to connect it again. (The fixture's vault has a secret for whoever asks, so that a public app looks as if it had one.) */
  if (*secret != '\0')
    {
      convene_accounts_window_reconnect (window, convene_account_get_id (account));
      g_assert_cmpstr (accounts_page (window), ==, "browser");
      accounts_submit (window);
      accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);
    }
  accounts_close (window);
  fixture_free (fixture);
}

static void
test_public (void)
{
  connect_with (" " CONVENE_PRACTICE_OTHER_CLIENT_ID, "");
}

static void
test_confidential (void)
{
  connect_with (CONVENE_PRACTICE_OTHER_CLIENT_ID, CONVENE_PRACTICE_OTHER_CLIENT_SECRET "\t");
}

/* A client id that is wanting stands under its field; a secret that is wrong is said, and forgotten when one leaves. */
static void
test_wrong (void)
{
  static const char      secret[] = "5ecret-0f-n0b0dy";
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "advanced");
  g_autoptr(TestBrowser) browser = test_browser_new (TRUE, TRUE);
  g_autofree char *words = NULL;
  g_autofree char *under = NULL;
  g_autofree char *message = NULL;
  g_autoptr(ConveneAccount) account = NULL;

  fixture_order (fixture, "{'set': {'consent': 1}}");
  g_object_set (window, "opener", browser, NULL);
  accounts_submit (window);
  accounts_await (window);
  ui_wait_frame (GTK_WIDGET (window));
  words = accounts_error (window, CLIENT_ID);
  g_assert_nonnull (words);

  accounts_type (window, CLIENT_ID, CONVENE_PRACTICE_OTHER_CLIENT_ID);
  accounts_type (window, SECRET, secret);
  accounts_submit (window);
  accounts_await (window);
  ui_wait_frame (GTK_WIDGET (window));
  under = accounts_error (window, CLIENT_ID);
  message = accounts_message (window);
  g_assert_true (under != NULL || message != NULL);
  ui_show (GTK_WIDGET (window), "accounts-advanced-wrong");

  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);
  g_assert_false (accounts_holds (GTK_WIDGET (window), secret));
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_null (account);
  accounts_close (window);
  fixture_free (fixture);
}

/* In one sentence why there is no JWT app any more. */
static void
test_jwt (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "advanced");

  g_assert_true (accounts_says (window, "For a company’s whole Zoom account. It has taken the place of the JWT app, which Zoom retired in 2023."));
  accounts_close (window);
  fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/accounts/advanced/VC-6/VC-7/copy", test_copy);
  g_test_add_func ("/ui/accounts/advanced/VC-3/VC-8/VC-9/guide", test_guide);
  g_test_add_func ("/ui/accounts/advanced/SH-43/public", test_public);
  g_test_add_func ("/ui/accounts/advanced/SH-43/confidential", test_confidential);
  g_test_add_func ("/ui/accounts/advanced/VC-37/wrong", test_wrong);
  g_test_add_func ("/ui/accounts/advanced/X-14/jwt", test_jwt);
  return g_test_run ();
}
