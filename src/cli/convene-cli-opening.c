/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-cli-opening.h"

#include <glib/gi18n-lib.h>

#include "convene-cli-json-member.h"
#include "convene-cli-json.h"
#include "convene-cli-output.h"
#include "convene-text.h"

ConveneCliOpening *
convene_cli_opening_new (ConveneOpening *opening)
{
  ConveneCliOpening *self = g_new0 (ConveneCliOpening, 1);

  g_set_object (&self->opening, opening);
  g_set_object (&self->interview, convene_opening_get_interview (opening));
  return self;
}

void
convene_cli_opening_free (ConveneCliOpening *self)
{
  g_clear_object (&self->opening);
  g_clear_object (&self->interview);
  g_clear_error (&self->problem);
  g_free (self);
}

const GError *
convene_cli_opening_find_problem (GPtrArray *openings)
{
  for (guint i = 0; i < openings->len; i++)
    {
      const ConveneCliOpening *opening = g_ptr_array_index (openings, i);

      if (opening->problem != NULL)
        return opening->problem;
    }

  return NULL;
}

/* What comes of what a stranger wrote, safe on a terminal, behind a word of ours. */
static void
append_line (GString    *text,
             const char *word,
             const char *sentence)
{
  g_autofree char *line = convene_cli_output_line (sentence != NULL ? sentence : "");

  if (*line != '\0')
    g_string_append_printf (text, "%s%s\n", word, line);
}

/* "Ada Example <ada@example.com>, …"; NULL for nobody. */
static char *
list_candidates (ConveneOpening *opening)
{
  GListModel *candidates = convene_opening_get_candidates (opening);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (candidates, i);

      g_ptr_array_add (people, convene_person_to_string (convene_participant_get_name (person), convene_participant_get_address (person)));
    }
  if (people->len == 0)
    return NULL;

  g_ptr_array_add (people, NULL);
  return g_strjoinv (", ", (char **) people->pdata);
}

static void
append_opening (GString                 *text,
                const ConveneCliOpening *self)
{
  g_autofree char *candidates = convene_opening_needs_choice (self->opening) ? list_candidates (self->opening) : NULL;

  append_line (text, "", convene_opening_get_claims (self->opening));
  append_line (text, "  ", convene_opening_get_warning (self->opening));
  /* Translators: what follows is a sentence that says what was done, or will be; the blank at the end parts them */
  append_line (text, self->applied ? _("  Done: ") : _("  With --apply: "), convene_opening_get_effect (self->opening));
  if (!self->applied)
    /* Translators: what follows is a list of people with their addresses */
    append_line (text, _("  It needs --as with the address of one of: "), candidates);
  if (self->interview != NULL)
    /* Translators: what follows is the identity of an interview */
    append_line (text, _("  Interview: "), convene_interview_get_uid (self->interview));
}

char *
convene_cli_opening_to_text (GPtrArray *openings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < openings->len; i++)
    {
      if (i > 0)
        g_string_append_c (text, '\n');
      append_opening (text, g_ptr_array_index (openings, i));
    }

  return g_string_free (text, FALSE);
}

static void
add_candidates (JsonBuilder    *builder,
                ConveneOpening *opening)
{
  GListModel *candidates = convene_opening_get_candidates (opening);

  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (candidates); i++)
    {
      g_autoptr(ConveneParticipant) person = g_list_model_get_item (candidates, i);

      json_builder_begin_object (builder);
      convene_cli_json_add_text (builder, "name", convene_participant_get_name (person));
      convene_cli_json_add_text (builder, "address", convene_participant_get_address (person));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_interview (JsonBuilder      *builder,
               ConveneInterview *interview)
{
  json_builder_set_member_name (builder, "interview");
  if (interview != NULL)
    convene_cli_json_add_interview (builder, interview, NULL);
  else
    json_builder_add_null_value (builder);
}

static void
add_members (JsonBuilder             *builder,
             const ConveneCliOpening *self)
{
  ConveneOpening *opening = self->opening;

  convene_cli_json_add_nick (builder, "kind", CONVENE_TYPE_CLAIM_KIND, convene_claim_get_kind (convene_opening_get_claim (opening)));
  json_builder_set_member_name (builder, "applied");
  json_builder_add_boolean_value (builder, self->applied);
  add_interview (builder, self->interview);
  convene_cli_json_add_text (builder, "claims", convene_opening_get_claims (opening));
  convene_cli_json_add_nick (builder, "verdict", CONVENE_TYPE_VERDICT, convene_opening_get_verdict (opening));
  convene_cli_json_add_text (builder, "effect", convene_opening_get_effect (opening));
  convene_cli_json_add_text (builder, "warning", convene_opening_get_warning (opening));
  add_candidates (builder, opening);
}

static void
add_several (JsonBuilder *builder,
             GPtrArray   *openings)
{
  json_builder_set_member_name (builder, "openings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < openings->len; i++)
    {
      const ConveneCliOpening *opening = g_ptr_array_index (openings, i);

      json_builder_begin_object (builder);
      add_members (builder, opening);
      if (opening->problem != NULL)
        convene_cli_json_add_error (builder, opening->problem);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

char *
convene_cli_opening_to_json (GPtrArray *openings)
{
  const GError *problem = convene_cli_opening_find_problem (openings);
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_members (builder, g_ptr_array_index (openings, 0));
  if (openings->len > 1)
    add_several (builder, openings);
  if (problem != NULL)
    convene_cli_json_add_error (builder, problem);
  json_builder_end_object (builder);
  return convene_cli_json_take_text (builder);
}
