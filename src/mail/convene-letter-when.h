/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview.h"
#include "convene-letter-words.h"

G_BEGIN_DECLS

/* A stretch of time, as a letter speaks of it. */
typedef struct
{
  gint64      from; /* microseconds since 1970 UTC */
  gint64      to;
  const char *zone; /* where the interview is */
} ConveneLetterStretch;

/* The reader's zone if it is known and exists, else the interview's. Owned by either. */
const char *convene_letter_when_find_zone (ConveneParticipant *reader,
                                           const char         *other);

/* Whether two zones show the same clock at an instant. */
gboolean convene_letter_when_same_offset (const char *a,
                                          const char *b,
                                          gint64      at);

/* "Tuesday, 1 December 2026, 10:00–10:45 (Mexico City, UTC−6)", on the clock of `zone`. Owned by the caller. Errors: INVALID. */
char *convene_letter_when_format (const ConveneLetterStretch *stretch,
                                  const char                 *zone,
                                  ConveneLetterWords         *words,
                                  GError                    **error);

/* "when" in the reader's zone; "when_there" where the interview is and "when_utc", where they say something else. Errors: INVALID. */
gboolean convene_letter_when_put (GHashTable                 *values,
                                  const ConveneLetterStretch *stretch,
                                  const char                 *zone,
                                  ConveneLetterWords         *words,
                                  GError                    **error);

/* O-6: "clock_change" says so where a clock changes, in the reader's zone or the interview's, between the letter (0: unknown) and the interview's start.
 * Errors: INVALID. */
gboolean convene_letter_when_put_clock (GHashTable                 *values,
                                        const ConveneLetterStretch *stretch,
                                        const char                 *zone,
                                        gint64                      made_at,
                                        ConveneLetterWords         *words,
                                        GError                    **error);

/* For subjects: "date", and "city" where people in two zones will read it. Errors: INVALID. */
gboolean convene_letter_when_put_date (GHashTable                 *values,
                                       const ConveneLetterStretch *stretch,
                                       const char                 *zone,
                                       ConveneLetterWords         *words,
                                       GError                    **error);

G_END_DECLS
