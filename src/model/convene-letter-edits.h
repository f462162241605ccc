/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a person has written in place of the program's own letters, whole texts by language and name: "invitation.subject", "invitation.text", and so on for
 * update, link-ready, reminder, cancellation, removal, urgent and missing. Counted references; it may go to another thread when nobody sets any more. */
typedef struct _ConveneLetterEdits ConveneLetterEdits;

ConveneLetterEdits *convene_letter_edits_new (void);
ConveneLetterEdits *convene_letter_edits_ref (ConveneLetterEdits *self);
void                convene_letter_edits_unref (ConveneLetterEdits *self);

/* The text, owned by the edits; NULL where the program's own stands. `self` may be NULL: no edits. */
const char *convene_letter_edits_get (ConveneLetterEdits *self, const char *language, const char *name);

/* NULL: the program's own again. */
void convene_letter_edits_set (ConveneLetterEdits *self, const char *language, const char *name, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneLetterEdits, convene_letter_edits_unref)

G_END_DECLS
