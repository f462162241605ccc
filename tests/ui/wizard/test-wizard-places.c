/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-job-filler.h"
#include "convene-manager-place.h"
#include "convene-place-hint.h"
#include "convene-places.h"
#include "convene-wizard-page.h"
#include "ui-fixture.h"
#include "ui-window.h"

#define KNOWN_JOB "Designer" /* on Zoom, with Hal as its hiring manager */
#define NEW_JOB "Cook"

/* Setup and Attendees over the same draft, before somebody's eyes; Hal's interviews take place by phone. */
typedef struct
{
  UiFixture        *base;
  ConveneDraft     *draft;
  ConveneJobFiller *filler;
  char             *manager; /* Hal's address */
  GtkWidget        *box;
  GtkWidget        *setup;
  GtkWidget        *attendees;
  GtkWindow        *window;
} Fixture;

static void
set_place (Fixture        *fixture,
           ConvenePlatform platform)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_set_place_async (fixture->base->engine, fixture->manager, platform, NULL, NULL, ui_fixture_result_cb, &result);
  convene_engine_set_place_finish (fixture->base->engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
}

static void
put_known_job (Fixture *fixture)
{
  g_autofree char *uid = ui_fixture_add_interview (fixture->base, "Ada Example", KNOWN_JOB, "2026-12-02 10:00", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);
  g_autoptr(ConveneInterview) interview = ui_fixture_find (fixture->base, uid);

  fixture->manager = g_strdup (convene_participant_get_address (convene_interview_get_hiring_manager (interview)));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->base = ui_fixture_new ();
  put_known_job (fixture);
  set_place (fixture, CONVENE_PLATFORM_PHONE);
  fixture->draft = convene_draft_new ();
  fixture->filler = convene_job_filler_new (fixture->base->engine, fixture->draft);
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  fixture->setup = convene_wizard_setup_new (fixture->base->engine, fixture->draft);
  fixture->attendees = convene_wizard_attendees_new (fixture->base->engine, fixture->draft);
  gtk_box_append (GTK_BOX (fixture->box), fixture->setup);
  gtk_box_append (GTK_BOX (fixture->box), fixture->attendees);
  fixture->window = ui_present (fixture->box, 560, 1800);
}

static gboolean
are_gone (gpointer user_data)
{
  Fixture *fixture = user_data;

  return fixture->setup == NULL && fixture->attendees == NULL;
}

/* A job that stands there when its field is left for good would be looked up once more. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_set (fixture->draft, "job", "", NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->setup), (gpointer *) &fixture->setup);
  g_object_add_weak_pointer (G_OBJECT (fixture->attendees), (gpointer *) &fixture->attendees);
  ui_destroy (fixture->window, fixture->box);
  ui_fixture_run_until (fixture->base, are_gone, fixture);
  ui_fixture_run_pending (fixture->base);
  g_assert_finalize_object (fixture->filler);
  g_assert_finalize_object (fixture->draft);
  ui_fixture_free (fixture->base);
  g_free (fixture->manager);
}

static GtkWidget *
hint_of (Fixture *fixture)
{
  return ui_find (fixture->attendees, CONVENE_TYPE_PLACE_HINT);
}

static const char *
title_of (Fixture *fixture)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (hint_of (fixture)));
}

static int
platform_of (Fixture *fixture)
{
  int platform;

  g_object_get (fixture->draft, "platform", &platform, NULL);
  return platform;
}

static gboolean
is_shown (gpointer user_data)
{
  return gtk_widget_get_visible (hint_of (user_data));
}

static gboolean
is_hidden (gpointer user_data)
{
  return !is_shown (user_data);
}

static gboolean
is_phone (gpointer user_data)
{
  return platform_of (user_data) == CONVENE_PLATFORM_PHONE;
}

static gboolean
has_manager (gpointer user_data)
{
  Fixture         *fixture = user_data;
  g_autofree char *address = NULL;

  g_object_get (fixture->draft, "hiring-manager-address", &address, NULL);
  return g_str_equal (address, fixture->manager);
}

/* Asked after the widget asked, the same question is answered after the widget's. */
static ConvenePlatform
ask_too (Fixture    *fixture,
         const char *job)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConvenePlatform platform;

  ui_fixture_run_pending (fixture->base);
  convene_manager_place_find_async (fixture->base->engine, job, fixture->manager, NULL, ui_fixture_result_cb, &result);
  platform = convene_manager_place_find_finish (ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  ui_fixture_run_pending (fixture->base);
  return platform;
}

static void
type_manager (Fixture *fixture)
{
  g_object_set (fixture->draft, "hiring-manager-name", "Hal Manager", "hiring-manager-address", fixture->manager, NULL);
}

static void
show_pictures (Fixture *fixture)
{
  static const int widths[] = { 360, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("wizard-places-%d", widths[i]);

      ui_resize (fixture->window, widths[i], 1800);
      ui_wait_frame (GTK_WIDGET (fixture->window));
      ui_show (GTK_WIDGET (fixture->window), name);
    }
}

/* Where somebody's interviews take place is said of them alone, and only where this one takes place elsewhere. */
static void
test_offered (Fixture      *fixture,
              gconstpointer data)
{
  g_object_set (fixture->draft, "job", NEW_JOB, NULL);
  g_assert_false (is_shown (fixture));
  type_manager (fixture);
  ui_fixture_run_until (fixture->base, is_shown, fixture);
  g_assert_cmpstr (title_of (fixture), ==, "Hal Manager’s interviews take place by phone");
  g_assert_cmpint (platform_of (fixture), ==, CONVENE_PLATFORM_ZOOM);
  g_assert_nonnull (ui_find_named (hint_of (fixture), GTK_TYPE_BUTTON, "_Use It"));
  show_pictures (fixture);

  g_object_set (fixture->draft, "hiring-manager-name", "", NULL);
  g_assert_true (g_str_has_prefix (title_of (fixture), fixture->manager));
  g_object_set (fixture->draft, "platform", CONVENE_PLATFORM_PHONE, NULL);
  g_assert_false (is_shown (fixture));
  g_object_set (fixture->draft, "platform", CONVENE_PLATFORM_LINK, NULL);
  g_assert_true (is_shown (fixture));

  set_place (fixture, CONVENE_PLATFORM_LINK);
  ui_fixture_run_until (fixture->base, is_hidden, fixture);
  set_place (fixture, CONVENE_PLATFORM_IN_PERSON);
  ui_fixture_run_until (fixture->base, is_shown, fixture);
  set_place (fixture, CONVENE_PLACE_NONE);
  ui_fixture_run_until (fixture->base, is_hidden, fixture);
  set_place (fixture, CONVENE_PLATFORM_IN_PERSON);
  ui_fixture_run_until (fixture->base, is_shown, fixture);

  g_object_set (fixture->draft, "hiring-manager-address", "mia@example.com", NULL);
  g_assert_false (is_shown (fixture));
  ask_too (fixture, NEW_JOB);
  g_assert_false (is_shown (fixture));
}

/* The location of a job that is known goes before its hiring manager's. */
static void
test_job_wins (Fixture      *fixture,
               gconstpointer data)
{
  g_object_set (fixture->draft, "job", KNOWN_JOB, NULL);
  type_manager (fixture);
  g_assert_cmpint (ask_too (fixture, KNOWN_JOB), ==, CONVENE_PLACE_NONE);
  g_assert_false (is_shown (fixture));

  g_object_set (fixture->draft, "job", NEW_JOB, NULL);
  g_assert_cmpint (ask_too (fixture, NEW_JOB), ==, CONVENE_PLATFORM_PHONE);
  ui_fixture_run_until (fixture->base, is_shown, fixture);

  g_object_set (fixture->draft, "job", KNOWN_JOB, NULL);
  ask_too (fixture, KNOWN_JOB);
  g_assert_false (is_shown (fixture));
}

/* Pressed, it is in Setup, which says what it needs now; the focus is not lost with the button. */
static void
test_used (Fixture      *fixture,
           gconstpointer data)
{
  GtkWidget *kind = GTK_WIDGET (gtk_widget_get_template_child (fixture->setup, G_OBJECT_TYPE (fixture->setup), "kind"));
  GtkWidget *add = GTK_WIDGET (gtk_widget_get_template_child (fixture->attendees, G_OBJECT_TYPE (fixture->attendees), "add"));
  GtkWidget *button = ui_find (hint_of (fixture), GTK_TYPE_BUTTON);
  GtkWidget *focus;
  g_autoptr(GError) error = NULL;

  g_object_set (fixture->draft, "job", NEW_JOB, "step", 2, NULL);
  type_manager (fixture);
  ui_fixture_run_until (fixture->base, is_shown, fixture);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");

  g_assert_cmpint (platform_of (fixture), ==, CONVENE_PLATFORM_PHONE);
  g_assert_false (is_shown (fixture));
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (kind)), ==, 1);
  error = convene_draft_check_field (fixture->draft, "location", UI_FIXTURE_NOW);
  g_assert_nonnull (error);
  focus = gtk_window_get_focus (fixture->window);
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, add));
}

/* What happens between the known job that brings Hal along, and the new one that is typed in its place. */
typedef struct
{
  const char     *name;
  int             chosen; /* by a person, or -1 */
  int             step;
  gboolean        typed; /* the hiring manager */
  ConvenePlatform expected;
} AtOnce;

static const AtOnce at_once[] = {
  { "brought", -1, 0, FALSE, CONVENE_PLATFORM_PHONE },
  { "chosen", CONVENE_PLATFORM_LINK, 0, FALSE, CONVENE_PLATFORM_LINK },
  { "left", -1, 1, FALSE, CONVENE_PLATFORM_ZOOM },
  { "typed", -1, 0, TRUE, CONVENE_PLATFORM_ZOOM },
};

/* Where nobody chose, the location of a hiring manager who is known in Setup is used there; nothing changes once it is left. */
static void
test_at_once (Fixture      *fixture,
              gconstpointer data)
{
  const AtOnce *row = data;

  g_object_set (fixture->draft, "job", row->typed ? NEW_JOB : KNOWN_JOB, NULL);
  if (row->typed)
    type_manager (fixture);
  convene_job_filler_fill_typed (fixture->filler);
  if (!row->typed)
    ui_fixture_run_until (fixture->base, has_manager, fixture);
  g_assert_cmpint (platform_of (fixture), ==, CONVENE_PLATFORM_ZOOM);

  if (row->chosen >= 0)
    g_object_set (fixture->draft, "platform", row->chosen, NULL);
  g_object_set (fixture->draft, "job", NEW_JOB, "step", row->step, NULL);
  convene_job_filler_fill_typed (fixture->filler);
  if (row->expected == CONVENE_PLATFORM_PHONE)
    ui_fixture_run_until (fixture->base, is_phone, fixture);
  ask_too (fixture, NEW_JOB);
  ask_too (fixture, NEW_JOB);
  g_assert_cmpint (platform_of (fixture), ==, row->expected);
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  ui_test_init (&argc, &argv);
  ADD ("/ui/wizard/HL-10/offered", NULL, test_offered);
  ADD ("/ui/wizard/HL-10/job-wins", NULL, test_job_wins);
  ADD ("/ui/wizard/HL-10/used", NULL, test_used);
  for (guint i = 0; i < G_N_ELEMENTS (at_once); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/wizard/HL-10/used/at-once/%s", at_once[i].name);

      ADD (path, &at_once[i], test_at_once);
    }
  return g_test_run ();
}
