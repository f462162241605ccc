/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-statement.h"

G_BEGIN_DECLS

/* Where an interview stands among those of a ConveneIndex. */
typedef struct
{
  gint64 key;
  guint  position;
} ConvenePlace;

/* Some of the interviews of a ConveneIndex: a bit for each of its positions. */
typedef struct
{
  guint   size;
  guint   n_chosen;
  guint8 *bits;
} ConveneSelection;

/* None of `size`. */
ConveneSelection *convene_selection_new (guint size);
ConveneSelection *convene_selection_copy (ConveneSelection *self);
void              convene_selection_free (ConveneSelection *self);

/* Once for each position. */
void convene_selection_add (ConveneSelection *self,
                            guint             position);

/* Leaves those that are in another one of the same size, too. */
void convene_selection_intersect (ConveneSelection *self,
                                  ConveneSelection *other);

/* Asked a hundred thousand times for an answer. */
static inline gboolean
convene_selection_contains (const ConveneSelection *self,
                            guint                   position)
{
  return (self->bits[position / 8] >> position % 8) & 1;
}

/* Those whose keys a statement collects, each key once and best in their order: its first parameter is the collector, the others are `values` (texts). `places` holds
 * all of them by key. */
ConveneSelection *convene_selection_read (const ConvenePlace *places,
                                          guint               n_places,
                                          ConveneStatement   *statement,
                                          GPtrArray          *values,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneSelection, convene_selection_free)

G_END_DECLS
