/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-notes-section.h"
#include "convene-rows.h"
#include "pane-fixture.h"

/* Begins to change the notes, and types. */
static GtkWidget *
type_notes (PaneFixture *self,
            const char  *text)
{
  GtkWidget *section = ui_find (GTK_WIDGET (self->pane), CONVENE_TYPE_NOTES_SECTION);
  GtkWidget *row;

  g_assert_true (gtk_widget_activate_action (section, "notes.edit", NULL));
  row = pane_find (self, CONVENE_TYPE_TEXT_ROW, NULL);
  g_assert_nonnull (row);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), row));
  convene_text_row_set_text (CONVENE_TEXT_ROW (row), text);
  return row;
}

static gboolean
try_key (GtkShortcutController *controller,
         GtkWidget             *widget,
         const char            *trigger)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (controller)); i++)
    {
      g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), i);
      g_autofree char *name = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

      if (g_strcmp0 (name, trigger) == 0)
        return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget, NULL);
    }

  return FALSE;
}

static void
press (GtkWidget  *widget,
       const char *trigger)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean pressed = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !pressed; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      pressed = GTK_IS_SHORTCUT_CONTROLLER (controller) && try_key (GTK_SHORTCUT_CONTROLLER (controller), widget, trigger);
    }
  g_assert_true (pressed);
}

static char *
read_notes (PaneFixture *self,
            const char  *uid)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->engine, uid);

  return g_strdup (convene_interview_get_notes (interview));
}

static void
put_notes (PaneFixture *self,
           const char  *uid,
           const char  *text)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->engine, uid);

  convene_interview_set_notes (interview, text);
  ui_fixture_update (self->engine, interview);
}

static void
expect_notes (PaneFixture *self,
              const char  *uid,
              const char  *expected)
{
  g_autofree char *notes = read_notes (self, uid);

  while (g_strcmp0 (notes, expected) != 0)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (notes);
      notes = read_notes (self, uid);
    }
}

/* Ctrl+Enter keeps them, Undo puts the old ones back. */
static void
test_undo (PaneFixture  *self,
           gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  GtkWidget       *row;

  g_assert_true (pane_says (self, "None yet"));
  put_notes (self, uid, "Ask about Rust");
  pane_wait_for (self, "Ask about Rust");

  row = type_notes (self, "  Ask about C\n");
  press (row, "<Control>Return");
  g_assert_false (gtk_widget_get_mapped (row));
  g_assert_true (pane_says (self, "Ask about C"));
  pane_wait_for (self, "Notes changed");
  expect_notes (self, uid, "Ask about C");

  g_signal_emit_by_name (pane_find (self, GTK_TYPE_BUTTON, "Undo"), "clicked");
  pane_wait_for (self, "Ask about Rust");
  expect_notes (self, uid, "Ask about Rust");
}

/* Leaving the text keeps it. */
static void
test_leave (PaneFixture  *self,
            gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  GtkWidget       *row = type_notes (self, "Ask about C");

  g_assert_true (gtk_widget_grab_focus (pane_find (self, GTK_TYPE_BUTTON, "Copy _Invitation")));
  g_assert_false (gtk_widget_get_mapped (row));
  expect_notes (self, uid, "Ask about C");
}

/* Escape, and text that is as it was, change nothing. */
static void
test_discard (PaneFixture  *self,
              gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autofree char *notes = NULL;
  GtkWidget       *row = type_notes (self, "Never mind");

  press (row, "Escape");
  g_assert_false (gtk_widget_get_mapped (row));
  g_assert_true (pane_says (self, "None yet"));
  row = type_notes (self, " ");
  press (row, "<Control>Return");
  ui_wait_frame (GTK_WIDGET (self->window));
  g_assert_null (pane_find (self, GTK_TYPE_BUTTON, "Undo"));
  notes = read_notes (self, uid);
  g_assert_null (notes);
}

/* What is typed stays while others write, and goes to the interview that it was typed for. */
static void
test_other (PaneFixture  *self,
            gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autofree char *other = ui_fixture_add_interview (self->engine, "Bo Sample", "Designer", "2026-12-02 10:00", "UTC", 30, CONVENE_PLATFORM_PHONE);
  g_autofree char *notes = NULL;
  GtkWidget       *row = type_notes (self, "For Ada");
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->engine, uid);

  convene_interview_set_job (interview, "Principal Engineer");
  ui_fixture_update (self->engine, interview);
  pane_wait_for (self, "Principal Engineer");
  g_assert_cmpstr (convene_text_row_get_text (CONVENE_TEXT_ROW (row)), ==, "For Ada");

  convene_interview_pane_set_uid (self->pane, other);
  pane_wait_for (self, "Bo Sample");
  expect_notes (self, uid, "For Ada");
  notes = read_notes (self, other);
  g_assert_null (notes);
  g_assert_true (pane_says (self, "None yet"));
}

/* What cannot be kept is not lost. */
static void
test_refused (PaneFixture  *self,
              gconstpointer data)
{
  g_autofree char *uid = pane_show_new (self, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE);
  g_autofree char *words = g_strnfill (2001, '.');
  g_auto (GStrv) parts = g_strsplit (words, ".", -1);
  g_autofree char *text = g_strjoinv ("word ", parts);
  g_autofree char *notes = NULL;
  GtkWidget       *row = type_notes (self, text);

  press (row, "<Control>Return");
  g_assert_true (gtk_widget_get_mapped (row));
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), row));
  g_assert_cmpstr (convene_text_row_get_text (CONVENE_TEXT_ROW (row)), ==, text);
  notes = read_notes (self, uid);
  g_assert_null (notes);
  press (row, "Escape");
  g_assert_false (gtk_widget_get_mapped (row));
}

#define ADD(name, func) g_test_add ("/ui/interview/notes/" name, PaneFixture, NULL, pane_set_up, func, pane_tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("undo", test_undo);
  ADD ("leave", test_leave);
  ADD ("discard", test_discard);
  ADD ("other", test_other);
  ADD ("refused", test_refused);

  return g_test_run ();
}
