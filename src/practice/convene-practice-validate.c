/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-validate.h"

#include <string.h>

#include "convene-practice-json.h"
#include "convene-zone.h"

typedef enum
{
  IS_STRING,  /* of at most `max` code points */
  IS_INTEGER, /* from `min` to `max` */
  IS_BOOLEAN,
  IS_ARRAY,
  IS_OBJECT,
  IS_WORD,   /* one of `choices`, separated by blanks */
  IS_NUMBER, /* likewise */
} Kind;

typedef struct
{
  const char *name;
  Kind        kind;
  gint64      min;
  gint64      max;
  const char *choices;
} Rule;

static const Rule body_rules[] = {
  { "topic", IS_STRING, 0, 200, NULL },
  { "agenda", IS_STRING, 0, 2000, NULL },
  { "type", IS_NUMBER, 0, 0, "1 2 3 8 10" },
  { "start_time", IS_STRING, 0, 64, NULL },
  { "timezone", IS_STRING, 0, 64, NULL },
  { "duration", IS_INTEGER, 1, 1440, NULL },
  { "password", IS_STRING, 0, 10, NULL },
  { "default_password", IS_BOOLEAN, 0, 0, NULL },
  { "pre_schedule", IS_BOOLEAN, 0, 0, NULL },
  { "schedule_for", IS_STRING, 0, 254, NULL },
  { "template_id", IS_STRING, 0, 254, NULL },
  { "tracking_fields", IS_ARRAY, 0, 0, NULL },
  { "recurrence", IS_OBJECT, 0, 0, NULL },
  { "settings", IS_OBJECT, 0, 0, NULL },
};

static const Rule recurrence_rules[] = {
  { "type", IS_NUMBER, 0, 0, "1 2 3" },
  { "repeat_interval", IS_INTEGER, 1, 99, NULL },
  { "weekly_days", IS_STRING, 0, 13, NULL },
  { "monthly_day", IS_INTEGER, 1, 31, NULL },
  { "monthly_week", IS_NUMBER, 0, 0, "-1 1 2 3 4" },
  { "monthly_week_day", IS_NUMBER, 0, 0, "1 2 3 4 5 6 7" },
  { "end_times", IS_INTEGER, 0, 60, NULL },
  { "end_date_time", IS_STRING, 0, 64, NULL },
};

static const Rule settings_rules[] = {
  { "host_video", IS_BOOLEAN, 0, 0, NULL },
  { "participant_video", IS_BOOLEAN, 0, 0, NULL },
  { "join_before_host", IS_BOOLEAN, 0, 0, NULL },
  { "jbh_time", IS_NUMBER, 0, 0, "0 5 10 15" },
  { "mute_upon_entry", IS_BOOLEAN, 0, 0, NULL },
  { "waiting_room", IS_BOOLEAN, 0, 0, NULL },
  { "watermark", IS_BOOLEAN, 0, 0, NULL },
  { "focus_mode", IS_BOOLEAN, 0, 0, NULL },
  { "private_meeting", IS_BOOLEAN, 0, 0, NULL },
  { "internal_meeting", IS_BOOLEAN, 0, 0, NULL },
  { "meeting_authentication", IS_BOOLEAN, 0, 0, NULL },
  { "allow_multiple_devices", IS_BOOLEAN, 0, 0, NULL },
  { "close_registration", IS_BOOLEAN, 0, 0, NULL },
  { "push_change_to_calendar", IS_BOOLEAN, 0, 0, NULL },
  { "use_pmi", IS_BOOLEAN, 0, 0, NULL },
  { "email_notification", IS_BOOLEAN, 0, 0, NULL },
  { "alternative_hosts_email_notification", IS_BOOLEAN, 0, 0, NULL },
  { "registrants_email_notification", IS_BOOLEAN, 0, 0, NULL },
  { "registrants_confirmation_email", IS_BOOLEAN, 0, 0, NULL },
  { "show_share_button", IS_BOOLEAN, 0, 0, NULL },
  { "auto_start_meeting_summary", IS_BOOLEAN, 0, 0, NULL },
  { "device_testing", IS_BOOLEAN, 0, 0, NULL },
  { "audio", IS_WORD, 0, 0, "both telephony voip thirdParty" },
  { "audio_conference_info", IS_STRING, 0, 2048, NULL },
  { "auto_recording", IS_WORD, 0, 0, "none local cloud" },
  { "encryption_type", IS_WORD, 0, 0, "enhanced_encryption e2ee" },
  { "alternative_hosts", IS_STRING, 0, G_MAXINT64, NULL },
  { "approval_type", IS_NUMBER, 0, 0, "0 1 2" },
  { "registration_type", IS_NUMBER, 0, 0, "1 2 3" },
  { "calendar_type", IS_NUMBER, 0, 0, "1 2" },
  { "who_will_receive_summary", IS_NUMBER, 0, 0, "1 2 3 4" },
  { "contact_name", IS_STRING, 0, G_MAXINT64, NULL },
  { "contact_email", IS_STRING, 0, 254, NULL },
  { "authentication_option", IS_STRING, 0, G_MAXINT64, NULL },
  { "authentication_domains", IS_STRING, 0, G_MAXINT64, NULL },
  { "authentication_exception", IS_ARRAY, 0, 0, NULL },
  { "meeting_invitees", IS_ARRAY, 0, 0, NULL },
  { "global_dial_in_countries", IS_ARRAY, 0, 0, NULL },
  { "waiting_room_options", IS_OBJECT, 0, 0, NULL },
  { "breakout_room", IS_OBJECT, 0, 0, NULL },
  { "continuous_meeting_chat", IS_OBJECT, 0, 0, NULL },
  { "language_interpretation", IS_OBJECT, 0, 0, NULL },
  { "sign_language_interpretation", IS_OBJECT, 0, 0, NULL },
};

static void
add_error (JsonArray  *errors,
           const char *prefix,
           const char *field,
           const char *message)
{
  JsonObject      *error = json_object_new ();
  g_autofree char *name = g_strconcat (prefix, field, NULL);

  json_object_set_string_member (error, "field", name);
  json_object_set_string_member (error, "message", message);
  json_array_add_object_element (errors, error);
}

static gboolean
is_choice (const Rule *rule,
           const char *word)
{
  g_auto(GStrv) choices = g_strsplit (rule->choices, " ", -1);

  return g_strv_contains ((const char *const *) choices, word);
}

static gboolean
is_choice_of_numbers (const Rule *rule,
                      gint64      number)
{
  g_autofree char *word = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return is_choice (rule, word);
}

static char *
check_value (const Rule *rule,
             JsonNode   *node)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  switch (rule->kind)
    {
    case IS_STRING:
      if (type != G_TYPE_STRING)
        return g_strdup ("Invalid field.");
      if (g_utf8_strlen (json_node_get_string (node), -1) > rule->max)
        return g_strdup_printf ("The value is longer than %" G_GINT64_FORMAT " characters.", rule->max);
      return NULL;
    case IS_INTEGER:
      if (type != G_TYPE_INT64 || json_node_get_int (node) < rule->min || json_node_get_int (node) > rule->max)
        return g_strdup_printf ("The value must be between %" G_GINT64_FORMAT " and %" G_GINT64_FORMAT ".", rule->min, rule->max);
      return NULL;
    case IS_BOOLEAN:
      return type == G_TYPE_BOOLEAN ? NULL : g_strdup ("Invalid field.");
    case IS_WORD:
      return type == G_TYPE_STRING && is_choice (rule, json_node_get_string (node)) ? NULL : g_strdup ("Invalid field.");
    case IS_NUMBER:
      return type == G_TYPE_INT64 && is_choice_of_numbers (rule, json_node_get_int (node)) ? NULL : g_strdup ("Invalid field.");
    case IS_ARRAY:
      return JSON_NODE_HOLDS_ARRAY (node) ? NULL : g_strdup ("Invalid field.");
    case IS_OBJECT:
    default:
      return JSON_NODE_HOLDS_OBJECT (node) ? NULL : g_strdup ("Invalid field.");
    }
}

static void
check_rules (const Rule *rules,
             guint       n_rules,
             JsonObject *object,
             const char *prefix,
             JsonArray  *errors)
{
  for (guint i = 0; i < n_rules; i++)
    {
      JsonNode        *node = json_object_get_member (object, rules[i].name);
      g_autofree char *message = node != NULL && !JSON_NODE_HOLDS_NULL (node) ? check_value (&rules[i], node) : NULL;

      if (message != NULL)
        add_error (errors, prefix, rules[i].name, message);
    }
}

GTimeZone *
convene_practice_find_zone (const char *name)
{
  if (strchr (name, '/') == NULL && !g_str_equal (name, "UTC"))
    return NULL;
  if (g_str_has_prefix (name, "Etc/") || g_str_has_prefix (name, "SystemV/"))
    return NULL;

  return convene_zone_new (name, "timezone", NULL);
}

static gboolean
has_shape (const char *text,
           const char *shape)
{
  for (; *shape != '\0'; text++, shape++)
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *shape != *text)
      return FALSE;

  return g_str_equal (text, "") || g_str_equal (text, "Z");
}

static int
read_number (const char *digits,
             int         n_digits)
{
  int number = 0;

  for (int i = 0; i < n_digits; i++)
    number = number * 10 + (digits[i] - '0');

  return number;
}

gboolean
convene_practice_parse_start (const char *text,
                              GTimeZone  *zone,
                              gint64     *instant)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = NULL;

  if (!has_shape (text, "0000-00-00T00:00:00"))
    return FALSE;

  time = g_date_time_new (g_str_has_suffix (text, "Z") ? utc : zone,
                          read_number (text, 4), read_number (text + 5, 2), read_number (text + 8, 2),
                          read_number (text + 11, 2), read_number (text + 14, 2), read_number (text + 17, 2));
  if (time == NULL)
    return FALSE;

  *instant = g_date_time_to_unix (time) * G_USEC_PER_SEC;
  return TRUE;
}

static void
check_times (JsonObject                *body,
             const ConvenePracticeUser *host,
             JsonArray                 *errors)
{
  const char *zone_name = convene_practice_json_get_string (body, "timezone", host->zone);
  const char *start = convene_practice_json_get_string (body, "start_time", NULL);
  g_autoptr(GTimeZone) zone = convene_practice_find_zone (zone_name);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 instant;

  if (zone == NULL)
    add_error (errors, "", "timezone", "Invalid timezone.");
  if (start != NULL && !convene_practice_parse_start (start, zone != NULL ? zone : utc, &instant))
    add_error (errors, "", "start_time", "Invalid field.");
}

static void
check_password (JsonObject *body,
                JsonArray  *errors)
{
  const char *password = convene_practice_json_get_string (body, "password", "");

  for (const char *p = password; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && strchr ("@_*-", *p) == NULL)
      {
        add_error (errors, "", "password", "Password may only contain the following characters: [a-z A-Z 0-9 @ - _ *].");
        return;
      }
}

/* Host and alternative host must both be licensed, and of the same account. */
static void
check_alternative_hosts (JsonObject                *settings,
                         const ConvenePracticeUser *host,
                         JsonArray                 *errors)
{
  const char *text = convene_practice_json_get_string (settings, "alternative_hosts", "");
  g_auto(GStrv) addresses = g_strsplit_set (text, ";,", -1);

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      const ConvenePracticeUser *user = convene_practice_user_find (g_strstrip (addresses[i]));
      g_autofree char           *message = NULL;

      if (*addresses[i] == '\0' || (user != NULL && convene_practice_user_is_licensed (user) && convene_practice_user_is_licensed (host)))
        continue;

      message = g_strdup_printf ("The user cannot be selected as an alternative host: %s.", addresses[i]);
      add_error (errors, "settings.", "alternative_hosts", message);
    }
}

static void
check_recurrence (JsonObject *recurrence,
                  JsonArray  *errors)
{
  if (!json_object_has_member (recurrence, "type"))
    add_error (errors, "recurrence.", "type", "Missing field.");
  check_rules (recurrence_rules, G_N_ELEMENTS (recurrence_rules), recurrence, "recurrence.", errors);
}

/* The account defines no tracking fields: whoever names one names none of its. */
static void
check_tracking_fields (JsonArray *fields,
                       JsonArray *errors)
{
  if (json_array_get_length (fields) > 0)
    add_error (errors, "", "tracking_fields", "Invalid field.");
}

JsonArray *
convene_practice_validate_meeting (JsonObject                *body,
                                   gboolean                   is_update,
                                   const ConvenePracticeUser *host)
{
  JsonArray  *errors = json_array_new ();
  JsonObject *settings = convene_practice_json_get_object (body, "settings");
  JsonObject *recurrence = convene_practice_json_get_object (body, "recurrence");
  JsonArray  *tracking_fields = convene_practice_json_get_array (body, "tracking_fields");

  check_rules (body_rules, G_N_ELEMENTS (body_rules), body, "", errors);
  check_times (body, host, errors);
  check_password (body, errors);
  if (is_update && json_object_has_member (body, "default_password") && json_array_get_length (errors) == 0)
    add_error (errors, "", "default_password", "Invalid field.");
  if (settings != NULL)
    {
      check_rules (settings_rules, G_N_ELEMENTS (settings_rules), settings, "settings.", errors);
      check_alternative_hosts (settings, host, errors);
    }
  if (recurrence != NULL)
    check_recurrence (recurrence, errors);
  if (tracking_fields != NULL)
    check_tracking_fields (tracking_fields, errors);

  return errors;
}
