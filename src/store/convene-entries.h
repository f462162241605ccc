/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "convene-connection.h"

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
} ConveneEntriesQuery;

ConveneEntriesQuery *convene_entries_query_new (gint64 from,
                                                gint64 to,
                                                gint64 now);
void                 convene_entries_query_free (ConveneEntriesQuery *self);

/* As convene_store_list_entries_async () and convene_store_list_clashes_async (). */
GPtrArray *convene_entries_list (ConveneConnection         *connection,
                                 const ConveneEntriesQuery *query,
                                 GError                   **error);
GPtrArray *convene_entries_list_clashes (ConveneConnection         *connection,
                                         const ConveneEntriesQuery *query,
                                         GError                   **error);

G_END_DECLS
