/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-mailbox.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "convene-moment.h"
#include "convene-practice-file.h"
#include "convene-practice-json.h"

struct _ConvenePracticeMailbox
{
  char      *folder;
  GPtrArray *envelopes; /* JsonObject */
  guint      last_number;
};

static int
compare_names_cb (gconstpointer a,
                  gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_letters (const char *folder,
              GError    **error)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray  *names;
  const char *name;

  if (dir == NULL)
    return NULL;

  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".eml"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);

  return names;
}

static char *
get_envelope_name (const char *name)
{
  return g_strdup_printf ("%.*s.json", (int) (strlen (name) - strlen (".eml")), name);
}

static void
read_envelope (ConvenePracticeMailbox *self,
               const char             *name)
{
  g_autofree char *envelope_name = get_envelope_name (name);
  g_autofree char *path = g_build_filename (self->folder, envelope_name, NULL);
  g_autofree char *text = NULL;
  gsize            length;
  JsonObject      *envelope;

  self->last_number = MAX (self->last_number, strtoul (name, NULL, 10));
  if (!g_file_get_contents (path, &text, &length, NULL))
    return;

  envelope = convene_practice_json_parse_object (text, length);
  if (envelope != NULL)
    g_ptr_array_add (self->envelopes, envelope);
}

ConvenePracticeMailbox *
convene_practice_mailbox_open (const char *folder,
                               GError    **error)
{
  g_autoptr(ConvenePracticeMailbox) self = g_new0 (ConvenePracticeMailbox, 1);
  g_autoptr(GPtrArray) names = NULL;

  self->folder = g_build_filename (folder, "mail", NULL);
  self->envelopes = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  if (g_mkdir (self->folder, 0700) != 0 && errno != EEXIST)
    {
      convene_practice_file_fail (error, self->folder);
      return NULL;
    }

  names = list_letters (self->folder, error);
  if (names == NULL || !convene_practice_file_sync_folder (folder, error))
    return NULL;

  for (guint i = 0; i < names->len; i++)
    read_envelope (self, g_ptr_array_index (names, i));

  return g_steal_pointer (&self);
}

void
convene_practice_mailbox_free (ConvenePracticeMailbox *self)
{
  g_ptr_array_unref (self->envelopes);
  g_free (self->folder);
  g_free (self);
}

#define MAX_HEAD (64 * 1024)

char *
convene_practice_find_message_id (GBytes *letter)
{
  gsize            size;
  const char      *data = g_bytes_get_data (letter, &size);
  g_autofree char *head = g_strndup (data, MIN (size, MAX_HEAD));
  g_auto(GStrv) lines = g_strsplit (head, "\n", -1);

  for (guint i = 0; lines[i] != NULL && *g_strchomp (lines[i]) != '\0'; i++)
    if (g_ascii_strncasecmp (lines[i], "Message-ID:", strlen ("Message-ID:")) == 0)
      {
        const char *value = g_strstrip (lines[i] + strlen ("Message-ID:"));

        /* A long one stands on a line of its own. */
        if (*value == '\0' && lines[i + 1] != NULL)
          value = g_strstrip (lines[i + 1]);
        return g_strdup (value);
      }

  return NULL;
}

static JsonObject *
format_envelope (const char *name,
                 GBytes     *letter,
                 const char *sender,
                 GStrv       recipients)
{
  JsonObject      *envelope = json_object_new ();
  JsonArray       *to = json_array_new ();
  g_autofree char *message_id = convene_practice_find_message_id (letter);
  g_autofree char *safe_id = message_id != NULL ? g_utf8_make_valid (message_id, -1) : NULL;

  for (guint i = 0; recipients[i] != NULL; i++)
    json_array_add_string_element (to, recipients[i]);
  json_object_set_string_member (envelope, "file", name);
  json_object_set_string_member (envelope, "message_id", safe_id);
  json_object_set_string_member (envelope, "from", sender);
  json_object_set_array_member (envelope, "to", to);
  json_object_set_int_member (envelope, "size", g_bytes_get_size (letter));
  return envelope;
}

/* Up to the second, without the signs that file systems of others do not like. */
static char *
format_name (guint  number,
             gint64 now)
{
  g_autofree char *instant = convene_instant_to_string (now);
  g_auto(GStrv) parts = g_strsplit_set (instant, "-:", -1);
  g_autofree char *plain = g_strjoinv ("", parts);

  return g_strdup_printf ("%06u-%s.eml", number, plain);
}

/* The envelope goes first: where there is a letter, there is its envelope. */
char *
convene_practice_mailbox_file (ConvenePracticeMailbox *self,
                               GBytes                 *letter,
                               const char             *sender,
                               GStrv                   recipients,
                               gint64                  now,
                               GError                **error)
{
  g_autofree char *name = format_name (self->last_number + 1, now);
  g_autofree char *envelope_name = get_envelope_name (name);
  g_autoptr(JsonObject) envelope = format_envelope (name, letter, sender, recipients);
  g_autofree char *text = convene_practice_json_to_string (envelope);
  gsize            size;
  const void      *data = g_bytes_get_data (letter, &size);

  if (!convene_practice_file_put (self->folder, envelope_name, text, strlen (text), error) ||
      !convene_practice_file_put (self->folder, name, data, size, error))
    return NULL;

  self->last_number++;
  g_ptr_array_add (self->envelopes, g_steal_pointer (&envelope));
  return g_steal_pointer (&name);
}

JsonArray *
convene_practice_mailbox_to_json (ConvenePracticeMailbox *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->envelopes->len; i++)
    json_array_add_object_element (array, json_object_ref (g_ptr_array_index (self->envelopes, i)));

  return array;
}
