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

/* What letters are written with, besides their interview. A plain struct on the caller's stack; everything in it is the caller's. */
typedef struct
{
  /* Whose name and address they have: the mail account's; NULL for nobody's, where the person's mail program will put in theirs: the .ics names no organizer
   * then, and a cancellation, which would have to, has none. */
  ConveneAccount *sender;

  ConveneLetterEdits *edits;                   /* the person's own words; NULL: none */
  gboolean            password_unless_in_link; /* */
  gboolean            apart;                   /* each person gets a letter of their own, in their language and zone */

  /* Where letters go apart, the thread of each person: see convene-letter-threads.h. NULL: the invitation's. */
  GHashTable *threads;

  gint64 now; /* microseconds since 1970 UTC */
} ConveneComposing;

/* The letters of a mail operation as they are to leave now, by position, each with its .ics where it has one: one, or one for each person. The first has the
 * operation's reference for its Message-ID. An array of ConveneLetter that owns its items. Errors: INVALID for an interview that cannot be written. */
GPtrArray *convene_compose_letters (ConveneInterview       *interview,
                                    ConveneOperation       *operation,
                                    const ConveneComposing *how,
                                    GError                **error);

/* Whom a letter is for alone: who was removed and takes part again is not told of it. NULL: all that the kind is for. */
GStrv convene_compose_list_recipients (ConveneInterview *interview,
                                       ConveneOperation *operation);

/* Whether a letter that was written for an address still concerns it: who was removed since is not asked, and who takes part again is not told otherwise. */
gboolean convene_compose_concerns (ConveneInterview *interview,
                                   ConveneOperation *operation,
                                   const char       *address);

/* The addresses each of which gets a letter of its own, in the order of the letters; NULL where one goes to all. */
GStrv convene_compose_list_readers (ConveneInterview       *interview,
                                    ConveneOperation       *operation,
                                    const ConveneComposing *how);

/* Who will get a letter of an operation and under which subject; `only` is one of those readers, or NULL. */
ConveneLetterHeading *convene_compose_heading (ConveneInterview       *interview,
                                               ConveneOperation       *operation,
                                               const ConveneComposing *how,
                                               const char             *only);

/* The plain text of that letter, before it leaves. Owned by the caller. Errors: INVALID. */
char *convene_compose_text (ConveneInterview       *interview,
                            ConveneOperation       *operation,
                            const ConveneComposing *how,
                            const char             *only,
                            GError                **error);

/* Whether an .ics comes with it. */
gboolean convene_compose_has_calendar (ConveneOperationKind kind);

G_END_DECLS
