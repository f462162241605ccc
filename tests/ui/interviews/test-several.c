/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "convene-bulk-window.h"
#include "convene-bulk.h"
#include "convene-change.h"
#include "interviews-fixture.h"

/* Several interviews at once (SH-59): what follows is said, done, and taken back together; what fails is said by name. */

typedef struct
{
  Interviews        *page;
  ConveneBulkWindow *window; /* weak */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->page = interviews_new (1180, 700);
  ui_fixture_add_account (self->page->ui, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  ui_fixture_add_account (self->page->ui, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_null (self->window);
  interviews_free (self->page);
}

static ConveneBulkWindow *
find_window (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (CONVENE_IS_BULK_WINDOW (l->data))
      return l->data;

  return NULL;
}

static GtkWidget *
child (Fixture    *self,
       const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self->window), CONVENE_TYPE_BULK_WINDOW, name));
}

static gboolean
shows_plan (gpointer user_data)
{
  Fixture *self = user_data;

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (child (self, "stack"))), "plan");
}

static gboolean
shows_result (gpointer user_data)
{
  Fixture *self = user_data;

  return g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (child (self, "stack"))), "result");
}

static gboolean
is_gone (gpointer user_data)
{
  return ((Fixture *) user_data)->window == NULL;
}

/* Chooses the first ones, and asks for it. */
static void
ask (Fixture    *self,
     guint       count,
     const char *action)
{
  for (guint i = 0; i < count; i++)
    interviews_choose (self->page, i, i > 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page->page), action, NULL));
  while ((self->window = find_window ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  ui_fixture_run_until (self->page->ui, shows_plan, self);
}

/* That something is said in the window. */
static void
assert_said (Fixture    *self,
             const char *text)
{
  if (ui_find_named (GTK_WIDGET (self->window), ADW_TYPE_PREFERENCES_ROW, text) == NULL)
    g_error ("“%s” is not said", text);
}

static ConveneStatus
read_status (Fixture    *self,
             const char *candidate)
{
  g_autofree char *uid = interviews_dup_uid (self->page, candidate);
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->page->ui, uid);

  return convene_interview_get_status (interview);
}

typedef struct
{
  Fixture      *fixture;
  const char   *candidate;
  ConveneStatus status;
} Wanted;

static gboolean
has_status (gpointer user_data)
{
  Wanted *wanted = user_data;

  return read_status (wanted->fixture, wanted->candidate) == wanted->status;
}

static void
wait_for_status (Fixture      *self,
                 const char   *candidate,
                 ConveneStatus status)
{
  Wanted wanted = { self, candidate, status };

  ui_fixture_run_until (NULL, has_status, &wanted);
}

/* Ada has a meeting, Bo a call, Chiara's meeting failed, Dmitri is cancelled already. */
static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  GtkWidget *undo;

  ask (self, 4, "interviews.cancel");
  assert_said (self, "3 interviews are cancelled");
  assert_said (self, "1 meeting is deleted at Zoom");
  assert_said (self, "1 interview cannot be cancelled");
  assert_said (self, "Dmitri Eriksson · Nurse");
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (child (self, "go"))), ==, "_Cancel 3 Interviews");
  g_assert_cmpint (read_status (self, "Ada Example"), ==, CONVENE_STATUS_SCHEDULED);
  ui_wait_frame (GTK_WIDGET (self->window));
  ui_show (GTK_WIDGET (self->window), "bulk-cancel");

  gtk_editable_set_text (GTK_EDITABLE (child (self, "reason")), " The position was filled. ");
  g_signal_emit_by_name (child (self, "go"), "clicked");
  ui_fixture_run_until (self->page->ui, is_gone, self);
  g_assert_cmpint (read_status (self, "Ada Example"), ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpint (read_status (self, "Bo Sample"), ==, CONVENE_STATUS_CANCELLED);
  ui_wait_frame (GTK_WIDGET (self->page->window));
  ui_show (GTK_WIDGET (self->page->window), "bulk-cancelled");

  undo = ui_find_named (GTK_WIDGET (self->page->window), GTK_TYPE_BUTTON, "Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  wait_for_status (self, "Ada Example", CONVENE_STATUS_SCHEDULED);
  wait_for_status (self, "Bo Sample", CONVENE_STATUS_SCHEDULED);
  g_assert_cmpint (read_status (self, "Dmitri Eriksson"), ==, CONVENE_STATUS_CANCELLED);
}

/* Somebody cancels one of them meanwhile: the others are cancelled, and that one is named. */
static void
test_partial (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *bo = interviews_dup_uid (self->page, "Bo Sample");
  g_autoptr(ConveneInterview) interview = NULL;

  ask (self, 3, "interviews.cancel");
  interview = ui_fixture_find (self->page->ui, bo);
  convene_interview_set_status (interview, CONVENE_STATUS_CANCELLED);
  ui_fixture_update (self->page->ui, interview);
  g_signal_emit_by_name (child (self, "go"), "clicked");
  ui_fixture_run_until (self->page->ui, shows_result, self);
  assert_said (self, "2 interviews cancelled");
  assert_said (self, "1 interview was not cancelled");
  assert_said (self, "Bo Sample · Designer");
  ui_wait_frame (GTK_WIDGET (self->window));
  ui_show (GTK_WIDGET (self->window), "bulk-partial");
  gtk_window_close (GTK_WINDOW (self->window));
  ui_fixture_run_until (self->page->ui, is_gone, self);
  g_assert_cmpint (read_status (self, "Ada Example"), ==, CONVENE_STATUS_CANCELLED);
}

static void
test_keep (Fixture      *self,
           gconstpointer data)
{
  ask (self, 3, "interviews.cancel");
  gtk_window_close (GTK_WINDOW (self->window));
  ui_fixture_run_until (self->page->ui, is_gone, self);
  g_assert_cmpint (read_status (self, "Ada Example"), ==, CONVENE_STATUS_SCHEDULED);
}

/* How many letters go out is said first. */
static void
test_resend (Fixture      *self,
             gconstpointer data)
{
  ask (self, 4, "interviews.resend");
  assert_said (self, "1 invitation cannot be sent again");
  ui_wait_frame (GTK_WIDGET (self->window));
  ui_show (GTK_WIDGET (self->window), "bulk-resend");
  g_signal_emit_by_name (child (self, "go"), "clicked");
  ui_fixture_run_until (self->page->ui, is_gone, self);
}

/* What is done with all is done on the side: each is looked at by itself, and the window can be closed meanwhile. */
static void
test_stop (Fixture      *self,
           gconstpointer data)
{
  ConveneInterviewSelection *selection = convene_interview_list_get_selection (interviews_list (self->page));

  gtk_selection_model_select_all (GTK_SELECTION_MODEL (selection));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page->page), "interviews.cancel", NULL));
  while ((self->window = find_window ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  ui_fixture_run_until (self->page->ui, is_gone, self);
  g_assert_cmpint (read_status (self, "Ada Example"), ==, CONVENE_STATUS_SCHEDULED);
}

/* The button of the window that is open. */
static void
press_close (Fixture *self)
{
  gtk_widget_activate_action (child (self, "close"), "bulk.close", NULL);
}

/* Stopped, one that was begun is done, and the others are not. */
static void
test_stop_doing (Fixture      *self,
                 gconstpointer data)
{
  ask (self, 3, "interviews.cancel");
  g_signal_emit_by_name (child (self, "go"), "clicked");
  g_assert_true (convene_engine_get_held (self->page->ui->engine));
  press_close (self);
  ui_fixture_run_until (self->page->ui, is_gone, self);
  g_assert_false (convene_engine_get_held (self->page->ui->engine));
  g_assert_cmpint (read_status (self, "Ada Example"), ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpint (read_status (self, "Bo Sample"), ==, CONVENE_STATUS_SCHEDULED);
}

static gboolean
is_free (gpointer user_data)
{
  return !convene_engine_get_held (((Fixture *) user_data)->page->ui->engine);
}

static ConveneStatus
read_status_of (Fixture    *self,
                const char *uid)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->page->ui, uid);

  return convene_interview_get_status (interview);
}

/* As quitting does: all windows are asked to close, and the main one is gone. What was asked for is done, and nothing comes back. */
static void
test_quit (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *ada = interviews_dup_uid (self->page, "Ada Example");
  g_autofree char *bo = interviews_dup_uid (self->page, "Bo Sample");

  ask (self, 3, "interviews.cancel");
  g_signal_emit_by_name (child (self, "go"), "clicked");
  gtk_window_close (GTK_WINDOW (self->window));
  gtk_window_close (self->page->window);
  self->page->window = NULL;
  g_assert_true (convene_engine_get_held (self->page->ui->engine));
  ui_fixture_run_until (self->page->ui, is_free, self);
  ui_fixture_run_until (self->page->ui, is_gone, self);
  g_assert_cmpint (read_status_of (self, ada), ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpint (read_status_of (self, bo), ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

/* Taking back likewise. */
static void
test_quit_undo (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *ada = interviews_dup_uid (self->page, "Ada Example");
  g_autofree char *bo = interviews_dup_uid (self->page, "Bo Sample");

  ask (self, 2, "interviews.cancel");
  g_signal_emit_by_name (child (self, "go"), "clicked");
  ui_fixture_run_until (self->page->ui, is_gone, self);
  g_assert_false (convene_engine_get_held (self->page->ui->engine));
  g_signal_emit_by_name (ui_find_named (GTK_WIDGET (self->page->window), GTK_TYPE_BUTTON, "Undo"), "clicked");
  g_assert_true (convene_engine_get_held (self->page->ui->engine));
  gtk_window_close (self->page->window);
  self->page->window = NULL;
  ui_fixture_run_until (self->page->ui, is_free, self);
  g_assert_cmpint (read_status_of (self, ada), ==, CONVENE_STATUS_SCHEDULED);
  g_assert_cmpint (read_status_of (self, bo), ==, CONVENE_STATUS_SCHEDULED);
}

/* Where a file is chosen; NULL for nowhere. */
static GtkWindow *
find_chooser (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (g_str_equal (G_OBJECT_TYPE_NAME (l->data), "GtkFileChooserDialog") && gtk_widget_get_visible (l->data))
      return l->data;

  return NULL;
}

static gboolean
has_chooser (gpointer user_data)
{
  return find_chooser () != NULL;
}

static gboolean
has_no_chooser (gpointer user_data)
{
  return find_chooser () == NULL;
}

static gboolean
says_saved (gpointer user_data)
{
  return ui_find_named (GTK_WIDGET (((Fixture *) user_data)->page->window), GTK_TYPE_LABEL, "File saved") != NULL;
}

/* A chooser that still reads the folder does not take the answer. */
static gboolean
is_saved (gpointer user_data)
{
  GtkWindow *chooser = find_chooser ();

  if (chooser != NULL)
    g_signal_emit_by_name (chooser, "response", GTK_RESPONSE_ACCEPT);
  return says_saved (user_data);
}

static void
ask_export (Fixture *self)
{
  interviews_choose (self->page, 0, FALSE);
  interviews_choose (self->page, 1, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->page->page), "interviews.export", NULL));
  ui_fixture_run_until (self->page->ui, has_chooser, self);
}

/* Both in one file, where it is chosen; nothing where it is not. What is offered first is the folder that the process is in. */
static void
test_export (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *ada = interviews_dup_uid (self->page, "Ada Example");
  g_autofree char *bo = interviews_dup_uid (self->page, "Bo Sample");
  g_autofree char *folder = g_dir_make_tmp ("convene-export-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "Interviews.ics", NULL);
  g_autofree char *before = g_get_current_dir ();
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_chdir (folder), ==, 0);
  ask_export (self);
  g_signal_emit_by_name (find_chooser (), "response", GTK_RESPONSE_CANCEL);
  ui_fixture_run_until (self->page->ui, has_no_chooser, self);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (says_saved (self));

  ask_export (self);
  ui_fixture_run_until (self->page->ui, is_saved, self);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, ada));
  g_assert_nonnull (strstr (text, bo));
  g_assert_null (strstr (text, "Chiara"));

  g_assert_cmpint (g_chdir (before), ==, 0);
  g_unlink (path);
  g_rmdir (folder);
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  ui_test_init (&argc, &argv);

  ADD ("/ui/interviews/SH-59/several/cancel", test_cancel);
  ADD ("/ui/interviews/SH-59/several/partial", test_partial);
  ADD ("/ui/interviews/SH-59/several/keep", test_keep);
  ADD ("/ui/interviews/SH-59/several/resend", test_resend);
  ADD ("/ui/interviews/SH-59/several/stop", test_stop);
  ADD ("/ui/interviews/SH-59/several/stop-doing", test_stop_doing);
  ADD ("/ui/interviews/SH-59/several/quit", test_quit);
  ADD ("/ui/interviews/SH-59/several/quit-undo", test_quit_undo);
  ADD ("/ui/interviews/SH-59/several/export", test_export);
  return g_test_run ();
}
