/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "convene-practice-state.h"

G_BEGIN_DECLS

/* The mail server on loopback that files what it gets. */
typedef struct _ConvenePracticeSink ConvenePracticeSink;

/* `port` is the one wanted, and another where it is taken. `state` outlives it. */
ConvenePracticeSink *convene_practice_sink_new (ConvenePracticeState *state,
                                                guint16               port,
                                                GError              **error);
guint16              convene_practice_sink_get_port (ConvenePracticeSink *self);
void                 convene_practice_sink_free (ConvenePracticeSink *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ConvenePracticeSink, convene_practice_sink_free)

G_END_DECLS
