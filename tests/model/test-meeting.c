/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "convene-agenda.h"
#include "convene-meeting-compare.h"

#define REFERENCE "K7Q2-9FXM"

static void
set_start (ConveneInterview *interview,
           const char       *wall,
           const char       *zone)
{
  g_autoptr(ConveneMoment) start = convene_moment_parse (wall, zone, NULL);

  convene_interview_set_start (interview, start);
}

static ConveneInterview *
interview_new (void)
{
  const char *const hosts[] = { "one@example.com", "two@example.com", NULL };
  ConveneInterview *interview = convene_interview_new ();
  g_autoptr(ConveneParticipant) candidate = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", CONVENE_ROLE_CANDIDATE, "name", "Ada Example", "address", "ada@example.com", NULL);

  convene_interview_set_job (interview, "Staff Engineer");
  set_start (interview, "2026-12-01 10:00", "UTC");
  convene_interview_set_duration (interview, 45);
  convene_interview_set_agenda (interview, "Introduction\nQuestions");
  convene_interview_set_password (interview, "secret");
  convene_interview_set_alternative_hosts (interview, hosts);
  convene_interview_add_participant (interview, candidate);
  return interview;
}

/* What was sent is what is looked for: it differs in nothing from the interview that it was made for. */
static void
test_intent (void)
{
  const char *const hosts[] = { "one@example.com", "two@example.com", NULL };
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(ConveneMeeting) intent = convene_meeting_new_intent (interview, REFERENCE);

  g_assert_null (convene_meeting_get_id (intent));
  g_assert_cmpint (convene_meeting_get_state (intent), ==, CONVENE_MEETING_STATE_PENDING);
  g_assert_nonnull (strstr (convene_meeting_get_topic (intent), "Staff Engineer"));
  g_assert_cmpstr (convene_meeting_get_agenda (intent), ==, "Introduction\nQuestions\nConvene ref " REFERENCE);
  g_assert_cmpstr (convene_meeting_get_reference (intent), ==, REFERENCE);
  g_assert_cmpint (convene_meeting_get_start (intent), ==, convene_moment_get_instant (convene_interview_get_start (interview)));
  g_assert_cmpstr (convene_meeting_get_timezone (intent), ==, "UTC");
  g_assert_cmpint (convene_meeting_get_duration (intent), ==, 45);
  g_assert_cmpstr (convene_meeting_get_password (intent), ==, "secret");
  g_assert_cmpstrv (convene_meeting_get_alternative_hosts (intent), hosts);
  g_assert_cmpuint (convene_meeting_compare (intent, interview), ==, CONVENE_MEETING_DIFFERENCE_NONE);
}

/* An agenda without room for the reference. */
static void
test_intent_full (void)
{
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(ConveneMeeting) intent = NULL;
  g_autofree char *agenda = g_strnfill (1990, 'a');

  convene_interview_set_agenda (interview, agenda);
  intent = convene_meeting_new_intent (interview, REFERENCE);
  g_assert_null (convene_meeting_get_reference (intent));
  g_assert_cmpstr (convene_meeting_get_agenda (intent), ==, agenda);
  g_assert_cmpuint (convene_meeting_compare (intent, interview), ==, CONVENE_MEETING_DIFFERENCE_NONE);
}

static void
show_otherwise (ConveneMeeting   *meeting,
                ConveneInterview *interview)
{
  const char *const hosts[] = { "TWO@example.com", "one@example.com", NULL };

  convene_meeting_set_topic (meeting, "  Staff Engineer Interview ");
  convene_meeting_set_agenda (meeting, "Introduction\r\nQuestions\r\nConvene ref " REFERENCE " ");
  convene_meeting_set_timezone (meeting, "Etc/UTC");
  convene_meeting_set_alternative_hosts (meeting, hosts);
  convene_interview_set_notes (interview, "Notes");
  convene_interview_set_details (interview, "Details");
}

static void
forget_zone (ConveneMeeting   *meeting,
             ConveneInterview *interview)
{
  convene_meeting_set_timezone (meeting, NULL);
}

static void
ask_no_password (ConveneMeeting   *meeting,
                 ConveneInterview *interview)
{
  convene_interview_set_password (interview, NULL);
}

static void
change_candidate (ConveneMeeting   *meeting,
                  ConveneInterview *interview)
{
  convene_interview_set_job (interview, "Designer");
}

static void
change_agenda (ConveneMeeting   *meeting,
               ConveneInterview *interview)
{
  convene_interview_set_agenda (interview, "Introduction");
}

static void
lose_reference (ConveneMeeting   *meeting,
                ConveneInterview *interview)
{
  convene_meeting_set_agenda (meeting, "Introduction\nQuestions");
}

/* A meeting that never had room for one needs none. */
static void
have_no_reference (ConveneMeeting   *meeting,
                   ConveneInterview *interview)
{
  lose_reference (meeting, interview);
  convene_meeting_set_reference (meeting, NULL);
}

static void
paste_reference (ConveneMeeting   *meeting,
                 ConveneInterview *interview)
{
  convene_interview_set_agenda (interview, "Introduction\nQuestions\nConvene ref ABCD-2345");
}

static void
move (ConveneMeeting   *meeting,
      ConveneInterview *interview)
{
  set_start (interview, "2026-12-01 10:01", "UTC");
}

static void
change_zone (ConveneMeeting   *meeting,
             ConveneInterview *interview)
{
  set_start (interview, "2026-12-01 11:00", "Europe/Berlin");
}

static void
shorten (ConveneMeeting   *meeting,
         ConveneInterview *interview)
{
  convene_interview_set_duration (interview, 30);
}

static void
ask_password (ConveneMeeting   *meeting,
              ConveneInterview *interview)
{
  convene_interview_set_password (interview, "Secret");
}

static void
add_host (ConveneMeeting   *meeting,
          ConveneInterview *interview)
{
  const char *const hosts[] = { "one@example.com", "two@example.com", "three@example.com", NULL };

  convene_interview_set_alternative_hosts (interview, hosts);
}

static void
remove_hosts (ConveneMeeting   *meeting,
              ConveneInterview *interview)
{
  convene_interview_set_alternative_hosts (interview, NULL);
}

typedef struct
{
  const char *name;
  void (*change) (ConveneMeeting *meeting, ConveneInterview *interview);
  ConveneMeetingDifference expected;
} CompareRow;

static const CompareRow compare_rows[] = {
  { "shown-otherwise", show_otherwise, CONVENE_MEETING_DIFFERENCE_NONE },
  { "zone-unknown", forget_zone, CONVENE_MEETING_DIFFERENCE_NONE },
  { "password-any", ask_no_password, CONVENE_MEETING_DIFFERENCE_NONE },
  { "reference-none", have_no_reference, CONVENE_MEETING_DIFFERENCE_NONE },
  { "topic", change_candidate, CONVENE_MEETING_DIFFERENCE_TOPIC },
  { "agenda", change_agenda, CONVENE_MEETING_DIFFERENCE_AGENDA },
  { "agenda-pasted", paste_reference, CONVENE_MEETING_DIFFERENCE_AGENDA },
  { "start", move, CONVENE_MEETING_DIFFERENCE_TIME },
  { "zone", change_zone, CONVENE_MEETING_DIFFERENCE_TIME },
  { "duration", shorten, CONVENE_MEETING_DIFFERENCE_TIME },
  { "password", ask_password, CONVENE_MEETING_DIFFERENCE_PASSWORD },
  { "host-added", add_host, CONVENE_MEETING_DIFFERENCE_ALTERNATIVE_HOSTS },
  { "hosts-removed", remove_hosts, CONVENE_MEETING_DIFFERENCE_ALTERNATIVE_HOSTS },
};

static void
test_compare (gconstpointer data)
{
  const CompareRow *row = data;
  g_autoptr(ConveneInterview) interview = interview_new ();
  g_autoptr(ConveneMeeting) meeting = convene_meeting_new_intent (interview, REFERENCE);

  row->change (meeting, interview);
  g_assert_cmpuint (convene_meeting_compare (meeting, interview), ==, row->expected);
}

typedef struct
{
  const char         *name;
  gint64              seen_at;
  gint64              start;
  int                 duration;
  const char         *timezone;
  const char         *join_url;
  const char         *password;
  ConveneMeetingDrift expected;
} DriftRow;

static const DriftRow drift_rows[] = {
  { "never", 0, 0, 0, NULL, NULL, NULL, CONVENE_MEETING_DRIFT_NONE },
  { "zone", 1, 1000, 45, "Europe/Paris", "https://zoom.example.com/j/1", "p", CONVENE_MEETING_DRIFT_NONE },
  { "start", 1, 1001, 45, "UTC", "https://zoom.example.com/j/1", "p", CONVENE_MEETING_DRIFT_MOVED },
  { "duration", 1, 1000, 44, "UTC", "https://zoom.example.com/j/1", "p", CONVENE_MEETING_DRIFT_MOVED },
  { "link", 1, 1000, 45, "UTC", "https://zoom.example.com/j/2", "p", CONVENE_MEETING_DRIFT_LINK },
  { "password", 1, 1000, 45, "UTC", "https://zoom.example.com/j/1", "q", CONVENE_MEETING_DRIFT_LINK },
  { "all", 1, 1, 1, "UTC", NULL, NULL, CONVENE_MEETING_DRIFT_MOVED | CONVENE_MEETING_DRIFT_LINK },
};

static void
test_drift (gconstpointer data)
{
  const DriftRow *row = data;
  g_autoptr(ConveneMeeting) meeting = g_object_new (CONVENE_TYPE_MEETING, "start", G_GINT64_CONSTANT (1000), "duration", 45, "timezone", "UTC",
                                                     "join-url", "https://zoom.example.com/j/1", "password", "p",
                                                     "seen-at", row->seen_at, "seen-start", row->start, "seen-duration", row->duration,
                                                     "seen-timezone", row->timezone, "seen-join-url", row->join_url, "seen-password", row->password, NULL);

  g_assert_cmpuint (convene_meeting_get_drift (meeting), ==, row->expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/O-1/meeting/intent", test_intent);
  g_test_add_func ("/model/O-1/meeting/intent-full", test_intent_full);
  for (guint i = 0; i < G_N_ELEMENTS (compare_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/model/HL-12/meeting/compare/", compare_rows[i].name, NULL);

      g_test_add_data_func (path, &compare_rows[i], test_compare);
    }
  for (guint i = 0; i < G_N_ELEMENTS (drift_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/model/TA-26/meeting/drift/", drift_rows[i].name, NULL);

      g_test_add_data_func (path, &drift_rows[i], test_drift);
    }
  return g_test_run ();
}
