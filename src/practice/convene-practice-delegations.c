/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-delegations.h"

#include <string.h>

#include "convene-practice-json.h"

struct _ConvenePracticeDelegations
{
  GHashTable *pairs; /* "host scheduler" */
};

ConvenePracticeDelegations *
convene_practice_delegations_new (void)
{
  ConvenePracticeDelegations *self = g_new0 (ConvenePracticeDelegations, 1);

  self->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
convene_practice_delegations_free (ConvenePracticeDelegations *self)
{
  g_hash_table_unref (self->pairs);
  g_free (self);
}

static char *
format_pair (const char *host,
             const char *scheduler)
{
  return g_strconcat (host, " ", scheduler, NULL);
}

gboolean
convene_practice_delegations_has (ConvenePracticeDelegations *self,
                                  const char                 *host,
                                  const char                 *scheduler)
{
  g_autofree char *pair = format_pair (host, scheduler);

  return g_hash_table_contains (self->pairs, pair);
}

JsonObject *
convene_practice_delegations_format (const char *host,
                                     const char *scheduler,
                                     gboolean    is_allowed)
{
  JsonObject *change = json_object_new ();

  json_object_set_string_member (change, "change", "delegate");
  json_object_set_string_member (change, "host", host);
  json_object_set_string_member (change, "to", scheduler);
  json_object_set_boolean_member (change, "allowed", is_allowed);
  return change;
}

void
convene_practice_delegations_apply (ConvenePracticeDelegations *self,
                                    JsonObject                 *change)
{
  g_autofree char *pair = format_pair (convene_practice_json_get_string (change, "host", ""), convene_practice_json_get_string (change, "to", ""));

  if (convene_practice_json_get_boolean (change, "allowed", TRUE))
    g_hash_table_add (self->pairs, g_steal_pointer (&pair));
  else
    g_hash_table_remove (self->pairs, pair);
}

JsonArray *
convene_practice_delegations_to_json (ConvenePracticeDelegations *self)
{
  JsonArray     *array = json_array_new ();
  GHashTableIter iter;
  gpointer       pair;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    {
      JsonObject *object = json_object_new ();
      g_auto(GStrv) names = g_strsplit (pair, " ", 2);

      json_object_set_string_member (object, "host", names[0]);
      json_object_set_string_member (object, "to", names[1]);
      json_array_add_object_element (array, object);
    }

  return array;
}
