/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-handlers.h"

#include <string.h>

#include "convene-practice-canned.h"
#include "convene-practice-json.h"
#include "convene-practice-meeting-body.h"
#include "convene-practice-schedulers.h"
#include "convene-practice-validate.h"

const ConvenePracticeUser *
convene_practice_request_find_user (ConvenePracticeRequest *request)
{
  const char *name = request->path[1];

  if (g_str_equal (name, "me") && request->token != NULL)
    name = request->token->user;

  return convene_practice_user_find (name);
}

ConvenePracticeAnswer *
convene_practice_answer_new_no_user (const char *name)
{
  return convene_practice_answer_new_error (404, 1001, "User does not exist: %s.", name);
}

static ConvenePracticeAnswer *
new_failure (void)
{
  return convene_practice_answer_new_error (500, 500, "Internal Server Error");
}

ConvenePracticeAnswer *
convene_practice_handle_user (ConvenePracticeState   *state,
                              ConvenePracticeRequest *request)
{
  const ConvenePracticeUser *user = convene_practice_request_find_user (request);

  if (user == NULL)
    return convene_practice_answer_new_no_user (request->path[1]);

  return convene_practice_answer_new_json (200, convene_practice_user_to_json (user));
}

static JsonObject *
format_security (ConvenePracticeState *state)
{
  JsonObject *security = json_object_new ();
  JsonObject *requirement = json_object_new ();

  json_object_set_int_member (requirement, "length", state->switches.values[CONVENE_PRACTICE_PASSWORD_LENGTH]);
  json_object_set_boolean_member (requirement, "have_letter", FALSE);
  json_object_set_boolean_member (requirement, "have_number", FALSE);
  json_object_set_boolean_member (requirement, "have_special_character", FALSE);
  json_object_set_boolean_member (requirement, "only_allow_numeric", FALSE);
  json_object_set_boolean_member (security, "embed_password_in_join_link", state->switches.values[CONVENE_PRACTICE_EMBED_PASSWORD]);
  json_object_set_boolean_member (security, "waiting_room", state->switches.values[CONVENE_PRACTICE_WAITING_ROOM]);
  json_object_set_object_member (security, "meeting_password_requirement", requirement);
  return security;
}

static JsonObject *
new_boolean (const char *name,
             gboolean    value)
{
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, name, value);
  return object;
}

/* Zoom: get user settings: each option has members of its own, and no option the ones of old. */
static JsonObject *
format_settings (ConvenePracticeState *state,
                 const char           *option)
{
  const gint64 *values = state->switches.values;
  JsonObject   *settings;

  if (g_strcmp0 (option, "meeting_authentication") == 0)
    return new_boolean (option, values[CONVENE_PRACTICE_SIGN_IN] != 0);

  settings = json_object_new ();
  if (g_strcmp0 (option, "meeting_security") == 0)
    {
      json_object_set_object_member (settings, option, format_security (state));
      return settings;
    }

  json_object_set_object_member (settings, "schedule_meeting", new_boolean ("join_before_host", values[CONVENE_PRACTICE_JOIN_BEFORE_HOST] != 0));
  json_object_set_object_member (settings, "in_meeting", new_boolean ("waiting_room", values[CONVENE_PRACTICE_WAITING_ROOM] != 0));
  return settings;
}

ConvenePracticeAnswer *
convene_practice_handle_settings (ConvenePracticeState   *state,
                                  ConvenePracticeRequest *request)
{
  const ConvenePracticeUser *user = convene_practice_request_find_user (request);

  if (user == NULL)
    return convene_practice_answer_new_no_user (request->path[1]);

  return convene_practice_answer_new_json (200, format_settings (state, convene_practice_request_get_query (request, "option")));
}

ConvenePracticeAnswer *
convene_practice_handle_schedulers (ConvenePracticeState   *state,
                                    ConvenePracticeRequest *request)
{
  const ConvenePracticeUser *user = convene_practice_request_find_user (request);

  if (user == NULL)
    return convene_practice_answer_new_no_user (request->path[1]);

  return convene_practice_answer_new_json (200, convene_practice_schedulers_to_json (state, user));
}

static JsonObject *
read_body (ConvenePracticeRequest *request,
           ConvenePracticeAnswer **refusal)
{
  gsize       size;
  const char *text = convene_practice_request_get_text (request, &size);
  JsonObject *body;

  if (request->content_type == NULL || g_ascii_strcasecmp (request->content_type, "application/json") != 0)
    {
      *refusal = convene_practice_answer_new_error (415, 300, "Unsupported Content Type");
      return NULL;
    }

  body = convene_practice_json_parse_object (text, size);
  if (body == NULL)
    *refusal = convene_practice_answer_new_error (400, 300, "Request Body should be a valid JSON object.");

  return body;
}

/* Counts a create or update of the host's day, whatever becomes of it; the answer where the day is full. The count is the caller's to commit. */
static ConvenePracticeAnswer *
take_quota (ConvenePracticeState *state,
            const char           *host,
            JsonArray            *changes)
{
  gint64 now = convene_practice_state_now (state);
  gint64 limit = state->switches.values[CONVENE_PRACTICE_DAILY_LIMIT];
  gint64 used = convene_practice_limits_get_used (state->limits, host, now);

  if (used >= limit)
    {
      convene_practice_state_count (state, "429-daily");
      return convene_practice_canned_new_daily (limit);
    }

  json_array_add_object_element (changes, convene_practice_limits_format_used (host, now, used + 1));
  return NULL;
}

static void
add_quota_headers (ConvenePracticeState  *state,
                   const char            *host,
                   ConvenePracticeAnswer *answer)
{
  gint64           limit = state->switches.values[CONVENE_PRACTICE_DAILY_LIMIT];
  gint64           used = convene_practice_limits_get_used (state->limits, host, convene_practice_state_now (state));
  g_autofree char *limit_text = g_strdup_printf ("%" G_GINT64_FORMAT, limit);
  g_autofree char *left_text = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (limit - used, 0));

  if (state->switches.values[CONVENE_PRACTICE_NO_QUOTA_HEADERS])
    return;

  convene_practice_answer_set_header (answer, "X-RateLimit-Type", "Daily-limit");
  convene_practice_answer_set_header (answer, "X-RateLimit-Limit", limit_text);
  convene_practice_answer_set_header (answer, "X-RateLimit-Remaining", left_text);
}

/* A day's count is kept with whatever else happened, so that a refused request counts as well. `host` NULL: it is not of that count. */
static ConvenePracticeAnswer *
finish_write (ConvenePracticeState  *state,
              const char            *host,
              JsonArray             *changes,
              ConvenePracticeAnswer *answer)
{
  g_autoptr(GError) error = NULL;

  if (!convene_practice_state_commit (state, changes, &error))
    {
      g_message ("The journal cannot be written: %s", error->message);
      convene_practice_answer_free (answer);
      return new_failure ();
    }

  if (host != NULL)
    add_quota_headers (state, host, answer);
  return answer;
}

static ConvenePracticeBodyContext
get_context (ConvenePracticeState   *state,
             ConvenePracticeRequest *request)
{
  return (ConvenePracticeBodyContext){
    .switches = &state->switches,
    .now = convene_practice_state_now (state),
    .bare_link = convene_practice_request_find_fault (request, CONVENE_PRACTICE_FAULT_BARE_LINK) != NULL,
    .keeps_start = convene_practice_request_find_fault (request, CONVENE_PRACTICE_FAULT_KEEP_START) != NULL,
    .new_link = convene_practice_request_find_fault (request, CONVENE_PRACTICE_FAULT_NEW_LINK) != NULL,
  };
}

static gint64
get_visible_at (ConvenePracticeState   *state,
                ConvenePracticeRequest *request)
{
  const ConvenePracticeFault *fault = convene_practice_request_find_fault (request, CONVENE_PRACTICE_FAULT_LATE_LIST);
  gint64                      late_ms = state->switches.values[CONVENE_PRACTICE_LATE_LIST_MS];

  if (fault != NULL)
    late_ms = convene_practice_json_get_int (fault->spec, "ms", 5000);

  return late_ms > 0 ? convene_practice_state_now (state) + late_ms * 1000 : 0;
}

/* Of what an account may ask of a password, practice knows the length. */
static void
check_password (ConvenePracticeState *state,
                JsonObject           *body,
                JsonArray            *errors)
{
  const char *password = convene_practice_json_get_string (body, "password", "");
  JsonObject *error;

  if (*password == '\0' || (gint64) strlen (password) >= state->switches.values[CONVENE_PRACTICE_PASSWORD_LENGTH])
    return;

  error = json_object_new ();
  json_object_set_string_member (error, "field", "password");
  json_object_set_string_member (error, "message", "The password does not meet the account's password requirements.");
  json_array_add_object_element (errors, error);
}

static ConvenePracticeAnswer *
check_body (ConvenePracticeState      *state,
            JsonObject                *body,
            gboolean                   is_update,
            const ConvenePracticeUser *host)
{
  JsonArray *errors = convene_practice_validate_meeting (body, is_update, host);

  check_password (state, body, errors);
  if (json_array_get_length (errors) > 0)
    return convene_practice_answer_new_invalid (errors);

  json_array_unref (errors);
  return NULL;
}

/* Whoever schedules for somebody else stands in the meeting as its assistant. */
static ConvenePracticeAnswer *
create (ConvenePracticeState      *state,
        ConvenePracticeRequest    *request,
        const ConvenePracticeUser *host,
        JsonObject                *body,
        JsonArray                 *changes)
{
  ConvenePracticeBodyContext context = get_context (state, request);
  const ConvenePracticeUser *caller = convene_practice_request_find_user (request);
  g_autoptr(JsonObject) meeting = convene_practice_meeting_body_new (body, convene_practice_meetings_new_id (state->meetings), host, &context);

  if (caller != host)
    json_object_set_string_member (meeting, "assistant_id", caller->id);
  json_array_add_object_element (changes, convene_practice_meetings_format_put (meeting, get_visible_at (state, request)));
  return convene_practice_answer_new_json (201, convene_practice_meeting_body_show (meeting));
}

/* A body that is wrong is refused for that first, and counts for the caller where nobody else may be the host. */
ConvenePracticeAnswer *
convene_practice_handle_create (ConvenePracticeState   *state,
                                ConvenePracticeRequest *request)
{
  const ConvenePracticeUser *caller = convene_practice_request_find_user (request);
  const ConvenePracticeUser *host = NULL;
  g_autoptr(JsonArray) changes = json_array_new ();
  g_autoptr(JsonObject) body = NULL;
  g_autoptr(ConvenePracticeAnswer) refusal = NULL;
  ConvenePracticeAnswer *answer;

  if (caller == NULL)
    return convene_practice_answer_new_no_user (request->path[1]);

  body = read_body (request, &refusal);
  if (body != NULL)
    host = convene_practice_schedulers_choose_host (state, body, caller, &refusal);
  if (host == NULL)
    host = caller;

  answer = take_quota (state, host->address, changes);
  if (answer != NULL)
    return answer;

  if (body != NULL)
    answer = check_body (state, body, FALSE, host);
  if (answer == NULL)
    answer = refusal != NULL ? g_steal_pointer (&refusal) : create (state, request, host, body, changes);

  return finish_write (state, host->address, changes, answer);
}

static const ConvenePracticeMeeting *
find_meeting (ConvenePracticeState   *state,
              ConvenePracticeRequest *request,
              ConvenePracticeAnswer **refusal)
{
  gint64                        id = 0;
  const ConvenePracticeMeeting *meeting = NULL;

  if (g_ascii_string_to_signed (request->path[1], 10, 1, G_MAXINT64, &id, NULL))
    meeting = convene_practice_meetings_find (state->meetings, id);
  if (meeting != NULL && !convene_practice_meeting_is_expired (meeting, convene_practice_state_now (state)))
    return meeting;

  *refusal = convene_practice_answer_new_error (404, 3001, "Meeting does not exist: %s.", request->path[1]);
  return NULL;
}

ConvenePracticeAnswer *
convene_practice_handle_get (ConvenePracticeState   *state,
                             ConvenePracticeRequest *request)
{
  ConvenePracticeAnswer        *answer = NULL;
  const ConvenePracticeMeeting *meeting = find_meeting (state, request, &answer);

  if (meeting == NULL)
    return answer;
  if (!convene_practice_schedulers_may_touch (state, request, meeting))
    return convene_practice_answer_new_error (404, 3001, "Meeting does not exist: %s.", request->path[1]);

  if (meeting->previous != NULL && convene_practice_request_find_fault (request, CONVENE_PRACTICE_FAULT_STALE) != NULL)
    return convene_practice_answer_new_json (200, convene_practice_meeting_body_show (meeting->previous));

  return convene_practice_answer_new_json (200, convene_practice_meeting_body_show (meeting->body));
}

/* Zoom: an update cannot give a meeting to somebody else. */
static ConvenePracticeAnswer *
check_new_host (JsonObject                *body,
                const ConvenePracticeUser *host)
{
  const char *name = convene_practice_json_get_string (body, "schedule_for", NULL);

  if (name == NULL || convene_practice_user_find (name) == host)
    return NULL;

  return convene_practice_answer_new_error (400, 3000, "You cannot schedule a meeting for %s", name);
}

static ConvenePracticeAnswer *
patch (ConvenePracticeState         *state,
       ConvenePracticeRequest       *request,
       const ConvenePracticeMeeting *meeting,
       JsonObject                   *body,
       JsonArray                    *changes)
{
  ConvenePracticeBodyContext context = get_context (state, request);
  g_autoptr(JsonObject) changed = convene_practice_meeting_body_update (meeting->body, body, &context);

  json_array_add_object_element (changes, convene_practice_meetings_format_put (changed, meeting->visible_at));
  return convene_practice_answer_new (204, NULL, NULL);
}

ConvenePracticeAnswer *
convene_practice_handle_patch (ConvenePracticeState   *state,
                               ConvenePracticeRequest *request)
{
  ConvenePracticeAnswer        *answer = NULL;
  const ConvenePracticeMeeting *meeting = find_meeting (state, request, &answer);
  g_autoptr(JsonArray) changes = json_array_new ();
  g_autoptr(JsonObject) body = NULL;
  const ConvenePracticeUser *host;

  if (meeting == NULL)
    return answer;
  if (!convene_practice_schedulers_may_touch (state, request, meeting))
    return convene_practice_answer_new_error (400, 3003, "You are not the meeting host.");

  host = convene_practice_user_find (convene_practice_meeting_get_host (meeting));
  answer = take_quota (state, host->address, changes);
  if (answer != NULL)
    return answer;

  body = read_body (request, &answer);
  if (body != NULL)
    answer = check_body (state, body, TRUE, host);
  if (answer == NULL)
    answer = check_new_host (body, host);
  if (answer == NULL)
    answer = patch (state, request, meeting, body, changes);

  return finish_write (state, host->address, changes, answer);
}

/* Zoom: delete a meeting. One that is being held, or has been, is not deleted. */
static ConvenePracticeAnswer *
check_delete (ConvenePracticeState         *state,
              ConvenePracticeRequest       *request,
              const ConvenePracticeMeeting *meeting)
{
  if (!convene_practice_schedulers_may_touch (state, request, meeting))
    return convene_practice_answer_new_error (400, 3003, "You are not the meeting host.");
  if (convene_practice_request_get_query (request, "occurrence_id") != NULL)
    return convene_practice_answer_new_error (400, 300, "Invalid parameter: occurrence_id.");
  if (convene_practice_meeting_is_live (meeting))
    return convene_practice_answer_new_error (400, 3002, CONVENE_PRACTICE_IN_PROGRESS);
  if (convene_practice_json_get_boolean (meeting->body, "ended", FALSE))
    return convene_practice_answer_new_error (400, 3007, CONVENE_PRACTICE_HAS_ENDED);

  return NULL;
}

ConvenePracticeAnswer *
convene_practice_handle_delete (ConvenePracticeState   *state,
                                ConvenePracticeRequest *request)
{
  ConvenePracticeAnswer        *answer = NULL;
  const ConvenePracticeMeeting *meeting = find_meeting (state, request, &answer);
  g_autoptr(JsonArray) changes = json_array_new ();
  gboolean counts = state->switches.values[CONVENE_PRACTICE_DELETES_COUNT];

  if (meeting == NULL)
    return answer;
  if (counts)
    answer = take_quota (state, convene_practice_meeting_get_host (meeting), changes);
  if (answer != NULL)
    return answer;

  answer = check_delete (state, request, meeting);
  if (answer == NULL)
    {
      json_array_add_object_element (changes, convene_practice_meetings_format_delete (meeting->id));
      answer = convene_practice_answer_new (204, NULL, NULL);
    }

  return finish_write (state, counts ? convene_practice_meeting_get_host (meeting) : NULL, changes, answer);
}
