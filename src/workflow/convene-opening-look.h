/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-opening-judge.h"

G_BEGIN_DECLS

/* A claim with what is known of it here now, and what that makes of it. Everything is owned. */
typedef struct
{
  ConveneOpeningFacts facts;
  ConveneJudgement   *judgement;
} ConveneOpeningLook;

void convene_opening_look_free (ConveneOpeningLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConveneOpeningLook, convene_opening_look_free)

/* `sender`: see ConveneOpeningFacts. Errors: DATABASE. */
void                convene_opening_look_async (ConveneEngine *engine, ConveneClaim *claim, const char *sender, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
ConveneOpeningLook *convene_opening_look_finish (ConveneEngine *engine, GAsyncResult *result, GError **error);

/* In words, for a person. Owned by the caller. */
ConveneOpening *convene_opening_look_tell (const ConveneOpeningLook *self);

/* Who the mail was from, with which the claim is looked at again. */
const char *convene_opening_get_sender (ConveneOpening *self);
void        convene_opening_set_sender (ConveneOpening *self, const char *sender);

G_END_DECLS
