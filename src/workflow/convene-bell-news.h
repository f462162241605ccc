/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-clock.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* How long after its start it is said what else can be done: whoever has not come by then may not come. */
#define CONVENE_BELL_LATE (10 * CONVENE_MINUTE)

/* Whom to tell of which interview, as it is in the database at `now`. Instants are microseconds since 1970 UTC. */
typedef struct
{
  gint64     now;
  GPtrArray *due;   /* of ConveneInterview, whose time has come and that are not over */
  GPtrArray *over;  /* uids of those that were told of, and that are over, cancelled, gone, or begin at another time now */
  gint64     next;  /* when the next one's time comes, or one that was told of is over; G_MAXINT64 for never */
  GPtrArray *begun; /* ConveneInterview that were told of and began ten minutes ago or earlier, and are not over */
} ConveneBellNews;

void convene_bell_news_free (ConveneBellNews *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneBellNews, convene_bell_news_free)

/* `shown`: uid → gint64 *, the start that was told of; it is copied. `to`: those that begin then or later are not looked for. Errors: DATABASE, CANCELLED. */
void             convene_bell_news_read_async (ConveneStore *store, GHashTable *shown, gint64 now, gint64 to, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneBellNews *convene_bell_news_read_finish (ConveneStore *store, GAsyncResult *result, GError **error);

G_END_DECLS
