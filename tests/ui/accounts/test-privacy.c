/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <sqlite3.h>

#include "accounts-test.h"
#include "convene-copy-row.h"
#include "convene-privacy-page.h"
#include "convene-privacy-words.h"
#include "ui-fixture.h"

#define ROW "What Convene keeps"

/* Those that the schema makes. SQLite's own, and those in which a search table keeps itself, hold nothing else. */
#define LIST_TABLES                                                                           \
  "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')" \
  "  AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"

static GPtrArray *
list_tables (UiFixture *fixture)
{
  GPtrArray       *tables = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = g_build_filename (fixture->folder, "convene.db", NULL);
  sqlite3         *database = NULL;
  sqlite3_stmt    *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (database, LIST_TABLES, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return tables;
}

static const ConvenePrivacyWords *
find_words (const char *table)
{
  guint                      n_rows;
  const ConvenePrivacyWords *rows = convene_privacy_words_get (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (g_strv_contains ((const char *const *) rows[i].tables, table))
      return &rows[i];

  return NULL;
}

static GtkWidget *
get_page (ConveneAccountsWindow *window)
{
  return ui_find (GTK_WIDGET (window), CONVENE_TYPE_PRIVACY_PAGE);
}

/* A table that is in the database and not on the page is one that nobody is told of. */
static void
test_tables (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "privacy");
  g_autoptr(GPtrArray) tables = list_tables (fixture);

  g_assert_cmpuint (tables->len, >, 10);
  for (guint i = 0; i < tables->len; i++)
    {
      const char                *table = g_ptr_array_index (tables, i);
      const ConvenePrivacyWords *words = find_words (table);

      if (words == NULL)
        g_error ("No row of the privacy page is about the table %s", table);
      g_assert_true (accounts_says (get_page (window), words->title));
      g_assert_true (accounts_says (get_page (window), words->words));
    }
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* Nor is anything said of a table that there is not. */
static void
test_no_others (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(GPtrArray) tables = list_tables (fixture);
  guint                      n_rows, n_tables = 0;
  const ConvenePrivacyWords *rows = convene_privacy_words_get (&n_rows);

  for (guint i = 0; i < n_rows; i++)
    for (guint j = 0; rows[i].tables[j] != NULL; j++)
      {
        g_test_message ("%s", rows[i].tables[j]);
        g_assert_true (g_ptr_array_find_with_equal_func (tables, rows[i].tables[j], g_str_equal, NULL));
        n_tables++;
      }
  g_assert_cmpuint (n_tables, ==, tables->len);
  ui_fixture_free (fixture);
}

static void
test_not_stored (void)
{
  static const char *const words[] = { "Not Stored", "Recordings", "Transcripts", "Chat", "Audio and video", "Shared screens" };
  UiFixture               *fixture = ui_fixture_new ();
  ConveneAccountsWindow   *window = accounts_open (fixture->engine, "privacy");
  GtkWidget               *group = ui_find_named (get_page (window), ADW_TYPE_PREFERENCES_GROUP, words[0]);

  g_assert_nonnull (group);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_true (accounts_says (group, words[i]));
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* Where the database is, for who knows. */
static void
test_path (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, "privacy");
  GtkWidget             *row = ui_find (get_page (window), CONVENE_TYPE_COPY_ROW);
  g_autofree char       *path = g_build_filename (fixture->folder, "convene.db", NULL);

  g_assert_false (gtk_widget_get_mapped (row));
  g_object_set (window, "database", path, NULL);
  ui_wait_frame (GTK_WIDGET (window));
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_true (accounts_says (row, path));
  accounts_close (window);
  ui_fixture_free (fixture);
}

/* Tab goes to a list, Down along its rows. */
static void
go_to (ConveneAccountsWindow *window,
       const char            *title)
{
  GtkWidget *page = gtk_widget_get_ancestor (get_page (window), GTK_TYPE_STACK);
  GtkWidget *row = ui_find_named (gtk_stack_get_visible_child (GTK_STACK (page)), ADW_TYPE_ACTION_ROW, title);
  guint      stops = 0;

  g_assert_nonnull (row);
  while (!gtk_widget_is_focus (row))
    {
      GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

      g_assert_cmpuint (stops++, <, 40);
      if (focus != NULL && GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_get_parent (focus) == gtk_widget_get_parent (row))
        g_signal_emit_by_name (gtk_widget_get_parent (row), "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE);
      else
        gtk_widget_child_focus (GTK_WIDGET (window), GTK_DIR_TAB_FORWARD);
    }
}

/* There and back again, and through all of it. */
static void
test_keyboard (void)
{
  UiFixture             *fixture = ui_fixture_new ();
  ConveneAccountsWindow *window = accounts_open (fixture->engine, NULL);

  g_object_set (window, "database", "/example/convene.db", NULL);
  go_to (window, ROW);
  gtk_widget_activate (gtk_root_get_focus (GTK_ROOT (window)));
  ui_wait_frame (GTK_WIDGET (window));
  g_assert_cmpstr (accounts_page (window), ==, "privacy");
  g_assert_true (CONVENE_IS_COPY_ROW (gtk_root_get_focus (GTK_ROOT (window))));
  go_to (window, "Calendar and search");
  go_to (window, "To anybody else");
  go_to (window, "Shared screens");
  gtk_widget_activate_action (GTK_WIDGET (window), "accounts.back", NULL);
  g_assert_cmpstr (accounts_page (window), ==, "list");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (gtk_root_get_focus (GTK_ROOT (window)))), ==, ROW);
  accounts_close (window);
  ui_fixture_free (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/accounts/TA-20/tables", test_tables);
  g_test_add_func ("/ui/accounts/TA-20/no-others", test_no_others);
  g_test_add_func ("/ui/accounts/TA-20/path", test_path);
  g_test_add_func ("/ui/accounts/TA-21/not-stored", test_not_stored);
  g_test_add_func ("/ui/accounts/TA-24/keyboard", test_keyboard);
  return g_test_run ();
}
