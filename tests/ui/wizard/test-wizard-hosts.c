/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-host-hint.h"
#include "convene-plan-words.h"
#include "convene-wizard-page.h"
#include "convene-zoom-badge.h"
#include "ui-fixture.h"
#include "ui-window.h"

#define MANAGER "hal@example.com"
#define RECRUITER "recruiter@example.com"

/* Setup's badge and Preview over the same draft, as the wizard has them, both before somebody's eyes. */
typedef struct
{
  UiFixture    *base;
  ConveneDraft *draft;
  GtkWidget    *box;
  GtkWidget    *setup;
  GtkWidget    *attendees;
  GtkWidget    *preview;
  GtkWindow    *window;
  const char   *wanted; /* what a condition looks for */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->base = ui_fixture_new ();
  fixture->draft = convene_draft_new ();
  g_object_set (fixture->draft, "job", "Staff Engineer", "candidate-name", "Ada Example", "candidate-address", "ada@example.com", "agenda", "Introduction", "date", "2026-12-03",
                "time", "10:00", "timezone", "Europe/Berlin", "hiring-manager-name", "Hal Manager", "hiring-manager-address", MANAGER, NULL);
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  fixture->setup = convene_wizard_setup_new (fixture->base->engine, fixture->draft);
  fixture->attendees = convene_wizard_attendees_new (fixture->base->engine, fixture->draft);
  fixture->preview = convene_wizard_preview_new (fixture->base->engine, fixture->draft);
  gtk_box_append (GTK_BOX (fixture->box), fixture->setup);
  gtk_box_append (GTK_BOX (fixture->box), fixture->attendees);
  gtk_box_append (GTK_BOX (fixture->box), fixture->preview);
  fixture->window = ui_present (fixture->box, 560, 2600);
}

static gboolean
are_gone (gpointer user_data)
{
  Fixture *fixture = user_data;

  return fixture->setup == NULL && fixture->attendees == NULL && fixture->preview == NULL;
}

/* A page that was just reading goes once that is cancelled. */
static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->setup), (gpointer *) &fixture->setup);
  g_object_add_weak_pointer (G_OBJECT (fixture->attendees), (gpointer *) &fixture->attendees);
  g_object_add_weak_pointer (G_OBJECT (fixture->preview), (gpointer *) &fixture->preview);
  ui_destroy (fixture->window, fixture->box);
  ui_fixture_run_until (fixture->base, are_gone, fixture);
  ui_fixture_run_pending (fixture->base);
  g_assert_finalize_object (fixture->draft);
  ui_fixture_free (fixture->base);
}

static GObject *
child (GtkWidget  *widget,
       const char *name)
{
  GObject *object = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);

  g_assert_nonnull (object);
  return object;
}

static GtkWidget *
badge_of (Fixture *fixture)
{
  return ui_find (fixture->setup, CONVENE_TYPE_ZOOM_BADGE);
}

static const char *
badge_text (Fixture *fixture)
{
  return gtk_label_get_label (GTK_LABEL (child (badge_of (fixture), "host")));
}

static char *
dup_summary (Fixture *fixture)
{
  char *summary = NULL;

  g_object_get (badge_of (fixture), "summary", &summary, NULL);
  return summary;
}

static AdwActionRow *
hint_of (Fixture *fixture)
{
  return ADW_ACTION_ROW (child (fixture->attendees, "host_hint"));
}

static const char *
hint_title (Fixture *fixture)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (hint_of (fixture)));
}

static void
put_account (Fixture             *fixture,
             const char          *id,
             const char          *address,
             ConveneAccountMethod method,
             ConveneAccountState  state)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", CONVENE_ACCOUNT_KIND_ZOOM, "method", method, "address", address, "name", "Somebody", "state", state, "plan",
                               "licensed", "oauth-url", "https://zoom.us/oauth", "checked-at", UI_FIXTURE_NOW, "connected-at", UI_FIXTURE_NOW, NULL);

  convene_change_put_account (change, account);
  ui_fixture_commit (fixture->base, change);
}

/* What Zoom said a moment ago about the hiring manager, so that nobody is asked. */
static void
put_delegation (Fixture    *fixture,
                const char *id,
                gboolean    allowed)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_put_delegation (change, id, MANAGER, allowed, UI_FIXTURE_NOW);
  ui_fixture_commit (fixture->base, change);
}

static void
remove_account (Fixture    *fixture,
                const char *id)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_remove_account (change, id);
  ui_fixture_commit (fixture->base, change);
}

static gboolean
badge_says (gpointer user_data)
{
  Fixture *fixture = user_data;

  return strstr (badge_text (fixture), fixture->wanted) != NULL;
}

static gboolean
hint_says (gpointer user_data)
{
  Fixture *fixture = user_data;

  return strstr (hint_title (fixture), fixture->wanted) != NULL;
}

static gboolean
preview_says (gpointer user_data)
{
  Fixture    *fixture = user_data;
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child (fixture->preview, "host")));
  const char *subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (child (fixture->preview, "host")));
  GtkStack   *stack = GTK_STACK (child (fixture->preview, "stack"));
  const char *page = gtk_stack_get_visible_child_name (stack);

  return g_strcmp0 (page, "plan") == 0 && (strstr (title, fixture->wanted) != NULL || (subtitle != NULL && strstr (subtitle, fixture->wanted) != NULL));
}

static void
run_until (Fixture           *fixture,
           UiFixtureCondition condition,
           const char        *wanted)
{
  g_test_message ("until “%s”", wanted);
  fixture->wanted = wanted;
  ui_fixture_run_until (fixture->base, condition, fixture);
}

static void
expect (Fixture    *fixture,
        const char *badge,
        const char *hint,
        const char *preview)
{
  run_until (fixture, badge_says, badge);
  run_until (fixture, hint_says, hint);
  run_until (fixture, preview_says, preview);
}

/* A way to host that comes and goes while somebody looks. */
typedef struct
{
  const char          *id, *address;
  ConveneAccountMethod method;
  int                  allowed; /* -1: nobody asked */
  ConveneHostWay       way;
  const char          *badge, *hint, *reason;
} Way;

static const Way ways[] = {
  { "own", MANAGER, CONVENE_ACCOUNT_METHOD_BROWSER, -1, CONVENE_HOST_OWN, "Host ready: " MANAGER " hosts.", "Host ready", "own Zoom account is connected" },
  { "server", "office@example.com", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, TRUE, CONVENE_HOST_SERVER, "Host ready: " MANAGER " hosts.", "Host ready", "organization’s Zoom account" },
  { "delegate", RECRUITER, CONVENE_ACCOUNT_METHOD_BROWSER, TRUE, CONVENE_HOST_SCHEDULED_FOR, "Host ready: " MANAGER " hosts.", "Host ready", "schedule for them" },
  { "scheduler", RECRUITER, CONVENE_ACCOUNT_METHOD_BROWSER, FALSE, CONVENE_HOST_SCHEDULER, RECRUITER " hosts.", "Your Zoom account hosts", "so yours hosts" },
};

/* SH-55, SH-40: connected elsewhere, signed out, connected again, let go: Setup, Attendees and Preview say so by themselves. */
static void
test_live (Fixture      *fixture,
           gconstpointer data)
{
  const Way       *way = data;
  g_autofree char *summary = NULL;
  g_autofree char *gone = NULL;

  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->preview));
  expect (fixture, "Without Zoom", "Nobody can host yet", "not connected");
  if (way->allowed >= 0)
    put_delegation (fixture, way->id, way->allowed);

  put_account (fixture, way->id, way->address, way->method, CONVENE_ACCOUNT_STATE_CONNECTED);
  expect (fixture, way->badge, way->hint, way->reason);
  summary = dup_summary (fixture);
  g_assert_true (g_str_has_suffix (summary, way->address));
  g_assert_cmpint (convene_plan_get_host_way (convene_wizard_preview_get_plan (fixture->preview)), ==, way->way);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (child (badge_of (fixture), "remedy"))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (hint_of (fixture))));

  put_account (fixture, way->id, way->address, way->method, CONVENE_ACCOUNT_STATE_EXPIRED);
  expect (fixture, "signed in at Zoom again", "Zoom wants you to sign in again", way->reason);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (child (badge_of (fixture), "remedy"))), ==, "app.reconnect");
  g_assert_cmpstr (g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (child (badge_of (fixture), "remedy"))), NULL), ==, way->id);

  put_account (fixture, way->id, way->address, way->method, CONVENE_ACCOUNT_STATE_CONNECTED);
  expect (fixture, way->badge, way->hint, way->reason);

  remove_account (fixture, way->id);
  expect (fixture, "Without Zoom", "Nobody can host yet", "not connected");
  gone = dup_summary (fixture);
  g_assert_cmpstr (gone, ==, "Zoom not connected");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (child (badge_of (fixture), "remedy"))), ==, "app.connect");
}

/* The quota is the host's, whoever makes the meeting. */
static void
test_quota (Fixture      *fixture,
            gconstpointer data)
{
  const Way       *way = data;
  g_autofree char *quota = NULL;

  if (way->allowed >= 0)
    put_delegation (fixture, way->id, way->allowed);
  put_account (fixture, way->id, way->address, way->method, CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->preview));
  run_until (fixture, preview_says, way->reason);
  quota = convene_plan_words_quota (convene_wizard_preview_get_plan (fixture->preview));
  g_assert_cmpstr (quota, ==, way->way == CONVENE_HOST_SCHEDULER ? "1 of the 100 requests left today" : "1 of " MANAGER "’s 100 requests left today");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (child (fixture->preview, "link"))), ==, quota);
}

/* The hiring manager is somebody else: nothing that holds for the one before is said of the next. */
static void
test_manager (Fixture      *fixture,
              gconstpointer data)
{
  put_account (fixture, "own", MANAGER, CONVENE_ACCOUNT_METHOD_BROWSER, CONVENE_ACCOUNT_STATE_CONNECTED);
  run_until (fixture, hint_says, "Host ready");

  g_object_set (fixture->draft, "hiring-manager-address", "hal@exam", NULL);
  g_assert_true (hint_title (fixture) != NULL && !g_str_equal (hint_title (fixture), "Host ready"));
  g_object_set (fixture->draft, "hiring-manager-address", "mia@example.com", NULL);
  g_assert_cmpstr (hint_title (fixture), ==, "Finding out who hosts…");
  g_assert_cmpstr (badge_text (fixture), ==, "Finding out who hosts…");
  run_until (fixture, hint_says, "Your Zoom account hosts");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (hint_of (fixture)), "mia@example.com"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (ui_find (GTK_WIDGET (hint_of (fixture)), GTK_TYPE_BUTTON))), ==, "app.connect");

  g_object_set (fixture->draft, "hiring-manager-address", "", "hiring-manager-name", "", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (hint_of (fixture))));
  g_object_set (fixture->draft, "hiring-manager-address", MANAGER, "platform", CONVENE_PLATFORM_PHONE, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (hint_of (fixture))));
}

static gboolean
has_plan (gpointer user_data)
{
  return convene_wizard_preview_get_plan (((Fixture *) user_data)->preview) != NULL;
}

/* What no account is connected for is said with what it loses, for each letter. */
static void
test_letters (Fixture      *fixture,
              gconstpointer data)
{
  AdwPreferencesRow *warning = ADW_PREFERENCES_ROW (child (fixture->preview, "mail_warning"));
  ConveneAccounts   *accounts = convene_engine_get_accounts (fixture->base->engine);

  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->preview));
  ui_fixture_run_until (fixture->base, has_plan, fixture);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (warning)));
  g_assert_nonnull (strstr (adw_preferences_row_get_title (warning), "the letters wait"));
  g_assert_nonnull (ui_find_named (fixture->preview, GTK_TYPE_LABEL, "At once · Once a mail account is connected"));

  convene_accounts_set_hand_over (accounts, TRUE);
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->preview));
  ui_fixture_run_until (fixture->base, has_plan, fixture);
  g_assert_nonnull (strstr (adw_preferences_row_get_title (warning), "as drafts that you send, without answer buttons. Reminders and urgent letters wait"));
  g_assert_nonnull (ui_find_named (fixture->preview, GTK_TYPE_LABEL, "At once · As a draft in your mail program, without answer buttons: you send it"));

  ui_fixture_add_account (fixture->base, CONVENE_ACCOUNT_KIND_MAIL, RECRUITER, CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->preview));
  ui_fixture_run_until (fixture->base, has_plan, fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (warning)));
}

static void
test_pictures (Fixture      *fixture,
               gconstpointer data)
{
  static const int widths[] = { 360, 800 };

  put_delegation (fixture, "server", TRUE);
  put_account (fixture, "server", "office@example.com", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_accounts_set_hand_over (convene_engine_get_accounts (fixture->base->engine), TRUE);
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->preview));
  expect (fixture, "Host ready", "Host ready", "organization");
  g_assert_nonnull (ui_find_named (fixture->preview, GTK_TYPE_LABEL, "Wed 2 Dec, 10:00 · Once a mail account is connected"));
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *name = g_strdup_printf ("wizard-hosts-%d", widths[i]);

      gtk_window_set_default_size (fixture->window, widths[i], 2600);
      ui_wait_frame (GTK_WIDGET (fixture->window));
      ui_show (GTK_WIDGET (fixture->window), name);
    }
}

static gboolean
entry_says (gpointer user_data)
{
  Fixture   *fixture = user_data;
  GtkWidget *row = GTK_WIDGET (child (fixture->preview, "entry"));

  return gtk_widget_get_visible (row) && strstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), fixture->wanted) != NULL;
}

static void
put_settings (Fixture     *fixture,
              ConveneEntry entry,
              const char  *rules)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneAccount) account =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "id", "own", "kind", CONVENE_ACCOUNT_KIND_ZOOM, "address", MANAGER, "user-id", "hal", "state", CONVENE_ACCOUNT_STATE_CONNECTED,
                               "oauth-url", "https://zoom.us/oauth", "checked-at", UI_FIXTURE_NOW, "connected-at", UI_FIXTURE_NOW, "entry", entry, "password-rules", rules, NULL);

  convene_change_put_account (change, account);
  ui_fixture_commit (fixture->base, change);
}

/* Preview says how people get in, as the account is set; where no meeting is Convene's, nothing. */
static void
test_entry (Fixture      *fixture,
            gconstpointer data)
{
  put_settings (fixture, CONVENE_ENTRY_WAITING_ROOM, NULL);
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->preview));
  run_until (fixture, entry_says, "nobody can join before the host");
  put_settings (fixture, CONVENE_ENTRY_OPEN, NULL);
  run_until (fixture, entry_says, "before the host, with the passcode.");

  g_object_set (fixture->draft, "platform", CONVENE_PLATFORM_PHONE, "location", "+1 555 0100", NULL);
  convene_wizard_page_enter (CONVENE_WIZARD_PAGE (fixture->preview));
  fixture->wanted = "";
  while (entry_says (fixture))
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
password_says (gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr(GError) error = convene_draft_check_field (fixture->draft, "password", UI_FIXTURE_NOW);

  return error != NULL ? strstr (error->message, fixture->wanted) != NULL : *fixture->wanted == '\0';
}

static gboolean
setup_says (gpointer user_data)
{
  Fixture *fixture = user_data;

  return ui_find_named (fixture->setup, GTK_TYPE_LABEL, fixture->wanted) != NULL;
}

/* SH-22: what the account asks of passwords stands under the field; what an account asks that hosts for somebody else is not known. */
static void
test_password_rules (Fixture      *fixture,
                     gconstpointer data)
{
  put_settings (fixture, CONVENE_ENTRY_OPEN, "length=8");
  run_until (fixture, badge_says, "Host ready");
  g_object_set (fixture->draft, "password", "seven77", NULL);
  run_until (fixture, password_says, "at least 8 characters");
  run_until (fixture, setup_says, "This Zoom account asks for a password of at least 8 characters: make it longer, or leave it empty");
  g_object_set (fixture->draft, "password", "eight888", NULL);
  run_until (fixture, password_says, "");
}

#define ADD(path, data, function) g_test_add (path, Fixture, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_setenv ("TZ", "Europe/Berlin", TRUE);
  ui_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *live = g_strdup_printf ("/ui/wizard/badge/SH-55/live/%s", convene_host_way_to_nick (ways[i].way));
      g_autofree char *quota = g_strdup_printf ("/ui/wizard/preview/TH-18/quota/%s", convene_host_way_to_nick (ways[i].way));

      ADD (live, &ways[i], test_live);
      ADD (quota, &ways[i], test_quota);
    }
  ADD ("/ui/wizard/hint/SH-35/manager", NULL, test_manager);
  ADD ("/ui/wizard/preview/TA-9/letters", NULL, test_letters);
  ADD ("/ui/wizard/preview/X-4/entry", NULL, test_entry);
  ADD ("/ui/wizard/setup/SH-22/rules", NULL, test_password_rules);
  ADD ("/ui/wizard/hosts/pictures", NULL, test_pictures);
  return g_test_run ();
}
