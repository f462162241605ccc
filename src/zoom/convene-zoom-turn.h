/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-token-source.h"
#include "convene-zoom-pace.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ZOOM_TURN (convene_zoom_turn_get_type ())

G_DECLARE_FINAL_TYPE (ConveneZoomTurn, convene_zoom_turn, CONVENE, ZOOM_TURN, GObject)

/* A token source that has the token first and then waits for the turn of a call: what has its token leaves at once, so that calls leave as evenly as their
 * turns come, and one that is sent again takes another turn. */
ConveneTokenSource *convene_zoom_turn_new (ConveneTokenSource *source,
                                           ConveneZoomPace    *pace,
                                           ConveneZoomCategory category);

G_END_DECLS
