/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reading of JSON that came from outside: a member that is missing or of another type is the fallback, never a warning. */

/* Takes text that need not be UTF-8 or ended by a NUL; NULL for what is no JSON, or nested deeper than anything that is meant. */
JsonNode   *convene_practice_json_parse (const char *text,
                                         gssize      length);
JsonObject *convene_practice_json_parse_object (const char *text,
                                                gssize      length);

const char *convene_practice_json_get_string (JsonObject *object,
                                              const char *name,
                                              const char *fallback);
gint64      convene_practice_json_get_int (JsonObject *object,
                                           const char *name,
                                           gint64      fallback);
gboolean    convene_practice_json_get_boolean (JsonObject *object,
                                               const char *name,
                                               gboolean    fallback);
JsonObject *convene_practice_json_get_object (JsonObject *object,
                                              const char *name);
JsonArray  *convene_practice_json_get_array (JsonObject *object,
                                             const char *name);

/* A new object with the same members. The values are shared: both are to be left as they are inside. */
JsonObject *convene_practice_json_copy (JsonObject *object);

/* Sets each member of `from` in `into`. */
void convene_practice_json_merge (JsonObject *into,
                                  JsonObject *from);

char *convene_practice_json_to_string (JsonObject *object);
char *convene_practice_json_array_to_string (JsonArray *array);

G_END_DECLS
