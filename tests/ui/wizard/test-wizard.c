/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-engine-directory.h"
#include "convene-rows.h"
#include "convene-step-list.h"
#include "convene-wizard-page.h"
#include "convene-wizard.h"
#include "convene-zoom-badge.h"
#include "ui-fixture.h"
#include "ui-window.h"

static gboolean
is_ready (gpointer wizard)
{
  GtkWidget *stack = ui_find (wizard, GTK_TYPE_STACK);

  return gtk_widget_get_sensitive (stack);
}

static ConveneWizard *
open_wizard (ConveneEngine *engine,
             const char    *date)
{
  ConveneWizard *wizard = convene_wizard_new (NULL, engine, date);

  gtk_window_present (GTK_WINDOW (wizard));
  ui_fixture_run_until (NULL, is_ready, wizard);
  ui_wait_frame (GTK_WIDGET (wizard));
  return wizard;
}

static ConveneWizardPage *
page_of (ConveneWizard *wizard)
{
  GtkStack *stack = GTK_STACK (ui_find (GTK_WIDGET (wizard), GTK_TYPE_STACK));

  return CONVENE_WIZARD_PAGE (ui_find (gtk_stack_get_visible_child (stack), CONVENE_TYPE_WIZARD_PAGE));
}

/* The draft is written while the window goes: what is written after it is done once that is. */
static void
close_wizard (ConveneWizard *wizard)
{
  g_autoptr(ConveneEngine) engine = g_object_ref (convene_wizard_page_get_engine (page_of (wizard)));
  g_autoptr(GAsyncResult) result = NULL;

  g_object_add_weak_pointer (G_OBJECT (wizard), (gpointer *) &wizard);
  gtk_window_close (GTK_WINDOW (wizard));
  while (wizard != NULL)
    g_main_context_iteration (NULL, TRUE);
  convene_engine_set_preference_async (engine, "test-last", NULL, NULL, ui_fixture_result_cb, &result);
  convene_engine_set_preference_finish (engine, ui_fixture_await (&result), NULL);
  ui_fixture_run_pending (NULL);
}

static ConveneDraft *
draft_of (ConveneWizard *wizard)
{
  return convene_wizard_page_get_draft (page_of (wizard));
}

static int
step_of (ConveneWizard *wizard)
{
  int step;

  g_object_get (draft_of (wizard), "step", &step, NULL);
  return step;
}

static GtkWidget *
row_of (ConveneWizard *wizard,
        const char    *title)
{
  GtkWidget *row = ui_find_named (GTK_WIDGET (page_of (wizard)), ADW_TYPE_PREFERENCES_ROW, title);

  g_assert_nonnull (row);
  return row;
}

static void
type (ConveneWizard *wizard,
      const char    *title,
      const char    *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row_of (wizard, title)), text);
}

static void
press_enter (ConveneWizard *wizard,
             const char    *title)
{
  g_signal_emit_by_name (row_of (wizard, title), "entry-activated");
}

static GtkWidget *
button_of (ConveneWizard *wizard,
           const char    *label)
{
  GtkWidget *button = ui_find_named (GTK_WIDGET (wizard), GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  return button;
}

/* The first message that shows, or NULL. */
static const char *
find_message (GtkWidget *widget)
{
  if (CONVENE_IS_ERROR_ROW (widget) && gtk_widget_get_visible (widget))
    {
      g_autofree char *tone = NULL;

      g_object_get (widget, "tone", &tone, NULL);
      if (g_str_equal (tone, "error"))
        return convene_error_row_get_message (CONVENE_ERROR_ROW (widget));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const char *message = find_message (child);

      if (message != NULL)
        return message;
    }

  return NULL;
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static char *
text_of (ConveneDraft *draft,
         const char   *property)
{
  char *text = NULL;

  g_object_get (draft, property, &text, NULL);
  return text;
}

static void
assert_text (ConveneDraft *draft,
             const char   *property,
             const char   *expected)
{
  g_autofree char *text = text_of (draft, property);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
has_row_with_focus (gpointer row)
{
  return has_focus_inside (row);
}

static void
fill_setup (ConveneWizard *wizard)
{
  type (wizard, "_Job", "Designer");
  type (wizard, "N_ame", "Ada Example");
  type (wizard, "_Mail address", "ada@example.com");
  convene_text_row_set_text (CONVENE_TEXT_ROW (row_of (wizard, "A_genda")), "Introduction");
}

/* SH-23: six steps, in this order, gone through by Enter. */
static void
test_walk (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard = open_wizard (fixture->engine, NULL);
  GtkWidget     *steps = ui_find (GTK_WIDGET (wizard), CONVENE_TYPE_STEP_LIST);
  GtkWidget     *next = button_of (wizard, "_Next");

  g_assert_cmpint (step_of (wizard), ==, 0);
  g_assert_true (has_focus_inside (row_of (wizard, "_Job")));
  g_assert_null (find_message (GTK_WIDGET (page_of (wizard))));
  g_assert_false (gtk_widget_get_sensitive (next));
  g_assert_nonnull (gtk_widget_get_tooltip_text (next));

  /* Enter too early says what is missing, where it is, and stays. */
  type (wizard, "_Job", "Designer");
  press_enter (wizard, "_Job");
  g_assert_cmpint (step_of (wizard), ==, 0);
  g_assert_nonnull (find_message (GTK_WIDGET (page_of (wizard))));
  ui_fixture_run_until (NULL, has_row_with_focus, row_of (wizard, "_Mail address"));

  fill_setup (wizard);
  g_assert_null (find_message (GTK_WIDGET (page_of (wizard))));
  g_assert_true (gtk_widget_get_sensitive (next));
  press_enter (wizard, "_Mail address");
  g_assert_cmpint (step_of (wizard), ==, 1);

  g_object_set (draft_of (wizard), "date", "2026-12-02", "time", "10:00", "timezone", "Europe/Berlin", NULL);
  g_signal_emit_by_name (wizard, "activate-default");
  g_assert_cmpint (step_of (wizard), ==, 2);

  /* A person is added by Enter; Enter with nobody typed goes on. */
  type (wizard, "A_dd an interviewer: name or address", "Iris <iris@example.com>");
  press_enter (wizard, "A_dd an interviewer: name or address");
  g_assert_cmpint (step_of (wizard), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (convene_draft_get_interviewers (draft_of (wizard))), ==, 1);
  press_enter (wizard, "A_dd an interviewer: name or address");
  g_assert_cmpint (step_of (wizard), ==, 3);

  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.back", NULL);
  g_assert_cmpint (step_of (wizard), ==, 2);
  g_signal_emit_by_name (steps, "chosen", 0);
  g_assert_cmpint (step_of (wizard), ==, 0);

  close_wizard (wizard);
  ui_fixture_free (fixture);
}

static void
test_step_names (void)
{
  static const char *const names[] = { "Setup", "Date & Time", "Attendees", "Details", "Preview", "Finalize" };
  g_autofree char         *words = convene_step_list_dup_words (1);

  for (int i = 0; i < CONVENE_WIZARD_STEPS; i++)
    g_assert_cmpstr (convene_step_list_get_title (i), ==, names[i]);
  g_assert_cmpstr (words, ==, "Step 2 of 6 · Date & Time");
}

static ConveneEngine *
open_second_engine (UiFixture *fixture)
{
  ConveneEngine *engine = convene_engine_new (fixture->folder, fixture->vault, fixture->clock, NULL, NULL);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  convene_engine_open_async (engine, NULL, ui_fixture_result_cb, &result);
  convene_engine_open_finish (engine, ui_fixture_await (&result), &error);
  g_assert_no_error (error);
  return engine;
}

static void
close_engine (ConveneEngine *engine)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_close_async (engine, NULL, ui_fixture_result_cb, &result);
  convene_engine_close_finish (engine, ui_fixture_await (&result), NULL);
  g_clear_object (&result);
  ui_fixture_run_pending (NULL);
  g_assert_finalize_object (engine);
}

static gboolean
has_toast (gpointer wizard)
{
  return ui_find_named (wizard, GTK_TYPE_BUTTON, "Undo") != NULL;
}

/* Closing keeps what was typed, to the letter; another program finds it; Start Over can be undone. */
static void
test_kept (void)
{
  UiFixture       *fixture = ui_fixture_new ();
  ConveneWizard   *wizard = open_wizard (fixture->engine, NULL);
  ConveneEngine   *engine;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  GtkRevealer     *bar = NULL;

  fill_setup (wizard);
  type (wizard, "_Mail address", "ada@exa ");
  convene_text_row_set_text (CONVENE_TEXT_ROW (row_of (wizard, "A_genda")), "日本語\n\n “quoted” ");
  before = convene_draft_to_string (draft_of (wizard));
  close_wizard (wizard);

  engine = open_second_engine (fixture);
  wizard = open_wizard (engine, "2027-01-04"); /* a day alone moves nothing that was typed */
  after = convene_draft_to_string (draft_of (wizard));
  g_assert_cmpstr (after, ==, before);
  bar = GTK_REVEALER (gtk_widget_get_ancestor (ui_find_named (GTK_WIDGET (wizard), GTK_TYPE_LABEL, "Your draft from before is here."), GTK_TYPE_REVEALER));
  g_assert_true (gtk_revealer_get_reveal_child (bar));

  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.start-over", NULL);
  g_assert_true (convene_draft_is_empty (draft_of (wizard)));
  assert_text (draft_of (wizard), "date", "2027-01-04");
  g_assert_false (gtk_revealer_get_reveal_child (bar));
  ui_fixture_run_until (NULL, has_toast, wizard);
  g_signal_emit_by_name (button_of (wizard, "Undo"), "clicked");
  again = convene_draft_to_string (draft_of (wizard));
  g_assert_cmpstr (again, ==, before);

  close_wizard (wizard);
  close_engine (engine);
  ui_fixture_free (fixture);
}

static void
test_empty_begins (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard = open_wizard (fixture->engine, "2026-12-24");

  assert_text (draft_of (wizard), "date", "2026-12-24");
  g_assert_true (convene_draft_is_empty (draft_of (wizard)));
  close_wizard (wizard);
  wizard = open_wizard (fixture->engine, NULL);
  assert_text (draft_of (wizard), "date", "2026-12-02");
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

static GtkWidget *
find_popover (GtkWidget *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (row); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      return child;

  return NULL;
}

static gboolean
is_open (gpointer row)
{
  return gtk_widget_get_visible (find_popover (row));
}

/* As if the key were pressed: answers whether anybody took it. */
static gboolean
press (GtkWidget *widget,
       guint      keyval)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean taken = FALSE;

  for (guint i = 0; !taken && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &taken);
    }

  return taken;
}

static void
type_by_hand (GtkWidget  *row,
              const char *text)
{
  gtk_widget_grab_focus (row);
  gtk_editable_set_text (gtk_editable_get_delegate (GTK_EDITABLE (row)), text);
}

static gboolean
has_agenda (gpointer wizard)
{
  g_autofree char *agenda = text_of (draft_of (wizard), "agenda");

  return *agenda != '\0';
}

static void
put_last_interview (UiFixture *fixture)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Bo Sample", "Designer", "2026-11-20 10:00", "Europe/Berlin", 30, CONVENE_PLATFORM_PHONE);
  g_autoptr(ConveneParticipant) iris = convene_participant_new ();

  convene_participant_set_name (iris, "Iris Interviewer");
  convene_participant_set_address (iris, "iris@example.com");
  convene_participant_set_role (iris, CONVENE_ROLE_OPTIONAL);
  convene_interview_add_participant (interview, iris);
  convene_interview_set_agenda (interview, "What we always ask");
  convene_interview_set_location (interview, "+52 55 1234");
  ui_fixture_put (fixture, interview, -1);
}

static gboolean
has_people (gpointer wizard)
{
  return g_list_model_get_n_items (convene_draft_get_interviewers (draft_of (wizard))) > 0;
}

static void
test_completion (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard;
  GtkWidget     *job;
  int            duration;

  put_last_interview (fixture);
  wizard = open_wizard (fixture->engine, NULL);
  job = row_of (wizard, "_Job");
  type_by_hand (job, "des");
  ui_fixture_run_until (NULL, is_open, job);

  /* Enter belongs to the row while nothing is highlighted, and Escape to the list while it is open. */
  g_assert_true (press (job, GDK_KEY_Escape));
  g_assert_false (is_open (job));
  g_assert_false (press (job, GDK_KEY_Escape));
  g_assert_true (press (job, GDK_KEY_Down));
  ui_fixture_run_until (NULL, is_open, job);
  g_assert_false (press (job, GDK_KEY_Return));
  g_assert_false (is_open (job));
  assert_text (draft_of (wizard), "job", "des");

  /* Written by hand, it stays. */
  convene_text_row_set_text (CONVENE_TEXT_ROW (row_of (wizard, "A_genda")), "My own");
  press (job, GDK_KEY_Down);
  ui_fixture_run_until (NULL, is_open, job);
  g_assert_true (press (job, GDK_KEY_Down));
  g_assert_true (press (job, GDK_KEY_Return));
  ui_fixture_run_until (NULL, has_people, wizard);
  assert_text (draft_of (wizard), "job", "Designer");
  assert_text (draft_of (wizard), "agenda", "My own");
  assert_text (draft_of (wizard), "hiring-manager-name", "Hal Manager");
  g_object_get (draft_of (wizard), "duration", &duration, NULL);
  g_assert_cmpint (duration, ==, 30);
  g_assert_nonnull (strstr (convene_error_row_get_message (CONVENE_ERROR_ROW (ui_find (gtk_widget_get_parent (job), CONVENE_TYPE_ERROR_ROW))), "1 interviewer"));

  close_wizard (wizard);
  ui_fixture_free (fixture);
}

/* A job that is typed to its end brings the same, once the field is left. */
static void
test_typed_job (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard;

  put_last_interview (fixture);
  wizard = open_wizard (fixture->engine, NULL);
  type_by_hand (row_of (wizard, "_Job"), "designer");
  gtk_widget_grab_focus (row_of (wizard, "N_ame"));
  ui_fixture_run_until (NULL, has_agenda, wizard);
  assert_text (draft_of (wizard), "agenda", "What we always ask");
  assert_text (draft_of (wizard), "job", "Designer");
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

static void
test_people_complete (void)
{
  UiFixture       *fixture = ui_fixture_new ();
  ConveneWizard   *wizard;
  GtkWidget       *name;
  g_autofree char *uid = NULL;

  uid = ui_fixture_add_interview (fixture, "Ada Example", "Designer", "2026-12-01 10:00", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);
  wizard = open_wizard (fixture->engine, NULL);
  name = row_of (wizard, "N_ame");
  type_by_hand (name, "ada");
  ui_fixture_run_until (NULL, is_open, name);
  press (name, GDK_KEY_Down);
  g_assert_true (press (name, GDK_KEY_Return));
  assert_text (draft_of (wizard), "candidate-name", "Ada Example");
  assert_text (draft_of (wizard), "candidate-address", "ada.example@example.com");
  assert_text (draft_of (wizard), "candidate-timezone", "America/Mexico_City");
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

/* “Name <address>” falls into its two fields. */
static void
test_person_pasted (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard = open_wizard (fixture->engine, NULL);

  type_by_hand (row_of (wizard, "_Mail address"), "Ada Example <ada@example.com>");
  gtk_widget_grab_focus (row_of (wizard, "_Job"));
  assert_text (draft_of (wizard), "candidate-name", "Ada Example");
  assert_text (draft_of (wizard), "candidate-address", "ada@example.com");
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

static gboolean
has_summary (gpointer badge)
{
  g_autofree char *summary = NULL;

  g_object_get (badge, "summary", &summary, NULL);
  return summary != NULL;
}

static gboolean
is_connected (gpointer badge)
{
  gboolean connected;

  g_object_get (badge, "connected", &connected, NULL);
  return connected;
}

/* SH-19, SH-20: what another process connects shows here, and what was typed stays. */
static void
test_badge (void)
{
  UiFixture       *fixture = ui_fixture_new ();
  ConveneWizard   *wizard = open_wizard (fixture->engine, NULL);
  GtkWidget       *badge = ui_find (GTK_WIDGET (wizard), CONVENE_TYPE_ZOOM_BADGE);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  ui_fixture_run_until (NULL, has_summary, badge);
  g_object_get (badge, "summary", &before, NULL);
  g_assert_cmpstr (before, ==, "Zoom not connected");
  type (wizard, "_Job", "Half a j");
  g_assert_true (gtk_widget_get_visible (ui_find (badge, GTK_TYPE_BUTTON)));

  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  ui_fixture_run_until (NULL, is_connected, badge);
  g_object_get (badge, "summary", &after, NULL);
  g_assert_cmpstr (after, ==, "Connected · recruiter@example.com");
  g_assert_false (gtk_widget_get_visible (ui_find (badge, GTK_TYPE_BUTTON)));
  assert_text (draft_of (wizard), "job", "Half a j");

  close_wizard (wizard);
  ui_fixture_free (fixture);
}

/* SH-22: while it is typed, not only once it is left. */
static void
test_password (void)
{
  static const struct
  {
    const char *password;
    gboolean    right;
  } cases[] = { { "", TRUE }, { "Secret_1", TRUE }, { "a b", FALSE }, { "1234567890", TRUE }, { "12345678901", FALSE }, { "pässword", FALSE } };
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard = open_wizard (fixture->engine, NULL);

  fill_setup (wizard);
  gtk_widget_grab_focus (row_of (wizard, "_Password (optional)"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type (wizard, "_Password (optional)", cases[i].password);
      g_test_message ("%s", cases[i].password);
      g_assert_cmpint (find_message (GTK_WIDGET (page_of (wizard))) == NULL, ==, cases[i].right);
      g_assert_cmpint (convene_wizard_page_get_can_go_on (page_of (wizard)), ==, cases[i].right);
    }

  close_wizard (wizard);
  ui_fixture_free (fixture);
}

static GtkScrolledWindow *
scrolled_of (ConveneWizard *wizard)
{
  return GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page_of (wizard)), GTK_TYPE_SCROLLED_WINDOW));
}

static gboolean
is_in_sight (GtkWidget *widget)
{
  GtkWidget      *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, scrolled, &bounds));
  return bounds.size.height > 0 && bounds.origin.y >= -0.5 && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scrolled) + 0.5;
}

static GtkRevealer *
hint_bar_of (ConveneWizard *wizard)
{
  return GTK_REVEALER (gtk_widget_get_template_child (GTK_WIDGET (wizard), CONVENE_TYPE_WIZARD, "hint_bar"));
}

static gboolean
has_hint (gpointer wizard)
{
  return gtk_revealer_get_child_revealed (hint_bar_of (wizard));
}

static gboolean
has_no_hint (gpointer wizard)
{
  return !gtk_widget_get_child_visible (gtk_revealer_get_child (hint_bar_of (wizard)));
}

/* The page follows within two frames of the last change. */
static void
wait_frames (ConveneWizard *wizard)
{
  for (int i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (wizard));
      ui_wait_frame (GTK_WIDGET (wizard));
    }
}

/* The row at the lower edge, and the words below it. */
static void
assert_stays_in_sight (ConveneWizard *wizard,
                       const char    *title,
                       const char    *wrong)
{
  GtkWidget     *row = row_of (wizard, title);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (scrolled_of (wizard));
  GtkWidget     *error_row;

  ui_fixture_run_until (NULL, has_no_hint, wizard);
  wait_frames (wizard);
  gtk_widget_grab_focus (row);
  wait_frames (wizard);
  g_assert_true (is_in_sight (row));

  /* The hint takes some of the room below. */
  gtk_editable_set_text (GTK_EDITABLE (row), wrong);
  ui_fixture_run_until (NULL, has_hint, wizard);
  wait_frames (wizard);
  g_assert_true (is_in_sight (row));

  press_enter (wizard, title);
  wait_frames (wizard);
  error_row = gtk_widget_get_next_sibling (row);
  g_assert_nonnull (find_message (error_row));
  g_assert_true (is_in_sight (row));
  g_assert_true (is_in_sight (error_row));

  /* Who scrolls away from it reads something else. */
  gtk_adjustment_set_value (adjustment, 0);
  gtk_editable_set_text (GTK_EDITABLE (row), "");
  wait_frames (wizard);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);

  /* Who comes back to it sees all of it at once. */
  gtk_editable_set_text (GTK_EDITABLE (row), wrong);
  gtk_widget_grab_focus (ui_find (GTK_WIDGET (page_of (wizard)), ADW_TYPE_ENTRY_ROW));
  ui_fixture_run_until (NULL, has_hint, wizard);
  wait_frames (wizard);
  g_assert_false (is_in_sight (row));
  gtk_widget_grab_focus (row);
  wait_frames (wizard);
  g_assert_true (is_in_sight (row));
  g_assert_true (is_in_sight (error_row));
  gtk_editable_set_text (GTK_EDITABLE (row), "");
}

/* Nobody types where they cannot see it, in the window's own size. */
static void
test_in_sight (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard = open_wizard (fixture->engine, NULL);

  fill_setup (wizard);
  assert_stays_in_sight (wizard, "_Password (optional)", "a b!c");
  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
  g_assert_cmpint (step_of (wizard), ==, 1);
  g_object_set (draft_of (wizard), "date", "2026-12-02", "time", "10:00", "timezone", "Europe/Berlin", NULL);
  assert_stays_in_sight (wizard, "Candidate’s time zone", "Europe/Ber");

  close_wizard (wizard);
  ui_fixture_free (fixture);
}

static gboolean
has_clash (gpointer wizard)
{
  return ui_find_named (wizard, GTK_TYPE_LABEL, "Has another interview 10:00 – 10:45 (Designer)") != NULL;
}

static void
test_clash (void)
{
  UiFixture       *fixture = ui_fixture_new ();
  ConveneWizard   *wizard;
  g_autofree char *uid = NULL;

  uid = ui_fixture_add_interview (fixture, "Ada Example", "Designer", "2026-12-02 10:00", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);
  wizard = open_wizard (fixture->engine, NULL);
  fill_setup (wizard);
  g_object_set (draft_of (wizard), "date", "2026-12-02", "time", "10:15", "timezone", "Europe/Berlin", NULL);
  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
  gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
  g_assert_cmpint (step_of (wizard), ==, 2);
  convene_draft_add_interviewer (draft_of (wizard), "Ada", "ada.example@example.com", CONVENE_ROLE_REQUIRED);
  ui_fixture_run_until (NULL, has_clash, wizard);

  /* It never blocks. */
  g_assert_true (convene_wizard_page_get_can_go_on (page_of (wizard)));
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

/* What became an interview is no draft any more; another one begins with the same job and without the candidate. */
static void
test_scheduled (void)
{
  UiFixture     *fixture = ui_fixture_new ();
  ConveneWizard *wizard = open_wizard (fixture->engine, NULL);
  GtkStack      *stack = GTK_STACK (ui_find (GTK_WIDGET (wizard), GTK_TYPE_STACK));
  GtkWidget     *finalize = ui_find (gtk_stack_get_child_by_name (stack, "5"), CONVENE_TYPE_WIZARD_PAGE);

  fill_setup (wizard);
  g_signal_emit_by_name (finalize, "scheduled", "00000000-0000-4000-8000-000000000000");
  g_assert_false (gtk_widget_get_visible (button_of (wizard, "_Back")));
  button_of (wizard, "_Close");
  close_wizard (wizard);

  wizard = open_wizard (fixture->engine, NULL);
  g_assert_true (convene_draft_is_empty (draft_of (wizard)));
  fill_setup (wizard);
  stack = GTK_STACK (ui_find (GTK_WIDGET (wizard), GTK_TYPE_STACK));
  finalize = ui_find (gtk_stack_get_child_by_name (stack, "5"), CONVENE_TYPE_WIZARD_PAGE);
  g_signal_emit_by_name (finalize, "scheduled", "00000000-0000-4000-8000-000000000000");
  g_signal_emit_by_name (finalize, "again");
  assert_text (draft_of (wizard), "job", "Designer");
  assert_text (draft_of (wizard), "candidate-address", "");
  close_wizard (wizard);

  wizard = open_wizard (fixture->engine, NULL);
  assert_text (draft_of (wizard), "job", "Designer");
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

/* Pictures for those who look: with CONVENE_PICTURES alone. */
static void
test_pictures (void)
{
  static const int widths[] = { 360, 760 };
  UiFixture       *fixture;
  ConveneWizard   *wizard;
  g_autofree char *uid = NULL;

  if (g_getenv ("CONVENE_PICTURES") == NULL)
    {
      g_test_skip ("CONVENE_PICTURES is not set");
      return;
    }

  fixture = ui_fixture_new ();
  uid = ui_fixture_add_interview (fixture, "Ada Example", "Designer", "2026-12-02 10:00", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);
  wizard = open_wizard (fixture->engine, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *setup = g_strdup_printf ("setup-%d", widths[i]);
      g_autofree char *errors = g_strdup_printf ("setup-errors-%d", widths[i]);
      g_autofree char *attendees = g_strdup_printf ("attendees-%d", widths[i]);
      g_autofree char *details = g_strdup_printf ("details-%d", widths[i]);
      g_autofree char *time = g_strdup_printf ("time-%d", widths[i]);

      ui_resize (GTK_WINDOW (wizard), widths[i], g_getenv ("CONVENE_TALL") != NULL ? 1150 : 640);
      convene_draft_restore (draft_of (wizard), NULL);
      g_object_set (draft_of (wizard), "date", "2026-12-02", "timezone", "Europe/Berlin", NULL);
      ui_show (GTK_WIDGET (wizard), setup);
      gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
      ui_wait_frame (GTK_WIDGET (wizard));
      ui_show (GTK_WIDGET (wizard), errors);
      fill_setup (wizard);
      g_object_set (draft_of (wizard), "time", "10:15", "hiring-manager-name", "Hal Manager", "hiring-manager-address", "hal@example.com", NULL);
      gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
      ui_wait_frame (GTK_WIDGET (wizard));
      ui_show (GTK_WIDGET (wizard), time);
      gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
      convene_draft_add_interviewer (draft_of (wizard), "Ada With A Rather Long Name", "ada.example@example.com", CONVENE_ROLE_REQUIRED);
      convene_draft_add_interviewer (draft_of (wizard), NULL, "iris.interviewer@example.com", CONVENE_ROLE_OPTIONAL);
      ui_fixture_run_until (NULL, has_clash, wizard);
      ui_show (GTK_WIDGET (wizard), attendees);
      gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.next", NULL);
      ui_wait_frame (GTK_WIDGET (wizard));
      ui_show (GTK_WIDGET (wizard), details);
      for (int back = 0; back < 3; back++)
        gtk_widget_activate_action (GTK_WIDGET (wizard), "wizard.back", NULL);
    }
  close_wizard (wizard);
  ui_fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  g_test_add_func ("/wizard/SH-23/step-names", test_step_names);
  g_test_add_func ("/wizard/SH-23/walk", test_walk);
  g_test_add_func ("/wizard/kept", test_kept);
  g_test_add_func ("/wizard/empty-begins", test_empty_begins);
  g_test_add_func ("/wizard/completion/job", test_completion);
  g_test_add_func ("/wizard/completion/typed-job", test_typed_job);
  g_test_add_func ("/wizard/completion/people", test_people_complete);
  g_test_add_func ("/wizard/person-pasted", test_person_pasted);
  g_test_add_func ("/wizard/SH-20/badge", test_badge);
  g_test_add_func ("/wizard/SH-22/password", test_password);
  g_test_add_func ("/wizard/in-sight", test_in_sight);
  g_test_add_func ("/wizard/clash", test_clash);
  g_test_add_func ("/wizard/scheduled", test_scheduled);
  g_test_add_func ("/wizard/pictures", test_pictures);

  return g_test_run ();
}
