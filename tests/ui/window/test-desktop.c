/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the desktop asks of the application: help, the next interview, a search. */

#include "convene-application.h"
#include "convene-window.h"
#include "convene-wizard.h"
#include "fake-face.h"
#include "ui-fixture.h"
#include "ui-handler.h"
#include "ui-window.h"

#define NO_HELP "There is no program to read the help with: install “Help” (Yelp)"

/* The application runs, and as soon as a window is on the screen the action is asked for. */
typedef struct
{
  const char *before; /* an action that opens the window, or NULL: that of the start */
  const char *text;   /* its target, or NULL */
  GType       window;
  const char *action;
  const char *target;
  const char *opened; /* what, or NULL */
  const char *toast;  /* what is said in the main window, or NULL */
} Case;

typedef struct
{
  const Case         *c;
  ConveneApplication *application;
  gboolean            asked_before;
  gboolean            asked;
  gboolean            seen;
} Run;

static GtkWidget *
find_window (Run  *self,
             GType type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self->application)); l != NULL; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_mapped (l->data))
      return l->data;

  return NULL;
}

static void
ask (Run        *self,
     const char *action,
     const char *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->application), action, target != NULL ? g_variant_new_string (target) : NULL);
}

/* The window that somebody looks at is the one that came last. */
static gboolean
has_come (Run *self)
{
  const Case *c = self->c;
  GtkWidget  *window = find_window (self, c->window);

  if (c->opened != NULL)
    {
      g_autofree char *opened = ui_handler_wait ();

      g_assert_cmpstr (opened, ==, c->opened);
      return TRUE;
    }
  if (c->toast != NULL)
    return ui_find_named (find_window (self, CONVENE_TYPE_WINDOW), GTK_TYPE_LABEL, c->toast) != NULL;

  return window != NULL;
}

static gboolean
step_cb (gpointer user_data)
{
  Run       *self = user_data;
  GtkWidget *window;

  if (find_window (self, CONVENE_TYPE_WINDOW) == NULL || convene_application_get_engine (self->application) == NULL)
    return G_SOURCE_CONTINUE;
  if (self->c->before != NULL && !self->asked_before)
    {
      self->asked_before = TRUE;
      ask (self, self->c->before, self->c->text);
    }

  window = find_window (self, self->c->window);
  if (window == NULL)
    return G_SOURCE_CONTINUE;
  if (!self->asked)
    {
      self->asked = TRUE;
      ask (self, self->c->action, self->c->target);
      return G_SOURCE_CONTINUE;
    }
  if (!has_come (self))
    return G_SOURCE_CONTINUE;

  self->seen = TRUE;
  ask (self, "quit", NULL);
  return G_SOURCE_REMOVE;
}

static const Case without_handler = { NULL, NULL, 0, "help", "", NULL, NO_HELP };

static const Case cases[] = {
  { NULL, NULL, 0, "help", "", "help:convene/index", NULL },
  { NULL, NULL, 0, "help", "quota", "help:convene/quota", NULL },
  { "schedule", NULL, 1, "help", "", "help:convene/schedule", NULL },
  { NULL, NULL, 0, "join-next", NULL, NULL, "No interview is to come" },
  { NULL, NULL, 0, "search", "maria", NULL, NULL },
};

static void
test_case (gconstpointer data)
{
  Case      c = *(const Case *) data;
  FakeFace *face = fake_face_new (FALSE);
  Run       self = { .c = &c, .application = convene_application_new (&face->face) };
  char     *argv[] = { (char *) "convene", NULL };

  c.window = c.window != 0 ? CONVENE_TYPE_WIZARD : CONVENE_TYPE_WINDOW;
  g_timeout_add (10, step_cb, &self);
  g_assert_cmpint (g_application_run (G_APPLICATION (self.application), 1, argv), ==, 0);
  g_assert_true (self.seen);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (self.application);
  fake_face_free (face);
}

/* In a process of its own: what the desktop has is read once. */
static void
test_without_handler (void)
{
  g_autoptr(GAppInfo) reader = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  reader = g_app_info_get_default_for_uri_scheme ("help");
  if (reader == NULL)
    test_case (&without_handler);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  if (g_test_subprocess ())
    g_setenv ("XDG_DATA_HOME", "/nonexistent", TRUE);
  else
    ui_handler_install ();

  g_test_add_func ("/ui/desktop/O-14/help/without-reader", test_without_handler);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/desktop/O-14/%s/%u", cases[i].action, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  return g_test_run ();
}
