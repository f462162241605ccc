/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-zoom-parse.h"

#include <string.h>

#include "convene-agenda.h"
#include "convene-json.h"
#include "convene-text.h"
#include "convene-zoom-error.h"
#include "convene-zoom-settings.h"

#define NUMBER_MAX G_GINT64_CONSTANT (9007199254740991) /* 2^53 - 1: whatever is larger was damaged by some double on its way */
#define NO_CONTENT 204
#define TEXT_MAX 500
#define DURATION_MAX (60 * 24 * 366)

void
convene_zoom_user_free (ConveneZoomUser *user)
{
  g_return_if_fail (user != NULL);

  g_free (user->id);
  g_free (user->address);
  g_free (user->name);
  g_free (user->timezone);
  g_free (user);
}

/* One line that can be shown, stored and mailed, or NULL; Zoom's "" is as good as nothing. */
static const char *
get_line (JsonObject *object,
          const char *name)
{
  const char *text = convene_json_get_string (object, name);

  if (text == NULL || *text == '\0' || !convene_text_check_line (text, name, TEXT_MAX, NULL))
    return NULL;

  return text;
}

/* Zoom: "start_time", "created_at" are UTC with a Z. 0 where there is none. */
static gint64
get_instant (JsonObject *object,
             const char *name)
{
  const char *text = convene_json_get_string (object, name);
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = text != NULL ? g_date_time_new_from_iso8601 (text, utc) : NULL;

  return time != NULL ? g_date_time_to_unix (time) * G_USEC_PER_SEC : 0;
}

static int
get_duration (JsonObject *object)
{
  gint64 duration = 0;

  if (!convene_json_get_int (object, "duration", &duration) || duration < 0 || duration > DURATION_MAX)
    return 0;

  return (int) duration;
}

static void
read_subject (ConveneMeeting *meeting,
              JsonObject     *object)
{
  const char      *agenda = convene_json_get_string (object, "agenda");
  g_autofree char *reference = convene_agenda_dup_reference (agenda);

  convene_meeting_set_topic (meeting, get_line (object, "topic"));
  convene_meeting_set_agenda (meeting, agenda);
  convene_meeting_set_reference (meeting, reference);
}

static void
read_time (ConveneMeeting *meeting,
           JsonObject     *object)
{
  convene_meeting_set_start (meeting, get_instant (object, "start_time"));
  convene_meeting_set_duration (meeting, get_duration (object));
  convene_meeting_set_timezone (meeting, get_line (object, "timezone"));
  convene_meeting_set_created_at (meeting, get_instant (object, "created_at"));
}

static void
read_host (ConveneMeeting *meeting,
           JsonObject     *object)
{
  const char *address = convene_json_get_string (object, "host_email");

  if (convene_text_check_address (address, "host", NULL))
    convene_meeting_set_host (meeting, address);
  convene_meeting_set_host_id (meeting, get_line (object, "host_id"));
}

/* Zoom: "alternative_hosts", separated by semicolons, in older answers by commas. */
static void
read_alternative_hosts (ConveneMeeting *meeting,
                        JsonObject     *object)
{
  const char *text = convene_json_get_string (convene_json_get_object (object, "settings"), "alternative_hosts");
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ";,", -1);
  g_autoptr(GStrvBuilder) hosts = g_strv_builder_new ();
  g_auto (GStrv) addresses = NULL;

  for (guint i = 0; parts[i] != NULL; i++)
    if (convene_text_check_address (g_strstrip (parts[i]), "alternative_hosts", NULL))
      g_strv_builder_add (hosts, parts[i]);

  addresses = g_strv_builder_end (hosts);
  convene_meeting_set_alternative_hosts (meeting, (const char *const *) addresses);
}

/* The members that a meeting has in lists too. NULL without a number that can be one. */
static ConveneMeeting *
read_meeting (JsonObject *object)
{
  g_autoptr(ConveneMeeting) meeting = NULL;
  g_autofree char *id = NULL;
  const char      *link = convene_json_get_string (object, "join_url");
  gint64           number = 0;

  if (!convene_json_get_int (object, "id", &number) || number <= 0 || number > NUMBER_MAX)
    return NULL;

  id = g_uuid_string_random ();
  meeting = convene_meeting_new ();
  convene_meeting_set_id (meeting, id);
  convene_meeting_set_provider (meeting, "zoom");
  convene_meeting_set_number (meeting, number);
  convene_meeting_set_uuid (meeting, get_line (object, "uuid"));
  if (link != NULL && convene_text_check_link (link, "join_url", NULL))
    convene_meeting_set_join_url (meeting, link);
  convene_meeting_set_state (meeting, CONVENE_MEETING_STATE_LIVE);
  read_subject (meeting, object);
  read_time (meeting, object);
  read_host (meeting, object);
  return g_steal_pointer (&meeting);
}

static gboolean
check (const ConveneZoomAnswer *answer,
       GError                 **error)
{
  if (!convene_zoom_error_is_failure (answer))
    return TRUE;

  g_propagate_error (error, convene_zoom_error_new (answer));
  return FALSE;
}

ConveneMeeting *
convene_zoom_parse_meeting (const ConveneZoomAnswer *answer,
                            GError                 **error)
{
  g_autoptr(ConveneMeeting) meeting = NULL;
  JsonObject *object;
  const char *password;

  g_return_val_if_fail (answer != NULL, NULL);

  if (!check (answer, error))
    return NULL;

  object = convene_json_node_get_object (answer->json);
  meeting = read_meeting (object);
  password = convene_json_get_string (object, "password");
  if (meeting == NULL || convene_meeting_get_join_url (meeting) == NULL || !convene_text_check_line (password, "password", TEXT_MAX, NULL))
    {
      g_propagate_error (error, convene_zoom_error_new_bad (answer));
      return NULL;
    }

  if (password != NULL && *password != '\0')
    convene_meeting_set_password (meeting, password);
  read_alternative_hosts (meeting, object);
  convene_meeting_set_entry (meeting, convene_zoom_parse_entry (convene_json_get_object (object, "settings")));
  convene_meeting_set_started (meeting, g_strcmp0 (convene_json_get_string (object, "status"), "started") == 0);
  return g_steal_pointer (&meeting);
}

gboolean
convene_zoom_parse_done (const ConveneZoomAnswer *answer,
                         GError                 **error)
{
  g_return_val_if_fail (answer != NULL, FALSE);

  if (!check (answer, error))
    return FALSE;

  /* Zoom answers 204 without a body: what has one that is no JSON does not come from Zoom, and what says 200 and nothing more does not either */
  if (answer->status == NO_CONTENT || convene_json_node_get_object (answer->json) != NULL)
    return TRUE;

  g_propagate_error (error, convene_zoom_error_new_bad (answer));
  return FALSE;
}

GPtrArray *
convene_zoom_parse_page (const ConveneZoomAnswer *answer,
                         char                   **next_page_token,
                         GError                 **error)
{
  g_autoptr(GPtrArray) page = g_ptr_array_new_with_free_func (g_object_unref);
  JsonObject *object;
  JsonArray  *items;
  const char *token;

  g_return_val_if_fail (answer != NULL, NULL);
  g_return_val_if_fail (next_page_token != NULL, NULL);

  if (!check (answer, error))
    return NULL;

  object = convene_json_node_get_object (answer->json);
  items = convene_json_get_array (object, "meetings");
  if (items == NULL)
    {
      g_propagate_error (error, convene_zoom_error_new_bad (answer));
      return NULL;
    }

  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      ConveneMeeting *meeting = read_meeting (convene_json_array_get_object (items, i));

      if (meeting != NULL)
        g_ptr_array_add (page, meeting);
    }

  token = convene_json_get_string (object, "next_page_token");
  *next_page_token = token != NULL && *token != '\0' ? g_strdup (token) : NULL;
  return g_steal_pointer (&page);
}

static char *
dup_name (JsonObject *object)
{
  const char *display = get_line (object, "display_name");
  const char *first = get_line (object, "first_name");
  const char *last = get_line (object, "last_name");

  if (display != NULL)
    return g_strdup (display);
  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s %s", first, last);

  return g_strdup (first != NULL ? first : last);
}

ConveneZoomUser *
convene_zoom_parse_user (const ConveneZoomAnswer *answer,
                         GError                 **error)
{
  g_autoptr(ConveneZoomUser) user = NULL;
  JsonObject *object;
  const char *id, *address;
  gint64      type = 0;

  g_return_val_if_fail (answer != NULL, NULL);

  if (!check (answer, error))
    return NULL;

  object = convene_json_node_get_object (answer->json);
  id = get_line (object, "id");
  address = convene_json_get_string (object, "email");
  if (id == NULL || !convene_text_check_address (address, "host", NULL))
    {
      g_propagate_error (error, convene_zoom_error_new_bad (answer));
      return NULL;
    }

  convene_json_get_int (object, "type", &type);
  user = g_new0 (ConveneZoomUser, 1);
  user->id = g_strdup (id);
  user->address = g_strdup (address);
  user->name = dup_name (object);
  user->timezone = g_strdup (get_line (object, "timezone"));
  user->type = type > 0 && type < G_MAXINT ? (int) type : 0;
  return g_steal_pointer (&user);
}

GStrv
convene_zoom_parse_schedulers (const ConveneZoomAnswer *answer,
                               GError                 **error)
{
  g_autoptr(GStrvBuilder) addresses = g_strv_builder_new ();
  JsonArray *users;

  g_return_val_if_fail (answer != NULL, NULL);

  if (!check (answer, error))
    return NULL;

  users = convene_json_get_array (convene_json_node_get_object (answer->json), "schedulers");
  if (users == NULL)
    {
      g_propagate_error (error, convene_zoom_error_new_bad (answer));
      return NULL;
    }

  for (guint i = 0; i < json_array_get_length (users); i++)
    {
      const char *address = convene_json_get_string (convene_json_array_get_object (users, i), "email");

      if (convene_text_check_address (address, "host", NULL))
        g_strv_builder_add (addresses, address);
    }

  return g_strv_builder_end (addresses);
}
