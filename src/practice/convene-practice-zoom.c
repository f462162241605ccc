/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-zoom.h"

#include <string.h>

#include "convene-practice-canned.h"
#include "convene-practice-handlers.h"
#include "convene-practice-json.h"
#include "convene-practice-schedulers.h"

struct _ConvenePracticeCall
{
  const char                 *method;
  const char                 *path; /* a star stands for one segment */
  const char                 *name;
  ConvenePracticeCategory     category;
  gboolean                    is_write;
  const char                 *scope;
  const char                 *classic_scope;
  ConvenePracticeHandlerFunc *handler;
};

/* Zoom: categories of rate limits; scopes of each call. */
static const ConvenePracticeCall calls[] = {
  { "GET", "users/*", "user", CONVENE_PRACTICE_LIGHT, FALSE, "user:read:user", "user:read", convene_practice_handle_user },
  { "GET", "users/*/settings", "settings", CONVENE_PRACTICE_MEDIUM, FALSE, "user:read:settings", "user:read", convene_practice_handle_settings },
  { "GET", "users/*/schedulers", "schedulers", CONVENE_PRACTICE_MEDIUM, FALSE, "user:read:list_schedulers", "user:read", convene_practice_handle_schedulers },
  { "GET", "users/*/meetings", "list", CONVENE_PRACTICE_MEDIUM, FALSE, "meeting:read:list_meetings", "meeting:read", convene_practice_handle_list },
  { "POST", "users/*/meetings", "create", CONVENE_PRACTICE_MEDIUM, TRUE, "meeting:write:meeting", "meeting:write", convene_practice_handle_create },
  { "GET", "meetings/*", "get", CONVENE_PRACTICE_LIGHT, FALSE, "meeting:read:meeting", "meeting:read", convene_practice_handle_get },
  { "PATCH", "meetings/*", "patch", CONVENE_PRACTICE_LIGHT, TRUE, "meeting:update:meeting", "meeting:write", convene_practice_handle_patch },
  { "DELETE", "meetings/*", "delete", CONVENE_PRACTICE_LIGHT, TRUE, "meeting:delete:meeting", "meeting:write", convene_practice_handle_delete },
};

static gboolean
matches_path (GStrv       path,
              const char *pattern)
{
  g_auto(GStrv) parts = g_strsplit (pattern, "/", -1);
  guint n_parts = g_strv_length (parts);

  if (g_strv_length (path) != n_parts)
    return FALSE;

  for (guint i = 0; i < n_parts; i++)
    if (*path[i] == '\0' || (!g_str_equal (parts[i], "*") && !g_str_equal (parts[i], path[i])))
      return FALSE;

  return TRUE;
}

const ConvenePracticeCall *
convene_practice_zoom_find_call (ConvenePracticeRequest *request)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (g_str_equal (calls[i].method, request->method) && matches_path (request->path, calls[i].path))
      return &calls[i];

  return NULL;
}

ConvenePracticeAnswer *
convene_practice_zoom_refuse (ConvenePracticeRequest *request)
{
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (matches_path (request->path, calls[i].path))
      return convene_practice_answer_new_error (405, 405, "Request method '%s' is not supported.", request->method);

  return convene_practice_answer_new_error (404, 2300, "This API endpoint is not recognized.");
}

const char *
convene_practice_call_get_name (const ConvenePracticeCall *self)
{
  return self->name;
}

static gboolean
find_token (ConvenePracticeState   *state,
            ConvenePracticeRequest *request)
{
  const char *text = request->authorization;

  request->token = NULL;
  if (text != NULL && g_ascii_strncasecmp (text, "Bearer ", strlen ("Bearer ")) == 0)
    request->token = convene_practice_tokens_find (state->tokens, CONVENE_PRACTICE_ACCESS, text + strlen ("Bearer "));

  return request->token != NULL;
}

static char *
dup_new_host (ConvenePracticeState   *state,
              ConvenePracticeRequest *request)
{
  const ConvenePracticeUser *caller = convene_practice_request_find_user (request);
  const ConvenePracticeUser *host = NULL;
  gsize                      length;
  const char                *text = convene_practice_request_get_text (request, &length);
  g_autoptr(JsonObject) body = convene_practice_json_parse_object (text, length);

  if (caller == NULL)
    return NULL;
  if (body != NULL)
    host = convene_practice_schedulers_choose_host (state, body, caller, NULL);

  return g_strdup (host != NULL ? host->address : caller->address);
}

char *
convene_practice_zoom_dup_written_host (ConvenePracticeState      *state,
                                        const ConvenePracticeCall *call,
                                        ConvenePracticeRequest    *request)
{
  const ConvenePracticeMeeting *meeting;

  if (!call->is_write || !find_token (state, request))
    return NULL;

  if (g_str_equal (call->name, "create"))
    return dup_new_host (state, request);

  meeting = convene_practice_meetings_find (state->meetings, g_ascii_strtoll (request->path[1], NULL, 10));
  return meeting != NULL ? g_strdup (convene_practice_meeting_get_host (meeting)) : NULL;
}

static ConvenePracticeAnswer *
check_token (ConvenePracticeState   *state,
             ConvenePracticeRequest *request)
{
  if (!find_token (state, request))
    return convene_practice_answer_new_error (401, 124, "Invalid access token.");
  if (request->token->expires_at <= convene_practice_state_now (state))
    return convene_practice_answer_new_error (401, 124, "Access token is expired.");

  return NULL;
}

/* A granular scope, its form for administrators, or the classic one of either kind. A server-to-server token speaks for the account, and has
 * the administrators' forms; it is nobody, so that "me" names nobody. Whoever signed in is "me" and nobody else. */
static ConvenePracticeAnswer *
check_scope (const ConvenePracticeCall *call,
             ConvenePracticeRequest    *request)
{
  gboolean         is_account = request->token->user == NULL;
  gboolean         names_user = g_str_equal (request->path[0], "users");
  gboolean         names_me = names_user && g_str_equal (request->path[1], "me");
  g_autofree char *admin = g_strconcat (call->scope, ":admin", NULL);
  g_autofree char *classic_admin = g_strconcat (call->classic_scope, ":admin", NULL);
  gboolean         as_admin = convene_practice_token_has_scope (request->token, admin) || convene_practice_token_has_scope (request->token, classic_admin);
  gboolean         as_user = convene_practice_token_has_scope (request->token, call->scope) || convene_practice_token_has_scope (request->token, call->classic_scope);

  if (names_user && (is_account ? names_me : !names_me))
    return convene_practice_answer_new_error (400, 4711, "Invalid access token, does not contain scopes:[%s].", is_account ? call->scope : admin);
  if (is_account ? !as_admin : !as_user && !as_admin)
    return convene_practice_answer_new_error (400, 4711, "Invalid access token, does not contain scopes:[%s, %s].", call->scope, admin);

  return NULL;
}

static gint64
get_pace (ConvenePracticeState   *state,
          ConvenePracticeCategory category)
{
  if (!state->switches.values[CONVENE_PRACTICE_PACE])
    return G_MAXINT64;

  return state->switches.values[category == CONVENE_PRACTICE_LIGHT ? CONVENE_PRACTICE_LIGHT_PACE : CONVENE_PRACTICE_MEDIUM_PACE];
}

static ConvenePracticeAnswer *
check_pace (ConvenePracticeState      *state,
            const ConvenePracticeCall *call)
{
  if (convene_practice_limits_take_pace (state->limits, call->category, convene_practice_state_now (state), get_pace (state, call->category)))
    return NULL;

  convene_practice_state_count (state, "429-second");
  return convene_practice_canned_new_per_second ();
}

/* Where the handler said nothing of the day's quota, the headers speak of the pace. */
static void
add_headers (ConvenePracticeState      *state,
             const ConvenePracticeCall *call,
             ConvenePracticeAnswer     *answer)
{
  gint64           pace = get_pace (state, call->category);
  gint64           left = pace - convene_practice_limits_get_pace_used (state->limits, call->category);
  g_autofree char *limit_text = g_strdup_printf ("%" G_GINT64_FORMAT, pace);
  g_autofree char *left_text = g_strdup_printf ("%" G_GINT64_FORMAT, MAX (left, 0));

  if (convene_practice_answer_get_header (answer, "X-RateLimit-Category") != NULL)
    return;

  convene_practice_answer_set_header (answer, "X-RateLimit-Category", call->category == CONVENE_PRACTICE_LIGHT ? "Light" : "Medium");
  if (convene_practice_answer_get_header (answer, "X-RateLimit-Limit") != NULL)
    return;

  convene_practice_answer_set_header (answer, "X-RateLimit-Type", "QPS");
  convene_practice_answer_set_header (answer, "X-RateLimit-Limit", limit_text);
  convene_practice_answer_set_header (answer, "X-RateLimit-Remaining", left_text);
}

ConvenePracticeAnswer *
convene_practice_zoom_perform (ConvenePracticeState      *state,
                               const ConvenePracticeCall *call,
                               ConvenePracticeRequest    *request)
{
  ConvenePracticeAnswer *answer = check_token (state, request);

  if (answer == NULL)
    answer = check_pace (state, call);
  if (answer == NULL)
    answer = check_scope (call, request);
  if (answer == NULL)
    answer = call->handler (state, request);

  add_headers (state, call, answer);
  return answer;
}
