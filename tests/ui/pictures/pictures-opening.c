/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-opening-window.h"
#include "picture-world.h"
#include "picture.h"
#include "pictures.h"
#include "ui-window.h"

/* What files that were opened claim. */

typedef struct
{
  UiFixture *ui;
  char      *uid;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  picture_world_connect (self->ui);
  self->uid = ui_fixture_add_interview (self->ui, "Nadia Karimi", "Staff Engineer", "2026-12-03 15:30", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);
  self->window = GTK_WINDOW (convene_opening_window_new (NULL, self->ui->engine));
  pictures_add_actions (GTK_WIDGET (self->window));
  gtk_window_present (self->window);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  ui_destroy (self->window, NULL);
  g_free (self->uid);
  ui_fixture_free (self->ui);
}

/* Takes the text. */
static void
open_text (Fixture *self,
           char    *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_take (text, strlen (text));

  convene_opening_window_add_bytes (CONVENE_OPENING_WINDOW (self->window), bytes);
}

static char *
make_answer (Fixture    *self,
             const char *method,
             const char *start,
             const char *who)
{
  return g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:%s\r\nBEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20261130T100000Z\r\nDTSTART:%s\r\n"
                          "DURATION:PT45M\r\nSEQUENCE:0\r\nORGANIZER;CN=Rita Recruiter:mailto:recruiter@example.com\r\n"
                          "ATTENDEE;CN=Nadia Karimi;PARTSTAT=TENTATIVE:mailto:%s\r\nSUMMARY:Interview: Staff Engineer\r\n"
                          "COMMENT:I am on the train until three o’clock\\, the connection may be bad\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                          method, self->uid, start, who);
}

static void
test_proposal (Fixture      *self,
               gconstpointer data)
{
  open_text (self, make_answer (self, "COUNTER", "20261203T163000Z", "nadia.karimi@example.com"));
  picture_settle (self->window);
  picture_page (self->window, "opening-proposal");
}

/* A stranger's, one of others, and what is none. */
static void
test_several (Fixture      *self,
              gconstpointer data)
{
  open_text (self, make_answer (self, "REPLY", "20261203T143000Z", "nk@elsewhere.example.com"));
  open_text (self, g_strdup ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nUID:others@example.org\r\nDTSTAMP:20261130T100000Z\r\n"
                             "DTSTART;TZID=Customized Time Zone:20261204T100000\r\nDURATION:PT1H\r\nORGANIZER;CN=Olga Other:mailto:olga@example.org\r\n"
                             "ATTENDEE;CN=Cy Candidate:mailto:cy@example.org\r\nSUMMARY:Chat with Cy\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
  open_text (self, g_strdup ("Nothing of the kind\n"));
  picture_settle (self->window);
  picture_page (self->window, "opening-several");
}

void
pictures_add_opening (void)
{
  g_test_add ("/ui/pictures/opening/proposal", Fixture, NULL, set_up, test_proposal, tear_down);
  g_test_add ("/ui/pictures/opening/several", Fixture, NULL, set_up, test_several, tear_down);
}
