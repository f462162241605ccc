/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "convene-practice-state.h"

G_BEGIN_DECLS

/* Requests on their way through practice, with the faults that were asked for. */
typedef struct _ConvenePracticeExchanges ConvenePracticeExchanges;

/* `state` outlives it. */
ConvenePracticeExchanges *convene_practice_exchanges_new (ConvenePracticeState *state);
void                      convene_practice_exchanges_free (ConvenePracticeExchanges *self);

/* Takes a request that libsoup has read whole; for a SoupServer handler. It will be answered, in one way or another. */
void convene_practice_exchanges_begin (ConvenePracticeExchanges *self,
                                       SoupServerMessage        *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeExchanges, convene_practice_exchanges_free)

G_END_DECLS
