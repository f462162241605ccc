/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-practice-json.h"

#include <string.h>

#define MAX_DEPTH 64

/* The parser calls itself for each level: a text of brackets alone would use up the stack. */
static gboolean
is_shallow (const char *text,
            gsize       length)
{
  int      depth = 0;
  gboolean is_string = FALSE;

  for (gsize i = 0; i < length && depth <= MAX_DEPTH; i++)
    if (is_string && text[i] == '\\')
      i++;
    else if (text[i] == '"')
      is_string = !is_string;
    else if (is_string)
      continue;
    else if (text[i] == '[' || text[i] == '{')
      depth++;
    else if (text[i] == ']' || text[i] == '}')
      depth--;

  return depth <= MAX_DEPTH;
}

JsonNode *
convene_practice_json_parse (const char *text,
                             gssize      length)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  if (!g_utf8_validate (text, length, NULL) || !is_shallow (text, length >= 0 ? (gsize) length : strlen (text)) ||
      !json_parser_load_from_data (parser, text, length, NULL))
    return NULL;

  root = json_parser_get_root (parser);
  return root != NULL ? json_node_copy (root) : NULL;
}

JsonObject *
convene_practice_json_parse_object (const char *text,
                                    gssize      length)
{
  g_autoptr(JsonNode) root = convene_practice_json_parse (text, length);

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_dup_object (root) : NULL;
}

static JsonNode *
get_value (JsonObject *object,
           const char *name,
           GType       type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

const char *
convene_practice_json_get_string (JsonObject *object,
                                  const char *name,
                                  const char *fallback)
{
  JsonNode *node = get_value (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : fallback;
}

gint64
convene_practice_json_get_int (JsonObject *object,
                               const char *name,
                               gint64      fallback)
{
  JsonNode *node = get_value (object, name, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : fallback;
}

gboolean
convene_practice_json_get_boolean (JsonObject *object,
                                   const char *name,
                                   gboolean    fallback)
{
  JsonNode *node = get_value (object, name, G_TYPE_BOOLEAN);

  return node != NULL ? json_node_get_boolean (node) : fallback;
}

JsonObject *
convene_practice_json_get_object (JsonObject *object,
                                  const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
convene_practice_json_get_array (JsonObject *object,
                                 const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

void
convene_practice_json_merge (JsonObject *into,
                             JsonObject *from)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (into, name, json_node_copy (node));
}

JsonObject *
convene_practice_json_copy (JsonObject *object)
{
  JsonObject *copy = json_object_new ();

  convene_practice_json_merge (copy, object);
  return copy;
}

static char *
write_node (JsonNode *node)
{
  char *text = json_to_string (node, FALSE);

  json_node_unref (node);
  return text;
}

char *
convene_practice_json_to_string (JsonObject *object)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  json_node_set_object (node, object);
  return write_node (node);
}

char *
convene_practice_json_array_to_string (JsonArray *array)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  json_node_set_array (node, array);
  return write_node (node);
}
