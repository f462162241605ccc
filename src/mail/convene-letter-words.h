/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The templates and words of one language, from the program's resources. */
typedef struct _ConveneLetterWords ConveneLetterWords;

/* Those for a BCP 47 tag: of the language itself ("es-MX"), else of what it begins with ("es"), else, and for NULL, English. Never NULL. */
ConveneLetterWords *convene_letter_words_new (const char *language);
void                convene_letter_words_free (ConveneLetterWords *self);

/* For ICU: of the tag that was asked for where its language is there, so that dates and words are of one language. Owned by the words. */
const char *convene_letter_words_get_locale (ConveneLetterWords *self);

/* For the HTML: "en" and "ltr" or "rtl". Owned by the words. */
const char *convene_letter_words_get_language (ConveneLetterWords *self);
const char *convene_letter_words_get_direction (ConveneLetterWords *self);

/* An entry of the word list, "" where there is none; a template ("invitation.txt"), NULL where there is none. Owned by the caller. */
char *convene_letter_words_dup_word (ConveneLetterWords *self,
                                     const char         *group,
                                     const char         *key);
char *convene_letter_words_dup_template (ConveneLetterWords *self,
                                         const char         *name);

/* How many characters the longest entry of a group has. */
guint convene_letter_words_measure (ConveneLetterWords *self,
                                    const char         *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneLetterWords, convene_letter_words_free)

G_END_DECLS
