/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-switches.h"

static const struct
{
  const char *name;
  gint64      value;
} defaults[CONVENE_PRACTICE_N_SWITCHES] = {
  [CONVENE_PRACTICE_CLOCK_OFFSET_US] = { "clock_offset_us", 0 },
  [CONVENE_PRACTICE_LATENCY_MS] = { "latency_ms", 0 },
  [CONVENE_PRACTICE_LATE_LIST_MS] = { "late_list_ms", 0 },
  [CONVENE_PRACTICE_DAILY_LIMIT] = { "daily_limit", 100 },
  [CONVENE_PRACTICE_DELETES_COUNT] = { "deletes_count", FALSE },
  [CONVENE_PRACTICE_NO_QUOTA_HEADERS] = { "no_quota_headers", FALSE },
  [CONVENE_PRACTICE_PACE] = { "pace", TRUE },
  [CONVENE_PRACTICE_LIGHT_PACE] = { "light_pace", 30 },
  [CONVENE_PRACTICE_MEDIUM_PACE] = { "medium_pace", 20 },
  [CONVENE_PRACTICE_CONCURRENCY] = { "concurrency", TRUE },
  [CONVENE_PRACTICE_WAITING_ROOM] = { "waiting_room", FALSE },
  [CONVENE_PRACTICE_JOIN_BEFORE_HOST] = { "join_before_host", TRUE },
  [CONVENE_PRACTICE_SIGN_IN] = { "sign_in", FALSE },
  [CONVENE_PRACTICE_PASSWORD_LENGTH] = { "password_length", 0 },
  [CONVENE_PRACTICE_EMBED_PASSWORD] = { "embed_password", TRUE },
  [CONVENE_PRACTICE_ONE_TOKEN] = { "one_token", FALSE },
  [CONVENE_PRACTICE_SECOND_LOGIN_REVOKES] = { "second_login_revokes", TRUE },
  [CONVENE_PRACTICE_CONSENT] = { "consent", 0 },
  [CONVENE_PRACTICE_CONSENT_USER] = { "consent_user", 0 },
  [CONVENE_PRACTICE_PRE_APPROVED] = { "pre_approved", TRUE },
  [CONVENE_PRACTICE_APP_ENABLED] = { "app_enabled", TRUE },
  [CONVENE_PRACTICE_DEVICE_ENABLED] = { "device_enabled", TRUE },
  [CONVENE_PRACTICE_DEVICE_LIFE_S] = { "device_life_s", 900 },
  [CONVENE_PRACTICE_DEVICE_INTERVAL_S] = { "device_interval_s", 5 },
  [CONVENE_PRACTICE_DEVICE_SLOW_DOWN] = { "device_slow_down", 0 },
  [CONVENE_PRACTICE_CODE_LIFE_S] = { "code_life_s", 300 },
  [CONVENE_PRACTICE_ACCESS_LIFE_S] = { "access_life_s", 3599 },
  [CONVENE_PRACTICE_ROTATE] = { "rotate", TRUE },
  [CONVENE_PRACTICE_REFRESH_GRACE] = { "refresh_grace", FALSE },
  [CONVENE_PRACTICE_NEWER_LOGIN_CODE] = { "newer_login_code", 0 },
  [CONVENE_PRACTICE_PLAIN_PKCE] = { "plain_pkce", FALSE },
  [CONVENE_PRACTICE_STRICT_LINES] = { "strict_lines", TRUE },
};

void
convene_practice_switches_init (ConvenePracticeSwitches *self)
{
  for (guint i = 0; i < CONVENE_PRACTICE_N_SWITCHES; i++)
    self->values[i] = defaults[i].value;
}

static gboolean
read_value (JsonNode *node,
            gint64   *value)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return FALSE;

  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    *value = json_node_get_boolean (node);
  else if (json_node_get_value_type (node) == G_TYPE_INT64)
    *value = json_node_get_int (node);
  else
    return FALSE;

  return TRUE;
}

gboolean
convene_practice_switches_set (ConvenePracticeSwitches *self,
                               const char              *name,
                               JsonNode                *value)
{
  for (guint i = 0; i < CONVENE_PRACTICE_N_SWITCHES; i++)
    if (g_strcmp0 (defaults[i].name, name) == 0)
      return read_value (value, &self->values[i]);

  return FALSE;
}

JsonObject *
convene_practice_switches_to_json (const ConvenePracticeSwitches *self)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < CONVENE_PRACTICE_N_SWITCHES; i++)
    json_object_set_int_member (object, defaults[i].name, self->values[i]);

  return object;
}
