/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accounts-test.h"
#include "convene-account-card.h"
#include "convene-account-follow.h"
#include "convene-account-tools.h"
#include "convene-account-words.h"
#include "convene-accounts-page.h"
#include "convene-advanced-page.h"
#include "convene-browser-page.h"
#include "convene-connect-form.h"
#include "convene-copy-row.h"
#include "convene-device-page.h"
#include "convene-grants-view.h"
#include "convene-guide-page.h"
#include "convene-host-uses.h"
#include "convene-mail-page.h"
#include "convene-permissions-group.h"
#include "convene-place-page.h"
#include "convene-privacy-page.h"
#include "convene-server-to-server-page.h"
#include "convene-sign-in-view.h"
#include "ui-fixture.h"
#include "ui-handler.h"

/* Every template by itself: built, and gone without a trace. */
static void
test_templates (void)
{
  const GType types[] = {
    CONVENE_TYPE_ACCOUNT_CARD,
    CONVENE_TYPE_ACCOUNT_TOOLS,
    CONVENE_TYPE_ACCOUNTS_PAGE,
    CONVENE_TYPE_ADVANCED_PAGE,
    CONVENE_TYPE_BROWSER_PAGE,
    CONVENE_TYPE_CONNECT_FORM,
    CONVENE_TYPE_COPY_ROW,
    CONVENE_TYPE_DEVICE_PAGE,
    CONVENE_TYPE_GRANTS_VIEW,
    CONVENE_TYPE_GUIDE_PAGE,
    CONVENE_TYPE_HOST_USES,
    CONVENE_TYPE_MAIL_PAGE,
    CONVENE_TYPE_PERMISSIONS_GROUP,
    CONVENE_TYPE_PLACE_PAGE,
    CONVENE_TYPE_PRIVACY_PAGE,
    CONVENE_TYPE_SERVER_TO_SERVER_PAGE,
    CONVENE_TYPE_SIGN_IN_VIEW,
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      GtkWidget *widget = g_object_ref_sink (g_object_new (types[i], NULL));

      g_test_message ("%s", g_type_name (types[i]));
      g_assert_finalize_object (widget);
    }
}

static void
add (UiFixture          *fixture,
     const char         *id,
     ConveneAccountKind  kind,
     const char         *address,
     ConveneAccountState state,
     const char         *plan)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  gboolean is_zoom = kind == CONVENE_ACCOUNT_KIND_ZOOM;
  g_autoptr(ConveneAccount) account = g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", kind, "method",
                                                     is_zoom ? CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER : CONVENE_ACCOUNT_METHOD_PASSWORD, "address", address, "name",
                                                     "Rea Recruiter", "state", state, "plan", plan, "account-number", is_zoom ? "ACC-1" : NULL, "client-id",
                                                     is_zoom ? "CLIENT-1" : NULL, "checked-at", UI_FIXTURE_NOW, "server", is_zoom ? NULL : "smtp.example.com", "port",
                                                     is_zoom ? 0 : 587, "security", is_zoom ? 0 : CONVENE_MAIL_SECURITY_STARTTLS, "user", is_zoom ? NULL : "rea", NULL);

  convene_change_put_account (change, account);
  ui_fixture_commit (fixture, change);
}

/* What a form waits for is stopped when its window goes, also while somebody holds the form. */
static void
test_form_gone (void)
{
  g_autoptr(ConveneConnectForm) form = g_object_ref_sink (g_object_new (CONVENE_TYPE_CONNECT_FORM, NULL));
  g_autoptr(GCancellable) cancellable = NULL;
  GtkWindow *window = ui_present (GTK_WIDGET (form), 360, 300);

  cancellable = g_object_ref (convene_connect_form_begin (form));
  g_assert_false (g_cancellable_is_cancelled (cancellable));
  ui_destroy (window, NULL);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  convene_connect_form_end (form, NULL);
  g_assert_finalize_object (g_steal_pointer (&form));
}

static void
test_empty (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, NULL);

  g_assert_cmpstr (accounts_page (window), ==, "list");
  g_assert_cmpuint (accounts_count (window), ==, 0);
  g_assert_true (accounts_says (window, "Nothing is connected yet"));
  g_assert_true (accounts_says (window, "Video &amp; e-sign") || accounts_says (window, "Video & e-sign"));
  ui_show (GTK_WIDGET (window), "accounts-empty");
  accounts_close (window);
  ui_fixture_free (fixture);
}

static void
test_states (void)
{
  static const struct
  {
    ConveneAccountState state;
    const char         *words;
    const char         *advice;
  } rows[] = {
    { CONVENE_ACCOUNT_STATE_CONNECTED, "Connected", NULL },
    { CONVENE_ACCOUNT_STATE_EXPIRED, "Sign in again", "Zoom no longer accepts this sign-in. Interviews that need it wait until you reconnect." },
    { CONVENE_ACCOUNT_STATE_MISSING_SCOPES, "Permissions missing", "The app at Zoom lacks permissions that Convene needs. Add them there, then reconnect." },
    { CONVENE_ACCOUNT_STATE_REVOKED, "Sign in again", "The connection was removed at Zoom. Interviews that need it wait until you reconnect." },
  };
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *id = g_strdup_printf ("account-%u", i);
      g_autofree char *address = g_strdup_printf ("host%u@example.com", i);

      add (fixture, id, CONVENE_ACCOUNT_KIND_ZOOM, address, rows[i].state, i % 2 == 0 ? "licensed" : "basic");
    }

  window = accounts_open (fixture->engine, NULL);
  g_assert_cmpuint (accounts_count (window), ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget       *card = accounts_card (window, i);
      g_autofree char *address = g_strdup_printf ("host%u@example.com", i);

      g_assert_true (accounts_says (card, "Rea Recruiter"));
      g_assert_true (accounts_says (card, address));
      g_assert_true (accounts_says (card, rows[i].words));
      g_assert_true (rows[i].advice == NULL || accounts_says (card, rows[i].advice));
      g_assert_true (accounts_says (card, i % 2 == 0 ? "Licensed" : "Basic: Zoom ends its meetings after 40 minutes and allows one at a time."));
      g_assert_true (accounts_says (card, "0 of 100 requests today · resets at 18:00"));
      g_assert_true (gtk_widget_get_mapped (ui_find (card, GTK_TYPE_PROGRESS_BAR)));
    }

  ui_show (GTK_WIDGET (window), "accounts-states");
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* What an account lacks is named on its card, and so is somebody who has two accounts. */
static void
test_named (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "id", "zoom-2", "kind", CONVENE_ACCOUNT_KIND_ZOOM, "method", CONVENE_ACCOUNT_METHOD_BROWSER, "address", "other@example.org", "name",
                               "Rea Recruiter", "state", CONVENE_ACCOUNT_STATE_MISSING_SCOPES, "scopes", "user:read:user cloud_recording:read:recording", "missing-scopes",
                               "meeting:delete:meeting", "problem", "Something is to be done.", "tls", "1.3", "checked-at", UI_FIXTURE_NOW, NULL);
  g_autofree char *missing = convene_account_words_grant ("meeting:delete:meeting");

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "licensed");
  convene_change_put_account (change, account);
  ui_fixture_commit (fixture, change);
  window = accounts_open (fixture->engine, NULL);
  g_assert_true (accounts_says (accounts_card (window, 1), missing));
  g_assert_true (accounts_says (accounts_card (window, 1), "Something is to be done."));
  g_assert_true (accounts_says (accounts_card (window, 1), "Checked Tue 1 Dec, 03:20 · TLS 1.3"));
  gtk_expander_set_expanded (GTK_EXPANDER (ui_find (accounts_card (window, 1), GTK_TYPE_EXPANDER)), TRUE);
  ui_wait_frame (GTK_WIDGET (window));
  g_assert_nonnull (ui_find_named (accounts_card (window, 1), GTK_TYPE_LABEL, "cloud_recording:read:recording"));
  ui_show (GTK_WIDGET (window), "accounts-named");
  g_assert_true (accounts_says (
      window, "Rea Recruiter has two Zoom accounts here, recruiter@example.com and other@example.org. Meetings of one cannot be changed by the other: keep the one that interviews are to use."));
  accounts_close (window);
  ui_fixture_free (fixture);
}

static void
count_cb (GObject *widget)
{
  g_object_set_data (widget, "count", GINT_TO_POINTER (GPOINTER_TO_INT (g_object_get_data (widget, "count")) + 1));
}

/* The account that is shown is followed, also when it is given once more; the one before is not. */
static void
test_follow (void)
{
  g_autoptr(GObject) widget = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr(ConveneAccount) first = convene_account_new ();
  g_autoptr(ConveneAccount) second = convene_account_new ();
  g_autoptr(ConveneAccount) followed = NULL;

  g_assert_true (convene_account_follow (&followed, first, "notify::name", G_CALLBACK (count_cb), widget));
  g_assert_false (convene_account_follow (&followed, first, "notify::name", G_CALLBACK (count_cb), widget));
  convene_account_set_name (first, "Ada");
  g_assert_cmpint (GPOINTER_TO_INT (g_object_get_data (widget, "count")), ==, 1);

  g_assert_true (convene_account_follow (&followed, second, "notify::name", G_CALLBACK (count_cb), widget));
  convene_account_set_name (first, "Bo");
  g_assert_cmpint (GPOINTER_TO_INT (g_object_get_data (widget, "count")), ==, 1);
  g_assert_true (convene_account_follow (&followed, NULL, "notify::name", G_CALLBACK (count_cb), widget));
  convene_account_set_name (second, "Cy");
  g_assert_cmpint (GPOINTER_TO_INT (g_object_get_data (widget, "count")), ==, 1);
}

/* Who disconnects is shown where Zoom lists what is installed, too. */
static void
test_installed (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, NULL);
  g_autofree char       *opened = NULL;

  g_signal_emit_by_name (ui_find_named (GTK_WIDGET (window), ADW_TYPE_ACTION_ROW, "Apps installed at Zoom"), "activate");
  opened = ui_handler_wait ();
  g_assert_cmpstr (opened, ==, "https://marketplace.zoom.us/user/installed");
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* What becomes of letters without a mail account is said before one wonders. */
static void
test_hand_over (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, NULL);

  g_assert_true (accounts_says (window, "Without a mail account letters wait until one is connected."));
  accounts_close (window);

  convene_accounts_set_hand_over (convene_engine_get_accounts (fixture->engine), TRUE);
  window = accounts_open (fixture->engine, NULL);
  g_assert_true (accounts_says (window, "Without a mail account each invitation opens in your mail program, and you send it from there. Then it has no answer buttons, and reminders and "
                                        "urgent letters wait: nothing is sent while you are away."));
  ui_show (GTK_WIDGET (window), "accounts-hand-over");
  add (fixture, "mail-1", CONVENE_ACCOUNT_KIND_MAIL, "rea@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL);
  accounts_wait_until (accounts_count (window) == 1);
  g_assert_null (ui_find_named (GTK_WIDGET (window), GTK_TYPE_LABEL, "Without a mail account letters wait until one is connected."));
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* An account that hosts for others says what each of them has used, as it changes. */
static void
test_hosts (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;
  g_autoptr(ConveneChange) first = convene_change_new ();
  g_autoptr(ConveneChange) second = convene_change_new ();

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "licensed");
  convene_change_put_delegation (first, "zoom-1", "hal@example.com", TRUE, UI_FIXTURE_NOW);
  convene_change_put_delegation (first, "zoom-1", "idle@example.com", TRUE, UI_FIXTURE_NOW);
  convene_change_count_requests (first, "hal@example.com", UI_FIXTURE_NOW, 4);
  ui_fixture_commit (fixture, first);
  window = accounts_open (fixture->engine, NULL);
  accounts_wait_until (accounts_says (accounts_card (window, 0), "hal@example.com: 4 of 100 requests today"));
  g_assert_true (accounts_says (accounts_card (window, 0), "0 of 100 requests today · resets at 18:00"));

  convene_change_count_requests (second, "hal@example.com", UI_FIXTURE_NOW, 1);
  ui_fixture_commit (fixture, second);
  accounts_wait_until (accounts_says (accounts_card (window, 0), "hal@example.com: 5 of 100 requests today"));
  ui_show (GTK_WIDGET (window), "accounts-hosts");
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* An account that is to be connected again is asked for before anything is read. */
static void
test_reconnect_early (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_EXPIRED, "licensed");
  window = convene_accounts_window_new (NULL, fixture->engine, NULL);
  convene_accounts_window_reconnect (window, "zoom-1");
  gtk_window_present (GTK_WINDOW (window));
  accounts_wait_until (g_strcmp0 (accounts_page (window), "server") == 0);
  g_assert_cmpstr (accounts_typed (window, "_Account ID"), ==, "ACC-1");
  accounts_close (window);
  ui_fixture_free (fixture);
}

static void
test_full (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;
  GtkWidget             *card;

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "licensed");
  add (fixture, "mail-1", CONVENE_ACCOUNT_KIND_MAIL, "rea.with.a.very.long.address@recruiting.department.example.com", CONVENE_ACCOUNT_STATE_EXPIRED, NULL);
  window = accounts_open (fixture->engine, NULL);

  card = accounts_card (window, 1);
  g_assert_true (accounts_says (card, "Mail, smtp.example.com"));
  g_assert_false (gtk_widget_get_mapped (ui_find (card, GTK_TYPE_PROGRESS_BAR)));
  g_assert_true (accounts_says (window, "Connected"));
  g_assert_true (accounts_says (window, "Connect another"));
  g_assert_true (accounts_says (window, "Change"));
  g_assert_false (accounts_says (window, "Nothing is connected yet"));
  ui_show (GTK_WIDGET (window), "accounts-full");
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* What another process does shows, and does not take the focus away. */
static void
test_live (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;
  GtkWidget             *card;
  GtkWidget             *focus;

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "licensed");
  window = accounts_open (fixture->engine, NULL);
  card = accounts_card (window, 0);
  focus = gtk_widget_get_ancestor (ui_find_named (card, GTK_TYPE_LABEL, "_Reconnect"), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (focus);

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_EXPIRED, "licensed");
  accounts_wait_until (accounts_says (card, "Sign in again"));
  add (fixture, "zoom-2", CONVENE_ACCOUNT_KIND_ZOOM, "other@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "basic");
  accounts_wait_until (accounts_count (window) == 2);
  /* Those that work go first. */
  g_assert_true (accounts_card (window, 1) == card);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);

  accounts_close (window);
  ui_fixture_free (fixture);
}

/* The day's count starts anew at midnight UTC without anybody's doing. */
static void
test_midnight (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;
  g_autoptr(ConveneChange) change = convene_change_new ();

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "licensed");
  convene_change_count_requests (change, "recruiter@example.com", UI_FIXTURE_NOW, 1);
  ui_fixture_commit (fixture, change);
  window = accounts_open (fixture->engine, NULL);
  g_assert_true (accounts_says (window, "1 of 100 requests today · resets at 18:00"));

  ui_fixture_advance (fixture, CONVENE_DAY);
  accounts_wait_until (accounts_says (window, "0 of 100 requests today · resets at 18:00"));
  accounts_close (window);
  ui_fixture_free (fixture);
}

static void
test_disconnect (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, "licensed");
  add (fixture, "mail-1", CONVENE_ACCOUNT_KIND_MAIL, "rea@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL);
  window = accounts_open (fixture->engine, NULL);

  accounts_press (accounts_card (window, 1), "_Disconnect");
  accounts_wait_until (accounts_dialog (window) != NULL);
  ui_wait_frame (accounts_dialog (window));
  g_assert_true (accounts_says (accounts_dialog (window), "Disconnect rea@example.com?"));
  g_assert_true (accounts_says (accounts_dialog (window), "Its password is removed from the keyring. Letters that are due wait until a mail account is connected."));
  ui_show (accounts_dialog (window), "accounts-disconnect");
  accounts_press (accounts_dialog (window), "_Cancel");
  accounts_wait_until (accounts_dialog (window) == NULL);
  g_assert_cmpuint (accounts_count (window), ==, 2);

  accounts_press (accounts_card (window, 1), "_Disconnect");
  accounts_wait_until (accounts_dialog (window) != NULL);
  accounts_press (accounts_dialog (window), "_Disconnect");
  accounts_wait_until (accounts_says (window, "rea@example.com is disconnected"));
  accounts_wait_until (accounts_count (window) == 1);
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* The window may go while a question is open, and while an account goes. */
static void
test_disconnect_and_close (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;

  add (fixture, "mail-1", CONVENE_ACCOUNT_KIND_MAIL, "rea@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL);
  window = accounts_open (fixture->engine, NULL);
  accounts_press (accounts_card (window, 0), "_Disconnect");
  accounts_wait_until (accounts_dialog (window) != NULL);
  accounts_close (window);

  window = accounts_open (fixture->engine, NULL);
  g_assert_cmpuint (accounts_count (window), ==, 1);
  accounts_press (accounts_card (window, 0), "_Disconnect");
  accounts_wait_until (accounts_dialog (window) != NULL);
  accounts_press (accounts_dialog (window), "_Disconnect");
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  accounts_wait_until (window == NULL);

  window = accounts_open (fixture->engine, NULL);
  g_assert_cmpuint (accounts_count (window), ==, 0);
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* Reconnecting brings what is known; going back, where one was. */
static void
test_reconnect (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;
  GtkWidget             *focus;

  add (fixture, "zoom-1", CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_REVOKED, "licensed");
  add (fixture, "mail-1", CONVENE_ACCOUNT_KIND_MAIL, "rea@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL);
  window = accounts_open (fixture->engine, NULL);

  focus = gtk_widget_get_ancestor (ui_find_named (accounts_card (window, 1), GTK_TYPE_LABEL, "_Reconnect"), GTK_TYPE_BUTTON);
  gtk_widget_grab_focus (focus);
  accounts_press (accounts_card (window, 1), "_Reconnect");
  g_assert_cmpstr (accounts_page (window), ==, "server");
  g_assert_cmpstr (accounts_typed (window, "_Account ID"), ==, "ACC-1");
  g_assert_cmpstr (accounts_typed (window, "Client _ID"), ==, "CLIENT-1");
  g_assert_cmpstr (accounts_typed (window, "Client _secret"), ==, "");
  g_assert_cmpstr (accounts_typed (window, "_Host’s address"), ==, "recruiter@example.com");
  ui_show (GTK_WIDGET (window), "accounts-reconnect");
  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);
  g_assert_cmpstr (accounts_page (window), ==, "list");
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == focus);

  accounts_press (window, "Change");
  g_assert_cmpstr (accounts_page (window), ==, "mail");
  g_assert_cmpstr (accounts_typed (window, "_Server"), ==, "smtp.example.com");
  g_assert_cmpstr (accounts_typed (window, "_Port"), ==, "587");
  g_assert_cmpstr (accounts_typed (window, "_User name"), ==, "rea");
  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);

  /* Without an app to sign in with there is the guide to one. */
  accounts_press (window, "Connect another");
  g_assert_cmpstr (accounts_page (window), ==, "guide");
  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.connect", "s", "server");
  g_assert_cmpstr (accounts_typed (window, "_Account ID"), ==, "");
  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);
  g_assert_cmpstr (accounts_page (window), ==, "guide");
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* A form that is asked for from elsewhere is there at once, and has what the accounts say when they are read. */
static void
test_page (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window;

  add (fixture, "mail-1", CONVENE_ACCOUNT_KIND_MAIL, "rea@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL);
  window = accounts_open (fixture->engine, "mail");
  g_assert_cmpstr (accounts_page (window), ==, "mail");
  g_assert_cmpstr (accounts_typed (window, "Mail _address"), ==, "rea@example.com");
  convene_accounts_window_show_page (window, "zoom");
  g_assert_cmpstr (accounts_page (window), ==, "guide");
  convene_accounts_window_show_page (window, "no such page");
  g_assert_cmpstr (accounts_page (window), ==, "list");
  accounts_close (window);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  /* Where midnight UTC is 18:00. */
  g_setenv ("TZ", "America/Mexico_City", TRUE);
  g_test_init (&argc, &argv, NULL);
  ui_handler_install ();
  adw_init ();
  g_test_add_func ("/ui/accounts/list/templates", test_templates);
  g_test_add_func ("/ui/accounts/list/form-gone", test_form_gone);
  g_test_add_func ("/ui/accounts/list/SH-10/empty", test_empty);
  g_test_add_func ("/ui/accounts/list/SH-12/states", test_states);
  g_test_add_func ("/ui/accounts/list/SH-50/TA-5/full", test_full);
  g_test_add_func ("/ui/accounts/list/SH-55/live", test_live);
  g_test_add_func ("/ui/accounts/list/midnight", test_midnight);
  g_test_add_func ("/ui/accounts/list/SH-52/disconnect", test_disconnect);
  g_test_add_func ("/ui/accounts/list/SH-52/disconnect-and-close", test_disconnect_and_close);
  g_test_add_func ("/ui/accounts/list/SH-41/reconnect", test_reconnect);
  g_test_add_func ("/ui/accounts/list/SH-41/reconnect-early", test_reconnect_early);
  g_test_add_func ("/ui/accounts/list/TA-6/named", test_named);
  g_test_add_func ("/ui/accounts/list/TH-18/hosts", test_hosts);
  g_test_add_func ("/ui/accounts/list/follow", test_follow);
  g_test_add_func ("/ui/accounts/list/hand-over", test_hand_over);
  g_test_add_func ("/ui/accounts/list/X-10/installed", test_installed);
  g_test_add_func ("/ui/accounts/list/page", test_page);
  return g_test_run ();
}
