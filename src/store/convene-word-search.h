/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-listing.h"
#include "convene-selection.h"

G_BEGIN_DECLS

/* What is searched for while somebody types it, in one state of the database: words that stay are not searched for again, nor is one that grew by letters which
 * make no difference. What is found is what FTS5 finds for the whole of it. */
typedef struct _ConveneWordSearch ConveneWordSearch;

/* `places` outlives it. */
ConveneWordSearch *convene_word_search_new (const ConvenePlace *places,
                                            guint               n_places);
void               convene_word_search_free (ConveneWordSearch *self);

/* Searches for what a listing asks for. */
gboolean convene_word_search_run (ConveneWordSearch *self,
                                  ConveneConnection *connection,
                                  ConveneListing    *listing,
                                  GError           **error);

/* What the last one found, or NULL where nothing was searched for. */
ConveneSelection *convene_word_search_get_selection (ConveneWordSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneWordSearch, convene_word_search_free)

G_END_DECLS
