/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convene-adaptive.h"
#include "convene-window-header.h"

G_BEGIN_DECLS

/* Letters may be large and words long: a header that has no room for them is narrow (`room`) and tight (`tools`) earlier than the thresholds of the two
 * have it at first; tight only as long as what it says is that long. */
void convene_window_fit (ConveneAdaptive     *room,
                         ConveneAdaptive     *tools,
                         ConveneWindowHeader *header);

G_END_DECLS
