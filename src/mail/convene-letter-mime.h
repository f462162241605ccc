/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-letter-people.h"

G_BEGIN_DECLS

/* What a letter is put together of. A plain struct on the caller's stack; everything in it is the caller's and clean. */
typedef struct
{
  const ConveneLetterDraft  *draft;
  const ConveneLetterPeople *people;
  const char                *subject;
  const char                *text; /* LF line ends */
  const char                *html;
} ConveneLetterContent;

/* GMime wants to be told once, before anything of it is used. */
void convene_letter_mime_init (void);

/* The message: CRLF line ends, 7 bit. With a calendar it is multipart/mixed of multipart/alternative (text, HTML, text/calendar with its method)
 * and the same octets as application/ics (RFC 6047 §2.4), else multipart/alternative of text and HTML. */
GBytes *convene_letter_mime_write (const ConveneLetterContent *content);

/* A plain note from a mailbox to itself. */
GBytes *convene_letter_mime_write_note (const char *name,
                                        const char *address,
                                        const char *subject,
                                        const char *message_id,
                                        gint64      made_at,
                                        const char *text);

G_END_DECLS
