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
  gtk_editable_set_text (GTK_EDITABLE (ui_find_named (self->window, ADW_TYPE_PREFERENCES_ROW, g_dgettext (GETTEXT_PACKAGE, title))), text);
}

/* From the narrowest to a whole screen. */
static const int widths[] = { 360, 640, 1600, 0 };

/* An account as a check has left it. */
static void
add (Fixture             *self,
     const char          *id,
     ConveneAccountMethod method,
     const char          *name,
     const char          *address,
     ConveneAccountState  state,
     const char          *missing,
     const char          *problem)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  gboolean is_zoom = method != CONVENE_ACCOUNT_METHOD_PASSWORD;
  g_autoptr(ConveneAccount) account =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", is_zoom ? CONVENE_ACCOUNT_KIND_ZOOM : CONVENE_ACCOUNT_KIND_MAIL, "method", method, "name", name, "address", address,
                               "state", state, "plan", is_zoom ? "licensed" : NULL, "scopes", is_zoom ? "user:read:user meeting:write:meeting meeting:update:meeting" : NULL, "missing-scopes",
                               missing, "problem", problem, "tls", "1.3", "checked-at", UI_FIXTURE_NOW, "connected-at", UI_FIXTURE_NOW, "server", is_zoom ? NULL : "smtp.example.com", NULL);

  convene_change_put_account (change, account);
  ui_fixture_commit (self->ui, change);
}

static void
test_empty (Fixture      *self,
            gconstpointer data)
{
  show (self, NULL);
  picture_page_at (GTK_WINDOW (self->window), "accounts-0", widths);
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

static void
test_one (Fixture      *self,
          gconstpointer data)
{
  add (self, "zoom-1", CONVENE_ACCOUNT_METHOD_BROWSER, "Rea Recruiter", "rea.recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL, NULL);
  show (self, NULL);
  picture_page_at (GTK_WINDOW (self->window), "accounts-1", widths);
}

/* Each in another state, and one person twice. */
static void
test_five (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  add (self, "zoom-1", CONVENE_ACCOUNT_METHOD_BROWSER, "Rea Recruiter", "rea.recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL, NULL);
  add (self, "zoom-2", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "Hal Manager", "hal.manager@interviews.example.org", CONVENE_ACCOUNT_STATE_CONNECTED, NULL, NULL);
  add (self, "zoom-3", CONVENE_ACCOUNT_METHOD_DEVICE, "Rea Recruiter", "somebody.with.a.rather.long.address@interviews.example.org", CONVENE_ACCOUNT_STATE_EXPIRED, NULL,
       "A newer sign-in, on another computer perhaps, has ended this one.");
  add (self, "zoom-4", CONVENE_ACCOUNT_METHOD_BROWSER, "Second Recruiter", "second.recruiter@example.org", CONVENE_ACCOUNT_STATE_MISSING_SCOPES, "meeting:delete:meeting", NULL);
  add (self, "mail-1", CONVENE_ACCOUNT_METHOD_PASSWORD, NULL, "rea.recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED, NULL, NULL);
  convene_change_count_requests (change, "rea.recruiter@example.com", UI_FIXTURE_NOW, 37);
  ui_fixture_commit (self->ui, change);
  show (self, NULL);
  picture_page_at (GTK_WINDOW (self->window), "accounts-5", widths);
}

static void
test_page (Fixture      *self,
           gconstpointer page)
{
  g_autofree char *name = g_strdup_printf ("connect-%s", (const char *) page);

  convene_accounts_set_app (convene_engine_get_accounts (self->ui->engine), "example", NULL);
  show (self, page);
  picture_page_at (GTK_WINDOW (self->window), name, widths);
}

/* What is missing is said under its field. */
static void
test_zoom (Fixture      *self,
           gconstpointer data)
{
  show (self, "server");
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

/* The path as a sandbox has it, which is the longest. */
static void
test_privacy (Fixture      *self,
              gconstpointer data)
{
  show (self, "privacy");
  g_object_set (self->window, "database", "/home/rea.recruiter/.var/app/io.github.conveneapp.Convene/data/convene/convene.db", NULL);
  picture_settle (GTK_WINDOW (self->window));
  picture_page_at (GTK_WINDOW (self->window), "privacy", widths);
}

#define ADD(name, test) g_test_add ("/ui/pictures/accounts/" name, Fixture, NULL, set_up, test, tear_down)

#define ADD_PAGE(name) g_test_add ("/ui/pictures/accounts/" name, Fixture, name, set_up, test_page, tear_down)

void
pictures_add_accounts (void)
{
  ADD ("empty", test_empty);
  ADD ("list", test_list);
  ADD ("one", test_one);
  ADD ("five", test_five);
  ADD_PAGE ("browser");
  ADD_PAGE ("device");
  ADD_PAGE ("advanced");
  ADD_PAGE ("guide");
  ADD_PAGE ("place");
  ADD ("zoom", test_zoom);
  ADD ("mail", test_mail);
  ADD ("privacy", test_privacy);
}
