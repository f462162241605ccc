/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "convene-calendar-page.h"
#include "convene-filter.h"
#include "convene-interviews-page.h"
#include "convene-window.h"
#include "ui-fixture.h"
#include "ui-window.h"
#include "window-parts.h"

/* What the window looks like outlives it. The schema is that of the tree; what is kept goes no further than this process. */

static GtkWidget *
show (UiFixture *ui)
{
  GtkWidget *window = convene_window_new (NULL, ui->engine, FALSE);

  gtk_window_present (GTK_WINDOW (window));
  ui_wait_frame (window);
  WAIT (CONVENE_IS_CALENDAR_PAGE (find_page (window)) || ui_find (window, CONVENE_TYPE_INTERVIEWS_PAGE) != NULL);
  return window;
}

static char *
describe (GtkWidget *window)
{
  GtkWidget       *calendar = ui_find (window, CONVENE_TYPE_CALENDAR_PAGE);
  g_autofree char *page = NULL;
  g_autofree char *view = NULL;
  g_autofree char *colors = NULL;
  g_autofree char *zone = NULL;
  g_autoptr(ConveneFilter) filter = NULL;

  g_object_get (window, "page", &page, NULL);
  g_object_get (calendar, "view", &view, "colors", &colors, "second-zone", &zone, "filter", &filter, NULL);
  return g_strdup_printf ("%s %s %s %s %s", page, view, colors, zone, convene_filter_get_platform (filter));
}

static void
change (GtkWidget *window)
{
  GtkWidget *calendar = ui_find (window, CONVENE_TYPE_CALENDAR_PAGE);
  g_autoptr(ConveneFilter) filter = NULL;

  g_action_group_activate_action (G_ACTION_GROUP (window), "view", g_variant_new_string ("week"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "colors", g_variant_new_string ("state"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "page", g_variant_new_string ("interviews"));
  g_object_set (calendar, "second-zone", "America/Mexico_City", NULL);
  g_object_get (calendar, "filter", &filter, NULL);
  g_object_set (filter, "platform", "phone", NULL);
  g_object_set (ui_find (window, CONVENE_TYPE_INTERVIEWS_PAGE), "sort", "job", "sort-descending", TRUE, NULL);
}

static void
test_kept (void)
{
  UiFixture       *ui = ui_fixture_new ();
  GtkWidget       *window, *interviews;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *sort = NULL;
  gboolean         descending;

  ui_fixture_add_account (ui, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  window = show (ui);
  before = describe (window);
  g_assert_cmpstr (before, ==, "calendar month job  (null)");
  change (window);
  ui_destroy (GTK_WINDOW (window), NULL);

  window = show (ui);
  after = describe (window);
  g_assert_cmpstr (after, ==, "interviews week state America/Mexico_City phone");
  interviews = ui_find (window, CONVENE_TYPE_INTERVIEWS_PAGE);
  g_assert_nonnull (interviews);
  g_object_get (interviews, "sort", &sort, "sort-descending", &descending, NULL);
  g_assert_cmpstr (sort, ==, "job");
  g_assert_true (descending);
  ui_destroy (GTK_WINDOW (window), NULL);
  ui_fixture_free (ui);
}

/* The schema has to be there before anybody asks for the first one. */
static char *
compile_schema (void)
{
  g_autofree char *source = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", NULL);
  g_autoptr(GError) error = NULL;
  char       *folder = g_dir_make_tmp (NULL, &error);
  int         status;
  const char *argv[] = { "glib-compile-schemas", "--strict", "--targetdir", folder, source, NULL };

  g_assert_no_error (error);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_setenv ("GSETTINGS_SCHEMA_DIR", folder, TRUE);
  return folder;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = compile_schema ();
  g_autofree char *compiled = g_build_filename (folder, "gschemas.compiled", NULL);
  int              result;

  ui_test_init (&argc, &argv);
  g_test_add_func ("/ui/window/state/kept", test_kept);
  result = g_test_run ();
  g_remove (compiled);
  g_rmdir (folder);
  return result;
}
