/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-body.h"

#include <glib/gi18n-lib.h>

#include "convene-error.h"
#include "convene-letter-blocks.h"
#include "convene-letter-clean.h"
#include "convene-letter-edit.h"
#include "convene-letter-marks.h"
#include "convene-letter-template.h"

const char *
convene_letter_body_find_tag (const ConveneLetterDraft  *draft,
                              const ConveneLetterPeople *people)
{
  ConveneParticipant *reader = convene_letter_people_get_reader (people);
  ConveneParticipant *candidate = convene_interview_get_candidate (draft->interview);
  const char         *tag = reader != NULL ? convene_participant_get_language (reader) : NULL;

  /* Whoever said nothing reads what they would read in one letter with everybody, and what they read before they were removed. */
  if (tag == NULL && candidate != NULL && draft->kind != CONVENE_OPERATION_KIND_MAIL_URGENT)
    return convene_participant_get_language (candidate);

  return tag;
}

/* What a person wrote, if a letter can be made of it: what a database says is not believed. */
static char *
dup_edit (const char                *name,
          ConveneLetterEdits        *edits,
          const ConveneLetterSource *source)
{
  const char *edit = convene_letter_edits_get (edits, convene_letter_words_get_language (source->words), name);

  return edit != NULL && convene_letter_check_edit (name, edit, NULL) ? convene_letter_clean_lines (edit) : NULL;
}

static char *
dup_template (const char                *variant,
              ConveneLetterEdits        *edits,
              const ConveneLetterSource *source,
              GError                   **error)
{
  g_autofree char *file = g_strconcat (variant, ".txt", NULL);
  g_autofree char *name = g_strconcat (variant, ".text", NULL);
  char *template = dup_edit (name, edits, source);

  if (template == NULL)
    template = convene_letter_words_dup_template (source->words, file);
  if (template == NULL)
    convene_error_set_field (error, "template", _ ("The letter has no template “%s”"), file);

  return template;
}

GPtrArray *
convene_letter_body_new (const char                *variant,
                         ConveneLetterEdits        *edits,
                         const ConveneLetterSource *source,
                         GError                   **error)
{
  g_autofree char *template = dup_template (variant, edits, source, error);
  g_autofree char *marked = template != NULL ? convene_letter_template_mark (template, source->values, error) : NULL;
  GPtrArray       *blocks;

  if (marked == NULL)
    return NULL;

  blocks = convene_letter_blocks_new ();
  convene_letter_blocks_parse (blocks, marked, convene_letter_partials_append, (gpointer) source);
  return blocks;
}

/* NULL where nothing is left of it, as of one that is all about what there is not. */
static char *
expand_subject (const char *template,
                const ConveneLetterSource *source)
{
  g_autofree char *subject = convene_letter_template_expand (template, source->values, NULL);
  g_autofree char *line = subject != NULL ? convene_letter_clean_line (subject) : NULL;

  return line != NULL && *line != '\0' ? g_steal_pointer (&line) : NULL;
}

char *
convene_letter_body_write_subject (const char                *variant,
                                   ConveneLetterEdits        *edits,
                                   const ConveneLetterSource *source)
{
  g_autofree char *name = g_strconcat (variant, ".subject", NULL);
  g_autofree char *edit = dup_edit (name, edits, source);
  g_autofree char *template = convene_letter_words_dup_word (source->words, "subjects", variant);
  g_autofree char *subject = edit != NULL ? expand_subject (edit, source) : NULL;

  return subject != NULL ? g_steal_pointer (&subject) : expand_subject (template, source);
}

char *
convene_letter_body_to_html (GPtrArray                 *blocks,
                             const ConveneLetterSource *source)
{
  g_autoptr(GString) title = g_string_new (NULL);
  g_autofree char *body = convene_letter_blocks_to_html (blocks);

  convene_letter_append_escaped (title, g_hash_table_lookup (source->values, "job"), -1);
  return g_strdup_printf ("<!DOCTYPE html>\n"
                          "<html lang=\"%s\" dir=\"%s\">\n"
                          "<head>\n"
                          "<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<meta name=\"color-scheme\" content=\"light dark\">\n"
                          "<title>%s</title>\n"
                          "</head>\n"
                          "<body style=\"margin: 0; padding: 16px; font-family: sans-serif; font-size: 16px; line-height: 1.5\">\n"
                          "<div style=\"max-width: 40em\">\n"
                          "%s"
                          "</div>\n"
                          "</body>\n"
                          "</html>\n",
                          convene_letter_words_get_language (source->words), convene_letter_words_get_direction (source->words), title->str, body);
}
