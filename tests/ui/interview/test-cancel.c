/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cancel-window.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* What follows is said before an interview is cancelled, and can be taken back after it (SH-46). */
typedef struct
{
  UiFixture           *ui;
  char                *uid;
  ConveneCancelWindow *window; /* weak */
  ConvenePlan         *plan;   /* that was done */
  char                *words;
} Fixture;

static gboolean
is_gone (gpointer slot)
{
  return *(gpointer *) slot == NULL;
}

static void
saved_cb (ConveneCancelWindow *window,
          ConvenePlan         *plan,
          const char          *words,
          gpointer             user_data)
{
  Fixture *self = user_data;

  g_assert_null (self->plan);
  self->plan = g_object_ref (plan);
  self->words = g_strdup (words);
}

static const char *
get_state (Fixture *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (ui_find (GTK_WIDGET (self->window), GTK_TYPE_STACK)));
}

static gboolean
has_answer (gpointer user_data)
{
  return !g_str_equal (get_state (user_data), "loading");
}

static void
open_window (Fixture *self)
{
  self->window = convene_cancel_window_new (NULL, self->ui->engine, self->uid);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  g_signal_connect (self->window, "saved", G_CALLBACK (saved_cb), self);
  gtk_window_present (GTK_WINDOW (self->window));
  ui_fixture_run_until (NULL, has_answer, self);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  self->uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-02 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_close (GTK_WINDOW (self->window));
  ui_fixture_run_until (NULL, is_gone, &self->window);
  g_clear_object (&self->plan);
  g_free (self->words);
  g_free (self->uid);
  ui_fixture_free (self->ui);
}

static GObject *
child (Fixture    *self,
       const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->window), CONVENE_TYPE_CANCEL_WINDOW, name);
}

static ConveneStatus
read_status (Fixture *self)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->ui, self->uid);

  return convene_interview_get_status (interview);
}

/* O-9: the plan's own sentence, before anything is written. */
static void
test_says (Fixture      *self,
           gconstpointer data)
{
  const char *summary;

  open_window (self);
  g_assert_cmpstr (get_state (self), ==, "plan");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child (self, "interview"))), ==, "Ada Example · Staff Engineer");
  summary = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child (self, "summary")));
  g_assert_cmpstr (summary, !=, "");
  g_assert_cmpint (read_status (self), ==, CONVENE_STATUS_SCHEDULED);
  ui_wait_frame (GTK_WIDGET (self->window));
  ui_show (GTK_WIDGET (self->window), "cancel-window");
}

static void
test_keep (Fixture      *self,
           gconstpointer data)
{
  open_window (self);
  gtk_window_close (GTK_WINDOW (self->window));
  ui_fixture_run_until (NULL, is_gone, &self->window);
  g_assert_null (self->plan);
  g_assert_cmpint (read_status (self), ==, CONVENE_STATUS_SCHEDULED);
}

/* However often it is pressed. */
static void
press (Fixture *self)
{
  gtk_editable_set_text (GTK_EDITABLE (child (self, "reason")), "  The position was filled. ");
  g_signal_emit_by_name (child (self, "cancel"), "clicked");
  g_signal_emit_by_name (child (self, "cancel"), "clicked");
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->ui->engine);
  g_autoptr(ConveneInterview) cancelled = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  open_window (self);
  press (self);
  ui_fixture_run_until (NULL, is_gone, &self->window);
  g_assert_cmpstr (self->words, ==, "Interview cancelled");
  cancelled = ui_fixture_find (self->ui, self->uid);
  g_assert_cmpint (convene_interview_get_status (cancelled), ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpstr (convene_interview_get_cancel_reason (cancelled), ==, "The position was filled.");

  convene_scheduler_undo_async (scheduler, self->plan, NULL, ui_fixture_result_cb, &result);
  convene_scheduler_undo_finish (scheduler, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_status (self), ==, CONVENE_STATUS_SCHEDULED);
}

/* Closed in the middle: what was pressed is done all the same. */
static void
test_closed (Fixture      *self,
             gconstpointer data)
{
  open_window (self);
  press (self);
  gtk_window_close (GTK_WINDOW (self->window));
  ui_fixture_run_until (NULL, is_gone, &self->window);
  g_assert_nonnull (self->plan);
  g_assert_cmpint (read_status (self), ==, CONVENE_STATUS_CANCELLED);
}

static void
cancel_elsewhere (Fixture *self)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->ui, self->uid);

  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  ui_fixture_update (self->ui, interview);
}

static gboolean
is_refused (gpointer user_data)
{
  return g_str_equal (get_state (user_data), "refused");
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  cancel_elsewhere (self);
  open_window (self);
  g_assert_cmpstr (get_state (self), ==, "refused");
}

static void
test_refused_meanwhile (Fixture      *self,
                        gconstpointer data)
{
  open_window (self);
  cancel_elsewhere (self);
  press (self);
  ui_fixture_run_until (NULL, is_refused, self);
  g_assert_null (self->plan);
}

#define ADD(name, test) g_test_add ("/ui/interview/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("O-9/cancel/says", test_says);
  ADD ("SH-46/cancel/keep", test_keep);
  ADD ("SH-46/cancel/cancel", test_cancel);
  ADD ("SH-46/cancel/closed", test_closed);
  ADD ("SH-46/cancel/refused", test_refused);
  ADD ("SH-46/cancel/refused-meanwhile", test_refused_meanwhile);

  return g_test_run ();
}
