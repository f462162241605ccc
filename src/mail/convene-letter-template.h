/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A template, expanded with values (char * to char *, "" for what there is not):
 *
 *   {{name}}               the value
 *   {{#name}}…{{/name}}    only with a value
 *   {{^name}}…{{/name}}    only without one
 *   {{>name}}              a partial: one of the blocks that letters are made of
 *
 * A line that holds nothing but the beginning or end of a section leaves no line behind. A name that has no entry in the values and a section that does not
 * end are errors: INVALID about "template". Both answers are the caller's. */

/* As it is. A partial is an error too. */
char *convene_letter_template_expand (const char *template,
                                      GHashTable *values,
                                      GError    **error);

/* With marks around its values (convene-letter-marks.h), and each partial as a mark on a line of its own. */
char *convene_letter_template_mark (const char *template,
                                    GHashTable *values,
                                    GError    **error);

G_END_DECLS
