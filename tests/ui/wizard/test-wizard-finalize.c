/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "convene-engine-directory.h"
#include "convene-progress.h"
#include "convene-wizard-page.h"
#include "ui-window.h"
#include "workflow-fixture.h"

/* The page over a real engine, with practice as its Zoom and its mail server. */
typedef struct
{
  Fixture      *base;
  ConveneDraft *draft;
  GtkWidget    *page;
  GtkWindow    *window;
  ConvenePlan  *plan;
  guint         scheduled;
  guint         finished;
  guint         again;
  int           refused;
} Test;

static void
scheduled_cb (Test       *test,
              const char *uid)
{
  g_assert_cmpstr (uid, ==, convene_interview_get_uid (convene_plan_get_interview (test->plan)));
  test->scheduled++;
}

static void
finished_cb (Test *test)
{
  test->finished++;
}

static void
again_cb (Test *test)
{
  test->again++;
}

static void
refused_cb (Test *test,
            int   step)
{
  test->refused = step;
}

static GObject *
child (Test       *test,
       const char *name)
{
  GObject *object = gtk_widget_get_template_child (test->page, G_OBJECT_TYPE (test->page), name);

  g_assert_nonnull (object);
  return object;
}

static GObject *
progress_child (Test       *test,
                const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (child (test, "progress")), CONVENE_TYPE_PROGRESS, name);
}

static void
plan (Test             *test,
      ConveneInterview *interview)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (test->base->engine);
  g_autoptr(GAsyncResult) planned = NULL;
  g_autoptr(GError) error = NULL;

  g_clear_object (&test->plan);
  convene_scheduler_plan_async (scheduler, interview, TRUE, NULL, fixture_result_cb, &planned);
  test->plan = convene_scheduler_plan_finish (scheduler, fixture_await (&planned), &error);
  g_assert_no_error (error);
  convene_wizard_finalize_set_plan (test->page, test->plan);
}

static void
set_up (Test         *test,
        gconstpointer data)
{
  gboolean connected = data == NULL;
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");

  test->base = fixture_new ();
  test->refused = -1;
  fixture_provide (test->base, connected, connected);
  test->draft = convene_draft_new ();
  test->page = convene_wizard_finalize_new (test->base->engine, test->draft);
  test->window = ui_present_scrolled (test->page, 760, 640);
  g_signal_connect_swapped (test->page, "scheduled", G_CALLBACK (scheduled_cb), test);
  g_signal_connect_swapped (test->page, "finished", G_CALLBACK (finished_cb), test);
  g_signal_connect_swapped (test->page, "again", G_CALLBACK (again_cb), test);
  g_signal_connect_swapped (test->page, "refused", G_CALLBACK (refused_cb), test);
  convene_outbox_start (convene_engine_get_outbox (test->base->engine));
  plan (test, interview);
}

static void
tear_down (Test         *test,
           gconstpointer data)
{
  g_clear_object (&test->plan);
  if (test->window != NULL)
    ui_destroy (test->window, test->page);
  g_assert_finalize_object (test->draft);
  fixture_free (test->base);
}

static void
press (Test *test)
{
  g_signal_emit_by_name (child (test, "schedule"), "clicked");
}

static const char *
headline (Test *test)
{
  return convene_progress_get_headline (CONVENE_PROGRESS (child (test, "progress")));
}

static void
run_until_headline (Test       *test,
                    const char *beginning)
{
  while (!g_str_has_prefix (headline (test), beginning))
    g_main_context_iteration (NULL, TRUE);
}

static void
run_until_scheduled (Test *test)
{
  while (test->scheduled == 0)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_visible (gpointer object)
{
  return gtk_widget_get_visible (GTK_WIDGET (object));
}

static guint
count_rows (Test *test)
{
  guint count = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (progress_child (test, "operations")), (int) count) != NULL)
    count++;
  return count;
}

/* However often it is pressed: one meeting, one invitation; then the link is there to be copied. */
static void
test_once (Test         *test,
           gconstpointer data)
{
  g_autofree char *subjects = NULL;
  g_autoptr(ConveneInterview) interview = NULL;

  g_assert_cmpuint (fixture_count_calls (test->base, "create"), ==, 0);
  ui_show (GTK_WIDGET (test->window), "wizard-finalize-before");
  press (test);
  press (test);
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (child (test, "schedule"))));
  run_until_scheduled (test);
  press (test);
  run_until_headline (test, "Everything is done");

  g_assert_cmpuint (test->scheduled, ==, 1);
  g_assert_cmpuint (fixture_count_meetings (test->base), ==, 1);
  subjects = fixture_subjects (test->base);
  g_assert_cmpuint (g_strrstr (subjects, "\n") - subjects + 1, ==, strlen (subjects));
  g_assert_null (strstr (strstr (subjects, "\n") + 1, "\n"));

  interview = fixture_find (test->base, convene_interview_get_uid (convene_plan_get_interview (test->plan)));
  g_assert_cmpuint (count_rows (test), ==, g_list_model_get_n_items (convene_interview_get_operations (interview)));
  g_assert_cmpuint (count_rows (test), ==, g_list_model_get_n_items (convene_plan_get_operations (test->plan)));
  g_assert_true (is_visible (progress_child (test, "link_list")));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (progress_child (test, "link"))), ==, convene_interview_get_join_link (interview));
  g_assert_false (is_visible (progress_child (test, "remedy")));
  ui_wait_frame (GTK_WIDGET (test->window));
  ui_show (GTK_WIDGET (test->window), "wizard-finalize-done");
  gtk_window_set_default_size (test->window, 360, 640);
  ui_wait_frame (GTK_WIDGET (test->window));
  ui_show (GTK_WIDGET (test->window), "wizard-finalize-done-narrow");

  g_signal_emit_by_name (child (test, "done"), "clicked");
  g_signal_emit_by_name (child (test, "another"), "clicked");
  g_assert_cmpuint (test->finished, ==, 1);
  g_assert_cmpuint (test->again, ==, 1);
}

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy (Test         *test,
           gconstpointer data)
{
  g_autofree char *text = NULL;

  press (test);
  run_until_scheduled (test);
  run_until_headline (test, "Everything is done");
  g_signal_emit_by_name (progress_child (test, "copy"), "clicked");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (test->page), NULL, copied_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, adw_action_row_get_subtitle (ADW_ACTION_ROW (progress_child (test, "link"))));
}

/* SH-36 and SH-37: Zoom says no, the rest goes on, and trying again heals it. */
static void
test_zoom_refuses (Test         *test,
                   gconstpointer data)
{
  GtkWidget *retry;

  fixture_order (test->base, "{'fault':'3161','on':'create'}");
  press (test);
  run_until_scheduled (test);
  run_until_headline (test, "Zoom could not make the meeting. The interview is kept. The invitation went out without a link");
  retry = ui_find_named (GTK_WIDGET (progress_child (test, "operations")), GTK_TYPE_BUTTON, "_Retry");
  g_assert_true (gtk_widget_get_mapped (retry));
  g_assert_false (is_visible (progress_child (test, "remedy")));
  g_assert_false (is_visible (progress_child (test, "link_list")));
  ui_wait_frame (GTK_WIDGET (test->window));
  ui_show (GTK_WIDGET (test->window), "wizard-finalize-failed");

  g_signal_emit_by_name (retry, "clicked");
  run_until_headline (test, "Everything is done");
  g_assert_true (is_visible (progress_child (test, "link_list")));
  g_assert_cmpuint (fixture_count_meetings (test->base), ==, 1);
}

/* SH-34: the interview is kept, and what helps is named. */
static void
test_no_account (Test         *test,
                 gconstpointer data)
{
  press (test);
  run_until_scheduled (test);
  run_until_headline (test, "Scheduled, without a meeting: no Zoom account is connected. The letters wait for a mail account.");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (progress_child (test, "remedy"))), ==, "app.connect");
  ui_wait_frame (GTK_WIDGET (test->window));
  ui_show (GTK_WIDGET (test->window), "wizard-finalize-alone");
}

static void
run_until_refused (Test *test)
{
  while (!is_visible (child (test, "look_again")))
    g_main_context_iteration (NULL, TRUE);
}

/* What was seen is what is done, or nothing. */
static void
test_stale (Test         *test,
            gconstpointer data)
{
  fixture_disconnect (test->base, CONVENE_ACCOUNT_KIND_ZOOM);
  press (test);
  run_until_refused (test);
  g_assert_cmpuint (test->scheduled, ==, 0);
  g_assert_false (is_visible (child (test, "schedule")));
  g_signal_emit_by_name (child (test, "look_again"), "clicked");
  g_assert_cmpint (test->refused, ==, 4);

  plan (test, convene_plan_get_interview (test->plan));
  g_assert_true (is_visible (child (test, "schedule")));
  press (test);
  run_until_scheduled (test);
}

/* Somebody waited until the interview's time was over. */
static void
test_too_late (Test         *test,
               gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneMoment) soon = convene_moment_new_at (convene_clock_now (test->base->clock) + 2 * CONVENE_MINUTE, "UTC", NULL);

  convene_interview_set_start (interview, soon);
  plan (test, interview);
  fixture_pass (test->base, 3 * CONVENE_MINUTE);
  press (test);
  run_until_refused (test);
  g_signal_emit_by_name (child (test, "look_again"), "clicked");
  g_assert_cmpint (test->refused, ==, 1);
  g_assert_cmpuint (test->scheduled, ==, 0);
}

/* The window goes in the middle: what was pressed is done, or not at all; the outbox goes on. */
static void
test_closed (Test         *test,
             gconstpointer data)
{
  g_autofree char *uid = g_strdup (convene_interview_get_uid (convene_plan_get_interview (test->plan)));
  g_autoptr(ConveneInterview) interview = NULL;

  press (test);
  run_until_scheduled (test);
  ui_destroy (g_steal_pointer (&test->window), g_steal_pointer (&test->page));
  fixture_until (test->base, uid, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
  interview = fixture_find (test->base, uid);
  g_assert_nonnull (convene_interview_get_join_link (interview));
}

static char *
dup_kept_draft (Test *test)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *draft;

  convene_engine_get_preference_async (test->base->engine, CONVENE_DRAFT_KEY, NULL, fixture_result_cb, &result);
  draft = convene_engine_get_preference_finish (test->base->engine, fixture_await (&result), &error);
  g_assert_no_error (error);
  return draft;
}

static void
keep_draft (Test *test)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_set_preference_async (test->base->engine, CONVENE_DRAFT_KEY, "{}", NULL, fixture_result_cb, &result);
  g_assert_true (convene_engine_set_preference_finish (test->base->engine, fixture_await (&result), NULL));
}

/* In one transaction with the interview: whoever stops the process in between finds no draft to schedule once more. */
static void
test_forgets_draft (Test         *test,
                    gconstpointer data)
{
  g_autofree char *kept = NULL;

  keep_draft (test);
  press (test);
  run_until_scheduled (test);
  kept = dup_kept_draft (test);
  g_assert_cmpstr (kept, ==, NULL);
}

/* The database says no: nothing is there, the draft is, and the same button tries again. */
static void
test_database_refuses (Test         *test,
                       gconstpointer data)
{
  g_autoptr(ConveneInterview) other = fixture_interview ("Designer");
  g_autofree char *other_uid = fixture_schedule (test->base, other);
  g_autoptr(ConveneInterview) stored = fixture_find (test->base, other_uid);
  g_autoptr(ConveneOperation) taken = g_list_model_get_item (convene_interview_get_operations (stored), 0);
  g_autoptr(ConveneOperation) planned = g_list_model_get_item (convene_plan_get_operations (test->plan), 0);
  g_autofree char *id = g_strdup (convene_operation_get_id (planned));
  g_autofree char *kept = NULL;

  keep_draft (test);
  g_object_set (planned, "id", convene_operation_get_id (taken), NULL);
  press (test);
  while (!is_visible (child (test, "trouble")))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (test->scheduled, ==, 0);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (child (test, "trouble"))), "Nothing was scheduled, and nothing that you typed is lost"));
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (child (test, "schedule"))));
  kept = dup_kept_draft (test);
  g_assert_cmpstr (kept, ==, "{}");

  g_object_set (planned, "id", id, NULL);
  press (test);
  run_until_scheduled (test);
  run_until_headline (test, "Everything is done");
  g_assert_cmpuint (fixture_count_meetings (test->base), ==, 2);
}

#define ADD(path, data, function) g_test_add (path, Test, data, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  ui_test_init (&argc, &argv);
  ADD ("/wizard/SH-36/finalize/once", NULL, test_once);
  ADD ("/wizard/TA-8/finalize/copy-join-link", NULL, test_copy);
  ADD ("/wizard/SH-37/finalize/zoom-refuses", NULL, test_zoom_refuses);
  ADD ("/wizard/SH-34/finalize/no-account", "alone", test_no_account);
  ADD ("/wizard/SH-33/finalize/stale", NULL, test_stale);
  ADD ("/wizard/SH-36/finalize/too-late", NULL, test_too_late);
  ADD ("/wizard/SH-36/finalize/closed", NULL, test_closed);
  ADD ("/wizard/SH-36/finalize/forgets-draft", NULL, test_forgets_draft);
  ADD ("/wizard/SH-36/finalize/database-refuses", NULL, test_database_refuses);
  return g_test_run ();
}
