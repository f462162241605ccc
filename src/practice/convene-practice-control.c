/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-control.h"

#include <gio/gio.h>

#include "convene-practice-control-meetings.h"
#include "convene-practice-device.h"
#include "convene-practice-json.h"
#include "convene-practice-oauth.h"
#include "convene-practice.h"

static gboolean
fail (GError    **error,
      const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "There is no %s", what);
  return FALSE;
}

static gboolean
add_fault (ConvenePracticeState *state,
           JsonObject           *command,
           JsonArray            *changes,
           GError              **error)
{
  JsonObject *change = convene_practice_faults_format_new (state->faults, command, error);

  if (change == NULL)
    return FALSE;

  json_array_add_object_element (changes, change);
  return TRUE;
}

static gboolean
add_switches (ConvenePracticeState *state,
              JsonObject           *switches,
              JsonArray            *changes,
              GError              **error)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  json_object_iter_init_ordered (&iter, switches);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      JsonObject *change = convene_practice_state_format_switch (name, value);

      if (change == NULL)
        return fail (error, name);
      json_array_add_object_element (changes, change);
    }

  return TRUE;
}

static gboolean
add_quota (ConvenePracticeState *state,
           JsonObject           *quota,
           JsonArray            *changes,
           GError              **error)
{
  const ConvenePracticeUser *user = convene_practice_user_find (convene_practice_json_get_string (quota, "host", NULL));

  if (user == NULL)
    return fail (error, "such host");

  json_array_add_object_element (changes, convene_practice_limits_format_used (user->address, convene_practice_state_now (state),
                                                                               convene_practice_json_get_int (quota, "used", 0)));
  return TRUE;
}

static gboolean
add_device_answer (ConvenePracticeState *state,
                   JsonObject           *order,
                   JsonArray            *changes,
                   GError              **error)
{
  const ConvenePracticeUser *user = convene_practice_user_find (convene_practice_json_get_string (order, "user", CONVENE_PRACTICE_HOST));
  const char                *user_code = convene_practice_json_get_string (order, "user_code", NULL);
  gboolean                   allow = convene_practice_json_get_boolean (order, "allow", TRUE);
  JsonObject                *change = user != NULL ? convene_practice_device_format_answer (state, user_code, user, allow) : NULL;

  if (change == NULL)
    return fail (error, "such user, or no such code that waits");

  json_array_add_object_element (changes, change);
  return TRUE;
}

/* As if the person had removed the app in Zoom's own pages. */
static gboolean
add_revocation (ConvenePracticeState *state,
                JsonObject           *order,
                JsonArray            *changes,
                GError              **error)
{
  const ConvenePracticeUser *user = convene_practice_user_find (convene_practice_json_get_string (order, "user", NULL));

  if (user == NULL)
    return fail (error, "such user");

  json_array_add_object_element (changes, convene_practice_tokens_format_end_all (user->address, NULL, FALSE));
  return TRUE;
}

static gboolean
add_delegation (ConvenePracticeState *state,
                JsonObject           *order,
                JsonArray            *changes,
                GError              **error)
{
  const ConvenePracticeUser *host = convene_practice_user_find (convene_practice_json_get_string (order, "host", NULL));
  const ConvenePracticeUser *scheduler = convene_practice_user_find (convene_practice_json_get_string (order, "to", NULL));

  if (host == NULL || scheduler == NULL)
    return fail (error, "such user");

  json_array_add_object_element (changes, convene_practice_delegations_format (host->address, scheduler->address,
                                                                               convene_practice_json_get_boolean (order, "allowed", TRUE)));
  return TRUE;
}

static gboolean
add_scopes (JsonNode  *scopes,
            JsonArray *changes,
            GError   **error)
{
  gboolean is_text = JSON_NODE_HOLDS_VALUE (scopes) && json_node_get_value_type (scopes) == G_TYPE_STRING;

  if (!is_text && !JSON_NODE_HOLDS_NULL (scopes))
    return fail (error, "text of scopes");

  json_array_add_object_element (changes, convene_practice_state_format_scopes (is_text ? json_node_get_string (scopes) : NULL));
  return TRUE;
}

/* Whatever went wrong goes well from now on. */
static gboolean
add_healing (ConvenePracticeState *state,
             JsonObject           *order,
             JsonArray            *changes,
             GError              **error)
{
  convene_practice_faults_format_end (state->faults, changes);
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*add) (ConvenePracticeState *state, JsonObject *order, JsonArray *changes, GError **error);
} orders[] = {
  { "set", add_switches },
  { "quota", add_quota },
  { "device", add_device_answer },
  { "revoke", add_revocation },
  { "delegate", add_delegation },
  { "heal", add_healing },
};

static gboolean
add_command (ConvenePracticeState *state,
             JsonObject           *command,
             JsonArray            *changes,
             GError              **error)
{
  if (json_object_has_member (command, "fault"))
    return add_fault (state, command, changes, error);
  if (json_object_has_member (command, "scopes"))
    return add_scopes (json_object_get_member (command, "scopes"), changes, error);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      JsonObject *order = convene_practice_json_get_object (command, orders[i].name);

      if (order != NULL)
        return orders[i].add (state, order, changes, error);
    }

  return convene_practice_control_add_meeting_order (state, command, changes, error);
}

static ConvenePracticeAnswer *
new_refusal (const GError *error)
{
  JsonObject *body = json_object_new ();

  json_object_set_string_member (body, "error", error->message);
  return convene_practice_answer_new_json (400, body);
}

/* A fault's number is taken when it is applied: each command is a change of its own, in order, up to the first that is none. */
static gboolean
obey (ConvenePracticeState *state,
      JsonNode             *node,
      GError              **error)
{
  g_autoptr(JsonArray) changes = json_array_new ();

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (error, "object");

  return add_command (state, json_node_get_object (node), changes, error) && convene_practice_state_commit (state, changes, error);
}

/* {"id": N} where a meeting was made. */
static JsonObject *
format_made (ConvenePracticeState *state,
             guint                 n_before)
{
  GPtrArray  *all = convene_practice_meetings_get_all (state->meetings);
  JsonObject *object = json_object_new ();

  if (all->len > n_before)
    json_object_set_int_member (object, "id", ((ConvenePracticeMeeting *) all->pdata[all->len - 1])->id);

  return object;
}

static ConvenePracticeAnswer *
obey_all (ConvenePracticeState *state,
          JsonNode             *root)
{
  JsonArray *commands = JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
  guint      n_commands = commands != NULL ? json_array_get_length (commands) : 1;
  guint      n_meetings = convene_practice_meetings_get_all (state->meetings)->len;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < n_commands; i++)
    if (!obey (state, commands != NULL ? json_array_get_element (commands, i) : root, &error))
      return new_refusal (error);

  return convene_practice_answer_new_json (200, format_made (state, n_meetings));
}

static ConvenePracticeAnswer *
perform_control (ConvenePracticeState   *state,
                 ConvenePracticeRequest *request)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) error = NULL;
  gsize       size;
  const char *text = convene_practice_request_get_text (request, &size);

  if (!json_parser_load_from_data (parser, text, size, &error))
    return new_refusal (error);
  if (json_parser_get_root (parser) == NULL)
    return convene_practice_answer_new_error (400, 400, "There is no command");

  return obey_all (state, json_parser_get_root (parser));
}

static ConvenePracticeAnswer *
perform_login (ConvenePracticeState   *state,
               ConvenePracticeRequest *request)
{
  gsize       size;
  const char *text = convene_practice_request_get_text (request, &size);
  g_autoptr(JsonObject) order = convene_practice_json_parse_object (text, size);

  if (order == NULL)
    return convene_practice_answer_new_error (400, 400, "There is no object");

  return convene_practice_oauth_login (state, convene_practice_json_get_string (order, "user", NULL),
                                       convene_practice_json_get_string (order, "scope", NULL),
                                       convene_practice_json_get_string (order, "client", NULL));
}

static ConvenePracticeAnswer *
perform_reset (ConvenePracticeState   *state,
               ConvenePracticeRequest *request)
{
  g_autoptr(GError) error = NULL;

  if (!convene_practice_state_reset (state, &error))
    return new_refusal (error);

  return convene_practice_answer_new_json (200, json_object_new ());
}

static ConvenePracticeAnswer *
perform_state (ConvenePracticeState   *state,
               ConvenePracticeRequest *request)
{
  return convene_practice_answer_new_json (200, convene_practice_state_to_json (state));
}

static const struct
{
  const char *method;
  const char *path;
  ConvenePracticeAnswer *(*perform) (ConvenePracticeState *state, ConvenePracticeRequest *request);
} pages[] = {
  { "GET", "state", perform_state },
  { "POST", "reset", perform_reset },
  { "POST", "login", perform_login },
  { "POST", "control", perform_control },
};

ConvenePracticeAnswer *
convene_practice_control_perform (ConvenePracticeState   *state,
                                  ConvenePracticeRequest *request)
{
  if (g_str_equal (request->method, "POST") && g_strcmp0 (request->content_type, "application/json") != 0)
    return convene_practice_answer_new_error (415, 300, "Unsupported Content Type");

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].method, request->method) && g_strcmp0 (pages[i].path, request->path[0]) == 0 && request->path[1] == NULL)
      return pages[i].perform (state, request);

  return convene_practice_answer_new_error (404, 404, "There is no such page");
}
