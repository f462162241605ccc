/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-connection.h"
#include "convene-interview-filter.h"

G_BEGIN_DECLS

/* Interviews of a range out of the database, as little of each as a calendar shows. Everything here belongs to the worker's thread. */

/* Which; instants are microseconds since 1970 UTC. */
typedef struct
{
  gint64 from;
  gint64 to;
  gint64 now;
  guint  limit; /* 0 for all */
  GStrv  addresses;
  char  *except;

  /* what else is asked of them, NULL for anything; the list of clashes has no use for it */
  const char *platform;
  const char *status;
  char       *job;
  char       *host;
  char       *person;
  gboolean    attention;
} ConveneEntriesQuery;

ConveneEntriesQuery *convene_entries_query_new (gint64 from,
                                                gint64 to,
                                                gint64 now);
void                 convene_entries_query_free (ConveneEntriesQuery *self);

/* Platform, status, job, host, person and attention of a filter. */
void convene_entries_query_set_filter (ConveneEntriesQuery          *self,
                                       const ConveneInterviewFilter *filter);

/* As convene_store_list_entries_async () and convene_store_list_clashes_async (). */
GPtrArray *convene_entries_list (ConveneConnection         *connection,
                                 const ConveneEntriesQuery *query,
                                 GError                   **error);
GPtrArray *convene_entries_list_clashes (ConveneConnection         *connection,
                                         const ConveneEntriesQuery *query,
                                         GError                   **error);

/* As convene_store_read_entries_async (). */
GPtrArray *convene_entries_read (ConveneConnection *connection,
                                 const gint64      *keys,
                                 guint              n_keys,
                                 gint64             now,
                                 GError           **error);

/* Keys as a JSON array, so that one parameter holds them all. */
char *convene_entries_format_keys (const gint64 *keys,
                                   guint         n_keys);

G_END_DECLS
