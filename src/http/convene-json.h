/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Readers for JSON that somebody else wrote. json-glib's own getters warn, or worse, about a member that is missing or of another type; these
 * answer "not there" for both, and take a NULL object or array as an empty one, so that they can be chained. What they return is owned by what
 * they were given. */

/* A document that came over the network: strict RFC 8259 in UTF-8, nested 64 levels deep at most, with at most 200,000 values. Errors:
 * CONVENE_ERROR_BAD_ANSWER. An empty text is an error. */
JsonNode *convene_json_parse (const char *text,
                              gsize       length,
                              GError    **error);

/* The object or array that a document consists of, or NULL where it is something else. `node` may be NULL. */
JsonObject *convene_json_node_get_object (JsonNode *node);
JsonArray  *convene_json_node_get_array (JsonNode *node);

/* NULL where the member is missing or of another type. */
const char *convene_json_get_string (JsonObject *object,
                                     const char *name);
JsonObject *convene_json_get_object (JsonObject *object,
                                     const char *name);
JsonArray  *convene_json_get_array (JsonObject *object,
                                    const char *name);

/* An integer: as JSON's number (a double counts where it is whole and within 2^53, so that it is exact) or as a string of digits, with a sign
 * or without. FALSE, and *value untouched, where it is missing or none. */
gboolean convene_json_get_int (JsonObject *object,
                               const char *name,
                               gint64     *value);

/* FALSE, and *value untouched, where it is missing or no true or false. */
gboolean convene_json_get_boolean (JsonObject *object,
                                   const char *name,
                                   gboolean   *value);

/* The element at `index`, NULL where there is none or one of another type. */
JsonObject *convene_json_array_get_object (JsonArray *array,
                                           guint      index);
const char *convene_json_array_get_string (JsonArray *array,
                                           guint      index);

G_END_DECLS
