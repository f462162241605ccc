/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ui-fixture.h"

#define ZOOM_HOST "recruiter@example.com"
#define ZOOM_NUMBER (G_GINT64_CONSTANT (81234567890))

static void
add_person (ConveneInterview *interview,
            ConveneRole       role,
            const char       *name,
            const char       *zone)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);
  g_autofree char *address = NULL;
  g_autoptr(ConveneParticipant) person = NULL;

  g_strdelimit (lower, " ", '.');
  address = g_strconcat (lower, "@example.com", NULL);
  person = g_object_new (CONVENE_TYPE_PARTICIPANT, "role", role, "name", name, "address", address, "timezone", zone, NULL);
  convene_interview_add_participant (interview, person);
}

ConveneInterview *
ui_fixture_make_interview (const char     *candidate,
                           const char     *job,
                           const char     *wall,
                           const char     *zone,
                           int             minutes,
                           ConvenePlatform platform)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(ConveneMoment) start = convene_moment_parse (wall, zone, &error);
  g_autofree char  *uid = g_uuid_string_random ();
  ConveneInterview *interview;

  g_assert_no_error (error);
  interview = g_object_new (CONVENE_TYPE_INTERVIEW, "uid", uid, "status", CONVENE_STATUS_SCHEDULED, "job", job, "start", start, "duration", minutes, "platform", platform,
                            "agenda", "Introduction, experience, questions", "created", UI_FIXTURE_NOW, NULL);
  if (platform == CONVENE_PLATFORM_LINK)
    convene_interview_set_link (interview, "https://meet.example.com/room");
  if (platform == CONVENE_PLATFORM_PHONE || platform == CONVENE_PLATFORM_IN_PERSON)
    convene_interview_set_location (interview, platform == CONVENE_PLATFORM_PHONE ? "+1 555 0100" : "Room 4, 1 Example Street");
  add_person (interview, CONVENE_ROLE_CANDIDATE, candidate, "America/Mexico_City");
  add_person (interview, CONVENE_ROLE_HIRING_MANAGER, "Hal Manager", NULL);
  return interview;
}

static ConveneMeeting *
make_meeting (ConveneInterview *interview,
              int               state)
{
  const ConveneMoment *start = convene_interview_get_start (interview);
  g_autofree char     *id = g_uuid_string_random ();
  ConveneMeeting      *meeting = g_object_new (CONVENE_TYPE_MEETING, "id", id, "provider", "zoom", "state", state, "host", ZOOM_HOST, "topic", convene_interview_get_job (interview),
                                               "start", convene_moment_get_instant (start), "duration", convene_interview_get_duration (interview), "timezone",
                                               convene_moment_get_zone (start), "reference", "ABCD-EFGH", NULL);

  if (state == CONVENE_MEETING_STATE_LIVE || state == CONVENE_MEETING_STATE_UNMANAGED)
    g_object_set (meeting, "number", ZOOM_NUMBER, "uuid", "uuid==", "join-url", "https://zoom.example.com/j/81234567890?pwd=abc", "password", "c0nvene!", "created-at",
                  UI_FIXTURE_NOW, NULL);
  return meeting;
}

static ConveneOperation *
make_operation (ConveneInterview     *interview,
                ConveneMeeting       *meeting,
                ConveneOperationKind  kind,
                ConveneOperationState state)
{
  g_autofree char *id = g_uuid_string_random ();
  gboolean         settled = convene_operation_state_is_settled (state);
  gboolean         failed = state == CONVENE_OPERATION_STATE_FAILED;

  return g_object_new (CONVENE_TYPE_OPERATION, "id", id, "kind", kind, "state", state, "interview-uid", convene_interview_get_uid (interview), "meeting-id",
                       meeting != NULL ? convene_meeting_get_id (meeting) : NULL, "host", meeting != NULL ? ZOOM_HOST : NULL, "due", UI_FIXTURE_NOW, "created", UI_FIXTURE_NOW,
                       "attempts", state == CONVENE_OPERATION_STATE_WAITING ? 0 : 1, "settled", settled ? UI_FIXTURE_NOW : 0, "error-code", failed ? "refused" : NULL,
                       "error-message", failed ? "Zoom refused the meeting." : NULL, NULL);
}

static ConveneOperationState
create_state (int meeting_state)
{
  switch (meeting_state)
    {
    case CONVENE_MEETING_STATE_PENDING:
      return CONVENE_OPERATION_STATE_WAITING;

    case CONVENE_MEETING_STATE_FAILED:
      return CONVENE_OPERATION_STATE_FAILED;

    default:
      return CONVENE_OPERATION_STATE_DONE;
    }
}

void
ui_fixture_put (UiFixture        *self,
                ConveneInterview *interview,
                int               meeting_state)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autoptr(ConveneMeeting) meeting = meeting_state >= 0 ? make_meeting (interview, meeting_state) : NULL;
  g_autoptr(ConveneOperation) letter = NULL;
  ConveneOperationState created = create_state (meeting_state);

  convene_change_add_interview (change, interview);
  if (meeting != NULL)
    {
      g_autoptr(ConveneOperation) create = make_operation (interview, meeting, CONVENE_OPERATION_KIND_MEETING_CREATE, created);

      convene_change_put_meeting (change, meeting);
      convene_change_attach_meeting (change, convene_interview_get_uid (interview), convene_meeting_get_id (meeting));
      convene_change_add_operation (change, create);
    }
  letter = make_operation (interview, NULL, CONVENE_OPERATION_KIND_MAIL_INVITATION, created == CONVENE_OPERATION_STATE_WAITING ? created : CONVENE_OPERATION_STATE_DONE);
  convene_change_add_operation (change, letter);
  ui_fixture_commit (self, change);
}

void
ui_fixture_update (UiFixture        *self,
                   ConveneInterview *interview)
{
  g_autoptr(ConveneChange) change = convene_change_new ();

  convene_change_update_interview (change, interview);
  ui_fixture_commit (self, change);
}

char *
ui_fixture_add_interview (UiFixture      *self,
                          const char     *candidate,
                          const char     *job,
                          const char     *wall,
                          const char     *zone,
                          int             minutes,
                          ConvenePlatform platform)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview (candidate, job, wall, zone, minutes, platform);

  ui_fixture_put (self, interview, platform == CONVENE_PLATFORM_ZOOM ? CONVENE_MEETING_STATE_LIVE : -1);
  return g_strdup (convene_interview_get_uid (interview));
}

char *
ui_fixture_add_failed_interview (UiFixture  *self,
                                 const char *candidate,
                                 const char *job,
                                 const char *wall,
                                 const char *zone,
                                 int         minutes)
{
  g_autoptr(ConveneInterview) interview = ui_fixture_make_interview (candidate, job, wall, zone, minutes, CONVENE_PLATFORM_ZOOM);

  ui_fixture_put (self, interview, CONVENE_MEETING_STATE_FAILED);
  return g_strdup (convene_interview_get_uid (interview));
}

void
ui_fixture_add_account (UiFixture          *self,
                        ConveneAccountKind  kind,
                        const char         *address,
                        ConveneAccountState state)
{
  g_autoptr(ConveneChange) change = convene_change_new ();
  g_autofree char *id = g_uuid_string_random ();
  gboolean         is_zoom = kind == CONVENE_ACCOUNT_KIND_ZOOM;
  g_autoptr(ConveneAccount) account =
                 g_object_new (CONVENE_TYPE_ACCOUNT, "id", id, "kind", kind, "method", is_zoom ? CONVENE_ACCOUNT_METHOD_SERVER_TO_SERVER : CONVENE_ACCOUNT_METHOD_PASSWORD,
                               "address", address, "name", "Rea Recruiter", "state", state, "plan", is_zoom ? "licensed" : NULL, "checked-at", UI_FIXTURE_NOW, "connected-at",
                               UI_FIXTURE_NOW, "oauth-url", is_zoom ? "https://zoom.us/oauth" : NULL, "server", is_zoom ? NULL : "smtp.example.com", "port", is_zoom ? 0 : 465, NULL);

  convene_change_put_account (change, account);
  ui_fixture_commit (self, change);
}
