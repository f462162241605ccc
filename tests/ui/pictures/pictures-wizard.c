/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-progress.h"
#include "convene-wizard-page.h"
#include "convene-wizard.h"
#include "picture-world.h"
#include "picture.h"
#include "pictures.h"
#include "ui-window.h"

typedef struct
{
  UiFixture     *ui;
  ConveneWizard *wizard;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  g_free (picture_world_fill (self->ui));
  picture_world_connect (self->ui);
  self->wizard = convene_wizard_new (NULL, self->ui->engine, "2026-12-03");
  pictures_add_actions (GTK_WIDGET (self->wizard));
  gtk_window_present (GTK_WINDOW (self->wizard));
  picture_settle (GTK_WINDOW (self->wizard));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->wizard), (gpointer *) &self->wizard);
  gtk_window_close (GTK_WINDOW (self->wizard));
  while (self->wizard != NULL)
    g_main_context_iteration (NULL, TRUE);
  ui_fixture_free (self->ui);
}

static ConveneWizardPage *
get_page (Fixture *self)
{
  GtkStack *stack = GTK_STACK (ui_find (GTK_WIDGET (self->wizard), GTK_TYPE_STACK));

  return CONVENE_WIZARD_PAGE (ui_find (gtk_stack_get_visible_child (stack), CONVENE_TYPE_WIZARD_PAGE));
}

static void
go_on (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->wizard), "wizard.next", NULL);
  picture_settle (GTK_WINDOW (self->wizard));
}

static void
fill (Fixture *self)
{
  ConveneDraft *draft = convene_wizard_page_get_draft (get_page (self));

  g_object_set (draft,
                "job", "Staff Engineer",
                "candidate-name", "Nadia Karimi",
                "candidate-address", "nadia.karimi@example.com",
                "candidate-timezone", "America/Argentina/Buenos_Aires",
                "agenda", "Introduction\nA system you are proud of\nYour questions",
                "date", "2026-12-03",
                "time", "15:30",
                "timezone", "Europe/Berlin",
                "duration", 45,
                "hiring-manager-name", "Oskar Lind",
                "hiring-manager-address", "oskar.lind@example.com",
                "details", "We speak English. No preparation is needed.",
                "notes", "Came through the spring meetup.",
                NULL);
  convene_draft_add_interviewer (draft, "Iris Novotna", "iris.novotna@example.com", CONVENE_ROLE_REQUIRED);
  convene_draft_add_interviewer (draft, "Tom Becker", "tom.becker@example.com", CONVENE_ROLE_OPTIONAL);
  picture_settle (GTK_WINDOW (self->wizard));
}

/* Enter where nothing is filled in, and where what is filled in is wrong. */
static void
test_errors (Fixture      *self,
             gconstpointer data)
{
  ConveneWizardPage *page = get_page (self);

  g_object_set (convene_wizard_page_get_draft (page), "candidate-address", "nadia.karimi@", NULL);
  convene_wizard_page_show_errors (page);
  picture_settle (GTK_WINDOW (self->wizard));
  picture_page (GTK_WINDOW (self->wizard), "wizard-errors");
}

static char *
dup_planned_uid (Fixture *self)
{
  ConvenePlan *plan = convene_wizard_preview_get_plan (GTK_WIDGET (get_page (self)));

  g_assert_nonnull (plan);
  return g_strdup (convene_interview_get_uid (convene_plan_get_interview (plan)));
}

static void
press_schedule (Fixture *self)
{
  GtkWidget *page = GTK_WIDGET (get_page (self));

  g_signal_emit_by_name (gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), "schedule"), "clicked");
  picture_settle (GTK_WINDOW (self->wizard));
}

/* Zoom and the mail server have answered. */
static void
do_all (Fixture    *self,
        const char *uid)
{
  ConveneProgress *progress = CONVENE_PROGRESS (ui_find (GTK_WIDGET (get_page (self)), CONVENE_TYPE_PROGRESS));

  picture_world_do_all (self->ui, uid);
  while (g_strcmp0 (convene_progress_get_headline (progress), g_dgettext (GETTEXT_PACKAGE, "Everything is done.")) != 0)
    g_main_context_iteration (NULL, TRUE);
  picture_settle (GTK_WINDOW (self->wizard));
}

/* The six steps of one interview, and what comes of it. */
static void
test_steps (Fixture      *self,
            gconstpointer data)
{
  static const char *const steps[] = { "wizard-1-setup", "wizard-2-time", "wizard-3-attendees", "wizard-4-details", "wizard-5-preview" };
  GtkWindow               *window = GTK_WINDOW (self->wizard);
  g_autofree char         *uid = NULL;

  fill (self);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      picture_page (window, steps[i]);
      if (i == 1)
        picture_screenshot (window, "wizard", 860, 720);
      if (i == G_N_ELEMENTS (steps) - 1)
        uid = dup_planned_uid (self);
      go_on (self);
    }

  picture_page (window, "wizard-6-finalize");
  press_schedule (self);
  picture_page (window, "wizard-7-waiting");
  do_all (self, uid);
  picture_page (window, "wizard-8-done");
}

#define ADD(name, test) g_test_add ("/ui/pictures/wizard/" name, Fixture, NULL, set_up, test, tear_down)

void
pictures_add_wizard (void)
{
  ADD ("errors", test_errors);
  ADD ("steps", test_steps);
}
