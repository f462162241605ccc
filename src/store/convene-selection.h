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
typedef struct _ConveneSelection ConveneSelection;

/* None of `size`. */
ConveneSelection *convene_selection_new (guint size);
void              convene_selection_free (ConveneSelection *self);

void     convene_selection_add (ConveneSelection *self,
                                guint             position);
gboolean convene_selection_contains (ConveneSelection *self,
                                     guint             position);

/* Those whose keys a statement collects (convene-collect.h), best in their order; `places` holds all of them by key. */
ConveneSelection *convene_selection_read (const ConvenePlace *places,
                                          guint               n_places,
                                          ConveneStatement   *statement,
                                          GError            **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneSelection, convene_selection_free)

G_END_DECLS
