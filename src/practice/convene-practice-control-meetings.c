/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-control-meetings.h"

#include <gio/gio.h>

#include "convene-practice-json.h"
#include "convene-practice-meeting-body.h"
#include "convene-practice.h"

static ConvenePracticeBodyContext
get_context (ConvenePracticeState *state,
             gint64                now)
{
  return (ConvenePracticeBodyContext){ .switches = &state->switches, .now = now };
}

static void
put (JsonArray                    *changes,
     const ConvenePracticeMeeting *meeting,
     JsonObject                   *body)
{
  json_array_add_object_element (changes, convene_practice_meetings_format_put (body, meeting->visible_at));
}

static gboolean
add_delete (ConvenePracticeState         *state,
            const ConvenePracticeMeeting *meeting,
            JsonObject                   *order,
            JsonArray                    *changes)
{
  json_array_add_object_element (changes, convene_practice_meetings_format_delete (meeting->id));
  return !meeting->is_deleted;
}

static gboolean
add_restore (ConvenePracticeState         *state,
             const ConvenePracticeMeeting *meeting,
             JsonObject                   *order,
             JsonArray                    *changes)
{
  put (changes, meeting, meeting->body);
  return meeting->is_deleted;
}

/* A meeting that changes hands has the other host's address and id. */
static gboolean
set_host (JsonObject *body,
          JsonObject *request)
{
  const char                *name = convene_practice_json_get_string (request, "host_email", NULL);
  const ConvenePracticeUser *host = convene_practice_user_find (name);

  if (name == NULL)
    return TRUE;

  json_object_set_string_member (body, "host_email", name);
  if (host != NULL)
    json_object_set_string_member (body, "host_id", host->id);
  return TRUE;
}

static gboolean
add_patch (ConvenePracticeState         *state,
           const ConvenePracticeMeeting *meeting,
           JsonObject                   *order,
           JsonArray                    *changes)
{
  JsonObject                *request = convene_practice_json_get_object (order, "body");
  ConvenePracticeBodyContext context = get_context (state, G_MININT64);
  g_autoptr(JsonObject) changed = NULL;

  if (request == NULL || meeting->is_deleted)
    return FALSE;

  changed = convene_practice_meeting_body_update (meeting->body, request, &context);
  if (json_object_has_member (request, "join_url"))
    json_object_set_member (changed, "join_url", json_node_copy (json_object_get_member (request, "join_url")));
  put (changes, meeting, changed);
  return set_host (changed, request);
}

static gboolean
add_status (const ConvenePracticeMeeting *meeting,
            gboolean                      is_started,
            JsonArray                    *changes)
{
  g_autoptr(JsonObject) changed = convene_practice_json_copy (meeting->body);

  json_object_set_string_member (changed, "status", is_started ? "started" : "waiting");
  json_object_set_boolean_member (changed, "ended", !is_started);
  put (changes, meeting, changed);
  return !meeting->is_deleted;
}

static gboolean
add_start (ConvenePracticeState         *state,
           const ConvenePracticeMeeting *meeting,
           JsonObject                   *order,
           JsonArray                    *changes)
{
  return add_status (meeting, TRUE, changes);
}

static gboolean
add_end (ConvenePracticeState         *state,
         const ConvenePracticeMeeting *meeting,
         JsonObject                   *order,
         JsonArray                    *changes)
{
  return add_status (meeting, FALSE, changes);
}

static gboolean
add_create (ConvenePracticeState *state,
            JsonObject           *order,
            JsonArray            *changes)
{
  const ConvenePracticeUser *host = convene_practice_user_find (convene_practice_json_get_string (order, "host", CONVENE_PRACTICE_HOST));
  JsonObject                *request = convene_practice_json_get_object (order, "body");
  ConvenePracticeBodyContext context = get_context (state, convene_practice_state_now (state));
  g_autoptr(JsonObject) body = NULL;

  if (host == NULL || request == NULL)
    return FALSE;

  body = convene_practice_meeting_body_new (request, convene_practice_meetings_new_id (state->meetings), host, &context);
  json_array_add_object_element (changes, convene_practice_meetings_format_put (body, 0));
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*add) (ConvenePracticeState *state, const ConvenePracticeMeeting *meeting, JsonObject *order, JsonArray *changes);
} orders[] = {
  { "delete", add_delete },
  { "restore", add_restore },
  { "patch", add_patch },
  { "start", add_start },
  { "end", add_end },
};

static gboolean
add_order (ConvenePracticeState *state,
           JsonObject           *command,
           JsonArray            *changes)
{
  JsonObject *creation = convene_practice_json_get_object (command, "create");

  if (creation != NULL)
    return add_create (state, creation, changes);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      JsonObject                   *order = convene_practice_json_get_object (command, orders[i].name);
      const ConvenePracticeMeeting *meeting = order != NULL ? convene_practice_meetings_find_any (state->meetings, convene_practice_json_get_int (order, "id", 0)) : NULL;

      if (meeting != NULL)
        return orders[i].add (state, meeting, order, changes);
    }

  return FALSE;
}

gboolean
convene_practice_control_add_meeting_order (ConvenePracticeState *state,
                                            JsonObject           *command,
                                            JsonArray            *changes,
                                            GError              **error)
{
  if (add_order (state, command, changes))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no such command or meeting");
  return FALSE;
}
