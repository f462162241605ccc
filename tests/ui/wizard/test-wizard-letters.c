/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-engine-directory.h"
#include "convene-letter-card.h"
#include "convene-preferences.h"
#include "convene-wizard-page.h"
#include "convene-wizard.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* Which letters an interview's people get: their language, whether each gets one of their own, and whether the one who writes them does. */
typedef struct
{
  UiFixture     *base;
  ConveneDraft  *draft;
  GtkWidget     *page;
  GtkWindow     *window;
  ConveneWizard *wizard; /* weak */
  const char    *words;
} Fixture;

static void
put_preference (Fixture    *fixture,
                const char *key,
                const char *value)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_set_preference (change, key, value);
  ui_fixture_commit (fixture->base, change);
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->base = ui_fixture_new ();
  ui_fixture_add_account (fixture->base, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  ui_fixture_add_account (fixture->base, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  fixture->draft = convene_draft_new ();
  g_object_set (fixture->draft, "job", "Staff Engineer", "candidate-name", "Ada Example", "candidate-address", "ada@example.com", "agenda", "Introduction",
                "date", "2026-12-03", "time", "10:00", "timezone", "Europe/Berlin", "hiring-manager-name", "Hal Manager", "hiring-manager-address", "hal@example.com", NULL);
}

static gboolean
is_gone (gpointer slot)
{
  return *(gpointer *) slot == NULL;
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    ui_destroy (fixture->window, fixture->page);
  if (fixture->wizard != NULL)
    gtk_window_close (GTK_WINDOW (fixture->wizard));
  ui_fixture_run_until (NULL, is_gone, &fixture->wizard);
  g_assert_finalize_object (fixture->draft);
  ui_fixture_free (fixture->base);
}

static gpointer
child (Fixture    *fixture,
       const char *name)
{
  return gtk_widget_get_template_child (fixture->page, G_OBJECT_TYPE (fixture->page), name);
}

static void
show_page (Fixture   *fixture,
           GtkWidget *page)
{
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "child", page, NULL);

  /* As in the wizard. */
  fixture->page = page;
  fixture->window = ui_present (scrolled, 760, 900);
}

static const char *
get_language (Fixture *fixture)
{
  return gtk_string_object_get_string (adw_combo_row_get_selected_item (child (fixture, "language")));
}

/* What is typed stays as it is until another one is chosen. */
static void
test_language (Fixture      *fixture,
               gconstpointer data)
{
  static const struct
  {
    const char *tag;
    const char *words;
  } rows[] = { { "", "English" }, { "es", "Spanish" }, { "es-MX", "Spanish" }, { "de_AT", "German" }, { "pt", "English" }, { "fr", "French" } };
  g_autofree char *chosen = NULL;

  show_page (fixture, convene_wizard_details_new (fixture->base->engine, fixture->draft));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *tag = NULL;

      g_object_set (fixture->draft, "candidate-language", rows[i].tag, NULL);
      g_assert_cmpstr (get_language (fixture), ==, rows[i].words);
      g_object_get (fixture->draft, "candidate-language", &tag, NULL);
      g_assert_cmpstr (tag, ==, rows[i].tag);
    }

  adw_combo_row_set_selected (child (fixture, "language"), 0);
  g_object_get (fixture->draft, "candidate-language", &chosen, NULL);
  g_assert_cmpstr (chosen, ==, "en");
  ui_resize (fixture->window, 360, 900);
  ui_wait_frame (fixture->page);
  ui_show (GTK_WIDGET (fixture->window), "wizard-details-360");
}

static gboolean
is_settled (gpointer user_data)
{
  Fixture *fixture = user_data;

  return convene_wizard_preview_get_plan (fixture->page) != NULL;
}

static void
enter (Fixture *fixture)
{
  show_page (fixture, convene_wizard_preview_new (fixture->base->engine, fixture->draft));
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->page));
  ui_fixture_run_until (fixture->base, is_settled, fixture);
}

static GtkWidget *
get_card (Fixture *fixture,
          int      index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (child (fixture, "letters"), index));
}

static const char *
get_line (GtkWidget  *card,
          const char *title)
{
  GtkWidget *row = ui_find_named (card, ADW_TYPE_ACTION_ROW, title);

  return row != NULL ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row)) : NULL;
}

static GtkWidget *
find_containing (GtkWidget  *widget,
                 const char *words)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), words) != NULL)
    return widget;
  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL && found == NULL; at = gtk_widget_get_next_sibling (at))
    found = find_containing (at, words);
  return found;
}

/* The invitation is in the candidate's language. */
static void
test_read_by_candidate (Fixture      *fixture,
                        gconstpointer data)
{
  g_object_set (fixture->draft, "candidate-language", "es", NULL);
  enter (fixture);
  g_assert_nonnull (find_containing (get_card (fixture, 0), "Le invitamos a una entrevista: Staff Engineer"));
}

static gboolean
is_copied (gpointer user_data)
{
  Fixture *fixture = user_data;

  return strstr (get_line (get_card (fixture, 0), "Cc"), "recruiter@example.com") != NULL;
}

/* The plan and its letters are made anew, and say who gets them. */
static void
test_copy (Fixture      *fixture,
           gconstpointer data)
{
  enter (fixture);
  g_assert_false (gtk_switch_get_active (child (fixture, "copy")));
  g_assert_false (is_copied (fixture));

  gtk_switch_set_active (child (fixture, "copy"), TRUE);
  g_assert_false (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));
  ui_fixture_run_until (fixture->base, is_settled, fixture);
  g_assert_true (is_copied (fixture));
  g_assert_true (convene_interview_get_copy_to_sender (convene_plan_get_interview (convene_wizard_preview_get_plan (fixture->page))));
  g_assert_true (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));
}

/* One letter each: a card each, which says whose it is. */
static void
test_apart (Fixture      *fixture,
            gconstpointer data)
{
  put_preference (fixture, CONVENE_PREFERENCE_LETTERS, "apart");
  enter (fixture);
  g_assert_cmpstr (get_line (get_card (fixture, 0), "To"), ==, "Ada Example <ada@example.com>");
  g_assert_null (get_line (get_card (fixture, 0), "Cc"));
  g_assert_cmpstr (get_line (get_card (fixture, 1), "To"), ==, "Hal Manager <hal@example.com>");
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (get_card (fixture, 1))), "Hal Manager"));

  ui_resize (fixture->window, 800, 1400);
  ui_wait_frame (fixture->page);
  ui_show (GTK_WIDGET (fixture->window), "wizard-letters-800");
  ui_resize (fixture->window, 360, 1400);
  ui_wait_frame (fixture->page);
  g_assert_cmpint (gtk_widget_get_width (fixture->page), <=, 360);
  ui_show (GTK_WIDGET (fixture->window), "wizard-letters-360");
}

static gboolean
is_ready (gpointer user_data)
{
  Fixture *fixture = user_data;

  return gtk_widget_get_sensitive (ui_find (GTK_WIDGET (fixture->wizard), GTK_TYPE_STACK));
}

static void
follow_wizard (Fixture       *fixture,
               ConveneWizard *wizard)
{
  fixture->wizard = wizard;
  g_object_add_weak_pointer (G_OBJECT (wizard), (gpointer *) &fixture->wizard);
  gtk_window_present (GTK_WINDOW (wizard));
  ui_fixture_run_until (NULL, is_ready, fixture);
}

static GtkWidget *
get_page (Fixture    *fixture,
          const char *step)
{
  GtkStack *stack = GTK_STACK (ui_find (GTK_WIDGET (fixture->wizard), GTK_TYPE_STACK));

  return ui_find (gtk_stack_get_child_by_name (stack, step), CONVENE_TYPE_WIZARD_PAGE);
}

static ConveneDraft *
draft_of (Fixture *fixture)
{
  return convene_wizard_page_get_draft (CONVENE_WIZARD_PAGE (get_page (fixture, "0")));
}

/* A new interview begins as the preferences say. */
static void
test_preference (Fixture      *fixture,
                 gconstpointer data)
{
  gboolean copy;

  put_preference (fixture, CONVENE_PREFERENCE_COPY, "on");
  follow_wizard (fixture, convene_wizard_new (NULL, fixture->base->engine, NULL));
  g_object_get (draft_of (fixture), "copy-to-sender", &copy, NULL);
  g_assert_true (copy);
  g_assert_true (convene_draft_is_empty (draft_of (fixture)));
}

/* A change begins with what the interview has, whatever the preferences say, and writes what is chosen. */
static void
test_edit (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-20 10:00", "UTC", 45, CONVENE_PLATFORM_PHONE);
  g_autofree char *language = NULL;
  gboolean         copy;

  convene_participant_set_language (convene_interview_get_candidate (interview), "fr");
  convene_interview_set_copy_to_sender (interview, TRUE);
  ui_fixture_put (fixture->base, interview, -1);
  follow_wizard (fixture, convene_wizard_new_edit (NULL, fixture->base->engine, convene_interview_get_uid (interview), CONVENE_WIZARD_EDIT));
  g_object_get (draft_of (fixture), "candidate-language", &language, "copy-to-sender", &copy, NULL);
  g_assert_cmpstr (language, ==, "fr");
  g_assert_true (copy);
}

static gboolean
has_plan (gpointer user_data)
{
  return convene_wizard_preview_get_plan (get_page (user_data, "4")) != NULL;
}

static gboolean
is_saved (gpointer user_data)
{
  return ((Fixture *) user_data)->wizard == NULL;
}

static void
test_saved (Fixture      *fixture,
            gconstpointer data)
{
  g_autofree char *uid = ui_fixture_add_interview (fixture->base, "Ada Example", "Staff Engineer", "2026-12-20 10:00", "UTC", 45, CONVENE_PLATFORM_ZOOM);
  g_autoptr(ConveneInterview) saved = NULL;
  GtkWidget *button;

  follow_wizard (fixture, convene_wizard_new_edit (NULL, fixture->base->engine, uid, CONVENE_WIZARD_RESCHEDULE));
  g_object_set (draft_of (fixture), "candidate-language", "es", "copy-to-sender", TRUE, NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->wizard), "wizard.next", NULL);
  ui_fixture_run_until (NULL, has_plan, fixture);
  g_assert_true (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (get_page (fixture, "4"))));
  gtk_widget_activate_action (GTK_WIDGET (fixture->wizard), "wizard.next", NULL);
  button = ui_find_named (GTK_WIDGET (fixture->wizard), GTK_TYPE_BUTTON, "_Save Changes");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_fixture_run_until (NULL, is_saved, fixture);

  saved = ui_fixture_find (fixture->base, uid);
  g_assert_cmpstr (convene_participant_get_language (convene_interview_get_candidate (saved)), ==, "es");
  g_assert_true (convene_interview_get_copy_to_sender (saved));
}

#define ADD(name, test) g_test_add ("/wizard/letters/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("SH-27/language", test_language);
  ADD ("SH-27/read-by-candidate", test_read_by_candidate);
  ADD ("SH-27/copy", test_copy);
  ADD ("X-12/TA-9/apart", test_apart);
  ADD ("SH-27/preference", test_preference);
  ADD ("SH-27/edit", test_edit);
  ADD ("SH-27/saved", test_saved);

  return g_test_run ();
}
