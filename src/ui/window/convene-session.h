/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-face.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_SESSION (convene_session_get_type ())

G_DECLARE_FINAL_TYPE (ConveneSession, convene_session, CONVENE, SESSION, GObject)

/* The life of the engine behind the windows: opened when one is wanted, with its outbox started; closed when none is, after some seconds for what is due.
 * Properties: "busy" (anything is open or on its way: the process must stay). Signal "changed": the engine or the error is another one. `face` is the
 * caller's, and outlives it. */
ConveneSession *convene_session_new (const ConveneFace *face);

/* Wants an engine: opens it, tries again after an error, and while the last one is being closed opens one after it. */
void convene_session_open (ConveneSession *self);

/* Wants none any more; one that is held stays open until it is released. Whoever owns the session keeps it until it is not busy. */
void convene_session_close (ConveneSession *self);

/* The engine while it is open, else NULL; and why it could not be opened, or NULL. Owned by the session. */
ConveneEngine *convene_session_get_engine (ConveneSession *self);
const GError  *convene_session_get_error (ConveneSession *self);

gboolean convene_session_get_busy (ConveneSession *self);

G_END_DECLS
