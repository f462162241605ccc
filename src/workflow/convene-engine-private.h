/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-engine.h"
#include "convene-store.h"

G_BEGIN_DECLS

/* Owned by the engine. */
ConveneStore *convene_engine_get_store (ConveneEngine *self);

G_END_DECLS
