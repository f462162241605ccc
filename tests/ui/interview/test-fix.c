/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-fix-option.h"
#include "convene-fix-window.h"
#include "convene-plan-letters.h"
#include "convene-rows.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* What is the matter with a meeting, and each way out of it (SH-56). */
typedef struct
{
  UiFixture        *ui;
  char             *uid;
  ConveneFixWindow *window; /* weak */
  ConvenePlan      *plan;   /* that was done */
  char             *words;
} Fixture;

#define HOUR (G_GINT64_CONSTANT (3600000000))

static gboolean
is_gone (gpointer slot)
{
  return *(gpointer *) slot == NULL;
}

static void
saved_cb (ConveneFixWindow *window,
          ConvenePlan      *plan,
          const char       *words,
          gpointer          user_data)
{
  Fixture *self = user_data;

  g_assert_null (self->words);
  g_set_object (&self->plan, plan);
  self->words = g_strdup (words);
}

static GObject *
child (Fixture    *self,
       const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self->window), CONVENE_TYPE_FIX_WINDOW, name);
}

static const char *
get_state (Fixture *self)
{
  return gtk_stack_get_visible_child_name (GTK_STACK (child (self, "stack")));
}

static gboolean
has_answer (gpointer user_data)
{
  return !g_str_equal (get_state (user_data), "loading");
}

static void
open_window (Fixture *self)
{
  self->window = convene_fix_window_new (NULL, self->ui->engine, self->uid);
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

static void
add_failed (Fixture *self)
{
  self->uid = ui_fixture_add_failed_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-02 10:00", "UTC", 45);
}

/* Somebody moved it at Zoom by an hour. */
static void
add_moved (Fixture *self)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = NULL;
  ConveneMeeting *meeting;

  self->uid = ui_fixture_add_interview (self->ui, "Ada Example", "Staff Engineer", "2026-12-02 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  interview = ui_fixture_find (self->ui, self->uid);
  meeting = convene_interview_get_meeting (interview);
  g_object_set (meeting, "seen-at", UI_FIXTURE_NOW, "seen-start", convene_meeting_get_start (meeting) + HOUR, "seen-duration", 45, "seen-timezone", "UTC",
                "seen-join-url", convene_meeting_get_join_url (meeting), "seen-password", convene_meeting_get_password (meeting), NULL);
  convene_change_put_meeting (change, meeting);
  ui_fixture_commit (self->ui, change);
}

static ConveneFixOption *
find_option (Fixture       *self,
             ConveneFixKind kind)
{
  GtkListBox    *list = GTK_LIST_BOX (child (self, "list"));
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (convene_fix_option_get_kind (CONVENE_FIX_OPTION (row)) == kind)
      return CONVENE_FIX_OPTION (row);

  g_assert_not_reached ();
}

static gboolean
offers (Fixture       *self,
        ConveneFixKind kind)
{
  return gtk_widget_get_visible (GTK_WIDGET (find_option (self, kind)));
}

static const char *
get_sentence (Fixture       *self,
              ConveneFixKind kind)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (find_option (self, kind)));
}

static gboolean
can_fix (gpointer user_data)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (child (user_data, "fix")));
}

static void
press (Fixture *self)
{
  ui_fixture_run_until (NULL, can_fix, self);
  g_signal_emit_by_name (child (self, "fix"), "clicked");
  g_signal_emit_by_name (child (self, "fix"), "clicked");
  ui_fixture_run_until (NULL, is_gone, &self->window);
}

/* A failed meeting: what happened, and the ways out with what follows. */
static void
test_failed (Fixture      *self,
             gconstpointer data)
{
  add_failed (self);
  open_window (self);
  g_assert_cmpstr (get_state (self), ==, "options");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child (self, "trouble"))), !=, "");
  g_assert_true (offers (self, CONVENE_FIX_RETRY));
  g_assert_true (offers (self, CONVENE_FIX_RECREATE));
  g_assert_true (offers (self, CONVENE_FIX_HOST));
  g_assert_true (offers (self, CONVENE_FIX_LINK));
  g_assert_false (offers (self, CONVENE_FIX_TAKE));
  g_assert_false (offers (self, CONVENE_FIX_RESTORE));
  g_assert_cmpstr (get_sentence (self, CONVENE_FIX_RETRY), !=, "");
  g_assert_true (convene_fix_option_is_chosen (find_option (self, CONVENE_FIX_RETRY)));
  ui_wait_frame (GTK_WIDGET (self->window));
  ui_show (GTK_WIDGET (self->window), "fix-failed");
}

/* Nothing to take back: what is tried again is already under way. */
static void
test_retry (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = NULL;

  add_failed (self);
  open_window (self);
  press (self);
  g_assert_null (self->plan);
  g_assert_nonnull (self->words);
  interview = ui_fixture_find (self->ui, self->uid);
  g_assert_cmpint (convene_meeting_get_state (convene_interview_get_meeting (interview)), ==, CONVENE_MEETING_STATE_PENDING);
}

static void
type_link (Fixture    *self,
           const char *link)
{
  convene_fix_option_choose (find_option (self, CONVENE_FIX_LINK));
  gtk_editable_set_text (GTK_EDITABLE (child (self, "link")), link);
}

static gboolean
says_error (gpointer user_data)
{
  const char *message = convene_error_row_get_message (CONVENE_ERROR_ROW (child (user_data, "value_error")));

  return message != NULL && *message != '\0';
}

static void
test_link (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = NULL;

  add_failed (self);
  open_window (self);
  type_link (self, "nowhere");
  g_assert_false (can_fix (self));
  ui_fixture_run_until (NULL, says_error, self);
  g_assert_false (can_fix (self));
  type_link (self, " https://meet.example.com/ada ");
  press (self);
  g_assert_nonnull (self->plan);
  interview = ui_fixture_find (self->ui, self->uid);
  g_assert_cmpint (convene_interview_get_platform (interview), ==, CONVENE_PLATFORM_LINK);
  g_assert_cmpstr (convene_interview_get_link (interview), ==, "https://meet.example.com/ada");
}

/* NO_ACCOUNT is said under the entry. */
static void
test_host (Fixture      *self,
           gconstpointer data)
{
  add_failed (self);
  open_window (self);
  convene_fix_option_choose (find_option (self, CONVENE_FIX_HOST));
  gtk_editable_set_text (GTK_EDITABLE (child (self, "host")), "nobody@example.com");
  ui_fixture_run_until (NULL, says_error, self);
  g_assert_false (can_fix (self));
  gtk_editable_set_text (GTK_EDITABLE (child (self, "host")), "recruiter@example.com");
  ui_fixture_run_until (NULL, can_fix, self);
  g_assert_false (says_error (self));
}

/* O-13: what Zoom shows is taken, and people are told. */
static void
test_take (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = NULL;
  gint64 start;

  add_moved (self);
  open_window (self);
  g_assert_true (offers (self, CONVENE_FIX_TAKE));
  g_assert_true (offers (self, CONVENE_FIX_RESTORE));
  g_assert_false (offers (self, CONVENE_FIX_RETRY));
  g_assert_cmpstr (get_sentence (self, CONVENE_FIX_TAKE), !=, get_sentence (self, CONVENE_FIX_RESTORE));
  ui_wait_frame (GTK_WIDGET (self->window));
  ui_show (GTK_WIDGET (self->window), "fix-moved");
  press (self);
  interview = ui_fixture_find (self->ui, self->uid);
  start = convene_moment_get_instant (convene_interview_get_start (interview));
  g_assert_cmpint (start, ==, convene_meeting_get_start (convene_interview_get_meeting (interview)));
  g_assert_cmpint (convene_meeting_get_seen_at (convene_interview_get_meeting (interview)), ==, 0);
  g_assert_nonnull (self->plan);
}

static void
test_closed (Fixture      *self,
             gconstpointer data)
{
  add_moved (self);
  open_window (self);
  gtk_window_close (GTK_WINDOW (self->window));
  ui_fixture_run_until (NULL, is_gone, &self->window);
  g_assert_null (self->words);
}

/* Mended elsewhere meanwhile: what was shown is no longer so, and nothing is done. */
static void
test_changed_meanwhile (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = NULL;

  add_moved (self);
  open_window (self);
  interview = ui_fixture_find (self->ui, self->uid);
  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  ui_fixture_update (self->ui, interview);
  g_signal_emit_by_name (child (self, "fix"), "clicked");
  while (convene_error_row_get_message (CONVENE_ERROR_ROW (child (self, "failure"))) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (self->words);
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = NULL;

  add_moved (self);
  interview = ui_fixture_find (self->ui, self->uid);
  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  ui_fixture_update (self->ui, interview);
  open_window (self);
  g_assert_cmpstr (get_state (self), ==, "refused");
}

#define ADD(name, test) g_test_add ("/ui/interview/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("SH-56/fix/failed", test_failed);
  ADD ("SH-56/fix/retry", test_retry);
  ADD ("SH-56/fix/link", test_link);
  ADD ("SH-56/fix/host", test_host);
  ADD ("O-13/fix/take", test_take);
  ADD ("SH-56/fix/closed", test_closed);
  ADD ("SH-56/fix/changed-meanwhile", test_changed_meanwhile);
  ADD ("SH-56/fix/refused", test_refused);

  return g_test_run ();
}
