/* SPDX-FileCopyrightText: 2026 The Convene authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "convene-draft.h"

G_BEGIN_DECLS

#define CONVENE_TYPE_ZOOM_BADGE (convene_zoom_badge_get_type ())

G_DECLARE_FINAL_TYPE (ConveneZoomBadge, convene_zoom_badge, CONVENE, ZOOM_BADGE, AdwPreferencesRow)

/* Whether Zoom is connected (SH-19, SH-20), and who will host and why (SH-33): follows the accounts, whoever connects one, and the draft's hiring manager.
 * Its button activates app.connect ("zoom") or app.reconnect (the account's id). Properties: "summary" (read-only: what it says, in one line) and "connected". */
void convene_zoom_badge_follow (ConveneZoomBadge *self,
                                ConveneEngine    *engine,
                                ConveneDraft     *draft);

G_END_DECLS
