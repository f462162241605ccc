/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text of a partial by its name, owned by the caller; NULL for an unknown one. */
typedef char *(*ConveneLetterPartialFunc) (const char *name,
                                           gpointer    user_data);

/* A template, expanded with values (char * to char *, "" for what there is not):
 *
 *   {{name}}               the value, escaped in HTML
 *   {{~name}}              the same as running text: in HTML its line breaks are kept and its web addresses can be clicked
 *   {{#name}}…{{/name}}    only with a value
 *   {{^name}}…{{/name}}    only without one
 *   {{>name}}              a partial
 *
 * A line that holds nothing but one of the last three leaves no line behind. A name that has no entry in the values, a partial that there is not
 * and a section that does not end are errors: INVALID about "template". */
char *convene_letter_template_expand (const char *template,
                                      GHashTable              *values,
                                      gboolean                 html,
                                      ConveneLetterPartialFunc partial,
                                      gpointer                 user_data,
                                      GError                 **error);

G_END_DECLS
