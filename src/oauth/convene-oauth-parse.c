/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-parse.h"

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-http-uri.h"
#include "convene-json.h"
#include "convene-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Zoom's are a few KiB; a header has to hold one. */
#define MAX_TOKEN 16384
#define MAX_SCOPES 8192
#define MAX_LIFE CONVENE_DAY
#define ZOOM_LIFE CONVENE_HOUR

/* Zoom: "OAuth error messages", the numbers of what invalid_grant, invalid_client and an app that is switched off are called elsewhere. */
static const gint64 grant_codes[] = { 4700, 4733, 4734, 4735, 4737, 4740, 4741, 0 };
static const gint64 client_codes[] = { 4702, 4704, 0 };
static const gint64 disabled_codes[] = { 4717, 4738, 0 };

static JsonObject *
get_object (const ConveneOauthAnswer *answer)
{
  return convene_json_node_get_object (answer->json);
}

static gboolean
has_error (const ConveneOauthAnswer *answer,
           const char               *name)
{
  return g_strcmp0 (convene_json_get_string (get_object (answer), "error"), name) == 0;
}

static gboolean
has_code (const ConveneOauthAnswer *answer,
          const gint64             *codes)
{
  gint64 code;

  if (!convene_json_get_int (get_object (answer), "errorCode", &code) && !convene_json_get_int (get_object (answer), "code", &code))
    return FALSE;

  for (; *codes != 0; codes++)
    if (*codes == code)
      return TRUE;

  return FALSE;
}

/* What the other side says of it, where that can be shown: one short line of text. */
static const char *
get_reason (const ConveneOauthAnswer *answer)
{
  static const char *const names[] = { "reason", "errorMessage", "error_description", "message", "error" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = convene_json_get_string (get_object (answer), names[i]);

      if (text != NULL && *text != '\0' && convene_text_check_line (text, "reason", 200, NULL))
        return text;
    }

  return NULL;
}

gboolean
convene_oauth_is_invalid_grant (const ConveneOauthAnswer *answer)
{
  const char *reason = convene_json_get_string (get_object (answer), "reason");

  if (answer->status < 400 || answer->status >= 500 || answer->status == 429)
    return FALSE;
  if (has_error (answer, "invalid_grant") || has_code (answer, grant_codes))
    return TRUE;

  /* as Zoom said it until 2021 */
  return has_error (answer, "invalid_request") && reason != NULL &&
         (g_str_has_prefix (reason, "Invalid Token") || g_str_has_prefix (reason, "Invalid authorization code"));
}

static gboolean
is_invalid_client (const ConveneOauthAnswer *answer)
{
  return has_error (answer, "invalid_client") || has_code (answer, client_codes) || answer->status == 401;
}

GError *
convene_oauth_new_signed_out (const ConveneOauthProvider *provider)
{
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT,
                      _("%s no longer accepts this sign-in; a newer one, on another computer perhaps, may have ended it. "
                        "Disconnect the account and connect it again."),
                         provider->name);
}

static GError *
new_client_error (const ConveneOauthProvider *provider)
{
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_SIGNED_OUT,
                      _("%s does not accept the client id with this client secret. Have an administrator check both "
                        "(ZOOM_API_CLIENT_ID, ZOOM_API_CLIENT_SECRET), then connect the account again."),
                         provider->name);
}

/* A 4xx */
static GError *
new_refusal (const ConveneOauthAnswer   *answer,
             const ConveneOauthProvider *provider)
{
  const char *reason = get_reason (answer);

  if (convene_oauth_is_invalid_grant (answer))
    return convene_oauth_new_signed_out (provider);
  if (is_invalid_client (answer))
    return new_client_error (provider);
  if (has_code (answer, disabled_codes))
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED,
                        _("The app is switched off at %s. Ask the administrator of the account to approve it."), provider->name);
  if (reason != NULL)
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("%s refused the sign-in: %s"), provider->name, reason);

  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED, _("%s refused the sign-in (status %u)."), provider->name, answer->status);
}

static GError *
new_rate_error (const ConveneOauthAnswer   *answer,
                const ConveneOauthProvider *provider)
{
  GError *error = g_error_new (CONVENE_ERROR, CONVENE_ERROR_RATE_LIMITED, _("%s asks to wait before the next sign-in."), provider->name);

  convene_error_set_retry_at (error, answer->retry_at);
  return error;
}

static GError *
new_bad_answer (const ConveneOauthProvider *provider)
{
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_BAD_ANSWER, _("The answer of %s to the sign-in makes no sense."), provider->name);
}

/* By the status alone; NULL for 200. */
static GError *
new_error (const ConveneOauthAnswer   *answer,
           const ConveneOauthProvider *provider)
{
  if (answer->status == 200)
    return NULL;
  if (answer->status == 429)
    return new_rate_error (answer, provider);
  if (answer->status == 408 || answer->status >= 500)
    return g_error_new (CONVENE_ERROR, CONVENE_ERROR_UNREACHABLE, _("%s cannot sign anybody in at the moment (status %u)."), provider->name, answer->status);
  if (answer->status >= 400)
    return new_refusal (answer, provider);

  return new_bad_answer (provider);
}

/* RFC 6749 appendix A.12: visible characters, and blanks between scopes. */
static gboolean
is_visible (const char *text,
            gsize       max_length,
            gboolean    blanks)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isgraph (text[i]) && !(blanks && text[i] == ' '))
      return FALSE;

  return length > 0 && length <= max_length;
}

static ConveneSecret *
get_token (JsonObject *object,
           const char *name)
{
  const char *text = convene_json_get_string (object, name);

  return text != NULL && is_visible (text, MAX_TOKEN, FALSE) ? convene_secret_new (text) : NULL;
}

/* Absent, it is what Zoom always gives; what is out of all proportion is cut. */
static gint64
get_life (JsonObject *object)
{
  gint64 seconds;

  if (!convene_json_get_int (object, "expires_in", &seconds))
    return ZOOM_LIFE;

  return CLAMP (seconds, 0, MAX_LIFE / CONVENE_SECOND) * CONVENE_SECOND;
}

static char *
dup_scopes (JsonObject *object)
{
  const char *text = convene_json_get_string (object, "scope");

  if (text == NULL)
    return NULL;

  return *text == '\0' || is_visible (text, MAX_SCOPES, TRUE) ? g_strdup (text) : NULL;
}

static gboolean
is_bearer (JsonObject *object)
{
  const char *type = convene_json_get_string (object, "token_type");

  return !json_object_has_member (object, "token_type") || (type != NULL && g_ascii_strcasecmp (type, "bearer") == 0);
}

ConveneOauthTokens *
convene_oauth_parse_tokens (const ConveneOauthAnswer   *answer,
                            const ConveneOauthProvider *provider,
                            const char                 *oauth_url,
                            gint64                      now,
                            GError                    **error)
{
  g_autoptr(ConveneOauthTokens) tokens = NULL;
  JsonObject *object = get_object (answer);
  GError     *local_error = new_error (answer, provider);

  if (local_error == NULL)
    {
      tokens = g_new0 (ConveneOauthTokens, 1);
      tokens->access = get_token (object, "access_token");
      tokens->refresh = get_token (object, "refresh_token");
      /* A refresh token that cannot be kept would be the account's end in an hour, without a word. */
      if (tokens->access == NULL || !is_bearer (object) ||
          (tokens->refresh == NULL && json_object_has_member (object, "refresh_token") && !json_object_get_null_member (object, "refresh_token")))
        local_error = new_bad_answer (provider);
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  tokens->expiry = now + get_life (object);
  tokens->scopes = dup_scopes (object);
  tokens->api_url = convene_oauth_check_api_url (provider, convene_json_get_string (object, "api_url"), oauth_url);
  return g_steal_pointer (&tokens);
}

gboolean
convene_oauth_parse_success (const ConveneOauthAnswer   *answer,
                             const ConveneOauthProvider *provider,
                             GError                    **error)
{
  GError *local_error = answer->status == 204 ? NULL : new_error (answer, provider);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);
  return FALSE;
}

static gboolean
is_below (const char *host,
          const char *domain)
{
  g_autofree char *lower = g_ascii_strdown (host, -1);
  g_autofree char *suffix = g_strconcat (".", domain, NULL);

  return g_str_equal (lower, domain) || g_str_has_suffix (lower, suffix);
}

static gboolean
may_have_token (const ConveneOauthProvider *provider,
                GUri                       *uri,
                const char                 *oauth_url)
{
  g_autoptr(GUri) oauth_uri = NULL;

  if (!convene_http_uri_is_loopback (uri))
    return is_below (g_uri_get_host (uri), provider->api_domain) && g_uri_get_port (uri) == 443;

  oauth_uri = convene_http_uri_parse (oauth_url, "oauth-url", NULL);
  return oauth_uri != NULL && convene_http_uri_is_loopback (oauth_uri);
}

char *
convene_oauth_check_api_url (const ConveneOauthProvider *provider,
                             const char                 *api_url,
                             const char                 *oauth_url)
{
  g_autoptr(GUri) uri = NULL;
  const char *path;
  char       *text;

  uri = api_url != NULL ? convene_http_uri_parse (api_url, "api-url", NULL) : NULL;
  if (uri == NULL || !may_have_token (provider, uri, oauth_url))
    return NULL;

  path = g_uri_get_path (uri);
  if ((*path != '\0' && !g_str_equal (path, "/")) || g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return NULL;

  text = g_strdup (api_url);
  if (g_str_has_suffix (text, "/"))
    text[strlen (text) - 1] = '\0';
  return text;
}
