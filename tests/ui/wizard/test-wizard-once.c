/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine-directory.h"
#include "convene-wizard-page.h"
#include "convene-wizard.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* What somebody typed becomes one interview or stays a draft: never both, never neither. */

static gboolean
is_ready (gpointer wizard)
{
  return gtk_widget_get_sensitive (ui_find (wizard, GTK_TYPE_STACK));
}

static ConveneWizard *
open_wizard (UiFixture *fixture)
{
  ConveneWizard *wizard = convene_wizard_new (NULL, fixture->engine, NULL);

  gtk_window_present (GTK_WINDOW (wizard));
  ui_fixture_run_until (NULL, is_ready, wizard);
  return wizard;
}

static gboolean
is_gone (gpointer slot)
{
  return *(gpointer *) slot == NULL;
}

static void
close_wizard (ConveneWizard *wizard)
{
  g_object_add_weak_pointer (G_OBJECT (wizard), (gpointer *) &wizard);
  gtk_window_close (GTK_WINDOW (wizard));
  ui_fixture_run_until (NULL, is_gone, &wizard);
}

static GtkWidget *
get_page (ConveneWizard *wizard,
          const char    *step)
{
  GtkStack *stack = GTK_STACK (ui_find (GTK_WIDGET (wizard), GTK_TYPE_STACK));

  return ui_find (gtk_stack_get_child_by_name (stack, step), CONVENE_TYPE_WIZARD_PAGE);
}

static ConveneDraft *
draft_of (ConveneWizard *wizard)
{
  return convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (get_page (wizard, "0")));
}

static void
fill (ConveneWizard *wizard,
      const char    *job)
{
  g_object_set (draft_of (wizard), "job", job, "candidate-name", "Ada Example", "candidate-address", "ada@example.com", "agenda", "Introduction", "date", "2026-12-03", "time",
                "10:00", "timezone", "Europe/Berlin", "hiring-manager-address", "hal@example.com", NULL);
}

static void
assert_job (ConveneWizard *wizard,
            const char    *expected)
{
  g_autofree char *job = NULL;

  g_object_get (draft_of (wizard), "job", &job, NULL);
  g_assert_cmpstr (job, ==, expected);
}

static gboolean
has_plan (gpointer wizard)
{
  return convene_wizard_preview_get_plan (get_page (wizard, "4")) != NULL;
}

static const char *
visible_step (ConveneWizard *wizard)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (wizard), GTK_TYPE_STACK)));
}

static void
walk_to_finalize (ConveneWizard *wizard)
{
  for (int i = 0; i < 4; i++)
    gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
  g_assert_cmpstr (visible_step (wizard), ==, "4");
  ui_fixture_run_until (NULL, has_plan, wizard);
  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
  g_assert_cmpstr (visible_step (wizard), ==, "5");
}

static void
press (ConveneWizard *wizard,
       const char    *label)
{
  GtkWidget *button = ui_find_named (GTK_WIDGET (wizard), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_scheduled (gpointer wizard)
{
  return ui_find_named (wizard, GTK_TYPE_BUTTON, "_Close") != NULL;
}

static guint
count_interviews (UiFixture *fixture)
{
  const ConveneInterviewFilter filter = { .to = G_MAXINT64, .limit = 100 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_list_interviews_async (fixture->engine, &filter, NULL, ui_fixture_result_cb, &result);
  interviews = convene_engine_list_interviews_finish (fixture->engine, ui_fixture_await (&result), NULL, &error);
  g_assert_no_error (error);
  return interviews->len;
}

static char *
dup_kept_draft (UiFixture *fixture)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *draft;

  convene_engine_get_preference_async (fixture->engine, CONVENE_DRAFT_KEY, NULL, ui_fixture_result_cb, &result);
  draft = convene_engine_get_preference_finish (fixture->engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  return draft;
}

/* Who goes back while it is being written down could schedule it a second time. */
static void
test_back_while_written (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard = open_wizard (fixture);

  fill (wizard, "Designer");
  walk_to_finalize (wizard);
  press (wizard, "_Schedule Interview");
  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.back", NULL);
  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.start-over", NULL);
  g_assert_cmpstr (visible_step (wizard), ==, "5");
  ui_fixture_run_until (NULL, is_scheduled, wizard);
  g_assert_cmpstr (visible_step (wizard), ==, "5");
  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.back", NULL);
  g_assert_cmpstr (visible_step (wizard), ==, "5");
  g_assert_cmpuint (count_interviews (fixture), ==, 1);
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

/* Closed between the press and the answer, at each moment of it: what was pressed is done, and no draft is left to be scheduled again. */
static void
test_closed_while_written (void)
{
  static const int moments[] = { 0, 1, 3, 8 };

  for (guint m = 0; m < G_N_ELEMENTS (moments); m++)
    {
      UiFixture       *fixture = ui_fixture_new ();
      ConveneWizard   *wizard = open_wizard (fixture);
      g_autofree char *kept = NULL;

      fill (wizard, "Designer");
      walk_to_finalize (wizard);
      press (wizard, "_Schedule Interview");
      for (int i = 0; i < moments[m]; i++)
        {
          g_usleep (500);
          g_main_context_iteration (NULL, FALSE);
        }
      close_wizard (wizard);
      kept = dup_kept_draft (fixture);
      g_assert_cmpstr (kept, ==, NULL);
      g_assert_cmpuint (count_interviews (fixture), ==, 1);
      ui_fixture_free (fixture);
    }
}

static gboolean
is_shown (gpointer wizard)
{
  return gtk_widget_get_visible (wizard);
}

/* Closed after the press, and then it could not be written: the window comes back to say so. */
static void
test_closed_and_failed (void)
{
  UiFixture       *fixture = ui_fixture_new ();
  g_autofree char *uid = ui_fixture_add_interview (fixture, "Bo Sample", "Engineer", "2026-12-02 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autoptr(ConveneInterview) other = ui_fixture_find (fixture, uid);
  g_autoptr(ConveneOperation) taken = g_list_model_get_item (convene_interview_get_operations (other), 0);
  g_autoptr(ConveneOperation) planned = NULL;
  ConveneWizard   *wizard = open_wizard (fixture);
  g_autofree char *kept = NULL;

  fill (wizard, "Designer");
  walk_to_finalize (wizard);
  planned = g_list_model_get_item (convene_plan_get_operations (convene_wizard_preview_get_plan (get_page (wizard, "4"))), 0);
  g_object_set (planned, "id", convene_operation_get_id (taken), NULL);
  press (wizard, "_Schedule Interview");
  gtk_window_close (GTK_WINDOW (wizard));
  g_assert_false (is_shown (wizard));
  ui_fixture_run_until (NULL, is_shown, wizard);
  g_assert_cmpuint (count_interviews (fixture), ==, 1);
  close_wizard (wizard);
  kept = dup_kept_draft (fixture);
  g_assert_nonnull (kept);
  ui_fixture_free (fixture);
}

static gboolean
has_undo (gpointer wizard)
{
  return ui_find_named (wizard, GTK_TYPE_BUTTON, "Undo") != NULL;
}

/* What took the discarded draft's place is scheduled by then: the draft comes back, and is kept. */
static void
test_undo_after_scheduled (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard = open_wizard (fixture);

  fill (wizard, "Designer");
  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.start-over", NULL);
  ui_fixture_run_until (NULL, has_undo, wizard);
  fill (wizard, "Engineer");
  walk_to_finalize (wizard);
  press (wizard, "_Schedule Interview");
  ui_fixture_run_until (NULL, is_scheduled, wizard);

  press (wizard, "Undo");
  assert_job (wizard, "Designer");
  g_assert_nonnull (ui_find_named (GTK_WIDGET (wizard), GTK_TYPE_BUTTON, "_Cancel"));
  close_wizard (wizard);

  wizard = open_wizard (fixture);
  assert_job (wizard, "Designer");
  g_assert_cmpuint (count_interviews (fixture), ==, 1);
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

/* Closed in the middle of its work, each time at another moment: nothing of it stays, and it calls nobody back. "-m slow" looks more closely. */
static void
test_closed_anywhere (void)
{
  UiFixture *fixture = ui_fixture_new ();

  for (int turns = 0; turns < 20; turns += g_test_slow () ? 1 : 4)
    {
      ConveneWizard *wizard = convene_wizard_new (NULL, fixture->engine, NULL);

      gtk_window_present (GTK_WINDOW (wizard));
      for (int i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);
      if (is_ready (wizard))
        {
          fill (wizard, "Designer");
          for (int i = 0; i < turns / 4; i++)
            gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
        }
      close_wizard (wizard);
    }

  ui_fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/wizard/SH-36/back-while-written", test_back_while_written);
  g_test_add_func ("/wizard/SH-36/closed-while-written", test_closed_while_written);
  g_test_add_func ("/wizard/SH-36/closed-and-failed", test_closed_and_failed);
  g_test_add_func ("/wizard/SH-36/undo-after-scheduled", test_undo_after_scheduled);
  g_test_add_func ("/wizard/closed-anywhere", test_closed_anywhere);

  return g_test_run ();
}
