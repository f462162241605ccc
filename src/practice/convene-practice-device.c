/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-device.h"

#include <glib/gi18n-lib.h>

#include "convene-clock.h"
#include "convene-practice-clients.h"
#include "convene-practice-issue.h"
#include "convene-practice-page.h"
#include "convene-practice-random.h"

#define DEVICE_CODE_LENGTH 43
#define SLOWER (5 * CONVENE_SECOND)

/* RFC 8628 §6.1: no vowels, so that no words come of it. */
static char *
make_user_code (void)
{
  static const char letters[] = "BCDFGHJKLMNPQRSTVWXZ";
  guint8            bytes[8];
  char              code[10];

  convene_practice_random_bytes (bytes, sizeof bytes);
  for (guint i = 0; i < sizeof bytes; i++)
    code[i + (i >= 4)] = letters[bytes[i] % (sizeof letters - 1)];
  code[4] = '-';
  code[9] = '\0';

  return g_strdup (code);
}

static ConvenePracticeAnswer *
begin (ConvenePracticeState *state,
       const char           *client)
{
  g_autofree char *device_code = convene_practice_random_text (DEVICE_CODE_LENGTH);
  g_autofree char *user_code = make_user_code ();
  g_autofree char *uri = g_strconcat (state->api_url, "/oauth/device", NULL);
  g_autofree char *whole_uri = g_strconcat (uri, "?user_code=", user_code, NULL);
  gint64           life = state->switches.values[CONVENE_PRACTICE_DEVICE_LIFE_S];
  gint64           interval = state->switches.values[CONVENE_PRACTICE_DEVICE_INTERVAL_S];
  g_autoptr(JsonArray) changes = json_array_new ();
  JsonObject *body;

  json_array_add_object_element (changes, convene_practice_devices_format_new (device_code, user_code, client, interval * CONVENE_SECOND,
                                                                               convene_practice_state_now (state) + life * CONVENE_SECOND));
  if (!convene_practice_state_commit (state, changes, NULL))
    return convene_practice_answer_new_error (500, 500, "Internal Server Error");

  body = json_object_new ();
  json_object_set_string_member (body, "device_code", device_code);
  json_object_set_string_member (body, "user_code", user_code);
  json_object_set_string_member (body, "verification_uri", uri);
  json_object_set_string_member (body, "verification_uri_complete", whole_uri);
  json_object_set_int_member (body, "expires_in", life);
  json_object_set_int_member (body, "interval", interval);
  return convene_practice_answer_new_json (200, body);
}

ConvenePracticeAnswer *
convene_practice_device_begin (ConvenePracticeState   *state,
                               ConvenePracticeRequest *request)
{
  const char            *client = convene_practice_clients_find (request);
  ConvenePracticeAnswer *refusal;

  if (client == NULL)
    return convene_practice_answer_new_invalid_client ();
  refusal = convene_practice_check_enabled (state);
  if (refusal != NULL)
    return refusal;
  if (!state->switches.values[CONVENE_PRACTICE_DEVICE_ENABLED])
    return convene_practice_answer_new_refusal (400, "Device flow is not enabled for this app", "unauthorized_client");
  if (request->is_ambiguous)
    return convene_practice_answer_new_refusal (400, "Bad Request", "invalid_request");

  return begin (state, client);
}

JsonObject *
convene_practice_device_format_answer (ConvenePracticeState      *state,
                                       const char                *user_code,
                                       const ConvenePracticeUser *user,
                                       gboolean                   allow)
{
  const ConvenePracticeDevice *device = convene_practice_devices_find_pending (state->devices, user_code, convene_practice_state_now (state));

  if (device == NULL)
    return NULL;

  return convene_practice_devices_format_stage (device, allow ? CONVENE_PRACTICE_DEVICE_ALLOWED : CONVENE_PRACTICE_DEVICE_DECLINED, user->address);
}

static ConvenePracticeAnswer *
new_wrong_code (void)
{
  return convene_practice_page_new_message (400, _ ("There is no such code"), _ ("It was answered already, or it is too old. Start again in Convene."));
}

static ConvenePracticeAnswer *
answer (ConvenePracticeState      *state,
        const char                *user_code,
        const ConvenePracticeUser *user,
        gboolean                   allow)
{
  JsonObject *change = convene_practice_device_format_answer (state, user_code, user, allow);
  g_autoptr(JsonArray) changes = json_array_new ();

  if (change == NULL)
    return new_wrong_code ();

  json_array_add_object_element (changes, change);
  if (!convene_practice_state_commit (state, changes, NULL))
    return convene_practice_answer_new_error (500, 500, "Internal Server Error");

  return convene_practice_page_new_message (200, allow ? _ ("You are signed in") : _ ("You declined"), _ ("You can close this page and go back to Convene."));
}

ConvenePracticeAnswer *
convene_practice_device_show (ConvenePracticeState   *state,
                              ConvenePracticeRequest *request)
{
  const char                *user_code = convene_practice_request_get_query (request, "user_code");
  gint64                     consent = state->switches.values[CONVENE_PRACTICE_CONSENT];
  const ConvenePracticeUser *user = convene_practice_user_get (state->switches.values[CONVENE_PRACTICE_CONSENT_USER]);

  if (user_code == NULL)
    return convene_practice_page_new_code ();
  if (convene_practice_devices_find_pending (state->devices, user_code, convene_practice_state_now (state)) == NULL)
    return new_wrong_code ();
  if (consent != 0 && user != NULL)
    return answer (state, user_code, user, consent == 1);

  return convene_practice_page_new_device (user_code, convene_practice_state_get_scopes (state));
}

ConvenePracticeAnswer *
convene_practice_device_answer (ConvenePracticeState   *state,
                                ConvenePracticeRequest *request)
{
  const ConvenePracticeUser *user = convene_practice_user_find (convene_practice_request_get_query (request, "user"));
  const char                *user_code = convene_practice_request_get_query (request, "user_code");
  const char                *allow = convene_practice_request_get_query (request, "allow");

  if (user == NULL || user_code == NULL || allow == NULL || request->is_ambiguous)
    return new_wrong_code ();

  return answer (state, user_code, user, g_str_equal (allow, "1"));
}

/* RFC 8628 §3.5: who is told to slow down waits five seconds more, from then on. */
static gboolean
is_too_soon (ConvenePracticeState  *state,
             ConvenePracticeDevice *device)
{
  gint64   now = convene_practice_state_now (state);
  gboolean is_told = device->polls < state->switches.values[CONVENE_PRACTICE_DEVICE_SLOW_DOWN] ||
                     (device->polled_at != 0 && now - device->polled_at < device->interval);

  device->polls++;
  device->polled_at = now;
  if (is_told)
    device->interval += SLOWER;

  return is_told;
}

static ConvenePracticeAnswer *
redeem (ConvenePracticeState        *state,
        ConvenePracticeRequest      *request,
        const ConvenePracticeDevice *device)
{
  ConvenePracticeOwner owner = { .client = device->client, .user = device->user, .sign_in = device->hash };
  g_autoptr(JsonArray) changes = json_array_new ();

  owner.scopes = convene_practice_state_get_scopes (state);
  json_array_add_object_element (changes, convene_practice_devices_format_stage (device, CONVENE_PRACTICE_DEVICE_USED, NULL));
  return convene_practice_issue_sign_in (state, request, &owner, changes);
}

static ConvenePracticeAnswer *
judge (ConvenePracticeState   *state,
       ConvenePracticeRequest *request,
       ConvenePracticeDevice  *device)
{
  if (device->stage == CONVENE_PRACTICE_DEVICE_USED)
    return convene_practice_answer_new_refusal (400, "Invalid device code", "invalid_grant");
  if (device->expires_at <= convene_practice_state_now (state))
    return convene_practice_answer_new_refusal (400, "The device code has expired", "expired_token");
  if (is_too_soon (state, device))
    return convene_practice_answer_new_refusal (400, "Polling too fast", "slow_down");
  if (device->stage == CONVENE_PRACTICE_DEVICE_DECLINED)
    return convene_practice_answer_new_refusal (400, "The user declined", "access_denied");
  if (device->stage == CONVENE_PRACTICE_DEVICE_PENDING)
    return convene_practice_answer_new_refusal (400, "The user has not answered yet", "authorization_pending");

  return redeem (state, request, device);
}

ConvenePracticeAnswer *
convene_practice_device_poll (ConvenePracticeState   *state,
                              ConvenePracticeRequest *request)
{
  const char            *client = convene_practice_clients_find (request);
  const char            *text = convene_practice_request_get_query (request, "device_code");
  ConvenePracticeDevice *device;
  ConvenePracticeAnswer *refusal;

  if (client == NULL)
    return convene_practice_answer_new_invalid_client ();
  refusal = convene_practice_check_app (state);
  if (refusal != NULL)
    return refusal;
  if (text == NULL)
    return convene_practice_answer_new_refusal (400, "Bad Request", "invalid_request");

  device = convene_practice_devices_find (state->devices, text);
  if (device == NULL || !g_str_equal (device->client, client))
    return convene_practice_answer_new_refusal (400, "Invalid device code", "invalid_grant");

  return judge (state, request, device);
}
