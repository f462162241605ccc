/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-partials.h"

#include "convene-letter-blocks.h"
#include "convene-letter-marks.h"
#include "convene-letter-template.h"

#define FACTS "facts"
#define CHANGES "changes"
#define WHEN "when"
#define SIGNATURE "signature"

typedef const ConveneLetterSource Source;

static const char *
get_value (Source     *source,
           const char *name)
{
  const char *value = g_hash_table_lookup (source->values, name);

  return value != NULL ? value : "";
}

static char *
mark_value (Source     *source,
            const char *name)
{
  GString *marked = g_string_new (NULL);

  convene_letter_marks_append_value (marked, name, get_value (source, name));
  return g_string_free (marked, FALSE);
}

/* Takes the text; nothing for "". */
static void
add_text (GPtrArray             *blocks,
          ConveneLetterBlockKind kind,
          char                  *marked)
{
  if (*marked != '\0')
    g_ptr_array_add (convene_letter_blocks_add (blocks, kind)->lines, marked);
  else
    g_free (marked);
}

static void
add_heading (Source     *source,
             GPtrArray  *blocks,
             const char *key)
{
  add_text (blocks, CONVENE_LETTER_BLOCK_HEADING, convene_letter_words_dup_word (source->words, "headings", key));
}

/* A row goes on where it has no label of its own. */
static void
add_row (Source             *source,
         ConveneLetterBlock *rows,
         const char         *label,
         const char         *name)
{
  g_autofree char *word = label != NULL ? convene_letter_words_dup_word (source->words, FACTS, label) : g_strdup ("");
  g_autofree char *marked = mark_value (source, name);

  if (*marked != '\0')
    convene_letter_block_add_row (rows, word, marked);
}

static ConveneLetterBlock *
add_when (Source    *source,
          GPtrArray *blocks)
{
  ConveneLetterBlock *rows = convene_letter_blocks_add (blocks, CONVENE_LETTER_BLOCK_ROWS);

  rows->width = convene_letter_words_measure (source->words, FACTS) + 1;
  add_row (source, rows, WHEN, "when");
  add_row (source, rows, NULL, "when_there");
  add_row (source, rows, NULL, "when_utc");
  return rows;
}

static void
add_section (Source     *source,
             GPtrArray  *blocks,
             const char *name)
{
  if (*get_value (source, name) == '\0')
    return;

  add_heading (source, blocks, name);
  add_text (blocks, CONVENE_LETTER_BLOCK_PARAGRAPH, mark_value (source, name));
}

static void
add_facts (Source    *source,
           GPtrArray *blocks)
{
  static const char *const names[] = { "with", "platform", "phone", "place", "link", "number", "password" };
  ConveneLetterBlock      *rows = add_when (source, blocks);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_row (source, rows, names[i], names[i]);

  add_text (blocks, CONVENE_LETTER_BLOCK_PARAGRAPH, mark_value (source, "clock_change"));
  if (*get_value (source, "link_follows") != '\0')
    add_text (blocks, CONVENE_LETTER_BLOCK_PARAGRAPH, convene_letter_words_dup_word (source->words, "words", "link_follows"));
  add_section (source, blocks, "agenda");
  add_section (source, blocks, "details");
}

/* "Time: was …, is now …": the value that a change is known by has its label and its sentence. */
static void
add_change (Source             *source,
            ConveneLetterBlock *list,
            const char         *name,
            const char         *label)
{
  g_autofree char *word = convene_letter_words_dup_word (source->words, "labels", label);
  g_autofree char *template = convene_letter_words_dup_word (source->words, CHANGES, name);
  g_autofree char *sentence = convene_letter_template_mark (template, source->values, NULL);
  GString         *line = g_string_new (NULL);

  convene_letter_marks_append (line, CONVENE_LETTER_MARK_STRONG, word);
  g_string_append_printf (line, " %s", sentence != NULL ? sentence : "");
  g_ptr_array_add (list->lines, g_string_free (line, FALSE));
}

static void
add_changes (Source    *source,
             GPtrArray *blocks)
{
  static const struct
  {
    const char *name, *label;
  } changes[] = {
    { "time_was", "time" },
    { "job_was", "job" },
    { "platform_was", "platform" },
    { "place_is", NULL },
    { "link_new", "link" },
    { "link_came", "link" },
    { "link_gone", "link" },
    { "password_new", "password" },
    { "password_came", "password" },
    { "password_gone", "password" },
    { "agenda_new", "agenda" },
    { "agenda_came", "agenda" },
    { "agenda_gone", "agenda" },
    { "details_new", "details" },
    { "details_came", "details" },
    { "details_gone", "details" },
    { "people_came", "people_came" },
    { "people_gone", "people_gone" },
  };
  const char         *place = *get_value (source, "phone") != '\0' ? "phone" : "place";
  ConveneLetterBlock *list;

  if (*get_value (source, CHANGES) == '\0')
    return;

  add_heading (source, blocks, CHANGES);
  list = convene_letter_blocks_add (blocks, CONVENE_LETTER_BLOCK_LIST);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    if (*get_value (source, changes[i].name) != '\0')
      add_change (source, list, changes[i].name, changes[i].label != NULL ? changes[i].label : place);
}

static void
add_signature (Source    *source,
               GPtrArray *blocks)
{
  ConveneLetterBlock *paragraph;

  if (*get_value (source, "sender") == '\0')
    return;

  paragraph = convene_letter_blocks_add (blocks, CONVENE_LETTER_BLOCK_PARAGRAPH);
  g_ptr_array_add (paragraph->lines, mark_value (source, "sender"));
  if (*get_value (source, "sender_address") != '\0')
    g_ptr_array_add (paragraph->lines, mark_value (source, "sender_address"));
}

const char *const *
convene_letter_partials_list (void)
{
  static const char *const names[] = { FACTS, CHANGES, WHEN, SIGNATURE, NULL };

  return names;
}

void
convene_letter_partials_append (const char *name,
                                GPtrArray  *blocks,
                                gpointer    source)
{
  if (g_str_equal (name, FACTS))
    add_facts (source, blocks);
  else if (g_str_equal (name, CHANGES))
    add_changes (source, blocks);
  else if (g_str_equal (name, WHEN))
    add_when (source, blocks);
  else if (g_str_equal (name, SIGNATURE))
    add_signature (source, blocks);
}
