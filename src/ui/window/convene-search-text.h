/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a person typed into a search, understood: words, and maybe a time of day among them, as in "maria 4 pm". A pure function of the text. */
typedef struct
{
  char    *text;    /* all of it, as words; the digits of a meeting's number stand together */
  char    *words;   /* the same without the time */
  int      from;    /* minutes since midnight; -1 where no time of day is named */
  int      length;  /* minutes: an hour where none are named, "4 pm" */
  gboolean either;  /* in the morning as well as in the afternoon: "4:30" where clocks have twelve hours */
  gboolean certain; /* it can hardly be anything else than a time: not "maria 4" */
} ConveneSearchText;

/* `twelve`: clocks have twelve hours where this person lives. Owned by the caller. */
ConveneSearchText *convene_search_text_parse (const char *const *terms,
                                              gboolean           twelve);
void               convene_search_text_free (ConveneSearchText *self);

/* Whether the time that is named is that of this instant (microseconds since 1970 UTC), on the clock of `zone` or, where that is NULL, the machine's. */
gboolean convene_search_text_fits (const ConveneSearchText *self,
                                   gint64                   instant,
                                   const char              *zone);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneSearchText, convene_search_text_free)

G_END_DECLS
