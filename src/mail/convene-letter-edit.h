/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person may write in place of the program's own letters (ConveneLetterEdits). All arrays end with NULL and are static. */

/* "en", "de", "es", "fr": what there are letters in, English first. */
const char *const *convene_letter_list_languages (void);

/* "invitation.subject", "invitation.text", …: what may be edited. The urgent letter's subject may not (SH-38). */
const char *const *convene_letter_list_names (void);

/* The program's own text or subject; NULL for a language or a name that there is not. Owned by the caller. */
char *convene_letter_dup_default (const char *language,
                                  const char *name);

/* What may stand in one of them, as it is written there, the most useful first: "{{reader}}", "{{>facts}}". NULL for a name that there is not. A value may also
 * begin a section, "{{#reason}}…{{/reason}}" for where there is one and "{{^reason}}…{{/reason}}" for where there is none; and so may "attached" (the letter
 * has an .ics) and "link_follows". */
const char *const *convene_letter_list_placeholders (const char *name);

/* Whether a letter can be made of a text that a person wrote. Errors: INVALID about "template": a placeholder that there is not (with the nearest that there
 * is), a section that does not end, a letter that does not say when, a subject of several lines or of none, more than 10,000 characters (500 in a subject). */
gboolean convene_letter_check_edit (const char *name,
                                    const char *text,
                                    GError    **error);

G_END_DECLS
