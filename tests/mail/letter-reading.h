/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gmime/gmime.h>

#include "letter-fixture.h"

G_BEGIN_DECLS

/* A letter as a mail program reads it. */
typedef struct
{
  ConveneInterview  *interview;
  ConveneLetterDraft draft;
  ConveneLetter     *letter;
  char              *wire; /* its octets, NUL at the end */
  GMimeMessage      *message;
} Reading;

/* Makes the fixture's interview and draft; then, after whatever a test changes in them, writes the letter and reads it. */
void reading_begin (Reading *reading, ConveneOperationKind kind, gboolean with_meeting);
void reading_write (Reading *reading);
void reading_clear (Reading *reading);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* A part of a multipart. */
GMimeObject *reading_nth (GMimeObject *multipart, int n);

/* The multipart/alternative, whether or not there is a calendar around it. */
GMimeObject *reading_alternative (Reading *reading);

/* The decoded octets of a part; the same of a text with LF line ends. Owned by the caller. */
char *reading_octets (GMimeObject *part);
char *reading_text (GMimeObject *part);

void reading_assert_type (GMimeObject *object, const char *type);

/* That the text and the HTML both say, or both do not say something. */
void reading_assert_both (Reading *reading, const char *text, const char *html);
void reading_assert_none (Reading *reading, const char *word);

/* What holds for every letter on the wire: CRLF and nothing like it, 7 bit, lines no longer than allowed. */
void reading_assert_wire (Reading *reading);

/* The names of the headers on the wire, in order; one's value as it stands there, unfolded. Owned by the caller. */
char *reading_join_headers (Reading *reading);
char *reading_raw_header (Reading *reading, const char *name);

G_END_DECLS
