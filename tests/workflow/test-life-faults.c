/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Every failure of Zoom's at every operation: what is stored, shown and tried again, and what it comes to once the failure is over. The table is in
 * fault-rows.c; one profile and one practice server serve all the rows of a program, each row on a day of its own, so that the ledger begins anew. */

#include <string.h>

#include "convene-change.h"
#include "convene-letters-owed.h"
#include "fault-judge.h"

#define RETRY "retry"
#define CONNECT "connect"

/* How fast the program's clock goes in rows about time. In all others it goes as the machine's, so that nothing looks late on a busy one, and is put on
 * while nothing is under way. */
#define SCALE 4

/* How long coming to rest may take, by the machine's clock, and how often an operation may be waited for. */
#define PATIENCE (300 * G_USEC_PER_SEC)
#define MOST_WAITS 12

typedef struct
{
  Fixture *fixture; /* NULL until the first row */
  guint    rows;    /* that were played */
} World;

typedef struct
{
  World          *world;
  FaultAct        act;
  const FaultRow *row;
} Case;

static const struct
{
  const char          *name;
  ConveneOperationKind kind;
} acts[] = {
  [FAULT_ACT_CREATE] = { "create", CONVENE_OPERATION_KIND_MEETING_CREATE },
  [FAULT_ACT_LOOK] = { "look", CONVENE_OPERATION_KIND_MEETING_CREATE },
  [FAULT_ACT_UPDATE] = { "update", CONVENE_OPERATION_KIND_MEETING_UPDATE },
  [FAULT_ACT_READ_BACK] = { "read-back", CONVENE_OPERATION_KIND_MEETING_UPDATE },
  [FAULT_ACT_DELETE] = { "delete", CONVENE_OPERATION_KIND_MEETING_DELETE },
};

static Fixture *
world_get (World *self)
{
  if (self->fixture == NULL)
    {
      self->fixture = fixture_new ();
      fixture_order (self->fixture, "{'set': {'pace': 0, 'concurrency': 0}}");
      fixture_provide (self->fixture, TRUE, TRUE);
      life_set_preference (self->fixture, CONVENE_PREFERENCE_REMINDERS, "");
      convene_outbox_start (convene_engine_get_outbox (self->fixture->engine));
    }

  return self->fixture;
}

/* What Zoom does late, it does by the machine's clock. */
static gboolean
can_hasten (const FaultRow *row)
{
  return strstr (row->order, FAULT_FIVE_SECONDS) == NULL && strstr (row->order, FAULT_MINUTE) == NULL;
}

/* An answer is waited for, or what is gone is looked for a second time: the program sees to that itself. */
static gboolean
is_about_time (const FaultRow *row)
{
  return !can_hasten (row) || strstr (row->order, "'hang'") != NULL || strstr (row->order, "'3001'") != NULL || strstr (row->order, "'delete':") != NULL;
}

/* The noon of another day in UTC. That the hiring manager is nobody at Zoom is known on that day too. */
static void
begin_day (World *world)
{
  Fixture       *fixture = world_get (world);
  ConveneChange *change = convene_change_new ();

  fixture_set_clocks (fixture, (convene_clock_now (fixture->clock) / CONVENE_DAY + 1) * CONVENE_DAY + 12 * CONVENE_HOUR);
  convene_change_put_delegation (change, "test-zoom", "hal@example.com", FALSE, convene_clock_now (fixture->clock));
  life_commit (fixture, change);
}

static gboolean
pumped_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
pump (void)
{
  gboolean done = FALSE;

  g_timeout_add (10, pumped_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_letter_of (ConveneOperation *letter,
              ConveneOperation *operation)
{
  return g_strcmp0 (convene_operation_get_after (letter), convene_operation_get_id (operation)) == 0;
}

/* Whether nothing happens to an operation before its time comes, or its event. What is due is about to begin. */
static gboolean
is_put_off (FaultPlay        *self,
            ConveneOperation *operation)
{
  ConveneOperationState state = convene_operation_get_state (operation);

  return (state == CONVENE_OPERATION_STATE_WAITING || state == CONVENE_OPERATION_STATE_DOUBT) &&
         (convene_operation_get_event (operation) != NULL || convene_operation_get_due (operation) > convene_clock_now (self->fixture->clock));
}

/* The same, and nobody is patient for its sake any more: only those can be waited for. */
static gboolean
is_waiting (FaultPlay        *self,
            ConveneOperation *operation)
{
  return is_put_off (self, operation) &&
         (convene_operation_get_released (operation) || g_strcmp0 (convene_operation_get_error_code (operation), "quota") == 0);
}

/* A letter whose turn has not come. */
static gboolean
is_held (FaultPlay        *self,
         ConveneOperation *letter,
         ConveneOperation *operation)
{
  return convene_operation_get_state (letter) == CONVENE_OPERATION_STATE_WAITING && is_letter_of (letter, operation) && is_put_off (self, operation) &&
         !convene_operation_get_released (operation);
}

/* Whether only the time, or a person, can do more. */
static gboolean
is_calm (FaultPlay        *self,
         ConveneInterview *interview)
{
  ConveneOperation *operation = fault_play_get_operation (self, interview);
  GListModel       *all = convene_interview_get_operations (interview);
  gboolean          calm = operation != NULL && (is_waiting (self, operation) || !convene_operation_is_open (operation));

  for (guint i = 0; calm && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (all, i);

      calm = !convene_operation_is_open (other) || is_waiting (self, other) || is_held (self, other, operation);
    }

  return calm;
}

/* When the next of those that are put off is due; 0 while anything is under way or about to begin, or where nothing waits for a time. */
static gint64
find_next_due (FaultPlay        *self,
               ConveneInterview *interview)
{
  ConveneOperation *operation = fault_play_get_operation (self, interview);
  GListModel       *all = convene_interview_get_operations (interview);
  gint64            next = G_MAXINT64;

  for (guint i = 0; operation != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(ConveneOperation) other = g_list_model_get_item (all, i);

      if (!convene_operation_is_open (other) || is_held (self, other, operation))
        continue;
      if (!is_put_off (self, other))
        return 0;
      if (convene_operation_get_event (other) == NULL)
        next = MIN (next, convene_operation_get_due (other));
    }

  return next != G_MAXINT64 ? next : 0;
}

/* Patience and pauses pass by themselves where nothing is under way: however slow the machine, the same is tried as often. */
static ConveneInterview *
wait_until_calm (FaultPlay *self)
{
  gint64           end = g_get_monotonic_time () + PATIENCE;
  g_autofree char *seen = NULL;
  g_autoptr(ConveneInterview) interview = fixture_find (self->fixture, self->uid);
  gboolean calm = is_calm (self, interview);

  while (!calm && g_get_monotonic_time () < end)
    {
      gint64 due = can_hasten (self->row) ? find_next_due (self, interview) : 0;

      if (due > convene_clock_now (self->fixture->clock))
        fixture_set_clocks (self->fixture, due);
      pump ();
      g_object_unref (interview);
      interview = fixture_find (self->fixture, self->uid);
      calm = is_calm (self, interview);
    }
  if (calm)
    return g_steal_pointer (&interview);

  seen = fault_describe_operations (self, interview);
  g_error ("%s: it does not come to rest: %s", self->row->name, seen);
}

static void
commit (FaultPlay    *self,
        GAsyncResult *planned)
{
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->fixture->engine);
  g_autoptr(GAsyncResult) committed = NULL;
  g_autoptr(ConvenePlan) plan = NULL;
  g_autoptr(GError) error = NULL;

  plan = convene_scheduler_plan_finish (scheduler, planned, &error);
  g_assert_no_error (error);
  convene_scheduler_commit_async (scheduler, plan, 0, NULL, fixture_result_cb, &committed);
  g_assert_true (convene_scheduler_commit_finish (scheduler, fixture_await (&committed), &error));
  g_assert_no_error (error);
}

static void
schedule (FaultPlay *self)
{
  g_autoptr(ConveneInterview) interview = fixture_interview (self->job);
  g_autoptr(ConveneMoment) start = NULL;

  self->start = (convene_clock_now (self->fixture->clock) / CONVENE_DAY + 7) * CONVENE_DAY + 15 * CONVENE_HOUR;
  start = convene_moment_new_at (self->start, "America/Mexico_City", NULL);
  convene_interview_set_start (interview, start);
  self->uid = fixture_schedule (self->fixture, interview);
}

static void
move (FaultPlay *self)
{
  g_autoptr(ConveneInterview) stored = fixture_find (self->fixture, self->uid);
  g_autoptr(ConveneInterview) edited = convene_interview_copy (stored);
  g_autoptr(ConveneMoment) start = convene_moment_new_at (self->start + CONVENE_HOUR, "America/Mexico_City", NULL);
  g_autoptr(GAsyncResult) planned = NULL;

  self->start += CONVENE_HOUR;
  convene_interview_set_start (edited, start);
  convene_scheduler_plan_edit_async (convene_engine_get_scheduler (self->fixture->engine), edited, TRUE, NULL, fixture_result_cb, &planned);
  commit (self, fixture_await (&planned));
}

static void
cancel (FaultPlay *self)
{
  g_autoptr(GAsyncResult) planned = NULL;

  convene_scheduler_plan_cancel_async (convene_engine_get_scheduler (self->fixture->engine), self->uid, "The position is filled", TRUE, NULL, fixture_result_cb, &planned);
  commit (self, fixture_await (&planned));
}

static char *
replace (const char *text,
         const char *what,
         gint64      number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_auto(GStrv) parts = g_strsplit (text, what, -1);

  return g_strjoinv (digits, parts);
}

/* What Zoom is told: for how many of its milliseconds the program's clock goes five seconds or a minute, and which meeting it is about. */
static void
order (FaultPlay  *self,
       const char *text)
{
  g_autoptr(ConveneInterview) interview = self->uid != NULL ? fixture_find (self->fixture, self->uid) : NULL;
  ConveneMeeting  *meeting = interview != NULL ? convene_interview_get_meeting (interview) : NULL;
  g_autofree char *timed = replace (text, FAULT_FIVE_SECONDS, 5000 / SCALE);
  g_autofree char *slow = replace (timed, FAULT_MINUTE, 60000 / SCALE);
  g_autofree char *filled = replace (slow, FAULT_NUMBER, meeting != NULL ? convene_meeting_get_number (meeting) : 0);

  fixture_order (self->fixture, filled);
}

static void
act (FaultPlay *self)
{
  gboolean is_new = acts[self->act].kind == CONVENE_OPERATION_KIND_MEETING_CREATE;

  if (!is_new)
    {
      g_autoptr(ConveneInterview) ready = NULL;

      self->kind = CONVENE_OPERATION_KIND_MEETING_CREATE;
      schedule (self);
      ready = wait_until_calm (self);
      fixture_assert_operation (ready, CONVENE_OPERATION_KIND_MAIL_INVITATION, "done");
    }

  self->kind = acts[self->act].kind;
  order (self, self->row->order);
  if (is_new)
    schedule (self);
  else if (self->kind == CONVENE_OPERATION_KIND_MEETING_UPDATE)
    move (self);
  else
    cancel (self);
}

static void
mend (FaultPlay *self)
{
  const char *how = self->row->mend;

  fixture_order (self->fixture, "{'heal': {}}");
  if (g_strcmp0 (how, RETRY) == 0)
    g_assert_cmpint (fixture_retry (self->fixture->engine, self->uid), ==, 1);
  else if (g_strcmp0 (how, CONNECT) == 0)
    fixture_connect (self->fixture);
  else if (how != NULL)
    order (self, how);
  if (how != NULL && *how == '{')
    fixture_retry (self->fixture->engine, self->uid);
}

/* Nobody does anything but wait. */
static ConveneInterview *
wait_for_the_rest (FaultPlay *self)
{
  g_autofree char *seen = NULL;
  g_autoptr(ConveneInterview) interview = wait_until_calm (self);

  for (guint i = 0; i < MOST_WAITS; i++)
    {
      ConveneOperation *operation = fault_play_get_operation (self, interview);

      if (!convene_operation_is_open (operation) || convene_operation_get_event (operation) != NULL)
        return g_steal_pointer (&interview);

      fixture_set_clocks (self->fixture, MAX (convene_operation_get_due (operation), convene_clock_now (self->fixture->clock)) + CONVENE_SECOND);
      pump ();
      g_object_unref (interview);
      interview = wait_until_calm (self);
    }

  seen = fault_describe_operations (self, interview);
  g_error ("%s: it is tried for ever: %s", self->row->name, seen);
}

static void
play_clear (FaultPlay *self)
{
  fixture_order (self->fixture, "{'heal': {}}");
  g_ptr_array_unref (self->history);
  g_free (self->job);
  g_free (self->uid);
}

static void
test_row (gconstpointer data)
{
  const Case     *one = data;
  const FaultRow *row = one->row;
  FaultPlay       play = { .row = row, .act = one->act, .fixture = world_get (one->world), .history = g_ptr_array_new_with_free_func (g_free) };
  g_autoptr(ConveneInterview) first = NULL;
  g_autoptr(ConveneInterview) last = NULL;

  play.job = g_strdup_printf ("Engineer %03u", ++one->world->rows);
  begin_day (one->world);
  convene_scaled_clock_set_scale (CONVENE_SCALED_CLOCK (play.fixture->clock), is_about_time (row) ? SCALE : 1);
  play.writes = fault_count_writes (play.fixture);
  act (&play);
  first = wait_until_calm (&play);
  fault_judge_outcome (&play, "first", first, &row->first);
  fault_judge_shown (&play, first);

  mend (&play);
  last = wait_for_the_rest (&play);
  fault_judge_outcome (&play, "at last", last, row->last.operation != NULL ? &row->last : &row->first);
  fault_judge_cost (&play);
  fault_judge_zoom (&play, last);
  play_clear (&play);
}

static void
add_rows (World     *world,
          FaultAct   which,
          GPtrArray *cases)
{
  guint           count;
  const FaultRow *rows = fault_rows_get (which, &count);

  for (guint i = 0; i < count; i++)
    {
      Case            *one = g_new (Case, 1);
      g_autofree char *path = g_strconcat ("/workflow/faults/", acts[which].name, "/", rows[i].name, NULL);

      one->world = world;
      one->act = which;
      one->row = &rows[i];
      g_ptr_array_add (cases, one);
      g_test_add_data_func (path, one, test_row);
    }
}

int
main (int   argc,
      char *argv[])
{
  World world = { 0 };
  g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func (g_free);
  int result;

  g_setenv ("CONVENE_TEST_CLOCK_SCALE", G_STRINGIFY (SCALE), TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (argc < 2 || g_str_equal (argv[1], acts[i].name))
      add_rows (&world, i, cases);

  result = g_test_run ();
  if (world.fixture != NULL)
    fixture_free (world.fixture);
  return result;
}
