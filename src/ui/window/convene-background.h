/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-face.h"
#include "convene-notifier.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_BACKGROUND (convene_background_get_type ())

G_DECLARE_FINAL_TYPE (ConveneBackground, convene_background, CONVENE, BACKGROUND, GObject)

/* What the application does beside its windows, and without them: looking after accounts and meetings, telling a person what they should know, and
 * deciding whether the process stays (SH-5, SH-28). It stays while something is due by itself, an operation, a reminder or a notification, and the
 * preference "background" allows it; then the desktop starts it again when the person signs in. Never in practice. Signal "idle": no window is
 * there and nothing is due, so that the process may leave. `face` is the caller's, and outlives it. */
ConveneBackground *convene_background_new (const ConveneFace *face,
                                           ConveneNotifier   *notifier);

/* The engine, open with its outbox started; NULL before it is closed. */
void convene_background_set_engine (ConveneBackground *self,
                                    ConveneEngine     *engine);

/* Looks once more whether the process may leave: somebody kept it who no longer does. */
void convene_background_look (ConveneBackground *self);

/* Whether a person has a window before them; not at first. Without one nothing is handed to their mail program, and what waited only so that it could be
 * taken back no longer does. */
void convene_background_set_visible (ConveneBackground *self,
                                     gboolean           visible);

G_END_DECLS
