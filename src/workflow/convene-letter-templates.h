/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-letter-edits.h"

G_BEGIN_DECLS

/* The words of the letters, for faces: what they are at first, and what a person made of them.
 *
 * A letter is one of "invitation", "update", "link-ready", "reminder", "cancellation", "removal", "urgent", "missing". A name is a part of one:
 * "invitation.subject", "invitation.text". What is changed holds for letters that are written from then on, never for those that left or may have left. */

/* The languages that letters can be written in, "en" first; every letter; every name that can be changed: the subject of an urgent letter cannot. Static. */
const char *const *convene_letter_templates_list_languages (void);
const char *const *convene_letter_templates_list_letters (void);
const char *const *convene_letter_templates_list_names (void);

/* What may stand in the text of a name and is replaced, as it is written there, the most useful first: "{{reader}}", "{{>facts}}". Static; NULL for no such
 * name. */
const char *const *convene_letter_templates_list_placeholders (const char *name);

/* What a name says as long as nobody has changed it; NULL for no such language or name. Owned by the caller. */
char *convene_letter_templates_dup_default (const char *language, const char *name);

/* Whether a text can be that of a name; the message says what is wrong and, where it can, what is meant. Pure. Errors: INVALID, field "template"; NOT_FOUND
 * for no such name. */
gboolean convene_letter_templates_check (const char *name, const char *text, GError **error);

/* Every text that a person wrote themselves. Errors: DATABASE, CANCELLED. */
void                convene_engine_read_letter_edits_async (ConveneEngine *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneLetterEdits *convene_engine_read_letter_edits_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* Keeps a text for a name in a language; NULL, and the very text it has by itself, go back to the default. Written in the order of the calls. Errors: INVALID
 * (field "template"), NOT_FOUND for no such language or name, DATABASE. */
void     convene_engine_set_letter_edit_async (ConveneEngine *self, const char *language, const char *name, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean convene_engine_set_letter_edit_finish (ConveneEngine *self, GAsyncResult *result, GError **error);

/* How a letter would look with these words: that of a made-up interview, in the letter's language. `letter` is as above, "invitation"; `subject` and `text` may
 * be NULL: the default. Reads and writes nothing, so that it can follow each key. The answer is the plain text, and *subject the subject; both are the caller's.
 * Errors: INVALID (field "template"; see convene_letter_templates_check () for which of the two it is), NOT_FOUND. */
void  convene_engine_preview_template_async (ConveneEngine *self, const char *language, const char *letter, const char *subject, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
char *convene_engine_preview_template_finish (ConveneEngine *self, GAsyncResult *result, char **subject, GError **error);

G_END_DECLS
