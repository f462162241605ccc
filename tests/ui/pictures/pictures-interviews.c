/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-bulk-window.h"
#include "convene-calendar-page.h"
#include "convene-interview-list.h"
#include "convene-window.h"
#include "picture-world.h"
#include "picture.h"
#include "pictures.h"
#include "ui-window.h"

/* All interviews, as a list. */

typedef struct
{
  UiFixture *ui;
  char      *next; /* uid of the interview that begins in minutes */
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  self->next = picture_world_fill (self->ui);
  picture_world_connect (self->ui);
  self->window = convene_window_new (NULL, self->ui->engine, FALSE);
  pictures_add_actions (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  convene_window_search (CONVENE_WINDOW (self->window), NULL);
  picture_settle (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (GTK_WINDOW (self->window), ui_find (self->window, CONVENE_TYPE_CALENDAR_PAGE));
  g_free (self->next);
  ui_fixture_free (self->ui);
}

static ConveneInterviewList *
get_list (Fixture *self)
{
  return CONVENE_INTERVIEW_LIST (ui_find (self->window, CONVENE_TYPE_INTERVIEW_LIST));
}

static void
test_list (Fixture      *self,
           gconstpointer data)
{
  picture_page (GTK_WINDOW (self->window), "interviews");
}

static void
test_details (Fixture      *self,
              gconstpointer data)
{
  convene_window_show_interview (CONVENE_WINDOW (self->window), self->next);
  picture_settle (GTK_WINDOW (self->window));
  picture_page (GTK_WINDOW (self->window), "interviews-details");
}

static void
choose (Fixture *self)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (convene_interview_list_get_selection (get_list (self)));

  for (guint i = 0; i < 4; i++)
    gtk_selection_model_select_item (selection, i, i == 0);
  picture_settle (GTK_WINDOW (self->window));
}

static void
test_several (Fixture      *self,
              gconstpointer data)
{
  choose (self);
  picture_page (GTK_WINDOW (self->window), "interviews-several");
}

static void
test_nothing (Fixture      *self,
              gconstpointer data)
{
  convene_window_search (CONVENE_WINDOW (self->window), "Nobody of that name");
  picture_settle (GTK_WINDOW (self->window));
  picture_page (GTK_WINDOW (self->window), "interviews-nothing");
}

static GtkWindow *
find_bulk (void)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (CONVENE_IS_BULK_WINDOW (l->data))
      return l->data;

  return NULL;
}

/* What follows of cancelling some, one of which is over. */
static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  static const int widths[] = { 360, 520, 0 };
  GtkWindow       *window;

  choose (self);
  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (get_list (self))), "interviews.cancel", NULL);
  while ((window = find_bulk ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  picture_settle (window);
  picture_page_at (window, "interviews-cancel", widths);
  gtk_window_close (window);
  while (find_bulk () != NULL)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(name, test) g_test_add ("/ui/pictures/interviews/" name, Fixture, NULL, set_up, test, tear_down)

void
pictures_add_interviews (void)
{
  ADD ("list", test_list);
  ADD ("details", test_details);
  ADD ("several", test_several);
  ADD ("nothing", test_nothing);
  ADD ("cancel", test_cancel);
}
