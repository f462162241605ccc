/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "picture-world.h"

#define HOME "Europe/Berlin"

typedef struct
{
  const char     *candidate;
  const char     *zone;
  const char     *job;
  const char     *manager;
  const char     *wall; /* in HOME */
  int             duration;
  ConvenePlatform platform;
  int             meeting; /* its state, or -1 */
  ConveneStatus   status;
} Sample;

#define ENGINEER "Staff Engineer"
#define DESIGNER "Product Designer"
#define ANALYST "Data Analyst"
#define OFFICE "Office Manager"

#define ZOOM CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_LIVE
#define PHONE CONVENE_PLATFORM_PHONE, -1
#define LINK CONVENE_PLATFORM_LINK, -1
#define ROOM CONVENE_PLATFORM_IN_PERSON, -1

static const Sample samples[] = {
  { "Emil Novak", "Europe/Prague", OFFICE, "Ines Ferreira", "2026-11-24 09:30", 30, PHONE, CONVENE_STATUS_COMPLETED },
  { "Mina Okafor", "Africa/Lagos", ENGINEER, "Oskar Lind", "2026-11-26 14:00", 60, ZOOM, CONVENE_STATUS_COMPLETED },
  { "Jun Mori", "Asia/Tokyo", ANALYST, "Ines Ferreira", "2026-11-30 08:30", 45, ZOOM, CONVENE_STATUS_NO_SHOW },
  { "Sofia Marin", "Europe/Bucharest", DESIGNER, "Priya Raman", "2026-12-01 09:00", 45, ZOOM, CONVENE_STATUS_COMPLETED },
  { "Leo Fischer", HOME, OFFICE, "Ines Ferreira", "2026-12-01 11:30", 30, PHONE, CONVENE_STATUS_SCHEDULED },
  { "Hana Sato", "Asia/Tokyo", ANALYST, "Ines Ferreira", "2026-12-01 13:00", 45, CONVENE_PLATFORM_ZOOM, CONVENE_MEETING_STATE_FAILED, CONVENE_STATUS_SCHEDULED },
  { "Marta Silva", "Europe/Lisbon", DESIGNER, "Priya Raman", "2026-12-01 14:30", 45, ZOOM, CONVENE_STATUS_CANCELLED },
  { "Kwame Mensah", "Africa/Accra", ENGINEER, "Oskar Lind", "2026-12-01 16:00", 60, LINK, CONVENE_STATUS_PROPOSED },
  { "Lucia Romero", "America/Bogota", ENGINEER, "Oskar Lind", "2026-12-01 17:30", 60, ZOOM, CONVENE_STATUS_SCHEDULED },
  { "Noor Haddad", "Asia/Amman", DESIGNER, "Priya Raman", "2026-12-02 10:00", 45, ZOOM, CONVENE_STATUS_SCHEDULED },
  { "Aino Virtanen", "Europe/Helsinki", OFFICE, "Ines Ferreira", "2026-12-03 09:30", 30, ROOM, CONVENE_STATUS_SCHEDULED },
  { "Diego Torres", "America/Lima", ENGINEER, "Oskar Lind", "2026-12-03 16:00", 60, ZOOM, CONVENE_STATUS_SCHEDULED },
  { "Ben Carter", "Europe/London", ANALYST, "Ines Ferreira", "2026-12-08 11:00", 45, ZOOM, CONVENE_STATUS_SCHEDULED },
  { "Sofia Marin", "Europe/Bucharest", DESIGNER, "Priya Raman", "2026-12-09 10:00", 60, ROOM, CONVENE_STATUS_SCHEDULED },
  { "Ivo Petrov", "Europe/Sofia", ENGINEER, "Oskar Lind", "2026-12-10 10:30", 60, ZOOM, CONVENE_STATUS_SCHEDULED },
  { "Clara Meyer", HOME, OFFICE, "Ines Ferreira", "2026-12-14 13:00", 30, PHONE, CONVENE_STATUS_SCHEDULED },
  { "Mina Okafor", "Africa/Lagos", ENGINEER, "Oskar Lind", "2026-12-15 15:00", 90, ZOOM, CONVENE_STATUS_SCHEDULED },
  { "Tara Nolan", "Europe/Dublin", ANALYST, "Ines Ferreira", "2026-12-17 09:00", 45, ZOOM, CONVENE_STATUS_PROPOSED },
  { "Ravi Desai", "Asia/Kolkata", ENGINEER, "Oskar Lind", "2026-12-17 11:00", 60, ZOOM, CONVENE_STATUS_SCHEDULED },
  { "Lucia Romero", "America/Bogota", ENGINEER, "Oskar Lind", "2027-01-06 16:00", 60, ZOOM, CONVENE_STATUS_PROPOSED },
};

static char *
make_address (const char *name)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  return g_strconcat (g_strdelimit (lower, " ", '.'), "@example.com", NULL);
}

static ConveneInterview *
make (const Sample *sample)
{
  ConveneInterview   *interview = ui_fixture_make_interview (sample->candidate, sample->job, sample->wall, HOME, sample->duration, sample->platform);
  ConveneParticipant *manager = convene_interview_get_hiring_manager (interview);
  g_autofree char    *address = make_address (sample->manager);

  convene_participant_set_timezone (convene_interview_get_candidate (interview), sample->zone);
  convene_participant_set_name (manager, sample->manager);
  convene_participant_set_address (manager, address);
  convene_interview_set_status (interview, sample->status);

  /* Whoever lives elsewhere has answered. */
  if (sample->status != CONVENE_STATUS_PROPOSED && g_strcmp0 (sample->zone, HOME) != 0)
    convene_participant_set_response (convene_interview_get_candidate (interview), CONVENE_RESPONSE_ACCEPTED);
  return interview;
}

static void
add_person (ConveneInterview *interview,
            const char       *name,
            ConveneRole       role,
            ConveneResponse   response)
{
  g_autofree char *address = make_address (name);
  g_autoptr(ConveneParticipant) person = g_object_new (CONVENE_TYPE_PARTICIPANT, "name", name, "address", address, "role", role, "response", response, NULL);

  convene_interview_add_participant (interview, person);
}

static void
add_history (UiFixture  *fixture,
             const char *uid)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_add_activity (change, uid, UI_FIXTURE_NOW - 26 * CONVENE_HOUR, "Scheduled");
  convene_change_add_activity (change, uid, UI_FIXTURE_NOW - 26 * CONVENE_HOUR, "Zoom made the meeting");
  convene_change_add_activity (change, uid, UI_FIXTURE_NOW - 26 * CONVENE_HOUR, "The invitation was sent to 5 people");
  ui_fixture_commit (fixture, change);
}

/* The one that begins in minutes. */
static char *
add_next (UiFixture *fixture)
{
  static const Sample sample = { "Ada Olsen", "America/New_York", ENGINEER, "Oskar Lind", "2026-12-01 10:28", 45, ZOOM, CONVENE_STATUS_SCHEDULED };
  g_autoptr(ConveneInterview) interview = make (&sample);

  convene_participant_set_response (convene_interview_get_hiring_manager (interview), CONVENE_RESPONSE_ACCEPTED);
  add_person (interview, "Iris Novotna", CONVENE_ROLE_REQUIRED, CONVENE_RESPONSE_TENTATIVE);
  add_person (interview, "Tom Becker", CONVENE_ROLE_OPTIONAL, CONVENE_RESPONSE_NEEDS_ACTION);
  convene_interview_set_agenda (interview, "Introduction\nA system you are proud of\nYour questions");
  convene_interview_set_details (interview, "We speak English. No preparation is needed.");
  convene_interview_set_notes (interview, "Came through the spring meetup. Ask about notice period.");
  ui_fixture_put (fixture, interview, sample.meeting);
  add_history (fixture, convene_interview_get_uid (interview));
  return g_strdup (convene_interview_get_uid (interview));
}

char *
picture_world_fill (UiFixture *fixture)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr(ConveneInterview) interview = make (&samples[i]);

      ui_fixture_put (fixture, interview, samples[i].meeting);
    }

  return add_next (fixture);
}

void
picture_world_connect (UiFixture *fixture)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  /* The one that everybody has: an account of another Zoom cannot host. */
  g_autoptr(ConveneAccount) zoom = g_object_new (CONVENE_TYPE_ACCOUNT, "id", "zoom", "kind", CONVENE_ACCOUNT_KIND_ZOOM, "method", CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER, "oauth-url",
                                                  "https://zoom.us/oauth", "address", "rea.recruiter@example.com", "name", "Rea Recruiter", "state",
                                                  CONVENE_ACCOUNT_STATE_CONNECTED, "plan", "licensed", "checked-at", UI_FIXTURE_NOW, NULL);

  convene_change_put_account (change, zoom);
  ui_fixture_commit (fixture, change);
  ui_fixture_add_account (fixture, CONVENE_ACCOUNT_KIND_MAIL, "rea.recruiter@example.com", CONVENE_ACCOUNT_STATE_CONNECTED);
}

void
picture_world_do_all (UiFixture  *fixture,
                      const char *uid)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_find (fixture, uid);
  g_autoptr(ConveneChange) change = convene_change_new ();
  GListModel     *operations = convene_interview_get_operations (interview);
  ConveneMeeting *meeting = convene_interview_get_meeting (interview);

  g_object_set (meeting, "state", CONVENE_MEETING_STATE_LIVE, "number", G_GINT64_CONSTANT (81234567890), "uuid", "uuid==", "join-url",
                "https://zoom.example.com/j/81234567890?pwd=abc", "password", "c0nvene!", "created-at", UI_FIXTURE_NOW, NULL);
  convene_change_put_meeting (change, meeting);
  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      ConveneOperationState before = convene_operation_get_state (operation);

      convene_operation_set_state (operation, CONVENE_OPERATION_STATE_DONE);
      convene_operation_set_settled (operation, UI_FIXTURE_NOW);
      convene_change_update_operation (change, operation, before);
    }

  ui_fixture_commit (fixture, change);
}
