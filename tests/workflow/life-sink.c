/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "life-sink.h"

#include <string.h>

static void
letter_free (gpointer data)
{
  SinkLetter *self = data;

  g_free (self->message_id);
  g_strfreev (self->to);
  g_free (self->uid);
  g_free (self->method);
  g_free (self->start);
  g_free (self->calendar);
  g_free (self);
}

/* The value of a property's first line, without its parameters. */
static char *
find_value (const char *calendar,
            const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("^%s(?:;[^:\\r\\n]*)?:(.*?)\\r?$", name);
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr(GMatchInfo) match = NULL;

  return g_regex_match (regex, calendar, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

/* The calendar's text, its long lines joined; NULL without one. */
static char *
decode_calendar (const char *letter)
{
  const char      *part = strstr (letter, "Content-Type: text/calendar");
  const char      *body = part != NULL ? strstr (part, "\r\n\r\n") : NULL;
  const char      *end = body != NULL ? strstr (body, "\r\n--") : NULL;
  g_autofree char *coded = NULL;
  g_autofree char *text = NULL;
  g_autoptr(GString) calendar = NULL;
  gsize length;

  if (end == NULL)
    return NULL;

  coded = g_strndup (body, end - body);
  text = (char *) g_base64_decode (coded, &length);
  calendar = g_string_new_len (text, length);
  g_string_replace (calendar, "\r\n ", "", 0);
  return g_strdup (calendar->str);
}

/* The event's own part: a time zone has a start, too. */
static void
read_calendar (SinkLetter *self,
               char       *calendar)
{
  const char      *event = strstr (calendar, "BEGIN:VEVENT");
  g_autofree char *sequence = NULL;

  self->calendar = calendar;
  g_assert_nonnull (event);
  self->method = find_value (calendar, "METHOD");
  self->uid = find_value (event, "UID");
  self->start = find_value (event, "DTSTART");
  sequence = find_value (event, "SEQUENCE");
  self->sequence = sequence != NULL ? (int) g_ascii_strtoll (sequence, NULL, 10) : 0;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
read_addresses (JsonArray *array)
{
  g_autoptr(GPtrArray) addresses = g_ptr_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_ptr_array_add (addresses, g_strdup (json_array_get_string_element (array, i)));
  g_ptr_array_sort (addresses, compare_texts);
  g_ptr_array_add (addresses, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&addresses), FALSE);
}

static SinkLetter *
read_letter (Fixture    *fixture,
             JsonObject *envelope)
{
  SinkLetter      *self = g_new0 (SinkLetter, 1);
  g_autofree char *path = g_build_filename (fixture->folder, "mail", json_object_get_string_member (envelope, "file"), NULL);
  g_autofree char *text = NULL;
  char            *calendar;

  self->message_id = g_strdelimit (g_strdup (json_object_get_string_member (envelope, "message_id")), "<>", ' ');
  g_strstrip (self->message_id);
  self->to = read_addresses (json_object_get_array_member (envelope, "to"));
  self->size = json_object_get_int_member (envelope, "size");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  calendar = decode_calendar (text);
  if (calendar != NULL)
    read_calendar (self, calendar);
  return self;
}

GPtrArray *
sink_read (Fixture *fixture)
{
  g_autoptr(JsonObject) state = fixture_state (fixture);
  JsonArray *envelopes = json_object_get_array_member (state, "letters");
  GPtrArray *letters = g_ptr_array_new_with_free_func (letter_free);

  for (guint i = 0; i < json_array_get_length (envelopes); i++)
    g_ptr_array_add (letters, read_letter (fixture, json_array_get_object_element (envelopes, i)));

  return letters;
}

const SinkLetter *
sink_find (GPtrArray  *letters,
           const char *address,
           const char *uid)
{
  const SinkLetter *found = NULL;

  for (guint i = 0; i < letters->len; i++)
    {
      const SinkLetter *letter = g_ptr_array_index (letters, i);

      if (g_strcmp0 (letter->uid, uid) == 0 && g_strv_contains ((const char *const *) letter->to, address) &&
          (found == NULL || letter->sequence >= found->sequence))
        found = letter;
    }

  return found;
}
