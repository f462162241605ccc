/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-fix-option.h"
#include "convene-fix-window.h"
#include "convene-preferences-window.h"
#include "convene-reminders-row.h"
#include "picture-world.h"
#include "picture.h"
#include "pictures.h"
#include "ui-window.h"

/* A meeting that needs a person, and the rules by which the program works alone. */

#define HOUR (G_GINT64_CONSTANT (3600000000))

static const int widths[] = { 360, 520, 800, 0 };

typedef struct
{
  UiFixture *ui;
  char      *uid;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  g_free (picture_world_fill (self->ui));
  picture_world_connect (self->ui);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_close (self->window);
  while (self->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_free (self->uid);
  ui_fixture_free (self->ui);
}

static void
show (Fixture *self,
      gpointer window)
{
  self->window = window;
  pictures_add_actions (window);
  gtk_window_present (window);
  picture_settle (window);
}

static void
choose (Fixture       *self,
        ConveneFixKind kind)
{
  GtkListBox    *list = GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (self->window), CONVENE_TYPE_FIX_WINDOW, "list"));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (convene_fix_option_get_kind (CONVENE_FIX_OPTION (row)) == kind)
      convene_fix_option_choose (CONVENE_FIX_OPTION (row));
}

/* What is typed is asked about a moment later. */
static void
wait_for_typing (Fixture *self)
{
  ui_rest (400);
  picture_settle (self->window);
}

static void
test_failed (Fixture      *self,
             gconstpointer data)
{
  self->uid = ui_fixture_add_failed_interview (self->ui, "Nadia Karimi", "Staff Engineer", "2026-12-03 15:30", "Europe/Berlin", 45);
  show (self, convene_fix_window_new (NULL, self->ui->engine, self->uid));
  picture_page_at (self->window, "fix-failed", widths);
  choose (self, CONVENE_FIX_LINK);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (self->window), CONVENE_TYPE_FIX_WINDOW, "link")), "meet.example.com/nadia");
  wait_for_typing (self);
  picture_page_at (self->window, "fix-link", widths);
}

static void
test_moved (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = NULL;
  ConveneMeeting *meeting;

  self->uid = ui_fixture_add_interview (self->ui, "Nadia Karimi", "Staff Engineer", "2026-12-03 15:30", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);
  interview = ui_fixture_find (self->ui, self->uid);
  meeting = convene_interview_get_meeting (interview);
  g_object_set (meeting, "seen-at", UI_FIXTURE_NOW, "seen-start", convene_meeting_get_start (meeting) + HOUR, "seen-duration", 30, "seen-timezone",
                convene_meeting_get_timezone (meeting), "seen-join-url", convene_meeting_get_join_url (meeting), "seen-password", convene_meeting_get_password (meeting), NULL);
  convene_change_put_meeting (change, meeting);
  ui_fixture_commit (self->ui, change);
  show (self, convene_fix_window_new (NULL, self->ui->engine, self->uid));
  picture_page_at (self->window, "fix-moved", widths);
}

static void
test_rules (Fixture      *self,
            gconstpointer data)
{
  GtkWidget *page;

  show (self, convene_preferences_window_new (NULL, self->ui->engine));
  gtk_stack_set_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (self->window), GTK_TYPE_STACK)), "rules");
  picture_settle (self->window);
  picture_page (self->window, "preferences-rules");
  page = ui_find (GTK_WIDGET (self->window), CONVENE_TYPE_REMINDERS_ROW);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (page), TRUE);
  picture_settle (self->window);
  picture_page_at (self->window, "preferences-reminders", widths);
}

#define ADD(name, test) g_test_add ("/ui/pictures/mend/" name, Fixture, NULL, set_up, test, tear_down)

void
pictures_add_mend (void)
{
  ADD ("failed", test_failed);
  ADD ("moved", test_moved);
  ADD ("rules", test_rules);
}
