/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-banner.h"
#include "convene-calendar-page.h"
#include "convene-error.h"
#include "convene-window.h"
#include "picture-world.h"
#include "picture.h"
#include "pictures.h"
#include "ui-window.h"

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
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (GTK_WINDOW (self->window), ui_find (self->window, CONVENE_TYPE_CALENDAR_PAGE));
  g_free (self->next);
  ui_fixture_free (self->ui);
}

static void
show (Fixture *self,
      gboolean practice)
{
  self->window = convene_window_new (NULL, self->ui->engine, practice);
  pictures_add_actions (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle (GTK_WINDOW (self->window));
}

static void
test_calendar (Fixture      *self,
               gconstpointer data)
{
  self->next = picture_world_fill (self->ui);
  picture_world_connect (self->ui);
  show (self, FALSE);
  picture_page (GTK_WINDOW (self->window), "main");

  /* Without the message about what failed. */
  gtk_widget_activate_action (ui_find (self->window, CONVENE_TYPE_BANNER), "banner.close", NULL);
  picture_settle (GTK_WINDOW (self->window));
  picture_screenshot (GTK_WINDOW (self->window), "main", 1180, 760);
  picture_screenshot (GTK_WINDOW (self->window), "narrow", 360, 720);
}

/* The calendar in another view, by name. */
static void
test_view (Fixture      *self,
           gconstpointer view)
{
  self->next = picture_world_fill (self->ui);
  picture_world_connect (self->ui);
  show (self, FALSE);
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (view));
  picture_settle (GTK_WINDOW (self->window));
  picture_page (GTK_WINDOW (self->window), view);
}

static void
test_details (Fixture      *self,
              gconstpointer data)
{
  self->next = picture_world_fill (self->ui);
  picture_world_connect (self->ui);
  show (self, FALSE);
  convene_window_show_interview (CONVENE_WINDOW (self->window), self->next);
  picture_settle (GTK_WINDOW (self->window));
  picture_page (GTK_WINDOW (self->window), "details");
  gtk_widget_activate_action (ui_find (self->window, CONVENE_TYPE_BANNER), "banner.close", NULL);
  picture_settle (GTK_WINDOW (self->window));
  picture_screenshot (GTK_WINDOW (self->window), "details", 1180, 760);
}

/* Zoom refused, and what is said of it. */
static void
test_failed (Fixture      *self,
             gconstpointer data)
{
  picture_world_connect (self->ui);
  self->next = ui_fixture_add_failed_interview (self->ui, "Hana Sato", "Data Analyst", "2026-12-01 13:00", "Europe/Berlin", 45);
  show (self, FALSE);
  convene_window_show_interview (CONVENE_WINDOW (self->window), self->next);
  picture_settle (GTK_WINDOW (self->window));
  picture_page (GTK_WINDOW (self->window), "details-failed");
}

static void
test_banner (Fixture      *self,
             gconstpointer data)
{
  self->next = picture_world_fill (self->ui);
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_ZOOM, "rea.recruiter@example.com", CONVENE_ACCOUNT_STATE_EXPIRED);
  show (self, FALSE);
  picture_page (GTK_WINDOW (self->window), "banner");
}

static void
test_practice (Fixture      *self,
               gconstpointer data)
{
  self->next = picture_world_fill (self->ui);
  picture_world_connect (self->ui);
  show (self, TRUE);
  picture_page (GTK_WINDOW (self->window), "practice");
}

/* Neither accounts nor interviews. */
static void
test_beginning (Fixture      *self,
                gconstpointer data)
{
  show (self, FALSE);
  picture_page (GTK_WINDOW (self->window), "beginning");
}

/* Accounts, and no interview yet. */
static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  picture_world_connect (self->ui);
  show (self, FALSE);
  picture_page (GTK_WINDOW (self->window), "empty");
}

static void
test_error (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(GError) error = g_error_new_literal (CONVENE_ERROR, CONVENE_ERROR_DATABASE, "The file was written by a newer version of Convene. It was not touched: install that version again.");

  self->window = convene_window_new (NULL, NULL, FALSE);
  pictures_add_actions (self->window);
  convene_window_set_error (CONVENE_WINDOW (self->window), error);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle (GTK_WINDOW (self->window));
  picture_page (GTK_WINDOW (self->window), "error");
}

#define ADD(name, test) g_test_add ("/ui/pictures/" name, Fixture, NULL, set_up, test, tear_down)

void
pictures_add_main (void)
{
  ADD ("main", test_calendar);
  g_test_add ("/ui/pictures/week", Fixture, "week", set_up, test_view, tear_down);
  g_test_add ("/ui/pictures/day", Fixture, "day", set_up, test_view, tear_down);
  g_test_add ("/ui/pictures/agenda", Fixture, "agenda", set_up, test_view, tear_down);
  ADD ("details", test_details);
  ADD ("details-failed", test_failed);
  ADD ("banner", test_banner);
  ADD ("practice", test_practice);
  ADD ("beginning", test_beginning);
  ADD ("empty", test_empty);
  ADD ("error", test_error);
}
