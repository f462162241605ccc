/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "ui-fixture.h"
#include "ui-window.h"

/* What the tests of the window stand on: the engine sees what the fixture put there. */

static ConveneOperationState
get_first_state (ConveneInterview *interview)
{
  g_autoptr(ConveneOperation) operation = g_list_model_get_item (convene_interview_get_operations (interview), 0);

  g_assert_nonnull (operation);
  return convene_operation_get_state (operation);
}

static void
test_interviews (void)
{
  UiFixture        *fixture = ui_fixture_new ();
  g_autofree char  *live = ui_fixture_add_interview (fixture, "Ada Example", "Staff Engineer", "2026-12-01 10:00", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);
  g_autofree char  *failed = ui_fixture_add_failed_interview (fixture, "Bo Sample", "Designer", "2026-12-01 14:00", "Europe/Berlin", 30);
  g_autofree char  *phone = ui_fixture_add_interview (fixture, "Cy Trial", "Designer", "2026-12-02 14:00", "UTC", 30, CONVENE_PLATFORM_PHONE);
  ConveneInterview *interview = ui_fixture_find (fixture, live);

  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (interview)), ==, "Ada Example");
  g_assert_nonnull (convene_interview_get_join_link (interview));
  g_assert_cmpint (get_first_state (interview), ==, CONVENE_OPERATION_STATE_DONE);
  g_assert_finalize_object (interview);

  interview = ui_fixture_find (fixture, failed);
  g_assert_null (convene_interview_get_join_link (interview));
  g_assert_cmpint (get_first_state (interview), ==, CONVENE_OPERATION_STATE_FAILED);
  g_assert_finalize_object (interview);

  interview = ui_fixture_find (fixture, phone);
  g_assert_null (convene_interview_get_meeting (interview));
  convene_interview_set_job (interview, "Lead Designer");
  ui_fixture_update (fixture, interview);
  g_assert_finalize_object (interview);
  interview = ui_fixture_find (fixture, phone);
  g_assert_cmpstr (convene_interview_get_job (interview), ==, "Lead Designer");
  g_assert_finalize_object (interview);
  ui_fixture_free (fixture);
}

static gboolean
is_set (gpointer user_data)
{
  return *(gboolean *) user_data;
}

static gboolean
set_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
test_clock (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(GSource) source = convene_clock_create_source (fixture->clock, UI_FIXTURE_NOW + CONVENE_HOUR);
  g_autofree char *start = convene_instant_to_string (ui_fixture_now (fixture));
  gboolean         woken = FALSE;

  g_assert_cmpstr (start, ==, "2026-12-01T09:20:00Z");
  g_source_set_callback (source, set_cb, &woken, NULL);
  g_source_attach (source, NULL);
  ui_fixture_run_pending (fixture);
  g_assert_cmpint (ui_fixture_now (fixture), ==, UI_FIXTURE_NOW);
  g_assert_false (woken);
  ui_fixture_advance (fixture, CONVENE_HOUR);
  ui_fixture_run_until (fixture, is_set, &woken);
  g_clear_pointer (&source, g_source_unref); /* it holds the clock */
  ui_fixture_free (fixture);
}

static void
test_accounts (void)
{
  UiFixture *fixture = ui_fixture_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GPtrArray) accounts = NULL;

  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM, "recruiter@example.com", CONVENE_ACCOUNT_STATE_EXPIRED);
  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL, "recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
  convene_accounts_list_async (convene_engine_get_accounts (fixture->engine), NULL, ui_fixture_result_cb, &result);
  accounts = convene_accounts_list_finish (convene_engine_get_accounts (fixture->engine), ui_fixture_await (&result), NULL);
  g_assert_cmpuint (accounts->len, ==, 2);
  g_assert_cmpint (convene_account_get_state (accounts->pdata[0]), ==, CONVENE_ACCOUNT_STATE_EXPIRED);
  g_clear_object (&result);
  ui_fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/fixture/interviews", test_interviews);
  g_test_add_func ("/ui/fixture/clock", test_clock);
  g_test_add_func ("/ui/fixture/accounts", test_accounts);

  return g_test_run ();
}
