/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The folder mail/ of practice: each letter a file of the very octets that were received, NUMBER-TIME.eml, and beside it NUMBER-TIME.json with
 * its envelope. */
typedef struct _ConvenePracticeMailbox ConvenePracticeMailbox;

ConvenePracticeMailbox *convene_practice_mailbox_open (const char *folder,
                                                       GError    **error);
void                    convene_practice_mailbox_free (ConvenePracticeMailbox *self);

/* Files a letter, durable when it returns. `now` is for its name. Answers the name of its file, or NULL with a G_FILE_ERROR. */
char *convene_practice_mailbox_file (ConvenePracticeMailbox *self,
                                     GBytes                 *letter,
                                     const char             *sender,
                                     GStrv                   recipients,
                                     gint64                  now,
                                     GError                **error);

/* The envelopes: {"file", "message_id", "from", "to", "size"}, in order of arrival. */
JsonArray *convene_practice_mailbox_to_json (ConvenePracticeMailbox *self);

/* The Message-ID of a letter with its angle brackets, or NULL. */
char *convene_practice_find_message_id (GBytes *letter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeMailbox, convene_practice_mailbox_free)

G_END_DECLS
