/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-json.h"

#include <math.h>
#include <string.h>

/* 2^53: up to here each whole number has a double of its own. */
#define EXACT_DOUBLE_MAX 9007199254740992.0

static JsonNode *
get_member (JsonObject *object,
            const char *name)
{
  return object != NULL ? json_object_get_member (object, name) : NULL;
}

static JsonNode *
get_element (JsonArray *array,
             guint      index)
{
  if (array == NULL || index >= json_array_get_length (array))
    return NULL;

  return json_array_get_element (array, index);
}

/* Whether a node, which may be NULL, is a plain value of exactly this type. */
static gboolean
holds (JsonNode *node,
       GType     type)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static const char *
node_get_string (JsonNode *node)
{
  return holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

static gboolean
parse_digits (const char *text,
              gint64     *value)
{
  /* g_ascii_string_to_signed () refuses blanks and what does not fit, but takes no "+". */
  const char *digits = text[0] == '+' && g_ascii_isdigit (text[1]) ? text + 1 : text;

  return g_ascii_string_to_signed (digits, 10, G_MININT64, G_MAXINT64, value, NULL);
}

static gboolean
convert_double (double  number,
                gint64 *value)
{
  if (!isfinite (number) || fabs (number) > EXACT_DOUBLE_MAX || (double) (gint64) number != number)
    return FALSE;

  *value = (gint64) number;
  return TRUE;
}

JsonObject *
convene_json_node_get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
convene_json_node_get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

const char *
convene_json_get_string (JsonObject *object,
                         const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return node_get_string (get_member (object, name));
}

JsonObject *
convene_json_get_object (JsonObject *object,
                         const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return convene_json_node_get_object (get_member (object, name));
}

JsonArray *
convene_json_get_array (JsonObject *object,
                        const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return convene_json_node_get_array (get_member (object, name));
}

gboolean
convene_json_get_int (JsonObject *object,
                      const char *name,
                      gint64     *value)
{
  JsonNode *node;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  node = get_member (object, name);
  if (holds (node, G_TYPE_STRING))
    return parse_digits (json_node_get_string (node), value);
  if (holds (node, G_TYPE_DOUBLE))
    return convert_double (json_node_get_double (node), value);
  if (!holds (node, G_TYPE_INT64))
    return FALSE;

  *value = json_node_get_int (node);
  return TRUE;
}

gboolean
convene_json_get_boolean (JsonObject *object,
                          const char *name,
                          gboolean   *value)
{
  JsonNode *node;

  g_return_val_if_fail (name != NULL, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  node = get_member (object, name);
  if (!holds (node, G_TYPE_BOOLEAN))
    return FALSE;

  *value = json_node_get_boolean (node);
  return TRUE;
}

JsonObject *
convene_json_array_get_object (JsonArray *array,
                               guint      index)
{
  return convene_json_node_get_object (get_element (array, index));
}

const char *
convene_json_array_get_string (JsonArray *array,
                               guint      index)
{
  return node_get_string (get_element (array, index));
}
