/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-letter-card.h"
#include "convene-plan-words.h"
#include "convene-wizard-page.h"
#include "ui-fixture.h"
#include "ui-window.h"

typedef struct
{
  UiFixture    *base;
  ConveneDraft *draft;
  GtkWidget    *page;
  GtkWindow    *window;
  int           refused;
} Fixture;

static void
refused_cb (Fixture *fixture,
            int      step)
{
  fixture->refused = step;
}

static GObject *
child (Fixture    *fixture,
       const char *name)
{
  GObject *object = gtk_widget_get_template_child (fixture->page, G_OBJECT_TYPE (fixture->page), name);

  g_assert_nonnull (object);
  return object;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->base = ui_fixture_new ();
  fixture->refused = -1;
  fixture->draft = convene_draft_new ();
  g_object_set (fixture->draft, "job", "Staff Engineer", "candidate-name", "Ada Example", "candidate-address", "ada@example.com", "agenda", "Introduction, experience, questions",
                "date", "2026-12-03", "time", "10:00", "timezone", "Europe/Berlin", "hiring-manager-name", "Hal Manager", "hiring-manager-address", "hal@example.com", NULL);
  fixture->page = convene_wizard_preview_new (fixture->base->engine, fixture->draft);
  fixture->window = ui_present (fixture->page, 760, 900);
  g_signal_connect_swapped (fixture->page, "refused", G_CALLBACK (refused_cb), fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  if (fixture->window != NULL)
    ui_destroy (fixture->window, fixture->page);
  g_assert_finalize_object (fixture->draft);
  ui_fixture_free (fixture->base);
}

/* One that may host. */
static void
add_account (Fixture           *fixture,
             ConveneAccountKind kind)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *id = g_uuid_string_random ();
  g_autoptr(ConveneAccount) account = g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", kind, "method", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "address",
                                                     "recruiter@example.com", "name", "Rea Recruiter", "oauth-url", "https://zoom.us/oauth", "server", "smtp.example.com", NULL);

  convene_change_put_account (change, account);
  ui_fixture_commit (fixture->base, change);
}

static gboolean
is_settled (gpointer user_data)
{
  Fixture *fixture = user_data;

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (child (fixture, "stack"))), "loading") != 0;
}

static void
enter (Fixture *fixture)
{
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->page));
  g_assert_false (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));
  ui_fixture_run_until (fixture->base, is_settled, fixture);
}

static const char *
title (Fixture    *fixture,
       const char *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child (fixture, row)));
}

static const char *
subtitle (Fixture    *fixture,
          const char *row)
{
  const char *text = adw_action_row_get_subtitle (ADW_ACTION_ROW (child (fixture, row)));

  return text != NULL ? text : "";
}

static guint
count_rows (Fixture    *fixture,
            const char *list)
{
  guint count = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (child (fixture, list)), (int) count) != NULL)
    count++;
  return count;
}

static gboolean
is_visible (Fixture    *fixture,
            const char *name)
{
  return gtk_widget_get_visible (GTK_WIDGET (child (fixture, name)));
}

static gboolean
is_hosted (gpointer user_data)
{
  return convene_plan_get_host (convene_wizard_preview_get_plan (((Fixture *) user_data)->page)) != NULL;
}

static gboolean
is_mail_wanted (gpointer user_data)
{
  return is_visible (user_data, "mail_warning");
}

static gboolean
is_mail_there (gpointer user_data)
{
  return !is_visible (user_data, "mail_warning");
}

/* What the page says is what the plan says. */
static void
test_equals_plan (Fixture      *fixture,
                  gconstpointer data)
{
  ConvenePlan *plan;

  add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL);
  enter (fixture);

  plan = convene_wizard_preview_get_plan (fixture->page);
  g_assert_nonnull (plan);
  g_assert_true (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));
  g_assert_cmpstr (convene_plan_get_host (plan), ==, "recruiter@example.com");
  g_assert_nonnull (strstr (title (fixture, "host"), "recruiter@example.com"));
  g_assert_cmpstr (subtitle (fixture, "host"), ==, convene_plan_get_host_reason (plan));
  g_assert_cmpstr (title (fixture, "link"), ==, convene_plan_get_link (plan));
  g_assert_cmpstr (subtitle (fixture, "link"), ==, "1 of the 100 requests left today");
  g_assert_cmpuint (count_rows (fixture, "operations"), ==, g_list_model_get_n_items (convene_plan_get_operations (plan)));
  g_assert_cmpuint (count_rows (fixture, "letters"), ==, 3);
  g_assert_false (is_visible (fixture, "connect_zoom"));
  g_assert_nonnull (strstr (title (fixture, "summary"), "Ada Example · Staff Engineer · Thursday 3 December, 10:00 – 10:45"));
}

/* The first letter is open, and is the invitation as it will arrive. */
static void
test_letter (Fixture      *fixture,
             gconstpointer data)
{
  GtkWidget *card;

  add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL);
  g_object_set (fixture->draft, "details", "Bring <nothing> & relax", NULL);
  enter (fixture);

  card = ui_find (fixture->page, CONVENE_TYPE_LETTER_CARD);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (card)));
  g_assert_nonnull (ui_find_named (card, ADW_TYPE_ACTION_ROW, "invitation.ics"));
  g_assert_nonnull (ui_find_named (card, ADW_TYPE_ACTION_ROW, "To"));
  g_assert_nonnull (ui_find_named (card, ADW_TYPE_ACTION_ROW, "Cc"));
  g_assert_nonnull (ui_find_named (card, GTK_TYPE_LABEL, "Thursday 3 December, 10:00 – 10:45"));
  g_assert_nonnull (ui_find_named (card, GTK_TYPE_LABEL, "Ada Example <ada@example.com>"));
}

/* Whatever clock the time was given by, what is said is by the recruiter's own. */
static void
test_own_clock (Fixture      *fixture,
                gconstpointer data)
{
  add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL);
  g_object_set (fixture->draft, "timezone", "America/Mexico_City", "time", "03:00", NULL);
  enter (fixture);

  g_assert_nonnull (strstr (title (fixture, "summary"), "Thursday 3 December, 10:00 – 10:45"));
  g_assert_nonnull (ui_find_named (ui_find (fixture->page, CONVENE_TYPE_LETTER_CARD), GTK_TYPE_LABEL, "Thursday 3 December, 10:00 – 10:45"));
  g_assert_nonnull (ui_find_named (fixture->page, GTK_TYPE_LABEL, "Wed 2 Dec, 10:00"));
}

static void
test_follows_draft (Fixture      *fixture,
                    gconstpointer data)
{
  enter (fixture);
  g_object_set (fixture->draft, "candidate-name", "Bo Sample", "platform", CONVENE_PLATFORM_PHONE, "location", "+1 555 0100", NULL);
  enter (fixture);
  g_assert_true (g_str_has_prefix (title (fixture, "summary"), "Bo Sample"));
  g_assert_cmpstr (title (fixture, "link"), ==, "The interview needs no link.");
  g_assert_false (is_visible (fixture, "host"));
  g_assert_cmpstr (subtitle (fixture, "link"), ==, "");
}

/* SH-34 is said beforehand, and an account that is connected meanwhile is seen. */
static void
test_accounts (Fixture      *fixture,
               gconstpointer data)
{
  enter (fixture);
  g_assert_true (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));
  g_assert_true (is_visible (fixture, "connect_zoom"));
  g_assert_cmpstr (title (fixture, "host"), ==, convene_plan_get_host_reason (convene_wizard_preview_get_plan (fixture->page)));
  ui_fixture_run_until (fixture->base, is_mail_wanted, fixture);
  ui_show (GTK_WIDGET (fixture->window), "wizard-preview-alone");

  add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  ui_fixture_run_until (fixture->base, is_hosted, fixture);
  g_assert_false (is_visible (fixture, "connect_zoom"));
  add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL);
  ui_fixture_run_until (fixture->base, is_mail_there, fixture);
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  static const struct
  {
    const char *property, *value, *right;
    int         step;
  } cases[] = {
    { "job", "", "Staff Engineer", 0 },
    { "agenda", "", "Introduction", 0 },
    { "candidate-address", "nobody", "ada@example.com", 0 },
    { "time", "soon", "10:00", 1 },
    { "date", "2026-11-30", "2026-12-03", 1 },
    { "hiring-manager-address", "nobody", "hal@example.com", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].property);
      g_object_set (fixture->draft, cases[i].property, cases[i].value, NULL);
      enter (fixture);
      g_assert_false (convene_wizard_page_get_can_go_on (CONVENE_WIZARD_PAGE (fixture->page)));
      g_assert_null (convene_wizard_preview_get_plan (fixture->page));
      g_assert_cmpstr (adw_status_page_get_description (ADW_STATUS_PAGE (child (fixture, "refusal"))), !=, "");
      g_signal_emit_by_name (child (fixture, "go_to"), "clicked");
      g_assert_cmpint (fixture->refused, ==, cases[i].step);
      g_object_set (fixture->draft, cases[i].property, cases[i].right, NULL);
    }

  enter (fixture);
  g_assert_nonnull (convene_wizard_preview_get_plan (fixture->page));
}

/* What was typed stands in the reason, and is no markup. */
static void
test_refused_markup (Fixture      *fixture,
                     gconstpointer data)
{
  GtkWidget *label;

  g_object_set (fixture->draft, "timezone", "Mars/<b>& Co", NULL);
  enter (fixture);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  label = ui_find_named (GTK_WIDGET (child (fixture, "refusal")), GTK_TYPE_LABEL, adw_status_page_get_description (ADW_STATUS_PAGE (child (fixture, "refusal"))));
  g_assert_nonnull (label);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), "Mars/<b>& Co"));
}

static gboolean
is_gone (gpointer user_data)
{
  return ((Fixture *) user_data)->page == NULL;
}

/* Entered and left again at once, and gone while it is made. */
static void
test_interrupted (Fixture      *fixture,
                  gconstpointer data)
{
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->page));
  enter (fixture);
  g_assert_nonnull (convene_wizard_preview_get_plan (fixture->page));
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->page));
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  ui_fixture_run_until (fixture->base, is_gone, fixture);
}

static void
test_pictures (Fixture      *fixture,
               gconstpointer data)
{
  add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL);
  enter (fixture);
  gtk_window_set_default_size (fixture->window, 760, 1600);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  ui_show (GTK_WIDGET (fixture->window), "wizard-preview");
  gtk_window_set_default_size (fixture->window, 360, 1600);
  ui_wait_frame (GTK_WIDGET (fixture->window));
  ui_show (GTK_WIDGET (fixture->window), "wizard-preview-narrow");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  ui_test_init (&argc, &argv);
  ADD ("/wizard/SH-33/preview/equals-plan", test_equals_plan);
  ADD ("/wizard/SH-23/preview/letter", test_letter);
  ADD ("/wizard/O-5/preview/own-clock", test_own_clock);
  ADD ("/wizard/SH-23/preview/follows-draft", test_follows_draft);
  ADD ("/wizard/SH-34/preview/accounts", test_accounts);
  ADD ("/wizard/SH-23/preview/refused", test_refused);
  ADD ("/wizard/SH-23/preview/refused-markup", test_refused_markup);
  ADD ("/wizard/SH-23/preview/interrupted", test_interrupted);
  ADD ("/wizard/SH-23/preview/pictures", test_pictures);
  return g_test_run ();
}
