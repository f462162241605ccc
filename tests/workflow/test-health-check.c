/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Accounts are asked after by themselves, at practice's Zoom, with a clock that goes fast. */

#include "convene-health.h"
#include "fake-notifier.h"
#include "workflow-fixture.h"

static void
wait_for_calls (Fixture *fixture,
                guint    calls)
{
  while (fixture_count_calls (fixture, "user") < calls)
    fixture_pass (fixture, CONVENE_SECOND);

  /* The call is a check's first: the rest of it is to be over before the clock is put on. */
  fixture_pass (fixture, 20 * CONVENE_SECOND);
}

/* An account that was connected two hours ago. */
static void
provide_long_ago (Fixture *fixture)
{
  fixture_provide (fixture, TRUE, FALSE);
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), 2 * CONVENE_HOUR);
}

/* What is due then is done. */
static void
pass_hours (Fixture *fixture,
            int      hours)
{
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (fixture->clock), hours * CONVENE_HOUR);
  fixture_pass (fixture, 20 * CONVENE_SECOND);
}

/* At the start, and a day later; in between, and by its own writing, nothing. */
static void
test_daily (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(ConveneHealth) health = convene_health_new (fixture->engine, NULL);
  guint before;

  provide_long_ago (fixture);
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));
  before = fixture_count_calls (fixture, "user");
  convene_health_start (health);
  wait_for_calls (fixture, before + 1);
  pass_hours (fixture, 1);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), ==, before + 1);
  pass_hours (fixture, 23);
  wait_for_calls (fixture, before + 2);
  pass_hours (fixture, 1);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), ==, before + 2);
  convene_health_stop (health);
  g_assert_finalize_object (g_steal_pointer (&health));
  fixture_free (fixture);
}

/* What is found is told before anybody needs it. */
static void
test_told (void)
{
  Fixture *fixture = fixture_new ();
  g_autoptr(FakeNotifier) notifier = fake_notifier_new ();
  g_autoptr(ConveneHealth) health = convene_health_new (fixture->engine, CONVENE_NOTIFIER (notifier));
  g_autoptr(ConveneAccount) account = NULL;
  g_autofree char *action = NULL;

  provide_long_ago (fixture);
  fixture_order (fixture, "{'fault': 'invalid-client', 'on': 'token', 'times': 50}");
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));
  convene_health_start (health);
  while (fake_notifier_get_shown (notifier) == NULL)
    fixture_pass (fixture, CONVENE_SECOND);
  account = fixture_account (fixture, CONVENE_ACCOUNT_KIND_ZOOM);
  g_assert_cmpint (convene_account_get_state (account), ==, CONVENE_ACCOUNT_STATE_EXPIRED);
  action = g_strdup_printf ("(app.reconnect %s)", convene_account_get_id (account));
  g_assert_true (g_str_has_suffix (fake_notifier_get_shown (notifier), action));
  convene_health_stop (health);
  g_assert_finalize_object (g_steal_pointer (&health));
  fixture_free (fixture);
}

/* Somebody else runs the outbox: that one checks. */
static void
test_one_of_two (void)
{
  Fixture       *fixture = fixture_new ();
  ConveneEngine *other;
  g_autoptr(ConveneHealth) health = NULL;
  guint before;

  provide_long_ago (fixture);
  convene_outbox_start (convene_engine_get_outbox (fixture->engine));
  while (!convene_outbox_is_runner (convene_engine_get_outbox (fixture->engine)))
    fixture_pass (fixture, CONVENE_SECOND);
  other = fixture_open_engine (fixture);
  convene_outbox_start (convene_engine_get_outbox (other));
  health = convene_health_new (other, NULL);
  before = fixture_count_calls (fixture, "user");
  convene_health_start (health);
  fixture_pass (fixture, 90 * CONVENE_SECOND);
  g_assert_cmpuint (fixture_count_calls (fixture, "user"), ==, before);
  convene_health_stop (health);
  g_assert_finalize_object (g_steal_pointer (&health));
  fixture_close_engine (other);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/health/SH-41/daily", test_daily);
  g_test_add_func ("/workflow/health/SH-41/told", test_told);
  g_test_add_func ("/workflow/health/SH-41/one-of-two", test_one_of_two);

  return g_test_run ();
}
