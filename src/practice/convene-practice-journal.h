/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A file of lines that only grows. A line is on the disk when its append returns; one that a crash tore off is forgotten at the next start. */
typedef struct _ConvenePracticeJournal ConvenePracticeJournal;

typedef void (*ConvenePracticeJournalFunc) (const char *line,
                                            gsize       length,
                                            gpointer    user_data);

/* Opens or makes the file (0600) and hands each whole line, without its line feed, to `func`. Errors: G_FILE_ERROR. */
ConvenePracticeJournal *convene_practice_journal_open (const char                *path,
                                                       ConvenePracticeJournalFunc func,
                                                       gpointer                   user_data,
                                                       GError                   **error);

/* `line` has no line feed. After an error the file is as it was before. */
gboolean convene_practice_journal_append (ConvenePracticeJournal *self,
                                          const char             *line,
                                          GError                **error);

gboolean convene_practice_journal_clear (ConvenePracticeJournal *self,
                                         GError                **error);

void convene_practice_journal_free (ConvenePracticeJournal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeJournal, convene_practice_journal_free)

G_END_DECLS
