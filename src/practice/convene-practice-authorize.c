/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-authorize.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "convene-clock.h"
#include "convene-practice-clients.h"
#include "convene-practice-issue.h"
#include "convene-practice-json.h"
#include "convene-practice-page.h"
#include "convene-practice-random.h"
#include "convene-practice-user.h"

#define REDIRECT_HOST "http://127.0.0.1"
#define REDIRECT_PATH "/oauth/callback"
#define CODE_LENGTH 43
#define CHALLENGE_LENGTH 43
#define BASE64URL "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

enum
{
  CONSENT_ASKS,
  CONSENT_ALLOWS,
  CONSENT_DECLINES
};

/* The registered address; of a loopback one the port does not count (RFC 8252 §7.3). */
static gboolean
is_registered (const char *uri)
{
  gsize       digits;
  const char *rest;

  if (uri == NULL || !g_str_has_prefix (uri, REDIRECT_HOST))
    return FALSE;

  rest = uri + strlen (REDIRECT_HOST);
  if (*rest == ':')
    {
      digits = strspn (rest + 1, "0123456789");
      if (digits == 0 || digits > 5)
        return FALSE;
      rest += 1 + digits;
    }

  return g_str_equal (rest, REDIRECT_PATH);
}

static gboolean
has_scopes (ConvenePracticeState *state,
            const char           *wanted)
{
  g_auto(GStrv) scopes = g_strsplit (convene_practice_state_get_scopes (state), " ", -1);
  g_auto(GStrv) names = g_strsplit (wanted, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (*names[i] != '\0' && !g_strv_contains ((const char *const *) scopes, names[i]))
      return FALSE;

  return TRUE;
}

/* What is wrong with a request so that nobody may be led anywhere by it: a page. */
static ConvenePracticeAnswer *
check_request (ConvenePracticeState   *state,
               ConvenePracticeRequest *request)
{
  const char *scope = convene_practice_request_get_query (request, "scope");

  if (request->is_ambiguous)
    return convene_practice_answer_new_numbered (4700, "Invalid request");
  if (!convene_practice_clients_has (convene_practice_request_get_query (request, "client_id")))
    return convene_practice_answer_new_numbered (4702, "Invalid client_id");
  if (!is_registered (convene_practice_request_get_query (request, "redirect_uri")))
    return convene_practice_answer_new_numbered (4700, "Invalid redirect url");
  if (scope != NULL && !has_scopes (state, scope))
    return convene_practice_answer_new_numbered (4700, "Invalid scope");

  return convene_practice_check_enabled (state);
}

/* RFC 7636 §4.3: without a method it is plain. The word of the error that leads back to the app; NULL for none. */
static const char *
find_error (ConvenePracticeState   *state,
            ConvenePracticeRequest *request,
            gboolean               *is_plain)
{
  const char *challenge = convene_practice_request_get_query (request, "code_challenge");
  const char *method = convene_practice_request_get_query (request, "code_challenge_method");

  if (g_strcmp0 (convene_practice_request_get_query (request, "response_type"), "code") != 0)
    return "unsupported_response_type";

  *is_plain = method == NULL || g_str_equal (method, "plain");
  if (challenge == NULL || (!*is_plain && !g_str_equal (method, "S256")) || (*is_plain && !state->switches.values[CONVENE_PRACTICE_PLAIN_PKCE]))
    return "invalid_request";
  if (!*is_plain && (strlen (challenge) != CHALLENGE_LENGTH || strspn (challenge, BASE64URL) != CHALLENGE_LENGTH))
    return "invalid_request";

  return NULL;
}

static void
add_parameter (GString    *uri,
               const char *name,
               const char *value)
{
  g_autofree char *escaped = value != NULL ? g_uri_escape_string (value, NULL, FALSE) : NULL;

  if (escaped != NULL)
    g_string_append_printf (uri, "%c%s=%s", strchr (uri->str, '?') == NULL ? '?' : '&', name, escaped);
}

/* Back to the app, with a code or an error. */
static ConvenePracticeAnswer *
lead_back (const char *redirect_uri,
           const char *state,
           const char *name,
           const char *value,
           const char *description)
{
  ConvenePracticeAnswer *answer = convene_practice_answer_new (302, NULL, NULL);
  g_autoptr(GString) uri = g_string_new (redirect_uri);

  add_parameter (uri, name, value);
  add_parameter (uri, "error_description", description);
  add_parameter (uri, "state", state);
  convene_practice_answer_set_header (answer, "Location", uri->str);
  convene_practice_answer_set_header (answer, "Cache-Control", "no-store");
  convene_practice_answer_set_header (answer, "Referrer-Policy", "no-referrer");
  return answer;
}

static ConvenePracticeAnswer *
decide (ConvenePracticeState         *state,
        const ConvenePracticeConsent *consent,
        const ConvenePracticeUser    *user,
        gboolean                      allow)
{
  g_autofree char *code = convene_practice_random_text (CODE_LENGTH);
  gint64           end = convene_practice_state_now (state) + state->switches.values[CONVENE_PRACTICE_CODE_LIFE_S] * CONVENE_SECOND;
  g_autoptr(JsonArray) changes = json_array_new ();

  if (!allow)
    return lead_back (consent->redirect_uri, consent->state, "error", "access_denied", NULL);

  json_array_add_object_element (changes, convene_practice_codes_format_new (code, consent, user->address, end));
  if (!convene_practice_state_commit (state, changes, NULL))
    return convene_practice_answer_new_error (500, 500, "Internal Server Error");

  return lead_back (consent->redirect_uri, consent->state, "code", code, NULL);
}

static ConvenePracticeConsent *
consent_new (ConvenePracticeRequest *request,
             gboolean                is_plain)
{
  ConvenePracticeConsent *consent = g_new0 (ConvenePracticeConsent, 1);

  consent->client = g_strdup (convene_practice_request_get_query (request, "client_id"));
  consent->redirect_uri = g_strdup (convene_practice_request_get_query (request, "redirect_uri"));
  consent->state = g_strdup (convene_practice_request_get_query (request, "state"));
  consent->challenge = g_strdup (convene_practice_request_get_query (request, "code_challenge"));
  consent->is_plain = is_plain;
  return consent;
}

/* A page, or the answer that the switch gives for it. */
static ConvenePracticeAnswer *
ask (ConvenePracticeState   *state,
     ConvenePracticeRequest *request,
     gboolean                is_plain)
{
  g_autoptr(ConvenePracticeConsent) consent = consent_new (request, is_plain);
  const ConvenePracticeUser    *user = convene_practice_user_get (state->switches.values[CONVENE_PRACTICE_CONSENT_USER]);
  gint64                        answer = state->switches.values[CONVENE_PRACTICE_CONSENT];
  const ConvenePracticeConsent *page;

  if (answer != CONSENT_ASKS && user != NULL)
    return decide (state, consent, user, answer == CONSENT_ALLOWS);

  page = convene_practice_codes_ask (state->codes, g_steal_pointer (&consent));
  return convene_practice_page_new_consent (page->id, convene_practice_state_get_scopes (state));
}

ConvenePracticeAnswer *
convene_practice_authorize (ConvenePracticeState   *state,
                            ConvenePracticeRequest *request)
{
  const ConvenePracticeFault *denied = convene_practice_request_find_fault (request, CONVENE_PRACTICE_FAULT_DENY);
  ConvenePracticeAnswer      *refusal = check_request (state, request);
  const char                 *redirect_uri = convene_practice_request_get_query (request, "redirect_uri");
  const char                 *echoed = convene_practice_request_get_query (request, "state");
  const char                 *error;
  gboolean                    is_plain;

  if (refusal != NULL)
    return refusal;

  error = find_error (state, request, &is_plain);
  if (error != NULL)
    return lead_back (redirect_uri, echoed, "error", error, NULL);
  if (denied != NULL)
    return lead_back (redirect_uri, echoed, "error", convene_practice_json_get_string (denied->spec, "error", "access_denied"),
                      convene_practice_json_get_string (denied->spec, "description", NULL));
  if (!state->switches.values[CONVENE_PRACTICE_PRE_APPROVED])
    return convene_practice_page_new_message (200, _ ("You cannot authorize the app"), _ ("Your account's administrator has to approve this app before you can use it. Ask them to pre-approve it."));

  return ask (state, request, is_plain);
}

ConvenePracticeAnswer *
convene_practice_authorize_consent (ConvenePracticeState   *state,
                                    ConvenePracticeRequest *request)
{
  const ConvenePracticeUser *user = convene_practice_user_find (convene_practice_request_get_query (request, "user"));
  const char                *allow = convene_practice_request_get_query (request, "allow");
  g_autoptr(ConvenePracticeConsent) consent = NULL;

  if (user != NULL && allow != NULL && !request->is_ambiguous)
    consent = convene_practice_codes_answer (state->codes, convene_practice_request_get_query (request, "request"));
  if (consent == NULL)
    return convene_practice_page_new_message (400, _ ("This page is over"), _ ("It was answered already, or it is too old. Start again in Convene."));

  return decide (state, consent, user, g_str_equal (allow, "1"));
}

static ConvenePracticeAnswer *
new_invalid_code (void)
{
  return convene_practice_answer_new_refusal (400, "Invalid authorization code", "invalid_grant");
}

/* RFC 6749 §4.1.2: what a code that is used twice brought ends. */
static ConvenePracticeAnswer *
refuse_used (ConvenePracticeState      *state,
             const ConvenePracticeCode *code)
{
  g_autoptr(JsonArray) changes = json_array_new ();

  json_array_add_object_element (changes, convene_practice_tokens_format_end_sign_in (code->hash));
  convene_practice_state_commit (state, changes, NULL);
  return new_invalid_code ();
}

static gboolean
is_good (ConvenePracticeState      *state,
         ConvenePracticeRequest    *request,
         const ConvenePracticeCode *code)
{
  return code->expires_at > convene_practice_state_now (state) &&
         g_strcmp0 (code->redirect_uri, convene_practice_request_get_query (request, "redirect_uri")) == 0 &&
         convene_practice_code_verify (code, convene_practice_request_get_query (request, "code_verifier"));
}

/* One attempt uses a code up, whatever comes of it. */
static ConvenePracticeAnswer *
redeem (ConvenePracticeState      *state,
        ConvenePracticeRequest    *request,
        const ConvenePracticeCode *code)
{
  ConvenePracticeOwner owner = { .client = code->client, .user = code->user, .sign_in = code->hash };
  g_autoptr(JsonArray) changes = json_array_new ();

  json_array_add_object_element (changes, convene_practice_codes_format_used (code));
  if (!is_good (state, request, code))
    {
      convene_practice_state_commit (state, changes, NULL);
      return new_invalid_code ();
    }

  owner.scopes = convene_practice_state_get_scopes (state);
  return convene_practice_issue_sign_in (state, request, &owner, changes);
}

ConvenePracticeAnswer *
convene_practice_authorize_redeem (ConvenePracticeState   *state,
                                   ConvenePracticeRequest *request)
{
  const char                *client = convene_practice_clients_find (request);
  const char                *text = convene_practice_request_get_query (request, "code");
  const ConvenePracticeCode *code;
  ConvenePracticeAnswer     *refusal;

  if (client == NULL)
    return convene_practice_answer_new_invalid_client ();
  refusal = convene_practice_check_app (state);
  if (refusal != NULL)
    return refusal;
  if (text == NULL || convene_practice_request_get_query (request, "redirect_uri") == NULL)
    return convene_practice_answer_new_refusal (400, "Bad Request", "invalid_request");

  code = convene_practice_codes_find (state->codes, text);
  if (code == NULL || !g_str_equal (code->client, client))
    return new_invalid_code ();

  return code->is_used ? refuse_used (state, code) : redeem (state, request, code);
}
