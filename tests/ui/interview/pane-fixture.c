/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pane-fixture.h"

#include <string.h>

void
pane_set_up (PaneFixture  *self,
             gconstpointer data)
{
  self->engine = ui_fixture_new ();
  self->pane = CONVENE_INTERVIEW_PANE (convene_interview_pane_new (self->engine->engine));
  self->window = ui_present (GTK_WIDGET (self->pane), 360, 700);
}

void
pane_tear_down (PaneFixture  *self,
                gconstpointer data)
{
  ui_destroy (self->window, GTK_WIDGET (self->pane));
  ui_fixture_free (self->engine);
}

static const char *
get_state (PaneFixture *self)
{
  GtkWidget *stack = ui_find (GTK_WIDGET (self->pane), GTK_TYPE_STACK);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

void
pane_show (PaneFixture *self,
           const char  *uid)
{
  g_autofree char *title = NULL;

  convene_interview_pane_set_uid (self->pane, NULL);
  convene_interview_pane_set_uid (self->pane, uid);
  while (strcmp (get_state (self), "blank") == 0 || strcmp (get_state (self), "loading") == 0)
    g_main_context_iteration (NULL, TRUE);
  ui_wait_frame (GTK_WIDGET (self->window));
}

char *
pane_show_new (PaneFixture    *self,
               ConvenePlatform platform,
               int             meeting_state)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-01 10:00", "UTC", 45, platform);

  ui_fixture_put (self->engine, interview, meeting_state);
  pane_show (self, convene_interview_get_uid (interview));
  return g_strdup (convene_interview_get_uid (interview));
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

gboolean
pane_says (PaneFixture *self,
           const char  *text)
{
  return says (GTK_WIDGET (self->window), text);
}

void
pane_wait_for (PaneFixture *self,
               const char  *text)
{
  while (!pane_says (self, text))
    g_main_context_iteration (NULL, TRUE);
}

static void
read_out (GtkWidget *widget,
          GString   *text)
{
  GtkAccessible   *accessible = GTK_ACCESSIBLE (widget);
  g_autofree char *label = NULL;
  g_autofree char *description = NULL;

  /* The check answers what there is where it differs from what was expected. */
  label = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
  description = gtk_test_accessible_check_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "\001");
  g_string_append_printf (text, "%s\n%s\n", label, description);
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    g_string_append_printf (text, "%s\n", gtk_widget_get_tooltip_text (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    read_out (child, text);
}

char *
pane_read_out (GtkWidget *widget)
{
  GString *text = g_string_new (NULL);

  read_out (widget, text);
  return g_string_free (text, FALSE);
}

GtkWidget *
pane_find (PaneFixture *self,
           GType        type,
           const char  *name)
{
  GtkWidget *found = ui_find_named (GTK_WIDGET (self->window), type, name);

  return found != NULL && gtk_widget_get_mapped (found) ? found : NULL;
}

void
pane_activate (PaneFixture *self,
               const char  *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->pane), action, NULL));
}

char *
pane_read_clipboard (PaneFixture *self)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));
  char         *text;

  gdk_clipboard_read_text_async (clipboard, NULL, ui_fixture_result_cb, &result);
  text = gdk_clipboard_read_text_finish (clipboard, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  return text;
}
