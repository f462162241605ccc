/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-fixture.h"

#include "convene-change-private.h"
#include "convene-store-open.h"

/* Writing costs the same however much is stored: SQLite asks every so many steps whether it should go on, and a look at every row takes more. */

#define OPERATIONS 20000

static gboolean
count_steps (gpointer data)
{
  guint *turns = data;

  (*turns)++;
  return FALSE;
}

static void
store_many (StoreFixture *fixture)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  for (guint i = 0; i < OPERATIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("operation-%u", i);
      g_autoptr(ConveneOperation) operation = make_operation (id, NULL, CONVENE_OPERATION_STATE_DONE);

      convene_change_add_operation (change, operation);
    }
  commit_ok (fixture->store, change);
}

static void
commit_counted (StoreFixture  *fixture,
                ConveneChange *change,
                guint         *turns)
{
  ConveneConnection *connection = convene_connection_new (fixture->folder, convene_schema_get ());
  g_autoptr(GError) error = NULL;

  convene_store_open_connection (connection, &error);
  g_assert_no_error (error);
  convene_connection_set_stop (connection, count_steps, turns);
  convene_change_apply (change, connection, &error);
  g_assert_no_error (error);
  convene_connection_free (connection);
}

static void
test_parts (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr(ConveneInterview) interview = make_interview ("interview-1", 1000, 60);
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();
  g_autoptr(ConveneOperation) operation = make_operation ("operation-new", "interview-1", CONVENE_OPERATION_STATE_WAITING);
  g_autoptr(ConveneLetter) letter = convene_letter_new ();
  guint turns = 0;

  convene_meeting_set_id (meeting, "meeting-1");
  convene_operation_set_meeting_id (operation, "meeting-1");
  convene_letter_set_operation_id (letter, "operation-new");
  store_many (fixture);

  /* New at first, then changed. */
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ConveneChange) change = convene_change_new ();

      if (i == 0)
        {
          convene_change_add_interview (change, interview);
          convene_change_add_operation (change, operation);
          convene_change_attach_meeting (change, "interview-1", "meeting-1");
        }
      else
        {
          convene_change_update_interview (change, interview);
          convene_change_update_operation (change, operation, CONVENE_OPERATION_STATE_WAITING);
        }
      convene_change_put_meeting (change, meeting);
      convene_change_put_letter (change, letter);
      commit_counted (fixture, change, &turns);
    }

  g_assert_cmpuint (turns, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/cost/parts", StoreFixture, NULL, store_fixture_set_up_open, test_parts, store_fixture_tear_down);
  return g_test_run ();
}
