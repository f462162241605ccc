/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-engine-directory.h"
#include "convene-preferences.h"
#include "convene-reminders-row.h"
#include "convene-rules-page.h"
#include "ui-fixture.h"
#include "ui-window.h"

/* What the program does by itself, as a person sets it: each preference is written at once, and read again. */
typedef struct
{
  UiFixture  *ui;
  GtkWindow  *window;
  GtkWidget  *page;
  const char *key;
  const char *value;
} Fixture;

static gboolean
is_read (gpointer user_data)
{
  return gtk_widget_get_sensitive (((Fixture *) user_data)->page);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->ui = ui_fixture_new ();
  self->page = g_object_new (CONVENE_TYPE_RULES_PAGE, NULL);
  convene_rules_page_set_engine (CONVENE_RULES_PAGE (self->page), self->ui->engine);
  g_assert_false (gtk_widget_get_sensitive (self->page));
  self->window = ui_present (self->page, 500, 900);
  ui_fixture_run_until (self->ui, is_read, self);
}

static gboolean
is_gone (gpointer user_data)
{
  return ((Fixture *) user_data)->page == NULL;
}

/* What is being written ends first. */
static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_window_destroy (self->window);
  ui_fixture_run_until (self->ui, is_gone, self);
  ui_fixture_run_pending (NULL);
  ui_fixture_free (self->ui);
}

static gpointer
child (Fixture    *self,
       const char *name)
{
  return gtk_widget_get_template_child (self->page, CONVENE_TYPE_RULES_PAGE, name);
}

static char *
dup_stored (Fixture    *self,
            const char *key)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_get_preference_async (self->ui->engine, key, NULL, ui_fixture_result_cb, &result);
  return convene_engine_get_preference_finish (self->ui->engine, ui_fixture_await (&result), NULL);
}

static gboolean
is_stored (gpointer user_data)
{
  Fixture         *self = user_data;
  g_autofree char *stored = dup_stored (self, self->key);

  return g_strcmp0 (stored, self->value) == 0;
}

/* Whatever is stored can be. */
static void
expect_stored (Fixture    *self,
               const char *key,
               const char *value)
{
  self->key = key;
  self->value = value;
  g_assert_true (convene_preference_check (key, value, NULL));
  ui_fixture_run_until (self->ui, is_stored, self);
}

static void
test_defaults (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *reminders = convene_reminders_row_dup_value (child (self, "reminders"));

  g_assert_cmpuint (adw_combo_row_get_selected (child (self, "link_policy")), ==, 0);
  g_assert_cmpstr (reminders, ==, convene_preference_get_initial (CONVENE_PREFERENCE_REMINDERS));
  g_assert_cmpuint (adw_combo_row_get_selected (child (self, "notify")), ==, 2);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (child (self, "reserve")), ==, 0);
  g_assert_false (gtk_switch_get_active (child (self, "password")));
  g_assert_true (gtk_switch_get_active (child (self, "deletes")));
  g_assert_true (gtk_switch_get_active (child (self, "hold")));
  g_assert_true (gtk_switch_get_active (child (self, "background")));

  /* Looking at them writes nothing. */
  for (const char *const *key = convene_preference_list_keys (); *key != NULL; key++)
    {
      g_autofree char *stored = dup_stored (self, *key);

      g_assert_null (stored);
    }
}

static void
test_written (Fixture      *self,
              gconstpointer data)
{
  adw_combo_row_set_selected (child (self, "link_policy"), 2);
  expect_stored (self, CONVENE_PREFERENCE_LINK_POLICY, "share");
  adw_combo_row_set_selected (child (self, "notify"), 0);
  expect_stored (self, CONVENE_PREFERENCE_NOTIFY, "0");
  gtk_spin_button_set_value (child (self, "reserve"), 20);
  expect_stored (self, CONVENE_PREFERENCE_QUOTA_RESERVE, "20");
  gtk_switch_set_active (child (self, "password"), TRUE);
  expect_stored (self, CONVENE_PREFERENCE_PASSWORD, "unless-in-link");
  gtk_switch_set_active (child (self, "deletes"), FALSE);
  expect_stored (self, CONVENE_PREFERENCE_QUOTA_DELETES, "ignore");
  gtk_switch_set_active (child (self, "hold"), FALSE);
  expect_stored (self, CONVENE_PREFERENCE_QUOTA_HOLD, "send");
  gtk_switch_set_active (child (self, "background"), FALSE);
  expect_stored (self, CONVENE_PREFERENCE_BACKGROUND, "off");
}

static void
write_elsewhere (Fixture    *self,
                 const char *key,
                 const char *value)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_set_preference (change, key, value);
  ui_fixture_commit (self->ui, change);
}

static gboolean
shows_hour_and_half (gpointer user_data)
{
  Fixture         *self = user_data;
  AdwComboRow     *notify = child (self, "notify");
  g_autofree char *reminders = convene_reminders_row_dup_value (child (self, "reminders"));
  GtkStringObject *word = adw_combo_row_get_selected_item (notify);

  return g_strcmp0 (gtk_string_object_get_string (word), "90 minutes before") == 0 && g_strcmp0 (reminders, "90,30") == 0;
}

/* What was set in the terminal and is not among the usual times is shown too. */
static void
test_elsewhere (Fixture      *self,
                gconstpointer data)
{
  write_elsewhere (self, CONVENE_PREFERENCE_REMINDERS, "90,30");
  write_elsewhere (self, CONVENE_PREFERENCE_NOTIFY, "90");
  ui_fixture_run_until (self->ui, shows_hour_and_half, self);
  ui_wait_frame (self->page);
  ui_show (GTK_WIDGET (self->window), "rules");
}

/* The first that is not ticked, and can be. */
static gboolean
tick (GtkWidget *widget)
{
  if (GTK_IS_CHECK_BUTTON (widget) && !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget)) && gtk_widget_get_sensitive (widget))
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (widget), TRUE);
      return TRUE;
    }

  for (GtkWidget *at = gtk_widget_get_first_child (widget); at != NULL; at = gtk_widget_get_next_sibling (at))
    if (tick (at))
      return TRUE;

  return FALSE;
}

/* No more can be ticked than are sent. */
static void
test_reminders (Fixture      *self,
                gconstpointer data)
{
  gpointer row = child (self, "reminders");

  g_assert_true (tick (row));
  expect_stored (self, CONVENE_PREFERENCE_REMINDERS, "10080,1440,60");
  g_assert_true (tick (row));
  g_assert_true (tick (row));
  g_assert_false (tick (row));
  expect_stored (self, CONVENE_PREFERENCE_REMINDERS, "10080,2880,1440,240,60");
}

static char *
dup_due (Fixture    *self,
         const char *uid)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (self->ui, uid);
  GListModel *operations = convene_interview_get_operations (interview);
  gint64      start = convene_moment_get_instant (convene_interview_get_start (interview));
  GString    *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);

      if (convene_operation_get_kind (operation) == CONVENE_OPERATION_KIND_MAIL_REMINDER && convene_operation_get_state (operation) == CONVENE_OPERATION_STATE_WAITING)
        g_string_append_printf (text, "%d ", (int) ((start - convene_operation_get_due (operation)) / CONVENE_MINUTE));
    }
  return g_string_free (text, FALSE);
}

typedef struct
{
  Fixture    *fixture;
  const char *uid;
  const char *due;
} Expectation;

static gboolean
is_due (gpointer user_data)
{
  Expectation     *expected = user_data;
  g_autofree char *due = dup_due (expected->fixture, expected->uid);

  return g_str_equal (due, expected->due);
}

/* The reminders of interviews to come are what was chosen. */
static void
test_adjusted (Fixture      *self,
               gconstpointer data)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->ui->engine);
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-20 10:00", "UTC", 45, CONVENE_PLATFORM_PHONE);
  g_autoptr(GAsyncResult) planned = NULL;
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(ConvenePlan) plan = NULL;
  Expectation expected = { self, NULL, "1440 60 10080 " };

  convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, ui_fixture_result_cb, &planned);
  plan = convene_scheduler_plan_finish (scheduler, ui_fixture_await (&planned), NULL);
  g_assert_nonnull (plan);
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, ui_fixture_result_cb, &committed);
  g_assert_true (convene_scheduler_commit_finish (scheduler, ui_fixture_await (&committed), NULL));
  expected.uid = convene_interview_get_uid (convene_plan_get_interview (plan));
  g_assert_true (tick (child (self, "reminders")));
  ui_fixture_run_until (self->ui, is_due, &expected);
}

static void
test_words (void)
{
  static const struct
  {
    int         minutes;
    const char *words;
  } rows[] = { { 5, "5 minutes" }, { 60, "1 hour" }, { 90, "90 minutes" }, { 120, "2 hours" }, { 1440, "1 day" }, { 20160, "2 weeks" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = convene_reminders_row_word_time (rows[i].minutes);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

#define ADD(name, test) g_test_add ("/ui/rules/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  ui_test_init (&argc, &argv);

  ADD ("defaults", test_defaults);
  ADD ("X-1/X-3/written", test_written);
  ADD ("elsewhere", test_elsewhere);
  ADD ("SH-28/reminders", test_reminders);
  ADD ("SH-28/adjusted", test_adjusted);
  g_test_add_func ("/ui/rules/words", test_words);

  return g_test_run ();
}
