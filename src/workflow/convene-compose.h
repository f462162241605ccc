/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-interview.h"
#include "convene-letter-writer.h"
#include "convene-letter.h"
#include "convene-operation.h"
#include "convene-preferences.h"

G_BEGIN_DECLS

/* The letter of a mail operation as it is to leave now, with its .ics where it has one; its Message-ID is the operation's reference. `mail` is whose name
 * and address it has: the mail account's; NULL for nobody's, where the person's mail program will put in theirs: the .ics names no organizer then, and a
 * cancellation, which would have to, has none. `now`: microseconds since 1970 UTC. Errors: INVALID for an interview that cannot be written. */
ConveneLetter *convene_compose_letter (ConveneInterview         *interview,
                                       ConveneOperation         *operation,
                                       ConveneAccount           *mail,
                                       const ConvenePreferences *preferences,
                                       gint64                    now,
                                       GError                  **error);

/* Whom a letter is for alone: who was removed and takes part again is not told of it. NULL: all that the kind is for. */
GStrv convene_compose_list_recipients (ConveneInterview *interview,
                                       ConveneOperation *operation);

/* Who will get the letter of an operation and under which subject; `mail` is NULL while there is no mail account. */
ConveneLetterHeading *convene_compose_heading (ConveneInterview *interview,
                                               ConveneOperation *operation,
                                               ConveneAccount   *mail);

/* The plain text of that letter, before it leaves; `mail` as above. Owned by the caller. Errors: INVALID. */
char *convene_compose_text (ConveneInterview *interview,
                            ConveneOperation *operation,
                            ConveneAccount   *mail,
                            GError          **error);

/* Whether an .ics comes with it. */
gboolean convene_compose_has_calendar (ConveneOperationKind kind);

G_END_DECLS
