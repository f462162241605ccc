/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accounts-test.h"
#include "convene-connect-form.h"
#include "workflow-fixture.h"

/* By a code, which another device types at practice's Zoom. */

static ConveneAccountsWindow *
open_with_app (Fixture    *fixture,
               const char *page)
{
  convene_accounts_set_app (convene_engine_get_accounts (fixture->engine), CONVENE_PRACTICE_CLIENT_ID, NULL);
  return accounts_open (fixture->engine, page);
}

/* The code that is shown, or NULL: four and four letters. */
static GtkWidget *
find_code (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && gtk_widget_has_css_class (widget, "title-1") &&
      g_regex_match_simple ("^[A-Z]{4}-[A-Z]{4}$", gtk_label_get_label (GTK_LABEL (widget)), 0, 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_code (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_right (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = open_with_app (fixture, "device");
  g_autofree char       *order = NULL;
  g_autoptr(ConveneAccount) account = NULL;

  g_assert_true (accounts_says (accounts_form (window), "Create and manage meetings"));
  g_assert_false (accounts_says (accounts_form (window), "Your Zoom App"));
  accounts_submit (window);
  accounts_wait_until (find_code (accounts_form (window)) != NULL);
  accounts_wait_until (accounts_says (window, "Waiting for the code…"));
  ui_wait_frame (GTK_WIDGET (window));
  ui_show (GTK_WIDGET (window), "accounts-device-waiting");

  order = g_strdup_printf ("{'device': {'user_code': '%s', 'user': '" CONVENE_PRACTICE_HOST "', 'allow': true}}", gtk_label_get_label (GTK_LABEL (find_code (accounts_form (window)))));
  fixture_order (fixture, order);
  accounts_wait_until (g_strcmp0 (accounts_page (window), "list") == 0);
  accounts_wait_until (accounts_count (window) == 1);
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_method (account), ==, CONVENE_ACCOUNT_METHOD_DEVICE);

  /* Again by the same way. */
  accounts_press (accounts_card (window, 0), "_Reconnect");
  g_assert_cmpstr (accounts_page (window), ==, "device");
  accounts_close (window);
  fixture_free (fixture);
}

/* Whatever ends it has its words, and nothing is kept. */
static void
test_refused (void)
{
  static const struct
  {
    const char *name;
    const char *before;
    const char *after;
  } rows[] = {
    { "declined", NULL, "{'device': {'user': '" CONVENE_PRACTICE_HOST "', 'allow': false}}" },
    { "expired", "{'set': {'device_life_s': 2}}", NULL },
    { "switched off", "{'set': {'device_enabled': 0}}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      Fixture               *fixture = fixture_new ();
      ConveneAccountsWindow *window = open_with_app (fixture, "device");
      g_autofree char       *message = NULL;
      g_autoptr(ConveneAccount) account = NULL;

      g_test_message ("%s", rows[i].name);
      if (rows[i].before != NULL)
        fixture_order (fixture, rows[i].before);
      accounts_submit (window);
      if (rows[i].after != NULL)
        {
          accounts_wait_until (find_code (accounts_form (window)) != NULL);
          fixture_order (fixture, rows[i].after);
        }
      accounts_await (window);
      message = accounts_message (window);
      g_assert_nonnull (message);
      g_test_message ("%s", message);
      g_assert_null (find_code (accounts_form (window)));
      account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
      g_assert_null (account);
      accounts_close (window);
      fixture_free (fixture);
    }
}

/* A build without an app asks for one's own. */
static void
test_own_app (void)
{
  Fixture               *fixture = fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "device");
  g_autofree char       *words = NULL;

  g_assert_true (accounts_says (accounts_form (window), "Your Zoom App"));
  accounts_submit (window);
  accounts_await (window);
  words = accounts_error (window, "Client _ID");
  g_assert_nonnull (words);
  accounts_type (window, "Client _ID", CONVENE_PRACTICE_CLIENT_ID);
  accounts_submit (window);
  accounts_wait_until (find_code (accounts_form (window)) != NULL);
  accounts_press (accounts_form (window), "C_ancel");
  accounts_await (window);
  accounts_close (window);
  fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/accounts/device/right", test_right);
  g_test_add_func ("/ui/accounts/device/refused", test_refused);
  g_test_add_func ("/ui/accounts/device/own-app", test_own_app);
  return g_test_run ();
}
