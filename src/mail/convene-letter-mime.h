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

/* The message: CRLF line ends, 7 bit. With a calendar it is multipart/mixed of multipart/alternative (text, HTML, text/calendar with its method)
 * and the same octets as application/ics (RFC 6047 §2.4), else multipart/alternative of text and HTML. */
GBytes *convene_letter_mime_write (const ConveneLetterContent *content);

G_END_DECLS
