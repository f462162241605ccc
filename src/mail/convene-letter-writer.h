/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-interview.h"
#include "convene-letter-edits.h"
#include "convene-letter.h"
#include "convene-told.h"

G_BEGIN_DECLS

/* What a letter is made of. A plain struct on the caller's stack; everything in it is the caller's. */
typedef struct
{
  ConveneOperationKind kind; /* one of the mail kinds */
  ConveneInterview    *interview;
  const char          *sender_name;    /* may be NULL */
  const char          *sender_address; /* NULL for a letter that the person's mail program will send: it has no From then */
  GBytes              *calendar;       /* the .ics, NULL for letters without (reminder, urgent, a cancellation without a sender) */
  const char          *method;         /* its METHOD: "REQUEST", "CANCEL" */
  const char          *reason;         /* urgent: why there is no link, fit to show; cancellation: why; else NULL */
  const char          *message_id;     /* with angle brackets */
  const char          *in_reply_to;    /* Message-ID of the first letter to the same people, or NULL */
  gint64               made_at;        /* Date; microseconds since 1970 UTC. 0 in a preview: nothing is said of clocks that change then */

  /* What these people were told last: an update says what is otherwise now, a cancellation calls off the time that they know. NULL: unknown, or nothing
   * was told. */
  const ConveneTold *told;

  /* Only these get it, "Name <address>", all of them in To, whatever the kind is for: a cancellation then tells who was removed that they take no part
   * any more. NULL: all that the kind is for. */
  const char *const *recipients;

  gboolean password_unless_in_link; /* no line for the password where the join link carries one */

  ConveneLetterEdits *edits; /* the person's own letters; NULL: none */

  /* the address of the one person whom this letter is for alone, in their language and zone; nobody else's address is in its headers. It is one of
   * those whom the kind, or `recipients`, is for. NULL: all in one letter. */
  const char *only;

  gboolean copy_to_sender; /* the sender is in Cc */
} ConveneLetterDraft;

/* Who gets it and what its subject is: what a preview shows, and what the writer writes. To: the candidate, Cc: hiring manager and attendees (SH-29);
 * the urgent letter goes to the hiring manager, without one to the sender; reminders go to the candidate. Each address once, whatever its roles. */
typedef struct
{
  GPtrArray *to;         /* char *, "Name <address>" */
  GPtrArray *cc;         /* char * */
  GStrv      recipients; /* addresses of both */
  char      *subject;
} ConveneLetterHeading;

ConveneLetterHeading *convene_letter_heading_new (const ConveneLetterDraft *draft);
void                  convene_letter_heading_free (ConveneLetterHeading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneLetterHeading, convene_letter_heading_free)

/* The whole letter: final bytes with CRLF, text and HTML with the same content, the .ics twice as RFC 6047 readers want it, in the candidate's
 * language and zone. The operation's id and the interview's uid are set by the caller. Errors: INVALID. */
ConveneLetter *convene_letter_write (const ConveneLetterDraft *draft,
                                     GError                  **error);

/* The plain text of the same letter, with line feeds: what is in its text part, for a preview. The sender's address and the Message-ID may be missing
 * yet. Owned by the caller. Errors: INVALID. */
char *convene_letter_write_text (const ConveneLetterDraft *draft,
                                 GError                  **error);

/* What the .ics of the same letter says under DESCRIPTION, in its reader's language: how to join, what it is about. Line feeds, none at the end; "" where
 * there is nothing to say. Owned by the caller. Errors: INVALID. */
char *convene_letter_write_description (const ConveneLetterDraft *draft,
                                        GError                  **error);

/* The language that the letter is in, "es": the reader's where there are templates for it, else English. Static. */
const char *convene_letter_find_language (const ConveneLetterDraft *draft);

/* A Message-ID that nobody else has, of the sender's domain: "<uuid@example.com>"; of none that exists where the sender is not known (NULL). */
char *convene_letter_message_id_new (const char *sender_address);

G_END_DECLS
