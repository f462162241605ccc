/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "convene-engine-directory.h"
#include "convene-error.h"
#include "convene-opening.h"
#include "profile-fixture.h"

/* Files are opened and applied: what the database has then. What means what is in test-opening-judge.c. */

#define UID "5f0c9a52-7a57-4c5d-9d44-1d0b2b7a7a11"
#define FOREIGN "040000008200E00074C5B7101A82E008"

/* Now is 2026-12-01T09:20:00Z, the interview is a day later. */
#define START PROFILE_NOW + 24 * CONVENE_HOUR

typedef struct
{
  Profile *profile;
} Fixture;

static void
add_person (ConveneInterview *interview,
            const char       *name,
            const char       *address,
            ConveneRole       role)
{
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", role, "name", name, "address", address, NULL);

  convene_interview_add_participant (interview, person);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneInterview) interview = NULL;
  g_autoptr(ConveneAccount) mail = convene_account_new ();

  self->profile = profile_new ();
  interview = profile_make (UID, 24);
  convene_interview_set_platform (interview, CONVENE_PLATFORM_IN_PERSON);
  convene_interview_set_location (interview, "Room 7");
  convene_interview_set_sequence (interview, 1);
  add_person (interview, "Grace Example", "grace@example.com", CONVENE_ROLE_HIRING_MANAGER);
  convene_account_set_id (mail, "mail");
  convene_account_set_kind (mail, CONVENE_ACCOUNT_KIND_MAIL);
  convene_account_set_address (mail, "rita@example.com");
  convene_change_add_interview (change, interview);
  convene_change_put_account (change, mail);
  profile_commit (self->profile, change);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  profile_free (self->profile);
}

/* A calendar file with one event. `lines` are those of the event, parted by line feeds. */
static GBytes *
make_file (const char *method,
           const char *uid,
           const char *lines)
{
  g_auto(GStrv) parts = g_strsplit (lines, "\n", -1);
  g_autofree char *event = g_strjoinv ("\r\n", parts);
  char            *text = g_strdup_printf ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nMETHOD:%s\r\nBEGIN:VEVENT\r\nUID:%s\r\n%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", method, uid, event);

  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_reply (const char *attendee,
            int         sequence,
            const char *stamp)
{
  g_autofree char *lines = g_strdup_printf ("DTSTAMP:%s\nSEQUENCE:%d\nDTSTART:20261202T092000Z\nDTEND:20261202T102000Z\nORGANIZER:mailto:rita@example.com\nSUMMARY:Staff Engineer Interview\n"
                                            "COMMENT:See you there\nATTENDEE;%s",
                                            stamp, sequence, attendee);

  return make_file ("REPLY", UID, lines);
}

static GBytes *
make_counter (int sequence)
{
  g_autofree char *lines = g_strdup_printf ("DTSTAMP:20261201T090000Z\nSEQUENCE:%d\nDTSTART:20261203T150000Z\nDTEND:20261203T153000Z\nORGANIZER:mailto:rita@example.com\nSUMMARY:Staff Engineer Interview\n"
                                            "ATTENDEE;PARTSTAT=TENTATIVE:mailto:ada@example.com",
                                            sequence);

  return make_file ("COUNTER", UID, lines);
}

static GBytes *
make_foreign (const char *method,
              int         sequence,
              const char *day)
{
  g_autofree char *lines = g_strdup_printf ("DTSTAMP:20261201T090000Z\nSEQUENCE:%d\nDTSTART:%sT150000Z\nDTEND:%sT154500Z\nORGANIZER;CN=Boss:mailto:boss@example.org\nSUMMARY:Chief Gardener Interview\n"
                                            "LOCATION:https://zoom.us/j/81234567890?pwd=abc\nDESCRIPTION:Bring shears\nATTENDEE;CN=Bob:mailto:bob@example.com\nATTENDEE:mailto:rita@example.com%s",
                                            sequence, day, day, g_str_equal (method, "CANCEL") ? "\nSTATUS:CANCELLED" : "");

  return make_file (method, FOREIGN, lines);
}

/* Takes the octets. */
static GListModel *
open_all (Fixture *self,
          GBytes  *bytes,
          GError **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_open_bytes_async (self->profile->engine, bytes, NULL, profile_result_cb, &result);
  g_bytes_unref (bytes);
  return convene_engine_open_bytes_finish (self->profile->engine, profile_await (&result), error);
}

static ConveneOpening *
open_one (Fixture *self,
          GBytes  *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GListModel) openings = open_all (self, bytes, &error);
  ConveneOpening *opening;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (openings), ==, 1);
  opening = g_list_model_get_item (openings, 0);
  g_test_message ("%s | %s | %s", convene_opening_get_claims (opening), convene_opening_get_effect (opening), convene_opening_get_warning (opening));
  return opening;
}

static ConveneInterview *
apply (Fixture        *self,
       ConveneOpening *opening,
       const char     *as,
       GError        **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  convene_engine_apply_opening_async (self->profile->engine, opening, as, NULL, profile_result_cb, &result);
  return convene_engine_apply_opening_finish (self->profile->engine, profile_await (&result), error);
}

static ConveneInterview *
apply_ok (Fixture        *self,
          ConveneOpening *opening,
          const char     *as)
{
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview = apply (self, opening, as, &error);

  g_assert_no_error (error);
  g_assert_nonnull (interview);
  return interview;
}

static ConveneInterview *
find (Fixture    *self,
      const char *uid)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  ConveneInterview *interview;

  convene_store_find_interview_async (self->profile->other, uid, NULL, profile_result_cb, &result);
  interview = convene_store_find_interview_finish (self->profile->other, profile_await (&result), &error);
  g_assert_no_error (error);
  return interview;
}

static guint
count_interviews (Fixture *self)
{
  ConveneInterviewFilter filter = { .all = TRUE, .to = G_MAXINT64, .limit = 10 };
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) interviews = NULL;
  guint total;

  convene_store_list_interviews_async (self->profile->other, &filter, NULL, profile_result_cb, &result);
  interviews = convene_store_list_interviews_finish (self->profile->other, profile_await (&result), &total, &error);
  g_assert_no_error (error);
  return total;
}

static GPtrArray *
list_activity (Fixture    *self,
               const char *uid)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  GPtrArray *activities;

  convene_engine_list_activity_async (self->profile->engine, uid, NULL, profile_result_cb, &result);
  activities = convene_engine_list_activity_finish (self->profile->engine, profile_await (&result), &error);
  g_assert_no_error (error);
  return activities;
}

static void
assert_verdict (ConveneOpening *opening,
                ConveneVerdict  verdict)
{
  g_assert_cmpstr (convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) convene_opening_get_verdict (opening)), ==, convene_enum_to_nick (CONVENE_TYPE_VERDICT, (int) verdict));
}

/* "ADDRESS RESPONSE" of everybody, and how many answers were taken. */
static void
assert_people (Fixture    *self,
               const char *people,
               guint       n_answers)
{
  g_autoptr(ConveneInterview) interview = find (self, UID);
  GListModel *list = convene_interview_get_participants (interview);
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", convene_participant_get_address (person),
                              convene_enum_to_nick (CONVENE_TYPE_RESPONSE, (int) convene_participant_get_response (person)));
    }
  g_assert_cmpstr (text->str, ==, people);
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_answers (interview)), ==, n_answers);
}

static void
test_answer (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = open_one (self, make_reply ("PARTSTAT=ACCEPTED;CN=Ada Augusta:mailto:ADA@example.com", 1, "20261201T090000Z"));
  g_autoptr(ConveneOpening) again = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneAnswer) answer = NULL;
  g_autoptr(GPtrArray) activities = NULL;
  g_autoptr(GError) error = NULL;
  ConveneParticipant *ada;

  /* To open is not to believe. */
  assert_verdict (opening, CONVENE_VERDICT_ANSWER);
  g_assert_nonnull (strstr (convene_opening_get_claims (opening), "Ada Example accepts"));
  g_assert_null (convene_opening_get_warning (opening));
  g_assert_false (convene_opening_needs_choice (opening));
  assert_people (self, "ada@example.com needs-action, grace@example.com needs-action", 0);

  after = apply_ok (self, opening, NULL);
  ada = convene_interview_get_candidate (after);
  g_assert_cmpint (convene_participant_get_response (ada), ==, CONVENE_RESPONSE_ACCEPTED);
  g_assert_cmpint (convene_participant_get_answered_sequence (ada), ==, 1);
  g_assert_cmpint (convene_participant_get_answered_at (ada), ==, PROFILE_NOW - 20 * CONVENE_MINUTE);
  assert_people (self, "ada@example.com accepted, grace@example.com needs-action", 1);
  answer = g_list_model_get_item (convene_interview_get_answers (after), 0);
  g_assert_cmpstr (convene_answer_get_name (answer), ==, "Ada Augusta");
  g_assert_cmpstr (convene_answer_get_address (answer), ==, "ada@example.com");
  g_assert_cmpstr (convene_answer_get_comment (answer), ==, "See you there");
  g_assert_cmpint (convene_answer_get_taken_at (answer), ==, PROFILE_NOW);
  activities = list_activity (self, UID);
  g_assert_cmpuint (activities->len, ==, 1);
  g_assert_nonnull (strstr (convene_activity_get_text (activities->pdata[0]), "Ada Example accepted on Tuesday, 1 December 2026, 09:00"));
  g_assert_cmpint (convene_interview_get_sequence (after), ==, 1);

  /* Twice is once, by the same window and by another one. */
  g_object_unref (apply_ok (self, opening, NULL));
  assert_people (self, "ada@example.com accepted, grace@example.com needs-action", 1);
  again = open_one (self, make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T090000Z"));
  assert_verdict (again, CONVENE_VERDICT_ANSWER_SAME);
  g_assert_null (apply (self, again, NULL, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);
}

/* Whoever's file comes first, the newest answer counts. */
static void
test_order (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(ConveneOpening) older = open_one (self, make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T080000Z"));
  g_autoptr(ConveneOpening) newer = open_one (self, make_reply ("PARTSTAT=DECLINED:mailto:ada@example.com", 1, "20261201T090000Z"));
  g_autoptr(ConveneOpening) other = open_one (self, make_reply ("PARTSTAT=TENTATIVE:mailto:grace@example.com", 0, "20261201T070000Z"));
  g_autoptr(GError) error = NULL;

  g_object_unref (apply_ok (self, newer, NULL));
  g_assert_null (apply (self, older, NULL, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
  assert_people (self, "ada@example.com declined, grace@example.com needs-action", 1);
  g_object_unref (apply_ok (self, other, NULL));
  assert_people (self, "ada@example.com declined, grace@example.com tentative", 2);
}

/* Two windows, two people, at one moment. */
static void
test_together (Fixture      *self,
               gconstpointer data)
{
  g_autoptr(ConveneOpening) ada = open_one (self, make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T080000Z"));
  g_autoptr(ConveneOpening) grace = open_one (self, make_reply ("PARTSTAT=ACCEPTED:mailto:grace@example.com", 1, "20261201T080000Z"));
  GAsyncResult *results[3] = { NULL };
  g_autoptr(GError) error = NULL;
  ConveneEngine *engine = self->profile->engine;

  convene_engine_apply_opening_async (engine, ada, NULL, NULL, profile_result_cb, &results[0]);
  convene_engine_apply_opening_async (engine, grace, NULL, NULL, profile_result_cb, &results[1]);
  convene_engine_apply_opening_async (engine, ada, NULL, NULL, profile_result_cb, &results[2]);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(ConveneInterview) after = convene_engine_apply_opening_finish (engine, profile_await (&results[i]), &error);

      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  assert_people (self, "ada@example.com accepted, grace@example.com accepted", 2);
}

/* The interview is moved by another process. */
static void
move (Fixture *self)
{
  g_autoptr(ConveneInterview) interview = find (self, UID);
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_interview_set_sequence (interview, 2);
  convene_interview_set_time_sequence (interview, 2);
  convene_change_update_interview (change, interview);
  profile_commit (self->profile, change);
}

static void
test_earlier (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = NULL;
  g_autoptr(ConveneOpening) again = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneAnswer) answer = NULL;
  g_autoptr(GPtrArray) activities = NULL;

  move (self);
  opening = open_one (self, make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T090000Z"));
  assert_verdict (opening, CONVENE_VERDICT_ANSWER_EARLIER);
  g_assert_nonnull (convene_opening_get_warning (opening));
  after = apply_ok (self, opening, NULL);
  assert_people (self, "ada@example.com needs-action, grace@example.com needs-action", 1);
  answer = g_list_model_get_item (convene_interview_get_answers (after), 0);
  g_assert_true (convene_answer_get_earlier (answer));
  activities = list_activity (self, UID);
  g_assert_nonnull (strstr (convene_activity_get_text (activities->pdata[0]), "earlier time"));

  again = open_one (self, make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T090000Z"));
  assert_verdict (again, CONVENE_VERDICT_ANSWER_SAME);
}

/* Between looking and saying so the interview moved: what was shown is not what would be done. */
static void
test_stale (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = open_one (self, make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T090000Z"));
  g_autoptr(GError) error = NULL;

  move (self);
  g_assert_null (apply (self, opening, NULL, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_STALE);
  assert_people (self, "ada@example.com needs-action, grace@example.com needs-action", 0);
}

static void
test_stranger (Fixture      *self,
               gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = open_one (self, make_reply ("PARTSTAT=DECLINED;CN=Eve:mailto:eve@example.org", 1, "20261201T090000Z"));
  g_autoptr(GError) error = NULL;

  assert_verdict (opening, CONVENE_VERDICT_ANSWER_STRANGER);
  g_assert_true (convene_opening_needs_choice (opening));
  g_assert_cmpuint (g_list_model_get_n_items (convene_opening_get_candidates (opening)), ==, 2);
  g_assert_nonnull (strstr (convene_opening_get_claims (opening), "Eve (eve@example.org)"));

  g_assert_null (apply (self, opening, NULL, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "as");
  g_clear_error (&error);
  g_assert_null (apply (self, opening, "eve@example.org", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  assert_people (self, "ada@example.com needs-action, grace@example.com needs-action", 0);

  g_object_unref (apply_ok (self, opening, "GRACE@example.com"));
  assert_people (self, "ada@example.com needs-action, grace@example.com declined", 1);
  g_object_unref (apply_ok (self, opening, "grace@example.com"));
  assert_people (self, "ada@example.com needs-action, grace@example.com declined", 1);
}

static void
test_delegated (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(GPtrArray) activities = NULL;

  opening = open_one (self, make_reply ("PARTSTAT=DELEGATED;DELEGATED-TO=\"mailto:bob@example.com\":mailto:grace@example.com\nATTENDEE;CN=Bob Example;DELEGATED-FROM=\"mailto:grace@example.com\":mailto:bob@example.com", 1, "20261201T090000Z"));
  assert_verdict (opening, CONVENE_VERDICT_ANSWER_DELEGATED);
  after = apply_ok (self, opening, NULL);
  assert_people (self, "ada@example.com needs-action, bob@example.com needs-action", 0);
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_hiring_manager (after)), ==, "Bob Example");
  activities = list_activity (self, UID);
  g_assert_nonnull (strstr (convene_activity_get_text (activities->pdata[activities->len - 1]), "Grace Example sends Bob Example in their place"));
}

static void
test_proposal (Fixture      *self,
               gconstpointer data)
{
  g_autoptr(ConveneOpening) accepted = open_one (self, make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T080000Z"));
  g_autoptr(ConveneOpening) opening = open_one (self, make_counter (1));
  g_autoptr(ConveneOpening) again = NULL;
  g_autoptr(ConveneInterview) after = NULL;
  g_autoptr(ConveneAnswer) answer = NULL;

  assert_verdict (opening, CONVENE_VERDICT_PROPOSAL);
  g_object_unref (apply_ok (self, accepted, NULL));
  after = apply_ok (self, opening, NULL);
  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (after)), ==, PROFILE_NOW + (2 * 24 + 5) * CONVENE_HOUR + 40 * CONVENE_MINUTE);
  g_assert_cmpstr (convene_moment_get_zone (convene_interview_get_start (after)), ==, "UTC");
  g_assert_cmpint (convene_interview_get_duration (after), ==, 30);
  g_assert_cmpint (convene_interview_get_time_sequence (after), ==, convene_interview_get_sequence (after));

  /* It was asked anew, and remembers who proposed what. */
  assert_people (self, "ada@example.com needs-action, grace@example.com needs-action", 2);
  answer = g_list_model_get_item (convene_interview_get_answers (after), 1);
  g_assert_cmpint (convene_answer_get_proposed_start (answer), ==, convene_moment_get_instant (convene_interview_get_start (after)));
  g_assert_cmpint (convene_answer_get_proposed_end (answer), ==, convene_interview_get_end (after));

  again = open_one (self, make_counter (1));
  assert_verdict (again, CONVENE_VERDICT_ANSWER_SAME);
}

static void
assert_no_letters (Fixture          *self,
                   ConveneInterview *interview)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(ConvenePlan) plan = NULL;
  ConveneScheduler *scheduler = convene_engine_get_scheduler (self->profile->engine);

  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_operations (interview)), ==, 0);
  convene_scheduler_plan_cancel_async (scheduler, convene_interview_get_uid (interview), NULL, TRUE, NULL, profile_result_cb, &result);
  plan = convene_scheduler_plan_finish (scheduler, profile_await (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (convene_plan_get_letters (plan)->len, ==, 0);
}

static void
test_foreign (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = open_one (self, make_foreign ("REQUEST", 1, "20261204"));
  g_autoptr(ConveneOpening) same = NULL;
  g_autoptr(ConveneInterview) added = NULL;
  g_autoptr(ConveneInterview) twice = NULL;

  assert_verdict (opening, CONVENE_VERDICT_FOREIGN);
  g_assert_cmpstr (convene_participant_get_address (convene_opening_get_person (opening)), ==, "bob@example.com");
  g_assert_false (convene_opening_needs_choice (opening));
  g_assert_cmpuint (count_interviews (self), ==, 1);

  added = apply_ok (self, opening, NULL);
  g_assert_cmpuint (count_interviews (self), ==, 2);
  g_assert_cmpstr (convene_interview_get_job (added), ==, "Chief Gardener");
  g_assert_cmpstr (convene_interview_get_link (added), ==, "https://zoom.us/j/81234567890?pwd=abc");
  g_assert_cmpstr (convene_interview_get_details (added), ==, "Bring shears");
  g_assert_cmpstr (convene_interview_get_origin_uid (added), ==, FOREIGN);
  g_assert_cmpstr (convene_interview_get_origin_organizer (added), ==, "boss@example.org");
  g_assert_cmpint (convene_interview_get_duration (added), ==, 45);
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (added)), ==, "Bob");
  assert_no_letters (self, added);

  twice = apply_ok (self, opening, NULL);
  g_assert_cmpstr (convene_interview_get_uid (twice), ==, convene_interview_get_uid (added));
  same = open_one (self, make_foreign ("REQUEST", 1, "20261204"));
  assert_verdict (same, CONVENE_VERDICT_FOREIGN_UPDATE);
  g_assert_null (convene_opening_get_effect (same));
  g_assert_cmpuint (count_interviews (self), ==, 2);
}

/* Who is the candidate is for the person to say. */
static void
test_foreign_as (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = open_one (self, make_foreign ("REQUEST", 1, "20261204"));
  g_autoptr(ConveneInterview) added = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (apply (self, opening, "nobody@example.com", &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpuint (count_interviews (self), ==, 1);
  added = apply_ok (self, opening, "boss@example.org");
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (added)), ==, "Boss");
}

/* Two windows at one moment make one. */
static void
test_foreign_together (Fixture      *self,
                       gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = open_one (self, make_foreign ("REQUEST", 1, "20261204"));
  GAsyncResult *results[2] = { NULL };
  g_autoptr(GError) error = NULL;
  ConveneEngine *engine = self->profile->engine;

  for (guint i = 0; i < 2; i++)
    convene_engine_apply_opening_async (engine, opening, NULL, NULL, profile_result_cb, &results[i]);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(ConveneInterview) added = convene_engine_apply_opening_finish (engine, profile_await (&results[i]), &error);

      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (count_interviews (self), ==, 2);
}

static void
test_foreign_life (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr(ConveneOpening) opening = open_one (self, make_foreign ("REQUEST", 1, "20261204"));
  g_autoptr(ConveneOpening) update = NULL;
  g_autoptr(ConveneOpening) old = NULL;
  g_autoptr(ConveneOpening) cancel = NULL;
  g_autoptr(ConveneInterview) added = apply_ok (self, opening, NULL);
  g_autoptr(ConveneInterview) moved = NULL;
  g_autoptr(ConveneInterview) cancelled = NULL;

  update = open_one (self, make_foreign ("REQUEST", 3, "20261205"));
  assert_verdict (update, CONVENE_VERDICT_FOREIGN_UPDATE);
  moved = apply_ok (self, update, NULL);
  g_assert_cmpstr (convene_interview_get_uid (moved), ==, convene_interview_get_uid (added));
  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (moved)) - convene_moment_get_instant (convene_interview_get_start (added)), ==, CONVENE_DAY);
  g_assert_cmpint (convene_interview_get_origin_sequence (moved), ==, 3);
  assert_no_letters (self, moved);

  old = open_one (self, make_foreign ("CANCEL", 2, "20261204"));
  assert_verdict (old, CONVENE_VERDICT_FOREIGN_CANCEL);
  g_assert_null (convene_opening_get_effect (old));
  cancel = open_one (self, make_foreign ("CANCEL", 4, "20261205"));
  assert_verdict (cancel, CONVENE_VERDICT_FOREIGN_CANCEL);
  cancelled = apply_ok (self, cancel, NULL);
  g_assert_cmpint (convene_interview_get_status (cancelled), ==, CONVENE_STATUS_CANCELLED);
  g_assert_cmpuint (g_list_model_get_n_items (convene_interview_get_operations (cancelled)), ==, 0);
  g_object_unref (apply_ok (self, cancel, NULL));
}

/* A stranger's file with our UID, and one with the beginning of it. */
static void
test_forged (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(ConveneOpening) own = NULL;
  g_autoptr(ConveneOpening) part = NULL;
  g_autoptr(GError) error = NULL;

  own = open_one (self, make_file ("CANCEL", UID, "DTSTAMP:20261201T090000Z\nSEQUENCE:9\nDTSTART:20261202T092000Z\nORGANIZER:mailto:eve@example.org\nSUMMARY:x\nATTENDEE:mailto:ada@example.com"));
  assert_verdict (own, CONVENE_VERDICT_OWN);
  g_assert_nonnull (strstr (convene_opening_get_warning (own), "eve@example.org"));
  g_assert_null (apply (self, own, NULL, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED);

  part = open_one (self, make_file ("REPLY", "5f0c9a52", "DTSTAMP:20261201T090000Z\nDTSTART:20261202T092000Z\nORGANIZER:mailto:rita@example.com\nATTENDEE;PARTSTAT=DECLINED:mailto:ada@example.com"));
  assert_verdict (part, CONVENE_VERDICT_UNKNOWN_REPLY);
  assert_people (self, "ada@example.com needs-action, grace@example.com needs-action", 0);
}

/* The same in a mail, whose sender is somebody else, and which has it twice, not in the same octets. */
static void
test_mail (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GBytes) calendar = make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T090000Z");
  gsize            size;
  const guchar    *octets = g_bytes_get_data (calendar, &size);
  g_autofree char *base64 = g_base64_encode (octets, size);
  g_autofree char *plain = g_strndup ((const char *) octets, size);
  char            *text = g_strdup_printf ("From: Eve <eve@example.org>\r\nTo: rita@example.com\r\nSubject: Accepted\r\nMIME-Version: 1.0\r\n"
                                                      "Content-Type: multipart/mixed; boundary=xx\r\n\r\n--xx\r\nContent-Type: text/plain\r\n\r\nYes\r\n"
                                                      "--xx\r\nContent-Type: text/calendar; method=REPLY; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n%s\r\n"
                                                      "--xx\r\nContent-Type: application/ics; name=invite.ics\r\n\r\n%s\r\n\r\n--xx--\r\n",
                                           base64, plain);
  g_autoptr(ConveneOpening) opening = open_one (self, g_bytes_new_take (text, strlen (text)));

  assert_verdict (opening, CONVENE_VERDICT_ANSWER);
  g_assert_nonnull (strstr (convene_opening_get_warning (opening), "eve@example.org"));
  g_object_unref (apply_ok (self, opening, NULL));
  assert_people (self, "ada@example.com accepted, grace@example.com needs-action", 1);
}

static void
test_mail_without (Fixture      *self,
                   gconstpointer data)
{
  const char *text = "From: eve@example.org\r\nSubject: Yes\r\n\r\nI come\r\n";
  g_autoptr(GError) error = NULL;

  g_assert_null (open_all (self, g_bytes_new_static (text, strlen (text)), &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_cmpstr (convene_error_get_field (error), ==, "file");
}

static GListModel *
open_path (Fixture    *self,
           const char *path,
           GError    **error)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);

  convene_engine_open_file_async (self->profile->engine, file, NULL, profile_result_cb, &result);
  return convene_engine_open_file_finish (self->profile->engine, profile_await (&result), error);
}

/* What is no file, no calendar, or far too much: a line that says so, and nothing is read that never ends. */
static void
test_files (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->profile->folder, "file.ics", NULL);
  g_autofree char *pipe = g_build_filename (self->profile->folder, "pipe.ics", NULL);
  g_autofree char *large = g_malloc (10 * 1024 * 1024 + 1);
  g_autoptr(GBytes) reply = make_reply ("PARTSTAT=ACCEPTED:mailto:ada@example.com", 1, "20261201T090000Z");
  g_autoptr(GListModel) openings = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_null (open_path (self, path, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (open_path (self, self->profile->folder, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  g_assert_null (open_path (self, pipe, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_clear_error (&error);

  memset (large, 'x', 10 * 1024 * 1024 + 1);
  g_assert_true (g_file_set_contents (path, large, 10 * 1024 * 1024 + 1, NULL));
  g_assert_null (open_path (self, path, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "10 MB"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  g_assert_null (open_path (self, path, &error));
  g_assert_error (error, CONVENE_ERROR, CONVENE_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (reply, NULL), (gssize) g_bytes_get_size (reply), NULL));
  openings = open_path (self, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (openings), ==, 1);
}

static void
add (const char *path,
     void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);

  add ("/workflow/O-8/answer", test_answer);
  add ("/workflow/O-8/order", test_order);
  add ("/workflow/O-8/together", test_together);
  add ("/workflow/O-8/earlier", test_earlier);
  add ("/workflow/O-8/stale", test_stale);
  add ("/workflow/O-8/stranger", test_stranger);
  add ("/workflow/O-8/delegated", test_delegated);
  add ("/workflow/O-8/proposal", test_proposal);
  add ("/workflow/O-8/foreign", test_foreign);
  add ("/workflow/O-8/foreign/as", test_foreign_as);
  add ("/workflow/O-8/foreign/together", test_foreign_together);
  add ("/workflow/O-8/foreign/life", test_foreign_life);
  add ("/workflow/O-8/forged", test_forged);
  add ("/workflow/O-8/mail", test_mail);
  add ("/workflow/O-8/mail/without", test_mail_without);
  add ("/workflow/O-8/files", test_files);
  return g_test_run ();
}
