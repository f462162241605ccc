/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-oauth.h"

#include <string.h>

#include "convene-clock.h"
#include "convene-practice-json.h"
#include "convene-practice-user.h"
#include "convene-practice.h"

#define ACCESS_LIFE_SECONDS 3599
#define REFRESH_LIFE (90 * CONVENE_DAY)

#define USER_SCOPES "user:read:user user:read:settings meeting:write:meeting meeting:read:meeting meeting:update:meeting " \
                    "meeting:delete:meeting meeting:read:list_meetings"
#define ACCOUNT_SCOPES "user:read:user:admin user:read:settings:admin meeting:write:meeting:admin meeting:read:meeting:admin " \
                       "meeting:update:meeting:admin meeting:delete:meeting:admin meeting:read:list_meetings:admin"

static gboolean
has_basic (ConvenePracticeRequest *request)
{
  static const char expected[] = CONVENE_PRACTICE_CLIENT_ID ":" CONVENE_PRACTICE_CLIENT_SECRET;
  g_autofree char  *encoded = g_base64_encode ((const guchar *) expected, strlen (expected));

  return request->authorization != NULL &&
         g_ascii_strncasecmp (request->authorization, "Basic ", strlen ("Basic ")) == 0 &&
         g_str_equal (request->authorization + strlen ("Basic "), encoded);
}

/* A public client has no secret: it says its id in the form, and sends no Authorization. */
static gboolean
is_public_client (ConvenePracticeRequest *request)
{
  return request->authorization == NULL &&
         g_strcmp0 (convene_practice_request_get_query (request, "client_id"), CONVENE_PRACTICE_CLIENT_ID) == 0;
}

static ConvenePracticeAnswer *
new_invalid_client (void)
{
  return convene_practice_answer_new_refusal (401, "Invalid client_id or client_secret", "invalid_client");
}

/* Gives out an access token, and to a user a refresh token, after the other changes. */
static ConvenePracticeAnswer *
issue (ConvenePracticeState *state,
       const char           *user,
       const char           *scopes,
       JsonArray            *changes)
{
  g_autofree char *access = convene_practice_token_generate ();
  g_autofree char *refresh = user != NULL ? convene_practice_token_generate () : NULL;
  gint64           now = convene_practice_state_now (state);
  g_autoptr(JsonObject) body = json_object_new ();

  json_array_add_object_element (changes, convene_practice_tokens_format_new (access, CONVENE_PRACTICE_ACCESS, user, scopes, now + ACCESS_LIFE_SECONDS * CONVENE_SECOND));
  if (refresh != NULL)
    json_array_add_object_element (changes, convene_practice_tokens_format_new (refresh, CONVENE_PRACTICE_REFRESH, user, scopes, now + REFRESH_LIFE));

  json_object_set_string_member (body, "access_token", access);
  json_object_set_string_member (body, "token_type", "bearer");
  if (refresh != NULL)
    json_object_set_string_member (body, "refresh_token", refresh);
  json_object_set_int_member (body, "expires_in", ACCESS_LIFE_SECONDS);
  json_object_set_string_member (body, "scope", scopes);
  json_object_set_string_member (body, "api_url", state->api_url);

  if (!convene_practice_state_commit (state, changes, NULL))
    return convene_practice_answer_new_error (500, 500, "Internal Server Error");

  return convene_practice_answer_new_json (200, g_steal_pointer (&body));
}

static const char *
choose_scopes (ConvenePracticeRequest *request,
               const char             *scopes)
{
  const ConvenePracticeFault *fault = convene_practice_request_find_fault (request, CONVENE_PRACTICE_FAULT_SCOPE);

  return fault != NULL ? convene_practice_json_get_string (fault->spec, "scope", "") : scopes;
}

static ConvenePracticeAnswer *
grant_account (ConvenePracticeState   *state,
               ConvenePracticeRequest *request)
{
  g_autoptr(JsonArray) changes = json_array_new ();

  if (!has_basic (request))
    return new_invalid_client ();
  if (g_strcmp0 (convene_practice_request_get_query (request, "account_id"), CONVENE_PRACTICE_ACCOUNT_NUMBER) != 0)
    return convene_practice_answer_new_refusal (400, "Bad Request", "invalid_request");

  if (state->switches.values[CONVENE_PRACTICE_ONE_TOKEN])
    json_array_add_object_element (changes, convene_practice_tokens_format_end_all (NULL));

  return issue (state, NULL, choose_scopes (request, ACCOUNT_SCOPES), changes);
}

/* Each refresh ends the refresh token that it used; the access token from before lives on. */
static ConvenePracticeAnswer *
grant_refresh (ConvenePracticeState   *state,
               ConvenePracticeRequest *request)
{
  const char                 *text = convene_practice_request_get_query (request, "refresh_token");
  const ConvenePracticeToken *token = text != NULL ? convene_practice_tokens_find (state->tokens, CONVENE_PRACTICE_REFRESH, text) : NULL;
  g_autoptr(JsonArray) changes = json_array_new ();
  g_autofree char *user = NULL;
  g_autofree char *scopes = NULL;

  if (!has_basic (request) && !is_public_client (request))
    return new_invalid_client ();
  if (token == NULL || token->expires_at <= convene_practice_state_now (state))
    return convene_practice_answer_new_refusal (400, "Invalid Token!", "invalid_grant");

  user = g_strdup (token->user);
  scopes = g_strdup (choose_scopes (request, token->scopes));
  json_array_add_object_element (changes, convene_practice_tokens_format_end (token));
  return issue (state, user, scopes, changes);
}

static const struct
{
  const char *name;
  ConvenePracticeAnswer *(*grant) (ConvenePracticeState *state, ConvenePracticeRequest *request);
} grants[] = {
  { "account_credentials", grant_account },
  { "refresh_token", grant_refresh },
};

ConvenePracticeAnswer *
convene_practice_oauth_grant (ConvenePracticeState   *state,
                              ConvenePracticeRequest *request)
{
  const char *name = convene_practice_request_get_query (request, "grant_type");

  if (name == NULL)
    return convene_practice_answer_new_refusal (400, "Missing grant type", "invalid_request");

  for (guint i = 0; i < G_N_ELEMENTS (grants); i++)
    if (g_str_equal (grants[i].name, name))
      return grants[i].grant (state, request);

  return convene_practice_answer_new_refusal (400, "Unsupported grant type", "unsupported_grant_type");
}

static const ConvenePracticeToken *
find_either (ConvenePracticeState *state,
             const char           *text)
{
  const ConvenePracticeToken *token = convene_practice_tokens_find (state->tokens, CONVENE_PRACTICE_ACCESS, text);

  return token != NULL ? token : convene_practice_tokens_find (state->tokens, CONVENE_PRACTICE_REFRESH, text);
}

/* A user's access and refresh tokens end together. */
ConvenePracticeAnswer *
convene_practice_oauth_revoke (ConvenePracticeState   *state,
                               ConvenePracticeRequest *request)
{
  const char                 *text = convene_practice_request_get_query (request, "token");
  const ConvenePracticeToken *token = text != NULL ? find_either (state, text) : NULL;
  g_autoptr(JsonArray) changes = json_array_new ();
  JsonObject *body;

  if (!has_basic (request) && !is_public_client (request))
    return new_invalid_client ();
  if (token == NULL)
    return convene_practice_answer_new_refusal (400, "Invalid Token!", "invalid_request");

  json_array_add_object_element (changes, token->user != NULL ? convene_practice_tokens_format_end_all (token->user)
                                                              : convene_practice_tokens_format_end (token));
  if (!convene_practice_state_commit (state, changes, NULL))
    return convene_practice_answer_new_error (500, 500, "Internal Server Error");

  body = json_object_new ();
  json_object_set_string_member (body, "status", "success");
  return convene_practice_answer_new_json (200, body);
}

ConvenePracticeAnswer *
convene_practice_oauth_login (ConvenePracticeState *state,
                              const char           *user,
                              const char           *scopes)
{
  const ConvenePracticeUser *known = convene_practice_user_find (user);
  g_autoptr(JsonArray) changes = json_array_new ();

  if (known == NULL)
    return convene_practice_answer_new_error (404, 1001, "User does not exist: %s.", user != NULL ? user : "");

  if (state->switches.values[CONVENE_PRACTICE_SECOND_LOGIN_REVOKES])
    json_array_add_object_element (changes, convene_practice_tokens_format_end_all (known->address));

  return issue (state, known->address, scopes != NULL ? scopes : USER_SCOPES, changes);
}
