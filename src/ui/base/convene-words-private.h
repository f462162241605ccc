/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The wall clock of a zone (NULL for the machine's, UTC for one that is unknown) at an instant; NULL for an instant that no calendar has. */
GDateTime *convene_words_to_wall (gint64      instant,
                                  const char *zone);

/* How much of a moment is written. */
typedef enum
{
  CONVENE_WORDS_TIME,       /* 10:00 */
  CONVENE_WORDS_DAY,        /* Tuesday 1 December */
  CONVENE_WORDS_DAY_YEAR,   /* Tuesday 1 December 2026 */
  CONVENE_WORDS_DAY_TIME,   /* Tuesday 1 December, 10:00 */
  CONVENE_WORDS_YEAR_TIME,  /* Tuesday 1 December 2026, 10:00 */
  CONVENE_WORDS_SHORT,      /* Tue 1 Dec, 10:00 */
  CONVENE_WORDS_SHORT_YEAR, /* Tue 1 Dec 2026, 10:00 */
} ConveneWordsShape;

/* "" for NULL. */
char *convene_words_format (GDateTime        *wall,
                            ConveneWordsShape shape);

/* Whether the locale writes the month before the day, as in 12/31/2026. */
gboolean convene_words_has_month_first (void);

G_END_DECLS
