/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-meeting-body.h"

#include <string.h>

#include "convene-moment.h"
#include "convene-practice-json.h"
#include "convene-practice-random.h"
#include "convene-practice-validate.h"

#define DEFAULT_DURATION 60
#define LIST_AGENDA_LENGTH 250

static const char *const copied_members[] = { "topic", "agenda", "type", "duration", "timezone", "recurrence", "tracking_fields" };

/* The link's pwd is a token of the server's, not the password, and new with each password. */
static void
set_password (JsonObject                       *body,
              const char                       *password,
              const ConvenePracticeBodyContext *context)
{
  static const char *const members[] = { "password", "h323_password", "pstn_password" };
  gint64                   id = json_object_get_int_member (body, "id");
  g_autofree char         *token = convene_practice_random_text (30);
  gboolean                 embeds = *password != '\0' && context->switches->values[CONVENE_PRACTICE_EMBED_PASSWORD] && !context->bare_link;
  g_autofree char         *link = embeds ? g_strdup_printf ("https://practice.example.com/j/%" G_GINT64_FORMAT "?pwd=%s.1", id, token)
                                         : g_strdup_printf ("https://practice.example.com/j/%" G_GINT64_FORMAT, id);

  json_object_set_string_member (body, "join_url", link);
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (*password == '\0')
      json_object_remove_member (body, members[i]);
    else
      json_object_set_string_member (body, members[i], password);
}

static JsonObject *
new_settings (void)
{
  static const char *const off[] = { "host_video", "participant_video", "join_before_host", "mute_upon_entry", "waiting_room", "watermark",
                                     "use_pmi", "meeting_authentication", "focus_mode", "private_meeting" };
  JsonObject              *settings = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    json_object_set_boolean_member (settings, off[i], FALSE);
  json_object_set_int_member (settings, "jbh_time", 0);
  json_object_set_string_member (settings, "audio", "both");
  json_object_set_string_member (settings, "auto_recording", "none");
  json_object_set_int_member (settings, "approval_type", 2);
  json_object_set_string_member (settings, "alternative_hosts", "");
  json_object_set_boolean_member (settings, "alternative_hosts_email_notification", TRUE);
  json_object_set_boolean_member (settings, "email_notification", TRUE);
  json_object_set_string_member (settings, "encryption_type", "enhanced_encryption");
  return settings;
}

/* What the account is set to holds, whatever was asked for. A waiting room defeats joining before the host. */
static void
force_settings (JsonObject                    *settings,
                const ConvenePracticeSwitches *switches)
{
  if (switches->values[CONVENE_PRACTICE_WAITING_ROOM])
    json_object_set_boolean_member (settings, "waiting_room", TRUE);
  if (switches->values[CONVENE_PRACTICE_SIGN_IN])
    json_object_set_boolean_member (settings, "meeting_authentication", TRUE);
  if (!switches->values[CONVENE_PRACTICE_JOIN_BEFORE_HOST] || convene_practice_json_get_boolean (settings, "waiting_room", FALSE))
    json_object_set_boolean_member (settings, "join_before_host", FALSE);
}

/* Settings that are not sent stay. */
static void
set_settings (JsonObject                    *body,
              JsonObject                    *old,
              JsonObject                    *request,
              const ConvenePracticeSwitches *switches)
{
  JsonObject *settings = old != NULL ? convene_practice_json_copy (old) : new_settings ();

  if (request != NULL)
    convene_practice_json_merge (settings, request);
  force_settings (settings, switches);
  json_object_set_object_member (body, "settings", settings);
}

static void
copy_members (JsonObject *body,
              JsonObject *request)
{
  for (guint i = 0; i < G_N_ELEMENTS (copied_members); i++)
    {
      JsonNode *node = json_object_get_member (request, copied_members[i]);

      if (node != NULL && !JSON_NODE_HOLDS_NULL (node))
        json_object_set_member (body, copied_members[i], json_node_copy (node));
    }
}

static gboolean
read_start (JsonObject *request,
            const char *zone_name,
            gint64     *start)
{
  const char *text = convene_practice_json_get_string (request, "start_time", NULL);
  g_autoptr(GTimeZone) zone = convene_practice_find_zone (convene_practice_json_get_string (request, "timezone", zone_name));

  return text != NULL && zone != NULL && convene_practice_parse_start (text, zone, start);
}

static void
set_instant (JsonObject *body,
             const char *name,
             gint64      instant)
{
  g_autofree char *text = convene_instant_to_string (instant);

  json_object_set_string_member (body, name, text);
}

/* Without a start a scheduled meeting becomes an instant one. */
static void
set_times (JsonObject                *body,
           JsonObject                *request,
           const ConvenePracticeUser *host,
           gint64                     now)
{
  gint64 type = json_object_get_int_member (body, "type");
  gint64 start;

  if (read_start (request, host->zone, &start))
    set_instant (body, "start_time", start);
  else if (type == 2)
    json_object_set_int_member (body, "type", 1);

  set_instant (body, "created_at", now);
}

static char *
choose_password (JsonObject *request)
{
  const char *password = convene_practice_json_get_string (request, "password", "");

  if (*password == '\0' && convene_practice_json_get_boolean (request, "default_password", TRUE))
    return convene_practice_random_text (6);

  return g_strdup (password);
}

JsonObject *
convene_practice_meeting_body_new (JsonObject                       *request,
                                   gint64                            id,
                                   const ConvenePracticeUser        *host,
                                   const ConvenePracticeBodyContext *context)
{
  JsonObject      *body = json_object_new ();
  g_autofree char *uuid = convene_practice_random_uuid ();
  g_autofree char *password = choose_password (request);

  json_object_set_string_member (body, "uuid", uuid);
  json_object_set_int_member (body, "id", id);
  json_object_set_string_member (body, "host_id", host->id);
  json_object_set_string_member (body, "host_email", host->address);
  json_object_set_string_member (body, "topic", "Zoom Meeting");
  json_object_set_string_member (body, "agenda", "");
  json_object_set_int_member (body, "type", 2);
  json_object_set_string_member (body, "status", "waiting");
  json_object_set_int_member (body, "duration", DEFAULT_DURATION);
  json_object_set_string_member (body, "timezone", host->zone);
  json_object_set_boolean_member (body, "pre_schedule", FALSE);
  json_object_set_string_member (body, "creation_source", "open_api");
  copy_members (body, request);
  set_times (body, request, host, context->now);
  set_password (body, password, context);
  set_settings (body, NULL, convene_practice_json_get_object (request, "settings"), context->switches);

  return body;
}

JsonObject *
convene_practice_meeting_body_update (JsonObject                       *body,
                                      JsonObject                       *request,
                                      const ConvenePracticeBodyContext *context)
{
  JsonObject *changed = convene_practice_json_copy (body);
  const char *old_password = convene_practice_json_get_string (body, "password", "");
  const char *password = convene_practice_json_get_string (request, "password", old_password);
  JsonObject *settings = convene_practice_json_get_object (request, "settings");
  gint64      start;

  copy_members (changed, request);
  if (!context->keeps_start && read_start (request, convene_practice_json_get_string (body, "timezone", "UTC"), &start) && start > context->now)
    set_instant (changed, "start_time", start);
  if (context->new_link || !g_str_equal (password, old_password))
    set_password (changed, password, context);
  if (settings != NULL)
    set_settings (changed, convene_practice_json_get_object (body, "settings"), settings, context->switches);

  return changed;
}

JsonObject *
convene_practice_meeting_body_show (JsonObject *body)
{
  JsonObject      *shown = convene_practice_json_copy (body);
  g_autofree char *key = convene_practice_random_text (120);
  g_autofree char *link = g_strdup_printf ("https://practice.example.com/s/%" G_GINT64_FORMAT "?zak=%s", json_object_get_int_member (body, "id"), key);

  json_object_remove_member (shown, "ended");
  json_object_set_string_member (shown, "start_url", link);
  return shown;
}

JsonObject *
convene_practice_meeting_body_list (JsonObject *body)
{
  static const char *const listed[] = { "uuid", "id", "host_id", "topic", "type", "start_time", "duration", "timezone", "created_at", "join_url" };
  const char              *agenda = convene_practice_json_get_string (body, "agenda", "");
  g_autofree char         *cut = g_utf8_strlen (agenda, -1) > LIST_AGENDA_LENGTH ? g_utf8_substring (agenda, 0, LIST_AGENDA_LENGTH) : g_strdup (agenda);
  JsonObject              *item = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (listed); i++)
    if (json_object_has_member (body, listed[i]))
      json_object_set_member (item, listed[i], json_node_copy (json_object_get_member (body, listed[i])));
  json_object_set_string_member (item, "agenda", cut);

  return item;
}
