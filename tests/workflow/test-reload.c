/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-reload.h"
#include "scaled-clock.h"

/* A reading that lasts until it is told to end. */
typedef struct
{
  GObject             *owner;
  ConveneReload       *reload;
  ConveneReloadTicket *ticket; /* of the one under way */
  GCancellable        *cancellable;
  guint                begun;
} Fixture;

static void
read_slowly (gpointer      owner,
             GCancellable *cancellable)
{
  Fixture *fixture = g_object_get_data (owner, "fixture");

  g_assert_null (fixture->ticket);
  fixture->ticket = convene_reload_get_ticket (fixture->reload);
  g_set_object (&fixture->cancellable, cancellable);
  fixture->begun++;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_object_set_data (fixture->owner, "fixture", fixture);
  fixture->reload = convene_reload_new (fixture->owner, read_slowly);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_clear_pointer (&fixture->reload, convene_reload_free);
  g_clear_object (&fixture->cancellable);
  g_assert_finalize_object (g_steal_pointer (&fixture->owner));
}

static void
run_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

/* Whether the answer counted. */
static gboolean
end_reading (Fixture *fixture)
{
  g_autoptr(GObject) owner = convene_reload_finish (g_steal_pointer (&fixture->ticket));

  g_assert_true (owner == NULL || owner == fixture->owner);
  return owner != NULL;
}

static void
test_together (Fixture      *fixture,
               gconstpointer data)
{
  g_assert_false (convene_reload_is_pending (fixture->reload));
  for (int i = 0; i < 10; i++)
    convene_reload_ask (fixture->reload);
  g_assert_true (convene_reload_is_pending (fixture->reload));
  g_assert_cmpuint (fixture->begun, ==, 0);
  run_pending ();
  g_assert_cmpuint (fixture->begun, ==, 1);

  /* What is asked for meanwhile is one more, after it. */
  for (int i = 0; i < 10; i++)
    convene_reload_ask (fixture->reload);
  run_pending ();
  g_assert_cmpuint (fixture->begun, ==, 1);
  g_assert_true (end_reading (fixture));
  run_pending ();
  g_assert_cmpuint (fixture->begun, ==, 2);
  g_assert_true (end_reading (fixture));
  run_pending ();
  g_assert_cmpuint (fixture->begun, ==, 2);
  g_assert_false (convene_reload_is_pending (fixture->reload));
}

static void
test_dropped (Fixture      *fixture,
              gconstpointer data)
{
  ConveneReloadTicket *old;

  convene_reload_ask (fixture->reload);
  run_pending ();
  old = g_steal_pointer (&fixture->ticket);
  convene_reload_drop (fixture->reload);
  g_assert_true (g_cancellable_is_cancelled (fixture->cancellable));
  convene_reload_ask (fixture->reload);
  run_pending ();
  g_assert_cmpuint (fixture->begun, ==, 2);

  g_assert_null (convene_reload_finish (old));
  g_assert_true (convene_reload_is_pending (fixture->reload));
  g_assert_true (end_reading (fixture));
}

static void
test_freed (Fixture      *fixture,
            gconstpointer data)
{
  convene_reload_ask (fixture->reload);
  run_pending ();
  g_clear_pointer (&fixture->reload, convene_reload_free);
  g_assert_true (g_cancellable_is_cancelled (fixture->cancellable));
  g_assert_false (end_reading (fixture));
}

static void
test_later (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr(ConveneClock) clock = convene_scaled_clock_new (0, 1000, 0);

  convene_reload_ask_at (fixture->reload, clock, 2000);
  convene_reload_ask_at (fixture->reload, clock, 3000);
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (clock), 1500);
  g_usleep (5000);
  run_pending ();
  g_assert_cmpuint (fixture->begun, ==, 0);

  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (clock), 1000);
  while (fixture->begun == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (end_reading (fixture));

  convene_reload_ask_at (fixture->reload, clock, 5000);
  convene_reload_ask_at (fixture->reload, clock, G_MAXINT64);
  convene_scaled_clock_advance (CONVENE_SCALED_CLOCK (clock), 10000);
  g_usleep (5000);
  run_pending ();
  g_assert_cmpuint (fixture->begun, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workflow/reload/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/workflow/reload/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/workflow/reload/freed", Fixture, NULL, set_up, test_freed, tear_down);
  g_test_add ("/workflow/reload/later", Fixture, NULL, set_up, test_later, tear_down);
  return g_test_run ();
}
