/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-inspector.h"
#include "workflow-fixture.h"

/* SH-56, O-13: what somebody did at Zoom × what is done about it, with practice as Zoom: in the end both agree again, and people know. */

typedef struct
{
  const char    *path;
  const char    *order; /* %ID is the meeting's number */
  ConveneFixKind fix;
  const char    *value;

  int         requests; /* creates, changes and deletes that it costs */
  gboolean    same_link;
  guint       meetings;
  const char *letter; /* state of the update letter; NULL: none */
} Row;

static const Row rows[] = {
  { "TAKE/longer", "{'patch': {'id': %ID, 'body': {'duration': 90}}}", CONVENE_FIX_TAKE, NULL, 0, TRUE, 1, "done" },
  { "TAKE/password", "{'patch': {'id': %ID, 'body': {'password': 'Other7', 'join_url': 'https://example.com/j/9'}}}", CONVENE_FIX_TAKE, NULL, 0, FALSE, 1, "done" },
  { "RESTORE/longer", "{'patch': {'id': %ID, 'body': {'duration': 90}}}", CONVENE_FIX_RESTORE, NULL, 1, TRUE, 1, NULL },
  { "RECREATE/deleted", "{'delete': {'id': %ID}}", CONVENE_FIX_RECREATE, NULL, 1, FALSE, 1, "done" },
  { "LINK/deleted", "{'delete': {'id': %ID}}", CONVENE_FIX_LINK, "https://example.com/room", 0, FALSE, 0, "done" },
  { "LINK/there", "", CONVENE_FIX_LINK, "https://example.com/room", 1, FALSE, 0, "done" },
};

static ConveneInterview *
schedule (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = fixture_schedule (fixture, interview);

  return fixture_settle (fixture, uid, CONVENE_MINUTE);
}

static void
order (Fixture          *fixture,
       ConveneInterview *interview,
       const char *template)
{
  g_auto(GStrv) parts = g_strsplit (template, "%ID", -1);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, convene_meeting_get_number (convene_interview_get_meeting (interview)));
  g_autofree char *text = g_strjoinv (number, parts);

  if (*text != '\0')
    fixture_order (fixture, text);
}

static int
inspect (Fixture *fixture)
{
  ConveneInspector *inspector = convene_engine_get_inspector (fixture->engine);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  int count;

  convene_inspector_run_async (inspector, G_MAXINT64, NULL, fixture_result_cb, &result);
  count = convene_inspector_run_finish (inspector, fixture_await (&result), &error);
  g_assert_no_error (error);
  return count;
}

static int
count_requests (Fixture *fixture)
{
  return (int) (fixture_count_calls (fixture, "create") + fixture_count_calls (fixture, "patch") + fixture_count_calls (fixture, "delete"));
}

static void
fix (Fixture          *fixture,
     ConveneInterview *interview,
     const Row        *row)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (fixture->engine);
  g_autoptr(GAsyncResult) planned = NULL;
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = NULL;

  convene_scheduler_plan_fix_async (scheduler, convene_interview_get_uid (interview), row->fix, row->value, TRUE, NULL, fixture_result_cb, &planned);
  plan = convene_scheduler_plan_finish (scheduler, fixture_await (&planned), &error);
  g_assert_no_error (error);
  g_test_message ("%s", convene_plan_get_summary (plan));
  g_assert_cmpint (convene_plan_get_quota_cost (plan), ==, row->requests);
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, fixture_result_cb, &committed);
  g_assert_true (convene_scheduler_commit_finish (scheduler, fixture_await (&committed), &error));
  g_assert_no_error (error);
}

static void
test_fix (gconstpointer data)
{
  const Row *row = data;
  Fixture   *fixture = fixture_new ();
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  int spent;

  fixture_provide (fixture, TRUE, TRUE);
  before = schedule (fixture);
  order (fixture, before, row->order);
  g_assert_cmpint (inspect (fixture), ==, *row->order != '\0');
  spent = count_requests (fixture);
  fix (fixture, before, row);
  after = fixture_settle (fixture, convene_interview_get_uid (before), CONVENE_MINUTE);

  g_assert_cmpint (count_requests (fixture) - spent, ==, row->requests);
  g_assert_cmpuint (fixture_count_meetings (fixture), ==, row->meetings);
  g_assert_cmpint (g_strcmp0 (convene_interview_get_join_link (after), convene_interview_get_join_link (before)) == 0, ==, row->same_link);
  g_assert_nonnull (convene_interview_get_join_link (after));
  if (row->letter != NULL)
    fixture_assert_operation (after, CONVENE_OPERATION_KIND_MAIL_UPDATE, row->letter);
  else
    g_assert_null (fixture_operation (after, CONVENE_OPERATION_KIND_MAIL_UPDATE));
  g_assert_cmpint (inspect (fixture), ==, 0);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/workflow/fix/SH-56/O-13/", rows[i].path, NULL);

      g_test_add_data_func (path, &rows[i], test_fix);
    }

  return g_test_run ();
}
