/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-account.h"
#include "convene-interview.h"
#include "convene-letter-writer.h"
#include "convene-letter.h"
#include "convene-operation.h"

G_BEGIN_DECLS

/* The letter of a mail operation as it is to leave now, with its .ics where it has one; its Message-ID is the operation's reference. `mail` is whose name
 * and address it has: the mail account's; NULL for nobody's, where the person's mail program will put in theirs: the .ics names no organizer then, and a
 * cancellation, which would have to, has none. `now`: microseconds since 1970 UTC. Errors: INVALID for an interview that cannot be written. */
ConveneLetter *convene_compose_letter (ConveneInterview *interview,
                                       ConveneOperation *operation,
                                       ConveneAccount   *mail,
                                       gint64            now,
                                       GError          **error);

/* Who will get a letter of a kind and under which subject; `mail` is NULL while there is no mail account. */
ConveneLetterHeading *convene_compose_heading (ConveneInterview    *interview,
                                               ConveneOperationKind kind,
                                               ConveneAccount      *mail);

/* The plain text of that letter, before it leaves; `mail` as above. Owned by the caller. Errors: INVALID. */
char *convene_compose_text (ConveneInterview    *interview,
                            ConveneOperationKind kind,
                            ConveneAccount      *mail,
                            GError             **error);

/* Whether an .ics comes with it. */
gboolean convene_compose_has_calendar (ConveneOperationKind kind);

/* The only operation of a kind that an interview has, or NULL. Owned by the interview. */
ConveneOperation *convene_find_operation (ConveneInterview    *interview,
                                          ConveneOperationKind kind);

G_END_DECLS
