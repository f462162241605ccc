/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "convene-engine.h"
#include "convene-filter.h"
#include "convene-interview-item.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_INTERVIEW_QUERY (convene_interview_query_get_type ())

G_DECLARE_FINAL_TYPE (ConveneInterviewQuery, convene_interview_query, CONVENE, INTERVIEW_QUERY, GObject)

/* The interviews that a ConveneFilter lets through, in an order, as a GListModel of ConveneInterviewItem. All positions are known at once, what an item shows
 * is read a page at a time, when the item is asked for. It follows the filter and the database, whoever writes it; items-changed names only the
 * stretch that did change, and an interview that stays keeps its item where somebody holds it. A question that is asked while another one is being answered
 * interrupts it.
 *
 * By start, where the filter has a period with bounds, is from its beginning to its end.
 *
 * Properties: "filter" (as given), "order" (ConveneInterviewOrder, read-write), "descending" (boolean, read-write), "loaded" (the items are those of
 * the filter, order and database as they are), "error" (the message of the last reading that failed, or NULL). */

/* `filter` is followed; NULL for all interviews. */
ConveneInterviewQuery *convene_interview_query_new (ConveneEngine *engine,
                                                    ConveneFilter *filter);

/* Both at once, so that one question is asked. Descending is the reverse. */
void convene_interview_query_set_order (ConveneInterviewQuery *self,
                                        ConveneInterviewOrder  order,
                                        gboolean               descending);

gboolean convene_interview_query_get_loaded (ConveneInterviewQuery *self);

/* Where an interview stands, whether it was read or not; G_MAXUINT where it does not. */
guint convene_interview_query_find (ConveneInterviewQuery *self,
                                    const char            *uid);

/* Where items of this query stand now within a stretch, read or not: positions (guint), ascending. `items` is a set of ConveneInterviewItem. Owned by the caller. */
GArray *convene_interview_query_find_items (ConveneInterviewQuery *self,
                                            GHashTable            *items,
                                            guint                  position,
                                            guint                  n_positions);

/* The uids of some positions, in their order, also of those that were not read yet; a position beyond the end is left out. The answer is that of the moment of
 * the call: what changes meanwhile does not make it another interview's. Errors: DATABASE. */
void  convene_interview_query_get_uids_async (ConveneInterviewQuery *self, const guint *positions, guint n_positions, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GStrv convene_interview_query_get_uids_finish (ConveneInterviewQuery *self, GAsyncResult *result, GError **error);

G_END_DECLS
