/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-accounts-window.h"
#include "convene-connect-form.h"
#include "picture-world.h"
#include "picture.h"
#include "pictures.h"
#include "ui-window.h"

typedef struct
{
  UiFixture *ui;
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
  ui_destroy (GTK_WINDOW (self->window), NULL);
  ui_fixture_free (self->ui);
}

static void
show (Fixture    *self,
      const char *page)
{
  self->window = GTK_WIDGET (convene_accounts_window_new (NULL, self->ui->engine, page));
  pictures_add_actions (self->window);
  gtk_window_present (GTK_WINDOW (self->window));
  picture_settle (GTK_WINDOW (self->window));
}

static void
type (Fixture    *self,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (ui_find_named (self->window, ADW_TYPE_PREFERENCES_ROW, title)), text);
}

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  show (self, NULL);
  picture_page (GTK_WINDOW (self->window), "accounts-empty");
}

static void
test_list (Fixture      *self,
           gconstpointer data)
{
  picture_world_connect (self->ui);
  show (self, NULL);
  picture_screenshot (GTK_WINDOW (self->window), "accounts", 640, 720);
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_ZOOM, "second.recruiter@example.org", CONVENE_ACCOUNT_STATE_EXPIRED);
  ui_fixture_add_account (self->ui, CONVENE_ACCOUNT_KIND_ZOOM, "somebody.with.a.rather.long.address@interviews.example.org", CONVENE_ACCOUNT_STATE_MISSING_SCOPES);
  picture_settle (GTK_WINDOW (self->window));
  picture_page (GTK_WINDOW (self->window), "accounts");
}

/* What is missing is said under its field. */
static void
test_zoom (Fixture      *self,
           gconstpointer data)
{
  show (self, "zoom");
  picture_page (GTK_WINDOW (self->window), "connect-zoom");
  type (self, "_Account ID", "EXAMPLE-ACCOUNT");
  gtk_widget_activate_action (ui_find (gtk_stack_get_visible_child (GTK_STACK (ui_find (self->window, GTK_TYPE_STACK))), CONVENE_TYPE_CONNECT_FORM), "form.submit", NULL);
  picture_settle (GTK_WINDOW (self->window));
  picture_page (GTK_WINDOW (self->window), "connect-zoom-errors");
}

static void
test_mail (Fixture      *self,
           gconstpointer data)
{
  show (self, "mail");
  type (self, "Mail _address", "rea.recruiter@example.com");
  type (self, "Your _name", "Rea Recruiter");
  type (self, "_Server", "smtp.example.com");
  picture_page (GTK_WINDOW (self->window), "connect-mail");
}

#define ADD(name, test) g_test_add ("/ui/pictures/accounts/" name, Fixture, NULL, set_up, test, tear_down)

void
pictures_add_accounts (void)
{
  ADD ("empty", test_empty);
  ADD ("list", test_list);
  ADD ("zoom", test_zoom);
  ADD ("mail", test_mail);
}
