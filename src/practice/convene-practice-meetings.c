/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-meetings.h"

#include "convene-practice-json.h"
#include "convene-practice-random.h"
#include "convene-practice-validate.h"

struct _ConvenePracticeMeetings
{
  GPtrArray  *all;
  GHashTable *by_id; /* gint64 in the meeting → meeting */
};

static void
meeting_free (gpointer data)
{
  ConvenePracticeMeeting *meeting = data;

  json_object_unref (meeting->body);
  g_clear_pointer (&meeting->previous, json_object_unref);
  g_free (meeting);
}

ConvenePracticeMeetings *
convene_practice_meetings_new (void)
{
  ConvenePracticeMeetings *self = g_new0 (ConvenePracticeMeetings, 1);

  self->all = g_ptr_array_new_with_free_func (meeting_free);
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
convene_practice_meetings_free (ConvenePracticeMeetings *self)
{
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->all);
  g_free (self);
}

const ConvenePracticeMeeting *
convene_practice_meetings_find (ConvenePracticeMeetings *self,
                                gint64                   id)
{
  ConvenePracticeMeeting *meeting = g_hash_table_lookup (self->by_id, &id);

  return meeting != NULL && !meeting->is_deleted ? meeting : NULL;
}

const ConvenePracticeMeeting *
convene_practice_meetings_find_any (ConvenePracticeMeetings *self,
                                    gint64                   id)
{
  return g_hash_table_lookup (self->by_id, &id);
}

gboolean
convene_practice_meeting_is_expired (const ConvenePracticeMeeting *self,
                                     gint64                        now)
{
  gint64 end = self->start + convene_practice_json_get_int (self->body, "duration", 0) * CONVENE_MINUTE;

  return self->start != 0 && end + CONVENE_PRACTICE_MEETING_LIFE <= now;
}

gboolean
convene_practice_meeting_is_live (const ConvenePracticeMeeting *self)
{
  return g_str_equal (convene_practice_json_get_string (self->body, "status", ""), "started");
}

gint64
convene_practice_meetings_new_id (ConvenePracticeMeetings *self)
{
  gint64 id;

  do
    id = convene_practice_random_number ();
  while (g_hash_table_contains (self->by_id, &id));

  return id;
}

const char *
convene_practice_meeting_get_host (const ConvenePracticeMeeting *self)
{
  return convene_practice_json_get_string (self->body, "host_email", "");
}

GPtrArray *
convene_practice_meetings_get_all (ConvenePracticeMeetings *self)
{
  return self->all;
}

JsonObject *
convene_practice_meetings_format_put (JsonObject *body,
                                      gint64      visible_at)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "meeting");
  json_object_set_int_member (change, "visible_at", visible_at);
  json_object_set_object_member (change, "meeting", json_object_ref (body));
  return change;
}

JsonObject *
convene_practice_meetings_format_delete (gint64 id)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "meeting-delete");
  json_object_set_int_member (change, "id", id);
  return change;
}

static gint64
read_start (JsonObject *body)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  gint64 start = 0;

  if (!convene_practice_parse_start (convene_practice_json_get_string (body, "start_time", ""), utc, &start))
    return 0;

  return start;
}

static void
put (ConvenePracticeMeetings *self,
     JsonObject              *body,
     gint64                   visible_at)
{
  gint64                  id = convene_practice_json_get_int (body, "id", 0);
  ConvenePracticeMeeting *meeting = g_hash_table_lookup (self->by_id, &id);

  if (meeting == NULL)
    {
      meeting = g_new0 (ConvenePracticeMeeting, 1);
      meeting->id = id;
      g_ptr_array_add (self->all, meeting);
      g_hash_table_insert (self->by_id, &meeting->id, meeting);
    }

  g_clear_pointer (&meeting->previous, json_object_unref);
  meeting->previous = g_steal_pointer (&meeting->body);
  meeting->body = json_object_ref (body);
  meeting->is_deleted = FALSE;
  meeting->start = read_start (body);
  meeting->visible_at = visible_at;
}

void
convene_practice_meetings_apply (ConvenePracticeMeetings *self,
                                 JsonObject              *change)
{
  JsonObject             *body = convene_practice_json_get_object (change, "meeting");
  gint64                  id = convene_practice_json_get_int (change, "id", 0);
  ConvenePracticeMeeting *meeting = g_hash_table_lookup (self->by_id, &id);

  if (body != NULL)
    put (self, body, convene_practice_json_get_int (change, "visible_at", 0));
  else if (meeting != NULL)
    meeting->is_deleted = TRUE;
}

JsonArray *
convene_practice_meetings_to_json (ConvenePracticeMeetings *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->all->len; i++)
    {
      ConvenePracticeMeeting *meeting = g_ptr_array_index (self->all, i);
      JsonObject             *object = convene_practice_json_copy (meeting->body);

      json_object_set_boolean_member (object, "deleted", meeting->is_deleted);
      json_object_set_int_member (object, "visible_at", meeting->visible_at);
      json_array_add_object_element (array, object);
    }

  return array;
}
