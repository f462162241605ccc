/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-interview-filter.h"
#include "convene-statement.h"

G_BEGIN_DECLS

/* A ConveneInterviewFilter as SQL. */
typedef enum
{
  CONVENE_LISTING_UPCOMING, /* not over at `now`, soonest first */
  CONVENE_LISTING_PAST,     /* over at `now`, newest first */
  CONVENE_LISTING_ANY,      /* both, in no order */
} ConveneListingPart;

typedef struct _ConveneListing ConveneListing;

/* Copies the filter with its text. */
ConveneListing *convene_listing_new (const ConveneInterviewFilter *filter);
void            convene_listing_free (ConveneListing *self);

const ConveneInterviewFilter *convene_listing_get_filter (ConveneListing *self);

/* The uids as a JSON array, or NULL for any: the filter's own are not there. */
const char *convene_listing_get_uids (ConveneListing *self);

/* What is searched for as FTS5 expressions, one for each word: an interview is found that all of them find, where each finds any. Empty where nothing is searched for. */
const char *const *convene_listing_get_words (ConveneListing *self);

/* Whether the filter asks for what the statements below do not say: ConveneIndex answers then. */
gboolean convene_listing_needs_index (ConveneListing *self);

/* The statement that counts: UPCOMING or ANY. */
char *convene_listing_format_count (ConveneListing    *self,
                                    ConveneListingPart part);

/* What follows `FROM interview` for a page, UPCOMING or PAST: conditions and order, and within them "LIMIT ? OFFSET ?", whose values the caller
 * binds last. */
char *convene_listing_format_page (ConveneListing    *self,
                                   ConveneListingPart part);

/* Fill the parameters of the one and the other. */
void convene_listing_bind_count (ConveneListing    *self,
                                 ConveneListingPart part,
                                 ConveneStatement  *statement);
void convene_listing_bind_page (ConveneListing    *self,
                                ConveneListingPart part,
                                ConveneStatement  *statement);

/* What a person typed as an FTS5 expression in which every word is the beginning of one, whatever else it may look like; NULL where nothing
 * was typed. */
char *convene_listing_format_search (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneListing, convene_listing_free)

G_END_DECLS
