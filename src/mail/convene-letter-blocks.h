/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  CONVENE_LETTER_BLOCK_PARAGRAPH,
  CONVENE_LETTER_BLOCK_HEADING,
  CONVENE_LETTER_BLOCK_LIST,
  CONVENE_LETTER_BLOCK_ROWS
} ConveneLetterBlockKind;

/* One block of a letter: text and HTML are both made of it. */
typedef struct
{
  ConveneLetterBlockKind kind;
  gboolean               tight;  /* no empty line before it */
  GPtrArray             *lines;  /* char *, marked text: its lines, the list's items, the rows' values */
  GPtrArray             *labels; /* char *, rows: what stands before each; "" for what belongs to the row above */
  guint                  width;  /* rows: room for the labels, in characters */
} ConveneLetterBlock;

/* Letters are arrays of blocks. */
GPtrArray          *convene_letter_blocks_new (void);
ConveneLetterBlock *convene_letter_blocks_add (GPtrArray             *blocks,
                                               ConveneLetterBlockKind kind);
void                convene_letter_block_add_row (ConveneLetterBlock *self,
                                                  const char         *label,
                                                  const char         *marked);

/* Appends the blocks of a partial; none for one that has nothing to say. */
typedef void (*ConveneLetterPartialFunc) (const char *name,
                                          GPtrArray  *blocks,
                                          gpointer    user_data);

/* Appends what a marked text holds: blocks are parted by empty lines; "# " begins a heading, "- " an item of a list; everything else is a paragraph. Whatever
 * a value holds stays in one piece. */
void convene_letter_blocks_parse (GPtrArray               *blocks,
                                  const char              *marked,
                                  ConveneLetterPartialFunc partial,
                                  gpointer                 user_data);

/* As plain text; "" for none. Owned by the caller. */
char *convene_letter_blocks_to_text (GPtrArray *blocks);

/* As HTML, without what stands around it. Owned by the caller. */
char *convene_letter_blocks_to_html (GPtrArray *blocks);

G_END_DECLS
