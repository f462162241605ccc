/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "life-sink.h"
#include "life-world-private.h"

static JsonObject *
find_at_zoom (JsonObject *state,
              gint64      number)
{
  JsonArray *meetings = json_object_get_array_member (state, "meetings");

  for (guint i = 0; i < json_array_get_length (meetings); i++)
    {
      JsonObject *meeting = json_array_get_object_element (meetings, i);

      if (json_object_get_int_member (meeting, "id") == number && !json_object_get_boolean_member (meeting, "deleted"))
        return meeting;
    }

  return NULL;
}

static guint
count_at_zoom (JsonObject *state)
{
  JsonArray *meetings = json_object_get_array_member (state, "meetings");
  guint      count = 0;

  for (guint i = 0; i < json_array_get_length (meetings); i++)
    count += !json_object_get_boolean_member (json_array_get_object_element (meetings, i), "deleted");

  return count;
}

static guint
count_alive (LifeModel *model)
{
  guint count = 0;

  for (guint i = 0; i < model->meetings->len; i++)
    count += ((LifeMeeting *) g_ptr_array_index (model->meetings, i))->alive;

  return count;
}

static void
compare_text (LifeWorld  *self,
              LifeItem   *item,
              JsonObject *meeting,
              const char *member,
              const char *expected)
{
  const char *actual = json_object_get_string_member (meeting, member);

  if (g_strcmp0 (actual, expected) != 0)
    life_world_fail (self, "the meeting of interview %u has %s \"%s\" at Zoom, not \"%s\"", item->number, member, actual, expected);
}

static void
check_at_zoom (LifeWorld  *self,
               LifeItem   *item,
               JsonObject *at_zoom,
               const char *link)
{
  LifeMeeting *meeting = item->meeting;
  g_autoptr(GPtrArray) users = life_model_list_users (self->model, meeting);
  LifeItem        *first = g_ptr_array_index (users, 0);
  g_autofree char *start = convene_instant_to_string (life_world_get_start (self, meeting->slot));
  g_autofree char *topic = NULL;
  gint64           length = json_object_get_int_member (at_zoom, "duration");

  /* What was still to be made or changed when one of several left is what the next of them says. */
  if (!self->clean && g_str_has_prefix (json_object_get_string_member (at_zoom, "topic"), life_world_get_job (first->job)))
    meeting->job = first->job;
  topic = g_strconcat (life_world_get_job (meeting->job), " Interview", NULL);
  compare_text (self, item, at_zoom, "host_email", meeting->host);
  compare_text (self, item, at_zoom, "start_time", start);
  compare_text (self, item, at_zoom, "topic", topic);
  compare_text (self, item, at_zoom, "join_url", link);
  if (length != meeting->length)
    life_world_fail (self, "the meeting of interview %u takes %d minutes at Zoom, not %u", item->number, (int) length, meeting->length);
}

/* Its meeting is the model's, in the database and at Zoom. */
static void
check_meeting (LifeWorld        *self,
               LifeItem         *item,
               ConveneInterview *stored,
               JsonObject       *state)
{
  ConveneMeeting *known = convene_interview_get_meeting (stored);
  JsonObject     *at_zoom = known != NULL ? find_at_zoom (state, convene_meeting_get_number (known)) : NULL;

  if (known == NULL || convene_meeting_get_state (known) != CONVENE_MEETING_STATE_LIVE || convene_meeting_get_seen_at (known) != 0)
    {
      life_world_fail (self, "interview %u has no live meeting", item->number);
      return;
    }
  if (item->meeting->id == NULL)
    item->meeting->id = g_strdup (convene_meeting_get_id (known));
  if (!g_str_equal (item->meeting->id, convene_meeting_get_id (known)))
    life_world_fail (self, "interview %u has another meeting than the model's", item->number);
  if (at_zoom == NULL)
    life_world_fail (self, "the meeting of interview %u is not at Zoom", item->number);
  else
    check_at_zoom (self, item, at_zoom, convene_interview_get_join_link (stored));
}

/* SH-28: a day and an hour before it begins, while it is to be held. */
static void
check_reminders (LifeWorld        *self,
                 LifeItem         *item,
                 ConveneInterview *stored)
{
  GListModel *operations = convene_interview_get_operations (stored);
  gint64      start = life_world_get_start (self, item->slot);
  guint       expected = item->cancelled ? 0 : 2;
  guint       count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (operations); i++)
    {
      g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, i);
      gint64 due = convene_operation_get_due (operation);

      if (convene_operation_get_kind (operation) != CONVENE_OPERATION_KIND_MAIL_REMINDER || convene_operation_get_state (operation) != CONVENE_OPERATION_STATE_WAITING)
        continue;
      count++;
      if (due != start - CONVENE_DAY && due != start - CONVENE_HOUR)
        life_world_fail (self, "a reminder of interview %u is for another time", item->number);
    }

  if (count != expected)
    life_world_fail (self, "interview %u has %u reminders, not %u", item->number, count, expected);
}

static gboolean
takes_part (LifeItem   *item,
            const char *address)
{
  g_autofree char *everybody = life_item_format_letter (item, "");
  g_autofree char *word = g_strconcat (" ", address, NULL);
  const char      *found = strstr (everybody, word);

  return found != NULL && !item->cancelled;
}

/* What this person's calendar shows of it. */
static void
check_calendar (LifeWorld        *self,
                LifeItem         *item,
                ConveneInterview *stored,
                GPtrArray        *letters,
                const char       *address)
{
  const SinkLetter *letter = sink_find (letters, address, item->uid);
  g_autoptr(ConveneMoment) start = convene_moment_new_at (life_world_get_start (self, item->slot), "America/Mexico_City", NULL);
  g_auto(GStrv) parts = g_strsplit_set (convene_moment_get_wall (start), "-:", -1);
  g_autofree char *wall = g_strjoinv ("", parts);
  const char      *link = convene_interview_get_join_link (stored);

  if (!takes_part (item, address))
    {
      if (letter != NULL && !g_str_equal (letter->method, "CANCEL"))
        life_world_fail (self, "%s does not know that interview %u is off", address, item->number);
    }
  else if (letter == NULL || !g_str_equal (letter->method, "REQUEST"))
    {
      life_world_fail (self, "%s was not invited to interview %u", address, item->number);
    }
  else if (!g_str_has_prefix (letter->start, wall))
    {
      life_world_fail (self, "%s knows of %s for interview %u, not of %s", address, letter->start, item->number, wall);
    }
  else if (link == NULL || strstr (letter->calendar, link) == NULL)
    {
      life_world_fail (self, "%s does not know the link of interview %u, %s", address, item->number, link);
    }
}

static void
check_calendars (LifeWorld        *self,
                 LifeItem         *item,
                 ConveneInterview *stored,
                 GPtrArray        *letters)
{
  g_autofree char *candidate = life_item_dup_candidate (item);

  check_calendar (self, item, stored, letters, candidate);
  check_calendar (self, item, stored, letters, "hal@example.com");
  check_calendar (self, item, stored, letters, "rita@example.com");
  for (guint i = 0; i < LIFE_OTHERS; i++)
    {
      g_autofree char *other = life_dup_other (i);

      check_calendar (self, item, stored, letters, other);
    }
}

/* O-1: a letter comes once. */
static void
check_once (LifeWorld *self,
            GPtrArray *letters)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < letters->len; i++)
    {
      SinkLetter *letter = g_ptr_array_index (letters, i);

      if (!g_hash_table_add (ids, letter->message_id))
        life_world_fail (self, "letter %s came twice", letter->message_id);
    }
}

/* Nobody reads of an earlier state after a later one. */
static void
check_order (LifeWorld *self,
             GPtrArray *letters)
{
  g_autoptr(GHashTable) sequences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < letters->len; i++)
    {
      const SinkLetter *letter = g_ptr_array_index (letters, i);

      for (guint j = 0; letter->uid != NULL && letter->to[j] != NULL; j++)
        {
          g_autofree char *key = g_strconcat (letter->uid, " ", letter->to[j], NULL);

          if (letter->sequence < GPOINTER_TO_INT (g_hash_table_lookup (sequences, key)))
            life_world_fail (self, "%s is told of sequence %d after a later one", letter->to[j], letter->sequence);
          g_hash_table_replace (sequences, g_steal_pointer (&key), GINT_TO_POINTER (letter->sequence));
        }
    }
}

void
life_world_check (LifeWorld *self)
{
  g_autoptr(JsonObject) state = fixture_state (self->fixture);
  g_autoptr(GPtrArray) letters = sink_read (self->fixture);

  check_once (self, letters);
  check_order (self, letters);
  for (guint i = 0; i < self->model->items->len; i++)
    {
      LifeItem *item = g_ptr_array_index (self->model->items, i);
      g_autoptr(ConveneInterview) stored = fixture_find (self->fixture, item->uid);

      if (!item->cancelled && !item->pasted)
        check_meeting (self, item, stored, state);
      check_calendars (self, item, stored, letters);
      check_reminders (self, item, stored);
    }

  if (count_at_zoom (state) != count_alive (self->model))
    life_world_fail (self, "Zoom has %u meetings, not %u", count_at_zoom (state), count_alive (self->model));
}

int
life_world_find_sequence (LifeWorld      *self,
                          const LifeItem *item)
{
  g_autoptr(GPtrArray) letters = sink_read (self->fixture);
  const SinkLetter *letter = item != NULL ? sink_find (letters, "hal@example.com", item->uid) : NULL;

  return letter != NULL ? letter->sequence : -1;
}

/* Message-ID → kind, of all operations. */
static GHashTable *
list_kinds (LifeWorld *self)
{
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->model->items->len; i++)
    {
      LifeItem *item = g_ptr_array_index (self->model->items, i);
      g_autoptr(ConveneInterview) stored = fixture_find (self->fixture, item->uid);
      GListModel *operations = convene_interview_get_operations (stored);

      for (guint j = 0; j < g_list_model_get_n_items (operations); j++)
        {
          g_autoptr(ConveneOperation) operation = g_list_model_get_item (operations, j);
          ConveneOperationKind kind = convene_operation_get_kind (operation);
          char                *reference = g_strdup (convene_operation_get_reference (operation));

          if (reference != NULL)
            g_hash_table_insert (kinds, g_strstrip (g_strdelimit (reference, "<>", ' ')), (gpointer) convene_enum_to_nick (CONVENE_TYPE_OPERATION_KIND, (int) kind));
        }
    }

  return kinds;
}

GPtrArray *
life_world_take_letters (LifeWorld *self)
{
  g_autoptr(GPtrArray) letters = sink_read (self->fixture);
  g_autoptr(GHashTable) kinds = list_kinds (self);
  GPtrArray *taken = g_ptr_array_new_with_free_func (g_free);

  for (guint i = self->n_letters; i < letters->len; i++)
    {
      SinkLetter      *letter = g_ptr_array_index (letters, i);
      g_autofree char *addresses = g_strjoinv (" ", letter->to);

      g_ptr_array_add (taken, g_strdup_printf ("%s %s", (const char *) g_hash_table_lookup (kinds, letter->message_id), addresses));
    }

  self->n_letters = letters->len;
  return taken;
}
