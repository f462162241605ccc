/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Letters that were written and did not leave, and people who come and go meanwhile: nobody hears what does not concern them any more. */

#include <glib.h>

#include "letter-shelf.h"
#include "life-fixture.h"
#include "life-sink.h"

#define INVITATION CONVENE_OPERATION_KIND_MAIL_INVITATION
#define CANCELLATION CONVENE_OPERATION_KIND_MAIL_CANCELLATION

#define ADA "ada@example.com"
#define HAL "hal@example.com"
#define RITA "rita@example.com"
#define OTTO "otto@example.com"
#define OLGA "olga@example.com"

static Fixture *
fixture_new_with (const char *letters)
{
  Fixture *fixture = fixture_new ();

  fixture_provide (fixture, TRUE, TRUE);
  life_set_preference (fixture, CONVENE_PREFERENCE_LETTERS, letters);
  return fixture;
}

static char *
plan (Fixture *fixture)
{
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");

  return fixture_schedule (fixture, interview);
}

static void
change_people (Fixture    *fixture,
               const char *uid,
               const char *gone,
               const char *joining)
{
  g_autoptr(ConveneInterview) interview = fixture_find (fixture, uid);
  GListModel    *people = convene_interview_get_participants (interview);
  ConveneChange *change = convene_change_new ();

  for (guint i = g_list_model_get_n_items (people); gone != NULL && i > 0; i--)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i - 1);

      if (g_str_equal (convene_participant_get_address (person), gone))
        convene_interview_remove_participant (interview, person);
    }
  if (joining != NULL)
    {
      g_autoptr(ConveneParticipant) person = convene_participant_new ();

      convene_participant_set_address (person, joining);
      convene_participant_set_role (person, CONVENE_ROLE_REQUIRED);
      convene_interview_add_participant (interview, person);
    }

  convene_change_update_interview (change, interview);
  life_commit (fixture, change);
}

/* How often the mail server took a letter for an address, by its envelope. */
static guint
count_arrivals (Fixture    *fixture,
                const char *address)
{
  g_autoptr(GPtrArray) letters = sink_read (fixture);
  guint count = 0;

  for (guint i = 0; i < letters->len; i++)
    count += g_strv_contains ((const char *const *) ((SinkLetter *) g_ptr_array_index (letters, i))->to, address);

  return count;
}

/* The others' letters were put off; then one of them takes part no more. */
static void
test_gone_before_theirs (void)
{
  Fixture         *fixture = fixture_new_with ("apart");
  g_autofree char *uid = plan (fixture);
  g_autoptr(ConveneInterview) after = NULL;

  fixture_order (fixture, "{'fault':'later','on':'smtp','skip':1,'times':2}");
  fixture_until (fixture, uid, INVITATION, "waiting:rate-limited");
  change_people (fixture, uid, RITA, NULL);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, INVITATION, "done");
  g_assert_cmpuint (count_arrivals (fixture, ADA), ==, 1);
  g_assert_cmpuint (count_arrivals (fixture, HAL), ==, 1);
  g_assert_cmpuint (count_arrivals (fixture, RITA), ==, 0);
  fixture_free (fixture);
}

/* Nobody is left of those whose letters were put off. */
static void
test_all_gone (void)
{
  Fixture         *fixture = fixture_new_with ("apart");
  g_autofree char *uid = plan (fixture);
  g_autoptr(ConveneInterview) after = NULL;

  fixture_order (fixture, "{'fault':'later','on':'smtp','skip':2}");
  fixture_until (fixture, uid, INVITATION, "waiting:rate-limited");
  change_people (fixture, uid, RITA, NULL);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, INVITATION, "done");
  g_assert_cmpuint (count_arrivals (fixture, RITA), ==, 0);
  fixture_free (fixture);
}

/* One letter for all is in doubt, and goes again: with the same octets, and not to who takes part no more. */
static void
test_gone_in_doubt (void)
{
  Fixture         *fixture = fixture_new_with ("together");
  g_autofree char *uid = plan (fixture);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  fixture_order (fixture, "{'fault':'drop','on':'smtp','when':'in-data'}");
  fixture_until (fixture, uid, INVITATION, "doubt:unreachable");
  before = shelf_kept (fixture, uid, INVITATION);
  change_people (fixture, uid, RITA, NULL);
  life_settle (fixture, uid);
  g_assert_cmpuint (count_arrivals (fixture, ADA), ==, 1);
  g_assert_cmpuint (count_arrivals (fixture, HAL), ==, 1);
  g_assert_cmpuint (count_arrivals (fixture, RITA), ==, 0);
  after = shelf_kept (fixture, uid, INVITATION);
  g_assert_true (g_bytes_equal (convene_letter_get_bytes (g_ptr_array_index (before, 0)), convene_letter_get_bytes (g_ptr_array_index (after, 0))));
  fixture_free (fixture);
}

/* A copy is for whoever sends, who need not take part. */
static void
test_copy_in_doubt (void)
{
  Fixture *fixture = fixture_new_with ("together");
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autofree char *uid = NULL;

  convene_interview_set_copy_to_sender (interview, TRUE);
  fixture_order (fixture, "{'fault':'drop','on':'smtp','when':'in-data'}");
  uid = fixture_schedule (fixture, interview);
  life_settle (fixture, uid);
  g_assert_cmpuint (count_arrivals (fixture, RITA), ==, 1);
  g_assert_cmpuint (count_arrivals (fixture, CONVENE_PRACTICE_HOST), ==, 1);
  fixture_free (fixture);
}

/* Of two who were removed the second one's letter was put off; then they take part again. */
static void
test_returned (gconstpointer data)
{
  static const char *const gone[] = { OTTO, OLGA, NULL };
  gboolean                 apart = data != NULL;
  Fixture                 *fixture = fixture_new_with (apart ? "apart" : "together");
  g_autofree char         *uid = plan (fixture);
  ConveneChange           *change = convene_change_new ();
  gint64                   now;
  g_autoptr(ConveneOperation) operation = NULL;

  life_settle (fixture, uid);
  now = convene_clock_now (fixture->clock);
  fixture_order (fixture, apart ? "{'fault':'later','on':'smtp','skip':1}" : "{'fault':'drop','on':'smtp','when':'in-data'}");
  operation = g_object_new (CONVENE_TYPE_OPERATION, "id", "removal", "kind", CANCELLATION, "state", CONVENE_OPERATION_STATE_WAITING, "interview-uid", uid,
                            "recipients", gone, "created", now, "due", now, NULL);
  convene_change_add_operation (change, operation);
  life_commit (fixture, change);
  fixture_until (fixture, uid, CANCELLATION, apart ? "waiting:rate-limited" : "doubt:unreachable");
  change_people (fixture, uid, NULL, OLGA);
  life_settle (fixture, uid);
  life_assert_state (fixture, "removal", "done");
  g_assert_cmpuint (count_arrivals (fixture, OTTO), ==, 1);
  g_assert_cmpuint (count_arrivals (fixture, OLGA), ==, 0);
  fixture_free (fixture);
}

/* One address was refused, and was corrected as the message says: who tries again does not write to the old one. */
static void
test_corrected (gconstpointer data)
{
  Fixture         *fixture = fixture_new_with (data != NULL ? "apart" : "together");
  g_autofree char *uid = plan (fixture);
  g_autoptr(ConveneInterview) before = NULL;
  g_autoptr(ConveneInterview) after = NULL;

  fixture_order (fixture, "{'fault':'refuse-recipient','on':'smtp','skip':2,'times':2}");
  life_settle (fixture, uid);
  before = fixture_find (fixture, uid);
  fixture_assert_operation (before, INVITATION, "failed:mail-refused");
  change_people (fixture, uid, RITA, "rita@example.org");
  g_assert_cmpint (fixture_retry (fixture->engine, uid), ==, 1);
  life_settle (fixture, uid);
  after = fixture_find (fixture, uid);
  fixture_assert_operation (after, INVITATION, "done");
  g_assert_cmpuint (count_arrivals (fixture, ADA), ==, 1);
  g_assert_cmpuint (count_arrivals (fixture, RITA), ==, 0);
  fixture_free (fixture);
}

/* One mailbox takes nothing for now: the others hear of a change all the same, and so does that one as soon as it can. */
static void
test_full_mailbox (void)
{
  Fixture         *fixture = fixture_new_with ("apart");
  g_autofree char *uid = plan (fixture);
  g_autofree char *invitation = NULL;
  g_autofree char *update = NULL;
  g_autoptr(ConveneInterview) before = NULL;

  fixture_order (fixture, "{'fault':'later','on':'smtp','skip':2,'times':2}");
  fixture_until (fixture, uid, INVITATION, "waiting:rate-limited");
  before = fixture_find (fixture, uid);
  invitation = life_find_id (before, INVITATION);
  life_move (fixture, uid, CONVENE_HOUR);
  update = life_add (fixture, uid, CONVENE_OPERATION_KIND_MAIL_UPDATE, invitation);
  life_settle (fixture, uid);
  life_assert_state (fixture, invitation, "failed:rate-limited");
  life_assert_state (fixture, update, "done");
  g_assert_cmpuint (count_arrivals (fixture, ADA), ==, 2);
  g_assert_cmpuint (count_arrivals (fixture, RITA), ==, 1);

  /* What is out of date by then is not sent after it. */
  g_assert_cmpint (fixture_retry (fixture->engine, uid), ==, 1);
  life_settle (fixture, uid);
  life_assert_state (fixture, invitation, "dropped");
  g_assert_cmpuint (count_arrivals (fixture, RITA), ==, 1);
  fixture_free (fixture);
}

/* SH-29: who sends and takes part has a letter, and wants no copy of another one's. */
static void
test_copy_of_ones_own (gconstpointer data)
{
  gboolean apart = data != NULL;
  Fixture *fixture = fixture_new_with (apart ? "apart" : "together");
  g_autoptr(ConveneInterview) interview = fixture_interview ("Staff Engineer");
  g_autoptr(ConveneParticipant) robin = convene_participant_new ();
  g_autofree char *uid = NULL;

  convene_participant_set_address (robin, CONVENE_PRACTICE_HOST);
  convene_participant_set_role (robin, CONVENE_ROLE_REQUIRED);
  convene_interview_add_participant (interview, robin);
  convene_interview_set_copy_to_sender (interview, TRUE);
  uid = fixture_schedule (fixture, interview);
  life_settle (fixture, uid);
  g_assert_cmpuint (count_arrivals (fixture, ADA), ==, 1);
  g_assert_cmpuint (count_arrivals (fixture, CONVENE_PRACTICE_HOST), ==, 1);
  fixture_free (fixture);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workflow/letters/O-1/hostile/gone-before-theirs", test_gone_before_theirs);
  g_test_add_func ("/workflow/letters/O-1/hostile/all-gone", test_all_gone);
  g_test_add_func ("/workflow/letters/O-1/hostile/gone-in-doubt", test_gone_in_doubt);
  g_test_add_func ("/workflow/letters/O-1/hostile/copy-in-doubt", test_copy_in_doubt);
  g_test_add_data_func ("/workflow/letters/O-1/hostile/returned", NULL, test_returned);
  g_test_add_data_func ("/workflow/letters/O-1/hostile/returned-apart", "apart", test_returned);
  g_test_add_data_func ("/workflow/letters/O-1/hostile/corrected", NULL, test_corrected);
  g_test_add_data_func ("/workflow/letters/O-1/hostile/corrected-apart", "apart", test_corrected);
  g_test_add_func ("/workflow/letters/O-1/hostile/full-mailbox", test_full_mailbox);
  g_test_add_data_func ("/workflow/letters/SH-29/hostile/copy-of-ones-own", NULL, test_copy_of_ones_own);
  g_test_add_data_func ("/workflow/letters/SH-29/hostile/copy-of-ones-own-apart", "apart", test_copy_of_ones_own);

  return g_test_run ();
}
