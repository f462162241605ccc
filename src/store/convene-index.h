/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-listing.h"
#include "convene-store-query.h"

G_BEGIN_DECLS

/* The interviews that have a time, in an order, held in memory for as long as nobody writes: a search, or another filter, is laid over it and nothing is sorted
 * again. Everything here belongs to one connection's thread. */
typedef struct _ConveneIndex ConveneIndex;

ConveneIndex *convene_index_new (void);
void          convene_index_free (ConveneIndex *self);

/* What a listing asks for, all of it: its offset and limit do not count. An array of ConveneQueryRow. *until: when the answer will be another one although nobody
 * writes, because something is over (microseconds since 1970 UTC, G_MAXINT64 for never). Within a transaction, so that all of it is of one moment. */
GArray *convene_index_query (ConveneIndex      *self,
                             ConveneConnection *connection,
                             ConveneListing    *listing,
                             gint64            *until,
                             GError           **error);

/* Which state of the database the last answer is of: another number after somebody wrote. */
gint64 convene_index_get_version (ConveneIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneIndex, convene_index_free)

G_END_DECLS
