/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-interview-check.h"
#include "convene-secret.h"

#define NOW (G_GINT64_CONSTANT (1790000000) * G_USEC_PER_SEC)

static void
add (ConveneInterview *interview,
     ConveneRole       role,
     const char       *name,
     const char       *address)
{
  g_autoptr(ConveneParticipant) person = convene_participant_new ();

  convene_participant_set_role (person, role);
  convene_participant_set_name (person, name);
  convene_participant_set_address (person, address);
  convene_interview_add_participant (interview, person);
}

static ConveneInterview *
interview_new (void)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(ConveneMoment) start = convene_moment_parse ("2026-12-01 10:00", "America/Mexico_City", NULL);

  convene_interview_set_job (interview, "Staff Engineer");
  convene_interview_set_start (interview, start);
  convene_interview_set_duration (interview, 45);
  convene_interview_set_platform (interview, CONVENE_PLATFORM_ZOOM);
  convene_interview_set_agenda (interview, "Introduction, experience, questions");
  add (interview, CONVENE_ROLE_CANDIDATE, "Ada Example", "ada@example.com");
  return interview;
}

typedef struct
{
  const char *name;
  const char *property;
  const char *value;
  const char *field; /* of the refusal; NULL where it is accepted */
} Case;

#define A100 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

static const Case cases[] = {
  { "good", "job", "Staff Engineer", NULL },
  { "SH-24/job-empty", "job", "  ", "job" },
  { "SH-24/job-break", "job", "Staff\nEngineer", "job" },
  { "SH-24/topic-of-200", "job", A100 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL },
  { "SH-24/topic-of-201", "job", A100 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "job" },
  { "SH-21/agenda-missing", "agenda", NULL, "agenda" },
  { "SH-21/agenda-blank", "agenda", " \n ", "agenda" },
  { "SH-4/agenda-control", "agenda", "a\x02", "agenda" },
  { "SH-22/password-long", "password", "12345678901", "password" },
  { "SH-22/password-characters", "password", "a b", "password" },
  { "SH-22/password-empty", "password", "", NULL },
  { "details-not-utf8", "details", "\xff", "details" },
  { "notes-control", "notes", "\x1b[2J", "notes" },
};

static void
test_check (gconstpointer data)
{
  const Case *one = data;
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(GError) error = NULL;
  gboolean good;

  g_object_set (interview, one->property, one->value, NULL);
  good = convene_interview_check (interview, NOW, &error);
  g_assert_cmpint (good, ==, one->field == NULL);
  g_assert_cmpstr (convene_error_get_field (error), ==, one->field);
}

static void
test_agenda_length (void)
{
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(GString) agenda = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < CONVENE_AGENDA_MAX; i++)
    g_string_append (agenda, "日");
  convene_interview_set_agenda (interview, agenda->str);
  g_assert_true (convene_interview_check (interview, NOW, NULL));

  g_string_append_c (agenda, 'x');
  convene_interview_set_agenda (interview, agenda->str);
  g_assert_false (convene_interview_check (interview, NOW, &error));
  g_assert_cmpstr (convene_error_get_field (error), ==, "agenda");
}

static void
test_time (void)
{
  g_autoptr(ConveneInterview) interview = interview_new ();
  gint64 start = convene_moment_get_instant (convene_interview_get_start (interview));
  static const struct
  {
    int      duration;
    gboolean good;
  } durations[] = { { 0, FALSE }, { 1, TRUE }, { 1440, TRUE }, { 1441, FALSE } };
  g_autoptr(GError) error = NULL;

  g_assert_false (convene_interview_check (interview, start, &error));
  g_assert_cmpstr (convene_error_get_field (error), ==, "start");
  g_assert_true (convene_interview_check (interview, start - 1, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      convene_interview_set_duration (interview, durations[i].duration);
      g_assert_cmpint (convene_interview_check (interview, NOW, NULL), ==, durations[i].good);
    }
}

static void
test_platforms (void)
{
  static const struct
  {
    ConvenePlatform platform;
    const char     *link;
    const char     *location;
    const char     *field;
  } platforms[] = {
    { CONVENE_PLATFORM_LINK, "https://example.com/room", NULL, NULL },
    { CONVENE_PLATFORM_LINK, "http://example.com/room", NULL, "link" },
    { CONVENE_PLATFORM_LINK, NULL, NULL, "link" },
    { CONVENE_PLATFORM_PHONE, NULL, "+1 555 0100", NULL },
    { CONVENE_PLATFORM_PHONE, NULL, NULL, "location" },
    { CONVENE_PLATFORM_IN_PERSON, NULL, "Room 5", NULL },
    { CONVENE_PLATFORM_IN_PERSON, NULL, "Room\n5", "location" },
    { CONVENE_PLATFORM_GOOGLE_MEET, NULL, NULL, "platform" },
    { CONVENE_PLATFORM_TEAMS, NULL, NULL, "platform" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (platforms); i++)
    {
      g_autoptr(ConveneInterview) interview = interview_new ();
      g_autoptr(GError) error = NULL;

      convene_interview_set_agenda (interview, NULL);
      convene_interview_set_platform (interview, platforms[i].platform);
      convene_interview_set_link (interview, platforms[i].link);
      convene_interview_set_location (interview, platforms[i].location);
      convene_interview_check (interview, NOW, &error);
      g_assert_cmpstr (convene_error_get_field (error), ==, platforms[i].field);
    }
}

static void
test_people (void)
{
  g_autoptr(ConveneInterview) interview = interview_new ();
  GListModel *people = convene_interview_get_participants (interview);
  g_autoptr(ConveneParticipant) third = NULL;

  add (interview, CONVENE_ROLE_OPTIONAL, "Olga", "olga@example.com");
  add (interview, CONVENE_ROLE_REQUIRED, "Rita", "rita@example.com");
  add (interview, CONVENE_ROLE_HIRING_MANAGER, "Hal", "hal@example.com");
  add (interview, CONVENE_ROLE_REQUIRED, "Hal again", "HAL@example.com");
  add (interview, CONVENE_ROLE_OPTIONAL, "Ada again", "ada@EXAMPLE.com");

  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 4);
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_candidate (interview)), ==, "Ada Example");
  g_assert_cmpstr (convene_participant_get_name (convene_interview_get_hiring_manager (interview)), ==, "Hal");
  third = g_list_model_get_item (people, 2);
  g_assert_cmpstr (convene_participant_get_name (third), ==, "Olga");

  /* a weightier role takes the lighter one's place */
  add (interview, CONVENE_ROLE_REQUIRED, "Olga", "olga@example.com");
  g_assert_cmpuint (g_list_model_get_n_items (people), ==, 4);
}

static void
test_join_link (void)
{
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new ();

  g_assert_null (convene_interview_get_join_link (interview));
  convene_meeting_set_join_url (meeting, "https://example.com/j/1");
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_PENDING);
  convene_interview_set_meeting (interview, meeting);
  g_assert_null (convene_interview_get_join_link (interview));
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  g_assert_cmpstr (convene_interview_get_join_link (interview), ==, "https://example.com/j/1");
  convene_interview_set_platform (interview, CONVENE_PLATFORM_LINK);
  g_assert_null (convene_interview_get_join_link (interview));
}

static void
count_cb (GObject    *object,
          GParamSpec *pspec,
          gpointer    user_data)
{
  (*(guint *) user_data)++;
}

static void
test_properties (void)
{
  ConveneInterview *interview = convene_interview_new ();
  g_autofree char  *agenda = NULL;
  guint             notified = 0;
  int               value = 0;

  g_signal_connect (interview, "notify::agenda", G_CALLBACK (count_cb), &notified);
  convene_interview_set_agenda (interview, "one");
  convene_interview_set_agenda (interview, "one");
  g_object_get (interview, "agenda", &agenda, NULL);
  g_assert_cmpstr (agenda, ==, "one");
  g_assert_cmpuint (notified, ==, 1);
  g_assert_finalize_object (interview);

  g_assert_cmpstr (convene_enum_to_nick (CONVENE_TYPE_PLATFORM, CONVENE_PLATFORM_IN_PERSON), ==, "in-person");
  g_assert_true (convene_enum_from_nick (CONVENE_TYPE_STATUS, "no-show", &value));
  g_assert_cmpint (value, ==, CONVENE_STATUS_NO_SHOW);
  g_assert_false (convene_enum_from_nick (CONVENE_TYPE_STATUS, "none", &value));
  g_assert_false (convene_enum_from_nick (CONVENE_TYPE_STATUS, NULL, &value));
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_clock (void)
{
  g_autoptr(ConveneClock) clock = convene_system_clock_new ();
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  gint64 at = convene_clock_now (clock) + 20000;
  g_autoptr(GSource) later = convene_clock_create_source (clock, at);
  g_autoptr(GSource) past = convene_clock_create_source (clock, 1);

  g_source_set_callback (later, quit_cb, loop, NULL);
  g_source_attach (later, NULL);
  g_main_loop_run (loop);
  g_assert_cmpint (convene_clock_now (clock), >=, at);

  g_source_set_callback (past, quit_cb, loop, NULL);
  g_source_attach (past, NULL);
  g_main_loop_run (loop);
}

static void
test_secret (void)
{
  g_autoptr(ConveneSecret) secret = convene_secret_new ("hush");
  g_autoptr(ConveneSecret) same = convene_secret_new ("hush");
  g_autoptr(ConveneSecret) other = convene_secret_new ("other");

  g_assert_cmpstr (convene_secret_peek (secret), ==, "hush");
  g_assert_true (convene_secret_equal (secret, same));
  g_assert_false (convene_secret_equal (secret, other));
  g_assert_false (convene_secret_equal (secret, NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/model/interview/check/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_check);
    }
  g_test_add_func ("/model/interview/SH-4/agenda-length", test_agenda_length);
  g_test_add_func ("/model/interview/time", test_time);
  g_test_add_func ("/model/interview/SH-49/platforms", test_platforms);
  g_test_add_func ("/model/interview/SH-29/people", test_people);
  g_test_add_func ("/model/interview/join-link", test_join_link);
  g_test_add_func ("/model/interview/properties", test_properties);
  g_test_add_func ("/model/clock", test_clock);
  g_test_add_func ("/model/secret", test_secret);

  return g_test_run ();
}
