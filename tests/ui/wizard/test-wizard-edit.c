/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine-directory.h"
#include "convene-step-list.h"
#include "convene-wizard-page.h"
#include "convene-wizard.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* The wizard over an interview that exists: it is changed, and the change can be taken back. */

#define MINUTE (G_GINT64_CONSTANT (60000000))
#define HOUR (60 * MINUTE)

typedef struct
{
  UiFixture     *ui;
  char          *uid;
  ConveneWizard *wizard; /* weak */
  ConvenePlan   *plan;   /* that was saved */
  char          *words;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  self->uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-02 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
}

static gboolean
is_gone (gpointer slot)
{
  return *(gpointer *) slot == NULL;
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->wizard != NULL)
    gtk_window_close (GTK_WINDOW (self->wizard));
  ui_fixture_run_until (NULL, is_gone, &self->wizard);
  g_clear_object (&self->plan);
  g_free (self->words);
  g_free (self->uid);
  ui_fixture_free (self->ui);
}

static void
saved_cb (ConveneWizard *wizard,
          ConvenePlan   *plan,
          const char    *words,
          gpointer       user_data)
{
  Fixture *self = user_data;

  g_assert_null (self->plan);
  self->plan = g_object_ref (plan);
  self->words = g_strdup (words);
}

static const char *
visible_step (Fixture *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (self->wizard), GTK_TYPE_STACK)));
}

static gboolean
is_ready (gpointer user_data)
{
  Fixture *self = user_data;

  return gtk_widget_get_sensitive (ui_find (GTK_WIDGET (self->wizard), GTK_TYPE_STACK)) || g_str_equal (visible_step (self), "refused");
}

static void
open_wizard (Fixture *self,
             int      step)
{
  self->wizard = convene_wizard_new_edit (NULL, self->ui->engine, self->uid, step);
  g_object_add_weak_pointer (G_OBJECT (self->wizard), (gpointer *) &self->wizard);
  g_signal_connect (self->wizard, "saved", G_CALLBACK (saved_cb), self);
  gtk_window_present (GTK_WINDOW (self->wizard));
  ui_fixture_run_until (NULL, is_ready, self);
}

static GtkWidget *
get_page (Fixture    *self,
          const char *step)
{
  GtkStack *stack = GTK_STACK (ui_find (GTK_WIDGET (self->wizard), GTK_TYPE_STACK));

  return ui_find (gtk_stack_get_child_by_name (stack, step), CONVENE_TYPE_WIZARD_PAGE);
}

static ConveneDraft *
draft_of (Fixture *self)
{
  return convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (get_page (self, "0")));
}

static void
go_on (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->wizard), "wizard.next", NULL);
}

static gboolean
has_plan (gpointer user_data)
{
  Fixture *self = user_data;

  return convene_wizard_preview_get_plan (get_page (self, "4")) != NULL;
}

static void
press (Fixture    *self,
       const char *label)
{
  GtkWidget *button = ui_find_named (GTK_WIDGET (self->wizard), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_typed (Fixture    *self,
              const char *property,
              const char *expected)
{
  g_autofree char *text = NULL;

  g_object_get (draft_of (self), property, &text, NULL);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_reschedule (Fixture      *self,
                 gconstpointer data)
{
  open_wizard (self, CONVENE_WIZARD_RESCHEDULE);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->wizard)), ==, "Reschedule");
  g_assert_cmpstr (visible_step (self), ==, "1");
  assert_typed (self, "job", "Staff Engineer");
  assert_typed (self, "date", "2026-12-02");
  assert_typed (self, "time", "10:00");

  /* Nothing but the time is to be changed: the next step shows what follows. Back is where one came from, and the others can be chosen. */
  go_on (self);
  g_assert_cmpstr (visible_step (self), ==, "4");
  gtk_widget_activate_action (GTK_WIDGET (self->wizard), "wizard.back", NULL);
  g_assert_cmpstr (visible_step (self), ==, "1");
  g_signal_emit_by_name (ui_find (GTK_WIDGET (self->wizard), CONVENE_TYPE_STEP_LIST), "chosen", 3);
  g_assert_cmpstr (visible_step (self), ==, "3");
}

static void
test_edit (Fixture      *self,
           gconstpointer data)
{
  open_wizard (self, CONVENE_WIZARD_EDIT);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->wizard)), ==, "Edit Interview");
  g_assert_cmpstr (visible_step (self), ==, "0");
  assert_typed (self, "candidate-address", "ada.example@example.com");
  go_on (self);
  g_assert_cmpstr (visible_step (self), ==, "1");

  /* What is wrong is not jumped over. */
  g_object_set (draft_of (self), "time", "nonsense", NULL);
  g_signal_emit_by_name (ui_find (GTK_WIDGET (self->wizard), CONVENE_TYPE_STEP_LIST), "chosen", 3);
  g_assert_cmpstr (visible_step (self), ==, "1");
}

/* HL-12: there is nothing to save. */
static void
test_unchanged (Fixture      *self,
                gconstpointer data)
{
  ConveneWizardPage *preview;

  open_wizard (self, CONVENE_WIZARD_RESCHEDULE);
  go_on (self);
  ui_fixture_run_until (NULL, has_plan, self);
  preview = CONVENE_WIZARD_PAGE (get_page (self, "4"));
  g_assert_false (convene_wizard_page_get_can_go_on (preview));
  g_assert_cmpstr (convene_wizard_page_get_hint (preview), ==, "Nothing was changed");
}

static void
show_finalize (Fixture *self)
{
  go_on (self);
  g_assert_cmpstr (visible_step (self), ==, "4");
  ui_fixture_run_until (NULL, has_plan, self);
  go_on (self);
  g_assert_cmpstr (visible_step (self), ==, "5");
}

static gboolean
is_saved (gpointer user_data)
{
  Fixture *self = user_data;

  return self->plan != NULL && self->wizard == NULL;
}

/* What was added waits, so that it can be taken back. */
static guint
count_held (ConveneInterview *interview)
{
  GListModel *operations = convene_interview_get_operations (interview);
  guint       count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (!convene_operation_get_held (operation))
        continue;
      g_assert_cmpint (convene_operation_get_due (operation), ==, UI_FIXTURE_NOW + CONVENE_UNDO_TIME);
      count++;
    }

  return count;
}

/* SH-45: it is moved, and the window goes; Undo brings back what was. */
static void
test_save (Fixture      *self,
           gconstpointer data)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->ui->engine);
  g_autoptr(ConveneInterview) before = ui_fixture_find (self->ui, self->uid);
  g_autoptr(ConveneInterview) moved = NULL;
  g_autoptr(ConveneInterview) undone = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  gint64 start = convene_moment_get_instant (convene_interview_get_start (before));

  open_wizard (self, CONVENE_WIZARD_RESCHEDULE);
  g_object_set (draft_of (self), "time", "14:00", NULL);
  show_finalize (self);
  press (self, "_Save Changes");
  ui_fixture_run_until (NULL, is_saved, self);

  g_assert_cmpstr (self->words, ==, "Moved to Wed 2 Dec, 14:00");
  moved = ui_fixture_find (self->ui, self->uid);
  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (moved)), ==, start + 4 * HOUR);
  g_assert_cmpuint (count_held (moved), >, 0);

  convene_scheduler_undo_async (scheduler, self->plan, NULL, ui_fixture_result_cb, &result);
  convene_scheduler_undo_finish (scheduler, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  undone = ui_fixture_find (self->ui, self->uid);
  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (undone)), ==, start);
  g_assert_cmpuint (count_held (undone), ==, 0);
}

/* Somebody else writes it meanwhile, twice: that stays, and what was typed here too. */
static void
test_meanwhile (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(ConveneInterview) first = NULL;
  g_autoptr(ConveneInterview) second = NULL;
  g_autoptr(ConveneInterview) after = NULL;

  open_wizard (self, CONVENE_WIZARD_RESCHEDULE);
  g_object_set (draft_of (self), "time", "14:00", NULL);
  first = ui_fixture_find (self->ui, self->uid);
  convene_interview_set_notes (first, "Theirs");
  ui_fixture_update (self->ui, first);
  show_finalize (self);

  second = ui_fixture_find (self->ui, self->uid);
  convene_interview_set_notes (second, "Theirs again");
  ui_fixture_update (self->ui, second);
  press (self, "_Save Changes");
  ui_fixture_run_until (NULL, is_saved, self);

  after = ui_fixture_find (self->ui, self->uid);
  g_assert_cmpstr (convene_interview_get_notes (after), ==, "Theirs again");
  g_assert_cmpstr (convene_moment_get_wall (convene_interview_get_start (after)), ==, convene_moment_get_wall (convene_interview_get_start (convene_plan_get_interview (self->plan))));
}

static void
cancel (Fixture *self)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->ui, self->uid);

  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  ui_fixture_update (self->ui, interview);
}

static gboolean
is_refused (gpointer user_data)
{
  return ui_find_named (GTK_WIDGET (((Fixture *) user_data)->wizard), GTK_TYPE_BUTTON, "_Back to the Preview") != NULL &&
         gtk_widget_get_visible (ui_find_named (GTK_WIDGET (((Fixture *) user_data)->wizard), GTK_TYPE_BUTTON, "_Back to the Preview"));
}

/* Cancelled meanwhile: nothing is written, and what was pressed says so. */
static void
test_cancelled_meanwhile (Fixture      *self,
                          gconstpointer data)
{
  g_autoptr(ConveneInterview) after = NULL;

  open_wizard (self, CONVENE_WIZARD_RESCHEDULE);
  g_object_set (draft_of (self), "time", "14:00", NULL);
  show_finalize (self);
  cancel (self);
  press (self, "_Save Changes");
  ui_fixture_run_until (NULL, is_refused, self);
  g_assert_null (self->plan);
  after = ui_fixture_find (self->ui, self->uid);
  g_assert_cmpint (convene_interview_get_status (after), ==, CONVENE_STATUS_CANCELLED);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  cancel (self);
  open_wizard (self, CONVENE_WIZARD_EDIT);
  g_assert_cmpstr (visible_step (self), ==, "refused");
  g_assert_nonnull (ui_find_named (GTK_WIDGET (self->wizard), ADW_TYPE_STATUS_PAGE, "Interview Was Cancelled"));
  go_on (self);
  g_assert_cmpstr (visible_step (self), ==, "refused");
}

static void
test_over (Fixture      *self,
           gconstpointer data)
{
  ui_fixture_advance (self->ui, 48 * HOUR);
  open_wizard (self, CONVENE_WIZARD_EDIT);
  g_assert_nonnull (ui_find_named (GTK_WIDGET (self->wizard), ADW_TYPE_STATUS_PAGE, "Interview Is Over"));
}

/* O-14: marked as over before its end. */
static void
test_marked (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->ui, self->uid);

  convene_interview_set_status (interview, CONVENE_STATUS_COMPLETED);
  ui_fixture_update (self->ui, interview);
  open_wizard (self, CONVENE_WIZARD_EDIT);
  g_assert_nonnull (ui_find_named (GTK_WIDGET (self->wizard), ADW_TYPE_STATUS_PAGE, "Interview Is Over"));
}

static void
test_unknown (Fixture      *self,
              gconstpointer data)
{
  g_free (self->uid);
  self->uid = g_uuid_string_random ();
  open_wizard (self, CONVENE_WIZARD_EDIT);
  g_assert_nonnull (ui_find_named (GTK_WIDGET (self->wizard), ADW_TYPE_STATUS_PAGE, "Interview Cannot Be Read"));
}

/* The draft of an interview to be scheduled is another one, and stays. */
static void
test_keeps_no_draft (Fixture      *self,
                     gconstpointer data)
{
  g_autoptr(GAsyncResult) set = NULL;
  g_autoptr(GAsyncResult) got = NULL;
  g_autofree char *draft = NULL;

  convene_engine_set_preference_async (self->ui->engine, CONVENE_DRAFT_KEY, "{'job': <'Designer'>}", NULL, ui_fixture_result_cb, &set);
  g_assert_true (convene_engine_set_preference_finish (self->ui->engine, ui_fixture_await (&set), NULL));
  open_wizard (self, CONVENE_WIZARD_EDIT);
  g_object_set (draft_of (self), "job", "Something else", NULL);
  gtk_window_close (GTK_WINDOW (self->wizard));
  ui_fixture_run_until (NULL, is_gone, &self->wizard);

  convene_engine_get_preference_async (self->ui->engine, CONVENE_DRAFT_KEY, NULL, ui_fixture_result_cb, &got);
  draft = convene_engine_get_preference_finish (self->ui->engine, ui_fixture_await (&got), NULL);
  g_assert_cmpstr (draft, ==, "{'job': <'Designer'>}");
}

/* A time that somebody proposed is filled in, in the interview's zone, and stays to be confirmed. */
static void
test_propose (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->ui, self->uid);
  gint64 start = convene_moment_get_instant (convene_interview_get_start (interview));
  int    duration;

  self->wizard = convene_wizard_new_edit (NULL, self->ui->engine, self->uid, CONVENE_WIZARD_RESCHEDULE);
  g_object_add_weak_pointer (G_OBJECT (self->wizard), (gpointer *) &self->wizard);
  convene_wizard_propose (self->wizard, start + 26 * HOUR, start + 27 * HOUR);
  gtk_window_present (GTK_WINDOW (self->wizard));
  ui_fixture_run_until (NULL, is_ready, self);
  g_assert_cmpstr (visible_step (self), ==, "1");
  assert_typed (self, "date", "2026-12-03");
  assert_typed (self, "time", "12:00");
  assert_typed (self, "timezone", "UTC");
  g_object_get (draft_of (self), "duration", &duration, NULL);
  g_assert_cmpint (duration, ==, 60);

  /* Another one, while it is open; it says no end. */
  go_on (self);
  convene_wizard_propose (self->wizard, start + 3 * HOUR, 0);
  g_assert_cmpstr (visible_step (self), ==, "1");
  assert_typed (self, "date", "2026-12-02");
  assert_typed (self, "time", "13:00");
  g_object_get (draft_of (self), "duration", &duration, NULL);
  g_assert_cmpint (duration, ==, 60);
}

#define ADD(name, test) g_test_add ("/wizard/edit/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("SH-45/reschedule", test_reschedule);
  ADD ("TA-11/edit", test_edit);
  ADD ("HL-12/unchanged", test_unchanged);
  ADD ("SH-45/save", test_save);
  ADD ("O-7/propose", test_propose);
  ADD ("SH-45/meanwhile", test_meanwhile);
  ADD ("SH-46/cancelled-meanwhile", test_cancelled_meanwhile);
  ADD ("SH-46/cancelled", test_cancelled);
  ADD ("over", test_over);
  ADD ("O-14/marked", test_marked);
  ADD ("unknown", test_unknown);
  ADD ("SH-26/keeps-no-draft", test_keeps_no_draft);

  return g_test_run ();
}
