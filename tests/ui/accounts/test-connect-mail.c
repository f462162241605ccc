/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accounts-test.h"
#include "workflow-fixture.h"

#define ADDRESS "Mail _address"
#define SERVER "_Server"
#define PORT "_Port"
#define USER "_User name"
#define PASSWORD "Pass_word"
#define SECURITY "S_ecurity"

static void
choose (ConveneAccountsWindow *window,
        ConveneMailSecurity    security)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (ui_find (accounts_form (window), ADW_TYPE_COMBO_ROW)), security);
}

static void
type_port (ConveneAccountsWindow *window,
           int                    port)
{
  g_autofree char *text = g_strdup_printf ("%d", port);

  accounts_type (window, PORT, text);
}

static void
fill (ConveneAccountsWindow *window,
      Fixture               *fixture,
      const char            *user,
      const char            *password)
{
  accounts_type (window, ADDRESS, CONVENE_PRACTICE_HOST);
  accounts_type (window, SERVER, "127.0.0.1");
  choose (window, CONVENE_MAIL_SECURITY_NONE);
  type_port (window, fixture->endpoints->smtp_port);
  accounts_type (window, USER, user);
  accounts_type (window, PASSWORD, password);
}

static void
assert_nothing_kept (Fixture *fixture)
{
  g_autoptr(ConveneAccount) account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_MAIL);

  g_assert_null (account);
}

static void
test_right (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, NULL);

  accounts_press (gtk_widget_get_ancestor (ui_find_named (GTK_WIDGET (window), GTK_TYPE_LABEL, "Mail account"), ADW_TYPE_ACTION_ROW), "Connect");
  g_assert_cmpstr (accounts_page (window), ==, "mail");
  ui_wait_frame (GTK_WIDGET (window));
  ui_show (GTK_WIDGET (window), "accounts-mail-empty");
  fill (window, fixture, "", "");
  accounts_submit (window);
  accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);
  accounts_wait_until (accounts_count (window) == 1);
  accounts_wait_until (accounts_says (window, "Mail is connected: " CONVENE_PRACTICE_HOST));
  g_assert_true (accounts_says (window, "Change"));
  ui_show (GTK_WIDGET (window), "accounts-mail-connected");
  accounts_close (window);
  fixture_free (fixture);
}

/* The port follows the security and the user name the address, until somebody knows better. */
static void
test_defaults (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "mail");

  g_assert_cmpstr (accounts_typed (window, PORT), ==, "465");
  choose (window, CONVENE_MAIL_SECURITY_STARTTLS);
  g_assert_cmpstr (accounts_typed (window, PORT), ==, "587");
  choose (window, CONVENE_MAIL_SECURITY_NONE);
  g_assert_cmpstr (accounts_typed (window, PORT), ==, "25");
  accounts_type (window, PORT, "2525");
  choose (window, CONVENE_MAIL_SECURITY_TLS);
  g_assert_cmpstr (accounts_typed (window, PORT), ==, "2525");

  accounts_type (window, ADDRESS, "rea@example.com");
  g_assert_cmpstr (accounts_typed (window, USER), ==, "rea@example.com");
  accounts_type (window, USER, "");
  accounts_type (window, ADDRESS, "rea@example.org");
  g_assert_cmpstr (accounts_typed (window, USER), ==, "");
  g_assert_false (gtk_widget_is_sensitive (ui_find_named (accounts_form (window), ADW_TYPE_PREFERENCES_ROW, PASSWORD)));

  accounts_close (window);
  fixture_free (fixture);
}

/* Somebody with that provider. */
static void
type_at (ConveneAccountsWindow *window,
         const char            *provider)
{
  g_autofree char *address = g_strdup_printf ("rea%c%s", '@', provider);

  accounts_type (window, ADDRESS, address);
}

static ConveneMailSecurity
get_security (ConveneAccountsWindow *window)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (ui_find (accounts_form (window), ADW_TYPE_COMBO_ROW)));
}

/* A well-known provider's settings come with the address, and go with it, but for what somebody typed. */
static void
test_suggested (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "mail");

  type_at (window, "gmail.com");
  g_assert_cmpstr (accounts_typed (window, SERVER), ==, "smtp.gmail.com");
  g_assert_cmpstr (accounts_typed (window, PORT), ==, "465");
  g_assert_cmpstr (accounts_typed (window, USER), ==, accounts_typed (window, ADDRESS));
  g_assert_true (gtk_widget_is_visible (ui_find_named (accounts_form (window), ADW_TYPE_ACTION_ROW, "Your provider’s help page")));
  ui_wait_frame (GTK_WIDGET (window));
  ui_show (GTK_WIDGET (window), "accounts-mail-suggested");

  type_at (window, "icloud.com");
  g_assert_cmpstr (accounts_typed (window, SERVER), ==, "smtp.mail.me.com");
  g_assert_cmpstr (accounts_typed (window, PORT), ==, "587");
  g_assert_cmpint (get_security (window), ==, CONVENE_MAIL_SECURITY_STARTTLS);

  accounts_type (window, ADDRESS, "rea@example.com");
  g_assert_cmpstr (accounts_typed (window, SERVER), ==, "");
  g_assert_cmpstr (accounts_typed (window, PORT), ==, "465");
  g_assert_cmpint (get_security (window), ==, CONVENE_MAIL_SECURITY_TLS);
  g_assert_false (gtk_widget_is_visible (ui_find_named (accounts_form (window), ADW_TYPE_ACTION_ROW, "Your provider’s help page")));

  accounts_type (window, SERVER, "smtp.example.com");
  accounts_type (window, PORT, "2525");
  accounts_type (window, USER, "rea");
  type_at (window, "gmail.com");
  g_assert_cmpstr (accounts_typed (window, SERVER), ==, "smtp.example.com");
  g_assert_cmpstr (accounts_typed (window, PORT), ==, "2525");
  g_assert_cmpstr (accounts_typed (window, USER), ==, "rea");
  accounts_close (window);
  fixture_free (fixture);
}

static void
test_fields (void)
{
  static const struct
  {
    const char         *address, *server, *port, *user, *password;
    ConveneMailSecurity security;
    const char         *row;
  } rows[] = {
    { "", "smtp.example.com", "465", "", "", CONVENE_MAIL_SECURITY_TLS, ADDRESS },
    { "no address", "smtp.example.com", "465", "", "", CONVENE_MAIL_SECURITY_TLS, ADDRESS },
    { "rea@example.com", "", "465", "", "", CONVENE_MAIL_SECURITY_TLS, SERVER },
    { "rea@example.com", "smtp.example.com/x", "465", "", "", CONVENE_MAIL_SECURITY_TLS, SERVER },
    { "rea@example.com", "smtp.example.com", "", "", "", CONVENE_MAIL_SECURITY_TLS, PORT },
    { "rea@example.com", "smtp.example.com", "0", "", "", CONVENE_MAIL_SECURITY_TLS, PORT },
    { "rea@example.com", "smtp.example.com", "65536", "", "", CONVENE_MAIL_SECURITY_TLS, PORT },
    { "rea@example.com", "smtp.example.com", "smtp", "", "", CONVENE_MAIL_SECURITY_TLS, PORT },
    { "rea@example.com", "smtp.example.com", "25", "", "", CONVENE_MAIL_SECURITY_NONE, SECURITY },
    { "rea@example.com", "smtp.example.com", "465", "rea", "", CONVENE_MAIL_SECURITY_TLS, PASSWORD },
  };
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "mail");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = NULL;

      choose (window, rows[i].security);
      accounts_type (window, ADDRESS, rows[i].address);
      accounts_type (window, SERVER, rows[i].server);
      accounts_type (window, PORT, rows[i].port);
      accounts_type (window, USER, rows[i].user);
      accounts_type (window, PASSWORD, rows[i].password);
      accounts_submit (window);
      accounts_await (window);
      ui_wait_frame (GTK_WIDGET (window));
      words = accounts_error (window, rows[i].row);
      if (words == NULL || *words == '\0')
        g_error ("Row %u: no words under “%s”", i, rows[i].row);
      g_assert_cmpstr (accounts_typed (window, SERVER), ==, rows[i].server);
      g_assert_cmpstr (accounts_typed (window, PORT), ==, rows[i].port);
    }

  ui_show (GTK_WIDGET (window), "accounts-mail-field");
  assert_nothing_kept (fixture);
  accounts_close (window);
  fixture_free (fixture);
}

/* A port at which nobody listens. */
static int
find_closed_port (void)
{
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  int port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);

  g_socket_listener_close (listener);
  return port;
}

static void
test_unreachable (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "mail");
  g_autofree char       *words = NULL;

  fill (window, fixture, "", "");
  type_port (window, find_closed_port ());
  accounts_submit (window);
  accounts_await (window);
  words = accounts_message (window);
  g_assert_nonnull (words);
  g_assert_nonnull (g_strstr_len (words, -1, "could not be reached"));
  g_assert_cmpstr (accounts_typed (window, ADDRESS), ==, CONVENE_PRACTICE_HOST);
  assert_nothing_kept (fixture);
  accounts_close (window);
  fixture_free (fixture);
}

/* Practice's mail server knows nobody: a password is too much. */
static void
test_refused (void)
{
  static const char      password[] = "5ecret-0f-n0b0dy";
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "mail");
  g_autofree char       *words = NULL;

  fill (window, fixture, "rea", password);
  accounts_submit (window);
  accounts_await (window);
  words = accounts_message (window);
  g_assert_nonnull (words);
  g_assert_null (g_strstr_len (words, -1, password));
  g_assert_cmpstr (accounts_page (window), ==, "mail");
  assert_nothing_kept (fixture);

  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);
  g_assert_false (accounts_holds (GTK_WIDGET (window), password));
  accounts_close (window);
  fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/accounts/connect-mail/SH-17/right", test_right);
  g_test_add_func ("/ui/accounts/connect-mail/defaults", test_defaults);
  g_test_add_func ("/ui/accounts/connect-mail/suggested", test_suggested);
  g_test_add_func ("/ui/accounts/connect-mail/fields", test_fields);
  g_test_add_func ("/ui/accounts/connect-mail/unreachable", test_unreachable);
  g_test_add_func ("/ui/accounts/connect-mail/refused", test_refused);
  return g_test_run ();
}
