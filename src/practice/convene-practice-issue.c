/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-issue.h"

#include "convene-clock.h"
#include "convene-practice-json.h"

#define REFRESH_LIFE (90 * CONVENE_DAY)
#define ELSEWHERE "https://api.example.com"

static const char *
choose (ConvenePracticeRequest  *request,
        ConvenePracticeFaultKind kind,
        const char              *name,
        const char              *fallback,
        const char              *usual)
{
  const ConvenePracticeFault *fault = request != NULL ? convene_practice_request_find_fault (request, kind) : NULL;

  return fault != NULL ? convene_practice_json_get_string (fault->spec, name, fallback) : usual;
}

ConvenePracticeAnswer *
convene_practice_issue (ConvenePracticeState       *state,
                        ConvenePracticeRequest     *request,
                        const ConvenePracticeOwner *owner,
                        const char                 *kept,
                        JsonArray                  *changes)
{
  ConvenePracticeOwner whole = *owner;
  g_autofree char     *access = convene_practice_token_generate ();
  g_autofree char     *refresh = kept != NULL ? g_strdup (kept) : convene_practice_token_generate ();
  gint64               now = convene_practice_state_now (state);
  gint64               life = state->switches.values[CONVENE_PRACTICE_ACCESS_LIFE_S];
  JsonObject          *body;

  whole.scopes = choose (request, CONVENE_PRACTICE_FAULT_SCOPE, "scope", "", owner->scopes);
  json_array_add_object_element (changes, convene_practice_tokens_format_new (access, CONVENE_PRACTICE_ACCESS, &whole, now + life * CONVENE_SECOND));
  if (owner->user != NULL && kept == NULL)
    json_array_add_object_element (changes, convene_practice_tokens_format_new (refresh, CONVENE_PRACTICE_REFRESH, &whole, now + REFRESH_LIFE));
  if (!convene_practice_state_commit (state, changes, NULL))
    return convene_practice_answer_new_error (500, 500, "Internal Server Error");

  body = json_object_new ();
  json_object_set_string_member (body, "access_token", access);
  json_object_set_string_member (body, "token_type", "bearer");
  if (owner->user != NULL)
    json_object_set_string_member (body, "refresh_token", refresh);
  json_object_set_int_member (body, "expires_in", life);
  json_object_set_string_member (body, "scope", whole.scopes);
  json_object_set_string_member (body, "api_url", choose (request, CONVENE_PRACTICE_FAULT_API_URL, "url", ELSEWHERE, state->api_url));
  return convene_practice_answer_new_json (200, body);
}

ConvenePracticeAnswer *
convene_practice_issue_sign_in (ConvenePracticeState       *state,
                                ConvenePracticeRequest     *request,
                                const ConvenePracticeOwner *owner,
                                JsonArray                  *changes)
{
  if (state->switches.values[CONVENE_PRACTICE_SECOND_LOGIN_REVOKES])
    json_array_add_object_element (changes, convene_practice_tokens_format_end_all (owner->user, owner->client, TRUE));

  return convene_practice_issue (state, request, owner, NULL, changes);
}

ConvenePracticeAnswer *
convene_practice_check_enabled (ConvenePracticeState *state)
{
  return state->switches.values[CONVENE_PRACTICE_APP_ENABLED] ? NULL : convene_practice_answer_new_numbered (4717, "The app has been disabled.");
}

ConvenePracticeAnswer *
convene_practice_check_app (ConvenePracticeState *state)
{
  ConvenePracticeAnswer *answer = convene_practice_check_enabled (state);

  if (answer == NULL && !state->switches.values[CONVENE_PRACTICE_PRE_APPROVED])
    answer = convene_practice_answer_new_numbered (4738, "The app has been disabled by the account's administrator.");

  return answer;
}
