/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convene-letter-blocks.h"

#include "convene-letter-marks.h"

/* The cells of a row; long links break, labels do not. Padding on one side only is right for both directions of text. */
#define LABEL_CELL "<td style=\"padding: 2px 8px 2px 0; white-space: nowrap\">"
#define VALUE_CELL "<td style=\"padding: 2px 8px 2px 0; word-break: break-word; overflow-wrap: anywhere\">"

typedef struct
{
  GPtrArray               *blocks;
  gboolean                 apart; /* an empty line lies before what comes next */
  ConveneLetterPartialFunc partial;
  gpointer                 user_data;
} Parser;

static void
block_free (gpointer data)
{
  ConveneLetterBlock *self = data;

  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

GPtrArray *
convene_letter_blocks_new (void)
{
  return g_ptr_array_new_with_free_func (block_free);
}

ConveneLetterBlock *
convene_letter_blocks_add (GPtrArray             *blocks,
                           ConveneLetterBlockKind kind)
{
  ConveneLetterBlock *self = g_new0 (ConveneLetterBlock, 1);

  self->kind = kind;
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (blocks, self);
  return self;
}

void
convene_letter_block_add_row (ConveneLetterBlock *self,
                              const char         *label,
                              const char         *marked)
{
  g_ptr_array_add (self->labels, g_strdup (label));
  g_ptr_array_add (self->lines, g_strdup (marked));
}

static ConveneLetterBlock *
get_last (GPtrArray *blocks)
{
  return blocks->len > 0 ? blocks->pdata[blocks->len - 1] : NULL;
}

/* Not inside a value, which may have lines of its own. */
static const char *
find_line_end (const char *line)
{
  guint       depth = 0;
  const char *p;

  for (p = line; *p != '\0' && (*p != '\n' || depth > 0); p++)
    if (*p == CONVENE_LETTER_MARK_END && depth > 0)
      depth--;
    else if (convene_letter_is_mark (*p) && *p != CONVENE_LETTER_MARK_END)
      depth++;

  return p;
}

static ConveneLetterBlockKind
find_kind (const char *line)
{
  if (g_str_has_prefix (line, "# "))
    return CONVENE_LETTER_BLOCK_HEADING;

  return g_str_has_prefix (line, "- ") ? CONVENE_LETTER_BLOCK_LIST : CONVENE_LETTER_BLOCK_PARAGRAPH;
}

static void
add_text (Parser     *self,
          const char *line)
{
  ConveneLetterBlockKind kind = find_kind (line);
  ConveneLetterBlock    *block = get_last (self->blocks);

  if (block == NULL || self->apart || block->kind != kind || kind == CONVENE_LETTER_BLOCK_HEADING)
    {
      block = convene_letter_blocks_add (self->blocks, kind);
      block->tight = !self->apart;
    }

  g_ptr_array_add (block->lines, g_strdup (kind == CONVENE_LETTER_BLOCK_PARAGRAPH ? line : line + 2));
  self->apart = FALSE;
}

/* A partial without anything to say is as if it were not there. */
static void
add_partial (Parser     *self,
             const char *mark)
{
  guint n_before = self->blocks->len;
  g_autoptr(GString) name = g_string_new (NULL);

  convene_letter_marks_append_text (name, mark);
  self->partial (name->str, self->blocks, self->user_data);
  if (self->blocks->len == n_before)
    return;

  ((ConveneLetterBlock *) self->blocks->pdata[n_before])->tight = !self->apart;
  self->apart = FALSE;
}

void
convene_letter_blocks_parse (GPtrArray               *blocks,
                             const char              *marked,
                             ConveneLetterPartialFunc partial,
                             gpointer                 user_data)
{
  Parser      parser = { blocks, TRUE, partial, user_data };
  const char *p = marked;

  while (*p != '\0')
    {
      const char      *end = find_line_end (p);
      g_autofree char *line = g_strchomp (g_strndup (p, end - p));

      if (*line == '\0')
        parser.apart = TRUE;
      else if (*line == CONVENE_LETTER_MARK_BLOCK)
        add_partial (&parser, line);
      else
        add_text (&parser, line);
      p = *end != '\0' ? end + 1 : end;
    }
}

static void
append_label (GString                  *out,
              const ConveneLetterBlock *block,
              guint                     i)
{
  const char *label = block->labels->pdata[i];
  guint       length = g_utf8_strlen (label, -1);

  g_string_append (out, label);
  do
    g_string_append_c (out, ' ');
  while (++length < block->width);
}

static void
append_text (GString                  *out,
             const ConveneLetterBlock *block)
{
  for (guint i = 0; i < block->lines->len; i++)
    {
      if (block->kind == CONVENE_LETTER_BLOCK_LIST)
        g_string_append (out, "- ");
      else if (block->kind == CONVENE_LETTER_BLOCK_ROWS)
        append_label (out, block, i);
      convene_letter_marks_append_text (out, block->lines->pdata[i]);
      g_string_append_c (out, '\n');
    }
}

char *
convene_letter_blocks_to_text (GPtrArray *blocks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      const ConveneLetterBlock *block = blocks->pdata[i];

      if (i > 0 && !block->tight)
        g_string_append_c (out, '\n');
      append_text (out, block);
    }

  return g_string_free (out, FALSE);
}

static void
append_lines (GString    *out,
              GPtrArray  *lines,
              const char *between)
{
  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append (out, i > 0 ? between : "");
      convene_letter_marks_append_html (out, lines->pdata[i]);
    }
}

static void
append_rows (GString                  *out,
             const ConveneLetterBlock *block)
{
  g_string_append (out, "<table style=\"border-collapse: collapse\">\n");
  for (guint i = 0; i < block->lines->len; i++)
    {
      const char *label = block->labels->pdata[i];

      if (*label != '\0')
        {
          g_string_append (out, i > 0 ? "</td></tr>\n" : "");
          g_string_append (out, "<tr valign=\"top\">" LABEL_CELL "<b>");
          convene_letter_marks_append_html (out, label);
          g_string_append (out, "</b></td>" VALUE_CELL);
        }
      else
        g_string_append (out, "<br>\n");
      convene_letter_marks_append_html (out, block->lines->pdata[i]);
    }
  g_string_append (out, "</td></tr>\n</table>\n");
}

static void
append_html (GString                  *out,
             const ConveneLetterBlock *block)
{
  static const struct
  {
    const char *begin, *between, *end;
  } elements[] = {
    [CONVENE_LETTER_BLOCK_PARAGRAPH] = { "<p>", "<br>\n", "</p>\n" },
    [CONVENE_LETTER_BLOCK_HEADING] = { "<p><b>", "", "</b></p>\n" },
    [CONVENE_LETTER_BLOCK_LIST] = { "<ul>\n<li>", "</li>\n<li>", "</li>\n</ul>\n" },
  };

  if (block->kind == CONVENE_LETTER_BLOCK_ROWS)
    {
      append_rows (out, block);
      return;
    }

  g_string_append (out, elements[block->kind].begin);
  append_lines (out, block->lines, elements[block->kind].between);
  g_string_append (out, elements[block->kind].end);
}

char *
convene_letter_blocks_to_html (GPtrArray *blocks)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    append_html (out, blocks->pdata[i]);

  return g_string_free (out, FALSE);
}
