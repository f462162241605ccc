/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "convene-oauth"

#include "convene-oauth-parse.h"

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-http-uri.h"
#include "convene-json.h"
#include "convene-oauth-refusal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Zoom's are a few KiB; a header has to hold one. */
#define MAX_TOKEN 16384
#define MAX_SCOPES 8192
#define MAX_LIFE CONVENE_DAY
#define ZOOM_LIFE CONVENE_HOUR

gboolean
convene_oauth_is_visible (const char *text,
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

  return text != NULL && convene_oauth_is_visible (text, MAX_TOKEN, FALSE) ? convene_secret_new (text) : NULL;
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

  return *text == '\0' || convene_oauth_is_visible (text, MAX_SCOPES, TRUE) ? g_strdup (text) : NULL;
}

static gboolean
is_bearer (JsonObject *object)
{
  const char *type = convene_json_get_string (object, "token_type");

  return !json_object_has_member (object, "token_type") || (type != NULL && g_ascii_strcasecmp (type, "bearer") == 0);
}

static gboolean
is_there (JsonObject *object,
          const char *name)
{
  return json_object_has_member (object, name) && !json_object_get_null_member (object, name);
}

/* FALSE for an address that the token must not go to: to go on elsewhere would hide that somebody gave one. */
static gboolean
read_api_url (ConveneOauthTokens         *tokens,
              JsonObject                 *object,
              const ConveneOauthProvider *provider,
              const char                 *oauth_url)
{
  if (!is_there (object, "api_url"))
    return TRUE;

  tokens->api_url = convene_oauth_check_api_url (provider, convene_json_get_string (object, "api_url"), oauth_url);
  return tokens->api_url != NULL;
}

/* Of a 200 */
static GError *
read_tokens (ConveneOauthTokens         *tokens,
             JsonObject                 *object,
             const ConveneOauthProvider *provider,
             const char                 *oauth_url)
{
  tokens->access = get_token (object, "access_token");
  tokens->refresh = get_token (object, "refresh_token");

  /* A refresh token that cannot be kept would be the account's end in an hour, without a word. */
  if (tokens->access == NULL || !is_bearer (object) || (tokens->refresh == NULL && is_there (object, "refresh_token")))
    return convene_oauth_new_bad_answer (provider);
  if (!read_api_url (tokens, object, provider, oauth_url))
    return convene_error_new_field (CONVENE_ERROR_BAD_ANSWER, "api_url",
                                    _("The answer of %s to the sign-in names an address outside %s, so the sign-in is not sent there."),
                                       provider->name, provider->api_domain);

  return NULL;
}

ConveneOauthTokens *
convene_oauth_parse_tokens (const ConveneOauthAnswer   *answer,
                            const ConveneOauthProvider *provider,
                            const char                 *oauth_url,
                            gint64                      now,
                            ConveneSecret             **kept,
                            GError                    **error)
{
  g_autoptr(ConveneOauthTokens) tokens = NULL;
  JsonObject *object = convene_oauth_answer_get_object (answer);
  GError     *local_error = convene_oauth_answer_to_error (answer, provider);

  if (local_error == NULL)
    {
      tokens = g_new0 (ConveneOauthTokens, 1);
      local_error = object != NULL ? read_tokens (tokens, object, provider, oauth_url) : convene_oauth_new_bad_answer (provider);
    }
  if (local_error != NULL)
    {
      if (kept != NULL && tokens != NULL)
        *kept = g_steal_pointer (&tokens->refresh);
      g_propagate_error (error, local_error);
      return NULL;
    }

  tokens->expiry = now + get_life (object);
  tokens->scopes = dup_scopes (object);
  tokens->tls = answer->tls;
  return g_steal_pointer (&tokens);
}

ConveneOauthTokens *
convene_oauth_salvage_tokens (const ConveneOauthAnswer *answer)
{
  g_autoptr(ConveneOauthTokens) tokens = g_new0 (ConveneOauthTokens, 1);
  JsonObject *object = convene_oauth_answer_get_object (answer);

  if (answer->status != 200)
    return NULL;

  tokens->access = get_token (object, "access_token");
  tokens->refresh = get_token (object, "refresh_token");
  return tokens->access != NULL || tokens->refresh != NULL ? g_steal_pointer (&tokens) : NULL;
}

gboolean
convene_oauth_parse_success (const ConveneOauthAnswer   *answer,
                             const ConveneOauthProvider *provider,
                             GError                    **error)
{
  GError *local_error = answer->status == 204 ? NULL : convene_oauth_answer_to_error (answer, provider);

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

gboolean
convene_oauth_is_trusted (const ConveneOauthProvider *provider,
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
  if (uri == NULL || !convene_oauth_is_trusted (provider, uri, oauth_url))
    return NULL;

  path = g_uri_get_path (uri);
  if ((*path != '\0' && !g_str_equal (path, "/")) || g_uri_get_query (uri) != NULL || g_uri_get_fragment (uri) != NULL)
    return NULL;

  text = g_strdup (api_url);
  if (g_str_has_suffix (text, "/"))
    text[strlen (text) - 1] = '\0';
  return text;
}
