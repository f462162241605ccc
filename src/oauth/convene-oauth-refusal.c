/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-refusal.h"

#include "convene-error.h"
#include "convene-json.h"
#include "convene-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CODE_NOT_APPROVED 4738 /* an administrator has not approved the app in advance, or no longer does */

/* Zoom: "OAuth error messages" */
static const struct
{
  gint64            code;
  ConveneOauthCause cause;
} codes[] = {
  { 4700, CONVENE_OAUTH_CAUSE_REVOKED },
  { 4702, CONVENE_OAUTH_CAUSE_CLIENT },
  { 4704, CONVENE_OAUTH_CAUSE_CLIENT },
  { 4709, CONVENE_OAUTH_CAUSE_REDIRECT },
  { 4711, CONVENE_OAUTH_CAUSE_SCOPES },
  { 4717, CONVENE_OAUTH_CAUSE_NOT_APPROVED },
  { 4733, CONVENE_OAUTH_CAUSE_EXPIRED },
  { 4734, CONVENE_OAUTH_CAUSE_REVOKED },
  { 4735, CONVENE_OAUTH_CAUSE_OWNER_GONE },
  { 4737, CONVENE_OAUTH_CAUSE_REVOKED },
  { CODE_NOT_APPROVED, CONVENE_OAUTH_CAUSE_NOT_APPROVED },
  { 4740, CONVENE_OAUTH_CAUSE_NEWER },
  { 4741, CONVENE_OAUTH_CAUSE_NEWER },
};

JsonObject *
convene_oauth_answer_get_object (const ConveneOauthAnswer *answer)
{
  return convene_json_node_get_object (answer->json);
}

gboolean
convene_oauth_answer_has_error (const ConveneOauthAnswer *answer,
                                const char               *name)
{
  return g_strcmp0 (convene_json_get_string (convene_oauth_answer_get_object (answer), "error"), name) == 0;
}

/* 0 where there is none */
static gint64
get_code (const ConveneOauthAnswer *answer)
{
  JsonObject *object = convene_oauth_answer_get_object (answer);
  gint64      code = 0;

  if (!convene_json_get_int (object, "errorCode", &code))
    convene_json_get_int (object, "code", &code);
  return code;
}

/* What the other side says of it, where that can be shown: one short line of text. */
static const char *
get_reason (const ConveneOauthAnswer *answer)
{
  static const char *const names[] = { "reason", "errorMessage", "error_description", "message", "error" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = convene_json_get_string (convene_oauth_answer_get_object (answer), names[i]);

      if (text != NULL && *text != '\0' && convene_text_check_line (text, "reason", 200, NULL))
        return text;
    }

  return NULL;
}

static gboolean
reason_begins (const ConveneOauthAnswer *answer,
               const char               *words)
{
  const char *reason = get_reason (answer);

  return reason != NULL && g_ascii_strncasecmp (reason, words, strlen (words)) == 0;
}

/* A 4xx, and a 200 that says what is wrong instead of what was asked for. */
static gboolean
is_refusal (const ConveneOauthAnswer *answer)
{
  JsonObject *object = convene_oauth_answer_get_object (answer);
  gint64      code;

  if (answer->status == 200)
    return convene_json_get_int (object, "errorCode", &code) && code != 0 && convene_json_get_string (object, "access_token") == NULL;

  return answer->status >= 400 && answer->status < 500 && answer->status != 408 && answer->status != 429;
}

static ConveneOauthCause
get_cause_of_code (const ConveneOauthAnswer *answer)
{
  gint64 code = get_code (answer);

  /* the same number for an address and for a token */
  if (code == 4700 && reason_begins (answer, "Invalid redirect"))
    return CONVENE_OAUTH_CAUSE_REDIRECT;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    if (codes[i].code == code)
      return codes[i].cause;

  return CONVENE_OAUTH_CAUSE_NONE;
}

ConveneOauthCause
convene_oauth_get_cause (const ConveneOauthAnswer *answer)
{
  ConveneOauthCause cause = is_refusal (answer) ? get_cause_of_code (answer) : CONVENE_OAUTH_CAUSE_NONE;

  if (!is_refusal (answer) || cause != CONVENE_OAUTH_CAUSE_NONE)
    return cause;
  if (convene_oauth_answer_has_error (answer, "invalid_grant"))
    return CONVENE_OAUTH_CAUSE_REVOKED;

  /* as Zoom said it until 2021 */
  if (convene_oauth_answer_has_error (answer, "invalid_request") &&
      (reason_begins (answer, "Invalid Token") || reason_begins (answer, "Invalid authorization code")))
    return CONVENE_OAUTH_CAUSE_REVOKED;
  if (convene_oauth_answer_has_error (answer, "invalid_client") || answer->status == 401)
    return CONVENE_OAUTH_CAUSE_CLIENT;

  return CONVENE_OAUTH_CAUSE_NONE;
}

gboolean
convene_oauth_cause_is_final (ConveneOauthCause cause)
{
  switch (cause)
    {
    case CONVENE_OAUTH_CAUSE_EXPIRED:
    case CONVENE_OAUTH_CAUSE_REVOKED:
    case CONVENE_OAUTH_CAUSE_NEWER:
    case CONVENE_OAUTH_CAUSE_OWNER_GONE:
      return TRUE;
    case CONVENE_OAUTH_CAUSE_NONE:
    case CONVENE_OAUTH_CAUSE_REDIRECT:
    case CONVENE_OAUTH_CAUSE_NOT_APPROVED:
    case CONVENE_OAUTH_CAUSE_SCOPES:
    case CONVENE_OAUTH_CAUSE_CLIENT:
    default:
      return FALSE;
    }
}

gboolean
convene_oauth_is_invalid_grant (const ConveneOauthAnswer *answer)
{
  return convene_oauth_cause_is_final (convene_oauth_get_cause (answer));
}

GError *
convene_oauth_new_signed_out (const ConveneOauthProvider *provider,
                              ConveneOauthCause           cause)
{
  switch (cause)
    {
    case CONVENE_OAUTH_CAUSE_EXPIRED:
      return convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "expired", _("The sign-in to %s has run out. Reconnect the account."), provider->name);
    case CONVENE_OAUTH_CAUSE_NEWER:
      return convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "newer",
                                      _("A newer sign-in to %s, on another computer perhaps, ended this one. Reconnect the account to go on here."),
                                         provider->name);
    case CONVENE_OAUTH_CAUSE_OWNER_GONE:
      return convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "revoked",
                                      _("%s no longer has the user whose sign-in this is. Ask your %s administrator, then reconnect the account."),
                                         provider->name, provider->name);
    case CONVENE_OAUTH_CAUSE_NONE:
    case CONVENE_OAUTH_CAUSE_REVOKED:
    case CONVENE_OAUTH_CAUSE_REDIRECT:
    case CONVENE_OAUTH_CAUSE_NOT_APPROVED:
    case CONVENE_OAUTH_CAUSE_SCOPES:
    case CONVENE_OAUTH_CAUSE_CLIENT:
    default:
      return convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "revoked",
                                      _("%s no longer accepts this sign-in; it was withdrawn there, or a newer one ended it. Reconnect the account."),
                                         provider->name);
    }
}

static GError *
new_client_error (const ConveneOauthProvider *provider)
{
  return convene_error_new_field (CONVENE_ERROR_SIGNED_OUT, "client",
                                  _("%s does not accept the client ID, or not with this client secret. Have an administrator check both "
                                    "(under Advanced, or ZOOM_API_CLIENT_ID and ZOOM_API_CLIENT_SECRET), then reconnect the account."),
                                     provider->name);
}

static GError *
new_refusal (const ConveneOauthAnswer   *answer,
             const ConveneOauthProvider *provider)
{
  const char       *reason = get_reason (answer);
  ConveneOauthCause cause = convene_oauth_get_cause (answer);

  if (convene_oauth_is_invalid_grant (answer))
    return convene_oauth_new_signed_out (provider, cause);
  if (cause == CONVENE_OAUTH_CAUSE_CLIENT)
    return new_client_error (provider);
  if (cause == CONVENE_OAUTH_CAUSE_NOT_APPROVED && get_code (answer) == CODE_NOT_APPROVED)
    return convene_error_new_field (CONVENE_ERROR_REFUSED, "approval",
                                    _("The app is not approved for your %s account. Ask your %s administrator to approve it, then start again."),
                                       provider->name, provider->name);
  if (cause == CONVENE_OAUTH_CAUSE_NOT_APPROVED)
    return convene_error_new_field (CONVENE_ERROR_REFUSED, "approval",
                                    _("The app is switched off at %s. Ask your %s administrator to approve it."), provider->name, provider->name);
  if (cause == CONVENE_OAUTH_CAUSE_REDIRECT)
    return convene_error_new_field (CONVENE_ERROR_REFUSED, "redirect",
                                    _("%s does not know the address that it is to come back to. Add http://127.0.0.1/oauth/callback to the redirect "
                                      "addresses and to the allow list of the app."),
                                       provider->name);
  if (cause == CONVENE_OAUTH_CAUSE_SCOPES)
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_MISSING_SCOPES,
                        _("%s granted less than the app asks for. Reconnect the account and allow all of it."), provider->name);
  if (reason != NULL)
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("%s refused the sign-in: %s"), provider->name, reason);

  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("%s refused the sign-in (status %u)."), provider->name, answer->status);
}

static GError *
new_rate_error (const ConveneOauthAnswer   *answer,
                const ConveneOauthProvider *provider,
                const char                 *words)
{
  GError *error;

  if (words != NULL)
    error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED, _("%s asks to wait: %s"), provider->name, words);
  else
    error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED, _("%s asks to wait before the next sign-in."), provider->name);

  convene_error_set_retry_at (error, answer->retry_at);
  return error;
}

GError *
convene_oauth_new_bad_answer (const ConveneOauthProvider *provider)
{
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _("The answer of %s to the sign-in makes no sense. Check whether the network asks for a sign-in of its own, and try again."), provider->name);
}

GError *
convene_oauth_answer_to_error (const ConveneOauthAnswer   *answer,
                               const ConveneOauthProvider *provider)
{
  /* Zoom's words where a sign-in is revoked twice at a time, whatever the status */
  if (answer->status >= 400 && answer->status < 500 && reason_begins (answer, "Too many concurrent requests"))
    return new_rate_error (answer, provider, get_reason (answer));
  if (answer->status == 429)
    return new_rate_error (answer, provider, NULL);
  if (answer->status == 408 || answer->status >= 500)
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _("%s cannot sign anybody in at the moment (status %u). Try again later."), provider->name, answer->status);
  if (is_refusal (answer))
    return new_refusal (answer, provider);

  return answer->status == 200 ? NULL : convene_oauth_new_bad_answer (provider);
}
