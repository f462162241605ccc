/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cancel-window.h"
#include "convene-step-list.h"
#include "convene-window.h"
#include "convene-wizard-page.h"
#include "convene-wizard.h"
#include "picture-world.h"
#include "picture.h"
#include "pictures.h"
#include "ui-window.h"

/* What becomes of an interview once it is scheduled. */

#define HOUR (G_GINT64_CONSTANT (3600000000))

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
  self->uid = ui_fixture_add_interview (self->ui, "Nadia Karimi", "Staff Engineer", "2026-12-03 15:30", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);
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

static ConveneWizardPage *
get_page (Fixture *self)
{
  GtkStack *stack = GTK_STACK (ui_find (GTK_WIDGET (self->window), GTK_TYPE_STACK));

  return CONVENE_WIZARD_PAGE (ui_find (gtk_stack_get_visible_child (stack), CONVENE_TYPE_WIZARD_PAGE));
}

static void
go_on (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "wizard.next", NULL);
  picture_settle (self->window);
}

/* Moved, with one more interviewer: the letter says what changed. */
static void
test_reschedule (Fixture      *self,
                 gconstpointer data)
{
  ConveneDraft *draft;

  show (self, convene_wizard_new_edit (NULL, self->ui->engine, self->uid, CONVENE_WIZARD_RESCHEDULE));
  draft = convene_wizard_page_get_draft (get_page (self));
  g_object_set (draft, "date", "2026-12-04", "time", "11:00", NULL);
  convene_draft_add_interviewer (draft, "Iris Novotna", "iris.novotna@example.com", CONVENE_ROLE_REQUIRED);
  picture_settle (self->window);
  picture_page (self->window, "reschedule-1-time");
  go_on (self);
  picture_page (self->window, "reschedule-2-preview");
  go_on (self);
  picture_page (self->window, "reschedule-3-save");
}

static void
test_unchanged (Fixture      *self,
                gconstpointer data)
{
  show (self, convene_wizard_new_edit (NULL, self->ui->engine, self->uid, CONVENE_WIZARD_EDIT));
  picture_page (self->window, "edit-1-setup");
  g_signal_emit_by_name (ui_find (GTK_WIDGET (self->window), CONVENE_TYPE_STEP_LIST), "chosen", 3);
  go_on (self);
  picture_page (self->window, "edit-unchanged");
}

static void
cancel (Fixture *self)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->ui, self->uid);

  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  convene_interview_set_cancel_reason (interview, "The position was filled from within, sooner than anybody thought.");
  ui_fixture_update (self->ui, interview);
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  cancel (self);
  show (self, convene_wizard_new_edit (NULL, self->ui->engine, self->uid, CONVENE_WIZARD_EDIT));
  picture_page (self->window, "edit-refused");
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  static const int widths[] = { 360, 560, 0 };

  show (self, convene_cancel_window_new (NULL, self->ui->engine, self->uid));
  picture_page_at (self->window, "cancel", widths);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  cancel (self);
  show (self, convene_window_new (NULL, self->ui->engine, FALSE));
  convene_window_show_interview (CONVENE_WINDOW (self->window), self->uid);
  picture_settle (self->window);
  picture_page (self->window, "details-cancelled");
}

/* Somebody moved it at Zoom. */
static void
test_drift (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->ui, self->uid);
  g_autoptr(ConveneChange) change = convene_change_new ();
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  g_object_set (meeting, "seen-at", UI_FIXTURE_NOW, "seen-start", convene_meeting_get_start (meeting) + HOUR, "seen-duration", 30, "seen-timezone",
                convene_meeting_get_timezone (meeting), "seen-join-url", convene_meeting_get_join_url (meeting), "seen-password", convene_meeting_get_password (meeting), NULL);
  convene_change_put_meeting (change, meeting);
  ui_fixture_commit (self->ui, change);
  show (self, convene_window_new (NULL, self->ui->engine, FALSE));
  convene_window_show_interview (CONVENE_WINDOW (self->window), self->uid);
  picture_settle (self->window);
  picture_page (self->window, "details-drift");
}

/* What was done, with its Undo. */
static void
test_undo (Fixture      *self,
           gconstpointer data)
{
  show (self, convene_window_new (NULL, self->ui->engine, FALSE));
  convene_window_show_interview (CONVENE_WINDOW (self->window), self->uid);
  picture_settle (self->window);
  convene_window_toast_undo (CONVENE_WINDOW (self->window), "Moved to Fri 4 Dec, 11:00", g_free, NULL, NULL);
  picture_settle (self->window);
  picture_page (self->window, "undo");
}

#define ADD(name, test) g_test_add ("/ui/pictures/life/" name, Fixture, NULL, set_up, test, tear_down)

void
pictures_add_life (void)
{
  ADD ("reschedule", test_reschedule);
  ADD ("unchanged", test_unchanged);
  ADD ("refused", test_refused);
  ADD ("cancel", test_cancel);
  ADD ("cancelled", test_cancelled);
  ADD ("drift", test_drift);
  ADD ("undo", test_undo);
}
