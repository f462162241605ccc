/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Marked text: what a letter says, with control characters around its values, which nothing that people typed has left at this point. The text part leaves
 * the marks out, the HTML makes elements of them. */
#define CONVENE_LETTER_MARK_VALUE '\001'  /* a value, of whichever direction */
#define CONVENE_LETTER_MARK_STRONG '\002' /* one that stands out */
#define CONVENE_LETTER_MARK_CODE '\003'   /* one that is read from left to right in any language: a password, a number */
#define CONVENE_LETTER_MARK_LINK '\004'   /* the link to join */
#define CONVENE_LETTER_MARK_BLOCK '\005'  /* the name of a partial */
#define CONVENE_LETTER_MARK_END '\006'    /* ends any of these */

gboolean convene_letter_is_mark (char c);

/* Appends a text between marks; nothing where it is "". */
void convene_letter_marks_append (GString    *out,
                                  char        mark,
                                  const char *text);

/* The same with the mark that the value of this name has. */
void convene_letter_marks_append_value (GString    *out,
                                        const char *name,
                                        const char *value);

/* Without the marks. */
void convene_letter_marks_append_text (GString    *out,
                                       const char *marked);

/* A text without marks, fit for HTML; -1 for all of it. An apostrophe is written as mail programs knew it before HTML 5. */
void convene_letter_append_escaped (GString    *out,
                                    const char *text,
                                    gssize      length);

/* As HTML: escaped, its lines broken, its web addresses clickable. */
void convene_letter_marks_append_html (GString    *out,
                                       const char *marked);

G_END_DECLS
