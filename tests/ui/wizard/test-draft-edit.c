/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-draft-edit.h"
#include "ui-fixture.h"

/* An interview that is changed: what is typed is written over what was there, and nothing else is. */

#define HOUR (G_GINT64_CONSTANT (3600000000))

static void
add_person (ConveneInterview *interview,
            const char       *name,
            const char       *address,
            ConveneRole       role)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();

  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_participant_set_role (person, role);
  convene_participant_set_response (person, CONVENE_RESPONSE_ACCEPTED);
  convene_participant_set_timezone (person, "Asia/Tokyo");
  convene_interview_add_participant (interview, person);
}

static ConveneInterview *
interview_new (void)
{
  ConveneInterview *interview = ui_fixture_make_interview ("Ada Example", "Staff Engineer", "2026-12-02 10:00", "Europe/Berlin", 45, CONVENE_PLATFORM_ZOOM);

  add_person (interview, "Iris", "iris@example.com", CONVENE_ROLE_REQUIRED);
  add_person (interview, "Tom", "tom@example.com", CONVENE_ROLE_OPTIONAL);
  convene_interview_set_details (interview, "Kept as it is  \n\n");
  convene_interview_set_revision (interview, 7);
  convene_interview_set_sequence (interview, 3);
  return interview;
}

typedef struct
{
  ConveneInterview *interview;
  ConveneDraft     *base;
  ConveneDraft     *draft;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->interview = interview_new ();
  self->base = convene_draft_new ();
  self->draft = convene_draft_new ();
  convene_draft_fill_from_interview (self->base, self->interview);
  convene_draft_fill_from_interview (self->draft, self->interview);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_finalize_object (self->draft);
  g_assert_finalize_object (self->base);
  g_assert_finalize_object (self->interview);
}

static ConveneInterview *
write_changes (Fixture *self)
{
  ConveneInterview *edited = convene_interview_copy (self->interview);
  g_autoptr(GError) error = NULL;

  convene_draft_write_changes (self->draft, self->base, edited, &error);
  g_assert_no_error (error);
  return edited;
}

static ConveneParticipant *
find_person (ConveneInterview *interview,
             const char       *address)
{
  GListModel *people = convene_interview_get_participants (interview);

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);

      if (g_strcmp0 (convene_participant_get_address (person), address) == 0)
        return person;
    }

  return NULL;
}

/* Not even the blanks that the draft does not keep. */
static void
test_nothing (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(ConveneInterview) edited = write_changes (self);
  GListModel *people = convene_interview_get_participants (edited);

  g_assert_true (convene_draft_is_same (self->draft, self->base));
  g_assert_cmpstr (convene_interview_get_details (edited), ==, "Kept as it is  \n\n");
  g_assert_cmpstr (convene_interview_get_agenda (edited), ==, convene_interview_get_agenda (self->interview));
  g_assert_cmpint (convene_interview_get_revision (edited), ==, 7);
  g_assert_cmpint (convene_interview_get_sequence (edited), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, g_list_model_get_n_items (convene_interview_get_participants (self->interview)));
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (people, i);
      ConveneParticipant *before = find_person (self->interview, convene_participant_get_address (person));

      g_assert_cmpint (convene_participant_get_response (person), ==, convene_participant_get_response (before));
      g_assert_cmpstr (convene_participant_get_timezone (person), ==, convene_participant_get_timezone (before));
      g_assert_cmpint (convene_participant_get_role (person), ==, convene_participant_get_role (before));
    }
}

static void
test_fields (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(ConveneInterview) edited = NULL;

  g_object_set (self->draft, "agenda", "Another agenda", "duration", 60, "link-policy", CONVENE_LINK_POLICY_NEW, "alternative-hosts", "hal@example.com", "time", "11:30", NULL);
  g_assert_false (convene_draft_is_same (self->draft, self->base));
  edited = write_changes (self);
  g_assert_cmpstr (convene_interview_get_agenda (edited), ==, "Another agenda");
  g_assert_cmpint (convene_interview_get_duration (edited), ==, 60);
  g_assert_cmpint (convene_interview_get_link_policy (edited), ==, CONVENE_LINK_POLICY_NEW);
  g_assert_cmpstr (convene_interview_get_alternative_hosts (edited)[0], ==, "hal@example.com");
  g_assert_cmpint (convene_moment_get_instant (convene_interview_get_start (edited)), ==, convene_moment_get_instant (convene_interview_get_start (self->interview)) + HOUR * 3 / 2);
  g_assert_cmpstr (convene_interview_get_details (edited), ==, "Kept as it is  \n\n");

  /* What was given stays as it was: the one written to is a copy. */
  g_assert_cmpint (convene_interview_get_duration (self->interview), ==, 45);
}

/* Whoever stays keeps their answer and zone, in another role too; who is new has none yet. */
static void
test_people (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(ConveneInterview) edited = NULL;
  ConveneParticipant *tom;

  convene_draft_remove_interviewer (self->draft, 0);
  convene_draft_set_interviewer_role (self->draft, 0, CONVENE_ROLE_REQUIRED);
  convene_draft_add_interviewer (self->draft, "Uma", "uma@example.com", CONVENE_ROLE_OPTIONAL);
  g_assert_false (convene_draft_is_same (self->draft, self->base));
  edited = write_changes (self);

  g_assert_null (find_person (edited, "iris@example.com"));
  tom = find_person (edited, "tom@example.com");
  g_assert_cmpint (convene_participant_get_role (tom), ==, CONVENE_ROLE_REQUIRED);
  g_assert_cmpint (convene_participant_get_response (tom), ==, CONVENE_RESPONSE_ACCEPTED);
  g_assert_cmpstr (convene_participant_get_timezone (tom), ==, "Asia/Tokyo");
  g_assert_cmpint (convene_participant_get_response (find_person (edited, "uma@example.com")), ==, CONVENE_RESPONSE_NEEDS_ACTION);
  g_assert_nonnull (find_person (self->interview, "iris@example.com"));
}

static void
test_candidate (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(ConveneInterview) edited = NULL;

  g_object_set (self->draft, "candidate-name", "Bo Sample", "candidate-address", "bo@example.com", "candidate-timezone", "", NULL);
  edited = write_changes (self);
  g_assert_cmpstr (convene_participant_get_address (convene_interview_get_candidate (edited)), ==, "bo@example.com");
  g_assert_null (convene_participant_get_timezone (convene_interview_get_candidate (edited)));
  g_assert_null (find_person (edited, "ada.example@example.com"));
}

static void
test_unreadable (Fixture      *self,
                 gconstpointer data)
{
  g_autoptr(ConveneInterview) edited = convene_interview_copy (self->interview);
  g_autoptr(GError) error = NULL;

  g_object_set (self->draft, "time", "at noon, perhaps", NULL);
  g_assert_false (convene_draft_write_changes (self->draft, self->base, edited, &error));
  g_assert_nonnull (error);
}

static char *
typed (ConveneDraft *draft,
       const char   *property)
{
  char *text = NULL;

  g_object_get (draft, property, &text, NULL);
  return text;
}

static void
assert_typed (ConveneDraft *draft,
              const char   *property,
              const char   *expected)
{
  g_autofree char *text = typed (draft, property);

  g_assert_cmpstr (text, ==, expected);
}

/* Somebody else changed the interview meanwhile: that comes in, but not over what was typed here. */
static void
test_rebase (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(ConveneDraft) after = convene_draft_new ();

  convene_draft_fill_from_interview (after, self->interview);
  g_object_set (after, "agenda", "Theirs", "notes", "Theirs", "time", "15:00", "duration", 90, NULL);
  convene_draft_remove_interviewer (after, 0);
  g_object_set (self->draft, "notes", "Ours", "step", 2, NULL);

  convene_draft_rebase (self->draft, self->base, after);
  assert_typed (self->draft, "agenda", "Theirs");
  assert_typed (self->draft, "notes", "Ours");
  assert_typed (self->draft, "time", "15:00");
  g_assert_cmpuint (g_list_model_get_n_items (convene_draft_get_interviewers (self->draft)), ==, 1);
}

/* Half of a time from one and half of it from another would be one that nobody meant. */
static void
test_rebase_time (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr(ConveneDraft) after = convene_draft_new ();

  convene_draft_fill_from_interview (after, self->interview);
  g_object_set (after, "date", "2026-12-09", "time", "15:00", NULL);
  g_object_set (self->draft, "time", "11:00", NULL);

  convene_draft_rebase (self->draft, self->base, after);
  assert_typed (self->draft, "date", "2026-12-02");
  assert_typed (self->draft, "time", "11:00");
}

/* What has begun can still be edited, but not moved into the past. */
static void
test_begun (Fixture      *self,
            gconstpointer data)
{
  gint64 start = convene_moment_get_instant (convene_interview_get_start (self->interview));
  gint64 now = start + HOUR / 4;
  g_autoptr(GError) refused = convene_draft_check_field (self->draft, "start", now);
  g_autoptr(GError) stays = NULL;
  g_autoptr(GError) moved = NULL;

  g_assert_nonnull (refused);
  convene_draft_set_subject (self->draft, convene_interview_get_uid (self->interview), start);
  stays = convene_draft_check_field (self->draft, "start", now);
  g_assert_no_error (stays);
  g_object_set (self->draft, "time", "09:00", NULL);
  moved = convene_draft_check_field (self->draft, "start", now);
  g_assert_nonnull (moved);
}

#define ADD(name, test) g_test_add ("/wizard/draft-edit/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("HL-12/nothing", test_nothing);
  ADD ("TA-11/fields", test_fields);
  ADD ("TA-11/people", test_people);
  ADD ("TA-11/candidate", test_candidate);
  ADD ("unreadable", test_unreadable);
  ADD ("rebase", test_rebase);
  ADD ("rebase-time", test_rebase_time);
  ADD ("begun", test_begun);

  return g_test_run ();
}
