/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-json-member.h"

#include "convene-cli-output.h"
#include "convene-cli-words.h"
#include "convene-enums.h"
#include "convene-error.h"
#include "convene-moment.h"

static void
add_valid (JsonBuilder *builder,
           const char  *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  json_builder_add_string_value (builder, valid);
}

void
convene_cli_json_add_text (JsonBuilder *builder,
                           const char  *name,
                           const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value == NULL)
    json_builder_add_null_value (builder);
  else
    add_valid (builder, value);
}

void
convene_cli_json_add_nick (JsonBuilder *builder,
                           const char  *name,
                           GType        type,
                           int          value)
{
  convene_cli_json_add_text (builder, name, convene_enum_to_nick (type, value));
}

void
convene_cli_json_add_number (JsonBuilder *builder,
                             const char  *name,
                             gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
convene_cli_json_add_instant (JsonBuilder *builder,
                              const char  *name,
                              gint64       instant)
{
  g_autofree char *text = instant != 0 ? convene_instant_to_string (instant) : NULL;

  convene_cli_json_add_text (builder, name, text);
}

void
convene_cli_json_add_texts (JsonBuilder       *builder,
                            const char        *name,
                            const char *const *values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    add_valid (builder, values[i]);
  json_builder_end_array (builder);
}

void
convene_cli_json_add_error (JsonBuilder  *builder,
                            const GError *error)
{
  g_autofree char *message = convene_cli_output_line (convene_cli_word_error (error));

  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  convene_cli_json_add_text (builder, "code", convene_error_name (error));
  convene_cli_json_add_text (builder, "message", message);
  convene_cli_json_add_text (builder, "field", convene_error_get_field (error));
  json_builder_end_object (builder);
}

char *
convene_cli_json_take_text (JsonBuilder *builder)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = NULL;

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  return g_strconcat (text, "\n", NULL);
}
