/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-draft.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_DRAFT_KEEPER (convene_draft_keeper_get_type ())

G_DECLARE_FINAL_TYPE (ConveneDraftKeeper, convene_draft_keeper, CONVENE, DRAFT_KEEPER, GObject)

/* Writes a draft down a moment after it changed; the application (or NULL) lives on until all is written. It keeps nothing before it was begun: a draft
 * that was not read yet must not be replaced by an empty one. */
ConveneDraftKeeper *convene_draft_keeper_new (ConveneDraft  *draft,
                                              ConveneEngine *engine,
                                              GApplication  *application);

/* The draft stands as it was read: from now on changes are kept. */
void convene_draft_keeper_begin (ConveneDraftKeeper *self);

/* What was not written yet is, now. */
void convene_draft_keeper_flush (ConveneDraftKeeper *self);

/* The draft became an interview: what is kept of it goes, and nothing is kept until it is begun again. */
void convene_draft_keeper_forget (ConveneDraftKeeper *self);

G_END_DECLS
