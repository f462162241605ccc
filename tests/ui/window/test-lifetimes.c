/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-window.h"
#include "convene-interview-pane.h"
#include "convene-window.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* Windows that are closed in the middle of their work, each time at another moment of it: nothing of them stays, nobody is called back, and no
 * reading keeps the engine. "-m slow" looks more closely. */

#define MOMENTS 20
#define FOR_EACH_MOMENT(moment) for (int moment = 0; moment < MOMENTS; moment += g_test_slow () ? 1 : 5)

static void
iterate (int turns)
{
  for (int i = 0; i < turns; i++)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
is_gone (gpointer slot)
{
  return *(gpointer *) slot == NULL;
}

/* What is read for a window may come back a moment after it went. */
static void
close_window (GtkWindow *window,
              GtkWidget *child)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  if (child != NULL)
    g_object_add_weak_pointer (G_OBJECT (child), (gpointer *) &child);
  gtk_window_close (window);
  ui_fixture_run_until (NULL, is_gone, &window);
  ui_fixture_run_until (NULL, is_gone, &child);
}

static void
test_main_window (void)
{
  UiFixture       *fixture = ui_fixture_new ();
  g_autofree char *first = ui_fixture_add_interview (fixture, "Ada <b>& Co", "R&D", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autofree char *second = ui_fixture_add_failed_interview (fixture, "آدا لافليس", "Designer", "2026-12-01 23:30", "UTC", 60);

  FOR_EACH_MOMENT (moment)
  {
    GtkWidget *window = convene_window_new (NULL, fixture->engine, moment % 2);

    gtk_window_present (GTK_WINDOW (window));
    iterate (moment);
    convene_window_show_interview (CONVENE_WINDOW (window), moment % 2 == 0 ? first : second);
    iterate (moment / 2);
    ui_fixture_advance (fixture, G_TIME_SPAN_MINUTE);
    gtk_widget_activate_action (window, "win.next", NULL);
    close_window (GTK_WINDOW (window), ui_find (window, CONVENE_TYPE_INTERVIEW_PANE));
  }

  ui_fixture_free (fixture);
}

static gboolean
is_held_by_nobody (gpointer fixture)
{
  return G_OBJECT (((UiFixture *) fixture)->engine)->ref_count == 1;
}

/* The engine goes while the window stays, as when the profile is closed and opened anew. */
static void
test_engine_goes (void)
{
  UiFixture       *fixture = ui_fixture_new ();
  g_autofree char *uid = ui_fixture_add_interview (fixture, "Ada Example", "Designer", "2026-12-01 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  GtkWidget       *window = convene_window_new (NULL, fixture->engine, FALSE);

  gtk_window_present (GTK_WINDOW (window));
  FOR_EACH_MOMENT (moment)
  {
    iterate (moment);
    convene_window_set_engine (CONVENE_WINDOW (window), NULL);
    iterate (moment);
    convene_window_set_engine (CONVENE_WINDOW (window), fixture->engine);
    convene_window_show_interview (CONVENE_WINDOW (window), uid);
  }

  convene_window_set_engine (CONVENE_WINDOW (window), NULL);
  ui_fixture_run_until (fixture, is_held_by_nobody, fixture);
  ui_destroy (GTK_WINDOW (window), NULL);
  ui_fixture_free (fixture);
}

static void
test_accounts (void)
{
  static const char *const pages[] = { NULL, "zoom", "mail" };
  UiFixture               *fixture = ui_fixture_new ();

  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_EXPIRED);
  FOR_EACH_MOMENT (moment)
  {
    ConveneAccountsWindow *window = convene_accounts_window_new (NULL, fixture->engine, pages[moment % 3]);

    gtk_window_present (GTK_WINDOW (window));
    iterate (moment);
    convene_accounts_window_show_page (window, pages[(moment + 1) % 3]);
    iterate (moment / 2);
    close_window (GTK_WINDOW (window), NULL);
  }

  ui_fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/ui/lifetimes/main-window", test_main_window);
  g_test_add_func ("/ui/lifetimes/engine-goes", test_engine_goes);
  g_test_add_func ("/ui/lifetimes/accounts", test_accounts);

  return g_test_run ();
}
