/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-oauth.h"

#include <string.h>

#include "convene-practice-authorize.h"
#include "convene-practice-clients.h"
#include "convene-practice-device.h"
#include "convene-practice-issue.h"
#include "convene-practice-json.h"
#include "convene-practice-user.h"
#include "convene-practice.h"

static ConvenePracticeAnswer *
new_invalid_request (void)
{
  return convene_practice_answer_new_refusal (400, "Bad Request", "invalid_request");
}

static ConvenePracticeAnswer *
grant_account (ConvenePracticeState   *state,
               ConvenePracticeRequest *request)
{
  ConvenePracticeOwner owner = { .client = convene_practice_clients_find_confidential (request) };
  g_autoptr(JsonArray) changes = json_array_new ();
  g_autofree char *scopes = NULL;

  if (owner.client == NULL)
    return convene_practice_answer_new_invalid_client ();
  if (g_strcmp0 (convene_practice_request_get_query (request, "account_id"), CONVENE_PRACTICE_ACCOUNT_NUMBER) != 0)
    return new_invalid_request ();

  if (state->switches.values[CONVENE_PRACTICE_ONE_TOKEN])
    json_array_add_object_element (changes, convene_practice_tokens_format_end_all (NULL, NULL, FALSE));

  scopes = convene_practice_state_dup_account_scopes (state);
  owner.scopes = scopes;
  return convene_practice_issue (state, request, &owner, NULL, changes);
}

static const ConvenePracticeToken *
find_standing (ConvenePracticeState *state,
               const char           *text,
               const char           *client)
{
  const ConvenePracticeUser *user = NULL;

  if (g_str_has_prefix (text, CONVENE_PRACTICE_STANDING_TOKEN))
    user = convene_practice_user_find (text + strlen (CONVENE_PRACTICE_STANDING_TOKEN));

  return user != NULL ? convene_practice_tokens_find_living (state->tokens, user->address, client, convene_practice_state_now (state)) : NULL;
}

static ConvenePracticeAnswer *
refuse_token (ConvenePracticeState *state,
              const char           *text)
{
  gint64 code = state->switches.values[CONVENE_PRACTICE_NEWER_LOGIN_CODE];

  if (code != 0 && convene_practice_tokens_is_superseded (state->tokens, text))
    return convene_practice_answer_new_numbered (code, "The token has been revoked: the user has authorized the app again.");

  return convene_practice_answer_new_refusal (400, "Invalid Token!", "invalid_grant");
}

/* With grace the token that was used lives until its successor is used; else it ends here. */
static void
add_rotation (ConvenePracticeState       *state,
              const ConvenePracticeToken *token,
              JsonArray                  *changes)
{
  if (state->switches.values[CONVENE_PRACTICE_REFRESH_GRACE])
    json_array_add_object_element (changes, convene_practice_tokens_format_end_kin (token));
  else
    json_array_add_object_element (changes, convene_practice_tokens_format_end (token));
}

/* The access token from before lives on. A standing token stays as it is, and so does what it stands for. */
static ConvenePracticeAnswer *
refresh (ConvenePracticeState       *state,
         ConvenePracticeRequest     *request,
         const ConvenePracticeToken *token,
         const char                 *kept)
{
  g_autoptr(JsonArray) changes = json_array_new ();
  g_autofree char     *client = g_strdup (token->client);
  g_autofree char     *user = g_strdup (token->user);
  g_autofree char     *scopes = g_strdup (token->scopes);
  g_autofree char     *sign_in = g_strdup (token->sign_in);
  g_autofree char     *parent = g_strdup (token->hash);
  ConvenePracticeOwner owner = { client, user, scopes, sign_in, parent };

  if (kept == NULL)
    add_rotation (state, token, changes);

  return convene_practice_issue (state, request, &owner, kept, changes);
}

static ConvenePracticeAnswer *
grant_refresh (ConvenePracticeState   *state,
               ConvenePracticeRequest *request)
{
  const char                 *text = convene_practice_request_get_query (request, "refresh_token");
  const char                 *client = convene_practice_clients_find (request);
  const ConvenePracticeToken *token;
  const ConvenePracticeToken *standing;
  ConvenePracticeAnswer      *refusal;

  if (client == NULL)
    return convene_practice_answer_new_invalid_client ();
  refusal = convene_practice_check_app (state);
  if (refusal != NULL)
    return refusal;
  if (text == NULL)
    return new_invalid_request ();

  standing = find_standing (state, text, client);
  if (standing != NULL)
    return refresh (state, request, standing, text);

  token = convene_practice_tokens_find (state->tokens, CONVENE_PRACTICE_REFRESH, text);
  if (token == NULL || !g_str_equal (token->client, client) || token->expires_at <= convene_practice_state_now (state))
    return refuse_token (state, text);

  return refresh (state, request, token, state->switches.values[CONVENE_PRACTICE_ROTATE] ? NULL : text);
}

static const struct
{
  const char *name;
  const char *counted_as;
  ConvenePracticeAnswer *(*grant) (ConvenePracticeState *state, ConvenePracticeRequest *request);
} grants[] = {
  { "account_credentials", "account_credentials", grant_account },
  { "refresh_token", "refresh_token", grant_refresh },
  { "authorization_code", "authorization_code", convene_practice_authorize_redeem },
  { "urn:ietf:params:oauth:grant-type:device_code", "device_code", convene_practice_device_poll },
};

ConvenePracticeAnswer *
convene_practice_oauth_grant (ConvenePracticeState   *state,
                              ConvenePracticeRequest *request)
{
  const char *name = convene_practice_request_get_query (request, "grant_type");

  if (name == NULL)
    return convene_practice_answer_new_refusal (400, "Missing grant type", "invalid_request");
  if (request->is_ambiguous)
    return new_invalid_request ();

  for (guint i = 0; i < G_N_ELEMENTS (grants); i++)
    if (g_str_equal (grants[i].name, name))
      return grants[i].grant (state, request);

  return convene_practice_answer_new_refusal (400, "Unsupported grant type", "unsupported_grant_type");
}

const char *
convene_practice_oauth_get_grant (ConvenePracticeRequest *request)
{
  const char *name = convene_practice_request_get_query (request, "grant_type");

  for (guint i = 0; i < G_N_ELEMENTS (grants); i++)
    if (g_strcmp0 (grants[i].name, name) == 0)
      return grants[i].counted_as;

  return "other";
}

static const ConvenePracticeToken *
find_any (ConvenePracticeState *state,
          const char           *text,
          const char           *client)
{
  const ConvenePracticeToken *token = convene_practice_tokens_find (state->tokens, CONVENE_PRACTICE_ACCESS, text);

  if (token == NULL)
    token = convene_practice_tokens_find (state->tokens, CONVENE_PRACTICE_REFRESH, text);
  if (token == NULL)
    token = find_standing (state, text, client);

  return token != NULL && g_str_equal (token->client, client) ? token : NULL;
}

/* All that the app has of a user ends together. */
ConvenePracticeAnswer *
convene_practice_oauth_revoke (ConvenePracticeState   *state,
                               ConvenePracticeRequest *request)
{
  const char                 *text = convene_practice_request_get_query (request, "token");
  const char                 *client = convene_practice_clients_find (request);
  const ConvenePracticeToken *token = text != NULL && client != NULL ? find_any (state, text, client) : NULL;
  g_autoptr(JsonArray) changes = json_array_new ();
  JsonObject *body;

  if (client == NULL)
    return convene_practice_answer_new_invalid_client ();
  if (token == NULL)
    return convene_practice_answer_new_refusal (400, "Invalid Token!", "invalid_request");

  json_array_add_object_element (changes, token->user != NULL ? convene_practice_tokens_format_end_all (token->user, client, FALSE)
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
                              const char           *scopes,
                              const char           *client)
{
  const ConvenePracticeUser *known = convene_practice_user_find (user);
  ConvenePracticeOwner       owner = { .client = client != NULL ? client : CONVENE_PRACTICE_CLIENT_ID };
  g_autoptr(JsonArray) changes = json_array_new ();

  if (known == NULL)
    return convene_practice_answer_new_error (404, 1001, "User does not exist: %s.", user != NULL ? user : "");
  if (!convene_practice_clients_has (owner.client))
    return convene_practice_answer_new_invalid_client ();

  owner.user = known->address;
  owner.scopes = scopes != NULL ? scopes : convene_practice_state_get_scopes (state);
  return convene_practice_issue_sign_in (state, NULL, &owner, changes);
}
