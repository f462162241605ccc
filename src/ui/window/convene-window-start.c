/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-window-private.h"

#include <malloc.h>

/* Opening mostly takes less than it takes to notice. Where it takes longer, the calendar is shown without its interviews meanwhile. */
#define PATIENCE_MS 600

/* A first frame without the interviews costs as much as one with them, and delays that. */
#define WAIT_MS 150

/* After the first frame. */
#define SETTLED_S 1

gboolean
convene_window_is_ready (ConveneWindow *self)
{
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);

  return page != self->opening && (page != GTK_WIDGET (self->calendar) || convene_calendar_page_get_read (self->calendar));
}

void
convene_window_stop_waiting (ConveneWindow *self)
{
  if (self->waiting == 0)
    return;

  g_clear_handle_id (&self->waiting, g_source_remove);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_present (GTK_WINDOW (self));
}

static gboolean
waited_cb (gpointer user_data)
{
  convene_window_stop_waiting (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
patience_cb (gpointer user_data)
{
  ConveneWindow *self = user_data;

  self->patience = 0;
  convene_window_show_page (self, NULL);
  return G_SOURCE_REMOVE;
}

void
convene_window_show_opening (ConveneWindow *self)
{
  if (self->patience != 0)
    return;

  convene_window_show_page (self, self->opening);
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
}

void
convene_window_present_soon (ConveneWindow *self)
{
  g_return_if_fail (CONVENE_IS_WINDOW (self));

  /* What can be done meanwhile is done; and only what is realized can be closed. */
  gtk_widget_realize (GTK_WIDGET (self));
  if (gtk_widget_get_visible (GTK_WIDGET (self)) || convene_window_is_ready (self))
    gtk_window_present (GTK_WINDOW (self));
  else if (self->waiting == 0)
    self->waiting = g_timeout_add (WAIT_MS, waited_cb, self);
}

static gboolean
settled_cb (gpointer user_data)
{
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

/* What the first frame need not wait for: X11 is told which icon the windows have, for which the toolkit has to read the theme first; and what only the
 * start has needed of the memory is given back. */
void
convene_window_finish_start (ConveneWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  if (application == NULL || gtk_window_get_default_icon_name () != NULL)
    return;

  gtk_window_set_default_icon_name (g_application_get_application_id (G_APPLICATION (application)));
  g_timeout_add_seconds (SETTLED_S, settled_cb, NULL);
}
