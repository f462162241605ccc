/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Random lives of interviews, with everything that goes wrong around them. Whatever the order, Zoom has exactly the meetings that the model says, everybody's
 * calendar shows each interview as it is, and what a plan said is what happened.
 *
 * CONVENE_TEST_SEED draws otherwise, CONVENE_TEST_ROUNDS says how often, CONVENE_TEST_LONG=1 goes on for a quarter of an hour. */

#include <stdlib.h>

#include "life-world.h"

#define STEPS 20
#define SECONDS 45
#define LONG_SECONDS (15 * 60)

/* How often each act is drawn; what has none is drawn for a window alone. */
static const struct
{
  LifeAct act;
  guint   weight;
} weights[] = {
  { LIFE_SCHEDULE, 6 },
  { LIFE_MOVE, 12 },
  { LIFE_LENGTH, 2 },
  { LIFE_JOB, 2 },
  { LIFE_DETAILS, 2 },
  { LIFE_PEOPLE, 4 },
  { LIFE_POLICY, 2 },
  { LIFE_CANCEL, 4 },
  { LIFE_PASTE, 1 },
  { LIFE_BACK_TO_ZOOM, 1 },
  { LIFE_RECREATE, 1 },
  { LIFE_HOST_FIX, 1 },
  { LIFE_UNDONE, 1 },
  { LIFE_GONE, 1 },
  { LIFE_TAKE, 1 },
  { LIFE_RESTORE, 1 },
  { LIFE_PREFER, 3 },
  { LIFE_MIDNIGHT, 1 },
  { LIFE_OPEN, 6 },
};

static LifeAct
draw_act (GRand   *random,
          gboolean open)
{
  guint total = 0;
  guint drawn;

  drawn = (guint) g_rand_int_range (random, 0, 12);
  if (open && drawn < 3)
    return drawn == 0 ? LIFE_CLOSE : LIFE_PAUSE;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    total += weights[i].weight;
  drawn = (guint) g_rand_int_range (random, 0, (int) total);
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      if (drawn < weights[i].weight)
        return weights[i].act;
      drawn -= weights[i].weight;
    }

  return LIFE_SCHEDULE;
}

/* Preferences and interviews first; every other time something is wrong right after them. */
static LifeAct
draw_nth (GRand   *random,
          int      n,
          gboolean stormy,
          gboolean open)
{
  if (n == 0)
    return LIFE_PREFER;
  if (n < 4)
    return LIFE_SCHEDULE;
  if (n == 4 && stormy)
    return LIFE_OPEN;

  return draw_act (random, open);
}

static GArray *
draw (guint32 seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  GArray  *steps = g_array_new (FALSE, FALSE, sizeof (LifeStep));
  gboolean open = FALSE;

  for (int i = 0; i < STEPS; i++)
    {
      LifeStep step = { draw_nth (random, i, seed % 2 == 1, open),
                        g_rand_int (random) % 1000, g_rand_int (random) % 1000 };

      open = step.act == LIFE_OPEN || (open && step.act != LIFE_CLOSE);
      g_array_append_val (steps, step);
    }

  return steps;
}

/* What went wrong, owned by the caller, or NULL. */
static char *
run (GArray  *steps,
     gboolean talks)
{
  LifeWorld *world = life_world_new (talks);
  LifeStep   close = { LIFE_CLOSE, 0, 0 };
  char      *failure;

  for (guint i = 0; i < steps->len && life_world_get_failure (world) == NULL; i++)
    life_world_do (world, &g_array_index (steps, LifeStep, i));
  if (life_world_get_failure (world) == NULL)
    life_world_do (world, &close);

  failure = g_strdup (life_world_get_failure (world));
  life_world_free (world);
  return failure;
}

/* Leaves out whatever it goes wrong without. Takes the steps and what went wrong, answers those of the shorter sequence. */
static GArray *
shorten (GArray *steps,
         char  **failure)
{
  for (guint i = steps->len; i > 0; i--)
    {
      g_autoptr(GArray) fewer = g_array_copy (steps);
      char *other;

      g_array_remove_index (fewer, i - 1);
      other = run (fewer, FALSE);
      if (other == NULL)
        continue;

      g_free (*failure);
      *failure = other;
      g_array_unref (steps);
      steps = g_steal_pointer (&fewer);
    }

  return steps;
}

static char *
format_steps (GArray *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const LifeStep *step = &g_array_index (steps, LifeStep, i);

      g_string_append_printf (text, "%s%s %u %u", i > 0 ? ", " : "", life_act_to_string (step->act), step->n, step->a);
    }

  return g_string_free (text, FALSE);
}

/* What it comes down to stands in the test's own line: that is all that some look at. */
static void
try (guint32 seed)
{
  g_autoptr(GArray) steps = draw (seed);
  g_autofree char *first = run (steps, g_test_verbose ());
  g_autofree char *failure = g_strdup (first);
  g_autofree char *shown = NULL;

  g_test_message ("CONVENE_TEST_SEED=%u: %s", seed, failure != NULL ? failure : "well");
  if (failure == NULL)
    return;

  steps = shorten (g_steal_pointer (&steps), &failure);
  shown = format_steps (steps);
  g_test_message ("CONVENE_TEST_SEED=%u goes wrong with these alone, as: %s", seed, failure);
  g_free (run (steps, TRUE));
  g_test_fail_printf ("CONVENE_TEST_SEED=%u: %s; as \"%s\" with these alone: %s", seed, first, failure, shown);
}

static void
test_lives (void)
{
  const char *seed = g_getenv ("CONVENE_TEST_SEED");
  const char *rounds = g_getenv ("CONVENE_TEST_ROUNDS");
  gint64      end = g_get_monotonic_time () + (g_getenv ("CONVENE_TEST_LONG") != NULL ? LONG_SECONDS : SECONDS) * G_USEC_PER_SEC;
  guint32     first = seed != NULL ? (guint32) g_ascii_strtoull (seed, NULL, 10) : g_random_int () % 1000000;
  guint32     count = rounds != NULL ? (guint32) g_ascii_strtoull (rounds, NULL, 10) : seed != NULL ? 1
                                                                                                    : G_MAXUINT32 / 2;

  for (guint32 i = 0; i < count && (rounds != NULL || g_get_monotonic_time () < end) && !g_test_failed (); i++)
    try (first + i);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* Slower than elsewhere: however busy the machine, no request may take half a minute. */
  g_setenv ("CONVENE_TEST_CLOCK_SCALE", "8", TRUE);
  g_test_add_func ("/workflow/life-model/O-1/O-9/O-12/X-1/X-13/HL-12-HL-15", test_lives);
  return g_test_run ();
}
