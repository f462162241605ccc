/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-oauth-parse.h"

#include "convene-clock.h"
#include "convene-error.h"
#include "convene-http-uri.h"
#include "convene-json.h"
#include "convene-oauth-refusal.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_DEVICE_CODE 4096
#define MAX_USER_CODE 40
#define MAX_URI 2048

/* RFC 8628 §3.2: seconds between two polls where nothing is said */
#define INTERVAL 5

/* as far as is known of Zoom's, which says of none how long it is */
#define CLIENT_ID_LENGTH 22
#define CLIENT_SECRET_LENGTH 32

void
convene_oauth_device_code_free (ConveneOauthDeviceCode *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->device_code, convene_secret_unref);
  g_clear_pointer (&self->user_code, g_free);
  g_clear_pointer (&self->verification_uri, g_free);
  g_free (self);
}

/* An address that a person may be sent to, with all that belongs to a sign-in: the provider's own. */
static const char *
get_page (JsonObject                 *object,
          const char                 *name,
          const ConveneOauthProvider *provider,
          const char                 *oauth_url)
{
  const char *text = convene_json_get_string (object, name);
  g_autoptr(GUri) uri = NULL;

  if (text == NULL || !convene_oauth_is_visible (text, MAX_URI, FALSE))
    return NULL;

  uri = convene_http_uri_parse (text, name, NULL);
  return uri != NULL && convene_oauth_is_trusted (provider, uri, oauth_url) ? text : NULL;
}

static gint64
clamp_seconds (gint64 seconds,
               gint64 min,
               gint64 max)
{
  return CLAMP (seconds, min / CONVENE_SECOND, max / CONVENE_SECOND) * CONVENE_SECOND;
}

/* Of a 200: FALSE where something that is needed is not there. */
static gboolean
read_device_code (ConveneOauthDeviceCode     *self,
                  JsonObject                 *object,
                  const ConveneOauthProvider *provider,
                  const char                 *oauth_url)
{
  const char *device_code = convene_json_get_string (object, "device_code");
  const char *user_code = convene_json_get_string (object, "user_code");
  const char *plain = get_page (object, "verification_uri", provider, oauth_url);
  const char *complete = get_page (object, "verification_uri_complete", provider, oauth_url);
  gint64      interval = INTERVAL;
  gint64      life;

  if (device_code == NULL || !convene_oauth_is_visible (device_code, MAX_DEVICE_CODE, FALSE) ||
      user_code == NULL || !convene_oauth_is_visible (user_code, MAX_USER_CODE, FALSE) ||
      plain == NULL || !convene_json_get_int (object, "expires_in", &life))
    return FALSE;

  convene_json_get_int (object, "interval", &interval);
  self->device_code = convene_secret_new (device_code);
  self->user_code = g_strdup (user_code);
  self->verification_uri = g_strdup (complete != NULL ? complete : plain);
  self->interval = clamp_seconds (interval, CONVENE_SECOND, CONVENE_MINUTE);
  self->life = clamp_seconds (life, CONVENE_MINUTE, CONVENE_HOUR);
  return TRUE;
}

/* A refusal of which nothing else is known: an app has to be allowed this way of signing in. Takes the error. */
static GError *
explain (GError                     *error,
         const ConveneOauthProvider *provider)
{
  g_autofree char *words = g_strdup (error->message);

  if (!g_error_matches (error, CONVENE_ERROR, CONVENE_ERROR_REFUSED) || convene_error_get_field (error) != NULL)
    return error;

  g_error_free (error);
  return g_error_new (CONVENE_ERROR, CONVENE_ERROR_REFUSED,
                      _("Signing in by a code has to be switched on for the app at %s; or sign in by the browser. %s"), provider->name, words);
}

ConveneOauthDeviceCode *
convene_oauth_parse_device_code (const ConveneOauthAnswer   *answer,
                                 const ConveneOauthProvider *provider,
                                 const char                 *oauth_url,
                                 GError                    **error)
{
  g_autoptr(ConveneOauthDeviceCode) self = NULL;
  GError *local_error = convene_oauth_answer_to_error (answer, provider);

  if (local_error == NULL)
    {
      self = g_new0 (ConveneOauthDeviceCode, 1);
      if (read_device_code (self, convene_oauth_answer_get_object (answer), provider, oauth_url))
        return g_steal_pointer (&self);
      local_error = convene_oauth_new_bad_answer (provider);
    }

  g_propagate_error (error, explain (local_error, provider));
  return NULL;
}

ConveneOauthPoll
convene_oauth_judge_poll (const ConveneOauthAnswer *answer)
{
  static const struct
  {
    const char      *error;
    ConveneOauthPoll poll;
  } errors[] = {
    { "authorization_pending", CONVENE_OAUTH_POLL_PENDING },
    { "slow_down", CONVENE_OAUTH_POLL_SLOW_DOWN },
    { "expired_token", CONVENE_OAUTH_POLL_EXPIRED },
    { "access_denied", CONVENE_OAUTH_POLL_DECLINED },
  };

  if (answer->status == 200)
    return CONVENE_OAUTH_POLL_TOKENS;

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    if (answer->status >= 400 && answer->status < 500 && convene_oauth_answer_has_error (answer, errors[i].error))
      return errors[i].poll;

  return CONVENE_OAUTH_POLL_FAILED;
}

gboolean
convene_oauth_looks_swapped (const char    *client_id,
                             ConveneSecret *client_secret)
{
  return client_id != NULL && client_secret != NULL && strlen (client_id) == CLIENT_SECRET_LENGTH &&
         strlen (convene_secret_peek (client_secret)) == CLIENT_ID_LENGTH;
}
