/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-accounts-window.h"
#include "convene-application.h"
#include "convene-opening-window.h"
#include "convene-preferences-window.h"
#include "convene-window.h"
#include "convene-wizard-page.h"
#include "convene-wizard.h"
#include "fake-face.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* The application, run as main.c runs it, with a step each time that the main loop has nothing else to do. */
typedef struct
{
  FakeFace           *face;
  ConveneApplication *application;
  const char         *action; /* asked for before anything is open, or NULL */
  const char         *target;
  GType               awaited; /* the window that it opens */
  const char         *file;    /* given on the command line, or NULL */
  const char         *typed;   /* into it, a moment before the end, or NULL */
  gboolean            seen;
  gboolean            quit;
} Run;

static gpointer
find_window (Run  *self,
             GType type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self->application)); l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
      return l->data;

  return NULL;
}

static void
quit (Run *self)
{
  self->quit = TRUE;
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "quit", NULL);
}

/* Answers whether the window takes it yet. */
static gboolean
type (Run       *self,
      GtkWidget *wizard)
{
  if (!gtk_widget_get_sensitive (ui_find (wizard, GTK_TYPE_STACK)))
    return FALSE;

  g_object_set (convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (ui_find (wizard, CONVENE_TYPE_WIZARD_PAGE))), "job", self->typed, NULL);
  return TRUE;
}

static gboolean
step_cb (gpointer user_data)
{
  Run       *self = user_data;
  GtkWidget *window = find_window (self, self->awaited);

  if (self->quit)
    return G_SOURCE_REMOVE;
  if (window == NULL || !gtk_widget_get_mapped (window))
    return G_SOURCE_CONTINUE;

  /* A broken profile stays one, however often it is tried. */
  if (self->face->broken && ui_find_named (window, ADW_TYPE_STATUS_PAGE, "Your Interviews Cannot Be Opened") == NULL)
    return G_SOURCE_CONTINUE;
  if (!self->face->broken && convene_application_get_engine (self->application) == NULL)
    return G_SOURCE_CONTINUE;
  if (self->typed != NULL && !type (self, window))
    return G_SOURCE_CONTINUE;

  self->seen = TRUE;
  quit (self);
  return G_SOURCE_REMOVE;
}

/* Asking before anything is open activates the application again. */
static void
activated_cb (GApplication *application,
              gpointer      user_data)
{
  Run        *self = user_data;
  const char *action = g_steal_pointer (&self->action);

  if (action != NULL)
    g_action_group_activate_action (G_ACTION_GROUP (application), action, self->target != NULL ? g_variant_new_string (self->target) : NULL);
}

/* What the next start finds. */
static void
assert_kept (Run *self)
{
  g_autoptr(ConveneStore) store = convene_store_new (self->face->folder);
  g_autoptr(GAsyncResult) opened = NULL;
  g_autoptr(GAsyncResult) got = NULL;
  g_autoptr(GAsyncResult) closed = NULL;
  g_autofree char *draft = NULL;

  convene_store_open_async (store, NULL, ui_fixture_result_cb, &opened);
  g_assert_true (convene_store_open_finish (store, ui_fixture_await (&opened), NULL));
  convene_store_get_preference_async (store, CONVENE_DRAFT_KEY, NULL, ui_fixture_result_cb, &got);
  draft = convene_store_get_preference_finish (store, ui_fixture_await (&got), NULL);
  convene_store_close_async (store, NULL, ui_fixture_result_cb, &closed);
  g_assert_true (convene_store_close_finish (store, ui_fixture_await (&closed), NULL));
  g_assert_nonnull (draft);
  g_assert_nonnull (strstr (draft, self->typed));
}

static void
run (Run     *self,
     gboolean broken)
{
  char *argv[] = { (char *) "convene", (char *) self->file, NULL };

  self->face = fake_face_new (broken);
  self->application = convene_application_new (&self->face->face);
  g_signal_connect (self->application, "activate", G_CALLBACK (activated_cb), self);
  g_timeout_add (10, step_cb, self);
  g_assert_cmpint (g_application_run (G_APPLICATION (self->application), self->file != NULL ? 2 : 1, argv), ==, 0);
  g_assert_true (self->seen);

  /* The engine is closed before the process may end. */
  g_assert_null (convene_application_get_engine (self->application));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self->application);
  if (self->typed != NULL)
    assert_kept (self);
  fake_face_free (self->face);
}

static void
test_opens (void)
{
  Run self = { .awaited = CONVENE_TYPE_WINDOW };

  run (&self, FALSE);
}

/* A file that the program is started with is shown once the profile is open. */
static void
test_file (void)
{
  Run self = { .awaited = CONVENE_TYPE_OPENING_WINDOW, .file = "/nonexistent/invitation.ics" };

  run (&self, FALSE);
}

static void
test_cannot_be_opened (void)
{
  Run self = { .awaited = CONVENE_TYPE_WINDOW };

  run (&self, TRUE);
}

/* What a desktop's menu asks for comes before the profile is open, and is not lost. */
static void
test_schedule (void)
{
  Run self = { .awaited = CONVENE_TYPE_WIZARD, .action = "schedule" };

  run (&self, FALSE);
}

static void
test_schedule_on (void)
{
  Run self = { .awaited = CONVENE_TYPE_WIZARD, .action = "schedule-on", .target = "2026-12-03" };

  run (&self, FALSE);
}

/* Whoever quits with the wizard open finds what was typed last when it is opened again. */
static void
test_quit_keeps_draft (void)
{
  Run self = { .awaited = CONVENE_TYPE_WIZARD, .action = "schedule", .typed = "Staff Engineer" };

  run (&self, FALSE);
}

static void
test_connect (void)
{
  Run self = { .awaited = CONVENE_TYPE_ACCOUNTS_WINDOW, .action = "connect", .target = "zoom" };

  run (&self, FALSE);
}

/* What a notification asks for, of an account that is gone meanwhile too. */
static void
test_reconnect (void)
{
  Run self = { .awaited = CONVENE_TYPE_ACCOUNTS_WINDOW, .action = "reconnect", .target = "nobody" };

  run (&self, FALSE);
}

static void
test_preferences (void)
{
  Run self = { .awaited = CONVENE_TYPE_PREFERENCES_WINDOW, .action = "preferences" };

  run (&self, FALSE);
}

static void
test_shortcuts (void)
{
  Run self = { .awaited = GTK_TYPE_SHORTCUTS_WINDOW, .action = "shortcuts" };

  run (&self, FALSE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/application/opens", test_opens);
  g_test_add_func ("/ui/application/O-7/file", test_file);
  g_test_add_func ("/ui/application/cannot-be-opened", test_cannot_be_opened);
  g_test_add_func ("/ui/application/schedule", test_schedule);
  g_test_add_func ("/ui/application/schedule-on", test_schedule_on);
  g_test_add_func ("/ui/application/quit-keeps-draft", test_quit_keeps_draft);
  g_test_add_func ("/ui/application/connect", test_connect);
  g_test_add_func ("/ui/application/SH-41/reconnect", test_reconnect);
  g_test_add_func ("/ui/application/HL-5/preferences", test_preferences);
  g_test_add_func ("/ui/application/shortcuts", test_shortcuts);

  return g_test_run ();
}
